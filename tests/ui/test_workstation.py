"""The parts together, before anything is read from the newsroom."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QMenu, QToolButton
from pytestqt.qtbot import QtBot

from newsdesk.services.preferences import ThemeChoice
from newsdesk.ui.dialogs.crash_dialog import CrashDialog
from newsdesk.ui.editor.formats import TableChange, TextFormat
from newsdesk.ui.editor.toolbar import Toolbar
from newsdesk.ui.main_window import MainWindow
from newsdesk.ui.theme.fonts import UI_PX
from newsdesk.ui.workstation import Workstation
from tests.ui.windows import OpenWindow

Open = Callable[..., OpenWindow]

HARBOUR = "Harbour crews from nine ports train together for winter rescues"


@pytest.fixture
def left(sample_folder: Path, open_window: Open) -> OpenWindow:
    """A window that was closed with a release open."""
    window = open_window().begin()
    window.open(HARBOUR)
    window.settle()
    window.close()
    return window


def test_what_was_open_is_seen_before_the_newsroom_is(left: OpenWindow, open_window: Open) -> None:
    window = open_window()
    window.show()
    assert not window.store.is_readable
    assert window.headline == HARBOUR
    assert window.window.editor.text.text() == window.release.body_md != ""
    assert len(window.listed()) == 3
    assert window.window.library.shown_total() == 3
    assert window.list_view.current() == window.release.id
    assert window.window.editor._status.text() == "Draft"


def test_the_house_is_known_before_too(bare_folder: Path, open_window: Open) -> None:
    first = open_window().begin()
    first.wiring._ending._snapshot.write()
    first.settle_reading()
    first.close()
    window = open_window()
    window.show()
    assert not window.store.is_readable
    assert window.workstation.newsroom.organisation == "Office for Safe Harbours"


def test_without_a_snapshot_it_begins_empty(sample_folder: Path, open_window: Open) -> None:
    window = open_window()
    window.show()
    assert not window.session.is_open
    assert window.listed() == []
    assert window.window.isVisible()
    window.wait(lambda: window.session.is_open)


@pytest.mark.parametrize("content", [b"\x00\xff", b'{"newsdesk": "0.0"}'])
def test_a_damaged_snapshot_is_done_without(
    content: bytes, left: OpenWindow, open_window: Open
) -> None:
    (left.folder / "state" / "start.json").write_bytes(content)
    window = open_window()
    window.show()
    assert not window.session.is_open
    window.wait(lambda: window.headline == HARBOUR)


def test_it_looks_as_it_was_chosen(
    bare_folder: Path, open_window: Open, qapp: QApplication
) -> None:
    window = open_window(theme=ThemeChoice.DARK, text_scale=1.5, editor_font_px=20)
    window.show()
    assert window.workstation.themes.theme.is_dark
    assert window.workstation.icons.is_dark
    assert qapp.font().pixelSize() == round(UI_PX * 1.5)
    assert window.window.editor.text.document().defaultFont().pixelSize() == 20


def test_a_window_that_is_shown_already_is_furnished(
    bare_folder: Path, open_window: Open, qapp: QApplication, qtbot: QtBot
) -> None:
    main = MainWindow()
    main.resize(1_200, 700)
    main.show()
    qtbot.waitExposed(main)
    given = open_window().surroundings
    workstation = Workstation(qapp, given, main)
    assert workstation.window is main
    workstation.show()
    qtbot.waitUntil(main.editor.isVisible)
    assert (main.width(), main.height()) == (1_200, 700)  # it does not jump
    assert workstation.wiring is not None
    workstation.wiring.end()
    for part in (workstation.wiring, main, workstation):
        part.deleteLater()


def test_it_is_completed_once(bare_folder: Path, open_window: Open) -> None:
    window = open_window()
    window.show()
    wiring = window.wiring
    window.workstation.complete()
    assert window.wiring is wiring


def test_no_action_is_possible_before_there_is_somebody_to_do_it(
    bare_folder: Path, open_window: Open
) -> None:
    window = open_window()
    assert not any(action.isEnabled() for action in window.window.actions())
    window.begin()
    assert window.action("release.new").isEnabled()


def test_the_toolbar_has_every_format_of_the_text(bare_folder: Path, open_window: Open) -> None:
    window = open_window().begin()
    toolbar = window.window.editor.findChild(Toolbar)
    own = {button.defaultAction() for button in toolbar.findChildren(QToolButton)}
    own |= set(toolbar.findChild(QMenu).actions())
    assert {window.action(f"format.{one}") for one in (*TextFormat, *TableChange)} <= own


def test_an_image_is_a_button_before_a_numbered_list_is(
    bare_folder: Path, open_window: Open
) -> None:
    window = open_window().begin()
    toolbar = window.window.editor.findChild(Toolbar)
    shown = {
        width: [one.defaultAction() for one in toolbar.findChildren(QToolButton) if one.isVisible()]
        for width in (320, 290)
        if toolbar.resize(width, 32) is None
    }
    image, numbers = window.action("insert.image"), window.action("format.numbered_list")
    assert numbers not in shown[320]
    assert image in shown[320]
    assert image not in shown[290]


def test_a_mistake_of_ours_is_told_in_one_dialog(bare_folder: Path, open_window: Open) -> None:
    window = open_window().begin()
    window.workstation.show_crash("ValueError\nsomewhere.py:1 in f")
    dialog = window.dialog(CrashDialog)
    assert "ValueError" in dialog.details()
    window.workstation.show_crash("KeyError\nelsewhere.py:2 in g")
    assert window.dialog(CrashDialog) is dialog
    assert "KeyError" in dialog.details()
    dialog.reject()
