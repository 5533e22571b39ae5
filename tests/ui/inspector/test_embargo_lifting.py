import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from newsdesk.ui.inspector.embargo_lifting import EmbargoLifting, LiftingStep


@pytest.fixture
def lifting(qtbot: QtBot) -> EmbargoLifting:
    lifting = EmbargoLifting()
    qtbot.addWidget(lifting)
    lifting.show()
    return lifting


def button(lifting: EmbargoLifting, name: str) -> QPushButton:
    return lifting.findChild(QPushButton, f"embargo_{name}")


@pytest.mark.parametrize(
    ("offer", "verb", "signal"),
    [("lift", "Lift now", "lift_requested"), ("shorten", "Shorten", "shortening_requested")],
)
def test_it_is_asked_for_once_more_before_it_is_done(
    lifting: EmbargoLifting, qtbot: QtBot, offer: str, verb: str, signal: str
) -> None:
    requested = getattr(lifting, signal)
    with qtbot.assertNotEmitted(requested):
        button(lifting, offer).click()
    assert not button(lifting, offer).isVisible()
    assert button(lifting, "confirm").text() == verb
    with qtbot.waitSignal(requested):
        button(lifting, "confirm").click()


def test_the_way_back_has_the_focus(lifting: EmbargoLifting) -> None:
    button(lifting, "lift").click()
    assert button(lifting, "keep").hasFocus()
    button(lifting, "keep").click()
    assert lifting.step is LiftingStep.OFFERED
    assert button(lifting, "lift").hasFocus()


def test_escape_goes_back(lifting: EmbargoLifting, qtbot: QtBot) -> None:
    button(lifting, "shorten").click()
    with qtbot.waitSignal(lifting.step_edited):
        qtbot.keyClick(button(lifting, "keep"), Qt.Key.Key_Escape)
    assert lifting.step is LiftingStep.OFFERED


def test_starting_over_is_nobodys_edit(lifting: EmbargoLifting, qtbot: QtBot) -> None:
    button(lifting, "lift").click()
    with qtbot.assertNotEmitted(lifting.step_edited):
        lifting.start_over()
    assert button(lifting, "lift").isVisible()


def test_while_it_is_stored_nothing_else_can_be_asked(lifting: EmbargoLifting) -> None:
    button(lifting, "lift").click()
    lifting.set_busy(True)
    assert not button(lifting, "confirm").isEnabled()
    lifting.set_busy(False)
    assert button(lifting, "confirm").isEnabled()
