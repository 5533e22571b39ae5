"""What is to be brought in, read a little at a time."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from newsdesk.desk import open_desk
from newsdesk.domain.errors import ImportProblem
from newsdesk.services.desk import Desk
from newsdesk.services.import_reading import FileEnd
from newsdesk.ui.jobs.source_reading import FoundDraft, Piece, SourceReading

PAGE = Path(__file__).resolve().parents[2] / "importing" / "files" / "page.html"


@pytest.fixture
def desk(newsroom_folder: Path) -> Iterator[Desk]:
    with open_desk(newsroom_folder, writing=True) as desk:
        yield desk


def all_of(reading: SourceReading, desk: Desk) -> tuple[list[Piece], int]:
    """Return all that is read, and in how many slices."""
    pieces: list[Piece] = []
    for number in range(1, 1000):
        found = reading.take(desk)
        pieces += found.pieces
        if found.is_last:
            return pieces, number
    raise AssertionError


def test_a_file_of_many_is_read_in_slices(desk: Desk, tmp_path: Path) -> None:
    items = "".join(f"<item><title>Number {n}</title></item>" for n in range(120))
    path = tmp_path / "feed.xml"
    path.write_text(f'<rss version="2.0"><channel>{items}</channel></rss>', "utf-8")
    reading = SourceReading([path])
    assert [file.name for file in reading.list(desk).files] == ["feed.xml"]
    pieces, slices = all_of(reading, desk)
    assert slices >= 3
    assert [isinstance(one, FoundDraft) for one in pieces] == [True] * 120 + [False]
    reading.close(desk)


def test_a_pasted_text_is_a_file_without_a_name(desk: Desk) -> None:
    reading = SourceReading(text="Crews are ready\n\nThey said so at the harbour today.")
    assert [file.name for file in reading.list(desk).files] == [""]
    (found, end), _ = all_of(reading, desk)
    assert isinstance(found, FoundDraft)
    assert found.needs_look
    assert isinstance(end, FileEnd)


def test_a_pasted_text_with_nothing_in_it_is_refused(desk: Desk) -> None:
    ((end,), _) = all_of(SourceReading(text=" \n "), desk)
    assert isinstance(end, FileEnd)
    assert end.refusal is not None
    assert end.refusal.problem is ImportProblem.EMPTY


def test_a_page_of_a_site_that_was_decided_about_is_covered(desk: Desk) -> None:
    for is_covered in (False, True):
        reading = SourceReading([PAGE])
        reading.list(desk)
        (found, _end), _ = all_of(reading, desk)
        assert isinstance(found, FoundDraft)
        assert found.is_covered is is_covered
        desk.sites.remember("https://example.org/news")


def test_closing_what_was_not_begun_does_nothing(desk: Desk) -> None:
    SourceReading().close(desk)
