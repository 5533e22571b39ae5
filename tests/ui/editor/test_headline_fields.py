"""Headline and subheadline of the open release."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from newsdesk.domain.workflow import State
from newsdesk.ui.editor.headline_fields import HeadlineFields
from newsdesk.ui.session import ReleaseSession
from newsdesk.ui.theme.theme_controller import ThemeController
from tests.ui.releases import release

Key = Qt.Key


@pytest.fixture
def fields(themes: ThemeController, session: ReleaseSession, qtbot: QtBot) -> HeadlineFields:
    fields = HeadlineFields(session)
    qtbot.addWidget(fields)
    fields.resize(420, 160)
    fields.show()
    qtbot.waitExposed(fields)
    fields.activateWindow()
    fields.headline.setFocus()
    qtbot.waitUntil(fields.headline.hasFocus)
    return fields


def counter(fields: HeadlineFields) -> tuple[str, str]:
    label = fields.findChild(QLabel, "headline_counter")
    return label.text().strip(), label.property("role")


def test_they_show_the_release_that_is_opened(
    fields: HeadlineFields, session: ReleaseSession
) -> None:
    session.open(release(headline="Pier opens", subheadline="At dawn"))
    assert (fields.headline.text(), fields.subheadline.text()) == ("Pier opens", "At dawn")
    session.open(release(headline="", subheadline=None))
    assert (fields.headline.text(), fields.subheadline.text()) == ("", "")


def test_opening_is_not_an_edit(
    fields: HeadlineFields, session: ReleaseSession, qtbot: QtBot
) -> None:
    with qtbot.assertNotEmitted(session.edited):
        session.open(release(headline="Pier opens"))


def test_typing_changes_the_release_in_one_step_of_undo(
    fields: HeadlineFields, session: ReleaseSession, qtbot: QtBot
) -> None:
    session.open(release(headline=""))
    qtbot.keyClicks(fields.headline, "Pier")
    assert session.release is not None
    assert session.release.headline == "Pier"
    session.undo_stack.undo()
    assert fields.headline.text() == ""
    session.undo_stack.redo()
    assert fields.headline.text() == "Pier"


def test_an_empty_subheadline_is_none(
    fields: HeadlineFields, session: ReleaseSession, qtbot: QtBot
) -> None:
    session.open(release(subheadline="A"))
    qtbot.keyClick(fields.subheadline, Key.Key_Delete)
    assert session.release is not None
    assert session.release.subheadline is None
    qtbot.keyClicks(fields.subheadline, "B c")
    assert session.release.subheadline == "B c"


def test_typing_in_the_middle_keeps_the_caret_there(
    fields: HeadlineFields, session: ReleaseSession, qtbot: QtBot
) -> None:
    session.open(release(headline="Per opens"))
    qtbot.keyClick(fields.headline, Key.Key_Right)
    qtbot.keyClicks(fields.headline, "i")
    assert fields.headline.text() == "Pier opens"
    assert fields.headline.textCursor().position() == 2


def test_what_is_changed_elsewhere_is_shown(
    fields: HeadlineFields, session: ReleaseSession
) -> None:
    session.open(release(headline="Pier"))
    session.edit("Change headline", headline="Quay")
    assert fields.headline.text() == "Quay"
    assert session.release is not None
    session.replace_stored(replace(session.release, headline="Dock", subheadline="At dawn"))
    assert (fields.headline.text(), fields.subheadline.text()) == ("Dock", "At dawn")


@pytest.mark.parametrize(
    ("length", "shown"),
    [
        (56, ("", "caption")),
        (57, ("57 of 64", "caption")),
        (65, ("65 of 120", "warning")),
        (120, ("120 of 120", "warning")),
        (121, ("1 over the limit of 120", "error")),
    ],
)
def test_a_long_headline_is_counted(
    fields: HeadlineFields,
    session: ReleaseSession,
    length: int,
    shown: tuple[str, str],
) -> None:
    session.open(release(headline="x" * length))
    assert counter(fields) == shown


def test_the_counter_follows_what_is_typed(
    fields: HeadlineFields, session: ReleaseSession, qtbot: QtBot
) -> None:
    session.open(release(headline="x" * 64))
    qtbot.keyClicks(fields.headline, "y")
    assert counter(fields) == ("65 of 120", "warning")


def test_counting_moves_nothing(
    fields: HeadlineFields, session: ReleaseSession, qtbot: QtBot
) -> None:
    session.open(release(headline="x " * 24))
    before = fields.headline.geometry()
    session.open(release(headline="x " * 33))
    qtbot.waitUntil(lambda: counter(fields)[0] == "66 of 120")
    assert fields.headline.geometry() == before


def test_enter_in_the_headline_goes_on_to_the_text(
    fields: HeadlineFields, session: ReleaseSession, qtbot: QtBot
) -> None:
    session.open(release(subheadline=None))
    with qtbot.waitSignal(fields.left_downwards):
        qtbot.keyClick(fields.headline, Key.Key_Return)


def test_enter_in_the_headline_goes_on_to_a_subheadline_that_is_there(
    fields: HeadlineFields, session: ReleaseSession, qtbot: QtBot
) -> None:
    session.open(release(subheadline="At dawn"))
    with qtbot.assertNotEmitted(fields.left_downwards):
        qtbot.keyClick(fields.headline, Key.Key_Return)
    assert fields.subheadline.hasFocus()
    with qtbot.waitSignal(fields.left_downwards):
        qtbot.keyClick(fields.subheadline, Key.Key_Return)


def test_down_and_up_go_from_field_to_field(
    fields: HeadlineFields, session: ReleaseSession, qtbot: QtBot
) -> None:
    session.open(release(headline="Pier", subheadline="At dawn"))
    qtbot.keyClick(fields.headline, Key.Key_Down)
    assert fields.subheadline.hasFocus()
    qtbot.keyClick(fields.subheadline, Key.Key_Up)
    assert fields.headline.hasFocus()
    qtbot.keyClick(fields.headline, Key.Key_Tab)
    assert fields.subheadline.hasFocus()
    with qtbot.waitSignal(fields.left_downwards):
        qtbot.keyClick(fields.subheadline, Key.Key_Down)


@pytest.mark.parametrize(("subheadline", "name"), [(None, "headline"), ("A", "subheadline")])
def test_from_below_one_comes_to_the_last_field_with_words(
    fields: HeadlineFields,
    session: ReleaseSession,
    subheadline: str | None,
    name: str,
) -> None:
    session.open(release(headline="Pier", subheadline=subheadline))
    fields.enter_from_below()
    field = {"headline": fields.headline, "subheadline": fields.subheadline}[name]
    assert field.hasFocus()
    assert field.textCursor().atEnd()


def test_a_release_that_is_no_draft_can_only_be_read(
    fields: HeadlineFields, session: ReleaseSession
) -> None:
    session.open(release())
    assert not fields.headline.isReadOnly()
    session.replace_stored(release(state=State.PUBLISHED))
    assert fields.headline.isReadOnly()
    assert fields.subheadline.isReadOnly()
    assert fields.property("is_locked") is True
    session.open(None)
    assert fields.headline.isReadOnly()


def test_both_say_what_they_are(fields: HeadlineFields) -> None:
    names = [fields.headline.accessibleName(), fields.subheadline.accessibleName()]
    assert names == ["Headline", "Subheadline"]


def test_the_letters_of_the_window_make_the_lines_higher(
    fields: HeadlineFields, themes: ThemeController, scaled: Callable[[float], None]
) -> None:
    before = fields.headline.sizeHint().height()
    scaled(1.5)
    assert fields.headline.sizeHint().height() > before + 10
