"""What stands below the lead, told through whole texts."""

import pytest

from newsdesk.domain.boilerplate import BoilerplateKind
from newsdesk.domain.provenance import FindingKind
from newsdesk.importing.draft import ImportTools
from newsdesk.importing.surgeon import dissect

TEXT = """\
Crews finish night course

NAIROBI, 12 February 2026 – Ninety harbour workers have finished a course in night rescue.

The next course begins in Tunis in June, and ports may apply until the end of April.
"""
LAST = "ports may apply until the end of April."


@pytest.mark.parametrize("mark", ["###", "ENDS", "-ends-", "* * *", "-30-"])
def test_an_end_mark_ends_the_body_and_is_no_part_of_it(tools: ImportTools, mark: str) -> None:
    draft = dissect(f"{TEXT}\n{mark}\n", tools=tools)
    assert draft.body_md.endswith(LAST)
    assert mark in {found.text for found in draft.findings}


@pytest.mark.parametrize(
    ("heading", "kind"),
    [
        ("About the Office for Safe Harbours", BoilerplateKind.ABOUT),
        ("À propos de l'Office", BoilerplateKind.ABOUT),
        ("Über das Hafenamt", BoilerplateKind.ABOUT),
        ("Acerca de la Oficina", BoilerplateKind.ABOUT),
        ("Notes to editors", BoilerplateKind.NOTES_TO_EDITORS),
    ],
)
def test_standing_text_is_told_by_its_heading(
    tools: ImportTools, heading: str, kind: BoilerplateKind
) -> None:
    text = f"{TEXT}\n{heading}\n\nThe office helps small ports receive people in safety.\n"
    draft = dissect(text, tools=tools)
    (standing,) = draft.boilerplates
    assert standing.kind is kind
    assert "helps small ports" in standing.text_md
    assert draft.body_md.endswith(LAST)


def test_page_noise_below_is_left_out_and_tags_are_kept(tools: ImportTools) -> None:
    below = (
        "Share this page\nTags: rescue, night\nCategories: News\nTags: , ,\nAll rights reserved."
    )
    draft = dissect(f"{TEXT}\n{below}\n", tools=tools)
    assert draft.body_md.endswith(LAST)
    assert (draft.tags, draft.categories) == (("rescue", "night"), ("News",))


def test_a_number_in_the_running_text_is_no_press_contact(tools: ImportTools) -> None:
    place = "The brigade buys pumps. For more information, call Chief Ada Moore at 301-555-0134."
    draft = dissect(TEXT.replace("The next course", f"{place}\n\nThe next course"), tools=tools)
    assert draft.contacts == ()
    assert place in draft.body_md


def test_a_contact_behind_the_end_mark_is_found(tools: ImportTools) -> None:
    draft = dissect(f"{TEXT}\n###\n\nContact: Ada Moore -- +1 (301) 555-0134\n", tools=tools)
    (contact,) = draft.contacts
    assert contact.display_name == "Ada Moore"
    assert contact.points[0].value == "+13015550134"
    assert FindingKind.CONTACT in {found.kind for found in draft.findings}


def test_a_list_above_the_contact_stays_in_the_body(tools: ImportTools) -> None:
    draft = dissect(
        f"{TEXT}\n- ropes\n- boats\n\nContact\nAda Moore\n+1 (301) 555-0134\n", tools=tools
    )
    assert draft.body_md.endswith("- ropes\n- boats")
    assert [contact.display_name for contact in draft.contacts] == ["Ada Moore"]
