"""Where in each text somebody was writing."""

from pathlib import Path

import pytest

from newsdesk.services.text_places import _MOST, TextPlace, TextPlaces


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "state" / "places.json"


def test_a_place_is_found_again_by_the_next_run(path: Path) -> None:
    places = TextPlaces(path)
    assert places.of("one") is None
    places.note("one", TextPlace(120, 12.5))
    places.save()
    assert TextPlaces(path).of("one") == TextPlace(120, 12.5)


def test_the_places_of_the_last_releases_are_kept(path: Path) -> None:
    places = TextPlaces(path)
    for number in range(_MOST + 2):
        places.note(str(number), TextPlace(number, 0.0))
        places.note("0", TextPlace(7, 1.0))  # always among the last
    places.save()
    kept = TextPlaces(path)
    assert kept.of("0") == TextPlace(7, 1.0)
    assert kept.of("1") is None
    assert kept.of(str(_MOST + 1)) is not None


def test_nothing_is_written_while_nothing_is_new(path: Path) -> None:
    places = TextPlaces(path)
    places.note("one", TextPlace(1, 0.0))
    places.save()
    path.unlink()
    places.save()
    assert not path.exists()


@pytest.mark.parametrize(
    "content",
    [
        b"", b"[]", b"{", b'{"one": 3}', b'{"one": [-1, 0]}', b'{"one": [1, NaN]}',
        b'{"one": ["1", 0]}', b'{"one": [true, 0]}', b'{"one": [1, 2, 3]}', b"\xff\xfe",
        b"[" * 100_000,
    ],
)  # fmt: skip
def test_a_broken_file_costs_a_place_and_no_more(path: Path, content: bytes) -> None:
    path.parent.mkdir()
    path.write_bytes(content)
    places = TextPlaces(path)
    assert places.of("one") is None
    places.note("one", TextPlace(1, 2.0))
    places.save()
    assert TextPlaces(path).of("one") == TextPlace(1, 2.0)


def test_where_nothing_can_be_written_the_run_goes_on(tmp_path: Path) -> None:
    (tmp_path / "state").write_text("a file where a folder should be")
    places = TextPlaces(tmp_path / "state" / "places.json")
    places.note("one", TextPlace(1, 0.0))
    places.save()
    assert places.of("one") == TextPlace(1, 0.0)


def test_without_a_file_places_are_known_until_the_end() -> None:
    places = TextPlaces()
    places.note("one", TextPlace(1, 0.0))
    places.save()
    assert places.of("one") == TextPlace(1, 0.0)
