import pytest
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QComboBox, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from newsdesk.domain.contact import ContactPoint, PointKind
from newsdesk.ui.dialogs.contact_point_row import ContactPointRow, problem_of, warning_of
from newsdesk.ui.theme.icons import Icons

NIGHTS = ContactPoint(
    kind=PointKind.MOBILE,
    value="+41795550140",
    display="079 555 01 40",
    extension="7",
    usage="nights",
    public=False,
)


@pytest.mark.parametrize(
    ("kind", "text", "is_wrong"),
    [
        (PointKind.EMAIL, "dana@example.org", False),
        (PointKind.EMAIL, "dana", True),
        (PointKind.EMAIL, "@example.org", True),
        (PointKind.EMAIL, "", False),
        (PointKind.PHONE, "123", False),
    ],
)
def test_only_an_address_without_an_at_sign_cannot_be_kept(
    kind: PointKind, text: str, is_wrong: bool
) -> None:
    assert bool(problem_of(kind, text)) == is_wrong


@pytest.mark.parametrize(
    ("kind", "text", "part"),
    [
        (PointKind.PHONE, "+41 22 555 01 40", ""),
        (PointKind.PHONE, "+41 22 555 01 40 ext. 203", ""),
        (PointKind.PHONE, "(+43-1) 25555-4949", ""),
        (PointKind.PHONE, "0041 22 555 01 40", ""),
        (PointKind.PHONE, "٠٠٤١ ٢٢ ٥٥٥ ٠١ ٤٠", ""),
        (PointKind.FAX, "555 01", "5"),
        (PointKind.WHATSAPP, "+41 22 555 01 40 22 555 01 40", "20"),
        (PointKind.PHONE, "022 555 01 40", "home"),
        (PointKind.WEB, "harbours.example.org", "https://"),
        (PointKind.WEB, "https://harbours.example.org", ""),
        (PointKind.EMAIL, "dana@example.org", ""),
        (PointKind.PHONE, " ", ""),
    ],
)
def test_a_number_or_address_that_will_not_work_is_warned_of(
    kind: PointKind, text: str, part: str
) -> None:
    warning = warning_of(kind, text)
    assert part in warning
    assert bool(warning) == bool(part)


def field(row: ContactPointRow, name: str) -> QLineEdit:
    return next(one for one in row.findChildren(QLineEdit) if one.accessibleName() == name)


@pytest.fixture
def empty(qtbot: QtBot, icons: Icons) -> ContactPointRow:
    row = ContactPointRow(None, icons)
    qtbot.addWidget(row)
    return row


@pytest.fixture
def filled(qtbot: QtBot, icons: Icons) -> ContactPointRow:
    row = ContactPointRow(NIGHTS, icons)
    qtbot.addWidget(row)
    return row


def test_a_point_that_is_left_alone_is_the_same_afterwards(filled: ContactPointRow) -> None:
    assert field(filled, "Number or address").text() == "079 555 01 40 ext. 7"
    assert filled.point() == NIGHTS


def test_a_number_without_print_form_is_not_typed_anew(qtbot: QtBot, icons: Icons) -> None:
    bare = ContactPoint(kind=PointKind.PHONE, value="+41225550140", extension="7")
    row = ContactPointRow(bare, icons)
    qtbot.addWidget(row)
    point = row.point()
    assert point is not None
    assert (point.value, point.display, point.extension) == ("+41225550140", "+41225550140", "7")


def test_another_number_has_nothing_of_the_old_one_but_note_and_publicity(
    filled: ContactPointRow, qtbot: QtBot
) -> None:
    value = field(filled, "Number or address")
    value.clear()
    qtbot.keyClicks(value, "+41 79 555 01 99")
    assert filled.point() == ContactPoint(
        kind=PointKind.MOBILE, value="+41 79 555 01 99", usage="nights", public=False
    )


def test_note_and_publicity_change_without_touching_the_number(
    filled: ContactPointRow, qtbot: QtBot
) -> None:
    field(filled, "Note").clear()
    with qtbot.waitSignal(filled.edited):
        filled.findChild(QCheckBox).click()
    point = filled.point()
    assert point is not None
    assert (point.value, point.extension, point.usage) == ("+41795550140", "7", None)
    assert point.public


def test_an_empty_row_is_nothing(empty: ContactPointRow) -> None:
    assert empty.point() is None
    assert empty.check()


@pytest.mark.parametrize(
    ("typed", "kind"),
    [
        ("dana@example.org", PointKind.EMAIL),
        ("www.example.org", PointKind.WEB),
        ("https://example.org", PointKind.WEB),
        ("+41 22 555 01 40", PointKind.PHONE),
    ],
)
def test_a_new_row_guesses_its_kind(
    empty: ContactPointRow, qtbot: QtBot, typed: str, kind: PointKind
) -> None:
    qtbot.keyClicks(field(empty, "Number or address"), typed)
    point = empty.point()
    assert point is not None
    assert point.kind is kind


def test_a_kind_that_was_chosen_is_not_guessed_over(empty: ContactPointRow, qtbot: QtBot) -> None:
    choice = empty.findChild(QComboBox)
    choice.setCurrentIndex(list(PointKind).index(PointKind.FAX))
    choice.activated.emit(choice.currentIndex())
    qtbot.keyClicks(field(empty, "Number or address"), "a@b")
    point = empty.point()
    assert point is not None
    assert point.kind is PointKind.FAX


def test_an_address_is_called_wrong_when_it_is_finished_not_while_it_is_typed(
    empty: ContactPointRow, qtbot: QtBot
) -> None:
    empty.show()
    value = field(empty, "Number or address")
    qtbot.keyClicks(value, "dana@")
    words = [label for label in empty.findChildren(QLabel) if label.property("role") == "error"]
    assert not words
    assert not empty.check()
    (label,) = (one for one in empty.findChildren(QLabel) if one.property("role") == "error")
    assert label.isVisible()
    assert value.accessibleDescription() == label.text()
    qtbot.keyClicks(value, "example.org")
    assert not label.isVisible()
    assert empty.check()


def test_its_buttons_say_whose_they_are(empty: ContactPointRow, qtbot: QtBot) -> None:
    qtbot.keyClicks(field(empty, "Number or address"), "+41 22 555 01 40")
    names = [one.accessibleName() for one in empty.findChildren(QAbstractButton)]
    assert names == ["Public: +41 22 555 01 40", "Remove: +41 22 555 01 40"]
