"""Which of the lines above a lead is the headline, and what the others are."""

import pytest

from newsdesk.domain.provenance import FindingKind
from newsdesk.importing.draft import Draft, ImportTools
from newsdesk.importing.surgeon import dissect

LEAD = (
    "Nairobi, 5 May 2025 – The harbour office opened a new berth today, and forty small ships can "
    "now lie there in every weather of the year."
)
HEADLINE = "Harbour office opens a new berth for small ships"


def read(tools: ImportTools, *lines: str) -> Draft:
    return dissect("\n\n".join([*lines, LEAD]), tools=tools)


@pytest.mark.parametrize(
    "above",
    [
        ("HARBOUR OFFICE OF KELBRA", "PRESS RELEASE"),
        ("HARBOUR OFFICE OF KELBRA", "12 Quay Street, Nairobi", "Embargo: 11:00 GMT, 5 May 2025"),
        ("Harbour Office", "HOK/PR/218"),
    ],
)  # fmt: skip
def test_a_letterhead_is_no_headline(above: tuple[str, ...], tools: ImportTools) -> None:
    draft = read(tools, *above, HEADLINE)
    assert draft.headline == HEADLINE
    assert draft.subheadline is None


def test_a_label_below_headline_and_subheadline_makes_them_no_letterhead(
    tools: ImportTools,
) -> None:
    draft = read(tools, HEADLINE, "Three more to follow", "FOR IMMEDIATE RELEASE")
    assert (draft.headline, draft.subheadline) == (HEADLINE, "Three more to follow")


@pytest.mark.parametrize("label", ["Subject: ", "Objet : ", "Betreff: ", "Тема: ", "件名："])
def test_the_subject_of_a_letter_is_its_headline(label: str, tools: ImportTools) -> None:
    draft = read(tools, "Harbour Office of Kelbra", f"{label}{HEADLINE}")
    assert draft.headline == HEADLINE
    assert draft.subheadline is None


@pytest.mark.parametrize(
    "salutation",
    ["Dear Sir or Madam,", "Madame, Monsieur,", "Sehr geehrte Damen,", "Уважаемые коллеги!"],
)  # fmt: skip
def test_a_letter_begins_with_its_salutation(salutation: str, tools: ImportTools) -> None:
    draft = read(tools, HEADLINE, salutation)
    assert draft.headline == HEADLINE
    assert draft.body_md.startswith(salutation)


def test_an_embargo_that_cannot_be_read_is_no_headline(tools: ImportTools) -> None:
    draft = read(tools, "Embargoed until further notice", HEADLINE)
    assert draft.headline == HEADLINE
    assert draft.body_md.startswith("Embargoed until further notice")


def test_who_provided_a_page_is_no_subheadline(tools: ImportTools) -> None:
    draft = read(tools, HEADLINE, "News provided by", "Harbour Office of Kelbra")
    assert draft.subheadline is None
    assert FindingKind.FURNITURE in {finding.kind for finding in draft.findings}


def test_the_day_of_an_embargo_completes_a_dateline(tools: ImportTools) -> None:
    text = f"Embargoed until 11:00 GMT on 5 May 2025\n\n{HEADLINE}\n\n"
    draft = dissect(text + LEAD.replace("5 May 2025", "5 May"), tools=tools)
    assert draft.dateline.date is not None
    assert draft.dateline.date.isoformat() == "2025-05-05"
