from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QLineEdit,
    QPushButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from newsdesk.domain.address_book import Card
from newsdesk.services.desk import Desk
from newsdesk.ui.changes import ChangeHub
from newsdesk.ui.jobs.store import Store
from newsdesk.ui.people.card_dialog import CardDialog
from newsdesk.ui.people.merge_dialog import MergeDialog
from newsdesk.ui.people.people_dialog import PeopleDialog
from newsdesk.ui.theme.icons import Icons
from newsdesk.ui.widgets.entry_list import EntryList
from newsdesk.ui.widgets.notice_bar import NoticeBar
from tests.ui.people.conftest import Change


@pytest.fixture
def dialog(
    cards: dict[str, Card], store: Store, hub: ChangeHub, icons: Icons, qtbot: QtBot
) -> PeopleDialog:
    dialog = PeopleDialog(store, hub, icons, ["en", "fr"])
    qtbot.addWidget(dialog)
    with qtbot.waitExposed(dialog):
        dialog.show()
    qtbot.waitUntil(lambda: len(rows(dialog)) == 4)
    return dialog


def rows(dialog: PeopleDialog) -> list[str]:
    found = dialog._list.findChild(EntryList)
    return [found.item(row).text() for row in range(found.count())]


def notice(dialog: PeopleDialog) -> str:
    bar = dialog.findChild(NoticeBar)
    return bar.text() if bar.isVisible() else ""


def press(dialog: PeopleDialog, keys: QKeySequence.StandardKey) -> None:
    """Do as the keys do in a window that is active, which one without a screen never is."""
    found = [one for one in dialog.findChildren(QShortcut) if one.key() == QKeySequence(keys)]
    (shortcut,) = found
    shortcut.activated.emit()


def choose(dialog: PeopleDialog, card: Card) -> None:
    dialog.choose(card.key)


def test_a_card_is_removed_and_comes_back_by_undo(
    dialog: PeopleDialog, cards: dict[str, Card], qtbot: QtBot
) -> None:
    choose(dialog, cards["Ana Birch"])
    qtbot.keyClick(dialog._list.findChild(EntryList), Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: "Ana Birch" not in rows(dialog))
    assert notice(dialog) == "Removed from the address book: Ana Birch."
    press(dialog, QKeySequence.StandardKey.Undo)
    qtbot.waitUntil(lambda: "Ana Birch" in rows(dialog))


def test_a_card_is_verified_today(
    dialog: PeopleDialog, cards: dict[str, Card], qtbot: QtBot
) -> None:
    choose(dialog, cards["Pär Elm"])
    dialog.findChild(QPushButton, "verify").click()
    qtbot.waitUntil(lambda: notice(dialog) == "Verified today: Pär Elm.")
    qtbot.waitUntil(lambda: not dialog.findChild(QPushButton, "verify").isVisible())


def test_a_new_card_is_written_and_then_chosen(dialog: PeopleDialog, qtbot: QtBot) -> None:
    press(dialog, QKeySequence.StandardKey.New)
    qtbot.waitUntil(lambda: dialog.findChild(CardDialog) is not None)
    form = dialog.findChild(CardDialog)
    qtbot.keyClicks(form.findChild(QLineEdit, "card_name"), "Zoe Alm")
    qtbot.keyClick(form, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "Zoe Alm" in rows(dialog))
    card = dialog._list.current_card()
    assert card is not None
    assert card.name == "Zoe Alm"


def test_two_cards_are_merged_and_apart_again(
    dialog: PeopleDialog, cards: dict[str, Card], qtbot: QtBot
) -> None:
    dialog.merge((cards["Pär Elm"], cards["Par Elm"]))
    merge = next(
        one
        for one in dialog.findChild(MergeDialog).findChildren(QPushButton)
        if one.text() == "&Merge"
    )
    merge.click()
    qtbot.waitUntil(lambda: "Par Elm" not in rows(dialog))
    assert notice(dialog) == "Merged into Pär Elm."
    press(dialog, QKeySequence.StandardKey.Undo)
    qtbot.waitUntil(lambda: "Par Elm" in rows(dialog))


def test_a_release_is_opened_from_where_somebody_stands(
    dialog: PeopleDialog, cards: dict[str, Card], changed: Change, qtbot: QtBot, hub: ChangeHub
) -> None:
    def work(desk: Desk) -> tuple[object, object]:
        values = {"headline": "Quay opens", "contacts": str(cards["Ana Birch"].key)}
        return desk.releases.new(values)

    release = changed(work)
    choose(dialog, cards["Ana Birch"])
    dialog.refresh()

    def used() -> EntryList | None:
        found = dialog._view.findChild(EntryList)
        return found if found is not None and found.count() else None

    qtbot.waitUntil(lambda: used() is not None)
    found = used()
    assert found is not None
    with qtbot.waitSignal(dialog.release_chosen) as chosen:
        qtbot.keyClick(found, Qt.Key.Key_Return)
    assert chosen.args == [release.id]  # type: ignore[attr-defined] - a release


def test_what_cannot_be_read_is_told_in_words(
    dialog: PeopleDialog, tmp_path: Path, qtbot: QtBot
) -> None:
    dialog._files.bring_in(tmp_path / "there is none.csv")
    qtbot.waitUntil(lambda: bool(notice(dialog)) and "Reading" not in notice(dialog))


def test_every_control_has_a_name_and_tab_comes_to_it(
    dialog: PeopleDialog, cards: dict[str, Card]
) -> None:
    choose(dialog, cards["Pär Elm"])
    kinds = (QAbstractButton, QLineEdit, QAbstractItemView)
    found = [one for kind in kinds for one in dialog.findChildren(kind) if one.isVisible()]
    shown = [one for one in found if not isinstance(one.parentWidget(), QLineEdit)]
    assert [one for one in shown if not (one.accessibleName() or _text(one))] == []
    stops: set[QWidget] = set()
    at: QWidget = dialog._list
    while (at := at.nextInFocusChain()) not in stops:
        stops.add(at)
    tabbed = [one for one in shown if one.focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert set(tabbed) <= stops
    assert len(tabbed) >= 8


def _text(widget: QWidget) -> str:
    return widget.text() if isinstance(widget, QAbstractButton) else ""
