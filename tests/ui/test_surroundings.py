from dataclasses import FrozenInstanceError, fields
from pathlib import Path

import pytest

from newsdesk.app import surroundings
from newsdesk.services.start_snapshot import StartSnapshot
from newsdesk.services.text_places import TextPlace
from newsdesk.ui.surroundings import Surroundings
from tests.ui.named_parts import asked_of


def test_everything_in_it_is_used_and_everything_used_is_in_it() -> None:
    names = {field.name for field in fields(Surroundings)}
    assert asked_of("surroundings") == names - {"where"} | {"data_folder"}


def test_the_newsroom_is_somewhere_else_once_it_was_moved(tmp_path: Path) -> None:
    given = surroundings(data_dir=tmp_path / "here")
    places, target = given.places, tmp_path / "there"
    places.note("a", TextPlace(caret=3, line=1.5))
    given.go_to(str(target))
    assert given.data_folder == str(target)
    with given.open_to_write() as desk:
        assert desk.newsroom.get().version == 0
    assert (target / "newsdesk.sqlite").is_file()
    places.save()
    given.snapshot.save(StartSnapshot())
    assert {path.name for path in (target / "state").iterdir()} == {"places.json", "start.json"}
    assert not (tmp_path / "here").exists()


def test_nobody_exchanges_a_part_of_it() -> None:
    given = surroundings()
    with pytest.raises(FrozenInstanceError):
        given.is_folder_given = True  # type: ignore[misc]
