import pytest
from PySide6.QtGui import QTextCursor, QTextDocument

from newsdesk.domain.picture_marks import markdown_of
from newsdesk.ui.editor.picture_writing import (
    alt_of,
    insert_picture,
    place_of,
    set_alt,
    take_out,
)

QUAY, CRANE = "ab" * 32, "cd" * 32
MARK = markdown_of(QUAY, "A quay")


def written(document: QTextDocument) -> str:
    return document.toRawText().replace("\u2029", "\n")


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("|", "{}"),
        ("One.|", "One.\n\n{}"),
        ("On|e.\n\nTwo.", "One.\n\n{}\n\nTwo."),
        ("O|ne\nmore.\n\nTwo.", "One\nmore.\n\n{}\n\nTwo."),
        ("|One.\n\nTwo.", "{}\n\nOne.\n\nTwo."),
        ("One.\n\n|Two.", "One.\n\n{}\n\nTwo."),
        ("One.\n\n|\n\nTwo.", "One.\n\n{}\n\nTwo."),
        ("🚢 One.|\n\nTwo.", "🚢 One.\n\n{}\n\nTwo."),
    ],
)
def test_a_picture_stands_in_a_paragraph_of_its_own(before: str, after: str) -> None:
    document = QTextDocument()
    document.setPlainText(before.replace("|", ""))
    cursor = QTextCursor(document)
    cursor.setPosition(len(before.partition("|")[0].encode("utf-16-le")) // 2)
    insert_picture(cursor, QUAY, "A quay")
    assert written(document) == after.format(MARK)
    document.undo()
    assert written(document) == before.replace("|", "")


@pytest.fixture
def document(qapp: object) -> QTextDocument:
    document = QTextDocument()
    document.setPlainText(f"🚢 One.\n\n{MARK}\n\n🚢 Two. {markdown_of(CRANE, '')}\n\n{MARK}")
    return document


def test_a_picture_is_found_where_it_stands_first(document: QTextDocument) -> None:
    place = place_of(document, QUAY)
    assert place is not None
    assert place.selectedText() == MARK
    assert place.blockNumber() == 2
    assert place_of(document, "0" * 64) is None


def test_its_words_are_changed_everywhere_in_one_step(document: QTextDocument) -> None:
    before = written(document)
    assert (alt_of(document, QUAY), alt_of(document, CRANE)) == ("A quay", "")
    assert alt_of(document, "0" * 64) is None
    set_alt(document, QUAY, "Two 🚢")
    assert written(document) == before.replace("A quay", "Two 🚢")
    document.undo()
    assert written(document) == before


def test_it_is_taken_out_in_one_step(document: QTextDocument) -> None:
    before = written(document)
    take_out(document, QUAY)
    assert written(document) == f"🚢 One.\n\n🚢 Two. {markdown_of(CRANE, '')}"
    document.undo()
    assert written(document) == before


def test_saying_the_same_again_is_no_step(document: QTextDocument) -> None:
    document.clearUndoRedoStacks()
    set_alt(document, QUAY, "A quay")
    take_out(document, "0" * 64)
    assert not document.isUndoAvailable()
