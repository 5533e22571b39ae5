"""What Qt says, in the log."""

import logging
from collections.abc import Iterator

import pytest
from PySide6.QtCore import qCritical, qDebug, qInstallMessageHandler, qWarning

from newsdesk.ui import qt_log


@pytest.fixture(autouse=True)
def _heard_by_the_log() -> Iterator[None]:
    before = qInstallMessageHandler(None)
    qt_log.install()
    yield
    qInstallMessageHandler(before)


@pytest.mark.usefixtures("expected_warnings")
def test_what_qt_says_is_logged_one_step_lower(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.DEBUG, "qt"):
        qDebug("a detail")
        qWarning("a font is odd")
        qCritical("the screen is gone")
    assert [(record.levelno, record.getMessage()) for record in caplog.records] == [
        (logging.DEBUG, "a detail"),
        (logging.INFO, "a font is odd"),
        (logging.WARNING, "the screen is gone"),
    ]


def test_a_percent_sign_is_no_format(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.DEBUG, "qt"):
        qWarning("100 %s of it")
    assert caplog.messages == ["100 %s of it"]


def test_nothing_reaches_the_terminal(capfd: pytest.CaptureFixture[str]) -> None:
    qWarning("nobody at the desk can act on this")
    assert capfd.readouterr() == ("", "")
