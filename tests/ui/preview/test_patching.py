import json
from dataclasses import replace
from typing import Any

import pytest

from newsdesk.domain.language import Direction
from newsdesk.rendering.page import BlockKind, Page, RenderedBlock, key_of
from newsdesk.ui.preview import patching
from newsdesk.ui.preview.patching import Patch


def block(text: str, line: int | None = None, kind: BlockKind = BlockKind.BODY) -> RenderedBlock:
    html = f"<p>{text}</p>"
    return RenderedBlock(key_of(html), line, line, html, kind)


HEADLINE = block("H", kind=BlockKind.HEADLINE)
END = block("###", kind=BlockKind.END_MARK)


def page(*blocks: RenderedBlock) -> Page:
    return Page("en", Direction.LEFT_TO_RIGHT, "A title", (HEADLINE, *blocks, END))


def arguments(patch: Patch, **options: bool) -> list[Any]:
    script = patch.script(7, **options)
    assert script.startswith("newsdesk.patch(...")
    return json.loads(script.removeprefix("newsdesk.patch(...").removesuffix(")"))


ONE = page(block("a", 0), block("b", 2), block("c", 4))


def test_the_first_page_takes_the_place_of_everything() -> None:
    number, start, delete_count, blocks, lines, *rest = arguments(Patch.between(None, ONE))
    assert (number, start, delete_count, lines) == (7, 0, -1, None)
    assert blocks[0] == ["header", "headline", -1, -1, "<p>H</p>"]
    assert blocks[1] == ["body", "body", 0, 0, "<p>a</p>"]
    assert blocks[-1] == ["footer", "end_mark", -1, -1, "<p>###</p>"]
    assert rest == ["en", "ltr", "A title", False]


def test_a_key_changes_one_block() -> None:
    typed = page(block("a", 0), block("bx", 2), block("c", 4))
    patch = Patch.between(ONE, typed)
    assert arguments(patch)[1:5] == [2, 1, [["body", "body", 2, 2, "<p>bx</p>"]], None]


def test_blocks_that_stay_learn_their_new_lines() -> None:
    moved = page(block("a", 0), block("new", 2), block("b", 4), block("c", 6))
    patch = Patch.between(ONE, moved)
    lines = [-1, -1, 0, 0, 2, 2, 4, 4, 6, 6, -1, -1]
    assert arguments(patch)[1:5] == [2, 0, [["body", "body", 2, 2, "<p>new</p>"]], lines]


def test_lines_alone_may_change() -> None:
    lower = page(block("a", 1), block("b", 3), block("c", 5))
    assert arguments(Patch.between(ONE, lower))[1:4] == [1 + 4, 0, []]
    assert Patch.between(ONE, lower).moves_lines


def test_a_language_alone_may_change() -> None:
    arabic = replace(ONE, language="ar", direction=Direction.RIGHT_TO_LEFT)
    assert arguments(Patch.between(ONE, arabic))[1:] == [
        5, 0, [], None, "ar", "rtl", "A title", False,
    ]  # fmt: skip


def test_another_release_is_seen_from_its_top() -> None:
    assert arguments(Patch.between(ONE, page()), is_from_top=True)[-1] is True


def test_what_stands_in_a_script_stays_text() -> None:
    nasty = page(block("</script>\u2028\"'`${x}\\", 0))
    patch = Patch.between(None, nasty)
    assert patch.script(1).isascii()
    assert arguments(patch)[3][1][4] == nasty.blocks[1].html


def test_a_long_page_comes_step_by_step(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(patching, "_AT_ONCE", 20)
    wanted = page(*(block(f"{number} words", 2 * number) for number in range(9)), block("c", 99))
    shown: Page | None = ONE
    steps: list[Patch] = []
    while shown != wanted:
        steps.append(Patch.between(shown, wanted).step())
        shown = steps[-1].page
        assert all(arguments(steps[-1])[3])
    assert len(steps) == 9
    assert steps[-1].page is wanted
    first, second = (arguments(one) for one in steps[:2])
    assert first[1:3] == [1, 2]  # "a" and "b" go with the first; "c" stays
    assert second[1:3] == [2, 0]
    assert first[4][-4:] == [99, 99, -1, -1]


def test_what_is_longer_than_a_step_is_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(patching, "_AT_ONCE", 20)
    wanted = page(block("a very long block of words", 0))
    patch = Patch.between(None, wanted).step()
    assert [one.html for one in patch.blocks] == ["<p>H</p>"]
    patch = Patch.between(patch.page, wanted).step()
    assert [one.html for one in patch.blocks] == ["<p>a very long block of words</p>"]
