"""The contract of `newsdesk import`: JSON, exit codes, words on stderr, a report."""

import json
import signal
import zipfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from newsdesk.domain.errors import StorageError, StorageProblem
from newsdesk.services.import_ import Draft, ImportService
from tests.cli.conftest import Newsdesk
from tests.importing.pictures import png

FILES = Path(__file__).parents[1] / "importing" / "files"

SOURCE = """\
Harbour crews train for winter

GENEVA, 3 May 2026 – Ninety harbour workers have finished a course in night rescue, the Office \
for Safe Harbours said today.

“A rope is thrown in the same way everywhere,” said Dana Whitlock, head of press.

For more information, please contact:
Dana Whitlock
OSH Geneva
Tel: +41 22 555 01 40
Email: dana.whitlock@example.org
"""


@pytest.fixture
def source(tmp_path: Path) -> Path:
    path = tmp_path / "harbour.txt"
    path.write_text(SOURCE, encoding="utf-8")
    return path


def test_a_dry_run_tells_and_stores_nothing(newsdesk: Newsdesk, source: Path) -> None:
    answer = newsdesk("import", "--dry-run", "--json", source)
    assert answer.code == 0
    assert answer.json["dry_run"]
    assert answer.json["imported"][0]["id"] is None
    assert answer.json["imported"][0]["headline"] == "Harbour crews train for winter"
    assert newsdesk("list", "--json").json == []
    assert newsdesk("contacts", "--json").json == []


def test_people_are_told_what_was_found_and_how_sure(newsdesk: Newsdesk, source: Path) -> None:
    out = newsdesk("import", source).out
    assert "Harbour crews train for winter" in out
    assert "found:" in out
    assert "dateline" in out


def test_a_refused_file_does_not_keep_the_others_out(
    newsdesk: Newsdesk, source: Path, tmp_path: Path
) -> None:
    (tmp_path / "empty.txt").write_bytes(b"")
    (tmp_path / "binary.txt").write_bytes(bytes(range(256)) * 40)
    (tmp_path / "latin.txt").write_bytes("Où est le café ?".encode("latin-1"))
    with (tmp_path / "huge.txt").open("wb") as file:
        file.truncate(50 * 1024 * 1024)
    bad = [tmp_path / name for name in ("empty.txt", "binary.txt", "latin.txt", "huge.txt", "gone")]
    answer = newsdesk("import", *bad, source, "--json")
    assert answer.code == 1
    assert len(answer.json["imported"]) == 1
    assert [(Path(one["file"]).name, one["problem"]) for one in answer.json["refused"]] == [
        ("empty.txt", "empty"),
        ("binary.txt", "binary"),
        ("latin.txt", "encoding"),
        ("huge.txt", "too_large"),
        ("gone", "unreadable"),
    ]
    for path in bad:
        assert str(path) in answer.err
    assert len(newsdesk("list", "--json").json) == 1


def another(number: int) -> str:
    """Return a text that tells of something else."""
    told = {
        "crews": f"crews of pier {number}",
        "Ninety harbour workers have finished a course in night rescue": f"Pier {number} was "
        f"closed after a storm moved {number} hundred tonnes of gravel onto it overnight",
        "A rope is thrown in the same way everywhere": f"Nobody on pier {number} slept that "
        f"night, and none of the {number} crews complained about it",
    }
    text = SOURCE
    for old, new in told.items():
        text = text.replace(old, new)
    return text


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Three releases, an empty file, a picture, and a ZIP with two more."""
    folder = tmp_path / "texts"
    folder.mkdir()
    for number in (10, 2, 1):
        (folder / f"{number}.txt").write_text(another(number), encoding="utf-8")
    (folder / "3.txt").write_bytes(b"")
    (folder / "photo.jpg").write_bytes(b"")
    with zipfile.ZipFile(folder / "more.zip", "w") as archive:
        for number in (20, 11):
            archive.writestr(f"more/{number}.txt", another(number))
    return folder


def test_a_folder_and_the_archive_in_it_come_in(
    newsdesk: Newsdesk, folder: Path, tmp_path: Path
) -> None:
    report = tmp_path / "report.json"
    answer = newsdesk("import", folder, "--report", report, "--json")
    assert answer.code == 1
    order = ["1.txt", "2.txt", "10.txt", "11.txt", "20.txt"]
    assert [Path(one["file"]).name for one in answer.json["imported"]] == order
    assert [(Path(one["file"]).name, one["problem"]) for one in answer.json["refused"]] == [
        ("3.txt", "empty")
    ]
    assert (answer.json["left_alone"], answer.json["stopped"]) == (1, None)
    assert len(newsdesk("list", "--json").json) == 5
    assert len(newsdesk("contacts", "--json").json) == 1
    written = json.loads(report.read_text("utf-8"))
    assert written["totals"]["stored"] == 5
    became = [one["release"]["slug"] for file in written["files"] for one in file["drafts"]]
    assert became == [one["slug"] for one in answer.json["imported"]]


def test_people_are_told_how_it_went_in_all(newsdesk: Newsdesk, folder: Path) -> None:
    answer = newsdesk("import", folder)
    assert answer.out.endswith("5 brought in, 1 refused, 1 of other kinds left alone\n")
    assert "3.txt is empty" in answer.err


def test_a_dry_run_is_reported_too(newsdesk: Newsdesk, source: Path, tmp_path: Path) -> None:
    report = tmp_path / "report.json"
    assert newsdesk("import", "--dry-run", "--report", report, source).code == 0
    written = json.loads(report.read_text("utf-8"))
    assert written["dry_run"]
    assert written["files"][0]["drafts"][0]["release"] == {
        "id": None,
        "slug": "harbour-crews-train-for-winter",
    }


def test_nothing_is_brought_in_where_the_report_cannot_be_written(
    newsdesk: Newsdesk, source: Path
) -> None:
    answer = newsdesk("import", source, "--report", source / "report.json")
    assert answer.code == 1
    assert "could not be written" in answer.err
    assert newsdesk("list", "--json").json == []


def test_nothing_to_read_is_one_with_words(newsdesk: Newsdesk, tmp_path: Path) -> None:
    (tmp_path / "void").mkdir()
    answer = newsdesk("import", tmp_path / "void", "--json")
    assert answer.code == 1
    assert answer.json["imported"] == []
    assert "void is empty" in answer.err


def test_ctrl_c_keeps_what_is_done_and_says_so(
    newsdesk: Newsdesk, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store_all = ImportService.store_all

    def interrupted(service: ImportService, drafts: Sequence[Draft], *others: Any) -> object:
        signal.raise_signal(signal.SIGINT)  # in the middle of a transaction
        return store_all(service, drafts, *others)

    monkeypatch.setattr("newsdesk.services.import_batch._MOST", 2)
    monkeypatch.setattr(ImportService, "store_all", interrupted)
    report = tmp_path / "report.json"
    answer = newsdesk("import", folder, "--report", report, "--json")
    assert answer.code == 130
    assert "Stopped. What was done before is kept." in answer.err
    told = [one["slug"] for one in answer.json["imported"]]
    assert len(told) == 2
    assert sorted(told) == sorted(row["slug"] for row in newsdesk("list", "--json").json)
    assert answer.json["stopped"]["problem"] == "cancelled"
    written = json.loads(report.read_text("utf-8"))
    assert written["stopped"]["problem"] == "cancelled"
    assert written["totals"]["stored"] == 2


def test_a_store_that_refuses_ends_it_in_words(
    newsdesk: Newsdesk, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store_all = ImportService.store_all

    def full(service: ImportService, drafts: Sequence[Draft], *others: Any) -> object:
        if len(stored) == 2:
            raise StorageError(StorageProblem.FULL, "there")
        stored.extend(drafts)
        return store_all(service, drafts, *others)

    stored: list[Draft] = []
    monkeypatch.setattr("newsdesk.services.import_batch._MOST", 2)
    monkeypatch.setattr(ImportService, "store_all", full)
    report = tmp_path / "report.json"
    answer = newsdesk("import", folder, "--report", report)
    assert answer.code == 1
    assert "The disk is full" in answer.err
    assert len(newsdesk("list", "--json").json) == 2
    assert json.loads(report.read_text("utf-8"))["stopped"]["problem"] == "full"


# What is here already -------------------------------------------------------------------------


def test_a_text_that_is_here_is_left_out_and_told(
    newsdesk: Newsdesk, source: Path, tmp_path: Path
) -> None:
    (tmp_path / "again.txt").write_text(SOURCE, encoding="utf-8")
    report = tmp_path / "report.json"
    answer = newsdesk("import", source, tmp_path / "again.txt", "--report", report, "--json")
    assert answer.code == 0
    (stored,) = answer.json["imported"]
    (left_out,) = answer.json["duplicates"]
    assert left_out == {
        "file": str(tmp_path / "again.txt"),
        "id": stored["id"],
        "headline": stored["headline"],
        "why": "text",
        "containment": 1.0,
    }
    assert len(newsdesk("list", "--json").json) == 1
    again = json.loads(report.read_text("utf-8"))["files"][1]["drafts"][0]
    assert (again["duplicate"]["id"], again["release"]) == (stored["id"], None)
    assert "here already as" in newsdesk("import", source).out
    assert "here already as" in newsdesk("import", "--dry-run", source).out


def test_one_that_only_resembles_it_comes_in_and_is_told(
    newsdesk: Newsdesk, source: Path, tmp_path: Path
) -> None:
    """A report of each month says nearly the same, and all of them are wanted."""
    first = newsdesk("import", source, "--json").json["imported"][0]
    assert first["resembles"] is None
    source.write_text(SOURCE.replace("Ninety", "Ninety-one"), encoding="utf-8")
    assert f"resembles {first['id']}" in newsdesk("import", "--dry-run", source).out
    report = tmp_path / "report.json"
    answer = newsdesk("import", source, "--report", report, "--json")
    (second,) = answer.json["imported"]
    assert second["resembles"]["id"] == first["id"]
    told = json.loads(report.read_text("utf-8"))["files"][0]["drafts"][0]
    assert (told["release"]["id"], told["duplicate"]["id"]) == (second["id"], first["id"])
    source.write_text(SOURCE.replace("Ninety", "Ninety-two"), encoding="utf-8")
    assert newsdesk("import", "--on-duplicate", "skip", source, "--json").json["imported"] == []


@pytest.mark.parametrize(("resolution", "releases"), [("copy", 2), ("update", 1)])
def test_what_becomes_of_it_can_be_chosen(
    newsdesk: Newsdesk, source: Path, resolution: str, releases: int
) -> None:
    newsdesk("import", source)
    source.write_text(SOURCE.replace("Ninety", "Ninety-one"), encoding="utf-8")
    assert newsdesk("import", "--on-duplicate", resolution, source).code == 0
    rows = newsdesk("list", "--json").json
    assert len(rows) == releases
    texts = [newsdesk("show", row["slug"], "--markdown").out for row in rows]
    assert sum("Ninety-one" in text for text in texts) == 1


def test_of_what_was_published_an_update_is_begun(newsdesk: Newsdesk, source: Path) -> None:
    newsdesk("import", source)
    published = newsdesk("publish", "harbour-crews-train-for-winter", "--json").json
    source.write_text(SOURCE.replace("Ninety", "Ninety-one"), encoding="utf-8")
    answer = newsdesk("import", "--on-duplicate", "update", source, "--json")
    (update,) = answer.json["imported"]
    assert (update["state"], update["rewrite_of"]) == ("draft", published["id"])
    standing = newsdesk("show", "harbour-crews-train-for-winter", "--json").json
    assert (standing["state"], standing["version"]) == ("published", published["version"])


def test_what_takes_up_no_text_is_refused_in_words(newsdesk: Newsdesk, source: Path) -> None:
    newsdesk("import", source)
    newsdesk("publish", "harbour-crews-train-for-winter")
    newsdesk("recall", "harbour-crews-train-for-winter", "--reason", "wrong")
    source.write_text(SOURCE.replace("Ninety", "Ninety-one"), encoding="utf-8")
    answer = newsdesk("import", "--on-duplicate", "update", source, "--json")
    assert answer.code == 1
    assert answer.json["refused"][0]["problem"] == "locked"
    assert "only a draft can be edited" in answer.err


# Pictures -------------------------------------------------------------------------------------


def test_pictures_beside_a_text_are_taken_along(newsdesk: Newsdesk, tmp_path: Path) -> None:
    item = f"<title>Crews</title><description>&lt;img src='files/a.png'&gt; {SOURCE}</description>"
    feed = tmp_path / "feed.rss"
    feed.write_text(
        f"<rss version='2.0'><channel><title>OSH</title><item>{item}</item></channel></rss>",
        encoding="utf-8",
    )
    (tmp_path / "files").mkdir()
    (tmp_path / "files" / "a.png").write_bytes(png())
    kept = tmp_path / "newsroom" / "media"
    newsdesk("import", "--dry-run", feed)
    assert not kept.exists()
    answer = newsdesk("import", feed, "--json")
    (found,) = [one for one in answer.json["imported"][0]["findings"] if one["kind"] == "media"]
    assert (found["text"], found["flags"]) == ("files/a.png", ["taken_along"])
    (file,) = kept.rglob("*.png")
    assert file.read_bytes() == png()


def test_a_document_comes_in_with_its_pictures(newsdesk: Newsdesk, tmp_path: Path) -> None:
    source = tmp_path / "nine ports.docx"
    source.write_bytes((FILES / "docx.docx").read_bytes())
    answer = newsdesk("import", source, "--json")
    (release,) = answer.json["imported"]
    assert release["headline"] == "Nine ports train for winter"
    (found,) = [one for one in release["findings"] if one["kind"] == "media"]
    assert found["flags"] == ["taken_along"]
    (file,) = (tmp_path / "newsroom" / "media").rglob("*.png")
    assert file.read_bytes() == png()


@pytest.mark.parametrize(
    ("stream", "problem", "said"),
    [
        ("EncryptedPackage", "password", "protected with a password"),
        ("WordDocument", "old_word", "save it as .docx"),
    ],
)
def test_a_document_that_cannot_be_read_is_refused_in_words(
    newsdesk: Newsdesk, tmp_path: Path, stream: str, problem: str, said: str
) -> None:
    source = tmp_path / "ports.doc"
    source.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + stream.encode("utf-16-le"))
    answer = newsdesk("import", source, "--json")
    assert answer.code == 1
    assert answer.json["refused"][0]["problem"] == problem
    assert said in answer.err


def test_a_whole_folder_of_real_releases_is_brought_in_once(
    newsdesk: Newsdesk, shared: Path, tmp_path: Path
) -> None:
    corpus = shared / "corpus"
    report = tmp_path / "report.json"
    first = newsdesk("import", corpus, "--report", report, "--json").json
    cases = {source.parent.name for source in corpus.glob("*/source.*")}
    assert cases <= {Path(one["file"]).parent.name for one in first["imported"]}
    assert not first["refused"]
    assert json.loads(report.read_text("utf-8"))["totals"]["stored"] == len(first["imported"])
    assert len(newsdesk("list", "--json").json) == len(first["imported"])
    again = newsdesk("import", corpus, "--json").json
    assert not again["imported"]
    assert len(newsdesk("list", "--json").json) == len(first["imported"])
