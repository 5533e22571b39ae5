"""Writing: by keys, with formats, undone and redone, found again, put away and taken back."""

from collections.abc import Callable
from threading import Event
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QComboBox, QPlainTextEdit, QPushButton

from newsdesk.desk import open_desk
from tests.drivers import WindowDriver
from tests.hands import click, find, press, type_text, wait_until

Open = Callable[..., WindowDriver]

HEADLINE = "Harbour opens for winter"
BODY = "The harbour is **open**.\n\n- Berths\n- Pilots"

PLAN = """“Open” – " wide[^1].

1. Berths
    1. North
2. South

| Port  | Ships |
| ----- | ----- |
| Aqaba | 12    |
|       |       |

[^1]: Of the quay"""


@pytest.fixture
def may_open(monkeypatch: pytest.MonkeyPatch) -> Event:
    """Set from the start; while it is not, a newsroom waits to be opened."""
    event = Event()
    event.set()

    def open_slowly(*what: Any, **how: Any) -> Any:
        event.wait(20)
        return open_desk(*what, **how)

    monkeypatch.setattr("newsdesk.desk.open_desk", open_slowly)
    return event


def test_a_release_is_written_whole_by_keys(opened: Open) -> None:
    desk = opened()
    desk.skip_first_start()
    press("Ctrl+N")
    wait_until(lambda: desk.headline == "", "an empty release")

    type_text(HEADLINE)
    press("Ctrl+Z")
    assert desk.headline == ""
    press("Ctrl+Shift+Z")
    assert desk.headline == HEADLINE
    press("Down")
    type_text("Ferries every 20 minutes\n")
    type_text("The harbour is open")
    press("Ctrl+Shift+Left")
    press("Ctrl+B")
    press("End")
    type_text(".\n\nBerths\nPilots")
    press("Shift+Up")
    press("Ctrl+Shift+8")
    assert desk.body == BODY

    press("Ctrl+Z")
    assert desk.body.endswith(".\n\nBerths\nPilots")
    press("Ctrl+Shift+Z")
    assert desk.body == BODY
    wait_until(lambda: "<li>Pilots</li>" in desk.preview_main_html(), "the list in the preview")
    assert "<strong>open</strong>" in desk.preview_main_html()
    wait_until(lambda: desk.is_saved, "the text to be stored by itself")
    stored = desk.stored()[0]
    assert (stored.headline, stored.subheadline) == (HEADLINE, "Ferries every 20 minutes")
    assert stored.body_md == BODY
    desk.close()


def test_marks_tables_and_notes_are_written_by_keys(opened: Open) -> None:
    desk = opened()
    desk.skip_first_start()
    press("Ctrl+N")
    wait_until(lambda: desk.headline == "", "an empty release")
    type_text('The harbour\'s "winter" plan\n')
    assert desk.headline == "The harbour’s “winter” plan"

    type_text('"Open" -- "')
    press("Ctrl+Z")  # as it was typed
    type_text(" wide")
    press("Ctrl+Alt+F")
    type_text("Of the quay")
    press("Ctrl+Alt+F")
    type_text(".\n\n1. Berths\nNorth\nSouth")
    press("Up")
    press("Tab")
    press("Down")
    press("Ctrl+Alt+T")
    type_text("Port\tShips\tAqaba\t12\t")
    assert desk.body == PLAN
    press("Shift+Tab")
    wait_until(desk.workstation.actions.action("format.column_right").isEnabled, "the table")
    press("Ctrl+Shift+Return")
    type_text("Crews")
    wait_until(lambda: "Crews</th>" in desk.preview_main_html(), "the column in the preview")
    page = desk.preview_main_html()
    assert page.count("<tr>") == 3
    assert "Of the quay" in page
    desk.close()


def test_releases_are_found_doubled_starred_put_away_and_taken_back(opened: Open) -> None:
    desk = opened()
    desk.skip_first_start()
    samples = desk.listed_total()
    desk.new_release()
    desk.type_headline(HEADLINE)

    press("Ctrl+Shift+F")
    type_text("opens wint")
    wait_until(lambda: desk.listed() == [HEADLINE], "what was looked for")
    press("Escape")
    wait_until(lambda: desk.listed_total() == samples + 1, "the whole list")

    press("Ctrl+D")
    wait_until(lambda: desk.listed().count(HEADLINE) == 2, "the duplicate")
    press("Ctrl+Shift+D")
    wait_until(lambda: [one.starred for one in desk.stored()].count(True) == 1, "the star")

    desk.click_row(HEADLINE)
    press("Delete")
    wait_until(lambda: "is in the trash" in desk.notice, "the notice")
    wait_until(lambda: desk.listed_total() == samples + 1, "one less")
    click(find(QPushButton, "Undo", desk.window.notices))
    wait_until(lambda: desk.listed_total() == samples + 2, "it to be back")

    desk.click_row(HEADLINE)
    press("Delete")
    wait_until(lambda: desk.listed_total() == samples + 1, "one less")
    click(find(QAbstractButton, "Trash: 1 release"))
    wait_until(lambda: desk.listed_total() == 1, "the trash to be listed")
    desk.click_row(HEADLINE)
    desk.do("release.untrash")
    wait_until(lambda: desk.listed_total() == 0, "the trash to be empty")
    click(find(QAbstractButton, f"Drafts: {samples + 2}"))
    wait_until(lambda: desk.listed().count(HEADLINE) == 2, "both drafts")
    desk.close()


def test_switching_between_releases_while_typing_loses_no_key(opened: Open) -> None:
    desk = opened()
    desk.skip_first_start()
    headlines = desk.listed()
    before = sum(one.body_md.count("ž") for one in desk.stored())
    for turn in range(12):
        desk.click_row(headlines[turn % 2])
        click(desk.window.editor.text)  # without waiting for what was chosen
        type_text("ž" * 5)
    wait_until(lambda: desk.workstation.autosave.is_settled, "everything to be stored", 25)
    assert sum(one.body_md.count("ž") for one in desk.stored()) == before + 60
    desk.close()


def test_the_next_start_shows_the_same_release_at_once(opened: Open, may_open: Event) -> None:
    desk = opened()
    desk.skip_first_start()
    desk.new_release()
    desk.type_headline(HEADLINE)
    desk.type_body("Unsaved when the window closes.")
    desk.close()

    may_open.clear()
    again = opened()
    store = again.workstation.store
    assert not store.is_readable
    assert (again.headline, again.body) == (HEADLINE, "Unsaved when the window closes.")
    assert HEADLINE in again.listed()
    type_text(" Typed at once.")  # the caret is where it was left
    may_open.set()
    again.wait_for_newsroom()
    assert again.headline == HEADLINE
    assert again.body == "Unsaved when the window closes. Typed at once."
    wait_until(lambda: again.is_saved, "it to be stored")
    again.close()


def test_whoever_goes_elsewhere_while_the_newsroom_opens_stays_there(
    opened: Open, may_open: Event
) -> None:
    desk = opened()
    desk.skip_first_start()
    elsewhere = desk.listed()[1]
    assert desk.headline != elsewhere
    desk.close()

    may_open.clear()
    again = opened()
    again.click_row(elsewhere)
    assert not again.workstation.store.is_readable
    may_open.set()
    again.wait_for_newsroom()
    wait_until(lambda: again.headline == elsewhere, "the one that was chosen")
    wait_until(lambda: elsewhere in again.preview_main_html(), "its page")
    assert again.headline == elsewhere
    again.close()


def test_arabic_turns_the_page_and_the_fields(opened: Open) -> None:
    desk = opened()
    desk.skip_first_start()
    desk.new_release()
    desk.type_headline("الميناء يفتح")
    desk.choose(find(QComboBox, "Language"), "العربية")
    direction = "getComputedStyle(document.querySelector('main h1')).direction"
    wait_until(lambda: desk.ask_page(direction) == "rtl", "the page to turn")
    abstract = find(QPlainTextEdit, "Abstract")
    assert abstract.layoutDirection() is Qt.LayoutDirection.RightToLeft
    desk.close()
