import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from newsdesk.domain.contact import ContactPoint, PointKind
from newsdesk.ui.dialogs.contact_point_row import ContactPointRow
from newsdesk.ui.dialogs.contact_points_form import ContactPointsForm
from newsdesk.ui.theme.icons import Icons

PHONE = ContactPoint(kind=PointKind.PHONE, value="+41225550140", display="+41 22 555 01 40")
MAIL = ContactPoint(kind=PointKind.EMAIL, value="dana@example.org")


@pytest.fixture
def form(qtbot: QtBot, icons: Icons) -> ContactPointsForm:
    form = ContactPointsForm((PHONE, MAIL), icons)
    qtbot.addWidget(form)
    with qtbot.waitExposed(form):
        form.show()
    return form


def rows(form: ContactPointsForm) -> list[ContactPointRow]:
    return [row for row in form.findChildren(ContactPointRow) if not row.isHidden()]


def test_it_begins_with_the_points_there_are_or_an_empty_row(
    form: ContactPointsForm, qtbot: QtBot, icons: Icons
) -> None:
    assert form.points() == (PHONE, MAIL)
    other = ContactPointsForm((), icons)
    qtbot.addWidget(other)
    assert len(other.findChildren(ContactPointRow)) == 1
    assert other.points() == ()


def test_one_more_is_written_where_the_cursor_then_is(
    form: ContactPointsForm, qtbot: QtBot
) -> None:
    qtbot.mouseClick(form.findChild(QPushButton), Qt.MouseButton.LeftButton)
    focused = form.focusWidget()
    assert isinstance(focused, QLineEdit)
    qtbot.keyClicks(focused, "+41 22 555 01 99")
    assert [point.value for point in form.points()][2:] == ["+41 22 555 01 99"]


def test_one_is_taken_away_and_the_cursor_goes_to_the_next(
    form: ContactPointsForm, qtbot: QtBot
) -> None:
    first, second = rows(form)
    qtbot.mouseClick(first.findChild(QToolButton), Qt.MouseButton.LeftButton)
    assert form.points() == (MAIL,)
    assert second.isAncestorOf(form.focusWidget())
    qtbot.mouseClick(second.findChild(QToolButton), Qt.MouseButton.LeftButton)
    assert form.points() == ()
    assert form.focusWidget() is form.findChild(QPushButton)


def test_tab_goes_through_the_rows_before_the_button(form: ContactPointsForm, qtbot: QtBot) -> None:
    button = form.findChild(QPushButton)
    button.click()
    expected = [field for row in rows(form) for field in row.fields()]
    rows(form)[0].fields()[0].setFocus()
    seen = [form.focusWidget()]
    for _ in expected:
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        seen.append(form.focusWidget())
    assert seen == [*expected, button]


def test_what_is_wrong_is_gone_to(form: ContactPointsForm, qtbot: QtBot) -> None:
    value = rows(form)[1].findChildren(QLineEdit)[0]
    value.clear()
    qtbot.keyClicks(value, "dana")
    assert not form.check()
    assert form.focusWidget() is value
    assert form.points()[1].value == "dana"
