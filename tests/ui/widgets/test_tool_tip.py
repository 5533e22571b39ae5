from PySide6.QtGui import QTextDocument

from newsdesk.ui.widgets.tool_tip import as_tool_tip


def test_a_text_with_marks_of_a_page_is_shown_as_it_was_typed() -> None:
    typed = '<img src="//example.org/x.png"> Tom & Lea <b>'
    shown = QTextDocument()
    shown.setHtml(as_tool_tip(typed))
    assert shown.toPlainText() == typed
    assert "<img" not in as_tool_tip(typed)


def test_its_lines_stay_lines() -> None:
    shown = QTextDocument()
    shown.setHtml(as_tool_tip("Dana Whitlock\nOSH Geneva"))
    assert shown.toPlainText() == "Dana Whitlock\nOSH Geneva"


def test_nothing_is_no_tool_tip() -> None:
    assert as_tool_tip("") == ""
