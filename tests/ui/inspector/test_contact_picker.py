from dataclasses import replace
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from newsdesk.domain.contact import Contact, ContactPoint, PointKind
from newsdesk.domain.ids import ContactId
from newsdesk.ui.inspector.contact_picker import ContactPicker
from newsdesk.ui.theme.icons import Icons
from newsdesk.ui.widgets.completing_field import Choice, CompletingField

DANA = Contact(
    id=ContactId(UUID(int=1)),
    display_name="Dana Whitlock",
    role_title="Head of Press",
    office="OSH Geneva",
    points=(ContactPoint(kind=PointKind.EMAIL, value="d.whitlock@example.org"),),
)
LEA = Contact(id=ContactId(UUID(int=2)), display_name="Léa Marchetti", office="OSH Genève")


@pytest.fixture
def picker(qtbot: QtBot, icons: Icons) -> ContactPicker:
    picker = ContactPicker(icons)
    qtbot.addWidget(picker)
    picker.set_entries((DANA, LEA), ())
    with qtbot.waitExposed(picker):
        picker.show()
    picker.begin()
    return picker


def field(picker: ContactPicker) -> CompletingField:
    return picker.findChild(CompletingField)


def offered(picker: ContactPicker) -> list[Choice]:
    model = field(picker).offered.model()
    choices = [
        model.index(row, 0).data(Qt.ItemDataRole.UserRole) for row in range(model.rowCount())
    ]
    return [choice for choice in choices if isinstance(choice, Choice)]


@pytest.mark.parametrize("typed", ["lea", "LÉA MAR", "marchetti"])
def test_enter_takes_whom_the_book_calls_so(
    picker: ContactPicker, qtbot: QtBot, typed: str
) -> None:
    qtbot.keyClicks(field(picker), typed)
    with qtbot.waitSignal(picker.entry_chosen) as chosen:
        qtbot.keyClick(field(picker), Qt.Key.Key_Return)
    assert chosen.args == [LEA]


@pytest.mark.parametrize("typed", ["head of press", "whitlock@", "osh dana"])
def test_somebody_is_found_by_role_address_and_office(
    picker: ContactPicker, qtbot: QtBot, typed: str
) -> None:
    qtbot.keyClicks(field(picker), typed)
    assert offered(picker)[0].text == "Dana Whitlock"


def test_geneva_finds_both_spellings_of_the_office(picker: ContactPicker, qtbot: QtBot) -> None:
    qtbot.keyClicks(field(picker), "gene")
    assert [choice.value for choice in offered(picker)[:-1]] == [DANA, LEA]


def test_last_of_all_a_new_contact_is_offered(picker: ContactPicker, qtbot: QtBot) -> None:
    qtbot.keyClicks(field(picker), "Noor Elm")
    assert [choice.text for choice in offered(picker)] == ["New contact “Noor Elm”…"]
    with qtbot.waitSignal(picker.new_requested) as asked:
        qtbot.keyClick(field(picker), Qt.Key.Key_Return)
    assert asked.args == ["Noor Elm"]


def test_who_is_there_already_says_so(picker: ContactPicker, qtbot: QtBot) -> None:
    picker.set_entries((DANA, LEA), (DANA,))
    qtbot.keyClicks(field(picker), "dana")
    assert offered(picker)[0].detail == "On this release"


def test_who_has_left_is_not_offered(picker: ContactPicker, qtbot: QtBot) -> None:
    picker.set_entries((replace(DANA, is_active=False), LEA), ())
    qtbot.keyClick(field(picker), Qt.Key.Key_Down)
    assert [choice.value for choice in offered(picker)] == [LEA]


def test_escape_leaves_it(picker: ContactPicker, qtbot: QtBot) -> None:
    with qtbot.waitSignal(picker.left):
        qtbot.keyClick(field(picker), Qt.Key.Key_Escape)


def test_its_field_is_named_and_begins_empty(picker: ContactPicker, qtbot: QtBot) -> None:
    qtbot.keyClicks(field(picker), "dana")
    picker.begin()
    assert field(picker).text() == ""
    assert field(picker).accessibleName() == "Add from the address book"
