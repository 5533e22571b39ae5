"""What newsdesk can do, found from the keyboard in a whole window."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QListWidget

from newsdesk.ui.help.about_dialog import AboutDialog
from newsdesk.ui.help.command_palette import CommandPalette
from newsdesk.ui.help.guide_dialog import GuideDialog
from newsdesk.ui.help.news_dialog import NewsDialog
from newsdesk.ui.help.shortcut_sheet import ShortcutSheet
from tests.ui.windows import OpenWindow

Open = Callable[..., OpenWindow]


@pytest.fixture
def window(sample_folder: Path, open_window: Open) -> OpenWindow:
    return open_window().begin()


def palette(window: OpenWindow) -> CommandPalette:
    window.do("help.palette")
    return window.dialog(CommandPalette)


def lines(palette: CommandPalette) -> list[str]:
    (found,) = palette.findChildren(QListWidget)
    return [found.item(row).text() for row in range(found.count())]


def type_into(palette: CommandPalette, text: str) -> None:
    (field,) = palette.findChildren(QLineEdit)
    QTest.keyClicks(field, text)


def enter(palette: CommandPalette) -> None:
    (field,) = palette.findChildren(QLineEdit)
    QTest.keyClick(field, Qt.Key.Key_Return)


def test_an_action_is_found_and_run(window: OpenWindow) -> None:
    before = window.workstation.themes.theme.is_dark
    opened = palette(window)
    type_into(opened, "light or d")
    assert lines(opened)[:2] == ["Actions", "Switch to light or dark"]
    enter(opened)
    assert window.workstation.themes.theme.is_dark != before


def test_what_was_taken_last_comes_first(window: OpenWindow) -> None:
    opened = palette(window)
    first = lines(opened)[1]
    type_into(opened, "inspector")
    enter(opened)
    again = palette(window)
    assert lines(again)[1:3] == ["Inspector", first]


def test_a_release_is_found_by_its_headline_and_opened(window: OpenWindow) -> None:
    here = window.headline
    headline = next(one for one in window.listed() if one != here)
    opened = palette(window)
    type_into(opened, " ".join(headline.split()[:3]))
    window.wait(lambda: headline in lines(opened))
    enter(opened)
    window.wait(lambda: window.headline == headline)


def test_only_what_is_possible_now_is_offered(window: OpenWindow) -> None:
    assert not window.action("edit.redo").isEnabled()
    opened = palette(window)
    assert "Redo" not in lines(opened)
    assert "Export" in lines(opened)
    assert "Command palette" not in lines(opened)


def test_what_only_its_menu_names_comes_after_the_releases(window: OpenWindow) -> None:
    opened = palette(window)
    type_into(opened, "help")
    assert lines(opened)[0] == "Of the menu"
    assert "User guide" in lines(opened)


def test_nothing_found_is_said(window: OpenWindow) -> None:
    opened = palette(window)
    type_into(opened, "qqq")
    window.wait(lambda: lines(opened) == [])
    assert opened._nothing.text() == "Nothing is called that."


def test_the_sheet_shows_every_action_that_has_keys(window: OpenWindow) -> None:
    window.do("help.shortcuts")
    sheet = window.dialog(ShortcutSheet)
    shown = {label.text() for label in sheet.findChildren(type(sheet._nothing))}
    said = [one for one in window.workstation.actions.said() if one.keys]
    assert {one.text for one in said} <= shown
    assert {one.keys for one in said} <= shown
    assert "Put a list item further in" in shown
    sheet.close()


def test_the_guide_is_opened_once_and_can_be_closed(window: OpenWindow) -> None:
    window.do("help.guide")
    guide = window.dialog(GuideDialog)
    assert not guide.isModal()
    window.do("help.guide")
    assert window.dialog(GuideDialog) is guide
    guide.close()
    QCoreApplication.sendPostedEvents(guide, QEvent.Type.DeferredDelete.value)
    window.do("help.guide")
    assert window.dialog(GuideDialog).isVisible()
    window.dialog(GuideDialog).close()


def test_about_names_the_folder_of_this_newsroom_and_leads_to_what_is_new(
    window: OpenWindow,
) -> None:
    window.do("help.about")
    about = window.dialog(AboutDialog)
    assert str(window.folder) in [label.text() for label in about.findChildren(QLabel)]
    window.push("What's new", within=about)
    window.dialog(NewsDialog)


def test_what_is_new_is_shown_once(window: OpenWindow) -> None:
    window.do("help.news")
    window.do("help.news")
    news = window.dialog(NewsDialog)
    news.close()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    window.do("help.news")
    assert window.dialog(NewsDialog).isVisible()
