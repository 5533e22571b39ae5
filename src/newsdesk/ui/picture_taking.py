"""Writing the window down as it stands, for the picture that the next start begins with."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QTextEdit, QWidget

from newsdesk.domain.language import Direction, direction
from newsdesk.domain.query import ReleaseSummary
from newsdesk.ui.editor.lines import first_in_sight
from newsdesk.ui.editor.markdown_editor import MarkdownEditor
from newsdesk.ui.first_picture import LONGEST_TEXT
from newsdesk.ui.library.release_list_model import ReleaseListModel
from newsdesk.ui.library.release_list_view import ReleaseListView
from newsdesk.ui.main_window import MainWindow
from newsdesk.ui.theme.fonts import UI_FAMILIES, UI_PX
from newsdesk.ui.theme.theme import Theme

_MOST_ROWS = 24
_ROW_INSET = QPoint(20, 12)
_ROW_PX = 18  # one line; what is longer is cut by the next


def picture_of(
    window: MainWindow, theme: Theme, language: str, fonts: Sequence[str]
) -> dict[str, Any]:
    """Return what `FirstPicture` draws; see there for what is in it.

    Args:
        language: of the open release.
        fonts: paths of the typefaces that the window brings along.
    """
    root = window.centralWidget() or window
    text = window.editor.text
    return {
        "geometry": bytes(window.saveGeometry().toBase64().data()).decode(),
        "fonts": list(fonts),
        "families": list(UI_FAMILIES),
        "panes": [
            [*_place(pane, root), theme.colours[colour]]
            for pane, colour in window.coloured_panes()
            if pane.isVisible()
        ],
        "lines": [*_rows(window, root, theme), _headline(window, root, theme, language)],
        "editor": _place(text, root),
        "page": window.preview.kept_page(window),
        **_text(text, theme),
    }


def _text(text: MarkdownEditor, theme: Theme) -> dict[str, Any]:
    document = text.document()
    font = document.defaultFont()
    return {
        "text": _seen(text)[:LONGEST_TEXT],
        "text_px": font.pixelSize(),
        "text_families": font.families(),
        "line_px": document.line_px,
        "margin_px": document.margin_px,
        "text_colour": theme.colours["text"],
        "ground_colour": theme.colours["surface"],
    }


def _seen(text: MarkdownEditor) -> str:
    """Return the text from the paragraph on that is at the top of what is seen."""
    if not text.verticalScrollBar().value():
        return text.text()
    return text.text().split("\n", first_in_sight(text).blockNumber())[-1]


def _headline(window: MainWindow, root: QWidget, theme: Theme, language: str) -> list[Any]:
    field: QTextEdit = window.editor.fields.headline
    font = field.font()
    margin = round(field.document().documentMargin())
    place = QRect(*_place(field, root)).adjusted(margin, margin, -margin, -margin)
    look = (font.pixelSize(), font.weight().value, theme.colours["text"])
    return _line(place, *look, language, field.toPlainText())


def _rows(window: MainWindow, root: QWidget, theme: Theme) -> list[list[Any]]:
    """Return the headlines that are seen in the list."""
    view = window.library.findChild(ReleaseListView)
    if view is None or not view.isVisible():
        return []
    rows: list[list[Any]] = []
    for number in range(min(view.model().rowCount(), _MOST_ROWS)):
        index = view.model().index(number, 0)
        at = view.visualRect(index)
        summary: ReleaseSummary | None = index.data(ReleaseListModel.SUMMARY_ROLE)
        if summary is None or not at.intersects(view.viewport().rect()):
            continue
        corner = view.viewport().mapTo(root, at.topLeft() + _ROW_INSET)
        place = QRect(corner.x(), corner.y(), at.width() - 2 * _ROW_INSET.x(), _ROW_PX)
        look = (UI_PX, QFont.Weight.DemiBold.value, theme.colours["text"])
        rows.append(_line(place, *look, summary.language, summary.headline))
    return rows


def _line(place: QRect, px: int, weight: int, colour: str, language: str, text: str) -> list[Any]:
    is_rtl = direction(language) is Direction.RIGHT_TO_LEFT
    return [*_numbers(place), px, weight, colour, is_rtl, text]


def _place(widget: QWidget, root: QWidget) -> list[int]:
    return _numbers(QRect(widget.mapTo(root, QPoint(0, 0)), widget.size()))


def _numbers(rect: QRect) -> list[int]:
    return [rect.x(), rect.y(), rect.width(), rect.height()]
