"""What there is to say of a text before a person is asked about it."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from newsdesk.desk import open_desk
from newsdesk.services.desk import Desk
from newsdesk.ui.jobs.import_question import is_sure, looked_at

TEXT = """\
Rabat opens a second quay

GENEVA, 3 May 2026 – The port of Rabat has opened a second quay, the Office for Safe Harbours said.

For more information, please contact:
Dana Whitlock
Email: dana.whitlock@example.org
"""
DOUBTFUL = TEXT.replace(
    "GENEVA, 3 May 2026 – ", "Embargoed until the minister has spoken, on 3 May at 10:00\n\n"
)
PAGE = Path(__file__).resolve().parents[2] / "importing" / "files" / "page.html"


@pytest.fixture
def desk(newsroom_folder: Path) -> Iterator[Desk]:
    with open_desk(newsroom_folder, writing=True) as desk:
        yield desk


def test_a_text_without_a_headline_is_not_sure(desk: Desk) -> None:
    sure, doubtful = (desk.imports.read_pasted(text) for text in (TEXT, DOUBTFUL))
    assert is_sure(sure)
    assert not is_sure(replace(sure, headline=""))
    assert not is_sure(doubtful)


def test_a_source_is_looked_at_with_the_places_of_its_pieces(desk: Desk) -> None:
    looked = looked_at(desk, desk.imports.read_pasted(TEXT))
    assert [*looked.lines] == TEXT.splitlines()
    headline = next(one for one in looked.extents if one.finding.kind == "headline")
    assert looked.lines[headline.first_line][headline.start : headline.end] == TEXT.splitlines()[0]
    assert looked.duplicates == ()
    assert not looked.is_covered


def test_what_is_here_already_is_found_unless_it_is_known(desk: Desk) -> None:
    draft = desk.imports.read_pasted(TEXT)
    imported, _changes = desk.imports.store(draft)
    (duplicate,) = looked_at(desk, draft).duplicates
    assert duplicate.release_id == imported.release.id
    known = replace(duplicate, headline="known")
    assert looked_at(desk, draft, known).duplicates == (known,)


def test_of_a_page_of_a_site_that_was_decided_about_only_a_known_one_is_asked(desk: Desk) -> None:
    draft = desk.imports.read(PAGE.read_bytes(), PAGE.name)
    assert not looked_at(desk, draft).is_covered
    desk.sites.remember("https://example.org/news")
    assert looked_at(desk, draft).is_covered
    desk.imports.store(draft)
    (known,) = looked_at(desk, draft).duplicates
    assert not looked_at(desk, draft, known).is_covered
