"""How far a long text is."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QProgressBar, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from newsdesk.ui.editor.intake_bar import IntakeBar
from newsdesk.ui.editor.markdown_editor import MarkdownEditor
from newsdesk.ui.theme.theme_controller import ThemeController

_LONG = "".join(f"Line {number} of a long text.\n" for number in range(20_000))


@pytest.fixture
def editor(themes: ThemeController) -> MarkdownEditor:
    return MarkdownEditor(themes)


@pytest.fixture
def pane(qtbot: QtBot) -> QWidget:
    pane = QWidget()
    qtbot.addWidget(pane)
    return pane


@pytest.fixture
def bar(pane: QWidget, editor: MarkdownEditor, qtbot: QtBot) -> IntakeBar:
    bar = IntakeBar(editor.intake)
    column = QVBoxLayout(pane)
    column.addWidget(bar)
    column.addWidget(editor)
    pane.resize(480, 600)
    pane.show()
    qtbot.waitExposed(pane)
    return bar


def test_it_says_how_far_an_opened_text_is_and_goes(
    editor: MarkdownEditor, bar: IntakeBar, qtbot: QtBot
) -> None:
    said: list[str] = []
    editor.intake.progressed.connect(lambda *_: said.append(bar.text()))
    assert bar.isHidden()
    with qtbot.waitSignal(editor.intake.opened):
        editor.set_text(_LONG)
        assert bar.cancel.isHidden()
    assert said[-1].endswith("100 %")
    assert len(set(said)) > 3
    assert bar.isHidden()


def test_what_is_pasted_can_be_cancelled(
    editor: MarkdownEditor, bar: IntakeBar, qtbot: QtBot
) -> None:
    editor.set_text("before")
    bar._later.setInterval(0)
    editor.intake.put_in(_LONG * 3)
    qtbot.waitUntil(lambda: bar.isVisible() and bar.findChildren(QProgressBar)[0].value() > 0)
    qtbot.mouseClick(bar.cancel, Qt.MouseButton.LeftButton)
    assert editor.text() == "before"
    assert bar.isHidden()


def test_before_a_line_that_takes_long_by_itself_it_is_seen(
    editor: MarkdownEditor, bar: IntakeBar, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(editor.intake.opened):
        editor.set_text("word " * 30_000)
        assert bar.isVisible()
    assert editor.text() == "word " * 30_000
    assert editor.place == (1, 1)
    assert bar.isHidden()
