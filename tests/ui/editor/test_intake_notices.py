"""What is asked when a text comes in that is no release's."""

import pytest
from PySide6.QtCore import QMimeData
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from newsdesk.ui.editor.intake_notices import IntakeNotices
from newsdesk.ui.editor.long_text import has_endless_line
from newsdesk.ui.editor.markdown_editor import MarkdownEditor
from newsdesk.ui.theme.icons import Icons
from newsdesk.ui.widgets.notice_bar import NoticeBar

_HUGE = "A line of a text that is no release.\n" * 60_000


@pytest.fixture
def notice(editor: MarkdownEditor, icons: Icons, qtbot: QtBot) -> NoticeBar:
    notice = NoticeBar(icons)
    qtbot.addWidget(notice)
    IntakeNotices(editor, notice)
    return notice


def push(notice: NoticeBar, words: str) -> None:
    (button,) = [one for one in notice.findChildren(QPushButton) if one.text() == words]
    button.click()


def paste(editor: MarkdownEditor, text: str) -> None:
    source = QMimeData()
    source.setText(text)
    editor.insertFromMimeData(source)


def test_of_very_much_it_is_asked_first(
    editor: MarkdownEditor, notice: NoticeBar, qtbot: QtBot
) -> None:
    paste(editor, _HUGE)
    assert "2.2 MB" in notice.text()
    assert editor.text() == ""
    with qtbot.waitSignal(editor.pasted, timeout=30_000):
        push(notice, "Paste it")
    assert editor.text() == _HUGE


def test_what_is_left_out_is_not_in_the_text(editor: MarkdownEditor, notice: NoticeBar) -> None:
    paste(editor, _HUGE)
    push(notice, "Leave it out")
    assert editor.text() == ""
    assert notice.isHidden()


def test_what_is_no_text_is_said_to_be_none(editor: MarkdownEditor, notice: NoticeBar) -> None:
    paste(editor, "\x7fELF\x02" + "\0" * 40)
    assert "no text" in notice.text()
    assert editor.text() == ""


def test_a_line_without_an_end_is_wrapped_on_request(
    editor: MarkdownEditor, notice: NoticeBar, qtbot: QtBot
) -> None:
    line = "harbour 🚢 " * 15_000
    text = f"🚢 One.\n{line}\nTwo."
    with qtbot.waitSignal(editor.pasted):
        editor.intake.put_in(text)
    push(notice, "Wrap it")
    assert not has_endless_line(editor.text())
    assert editor.text().startswith("🚢 One.\nharbour 🚢 harbour")
    assert editor.text().endswith("\nTwo.")
    assert editor.text().replace("\n", " ") == text.replace("\n", " ")
    editor.undo()
    assert editor.text() == text
