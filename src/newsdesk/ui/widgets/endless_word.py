"""Words of a megabyte: no text has any, but files and clipboards do."""

import re

from PySide6.QtGui import QTextOption
from PySide6.QtWidgets import QTextEdit

_LONGEST = 20_000  # characters: up to there it takes Qt some hundredths of a second
_SPACE = re.compile(r"\s")


def let_words_break(field: QTextEdit, text: str) -> None:
    """Let lines end within words if `text`, which is about to be shown, has an endless one.

    Qt looks through all of such a word for each of its lines: for two megabytes, minutes.
    """
    # such a word covers one of these pieces from end to end, so most of the text is never read
    half = _LONGEST // 2
    if any(not _SPACE.search(text, at, at + half) for at in range(0, len(text) - half, half)):
        field.setWordWrapMode(QTextOption.WrapMode.WrapAnywhere)


def keep_words(field: QTextEdit) -> None:
    """Let lines end between words again, where there are several."""
    field.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
