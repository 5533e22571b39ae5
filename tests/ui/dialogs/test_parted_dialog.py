"""Both desks changed a release: both versions, and the ways to go on."""

from dataclasses import replace
from datetime import UTC, datetime
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from newsdesk.domain.bundle import Kinship
from newsdesk.domain.ids import RevisionId
from newsdesk.domain.newsroom import Newsroom
from newsdesk.domain.parting import Choice
from newsdesk.domain.revision import Reason, Revision
from newsdesk.domain.workflow import State
from newsdesk.rendering.release_comparison import compare_releases
from newsdesk.services.taking_over import Prospect
from newsdesk.ui.dialogs.comparison_view import ComparisonView
from newsdesk.ui.dialogs.parted_dialog import PartedDialog
from newsdesk.ui.theme.theme_controller import ThemeController
from tests.ui.dialogs.releases import complete

MINE = complete(body_md="Ninety of them.", headline="Crews train")
THEIRS = replace(MINE, body_md="Ninety of them, and more.")


def by(author: str, hour: int) -> Revision:
    return Revision(
        id=RevisionId(UUID(int=hour)),
        release_id=MINE.id,
        number=2,
        created=datetime(2026, 11, 25, hour, 30, tzinfo=UTC),
        author=author,
        device="desk",
        reason=Reason.SAVE,
        sha256="0" * 64,
        word_count=1,
        char_count=1,
    )


def made(
    themes: ThemeController,
    qtbot: QtBot,
    *,
    mine: State = State.DRAFT,
    theirs: State = State.DRAFT,
    further: int = 0,
    author: str = "smansour",
) -> PartedDialog:
    prospect = Prospect(
        mine=replace(MINE, state=mine),
        theirs=replace(THEIRS, state=theirs),
        mine_by=by("nelm", 9),
        theirs_by=by(author, 10),
        kinship=Kinship.PARTED,
    )
    comparison = compare_releases(MINE, THEIRS, Newsroom(), {})
    dialog = PartedDialog(prospect, comparison, further, themes)
    qtbot.addWidget(dialog)
    dialog.open()
    return dialog


def labels(dialog: PartedDialog) -> str:
    return " ".join(label.text() for label in dialog.findChildren(QLabel))


def buttons(dialog: PartedDialog) -> dict[str, QPushButton]:
    return {one.text().replace("&", ""): one for one in dialog.findChildren(QPushButton)}


def test_both_versions_are_shown_with_who_made_them_and_when(
    themes: ThemeController, qtbot: QtBot
) -> None:
    dialog = made(themes, qtbot, further=2)
    said = labels(dialog)
    assert "Crews train" in said
    assert "Here: nelm, 25 Nov 2026" in said
    assert "Handed over: smansour, 25 Nov 2026" in said
    assert "After this, 2 more" in said
    assert "and more" in dialog.findChild(ComparisonView).toPlainText()


def test_what_another_desk_says_of_itself_is_text(themes: ThemeController, qtbot: QtBot) -> None:
    dialog = made(themes, qtbot, author="<b>nelm</b>")
    assert "<b>nelm</b>" in labels(dialog)
    heads = [one for one in dialog.findChildren(QLabel) if "nelm" in one.text()]
    assert {one.textFormat() for one in heads} == {Qt.TextFormat.PlainText}


@pytest.mark.parametrize(
    ("text", "choice"),
    [("Keep mine", Choice.MINE), ("Keep theirs", Choice.THEIRS), ("Keep both", Choice.BOTH)],
)
def test_what_is_chosen_is_told_once(
    themes: ThemeController, qtbot: QtBot, text: str, choice: Choice
) -> None:
    dialog = made(themes, qtbot)
    with qtbot.assertNotEmitted(dialog.put_off), qtbot.waitSignal(dialog.choice_made) as made_:
        qtbot.mouseClick(buttons(dialog)[text], Qt.MouseButton.LeftButton)
    assert made_.args == [choice]
    assert not dialog.isVisible()


def test_enter_keeps_both_and_escape_decides_nothing(themes: ThemeController, qtbot: QtBot) -> None:
    dialog = made(themes, qtbot)
    assert buttons(dialog)["Keep both"].isDefault()
    with qtbot.assertNotEmitted(dialog.choice_made), qtbot.waitSignal(dialog.put_off):
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)


@pytest.mark.parametrize(
    ("mine", "theirs", "offered", "said"),
    [
        (State.PUBLISHED, State.DRAFT, {"Keep mine", "Keep both"}, "Here it is issued"),
        (State.DRAFT, State.PUBLISHED, {"Keep theirs", "Keep both"}, "There it is issued"),
    ],
)
def test_what_was_issued_takes_no_other_text(
    themes: ThemeController,
    qtbot: QtBot,
    mine: State,
    theirs: State,
    offered: set[str],
    said: str,
) -> None:
    dialog = made(themes, qtbot, mine=mine, theirs=theirs)
    assert set(buttons(dialog)) == {"Decide later", *offered}
    assert said in labels(dialog)
