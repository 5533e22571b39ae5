from datetime import date

import pytest
from PySide6.QtWidgets import QComboBox, QLineEdit
from pytestqt.qtbot import QtBot

from newsdesk.domain.person import TypedRole
from newsdesk.ui.people.role_row import RoleRow
from newsdesk.ui.theme.icons import Icons

TODAY = date(2026, 11, 25)


def row(role: TypedRole, icons: Icons, qtbot: QtBot) -> RoleRow:
    row = RoleRow(role, ["en", "fr"], icons, lambda: TODAY)
    qtbot.addWidget(row)
    row.show()
    return row


def line(row: RoleRow, name: str) -> QLineEdit:
    return next(one for one in row.findChildren(QLineEdit) if one.accessibleName() == name)


def test_a_title_is_written_in_each_language(icons: Icons, qtbot: QtBot) -> None:
    shown = row(TypedRole(titles={"en": "Master"}), icons, qtbot)
    language = shown.findChild(QComboBox)
    language.setCurrentIndex(language.findData("fr"))
    assert line(shown, "Title").text() == ""
    qtbot.keyClicks(line(shown, "Title"), "capitaine")
    language.setCurrentIndex(language.findData("en"))
    assert line(shown, "Title").text() == "Master"
    role = shown.role()
    assert role is not None
    assert role.titles == {"en": "Master", "fr": "capitaine"}


def test_a_row_of_nothing_is_none(icons: Icons, qtbot: QtBot) -> None:
    assert row(TypedRole(titles={}), icons, qtbot).role() is None


def test_days_are_typed_and_must_be_in_order(icons: Icons, qtbot: QtBot) -> None:
    shown = row(TypedRole(titles={"en": "Master"}, valid_from=date(2026, 1, 1)), icons, qtbot)
    to = line(shown, "To")
    qtbot.keyClicks(to, "2025-12-31")
    to.editingFinished.emit()
    assert not shown.check()
    to.setText("2026-12-31")
    to.setModified(True)
    to.editingFinished.emit()
    assert shown.check()
    role = shown.role()
    assert role is not None
    assert (role.valid_from, role.valid_to) == (date(2026, 1, 1), date(2026, 12, 31))


@pytest.mark.parametrize("name", ["Title", "Organisation", "From", "To"])
def test_every_field_says_what_it_is(icons: Icons, qtbot: QtBot, name: str) -> None:
    assert line(row(TypedRole(titles={}), icons, qtbot), name)
