from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QPushButton, QTextBrowser, QWidget
from pytestqt.qtbot import QtBot

from newsdesk.services.preferences import ThemeChoice
from newsdesk.ui.help.news_dialog import NewsDialog
from newsdesk.ui.theme.theme_controller import ThemeController

TEXT = """# Changelog

## [Unreleased]

### Added

- Quays have **names**. (#9)

## [0.2.0] - 2026-02-01

### Fixed

- A dateline keeps its accent. (#3)
"""


@pytest.fixture
def news(themes: ThemeController, qtbot: QtBot) -> Iterator[NewsDialog]:
    window = QWidget()
    qtbot.addWidget(window)
    news = NewsDialog(TEXT, themes, window)
    news.show()
    yield news
    window.close()


def shown(news: NewsDialog) -> QTextBrowser:
    text = news.findChild(QTextBrowser)
    assert text is not None
    return text


def test_what_is_new_is_read_from_the_newest_on(news: NewsDialog) -> None:
    lines = shown(news).toPlainText().splitlines()
    assert lines[:3] == ["In this version", "Added", "Quays have names."]
    assert any("0.2.0" in line and "2026" in line for line in lines)


def test_it_takes_on_another_theme(news: NewsDialog, themes: ThemeController) -> None:
    before = shown(news).document().defaultStyleSheet()
    themes.choose(ThemeChoice.DARK)
    try:
        assert shown(news).document().defaultStyleSheet() != before
        assert "Quays have names." in shown(news).toPlainText()
    finally:
        themes.choose(ThemeChoice.LIGHT)


def test_it_is_closed_by_its_button(news: NewsDialog, qtbot: QtBot) -> None:
    (close,) = news.findChildren(QPushButton)
    with qtbot.waitSignal(news.destroyed):
        close.click()
