"""The buttons that change whole lines. See `selecting.py` for the marks."""

from collections.abc import Callable
from functools import partial

import pytest
from PySide6.QtGui import QTextCursor

from newsdesk.ui.editor import paragraphs
from newsdesk.ui.editor.paragraphs import Beginning, beginning
from tests.ui.editor.selecting import opened, shown


def after(marked: str, change: Callable[[QTextCursor], None]) -> str:
    cursor = opened(marked)
    change(cursor)
    return shown(cursor)


@pytest.mark.parametrize(
    ("line", "expected", "words"),
    [
        ("text", Beginning(), "text"),
        ("## Head", Beginning(marks="##"), "Head"),
        ("#hashtag", Beginning(), "#hashtag"),
        ("- item", Beginning(marks="-"), "item"),
        ("    * item", Beginning(indent="    ", marks="*"), "item"),
        ("12. item", Beginning(marks="12."), "item"),
        ("2026 was", Beginning(), "2026 was"),
        ("> said", Beginning(quote="> "), "said"),
        ("> - item", Beginning(quote="> ", marks="-"), "item"),
        (">> said", Beginning(quote=">> "), "said"),
        ("-", Beginning(marks="-"), ""),
        ("- - -", Beginning(), "- - -"),
        ("---", Beginning(), "---"),
        ("**bold**", Beginning(), "**bold**"),
        ("", Beginning(), ""),
    ],
)
def test_how_a_line_begins(line: str, expected: Beginning, words: str) -> None:
    begins, end = beginning(line)
    assert (begins, line[end:]) == (expected, words)


@pytest.mark.parametrize(
    ("before", "expected"),
    [
        ("He¦ad", "## He¦ad"),
        ("## He¦ad", "He¦ad"),
        ("# He¦ad", "## He¦ad"),
        ("### He¦ad", "## He¦ad"),
        ("- He¦ad", "## He¦ad"),
        ("> He¦ad", "> ## He¦ad"),
        ("¦", "## ¦"),
        ("## ¦", "¦"),
        ("⟦one\n\ntwo⟧", "## ⟦one\n\n## two⟧"),
        ("⟦one\n⟧two", "## ⟦one\n⟧two"),
    ],
)
def test_heading(before: str, expected: str) -> None:
    assert after(before, partial(paragraphs.toggle_heading, level=2)) == expected


@pytest.mark.parametrize(
    ("before", "expected"),
    [("He¦ad", "### He¦ad"), ("## He¦ad", "### He¦ad"), ("### He¦ad", "He¦ad")],
)
def test_a_heading_of_the_next_level(before: str, expected: str) -> None:
    assert after(before, partial(paragraphs.toggle_heading, level=3)) == expected


@pytest.mark.parametrize(
    ("before", "expected"),
    [
        ("sa¦id", "> sa¦id"),
        ("> sa¦id", "sa¦id"),
        ("⟦one\n\ntwo⟧", "> ⟦one\n>\n> two⟧"),
        ("> ⟦one\n>\n> two⟧", "⟦one\n\ntwo⟧"),
        ("⟦one\n> two⟧", "> ⟦one\n> > two⟧"),
        ("sa¦id\nthen", "> sa¦id\n\nthen"),
        ("before\n\nsa¦id\n\nthen", "before\n\n> sa¦id\n\nthen"),
        ("> sa¦id\n> then", "sa¦id\n> then"),
        ("¦", "> ¦"),
    ],
)
def test_quote(before: str, expected: str) -> None:
    assert after(before, paragraphs.toggle_quote) == expected


@pytest.mark.parametrize(
    ("before", "expected"),
    [
        ("it¦em", "- it¦em"),
        ("- it¦em", "it¦em"),
        ("* it¦em", "it¦em"),
        ("1. it¦em", "- it¦em"),
        ("## it¦em", "- it¦em"),
        ("¦", "- ¦"),
        ("⟦one\ntwo⟧", "- ⟦one\n- two⟧"),
        ("⟦one\n\ntwo⟧", "- ⟦one\n\n- two⟧"),
        ("- ⟦one\ntwo⟧", "- ⟦one\n- two⟧"),
        ("- ⟦one\n    - two⟧", "⟦one\n    two⟧"),
        ("text\n⟦one⟧\nmore", "text\n\n- ⟦one⟧\n\nmore"),
        ("text\none¦\nmore", "text\n\n- one¦\n\nmore"),
        ("- zero\non¦e\n- two", "- zero\n- on¦e\n- two"),
        ("> text\n> on¦e\n> more", "> text\n> - on¦e\n> more"),
        ("## Head\non¦e", "## Head\n- on¦e"),
    ],
)
def test_list(before: str, expected: str) -> None:
    assert after(before, paragraphs.toggle_list) == expected


@pytest.mark.parametrize(
    ("before", "expected"),
    [
        ("⟦one\ntwo⟧", "1. ⟦one\n2. two⟧"),
        ("1. ⟦one\n2. two⟧", "⟦one\ntwo⟧"),
        ("- ⟦one\n- two⟧", "1. ⟦one\n2. two⟧"),
        ("1. one\ntw¦o", "1. one\n2. tw¦o"),
        ("- ⟦one\n    - in\n    - in\n- two⟧", "1. ⟦one\n    1. in\n    2. in\n2. two⟧"),
    ],
)
def test_numbered_list(before: str, expected: str) -> None:
    assert after(before, paragraphs.toggle_numbered_list) == expected


@pytest.mark.parametrize(
    ("before", "expected"),
    [
        ("    co¦de", True),
        ("\tco¦de", True),
        ("text\n\n    co¦de", True),
        ("    code\n\n    mo¦re", True),
        ("text\n    goes ¦on", False),
        ("- item\n    goes ¦on", False),
        ("- item\n\n    goes ¦on", False),
        ("- item\n\n        co¦de", False),
        ("[^1]: note\n\n    goes ¦on", False),
        ("    - it¦em", False),
        ("te¦xt", False),
    ],
)
def test_what_is_code_by_its_indent(before: str, expected: bool) -> None:
    assert paragraphs.is_indented_code(opened(before).block()) is expected
