"""Finding words in the text, and replacing them."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QPushButton, QToolButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from newsdesk.ui.editor.find_bar import FindBar
from newsdesk.ui.editor.markdown_editor import MarkdownEditor
from newsdesk.ui.theme.icons import Icons
from newsdesk.ui.theme.theme_controller import ThemeController

Key = Qt.Key
SHIFT = Qt.KeyboardModifier.ShiftModifier
TEXT = "The harbour opened. 🚢 Harbours open early.\n\nA harbour is a port."


@pytest.fixture
def bar(themes: ThemeController, icons: Icons, qtbot: QtBot) -> Iterator[FindBar]:
    window = QWidget()
    layout = QVBoxLayout(window)
    text = MarkdownEditor(themes)
    text.set_text(TEXT)
    bar = FindBar(text, themes, icons)
    for part in (bar, text):
        layout.addWidget(part)
    qtbot.addWidget(window)
    window.resize(500, 400)
    window.show()
    window.activateWindow()
    qtbot.waitExposed(window)
    yield bar
    window.close()


@pytest.fixture
def look(bar: FindBar, qtbot: QtBot) -> Callable[[str], None]:
    """Open the bar and type what is looked for."""

    def look(words: str) -> None:
        bar.open_bar(replaces=True)
        qtbot.keyClicks(bar.words, words)
        qtbot.waitUntil(lambda: not bar._pause.isActive())

    return look


def selected(bar: FindBar) -> str:
    return bar._text.textCursor().selectedText()


def at(bar: FindBar) -> int:
    return bar._text.textCursor().selectionStart()


def button(bar: FindBar, name: str) -> QToolButton:
    return next(one for one in bar.findChildren(QToolButton) if one.accessibleName() == name)


def press(bar: FindBar, text: str, qtbot: QtBot) -> None:
    found = next(
        one for one in bar.findChildren(QPushButton) if one.text().replace("&", "") == text
    )
    qtbot.mouseClick(found, Qt.MouseButton.LeftButton)


def test_places_are_counted_and_marked(bar: FindBar, look: Callable[[str], None]) -> None:
    look("harbour")
    assert bar.count.text() == "3 places"
    marked = [one.cursor.selectedText() for one in bar._text.extraSelections()]
    assert marked == ["harbour", "Harbour", "harbour"]


def test_enter_goes_round_them_and_shift_enter_back(
    bar: FindBar, look: Callable[[str], None], qtbot: QtBot
) -> None:
    look("harbour")
    found: list[tuple[str, str]] = []
    for _ in range(4):
        qtbot.keyClick(bar.words, Key.Key_Return)
        found.append((selected(bar), bar.count.text()))
    assert [words for words, _count in found] == ["harbour", "Harbour", "harbour", "harbour"]
    assert [count for _words, count in found] == ["1 of 3", "2 of 3", "3 of 3", "1 of 3"]
    qtbot.keyClick(bar.words, Key.Key_Return, SHIFT)
    assert bar.count.text() == "3 of 3"
    assert bar.words.hasFocus()


@pytest.mark.parametrize(
    ("option", "words", "count"),
    [
        ("Only with the same capitals", "harbour", "2 places"),
        ("Only whole words", "harbour", "2 places"),
        ("Regular expression", "harbou?rs? ", "3 places"),
    ],
)
def test_what_counts_can_be_narrowed(
    option: str, words: str, count: str, bar: FindBar, look: Callable[[str], None]
) -> None:
    button(bar, option).setChecked(True)
    look(words)
    assert bar.count.text() == count


def test_in_a_narrow_pane_the_fields_have_the_width_to_themselves(
    bar: FindBar, look: Callable[[str], None], qtbot: QtBot
) -> None:
    look("harbour")
    assert bar._ways.geometry().left() > bar.words.geometry().right()
    bar.window().resize(280, 400)
    qtbot.waitUntil(lambda: bar._ways.geometry().top() > bar.words.geometry().bottom())
    assert bar.words.width() > 180
    bar.window().resize(600, 400)
    qtbot.waitUntil(lambda: bar._ways.geometry().left() > bar.words.geometry().right())


def test_nothing_found_is_said_and_nothing_can_be_replaced(
    bar: FindBar, look: Callable[[str], None]
) -> None:
    look("lighthouse")
    assert bar.count.text() == "Nothing found"
    assert [one.isEnabled() for one in bar.findChildren(QPushButton)] == [False, False]


def test_what_is_no_expression_is_said(bar: FindBar, look: Callable[[str], None]) -> None:
    button(bar, "Regular expression").setChecked(True)
    look("(")
    assert bar.count.text().startswith("This is no regular expression")


def test_an_expression_without_end_is_given_up_in_words(
    bar: FindBar, look: Callable[[str], None]
) -> None:
    bar._text.set_text("a" * 5_000 + "b")
    button(bar, "Regular expression").setChecked(True)
    look("(a|a|aa)+$")
    assert bar.count.text() == "This expression takes too long in this text."


def test_one_is_replaced_after_the_other(
    bar: FindBar, look: Callable[[str], None], qtbot: QtBot
) -> None:
    look("harbour")
    bar.other.setText("port")
    qtbot.keyClick(bar.words, Key.Key_Return)
    press(bar, "Replace", qtbot)
    assert bar._text.text().startswith("The port opened. 🚢 Harbours")
    assert selected(bar) == "Harbour"  # the next one
    bar.other.setFocus()
    qtbot.keyClick(bar.other, Key.Key_Return)
    assert "🚢 ports open" in bar._text.text()


def test_all_are_replaced_as_one_step(
    bar: FindBar, look: Callable[[str], None], qtbot: QtBot
) -> None:
    look("harbour")
    bar.other.setText("port")
    with qtbot.waitSignal(bar._text.text_edited):
        press(bar, "Replace all", qtbot)
    assert bar._text.text() == TEXT.replace("harbour", "port").replace("Harbour", "port")
    assert bar.count.text() == "3 places replaced"
    bar._text.undo()
    assert bar._text.text() == TEXT


def test_groups_come_back_in_what_is_put_there(
    bar: FindBar, look: Callable[[str], None], qtbot: QtBot
) -> None:
    button(bar, "Regular expression").setChecked(True)
    look(r"(\w+) is a (\w+)")
    bar.other.setText(r"\2 is a \1")
    press(bar, "Replace all", qtbot)
    assert bar._text.text().endswith("A port is a harbour.")


def test_what_is_selected_is_what_is_looked_for(bar: FindBar) -> None:
    cursor = bar._text.textCursor()
    cursor.setPosition(TEXT.index("open"))
    cursor.movePosition(QTextCursor.MoveOperation.EndOfWord, QTextCursor.MoveMode.KeepAnchor)
    bar._text.setTextCursor(cursor)
    bar.open_bar(replaces=False)
    assert bar.words.text() == "opened"
    assert bar.count.text() == "1 of 1"
    assert bar.other.isHidden()


def test_typing_in_the_text_counts_anew(
    bar: FindBar, look: Callable[[str], None], qtbot: QtBot
) -> None:
    look("harbour")
    bar._text.textCursor().insertText("harbour ")
    qtbot.waitUntil(lambda: bar.count.text() == "4 places")


def test_escape_goes_back_to_the_text_and_unmarks_it(
    bar: FindBar, look: Callable[[str], None], qtbot: QtBot
) -> None:
    look("harbour")
    with qtbot.waitSignal(bar.closed):
        qtbot.keyClick(bar.words, Key.Key_Escape)
    assert bar.isHidden()
    assert bar._text.extraSelections() == []
    assert bar._text.hasFocus()


def test_a_text_that_is_only_read_is_searched_but_not_changed(
    bar: FindBar, look: Callable[[str], None], qtbot: QtBot
) -> None:
    bar._text.set_editable(False)
    look("harbour")
    bar.other.setText("port")
    qtbot.keyClick(bar.words, Key.Key_Return)
    assert selected(bar) == "harbour"
    bar.replace_all()
    bar.replace_one()
    assert bar._text.text() == TEXT
    assert [one.isEnabled() for one in bar.findChildren(QPushButton)] == [False, False]


def test_a_megabyte_is_searched(bar: FindBar, look: Callable[[str], None]) -> None:
    bar._text.set_text("The harbour opened. " * 50_000)
    look("harbour")
    assert bar.count.text().replace(",", "") == "50000 places"
    assert len(bar._text.extraSelections()) == 500
