"""The texts of several releases, one after the other in one editor."""

from pathlib import Path

import pytest
from PySide6.QtGui import QTextCursor
from pytestqt.qtbot import QtBot

from newsdesk.services.text_places import TextPlace, TextPlaces
from newsdesk.ui.editor.markdown_editor import MarkdownEditor
from newsdesk.ui.editor.release_texts import _MOST_CHARACTERS, _MOST_KEPT, ReleaseTexts
from newsdesk.ui.editor.scroll_place import ScrollPlace
from newsdesk.ui.editor.text_document import TextDocument
from newsdesk.ui.theme.theme_controller import ThemeController
from tests.ui.releases import release

_LINES = "".join(f"Line {number}.\n\n" for number in range(300))
_LONG = "".join(f"Line {number} of a long text.\n" for number in range(20_000))


@pytest.fixture
def places(tmp_path: Path) -> TextPlaces:
    return TextPlaces(tmp_path / "places.json")


@pytest.fixture
def editor(themes: ThemeController, qtbot: QtBot) -> MarkdownEditor:
    editor = MarkdownEditor(themes)
    qtbot.addWidget(editor)
    editor.resize(480, 600)
    editor.show()
    qtbot.waitExposed(editor)
    return editor


@pytest.fixture
def texts(editor: MarkdownEditor, places: TextPlaces) -> ReleaseTexts:
    return ReleaseTexts(editor, places)


def put(editor: MarkdownEditor, anchor: int, position: int) -> None:
    cursor = editor.textCursor()
    cursor.setPosition(anchor)
    cursor.setPosition(position, QTextCursor.MoveMode.KeepAnchor)
    editor.setTextCursor(cursor)


def scroll(editor: MarkdownEditor, line: float) -> None:
    editor.document().size()  # lays out all of it
    ScrollPlace(editor).set_line(line)


def scrolled(editor: MarkdownEditor) -> float:
    return ScrollPlace(editor).line


# Undo -------------------------------------------------------------------------------------------


def test_a_text_that_is_come_back_to_is_undone_and_redone(
    texts: ReleaseTexts, editor: MarkdownEditor, qtbot: QtBot
) -> None:
    texts.show(release(1, body_md="One"))
    qtbot.keyClicks(editor, "a")
    texts.show(release(2, body_md="Two"))
    assert (editor.text(), editor.can_undo) == ("Two", False)
    qtbot.keyClicks(editor, "b")
    with qtbot.assertNotEmitted(editor.text_edited):
        texts.show(release(1, body_md="aOne", version=9))
    editor.undo()
    assert (editor.text(), editor.can_redo) == ("One", True)
    texts.show(release(2, body_md="bTwo"))
    editor.undo()
    assert editor.text() == "Two"
    texts.show(release(1, body_md="One"))
    with qtbot.waitSignal(editor.text_edited):
        editor.redo()
    assert editor.text() == "aOne"


def test_a_text_that_was_changed_elsewhere_begins_anew(
    texts: ReleaseTexts, editor: MarkdownEditor, qtbot: QtBot
) -> None:
    texts.show(release(1, body_md="One"))
    qtbot.keyClicks(editor, "a")
    texts.show(release(2))
    texts.show(release(1, body_md="One, by somebody else"))
    assert (editor.text(), editor.can_undo) == ("One, by somebody else", False)


def test_a_text_whose_letters_storing_composed_is_the_same(
    texts: ReleaseTexts, editor: MarkdownEditor, qtbot: QtBot
) -> None:
    texts.show(release(1, body_md=""))
    editor.intake.put_in("Cafe\u0301")
    texts.show(release(2))
    texts.show(release(1, body_md="Caf\u00e9"))
    assert editor.can_undo
    qtbot.keyClicks(editor, "!")
    editor.undo()


def test_a_release_that_is_opened_again_keeps_its_steps(
    texts: ReleaseTexts, editor: MarkdownEditor, qtbot: QtBot
) -> None:
    texts.show(release(1, body_md="One"))
    qtbot.keyClicks(editor, "a")
    texts.show(release(1, body_md="aOne"))
    assert editor.can_undo


def test_the_texts_of_the_last_releases_are_kept(
    texts: ReleaseTexts, editor: MarkdownEditor, qtbot: QtBot
) -> None:
    for number in range(1, _MOST_KEPT + 3):
        texts.show(release(number, body_md=""))
        qtbot.keyClicks(editor, "a")
    texts.show(None)
    qtbot.waitUntil(lambda: len(editor.findChildren(TextDocument)) == _MOST_KEPT + 1)
    texts.show(release(1, body_md="a"))
    assert not editor.can_undo
    texts.show(release(_MOST_KEPT, body_md="a"))
    assert editor.can_undo


def test_very_long_texts_are_not_all_kept(
    texts: ReleaseTexts, editor: MarkdownEditor, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("newsdesk.ui.editor.release_texts._MOST_CHARACTERS", 1_000)
    assert _MOST_CHARACTERS > 1_000_000
    for number in (1, 2, 3):
        texts.show(release(number, body_md="x" * 600))
        qtbot.keyClicks(editor, "a")
    texts.show(release(2, body_md="a" + "x" * 600))
    assert not editor.can_undo
    texts.show(release(3, body_md="a" + "x" * 600))
    assert not editor.can_undo  # the second one came in between


def test_without_a_release_there_is_no_text(texts: ReleaseTexts, editor: MarkdownEditor) -> None:
    texts.show(release(1, body_md="One"))
    texts.show(None)
    assert (editor.text(), editor.can_undo) == ("", False)


# Long ones --------------------------------------------------------------------------------------


def test_a_text_left_while_it_was_opened_is_opened_anew(
    texts: ReleaseTexts, editor: MarkdownEditor, qtbot: QtBot
) -> None:
    texts.show(release(1, body_md=_LONG))
    assert editor.intake.is_opening
    texts.show(release(2, body_md="Two"))
    assert editor.text() == "Two"
    assert editor.is_editable
    with qtbot.waitSignal(editor.intake.opened):
        texts.show(release(1, body_md=_LONG))
    assert editor.text() == _LONG


def test_what_was_being_pasted_when_a_text_is_left_is_not_in_it(
    texts: ReleaseTexts, editor: MarkdownEditor
) -> None:
    texts.show(release(1, body_md="One"))
    editor.intake.put_in(_LONG)
    assert editor.intake.is_busy
    texts.show(release(2, body_md="Two"))
    texts.show(release(1, body_md="One"))
    assert editor.text() == "One"


# Places -----------------------------------------------------------------------------------------


def test_selection_and_view_are_as_they_were_left(
    texts: ReleaseTexts, editor: MarkdownEditor
) -> None:
    texts.show(release(1, body_md=_LINES))
    put(editor, 900, 880)
    scroll(editor, 210.5)
    texts.show(release(2, body_md="Two"))
    assert scrolled(editor) == 0.0
    texts.show(release(1, body_md=_LINES))
    assert (editor.textCursor().anchor(), editor.textCursor().position()) == (900, 880)
    assert scrolled(editor) == pytest.approx(210.5, abs=0.1)


def test_the_place_is_found_again_by_the_next_run(
    texts: ReleaseTexts, editor: MarkdownEditor, tmp_path: Path, themes: ThemeController,
    qtbot: QtBot,
) -> None:  # fmt: skip
    texts.show(release(1, body_md=_LINES))
    put(editor, 900, 900)
    scroll(editor, 120.0)
    texts.save()
    other = MarkdownEditor(themes)
    qtbot.addWidget(other)
    other.resize(360, 500)
    ReleaseTexts(other, TextPlaces(tmp_path / "places.json")).show(release(1, body_md=_LINES))
    assert other.textCursor().position() == 900
    other.show()  # only now the text has its width
    qtbot.waitExposed(other)
    assert scrolled(other) == pytest.approx(120.0, abs=0.1)


def test_a_place_beyond_the_end_is_the_end(
    texts: ReleaseTexts, editor: MarkdownEditor, places: TextPlaces
) -> None:
    places.note(str(release(1).id), TextPlace(900, 70.0))
    texts.show(release(1, body_md="One 🚢"))
    assert editor.textCursor().atEnd()
    assert scrolled(editor) == 0.0


def test_in_a_long_text_the_place_is_gone_to_once_it_is_there(
    texts: ReleaseTexts, editor: MarkdownEditor, places: TextPlaces, qtbot: QtBot
) -> None:
    places.note(str(release(1).id), TextPlace(300_000, 10_000.0))
    with qtbot.waitSignal(editor.intake.opened):
        texts.show(release(1, body_md=_LONG))
    assert editor.textCursor().position() == 300_000
    assert scrolled(editor) == pytest.approx(10_000.0, abs=0.1)


def test_a_release_that_is_left_is_written_down_a_moment_later(
    texts: ReleaseTexts, editor: MarkdownEditor, tmp_path: Path, qtbot: QtBot
) -> None:
    texts.show(release(1, body_md=_LINES))
    put(editor, 40, 40)
    texts.show(release(2))
    kept = tmp_path / "places.json"
    qtbot.waitUntil(kept.exists)
    assert TextPlaces(kept).of(str(release(1).id)) == TextPlace(40, 0.0)
