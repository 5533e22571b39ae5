from dataclasses import fields, replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdesk.domain.boilerplate import BoilerplateKind
from newsdesk.domain.dateline import Dateline
from newsdesk.domain.provenance import Confidence, Finding, FindingKind
from newsdesk.importing.draft import Draft, ImportTools
from newsdesk.importing.lines import tidied
from newsdesk.importing.markdown import read as read_markdown
from newsdesk.importing.surgeon import dissect
from newsdesk.importing.taking_back import TAKEN_BACK, can_be_restored, restored

FOLDER = Path(__file__).parent / "files" / "releases"
RELEASES = sorted(path.stem for path in FOLDER.glob("*.txt"))
LEAD = "Ninety harbour workers have finished a course in night rescue, the office said today."
TEXT = f"""\
MEDIA ADVISORY
EMBARGOED UNTIL 11:00 a.m. CET/ 10:00 a.m. GMT on 2 March 2026

Harbour crews train for winter
A course in three ports

Published 3 May 2026, 11:54 by Ann Stone

GENEVA, 3 May 2026 – {LEAD}

The course goes on in spring, and more ports have asked for it since it began last year.

ENDS

About the Office
The office helps small ports receive people and goods in safety.

Notes to editors
1. Pictures are available on request.

Media contacts:
Dana Whitlock, Tel: +41 22 555 01 40, Email: dana.whitlock@example.org
Jonas Perret, Tel: +41 22 555 01 42, Email: jonas.perret@example.org

Tags: port, rescue
Categories: Sea
Share this page
"""
TAKEN = {  # kind -> the fields that are empty without its findings
    FindingKind.HEADLINE: {"headline"},
    FindingKind.SUBHEADLINE: {"subheadline"},
    FindingKind.EMBARGO: {"embargo"},
    FindingKind.POSTED: {"posted_local", "byline"},
    FindingKind.DATELINE: {"dateline"},
    FindingKind.CONTACT: {"contacts"},
    FindingKind.BOILERPLATE: {"boilerplates"},
    FindingKind.NOTES: {"boilerplates"},
    FindingKind.TAGS: {"tags"},
    FindingKind.CATEGORIES: {"categories"},
    FindingKind.FIELD: {"fields"},
    FindingKind.END_MARK: set[str](),
    FindingKind.FURNITURE: set[str](),
}


@pytest.fixture
def draft(tools: ImportTools) -> Draft:
    return dissect(TEXT, tools=tools)


def of(draft: Draft, kind: FindingKind) -> list[Finding]:
    """Return the findings of a kind that can be refused."""
    return [one for one in draft.findings if one.kind is kind and can_be_restored(one)]


def removable(draft: Draft) -> list[Finding]:
    return [one for one in draft.findings if can_be_restored(one)]


def changed(before: Draft, after: Draft) -> set[str]:
    names = {field.name for field in fields(Draft)} - {"findings", "body_md"}
    return {name for name in names if getattr(before, name) != getattr(after, name)}


def bare(text: str) -> str:
    return "".join(filter(str.isalnum, text))


def paragraphs_of(draft: Draft) -> list[str]:
    return draft.body_md.split("\n\n")


# Whole texts --------------------------------------------------------------------------------------


@pytest.mark.parametrize("is_markdown", [False, True])
@pytest.mark.parametrize("name", RELEASES)
def test_all_refused_every_word_is_in_the_body_in_its_order(
    name: str, is_markdown: bool, tools: ImportTools
) -> None:
    text = (FOLDER / f"{name}.txt").read_text("utf-8")
    draft = dissect(text, tools=tools, is_markdown=is_markdown)
    assert is_markdown or bare(draft.body_md) != bare(tidied(text))
    assert_whole(restored(draft, removable(draft)), text)


def assert_whole(draft: Draft, text: str) -> None:
    """Assert that all of a text is body and nothing is in a field."""
    assert bare(draft.body_md) == bare(tidied(text))
    assert replace(
        draft, language="", body_md="", file_name=None, findings=(), dissection=None
    ) == Draft(language="", dateline=Dateline())
    assert removable(draft) == []


@pytest.mark.parametrize("name", RELEASES)
def test_none_refused_nothing_changes(name: str, tools: ImportTools) -> None:
    draft = dissect((FOLDER / f"{name}.txt").read_text("utf-8"), tools=tools)
    assert restored(draft, ()) == draft
    assert restored(draft, [one for one in draft.findings if not can_be_restored(one)]) == draft


@pytest.mark.parametrize("name", RELEASES)
def test_the_order_of_refusing_does_not_matter_nor_does_doing_it_twice(
    name: str, tools: ImportTools
) -> None:
    draft = dissect((FOLDER / f"{name}.txt").read_text("utf-8"), tools=tools)
    refused = removable(draft)[::2]
    at_once = restored(draft, refused)
    one_by_one = draft
    for finding in reversed(refused):
        one_by_one = restored(one_by_one, {finding})
    assert one_by_one == at_once
    assert restored(at_once, refused) == at_once


LINES = st.lists(
    st.sampled_from(
        [
            "",
            "# Harbour opens in Samport",
            "PRESS RELEASE",
            "FOR IMMEDIATE RELEASE    Contact: Jane Roe (202) 555-0133",
            "Berlin, 3 May 2026",
            "3 May 2026",
            "Posted 4 May 2026, 10:00 by Ann Stone",
            f"GENEVA, 3 May – {LEAD}",
            f"- SAMPORT (Example Wire) – {LEAD}",
            "About the office",
            "The office helps small ports receive people and goods in safety.",
            "For more information, please contact:",
            "Noor Elm and Bill Poe, Tel: +41 22 555 01 40, noor@example.org",
            "Jane Roe",
            "Tel: +41 22 555 01 41",
            "###",
            "-",
            "* * *",
            "Share this page",
            "Tags: port, rescue",
        ]
    ),
    max_size=16,
)


@given(lines=LINES, is_markdown=st.booleans())
def test_pieces_in_any_order_come_back_in_their_order(
    tools: ImportTools, lines: list[str], is_markdown: bool
) -> None:
    text = "\n".join(lines)
    draft = dissect(text, tools=tools, is_markdown=is_markdown)
    assert_whole(restored(draft, removable(draft)), text)


# One finding --------------------------------------------------------------------------------------


def test_the_text_has_something_to_refuse_of_each_kind(draft: Draft) -> None:
    assert {one.kind for one in removable(draft)} == TAKEN.keys()


@pytest.mark.parametrize("kind", TAKEN)
def test_a_refused_finding_empties_its_field_and_no_other(draft: Draft, kind: FindingKind) -> None:
    after = restored(draft, of(draft, kind))
    assert changed(draft, after) == TAKEN[kind]
    for finding in of(draft, kind):
        assert bare(finding.text) in bare(after.body_md)
        assert bare(finding.text) not in bare(draft.body_md)


def test_a_text_stands_again_where_it_stood(draft: Draft) -> None:
    (headline,) = of(draft, FindingKind.HEADLINE)
    (mark,) = of(draft, FindingKind.END_MARK)
    after = restored(draft, {headline, mark})
    assert after.headline == ""
    assert paragraphs_of(after) == [
        "Harbour crews train for winter", *paragraphs_of(draft), "ENDS",
    ]  # fmt: skip


def test_a_dateline_is_again_the_beginning_of_its_paragraph(draft: Draft) -> None:
    after = restored(draft, of(draft, FindingKind.DATELINE))
    assert after.dateline == Dateline()
    assert paragraphs_of(draft)[0] == LEAD
    assert paragraphs_of(after) == [f"GENEVA, 3 May 2026 – {LEAD}", *paragraphs_of(draft)[1:]]


@pytest.mark.parametrize(
    ("lead", "rest"),
    [
        ("**Geneva, 3 May 2026** – The *harbour*\nopened, and the mayor said so.", "The *harbour*"),
        (
            "【東京、2025年6月3日】海風電力は本日、発電所の運転を開始したと発表しました。",
            "海風電力",
        ),
    ],
)
def test_a_dateline_comes_back_as_it_was_typed(lead: str, rest: str, tools: ImportTools) -> None:
    draft = dissect(f"# Harbour opens\n\n{lead}", tools=tools, is_markdown=True)
    assert draft.body_md.startswith(rest)
    assert restored(draft, of(draft, FindingKind.DATELINE)).body_md == lead


def test_of_several_contacts_only_the_refused_one_goes(draft: Draft) -> None:
    first, second = of(draft, FindingKind.CONTACT)
    after = restored(draft, {second})
    assert [one.display_name for one in after.contacts] == ["Dana Whitlock"]
    assert paragraphs_of(after)[-1] == second.text
    after = restored(draft, {first})
    assert [one.display_name for one in after.contacts] == ["Jonas Perret"]
    assert paragraphs_of(after)[-2:] == first.text.split("\n")


def test_of_several_standing_texts_only_the_refused_one_goes(draft: Draft) -> None:
    (about,) = of(draft, FindingKind.BOILERPLATE)
    after = restored(draft, {about})
    assert [one.kind for one in after.boilerplates] == [BoilerplateKind.NOTES_TO_EDITORS]
    assert paragraphs_of(after)[-2:] == [
        "About the Office",
        "The office helps small ports receive people and goods in safety.",
    ]


def test_of_several_subheadlines_only_the_refused_one_goes(tools: ImportTools) -> None:
    draft = dissect(f"Crews are ready\n- Ninety have passed\n- Ten go on\n\n{LEAD}", tools=tools)
    first, _second = of(draft, FindingKind.SUBHEADLINE)
    after = restored(draft, {first})
    assert (draft.subheadline, after.subheadline) == ("Ninety have passed; Ten go on", "Ten go on")
    assert paragraphs_of(after) == ["- Ninety have passed", LEAD]


def test_a_term_that_two_lines_list_stays_while_one_does(tools: ImportTools) -> None:
    draft = dissect(f"{LEAD}\n\nTags: port, sea\n\nKeywords: sea, rescue", tools=tools)
    assert draft.tags == ("port", "sea", "rescue")
    first, second = of(draft, FindingKind.TAGS)
    assert restored(draft, {first}).tags == ("sea", "rescue")
    assert restored(draft, {second}).tags == ("port", "sea")


def test_a_line_that_was_parted_is_one_again(tools: ImportTools) -> None:
    line = "FOR IMMEDIATE RELEASE Contact: Jane Roe (202) 555-0133"
    draft = dissect(f"{line}\n\nCrews are ready\n\n{LEAD}", tools=tools)
    label, contact = of(draft, FindingKind.FURNITURE) + of(draft, FindingKind.CONTACT)
    assert paragraphs_of(restored(draft, {label})) == ["FOR IMMEDIATE RELEASE", LEAD]
    assert paragraphs_of(restored(draft, {contact})) == [contact.text, LEAD]
    assert paragraphs_of(restored(draft, {label, contact})) == [line, LEAD]


def test_an_end_mark_is_shown_as_it_was_typed(tools: ImportTools) -> None:
    draft = dissect(f"Crews are ready\n\n{LEAD}\n\n###\n", tools=tools)
    after = restored(draft, of(draft, FindingKind.END_MARK))
    assert paragraphs_of(after) == [LEAD, r"\###"]


def test_a_date_of_its_own_line_goes_with_its_line_alone(tools: ImportTools) -> None:
    draft = dissect(f"May 3, 2026\n\nCrews are ready\n\nGENEVA – {LEAD}", tools=tools)
    (line,), (opening,) = of(draft, FindingKind.POSTED), of(draft, FindingKind.DATELINE)
    assert draft.dateline.date == date(2026, 5, 3)
    without_line = restored(draft, {line}).dateline
    assert (without_line.date, without_line.places) == (None, draft.dateline.places)
    assert restored(draft, {opening}).dateline == Dateline(date=date(2026, 5, 3))
    assert restored(draft, {opening, line}).dateline == Dateline()


def test_a_headline_printed_twice_comes_back_twice_only_if_both_are_refused(
    tools: ImportTools,
) -> None:
    draft = dissect(f"Crews are ready\n\nCrews are ready\n\n{LEAD}", tools=tools)
    first, second = of(draft, FindingKind.HEADLINE)
    assert restored(draft, {second}).headline == "Crews are ready"
    assert restored(draft, {first}).headline == ""
    assert paragraphs_of(restored(draft, {first, second}))[:2] == ["Crews are ready"] * 2


# What becomes of the rest -------------------------------------------------------------------------


def test_a_refused_finding_stays_listed_as_not_sure(draft: Draft) -> None:
    (headline,) = of(draft, FindingKind.HEADLINE)
    after = restored(draft, {headline})
    (listed,) = [one for one in after.findings if one.kind is FindingKind.HEADLINE]
    assert (listed.text, listed.confidence) == (headline.text, Confidence.LOW)
    assert listed.flags == (TAKEN_BACK,)
    assert len(after.findings) == len(draft.findings)


def test_what_somebody_corrected_stays(draft: Draft) -> None:
    corrected = replace(draft, headline="Crews train")
    after = restored(corrected, of(draft, FindingKind.TAGS))
    assert (after.headline, after.tags) == ("Crews train", ())
    assert restored(corrected, of(draft, FindingKind.HEADLINE)).headline == ""


def test_a_finding_of_another_text_changes_nothing(draft: Draft, tools: ImportTools) -> None:
    other = dissect(f"Boats are ready\n\n{LEAD}", tools=tools)
    assert restored(draft, of(other, FindingKind.HEADLINE)) == draft


def test_what_a_front_matter_says_is_not_taken_back(tools: ImportTools) -> None:
    draft = read_markdown(b"---\nheadline: Crews are ready\n---\nThey are.\n", "one.md", tools)
    assert draft.dissection is None
    assert restored(draft, draft.findings) == draft


@pytest.mark.parametrize("kind", FindingKind)
def test_only_what_is_sure_and_not_in_the_body_can_be_taken_back(kind: FindingKind) -> None:
    sure = Finding(kind=kind, confidence=Confidence.HIGH, text="x", first_line=0, last_line=0)
    stands = kind in {
        FindingKind.BODY, FindingKind.QUOTE, FindingKind.LANGUAGE, FindingKind.MENDED_LINES,
        FindingKind.MEDIA,
    }  # fmt: skip
    assert can_be_restored(sure) is not stands
    assert not can_be_restored(replace(sure, confidence=Confidence.LOW))
