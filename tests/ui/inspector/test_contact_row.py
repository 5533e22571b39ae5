from dataclasses import replace
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from newsdesk.domain.contact import Contact, ContactPoint, PointKind, ReleaseContact
from newsdesk.domain.ids import ContactId
from newsdesk.ui.inspector.contact_row import ContactRow
from newsdesk.ui.theme.icons import Icons
from newsdesk.ui.widgets.elided_check_box import ElidedCheckBox

PHONE = ContactPoint(kind=PointKind.PHONE, value="+41225550140", display="+41 22 555 01 40")
PRIVATE = ContactPoint(kind=PointKind.MOBILE, value="+41795550140", public=False)
MAIL = ContactPoint(kind=PointKind.EMAIL, value="dana@example.org", usage="days")
DANA = Contact(
    id=ContactId(UUID(int=7)),
    display_name="Dana Whitlock",
    role_title="Head of Press",
    office="OSH Geneva",
    points=(PHONE, PRIVATE, MAIL),
)


@pytest.fixture
def row(qtbot: QtBot, icons: Icons) -> ContactRow:
    row = ContactRow(icons)
    qtbot.addWidget(row)
    show(row, ReleaseContact.of(DANA), DANA)
    row.set_open(is_open=True)
    with qtbot.waitExposed(row):
        row.show()
    return row


def show(
    row: ContactRow,
    contact: ReleaseContact,
    entry: Contact | None,
    *,
    is_book_known: bool = True,
    is_editable: bool = True,
) -> None:
    row.set_contact(contact, entry, is_book_known=is_book_known, is_editable=is_editable)


def boxes(row: ContactRow) -> list[ElidedCheckBox]:
    found = [box for box in row.findChildren(ElidedCheckBox) if not box.isHidden()]
    return [box for box in found if not box.text().startswith("Public")]


def public(row: ContactRow) -> ElidedCheckBox:
    return next(b for b in row.findChildren(ElidedCheckBox) if b.text().startswith("Public"))


def link(row: ContactRow, text: str) -> QPushButton:
    return next(one for one in row.findChildren(QPushButton) if one.text().startswith(text))


def captions(row: ContactRow) -> list[str]:
    labels = (one for one in row.findChildren(QLabel) if one.property("role") == "caption")
    return [label.text() for label in labels if label.isVisible()]


def test_it_shows_who_it_is(row: ContactRow) -> None:
    assert row.head.accessibleName() == "Dana Whitlock, Head of Press · OSH Geneva"
    avatar = next(one for one in row.findChildren(QLabel) if one.property("role") == "avatar")
    assert avatar.text() == "DW"


def test_points_that_are_not_public_cannot_be_shown_and_say_so(row: ContactRow) -> None:
    assert [(box.isChecked(), box.isEnabled()) for box in boxes(row)] == [
        (True, True),
        (False, False),
        (True, True),
    ]
    assert "not public" in boxes(row)[1].text()
    assert "What is not public is never printed." in captions(row)
    assert boxes(row)[2].text().endswith("(days)")


@pytest.mark.parametrize("withheld", [frozenset[ContactPoint](), frozenset({PHONE})])
def test_a_point_is_shown_or_withheld_on_this_release(
    row: ContactRow, qtbot: QtBot, withheld: frozenset[ContactPoint]
) -> None:
    before = replace(ReleaseContact.of(DANA), withheld=withheld)
    show(row, before, DANA)
    assert boxes(row)[0].isChecked() == (not withheld)
    with qtbot.waitSignal(row.contact_edited) as edited:
        boxes(row)[0].click()
    _, after, is_typing = edited.args
    assert after == replace(before, withheld=withheld ^ {PHONE})
    assert not is_typing


def test_a_contact_can_be_kept_back_as_a_whole(row: ContactRow, qtbot: QtBot) -> None:
    with qtbot.waitSignal(row.contact_edited) as edited:
        public(row).click()
    kept_back = edited.args[1]
    assert kept_back == replace(ReleaseContact.of(DANA), public=False)
    show(row, kept_back, DANA)
    assert not any(box.isEnabled() for box in boxes(row))
    assert row.head.accessibleDescription() == "Not public: not printed"


def test_who_is_not_public_in_the_book_cannot_be_made_so_here(row: ContactRow) -> None:
    entry = replace(DANA, public=False)
    show(row, ReleaseContact.of(entry), entry)
    assert not public(row).isEnabled()
    assert "Not public in the address book: never printed." in captions(row)


def test_a_copy_that_is_still_public_can_follow_the_book(row: ContactRow, qtbot: QtBot) -> None:
    show(row, ReleaseContact.of(DANA), replace(DANA, public=False))
    assert row.is_behind
    with qtbot.waitSignal(row.contact_edited) as edited:
        public(row).click()
    assert not edited.args[1].public


def test_the_heading_is_typed(row: ContactRow, qtbot: QtBot) -> None:
    field = row.findChild(QLineEdit)
    with qtbot.waitSignal(row.contact_edited) as edited:
        qtbot.keyClicks(field, "I")
    what, contact, is_typing = edited.args
    assert contact.group_label == "I"
    assert is_typing
    assert "Dana Whitlock" in what  # typing for two contacts is two steps


def test_an_empty_heading_is_none(row: ContactRow, qtbot: QtBot) -> None:
    show(row, replace(ReleaseContact.of(DANA), group_label="I"), DANA)
    with qtbot.waitSignal(row.contact_edited) as edited:
        qtbot.keyClick(row.findChild(QLineEdit), Qt.Key.Key_Backspace)
    assert edited.args[1].group_label is None


def test_showing_what_was_typed_leaves_the_cursor(row: ContactRow, qtbot: QtBot) -> None:
    field = row.findChild(QLineEdit)
    qtbot.keyClicks(field, "In Bonn")
    field.setCursorPosition(2)
    show(row, replace(ReleaseContact.of(DANA), group_label="In Bonn"), DANA)
    assert field.cursorPosition() == 2


@pytest.mark.parametrize(
    ("entry", "is_book_known", "shown"),
    [
        (DANA, True, {"Edit in"}),
        (replace(DANA, office="OSH Paris"), True, {"Edit in", "Update"}),
        (None, True, {"Add to"}),
        (None, False, set[str]()),
    ],
)
def test_what_can_be_done_with_the_address_book_depends_on_what_it_says(
    row: ContactRow, entry: Contact | None, is_book_known: bool, shown: set[str]
) -> None:
    show(row, ReleaseContact.of(DANA), entry, is_book_known=is_book_known)
    words = {"Edit in", "Update", "Add to"}
    assert {word for word in words if link(row, word).isVisible()} == shown


@pytest.mark.parametrize(
    ("text", "signal"),
    [
        ("Edit in", "entry_requested"),
        ("Update", "renewal_requested"),
        ("Add to", "entering_requested"),
    ],
)
def test_each_asks_for_what_it_says(row: ContactRow, qtbot: QtBot, text: str, signal: str) -> None:
    with qtbot.waitSignal(getattr(row, signal)):
        link(row, text).click()


def test_what_is_no_draft_can_be_read_but_not_changed(row: ContactRow, qtbot: QtBot) -> None:
    show(row, ReleaseContact.of(DANA), replace(DANA, office="OSH Paris"), is_editable=False)
    assert not any(box.isEnabled() for box in [*boxes(row), public(row)])
    assert not row.findChild(QLineEdit).isEnabled()
    assert not link(row, "Update").isEnabled()
    assert not link(row, "Remove").isEnabled()
    assert link(row, "Edit in").isEnabled()  # the address book is no part of the release
    qtbot.keyClick(row.head, Qt.Key.Key_Space)
    assert not row.is_open()


def test_tab_goes_through_it_in_reading_order(row: ContactRow, qtbot: QtBot) -> None:
    show(row, ReleaseContact.of(DANA), replace(DANA, office="OSH Paris"))
    row.head.setFocus()
    seen: list[str] = []
    for _ in range(8):
        focused = row.focusWidget()
        seen.append(focused.accessibleName() or focused.text())
        qtbot.keyClick(focused, Qt.Key.Key_Tab)
    assert [name.split(":")[0] for name in seen] == [
        "Dana Whitlock, Head of Press · OSH Geneva",
        "Telephone",
        "E-mail",
        "Public",
        "Heading above this contact",
        "Update from the address book",
        "Edit in the address book",
        "Remove from this release",
    ]


def test_the_menu_of_the_right_button_moves_and_removes(row: ContactRow, qtbot: QtBot) -> None:
    up, down, remove = row.head.actions()
    with qtbot.waitSignal(row.head.move_requested) as moved:
        up.trigger()
    assert moved.args == [-1]
    with qtbot.waitSignal(row.head.move_requested) as moved:
        down.trigger()
    assert moved.args == [1]
    with qtbot.waitSignal(row.head.removal_requested):
        remove.trigger()
