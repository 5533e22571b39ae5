"""The release as plain text, in the preview."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QTextCursor
from pytestqt.qtbot import QtBot

from newsdesk.rendering.text_page import text_page
from newsdesk.services.preferences import ThemeChoice
from newsdesk.ui.preview.plain_text_preview import PlainTextPreview
from newsdesk.ui.theme.theme_controller import ThemeController
from tests.exporting.sample import ARABIC, ENGLISH, source_of

RENDERED = source_of(ENGLISH).rendered


@pytest.fixture
def preview(themes: ThemeController, qtbot: QtBot) -> PlainTextPreview:
    preview = PlainTextPreview()
    qtbot.addWidget(preview)
    preview.resize(800, 500)
    return preview


def said(preview: PlainTextPreview) -> str:
    return preview.document().toRawText().replace("\u2029", "\n")


def test_it_is_what_the_export_writes(preview: PlainTextPreview) -> None:
    preview.set_release(RENDERED)
    assert said(preview) == ""  # nothing is set that nobody sees
    preview.show()
    assert said(preview) == text_page(RENDERED)


def test_it_follows_what_is_written_and_stays_where_it_is(
    preview: PlainTextPreview, qtbot: QtBot
) -> None:
    preview.resize(800, 200)
    preview.set_release(RENDERED)
    preview.show()
    preview.verticalScrollBar().setValue(150)
    cursor = QTextCursor(preview.document().find("Tomas Okafor"))
    preview.setTextCursor(cursor)
    at = preview.verticalScrollBar().value()
    changed = source_of(replace(ENGLISH, headline="Other words")).rendered
    preview.set_release(changed)
    qtbot.waitUntil(lambda: said(preview) == text_page(changed))
    assert preview.textCursor().selectedText() == "Tomas Okafor"
    assert preview.verticalScrollBar().value() == at


def test_another_release_is_seen_from_its_top(preview: PlainTextPreview, qtbot: QtBot) -> None:
    preview.resize(800, 200)
    preview.set_release(RENDERED)
    preview.show()
    preview.verticalScrollBar().setValue(150)
    preview.turn_to_top()
    arabic = source_of(ARABIC).rendered
    preview.set_release(arabic)
    qtbot.waitUntil(lambda: said(preview) == text_page(arabic))
    assert preview.verticalScrollBar().value() == 0
    preview.set_release(None)
    assert said(preview) == ""


def test_in_a_narrow_pane_its_lines_are_shorter(preview: PlainTextPreview, qtbot: QtBot) -> None:
    preview.resize(420, 400)
    preview.set_release(RENDERED)
    preview.show()
    lines = said(preview).split("\n")
    assert 20 <= max(len(line.rstrip()) for line in lines) < 60
    preview.resize(900, 400)
    qtbot.waitUntil(lambda: said(preview) == text_page(RENDERED))


def test_lines_of_an_arabic_text_stand_at_the_right(preview: PlainTextPreview) -> None:
    preview.set_release(source_of(ARABIC).rendered)
    preview.show()
    block = preview.document().find("افتتاح محطة").block()
    assert block.textDirection() is Qt.LayoutDirection.RightToLeft


def test_it_is_read_selected_and_copied_and_nothing_else(
    preview: PlainTextPreview, qtbot: QtBot
) -> None:
    preview.set_release(RENDERED)
    preview.show()
    qtbot.keyClicks(preview, "x")
    assert said(preview) == text_page(RENDERED)
    preview.selectAll()
    preview.copy()
    data = QGuiApplication.clipboard().mimeData()
    assert data.formats() == ["text/plain"]
    assert data.text() == text_page(RENDERED)


def test_it_grows_with_the_texts_of_the_window(
    preview: PlainTextPreview, themes: ThemeController, qtbot: QtBot
) -> None:
    preview.set_release(RENDERED)
    preview.show()
    px, lines = preview.fontInfo().pixelSize(), longest_line(preview)
    height = line_height(preview)
    themes.choose(ThemeChoice.LIGHT, text_scale=2.0)
    try:
        assert preview.fontInfo().pixelSize() == 2 * px
        qtbot.waitUntil(lambda: longest_line(preview) < lines)  # as many letters as fit
        assert line_height(preview) == 2 * height
    finally:
        themes.choose(ThemeChoice.LIGHT)
    qtbot.waitUntil(lambda: longest_line(preview) == lines)
    assert line_height(preview) == height


def longest_line(preview: PlainTextPreview) -> int:
    return max(map(len, said(preview).split("\n")))


def line_height(preview: PlainTextPreview) -> float:
    """Return how far one line begins below another."""
    second = preview.document().firstBlock().next()
    layout = preview.document().documentLayout()
    return layout.blockBoundingRect(second.next()).top() - layout.blockBoundingRect(second).top()
