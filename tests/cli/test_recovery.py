import json
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from newsdesk.cli.program import run
from newsdesk.desk import open_desk, open_journal
from newsdesk.domain.journal import JournalEntry
from tests.cli.conftest import Newsdesk

AT = datetime(2026, 3, 2, 9, 30, 5, tzinfo=UTC)


@pytest.fixture
def left(newsdesk: Newsdesk, tmp_path: Path) -> Callable[[str], str]:
    """Leave a text of a stored release behind, and return the key of that."""

    def leave(body: str) -> str:
        made = newsdesk("new", "--set", "headline=Harbour opens", "--json").json["id"]
        with open_desk(tmp_path / "newsroom") as desk:
            release = desk.releases.get(made)
        with open_journal(tmp_path / "newsroom") as journal:
            journal.write(JournalEntry(release=replace(release, body_md=body), at=AT))
        return str(made)

    return leave


def test_where_nothing_was_left_that_is_said(newsdesk: Newsdesk) -> None:
    assert newsdesk("recover").out == "Nothing was left unstored.\n"
    assert newsdesk("recover", "--list", "--json").json == []


def test_what_was_left_is_listed(newsdesk: Newsdesk, left: Callable[[str], str]) -> None:
    key = left("Typed before the end.")
    (line,) = newsdesk("recover", "--list").out.splitlines()
    assert line.startswith(f"{key}  typed 2026-03-02 09:30:05 UTC  stored ")
    assert line.endswith("Harbour opens")
    (shape,) = newsdesk("recover", "--json").json
    assert shape["id"] == key
    assert shape["body_md"] == "Typed before the end."
    assert shape["typed_at"] == "2026-03-02T09:30:05Z"
    assert shape["choices"] == ["mine", "stored", "both"]


def test_ones_own_text_is_taken(newsdesk: Newsdesk, left: Callable[[str], str]) -> None:
    key = left("Typed before the end.")
    said = newsdesk("recover", key, "--keep", "mine")
    assert said.out.startswith("Saved on top of what was stored:")
    assert newsdesk("show", key, "--json").json["body_md"] == "Typed before the end."
    assert newsdesk("recover", "--json").json == []


def test_the_stored_one_is_kept(newsdesk: Newsdesk, left: Callable[[str], str]) -> None:
    key = left("Typed before the end.")
    assert newsdesk("recover", key[:30], "--keep", "stored", "--json").json == {
        "of": key,
        "kept": "stored",
        "id": key,
    }
    assert newsdesk("show", key, "--json").json["body_md"] == ""
    assert newsdesk("recover", "--json").json == []


def test_both_are_kept(newsdesk: Newsdesk, left: Callable[[str], str]) -> None:
    key = left("Typed before the end.")
    copy = newsdesk("recover", key, "--keep", "both", "--json").json["id"]
    assert copy != key
    assert newsdesk("show", copy, "--json").json["body_md"] == "Typed before the end."
    assert newsdesk("show", key, "--json").json["body_md"] == ""


def test_what_cannot_be_meant_is_refused(newsdesk: Newsdesk, left: Callable[[str], str]) -> None:
    key = left("One.")
    left("Two.")
    assert newsdesk("recover", key).code == 2
    assert newsdesk("recover", "--keep", "mine").code == 2
    assert newsdesk("recover", key, "--list", "--keep", "mine").code == 2
    refused = newsdesk("recover", "ffff", "--keep", "mine")
    assert (refused.code, "ffff" in refused.err) == (1, True)
    assert newsdesk("recover", key[:2], "--keep", "mine").code == 1
    assert len(newsdesk("recover", "--json").json) == 2


def test_what_can_be_read_of_a_damaged_newsroom_is_brought_back(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "damaged"
    with open_desk(folder, writing=True) as desk:
        desk.releases.new({"headline": "Still there"}, body_md="All of it.")
    database = folder / "newsdesk.sqlite"
    whole = database.read_bytes()
    database.write_bytes(bytes(4096) + whole[4096:])
    assert run(["--data-dir", str(folder), "salvage", "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["releases"] == 1
    assert Path(told["aside"]).read_bytes() == bytes(4096) + whole[4096:]
    assert run(["--data-dir", str(folder), "list"]) == 0
    assert "Still there" in capsys.readouterr().out
