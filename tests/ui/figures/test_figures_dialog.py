"""The figures of a newsroom on disk, shown by the real engine."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from newsdesk.ui.changes import ChangeHub
from newsdesk.ui.figures.figures_dialog import FiguresDialog
from newsdesk.ui.figures.period_bar import BETWEEN, LAST_YEAR
from newsdesk.ui.jobs.store import Store
from newsdesk.ui.theme.icons import Icons
from newsdesk.ui.theme.theme_controller import ThemeController
from newsdesk.ui.widgets.notice_bar import NoticeBar


@pytest.fixture
def dialog(
    sample_folder: Path,
    store: Store,
    hub: ChangeHub,
    themes: ThemeController,
    icons: Icons,
    qtbot: QtBot,
) -> FiguresDialog:
    dialog = FiguresDialog(store, hub, themes, icons, lambda: date(2026, 11, 25))
    qtbot.addWidget(dialog)
    with qtbot.waitSignal(dialog.view.shown, timeout=30_000):
        dialog.show()
    return dialog


def text(dialog: FiguresDialog, qtbot: QtBot) -> str:
    found: list[str] = []
    dialog.view.page().toPlainText(found.append)
    qtbot.waitUntil(lambda: bool(found), timeout=30_000)
    return found[0]


def test_the_figures_are_shown_and_follow_the_time(dialog: FiguresDialog, qtbot: QtBot) -> None:
    assert "The library holds" in text(dialog, qtbot)
    with qtbot.waitSignal(dialog.view.shown, timeout=30_000):
        dialog._period.choose(LAST_YEAR)
    assert "There is no release then." in text(dialog, qtbot)


def test_what_is_shown_is_exported(dialog: FiguresDialog, tmp_path: Path, qtbot: QtBot) -> None:
    page, table = tmp_path / "statistics.html", tmp_path / "statistics.csv"
    dialog.write_out(page, "html")
    dialog.write_out(table, "csv")
    qtbot.waitUntil(lambda: page.exists() and table.exists())
    assert page.read_text("utf-8").startswith("<!doctype html>")
    assert table.read_text("utf-8-sig").startswith("By,Key,Name,Releases")


def test_what_is_shown_is_printed(dialog: FiguresDialog, qtbot: QtBot) -> None:
    button = next(one for one in dialog.findChildren(QPushButton) if "Print" in one.text())
    with qtbot.waitSignal(dialog.print_requested, timeout=30_000) as asked:
        button.click()
    assert bytes(asked.args[0]).startswith(b"%PDF-")


def test_a_time_that_ends_before_it_begins_is_told(dialog: FiguresDialog, qtbot: QtBot) -> None:
    dialog._period.choose(BETWEEN)
    dialog._period._first.set_day(date(2026, 2, 1))
    dialog._period._last.set_day(date(2026, 1, 1))
    dialog.refresh()
    notice = dialog.findChild(NoticeBar)
    qtbot.waitUntil(notice.isVisible)


def test_what_was_stored_meanwhile_is_counted_when_somebody_looks(
    dialog: FiguresDialog, store: Store, qtbot: QtBot
) -> None:
    store.change(lambda desk: desk.releases.new({"headline": "One more"}))
    qtbot.waitUntil(lambda: dialog._is_behind or "4 releases" in text(dialog, qtbot))
    dialog.refresh()
    qtbot.waitUntil(lambda: "4 releases" in text(dialog, qtbot), timeout=30_000)
    assert not dialog._is_behind
