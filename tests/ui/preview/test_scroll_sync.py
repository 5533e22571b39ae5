"""Text and page scrolled together, in a real browser."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from pytestqt.qtbot import QtBot

from tests.ui.preview.long_release import PICTURE, LongRelease
from tests.ui.preview.two_panes import TwoPanes

SHORT = LongRelease(12).source
_AT_TOP = """(() => {
  const parts = [...document.querySelectorAll(".body > *")];
  return parts.find((one) => one.getBoundingClientRect().bottom > 1).textContent.trim();
})()"""


@pytest.fixture
def shown(panes: TwoPanes) -> TwoPanes:
    panes.show(SHORT)
    panes.wait_for_pictures()
    return panes


def to_heading(panes: TwoPanes, number: int) -> None:
    """Scroll the text so that the heading of a part is at its top."""
    before = SHORT[: SHORT.index(f"The harbour, part {number}\n")]
    block = panes.text.document().findBlockByNumber(before.count("\n"))
    top = panes.text.document().documentLayout().blockBoundingRect(block).top()
    panes.text.verticalScrollBar().setValue(round(top) + 1)


def test_what_is_at_the_top_of_the_text_is_at_the_top_of_the_page(shown: TwoPanes) -> None:
    for number in (3, 8, 5):
        to_heading(shown, number)
        shown.settled()
        assert shown.ask(_AT_TOP) == f"The harbour, part {number}"


def test_the_headline_is_seen_with_the_beginning_and_the_contacts_with_the_end(
    shown: TwoPanes,
) -> None:
    to_heading(shown, 4)
    assert shown.settled() > 0
    bar = shown.text.verticalScrollBar()
    bar.setValue(0)
    assert shown.settled() == 0
    bar.setValue(bar.maximum())
    shown.settled()
    contacts = "document.querySelector('.contacts').getBoundingClientRect().bottom"
    assert shown.ask(contacts) <= shown.ask("innerHeight")


def test_where_the_user_scrolls_the_page_the_text_comes(shown: TwoPanes) -> None:
    top = shown.ask("[...document.querySelectorAll('h2, h3')][6].getBoundingClientRect().top")
    shown.scroll_page(int(top) + 2)
    at_top = shown.text.cursorForPosition(shown.text.viewport().rect().topLeft()).block()
    assert at_top.text().endswith("The harbour, part 6")


def test_a_page_that_we_scroll_does_not_scroll_the_text(shown: TwoPanes, qtbot: QtBot) -> None:
    bar = shown.text.verticalScrollBar()
    with qtbot.assertNotEmitted(shown.preview.hand.scrolled):
        for value in range(100, 3_000, 100):
            bar.setValue(value)
            shown.settled()
            assert bar.value() == value


def test_many_movements_at_once_are_one(shown: TwoPanes) -> None:
    scrolls: list[float] = []
    scroll = shown.preview.hand.scroll

    def count(offset: float, then: object) -> None:
        scrolls.append(offset)
        scroll(offset, then)  # type: ignore[arg-type]

    shown.preview.hand.scroll = count  # type: ignore[method-assign]
    bar = shown.text.verticalScrollBar()
    for value in range(0, bar.maximum(), 50):
        bar.setValue(value)
    bar.setValue(2_000)
    shown.settled()
    assert 1 <= len(scrolls) <= 2
    to_heading(shown, 5)
    shown.settled()
    assert shown.ask(_AT_TOP) == "The harbour, part 5"


def test_a_picture_that_comes_later_moves_nothing_that_is_seen(
    panes: TwoPanes, qtbot: QtBot
) -> None:
    panes.show(SHORT)
    assert SHORT.count(PICTURE) == 3
    to_heading(panes, 11)
    before = panes.settled()
    assert panes.ask(_AT_TOP) == "The harbour, part 11"
    panes.wait_for_pictures()
    qtbot.waitUntil(lambda: panes.settled() > before + 400)
    assert panes.ask(_AT_TOP) == "The harbour, part 11"


def test_a_narrower_page_stays_at_the_same_line(shown: TwoPanes, qtbot: QtBot) -> None:
    to_heading(shown, 7)
    before = shown.settled()
    shown.editor.setFixedWidth(shown.editor.width())
    shown.preview.setMaximumWidth(300)
    qtbot.waitUntil(lambda: shown.settled() > before + 50)
    qtbot.waitUntil(lambda: shown.ask(_AT_TOP) == "The harbour, part 7")


def test_what_is_written_is_kept_in_view(shown: TwoPanes, qtbot: QtBot) -> None:
    text = shown.text
    cursor = QTextCursor(text.document().find("part 9"))
    cursor.clearSelection()
    text.setTextCursor(cursor)
    shown.settled()
    shown.ask("scrollTo(0, 0)")
    qtbot.keyClicks(text, " and more")
    with qtbot.waitSignal(shown.preview.painted):
        shown.render()

    def is_in_view() -> bool:
        box = shown.ask(
            "(() => { const box = [...document.querySelectorAll('h2, h3')]"
            ".find((one) => one.textContent.includes('and more'))?.getBoundingClientRect();"
            " return box ? [box.top, box.bottom, innerHeight] : null; })()"
        )
        return box is not None and 0 < box[0] < box[1] < box[2]

    qtbot.waitUntil(is_in_view)


def test_what_is_in_view_is_not_moved_by_writing(shown: TwoPanes, qtbot: QtBot) -> None:
    to_heading(shown, 4)
    before = shown.settled()
    cursor = shown.text.cursorForPosition(shown.text.viewport().rect().center())
    shown.text.setTextCursor(cursor)
    for _ in range(5):
        qtbot.keyClick(shown.text, Qt.Key.Key_X)
        with qtbot.waitSignal(shown.preview.painted):
            shown.render()
    assert shown.settled() == before


def test_nothing_is_measured_at_a_key(shown: TwoPanes, qtbot: QtBot) -> None:
    measured: list[object] = []
    shown.settled()  # the pictures that came moved the page
    shown.preview.hand.measure = measured.append  # type: ignore[method-assign]
    for _ in range(3):
        qtbot.keyClick(shown.text, Qt.Key.Key_X)
        with qtbot.waitSignal(shown.preview.painted):
            shown.render()
    assert measured == []


def test_what_is_typed_and_taken_back_at_once_leaves_both_in_step(
    shown: TwoPanes, qtbot: QtBot
) -> None:
    shown.settled()
    for pressed in (Qt.Key.Key_X, Qt.Key.Key_Y, Qt.Key.Key_Backspace):
        qtbot.keyClick(shown.text, pressed)
        shown.render()
    qtbot.waitUntil(lambda: shown.scrolling._shown == shown.preview.last_patch)
    to_heading(shown, 5)
    shown.settled()
    assert shown.ask(_AT_TOP) == "The harbour, part 5"


def test_switched_off_neither_moves_the_other(shown: TwoPanes) -> None:
    shown.scrolling.is_on = False
    to_heading(shown, 5)
    assert shown.ask("scrollY") == 0
    shown.scroll_page(900)
    to_heading(shown, 5)
    assert shown.ask("scrollY") == 900
    shown.scrolling.is_on = True
    shown.settled()
    assert shown.ask(_AT_TOP) == "The harbour, part 5"


def test_switched_off_while_it_measures_it_is_done(shown: TwoPanes) -> None:
    shown.scrolling._on_reflowed(is_resized=False)  # as when pictures came
    assert shown.scrolling._is_asking
    shown.scrolling.is_on = False
    shown.settled()
    shown.scrolling.is_on = True
    shown.settled()


def test_the_next_release_is_seen_from_where_its_text_is(shown: TwoPanes, qtbot: QtBot) -> None:
    to_heading(shown, 9)
    before = shown.settled()
    release = shown.session.release
    assert release is not None
    shown.open(release)
    to_heading(shown, 5)  # as it was left
    assert shown.ask("scrollY") == before  # the page is still the one before
    shown.render()
    qtbot.waitUntil(lambda: shown.ask(_AT_TOP) == "The harbour, part 5")


def test_beside_a_text_that_is_all_seen_the_page_stays_where_it_is(
    panes: TwoPanes, qtbot: QtBot
) -> None:
    panes.show("A lead.\n\nAnd more.")
    panes.preview.setMaximumHeight(300)
    qtbot.waitUntil(lambda: panes.ask("innerHeight") < 300)
    panes.scroll_page(200)
    panes.preview.setMaximumHeight(280)
    qtbot.waitUntil(lambda: panes.ask("innerHeight") < 240)
    assert panes.settled() == 200
    assert panes.text.verticalScrollBar().value() == 0


def test_a_release_without_text_scrolls_nothing(panes: TwoPanes) -> None:
    panes.show("")
    panes.text.verticalScrollBar().setValue(10)
    assert panes.settled() == 0


def test_a_hidden_page_comes_after_when_it_is_seen(shown: TwoPanes) -> None:
    shown.preview.hide()
    to_heading(shown, 6)
    shown.preview.show()
    shown.scrolling.catch_up()
    shown.settled()
    assert shown.ask(_AT_TOP) == "The harbour, part 6"
