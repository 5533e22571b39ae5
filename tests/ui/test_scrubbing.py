"""All that is stored is read in the background; what is damaged is told, with the ways on."""

from collections.abc import Callable
from contextlib import closing
from datetime import datetime
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from newsdesk.desk import open_desk
from newsdesk.domain.errors import Cancelled
from newsdesk.storage import sqlite
from newsdesk.storage.names import NAME
from newsdesk.ui.dialogs.rescue_page import RescuePage
from newsdesk.ui.scrubbing import Scrubbing
from tests.ui.windows import OpenWindow

Open = Callable[..., OpenWindow]


@pytest.fixture
def folder(bare_folder: Path) -> Path:
    with open_desk(bare_folder, writing=True) as desk:
        for headline in ("Ferry runs again", "Quay rebuilt"):
            desk.releases.new({"headline": headline})
    return bare_folder


def scrub(window: OpenWindow) -> Scrubbing:
    """Have it checked now, and return once that is done."""
    scrubbing = window.wiring.scrubbing
    with window.qtbot.waitSignal(scrubbing.told, timeout=20_000):
        scrubbing._check()
    return scrubbing


def alter(folder: Path, sentence: str) -> None:
    with closing(sqlite.connect(folder / NAME, writing=True)) as driver, sqlite.unlinked(driver):
        driver.execute(sentence)


def test_where_all_is_fine_nothing_is_said_but_in_the_settings(
    folder: Path, open_window: Open
) -> None:
    window = open_window().begin()
    assert window.wiring.scrubbing.fine_at is None
    before = window.notice
    scrubbing = scrub(window)
    assert isinstance(scrubbing.fine_at, datetime)
    assert window.notice == before


def test_it_begins_by_itself_a_while_after_the_newsroom_was_opened(
    folder: Path, open_window: Open
) -> None:
    window = open_window().begin()
    assert window.wiring.scrubbing._soon.isActive()


def test_a_release_that_is_not_what_was_stored_is_named_and_can_be_opened(
    folder: Path, open_window: Open
) -> None:
    window = open_window().begin()
    alter(folder, "UPDATE release SET headline = 'Altered' WHERE slug = 'quay-rebuilt'")
    scrubbing = scrub(window)
    assert scrubbing.fine_at is None
    assert "1 release" in window.notice
    assert "quay-rebuilt" in window.notice
    assert "Nothing was changed" in window.notice
    window.push("Open it", window.window.notices)
    window.wait(lambda: window.wiring.opener.wanted is not None)


def test_a_damaged_file_leads_to_the_ways_back(folder: Path, open_window: Open) -> None:
    window = open_window().begin()
    alter(folder, "INSERT INTO release_media VALUES ('a', 0, 'b', 'body', NULL, NULL)")
    scrub(window)
    assert "The file of the newsroom is damaged" in window.notice
    window.push("Show the ways back", window.window.notices)
    window.wait(lambda: window.store.refusal is not None and window.store.is_readable)
    window.push("Bring it back…", window.window.notices)
    window.wait(lambda: window.has_page(RescuePage))


def test_a_release_that_the_search_lost_is_found_again(folder: Path, open_window: Open) -> None:
    window = open_window().begin()
    alter(folder, "DELETE FROM release_search")
    scrubbing = scrub(window)
    assert scrubbing.fine_at is not None
    window.settle()
    with open_desk(folder) as desk:
        assert desk.verification.verify().is_sound


def test_it_lets_go_at_once_when_the_newsroom_is_closed(folder: Path, open_window: Open) -> None:
    window = open_window().begin()
    scrubbing = window.wiring.scrubbing
    scrubbing._is_busy = lambda: True  # it would rest for ever
    scrubbing._check()
    window.close()
    with pytest.raises(Cancelled):
        scrubbing.report(1, 2)


def test_who_types_goes_first(folder: Path, open_window: Open, qtbot: QtBot) -> None:
    window = open_window().begin()
    scrubbing = window.wiring.scrubbing
    answers = iter([True, True, False])
    scrubbing._is_busy = lambda: next(answers)
    scrubbing.report(1, 2)
    assert list(answers) == []
    scrubbing.report(0, 2)  # within the reading of the file nobody is asked


def test_where_one_thread_does_everything_there_is_no_such_check(
    folder: Path, open_window: Open
) -> None:
    from newsdesk.desk import moving_of  # noqa: PLC0415 - one test's own

    (folder / ".stfolder").mkdir()
    moving_of(folder).allow()
    window = open_window().begin()
    assert window.store.is_alone
    assert not window.wiring.scrubbing._soon.isActive()
