from newsdesk.rendering.findings import FindingKind
from newsdesk.rendering.markdown import BlockRenderer, RenderedBody
from newsdesk.rendering.page import BlockKind
from tests.rendering.reading import read


def rendered(source: str) -> RenderedBody:
    return BlockRenderer().render_body(source)


def targets(html: str, of: str) -> list[str]:
    return [value for tag, name, value in read(html).attributes if tag == "a" and name == of]


def ids(html: str) -> list[str]:
    return [value for _, name, value in read(html).attributes if name == "id"]


def test_notes_are_numbered_in_the_order_they_are_cited() -> None:
    body = rendered("first[^z]\n\n- second[^a]\n\n[^a]: A\n\n[^z]: Z")
    assert [read(block.html).text.strip() for block in body.blocks[:2]] == ["first1", "second2"]
    assert read(body.blocks[-1].html).text == "Z\u00a0↩A\u00a0↩"


def test_every_citation_is_led_to_and_leads_back() -> None:
    html = rendered("a[^1] b[^1]\n\nc[^1]\n\n[^1]: note").html
    assert ids(html) == ["fnref-1", "fnref-1-2", "fnref-1-3", "fn-1"]
    assert targets(html, "href") == ["#fn-1"] * 3 + ["#fnref-1", "#fnref-1-2", "#fnref-1-3"]
    assert read(html).text.endswith("note\u00a0↩\u00a0↩2\u00a0↩3")


def test_a_note_may_cite_another_and_itself() -> None:
    html = rendered("a[^1]\n\n[^1]: b[^2]\n\n[^2]: c[^1]").html
    assert ids(html) == ["fnref-1", "fn-1", "fnref-2", "fn-2", "fnref-1-2"]
    assert read(html).text.splitlines()[-1] == "b2\u00a0↩\u00a0↩2c1\u00a0↩"


def test_a_note_never_cited_is_left_out_and_reported() -> None:
    body = rendered("text\n\n[^1]: note\n\n[^2]: see[^1]")
    assert read(body.html).text == "text"
    found = [(finding.kind, finding.first_line) for finding in body.findings]
    assert found == [(FindingKind.UNCITED_NOTE, 2), (FindingKind.UNCITED_NOTE, 4)]


def test_a_citation_of_no_note_stays_text() -> None:
    assert rendered("text[^1]").html == '<p dir="auto">text[^1]</p>'


def test_a_citation_in_code_or_in_a_link_is_text() -> None:
    html = rendered("`[^1]` [a [^1]](https://example.org)\n\n[^1]: note").html
    assert ids(html) == []


def test_the_way_back_stands_below_a_note_that_ends_with_a_list() -> None:
    html = rendered("a[^1]\n\n[^1]: b\n\n    - c").blocks[-1].html
    assert html.endswith("</ul>" + html[html.index('<p dir="auto"><a') :])
    assert read(html).is_nested_properly


def test_notes_have_lines_only_where_they_come_last() -> None:
    last = rendered("a[^1]\n\n[^1]: b\n\n    c").blocks[-1]
    assert (last.kind, last.first_line, last.last_line) == (BlockKind.FOOTNOTES, 2, 4)
    between = rendered("a[^1]\n\n[^1]: b\n\nc").blocks[-1]
    assert (between.kind, between.first_line) == (BlockKind.FOOTNOTES, None)


def test_a_note_put_before_the_others_does_not_render_their_blocks_again() -> None:
    renderer = BlockRenderer()
    before = renderer.render_body("a[^1]\n\nb[^2]\n\nc\n\n[^1]: A\n\n[^2]: B")
    after = renderer.render_body("a\n\nb[^2]\n\nc\n\n[^1]: A\n\n[^2]: B")
    assert read(after.blocks[1].html).text == "b1"
    assert before.blocks[1].key != after.blocks[1].key
    assert before.blocks[2].key == after.blocks[2].key
