"""Answers that come when whoever asked is gone."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from newsdesk.ui.lifetime import Lifetime


def test_an_answer_reaches_whoever_is_there() -> None:
    owner = QObject()
    answers: list[int] = []
    Lifetime(owner).guard(answers.append)(1)
    assert answers == [1]


def test_an_answer_that_comes_too_late_is_dropped(qtbot: QtBot) -> None:
    label = QLabel("before")
    lifetime = Lifetime(label)
    answer = lifetime.guard(label.setText)
    label.deleteLater()
    qtbot.waitUntil(lambda: lifetime.is_over)
    answer("after")  # would raise: the label is gone
