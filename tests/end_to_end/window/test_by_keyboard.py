"""The first day again without a mouse: every way leads through Tab, arrows, Enter and shortcuts."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QComboBox, QDialog, QListView, QPushButton, QWidget

from newsdesk.desk import open_desk
from newsdesk.domain.release import Release
from newsdesk.domain.workflow import State
from tests import hands
from tests.drivers import WindowDriver
from tests.end_to_end.window.stories import TEXTS, blocks, files_of, main_of
from tests.hands import (
    choose_in_menu,
    find,
    is_shown,
    name_of,
    press,
    tab_to,
    type_text,
    visible,
    wait_until,
)

Open = Callable[..., WindowDriver]

NUMBER = "+254 20 555 01 44"


@pytest.fixture(autouse=True)
def _no_mouse(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_arguments: object) -> None:
        raise AssertionError("no mouse here")

    monkeypatch.setattr(hands, "_spot", refuse)


def focus_in(widget: QWidget) -> bool:
    focus = QApplication.focusWidget()
    return focus is not None and widget.isAncestorOf(focus)


def focus_name() -> str:
    focus = QApplication.focusWidget()
    return name_of(focus) if focus is not None else ""


def choose(text: str) -> None:
    """Go to an entry of the list of choices that has the focus."""
    box = QApplication.focusWidget()
    assert isinstance(box, QComboBox)
    press("Home")
    for _ in range(box.count()):
        if box.currentText() == text:
            return
        press("Down")
    raise AssertionError(f"“{text}” is not offered")


def wait_for_dialog(name: str) -> QDialog:
    dialog = find(QDialog, name)
    wait_until(lambda: focus_in(dialog), "the focus to be in the dialog")
    return dialog


def wait_until_gone(dialog: QDialog) -> None:
    wait_until(lambda: not is_shown(dialog), "the dialog to be gone")


def settle_in(desk: WindowDriver) -> None:
    """Answer the first page, then change theme and organisation in the settings."""
    wait_until(lambda: focus_name() == "Organisation", "the first field")
    type_text("Office for Safe Harbours\tOSH\n")
    desk.wait_for_samples()
    choose_in_menu(("Release", "Settings"), lambda: press("F10"))
    settings = wait_for_dialog("settings")
    press("Down")
    tab_to("Theme:", begins=True)
    press("Right", 2)
    wait_until(lambda: desk.workstation.themes.theme.is_dark, "the dark theme")
    tab_to("settings_pages", back=True)
    press("Up")
    tab_to("organisation")
    press("Ctrl+A")
    type_text("Office for Safer Harbours\n")
    wait_until_gone(settings)
    with open_desk(desk.folder) as newsroom:
        assert newsroom.newsroom.get().organisation == "Office for Safer Harbours"


def confirm_import(desk: WindowDriver) -> None:
    """Put a piece back, take it again, and bring the text in."""
    dialog = wait_for_dialog("import_dialog")
    wait_until(lambda: focus_name().endswith("Back to the text"), "the first piece")
    press("Space")
    wait_until(lambda: focus_name().endswith("Take it again"), "it to be put back")
    press("Space")
    wait_until(lambda: focus_name().endswith("Back to the text"), "it to be taken again")
    press("Return")
    wait_until_gone(dialog)
    wait_until(lambda: desk.notice == f"“{desk.headline}” is brought in.", "it to be opened")


def correct_dateline(desk: WindowDriver, release: Release) -> None:
    for _ in range(4):
        press("F6")
        if focus_in(desk.window.inspector):
            break
    for _ in release.dateline.places:
        tab_to("Remove ", begins=True)
        press("Space")
    tab_to("dateline_place")
    type_text("Nairobi")
    wait_until(lambda: isinstance(QApplication.activePopupWidget(), QListView), "places")
    press("Down")
    press("Return")
    tab_to("dateline_style")
    choose("IOM")
    wait_until(lambda: "Nairobi" in desk.preview_main_html(), "the place on the page")


def correct_contact(desk: WindowDriver, release: Release) -> None:
    if release.contacts:
        name = release.contacts[0].display_name
    else:
        name = "Dana Whitlock"
        tab_to("Add a contact")
        press("Space")
        type_text(name)
        press("Return")
    tab_to(name, begins=True)
    press("Space")
    if visible(QPushButton, f"Add to the address book: {name}"):
        tab_to("Add to the address book", begins=True)
        press("Space")
    tab_to("Edit in the address book", begins=True)
    press("Space")
    dialog = wait_for_dialog("contact_dialog")
    tab_to("Add number or address")
    press("Space")
    type_text(NUMBER)
    press("Return")
    wait_until_gone(dialog)
    wait_until(lambda: NUMBER in desk.preview_main_html(), "the number on the page")


def publish(desk: WindowDriver) -> None:
    press("Ctrl+Shift+P")
    wait_for_dialog("publish_dialog")
    press("Return")
    wait_until(lambda: "is published" in desk.notice, "it to be published")


def export(folder: Path) -> Path:
    before = set(folder.glob("*"))
    press("Ctrl+E")
    dialog = wait_for_dialog("export_dialog")
    press("Ctrl+A")
    type_text(str(folder))
    if QApplication.activePopupWidget() is not None:
        press("Escape")
    press("Return")
    wait_until(lambda: bool(visible(QPushButton, "Close", dialog)), "it to be written")
    press("Escape")
    wait_until_gone(dialog)
    (page,) = set(folder.glob("*")) - before
    return page


def finish(desk: WindowDriver, pages: Path) -> None:
    """Correct the open release, publish it and write it out."""
    release = desk.workstation.session.release
    assert release is not None
    correct_dateline(desk, release)
    correct_contact(desk, release)
    publish(desk)
    assert blocks(main_of(export(pages))) == blocks(desk.preview_main_html())


@pytest.mark.parametrize("texts", TEXTS)
def test_the_first_day_by_keyboard(opened: Open, tmp_path: Path, texts: str) -> None:
    pasted, named = files_of(texts)
    pages = tmp_path / "pages"
    pages.mkdir()
    desk = opened()
    settle_in(desk)
    QGuiApplication.clipboard().setText(pasted.read_text("utf-8"))  # copied elsewhere
    press("Ctrl+Shift+N")
    confirm_import(desk)
    finish(desk, pages)
    press("Ctrl+Q")
    desk.wait_until_closed()

    desk = opened(files=(named,))
    confirm_import(desk)
    finish(desk, pages)
    states = [release.state for release in desk.stored()]
    assert states.count(State.PUBLISHED) == 2
    press("Ctrl+Q")
    desk.wait_until_closed()
