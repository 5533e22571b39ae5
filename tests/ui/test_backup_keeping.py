"""Backups while one works, and what is said of them."""

from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from newsdesk.desk import open_desk
from newsdesk.domain.backup import BackupReason
from newsdesk.domain.errors import Cancelled
from newsdesk.services.preferences import PreferencesFile
from newsdesk.ui.backup_keeping import BackupKeeper
from newsdesk.ui.jobs.store import Store
from newsdesk.ui.notices import Notices
from newsdesk.ui.preferences_keeper import PreferencesKeeper
from newsdesk.ui.theme.icons import Icons
from newsdesk.ui.widgets.notice_bar import NoticeBar
from tests.ui.windows import OpenWindow


@pytest.fixture
def bar(icons: Icons, qtbot: QtBot) -> NoticeBar:
    bar = NoticeBar(icons)
    qtbot.addWidget(bar)
    return bar


@pytest.fixture
def keeper(
    store: Store, bar: NoticeBar, now: Callable[[], datetime], tmp_path: Path
) -> BackupKeeper:
    preferences = PreferencesKeeper(PreferencesFile(tmp_path / "window.json"), store)
    return BackupKeeper(store, preferences, Notices(bar), now, store)


def settled(keeper: BackupKeeper, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not keeper.is_working, timeout=20_000)


def backups(folder: Path) -> list[Path]:
    return sorted((folder / "backups").glob("*.sqlite"))


def test_the_first_one_is_made_a_moment_after_the_newsroom_was_opened(
    keeper: BackupKeeper, store: Store, newsroom_folder: Path, qtbot: QtBot
) -> None:
    store.opened.emit()  # it was open before anybody listened
    assert keeper._first.isActive()
    keeper._first.timeout.emit()
    settled(keeper, qtbot)
    (made,) = backups(newsroom_folder)
    assert keeper.last_good is not None
    assert keeper.last_good.path == str(made)
    assert keeper.last_good.reason is BackupReason.OPEN
    assert keeper._every.isActive()
    keeper._every.timeout.emit()
    settled(keeper, qtbot)
    assert backups(newsroom_folder) == [made]  # it is of this half hour


def test_one_that_is_asked_for_is_made_whatever_there_is(
    keeper: BackupKeeper, newsroom_folder: Path, qtbot: QtBot
) -> None:
    made: list[Path] = []
    for _ in range(2):
        keeper.make()
        assert keeper.is_working
        settled(keeper, qtbot)
        made += backups(newsroom_folder)
    first, second = made  # of one half hour the last one is kept
    assert first != second


def test_what_is_dangerous_waits_for_a_backup(
    keeper: BackupKeeper, newsroom_folder: Path, qtbot: QtBot
) -> None:
    found: list[list[Path]] = []
    keeper.before(BackupReason.REMOVAL, lambda: found.append(backups(newsroom_folder)))
    assert not found
    qtbot.waitUntil(lambda: bool(found), timeout=20_000)
    assert len(found[0]) == 1


def test_saving_goes_on_while_one_is_made(keeper: BackupKeeper, store: Store, qtbot: QtBot) -> None:
    keeper.make()
    saved: list[object] = []
    store.change(lambda desk: desk.releases.new({"headline": "Meanwhile"}), saved.append)
    qtbot.waitUntil(lambda: bool(saved), timeout=20_000)
    settled(keeper, qtbot)
    assert keeper.problem is None


def test_that_there_is_none_is_said_once_and_what_was_to_be_done_is_done(
    keeper: BackupKeeper, newsroom_folder: Path, bar: NoticeBar, qtbot: QtBot
) -> None:
    (newsroom_folder / "backups").write_text("in the way")
    done: list[bool] = []
    keeper.before(BackupReason.IMPORT, lambda: done.append(True))
    qtbot.waitUntil(lambda: bool(done), timeout=20_000)
    assert keeper.problem is not None
    assert "No backup was made" in bar.text()
    bar.dismiss()
    keeper.make()
    settled(keeper, qtbot)
    assert bar.isHidden()
    (newsroom_folder / "backups").unlink()
    keeper.make()
    settled(keeper, qtbot)
    assert keeper.problem is None


def test_damage_is_told_and_the_last_good_one_stays(
    keeper: BackupKeeper, store: Store, newsroom_folder: Path, bar: NoticeBar, qtbot: QtBot
) -> None:
    store.change(lambda desk: desk.releases.new({"headline": "Crews train"}))
    keeper.make()
    settled(keeper, qtbot)
    good = keeper.last_good
    assert good is not None

    def damage(desk: object) -> None:
        database = desk.backups._opened()  # type: ignore[attr-defined]
        database._driver.execute("UPDATE release SET headline = 'x'")

    done: list[object] = []
    store.change(lambda desk: (damage(desk), _nothing()), done.append)
    qtbot.waitUntil(lambda: bool(done), timeout=20_000)
    keeper.make()
    settled(keeper, qtbot)
    assert keeper.problem is not None
    assert "No backup was made" in bar.text()
    keeper.look()
    settled(keeper, qtbot)
    assert keeper.last_good == good
    assert keeper.problem is not None  # looking makes nothing better


def _nothing() -> object:
    from newsdesk.domain.changes import Changes  # noqa: PLC0415 - for the one above

    return Changes()


def test_a_second_place_gets_each_from_the_moment_it_is_chosen(
    keeper: BackupKeeper, tmp_path: Path, qtbot: QtBot
) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    keeper.choose_place(str(stick))
    settled(keeper, qtbot)
    assert keeper.place == str(stick)
    assert len(list(stick.glob("*/*.sqlite"))) == 1
    keeper.choose_place("")
    settled(keeper, qtbot)
    assert keeper.place == ""


def test_a_second_place_that_is_away_is_said_and_stops_nothing(
    keeper: BackupKeeper, tmp_path: Path, newsroom_folder: Path, bar: NoticeBar, qtbot: QtBot
) -> None:
    keeper.choose_place(str(tmp_path / "stick"))
    settled(keeper, qtbot)
    assert len(backups(newsroom_folder)) == 1
    assert keeper.problem is None
    assert keeper.second_problem is not None
    assert not keeper.is_place_there
    assert "no copy of it in" in bar.text()


def test_closing_ends_one_that_is_being_made(
    keeper: BackupKeeper, store: Store, newsroom_folder: Path, qtbot: QtBot
) -> None:
    keeper.make()
    store.stop()
    with pytest.raises(Cancelled):
        keeper.rest()
    for half in (newsroom_folder / "backups").glob("*.part*"):
        pytest.fail(str(half))
    assert not keeper._every.isActive()
    with open_desk(newsroom_folder, writing=True) as desk:
        assert desk.releases.counts().all == 0


def test_who_may_only_read_makes_none_and_waits_for_none(
    keeper: BackupKeeper, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Store, "is_writable", property(lambda _self: False))
    done: list[bool] = []
    keeper.before(BackupReason.IMPORT, lambda: done.append(True))
    assert done == [True]
    store.opened.emit()
    assert not keeper._first.isActive()


# The window -----------------------------------------------------------------------------------


@pytest.fixture
def window(sample_folder: Path, qapp: QApplication, qtbot: QtBot) -> Iterator[OpenWindow]:
    window = OpenWindow(sample_folder, qapp, qtbot).begin()
    yield window
    window.let_go()


def made_for(window: OpenWindow, reason: BackupReason) -> Path:
    """Return the one that is made for a reason, once it is there."""
    backups = window.folder / "backups"
    window.wait(lambda: bool(list(backups.glob(f"*-{reason}.sqlite"))))
    return next(backups.glob(f"*-{reason}.sqlite"))


def releases_in(path: Path, window: OpenWindow) -> int:
    found: list[int] = []
    window.store.back_up(lambda desk: desk.backups.contents(str(path)).releases, found.append)
    window.wait(lambda: bool(found))
    return found[0]


def test_the_samples_are_backed_up_before_they_go(window: OpenWindow) -> None:
    window.wiring.welcome.remove_samples()
    window.wait(lambda: window.listed() == [])
    assert releases_in(made_for(window, BackupReason.REMOVAL), window) == 3


def test_the_newsroom_is_backed_up_before_an_import(window: OpenWindow, tmp_path: Path) -> None:
    text = tmp_path / "text.md"
    text.write_text("# Another one\n\nHarbours are open.\n", "utf-8")
    window.wiring.exchange.bring_in([str(text)])
    assert releases_in(made_for(window, BackupReason.IMPORT), window) == 3


def test_many_releases_are_backed_up_before_they_are_put_away(window: OpenWindow) -> None:
    made: list[object] = []
    for number in range(8):
        window.store.change(
            lambda desk, number=number: desk.releases.new({"headline": f"Number {number}"}),
            made.append,
        )
    window.wait(lambda: len(window.listed()) == 11)
    window.list_view.selectAll()
    window.wait(lambda: len(window.window.library.selected_ids()) == 11)
    window.do("release.trash")
    window.wait(lambda: window.listed() == [])
    assert releases_in(made_for(window, BackupReason.REMOVAL), window) == 11


def test_closing_the_window_leaves_one_file_and_no_half(window: OpenWindow) -> None:
    window.wiring.backups.make()
    window.close()
    left = {path.name for path in window.folder.iterdir() if path.name.startswith("newsdesk.sql")}
    assert left == {"newsdesk.sqlite"}
    assert not list((window.folder / "backups").glob("*.part*"))
