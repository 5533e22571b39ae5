import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QLabel, QPushButton, QRadioButton
from pytestqt.qtbot import QtBot

from newsdesk.domain.address_book import Card
from newsdesk.ui.jobs.store import Store
from newsdesk.ui.people.merge_dialog import MergeDialog
from newsdesk.ui.widgets.completing_field import CompletingField


@pytest.fixture
def dialog(cards: dict[str, Card], store: Store, qtbot: QtBot) -> MergeDialog:
    dialog = MergeDialog([cards["Pär Elm"]], list(cards.values()), store)
    qtbot.addWidget(dialog)
    with qtbot.waitExposed(dialog):
        dialog.open()
    return dialog


def merge(dialog: MergeDialog) -> QPushButton:
    return next(one for one in dialog.findChildren(QPushButton) if one.text() == "&Merge")


def add(dialog: MergeDialog, qtbot: QtBot, name: str) -> None:
    field = dialog.findChild(CompletingField)
    field.setFocus()
    qtbot.keyClicks(field, name)
    qtbot.keyClick(field, Qt.Key.Key_Return)


def test_one_card_alone_is_merged_with_nobody(dialog: MergeDialog) -> None:
    assert not merge(dialog).isEnabled()


def test_the_chosen_one_is_kept(dialog: MergeDialog, cards: dict[str, Card], qtbot: QtBot) -> None:
    add(dialog, qtbot, "par elm")
    choices = dialog.findChildren(QRadioButton)
    assert [one.text() for one in choices] == ["Pär Elm", "Par Elm"]
    assert dialog.kept() == cards["Pär Elm"]
    choices[1].click()
    assert dialog.kept() == cards["Par Elm"]
    with qtbot.waitSignal(dialog.merged) as merged:
        merge(dialog).click()
    card, change = merged.args
    assert card.key == cards["Par Elm"].key
    assert "Pär Elm" in card.names
    assert not change.is_empty
    assert not dialog.isVisible()


def test_several_offices_may_stay(
    dialog: MergeDialog, cards: dict[str, Card], qtbot: QtBot
) -> None:
    offices = dialog.findChild(QCheckBox, "several_offices")
    assert not offices.isVisible()
    add(dialog, qtbot, "ana")
    assert offices.isVisible()
    offices.setChecked(True)
    with qtbot.waitSignal(dialog.merged) as merged:
        merge(dialog).click()
    assert merged.args[0].contact.office == "Port office"


def test_a_card_that_is_gone_is_told(
    dialog: MergeDialog, cards: dict[str, Card], store: Store, qtbot: QtBot
) -> None:
    add(dialog, qtbot, "par elm")
    done: list[object] = []
    store.change(lambda desk: desk.people.save(cards["Pär Elm"]), done.append)
    qtbot.waitUntil(lambda: bool(done))
    merge(dialog).click()

    def said() -> list[str]:
        labels = dialog.findChildren(QLabel)
        return [one.text() for one in labels if one.property("role") == "error" and one.text()]

    qtbot.waitUntil(lambda: bool(said()))
    assert dialog.isVisible()
