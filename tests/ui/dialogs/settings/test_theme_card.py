"""The choice of a theme as a picture."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QHBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from newsdesk.services.preferences import ThemeChoice
from newsdesk.ui.dialogs.settings.theme_card import ThemeCard
from newsdesk.ui.theme.theme_controller import ThemeController


@pytest.fixture
def cards(themes: ThemeController, qtbot: QtBot) -> Iterator[list[ThemeCard]]:
    row = QWidget()
    qtbot.addWidget(row)
    light, dark = themes.named("light"), themes.named("dark")
    cards = [
        ThemeCard("As the system", (light, dark), themes),
        ThemeCard("Light", (light,), themes),
        ThemeCard("Dark", (dark,), themes),
    ]
    layout = QHBoxLayout(row)
    for card in cards:
        layout.addWidget(card)
    cards[1].setChecked(True)
    row.show()
    yield cards
    row.hide()


def drawn(card: ThemeCard) -> QImage:
    return card.grab().toImage()


def test_each_picture_is_another_one(cards: list[ThemeCard]) -> None:
    system, light, dark = map(drawn, cards)
    assert system != light
    assert light != dark
    left, right = 40, light.width() - 12
    row = 70
    assert system.pixelColor(left, row) == light.pixelColor(left, row)
    assert system.pixelColor(right, row) == dark.pixelColor(right, row)


def test_the_chosen_one_looks_chosen(cards: list[ThemeCard]) -> None:
    before = drawn(cards[2])
    cards[2].setChecked(True)
    assert drawn(cards[2]) != before
    assert not cards[1].isChecked()


def test_the_focus_is_seen(cards: list[ThemeCard], qtbot: QtBot) -> None:
    before = drawn(cards[1])
    cards[1].setFocus()
    qtbot.waitUntil(cards[1].hasFocus)
    assert drawn(cards[1]) != before


def test_arrow_keys_move_between_the_cards(cards: list[ThemeCard], qtbot: QtBot) -> None:
    cards[1].setFocus()
    qtbot.keyClick(cards[1], Qt.Key.Key_Right)
    assert cards[2].isChecked()


def test_a_click_anywhere_on_a_card_chooses_it(cards: list[ThemeCard], qtbot: QtBot) -> None:
    corner = cards[2].rect().bottomRight()
    qtbot.mouseClick(cards[2], Qt.MouseButton.LeftButton, pos=corner)
    assert cards[2].isChecked()


def test_its_words_have_room_when_texts_are_large(
    cards: list[ThemeCard], themes: ThemeController, qtbot: QtBot
) -> None:
    before = cards[0].height()
    try:
        themes.choose(ThemeChoice.LIGHT, text_scale=2.0)
        qtbot.waitUntil(lambda: cards[0].height() > before)
        assert cards[0].height() >= 84 + cards[0].fontMetrics().height()
    finally:
        themes.choose(ThemeChoice.LIGHT)
