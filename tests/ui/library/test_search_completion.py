"""What may follow in the search field."""

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy
from pytestqt.qtbot import QtBot

from newsdesk.domain.search import Operator
from newsdesk.services.desk import Desk
from newsdesk.ui.jobs.store import Store
from newsdesk.ui.library.search_completion import OPERATORS, SearchCompletion
from newsdesk.ui.library.search_field import SearchField
from newsdesk.ui.theme.icons import Icons

Change = Callable[[Callable[[Desk], Any]], Any]


@pytest.fixture
def field(store: Store, icons: Icons, changed: Change, qtbot: QtBot) -> SearchField:
    changed(lambda desk: desk.releases.new({"headline": "One", "tags": "human rights, ports"}))
    changed(lambda desk: desk.releases.new({"headline": "Two", "tags": "ports", "language": "fr"}))
    field = SearchField(icons)
    field.complete_from(store)
    qtbot.addWidget(field)
    field.show()
    qtbot.waitExposed(field)
    field.setFocus()
    return field


def completion(field: SearchField) -> SearchCompletion:
    assert field.completion is not None
    return field.completion


def offered(field: SearchField) -> list[tuple[str, str, str]]:
    return [(line.name, line.detail, line.count) for line in completion(field).lines()]


def test_an_operator_is_offered_for_its_first_letters(field: SearchField, qtbot: QtBot) -> None:
    qtbot.keyClicks(field, "harbour s")
    assert offered(field) == []
    qtbot.keyClicks(field, "t")
    assert offered(field) == [("state:", "where it stands", "")]
    qtbot.keyClicks(field, "orm")
    assert offered(field) == []


def test_every_operator_is_offered_by_the_glass_and_by_ctrl_space(
    field: SearchField, qtbot: QtBot
) -> None:
    qtbot.keyClick(field, Qt.Key.Key_Space, Qt.KeyboardModifier.ControlModifier)
    assert [name for name, _, _ in offered(field)] == [f"{one}:" for one in OPERATORS]
    assert set(OPERATORS) == set(Operator)
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert not completion(field).is_open


def test_values_are_offered_with_how_many_releases_they_find(
    field: SearchField, qtbot: QtBot
) -> None:
    qtbot.keyClicks(field, "tag:")
    qtbot.waitUntil(lambda: bool(offered(field)))
    assert offered(field) == [("ports", "", "2"), ("human rights", "", "1")]
    qtbot.keyClicks(field, "hum")
    qtbot.waitUntil(lambda: offered(field) == [("human rights", "", "1")])


def test_tab_takes_the_first_and_goes_on_from_an_operator_to_its_values(
    field: SearchField, qtbot: QtBot
) -> None:
    edited = QSignalSpy(field.search_edited)
    qtbot.keyClicks(field, "one ta")
    qtbot.keyClick(field, Qt.Key.Key_Tab)
    assert field.text() == "one tag:"
    qtbot.waitUntil(lambda: len(offered(field)) == 2)
    qtbot.keyClick(field, Qt.Key.Key_Down)
    qtbot.keyClick(field, Qt.Key.Key_Down)
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert field.text() == 'one tag:"human rights" '
    assert edited.at(edited.count() - 1) == ['one tag:"human rights"']
    assert field.window().focusWidget() is field


def test_what_is_left_out_stays_so(field: SearchField, qtbot: QtBot) -> None:
    qtbot.keyClicks(field, "-state:dr")
    qtbot.waitUntil(lambda: bool(offered(field)))
    assert offered(field) == [("Draft", "draft", "2")]
    qtbot.keyClick(field, Qt.Key.Key_Tab)
    assert field.text() == "-state:draft "


def test_enter_without_a_mark_goes_to_the_list(field: SearchField, qtbot: QtBot) -> None:
    qtbot.keyClicks(field, "st")
    assert completion(field).is_open
    with qtbot.waitSignal(field.list_requested):
        qtbot.keyClick(field, Qt.Key.Key_Return)
    assert field.text() == "st"
    assert not completion(field).is_open


def test_escape_closes_what_is_offered_and_then_clears(field: SearchField, qtbot: QtBot) -> None:
    qtbot.keyClicks(field, "st")
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert field.text() == "st"
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert field.text() == ""


def test_an_answer_to_what_was_typed_before_is_not_shown(field: SearchField, qtbot: QtBot) -> None:
    qtbot.keyClicks(field, "lang:")
    qtbot.waitUntil(lambda: [name for name, _, _ in offered(field)] == ["English", "French"])
    qtbot.keyClicks(field, "fr")
    qtbot.waitUntil(lambda: [detail for _, detail, _ in offered(field)] == ["fr"])
    qtbot.keyClicks(field, " port")
    assert not completion(field).is_open


def test_signs_of_two_units_are_counted_as_qt_does(field: SearchField, qtbot: QtBot) -> None:
    field.insert("😀 st")
    qtbot.keyClick(field, Qt.Key.Key_Tab)
    assert field.text() == "😀 state:"
