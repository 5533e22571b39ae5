"""Marks that a person sets: what they say, what they leave, and that no word goes."""

from collections import Counter
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsdesk.domain.boilerplate import BoilerplateKind
from newsdesk.domain.contact import PointKind
from newsdesk.domain.dateline import DatelineStyle
from newsdesk.domain.provenance import Confidence, Extent, Finding, FindingKind, Mark
from newsdesk.importing.draft import Draft, ImportTools
from newsdesk.importing.extents import extents, source_lines
from newsdesk.importing.mark_reading import AS_IT_STANDS
from newsdesk.importing.markdown import read as read_markdown
from newsdesk.importing.marking import BY_HAND, REPLACED, marked
from newsdesk.importing.surgeon import dissect
from newsdesk.importing.taking_back import can_be_restored, restored

FOLDER = Path(__file__).parent / "files" / "releases"
RELEASES = sorted(path.stem for path in FOLDER.glob("*.txt"))
TEXT = """\
Office for Safe Harbours

Harbour crews train for winter
A course in three ports

Posted 4 May 2026, 10:00 by Ann Stone

GENEVA, 3 May 2026 – Ninety harbour workers have finished a course in night rescue, the office said.

The course goes on in spring, and more ports have asked for it since it began last year.

About the Office
The office helps small ports receive people and goods in safety.

Media contacts:
Dana Whitlock, Tel: +41 22 555 01 40, Email: dana.whitlock@example.org
Jonas Perret, Tel: +41 22 555 01 42, Email: jonas.perret@example.org

Tags: port, rescue
Share this page
"""
KINDS = (
    FindingKind.HEADLINE,
    FindingKind.SUBHEADLINE,
    FindingKind.DATELINE,
    FindingKind.BYLINE,
    FindingKind.CONTACT,
    FindingKind.EMBARGO,
    FindingKind.POSTED,
    FindingKind.TAGS,
    FindingKind.BOILERPLATE,
    FindingKind.NOTES,
    FindingKind.FURNITURE,
    FindingKind.BODY,
)


@pytest.fixture
def draft(tools: ImportTools) -> Draft:
    return dissect(TEXT, tools=tools)


def line_of(words: str, text: str = TEXT) -> int:
    return next(at for at, line in enumerate(text.split("\n")) if words in line)


def mark(kind: FindingKind, words: str, last: str = "", text: str = TEXT) -> Mark:
    """Return a mark on the line with these words, up to the one with the last."""
    first = line_of(words, text)
    return Mark(kind=kind, first_line=first, last_line=line_of(last, text) if last else first)


def mark_words(kind: FindingKind, words: str, text: str = TEXT) -> Mark:
    line = line_of(words, text)
    start = text.split("\n")[line].index(words)
    return Mark(kind=kind, first_line=line, last_line=line, start=start, end=start + len(words))


def paragraphs_of(draft: Draft) -> list[str]:
    return draft.body_md.split("\n\n")


def made(draft: Draft) -> Finding:
    """Return the one finding that somebody marked."""
    (finding,) = [one for one in draft.findings if BY_HAND in one.flags]
    return finding


# Each kind is read as the surgeon reads it --------------------------------------------------------


def test_another_headline_takes_its_place_and_the_old_one_is_text_again(
    draft: Draft, tools: ImportTools
) -> None:
    before = draft.headline
    after = marked(draft, [mark(FindingKind.HEADLINE, "Harbour crews")], tools)
    assert after.headline == "Harbour crews train for winter"
    if before != after.headline:
        (old,) = [one for one in after.findings if REPLACED in one.flags]
        assert (old.kind, old.confidence) == (FindingKind.HEADLINE, Confidence.LOW)
        assert before in paragraphs_of(after)


def test_a_headline_may_be_of_two_lines(draft: Draft, tools: ImportTools) -> None:
    after = marked(draft, [mark(FindingKind.HEADLINE, "Harbour crews", "A course")], tools)
    assert after.headline == "Harbour crews train for winter A course in three ports"
    assert after.subheadline is None


def test_a_dateline_is_read_and_cut_off_by_word(tools: ImportTools) -> None:
    text = (
        "Crews are ready\n\nIn Geneva, 3 May 2026 the course ended, and ninety workers passed it."
    )
    draft = dissect(text, tools=tools)
    after = marked(draft, [mark_words(FindingKind.DATELINE, "Geneva, 3 May 2026", text)], tools)
    assert [place.city for place in after.dateline.places] == ["Geneva"]
    assert after.dateline.date == date(2026, 5, 3)
    assert paragraphs_of(after) == ["In the course ended, and ninety workers passed it."]


def test_a_dateline_of_no_known_place_is_kept_in_its_words(tools: ImportTools) -> None:
    text = "Crews are ready\n\nAboard the Tern – The course ended, and ninety workers passed it."
    draft = dissect(text, tools=tools)
    after = marked(draft, [mark_words(FindingKind.DATELINE, "Aboard the Tern –", text)], tools)
    assert (after.dateline.style, after.dateline.custom_text) == (
        DatelineStyle.CUSTOM, "Aboard the Tern",
    )  # fmt: skip
    assert AS_IT_STANDS in made(after).flags
    assert paragraphs_of(after)[-1] == "The course ended, and ninety workers passed it."


def test_contacts_are_read_as_contacts(draft: Draft, tools: ImportTools) -> None:
    text = "Crews are ready\n\nThe course ended, and ninety workers passed it in one week.\n\n"
    text += "Dana Whitlock, Tel: +41 22 555 01 40\nJonas Perret, jonas.perret@example.org\nThanks"
    draft = dissect(text, tools=tools)
    after = marked(draft, [mark(FindingKind.CONTACT, "Dana", "Jonas", text)], tools)
    assert [one.display_name for one in after.contacts] == ["Dana Whitlock", "Jonas Perret"]
    assert after.contacts[0].points[0].kind is PointKind.PHONE
    assert "Dana" not in after.body_md


def test_a_contact_that_is_none_is_kept_as_a_name(draft: Draft, tools: ImportTools) -> None:
    after = marked(draft, [mark(FindingKind.CONTACT, "Share this page")], tools)
    assert after.contacts[-1].display_name == "Share this page"
    assert AS_IT_STANDS in made(after).flags


@pytest.mark.parametrize(
    "line",
    ["EMBARGOED UNTIL 11:00 CET on 2 March 2026", "2 March 2026, 11:00 CET"],
)
def test_an_embargo_needs_no_label_once_it_is_marked(line: str, tools: ImportTools) -> None:
    text = f"Crews are ready\n\nThe course ended, and ninety workers passed it.\n\nNote {line}"
    draft = dissect(text, tools=tools)
    assert draft.embargo is None
    after = marked(draft, [mark_words(FindingKind.EMBARGO, line, text)], tools)
    assert after.embargo is not None
    assert str(after.embargo.until_local) == "2026-03-02 11:00:00"


def test_an_embargo_that_cannot_be_read_stays_in_the_text(draft: Draft, tools: ImportTools) -> None:
    after = marked(draft, [mark(FindingKind.EMBARGO, "Share this page")], tools)
    finding = made(after)
    assert (finding.confidence, after.embargo) == (Confidence.LOW, None)
    assert "unreadable_time" in finding.flags
    assert "Share this page" in after.body_md


def test_a_date_of_the_page_is_read(draft: Draft, tools: ImportTools) -> None:
    text = TEXT.replace("Share this page", "It went up on 5 May 2026")
    draft = dissect(text, tools=tools)
    after = marked(draft, [mark_words(FindingKind.POSTED, "5 May 2026", text)], tools)
    assert after.posted_local == "2026-05-05"
    after = marked(draft, [mark(FindingKind.POSTED, "It went up", text=text)], tools)
    assert after.posted_local == "It went up on 5 May 2026"
    assert AS_IT_STANDS in made(after).flags


def test_tags_need_no_label(draft: Draft, tools: ImportTools) -> None:
    text = TEXT.replace("Share this page", "winter, night work")
    draft = dissect(text, tools=tools)
    after = marked(draft, [mark(FindingKind.TAGS, "winter, night", text=text)], tools)
    assert after.tags == ("port", "rescue", "winter", "night work")


def test_a_standing_paragraph_and_notes_are_kept_by_their_kind(
    draft: Draft, tools: ImportTools
) -> None:
    notes = marked(draft, [mark(FindingKind.NOTES, "The course goes on")], tools)
    assert notes.boilerplates[0].kind is BoilerplateKind.NOTES_TO_EDITORS
    assert notes.boilerplates[0].text_md.startswith("The course goes on")
    about = marked(draft, [mark(FindingKind.BOILERPLATE, "The course goes on")], tools)
    assert about.boilerplates[0].kind is BoilerplateKind.ABOUT


def test_a_byline_is_the_name_without_its_by(tools: ImportTools) -> None:
    text = "Crews are ready\n\nThe course ended, and ninety workers passed it.\n\nBy Jane Roe"
    draft = dissect(text, tools=tools)
    after = marked(draft, [mark(FindingKind.BYLINE, "By Jane", text=text)], tools)
    assert after.byline == "Jane Roe"


def test_page_noise_is_left_out_and_listed(draft: Draft, tools: ImportTools) -> None:
    after = marked(draft, [mark(FindingKind.FURNITURE, "The course goes on")], tools)
    assert "The course goes on" not in after.body_md
    assert made(after).text.startswith("The course goes on")


# What a mark does to what was found there ---------------------------------------------------------


def test_a_contact_that_loses_a_line_is_read_from_the_rest(
    draft: Draft, tools: ImportTools
) -> None:
    assert len(draft.contacts) == 2
    after = marked(draft, [mark(FindingKind.BODY, "Jonas Perret")], tools)
    assert [one.display_name for one in after.contacts] == ["Dana Whitlock"]
    assert paragraphs_of(after)[-1].startswith("Jonas Perret")


def test_a_standing_paragraph_that_grows_takes_the_line_below(
    draft: Draft, tools: ImportTools
) -> None:
    after = marked(
        draft, [mark(FindingKind.BOILERPLATE, "The course goes on", "The office")], tools
    )
    (about,) = [one for one in after.boilerplates if one.kind is BoilerplateKind.ABOUT]
    assert about.text_md.startswith("The course goes on in spring")
    assert len(after.boilerplates) == len(draft.boilerplates)


def test_what_stood_on_a_date_is_read_from_another_once_it_is_gone(tools: ImportTools) -> None:
    text = "May 3, 2026\n\nCrews are ready\n\nGENEVA – The course ended, and ninety passed it."
    draft = dissect(text, tools=tools)
    after = marked(draft, [mark_words(FindingKind.DATELINE, "GENEVA –", text)], tools)
    assert after.dateline.date == date(2026, 5, 3)


def test_a_later_mark_lies_over_an_earlier_one(draft: Draft, tools: ImportTools) -> None:
    where = "The course goes on"
    notes, tags = mark(FindingKind.NOTES, where), mark(FindingKind.FURNITURE, where)
    assert marked(draft, [notes, tags], tools) == marked(draft, [tags], tools)


def test_doubts_about_a_line_are_over_once_it_is_marked(tools: ImportTools) -> None:
    text = "Embargoed until the minister has spoken\n\nCrews are ready\n\nThe course ended today."
    draft = dissect(text, tools=tools)
    assert any(one.kind is FindingKind.EMBARGO for one in draft.findings)
    after = marked(draft, [mark(FindingKind.FURNITURE, "Embargoed", text=text)], tools)
    assert not any(one.kind is FindingKind.EMBARGO for one in after.findings)


def test_a_mark_can_be_taken_back_like_any_finding(draft: Draft, tools: ImportTools) -> None:
    after = marked(draft, [mark(FindingKind.NOTES, "The course goes on")], tools)
    assert can_be_restored(made(after))
    assert restored(after, {made(after)}).body_md == draft.body_md


def test_a_text_that_was_not_taken_apart_has_nothing_to_be_marked(tools: ImportTools) -> None:
    draft = read_markdown(b"---\nheadline: Crews are ready\n---\nThey are.\n", "one.md", tools)
    assert marked(draft, [mark(FindingKind.FURNITURE, "Share this page")], tools) == draft


def test_a_mark_beside_the_text_changes_nothing(draft: Draft, tools: ImportTools) -> None:
    nowhere = Mark(kind=FindingKind.HEADLINE, first_line=900, last_line=901)
    after = marked(draft, [nowhere], tools)
    assert (after.headline, after.body_md) == (draft.headline, draft.body_md)


# Any marks on any text ----------------------------------------------------------------------------

LINES = st.lists(
    st.sampled_from(
        [
            "",
            "# Harbour opens in Samport",
            "FOR IMMEDIATE RELEASE    Contact: Jane Roe (202) 555-0133",
            "Berlin, 3 May 2026",
            "Posted 4 May 2026, 10:00 by Ann Stone",
            "GENEVA, 3 May – Ninety harbour workers have finished a course in night rescue, and",
            "they said “we are ready for all of it now”, in the harbour, where they had met.",
            "- An item of a list, of which there may be several in a row",
            "## A heading ##",
            "About the office",
            "The office helps small ports receive people and goods in safety.",
            "Noor Elm and Bill Poe, Tel: +41 22 555 01 40, noor@example.org",
            "Jane Roe",
            "Tel: +41 22 555 01 41",
            "Title",
            "=====",
            "| a | b |",
            "###",
            "-",
            "Tags: port, rescue",
            "海风电力公司今天宣布，新的发电站已经开始运行。",
            "افتتحت الوزارة اليوم محطة جديدة في الميناء.",
        ]
    ),
    min_size=1,
    max_size=16,
)


def any_mark(kind: FindingKind, line: int, more: int, start: int, size: int | None) -> Mark:
    is_within = more == 0
    end = None if size is None else start * is_within + size
    return Mark(kind=kind, first_line=line, last_line=line + more, start=start, end=end)


MARKS = st.lists(
    st.builds(
        any_mark,
        kind=st.sampled_from(KINDS),
        line=st.integers(0, 16),
        more=st.integers(0, 4),
        start=st.sampled_from([0, 0, 0, 3, 10, 40]),
        size=st.sampled_from([None, None, 1, 12, 60]),
    ),
    max_size=6,
)


def words_of(text: str) -> Counter[str]:
    return Counter(character for character in text if character.isalnum())


def assert_kept(draft: Draft, text: str) -> None:
    """Assert that every letter of a text is in the body or in a finding that keeps it out of it."""
    assert draft.dissection is not None
    kept = Counter(words_of(draft.body_md))
    for finding in draft.dissection.findings & set(draft.findings):
        kept += words_of(finding.text)
    assert not words_of("\n".join(source_lines(draft))) - kept
    assert words_of("\n".join(source_lines(draft))) == words_of(text)


@settings(max_examples=150, deadline=None)
@given(lines=LINES, marks=MARKS, is_markdown=st.booleans())
def test_every_word_stays_whatever_is_marked(
    tools: ImportTools, lines: list[str], marks: list[Mark], is_markdown: bool
) -> None:
    text = "\n".join(lines)
    draft = dissect(text, tools=tools, is_markdown=is_markdown)
    after = marked(draft, marks, tools)
    assert_kept(after, text)
    assert after.dissection is not None or not marks
    assert marked(draft, [], tools) == draft


@settings(max_examples=100, deadline=None)
@given(lines=LINES, marks=MARKS, is_markdown=st.booleans())
def test_all_of_it_put_back_is_the_text(
    tools: ImportTools, lines: list[str], marks: list[Mark], is_markdown: bool
) -> None:
    """Marked as body from end to end, it is as if nothing had been found."""
    draft = dissect("\n".join(lines), tools=tools, is_markdown=is_markdown)
    whole = Mark(kind=FindingKind.BODY, first_line=0, last_line=len(lines))
    bare = restored(draft, [one for one in draft.findings if can_be_restored(one)])
    after = marked(draft, [*marks, whole], tools)
    assert after.body_md == bare.body_md
    assert after.headline == ""
    assert after.contacts == ()


@settings(max_examples=100, deadline=None)
@given(lines=LINES, marks=MARKS, is_markdown=st.booleans())
def test_each_line_with_words_is_listed(
    tools: ImportTools, lines: list[str], marks: list[Mark], is_markdown: bool
) -> None:
    after = marked(dissect("\n".join(lines), tools=tools, is_markdown=is_markdown), marks, tools)
    listed = {
        line
        for one in after.findings
        if one.kind is not FindingKind.LANGUAGE
        for line in range(one.first_line, one.last_line + 1)
    }
    assert {at for at, line in enumerate(source_lines(after)) if line.strip()} <= listed


@pytest.mark.parametrize("name", RELEASES)
def test_a_finding_marked_as_what_it_is_is_that(name: str, tools: ImportTools) -> None:
    draft = dissect((FOLDER / f"{name}.txt").read_text("utf-8"), tools=tools)
    for extent in extents(draft):
        if extent.finding.confidence is Confidence.HIGH and extent.finding.kind in KINDS:
            after = marked(draft, [over(extent)], tools)
            assert after.body_md == draft.body_md
            assert extent.finding.kind in {one.kind for one in after.findings}


def over(extent: Extent) -> Mark:
    return Mark(
        kind=extent.finding.kind,
        first_line=extent.first_line,
        last_line=extent.last_line,
        start=extent.start,
        end=extent.end,
    )


@pytest.mark.parametrize("name", RELEASES)
def test_marked_otherwise_and_back_the_body_is_as_it_was(name: str, tools: ImportTools) -> None:
    draft = dissect((FOLDER / f"{name}.txt").read_text("utf-8"), tools=tools)
    first = next(at for at, line in enumerate(source_lines(draft)) if line)
    body = [one for one in draft.findings if one.kind is FindingKind.BODY]
    away = Mark(kind=FindingKind.NOTES, first_line=body[0].first_line, last_line=body[0].first_line)
    assert first <= away.first_line
    if not any(one.first_line <= away.first_line <= one.last_line for one in extents(draft)):
        gone = marked(draft, [away], tools)
        assert gone.body_md != draft.body_md
        back = marked(draft, [away, replace(away, kind=FindingKind.BODY)], tools)
        assert back.body_md == draft.body_md
