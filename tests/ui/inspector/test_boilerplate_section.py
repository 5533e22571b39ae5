from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLabel, QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from newsdesk.domain.boilerplate import Boilerplate, BoilerplateKind, ReleaseBoilerplate
from newsdesk.domain.workflow import State
from newsdesk.services.desk import Desk
from newsdesk.ui.changes import ChangeHub
from newsdesk.ui.inspector.boilerplate_row import BoilerplateRow
from newsdesk.ui.inspector.boilerplate_section import BoilerplateSection
from newsdesk.ui.jobs.store import Store
from newsdesk.ui.session import ReleaseSession
from newsdesk.ui.theme.icons import Icons
from newsdesk.ui.widgets.growing_text import GrowingText
from tests.ui.releases import release

Change = Callable[[Callable[[Desk], tuple[object, object]]], object]
NOTES = ReleaseBoilerplate(kind=BoilerplateKind.NOTES_TO_EDITORS, text_md="Pictures on request.")


@pytest.fixture
def section(
    sample_folder: Path,
    store: Store,
    session: ReleaseSession,
    hub: ChangeHub,
    icons: Icons,
    qtbot: QtBot,
) -> BoilerplateSection:
    section = BoilerplateSection(session, store, hub, icons)
    qtbot.addWidget(section)
    session.open(release())
    section.resize(288, 700)
    with qtbot.waitExposed(section):
        section.show()
    qtbot.waitUntil(lambda: bool(section._texts))
    return section


@pytest.fixture
def texts(section: BoilerplateSection) -> dict[str, Boilerplate]:
    """The newsroom's texts about itself, by language."""
    return {text.language: text for text in section._texts}


def copy(text: Boilerplate) -> ReleaseBoilerplate:
    return ReleaseBoilerplate(kind=text.kind, text_md=text.text_md, boilerplate_id=text.id)


def rows(section: BoilerplateSection) -> list[BoilerplateRow]:
    return [row for row in section.findChildren(BoilerplateRow) if not row.isHidden()]


def printed(session: ReleaseSession) -> tuple[ReleaseBoilerplate, ...]:
    assert session.release is not None
    return session.release.boilerplates


def menu_of(section: BoilerplateSection, kind: str) -> list[QAction]:
    section._menu.aboutToShow.emit()
    action = next(action for action in section._menu.actions() if action.text() == kind)
    return [one for one in action.menu().actions() if not one.isSeparator()]


def link(row: BoilerplateRow, text: str) -> QPushButton:
    return next(one for one in row.findChildren(QPushButton) if one.text().startswith(text))


def test_a_text_of_the_newsroom_is_added_from_the_menu(
    section: BoilerplateSection, session: ReleaseSession, texts: dict[str, Boilerplate]
) -> None:
    offered = menu_of(section, "About us")
    assert [action.text() for action in offered] == [
        "About the Office for Safe Harbours. The Office…",
        "Write one for this release",
    ]
    offered[0].trigger()
    assert printed(session) == (copy(texts["en"]),)
    assert rows(section)[0].head.accessibleName().startswith("About us, About the Office")
    assert session.undo_stack.undoText() == "Add a standing paragraph"
    assert [action.text() for action in menu_of(section, "About us")] == [
        "Write one for this release"
    ]
    session.undo_stack.undo()
    assert printed(session) == ()


def test_one_written_here_is_typed_at_once_and_typing_is_one_step(
    section: BoilerplateSection, session: ReleaseSession, qtbot: QtBot
) -> None:
    menu_of(section, "Help line")[0].trigger()
    field = section.focusWidget()
    assert isinstance(field, GrowingText)
    qtbot.keyClicks(field, "Call us.")
    assert printed(session) == (
        ReleaseBoilerplate(kind=BoilerplateKind.HELPLINE, text_md="Call us."),
    )
    assert session.undo_stack.count() == 2
    session.undo_stack.undo()
    assert printed(session)[0].text_md == ""
    assert field.text() == ""


@pytest.mark.parametrize(
    ("kind", "place"),
    [("About us", 1), ("Notes to editors", 2), ("Disclaimer", 2), ("Footnote", 3)],
)
def test_a_new_one_stands_behind_those_of_its_kind(
    section: BoilerplateSection, session: ReleaseSession, kind: str, place: int
) -> None:
    there = [BoilerplateKind.ABOUT, BoilerplateKind.NOTES_TO_EDITORS, BoilerplateKind.FOOTNOTE]
    session.open(
        release(boilerplates=tuple(ReleaseBoilerplate(kind=k, text_md="Text.") for k in there))
    )
    menu_of(section, kind)[-1].trigger()
    assert [index for index, text in enumerate(printed(session)) if not text.text_md] == [place]
    assert rows(section)[place].is_open()


def test_a_text_of_the_wrong_language_is_replaced_with_one_click(
    section: BoilerplateSection, session: ReleaseSession, texts: dict[str, Boilerplate]
) -> None:
    session.open(release(boilerplates=(copy(texts["en"]),)))
    keep = link(rows(section)[0], "Keep this one")
    assert not keep.isVisible()
    session.edit("Change language", language="fr")
    assert keep.isVisible()
    use = link(rows(section)[0], "Use the one")
    assert use.text() == "Use the one in Français"
    use.click()
    assert printed(session) == (copy(texts["fr"]),)
    assert not use.isVisible()
    session.undo_stack.undo()
    assert printed(session) == (copy(texts["en"]),)


def test_a_text_that_is_meant_in_its_language_is_left_in_peace(
    section: BoilerplateSection, session: ReleaseSession, texts: dict[str, Boilerplate]
) -> None:
    session.open(release(boilerplates=(copy(texts["fr"]),)))
    link(rows(section)[0], "Keep this one").click()
    assert printed(session)[0].text_md == texts["fr"].text_md
    assert not link(rows(section)[0], "Keep this one").isVisible()


def test_a_text_kept_for_later_is_what_new_releases_print(
    section: BoilerplateSection, session: ReleaseSession, changed: Change, qtbot: QtBot
) -> None:
    session.open(release(boilerplates=(NOTES,)))
    qtbot.keyClick(rows(section)[0].head, Qt.Key.Key_Space)
    keep = link(rows(section)[0], "Keep for later")
    assert keep.isVisible()
    keep.click()
    qtbot.waitUntil(lambda: printed(session)[0].boilerplate_id is not None)
    assert not keep.isVisible()
    labels = rows(section)[0].findChildren(QLabel)
    assert any(label.text().startswith("Kept") and label.isVisible() for label in labels)
    made = changed(lambda desk: desk.releases.new({"headline": "Next"}))
    notes = [one for one in made.boilerplates if one.kind is BoilerplateKind.NOTES_TO_EDITORS]  # type: ignore[attr-defined]
    assert [one.text_md for one in notes] == [NOTES.text_md]


def test_texts_of_the_newsroom_come_and_go_while_it_is_shown(
    section: BoilerplateSection, changed: Change, qtbot: QtBot
) -> None:
    changed(lambda desk: desk.boilerplates.add(BoilerplateKind.FOOTNOTE, "en", "See the map."))
    qtbot.waitUntil(lambda: len(section._texts) == 4)
    assert menu_of(section, "Footnote")[0].text() == "See the map."


def test_they_are_moved_and_removed_like_contacts(
    section: BoilerplateSection,
    session: ReleaseSession,
    texts: dict[str, Boilerplate],
    qtbot: QtBot,
) -> None:
    about = copy(texts["en"])
    session.open(release(boilerplates=(about, NOTES)))
    head = rows(section)[0].head
    qtbot.keyClick(head, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert printed(session) == (NOTES, about)
    assert section.focusWidget() is rows(section)[1].head
    qtbot.keyClick(rows(section)[1].head, Qt.Key.Key_Delete)
    assert printed(session) == (NOTES,)
    qtbot.keyClick(rows(section)[0].head, Qt.Key.Key_Delete)
    assert printed(session) == ()
    assert section.focusWidget() is section.findChild(QToolButton)
    session.undo_stack.undo()
    session.undo_stack.undo()
    assert printed(session) == (NOTES, about)


def test_what_is_no_draft_is_only_read(
    section: BoilerplateSection, session: ReleaseSession, qtbot: QtBot
) -> None:
    session.open(release(boilerplates=(NOTES,), state=State.PUBLISHED))
    assert not section.findChild(QToolButton).isEnabled()
    qtbot.keyClick(rows(section)[0].head, Qt.Key.Key_Delete)
    assert printed(session) == (NOTES,)


def test_it_is_gone_to_by_its_names(section: BoilerplateSection, session: ReleaseSession) -> None:
    assert section.focus_field("boilerplate")
    assert section.focusWidget() is section.findChild(QToolButton)
    session.open(release(boilerplates=(NOTES,)))
    assert section.focus_field("notes")
    assert section.focusWidget() is rows(section)[0].head
    assert not section.focus_field("contacts")
