"""What another desk handed over, brought into the window."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from shutil import copytree

import pytest
from PySide6.QtWidgets import QDialog, QLineEdit

from newsdesk.desk import open_desk
from newsdesk.domain.backup import BackupReason
from newsdesk.domain.changes import Changes
from newsdesk.domain.ids import ReleaseId
from newsdesk.domain.query import ReleaseQuery
from newsdesk.domain.release import Release
from newsdesk.services.desk import Desk
from newsdesk.services.handing_over import HandOverRequest
from newsdesk.ui.dialogs.comparison_view import ComparisonView
from newsdesk.ui.dialogs.import_dialog import ImportDialog
from newsdesk.ui.dialogs.parted_dialog import PartedDialog
from newsdesk.ui.dialogs.password_dialog import PasswordDialog
from newsdesk.ui.dialogs.taken_over_dialog import TakenOverDialog
from newsdesk.ui.taking_over import is_handed_over
from newsdesk.ui.widgets.field_note import FieldNote
from tests.ui.windows import OpenWindow

Open = Callable[..., OpenWindow]
OPENS = "quay 12"


class Colleague:
    """Another desk, which began with the same releases."""

    def __init__(self, folder: Path, sample_folder: Path) -> None:
        self.folder = folder
        copytree(sample_folder, folder / "newsroom")
        with open_desk(self.folder / "newsroom") as desk:
            self.ids = desk.releases.ids(ReleaseQuery())

    def new(self, headline: str) -> ReleaseId:
        with open_desk(self.folder / "newsroom", writing=True) as desk:
            return desk.releases.new({"headline": headline}, body_md="Theirs.")[0].id

    def edit(self, key: ReleaseId, body: str) -> None:
        with open_desk(self.folder / "newsroom", writing=True) as desk:
            desk.releases.edit(str(key), {}, body_md=body)

    def file(self, *keys: ReleaseId, password: str = "", name: str = "work.newsdesk") -> Path:
        with open_desk(self.folder / "newsroom", writing=True) as desk:
            file = self.folder / name
            words = tuple(map(str, keys))
            request = HandOverRequest(keys=words, place=file, password=password)
            desk.handing_over.hand_over(request)
        return file


@pytest.fixture
def colleague(tmp_path: Path, sample_folder: Path) -> Colleague:
    return Colleague(tmp_path / "colleague", sample_folder)


@pytest.fixture
def window(colleague: Colleague, open_window: Open) -> OpenWindow:
    del colleague  # it copies the newsroom before it is open
    window = open_window().begin()
    window.settle()
    return window


def bring_in(window: OpenWindow, *files: Path) -> None:
    window.window.files_dropped.emit([str(file) for file in files])


def words(window: OpenWindow) -> str:
    return window.notice.replace("\u2068", "").replace("\u2069", "")


def test_a_new_release_is_taken_over_and_shown(window: OpenWindow, colleague: Colleague) -> None:
    key = colleague.new("Crews train")
    bring_in(window, colleague.file(key))
    window.wait(lambda: words(window) == "“Crews train” is taken over.")
    window.wait(lambda: window.release.id == key)
    window.wait(lambda: "Crews train" in window.listed())
    window.settle_reading()
    assert not window.has_dialog()


def test_before_anything_is_stored_there_is_a_backup(
    window: OpenWindow, colleague: Colleague, monkeypatch: pytest.MonkeyPatch
) -> None:
    taking_over = window.wiring.exchange._taking_over
    waiting: list[Callable[[], None]] = []

    def note(reason: BackupReason, then: Callable[[], None]) -> None:
        assert reason is BackupReason.IMPORT
        waiting.append(then)

    context = replace(taking_over._context, back_up_before=note)
    monkeypatch.setattr(taking_over, "_context", context)
    bring_in(window, colleague.file(colleague.new("Crews train")))
    window.wait(lambda: bool(waiting))
    window.settle_reading()
    assert len(window.stored_ids()) == len(colleague.ids)
    waiting[0]()
    window.wait(lambda: words(window) == "“Crews train” is taken over.")


def test_the_open_release_is_shown_as_it_is_then(window: OpenWindow, colleague: Colleague) -> None:
    release = window.release
    colleague.edit(release.id, "Written over there.")
    bring_in(window, colleague.file(release.id))
    window.wait(lambda: window.window.editor.text.text() == "Written over there.")
    window.type_body("And on. ")  # it goes on from there
    window.do("release.save")
    window.settle()
    assert window.stored(release).body_md == "And on. Written over there."


def test_a_file_given_at_the_start_is_taken_over(colleague: Colleague, open_window: Open) -> None:
    file = colleague.file(colleague.new("Crews train"))
    window = open_window([file]).begin()
    window.wait(lambda: words(window) == "“Crews train” is taken over.")


def parted(window: OpenWindow, colleague: Colleague) -> Release:
    """Bring in a release that was changed here too, just now."""
    release = window.release
    colleague.edit(release.id, "Written over there.")
    window.type_body("Mine. ")
    bring_in(window, colleague.file(release.id))
    return release


def test_what_both_changed_is_shown_side_by_side_with_what_was_just_typed(
    window: OpenWindow, colleague: Colleague
) -> None:
    parted(window, colleague)
    shown = window.dialog(PartedDialog).findChild(ComparisonView).toPlainText()
    assert "Mine." in shown
    assert "Written over there." in shown


@pytest.mark.parametrize(
    ("button", "body", "said"),
    [
        ("Keep mine", "Mine. ", "Your version of"),
        ("Keep theirs", "Written over there.", "The other version of"),
        ("Keep both", "Mine. ", "Both versions of"),
    ],
)
def test_what_is_chosen_is_stored_and_shown(
    window: OpenWindow, colleague: Colleague, button: str, body: str, said: str
) -> None:
    release = parted(window, colleague)
    window.push(button, window.dialog(PartedDialog))
    window.wait(lambda: said in words(window))
    window.settle()
    assert window.release.id == release.id
    assert window.window.editor.text.text().startswith(body)
    assert window.stored(release).body_md.startswith(body)
    if button == "Keep both":
        window.push("Open the copy", window.window.notices)
        window.wait(lambda: window.window.editor.text.text() == "Written over there.")
    window.type_body("On. ")  # whatever was kept goes on
    window.do("release.save")
    window.settle()
    assert "On. " in window.stored().body_md


def test_what_is_put_off_is_as_it_was_and_can_be_asked_again(
    window: OpenWindow, colleague: Colleague
) -> None:
    release = parted(window, colleague)
    window.dialog(PartedDialog).reject()
    window.wait(lambda: "nothing was decided" in words(window))
    assert window.stored(release).body_md.startswith("Mine. ")
    bring_in(window, colleague.folder / "work.newsdesk")
    window.push("Keep theirs", window.dialog(PartedDialog))
    window.wait(lambda: "The other version of" in words(window))
    assert window.stored(release).body_md == "Written over there."


def test_one_saved_meanwhile_is_compared_anew(window: OpenWindow, colleague: Colleague) -> None:
    release = parted(window, colleague)
    dialog = window.dialog(PartedDialog)

    def edit(desk: Desk) -> tuple[Release, Changes]:
        return desk.releases.edit(str(release.id), {}, body_md="By somebody else.")

    window.store.change(edit)
    window.push("Keep theirs", dialog)
    again = window.dialog(PartedDialog)
    assert "By somebody else." in again.findChild(ComparisonView).toPlainText()
    window.push("Keep theirs", again)
    window.wait(lambda: "The other version of" in words(window))


def test_several_are_counted_asked_about_and_listed(
    window: OpenWindow, colleague: Colleague
) -> None:
    release = window.release
    colleague.edit(release.id, "Written over there.")
    window.type_body("Mine. ")
    new, same = colleague.new("Crews train"), colleague.ids[-1]
    assert same != release.id
    bring_in(window, colleague.file(release.id, new, same))
    window.push("Keep mine", window.dialog(PartedDialog))
    window.wait(lambda: words(window) == "Taken over: 2 releases. Here already: 1.")
    window.push("Show the list", window.window.notices)
    assert len(window.dialog(TakenOverDialog).text().splitlines()) == 3


# Files that do not open -----------------------------------------------------------------------


def test_an_altered_file_is_refused_in_words(window: OpenWindow, colleague: Colleague) -> None:
    file = colleague.file(colleague.new("Crews train"))
    raw = bytearray(file.read_bytes())
    raw[len(raw) // 2] ^= 1
    file.write_bytes(raw)
    before = window.listed()
    bring_in(window, file)
    window.wait(lambda: "“work.newsdesk” was not brought in" in words(window))
    assert "Nothing was changed." in words(window)
    assert window.listed() == before


def try_password(window: OpenWindow, dialog: PasswordDialog, password: str) -> None:
    field = dialog.findChild(QLineEdit, "password")
    field.clear()
    window.qtbot.keyClicks(field, password)
    window.push("Open", dialog)


def test_a_password_is_asked_for_and_opens_the_file(
    window: OpenWindow, colleague: Colleague
) -> None:
    key = colleague.new("Crews train")
    bring_in(window, colleague.file(key, password=OPENS))
    dialog = window.dialog(PasswordDialog)
    note = dialog.findChild(FieldNote)
    try_password(window, dialog, "quay")
    window.wait(lambda: "Tries left: 2" in note.text())
    try_password(window, dialog, OPENS)
    window.wait(lambda: words(window) == "“Crews train” is taken over.")
    window.settle_reading()
    assert not window.has_dialog()


def test_after_three_other_passwords_the_file_is_refused(
    window: OpenWindow, colleague: Colleague
) -> None:
    bring_in(window, colleague.file(colleague.new("Crews train"), password=OPENS))
    dialog = window.dialog(PasswordDialog)
    note = dialog.findChild(FieldNote)
    for left in (2, 1):
        try_password(window, dialog, f"not {left}")
        window.wait(lambda left=left: f"Tries left: {left}" in note.text())
    try_password(window, dialog, "nor this")
    window.wait(lambda: "does not open with this password" in words(window))
    assert "Crews train" not in window.listed()


def test_a_password_that_is_not_known_can_be_left(window: OpenWindow, colleague: Colleague) -> None:
    key = colleague.new("Crews train")
    locked = colleague.file(key, password=OPENS, name="locked.newsdesk")
    open_ = colleague.file(key, name="open.newsdesk")
    bring_in(window, locked, open_)
    window.dialog(PasswordDialog).reject()
    window.wait(lambda: words(window) == "“Crews train” is taken over.")


def test_texts_come_after_what_was_handed_over(
    window: OpenWindow, colleague: Colleague, tmp_path: Path
) -> None:
    text = tmp_path / "text.txt"
    text.write_text("Ferry sails\n\nGENEVA, 3 March – The ferry sails at noon.\n")
    bring_in(window, text, colleague.file(colleague.new("Crews train")))
    window.wait(lambda: "Crews train" in window.listed())
    window.wait(lambda: any(isinstance(one, ImportDialog) for one in shown(window)))


def shown(window: OpenWindow) -> list[QDialog]:
    return [one for one in window.window.findChildren(QDialog) if one.isVisible()]


@pytest.mark.parametrize(
    ("name", "is_one"), [("a.newsdesk", True), ("A.NEWSDESK", True), ("a.newsdesk.zip", False)]
)
def test_a_file_of_another_desk_is_told_by_its_name(name: str, *, is_one: bool) -> None:
    assert is_handed_over(f"/tmp/{name}") is is_one  # noqa: S108 - a name
