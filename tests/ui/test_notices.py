import pytest
from PySide6.QtWidgets import QLineEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from newsdesk.domain.errors import NotFoundError, StorageError, StorageProblem
from newsdesk.ui.messages import words
from newsdesk.ui.notices import Notices
from newsdesk.ui.theme.icons import Icons
from newsdesk.ui.widgets.notice_bar import NoticeBar, Offer, Tone


@pytest.fixture
def window(icons: Icons, qtbot: QtBot) -> QWidget:
    """A notice bar above a field in which one writes."""
    window, line = QWidget(), QLineEdit()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    column.addWidget(NoticeBar(icons))
    column.addWidget(line)
    window.show()
    line.setFocus()
    return window


@pytest.fixture
def notices(window: QWidget) -> Notices:
    bar = window.findChild(NoticeBar)
    assert bar is not None
    return Notices(bar)


def test_a_notice_is_shown_with_its_offers(notices: Notices) -> None:
    notices.show("Moved to the trash", Tone.DONE, [Offer("Undo", lambda: None)])
    assert notices.bar.text() == "Moved to the trash"
    assert notices.bar.property("tone") == "done"
    assert [button.text() for button in notices.bar.findChildren(QPushButton)] == ["Undo"]
    assert not notices.bar._timer.isActive()


def test_a_notice_of_passing_interest_goes_by_itself(notices: Notices, qtbot: QtBot) -> None:
    with qtbot.waitSignal(notices.bar.dismissed):
        notices.show("Saved", ms=20)


@pytest.mark.parametrize(
    "error",
    [
        StorageError(StorageProblem.FULL, "/newsroom"),
        StorageError(StorageProblem.BUSY, "/newsroom"),
        NotFoundError("release", "harbour"),
    ],
)
def test_an_error_says_what_happened_what_is_safe_and_how_bad_it_is(
    notices: Notices, error: StorageError | NotFoundError
) -> None:
    notices.show_error(error)
    message = words(error)
    assert notices.bar.text() == f"{message.title}. {message.text}"
    assert notices.bar.property("tone") == message.tone


def test_how_far_something_is_stands_above_notices_that_come_and_go(
    window: QWidget, notices: Notices
) -> None:
    line = notices.begin_progress("Bringing in")
    notices.show("Saved")
    assert line.isVisible()
    assert notices.bar.isVisible()
    layout = window.layout()
    assert layout.indexOf(line) == layout.indexOf(notices.bar) - 1
    notices.bar.dismiss()
    assert line.isVisible()
    line.end()
    assert not line.isVisible()
