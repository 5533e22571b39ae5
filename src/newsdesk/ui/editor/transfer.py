"""Text that comes into a field and goes out of it: opened, pasted, dropped, copied."""

import re

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QTextCursor, QTextDocumentFragment

from newsdesk.rendering.characters import as_lines, without_hidden

_LINE_ENDS = ("\r\n", *"\r\v\f\x1c\x1d\x1e\x85\u2028\u2029")  # a Word line break is a \v
_QT_OWN = re.compile("[\ufdd0-\ufdef\ufffc]")  # what QTextDocument marks frames and objects with

# WORKAROUND for Qt 6.11: more than 65,535 spaces in one line are laid out for ever
_MOST_SPACES = 10_000
_TOO_WIDE = re.compile(f" {{{_MOST_SPACES},}}")


def opened(text: str) -> str:
    """Return a stored text as an editor can hold it, with as many lines as the page counts."""
    return _laid_out_by_qt(without_hidden(as_lines(text)))


def pasted(source: QMimeData) -> str:
    r"""Return what is pasted or dropped as plain text; every kind of line end becomes `\n`."""
    text = source.text()
    if not text and source.hasHtml():
        text = QTextDocumentFragment.fromHtml(source.html()).toPlainText()
    for end in _LINE_ENDS:  # of 20 MB in a tenth of the time that an expression takes
        if end in text:
            text = text.replace(end, "\n")
    return _laid_out_by_qt(without_hidden(text))


def pasted_line(source: QMimeData) -> str:
    """Return what is pasted or dropped as one line."""
    first, *others = pasted(source).replace("\t", " ").strip("\n").split("\n")
    if not others:
        return first
    return " ".join(filter(None, (line.strip() for line in (first, *others))))


def copied(cursor: QTextCursor) -> QMimeData:
    """Return what is selected as text alone: fonts and colours are ours, not the release's."""
    selected = QMimeData()
    selected.setText(cursor.selection().toRawText().replace("\u2029", "\n"))
    return selected


def is_files(source: QMimeData) -> bool:
    """Whether files are dragged: those are the window's to take."""
    return any(url.isLocalFile() for url in source.urls())


def _laid_out_by_qt(text: str) -> str:
    """Leave out what a QTextDocument takes for its own, or never comes to an end with."""
    if " " * _MOST_SPACES in text:
        text = _TOO_WIDE.sub(" " * _MOST_SPACES, text)
    return text if text.isascii() else _QT_OWN.sub("", text)
