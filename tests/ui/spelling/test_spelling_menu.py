"""What is offered for a word that nobody knows."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QContextMenuEvent, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QTextEdit

from newsdesk.desk import open_desk
from tests.ui.windows import OpenWindow

Open = Callable[..., OpenWindow]


@pytest.fixture
def window(open_window: Open, bare_folder: Path) -> OpenWindow:
    """A window on a release with slips, which are marked already."""
    with open_desk(bare_folder, writing=True) as desk:
        desk.releases.new(
            {"headline": "Harbour openz", "language": "en"},
            body_md="The quaye is open. 🚢 Another quaye, Okello’s own.\n\nZzqqxv plain words.",
        )
    opened = open_window().begin()
    opened.wait(lambda: len(opened.window.editor.text.extraSelections()) == 4)
    opened.wait(lambda: bool(opened.window.editor.fields.headline.extraSelections()))
    return opened


def ask_by_mouse(text: QTextEdit, word: str, nth: int = 1) -> QMenu | None:
    """Right-click on a word."""
    cursor = QTextCursor(text.document())
    for _ in range(nth):
        cursor = text.document().find(word, cursor)
    cursor.setPosition(cursor.selectionStart() + 2)
    at = text.cursorRect(cursor).center()
    return ask_at(text, at)


def ask_at(text: QTextEdit, at: QPoint) -> QMenu | None:
    view = text.viewport()
    reason = QContextMenuEvent.Reason.Mouse
    QApplication.sendEvent(view, QContextMenuEvent(reason, at, view.mapToGlobal(at)))
    shown = QApplication.activePopupWidget()
    return shown if isinstance(shown, QMenu) else None


def offers(menu: QMenu) -> list[str]:
    words = (one.iconText() for one in menu.actions() if not one.isSeparator())
    return [one.partition("\t")[0] for one in words]


def offer(menu: QMenu, words: str) -> QAction:
    return next(one for one in menu.actions() if words in one.iconText())


def filled(window: OpenWindow, menu: QMenu | None) -> QMenu:
    assert menu is not None
    window.wait(lambda: not offers(menu)[0].startswith("Looking"))
    return menu


def test_the_menu_opens_at_once_and_suggestions_come_into_it(window: OpenWindow) -> None:
    text = window.window.editor.text
    menu = ask_by_mouse(text, "quaye")
    assert menu is not None
    assert menu.isVisible()
    assert offers(menu)[:3] == [
        "Looking for suggestions",
        "Add “quaye” to the dictionary",
        "Ignore “quaye” in this release",
    ]
    assert not menu.actions()[0].isEnabled()
    filled(window, menu)
    assert "quay" in offers(menu)
    assert "Looking for suggestions" not in offers(menu)
    assert "Paste" in offers(menu)
    menu.close()


def test_a_suggestion_takes_the_place_of_the_word_in_one_step(window: OpenWindow) -> None:
    text = window.window.editor.text
    before = text.text()
    menu = filled(window, ask_by_mouse(text, "quaye", 2))  # behind what Qt counts as two
    offer(menu, "quay").trigger()
    menu.close()
    assert text.text() == before.replace("Another quaye,", "Another quay,")
    assert text.hasFocus()
    window.do("edit.undo")
    assert text.text() == before


def test_of_a_possessive_only_the_name_is_replaced(window: OpenWindow) -> None:
    text = window.window.editor.text
    menu = filled(window, ask_by_mouse(text, "Okello"))
    offer(menu, "Add “Okello”")
    first = menu.actions()[0]
    word = first.iconText()
    first.trigger()
    menu.close()
    assert f"{word}’s own" in text.text()


def test_a_word_is_added_to_the_dictionary(window: OpenWindow) -> None:
    text = window.window.editor.text
    menu = ask_by_mouse(text, "quaye")
    assert menu is not None
    offer(menu, "Add").trigger()
    menu.close()
    window.wait(lambda: len(text.extraSelections()) == 2)
    with open_desk(window.folder) as desk:
        assert [(word.language, word.word) for word in desk.spelling.words()] == [("en", "quaye")]


def test_a_word_is_ignored_in_this_release(window: OpenWindow) -> None:
    headline = window.window.editor.fields.headline
    menu = ask_by_mouse(headline, "openz")
    assert menu is not None
    offer(menu, "Ignore").trigger()
    menu.close()
    window.wait(lambda: not headline.extraSelections())
    assert len(window.window.editor.text.extraSelections()) == 4
    with open_desk(window.folder) as desk:
        release_id = window.session.release_id
        assert release_id is not None
        assert desk.spelling.setup(release_id, "en").ignored == {"openz"}


def test_in_the_headline_a_replacement_is_a_step_of_the_release(window: OpenWindow) -> None:
    headline = window.window.editor.fields.headline
    menu = filled(window, ask_by_mouse(headline, "openz"))
    assert "Undo" not in offers(menu)
    offer(menu, "open").trigger()
    menu.close()
    assert headline.text() != "Harbour openz"
    window.do("edit.undo")
    assert headline.text() == "Harbour openz"


def test_the_menu_key_asks_about_the_word_at_the_caret(window: OpenWindow) -> None:
    text = window.window.editor.text
    cursor = text.textCursor()
    cursor.setPosition(6)
    text.setTextCursor(cursor)
    text.setFocus()
    at = text.cursorRect().center()
    asked = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, at, text.mapToGlobal(at))
    QApplication.sendEvent(text, asked)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    filled(window, menu)
    assert menu.activeAction() is menu.actions()[0]  # Enter takes the likeliest one
    word = menu.activeAction().iconText()
    QTest.keyClick(menu, Qt.Key.Key_Return)
    assert text.text().startswith(f"The {word} is")


def test_where_nothing_is_likely_it_says_so(window: OpenWindow) -> None:
    menu = filled(window, ask_by_mouse(window.window.editor.text, "Zzqqxv"))
    assert offers(menu)[0] == "No suggestions" or len(offers(menu)) > 3
    menu.close()


def test_elsewhere_the_text_has_its_own_menu(window: OpenWindow) -> None:
    text = window.window.editor.text
    view = text.viewport()
    menu = next(one for one in window.wiring.spelling.menus if one._text is text)
    behind_the_line = QPoint(view.width() - 4, text.cursorRect().center().y())
    for at in (text.cursorRect().center(), behind_the_line):
        reason = QContextMenuEvent.Reason.Mouse
        assert menu._asked_at(QContextMenuEvent(reason, at, view.mapToGlobal(at))) is None


def test_a_word_that_is_gone_meanwhile_is_not_replaced(window: OpenWindow) -> None:
    text = window.window.editor.text
    menu = filled(window, ask_by_mouse(text, "quaye"))
    action = offer(menu, "quay")
    text.set_text("Another text")
    action.trigger()
    menu.close()
    assert text.text() == "Another text"
