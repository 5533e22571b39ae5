"""Choosing which versions to compare."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from newsdesk.domain.errors import NotFoundError
from newsdesk.domain.newsroom import Newsroom
from newsdesk.rendering.release_comparison import compare_releases
from newsdesk.ui.dialogs.comparison_dialog import (
    Comparing,
    ComparisonDialog,
    history_versions,
)
from newsdesk.ui.theme.icons import Icons
from newsdesk.ui.theme.theme_controller import ThemeController
from tests.ui.history.test_history_lines import NOW, revision
from tests.ui.releases import release

TEXTS = {
    1: "One.\n\nSame.\n\nThree.",
    2: "One!\n\nSame.\n\nThree!",
    None: "One.\n\nSame.\n\nThree!",
}


class Asked:
    """Answers what is asked for at once, or later."""

    def __init__(self) -> None:
        self.all: list[Comparing] = []
        self.is_late = False

    def __call__(self, asked: Comparing) -> None:
        self.all.append(asked)
        if not self.is_late:
            self.answer(asked)

    def answer(self, asked: Comparing) -> None:
        before, after = (
            replace(release(), body_md=TEXTS[number]) for number in (asked.before, asked.after)
        )
        asked.then(compare_releases(before, after, Newsroom(), {}))


@pytest.fixture
def asked() -> Asked:
    return Asked()


@pytest.fixture
def dialog(asked: Asked, themes: ThemeController, icons: Icons, qtbot: QtBot) -> ComparisonDialog:
    versions = history_versions([revision(1, days=1), revision(2, hours=1)], NOW)
    dialog = ComparisonDialog(versions, asked, icons, themes)
    qtbot.addWidget(dialog)
    dialog.set_restorable(is_restorable=True)
    dialog.compare(1, None)
    dialog.open()
    return dialog


def test_versions_are_offered_newest_first_with_their_words(dialog: ComparisonDialog) -> None:
    offered = [dialog._before.itemText(n) for n in range(dialog._before.count())]
    assert offered == [
        "Now",
        "2 · Saved, Today 13:00, dana",
        "1 · Saved, Yesterday 14:00, dana",
    ]


def test_it_stands_on_the_first_change_and_says_of_how_many(dialog: ComparisonDialog) -> None:
    assert dialog._told.text() == "Change 1 of 1"
    assert not dialog._previous.isEnabled()
    assert not dialog._next.isEnabled()


def test_f3_goes_on_and_shift_f3_back(dialog: ComparisonDialog) -> None:
    dialog.compare(1, 2)
    assert dialog._told.text() == "Change 1 of 2"
    QTest.keyClick(dialog, Qt.Key.Key_F3)
    assert dialog._told.text() == "Change 2 of 2"
    assert not dialog._next.isEnabled()
    QTest.keyClick(dialog, Qt.Key.Key_F3, Qt.KeyboardModifier.ShiftModifier)
    assert dialog._told.text() == "Change 1 of 2"


def test_choosing_another_version_compares_that(dialog: ComparisonDialog, asked: Asked) -> None:
    dialog._after.setFocus()
    QTest.keyClick(dialog._after, Qt.Key.Key_Down)
    assert (asked.all[-1].before, asked.all[-1].after) == (1, 2)
    assert dialog._told.text() == "Change 1 of 2"


def test_the_same_version_twice_differs_in_nothing(dialog: ComparisonDialog) -> None:
    dialog.compare(2, 2)
    assert dialog._told.text() == "Nothing differs."
    assert not dialog._restore.isEnabled()


def test_an_answer_that_comes_late_is_not_shown_over_a_newer_one(
    dialog: ComparisonDialog, asked: Asked
) -> None:
    asked.is_late = True
    dialog.compare(1, 2)
    dialog.compare(2, 2)
    first, second = asked.all[-2:]
    asked.answer(second)
    asked.answer(first)
    assert dialog._told.text() == "Nothing differs."


def test_what_cannot_be_read_says_so(dialog: ComparisonDialog, asked: Asked) -> None:
    asked.is_late = True
    dialog.compare(1, 2)
    asked.all[-1].otherwise(NotFoundError("revision", "1"))
    assert "There is no version “1”" in dialog._told.text()
    assert dialog._view.toPlainText() == ""


def test_the_earlier_version_is_asked_back_for(dialog: ComparisonDialog, qtbot: QtBot) -> None:
    with qtbot.waitSignal(dialog.restore_requested) as asked_for:
        dialog._restore.click()
    assert asked_for.args == [1]
    assert not dialog.isVisible()


def test_the_present_text_cannot_be_brought_back(dialog: ComparisonDialog) -> None:
    dialog.compare(None, 1)
    assert not dialog._restore.isEnabled()


def test_where_nothing_may_be_brought_back_that_is_not_offered(dialog: ComparisonDialog) -> None:
    dialog.set_restorable(is_restorable=False)
    assert dialog._restore.isHidden()
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
