from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from newsdesk.domain.errors import LockedReleaseError, TransitionError
from newsdesk.domain.workflow import State
from newsdesk.ui.dialogs.bulk_outcome import BulkOutcomeDialog


def test_each_release_is_listed_with_its_reason_and_can_be_copied(qtbot: QtBot) -> None:
    dialog = BulkOutcomeDialog(
        [
            ("Quay opens", LockedReleaseError("x", State.PUBLISHED)),
            ("Pier closes", TransitionError(State.KILLED, "spike")),
        ]
    )
    qtbot.addWidget(dialog)
    dialog.open()
    first, second = dialog.text().splitlines()
    assert first == "Quay opens: This release is published and cannot be edited."
    assert second.startswith("Pier closes: A release that is killed cannot be ")
    copy = next(b for b in dialog.findChildren(QPushButton) if b.text() == "&Copy")
    copy.click()
    assert QGuiApplication.clipboard().text() == dialog.text()
