"""A page in place of the panes."""

import itertools

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from newsdesk.ui.dialogs.column_page import ColumnPage, IconTile, wrapped
from newsdesk.ui.theme.icons import Icons


@pytest.fixture
def page(qtbot: QtBot) -> ColumnPage:
    page = ColumnPage(widest=500)
    page.column.addWidget(wrapped("Harbours. " * 40))
    qtbot.addWidget(page)
    page.show()
    return page


@pytest.mark.parametrize(("window", "column"), [(1400, 500), (400, 400)])
def test_the_column_is_in_the_middle_and_never_too_wide(
    page: ColumnPage, window: int, column: int, qtbot: QtBot
) -> None:
    page.resize(window, 600)
    (label,) = page.findChildren(QLabel)
    qtbot.waitUntil(lambda: abs(label.width() + 48 - column) <= 10)
    middle = label.mapTo(page, label.rect().center()).x()
    assert abs(middle - window / 2) <= 8


def test_all_lines_of_a_text_have_room(page: ColumnPage, qtbot: QtBot) -> None:
    page.resize(300, 200)
    (label,) = page.findChildren(QLabel)
    qtbot.waitUntil(lambda: label.width() < 300)
    assert label.height() >= label.heightForWidth(label.width())


def test_what_looks_like_markup_is_shown_as_it_is(qtbot: QtBot) -> None:
    plain = wrapped("x <b>bold</b>")
    qtbot.addWidget(plain)
    bold = QLabel("x bold")
    qtbot.addWidget(bold)
    assert plain.sizeHint().width() > bold.sizeHint().width() * 1.3


def test_a_tile_shows_its_icon_in_its_tone(icons: Icons, qtbot: QtBot) -> None:
    tile = IconTile(icons)
    qtbot.addWidget(tile)
    pictures = [tile.pixmap().toImage()]
    for tone in ("warning", "error", "done"):
        tile.set_icon(tone, tone)
        pictures.append(tile.pixmap().toImage())
    assert not any(picture.isNull() for picture in pictures)
    assert all(a != b for a, b in itertools.pairwise(pictures))
