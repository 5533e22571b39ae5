import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QProgressBar, QPushButton
from pytestqt.qtbot import QtBot

from newsdesk.ui.widgets.progress_line import ProgressLine


@pytest.fixture
def line(qtbot: QtBot) -> ProgressLine:
    line = ProgressLine("Bringing in")
    line.setLocale(QLocale("en"))
    qtbot.addWidget(line)
    line.show()
    return line


def test_it_says_how_far_it_is(line: ProgressLine) -> None:
    line.show_progress(1_200, 50_000, "Next: quay.txt")
    assert line.how_far() == "1,200 of 50,000 done. Next: quay.txt"
    bar = line.findChild(QProgressBar)
    assert bar is not None
    assert bar.value() / bar.maximum() == pytest.approx(1_200 / 50_000, abs=0.001)
    assert bar.accessibleName() == "1,200 of 50,000 done."


def test_what_is_told_in_quick_succession_is_shown_in_the_end(
    line: ProgressLine, qtbot: QtBot
) -> None:
    for done in range(1, 60):
        line.show_progress(done, 60)
    assert line.how_far() == "1 of 60 done."  # no more is painted than can be read
    qtbot.waitUntil(lambda: line.how_far() == "59 of 60 done.")


def test_cancelling_is_asked_for_once(line: ProgressLine, qtbot: QtBot) -> None:
    button = line.findChild(QPushButton)
    assert button is not None
    with qtbot.waitSignal(line.cancel_requested):
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert not button.isEnabled()
    assert line._text.text() == "Stopping…"
