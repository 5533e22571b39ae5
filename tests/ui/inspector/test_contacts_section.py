from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from newsdesk.domain.contact import Contact, ContactPoint, PointKind, ReleaseContact
from newsdesk.domain.workflow import State
from newsdesk.services.desk import Desk
from newsdesk.ui.changes import ChangeHub
from newsdesk.ui.dialogs.contact_dialog import ContactDialog
from newsdesk.ui.inspector.contact_row import ContactRow
from newsdesk.ui.inspector.contacts_section import ContactsSection
from newsdesk.ui.jobs.store import Store
from newsdesk.ui.session import ReleaseSession
from newsdesk.ui.theme.icons import Icons
from newsdesk.ui.widgets.completing_field import CompletingField
from tests.ui.releases import release

ALT = Qt.KeyboardModifier.AltModifier
Change = Callable[[Callable[[Desk], tuple[object, object]]], object]


@pytest.fixture
def section(
    sample_folder: Path,
    store: Store,
    session: ReleaseSession,
    hub: ChangeHub,
    icons: Icons,
    qtbot: QtBot,
) -> ContactsSection:
    section = ContactsSection(session, store, hub, icons)
    qtbot.addWidget(section)
    session.open(release())
    section.resize(288, 700)
    with qtbot.waitExposed(section):
        section.show()
    qtbot.waitUntil(lambda: section._book is not None)
    return section


@pytest.fixture
def book(section: ContactsSection) -> dict[str, Contact]:
    assert section._book is not None
    return {contact.display_name.split()[0]: contact for contact in section._book}


def rows(section: ContactsSection) -> list[ContactRow]:
    return [row for row in section.findChildren(ContactRow) if not row.isHidden()]


def names(section: ContactsSection) -> list[str]:
    return [row.head.accessibleName().split(",")[0] for row in rows(section)]


def printed(session: ReleaseSession) -> list[str]:
    assert session.release is not None
    return [contact.display_name for contact in session.release.contacts]


def plus(section: ContactsSection) -> QToolButton:
    return next(
        b for b in section.findChildren(QToolButton) if b.accessibleName() == "Add a contact"
    )


def field(section: ContactsSection) -> CompletingField:
    return section.findChild(CompletingField)


def link(row: ContactRow, text: str) -> QPushButton:
    return next(one for one in row.findChildren(QPushButton) if one.text().startswith(text))


def add(section: ContactsSection, qtbot: QtBot, name: str) -> None:
    if not field(section).isVisible():
        qtbot.mouseClick(plus(section), Qt.MouseButton.LeftButton)
    qtbot.keyClicks(field(section), name)
    qtbot.keyClick(field(section), Qt.Key.Key_Return)


def dialog(section: ContactsSection, qtbot: QtBot) -> ContactDialog:
    qtbot.waitUntil(lambda: section.window().findChild(ContactDialog) is not None)
    return section.window().findChild(ContactDialog)


def test_a_release_without_contacts_says_so(section: ContactsSection) -> None:
    assert rows(section) == []
    texts = [label.text() for label in section.findChildren(QLabel) if label.isVisible()]
    assert "Nobody is named whom the press could ask." in texts


def test_somebody_is_added_from_the_address_book_and_can_be_taken_back(
    section: ContactsSection, session: ReleaseSession, book: dict[str, Contact], qtbot: QtBot
) -> None:
    add(section, qtbot, "whitlock")
    assert session.release is not None
    assert session.release.contacts == (ReleaseContact.of(book["Dana"]),)
    assert names(section) == ["Dana Whitlock"]
    assert session.undo_stack.undoText() == "Add a contact"
    assert section.focusWidget() is field(section)  # ready for the next
    add(section, qtbot, "lea")
    assert printed(session) == ["Dana Whitlock", "Léa Marchetti"]
    session.undo_stack.undo()
    assert names(section) == ["Dana Whitlock"]
    session.undo_stack.undo()
    assert names(section) == []


def test_nobody_is_added_twice(
    section: ContactsSection, session: ReleaseSession, qtbot: QtBot
) -> None:
    add(section, qtbot, "dana")
    add(section, qtbot, "dana")
    assert printed(session) == ["Dana Whitlock"]
    assert section.focusWidget() is rows(section)[0].head
    assert session.undo_stack.count() == 1


def test_who_came_with_the_text_is_not_added_from_the_book_either(
    section: ContactsSection, session: ReleaseSession, book: dict[str, Contact], qtbot: QtBot
) -> None:
    session.open(release(contacts=(replace(ReleaseContact.of(book["Dana"]), contact_id=None),)))
    add(section, qtbot, "dana")
    assert printed(session) == ["Dana Whitlock"]


def test_escape_closes_the_field_and_plus_opens_it_again(
    section: ContactsSection, qtbot: QtBot
) -> None:
    plus(section).click()
    assert section.focusWidget() is field(section)
    qtbot.keyClick(field(section), Qt.Key.Key_Escape)
    assert not field(section).isVisible()
    assert section.focusWidget() is plus(section)
    plus(section).click()
    assert field(section).isVisible()
    plus(section).click()
    assert not field(section).isVisible()


@pytest.fixture
def three(
    section: ContactsSection,
    session: ReleaseSession,
    book: dict[str, Contact],
) -> ReleaseSession:
    first_three = list(book.values())[:3]
    session.open(release(contacts=tuple(map(ReleaseContact.of, first_three))))
    return session


def test_alt_and_arrows_put_them_in_another_order(
    section: ContactsSection, three: ReleaseSession, qtbot: QtBot
) -> None:
    first, second, third = printed(three)
    qtbot.keyClick(rows(section)[0].head, Qt.Key.Key_Down, ALT)
    assert printed(three) == [second, first, third]
    assert section.focusWidget() is rows(section)[1].head
    qtbot.keyClick(rows(section)[1].head, Qt.Key.Key_Down, ALT)
    assert printed(three) == [second, third, first]
    three.undo_stack.undo()
    assert printed(three) == [second, first, third]
    three.undo_stack.undo()
    assert printed(three) == [first, second, third]


def test_delete_removes_one_and_the_focus_stays_in_the_list(
    section: ContactsSection, three: ReleaseSession, qtbot: QtBot
) -> None:
    first, second, third = printed(three)
    rows(section)[1].head.setFocus()
    qtbot.keyClick(rows(section)[1].head, Qt.Key.Key_Delete)
    assert printed(three) == [first, third]
    assert section.focusWidget() is rows(section)[1].head
    qtbot.keyClick(rows(section)[1].head, Qt.Key.Key_Delete)
    assert section.focusWidget() is rows(section)[0].head
    qtbot.keyClick(rows(section)[0].head, Qt.Key.Key_Delete)
    assert section.focusWidget() is plus(section)
    for count in (1, 2, 3):
        three.undo_stack.undo()
        assert len(printed(three)) == count
    assert printed(three) == [first, second, third]


def test_an_opened_row_stays_with_its_contact(
    section: ContactsSection, three: ReleaseSession, qtbot: QtBot
) -> None:
    qtbot.keyClick(rows(section)[0].head, Qt.Key.Key_Space)
    qtbot.keyClick(rows(section)[0].head, Qt.Key.Key_Down, ALT)
    assert [row.is_open() for row in rows(section)] == [False, True, False]
    three.open(release(2, contacts=three.release.contacts if three.release else ()))
    assert not any(row.is_open() for row in rows(section))


def test_what_is_printed_of_a_contact_is_an_undo_step(
    section: ContactsSection, three: ReleaseSession, book: dict[str, Contact], qtbot: QtBot
) -> None:
    place = printed(three).index("Dana Whitlock")
    row = rows(section)[place]
    qtbot.keyClick(row.head, Qt.Key.Key_Return)
    phone = book["Dana"].points[0]
    row._form._boxes[0].click()  # type: ignore[union-attr]
    assert three.release is not None
    assert three.release.contacts[place].withheld == {phone}
    assert phone not in three.release.contacts[place].exported_points
    three.undo_stack.undo()
    assert three.release.contacts[place].withheld == frozenset()
    assert row._form._boxes[0].isChecked()  # type: ignore[union-attr]


def test_a_heading_that_is_typed_is_one_step_for_each_contact(
    section: ContactsSection, three: ReleaseSession, qtbot: QtBot
) -> None:
    for row in rows(section)[:2]:
        qtbot.keyClick(row.head, Qt.Key.Key_Return)
        qtbot.keyClicks(row.findChild(QLineEdit), "In Bonn")
    assert three.release is not None
    assert [contact.group_label for contact in three.release.contacts] == [
        "In Bonn",
        "In Bonn",
        None,
    ]
    assert three.undo_stack.count() == 2
    three.undo_stack.undo()
    assert three.release.contacts[1].group_label is None
    assert rows(section)[1].findChild(QLineEdit).text() == ""


def test_a_new_contact_joins_the_book_and_the_release(
    section: ContactsSection, session: ReleaseSession, qtbot: QtBot
) -> None:
    add(section, qtbot, "Noor Elm")
    opened = dialog(section, qtbot)
    with qtbot.waitSignal(opened.saved):
        next(b for b in opened.findChildren(QPushButton) if b.text() == "Save contact").click()
    assert printed(session) == ["Noor Elm"]
    assert session.release is not None
    assert session.release.contacts[0].contact_id is not None
    assert not rows(section)[0].is_behind


def test_a_contact_saved_after_another_release_was_opened_is_not_added_to_that(
    section: ContactsSection, session: ReleaseSession, qtbot: QtBot
) -> None:
    add(section, qtbot, "Noor Elm")
    opened = dialog(section, qtbot)
    session.open(release(2))
    with qtbot.waitSignal(opened.saved):
        next(b for b in opened.findChildren(QPushButton) if b.text() == "Save contact").click()
    assert printed(session) == []


def test_a_change_of_the_book_is_offered_and_taken_over_when_asked(
    section: ContactsSection,
    session: ReleaseSession,
    book: dict[str, Contact],
    changed: Change,
    qtbot: QtBot,
) -> None:
    session.open(release(contacts=(ReleaseContact.of(book["Dana"], group_label="In Bonn"),)))
    row = rows(section)[0]
    assert not row.is_behind
    changed(lambda desk: desk.contacts.save(replace(book["Dana"], office="OSH Paris")))
    qtbot.waitUntil(lambda: row.is_behind)
    assert session.release is not None
    assert session.release.contacts[0].office == "OSH Geneva"  # not unasked
    qtbot.keyClick(row.head, Qt.Key.Key_Space)
    link(row, "Update").click()
    assert session.release.contacts[0].office == "OSH Paris"
    assert session.release.contacts[0].group_label == "In Bonn"
    assert not row.is_behind
    session.undo_stack.undo()
    assert session.release.contacts[0].office == "OSH Geneva"


def edited_in_the_book(section: ContactsSection, qtbot: QtBot, office: str) -> None:
    row = rows(section)[0]
    qtbot.keyClick(row.head, Qt.Key.Key_Space)
    link(row, "Edit in").click()
    opened = dialog(section, qtbot)
    line = next(one for one in opened.findChildren(QLineEdit) if one.accessibleName() == "Office")
    line.setText(office)
    with qtbot.waitSignal(opened.saved):
        next(b for b in opened.findChildren(QPushButton) if b.text() == "Save contact").click()


def test_a_correction_made_from_here_is_printed_here(
    section: ContactsSection, session: ReleaseSession, book: dict[str, Contact], qtbot: QtBot
) -> None:
    session.open(release(contacts=(ReleaseContact.of(book["Dana"]),)))
    edited_in_the_book(section, qtbot, "OSH Paris")
    assert session.release is not None
    assert session.release.contacts[0].office == "OSH Paris"


def test_a_copy_of_a_merged_entry_is_of_the_one_that_was_kept(
    section: ContactsSection,
    book: dict[str, Contact],
    session: ReleaseSession,
    changed: Change,
    qtbot: QtBot,
) -> None:
    session.edit("x", contacts=(ReleaseContact.of(book["Dana"]),))
    (row,) = rows(section)

    def merge(desk: Desk) -> tuple[object, object]:
        cards = {card.key: card for card in desk.people.cards()}
        return desk.people.merge(cards[book["Léa"].id], [cards[book["Dana"].id]])

    changed(merge)
    qtbot.waitUntil(lambda: section._successors == {book["Dana"].id: book["Léa"].id})
    entry = section._entry_of(row.contact)
    assert entry is not None
    assert entry.id == book["Léa"].id
    assert row.contact.contact_id == book["Dana"].id  # what is printed keeps its key
    add(section, qtbot, "Marchetti")
    assert len(rows(section)) == 1  # they are printed already


def test_a_release_that_had_words_of_its_own_keeps_them(
    section: ContactsSection, session: ReleaseSession, book: dict[str, Contact], qtbot: QtBot
) -> None:
    own = replace(ReleaseContact.of(book["Dana"]), role_title="Head of mission")
    session.open(release(contacts=(own,)))
    edited_in_the_book(section, qtbot, "OSH Paris")
    assert session.release is not None
    assert session.release.contacts == (own,)
    assert rows(section)[0].is_behind


def test_who_is_only_on_this_release_is_added_to_the_book_once(
    section: ContactsSection, session: ReleaseSession, book: dict[str, Contact], qtbot: QtBot
) -> None:
    mail = ContactPoint(kind=PointKind.EMAIL, value="noor@example.org")
    session.open(release(contacts=(ReleaseContact(display_name="Noor Elm", points=(mail,)),)))
    row = rows(section)[0]
    qtbot.keyClick(row.head, Qt.Key.Key_Space)
    link(row, "Add to").click()
    assert session.release is not None
    qtbot.waitUntil(lambda: session.release.contacts[0].contact_id is not None)  # type: ignore[union-attr]
    assert row.is_open()
    assert not link(row, "Add to").isVisible()
    assert section._book is not None
    qtbot.waitUntil(lambda: len(section._book or ()) == len(book) + 1)
    assert not row.is_behind
    session.undo_stack.undo()
    assert session.release.contacts[0].contact_id is None
    link(row, "Add to").click()  # the book has her already
    qtbot.waitUntil(lambda: session.release.contacts[0].contact_id is not None)  # type: ignore[union-attr]
    assert len(section._book) == len(book) + 1


def test_what_is_no_draft_is_only_read(
    section: ContactsSection, session: ReleaseSession, book: dict[str, Contact], qtbot: QtBot
) -> None:
    contacts = tuple(map(ReleaseContact.of, book.values()))
    session.open(release(contacts=contacts, state=State.PUBLISHED))
    assert not plus(section).isEnabled()
    qtbot.keyClick(rows(section)[0].head, Qt.Key.Key_Delete)
    qtbot.keyClick(rows(section)[0].head, Qt.Key.Key_Down, ALT)
    assert session.release is not None
    assert session.release.contacts == contacts
    session.open(release())
    assert plus(section).isEnabled()


def test_the_field_of_contacts_is_gone_to(
    section: ContactsSection, session: ReleaseSession, book: dict[str, Contact]
) -> None:
    section.set_open(is_open=False)
    assert section.focus_field("contacts")
    assert section.focusWidget() is field(section)
    session.open(release(contacts=(ReleaseContact.of(book["Dana"]),)))
    assert section.focus_field("contacts")
    assert section.focusWidget() is rows(section)[0].head
    assert not section.focus_field("dateline")


def test_it_is_there_before_the_store_is_open(
    session: ReleaseSession, hub: ChangeHub, icons: Icons, qtbot: QtBot
) -> None:
    closed = Store(open_to_write=lambda: None, open_to_read=lambda: None, hub=hub)  # type: ignore[arg-type, return-value]
    section = ContactsSection(session, closed, hub, icons)
    qtbot.addWidget(section)
    session.open(release(contacts=(ReleaseContact(display_name="Noor Elm"),)))
    assert names(section) == ["Noor Elm"]
    qtbot.keyClick(rows(section)[0].head, Qt.Key.Key_Space)
    assert not link(rows(section)[0], "Add to").isVisibleTo(section)
