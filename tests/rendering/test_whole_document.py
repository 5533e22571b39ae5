"""Blocks rendered one by one give what the whole document gives, and lose nothing of it."""

import html
import json
import random
import re
from pathlib import Path

from hypothesis import assume, given
from hypothesis import strategies as st

from newsdesk.rendering.blocks import SourceBlock, SourceKind, split
from newsdesk.rendering.characters import as_lines, without_hidden
from newsdesk.rendering.definitions import Definitions
from newsdesk.rendering.markdown import BlockRenderer
from newsdesk.rendering.page import BlockKind
from newsdesk.rendering.sanitising import sanitise
from tests.rendering.adversarial import documents
from tests.rendering.any_source import any_source
from tests.rendering.reading import WORD, read
from tests.rendering.release_grammar import ReleaseGrammar
from tests.rendering.whole_document import WholeDocument, without_space_between_tags

KNOWN = Path(__file__).parent / "files" / "known_differences.json"
DRAWN = (
    "h2", "h3", "h4", "p", "br", "hr", "ul", "ol", "li", "dl", "dt", "dd", "blockquote", "table",
    "th", "td", "pre", "code", "strong", "em", "a", "img", "abbr", "sub", "sup", "section",
)  # fmt: skip
SHOWN = {SourceKind.TEXT, SourceKind.CODE}
NOTE_NUMBER = re.compile(r"(?<=fn-)\d+|(?<=fnref-)\d+(?:-\d+)?|(?<=\">)\d+(?=</a>)")


def from_blocks(source: str) -> str:
    return without_space_between_tags(BlockRenderer().render_body(source).html)


def in_one_go(source: str, whole: WholeDocument) -> str:
    return without_space_between_tags(whole.render(source))


# What releases contain ------------------------------------------------------------------------


def test_blocks_give_what_the_whole_document_gives() -> None:
    whole = WholeDocument()
    for seed in range(500):
        source = ReleaseGrammar(seed).body(random.Random(seed).randint(1, 10))  # noqa: S311
        assert from_blocks(source) == in_one_go(source, whole), f"seed {seed}"


def test_the_grammar_draws_everything_a_release_contains() -> None:
    bodies = [ReleaseGrammar(seed).body(8) for seed in range(100)]
    tags = [tag for body in bodies for tag in read(BlockRenderer().render_body(body).html).tags]
    assert [tag for tag in DRAWN if tags.count(tag) < 10] == []
    kinds = [block.kind for body in bodies for block in split(body)]
    assert [kind for kind in SourceKind if kinds.count(kind) < 10] == []


# What nobody would write ----------------------------------------------------------------------


@given(any_source)
def test_the_html_is_well_formed_and_sanitising_changes_nothing(source: str) -> None:
    body = BlockRenderer().render_body(source)
    for block in body.blocks:
        assert read(block.html).is_nested_properly
        assert sanitise(block.html) == block.html
    assert sanitise(body.html) == body.html


@given(any_source)
def test_every_line_is_in_one_block(source: str) -> None:
    blocks = split(source)
    lines = without_hidden(as_lines(source)).split("\n")
    held = [number for block in blocks for number in own_lines(block, blocks, lines)]
    assert sorted(held) == [number for number, line in enumerate(lines) if line.strip()]
    for block in blocks:
        own = [lines[number].expandtabs(4) for number in own_lines(block, blocks, lines)]
        assert [line for line in block.source.split("\n") if line] == own


def own_lines(block: SourceBlock, blocks: tuple[SourceBlock, ...], lines: list[str]) -> list[int]:
    """Return the lines of a block that are not blank, and of a definition inside it none."""
    inner = {
        number
        for other in blocks
        if other is not block and block.first_line <= other.first_line <= block.last_line
        for number in range(other.first_line, other.last_line + 1)
    }
    numbers = range(block.first_line, block.last_line + 1)
    return [number for number in numbers if lines[number].strip() and number not in inner]


@given(any_source)
def test_text_blocks_stand_one_after_the_other(source: str) -> None:
    shown = [block for block in split(source) if block.kind in SHOWN]
    ends = [number for block in shown for number in (block.first_line, block.last_line)]
    assert ends == sorted(ends)
    assert len({block.first_line for block in shown}) == len(shown)
    rendered = BlockRenderer().render_body(source).blocks
    starts = [block.first_line for block in rendered if block.first_line is not None]
    assert starts == sorted(set(starts))


@given(any_source)
def test_no_word_is_lost(source: str) -> None:
    """Every word is in the HTML or in a definition; what follows a fence's marks is no word."""
    blocks = split(source)
    definitions = [block.source for block in blocks if block.kind not in SHOWN]
    found = "\n".join((read(BlockRenderer().render_body(source).html).all_words, *definitions))
    found += html.unescape(found)
    for block in blocks:
        text = block.source.split("\n", 1)[1] if block.kind is SourceKind.CODE else block.source
        assert [word for word in WORD.findall(html.unescape(text)) if word not in found] == []


@given(any_source, any_source, st.data())
def test_what_was_rendered_before_changes_nothing(
    source: str, insertion: str, data: st.DataObject
) -> None:
    start = data.draw(st.integers(0, len(source)))
    end = data.draw(st.integers(start, len(source)))
    edited = source[:start] + insertion + source[end:]
    renderer = BlockRenderer()
    renderer.render_body(source)
    assert renderer.render_body(edited) == BlockRenderer().render_body(edited)


@given(any_source, any_source, st.data())
def test_a_block_changes_only_with_its_source_or_its_definitions(
    source: str, insertion: str, data: st.DataObject
) -> None:
    at = data.draw(st.integers(0, len(source)))
    before, after = seen_by(source), seen_by(source[:at] + insertion + source[at:])
    for what, shown in before.items():
        assert after.get(what, shown) == shown


def seen_by(source: str) -> dict[object, str]:
    """Return the HTML of each block, but for its notes' numbers, by all that it may depend on."""
    blocks = split(source)
    definitions = Definitions.of(blocks)
    rendered = {
        block.first_line: NOTE_NUMBER.sub("", block.html)
        for block in BlockRenderer().render_body(source).blocks
        if block.kind is BlockKind.BODY
    }
    return {
        (block.kind, block.source, definitions.uses_of(block.source)): rendered.get(
            block.first_line, ""
        )
        for block in blocks
        if block.kind in SHOWN
    }


@given(any_source, st.data())
def test_typing_in_a_word_touches_one_block(source: str, data: st.DataObject) -> None:
    source = as_lines(source)
    words = [found.start() + 1 for found in re.finditer(r"(?<=[a-z])[a-z]", source)]
    assume(words)
    at = data.draw(st.sampled_from(words))
    line = source.count("\n", 0, at)
    blocks = split(source)
    typed_in = [
        number
        for number, block in enumerate(blocks)
        if block.kind is SourceKind.TEXT and block.first_line <= line <= block.last_line
    ]
    assume(typed_in and "[" not in blocks[typed_in[0]].source)
    edited = split(source[:at] + "z" + source[at:])
    assert len(edited) == len(blocks)
    changed = [number for number, block in enumerate(blocks) if edited[number] != block]
    assert changed in ([], typed_in)


# What is known to differ ----------------------------------------------------------------------


def test_blocks_differ_from_the_whole_document_only_where_it_is_known_why() -> None:
    whole = WholeDocument()
    found = {
        name
        for name, source in documents().items()
        if from_blocks(source) != in_one_go(source, whole)
    }
    known = json.loads(KNOWN.read_text("utf-8"))
    assert all(entry["reason"] for entry in known)
    assert found == {name for entry in known for name in entry["documents"]}
