"""Making backups and going back to one from the command line."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from newsdesk import paths
from newsdesk.desk import open_desk
from newsdesk.services.preferences import FILE_NAME, Preferences, PreferencesFile
from tests.cli.conftest import Newsdesk


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "newsroom"


@pytest.fixture
def stick(tmp_path: Path, folder: Path) -> Path:
    """The second place that was chosen on this machine."""
    stick = tmp_path / "stick"
    stick.mkdir()
    file = PreferencesFile(paths.config_dir(folder) / FILE_NAME)
    file.save(Preferences(backup_folder=str(stick)))
    return stick


def test_one_in_the_second_place_is_gone_back_to_by_its_name(
    newsdesk: Newsdesk, folder: Path, stick: Path
) -> None:
    newsdesk("new", "--set", "headline=Crews train")
    made = Path(newsdesk("backup", "--json").json["path"])
    made.unlink()
    assert newsdesk("restore", made.name).code == 0


@pytest.fixture
def open_elsewhere(folder: Path, newsdesk: Newsdesk) -> Iterator[None]:
    assert newsdesk
    with open_desk(folder, writing=True):
        yield


def test_a_backup_is_made_listed_and_restored(newsdesk: Newsdesk, folder: Path) -> None:
    assert "No backups yet" in newsdesk("backups").out
    newsdesk("new", "--set", "headline=Crews train")
    made = newsdesk("backup", "--json").json
    assert Path(made["path"]).parent == folder / "backups"
    assert made["reason"] == "asked"
    assert made["verified"] is True
    assert made["second"] is None
    newsdesk("new", "--set", "headline=Since then")
    (listed,) = newsdesk("backups", "--json").json
    assert listed["path"] == made["path"]
    assert (listed["releases"], listed["contacts"]) == (1, 0)
    assert [one["headline"] for one in listed["newest"]] == ["Crews train"]
    said = newsdesk("backups").out
    assert all(words in said for words in ("by hand", "sound", "1 releases", made["path"]))
    restored = newsdesk("restore", made["path"], "--json")
    assert restored.code == 0
    assert restored.json["restored"] == made["path"]
    assert Path(restored.json["set_aside"]).is_file()
    titles = [one["headline"] for one in newsdesk("list", "--json").json]
    assert titles == ["Crews train"]
    last = newsdesk("backups", "--json").json[0]  # of what was there before
    assert (last["reason"], last["releases"]) == ("restore", 2)
    back = newsdesk("restore", Path(last["path"]).name)
    assert "Restored: 2 releases" in back.out
    assert "What was there before stands in" in back.out
    assert len(newsdesk("list", "--json").json) == 2


def test_a_backup_goes_where_it_is_told(newsdesk: Newsdesk, tmp_path: Path) -> None:
    newsdesk("new", "--set", "headline=Crews train")
    made = Path(newsdesk("backup", tmp_path / "there").out.strip())
    assert made.parent == tmp_path / "there"
    assert newsdesk("backups", "--json").json == []
    assert newsdesk("restore", made).code == 0


def test_a_copy_goes_to_the_second_place(newsdesk: Newsdesk, stick: Path) -> None:
    made = newsdesk("backup", "--json")
    assert made.code == 0
    assert Path(made.json["second"]).is_relative_to(stick)


def test_a_second_place_that_is_away_is_said_and_the_backup_stands(
    newsdesk: Newsdesk, stick: Path
) -> None:
    stick.rmdir()
    made = newsdesk("backup", "--json")
    assert made.code == 1
    assert Path(made.json["path"]).is_file()
    assert f"no copy of it in {stick}: it is not there" in made.err
    listed = newsdesk("backups", "--json")
    assert len(listed.json) == 1
    assert f"{stick}, the second place, is not there" in listed.err


@pytest.mark.usefixtures("open_elsewhere")
def test_a_backup_is_made_while_the_window_is_open_but_nothing_is_restored(
    newsdesk: Newsdesk, folder: Path
) -> None:
    made = newsdesk("backup", "--json").json
    before = (folder / "newsdesk.sqlite").read_bytes()
    refused = newsdesk("restore", made["path"])
    assert refused.code == 1
    assert "Another newsdesk is writing" in refused.err
    assert (folder / "newsdesk.sqlite").read_bytes() == before


def test_a_damaged_backup_is_refused(newsdesk: Newsdesk) -> None:
    newsdesk("new", "--set", "headline=Crews train")
    made = Path(newsdesk("backup", "--json").json["path"])
    made.write_bytes(made.read_bytes()[:-4096])
    refused = newsdesk("restore", made)
    assert refused.code == 1
    assert "is damaged" in refused.err
    assert len(newsdesk("list", "--json").json) == 1


def test_what_is_not_there_cannot_be_restored(newsdesk: Newsdesk) -> None:
    refused = newsdesk("restore", "yesterday.sqlite")
    assert refused.code == 1
    assert "There is no backup 'yesterday.sqlite'" in refused.err


def test_a_newsroom_that_was_overwritten_with_zeros_comes_back(
    newsdesk: Newsdesk, folder: Path
) -> None:
    newsdesk("new", "--set", "headline=Crews train")
    made = newsdesk("backup", "--json").json["path"]
    database = folder / "newsdesk.sqlite"
    zeros = bytes(database.stat().st_size)
    database.write_bytes(zeros)
    assert newsdesk("list").code == 1
    assert newsdesk("backups", "--json").json[0]["path"] == made
    restored = newsdesk("restore", made, "--json")
    assert restored.code == 0
    assert Path(restored.json["set_aside"]).read_bytes() == zeros
    assert len(newsdesk("list", "--json").json) == 1


def test_before_much_is_changed_at_once_there_is_a_backup(
    newsdesk: Newsdesk, tmp_path: Path
) -> None:
    newsdesk("new", "--set", "headline=Crews train")
    text = tmp_path / "text.md"
    text.write_text("# Another one\n\nHarbours are open.\n", "utf-8")
    newsdesk("import", text, "--dry-run")
    assert newsdesk("backups", "--json").json == []
    newsdesk("import", text)
    (before,) = newsdesk("backups", "--json").json
    assert (before["reason"], before["releases"]) == ("import", 1)
    newsdesk("import", text, "--on-duplicate", "copy")  # within the same minute
    assert len(newsdesk("backups", "--json").json) == 1


def test_the_samples_are_backed_up_before_they_go(newsdesk: Newsdesk) -> None:
    newsdesk("samples")
    newsdesk("samples", "--remove")
    (before,) = newsdesk("backups", "--json").json
    assert (before["reason"], before["releases"]) == ("removal", 3)


def test_a_newsroom_that_cannot_be_backed_up_is_still_written_in(
    newsdesk: Newsdesk, folder: Path, tmp_path: Path
) -> None:
    (folder / "backups").write_text("in the way")
    text = tmp_path / "text.md"
    text.write_text("# Another one\n\nHarbours are open.\n", "utf-8")
    imported = newsdesk("import", text)
    assert imported.code == 0
    assert "there is no backup of the newsroom as it was before" in imported.err
