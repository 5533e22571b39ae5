from uuid import UUID

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from newsdesk.domain.ids import TermId
from newsdesk.domain.slug import slugify
from newsdesk.domain.vocabulary import Scheme, Term
from newsdesk.ui.inspector.term_field import TermField
from newsdesk.ui.theme.icons import Icons
from newsdesk.ui.widgets.completing_field import CompletingField
from newsdesk.ui.widgets.tag_chip import TagChip


def term(number: int, *, active: bool = True, **names: str) -> Term:
    return Term(
        id=TermId(UUID(int=number)),
        scheme=Scheme.TAG,
        qcode=slugify(next(iter(names.values()))),
        names=names,
        active=active,
    )


PORTS = term(1, en="ports", fr="ports maritimes")
CLIMATE = term(2, en="climate", fr="climat")
OLD = term(3, active=False, en="climbing")


@pytest.fixture
def field(qtbot: QtBot, icons: Icons) -> TermField:
    field = TermField("Tags", "Add a tag", icons)
    qtbot.addWidget(field)
    field.set_known((PORTS, CLIMATE, OLD))
    field.set_terms((PORTS,), "en", is_editable=True)
    field.resize(240, 120)
    with qtbot.waitExposed(field):
        field.show()
    return field


def line(field: TermField) -> CompletingField:
    return field.findChild(CompletingField)


def paste(field: TermField, text: str) -> None:
    QGuiApplication.clipboard().setText(text)
    line(field).paste()


def chips(field: TermField) -> list[TagChip]:
    return [chip for chip in field.findChildren(TagChip) if not chip.isHidden()]


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("harbours\r", ("harbours",)),
        ("harbours,", ("harbours",)),
        ("موانئ،", ("موانئ",)),
        ("two  words\r", ("two words",)),
        ("CLIMATE\r", (CLIMATE,)),  # a word that is known is not made anew
        ("climat\r", (CLIMATE,)),  # in whatever language
        (" ,", None),
        ("\r", None),
    ],
)
def test_enter_and_a_comma_add_what_was_typed(
    field: TermField, qtbot: QtBot, typed: str, words: tuple[object, ...] | None
) -> None:
    told: list[object] = []
    field.words_edited.connect(told.append)
    paste(field, typed.removesuffix("\r"))  # QTest has no keys for Arabic
    if typed.endswith("\r"):
        qtbot.keyClick(line(field), Qt.Key.Key_Return)
    assert told == ([words] if words else [])
    assert line(field).text().strip() == ""


def test_a_pasted_list_is_added_but_for_its_last_word(field: TermField, qtbot: QtBot) -> None:
    with qtbot.waitSignal(field.words_edited) as edited:
        paste(field, "ships, climate, rescue")
    assert edited.args == [("ships", CLIMATE)]
    assert line(field).text() == "rescue"


def test_a_term_is_chosen_from_those_there_are(field: TermField, qtbot: QtBot) -> None:
    qtbot.keyClicks(line(field), "cli")
    assert line(field).offered.model().rowCount() == 1  # not the one that is given up
    qtbot.keyClick(line(field).offered, Qt.Key.Key_Down)
    with qtbot.waitSignal(field.words_edited) as edited:
        qtbot.keyClick(line(field), Qt.Key.Key_Return)
    assert edited.args == [(CLIMATE,)]


def test_terms_that_are_there_are_not_offered_again(field: TermField, qtbot: QtBot) -> None:
    qtbot.keyClicks(line(field), "por")
    assert not line(field).offered.isVisible()


def test_backspace_in_the_empty_field_takes_the_last_one(field: TermField, qtbot: QtBot) -> None:
    field.set_terms((PORTS, CLIMATE), "en", is_editable=True)
    with qtbot.waitSignal(field.removal_edited) as removed:
        qtbot.keyClick(line(field), Qt.Key.Key_Backspace)
    assert removed.args == [CLIMATE]
    field.set_terms((), "en", is_editable=True)
    with qtbot.assertNotEmitted(field.removal_edited):
        qtbot.keyClick(line(field), Qt.Key.Key_Backspace)


def test_delete_takes_one_and_the_focus_goes_to_the_next(field: TermField, qtbot: QtBot) -> None:
    field.removal_edited.connect(
        lambda gone: field.set_terms(
            [one for one in field.terms if one != gone], "en", is_editable=True
        )
    )
    field.set_terms((PORTS, CLIMATE), "en", is_editable=True)
    chips(field)[0].setFocus()
    qtbot.keyClick(chips(field)[0], Qt.Key.Key_Delete)
    assert [chip.text() for chip in chips(field)] == ["climate"]
    assert field.window().focusWidget() is chips(field)[0]
    cross = QPoint(chips(field)[0].width() - 8, 10)
    qtbot.mouseClick(chips(field)[0], Qt.MouseButton.LeftButton, pos=cross)
    assert chips(field) == []
    assert field.window().focusWidget() is line(field)


def test_names_are_those_of_the_language(field: TermField) -> None:
    field.set_terms((PORTS,), "fr", is_editable=True)
    assert [chip.text() for chip in chips(field)] == ["ports maritimes"]


def test_tab_goes_through_the_words_to_the_field(field: TermField, qtbot: QtBot) -> None:
    field.set_terms((PORTS, CLIMATE), "en", is_editable=True)
    first, second = chips(field)
    first.setFocus()
    qtbot.keyClick(first, Qt.Key.Key_Tab)
    assert field.window().focusWidget() is second
    qtbot.keyClick(second, Qt.Key.Key_Tab)
    assert field.window().focusWidget() is line(field)


def test_what_cannot_be_edited_has_no_crosses(field: TermField) -> None:
    field.set_terms((PORTS,), "en", is_editable=False)
    assert not line(field).isEnabled()
    assert chips(field)[0].focusPolicy() is Qt.FocusPolicy.NoFocus


def test_words_that_could_not_be_added_are_given_back(field: TermField) -> None:
    field.say("The disk is full")
    field.give_back(["ships", "rescue"])
    assert line(field).text() == "ships, rescue"
    assert line(field).accessibleDescription() == "The disk is full"
    field.begin_anew()
    assert line(field).text() == ""
    assert line(field).accessibleDescription() == ""


def test_it_has_a_label(field: TermField) -> None:
    assert line(field).accessibleName() == "Tags"
