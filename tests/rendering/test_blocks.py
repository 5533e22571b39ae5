import pytest
from hypothesis import given

from newsdesk.rendering.blocks import (
    SourceBlock,
    SourceKind,
    has_fence_line,
    is_never_joined,
    split,
)
from tests.rendering.adversarial import NAMED
from tests.rendering.any_source import any_source

TEXT, CODE = SourceKind.TEXT, SourceKind.CODE
REFERENCE, FOOTNOTE = SourceKind.REFERENCE, SourceKind.FOOTNOTE
ABBREVIATION = SourceKind.ABBREVIATION


def spans(source: str) -> list[tuple[SourceKind, int, int]]:
    return [(block.kind, block.first_line, block.last_line) for block in split(source)]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("", []),
        (" \n\t\n\n", []),
        ("text", [(TEXT, 0, 0)]),
        ("\n\ntext\nmore\n\n\nagain\n", [(TEXT, 2, 3), (TEXT, 6, 6)]),
        ("text\n \t\nmore", [(TEXT, 0, 0), (TEXT, 2, 2)]),
        ("# Heading\ntext", [(TEXT, 0, 1)]),
        # lists
        ("- a\n- b", [(TEXT, 0, 1)]),
        ("- a\n\n- b\n\n    c\n\n\n- d", [(TEXT, 0, 7)]),
        ("- a\n\ntext\n\n- b", [(TEXT, 0, 0), (TEXT, 2, 2), (TEXT, 4, 4)]),
        ("1. a\n\n2. b", [(TEXT, 0, 2)]),
        ("text\n\n- a", [(TEXT, 0, 0), (TEXT, 2, 2)]),
        # quotes
        ("> a\n\n> b", [(TEXT, 0, 2)]),
        ("> a\n\nb\n\n> c", [(TEXT, 0, 0), (TEXT, 2, 2), (TEXT, 4, 4)]),
        # definition lists
        ("term\n\n: text", [(TEXT, 0, 2)]),
        ("a\n: b\n\nc\n: d", [(TEXT, 0, 4)]),
        ("a\n: b\n\nc\n\n: d", [(TEXT, 0, 5)]),
        ("a\n: b\n\nc\n\nd\n\n: e", [(TEXT, 0, 1), (TEXT, 3, 3), (TEXT, 5, 7)]),
        # code
        ("    a\n\n    b", [(TEXT, 0, 2)]),
        ("```\na\n\nb\n```", [(CODE, 0, 4)]),
        ("text\n~~~ sh\na\n~~~  \ntext", [(TEXT, 0, 0), (CODE, 1, 3), (TEXT, 4, 4)]),
        ("- a\n```\nb\n```\n- c", [(TEXT, 0, 0), (CODE, 1, 3), (TEXT, 4, 4)]),
        ("```\na", [(TEXT, 0, 1)]),
        ("```\na\n````\n```", [(CODE, 0, 3)]),
        ("``` two words\na\n```", [(TEXT, 0, 2)]),
        ("```\n[a]: https://example.org\n```", [(CODE, 0, 2)]),
        # definitions
        ("[a]: https://example.org", [(REFERENCE, 0, 0)]),
        ("[a]:\n  https://example.org\n  'b'\nc", [(REFERENCE, 0, 2), (TEXT, 3, 3)]),
        ("text\n[a]: https://example.org\nmore", [(TEXT, 0, 0), (REFERENCE, 1, 1), (TEXT, 2, 2)]),
        ("[a]: nowhere", [(TEXT, 0, 0)]),
        ("[a]: https://example.org and more", [(TEXT, 0, 0)]),
        ("    [a]: https://example.org", [(TEXT, 0, 0)]),
        ("[^1]: a\nb\n\n    c\n\nd", [(FOOTNOTE, 0, 3), (TEXT, 5, 5)]),
        ("[^1]: a\n\n\n    b", [(FOOTNOTE, 0, 0), (TEXT, 3, 3)]),
        ("[^1]: a\n[^2]: b", [(FOOTNOTE, 0, 0), (FOOTNOTE, 1, 1)]),
        ("[^1]: a\n# b", [(FOOTNOTE, 0, 0), (TEXT, 1, 1)]),
        ("[^1]: a\n> b", [(FOOTNOTE, 0, 0), (TEXT, 1, 1)]),
        ("[^1]: a\n---", [(FOOTNOTE, 0, 0), (TEXT, 1, 1)]),
        ("[^1]: a\n```\nb\n```", [(FOOTNOTE, 0, 0), (CODE, 1, 3)]),
        ("[^1]: a\n```\nb", [(FOOTNOTE, 0, 2)]),
        ("*[UN]: United Nations", [(ABBREVIATION, 0, 0)]),
        ("*[UN]:\nUnited Nations\n*[WHO]", [(ABBREVIATION, 0, 1), (TEXT, 2, 2)]),
        # what goes on after a definition surrounds it
        ("- a\n\n[^1]: b\n\n- c", [(TEXT, 0, 4), (FOOTNOTE, 2, 2)]),
    ],
)
def test_blocks_and_their_lines(source: str, expected: list[tuple[SourceKind, int, int]]) -> None:
    assert spans(source) == expected


def test_a_list_around_a_definition_is_rendered_without_it() -> None:
    around, note = split("- a\n\n[^1]: b\n\n- c")
    assert around.source == "- a\n\n- c"
    assert note.source == "[^1]: b"


def test_blank_lines_in_code_are_kept() -> None:
    assert split("    a\n\n\n    b")[0].source == "    a\n\n\n    b"


def test_line_ends_tabs_and_hidden_characters_do_not_reach_a_block() -> None:
    blocks = split("a\r\n\r\n-\tb\x00\r\tc\u202e")
    assert blocks == (
        SourceBlock(TEXT, "a", 0, 0),
        SourceBlock(TEXT, "-   b\n    c", 2, 3),
    )


PIECES = (
    ">", "[", '"', "“", "`", "*", "- ", "\t", "a\n\n", "- a\n\n", "> a\n\n", "    a\n\n", "```\n",
    "~~~ a\n", ": a\n", "a\n\n: b\n\n", "[^1]: a\n", "[^1]: a\n\n    b\n\n", "[a]:\n", "*[a]: b\n",
    "[a]: https://example.org\n",
)  # fmt: skip


@pytest.mark.parametrize("piece", PIECES)
def test_much_of_anything_is_split(piece: str) -> None:
    source = piece * (250_000 // len(piece))
    held = [line for block in split(source) for line in block.source.split("\n") if line]
    assert held == [line.expandtabs(4) for line in source.split("\n") if line.strip()]


# Where a source may be cut --------------------------------------------------------------------


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("text", True),
        ("text\n- item", True),
        ("# Heading", True),
        ("---", True),
        ("- item", False),
        ("   1. item", False),
        ("> quote", False),
        (": text", False),
        ("term\n: text", False),
        ("term\n\n: text", False),
        ("    code", False),
        ("```\ncode\n```", False),
        ("[a]: https://example.org", False),
    ],
)
def test_some_blocks_are_never_joined_to_what_is_above(source: str, expected: bool) -> None:
    (block,) = split(source)
    assert is_never_joined(block) is expected


@given(any_source)
def test_a_block_that_is_never_joined_is_a_place_to_cut(source: str) -> None:
    (first, *rest) = split(source) or (SourceBlock(CODE, "", 0, 0),)
    if not is_never_joined(first) or "\r" in source:
        return
    for above in (text for text in NAMED.values() if "```" not in text and "~~~" not in text):
        blocks = split(f"{above}\n\n{source}")
        kept = blocks[len(blocks) - len(rest) - 1 :]
        assert [(block.kind, block.source) for block in kept] == [
            (block.kind, block.source) for block in (first, *rest)
        ]
        assert blocks[: -len(rest) - 1] == split(above)


@pytest.mark.parametrize(
    ("source", "expected"),
    [("```", True), ("a\n~~~ sh\nb", True), ("- a\n\n    ```", False), ("a ```", False)],
)
def test_a_fence_stands_at_the_start_of_a_line(source: str, expected: bool) -> None:
    (block,) = split(source)
    assert has_fence_line(block) is expected
