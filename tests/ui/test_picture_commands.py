"""Pictures from the outside into the text, in a whole window on a real newsroom."""

import base64
import errno
import os
import re
from collections.abc import Callable, Sequence
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QImage, QKeySequence, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QFileDialog, QLineEdit, QWidget

from newsdesk.desk import open_desk
from newsdesk.domain.export_record import ExportFormat
from newsdesk.domain.ids import ReleaseId
from newsdesk.domain.media import MediaRole, PictureWords
from newsdesk.domain.picture_marks import markdown_of, stored_in
from newsdesk.domain.release import Release
from newsdesk.services.export import ExportRequest
from newsdesk.services.new_picture import picture_in as _read
from newsdesk.services.pictures import PictureService
from newsdesk.ui.dialogs.picture_dialog import PictureDialog
from newsdesk.ui.editor.markdown_editor import MarkdownEditor
from newsdesk.ui.inspector.picture_row import PictureRow
from newsdesk.ui.inspector.pictures_section import PicturesSection
from newsdesk.ui.widgets.growing_text import GrowingText
from tests.importing.pictures import png
from tests.pictures import SECRETS, corner, photo
from tests.ui.windows import OpenWindow

Open = Callable[..., OpenWindow]
LEAD = "Ninety harbour workers have finished a course."
END = "It goes on in May."


@pytest.fixture
def window(sample_folder: Path, open_window: Open) -> OpenWindow:
    window = open_window().begin()
    window.do("release.new")
    window.wait(lambda: not window.headline and not text(window).text())
    text(window).textCursor().insertText(f"{LEAD}\n\n{END}")
    return window


@pytest.fixture
def quay(tmp_path: Path) -> Path:
    path = tmp_path / "quay.jpg"
    path.write_bytes(photo(300, 200, orientation=6))
    return path


def text(window: OpenWindow) -> MarkdownEditor:
    return window.window.editor.text


def files(*paths: Path) -> QMimeData:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return data


def drop(target: QWidget, data: QMimeData, at: QPointF) -> bool:
    """Drag over a widget and let go; return whether it wanted that."""
    copy, buttons, keys = (
        Qt.DropAction.CopyAction,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    enter = QDragEnterEvent(at.toPoint(), copy, data, buttons, keys)
    QApplication.sendEvent(target, enter)
    if not enter.isAccepted():
        return False
    let_go = QDropEvent(at, copy, data, buttons, keys)
    QApplication.sendEvent(target, let_go)
    return let_go.isAccepted()


def drop_on_line(window: OpenWindow, data: QMimeData, line: int) -> bool:
    editor = text(window)
    cursor = QTextCursor(editor.document().findBlockByNumber(line))
    at = editor.cursorRect(cursor).center()
    return drop(editor.viewport(), data, QPointF(at.x() + 60, at.y()))


def fill(dialog: PictureDialog, alt: str = "", caption: str = "", credit: str = "") -> None:
    for name, words in (("alt", alt), ("caption", caption)):
        field = dialog.findChild(GrowingText, name)
        assert field is not None
        if words:
            field.selectAll()
            QTest.keyClicks(field, words)
    field = dialog.findChild(QLineEdit, "credit")
    assert field is not None
    QTest.keyClicks(field, credit)


def give(window: OpenWindow, alt: str = "", caption: str = "", credit: str = "") -> None:
    """Describe the picture that is asked about, and insert it."""
    dialog = window.dialog(PictureDialog)
    fill(dialog, alt, caption, credit)
    window.push("Insert", dialog)
    window.wait(lambda: not dialog_is_there(window, dialog))


def dialog_is_there(window: OpenWindow, dialog: PictureDialog) -> bool:
    return dialog in window.window.findChildren(PictureDialog) and dialog.isVisible()


def settle(window: OpenWindow) -> None:
    window.wait(lambda: window.wiring.picture_commands._run is None)
    window.settle()


def rows(window: OpenWindow) -> list[PictureRow]:
    section = window.window.inspector.findChild(PicturesSection)
    assert section is not None
    return section._rows


def told(row: PictureRow) -> str:
    return f"{row.accessibleName()}|{row.accessibleDescription()}"


# In ---------------------------------------------------------------------------------------------


def test_a_picture_dropped_on_the_text_is_described_inserted_shown_and_exported(
    window: OpenWindow, quay: Path, tmp_path: Path
) -> None:
    assert drop_on_line(window, files(quay), 0)
    dialog = window.dialog(PictureDialog)
    assert "quay.jpg" in [label.text() for label in dialog.findChildren(type(dialog._name))]
    assert "200 × 300 px" in dialog._facts.text()
    assert not dialog._done.isEnabled()
    give(window, "Two people on a quay", "Crews at night", "Noor Elm")
    settle(window)
    (sha256,) = stored_in(text(window).text())
    mark = markdown_of(sha256, "Two people on a quay")
    assert text(window).text() == f"{LEAD}\n\n{mark}\n\n{END}"
    window.type_headline("Harbour crews train")
    window.do("release.save")
    window.wait(lambda: not window.session.is_dirty)
    window.settle()
    stored = window.stored()
    assert [one.role for one in stored.media] == [MediaRole.BODY]
    assert window.release.media == stored.media
    window.close()
    with open_desk(window.folder, writing=True) as desk:
        request = ExportRequest(
            keys=(str(stored.id),), format=ExportFormat.HTML, folder=tmp_path / "out"
        )
        (record,) = desk.exports.export(request)[0].written
    html = Path(record.path).read_text("utf-8")
    (content,) = re.findall(r"data:image/jpeg;base64,([^\"]+)", html)
    picture = base64.b64decode(content)
    assert corner(picture) == "blue"
    assert not any(secret in picture for secret in SECRETS)
    assert '<figcaption dir="auto"><span class="caption">Crews at night</span>' in html
    assert 'alt="Two people on a quay"' in html


def test_undo_takes_it_out_and_redo_brings_it_back(window: OpenWindow, quay: Path) -> None:
    before = text(window).text()
    drop_on_line(window, files(quay), 2)
    give(window, "A quay")
    settle(window)
    after = text(window).text()
    assert after == f"{before}\n\n{markdown_of(*stored_in(after), 'A quay')}"
    window.do("edit.undo")
    assert text(window).text() == before
    window.do("edit.redo")
    assert text(window).text() == after
    window.wait(lambda: len(window.wiring.preview.pictures.media) == 1)


def test_several_come_one_after_the_other_and_one_can_be_skipped(
    window: OpenWindow, tmp_path: Path
) -> None:
    paths = [tmp_path / f"{number}.png" for number in range(3)]
    for number, path in enumerate(paths):
        path.write_bytes(photo(60 + number, 40, "PNG"))
    drop_on_line(window, files(*paths), 2)
    give(window, "first")
    first = window.dialog(PictureDialog)
    assert "2" in first.windowTitle()
    assert "3" in first.windowTitle()
    window.push("Skip", first)
    window.wait(lambda: window.dialog(PictureDialog) is not first)
    give(window, "last")
    settle(window)
    assert re.findall(r"!\[(.*?)\]", text(window).text()) == ["first", "last"]


def test_esc_takes_in_no_more_and_stores_nothing(window: OpenWindow, quay: Path) -> None:
    before = text(window).text()
    drop_on_line(window, files(quay, quay), 0)
    QTest.keyClick(window.dialog(PictureDialog), Qt.Key.Key_Escape)
    settle(window)
    assert text(window).text() == before
    assert not list(window.folder.rglob("media/*/*"))


def test_a_bitmap_is_pasted_and_one_without_meaning_has_no_words(window: OpenWindow) -> None:
    data = QMimeData()
    image = QImage(40, 30, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.red)
    data.setImageData(image)
    text(window).moveCursor(QTextCursor.MoveOperation.End)
    text(window).insertFromMimeData(data)
    dialog = window.dialog(PictureDialog)
    decorative = dialog.findChild(QCheckBox, "decorative")
    assert decorative is not None
    decorative.click()
    give(window)
    settle(window)
    (sha256,) = stored_in(text(window).text())
    assert text(window).text().endswith(f"\n\n![](newsdesk-media:{sha256})")


def test_a_picture_that_is_known_comes_with_its_words(window: OpenWindow, quay: Path) -> None:
    drop_on_line(window, files(quay), 0)
    give(window, "A quay", "Crews at night", "Noor Elm")
    settle(window)
    drop_on_line(window, files(quay), 4)
    dialog = window.dialog(PictureDialog)
    assert dialog.words() == PictureWords(alt="A quay", caption="Crews at night", credit="Noor Elm")
    window.push("Insert", dialog)
    settle(window)
    assert len(re.findall(r"!\[A quay\]", text(window).text())) == 2


def test_the_menu_asks_for_files(
    window: OpenWindow, quay: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    chosen: Sequence[str] = [str(quay)]
    monkeypatch.setattr(QFileDialog, "open", lambda self: self.filesSelected.emit(chosen))
    assert window.action("insert.image").shortcut() == QKeySequence("Ctrl+Shift+G")
    window.do("insert.image")
    give(window, "A quay")
    settle(window)
    assert stored_in(text(window).text())


def test_pictures_dropped_beside_the_text_go_where_the_caret_is(
    window: OpenWindow, quay: Path
) -> None:
    assert drop(window.window, files(quay), QPointF(5, 5))
    assert window.window._drop_hint.isHidden()
    give(window, "A quay")
    settle(window)
    assert stored_in(text(window).text())


def test_other_files_are_for_the_import(window: OpenWindow, quay: Path, tmp_path: Path) -> None:
    letter, brought_in = tmp_path / "a.txt", list[list[str]]()
    letter.write_text("Text")
    window.window.files_dropped.disconnect(window.wiring.exchange.bring_in)
    window.window.files_dropped.connect(brought_in.append)
    drop_on_line(window, files(letter), 0)
    drop_on_line(window, files(quay, letter), 0)
    assert brought_in == [[str(letter)], [str(quay), str(letter)]]


def test_what_is_published_takes_no_pictures(window: OpenWindow, quay: Path) -> None:
    window.session.set_writable(False)
    drop_on_line(window, files(quay), 0)  # it goes on to the window
    assert "draft" in window.notice
    assert not window.has_dialog()


# Bad input --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("none.png", b"", "JPEG"),
        ("drawing.svg", b"<svg xmlns='http://www.w3.org/2000/svg'/>", "JPEG"),
        ("text.jpg", b"Ninety harbour workers.", "JPEG"),
        ("half.jpg", photo()[:-300], "damaged"),
        ("vast.png", png(60_000, 60_000), "pixels"),
    ],
)
def test_what_cannot_be_shown_is_said_in_words_and_changes_nothing(
    name: str, content: bytes, words: str, window: OpenWindow, tmp_path: Path
) -> None:
    (tmp_path / name).write_bytes(content)
    before = text(window).text()
    assert drop_on_line(window, files(tmp_path / name), 0)
    settle(window)
    assert words in window.notice
    assert name in window.notice
    assert not window.has_dialog()
    assert text(window).text() == before


def test_bad_ones_do_not_stop_the_others(window: OpenWindow, quay: Path, tmp_path: Path) -> None:
    for name in ("a.svg", "b.png"):
        (tmp_path / name).write_bytes(b"<svg/>")
    drop_on_line(window, files(tmp_path / "a.svg", quay, tmp_path / "b.png"), 0)
    give(window, "A quay")
    settle(window)
    assert len(stored_in(text(window).text())) == 1
    assert "a.svg" in window.notice
    assert "b.png" in window.notice


def test_a_full_disk_is_said_and_nothing_is_inserted(
    window: OpenWindow, quay: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_number: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    before = text(window).text()
    drop_on_line(window, files(quay), 0)
    dialog = window.dialog(PictureDialog)
    fill(dialog, "A quay")
    window.settle()
    with monkeypatch.context() as patched:
        patched.setattr(os, "fsync", full)
        window.push("Insert", dialog)
        window.wait(lambda: window.wiring.picture_commands._run is None)
    assert "full" in window.notice.lower()
    assert text(window).text() == before


# Said otherwise ---------------------------------------------------------------------------------


def test_the_inspector_lists_them_and_their_words_can_be_changed(
    window: OpenWindow, quay: Path
) -> None:
    assert rows(window) == []
    drop_on_line(window, files(quay), 0)
    give(window, "A quay", "Crews at night")
    settle(window)
    window.wait(lambda: len(rows(window)) == 1)
    (row,) = rows(window)
    assert told(row) == "Crews at night, 200 × 300 px|It has no credit"
    row.click()
    dialog = window.dialog(PictureDialog)
    fill(dialog, "Two people on a quay", "", "Noor Elm")
    window.push("Save", dialog)
    window.wait(lambda: told(row) == "Crews at night, Noor Elm|")
    assert "![Two people on a quay](" in text(window).text()
    window.push("Undo", window.window.notices)
    window.wait(lambda: "no credit" in told(row))
    assert "![A quay](" in text(window).text()


def described(window: OpenWindow, quay: Path, caption: str) -> PictureRow:
    """Have the picture in the text, with this caption; return its row."""
    drop_on_line(window, files(quay), 0)
    give(window, "A quay", caption, "Noor Elm")
    settle(window)
    window.wait(lambda: [told(row) for row in rows(window)] == [f"{caption}, Noor Elm|"])
    window.do("release.save")
    window.wait(lambda: not window.session.is_dirty)
    return rows(window)[0]


def reword(window: OpenWindow, row: PictureRow, caption: str) -> None:
    row.click()
    dialog = window.dialog(PictureDialog)
    fill(dialog, caption=caption)
    window.push("Save", dialog)
    window.wait(lambda: told(row).startswith(caption))


def page(window: OpenWindow) -> str:
    rendered = window.wiring.preview.rendered
    return "".join(one.html for one in rendered.page.blocks) if rendered else ""


def test_words_are_an_edit_of_the_release_that_undo_takes_back(
    window: OpenWindow, quay: Path
) -> None:
    row = described(window, quay, "Crews at night")
    reword(window, row, "Crews by day")
    assert window.session.undo_stack.undoText() == "Describe an image"
    window.wait(lambda: "Crews by day" in page(window))
    window.do("release.save")
    window.wait(lambda: not window.session.is_dirty)
    assert [one.caption for one in window.stored().media] == ["Crews by day"]
    window.session.undo_stack.undo()
    window.wait(lambda: "Crews at night" in page(window))
    assert told(row) == "Crews at night, Noor Elm|"
    window.do("release.save")
    window.wait(lambda: not window.session.is_dirty)
    assert [one.caption for one in window.stored().media] == ["Crews at night"]


def test_another_release_goes_on_saying_what_it_says(window: OpenWindow, quay: Path) -> None:
    described(window, quay, "Crews at night")
    first, mark = window.release, text(window).text()
    window.do("release.new")
    window.wait(lambda: window.session.release_id != first.id and not text(window).text())
    text(window).textCursor().insertText(mark)
    window.wait(lambda: [told(row) for row in rows(window)] == ["Crews at night, Noor Elm|"])
    (row,) = rows(window)
    reword(window, row, "Crews by day")
    window.do("release.save")
    window.wait(lambda: not window.session.is_dirty)
    second = window.release
    window.wiring.opener.open(first.id)
    window.wait(lambda: window.session.release_id == first.id)
    window.wait(lambda: [told(row) for row in rows(window)] == ["Crews at night, Noor Elm|"])
    window.wait(lambda: "Crews at night" in page(window))
    window.push("Undo", window.window.notices)  # it is for the release that was described
    window.settle()
    assert stored_captions(window, second.id) == ["Crews at night"]
    assert not window.session.is_dirty


def stored_captions(window: OpenWindow, release_id: ReleaseId) -> list[str | None]:
    found: list[Release] = []
    window.store.read(lambda desk: desk.releases.get(str(release_id)), found.append)
    window.wait(lambda: bool(found))
    return [one.caption for one in found[0].media]


def test_a_picture_cut_and_pasted_keeps_its_words_whatever_was_said_elsewhere(
    window: OpenWindow, quay: Path
) -> None:
    row = described(window, quay, "Crews at night")
    (sha256,) = stored_in(text(window).text())
    other = PictureWords(alt="A quay", caption="Crews by day", credit="Sam Reed")
    language = window.release.language
    window.store.change(lambda desk: desk.pictures.describe(sha256, other, language))
    row.removal_requested.emit()
    window.do("release.save")
    window.wait(lambda: not window.session.is_dirty and rows(window) == [])
    assert window.stored().media == ()
    text(window).undo()
    window.wait(lambda: [told(row) for row in rows(window)] == ["Crews at night, Noor Elm|"])
    window.do("release.save")
    window.wait(lambda: not window.session.is_dirty)
    assert [one.caption for one in window.stored().media] == ["Crews at night"]
    window.wait(lambda: "Crews at night" in page(window))


def test_one_dropped_again_is_asked_about_with_the_words_it_has_here(
    window: OpenWindow, quay: Path
) -> None:
    described(window, quay, "Crews at night")
    (sha256,) = stored_in(text(window).text())
    other = PictureWords(alt="A quay", caption="Crews by day", credit="Sam Reed")
    language = window.release.language
    window.store.change(lambda desk: desk.pictures.describe(sha256, other, language))
    drop_on_line(window, files(quay), 4)
    dialog = window.dialog(PictureDialog)
    assert dialog.words().caption == "Crews at night"
    fill(dialog, caption="Crews at dawn")
    window.push("Insert", dialog)
    settle(window)
    window.wait(lambda: [told(row) for row in rows(window)] == ["Crews at dawn, Noor Elm|"])
    window.session.undo_stack.undo()
    window.wait(lambda: [told(row) for row in rows(window)] == ["Crews at night, Noor Elm|"])


def test_it_is_taken_out_and_back_by_keys(window: OpenWindow, quay: Path) -> None:
    text(window).insertPlainText("🚢 ")
    before = text(window).text()
    drop_on_line(window, files(quay), 0)
    give(window, "A quay")
    settle(window)
    window.wait(lambda: len(rows(window)) == 1)
    (row,) = rows(window)
    row.place_requested.emit()
    selected = text(window).textCursor().selectedText()
    assert selected == markdown_of(*stored_in(text(window).text()), "A quay")
    QTest.keyClick(row, Qt.Key.Key_Delete)
    assert text(window).text() == before
    window.wait(lambda: rows(window) == [])
    text(window).undo()
    assert "![A quay](" in text(window).text()
    window.wait(lambda: len(rows(window)) == 1)


def test_what_takes_long_is_said_and_other_notices_stay(
    window: OpenWindow, quay: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    commands = window.wiring.picture_commands
    window.wiring.notices.show("Something else.")
    drop_on_line(window, files(quay), 0)
    QTest.keyClick(window.dialog(PictureDialog), Qt.Key.Key_Escape)
    settle(window)
    assert window.notice == "Something else."
    gate = Event()
    monkeypatch.setattr(
        "newsdesk.services.new_picture.picture_in", lambda path: (gate.wait(20), _read(path))[1]
    )
    drop_on_line(window, files(quay), 0)
    window.wait(lambda: "being read" in window.notice)
    gate.set()
    window.dialog(PictureDialog).reject()
    settle(window)
    assert window.notice == ""
    assert commands._run is None


def test_a_small_picture_may_come_when_the_question_is_answered_already(
    window: OpenWindow, quay: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    drop_on_line(window, files(quay), 0)
    give(window, "A quay", "Crews at night", "Noor Elm")
    settle(window)
    window.wait(lambda: len(rows(window)) == 1)
    gate, small = Event(), PictureService.small
    asked: list[str] = []

    def wait(service: PictureService, sha256: str) -> bytes:
        asked.append(sha256)
        gate.wait(20)
        return small(service, sha256)

    monkeypatch.setattr(PictureService, "small", wait)
    rows(window)[0].click()
    dialog = window.dialog(PictureDialog)
    gone: list[bool] = []
    dialog.destroyed.connect(lambda: gone.append(True))
    window.push("Save", dialog)
    window.wait(lambda: bool(gone))
    gate.set()
    looked: list[bool] = []
    window.store.look(lambda _desk: True, looked.append)
    window.wait(lambda: bool(looked))
    assert asked
