from datetime import date

import pytest

from newsdesk.domain.dateline import DatelineStyle
from newsdesk.domain.errors import ImportRefusedError
from newsdesk.domain.provenance import Confidence
from newsdesk.importing import drafts
from newsdesk.importing.draft import Draft, ImportTools


def draft_of(tools: ImportTools, *lines: str) -> Draft:
    return next(
        drafts(
            ("---\n" + "\n".join(lines) + "\n---\nThe harbour opened.\n").encode(), "a.md", tools
        )
    )


def test_fields_are_taken_by_their_names(tools: ImportTools) -> None:
    draft = draft_of(
        tools,
        "headline: Harbour opens",
        "language: en",
        "subheadline: At last",
        "abstract: It opened.",
        "byline: Noor Elm",
        "slug: harbour",
        "urgency: 2",
        "dateline.places: Geneva; Nairobi",
        "dateline.date: 2026-03-02",
        "dateline.style: un",
        "tags: [port, night]",
        "categories: News, Ports",
    )
    assert (draft.headline, draft.subheadline, draft.abstract) == (
        "Harbour opens",
        "At last",
        "It opened.",
    )
    assert (draft.byline, draft.slug) == ("Noor Elm", "harbour")
    assert [place.city for place in draft.dateline.places] == ["Geneva", "Nairobi"]
    assert (draft.dateline.date, draft.dateline.style) == (date(2026, 3, 2), DatelineStyle.UN)
    assert (draft.tags, draft.categories) == (("port", "night"), ("News", "Ports"))
    assert draft.fields["urgency"] == "2"


def test_a_field_that_nobody_knows_is_listed_not_lost(tools: ImportTools) -> None:
    draft = draft_of(tools, "headline: One", "colour: red and blue")
    unsure = [found for found in draft.findings if found.confidence is Confidence.LOW]
    assert any("red and blue" in found.text for found in unsure)


def test_a_place_that_nobody_knows_is_never_made_up(tools: ImportTools) -> None:
    draft = draft_of(tools, "headline: One", "dateline.places: Nowhereville")
    assert draft.dateline.places == ()
    assert any("Nowhereville" in found.text for found in draft.findings)


def test_a_contact_is_read_as_in_a_text(tools: ImportTools) -> None:
    draft = draft_of(tools, "headline: One", "contacts: 'Dana Whitlock, dana@example.org'")
    (contact,) = draft.contacts
    assert contact.display_name == "Dana Whitlock"
    assert [point.value for point in contact.points] == ["dana@example.org"]


@pytest.mark.parametrize("line", ["language: '!!'", "headline: [a, {b: c}]", "tags: {a: b}"])
def test_a_value_of_the_wrong_kind_is_refused_or_listed(tools: ImportTools, line: str) -> None:
    try:
        findings = draft_of(tools, line).findings
    except ImportRefusedError:
        return
    assert any(found.confidence is Confidence.LOW for found in findings)
