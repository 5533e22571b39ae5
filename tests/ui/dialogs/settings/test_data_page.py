"""Where the newsroom lies."""

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from newsdesk.ui.dialogs.settings.data_page import DataPage
from newsdesk.ui.theme.icons import Icons

HERE, THERE = "/home/anna/newsroom", "/home/anna/other"


@pytest.fixture
def page(icons: Icons, qtbot: QtBot) -> DataPage:
    page = DataPage(HERE, icons)
    qtbot.addWidget(page)
    page.resize(564, 480)
    page.show()
    return page


def button(page: DataPage, text: str) -> QPushButton:
    buttons = page.findChildren(QPushButton)
    return next(b for b in buttons if b.text().replace("&", "") == text)


def said(page: DataPage) -> list[str]:
    return [label.text() for label in page.findChildren(QLabel) if label.isVisible()]


def test_the_folder_is_named(page: DataPage) -> None:
    assert HERE in said(page)
    assert THERE not in said(page)


def test_the_folder_is_shown_by_the_system(
    page: DataPage, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    shown: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", shown.append)
    with qtbot.waitSignal(page.folder_opened) as opened:
        button(page, "Open folder").click()
    assert opened.args == [HERE]
    assert shown == [QUrl.fromLocalFile(HERE)]


def test_another_folder_is_asked_about_before_anything_happens(
    page: DataPage, qtbot: QtBot
) -> None:
    with qtbot.assertNotEmitted(page.data_folder_requested):
        page.ask_about(THERE)
    assert THERE in said(page)
    assert any("Nothing is moved" in text for text in said(page))
    with qtbot.waitSignal(page.data_folder_requested) as asked:
        button(page, "Use it").click()
    assert asked.args == [THERE]
    assert said(page)[-1] == f"At the next start newsdesk opens the newsroom in {THERE}."


def test_the_folder_there_is_can_be_kept(page: DataPage, qtbot: QtBot) -> None:
    page.ask_about(THERE)
    with qtbot.assertNotEmitted(page.data_folder_requested):
        button(page, "Keep the one there is").click()
    assert THERE not in said(page)


def test_the_same_folder_is_nothing_to_ask_about(page: DataPage) -> None:
    page.ask_about(THERE)
    page.ask_about(HERE)
    assert THERE not in said(page)


def test_a_folder_is_chosen_without_stopping_the_window(page: DataPage, qtbot: QtBot) -> None:
    button(page, "Use another folder…").click()
    (chooser,) = page.findChildren(QFileDialog)
    assert chooser.fileMode() is QFileDialog.FileMode.Directory
    chooser.fileSelected.emit(THERE)
    assert THERE in said(page)
    chooser.reject()
