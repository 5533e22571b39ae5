"""The history in the inspector: read when it is seen, with what can be done."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QMenu, QScrollArea

from newsdesk.domain.release import Release
from newsdesk.domain.revision import Reason
from newsdesk.services.preferences import ThemeChoice
from newsdesk.ui.dialogs.comparison_dialog import ComparisonDialog
from newsdesk.ui.history.history_list import HistoryList
from newsdesk.ui.inspector.history_section import HistorySection
from tests.ui.windows import OpenWindow

HARBOUR = "Harbour crews from nine ports train together for winter rescues"


@pytest.fixture
def window(sample_folder: Path, open_window: Callable[..., OpenWindow]) -> OpenWindow:
    window = open_window().begin()
    window.open(HARBOUR)
    window.settle()
    return window


@pytest.fixture
def section(window: OpenWindow) -> HistorySection:
    section = window.window.inspector.findChild(HistorySection)
    assert section is not None
    window.do("release.history")
    window.wait(lambda: bool(section._revisions))
    return section


@pytest.fixture
def shown(section: HistorySection) -> HistoryList:
    assert section._list is not None
    return section._list


def keep(window: OpenWindow, text: str, reason: Reason = Reason.SAVE) -> Release:
    stored: list[Release] = []
    edited = replace(window.release, body_md=text)
    window.store.change(lambda desk: desk.releases.save(edited, reason), stored.append)
    window.wait(lambda: bool(stored))
    window.session.replace_stored(stored[0])
    return stored[0]


def titles(shown: HistoryList) -> list[str]:
    return [line.title for line in shown.lines()]


def test_folded_away_it_reads_nothing(window: OpenWindow) -> None:
    section = window.window.inspector.findChild(HistorySection)
    assert section is not None
    section.set_open(False)
    window.open(next(one for one in window.listed() if one != HARBOUR))
    window.settle()
    assert section._revisions == ()
    section.set_open(True)
    window.wait(lambda: bool(section._revisions))


def test_what_is_kept_later_is_listed(window: OpenWindow, shown: HistoryList) -> None:
    keep(window, "Another text.")
    window.wait(lambda: titles(shown) == ["Now", "Today", "Saved", "Brought in"])


def test_what_can_be_done_follows_from_what_is_chosen(
    window: OpenWindow, section: HistorySection, shown: HistoryList
) -> None:
    keep(window, "Another text.")
    window.wait(lambda: "Saved" in titles(shown))
    for chosen, can_compare, can_restore, text in (
        ([None], False, False, "Compare with now"),
        ([1], True, True, "Compare with now"),
        ([1, 2], True, False, "Compare both"),
        ([1, 2, None], False, False, "Compare with now"),
    ):
        shown.choose(chosen)
        assert section._compare.isEnabled() is can_compare
        assert section._restore.isEnabled() is can_restore
        assert section._compare.toolTip() == section._compare.accessibleName() == text


def test_it_is_narrow_enough_at_twice_the_size(window: OpenWindow, section: HistorySection) -> None:
    themes = window.workstation.themes
    themes.choose(ThemeChoice.LIGHT, text_scale=2.0)
    try:
        area = window.window.inspector.findChild(QScrollArea)
        window.wait(lambda: area.widget().minimumSizeHint().width() <= area.viewport().width())
    finally:
        themes.choose(ThemeChoice.LIGHT)


def test_two_are_compared_the_older_one_first(
    window: OpenWindow, section: HistorySection, shown: HistoryList
) -> None:
    keep(window, "Another text.")
    window.wait(lambda: "Saved" in titles(shown))
    shown.choose([1, 2])
    section._compare.click()
    window.wait(lambda: window.window.findChild(ComparisonDialog) is not None)
    dialog = window.dialog(ComparisonDialog)
    assert dialog._numbers() == (1, 2)


def test_the_right_click_offers_the_same_and_the_one_before(
    window: OpenWindow, section: HistorySection, shown: HistoryList
) -> None:
    keep(window, "Another text.")
    window.wait(lambda: "Saved" in titles(shown))
    shown.choose([2])
    section._show_menu(shown.place_of_current())
    (menu,) = window.window.findChildren(QMenu, "history_menu")
    offered = {action.text(): action for action in menu.actions() if action.text()}
    assert list(offered) == [
        "Compare with now",
        "Compare with the one before",
        "Restore this version",
    ]
    offered["Compare with the one before"].trigger()
    menu.close()
    window.wait(lambda: window.window.findChild(ComparisonDialog) is not None)
    assert window.dialog(ComparisonDialog)._numbers() == (1, 2)


def test_restoring_from_the_list(
    window: OpenWindow, section: HistorySection, shown: HistoryList
) -> None:
    before = window.release.body_md
    keep(window, "Another text.")
    window.wait(lambda: "Saved" in titles(shown))
    shown.choose([1])
    section._restore.click()
    window.wait(lambda: window.release.body_md == before)
    window.wait(lambda: "Restored" in titles(shown))


def test_a_long_history_is_shown_as_far_as_it_is_asked_for(
    window: OpenWindow, section: HistorySection, shown: HistoryList
) -> None:
    for number in range(14):
        keep(window, f"Text {number}.")
    window.wait(lambda: not section._older.isHidden())
    assert len(shown.lines()) == 12
    section._older.click()
    window.wait(lambda: len(shown.lines()) == 17)
    assert section._older.isHidden()


def test_autosaves_unfold(window: OpenWindow, section: HistorySection, shown: HistoryList) -> None:
    for text in ("One.", "Two."):
        keep(window, text, Reason.AUTOSAVE)
    window.wait(lambda: "2 autosaves" in titles(shown))
    shown.group_opened.emit(3)
    assert titles(shown).count("Autosaved") == 2


def test_what_was_never_kept_says_so(
    window: OpenWindow, section: HistorySection, shown: HistoryList
) -> None:
    section._on_not_read(window.release.id, None)  # type: ignore[arg-type]
    assert not section._nothing.isHidden()
    assert shown.isHidden()
    assert section._compare.isHidden()
