import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdesk.rendering.blocks import split
from newsdesk.rendering.markdown import BlockRenderer
from newsdesk.rendering.retyping import retyped
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
