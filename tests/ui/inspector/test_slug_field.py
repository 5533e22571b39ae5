from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from newsdesk.domain.release import Release
from newsdesk.ui.inspector.slug_field import SlugField
from newsdesk.ui.jobs.store import Store
from newsdesk.ui.widgets.field_note import FieldNote

Changed = Callable[[Callable[..., object]], Release]


@pytest.fixture
def releases(changed: Changed) -> tuple[Release, Release]:
    first = changed(lambda desk: desk.releases.new({"headline": "Quay opens"}))
    second = changed(lambda desk: desk.releases.new({"headline": "Crane arrives"}))
    return first, second


@pytest.fixture
def field(qtbot: QtBot, store: Store, releases: tuple[Release, Release]) -> SlugField:
    field = SlugField(store)
    qtbot.addWidget(field)
    field.show()
    field.set_slug(releases[1].slug, releases[1].id)
    return field


def typed(field: SlugField, qtbot: QtBot, text: str) -> None:
    field.line.selectAll()
    qtbot.keyClicks(field.line, text)
    qtbot.keyClick(field.line, Qt.Key.Key_Return)


def said(field: SlugField) -> str:
    return field.findChild(FieldNote).text()


def suggestion(field: SlugField) -> QPushButton:
    return field.findChild(QPushButton, "slug_suggestion")


def test_setting_a_name_is_not_an_edit(
    field: SlugField, qtbot: QtBot, releases: tuple[Release, Release]
) -> None:
    with qtbot.assertNotEmitted(field.slug_edited):
        field.set_slug("harbour", releases[1].id)
    assert field.line.text() == "harbour"


def test_a_name_that_nobody_has_is_taken(field: SlugField, qtbot: QtBot) -> None:
    with qtbot.waitSignal(field.slug_edited) as edited:
        typed(field, qtbot, "harbour-crane")
    assert edited.args == ["harbour-crane"]
    assert said(field) == ""


def test_a_name_is_also_taken_a_moment_after_the_last_key(field: SlugField, qtbot: QtBot) -> None:
    field.line.selectAll()
    with qtbot.waitSignal(field.slug_edited) as edited:
        qtbot.keyClicks(field.line, "harbour")
    assert edited.args == ["harbour"]


def test_a_name_that_another_release_has_is_refused_with_a_suggestion(
    field: SlugField, qtbot: QtBot
) -> None:
    with qtbot.assertNotEmitted(field.slug_edited):
        typed(field, qtbot, "quay-opens")
        qtbot.waitUntil(lambda: suggestion(field).isVisible())
    assert "Another release is called so" in said(field)
    assert suggestion(field).text() == "Use “quay-opens-2”"
    with qtbot.waitSignal(field.slug_edited) as edited:
        suggestion(field).click()
    assert edited.args == ["quay-opens-2"]
    assert not suggestion(field).isVisible()


@pytest.mark.parametrize(
    ("text", "offered"),
    [("Cafe au lait", "cafe-au-lait"), ("-quay", "quay"), ("con", "con-release")],
)
def test_an_impossible_name_is_refused_with_a_suggestion(
    field: SlugField, qtbot: QtBot, text: str, offered: str
) -> None:
    with qtbot.assertNotEmitted(field.slug_edited):
        typed(field, qtbot, text)
    assert said(field) != ""
    assert offered in suggestion(field).text()


def test_an_empty_name_offers_the_one_it_had(field: SlugField, qtbot: QtBot) -> None:
    field.line.selectAll()
    qtbot.keyClick(field.line, Qt.Key.Key_Delete)
    qtbot.keyClick(field.line, Qt.Key.Key_Return)
    assert "needs a name" in said(field)
    suggestion(field).click()
    assert field.line.text() == "crane-arrives"


def test_what_was_typed_and_refused_is_dropped_with_another_release(
    field: SlugField, qtbot: QtBot, releases: tuple[Release, Release]
) -> None:
    typed(field, qtbot, "Not so")
    field.drop_typing()
    field.set_slug(releases[0].slug, releases[0].id)
    assert field.line.text() == "quay-opens"
    assert said(field) == ""
