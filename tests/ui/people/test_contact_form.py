from datetime import date

from PySide6.QtWidgets import QComboBox
from pytestqt.qtbot import QtBot

from newsdesk.domain.address_book import Card
from newsdesk.ui.people.contact_form import ContactForm
from newsdesk.ui.theme.icons import Icons


def form(card: Card, cards: dict[str, Card], icons: Icons, qtbot: QtBot) -> ContactForm:
    assert card.contact is not None
    form = ContactForm(card.contact, [*cards.values()], icons, lambda: date(2026, 11, 25))
    qtbot.addWidget(form)
    form.show()
    return form


def test_what_is_not_touched_comes_out_as_it_went_in(
    cards: dict[str, Card], icons: Icons, qtbot: QtBot
) -> None:
    card = cards["Pär Elm"]
    shown = form(card, cards, icons, qtbot)
    assert shown.contact().points == card.contact.points if card.contact else ()
    assert shown.contact() == card.contact
    assert shown.check()
    assert shown.has_office()


def test_a_cover_is_anybody_else_with_days_of_their_own(
    cards: dict[str, Card], icons: Icons, qtbot: QtBot
) -> None:
    shown = form(cards["Ana Birch"], cards, icons, qtbot)
    cover = shown.findChild(QComboBox, "cover")
    offered = [cover.itemText(at) for at in range(cover.count())]
    assert offered == ["Nobody", "Pär Elm", "Par Elm", "Press desk"]
    assert not shown._from.isEnabled()
    cover.setCurrentIndex(1)
    assert shown._from.isEnabled()
    shown._from.set_day(date(2026, 12, 2))
    shown._to.set_day(date(2026, 12, 1))
    assert not shown.check()
    shown._to.set_day(date(2026, 12, 9))
    assert shown.check()
    contact = shown.contact()
    assert (contact.cover_by, contact.cover_to) == (cards["Pär Elm"].key, date(2026, 12, 9))
    cover.setCurrentIndex(0)
    assert shown.contact().cover_from is None
