"""Searching beyond the list, through the whole window."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QListWidget

from newsdesk.desk import open_desk
from newsdesk.ui.library.search_field import SearchField
from tests.ui.windows import OpenWindow

HARBOUR = "Harbour crews from nine ports train together for winter rescues"


@pytest.fixture
def window(sample_folder: Path, open_window: Callable[..., OpenWindow]) -> OpenWindow:
    window = open_window().begin()
    window.open(HARBOUR)
    return window


def search(window: OpenWindow) -> SearchField:
    field = window.window.library.findChild(SearchField)
    assert isinstance(field, SearchField)
    return field


def kept(window: OpenWindow) -> list[str]:
    with open_desk(window.folder) as desk:
        return [one.name for one in desk.searches.all()]


def test_what_is_looked_for_is_marked_in_the_open_text_until_it_is_cleared(
    window: OpenWindow,
) -> None:
    marks = window.wiring.searching.marks
    QTest.keyClicks(search(window), "harbour")
    window.wait(lambda: marks.is_marking)
    QTest.keyClick(search(window), Qt.Key.Key_Escape)
    window.wait(lambda: not marks.is_marking)


def test_a_search_is_kept_found_again_deleted_and_brought_back(window: OpenWindow) -> None:
    saved = window.wiring.searching.saved
    QTest.keyClicks(search(window), "state:draft")
    search(window).save_requested.emit("state:draft")
    window.wait(lambda: saved.has("state:draft"))
    search(window).save_requested.emit("state:draft")  # which is told, and kept once
    window.wait(window.wiring.notices.bar.isVisible)
    assert kept(window) == ["state:draft"]
    search(window).clear_search()
    saved.search_chosen.emit("state:draft")
    assert search(window).text() == "state:draft"
    lines = saved.findChild(QListWidget)
    assert isinstance(lines, QListWidget)
    lines.setCurrentRow(0)
    saved.remove(saved.searches()[0])
    window.wait(lambda: not kept(window))
    window.wait(lambda: "was deleted" in window.wiring.notices.bar.text())
    window.push("Undo", window.wiring.notices.bar)
    window.wait(lambda: kept(window) == ["state:draft"])
