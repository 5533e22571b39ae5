"""Texts let in and pages let out through the window's own actions."""

import json
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NoReturn

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QLineEdit
from pytestqt.qtbot import QtBot

from newsdesk.desk import open_desk
from newsdesk.domain.changes import Changes
from newsdesk.domain.errors import StorageError, StorageProblem
from newsdesk.domain.query import ReleaseQuery
from newsdesk.domain.release import Release
from newsdesk.services.desk import Desk
from newsdesk.ui.dialogs.comparison_dialog import ComparisonDialog
from newsdesk.ui.dialogs.export_dialog import ExportDialog
from newsdesk.ui.dialogs.import_dialog import ImportDialog
from newsdesk.ui.dialogs.import_outcome import ImportOutcomeDialog
from newsdesk.ui.dialogs.many_dialog import ManyDialog
from newsdesk.ui.dialogs.stale_dialog import StaleDialog
from newsdesk.ui.messages import words
from tests.ui.windows import OpenWindow

Open = Callable[..., OpenWindow]

HARBOUR = "Harbour crews from nine ports train together for winter rescues"
LOOSE = """\
Harbour opens at last

GENEVA, 3 May 2026 – The harbour has opened, the Office for Safe Harbours said today.

For more information, please contact:
Dana Whitlock
Email: dana.whitlock@example.org
"""


@pytest.fixture
def window(sample_folder: Path, open_window: Open) -> OpenWindow:
    return open_window().begin()


@pytest.fixture
def files(tmp_path: Path) -> Callable[..., list[str]]:
    """Make a Markdown file of each headline, and return their paths."""

    def make(*headlines: str) -> list[str]:
        paths = [tmp_path / f"{number}.md" for number in range(len(headlines))]
        for path, headline in zip(paths, headlines, strict=True):
            path.write_text(f'---\nheadline: "{headline}"\nlanguage: en\n---\nThe text.\n', "utf-8")
        return [str(path) for path in paths]

    return make


def drop(window: OpenWindow, paths: Sequence[str]) -> None:
    window.window.files_dropped.emit(list(paths))


# In --------------------------------------------------------------------------------------------


def test_a_certain_file_is_brought_in_and_open(
    window: OpenWindow, files: Callable[..., list[str]]
) -> None:
    drop(window, files("Quay repaired"))
    window.wait(lambda: window.headline == "Quay repaired")
    window.wait(lambda: window.notice == "“Quay repaired” is brought in.")
    assert not window.has_dialog()
    window.wait(lambda: "Quay repaired" in window.listed())
    assert window.window.findChildren(ImportDialog) == []


def test_files_are_chosen_in_a_dialog(window: OpenWindow, files: Callable[..., list[str]]) -> None:
    window.do("release.import")
    dialog = window.dialog(QFileDialog)
    assert any("*.md" in one and "*.txt" in one for one in dialog.nameFilters())
    dialog.filesSelected.emit(files("Quay repaired"))
    dialog.reject()
    window.wait(lambda: window.headline == "Quay repaired")


def test_what_is_typed_is_saved_before_another_one_is_shown(
    window: OpenWindow, files: Callable[..., list[str]]
) -> None:
    before = window.release
    window.type_body("At once. ")
    drop(window, files("Quay repaired"))
    window.wait(lambda: window.headline == "Quay repaired")
    window.settle()
    assert window.stored(before).body_md.startswith("At once. ")


def test_several_end_with_the_first_one_open(
    window: OpenWindow, files: Callable[..., list[str]]
) -> None:
    drop(window, files("First", "Second", "Third"))
    window.wait(lambda: window.notice == "3 releases are brought in.")
    window.wait(lambda: window.headline == "First")
    window.wait(lambda: {"First", "Second", "Third"} <= set(window.listed()))


def test_it_can_be_stopped_on_the_way(
    window: OpenWindow, files: Callable[..., list[str]], tmp_path: Path
) -> None:
    loose = tmp_path / "loose.txt"
    loose.write_text(LOOSE, "utf-8")
    first, third = files("First", "Third")
    drop(window, [first, str(loose), third])
    dialog = window.dialog(ImportDialog)  # the second waits for an answer
    dialog.reject()
    window.wait(lambda: window.headline == "First")
    window.settle()
    assert len(window.stored_ids()) == 4


def test_one_who_closes_while_texts_come_in_is_asked(
    window: OpenWindow, files: Callable[..., list[str]], tmp_path: Path, sample_folder: Path
) -> None:
    loose = tmp_path / "loose.txt"
    loose.write_text(LOOSE, "utf-8")
    (first,) = files("First")
    drop(window, [first, str(loose)])
    window.dialog(ImportDialog)
    before = len(window.stored_ids())
    window.window.close()
    assert window.window.isVisible()
    assert window.notice.startswith("Texts are being brought in: 1 of 2 files are done.")
    window.push("Stop and close", window.window.notices)
    window.wait(lambda: not window.window.isVisible())
    window.let_go()
    with open_desk(sample_folder) as desk:
        assert len(desk.releases.ids(ReleaseQuery())) == before


def test_how_it_went_is_listed_and_kept_as_a_report(
    window: OpenWindow, files: Callable[..., list[str]], tmp_path: Path
) -> None:
    rubbish = tmp_path / "rubbish.txt"
    rubbish.write_bytes(b"")
    drop(window, [*files("Quay repaired"), str(rubbish)])
    window.wait(lambda: "rubbish.txt" in window.notice)
    window.push("Show the list", window.window.notices)
    dialog = window.dialog(ImportOutcomeDialog)
    assert dialog.text() == "“rubbish.txt” was not brought in. There is nothing in it."
    window.push("Save report…", dialog)
    chooser = window.dialog(QFileDialog)
    chooser.fileSelected.emit(str(tmp_path / "report.json"))
    window.wait(lambda: window.notice == "The report is saved as “report.json”.")
    report = json.loads((tmp_path / "report.json").read_text("utf-8"))
    assert [Path(one["file"]).name for one in report["files"]] == ["0.md", "rubbish.txt"]
    assert (report["totals"]["stored"], report["totals"]["refused"]) == (1, 1)
    chooser.reject()
    dialog.reject()


def test_of_many_texts_it_is_asked_once_which_to_look_at(
    window: OpenWindow, tmp_path: Path
) -> None:
    for number in range(45):
        words = " ".join(f"word{number}x{place}" for place in range(30))
        text = LOOSE.replace("at last", f"at last {number}") + f"\n{words.capitalize()}.\n"
        (tmp_path / f"{number}.txt").write_text(text, "utf-8")
    before = len(window.stored_ids())
    drop(window, [str(tmp_path)])
    window.push("Cancel", window.dialog(ManyDialog))
    window.wait(lambda: window.window.findChildren(ImportDialog) == [])
    assert len(window.stored_ids()) == before
    drop(window, [str(tmp_path)])
    window.push("Bring in all that are sure", window.dialog(ManyDialog))
    window.wait(lambda: window.notice == "45 releases are brought in.")
    assert len(window.stored_ids()) == before + 45


def test_what_is_not_certain_is_confirmed_first(window: OpenWindow, tmp_path: Path) -> None:
    loose = tmp_path / "loose.txt"
    loose.write_text(LOOSE, "utf-8")
    before = window.stored_ids()
    drop(window, [str(loose)])
    dialog = window.dialog(ImportDialog)
    window.settle()
    assert window.stored_ids() == before
    field = dialog.findChild(QLineEdit, "import_headline")
    assert field is not None
    assert field.text() == "Harbour opens at last"
    window.push("Bring in", dialog)
    window.wait(lambda: window.headline == "Harbour opens at last")
    window.wait(lambda: not window.has_dialog())


def test_leaving_it_brings_nothing_in_and_says_nothing(window: OpenWindow, tmp_path: Path) -> None:
    loose = tmp_path / "loose.txt"
    loose.write_text(LOOSE, "utf-8")
    before = window.stored_ids()
    drop(window, [str(loose)])
    window.dialog(ImportDialog).reject()
    window.wait(lambda: window.window.findChildren(ImportDialog) == [])
    assert window.notice == ""
    assert window.stored_ids() == before


def test_what_is_refused_is_told_by_name_and_why(
    window: OpenWindow, files: Callable[..., list[str]], tmp_path: Path
) -> None:
    rubbish = [tmp_path / f"rubbish{number}.txt" for number in range(5)]
    for path in rubbish:
        path.write_bytes(b"")
    drop(window, [*files("Quay repaired"), *map(str, rubbish)])
    window.wait(lambda: "rubbish0.txt" in window.notice)
    assert "“rubbish2.txt” was not brought in. There is nothing in it." in window.notice
    assert "rubbish3.txt" not in window.notice
    assert window.notice.endswith("Nor could 2 more files be brought in. Brought in: 1 release.")
    window.wait(lambda: window.headline == "Quay repaired")


def test_if_all_of_it_is_refused_nothing_was_changed(window: OpenWindow, tmp_path: Path) -> None:
    before = window.stored_ids()
    drop(window, [str(tmp_path / "not there.md")])
    window.wait(lambda: window.notice.startswith("“not there.md” was not brought in. "))
    assert window.notice.endswith("Nothing was changed.")
    assert window.stored_ids() == before


def test_a_text_on_the_clipboard_becomes_a_release(window: OpenWindow) -> None:
    QGuiApplication.clipboard().setText(LOOSE)
    window.do("release.paste")
    window.push("Bring in", window.dialog(ImportDialog))
    window.wait(lambda: window.headline == "Harbour opens at last")


def test_an_empty_clipboard_is_said_in_words(window: OpenWindow) -> None:
    for text in ("", " \n\t "):
        window.window.notices.dismiss()
        QGuiApplication.clipboard().setText(text)
        window.do("release.paste")
        assert window.notice.startswith("There is no text on the clipboard.")
        assert not window.has_dialog()


def test_where_nothing_can_be_stored_nothing_is_asked(
    sample_folder: Path, open_window: Open, files: Callable[..., list[str]]
) -> None:
    window = open_window()
    with open_desk(sample_folder, writing=True):  # another newsdesk
        window.show()
        window.wait(lambda: window.store.is_readable and window.store.refusal is not None)
        window.wait(lambda: window.session.is_open)
        window.window.notices.dismiss()
        drop(window, files("Quay repaired"))
        told = words(StorageError(StorageProblem.LOCKED))
        assert window.notice == f"{told.title}. {told.text}"
        window.window.notices.dismiss()
        QGuiApplication.clipboard().setText(LOOSE)
        window.wiring.exchange.paste()
        assert window.notice == f"{told.title}. {told.text}"
        assert not window.has_dialog()


# Out -------------------------------------------------------------------------------------------


def exported(dialog: ExportDialog, window: OpenWindow, folder: Path) -> list[str]:
    """Export to `folder`, and return the names of the files in it."""
    field = dialog.findChild(QLineEdit, "folder")
    assert field is not None
    field.setText(str(folder))
    field.textEdited.emit(str(folder))
    window.push("Export", dialog)
    window.wait(lambda: not dialog.is_running)
    window.push("Close", dialog)
    return sorted(path.name for path in folder.iterdir())


def test_the_open_release_is_exported_as_it_was_just_typed(
    window: OpenWindow, tmp_path: Path
) -> None:
    window.open(HARBOUR)
    window.type_body("Quite at once. ")
    window.do("release.export")
    (name,) = exported(window.dialog(ExportDialog), window, tmp_path / "out")
    assert "Quite at once." in (tmp_path / "out" / name).read_text("utf-8")


def test_the_folder_is_offered_again_also_after_the_next_start(
    window: OpenWindow, open_window: Open, tmp_path: Path
) -> None:
    window.do("release.export")
    exported(window.dialog(ExportDialog), window, tmp_path / "out")
    window.wait(lambda: window.window.findChildren(ExportDialog) == [])
    window.close()
    again = open_window().begin()
    again.do("release.export")
    field = again.dialog(ExportDialog).findChild(QLineEdit, "folder")
    assert field is not None
    assert field.text() == str(tmp_path / "out")


def test_those_that_are_selected_are_exported(window: OpenWindow, tmp_path: Path) -> None:
    view = window.list_view
    window.open(window.listed()[0])
    index = view.model().index(1, 0)
    view.selectionModel().select(index, view.selectionModel().SelectionFlag.Select)
    window.wait(lambda: len(window.window.library.selected_ids()) == 2)
    window.do("release.export_selected")
    assert len(exported(window.dialog(ExportDialog), window, tmp_path / "out")) == 2


def test_all_are_exported(window: OpenWindow, tmp_path: Path) -> None:
    window.do("release.export_all")
    assert len(exported(window.dialog(ExportDialog), window, tmp_path / "out")) == 3


def test_nothing_is_exported_that_is_not_stored(window: OpenWindow) -> None:
    window.fill_disk()
    window.type_body("Quite at once. ")
    window.do("release.export")
    window.wait(lambda: bool(window.notice))
    assert not window.has_dialog()
    assert window.notice.startswith(words(StorageError(StorageProblem.FULL)).title)


# Two versions ----------------------------------------------------------------------------------


@pytest.fixture
def stale(window: OpenWindow) -> tuple[Release, StaleDialog]:
    """What was open before somebody else saved it, and the question that came of that."""
    before = window.open(HARBOUR)
    stored: list[Release] = []
    window.store.change(
        lambda desk: desk.releases.edit(str(before.id), {"headline": "Theirs"}), stored.append
    )
    window.wait(lambda: bool(stored))
    window.type_headline("Mine")
    window.do("release.save")
    return before, window.dialog(StaleDialog)


def test_all_that_differs_is_shown_before_one_chooses(
    window: OpenWindow, stale: tuple[Release, StaleDialog]
) -> None:
    _, dialog = stale
    window.push("Compare…", dialog)
    window.wait(lambda: dialog.findChild(ComparisonDialog) is not None)
    comparison = dialog.findChild(ComparisonDialog)
    assert comparison is not None
    window.wait(lambda: comparison._view.change_count > 0)
    assert (comparison._before.currentText(), comparison._after.currentText()) == ("Theirs", "Mine")
    assert comparison._restore.isHidden()
    comparison.reject()
    assert dialog.isVisible()


def test_mine_is_stored_on_top_of_theirs(
    window: OpenWindow, stale: tuple[Release, StaleDialog]
) -> None:
    before, dialog = stale
    window.push("Keep mine", dialog)
    window.settle()
    assert window.stored(before).headline == "Mine"
    assert window.headline == "Mine"
    assert len(window.stored_ids()) == 3


def test_theirs_is_taken_in_place_of_mine(
    window: OpenWindow, stale: tuple[Release, StaleDialog]
) -> None:
    before, dialog = stale
    window.push("Take theirs", dialog)
    window.settle()
    assert window.headline == "Theirs"
    assert window.window.editor.fields.headline.text() == "Theirs"
    assert window.stored(before).headline == "Theirs"
    assert len(window.stored_ids()) == 3
    window.type_headline("Mine again")  # from here on it is edited as ever
    window.do("release.save")
    window.settle()
    assert window.stored(before).headline == "Mine again"


@pytest.mark.parametrize("way", ["button", "Escape"])
def test_both_are_kept(
    way: str, window: OpenWindow, stale: tuple[Release, StaleDialog], qtbot: QtBot
) -> None:
    before, dialog = stale
    if way == "button":
        window.push("Keep both", dialog)
    else:
        dialog.reject()
    window.wait(lambda: len(window.stored_ids()) == 4)
    window.settle()
    assert window.stored(before).headline == "Theirs"
    assert window.headline == "Theirs"
    window.wait(lambda: "Mine" in window.listed())
    assert window.notice == "Your version is kept as “Mine”."


def test_it_is_asked_once_however_long_one_thinks_about_it(
    window: OpenWindow, stale: tuple[Release, StaleDialog]
) -> None:
    _before, dialog = stale
    for timer in (window.autosave._idle, window.autosave._longest, window.autosave._retry):
        timer.timeout.emit()
    window.settle_reading()
    assert window.window.findChildren(StaleDialog) == [dialog]
    window.push("Keep mine", dialog)
    window.settle()
    assert window.stored().headline == "Mine"


def test_a_copy_that_cannot_be_stored_is_asked_about_again(
    window: OpenWindow, stale: tuple[Release, StaleDialog]
) -> None:
    before, dialog = stale

    def refuse(desk: Desk) -> tuple[None, Changes]:
        def keep_as_copy(_mine: Release) -> NoReturn:
            raise StorageError(StorageProblem.FULL)

        desk.releases.keep_as_copy = keep_as_copy  # type: ignore[method-assign]
        return None, Changes()

    def make_room(desk: Desk) -> tuple[None, Changes]:
        del desk.releases.keep_as_copy
        return None, Changes()

    window.store.change(refuse)
    window.push("Keep both", dialog)
    window.wait(lambda: window.notice.startswith("The disk is full"))
    again = window.dialog(StaleDialog)
    window.store.change(make_room)
    window.push("Keep both", again)
    window.wait(lambda: "Mine" in window.listed())
    assert window.stored(before).headline == "Theirs"


def test_two_that_say_the_same_are_asked_about_by_nobody(window: OpenWindow) -> None:
    before = window.open(HARBOUR)
    stored: list[Release] = []
    window.store.change(
        lambda desk: desk.releases.edit(str(before.id), {"headline": "Harbour opens"}),
        stored.append,
    )
    window.wait(lambda: bool(stored))
    window.type_headline("Harbour opens")
    window.do("release.save")
    window.settle()
    assert not window.has_dialog()
    assert window.release.version >= stored[0].version
    window.type_headline("Harbour opens at last")
    window.do("release.save")
    window.settle()
    assert window.stored(before).headline == "Harbour opens at last"


def test_a_save_that_changed_nothing_does_not_stand_against_what_is_typed(
    window: OpenWindow,
) -> None:
    before = window.open(HARBOUR)
    saved: list[Release] = []
    for headline in ("Of another window", HARBOUR):
        window.store.change(
            lambda desk, h=headline: desk.releases.edit(str(before.id), {"headline": h}),
            saved.append,
        )
    window.wait(lambda: len(saved) == 2)
    assert saved[-1].version > before.version
    window.type_headline("Harbour opens at last")
    window.do("release.save")
    window.settle()
    assert not window.has_dialog()
    assert window.stored(before).headline == "Harbour opens at last"
