"""What was looked for, marked in the open text and on its page."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from newsdesk.ui.editor.markdown_editor import MarkdownEditor
from newsdesk.ui.editor.plain_field import PlainField
from newsdesk.ui.jobs.store import Store
from newsdesk.ui.preview.page_hand import PageHand
from newsdesk.ui.search_marks import SearchMarks
from newsdesk.ui.theme.theme_controller import ThemeController


class Hand(PageHand):
    """Remembers what is looked for on the page."""

    def __init__(self) -> None:
        super().__init__()
        self.sought: list[str] = []

    def seek(self, pattern: str) -> None:
        self.sought.append(pattern)


@pytest.fixture
def text(themes: ThemeController, qtbot: QtBot) -> MarkdownEditor:
    text = MarkdownEditor(themes)
    qtbot.addWidget(text)
    text.resize(600, 400)
    text.show()
    qtbot.waitExposed(text)
    text.set_text("Le conseil de Genève 😀 se réunit à Genève.\n\nRien d’autre.")
    return text


@pytest.fixture
def hand() -> Hand:
    return Hand()


@pytest.fixture
def headline(qtbot: QtBot) -> PlainField:
    field = PlainField("headline", "Headline")
    qtbot.addWidget(field)
    field.set_text("Genève ouvre son port")
    return field


@pytest.fixture
def marks(
    text: MarkdownEditor, headline: PlainField, hand: Hand, store: Store, themes: ThemeController
) -> SearchMarks:
    return SearchMarks(text, [headline], hand, store, themes)


def marked(text: MarkdownEditor | PlainField) -> list[str]:
    return [one.cursor.selectedText() for one in text._marks.get("searched", [])]


def test_words_are_marked_in_the_text_and_sought_on_the_page(
    marks: SearchMarks, text: MarkdownEditor, hand: Hand, qtbot: QtBot
) -> None:
    marks.look_for("geneve lang:french")
    qtbot.waitUntil(lambda: marked(text) == ["Genève", "Genève"])
    assert hand.sought[-1] != ""


def test_what_is_written_meanwhile_is_marked_too(
    marks: SearchMarks, text: MarkdownEditor, qtbot: QtBot
) -> None:
    marks.look_for("geneve")
    qtbot.waitUntil(lambda: len(marked(text)) == 2)
    text.insertPlainText("GENEVE ")
    qtbot.waitUntil(lambda: marked(text) == ["GENEVE", "Genève", "Genève"])


def test_escape_takes_the_marks_off_and_another_search_brings_its_own(
    marks: SearchMarks, text: MarkdownEditor, hand: Hand, qtbot: QtBot
) -> None:
    marks.look_for("geneve")
    qtbot.waitUntil(lambda: len(marked(text)) == 2)
    qtbot.keyClick(text, Qt.Key.Key_Escape)
    assert marked(text) == []
    assert hand.sought[-1] == ""
    assert not marks.is_marking
    marks.look_for("conseil")
    qtbot.waitUntil(lambda: marked(text) == ["conseil"])
    marks.look_for("")
    assert marked(text) == []


def test_a_page_that_is_loaded_anew_is_marked_again(
    marks: SearchMarks, text: MarkdownEditor, hand: Hand, qtbot: QtBot
) -> None:
    marks.look_for("geneve")
    qtbot.waitUntil(lambda: len(marked(text)) == 2)
    asked = len(hand.sought)
    hand.began.emit()
    assert hand.sought[asked:] == [hand.sought[asked - 1]]


def test_the_headline_is_marked_as_it_stands_until_escape_in_it(
    marks: SearchMarks, headline: PlainField, text: MarkdownEditor, qtbot: QtBot
) -> None:
    marks.look_for("geneve")
    qtbot.waitUntil(lambda: marked(headline) == ["Genève"])
    headline.set_text("Le port de Genève et de GENEVE")
    qtbot.waitUntil(lambda: marked(headline) == ["Genève", "GENEVE"])
    qtbot.keyClick(headline, Qt.Key.Key_Escape)
    assert marked(headline) == marked(text) == []
