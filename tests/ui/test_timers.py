"""Timers that fire once."""

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from newsdesk.ui.timers import single_shot


def test_it_waits_until_it_is_started(qtbot: QtBot) -> None:
    owner = QObject()
    calls: list[str] = []
    timer = single_shot(owner, lambda: calls.append("due"))
    assert (timer.isActive(), timer.parent()) == (False, owner)
    timer.start()
    qtbot.waitUntil(lambda: calls == ["due"])
    assert not timer.isActive()


def test_it_has_its_pause_and_can_be_started_again(qtbot: QtBot) -> None:
    owner = QObject()
    calls: list[str] = []
    timer = single_shot(owner, lambda: calls.append("due"), 20)
    assert timer.interval() == 20
    for times in (1, 2):
        with qtbot.waitSignal(timer.timeout):
            timer.start()
        assert len(calls) == times
