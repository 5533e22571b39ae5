from collections.abc import Callable
from dataclasses import replace
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from newsdesk.domain.contact import Contact, ContactPoint, PointKind
from newsdesk.domain.ids import ContactId
from newsdesk.services.desk import Desk
from newsdesk.ui.dialogs.contact_dialog import ContactDialog, new_contact
from newsdesk.ui.dialogs.contact_point_row import ContactPointRow
from newsdesk.ui.jobs.store import Store
from newsdesk.ui.theme.icons import Icons

Change = Callable[[Callable[[Desk], tuple[object, object]]], object]
DANA = Contact(
    id=ContactId(UUID(int=0)),
    display_name="Dana Whitlock",
    role_title="Head of Press",
    office="OSH Geneva",
    hours="9 to 5",
    languages=("en",),
    points=(ContactPoint(kind=PointKind.PHONE, value="+41225550140", display="022 555 01 40"),),
)


@pytest.fixture
def opened(store: Store, icons: Icons, qtbot: QtBot) -> Callable[[Contact | None], ContactDialog]:
    def open_dialog(contact: Contact | None) -> ContactDialog:
        dialog = ContactDialog(contact, store, icons)
        qtbot.addWidget(dialog)
        with qtbot.waitExposed(dialog):
            dialog.open()
        return dialog

    return open_dialog


def line(dialog: ContactDialog, name: str) -> QLineEdit:
    return next(one for one in dialog.findChildren(QLineEdit) if one.accessibleName() == name)


def button(dialog: ContactDialog, text: str) -> QPushButton:
    return next(one for one in dialog.findChildren(QPushButton) if one.text() == text)


def said(dialog: ContactDialog, role: str) -> list[str]:
    labels = (one for one in dialog.findChildren(QLabel) if one.property("role") == role)
    return [label.text() for label in labels if label.isVisible() and label.text()]


def book(store: Store, qtbot: QtBot) -> list[Contact]:
    answers: list[list[Contact]] = []
    store.read(lambda desk: desk.contacts.all(), answers.append)
    qtbot.waitUntil(lambda: bool(answers))
    return answers[0]


def test_a_new_contact_is_stored_with_numbers_as_they_are_dialled(
    opened: Callable[..., ContactDialog], store: Store, qtbot: QtBot
) -> None:
    dialog = opened(None)
    qtbot.keyClicks(line(dialog, "Name"), "Noor Elm")
    qtbot.keyClicks(line(dialog, "Number or address"), "+41 22 555 01 41 ext. 7")
    with qtbot.waitSignal(dialog.saved) as saved:
        button(dialog, "Save contact").click()
    (stored,) = book(store, qtbot)
    assert saved.args == [stored]
    assert stored.display_name == "Noor Elm"
    (point,) = stored.points
    assert (point.value, point.display, point.extension) == (
        "+41225550141",
        "+41 22 555 01 41",
        "7",
    )
    assert not dialog.isVisible()


def test_a_name_that_was_typed_before_is_there_already(
    opened: Callable[..., ContactDialog],
) -> None:
    dialog = opened(new_contact("Noor Elm"))
    assert line(dialog, "Name").text() == "Noor Elm"
    assert dialog.windowTitle() == "New contact"


def test_an_entry_keeps_what_the_form_does_not_show(
    opened: Callable[..., ContactDialog], changed: Change, store: Store, qtbot: QtBot
) -> None:
    entry = changed(lambda desk: desk.contacts.add(DANA))
    assert isinstance(entry, Contact)
    dialog = opened(entry)
    line(dialog, "Office").setText("OSH Paris")
    next(box for box in dialog.findChildren(QCheckBox) if "Active" in box.text()).click()
    with qtbot.waitSignal(dialog.saved):
        qtbot.keyClick(line(dialog, "Name"), Qt.Key.Key_Return)  # Enter saves
    (stored,) = book(store, qtbot)
    expected = replace(entry, office="OSH Paris", is_active=False, version=stored.version)
    assert stored == expected


def test_neither_name_nor_office_is_said_at_the_field_and_nothing_is_stored(
    opened: Callable[..., ContactDialog], store: Store, qtbot: QtBot
) -> None:
    dialog = opened(None)
    line(dialog, "Number or address").setFocus()
    button(dialog, "Save contact").click()
    assert said(dialog, "error") == ["Give a name or an office: one of them is printed."]
    assert dialog.focusWidget() is line(dialog, "Name")
    assert dialog.isVisible()
    assert book(store, qtbot) == []
    qtbot.keyClicks(line(dialog, "Office"), "Press desk")
    assert said(dialog, "error") == []


def test_an_address_without_an_at_sign_is_not_stored_but_an_odd_number_is(
    opened: Callable[..., ContactDialog], store: Store, qtbot: QtBot
) -> None:
    dialog = opened(new_contact("Noor"))
    value = line(dialog, "Number or address")
    qtbot.keyClicks(value, "noor@")
    button(dialog, "Save contact").click()
    assert said(dialog, "error") == ["An e-mail address has an @ in it."]
    assert dialog.focusWidget() is value
    dialog.findChild(ContactPointRow).removal_requested.emit()
    button(dialog, "Add number or address").click()
    qtbot.keyClicks(dialog.focusWidget(), "12345")
    assert len(said(dialog, "warning")) == 1
    with qtbot.waitSignal(dialog.saved):
        button(dialog, "Save contact").click()
    assert [point.value for point in book(store, qtbot)[0].points] == ["12345"]


def test_escape_stores_nothing(
    opened: Callable[..., ContactDialog], store: Store, qtbot: QtBot
) -> None:
    dialog = opened(new_contact("Noor"))
    with qtbot.assertNotEmitted(dialog.saved):
        qtbot.keyClick(line(dialog, "Name"), Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    assert book(store, qtbot) == []


def test_an_entry_that_somebody_changed_meanwhile_is_not_overwritten_unasked(
    opened: Callable[..., ContactDialog], changed: Change, store: Store, qtbot: QtBot
) -> None:
    entry = changed(lambda desk: desk.contacts.add(DANA))
    assert isinstance(entry, Contact)
    dialog = opened(entry)
    changed(lambda desk: desk.contacts.save(replace(entry, office="OSH Rome")))
    line(dialog, "Office").setText("OSH Paris")
    over = button(dialog, "Save mine over it")
    assert not over.isVisible()
    button(dialog, "Save contact").click()
    qtbot.waitUntil(lambda: over.isVisible() and over.isEnabled())
    assert said(dialog, "warning")
    assert [contact.office for contact in book(store, qtbot)] == ["OSH Rome"]
    assert line(dialog, "Office").text() == "OSH Paris"
    with qtbot.waitSignal(dialog.saved):
        over.click()
    assert [contact.office for contact in book(store, qtbot)] == ["OSH Paris"]


def test_an_entry_that_somebody_removed_meanwhile_can_be_added_again(
    opened: Callable[..., ContactDialog], changed: Change, store: Store, qtbot: QtBot
) -> None:
    entry = changed(lambda desk: desk.contacts.add(DANA))
    assert isinstance(entry, Contact)
    dialog = opened(entry)
    changed(lambda desk: desk.contacts.remove(str(entry.id)))
    button(dialog, "Save contact").click()
    qtbot.waitUntil(button(dialog, "Save mine over it").isVisible)
    with qtbot.waitSignal(dialog.saved):
        button(dialog, "Save mine over it").click()
    assert [contact.display_name for contact in book(store, qtbot)] == ["Dana Whitlock"]


def test_every_field_has_a_name_and_is_reached_by_tab(
    opened: Callable[..., ContactDialog], qtbot: QtBot
) -> None:
    dialog = opened(DANA)
    line(dialog, "Name").setFocus()
    seen: list[str] = []
    for _ in range(16):
        focused = dialog.focusWidget()
        assert isinstance(focused, QWidget)
        text = focused.text() if isinstance(focused, QPushButton | QCheckBox) else ""
        seen.append(focused.accessibleName() or text)
        qtbot.keyClick(focused, Qt.Key.Key_Tab)
    assert seen[:14] == [
        "Name",
        "Role",
        "Office",
        "Kind",
        "Number or address",
        "Note",
        "Public: 022 555 01 40",
        "Remove: 022 555 01 40",
        "Add number or address",
        "Remove English",
        "Languages",
        "Active: offered when contacts are added",
        "Public: may be printed",
        "Cancel",
    ]
    assert seen[14] == "Save contact"
