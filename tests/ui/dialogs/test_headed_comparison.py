"""Each of two versions stands under its own words."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextTable
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from newsdesk.domain.newsroom import Newsroom
from newsdesk.rendering.release_comparison import compare_releases
from newsdesk.ui.dialogs.headed_comparison import HeadedComparison
from newsdesk.ui.theme.theme_controller import ThemeController
from tests.ui.dialogs.releases import complete

STORED = complete(body_md="Ninety of them trained.")
TYPED = replace(STORED, body_md="Eighty of them trained.")


@pytest.mark.parametrize("side", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
def test_each_heading_stands_over_its_version(
    side: Qt.LayoutDirection, themes: ThemeController, qtbot: QtBot
) -> None:
    found = compare_releases(STORED, TYPED, Newsroom(), {})
    headed = HeadedComparison(found, ("Saved", "Typed"), themes)
    qtbot.addWidget(headed)
    headed.setLayoutDirection(side)
    headed.resize(800, 300)
    headed.show()
    saved, typed = headed.findChildren(QLabel)
    assert (saved.text(), typed.text()) == ("Saved", "Typed")
    for label, word in ((saved, "Ninety"), (typed, "Eighty")):
        cursor = headed.view.document().find(word)
        place = headed.view.viewport().mapTo(headed, headed.view.cursorRect(cursor).center())
        assert label.geometry().left() <= place.x() <= label.geometry().right()


def test_readers_of_screens_hear_which_two_they_are(themes: ThemeController, qtbot: QtBot) -> None:
    found = compare_releases(STORED, TYPED, Newsroom(), {})
    headed = HeadedComparison(found, ("Saved", "Typed"), themes)
    qtbot.addWidget(headed)
    assert headed.view.accessibleDescription() == "Saved · Typed"


def test_texts_begin_where_their_headings_do(themes: ThemeController, qtbot: QtBot) -> None:
    """A long comparison has a bar to scroll, which takes its room from both columns."""
    long = "\n\n".join(f"Paragraph {number}." for number in range(200))
    found = compare_releases(
        replace(STORED, body_md=""), replace(STORED, body_md=long), Newsroom(), {}
    )
    headed = HeadedComparison(found, ("Saved", "Typed"), themes)
    qtbot.addWidget(headed)
    headed.resize(800, 300)
    headed.show()
    qtbot.waitUntil(headed.view.verticalScrollBar().isVisible)
    table = next(
        one
        for one in headed.view.document().rootFrame().childFrames()
        if isinstance(one, QTextTable)
    )
    for column, label in enumerate(headed.findChildren(QLabel)):
        cursor = table.cellAt(0, column).firstCursorPosition()
        begins = headed.view.viewport().mapTo(headed, headed.view.cursorRect(cursor).topLeft()).x()
        assert abs(label.contentsRect().left() + label.x() - begins) <= 2
