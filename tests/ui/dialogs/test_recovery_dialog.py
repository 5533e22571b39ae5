"""After a sudden end: both versions, and three ways to go on."""

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from newsdesk.domain.journal import JournalEntry, LeftEntry
from newsdesk.domain.newsroom import Newsroom
from newsdesk.domain.release import Release
from newsdesk.domain.workflow import State
from newsdesk.rendering.release_comparison import compare_releases
from newsdesk.services.recovery import Choice, LeftText
from newsdesk.ui.dialogs.comparison_view import ComparisonView
from newsdesk.ui.dialogs.recovery_dialog import RecoveryDialog
from newsdesk.ui.theme.theme_controller import ThemeController
from tests.ui.dialogs.releases import NOW, complete

STORED = complete(body_md="Ninety of them.", headline="Crews train")
MINE = replace(STORED, body_md="Ninety of them, and more.")


def left(stored: Release | None) -> LeftText:
    at = NOW - timedelta(seconds=12)
    entry = JournalEntry(release=MINE, at=at)
    return LeftText(
        mine=MINE,
        typed_at=at,
        stored=stored,
        stored_at=at - timedelta(days=1) if stored else None,
        left=LeftEntry(entry=entry, run="run", is_stored=False),
    )


def made(
    stored: Release | None, themes: ThemeController, qtbot: QtBot, further: int = 0
) -> RecoveryDialog:
    before = stored or replace(MINE, headline="", body_md="")
    comparison = compare_releases(before, MINE, Newsroom(), {})
    dialog = RecoveryDialog(left(stored), comparison, further, themes, NOW)
    qtbot.addWidget(dialog)
    dialog.open()
    return dialog


def labels(dialog: RecoveryDialog) -> str:
    return " ".join(label.text() for label in dialog.findChildren(QLabel))


def buttons(dialog: RecoveryDialog) -> dict[str, QPushButton]:
    return {one.text().replace("&", ""): one for one in dialog.findChildren(QPushButton)}


def test_both_versions_are_shown_with_their_times(themes: ThemeController, qtbot: QtBot) -> None:
    dialog = made(STORED, themes, qtbot)
    said = labels(dialog)
    here = (NOW - timedelta(seconds=12)).astimezone()
    assert f"Typed until {here:%H:%M:%S}" in said
    day_before = here - timedelta(days=1)
    assert f"Saved {day_before.day} " in said
    assert f"{day_before:%Y %H:%M:%S}" in said
    assert "Ninety of them, and more." in dialog.findChild(ComparisonView).toPlainText()


@pytest.mark.parametrize(
    ("text", "choice"),
    [
        ("Keep what was typed", Choice.MINE),
        ("Keep the saved one", Choice.STORED),
        ("Keep both", Choice.BOTH),
    ],
)
def test_each_choice_is_made_once(
    text: str, choice: Choice, themes: ThemeController, qtbot: QtBot
) -> None:
    dialog = made(STORED, themes, qtbot)
    choices: list[Choice] = []
    put_off: list[bool] = []
    dialog.choice_made.connect(choices.append)
    dialog.put_off.connect(lambda: put_off.append(True))
    qtbot.mouseClick(buttons(dialog)[text], Qt.MouseButton.LeftButton)
    assert (choices, put_off) == ([choice], [])
    assert not dialog.isVisible()


@pytest.mark.parametrize("way", ["Escape", "button", "close"])
def test_it_can_be_put_off(way: str, themes: ThemeController, qtbot: QtBot) -> None:
    dialog = made(STORED, themes, qtbot)
    with qtbot.assertNotEmitted(dialog.choice_made), qtbot.waitSignal(dialog.put_off):
        if way == "Escape":
            qtbot.keyClick(dialog, Qt.Key.Key_Escape)
        elif way == "button":
            buttons(dialog)["Decide later"].click()
        else:
            dialog.close()
    assert not dialog.isVisible()


def test_enter_keeps_what_was_typed(themes: ThemeController, qtbot: QtBot) -> None:
    dialog = made(STORED, themes, qtbot)
    with qtbot.waitSignal(dialog.choice_made) as made_:
        qtbot.keyClick(dialog, Qt.Key.Key_Return)
    assert made_.args == [Choice.MINE]


def test_one_that_is_gone_can_be_kept_or_given_up(themes: ThemeController, qtbot: QtBot) -> None:
    dialog = made(None, themes, qtbot)
    assert set(buttons(dialog)) == {"Decide later", "Give it up", "Keep it"}
    assert "not in the newsroom any more" in labels(dialog)
    with qtbot.waitSignal(dialog.choice_made) as made_:
        buttons(dialog)["Keep it"].click()
    assert made_.args == [Choice.BOTH]


def test_a_published_one_is_not_written_over(themes: ThemeController, qtbot: QtBot) -> None:
    dialog = made(replace(STORED, state=State.PUBLISHED), themes, qtbot)
    assert "Keep what was typed" not in buttons(dialog)
    assert "takes no other text" in labels(dialog)
    assert buttons(dialog)["Keep both"].isDefault()


def test_further_ones_are_announced(themes: ThemeController, qtbot: QtBot) -> None:
    assert "more text" not in labels(made(STORED, themes, qtbot))
    assert "After this, 2 more texts are asked about." in labels(made(STORED, themes, qtbot, 2))
