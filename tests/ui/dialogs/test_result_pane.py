"""The result of a draft, made in the store's thread, and its headline."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from newsdesk.desk import open_desk
from newsdesk.domain.errors import ImportProblem, ImportRefusedError
from newsdesk.domain.release import Release
from newsdesk.ui.dialogs.result_pane import ResultPane
from newsdesk.ui.dialogs.result_view import ResultView
from newsdesk.ui.jobs.store import Store
from newsdesk.ui.theme.theme_controller import ThemeController

if TYPE_CHECKING:
    from newsdesk.services.import_ import Draft

TEXT = """\
Harbour crews train for winter

GENEVA, 3 May 2026 – Ninety harbour workers have finished a course in night rescue.
"""
Until = Callable[[str], None]


@pytest.fixture
def draft(newsroom_folder: Path) -> "Draft":
    with open_desk(newsroom_folder) as desk:
        return desk.imports.read_pasted(TEXT)


@pytest.fixture
def stored(newsroom_folder: Path, draft: "Draft") -> Release:
    """A release that is there before the store is opened."""
    with open_desk(newsroom_folder, writing=True) as desk:
        imported, _changes = desk.imports.store(replace(draft, headline="Crews are ready"))
        return imported.release


@pytest.fixture
def pane(stored: Release, store: Store, themes: ThemeController, qtbot: QtBot) -> ResultPane:
    pane = ResultPane(store, themes)
    qtbot.addWidget(pane)
    pane.show()
    return pane


@pytest.fixture
def until(pane: ResultPane, qtbot: QtBot) -> Until:
    """Wait until the result begins with these words."""
    return lambda start: qtbot.waitUntil(lambda: text(pane).startswith(start), timeout=20_000)


def text(pane: ResultPane) -> str:
    return pane.findChildren(ResultView)[0].toPlainText()


def headline(pane: ResultPane) -> QLineEdit:
    return pane.findChildren(QLineEdit, "import_headline")[0]


def test_the_last_of_many_that_come_at_once_is_shown(
    pane: ResultPane, draft: "Draft", until: Until
) -> None:
    for number in range(100):
        pane.show_draft(replace(draft, headline=f"Crews number {number}"))
    until("Crews number 99")


def test_results_that_nobody_sees_are_not_made(
    pane: ResultPane, draft: "Draft", until: Until, monkeypatch: pytest.MonkeyPatch, store: Store
) -> None:
    made: list[object] = []
    read = store.read
    monkeypatch.setattr(store, "read", lambda *work: (made.append(work), read(*work)))
    for number in range(100):
        pane.show_draft(replace(draft, headline=f"Crews number {number}"))
    until("Crews number 99")
    assert len(made) == 2  # the first and the last


def test_a_stored_release_is_shown_in_its_place_and_cannot_be_typed_over(
    pane: ResultPane, draft: "Draft", stored: Release, until: Until
) -> None:
    titles = [label for label in pane.findChildren(QLabel) if label.property("role") == "heading"]
    pane.show_draft(draft, stored=stored.id)
    until("Crews are ready")
    assert [one.text() for one in titles] == ["As it is stored"]
    assert not headline(pane).isEnabled()
    pane.show_draft(draft)
    until("Harbour crews")
    assert [one.text() for one in titles] == ["As it will be"]
    assert headline(pane).isEnabled()


def test_why_there_is_no_result_is_said_until_there_is_one(
    pane: ResultPane, draft: "Draft", until: Until, qtbot: QtBot
) -> None:
    pane.show_draft(replace(draft, fields={"urgency": "many"}))
    qtbot.waitUntil(lambda: "many" in text(pane), timeout=20_000)
    pane.show_error(ImportRefusedError(ImportProblem.EMPTY, "a.txt"))
    assert "a.txt" in text(pane)
    pane.show_draft(draft)
    until("Harbour crews")


def test_a_headline_that_is_typed_is_told_and_one_that_is_put_there_is_not(
    pane: ResultPane, qtbot: QtBot
) -> None:
    said: list[str] = []
    pane.headline_edited.connect(said.append)
    pane.show_headline("Crews")
    assert said == []
    assert headline(pane).cursorPosition() == 0
    headline(pane).setCursorPosition(len("Crews"))
    qtbot.keyClicks(headline(pane), "!")
    pane.show_headline("Crews!")  # leaves the cursor where it is
    assert said == ["Crews!"]
    assert headline(pane).cursorPosition() == len("Crews!")
