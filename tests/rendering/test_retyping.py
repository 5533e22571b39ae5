import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdesk.rendering.blocks import split
from newsdesk.rendering.markdown import BlockRenderer
from newsdesk.rendering.retyping import resplit, retyped
from tests.rendering.adversarial import FRAGMENTS, shuffled
from tests.rendering.any_source import any_source
from tests.rendering.release_grammar import ReleaseGrammar


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("one\n\ntwo three\n\nfour", "one\n\ntwo threes\n\nfour"),
        ("one\n\ntwo three\n\nfour", "one\n\nt\n\nfour"),
        ("- item\n- items", "- item\n- items [a](b) *c*"),
        ("    code", "    code # [a]: ```"),
        ("> quote\nlazy", "> quote\nlazy\u00a0\u200f"),
        ("a\n\n[^1]: b\n\nc", "a\n\n[^1]: b\n\nc 1. d"),
    ],
)
def test_typing_behind_a_letter_changes_one_block(before: str, after: str) -> None:
    blocks = split(before)
    found = retyped(before, blocks, after)
    assert found
    index, block = found
    assert (*blocks[:index], block, *blocks[index + 1 :]) == split(after)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("one two", "one\ntwo"),
        ("one\ntwo", "one two"),
        ("one two", "one\rtwo"),
        ("one two", "one\u2028two"),
        ("one two", "one\ttwo"),
        ("one two", "one\u202etwo"),
        ("one\r\ntwo", "one\r\ntwos"),
        ("one\ttwo", "one\ttwos"),
        ("one", "- one"),
        ("- one", "one"),
        ("``` py\none", "``` py x\none"),
        ("```\none\n```", "```\nones\n```"),
        ("[^1]: note", "[^1]: notes"),
        ("[a]: https://example.org", "[a]: https://example.org/"),
        ("[a]: https", "[a]: https://example.org"),
        ("[a]:\nx https", "[a]:\nx"),
        ("- a\n\n[^1]: b\n\n- c", "- a\n\n[^1]: b\n\n- cd"),
        ("1", "12"),
        ("", "a"),
    ],
)
def test_what_may_be_more_is_left_to_the_splitter(before: str, after: str) -> None:
    assert retyped(before, split(before), after) is None


EDITS = st.text(st.sampled_from("ab 1.-*_`~#>:|[]()^\"'&;<\\/\t\u202e"), max_size=4)


@given(any_source, EDITS, st.data())
def test_typing_anything_anywhere_gives_what_a_new_renderer_gives(
    source: str, insertion: str, data: st.DataObject
) -> None:
    start = data.draw(st.integers(0, len(source)))
    end = data.draw(st.integers(start, min(start + 3, len(source))))
    edited = source[:start] + insertion + source[end:]
    blocks = split(source)
    if found := retyped(source, blocks, edited):
        index, block = found
        assert (*blocks[:index], block, *blocks[index + 1 :]) == split(edited)
    renderer = BlockRenderer()
    renderer.render_body(source)
    assert renderer.render_body(edited) == BlockRenderer().render_body(edited)


def test_typing_a_release_gives_what_a_new_renderer_gives() -> None:
    draw = random.Random(1)  # noqa: S311 - nothing secret
    renderer = BlockRenderer()
    fast = 0
    for seed in range(40):
        source = ReleaseGrammar(seed).body(6)
        for _ in range(6):
            at = draw.randrange(len(source))
            edited = source[:at] + draw.choice(["a", " b", "*", "`", "\n", "1. "]) + source[at:]
            fast += retyped(source, split(source), edited) is not None
            source = edited
            assert renderer.render_body(source) == BlockRenderer().render_body(source)
    assert fast > 50  # so that it says something


# Edits of whole lines -------------------------------------------------------------------------


FIVE = "one\n\ntwo\n\nthree\n\nfour\n\nfive"


@pytest.mark.parametrize(
    ("before", "after", "head", "tail"),
    [
        (FIVE, FIVE.replace("three", "thr\nee"), 0, 2),
        (FIVE, FIVE.replace("four", "fo\n\nur"), 1, 1),
        (FIVE, FIVE.replace("four\n\n", ""), 1, 0),  # its last changed line ends where five begins
        (FIVE, FIVE.replace("five", "- five"), 2, 0),
        (FIVE, "\n" + FIVE, 0, 4),
        (FIVE, FIVE + "\n\n: text", 2, 0),
        # What may be joined to what is typed above it is split again.
        ("a\n\nb\n\n- c\n\nd", "ab\n\nb\n\n- c\n\nd", 0, 3),
        ("a\n\n- c\n\nd", "ab\n\n- c\n\nd", 0, 1),
        ("a\n\n    c\n\nd", "a\n\n- b\n\n    c\n\nd", 0, 1),
        ("a\n\nb\n: c\n\nd", "ab\n\nb\n: c\n\nd", 0, 1),
        ("a\n\n[^1]: b\n\nc\n\nd", "ab\n\n[^1]: b\n\nc\n\nd", 0, 2),
        ("a\n\nb\nc\n\nd", "ab\n\nb\nc\n\nd", 0, 2),
        ("*[a]:\nb\nc\n\nd", "*a]:\nb\nc\n\nd", 0, 1),
        ("[a]:\nhttps:b\nc\n\nd", "a]:\nhttps:b\nc\n\nd", 0, 1),
        ("t\n: t\n\na\n\nb\n\n\n\nd", "t\n: t\n\na\n\nb\n: c\n\n\nd", 1, 1),
        # An open fence matters to nothing but other fences.
        ("```\n\n" + FIVE, "```\n\n" + FIVE.replace("five", "fi\nve"), 3, 0),
        ("```\n\n" + FIVE, "```\n\n" + FIVE.replace("five", "```"), 0, 0),
        (FIVE + "\n\n```", FIVE.replace("two", "```") + "\n\n```", 0, 0),
        (FIVE + "\n\n~~~\n~~~", FIVE.replace("two", "- a") + "\n\n~~~\n~~~", 0, 4),
        ("one\r\n\r\ntwo\r\n\r\nthree", "one\r\n\r\ntwo\r\n\r\n- three", 0, 0),
    ],
)
def test_what_stands_apart_from_an_edit_is_not_split_again(
    before: str, after: str, head: int, tail: int
) -> None:
    found = resplit(before, split(before), after)
    assert found
    assert found.blocks == split(after)
    assert (found.head, found.tail) == (head, tail)


@pytest.mark.parametrize(
    ("before", "after"), [("", "a"), ("one two", "one"), ("one", "one two"), (FIVE, "other")]
)
def test_what_is_new_for_the_most_part_is_another_text(before: str, after: str) -> None:
    assert resplit(before, split(before), after) is None


def assert_an_edit_gives_what_is_new(source: str, edited: str) -> bool:
    """Return whether any block was kept."""
    blocks = split(source)
    found = resplit(source, blocks, edited)
    renderer = BlockRenderer()
    renderer.render_body(source)
    assert renderer.render_body(edited) == BlockRenderer().render_body(edited)
    if found is None:
        return False
    head, tail = found.head, found.tail
    assert found.blocks == split(edited)
    assert found.blocks[:head] == blocks[:head]
    for new, old in zip(found.blocks[::-1][:tail], blocks[::-1][:tail], strict=True):
        assert (new.kind, new.source) == (old.kind, old.source)
    return head + tail > 0


LINES = (
    "", " ", "\t", "word", "# Heading", "```", "```", "~~~", "``` py", "- ", "- item", "1. item",
    "> quote", "    more", ": text", "  : text", "[^1]: note", "[^1]:", "[r]: https://example.org/",
    "[r]:", "https://example.org/", "'A title'", "*[word]: Title", "*[word]:", "see[^1] and [r]",
    "---", "===", "{: lang=fr }", "|---|---|", "\x00```", "\x00", "\u00a0", "a\u2028b",
)  # fmt: skip
MARKERS = (
    "- ",
    "1. ",
    "> ",
    "# ",
    ": ",
    "    ",
    "\t",
    "```",
    "~~~ ",
    "[^1]: ",
    "*[a]: ",
    "[r]: ",
    "\x00",
)
WORDS = st.lists(st.sampled_from(("words", "other words", "a term\n: text")), max_size=3)
PARAGRAPHS = WORDS.map("\n\n".join)


@given(any_source, PARAGRAPHS, PARAGRAPHS, st.lists(st.sampled_from(LINES), max_size=3), st.data())
def test_lines_typed_and_deleted_anywhere_give_what_a_new_renderer_gives(
    source: str, above: str, below: str, inserted: list[str], data: st.DataObject
) -> None:
    source = f"{above}\n\n{source}\n\n{below}"
    lines = source.split("\n")
    start = data.draw(st.integers(0, len(lines)))
    end = data.draw(st.integers(start, min(start + 3, len(lines))))
    assert_an_edit_gives_what_is_new(source, "\n".join((*lines[:start], *inserted, *lines[end:])))


@given(any_source, PARAGRAPHS, PARAGRAPHS, st.sampled_from(MARKERS), st.data())
def test_a_marker_typed_and_deleted_anywhere_gives_what_a_new_renderer_gives(
    source: str, above: str, below: str, marker: str, data: st.DataObject
) -> None:
    source = f"{above}\n\n{source}\n\n{below}"
    lines = source.split("\n")
    number = data.draw(st.integers(0, len(lines) - 1))
    edited = "\n".join((*lines[:number], marker + lines[number], *lines[number + 1 :]))
    assert_an_edit_gives_what_is_new(source, edited)
    assert_an_edit_gives_what_is_new(edited, source)


def test_blocks_in_each_others_way_are_edited_line_by_line() -> None:
    draw = random.Random(2)  # noqa: S311 - nothing secret
    kept = 0
    for seed in range(120):
        source = "\n\n".join(("words", shuffled(seed), "words", shuffled(-1 - seed), "words"))
        for _ in range(3):
            lines = source.split("\n")
            at = draw.randrange(len(lines))
            new = [draw.choice(FRAGMENTS + LINES) for _ in range(draw.randint(0, 2))]
            lines[at : at + draw.randint(0, 2)] = new
            kept += assert_an_edit_gives_what_is_new(source, "\n".join(lines))
            source = "\n".join(lines)
    assert kept > 200  # so that it says something


def test_a_release_edited_line_by_line_gives_what_a_new_renderer_gives() -> None:
    draw = random.Random(3)  # noqa: S311 - nothing secret
    renderer = BlockRenderer()
    for seed in range(20):
        source = ReleaseGrammar(seed).body(10)
        for _ in range(6):
            lines = source.split("\n")
            at = draw.randrange(len(lines))
            lines[at : at + draw.randint(0, 2)] = draw.choices(LINES, k=draw.randint(0, 2))
            source = "\n".join(lines)
            assert renderer.render_body(source) == BlockRenderer().render_body(source)


@pytest.mark.parametrize("key", ["\n", "\n\n", "- ", "1. ", "> ", "    ", "a"])
def test_a_key_in_a_long_release_has_a_few_blocks_split_again(key: str) -> None:
    source = ReleaseGrammar(7, signs=0.1).text_of(100_000)
    blocks = split(source)
    draw = random.Random(4)  # noqa: S311 - nothing secret
    split_again: list[int] = []
    for _ in range(20):
        at = source.index("\n\n", draw.randrange(len(source) - 5_000)) + 2
        found = resplit(source, blocks, source[:at] + key + source[at:])
        assert found
        split_again.append(len(found.blocks) - found.head - found.tail)
    assert len(blocks) > 300
    assert sum(split_again) / len(split_again) < 12
    assert max(split_again) < 80  # where definitions by the dozen stand one after the other
