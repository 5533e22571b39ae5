"""Hostile names: of a headline, a slug, a file and a folder, a file is made where it was wanted."""

import re
from pathlib import Path, PurePosixPath, PureWindowsPath

import pytest

from newsdesk.domain.export_record import ExportFormat
from newsdesk.services.desk import Desk
from newsdesk.services.export import ExportRequest
from tests.cli.conftest import Newsdesk
from tests.exporting.test_file_names import HOSTILE

SLUG = re.compile(r"[a-z0-9-]{1,80}\Z")
RESERVED = {"con", "prn", "aux", "nul"} | {f"{p}{n}" for p in ("com", "lpt") for n in range(10)}
HEADLINES = [
    *HOSTILE,
    "CON",
    "PRN",
    "AUX",
    "NUL.html",
    "COM9",
    "COM\u00b9",  # Windows reads these digits as any other
    "LPT0",
    "CONIN$",
    "CLOCK$",
    "x" * 5_000,
    "quay " * 60,
    "\u0301" * 300,
    "🚢",
    "...",
    "---",
    'a:b*c?d"e<f>g|h',
    "`$(touch x)`; touch y & touch z",
    "NULL",
    "con/../nul",
    "\u2025/\u2025/etc",  # two dots in one sign
    "\uff0e\uff0e\uff0fetc",  # as wide as Chinese characters are
    "ﷺ" * 40,  # each of them is eighteen letters in another form
    "İSTANBUL",
    "ẞ" * 90,
]
AT_A_SHELL = [text for text in HEADLINES if text and "\0" not in text]
NO_SLUGS = [text for text in AT_A_SHELL if not SLUG.match(text.strip()) or text in RESERVED]
ALIKE_TO_LATIN_EYES = [
    "افتتاح محطة الميناء",
    "إغلاق محطة الميناء",
    "افتتاح محطة المطار",
    "港口新站今日启用",
    "港口新站今日关闭",
    "机场新站今日启用",
    "В порту открылась станция",
    "부두가 열렸다",
    "ท่าเรือเปิดแล้ว",
]


def is_inside(folder: Path, path: Path) -> bool:
    return path.resolve().parent == folder.resolve()


def assert_safe(name: str) -> None:
    """Fail unless a file of this name stands where it is put, on every system."""
    stem = name.partition(".")[0].removeprefix("DRAFT-")
    assert SLUG.match(stem)
    assert stem.casefold() not in RESERVED
    assert PurePosixPath(name).name == PureWindowsPath(name).name == name
    assert not name.endswith((".", " "))
    assert len(name.encode()) < 255


@pytest.mark.parametrize("headline", HEADLINES, ids=lambda text: repr(text[:20]))
def test_a_hostile_headline_makes_a_file_in_the_folder_that_was_chosen(
    desk: Desk, tmp_path: Path, headline: str
) -> None:
    made, _ = desk.releases.new({"headline": headline}, body_md="One quay.")
    assert_safe(made.slug)
    out = tmp_path / "here" / "out"
    for format_ in (ExportFormat.HTML, ExportFormat.TEXT):
        request = ExportRequest(keys=(made.slug,), format=format_, folder=out)
        (record,) = desk.exports.export(request)[0].written
        assert is_inside(out, Path(record.path))
        assert_safe(Path(record.path).name)
    assert sorted(tmp_path.iterdir()) == [tmp_path / "here", tmp_path / "newsroom"]
    assert [one.name for one in out.parent.iterdir()] == ["out"]
    assert len(list(out.iterdir())) == 2


def test_headlines_in_other_scripts_have_names_of_their_own(desk: Desk, tmp_path: Path) -> None:
    made = [desk.releases.new({"headline": text})[0] for text in ALIKE_TO_LATIN_EYES]
    assert len({one.slug for one in made}) == len(ALIKE_TO_LATIN_EYES)
    request = ExportRequest(
        keys=tuple(str(one.id) for one in made), format=ExportFormat.HTML, folder=tmp_path / "out"
    )
    desk.exports.export(request)
    assert len(list((tmp_path / "out").iterdir())) == len(ALIKE_TO_LATIN_EYES)


def test_equal_headlines_do_not_take_each_others_file(desk: Desk, tmp_path: Path) -> None:
    made = [desk.releases.new({"headline": "NUL"}, body_md=f"Quay {n}.")[0] for n in range(3)]
    request = ExportRequest(
        keys=tuple(str(one.id) for one in made), format=ExportFormat.TEXT, folder=tmp_path / "out"
    )
    desk.exports.export(request)
    written = [file.read_text("utf-8") for file in (tmp_path / "out").iterdir()]
    assert sorted(n for n in range(3) for text in written if f"Quay {n}." in text) == [0, 1, 2]


@pytest.mark.parametrize("slug", NO_SLUGS, ids=lambda text: repr(text[:20]))
def test_a_hostile_slug_is_refused_in_words_with_one_that_may_be(
    newsdesk: Newsdesk, slug: str
) -> None:
    answer = newsdesk("new", "--set", "headline=One", "--set", f"slug={slug}")
    assert (answer.code, answer.out) == (1, "")
    assert "slug" in answer.err
    assert newsdesk("list", "--json").json == []


@pytest.mark.parametrize("name", AT_A_SHELL, ids=lambda text: repr(text[:20]))
def test_a_key_that_is_a_path_is_no_release(newsdesk: Newsdesk, tmp_path: Path, name: str) -> None:
    answer = newsdesk("export", "--out", tmp_path / "out", "--", name)
    assert answer.code == 1
    assert answer.err
    assert list((tmp_path / "out").glob("*")) == []
