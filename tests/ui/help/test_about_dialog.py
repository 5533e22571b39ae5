from collections.abc import Iterator

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QLabel, QListWidget, QPlainTextEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from newsdesk.app import load_assets
from newsdesk.services.about import About
from newsdesk.services.components import Component
from newsdesk.ui.help.about_dialog import AboutDialog
from newsdesk.ui.theme.icons import Icons

FOLDER = "/home/Größe Ünïcode/newsroom"
ABOUT = About(
    version="1.2.3",
    licence="MIT License\n\nCopyright (c) 2026 the newsdesk authors\n",
    changelog="",
    components=(
        Component(name="Python", version="3.13.0", licence="PSF-2.0", text="Python's own."),
        Component(name="Qt", version="6.11.3", licence="LGPL-3.0-only", text="The whole of it."),
        Component(name="Samport Sans", version="", licence="OFL-1.1", text=""),
    ),
)


@pytest.fixture
def about(icons: Icons, qtbot: QtBot) -> Iterator[AboutDialog]:
    window = QWidget()
    window.resize(1000, 800)
    qtbot.addWidget(window)
    about = AboutDialog(ABOUT, FOLDER, load_assets().program_icon, icons, window)
    about.show()
    yield about
    about.close()


def said(about: AboutDialog) -> list[str]:
    return [label.text() for label in about.findChildren(QLabel)]


def push(about: AboutDialog, words: str) -> None:
    (button,) = [
        one for one in about.findChildren(QPushButton) if one.text().replace("&", "") == words
    ]
    button.click()


def parts(about: AboutDialog) -> QListWidget:
    found = about.findChild(QListWidget)
    assert found is not None
    return found


def test_it_says_versions_whose_it_is_and_where_the_newsroom_lies(about: AboutDialog) -> None:
    assert "Version 1.2.3 · Qt 6.11.3 · Python 3.13.0" in said(about)
    assert any("© 2026 the newsdesk authors" in text for text in said(about))
    assert FOLDER in said(about)


def test_every_part_is_listed_with_its_licence(about: AboutDialog) -> None:
    listed = parts(about)
    names = [listed.item(row).text() for row in range(listed.count())]
    assert names == ["newsdesk 1.2.3", "Python 3.13.0", "Qt 6.11.3", "Samport Sans"]
    text = about.findChild(QPlainTextEdit)
    assert text is not None
    assert "Copyright (c) 2026" in text.toPlainText()
    listed.setCurrentRow(2)
    assert text.toPlainText() == "LGPL-3.0-only\n\nThe whole of it."
    listed.setCurrentRow(3)
    assert text.toPlainText() == "OFL-1.1"


def test_the_folder_is_shown_by_the_system(
    about: AboutDialog, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", opened.append)
    push(about, "Show in folder")
    assert [url.toLocalFile() for url in opened] == [FOLDER]


def test_its_details_are_copied_for_whoever_helps(about: AboutDialog) -> None:
    push(about, "Copy details")
    copied = QGuiApplication.clipboard().text()
    assert copied.startswith("newsdesk 1.2.3\nQt 6.11.3, Python 3.13.0\n")
    assert copied.endswith(FOLDER)


def test_what_is_new_is_asked_for(about: AboutDialog, qtbot: QtBot) -> None:
    with qtbot.waitSignal(about.news_requested):
        push(about, "What's new")
