"""A dialog that is as high as what it shows."""

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from newsdesk.ui.dialogs.column_page import wrapped
from newsdesk.ui.dialogs.fitted_dialog import FittedDialog
from newsdesk.ui.theme.theme_controller import ThemeController
from newsdesk.ui.widgets.buttons import secondary_button

SENTENCE = "Nothing was overwritten, and what you wrote is still here. "


@pytest.fixture
def dialog(themes: ThemeController, qtbot: QtBot) -> FittedDialog:
    dialog = FittedDialog(width=400)
    qtbot.addWidget(dialog)
    dialog.foot.addWidget(secondary_button("Close"))
    return dialog


def spare(dialog: FittedDialog, label: QLabel) -> int:
    """Return how much more room a label has than it needs."""
    return label.height() - label.heightForWidth(label.width())


def test_wrapped_text_gets_the_room_it_needs_and_no_more(
    dialog: FittedDialog, qtbot: QtBot
) -> None:
    label = wrapped(SENTENCE * 6)
    dialog.column.addWidget(label)
    dialog.show()
    qtbot.waitUntil(lambda: label.width() == 360 and spare(dialog, label) == 0)


def test_it_grows_and_shrinks_with_what_it_shows(dialog: FittedDialog, qtbot: QtBot) -> None:
    label = wrapped(SENTENCE)
    dialog.column.addWidget(label)
    dialog.show()
    qtbot.waitUntil(lambda: dialog.height() > 100 and spare(dialog, label) == 0)
    low = dialog.height()
    label.setText(SENTENCE * 6)
    dialog.fit()
    qtbot.waitUntil(lambda: dialog.height() > low + 40)
    label.setText(SENTENCE)
    dialog.fit()
    qtbot.waitUntil(lambda: dialog.height() == low)


def test_a_wider_one_is_lower(dialog: FittedDialog, qtbot: QtBot) -> None:
    label = wrapped(SENTENCE * 6)
    dialog.column.addWidget(label)
    dialog.show()
    qtbot.waitUntil(lambda: dialog.height() > 150 and spare(dialog, label) == 0)
    narrow = dialog.height()
    dialog.resize(800, narrow)
    qtbot.waitUntil(lambda: dialog.height() < narrow - 30)


def test_it_is_never_narrower_than_it_was_made(dialog: FittedDialog) -> None:
    dialog.resize(100, 100)
    assert dialog.width() == 400


def test_one_without_wrapped_text_is_fitted_too(dialog: FittedDialog, qtbot: QtBot) -> None:
    dialog.column.addWidget(QLabel("A word"))
    dialog.show()
    qtbot.waitUntil(lambda: dialog.minimumHeight() > 60)
    assert dialog.height() >= dialog.sizeHint().height()


def test_it_has_its_height_from_the_first_moment(dialog: FittedDialog, qtbot: QtBot) -> None:
    dialog.column.addWidget(wrapped(SENTENCE * 6))
    dialog.show()
    at_first = dialog.height()
    assert at_first > 100
    qtbot.waitUntil(lambda: not dialog._fitting.isActive())
    assert dialog.height() == at_first
