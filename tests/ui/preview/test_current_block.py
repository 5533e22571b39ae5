"""The mark beside the block that is edited, in a real browser."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from tests.ui.preview.two_panes import TwoPanes

BODY = "The lead.\n\n- one\n- two\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\nThe end."


@pytest.fixture
def shown(panes: TwoPanes) -> TwoPanes:
    panes.show(BODY)
    panes.text.setFocus()
    return panes


def go_to(panes: TwoPanes, words: str) -> None:
    cursor = QTextCursor(panes.text.document().find(words))
    cursor.clearSelection()
    panes.text.setTextCursor(cursor)


@pytest.mark.parametrize(
    ("words", "block"), [("lead", "lead"), ("two", "one"), ("2 |", "a"), ("end", "The end.")]
)
def test_the_block_of_the_caret_is_marked(
    words: str, block: str, shown: TwoPanes, qtbot: QtBot
) -> None:
    go_to(shown, words)
    qtbot.waitUntil(lambda: block in shown.marked())
    assert "|" not in shown.marked()  # one block alone


def test_between_two_blocks_none_is(shown: TwoPanes, qtbot: QtBot) -> None:
    go_to(shown, "lead")
    qtbot.waitUntil(lambda: "lead" in shown.marked())
    qtbot.keyClick(shown.text, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: shown.marked() == "")


def test_headline_and_subheadline_are_marked_where_they_are_printed(
    shown: TwoPanes, qtbot: QtBot
) -> None:
    shown.editor.fields.headline.setFocus()
    qtbot.waitUntil(lambda: shown.marked() == "Council opens new harbour station")
    shown.editor.fields.subheadline.setFocus()
    qtbot.waitUntil(lambda: shown.marked() == "Fourteen berths run on power from the quay")


def test_while_the_keyboard_is_elsewhere_nothing_is(shown: TwoPanes, qtbot: QtBot) -> None:
    go_to(shown, "end")
    qtbot.waitUntil(lambda: shown.marked() == "The end.")
    field = QLineEdit(shown.editor)
    field.show()
    field.setFocus()
    qtbot.waitUntil(lambda: shown.marked() == "")
    shown.text.setFocus()
    qtbot.waitUntil(lambda: shown.marked() == "The end.")


def test_the_mark_goes_where_its_block_goes(shown: TwoPanes, qtbot: QtBot) -> None:
    go_to(shown, "end")
    qtbot.waitUntil(lambda: shown.marked() == "The end.")
    qtbot.keyClicks(shown.text, "x")
    cursor = shown.text.textCursor()
    cursor.movePosition(QTextCursor.MoveOperation.Start)
    cursor.insertText("More\n\nand more\n\n")
    with qtbot.waitSignal(shown.preview.painted):
        shown.render()
    qtbot.waitUntil(lambda: shown.marked() == "The endx.")


def test_the_mark_is_no_part_of_the_page_and_is_never_printed(
    shown: TwoPanes, qtbot: QtBot
) -> None:
    go_to(shown, "end")
    qtbot.waitUntil(lambda: shown.marked() == "The end.")
    assert shown.ask("document.querySelector('main').innerHTML.includes('desk-')") is False
    printed = """[...document.styleSheets].flatMap((sheet) => [...sheet.cssRules])
      .filter((rule) => rule.media?.mediaText === "print").flatMap((rule) => [...rule.cssRules])
      .filter((rule) => rule.selectorText?.includes(".desk-mark")).map((rule) => rule.style.display)
    """
    assert shown.ask(printed) == ["none"]
    clicks = "getComputedStyle(document.querySelector('.desk-mark')).pointerEvents"
    assert shown.ask(clicks) == "none"


def test_the_mark_has_the_accent_of_the_theme(shown: TwoPanes, qtbot: QtBot) -> None:
    go_to(shown, "end")
    qtbot.waitUntil(lambda: shown.marked() == "The end.")
    bar = "getComputedStyle(document.querySelector('.desk-mark')).borderInlineStartColor"
    red, green, blue = 0x1D / 255, 0x5B / 255, 0xBF / 255
    said = shown.ask(bar)
    parts = [float(part) for part in said.partition("srgb ")[2].partition(" /")[0].split()]
    assert parts == pytest.approx([red, green, blue], abs=0.01)
