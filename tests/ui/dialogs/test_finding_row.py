"""One piece that was found in a text."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from newsdesk.domain.provenance import Confidence, Finding, FindingKind
from newsdesk.ui.dialogs.finding_row import FindingRow
from newsdesk.ui.theme.icons import Icons
from newsdesk.ui.theme.theme_controller import ThemeController

CONTACT = Finding(
    kind=FindingKind.CONTACT,
    confidence=Confidence.HIGH,
    text="Dana Whitlock\nOSH Geneva\ndana.whitlock@example.org",
    first_line=8,
    last_line=10,
    flags=("no_phone",),
)
BACK = replace(CONTACT, confidence=Confidence.LOW, flags=("no_phone", "taken_back"))
DOUBTFUL = replace(CONTACT, confidence=Confidence.LOW)


class Rows:
    def __init__(self, icons: Icons, themes: ThemeController, qtbot: QtBot) -> None:
        self._icons, self._themes, self._qtbot = icons, themes, qtbot

    def __call__(self, finding: Finding, *, can_be_restored: bool = True) -> FindingRow:
        row = FindingRow(finding, self._icons, self._themes, can_be_restored=can_be_restored)
        self._qtbot.addWidget(row)
        row.resize(360, 140)
        row.show()
        return row


@pytest.fixture
def made(icons: Icons, themes: ThemeController, qtbot: QtBot) -> Rows:
    return Rows(icons, themes, qtbot)


def toggle(row: FindingRow) -> QPushButton:
    button = row.anchor
    assert isinstance(button, QPushButton)
    return button


def more(row: FindingRow) -> QPushButton:
    (button,) = row.findChildren(QPushButton, "show_more")
    return button


def test_its_kind_its_certainty_and_its_notes_are_told(made: Rows) -> None:
    row = made(CONTACT)
    texts = [label.text() for label in row.findChildren(QLabel)]
    assert "Contact" in texts
    assert "No phone number" in texts
    assert row.anchor.accessibleName() == "Contact, sure: Back to the text"
    assert "dana.whitlock@example.org" in row.anchor.accessibleDescription()
    assert "No phone number" in row.anchor.accessibleDescription()


def test_space_puts_it_back_and_takes_it_again(made: Rows, qtbot: QtBot) -> None:
    row = made(CONTACT)
    with qtbot.waitSignal(row.refusal_edited) as edited:
        qtbot.keyClick(row.anchor, Qt.Key.Key_Space)
    assert edited.args == [True]
    row.show_as(BACK)
    assert toggle(row).text() == "Take it again"
    assert "in the text" in toggle(row).accessibleName()
    with qtbot.waitSignal(row.refusal_edited) as edited:
        qtbot.keyClick(row.anchor, Qt.Key.Key_Space)
    assert edited.args == [False]
    row.show_as(CONTACT)
    assert toggle(row).text() == "Back to the text"


def test_showing_it_otherwise_is_not_an_edit(made: Rows, qtbot: QtBot) -> None:
    row = made(CONTACT)
    with qtbot.assertNotEmitted(row.refusal_edited):
        row.show_as(BACK)
    assert row.finding == CONTACT


def test_one_that_stands_in_the_text_anyway_has_no_button_but_the_focus(made: Rows) -> None:
    row = made(DOUBTFUL, can_be_restored=False)
    assert row.anchor is row
    assert row.focusPolicy() & Qt.FocusPolicy.TabFocus
    assert row.accessibleName() == "Contact, not sure"
    assert [b for b in row.findChildren(QPushButton) if b is not more(row)] == []


@pytest.mark.parametrize("can_be_restored", [True, False])
@pytest.mark.parametrize(("key", "step"), [(Qt.Key.Key_Up, -1), (Qt.Key.Key_Down, 1)])
def test_up_and_down_ask_for_another_row(
    made: Rows, key: Qt.Key, step: int, can_be_restored: bool, qtbot: QtBot
) -> None:
    row = made(CONTACT, can_be_restored=can_be_restored)
    with qtbot.waitSignal(row.step_requested) as requested:
        qtbot.keyClick(row.anchor, key)
    assert requested.args == [step]


def test_a_long_piece_is_shown_in_full_on_demand(made: Rows, qtbot: QtBot) -> None:
    row = made(replace(CONTACT, text="\n".join(f"line {number}" for number in range(9))))
    assert more(row).isVisible()
    before = row.sizeHint().height()
    qtbot.mouseClick(more(row), Qt.MouseButton.LeftButton)
    assert more(row).text() == "Show less"
    qtbot.waitUntil(lambda: row.sizeHint().height() > before)
    qtbot.mouseClick(more(row), Qt.MouseButton.LeftButton)
    assert more(row).text() == "Show all of it"


def test_a_short_piece_offers_no_more(made: Rows) -> None:
    assert not more(made(replace(CONTACT, text="Dana"))).isVisible()


def test_enter_is_left_to_the_dialog(made: Rows) -> None:
    row = made(CONTACT)
    assert not any(button.autoDefault() for button in row.findChildren(QPushButton))
