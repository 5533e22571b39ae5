from dataclasses import replace
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QPushButton
from pytestqt.qtbot import QtBot

from newsdesk.domain.duplicate import Duplicate, Likeness
from newsdesk.domain.ids import ReleaseId
from newsdesk.domain.workflow import State
from newsdesk.ui.dialogs.duplicate_bar import DuplicateBar
from newsdesk.ui.theme.icons import Icons

THERE = Duplicate(
    release_id=ReleaseId(UUID(int=1)),
    headline="Crews are ready",
    state=State.DRAFT,
    why=Likeness.TEXT,
    containment=0.92,
    is_same=False,
)


@pytest.fixture
def bar(icons: Icons, qtbot: QtBot) -> DuplicateBar:
    bar = DuplicateBar(icons)
    qtbot.addWidget(bar)
    bar.show()
    return bar


def test_it_says_which_release_why_and_how_much_of_the_text(bar: DuplicateBar) -> None:
    bar.show_duplicate(THERE, is_alone=False)
    assert bar.text() == (
        "Something like this is here already: “\u2068Crews are ready\u2069” (a draft). "
        "It begins with the same words. 92 % of the shorter text stand in the other one. "
        "It is a draft: updating makes a new version of it."
    )


@pytest.mark.parametrize(
    ("state", "words"),
    [
        (State.PUBLISHED, "updating makes a new draft that is linked to it."),
        (State.SUBMITTED, "It cannot be updated, because it is under review."),
        (State.KILLED, "It cannot be updated, because it is killed."),
    ],
)
def test_it_says_what_updating_would_do_or_why_it_is_not_possible(
    bar: DuplicateBar, state: State, words: str
) -> None:
    bar.show_duplicate(replace(THERE, state=state), is_alone=False)
    assert bar.text().endswith(words)


def test_what_is_the_same_is_said_to_be(bar: DuplicateBar) -> None:
    bar.show_duplicate(replace(THERE, containment=1.0, is_same=True), is_alone=False)
    assert bar.text().startswith("This is here already: “")
    assert "It is the same word for word." in bar.text()
    assert "%" not in bar.text()


def test_another_text_on_the_same_page_is_said_to_be_one(bar: DuplicateBar) -> None:
    there = replace(THERE, why=Likeness.ADDRESS, containment=0.0)
    bar.show_duplicate(there, is_alone=False)
    assert "It stands on the same page." in bar.text()
    assert "%" not in bar.text()


def test_the_stored_one_can_be_looked_at_and_the_new_one_again(
    bar: DuplicateBar, qtbot: QtBot
) -> None:
    bar.show_duplicate(THERE, is_alone=True)
    looked: list[bool] = []
    bar.look_edited.connect(looked.append)
    (look,) = bar.findChildren(QPushButton)
    assert look.text() == "Look at the stored one"
    qtbot.keyClick(look, Qt.Key.Key_Space)
    assert look.text() == "Look at the new one"
    bar.show_duplicate(THERE, is_alone=True)
    assert looked == [True, False]


def test_the_answer_holds_for_further_ones_only_where_there_may_be_some(bar: DuplicateBar) -> None:
    (box,) = bar.findChildren(QCheckBox)
    bar.show_duplicate(THERE, is_alone=False)
    box.setChecked(True)
    assert bar.is_for_all
    bar.show_duplicate(THERE, is_alone=True)
    assert not box.isVisible()
    assert not bar.is_for_all


def test_it_is_gone_where_nothing_is_here_already(bar: DuplicateBar) -> None:
    bar.show_duplicate(THERE, is_alone=True)
    bar.show_duplicate(None, is_alone=True)
    assert not bar.isVisible()
