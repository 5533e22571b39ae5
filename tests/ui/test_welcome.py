"""What comes before the work: the first start, the samples, a newsroom that does not open."""

from collections.abc import Callable
from pathlib import Path
from typing import NoReturn

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from newsdesk.desk import open_desk
from newsdesk.domain.errors import StorageError, StorageProblem
from newsdesk.domain.newsroom import Newsroom
from newsdesk.storage.lock import FolderLock
from newsdesk.ui import welcome as module
from newsdesk.ui.dialogs.error_page import ErrorPage
from newsdesk.ui.dialogs.first_start_page import FirstStartPage
from newsdesk.ui.dialogs.rescue_page import RescuePage
from newsdesk.ui.dialogs.settings_dialog import SettingsDialog
from newsdesk.ui.messages import words
from tests.ui.windows import OpenWindow

Open = Callable[..., OpenWindow]

OFFER = "These releases are a small sample newsroom, to look around in."
GONE = "The sample newsroom is gone. Its releases are in the trash."


@pytest.fixture
def first(open_window: Open) -> OpenWindow:
    """The very first start."""
    window = open_window(is_set_up=False)
    window.show()
    return window


def house(window: OpenWindow) -> Newsroom:
    with open_desk(window.folder) as desk:
        return desk.newsroom.get()


def samples_are_there(window: OpenWindow) -> bool:
    return len(window.listed()) == 3


def said(problem: StorageProblem) -> str:
    message = words(StorageError(problem))
    return f"{message.title}. {message.text}"


# The first start -------------------------------------------------------------------------------


def test_the_first_start_asks_who_writes_here(first: OpenWindow) -> None:
    page = first.dialog(FirstStartPage)
    assert page.isAncestorOf(first.window.focusWidget() or first.window)
    assert not first.window.library.isVisible()
    first.wait(lambda: samples_are_there(first))  # meanwhile, behind it
    assert not first.action("release.new").isEnabled()
    assert not first.action("app.settings").isEnabled()
    assert first.action("app.quit").isEnabled()
    assert first.action("view.theme").isEnabled()


@pytest.mark.parametrize("is_early", [True, False])
def test_what_is_answered_is_stored_and_the_rest_is_the_samples(
    is_early: bool, first: OpenWindow, qtbot: QtBot
) -> None:
    page = first.dialog(FirstStartPage)
    if not is_early:  # else before the newsroom is open
        first.wait(lambda: samples_are_there(first))
    field = page.findChild(QLineEdit, "organisation")
    assert field is not None
    qtbot.keyClicks(field, "Port of Aqaba")
    first.push("Begin", page)
    first.wait(first.window.library.isVisible)
    first.wait(lambda: house(first).organisation == "Port of Aqaba")
    first.wait(lambda: samples_are_there(first))
    assert len(house(first).languages) > 1  # as the samples have it
    first.wait(lambda: first.notice == OFFER)
    assert first.window.findChildren(FirstStartPage) == []


@pytest.mark.parametrize(("way", "is_early"), [("button", True), ("Escape", False)])
def test_it_can_be_skipped(way: str, is_early: bool, first: OpenWindow, qtbot: QtBot) -> None:
    page = first.dialog(FirstStartPage)
    if not is_early:
        first.wait(lambda: samples_are_there(first))
    if way == "button":
        first.push("Skip for now", page)
    else:
        qtbot.keyClick(page.focusProxy() or page, Qt.Key.Key_Escape)
    first.wait(first.window.library.isVisible)
    first.wait(lambda: samples_are_there(first) and first.session.is_open)
    first.wait(lambda: first.notice == OFFER)
    first.wait(first.action("release.new").isEnabled)


def test_it_is_asked_once(first: OpenWindow, open_window: Open) -> None:
    first.push("Skip for now", first.dialog(FirstStartPage))
    first.wait(lambda: first.notice == OFFER)
    first.settle()
    first.close()
    again = open_window().begin()
    assert again.kept().is_set_up
    assert not again.has_page(FirstStartPage)
    assert again.notice == ""
    assert len(again.listed()) == 3  # and nothing is brought in a second time


def test_a_house_that_was_set_up_elsewhere_is_not_asked(
    bare_folder: Path, open_window: Open
) -> None:
    window = open_window(is_set_up=False)
    window.show()
    window.wait(lambda: window.window.is_desk_shown)
    window.settle()
    assert window.listed() == []
    assert house(window).organisation == "Office for Safe Harbours"
    window.wait(lambda: window.kept().is_set_up)


def test_another_empty_newsroom_on_this_machine_gets_samples_and_a_way_to_remove_them(
    open_window: Open,
) -> None:
    window = open_window(is_set_up=True)
    window.show()
    window.wait(lambda: samples_are_there(window))
    window.wait(lambda: window.notice == OFFER)


def test_closing_at_the_first_question_is_no_answer(first: OpenWindow, open_window: Open) -> None:
    first.wait(lambda: samples_are_there(first))
    first.settle()
    first.close()
    assert not first.kept().is_set_up
    assert first.surroundings.picture.load() is None
    # once there are samples the house counts as set up
    again = open_window()
    again.show()
    again.wait(lambda: again.window.is_desk_shown)


# The samples -----------------------------------------------------------------------------------


@pytest.fixture
def begun(first: OpenWindow) -> OpenWindow:
    """After the first question, with the samples there."""
    first.push("Skip for now", first.dialog(FirstStartPage))
    first.wait(lambda: first.notice == OFFER)
    return first


def test_one_click_removes_the_samples_and_another_brings_them_back(begun: OpenWindow) -> None:
    organisation = house(begun).organisation
    assert organisation
    begun.push("Remove the samples", begun.window.notices)
    begun.wait(lambda: begun.notice == GONE)
    begun.wait(lambda: begun.listed() == [] and not begun.session.is_open)
    assert house(begun).organisation == ""
    begun.push("Undo", begun.window.notices)
    begun.wait(lambda: samples_are_there(begun))
    begun.wait(lambda: house(begun).organisation == organisation)


def test_a_sample_that_was_just_edited_goes_with_what_was_typed(begun: OpenWindow) -> None:
    begun.wait(lambda: begun.session.is_editable)
    release = begun.release
    begun.type_body("Quite at once. ")
    begun.push("Remove the samples", begun.window.notices)
    begun.wait(lambda: begun.notice == GONE)
    assert begun.stored(release).body_md.startswith("Quite at once. ")


def test_the_settings_remove_them_too(begun: OpenWindow) -> None:
    begun.window.notices.dismiss()
    begun.do("app.settings")
    begun.dialog(SettingsDialog).samples_removal_requested.emit()
    begun.wait(lambda: begun.notice == GONE)


# A newsroom that does not open -----------------------------------------------------------------


@pytest.fixture
def damaged(bare_folder: Path) -> Callable[[], None]:
    """Damage the newsroom, and return what mends it."""
    database = bare_folder / "newsdesk.sqlite"
    whole = database.read_bytes()
    database.write_bytes(b"this is no database")
    return lambda: (database.write_bytes(whole), None)[1]


def enabled(page: RescuePage) -> list[str]:
    return [one.text() for one in page.findChildren(QPushButton) if one.isEnabled()]


def test_it_says_why_and_works_once_it_is_mended(
    damaged: Callable[[], None], open_window: Open
) -> None:
    window = open_window()
    window.show()
    page = window.dialog(RescuePage)
    assert page.accessibleName() == "The newsroom is damaged"
    assert not window.action("release.new").isEnabled()
    assert window.notice == ""
    window.push("Try again", page)
    window.wait(lambda: window.dialog(RescuePage) is not page)  # the same again
    window.wait(lambda: "&Try again" in enabled(window.dialog(RescuePage)))
    damaged()
    window.push("Try again", window.dialog(RescuePage))
    window.wait(lambda: window.window.is_desk_shown)
    window.wait(window.action("release.new").isEnabled)
    window.wait(lambda: window.workstation.newsroom.organisation == "Office for Safe Harbours")
    assert not window.has_page(RescuePage)


def test_a_first_start_goes_on_after_it(open_window: Open, newsroom_folder: Path) -> None:
    database = newsroom_folder / "newsdesk.sqlite"
    whole = database.read_bytes()
    database.write_bytes(b"this is no database")
    window = open_window(is_set_up=False)
    window.show()
    page = window.dialog(RescuePage)
    database.write_bytes(whole)
    window.push("Try again", page)
    window.wait(lambda: window.has_page(FirstStartPage))
    window.wait(lambda: not window.has_page(RescuePage))
    window.push("Skip for now", window.dialog(FirstStartPage))
    window.wait(lambda: samples_are_there(window))


def test_one_can_quit_from_there(damaged: Callable[[], None], open_window: Open) -> None:
    window = open_window()
    window.show()
    window.push("Quit", window.dialog(RescuePage))
    window.wait(lambda: not window.window.isVisible())


def test_another_folder_is_used_from_the_next_start_on(
    damaged: Callable[[], None], open_window: Open, tmp_path: Path
) -> None:
    window = open_window()
    window.show()
    window.push("Use another folder…", window.dialog(RescuePage))
    window.dialog(QFileDialog).fileSelected.emit(str(tmp_path / "other"))
    assert window.kept().data_dir == str(tmp_path / "other")
    assert str(tmp_path / "other") in window.notice


def test_one_of_a_newer_newsdesk_is_no_damage(bare_folder: Path, open_window: Open) -> None:
    database = bare_folder / "newsdesk.sqlite"
    content = bytearray(database.read_bytes())
    content[60:64] = (9999).to_bytes(4, "big")
    database.write_bytes(content)
    window = open_window()
    window.show()
    page = window.dialog(ErrorPage)
    assert page.accessibleName() == words(StorageError(StorageProblem.NEWER)).title
    assert database.read_bytes() == content


# One that another newsdesk writes in -----------------------------------------------------------


def test_it_is_read_meanwhile_and_that_is_said(sample_folder: Path, open_window: Open) -> None:
    window = open_window()
    with open_desk(sample_folder, writing=True):
        window.show()
        window.wait(lambda: window.notice == said(StorageProblem.LOCKED))
        window.wait(lambda: samples_are_there(window) and window.session.is_open)
        headline = window.listed()[-1]
        window.open(headline)
        assert window.window.editor.text.text()
        assert not window.window.editor.text.is_editable
        assert not window.action("release.new").isEnabled()
        assert window.action("app.settings").isEnabled()


def test_it_becomes_writable_by_itself(
    sample_folder: Path, open_window: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "_RETRY_MS", 50)
    window = open_window()
    with open_desk(sample_folder, writing=True):
        window.show()
        window.wait(lambda: window.notice == said(StorageProblem.LOCKED))
        window.wait(lambda: window.session.is_open)
    window.wait(lambda: window.store.is_writable)
    window.wait(lambda: window.notice == "")
    assert window.window.editor.text.is_editable
    window.type_body("Quite at once. ")
    window.do("release.save")
    window.settle()
    assert window.stored().body_md.startswith("Quite at once. ")


def test_it_says_so_once_and_again_when_asked(
    sample_folder: Path, open_window: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "_RETRY_MS", 20)
    window = open_window()
    with open_desk(sample_folder, writing=True):
        window.show()
        window.wait(lambda: window.notice == said(StorageProblem.LOCKED))
        window.window.notices.dismiss()
        refusals: list[object] = []
        window.store.refused.connect(refusals.append)
        window.wait(lambda: len(refusals) > 2)
        assert window.notice == ""
        window.wiring.welcome._try_again()
        window.wait(lambda: window.notice == said(StorageProblem.LOCKED))


def test_another_notice_is_not_taken_away_when_it_becomes_writable(
    sample_folder: Path, open_window: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "_RETRY_MS", 50)
    window = open_window()
    with open_desk(sample_folder, writing=True):
        window.show()
        window.wait(lambda: window.notice == said(StorageProblem.LOCKED))
        window.wiring.notices.show("Something else")
    window.wait(lambda: window.store.is_writable)
    window.settle()
    assert window.notice == "Something else"


def test_nothing_is_done_later_that_was_refused_now(
    sample_folder: Path, open_window: Open, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "_RETRY_MS", 50)
    window = open_window()
    with open_desk(sample_folder, writing=True):
        window.show()
        window.wait(lambda: window.notice == said(StorageProblem.LOCKED))
        window.wait(lambda: samples_are_there(window) and window.session.is_open)
        window.window.notices.dismiss()
        qtbot.keyClick(window.list_view, Qt.Key.Key_Delete)
        window.wait(lambda: window.notice == said(StorageProblem.LOCKED))
    window.wait(lambda: window.store.is_writable)
    window.settle()
    assert len(window.stored_ids()) == 3


def test_a_folder_that_cannot_be_written_in_is_read(
    sample_folder: Path, open_window: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(folder: Path) -> NoReturn:
        raise StorageError(StorageProblem.READONLY, str(folder))

    monkeypatch.setattr(FolderLock, "take", refuse)  # root may write anywhere
    window = open_window()
    window.show()
    window.wait(lambda: window.notice == said(StorageProblem.READONLY))
    window.wait(lambda: samples_are_there(window) and window.session.is_open)
    monkeypatch.undo()
    window.push("Try again", window.window.notices)
    window.wait(lambda: window.store.is_writable and window.notice == "")
