"""The `text` export."""

from pathlib import Path

from newsdesk.domain.release import Standing
from newsdesk.exporting.plain_text import TEXT
from tests.exporting.sample import ENGLISH, source_of, standing_as

REFERENCE = Path(__file__).parent / "files" / "text.txt"


def test_the_text_is_the_reference() -> None:
    assert TEXT.write(source_of(ENGLISH)) == {
        "council-opens-new-harbour-station.txt": REFERENCE.read_bytes()
    }


def test_a_draft_says_so_in_its_name_and_its_first_line() -> None:
    ((name, content),) = TEXT.write(source_of(standing_as(ENGLISH, Standing.DRAFT))).items()
    assert name == "DRAFT-council-opens-new-harbour-station.txt"
    assert content.decode().startswith("DRAFT")
