"""One way back."""

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from newsdesk.ui.dialogs.rescue_card import RescueCard


def test_it_lists_what_returns_and_says_it_to_a_screen_reader(qtbot: QtBot) -> None:
    card = RescueCard("", "&Do it")
    qtbot.addWidget(card)
    card.show_way("The old one", "Of yesterday.", ["three releases"])
    card.show_way("The backup", "Of today.", ["four releases", "two contacts"])
    card.show()
    texts = [label.text() for label in card.findChildren(QLabel) if label.isVisible()]
    points = ["•", "four releases", "•", "two contacts"]
    assert sorted(texts) == sorted(["The backup", "Of today.", *points])
    assert card.button.accessibleDescription() == "The backup. Of today."
    with qtbot.waitSignal(card.chosen):
        card.button.click()
