from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from newsdesk.domain.address_book import Card, Uses
from newsdesk.ui.people.card_view import CardView
from newsdesk.ui.theme.icons import Icons
from newsdesk.ui.widgets.entry_list import EntryList

TODAY = date(2026, 11, 25)


@pytest.fixture
def view(icons: Icons, qtbot: QtBot) -> CardView:
    view = CardView(icons)
    qtbot.addWidget(view)
    view.resize(500, 700)
    view.show()
    return view


def show(view: CardView, card: Card, cover: Card | None = None, *, can_edit: bool = True) -> None:
    view.show_card(
        card, organisations={}, cover=cover, language="en", today=TODAY, is_editable=can_edit
    )


def said(view: CardView) -> str:
    return "\n".join(label.text() for label in view.findChildren(QLabel) if label.isVisible())


def test_all_of_a_card_is_shown_and_what_is_not_public_says_so(
    view: CardView, cards: dict[str, Card]
) -> None:
    show(view, cards["Pär Elm"])
    text = said(view)
    for part in ("Pär Elm", "Port office", "Also written: P. Elm", "paer@example.org"):
        assert part in text
    assert "nights · not public" in text
    assert "since 1 Jan 2025" in text


def test_what_was_verified_long_ago_is_marked_and_can_be_verified(
    view: CardView, cards: dict[str, Card], qtbot: QtBot
) -> None:
    show(view, cards["Pär Elm"])
    label = view.findChild(QLabel, "verified")
    assert label.property("role") == "warning"
    assert "more than a year ago" in label.text()
    with qtbot.waitSignal(view.verified):
        qtbot.mouseClick(view.findChild(QPushButton, "verify"), Qt.MouseButton.LeftButton)
    show(view, cards["Ana Birch"])
    assert view.findChild(QLabel, "verified").property("role") == "ok"


def test_nothing_is_offered_where_nothing_can_be_changed(
    view: CardView, cards: dict[str, Card]
) -> None:
    show(view, cards["Pär Elm"], can_edit=False)
    assert not view.findChild(QPushButton, "verify").isVisible()


def test_where_it_is_used_is_said_also_where_that_is_nowhere(
    view: CardView, cards: dict[str, Card]
) -> None:
    show(view, cards["Ana Birch"])
    view.show_uses(Uses())
    assert "No release" in said(view)
    assert not view.findChild(EntryList).isVisible()
    view.clear()
    view.show_uses(Uses())
    assert said(view) == ""
