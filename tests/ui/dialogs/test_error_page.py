"""What stands in the window when the newsroom cannot be opened."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from newsdesk.domain.errors import StorageError, StorageProblem
from newsdesk.ui.dialogs.error_page import ErrorPage
from newsdesk.ui.theme.icons import Icons

LOCKED = StorageError(StorageProblem.LOCKED, "/home/anna/newsroom")


@pytest.fixture
def page(icons: Icons, qtbot: QtBot) -> ErrorPage:
    page = ErrorPage(icons)
    qtbot.addWidget(page)
    page.resize(1024, 600)
    page.show()
    return page


def button(page: ErrorPage, text: str) -> QPushButton:
    """Return the button of this text, without its mnemonic."""
    return next(b for b in page.findChildren(QPushButton) if b.text().replace("&", "") == text)


def shown(page: ErrorPage) -> list[str]:
    return [label.text() for label in page.findChildren(QLabel) if label.isVisible()]


@pytest.mark.parametrize("problem", StorageProblem)
def test_every_trouble_is_told_with_its_place(page: ErrorPage, problem: StorageProblem) -> None:
    page.show_error(StorageError(problem, "/home/anna/newsroom", "why"), is_readable=False)
    assert page.accessibleName() in shown(page)
    assert page.accessibleDescription() in shown(page)
    assert "/home/anna/newsroom" in shown(page)


def test_the_folder_can_be_selected_to_be_copied(page: ErrorPage) -> None:
    page.show_error(LOCKED, is_readable=True)
    (path,) = (label for label in page.findChildren(QLabel) if label.text() == LOCKED.path)
    path.setSelection(0, len(path.text()))
    assert path.selectedText() == LOCKED.path
    assert path.focusPolicy() & Qt.FocusPolicy.TabFocus


def test_an_error_without_a_folder_leaves_no_empty_field(page: ErrorPage) -> None:
    page.show_error(StorageError(StorageProblem.FULL), is_readable=False)
    assert "Folder of the newsroom" not in shown(page)


@pytest.mark.parametrize("is_readable", [True, False])
def test_reading_is_offered_where_it_is_possible(page: ErrorPage, is_readable: bool) -> None:
    page.show_error(LOCKED, is_readable=is_readable)
    assert button(page, "Read only").isVisible() == is_readable


@pytest.mark.parametrize(
    ("text", "signal"),
    [
        ("Try again", "retry_requested"),
        ("Read only", "read_requested"),
        ("Use another folder…", "folder_requested"),
        ("Quit", "quit_requested"),
    ],
)
def test_each_way_on_can_be_taken_with_enter(
    page: ErrorPage, text: str, signal: str, qtbot: QtBot
) -> None:
    page.show_error(LOCKED, is_readable=True)
    with qtbot.waitSignal(getattr(page, signal)):
        qtbot.keyClick(button(page, text), Qt.Key.Key_Return)


def test_the_focus_begins_at_trying_again(page: ErrorPage, qtbot: QtBot) -> None:
    page.show_error(LOCKED, is_readable=True)
    page.setFocus()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is button(page, "Try again"))
    with qtbot.waitSignal(page.retry_requested):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)


def test_in_a_low_window_the_tab_key_brings_all_of_it_into_view(
    page: ErrorPage, qtbot: QtBot
) -> None:
    page.show_error(LOCKED, is_readable=True)
    page.resize(360, 200)
    page.setFocus()
    quit_ = button(page, "Quit")
    qtbot.waitUntil(lambda: page.focusWidget() is not None)
    assert quit_.visibleRegion().isEmpty()
    for _ in range(3):
        qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Tab)
    assert page.focusWidget() is quit_
    qtbot.waitUntil(lambda: not quit_.visibleRegion().isEmpty())
