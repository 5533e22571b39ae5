"""Handing over and taking over on the command line."""

import getpass
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from newsdesk.cli.program import run
from newsdesk.desk import open_desk
from tests.cli.conftest import Answer, Newsdesk, newsdesk

__all__ = ["newsdesk"]

OPENS = "quay — 12"


@pytest.fixture
def other(tmp_path: Path, capsys: pytest.CaptureFixture[str], empty_newsroom: Path) -> Newsdesk:
    """The command line of a colleague."""
    folder = tmp_path / "other"
    with open_desk(folder, writing=True):
        pass

    def call(*words: str | Path) -> Answer:
        try:
            code = run(["--data-dir", str(folder), *map(str, words)])
        except SystemExit as stopped:
            code = int(stopped.code or 0)
        said = capsys.readouterr()
        return Answer(code, said.out, said.err)

    return call


def begun(newsdesk: Newsdesk, headline: str = "Harbour opens") -> str:
    return newsdesk("new", "--set", f"headline={headline}", "--json").json["id"]


def edited(newsdesk: Newsdesk, key: str, headline: str) -> None:
    assert newsdesk("edit", key, "--set", f"headline={headline}").code == 0


def headline(newsdesk: Newsdesk, key: str) -> str:
    return newsdesk("show", key, "--json").json["headline"]


def handed(newsdesk: Newsdesk, file: Path, *words: str | Path) -> Path:
    answer = newsdesk("export", "--format", "bundle", "--out", file, *(words or ("--all",)))
    assert (answer.code, answer.err) == (0, "")
    assert answer.out.strip() == str(file)
    return file


def test_work_goes_from_desk_to_desk_and_back(
    newsdesk: Newsdesk, other: Newsdesk, tmp_path: Path
) -> None:
    key = begun(newsdesk)
    answer = other("import", handed(newsdesk, tmp_path / "to.newsdesk"), "--json")
    assert (answer.code, answer.err) == (0, "")
    (taken,) = answer.json["taken_over"]
    assert (taken["id"], taken["became"], taken["state"]) == (key, "new", "draft")
    assert answer.json["imported"] == answer.json["refused"] == []
    edited(other, key, "Harbour opens early")
    answer = newsdesk("import", handed(other, tmp_path / "back.newsdesk"))
    assert "taken over, newer than what was here" in answer.out
    assert headline(newsdesk, key) == "Harbour opens early"
    assert "nothing new in it" in newsdesk("import", tmp_path / "back.newsdesk").out
    assert "what is here is newer" in newsdesk("import", tmp_path / "to.newsdesk").out
    assert newsdesk("verify").code == 0


def test_before_an_import_there_is_a_backup(
    newsdesk: Newsdesk, other: Newsdesk, tmp_path: Path
) -> None:
    begun(other)
    newsdesk("import", handed(other, tmp_path / "to.newsdesk"))
    assert [one["reason"] for one in newsdesk("backups", "--json").json] == ["import"]


@pytest.fixture
def parted(newsdesk: Newsdesk, other: Newsdesk, tmp_path: Path) -> tuple[str, Path]:
    """A release that both desks changed, and the file of the other one."""
    key = begun(newsdesk)
    other("import", handed(newsdesk, tmp_path / "to.newsdesk"))
    edited(newsdesk, key, "Mine")
    edited(other, key, "Theirs")
    return key, handed(other, tmp_path / "back.newsdesk")


def test_what_both_changed_is_refused_in_words(
    newsdesk: Newsdesk, parted: tuple[str, Path]
) -> None:
    key, file = parted
    answer = newsdesk("import", file)
    assert answer.code == 1
    assert "Both desks changed “Mine”. Nothing of it was stored." in answer.err
    assert "--on-conflict mine or theirs or both" in answer.err
    assert headline(newsdesk, key) == "Mine"


@pytest.mark.parametrize(
    ("choice", "became", "kept"),
    [("mine", "mine", "Mine"), ("theirs", "theirs", "Theirs"), ("both", "both", "Mine")],
)
def test_what_both_changed_is_decided_by_an_option(
    newsdesk: Newsdesk, parted: tuple[str, Path], choice: str, became: str, kept: str
) -> None:
    key, file = parted
    foreseen = newsdesk("import", file, "--on-conflict", choice, "--dry-run", "--json")
    assert foreseen.json["taken_over"][0]["became"] == became
    assert headline(newsdesk, key) == "Mine"
    answer = newsdesk("import", file, "--on-conflict", choice, "--json")
    assert (answer.code, answer.err) == (0, "")
    (taken,) = answer.json["taken_over"]
    assert taken["became"] == became
    assert headline(newsdesk, key) == kept
    if choice == "both":
        assert headline(newsdesk, taken["copy"]) == "Theirs"
    assert newsdesk("verify").code == 0


def test_a_dry_run_stores_nothing_and_says_what_would_be(
    newsdesk: Newsdesk, other: Newsdesk, tmp_path: Path
) -> None:
    begun(other)
    answer = newsdesk("import", handed(other, tmp_path / "to.newsdesk"), "--dry-run", "--json")
    assert [one["became"] for one in answer.json["taken_over"]] == ["new"]
    assert newsdesk("list", "--json").json == []


def test_texts_and_what_was_handed_over_come_in_together_and_are_reported(
    newsdesk: Newsdesk, other: Newsdesk, tmp_path: Path
) -> None:
    begun(other)
    file = handed(other, tmp_path / "to.newsdesk")
    (tmp_path / "text.md").write_text("# Ferry sails\n\nIt sails at noon.\n")
    (tmp_path / "bad.newsdesk").write_bytes(b"no such thing")
    words = (file, tmp_path / "text.md", tmp_path / "bad.newsdesk")
    answer = newsdesk("import", *words, "--report", tmp_path / "report.json", "--json")
    assert answer.code == 1
    assert len(answer.json["imported"]) == len(answer.json["taken_over"]) == 1
    assert [one["file"] for one in answer.json["refused"]] == [str(tmp_path / "bad.newsdesk")]
    report = (tmp_path / "report.json").read_text("utf-8")
    assert '"became": "new"' in report
    assert "bad.newsdesk" in report


# Passwords ------------------------------------------------------------------------------------


def test_a_password_is_read_from_a_file(
    newsdesk: Newsdesk, other: Newsdesk, tmp_path: Path
) -> None:
    key = begun(newsdesk)
    (tmp_path / "secret").write_text(f"{OPENS}\nnot this line\n", "utf-8")
    secret = ("--password-file", tmp_path / "secret")
    file = handed(newsdesk, tmp_path / "to.newsdesk", key, *secret)
    refused = other("import", file, "--json")
    assert [one["problem"] for one in refused.json["refused"]] == ["needs_password"]
    (tmp_path / "wrong").write_text("guess\n")
    refused = other("import", file, "--password-file", tmp_path / "wrong", "--json")
    assert [one["problem"] for one in refused.json["refused"]] == ["wrong_password"]
    assert other("import", file, *secret).code == 0
    assert headline(other, key) == "Harbour opens"


def typing(*answers: str) -> Callable[[str], str]:
    """Return what a person types, one after the other."""
    left = iter(answers)
    return lambda _prompt: next(left)


def test_a_password_is_asked_for_on_a_terminal_three_times(
    newsdesk: Newsdesk, other: Newsdesk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    key = begun(newsdesk)
    monkeypatch.setattr(getpass, "getpass", typing(OPENS, OPENS))
    file = handed(newsdesk, tmp_path / "to.newsdesk", key, "--password")
    monkeypatch.setattr(sys.stdin, "isatty", lambda: True, raising=False)
    monkeypatch.setattr(getpass, "getpass", typing("a", "b", "c"))
    assert other("import", file).code == 1
    monkeypatch.setattr(getpass, "getpass", typing("a", "b", OPENS))
    assert other("import", file).code == 0
    assert headline(other, key) == "Harbour opens"


def test_two_passwords_that_are_not_the_same_write_nothing(
    newsdesk: Newsdesk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    key = begun(newsdesk)
    monkeypatch.setattr(getpass, "getpass", typing("one", "two"))
    answer = newsdesk(
        "export", key, "--format", "bundle", "--out", tmp_path / "to.newsdesk", "--password"
    )
    assert answer.code == 2
    assert not (tmp_path / "to.newsdesk").exists()


@pytest.mark.parametrize("words", [("--password",), ("--password-file", "x")])
def test_a_page_takes_no_password(
    newsdesk: Newsdesk, tmp_path: Path, words: tuple[str, ...]
) -> None:
    answer = newsdesk("export", "--all", "--out", tmp_path, *words)
    assert answer.code == 2
    assert "only a bundle takes a password" in answer.err


def test_one_that_is_not_there_is_told_and_the_others_are_written(
    newsdesk: Newsdesk, tmp_path: Path
) -> None:
    key = begun(newsdesk)
    answer = newsdesk("export", key, "none", "--format", "bundle", "--out", tmp_path, "--json")
    assert answer.code == 1
    assert "none" in answer.err
    assert [one["format"] for one in answer.json["written"]] == ["bundle"]
