"""A newsroom in a folder that another program keeps the same in a cloud, from the command line."""

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from newsdesk import paths
from newsdesk.desk import open_desk, open_journal
from newsdesk.domain.journal import JournalEntry
from newsdesk.services.preferences import FILE_NAME, Preferences, PreferencesFile
from newsdesk.storage.names import NAME
from tests.cli.conftest import Newsdesk


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "newsroom"


@pytest.fixture
def shared(newsdesk: Newsdesk, folder: Path) -> Path:
    """The newsroom, with a release, once its folder has got the mark of Syncthing."""
    newsdesk("new", "--set", "headline=Crews train")
    (folder / ".stfolder").mkdir()
    return folder


def window_file() -> PreferencesFile:
    return PreferencesFile(paths.config_dir() / FILE_NAME)


@pytest.mark.parametrize("words", [("list",), ("new", "--set", "headline=Another"), ("verify",)])
def test_it_is_refused_with_what_to_do(
    newsdesk: Newsdesk, shared: Path, words: tuple[str, ...]
) -> None:
    before = (shared / NAME).read_bytes()
    answer = newsdesk(*words)
    assert answer.code == 1
    assert answer.out == ""
    for said in ("Syncthing", "Nothing was changed", "move-newsroom", "--use-folder-anyway"):
        assert said in answer.err
    assert str(shared) in answer.err
    assert (shared / NAME).read_bytes() == before


def test_it_is_used_all_the_same_and_that_is_remembered(newsdesk: Newsdesk, shared: Path) -> None:
    assert newsdesk("--use-folder-anyway", "new", "--set", "headline=Another").code == 0
    assert len(newsdesk("list", "--json").json) == 2
    assert newsdesk("new", "--set", "headline=A third").code == 0
    other = shared.parent / "other"
    (other / ".stfolder").mkdir(parents=True)
    assert newsdesk("--data-dir", other, "list").code == 1


def test_it_is_moved_to_the_usual_folder(newsdesk: Newsdesk, shared: Path) -> None:
    before = (shared / NAME).read_bytes()
    moved = newsdesk("move-newsroom", "--json")
    assert moved.code == 0
    usual = paths.data_dir()
    assert moved.json == {"from": str(shared), "to": str(usual), "window_opens_it": True}
    (release,) = newsdesk("--data-dir", usual, "list", "--json").json
    assert release["headline"] == "Crews train"
    assert (shared / NAME).read_bytes() == before


def test_what_was_typed_and_not_stored_comes_along(newsdesk: Newsdesk, shared: Path) -> None:
    (shared / ".stfolder").rmdir()
    with open_desk(shared, writing=True) as desk, open_journal(shared) as journal:
        release, _ = desk.releases.new({"headline": "Typed"})
        text = desk.releases.get(str(release.id))
        journal.write(
            JournalEntry(release=replace(text, body_md="Not stored."), at=datetime.now(UTC))
        )
    (shared / ".stfolder").mkdir()
    newsdesk("move-newsroom")
    (left,) = newsdesk("--data-dir", paths.data_dir(), "recover", "--list", "--json").json
    assert left["id"] == str(release.id)


def test_the_window_follows_where_it_had_the_newsroom_open(
    newsdesk: Newsdesk, shared: Path, tmp_path: Path
) -> None:
    window_file().save(Preferences(data_dir=str(shared), editor_font_px=17))
    target = tmp_path / "office"
    answer = newsdesk("move-newsroom", target)
    assert answer.code == 0
    assert "The window opens it there" in answer.out
    assert f'--data-dir "{target}"' in answer.out
    assert window_file().load() == Preferences(data_dir=str(target), editor_font_px=17)


def test_the_window_on_another_newsroom_stays_there(
    newsdesk: Newsdesk, shared: Path, tmp_path: Path
) -> None:
    window_file().save(Preferences(data_dir=str(tmp_path / "mine")))
    answer = newsdesk("move-newsroom")
    assert "The window" not in answer.out
    assert window_file().load().data_dir == str(tmp_path / "mine")


def test_it_is_not_moved_to_a_folder_that_is_no_better(
    newsdesk: Newsdesk, shared: Path, tmp_path: Path
) -> None:
    answer = newsdesk("move-newsroom", shared / "within")
    assert answer.code == 1
    assert "lies in a folder of Syncthing. Nothing was changed" in answer.err
    newsdesk("move-newsroom", tmp_path / "target")
    answer = newsdesk("move-newsroom", tmp_path / "target")
    assert answer.code == 1
    assert "has a newsroom already" in answer.err
