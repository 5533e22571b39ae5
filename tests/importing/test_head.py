"""What stands above the lead, told through whole texts."""

import pytest

from newsdesk.domain.provenance import FindingKind
from newsdesk.importing.draft import Draft, ImportTools
from newsdesk.importing.surgeon import dissect

LEAD = "NAIROBI, 12 February 2026 – Ninety harbour workers have finished a course in night rescue."


def dropped(draft: Draft) -> list[str]:
    return [one.text for one in draft.findings if one.kind is FindingKind.FURNITURE]


@pytest.mark.parametrize(
    ("above", "headline"),
    [
        ("Crews finish night course", "Crews finish night course"),
        ("PRESS RELEASE\n\nCrews finish night course", "Crews finish night course"),
        ("Pressemitteilung Nr. 12\n\nCrews finish night course", "Crews finish night course"),
        (
            "Crews finish night course\n\nPosted by the desk\n\nCrews finish night course",
            "Crews finish night course",
        ),
        (
            "Office for Safe Harbours\nPRESS RELEASE\n\nCrews finish night course",
            "Crews finish night course",
        ),
        ("Home > News > 2026\n\nCrews finish night course", "Crews finish night course"),
        (
            "HARBOUR CREWS FROM NINE PORTS\nFINISH NIGHT COURSE",
            "HARBOUR CREWS FROM NINE PORTS FINISH NIGHT COURSE",
        ),
        ("", ""),
    ],
)
def test_a_headline_is_found_under_labels_letterheads_and_crumbs(
    tools: ImportTools, above: str, headline: str
) -> None:
    draft = dissect(f"{above}\n\n{LEAD}", tools=tools)
    assert draft.headline == headline
    assert draft.body_md == "Ninety harbour workers have finished a course in night rescue."


def test_a_menu_above_the_headline_is_left_out_and_listed(tools: ImportTools) -> None:
    menu = "Skip to content\nHome\nAbout us\nNews\nContact\nSearch\n"
    draft = dissect(f"{menu}\nCrews finish night course\n\n{LEAD}", tools=tools)
    assert draft.headline == "Crews finish night course"
    left_out = " ".join(dropped(draft))
    assert all(entry in left_out for entry in ("Home", "About us", "News", "Search"))


def test_a_line_between_headline_and_lead_is_the_subheadline(tools: ImportTools) -> None:
    draft = dissect(f"Crews finish course\n\nFour days end in the dark\n\n{LEAD}", tools=tools)
    assert (draft.headline, draft.subheadline) == (
        "Crews finish course",
        "Four days end in the dark",
    )


def test_a_letterhead_is_listed_with_its_reason(tools: ImportTools) -> None:
    text = f"Office for Safe Harbours\nPRESS RELEASE\n\nCrews finish night course\n\n{LEAD}"
    flags = {one.text: one.flags for one in dissect(text, tools=tools).findings}
    assert flags["Office for Safe Harbours"] == ("letterhead",)


def test_a_contact_above_the_headline_is_a_contact(tools: ImportTools) -> None:
    text = f"Contact: Dana Whitlock, +41 22 555 01 40\n\nCrews finish night course\n\n{LEAD}"
    draft = dissect(text, tools=tools)
    assert draft.headline == "Crews finish night course"
    assert [contact.display_name for contact in draft.contacts] == ["Dana Whitlock"]


def test_a_profile_and_a_symbol_become_fields(tools: ImportTools) -> None:
    draft = dissect(f"MEDIA ADVISORY\n\nCrews finish night course\n\n{LEAD}", tools=tools)
    assert draft.fields == {"profile": "media_advisory"}
