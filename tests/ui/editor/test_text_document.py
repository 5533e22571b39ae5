"""The document that stands behind the text field."""

import pytest
from PySide6.QtGui import QFont, QTextCursor

from newsdesk.services.preferences import ThemeChoice
from newsdesk.ui.editor.text_document import TextDocument
from newsdesk.ui.theme.theme_controller import ThemeController

_DPI = 96


def font(px: int) -> QFont:
    made = QFont()
    made.setPixelSize(px)
    return made


@pytest.fixture
def document(themes: ThemeController) -> TextDocument:
    document = TextDocument(themes.theme)
    document.setTextWidth(400)
    document.set_font(font(14), dpi=_DPI)
    return document


def test_a_text_that_fills_it_comes_back_and_is_no_step_of_undo(document: TextDocument) -> None:
    document.fill("Prix\u00a0: 3 €\n\nعربي\n")
    assert document.text() == "Prix\u00a0: 3 €\n\nعربي\n"
    assert not document.isUndoAvailable()


@pytest.mark.parametrize("px", [8, 14, 15, 20, 48])
def test_lines_are_whole_pixels_high_for_letters_of_any_size(
    document: TextDocument, px: int
) -> None:
    document.fill("\n" * 9)
    document.set_font(font(px), dpi=_DPI)
    lines = document.size().height() - 2 * document.margin_px
    assert lines == pytest.approx(10 * document.line_px)
    assert document.line_px == round(px * 24 / 14)


def test_another_size_takes_no_step_of_undo_away(document: TextDocument) -> None:
    document.fill("One")
    QTextCursor(document).insertText("a")
    document.set_font(font(20), dpi=_DPI)
    document.undo()
    assert document.text() == "One"
    document.redo()
    assert document.text() == "aOne"


def test_a_tab_is_four_spaces_wide_for_letters_of_any_size(document: TextDocument) -> None:
    document.fill("\tx")
    for px in (14, 28):
        document.set_font(font(px), dpi=_DPI)
        document.size()
        x, _ = document.firstBlock().layout().lineAt(0).cursorToX(1)
        spaces = document.defaultTextOption().tabStopDistance() * document.line_px / 24
        assert x == pytest.approx(spaces)


def test_it_takes_the_colours_of_another_theme(
    document: TextDocument, themes: ThemeController
) -> None:
    def colour() -> str:
        document.fill("**One**")
        formats = document.firstBlock().layout().formats()
        return formats[0].format.foreground().color().name()

    by_day = colour()
    themes.choose(ThemeChoice.DARK)
    try:
        document.set_theme(themes.theme)
    finally:
        themes.choose(ThemeChoice.LIGHT)
    assert colour() != by_day
