import pytest

from newsdesk.domain.errors import ImportProblem, ImportRefusedError
from newsdesk.domain.provenance import FindingKind
from newsdesk.importing.draft import Draft, ImportTools
from newsdesk.importing.markdown import read


def draft_of(tools: ImportTools, text: str) -> Draft:
    return read(text.encode(), "one.md", tools)


def test_with_a_front_matter_the_body_is_left_as_it_is(tools: ImportTools) -> None:
    body = "First *line*\nbroken here.\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\nContact: nobody."
    draft = draft_of(tools, f"---\nheadline: Harbour opens\nlanguage: en\n---\n{body}\n")
    assert draft.headline == "Harbour opens"
    assert draft.body_md.strip() == body
    assert draft.contacts == ()


def test_a_headline_that_the_front_matter_lacks_is_the_first_heading(tools: ImportTools) -> None:
    draft = draft_of(tools, "---\nlanguage: en\n---\n# Harbour opens\n\nIt opened.\n")
    assert draft.headline == "Harbour opens"
    assert draft.body_md.strip() == "It opened."


def test_a_headline_said_twice_is_taken_once(tools: ImportTools) -> None:
    text = "---\nheadline: Harbour opens\n---\n# Harbour opens\n\nIt opened.\n"
    assert draft_of(tools, text).body_md.strip() == "It opened."


def test_without_one_the_text_is_taken_apart_and_keeps_its_marks(tools: ImportTools) -> None:
    text = (
        "# Le port ouvre la nuit\n\n"
        "**Genève, le 3 mars 2026** — Le port reste *ouvert* la nuit depuis lundi.\n\n"
        "- des cordes\n- des bateaux\n\n"
        "## Contact\n\nLéa Marchetti  \nTél. +41 22 555 01 41  \n<lea@example.org>\n"
    )
    draft = draft_of(tools, text)
    assert (draft.headline, draft.language) == ("Le port ouvre la nuit", "fr")
    assert [place.city for place in draft.dateline.places] == ["Geneva"]
    assert draft.body_md == (
        "Le port reste *ouvert* la nuit depuis lundi.\n\n- des cordes\n- des bateaux"
    )
    assert [contact.display_name for contact in draft.contacts] == ["Léa Marchetti"]


@pytest.mark.parametrize(
    ("text", "body"),
    [
        (
            "# Harbour opens\n\nIt opened today.\n\n## What comes next\n\nAnd so on.",
            "It opened today.\n\n## What comes next",
        ),
        ("# Harbour opens\nIt opened today.", "It opened today."),
        ("\n\n# Harbour opens #\n\nIt opened today.", "It opened today."),
        ("Harbour opens\n=============\n\nIt opened today.", "It opened today."),
        ("# Harbour opens\n\n- ropes\n- boats", "- ropes\n- boats"),
        ("# Harbour opens\n\n| a | b |\n|---|---|\n| 1 | 2 |", "| a | b |\n|---|---|\n| 1 | 2 |"),
        ("# Harbour opens", ""),
    ],
)
def test_a_heading_at_the_top_is_the_headline(tools: ImportTools, text: str, body: str) -> None:
    draft = draft_of(tools, text)
    assert (draft.headline, draft.subheadline) == ("Harbour opens", None)
    assert draft.body_md.startswith(body)
    assert "Harbour opens" not in draft.body_md


def test_a_heading_below_the_lead_is_no_headline(tools: ImportTools) -> None:
    text = "The harbour opened today, and half the town came to see it, the office said.\n\n# Later"
    draft = draft_of(tools, text)
    assert (draft.headline, draft.body_md) == ("", text)


@pytest.mark.parametrize(
    "matter",
    [
        "a: [1",
        "a: &b [1]\nc: [*b, *b]",
        "headline: !!python/x 1",
    ],
)
def test_a_front_matter_that_cannot_be_read_is_refused(tools: ImportTools, matter: str) -> None:
    with pytest.raises(ImportRefusedError) as refused:
        draft_of(tools, f"---\n{matter}\n---\nText.\n")
    assert refused.value.problem is ImportProblem.FRONT_MATTER
    assert refused.value.source == "one.md"


@pytest.mark.parametrize(
    "text", ["<!DOCTYPE html><html><p>x</p></html>", "<?xml version='1.0'?><a/>"]
)
def test_a_page_under_the_name_of_markdown_is_refused(tools: ImportTools, text: str) -> None:
    with pytest.raises(ImportRefusedError) as refused:
        draft_of(tools, text)
    assert refused.value.problem is ImportProblem.UNKNOWN_KIND


def test_a_rule_at_the_top_is_no_front_matter(tools: ImportTools) -> None:
    draft = draft_of(tools, "---\n\nHarbour opens\n\nIt opened today, the office said.\n")
    assert FindingKind.FIELD not in {found.kind for found in draft.findings}
    assert "It opened today" in draft.body_md


@pytest.mark.parametrize(
    ("body", "first", "last"),
    [
        ("It opened.", 4, 4),
        ("It opened.\n\nOn Monday.\n\n\n", 4, 6),
        ("\nIt opened.\n\nOn Monday,\nat noon.\n\n- by boat\n- by car\n\nNobody came.\n\n", 5, 13),
        ("# Harbour opens\n\nIt opened.\n", 6, 6),
        ("It opened.\n\n# Harbour opens\n\n", 4, 4),
        ("One.\n\n# Harbour opens\n\nTwo.\n\nThree.\n\nFour.\n", 4, 12),
    ],
)
def test_where_the_body_begins_and_ends_is_told(
    tools: ImportTools, body: str, first: int, last: int
) -> None:
    draft = draft_of(tools, f"---\nheadline: Harbour opens\nlanguage: en\n---\n{body}")
    (found,) = [one for one in draft.findings if one.kind is FindingKind.BODY]
    assert (found.first_line, found.last_line) == (first, last)


def test_a_language_that_nothing_says_is_told_by_the_whole_body(tools: ImportTools) -> None:
    french = "Le port de Samport a été ouvert lundi par le maire, qui a salué ses habitants.\n\n"
    draft = draft_of(tools, f"---\nheadline: OSH\n---\nOSH\n\nOSH\n\nOSH\n\nOSH\n\n{french * 3}")
    assert draft.language == "fr"
