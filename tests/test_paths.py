import sys
from pathlib import Path

import pytest

from newsdesk import paths


def test_a_checkout_has_its_resources_at_the_top() -> None:
    assert paths.resources() == Path(__file__).resolve().parents[1] / "resources"


def test_a_wheel_has_its_resources_inside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "_resources").mkdir()
    monkeypatch.setattr(paths, "_PACKAGE", tmp_path)
    assert paths.resources() == tmp_path / "_resources"


def test_a_frozen_program_has_its_resources_where_it_was_unpacked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "resources").mkdir()
    monkeypatch.setattr("sys._MEIPASS", str(tmp_path), raising=False)
    assert paths.resources() == tmp_path / "resources"


def test_a_program_that_is_not_whole_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys._MEIPASS", str(tmp_path), raising=False)
    with pytest.raises(FileNotFoundError):
        paths.resources()


def test_a_text_beside_the_source_is_found_in_a_checkout_and_in_a_packed_program(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert paths.document("CHANGELOG.md").startswith("# Changelog")
    (tmp_path / "resources").mkdir()
    (tmp_path / "resources" / "CHANGELOG.md").write_text("# Packed", encoding="utf-8")
    monkeypatch.setattr("sys._MEIPASS", str(tmp_path), raising=False)
    assert paths.document("CHANGELOG.md") == "# Packed"
    with pytest.raises(FileNotFoundError, match="LICENSE"):
        paths.document("LICENSE")


def test_an_empty_home_is_not_touched_by_asking(home: Path) -> None:
    assert paths.data_dir().is_relative_to(home)
    assert paths.log_dir().is_relative_to(home)
    assert paths.data_dir().name.lower() == "newsdesk"
    for folder in (paths.config_dir(), paths.state_dir(), paths.cache_dir()):
        assert folder.is_relative_to(home)
    assert not home.exists()


def test_a_folder_of_ones_own_holds_everything(
    home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert paths.data_dir(Path("desk")) == tmp_path / "desk"
    assert paths.log_dir(Path("desk")) == tmp_path / "desk" / "log"
    assert paths.data_dir(Path("~/desk")) == home / "desk"
    assert paths.config_dir(Path("desk")) == tmp_path / "desk" / "machine"
    assert paths.state_dir(Path("desk")) == tmp_path / "desk" / "state"
    assert paths.cache_dir(Path("desk")) == tmp_path / "desk" / "cache"


def test_drafts_lie_apart_from_any_newsroom_and_from_those_of_others(
    home: Path, tmp_path: Path
) -> None:
    usual, own = paths.journal_dir(), paths.journal_dir(tmp_path / "desk")
    assert usual.is_relative_to(home)
    assert own.is_relative_to(home)
    assert usual != own != paths.journal_dir(tmp_path / "other")
    assert own == paths.journal_dir(tmp_path / "other" / ".." / "desk")


def test_each_newsroom_has_a_name_of_its_own_for_its_window(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    one, other = (paths.instance_name(tmp_path / name) for name in ("one", "other"))
    assert one != other
    assert one == paths.instance_name(tmp_path / "one")
    if sys.platform.startswith("linux"):
        assert Path(one).parent == tmp_path
    monkeypatch.delenv("XDG_RUNTIME_DIR")
    assert "/" not in paths.instance_name(tmp_path / "one")
