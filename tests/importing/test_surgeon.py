"""Whole texts in ten languages, in the shapes that wires, offices and pages give them.

`files/releases/` holds the texts, all in our own words with invented people, and in `truth.json`
what a careful person reads in each.
"""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdesk.domain.canonical import encode
from newsdesk.domain.provenance import Confidence, FindingKind
from newsdesk.importing.draft import Draft, ImportTools
from newsdesk.importing.surgeon import dissect
from newsdesk.rendering.quotes import find_quotes

FOLDER = Path(__file__).parent / "files" / "releases"
TRUTH: dict[str, dict[str, Any]] = json.loads((FOLDER / "truth.json").read_text("utf-8"))
MARKS = "*_#>`\\|-+=~•·"


def read(name: str, tools: ImportTools) -> Draft:
    return dissect((FOLDER / f"{name}.txt").read_text("utf-8"), tools=tools, name=f"{name}.txt")


def what_is_read(draft: Draft) -> dict[str, Any]:
    line = draft.dateline
    places = "; ".join(place.city or place.country_code for place in line.places)
    return {
        "headline": draft.headline or None,
        "subheadline": draft.subheadline,
        "language": draft.language,
        "place": line.custom_text or places or None,
        "date": encode(line.date),
        "source": line.source,
        "embargo": encode(draft.embargo.until_utc) if draft.embargo else None,
        "contacts": [
            {
                "name": contact.display_name or None,
                "office": contact.office,
                "role": contact.role_title,
                "phones": [p.display for p in contact.points if p.kind.is_number],
                "emails": [p.value for p in contact.points if p.kind == "email"],
            }
            for contact in draft.contacts
        ],
        "quotes": [quote.speaker for quote in find_quotes(draft.body_md, draft.language)],
        "tags": list(draft.tags),
        "categories": list(draft.categories),
        "boilerplates": [text.kind.value for text in draft.boilerplates],
    }


@pytest.mark.parametrize("name", TRUTH)
def test_a_text_is_read_as_a_careful_person_reads_it(name: str, tools: ImportTools) -> None:
    draft = read(name, tools)
    expected = dict(TRUTH[name])
    assert draft.body_md.startswith(expected.pop("body_first_words"))
    assert draft.body_md.endswith(expected.pop("body_last_words"))
    assert what_is_read(draft) == expected


def test_every_text_has_its_truth() -> None:
    assert {path.stem for path in FOLDER.glob("*.txt")} == set(TRUTH)


@pytest.mark.parametrize("name", TRUTH)
def test_no_word_of_a_text_is_lost(name: str, tools: ImportTools) -> None:
    """A word is in a field, in the body, or in the text of a finding."""
    source = (FOLDER / f"{name}.txt").read_text("utf-8")
    kept = kept_text(read(name, tools))
    assert [
        word
        for word in source.translate(str.maketrans("", "", MARKS)).split()
        if bare(word) not in kept
    ] == []


def bare(text: str) -> str:
    return "".join(filter(str.isalnum, text))


def kept_text(draft: Draft) -> str:
    parts = [draft.headline, draft.subheadline or "", draft.body_md]
    parts += [text.text_md for text in draft.boilerplates]
    parts += [finding.text for finding in draft.findings]
    return bare("".join(parts))


LINES = st.lists(
    st.sampled_from(
        [
            "",
            "PRESS RELEASE",
            "Harbour opens in Samport",
            "GENEVA, 3 May 2026 – The harbour opened today, the office said.",
            "“It floats,” said Noor Elm, harbour master.",
            "- ropes and boats",
            "About the office",
            "The office helps small ports receive people and goods in safety.",
            "For more information, please contact:",
            "Noor Elm, Tel: +41 22 555 01 40, Email: noor@example.org",
            "###",
            "Share this page",
            "Tags: port, rescue",
            "12 March 2026",
        ]
    ),
    max_size=14,
)


@given(lines=LINES)
def test_pieces_in_any_order_lose_no_word(tools: ImportTools, lines: list[str]) -> None:
    draft = dissect("\n".join(lines), tools=tools)
    kept = kept_text(draft)
    for line in lines:
        assert bare(line) in kept or all(bare(word) in kept for word in line.split())


@given(text=st.text(max_size=400))
def test_any_text_becomes_a_draft(tools: ImportTools, text: str) -> None:
    draft = dissect(text, tools=tools)
    assert all(finding.first_line <= finding.last_line for finding in draft.findings)


def test_what_is_not_sure_stays_in_the_body_and_is_listed(tools: ImportTools) -> None:
    text = "Jakarta IOM and the office have opened a second school near the river for 300 children."
    draft = dissect(text, tools=tools)
    assert draft.dateline.places == ()
    assert draft.body_md == text
    unsure = {found.kind for found in draft.findings if found.confidence is Confidence.LOW}
    assert FindingKind.DATELINE in unsure


def test_a_text_of_too_many_lines_is_taken_as_it_is(tools: ImportTools) -> None:
    text = "A line of its own.\n" * 10_001
    draft = dissect(text, tools=tools)
    assert draft.body_md.count("A line of its own.") == 10_001
    assert [found.flags for found in draft.findings] == [("too_many_lines",)]
