"""Colours for Markdown as it is typed: the marks step back, what they mean stands out."""

import re

from PySide6.QtGui import (
    QFont,
    QFontMetricsF,
    QSyntaxHighlighter,
    QTextBlock,
    QTextCharFormat,
    QTextDocument,
)

from newsdesk.domain.picture_marks import SCHEME
from newsdesk.ui.editor.inline import (
    BOLD,
    CODE,
    ITALIC,
    LINK,
    Emphasis,
    as_qt_counts,
    emphases,
    end_of_title,
)
from newsdesk.ui.theme.theme import Theme

_HEADING = re.compile(r"#{1,6}(?=\s)")
_BEFORE = re.compile(r"[ \t]{0,3}(?P<quote>>[> ]*)?[ \t]*(?P<mark>(?:[-*+]|\d{1,9}[.)])(?=\s))?")
_FENCE = re.compile(r"(`{3,}|~{3,}) *\.?[\w#.+-]* *$")
_RULE = re.compile(r" {0,3}(?:(?:\* *){3,}|(?:- *){3,}|(?:_ *){3,})$")
_TABLE_RULE = re.compile(r"[\s|:-]+$")
_NO_SLANT = re.compile(
    "[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefe]"
)  # Arabic, Hebrew: they have none
_WIDE = re.compile("[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\uff01-\uff60]+")
_MAY_BEGIN = frozenset(" \t>-*+_0123456789")
_FENCES = frozenset("`~")

_OUTSIDE = -1  # Qt's own for a block nothing was said of
_LONGEST = 20_000  # a longer paragraph is no text that a person reads for its marks


class MarkdownHighlighter(QSyntaxHighlighter):
    """Knows a line and whether it stands in fenced code.

    A block's state is `_OUTSIDE`, or the length of the fence it stands in, negative below -1 for
    one of tildes.
    """

    def __init__(self, document: QTextDocument, theme: Theme) -> None:
        super().__init__(document)
        self._has_fences = False  # once there was one
        self._take_colours(theme)

    def set_theme(self, theme: Theme) -> None:
        """Draw all of it in other colours, and lay it out once: Qt would do so after each line."""
        self._take_colours(theme)
        self.document().setLayoutEnabled(False)
        self.rehighlight()
        self.document().setLayoutEnabled(True)

    def _take_colours(self, theme: Theme) -> None:
        def drawn(
            colour: str = "", weight: QFont.Weight | None = None, *, slanted: bool = False
        ) -> QTextCharFormat:
            made = QTextCharFormat()
            if colour:
                made.setForeground(theme.colour(colour))
            if weight is not None:
                made.setFontWeight(weight)
            if slanted:
                made.setFontItalic(True)
            return made

        bold = QFont.Weight.Bold
        self._heading = drawn("text", bold)
        self._quiet = drawn("text3")
        self._mark = drawn("link", bold)
        self._link = drawn("link")
        self._code = drawn("code")
        self._bold = drawn(weight=bold)
        self._italic = drawn(slanted=True)
        self._bold_italic = drawn(weight=bold, slanted=True)
        self._quote = drawn("text2", slanted=True)
        self._upright_quote = drawn("text2")

    @staticmethod
    def is_code(block: QTextBlock) -> bool:
        """Tell whether a line stands in fenced code, or is the fence that ends it."""
        before = block.previous()
        return before.isValid() and before.userState() != _OUTSIDE

    def highlightBlock(self, text: str) -> None:  # noqa: N802 - Qt's name
        if self._is_fenced(text) or not text:
            return
        text = as_qt_counts(text)
        first = text[0]
        if first == "#" and (mark := _HEADING.match(text)):
            self._draw_heading(text, mark.end())
            return
        if first == "|":
            self._draw_table_row(text)
            if _TABLE_RULE.match(text):
                return
        elif first in _MAY_BEGIN:
            if _RULE.match(text):
                self.setFormat(0, len(text), self._quiet)
                return
            self._draw_beginning(text)
        if len(text) <= _LONGEST:
            self._draw_inline(text)
        if first == "|" and not text.isascii():
            self._space_wide_letters(text)

    def _is_fenced(self, text: str) -> bool:
        """Draw fenced code, its fences included; keep the state."""
        if not self._has_fences:  # asking Qt for states takes as long as all the rest
            if not text or text[0] not in _FENCES:
                return False
            self._has_fences = True
        before = self.previousBlockState()
        after = before
        is_code = before != _OUTSIDE
        if text and text[0] in _FENCES and (fence := _FENCE.match(text)):
            size = len(fence[1]) if text[0] == "`" else -len(fence[1])
            if not is_code:
                after, is_code = size, True
            elif before == size and text.rstrip() == fence[1]:
                after = _OUTSIDE
        if after != self.currentBlockState():
            self.setCurrentBlockState(after)
        if is_code and text:
            is_fence = after != before
            self.setFormat(0, len(as_qt_counts(text)), self._quiet if is_fence else self._code)
        return is_code

    def _draw_heading(self, text: str, marks: int) -> None:
        self.setFormat(0, len(text), self._heading)
        self.setFormat(0, marks, self._quiet)
        closing = end_of_title(text)
        if closing > marks:
            self.setFormat(closing, len(text) - closing, self._quiet)

    def _draw_table_row(self, text: str) -> None:
        if _TABLE_RULE.match(text):
            self.setFormat(0, len(text), self._quiet)
            return
        at = 0
        while at >= 0:
            self.setFormat(at, 1, self._quiet)
            at = text.find("|", at + 1)

    def _space_wide_letters(self, text: str) -> None:
        """Give a Chinese letter the room of two Latin ones: other fonts draw it a little narrower,
        and the pipes of a table would not be below each other.
        """
        for found in _WIDE.finditer(text):
            metrics = QFontMetricsF(self.document().defaultFont())
            wanted = 2 * metrics.horizontalAdvance("x") / metrics.horizontalAdvance(found[0])
            for at in range(found.start(), found.end()):
                spaced = self.format(at)
                spaced.setFontLetterSpacingType(QFont.SpacingType.PercentageSpacing)
                spaced.setFontLetterSpacing(100 * wanted * len(found[0]))
                self.setFormat(at, 1, spaced)

    def _draw_beginning(self, text: str) -> None:
        """Draw the marks of a quotation or a list."""
        found = _BEFORE.match(text)
        if found is None:
            return
        if found["quote"]:
            is_upright = _NO_SLANT.search(text)
            self.setFormat(0, len(text), self._upright_quote if is_upright else self._quote)
            self.setFormat(found.start("quote"), len(found["quote"]), self._mark)
        if found["mark"]:
            self.setFormat(found.start("mark"), len(found["mark"]), self._mark)

    def _draw_inline(self, text: str) -> None:
        if "*" in text or "_" in text:
            around: list[Emphasis] = []
            for emphasis in reversed(emphases(text)):  # outer ones first, from the end
                while around and around[-1].start >= emphasis.end:
                    around.pop()
                around.append(emphasis)
                self._draw_emphasis(text, emphasis, {each.marks for each in around})
        if "](" in text or "[^" in text or "<" in text:
            for found in LINK.finditer(text):
                start = found.start()
                if start and text[start - 1] == "!":  # a picture
                    start -= 1
                self.setFormat(start, found.end() - start, self._link)
                if start < found.start() and (found["address"] or "").startswith(SCHEME):
                    at, end = found.span("address")  # which nobody reads
                    self.setFormat(at, end - at, self._quiet)
        if "`" in text:
            for found in CODE.finditer(text):
                self.setFormat(found.start(), found.end() - found.start(), self._code)

    def _draw_emphasis(self, text: str, emphasis: Emphasis, kinds: set[int]) -> None:
        """Draw an emphasis of these `kinds`, its own and those around it."""
        start, end, marks = emphasis
        is_slanted = ITALIC in kinds and not _NO_SLANT.search(text, start, end)
        if BOLD in kinds:
            drawn = self._bold_italic if is_slanted else self._bold
            self.setFormat(start, end - start, drawn)
        elif is_slanted:
            self.setFormat(start, end - start, self._italic)
        self.setFormat(start, marks, self._quiet)
        self.setFormat(end - marks, marks, self._quiet)
