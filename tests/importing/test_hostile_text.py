"""Texts that nobody wrote: long runs of one thing must neither raise nor take for ever.

A pattern that goes back over what it has read would not come to an end here.
"""

import pytest

from newsdesk.importing.draft import Draft, ImportTools
from newsdesk.importing.surgeon import dissect
from newsdesk.rendering.quotes import find_quotes

MEGABYTE = 1_000_000
SAME = ["a", " ", "-", '"', "(", "1", "中", "\u00a0", "."]
PIECES = [
    '"a" ', "“a” ", "(a)", "[a](b) ", "a@", "a@b.cc ", "A, ", "A/", "and A ", "5 May ", "+1 ",
    "said X. ", "Tel: ", "http://a ", "**a** ", "令和", "A.B. ", "- ", "\u0301",
]  # fmt: skip
LINES = [
    "a\n",
    "- \n",
    "Home\n",
    "About A\n",
    "Contact:\n",
    "x@y.zz\n",
    "a\n\n",
    "###\n\n",
    "> a\n",
]


def kept(draft: Draft) -> int:
    """Return how many characters are in the body or in the text of a finding."""
    return len(draft.body_md) + sum(len(finding.text) for finding in draft.findings)


@pytest.mark.parametrize("is_markdown", [False, True])
@pytest.mark.parametrize("character", SAME)
def test_a_megabyte_of_one_character_is_read(
    character: str, is_markdown: bool, tools: ImportTools
) -> None:
    draft = dissect(character * MEGABYTE, tools=tools, is_markdown=is_markdown)
    assert draft.language
    assert kept(draft) >= (0 if character.isspace() else MEGABYTE)


@pytest.mark.parametrize("piece", PIECES)
def test_ten_thousand_of_the_same_piece_are_read(piece: str, tools: ImportTools) -> None:
    draft = dissect(piece * 10_000, tools=tools)
    assert kept(draft) >= len(piece.strip())


@pytest.mark.parametrize("line", LINES)
def test_nine_thousand_of_the_same_line_are_read(line: str, tools: ImportTools) -> None:
    draft = dissect(line * 4_500, tools=tools)
    assert kept(draft) >= len(line.strip())


@pytest.mark.parametrize("mark", ['"', "“", "«", "„", "「", "'", '" ', "“ a", "” "])
def test_ten_thousand_quotation_marks_are_looked_through(mark: str) -> None:
    assert len(find_quotes(mark * 10_000, "en")) <= 1_000
