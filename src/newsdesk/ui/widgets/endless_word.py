"""Words of a megabyte: no text has any, but files and clipboards do."""

import re

from PySide6.QtGui import QTextOption
from PySide6.QtWidgets import QTextEdit

_ENDLESS = re.compile(r"\S{20000}")  # up to there it takes Qt some hundredths of a second


def let_words_break(field: QTextEdit, text: str) -> None:
    """Let lines end within words if `text`, which is about to be shown, has an endless one.

    Qt looks through all of such a word for each of its lines: for two megabytes, minutes.
    """
    if _ENDLESS.search(text):
        field.setWordWrapMode(QTextOption.WrapMode.WrapAnywhere)


def keep_words(field: QTextEdit) -> None:
    """Let lines end between words again, where there are several."""
    field.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
