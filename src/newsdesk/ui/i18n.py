"""Texts outside of QObjects, in the language of the window.

`lupdate` finds both names below by their spelling, so they keep Qt's.
"""

from PySide6.QtCore import QCoreApplication, QLocale, QTranslator


def QT_TRANSLATE_NOOP(_context: str, text: str) -> str:  # noqa: N802 - the name lupdate knows
    """Mark a text for translation where it is written down; it is translated when it is shown."""
    return text


def translate(context: str, text: str, *, n: int = -1) -> str:
    """Return `text` as the window's language has it; `n` chooses singular or plural."""
    return QCoreApplication.translate(context, text, "", n)


def language_here() -> str:
    """Return the tag of the language that names are shown in, without a region."""
    return QLocale().name()[:2]


class EnglishPlurals(QTranslator):
    """Makes "%Ln word(s)" one word or several; every other text is English as it is."""

    def isEmpty(self) -> bool:  # noqa: N802 - Qt's name
        return False

    def translate(
        self, _context: str, text: str, disambiguation: str | None = None, n: int = -1
    ) -> str:
        is_counted = n >= 0 and "(s)" in text
        return text.replace("(s)", "" if n == 1 else "s") if is_counted else text
