"""An empty field: what it says, and on which side its caret is."""

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QPalette, QTextLayout, QTextOption
from PySide6.QtWidgets import QStyle, QTextEdit


def paint_placeholder(field: QTextEdit, text: str) -> None:
    """Draw `text` in a field while there is nothing in it.

    It stands where what is typed will stand: Qt's own stands higher, which makes the first letter
    jump.
    """
    document = field.document()
    if not document.isEmpty():
        return
    block = document.firstBlock()
    if block.layout().preeditAreaText() or not block.layout().lineCount():
        return
    place = document.documentLayout().blockBoundingRect(block)
    line_px = place.height()
    top = place.top() + block.layout().lineAt(0).y() - field.verticalScrollBar().value()
    option = QTextOption()
    option.setTextDirection(field.layoutDirection())
    option.setAlignment(
        QStyle.visualAlignment(field.layoutDirection(), Qt.AlignmentFlag.AlignLeading)
    )
    layout = QTextLayout(text, document.defaultFont())
    layout.setTextOption(option)
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(place.width())
        line.setPosition(QPointF(place.left(), top))
        top += line_px
    layout.endLayout()
    painter = QPainter(field.viewport())
    painter.setPen(field.palette().color(QPalette.ColorRole.PlaceholderText))
    layout.draw(painter, QPointF())


def direct_while_empty(field: QTextEdit) -> None:
    """Let an empty field run as the window does, one with a text as the text does."""
    document = field.document()
    is_empty = document.isEmpty()
    wanted = field.layoutDirection() if is_empty else Qt.LayoutDirection.LayoutDirectionAuto
    option = document.defaultTextOption()
    if option.textDirection() is not wanted:
        option.setTextDirection(wanted)
        document.setDefaultTextOption(option)
