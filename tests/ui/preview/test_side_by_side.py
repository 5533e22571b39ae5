"""The text and its page in a real browser, side by side."""

import json
import os
import random
import signal

import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from tests.ui.preview.long_release import LongRelease
from tests.ui.preview.two_panes import TwoPanes

POSITIONS = 50
WORDS = 50
_KINDS = (".footnotes", "th", "td", "h2", "h3", "strong", "em", "code", "blockquote", "li", "p")
_WORDS_ON_PAGE = """(() => {
  const found = [];
  const skipped = ".dateline, .footnote-ref, .footnote-backref, figcaption";
  const texts = document.createTreeWalker(document.querySelector(".body"), NodeFilter.SHOW_TEXT);
  for (let text = texts.nextNode(); text; text = texts.nextNode()) {
    if (text.parentElement.closest(skipped)) continue;
    for (const word of text.data.matchAll(/\\p{L}+/gu)) found.push([text, word.index, word[0]]);
  }
  globalThis.words = found;
  const kind = ([text]) => text.parentElement.closest("a") ? "a"
    : KINDS.find((one) => text.parentElement.closest(one));
  return found.map((one) => [one[2], kind(one)]);
})()""".replace("KINDS", json.dumps(_KINDS))
_SPOT_OF = """((number, height) => {
  const [text, start, word] = globalThis.words[number];
  const range = document.createRange();
  range.setStart(text, start);
  range.setEnd(text, start + word.length);
  scrollBy(0, range.getBoundingClientRect().top - innerHeight * height);
  const box = range.getClientRects()[0];
  return [box.left + box.width / 3, box.top + box.height / 2];
})"""


_LAST_OFFSET = "document.documentElement.scrollHeight - document.documentElement.clientHeight"


@pytest.fixture
def long(panes: TwoPanes) -> LongRelease:
    """100 KB with headings, tables, lists and pictures, on the page."""
    written = LongRelease(60)
    assert 100_000 <= len(written.source) < 110_000
    panes.show(written.source)
    panes.wait_for_pictures()
    panes.wait_until_in_step()
    return written


@pytest.mark.usefixtures("long")
def test_from_the_text_to_the_page_and_back_is_less_than_half_a_line(panes: TwoPanes) -> None:
    bar = panes.text.verticalScrollBar()
    lines: list[float] = []
    offsets: list[float] = []
    for number in range(POSITIONS):
        bar.setValue(round(bar.maximum() * number / (POSITIONS - 1)))
        lines.append(panes.place.line)
        offsets.append(panes.settled())
    assert (offsets[0], offsets[-1]) == (0, panes.ask(_LAST_OFFSET))
    assert offsets == sorted(offsets)
    returned: list[float] = []
    for offset in offsets:
        panes.scroll_page(offset)
        returned.append(panes.place.line)
    errors = sorted(abs(one - other) for one, other in zip(lines, returned, strict=True))
    print(f"lines: median {errors[POSITIONS // 2]:.3f}, most {errors[-1]:.3f}")  # noqa: T201
    assert errors[-1] < 0.5


def test_clicking_a_word_puts_the_cursor_on_it(
    long: LongRelease, panes: TwoPanes, qtbot: QtBot
) -> None:
    shown = panes.ask(_WORDS_ON_PAGE)
    assert [word for word, _ in shown] == [word for word, _ in long.words]
    view = panes.preview._view
    assert view is not None
    surface = view.focusProxy()
    assert surface is not None
    chance = random.Random(5)  # noqa: S311 - no secret
    chosen: list[int] = []
    for kind in _KINDS:
        of_kind = [n for n, (word, its) in enumerate(shown) if its == kind and len(word) > 1]
        chosen += chance.sample(of_kind, min(len(of_kind), 5))
    assert len(chosen) >= WORDS
    missed: list[str] = []
    panes.settled()
    for turn, number in enumerate(chosen):
        # in two heights by turns, or two clicks in one place would be a double click
        x, y = panes.ask(f"{_SPOT_OF}({number}, {0.3 if turn % 2 else 0.6})")
        with qtbot.waitSignal(panes.preview.body_clicked, timeout=5_000):
            qtbot.mouseClick(surface, Qt.MouseButton.LeftButton, pos=QPoint(round(x), round(y)))
        word, start = long.words[number]
        caret = panes.text.textCursor().position()
        if not start <= caret <= start + len(word):
            around = long.source[max(0, caret - 20) : caret + 20]
            missed.append(f"{word} ({shown[number][1]}) at {start}: {around!r}")
    assert missed == []


@pytest.mark.usefixtures("long")
def test_the_page_stays_where_a_word_of_it_was_clicked(panes: TwoPanes, qtbot: QtBot) -> None:
    panes.scroll_page(4_000)
    view = panes.preview._view
    assert view is not None
    surface = view.focusProxy()
    assert surface is not None
    panes.text.verticalScrollBar().setValue(0)  # as if scrolled apart
    panes.settled()
    panes.scrolling.is_on = False
    panes.ask("scrollTo(0, 4000)")
    panes.scrolling._is_on = True
    with qtbot.waitSignal(panes.preview.body_clicked, timeout=5_000):
        qtbot.mouseClick(surface, Qt.MouseButton.LeftButton, pos=QPoint(300, 600))
    assert panes.text.hasFocus()
    assert panes.text.verticalScrollBar().value() > 0  # the word is seen there too
    assert panes.settled() == 4_000


def test_after_the_page_was_killed_it_is_at_its_place_and_marked_again(
    long: LongRelease, panes: TwoPanes, qtbot: QtBot
) -> None:
    panes.text.setFocus()
    cursor = panes.text.textCursor()
    cursor.setPosition(long.source.index("## The harbour, part 20"))
    panes.text.setTextCursor(cursor)
    panes.text.ensureCursorVisible()
    bar = panes.text.verticalScrollBar()
    bar.setValue(bar.value() + 100)
    panes.wait_until_in_step()
    qtbot.waitUntil(lambda: panes.marked() == "The harbour, part 20")
    text, value = panes.text.text(), bar.value()
    assert panes.preview._view is not None
    os.kill(panes.preview._view.page().renderProcessPid(), getattr(signal, "SIGKILL", 15))
    qtbot.waitUntil(panes.preview._stage.skeleton.isVisible)
    qtbot.keyClicks(panes.text, "#")  # whoever writes meanwhile is not disturbed
    panes.render()
    qtbot.waitUntil(lambda: not panes.preview._stage.skeleton.isVisible(), timeout=20_000)
    assert panes.text.text() != text
    assert panes.text.hasFocus()
    assert bar.value() == value
    panes.wait_for_pictures()
    panes.wait_until_in_step()
    qtbot.waitUntil(lambda: panes.marked() == "The harbour, part 20")
    bar.setValue(value + 2_000)
    panes.wait_until_in_step()
