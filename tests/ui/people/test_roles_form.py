from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from newsdesk.domain.person import TypedRole
from newsdesk.ui.people.roles_form import RolesForm
from newsdesk.ui.theme.icons import Icons

MASTER, CLERK = TypedRole(titles={"en": "Master"}), TypedRole(titles={"en": "Clerk"})


def test_roles_are_added_and_removed_from_the_keyboard(icons: Icons, qtbot: QtBot) -> None:
    form = RolesForm([MASTER, CLERK], ["en"], icons, lambda: date(2026, 11, 25))
    qtbot.addWidget(form)
    with qtbot.waitExposed(form):
        form.show()
    assert form.roles() == (MASTER, CLERK)
    qtbot.keyClick(form.findChild(QPushButton), Qt.Key.Key_Space)
    assert len(form.roles()) == 2  # it is empty yet
    title = form.rows()[-1].findChild(QLineEdit)
    qtbot.keyClicks(title, "Pilot")
    assert [role.titles["en"] for role in form.roles()] == ["Master", "Clerk", "Pilot"]
    remove = next(
        one
        for one in form.rows()[0].findChildren(QToolButton)
        if one.accessibleName() == "Remove this role"
    )
    qtbot.mouseClick(remove, Qt.MouseButton.LeftButton)
    assert [role.titles["en"] for role in form.roles()] == ["Clerk", "Pilot"]
    assert form.check()


def test_a_role_that_ends_before_it_begins_is_gone_to(icons: Icons, qtbot: QtBot) -> None:
    wrong = TypedRole(titles={"en": "Head"}, valid_from=date(2026, 2, 1), valid_to=date(2026, 1, 1))
    form = RolesForm([MASTER, wrong], ["en"], icons, lambda: date(2026, 11, 25))
    qtbot.addWidget(form)
    assert not form.check()
