import inspect
import sys

import pytest

from newsdesk.rendering.findings import FindingKind, RenderFinding
from newsdesk.rendering.markdown import BlockRenderer, RenderedBody
from newsdesk.rendering.memory import ROUNDS_KEPT
from newsdesk.rendering.page import BlockKind, RenderedBlock, key_of, splice
from newsdesk.rendering.sanitising import sanitise
from newsdesk.rendering.weighing import LONGEST, LONGEST_SET
from tests.rendering.reading import read
from tests.rendering.release_grammar import ReleaseGrammar


@pytest.fixture
def renderer() -> BlockRenderer:
    return BlockRenderer()


def test_a_body_comes_back_as_blocks_with_their_lines(renderer: BlockRenderer) -> None:
    body = renderer.render_body("# Title\n\ntext\nmore\n\n```\ncode <b>\n```")
    html = ['<h2 dir="auto">Title</h2>', '<p dir="auto">text\nmore</p>']
    html.append('<pre dir="auto"><code>code &lt;b&gt;\n</code></pre>')
    lines = [(0, 0), (2, 3), (5, 7)]
    assert body.blocks == tuple(
        RenderedBlock(key_of(part), first, last, part, BlockKind.BODY)
        for part, (first, last) in zip(html, lines, strict=True)
    )
    assert body.html == "\n".join(html)


@pytest.mark.parametrize("source", ["", "\n\n", " \t ", "\x00\u202e", "[a]: https://example.org"])
def test_nothing_to_show_gives_no_blocks(renderer: BlockRenderer, source: str) -> None:
    assert renderer.render_body(source).blocks == ()


def test_blocks_use_definitions_wherever_these_stand(renderer: BlockRenderer) -> None:
    html = renderer.render_body("*[UN]: United Nations\n\n[a] UN\n\n[a]: https://example.org").html
    assert html == (
        '<p dir="auto"><a href="https://example.org" rel="noopener noreferrer">a</a>'
        ' <abbr title="United Nations">UN</abbr></p>'
    )


# Keys -----------------------------------------------------------------------------------------


def test_typing_changes_one_key(renderer: BlockRenderer) -> None:
    before = renderer.render_body("one\n\ntwo\n\nthree")
    after = renderer.render_body("one\n\ntwo!\n\nthree")
    keys = [[block.key for block in body.blocks] for body in (before, after)]
    assert splice(*keys) == (1, 1, 1)


def test_a_definition_changes_the_blocks_that_use_it(renderer: BlockRenderer) -> None:
    body = "[a] one\n\n[b] two\n\nthree\n\n[b]: https://example.org/b\n\n[a]: https://example.org/"
    before, after = renderer.render_body(body), renderer.render_body(body + "a")
    assert splice(
        [block.key for block in before.blocks], [block.key for block in after.blocks]
    ) == (0, 1, 1)


def test_a_line_put_before_moves_blocks_and_keeps_their_keys(renderer: BlockRenderer) -> None:
    before, after = renderer.render_body("one\n\ntwo"), renderer.render_body("\none\n\ntwo")
    assert [block.key for block in before.blocks] == [block.key for block in after.blocks]
    assert [block.first_line for block in after.blocks] == [1, 3]


# What a block cannot bear ---------------------------------------------------------------------


HEAVY = {
    "quote signs": ">" * 10_000,
    "quote signs and spaces": "> " * 10_000,
    "brackets": "[" * 10_000,
    "image brackets": "![" * 10_000,
    "nested list items": "\n".join(f"{'    ' * level}- item" for level in range(300)),
    "a long paragraph": "some words \n" * 90_000,
    "a long word": "a" * 1_000_000,
}


@pytest.mark.parametrize("name", HEAVY)
def test_a_heavy_block_is_shown_as_text(renderer: BlockRenderer, name: str) -> None:
    body = renderer.render_body(f"before\n\n{HEAVY[name]}\n\n*after*")
    assert [block.html for block in body.blocks[::2]] == [
        '<p dir="auto">before</p>',
        '<p dir="auto"><em>after</em></p>',
    ]
    shown = body.blocks[1]
    assert read(shown.html).text.split() == HEAVY[name].split()
    assert set(read(shown.html).tags) <= {"p", "br"}
    assert sanitise(shown.html) == shown.html
    finding = RenderFinding(FindingKind.TOO_HEAVY, 2, 2 + HEAVY[name].rstrip().count("\n"))
    assert body.findings == (finding,)


@pytest.mark.parametrize("mark", ['"', "“", "'", '"a" '])
def test_any_number_of_quotation_marks_is_shown(renderer: BlockRenderer, mark: str) -> None:
    body = renderer.render_body(mark * 10_000)
    text = read(body.html).text.translate(str.maketrans("“”‘’", "\"\"''"))
    assert text.split() == (mark * 10_000).replace("“", '"').split()


def test_a_heavy_block_keeps_its_paragraphs_and_lines(renderer: BlockRenderer) -> None:
    deep = "> " * 50 + "a <b>\nc"
    html = renderer.render_body(f"- item\n\n    {deep}\n\n    d").html
    assert html.endswith(f'{"&gt; " * 50}a &lt;b&gt;<br>\nc</p>\n<p dir="auto">d</p>')


def test_a_long_block_keeps_its_signs_but_not_its_quotation_marks(renderer: BlockRenderer) -> None:
    body = renderer.render_body('*a* "b" -- \\" ' + "word " * (LONGEST_SET // 5))
    assert body.html.startswith('<p dir="auto"><em>a</em> "b" -- " word')
    assert [finding.kind for finding in body.findings] == [FindingKind.WITHOUT_QUOTES]


def test_code_is_never_too_long(renderer: BlockRenderer) -> None:
    body = renderer.render_body("```\n" + "a" * LONGEST + "\n```")
    assert body.html == f'<pre dir="auto"><code>{"a" * LONGEST}\n</code></pre>'
    assert body.findings == ()


def test_a_stack_that_does_not_suffice_gives_text(renderer: BlockRenderer) -> None:
    deep = "- " * 39 + "item"

    def from_below(frames: int) -> RenderedBody:
        return from_below(frames - 1) if frames else renderer.render_body(deep)

    renderer.render_body("text")
    body = from_below(sys.getrecursionlimit() - len(inspect.stack()) - 55)
    assert body.html == f'<p dir="auto">{deep}</p>'
    assert body.findings == (RenderFinding(FindingKind.TOO_HEAVY, 0, 0),)
    assert renderer.render_body("afterwards").html == '<p dir="auto">afterwards</p>'
    assert read(BlockRenderer().render_body(deep).html).tags == ["ul", "li"] * 39


# Memory ---------------------------------------------------------------------------------------


def test_a_body_of_more_blocks_than_are_remembered_is_rendered_right() -> None:
    source = ReleaseGrammar(3).body(40)
    expected = BlockRenderer().render_body(source)
    renderer = BlockRenderer(capacity=5)
    for _ in range(ROUNDS_KEPT + 2):
        assert renderer.render_body(source) == expected
        renderer.render_body("other")


def test_a_body_typed_in_stays_one_of_those_remembered(renderer: BlockRenderer) -> None:
    standing = renderer.render_body("A text that stands below every release")
    body = "one\n\ntwo\n\nthree"
    for _ in range(20):
        body += "\n- item"
        renderer.render_body(body)
    assert renderer.render_body("A text that stands below every release") is standing


def test_a_note_that_looks_like_code_is_not_taken_for_it(renderer: BlockRenderer) -> None:
    fence, note = "```\ncode\n```", "[^1]: ```\n    code\n    ```"
    body = renderer.render_body(f"{fence}\n\ntext[^1]\n\n{note}")
    assert [tag for tag in read(body.html).tags if tag == "pre"] == ["pre"]


def test_findings_come_back_with_what_is_remembered(renderer: BlockRenderer) -> None:
    first = renderer.render_body("[a](b:c)")
    assert renderer.render_body("text\n\n[a](b:c)").findings == (
        RenderFinding(FindingKind.REFUSED_TARGET, 2, 2),
    )
    assert first.findings == (RenderFinding(FindingKind.REFUSED_TARGET, 0, 0),)
