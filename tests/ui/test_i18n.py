"""Texts in the language of the window."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QLocale, QObject, QTranslator
from PySide6.QtWidgets import QApplication

from newsdesk.ui.i18n import QT_TRANSLATE_NOOP, EnglishPlurals, language_here, translate

Install = Callable[[QTranslator], None]


class French(QTranslator):
    """Knows two texts."""

    def isEmpty(self) -> bool:  # noqa: N802 - Qt's name
        return False

    def translate(
        self, context: str, text: str, _disambiguation: str | None = None, n: int = -1
    ) -> str | None:
        if (context, text) == ("Library", "Draft"):
            return "Brouillon"
        if (context, text) == ("Library", "%n draft(s)"):
            return "%n brouillon" if n < 2 else "%n brouillons"
        return None


@pytest.fixture
def install(qapp: QApplication) -> Iterator[Install]:
    """Give the window a language for the time of the test."""
    installed: list[QTranslator] = []

    def install(translator: QTranslator) -> None:
        installed.append(translator)
        QCoreApplication.installTranslator(translator)

    yield install
    for translator in installed:
        QCoreApplication.removeTranslator(translator)


def test_a_marked_text_is_the_text_itself() -> None:
    assert QT_TRANSLATE_NOOP("Library", "Draft") == "Draft"


def test_without_a_language_a_text_stands_as_it_is_written(qapp: QApplication) -> None:
    assert translate("Library", "Draft") == "Draft"


def test_a_text_is_said_in_the_language_of_the_window(install: Install) -> None:
    install(French())
    assert translate("Library", "Draft") == "Brouillon"
    assert translate("Editor", "Draft") == "Draft"  # another context


@pytest.mark.parametrize(("n", "said"), [(1, "1 brouillon"), (3, "3 brouillons")])
def test_a_number_chooses_the_form(install: Install, n: int, said: str) -> None:
    install(French())
    assert translate("Library", "%n draft(s)", n=n) == said


@pytest.mark.parametrize(
    ("n", "said"), [(0, "0 words"), (1, "1 word"), (2, "2 words"), (128, "128 words")]
)
def test_english_has_one_word_and_several_words(install: Install, n: int, said: str) -> None:
    install(EnglishPlurals())
    assert QObject().tr("%n word(s)", "", n) == said
    assert translate("StatusBar", "%n word(s)", n=n) == said


@pytest.mark.parametrize("text", ["Saved", "", "Name(s) as printed", "“{0}” is published."])
def test_other_english_texts_stand_as_they_are_written(install: Install, text: str) -> None:
    install(EnglishPlurals())
    assert translate("Library", text) == text


def test_names_are_shown_in_the_language_of_the_window() -> None:
    before = QLocale()
    QLocale.setDefault(QLocale("ar_EG"))
    try:
        assert language_here() == "ar"
    finally:
        QLocale.setDefault(before)
