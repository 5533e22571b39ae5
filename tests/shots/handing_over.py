"""Scenes of work that goes from one newsdesk to another. To add one: see `__main__`."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from tests.shots import window
from tests.shots.scene import Scene

if TYPE_CHECKING:
    from pathlib import Path

    from tests.drivers import WindowDriver

_PASSWORD = "quay — 12"  # noqa: S105 - of a sample


def _file_of_colleague(
    driver: "WindowDriver", headline: str, *, is_parted: bool = True, password: str = ""
) -> "Path":
    """Return a file with a release that a colleague went on with, here too if `is_parted`."""
    from shutil import copytree

    from newsdesk.desk import open_desk
    from newsdesk.services.handing_over import HandOverRequest

    window.release(driver, headline)
    desk = driver.workstation
    release = desk.session.release
    assert release is not None
    colleague = driver.folder.parent / "colleague"
    copytree(driver.folder, colleague)
    paragraphs = release.body_md.split("\n\n")
    words = paragraphs[0].split(" ")
    theirs = [" ".join([*words[:5], *words[9:], words[0]]), *paragraphs[1:], " ".join(words[:12])]
    with open_desk(colleague, writing=True) as other:
        other.releases.edit(str(release.id), {"urgency": "3"}, body_md="\n\n".join(theirs))
        file = driver.folder.parent / "from the coast.newsdesk"
        request = HandOverRequest(keys=(str(release.id),), place=file, password=password)
        other.handing_over.hand_over(request)
    if is_parted:
        cursor = driver.window.editor.text.textCursor()
        for place in (300, 120, 40):
            cursor.setPosition(place)
            cursor.movePosition(cursor.MoveOperation.NextWord)
            cursor.movePosition(
                cursor.MoveOperation.NextWord, cursor.MoveMode.KeepAnchor, 1 + place % 7
            )
            said = cursor.selectedText()
            cursor.insertText(f"{said}{said}")
    return file


def _parted(headline: str, *, is_mirrored: bool = False) -> "Callable[[WindowDriver], None]":
    """The question about a release that both desks changed."""

    def show(driver: "WindowDriver") -> None:
        from PySide6.QtCore import Qt
        from PySide6.QtWidgets import QApplication

        from newsdesk.ui.dialogs.parted_dialog import PartedDialog
        from tests.hands import visible, wait_until

        file = _file_of_colleague(driver, headline)
        if is_mirrored:
            QApplication.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        assert driver.workstation.wiring is not None
        driver.workstation.wiring.exchange.bring_in([str(file)])
        wait_until(lambda: bool(visible(PartedDialog)), "the question")

    return show


def _password(driver: "WindowDriver") -> None:
    """A file that asks for a password, and was given another one."""
    from PySide6.QtWidgets import QLineEdit

    from newsdesk.ui.dialogs.password_dialog import PasswordDialog
    from newsdesk.ui.widgets.field_note import FieldNote
    from tests.hands import visible, wait_until

    file = _file_of_colleague(driver, window.ENGLISH, is_parted=False, password=_PASSWORD)
    assert driver.workstation.wiring is not None
    driver.workstation.wiring.exchange.bring_in([str(file)])
    wait_until(lambda: bool(visible(PasswordDialog)), "the question")
    (dialog,) = visible(PasswordDialog)
    field = dialog.findChild(QLineEdit, "password")
    note = dialog.findChild(FieldNote)
    field.setText("quay")
    dialog.password_given.emit("quay")
    wait_until(lambda: "left" in note.text(), "the answer")


def _hand_over(*, with_password: bool) -> "Callable[[WindowDriver], None]":
    def show(driver: "WindowDriver") -> None:
        from PySide6.QtWidgets import QCheckBox, QLineEdit

        from newsdesk.ui.dialogs.hand_over_dialog import HandOverDialog
        from tests.hands import visible, wait_until

        window.release(driver, window.ENGLISH)
        driver.workstation.keeper.change(export_folder="/home/nelm/Handed over")
        driver.workstation.actions.action("release.hand_over").trigger()
        wait_until(lambda: bool(visible(HandOverDialog)), "the dialog")
        (dialog,) = visible(HandOverDialog)
        if with_password:
            dialog.findChild(QCheckBox).setChecked(True)
            for name, text in (("password", _PASSWORD), ("again", "quaj")):
                field = dialog.findChild(QLineEdit, name)
                field.setText(text)
                field.textEdited.emit(text)

    return show


SCENES = {
    "bundle-both-changed": Scene(_parted(window.ENGLISH)),
    "bundle-both-changed-dark": Scene(_parted(window.ENGLISH), theme="dark"),
    "bundle-both-changed-arabic": Scene(_parted(window.ARABIC, is_mirrored=True)),
    "bundle-both-changed-small": Scene(_parted(window.ENGLISH), size=(1024, 640), text_scale=2.0),
    "bundle-password": Scene(_password),
    "hand-over": Scene(_hand_over(with_password=False)),
    "hand-over-password": Scene(_hand_over(with_password=True), theme="dark"),
}
