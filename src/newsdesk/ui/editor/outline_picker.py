"""The headings and quotes of the text, to go to one of them."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from newsdesk.rendering.outline import OutlineEntry, OutlineKind, outline
from newsdesk.rendering.typography import quotation_marks
from newsdesk.ui.editor.markdown_editor import MarkdownEditor
from newsdesk.ui.widgets.finding import found
from newsdesk.ui.widgets.picker import Picker, PickLine, PickSection

_INDENT = "\u2003"  # for each level of a heading below the first that is used


class OutlinePicker(Picker):
    """Found by typing; the one that the caret stands in is marked."""

    def __init__(self, text: MarkdownEditor, language: str, parent: QWidget) -> None:
        """`language` is that of the release, a BCP 47 tag."""
        super().__init__(
            parent.tr("Headings and quotes"), parent.tr("Go to a heading or a quote"), parent
        )
        self._text = text
        self._marks = quotation_marks(language)
        entries = outline(text.text(), language)
        self._lines = self._made(entries)
        here = text.place[0] - 1
        before = [number for number, one in enumerate(entries) if one.line <= here]
        self._current = before[-1] if before else None
        self._entries = entries
        self.query_edited.connect(self._show)
        self.taken.connect(self._go_to)
        self._show("")

    def open_over(self, window: QWidget) -> None:
        """Open near the top of `window`, no higher than there are lines."""
        super().open_over(window)
        if needed := self.height_of_lines():
            self.resize(self.width(), min(self.height(), needed))

    def _made(self, entries: tuple[OutlineEntry, ...]) -> list[PickLine]:
        levels = [one.level for one in entries if one.kind is OutlineKind.HEADING]
        top = min(levels, default=1)
        return [
            PickLine(
                text=self._words(one, top),
                value=number,
                place=one.speaker,
                note=self.tr("Line {0}").format(one.line + 1),
                words=one.speaker,
            )
            for number, one in enumerate(entries)
        ]

    def _words(self, entry: OutlineEntry, top: int) -> str:
        if entry.kind is OutlineKind.QUOTE:
            said = f"{self._marks.left_double}{entry.text}{self._marks.right_double}"
            return f"\u2068{said}\u2069"  # in whichever direction it is said
        return _INDENT * (entry.level - top) + entry.text

    @Slot(str)
    def _show(self, _query: str) -> None:
        if not self._lines:
            nothing = self.tr(
                "No headings or quotes yet. Begin a line with ## to make it a heading, "
                "or with > to quote."
            )
        else:
            nothing = self.tr("No heading or quote has these words.")
        lines = found(self._lines, self.query)
        marked = None if self.query else self._current
        self.show_sections([PickSection("", lines)], nothing, marked=marked)

    @Slot(object)
    def _go_to(self, number: int) -> None:
        self._text.go_to_line(self._entries[number].line)
