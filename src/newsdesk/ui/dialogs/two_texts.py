"""Two versions of a release side by side, where they differ."""

from collections.abc import Iterator, Sequence
from html import escape

from PySide6.QtGui import QFont
from PySide6.QtWidgets import QTextBrowser, QWidget

from newsdesk.domain.comparison import Mark, Piece, Row
from newsdesk.rendering.release_comparison import ReleaseComparison
from newsdesk.ui.messages import field_words
from newsdesk.ui.theme.theme_controller import ThemeController

_MOST_ROWS = 400  # that differ; nobody reads on from there
_LONGEST = 20_000  # characters of one piece


class TwoTexts(QTextBrowser):
    """Shows `after` of a comparison beside `before`: the paragraphs that differ, words marked."""

    def __init__(
        self,
        comparison: ReleaseComparison,
        headings: tuple[str, str],
        themes: ThemeController,
        parent: QWidget | None = None,
    ) -> None:
        """`headings` stand above `after` and `before`, in this order."""
        super().__init__(parent)
        self.setObjectName("two_texts")
        self.setAccessibleName(self.tr("In what the two versions differ"))
        self.setOpenLinks(False)
        self.setTabChangesFocus(True)
        self._comparison = comparison
        self._headings = headings
        self._themes = themes
        themes.theme_changed.connect(self._show)
        self._show()

    def _show(self) -> None:
        colour = self._themes.theme.colour
        self.document().setDefaultStyleSheet(
            f"td, th {{ padding: 6px 10px; color: {colour('text').name()}; }}"
            f"th {{ text-align: left; font-weight: {QFont.Weight.DemiBold.value}; }}"
            f".field, .same {{ color: {colour('text2').name()}; }}"
            f".mine {{ background-color: {colour('ok_soft').name()}; }}"
            f".stored {{ background-color: {colour('warn_soft').name()}; }}"
        )
        rows = "".join(self._rows())
        self.setHtml(f'<table width="100%" cellspacing="0">{rows}</table>')

    def _rows(self) -> Iterator[str]:
        mine, stored = map(escape, self._headings)
        yield f'<tr><th width="50%">{mine}</th><th width="50%">{stored}</th></tr>'
        for field in self._comparison.fields:
            yield _across("field", _capital(field_words(field.name)))
            yield _list_side_by_side([row for row in field.text.rows if not row.is_same])
        if not self._comparison.body.is_same:
            if self._comparison.fields:
                yield _across("field", _capital(field_words("body_md")))
            yield from self._body_rows(self._comparison.body.rows)

    def _body_rows(self, rows: Sequence[Row]) -> Iterator[str]:
        same = shown = 0
        for row in rows:
            if row.is_same:
                same += 1
                continue
            if same:
                yield _across("same", self.tr("%Ln paragraph(s) the same", "", same))
            yield _side_by_side(row)
            same, shown = 0, shown + 1
            if shown == _MOST_ROWS:
                yield _across("same", self.tr("And more further on."))
                return
        if same:
            yield _across("same", self.tr("%Ln paragraph(s) the same", "", same))


def _across(kind: str, text: str) -> str:
    return f'<tr><td colspan="2"><span class="{kind}">{escape(text)}</span></td></tr>'


def _side_by_side(row: Row) -> str:
    return _list_side_by_side([row])


def _list_side_by_side(rows: Sequence[Row]) -> str:
    """Return what each version has of a field, one thing to the line."""
    mine = "<br>".join(filter(None, (_marked(row.after, "mine") for row in rows)))
    stored = "<br>".join(filter(None, (_marked(row.before, "stored") for row in rows)))
    return f'<tr><td width="50%">{mine or "–"}</td><td width="50%">{stored or "–"}</td></tr>'


def _marked(pieces: Sequence[Piece], kind: str) -> str:
    return "".join(
        text if piece.mark is Mark.SAME else f'<span class="{kind}">{text}</span>'
        for piece in pieces
        for text in (escape(piece.text[:_LONGEST]).replace("\n", "<br>"),)
    )


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
