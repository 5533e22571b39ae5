"""A comparison as a document: two columns, paragraph beside paragraph."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import (
    QFont,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextLength,
    QTextTable,
    QTextTableFormat,
)

from newsdesk.domain.comparison import Mark, Piece, Row, TextComparison
from newsdesk.rendering.release_comparison import ReleaseComparison
from newsdesk.ui.i18n import QT_TRANSLATE_NOOP, translate
from newsdesk.ui.inspector.form_section import direction_of
from newsdesk.ui.messages import field_words
from newsdesk.ui.theme.theme import Theme

_AROUND = 1  # paragraphs that are the same and shown before and after a change
_MOST_CHANGES = 1_000  # shown; of more nobody reads all
PADDING = 5
AIR = 8  # px at both sides of a column
_LINE_END = "\u2028"
_SIGNS = {Mark.REMOVED: "−", Mark.ADDED: "+"}


@dataclass(slots=True)
class _Lines:
    """What a part of the comparison is to show."""

    title: str
    rows: Sequence[Row]
    is_by_paragraphs: bool = False
    note: str = ""


@dataclass(frozen=True, slots=True)
class ComparisonText:
    """What was written, and where the changes are in it."""

    changes: Sequence[int] = field(default_factory=list[int])  # positions in the document
    is_cut: bool = False


def write_comparison(
    document: QTextDocument,
    found: ReleaseComparison,
    theme: Theme,
    side: Qt.LayoutDirection,
) -> ComparisonText:
    """Fill an empty document.

    Args:
        side: the direction of the window; the texts have their own.
    """
    writer = _Writer(document, found, theme, side)
    for part in _parts(found):
        writer.write(part)
        if writer.is_cut:
            break
    return ComparisonText(writer.changes, writer.is_cut)


def _parts(found: ReleaseComparison) -> Iterator[_Lines]:
    for one in found.fields:
        name = field_words(one.name)
        yield _Lines(name[:1].upper() + name[1:], _beside(one.text.rows))
    if found.before.body_md != found.after.body_md:
        title = _tr(QT_TRANSLATE_NOOP("Comparison", "Text"))
        only_space = QT_TRANSLATE_NOOP("Comparison", "Only the space between paragraphs differs.")
        is_same = found.body.is_same
        note = _tr(only_space) if is_same else _coarse(found.body)
        yield _Lines(title, () if is_same else found.body.rows, is_by_paragraphs=True, note=note)


def _beside(rows: Sequence[Row]) -> Sequence[Row]:
    """Put what replaces a line beside it, however little they have in common."""
    found: list[Row] = []
    for row in rows:
        if found and not found[-1].after and not row.before:
            found[-1] = Row((*found[-1].pieces, *row.pieces))
        else:
            found.append(row)
    return found


def _coarse(text: TextComparison) -> str:
    if not text.is_coarse:
        return ""
    return _tr(
        QT_TRANSLATE_NOOP(
            "Comparison", "Too much differs to compare all of it word by word: it is marked whole."
        )
    )


class _Writer:
    def __init__(
        self,
        document: QTextDocument,
        found: ReleaseComparison,
        theme: Theme,
        side: Qt.LayoutDirection,
    ) -> None:
        self.changes: list[int] = []
        self.is_cut = False
        self._cursor = QTextCursor(document)
        self._theme = theme
        self._side = side
        # a table of Qt's has its first column at the left, whatever its direction
        self._columns = (1, 0) if side is Qt.LayoutDirection.RightToLeft else (0, 1)
        self._sides = tuple(direction_of(one.language) for one in (found.before, found.after))

    def write(self, part: _Lines) -> None:
        self._heading(part.title)
        if part.note:
            self._cursor.insertBlock(QTextBlockFormat(), self._plain("text2"))
            self._cursor.insertText(part.note)
        shown = list(_shown(part.rows) if part.is_by_paragraphs else part.rows)
        if shown:
            self._table(shown)

    def _heading(self, title: str) -> None:
        layout = QTextBlockFormat()
        layout.setTopMargin(14 if self._cursor.position() else 0)
        layout.setBottomMargin(2)
        layout.setLayoutDirection(self._side)
        words = self._plain("text2")
        words.setFontWeight(QFont.Weight.DemiBold)
        if self._cursor.position():
            self._cursor.insertBlock(layout, words)
        else:
            self._cursor.setBlockFormat(layout)
        self._cursor.insertText(title, words)

    def _table(self, shown: Sequence["Row | int"]) -> None:
        form = QTextTableFormat()
        form.setBorder(0)
        form.setCellPadding(PADDING)
        form.setCellSpacing(0)
        form.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
        half = QTextLength(QTextLength.Type.PercentageLength, 50)
        form.setColumnWidthConstraints([half, half])
        self._cursor.insertBlock(QTextBlockFormat(), QTextCharFormat())
        table = self._cursor.insertTable(len(shown), 2, form)
        for number, row in enumerate(shown):
            if isinstance(row, int):
                self._left_out(table, number, row)
                continue
            if not row.is_same and len(self.changes) == _MOST_CHANGES:
                table.removeRows(number, len(shown) - number)
                self.is_cut = True
                break
            for own, pieces in ((Mark.REMOVED, row.before), (Mark.ADDED, row.after)):
                self._cell(table, number, own, pieces, is_changed=not row.is_same)
            if not row.is_same:
                is_told_before = any(piece.mark is Mark.REMOVED for piece in row.pieces)
                place = table.cellAt(number, self._columns[0 if is_told_before else 1])
                self.changes.append(place.firstCursorPosition().position())
        self._cursor.movePosition(QTextCursor.MoveOperation.End)

    def _cell(
        self,
        table: QTextTable,
        number: int,
        own: Mark,
        pieces: Sequence[Piece],
        *,
        is_changed: bool,
    ) -> None:
        version = 0 if own is Mark.REMOVED else 1
        cursor = table.cellAt(number, self._columns[version]).firstCursorPosition()
        layout = QTextBlockFormat()
        layout.setLayoutDirection(self._sides[version])
        layout.setLeftMargin(AIR)
        layout.setRightMargin(AIR)
        cursor.setBlockFormat(layout)
        if is_changed and any(piece.mark is own for piece in pieces):
            cursor.insertText(f"{_SIGNS[own]} ", self._plain("ok" if version else "bad"))
        for piece in pieces:
            words = self._marked(piece.mark) if is_changed else self._plain("text3")
            cursor.insertText(piece.text.replace("\n", _LINE_END), words)

    def _left_out(self, table: QTextTable, number: int, count: int) -> None:
        table.mergeCells(number, 0, 1, 2)
        cursor = table.cellAt(number, 0).firstCursorPosition()
        layout = QTextBlockFormat()
        layout.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        cursor.setBlockFormat(layout)
        said = QCoreApplication.translate(
            "Comparison", "%n paragraph(s) without a change", "", count
        )
        cursor.insertText(f"· · ·  {said}  · · ·", self._plain("text3"))

    def _marked(self, mark: Mark) -> QTextCharFormat:
        """Return the look of a piece: in a colour, and struck out or underlined besides."""
        if mark is Mark.SAME:
            return self._plain("text")
        is_gone = mark is Mark.REMOVED
        words = self._plain("bad" if is_gone else "ok")
        words.setBackground(self._theme.colour("bad_soft" if is_gone else "ok_soft"))
        if is_gone:
            words.setFontStrikeOut(True)
        else:
            words.setFontUnderline(True)
        return words

    def _plain(self, colour: str) -> QTextCharFormat:
        words = QTextCharFormat()
        words.setForeground(self._theme.colour(colour))
        return words


def _shown(rows: Sequence[Row]) -> Iterator[Row | int]:
    """Yield what changed and what stands around it; a number is how many are left out there."""
    same: list[Row] = []
    is_first = True
    for row in rows:
        if row.is_same:
            same.append(row)
            continue
        yield from _around(same, before=0 if is_first else _AROUND, after=_AROUND)
        yield row
        same, is_first = [], False
    yield from _around(same, before=_AROUND, after=0)


def _around(same: Sequence[Row], *, before: int, after: int) -> Iterator[Row | int]:
    left_out = len(same) - before - after
    if left_out <= 1:  # a line that says so takes as much room
        yield from same
        return
    yield from same[:before]
    yield left_out
    yield from same[len(same) - after :]


def _tr(text: str) -> str:
    return translate("Comparison", text)
