"""Going back to a backup in the running window."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from newsdesk.ui.dialogs.restore_dialog import RestoreDialog
from tests.ui.windows import OpenWindow


def test_the_window_goes_back_and_tells_where_the_other_one_stands(
    sample_folder: Path, qapp: QApplication, qtbot: QtBot
) -> None:
    window = OpenWindow(sample_folder, qapp, qtbot).begin()
    try:
        keeper = window.wiring.backups
        keeper.make()
        window.wait(lambda: keeper.last_good is not None and not keeper.is_working)
        window.workstation.actions.action("release.new").trigger()
        window.wait(lambda: window.window.library.shown_total() == 4)
        window.wait(
            lambda: window.session.release is not None and not window.session.release.headline
        )
        window.window.editor.focus_field("body")
        text = window.window.editor.text
        qtbot.keyClicks(text, "Typed just before going back")
        window.wiring._restoring.choose()
        (dialog,) = window.window.findChildren(RestoreDialog)
        go_back = next(
            b for b in dialog.findChildren(QPushButton) if b.text() == "&Go back to this one"
        )
        window.wait(go_back.isEnabled)
        qtbot.mouseClick(go_back, Qt.MouseButton.LeftButton)
        window.wait(lambda: "This is the newsroom as it was then" in window.window.notices.text())
        window.wait(lambda: window.window.library.shown_total() == 3)
        window.wait(lambda: window.session.is_open and window.store.is_writable)
        assert window.autosave.is_settled
        (aside,) = sample_folder.glob("newsdesk-before-restore-*.sqlite")
        assert str(aside) in window.window.notices.text()
        contents = []
        window.store.back_up(lambda desk: desk.backups.contents(str(aside)), contents.append)
        window.wait(lambda: bool(contents))
        assert contents[0].releases == 4
        keeper.look()
        window.wait(lambda: not keeper.is_working)
        assert [one.reason.value for one in keeper.backups] == ["restore", "asked"]
        text = window.window.editor.text  # and work goes on
        qtbot.keyClicks(text, "After")
        window.autosave.save()
        window.wait(lambda: window.autosave.is_settled)
        assert window.session.save_error is None
    finally:
        window.let_go()


def test_a_backup_that_is_damaged_leaves_everything_as_it_is(
    sample_folder: Path, qapp: QApplication, qtbot: QtBot
) -> None:
    window = OpenWindow(sample_folder, qapp, qtbot).begin()
    try:
        letter = sample_folder / "letter.sqlite"
        letter.write_text("Dear reader")
        window.wiring._restoring.restore(str(letter))
        window.wait(lambda: "Going back" not in window.window.notices.text())
        assert window.window.library.shown_total() == 3
        assert window.store.is_writable
        assert not list(sample_folder.glob("newsdesk-before-restore-*"))
    finally:
        window.let_go()
