"""Writing a long text while the window goes on living."""

from collections.abc import Generator
from contextlib import contextmanager

import pytest
from PySide6.QtCore import QObject
from PySide6.QtGui import QTextCursor, QTextDocument
from pytestqt.qtbot import QtBot

from newsdesk.ui.editor.sliced_writing import SlicedWriting

_TEXT = "A line of a text.\n" * 30_000


@contextmanager
def nothing() -> Generator[None]:
    yield


@pytest.fixture
def document() -> QTextDocument:
    document = QTextDocument()
    document.setPlainText("before after")
    return document


@pytest.fixture
def writing(document: QTextDocument) -> SlicedWriting:
    return SlicedWriting(nothing, document)


def pen(document: QTextDocument) -> QTextCursor:
    pen = QTextCursor(document)
    pen.setPosition(7)
    return pen


def test_a_text_is_written_in_several_turns_and_is_one_step(
    writing: SlicedWriting, document: QTextDocument, qtbot: QtBot
) -> None:
    told: list[tuple[int, int]] = []
    writing.progressed.connect(lambda done, whole: told.append((done, whole)))
    with qtbot.waitSignal(writing.ended) as ended:
        writing.write(pen(document), _TEXT)
        assert writing.is_running
    assert ended.args == [True]
    assert document.toPlainText() == f"before {_TEXT}after"
    assert told[0] == (0, len(_TEXT))
    assert told[-1] == (len(_TEXT), len(_TEXT))
    assert len(told) > 5
    assert not writing.is_running
    document.undo()
    assert document.toPlainText() == "before after"
    document.redo()
    assert document.toPlainText() == f"before {_TEXT}after"


def test_it_replaces_what_is_selected(
    writing: SlicedWriting, document: QTextDocument, qtbot: QtBot
) -> None:
    whole = QTextCursor(document)
    whole.select(QTextCursor.SelectionType.Document)
    with qtbot.waitSignal(writing.ended):
        writing.write(whole, _TEXT)
    assert document.toPlainText() == _TEXT


def test_what_is_written_when_it_stops_stays(
    writing: SlicedWriting, document: QTextDocument, qtbot: QtBot
) -> None:
    writing.progressed.connect(lambda done, _: writing.stop() if done else None)
    with qtbot.waitSignal(writing.ended) as ended:
        writing.write(pen(document), _TEXT)
    assert ended.args == [False]
    assert len("before after") < document.characterCount() < len(_TEXT)


def test_stopping_what_does_not_run_says_nothing(writing: SlicedWriting, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(writing.ended):
        writing.stop()


def test_each_slice_is_written_within_what_the_owner_asks_for(
    document: QTextDocument, qtbot: QtBot
) -> None:
    depth: list[int] = []

    @contextmanager
    def within() -> Generator[None]:
        depth.append(1)
        yield
        depth.append(-1)

    writing = SlicedWriting(within, QObject(document))
    changes: list[int] = []
    document.contentsChanged.connect(lambda: changes.append(sum(depth)))
    with qtbot.waitSignal(writing.ended):
        writing.write(pen(document), _TEXT)
    assert set(changes) == {1}
