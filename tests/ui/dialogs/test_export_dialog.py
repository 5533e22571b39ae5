"""Exporting from the window: the choice, the run, the outcome."""

from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QLineEdit, QProgressBar, QPushButton
from pytestqt.qtbot import QtBot

from newsdesk.desk import open_desk
from newsdesk.domain.export_record import ExportFormat
from newsdesk.domain.query import ReleaseQuery, ReleaseSummary
from newsdesk.services.export import FormatSummary
from newsdesk.ui.dialogs.export_dialog import ExportDialog
from newsdesk.ui.dialogs.export_outcome import ExportOutcomeView
from newsdesk.ui.jobs.store import Store
from newsdesk.ui.theme.icons import Icons

HEADLINES = ("Rabat opens a quay", "Lagos opens a quay", "Cairo opens a quay")


class Export:
    """A dialog and what is looked for in it."""

    def __init__(self, dialog: ExportDialog, qtbot: QtBot) -> None:
        self.dialog, self._qtbot = dialog, qtbot

    @property
    def folder(self) -> QLineEdit:
        return self.dialog.findChildren(QLineEdit, "folder")[0]

    @property
    def outcome(self) -> str:
        (view,) = self.dialog.findChildren(ExportOutcomeView)
        return view.text() if view.isVisible() else ""

    @property
    def bar(self) -> QProgressBar:
        return self.dialog.findChildren(QProgressBar)[0]

    def said(self) -> str:
        said = [
            *((label, label.text()) for label in self.dialog.findChildren(QLabel)),
            *((box, box.currentText()) for box in self.dialog.findChildren(QComboBox)),
        ]
        return "\n".join(text for widget, text in said if widget.isVisible())

    def button(self, text: str) -> QPushButton:
        buttons = self.dialog.findChildren(QPushButton)
        return next(b for b in buttons if b.text().replace("&", "") == text)

    def press(self, text: str) -> None:
        self._qtbot.waitUntil(lambda: self.button(text).isEnabled(), timeout=20_000)
        self._qtbot.mouseClick(self.button(text), Qt.MouseButton.LeftButton)

    def type_folder(self, folder: str) -> None:
        self.folder.setFocus()
        self.folder.selectAll()
        self._qtbot.keyClicks(self.folder, folder)

    def until_over(self) -> str:
        self._qtbot.waitUntil(
            lambda: not self.dialog.is_running and bool(self.outcome), timeout=20_000
        )
        return self.outcome


@pytest.fixture
def rows(newsroom_folder: Path, now: Callable[[], datetime]) -> list[ReleaseSummary]:
    """Three stored releases; ask for them before the store."""
    with open_desk(newsroom_folder, writing=True, now=now) as desk:
        for headline in HEADLINES:
            desk.releases.new({"headline": headline}, body_md="The port has a quay.")
        return desk.releases.summaries(ReleaseQuery())


@pytest.fixture
def opened(
    rows: list[ReleaseSummary],
    store: Store,
    icons: Icons,
    now: Callable[[], datetime],
    qtbot: QtBot,
) -> Callable[..., Export]:
    def open_it(
        folder: Path | str = "", *, count: int = 3, format_: ExportFormat | None = None
    ) -> Export:
        dialog = ExportDialog(rows[:count], str(folder), store, icons, format_=format_, now=now)
        qtbot.addWidget(dialog)
        dialog.open()
        return Export(dialog, qtbot)

    return open_it


Opened = Callable[..., Export]


class Desktop(QObject):
    """Stands in for the system, which would show the file in another program."""

    def __init__(self) -> None:
        super().__init__()
        self.shown: list[str] = []

    @Slot(QUrl)
    def show_url(self, url: QUrl) -> None:
        self.shown.append(url.toLocalFile())


@pytest.fixture
def desktop(qapp: QApplication) -> Iterator[Desktop]:
    desktop = Desktop()
    QDesktopServices.setUrlHandler("file", desktop, "show_url")
    yield desktop
    QDesktopServices.unsetUrlHandler("file")


def test_what_how_and_what_the_copies_say_is_shown(opened: Opened, qtbot: QtBot) -> None:
    export = opened()
    qtbot.waitUntil(lambda: "Web page (HTML)" in export.said())
    assert "3 releases" in export.said()
    assert "None of them is published, and all say so." in export.said()


def test_one_release_is_shown_by_its_headline(opened: Opened) -> None:
    assert "Cairo opens a quay" in opened(count=1).said()


def test_one_format_is_no_choice(
    opened: Opened, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    only = [FormatSummary(ExportFormat.HTML, ".html", "text/html", needs_engine=False)]
    monkeypatch.setattr("newsdesk.services.export.formats", lambda: only)
    export = opened()
    qtbot.waitUntil(lambda: "Web page (HTML)" in export.said())
    assert not any(box.isVisible() for box in export.dialog.findChildren(QComboBox))


def test_several_formats_are(opened: Opened, qtbot: QtBot) -> None:
    export = opened()
    (box,) = export.dialog.findChildren(QComboBox)
    qtbot.waitUntil(box.isVisible)
    assert [box.itemText(place) for place in range(box.count())] == [
        "Web page (HTML)",
        "PDF",
        "Plain text",
    ]
    assert box.currentData() == ExportFormat.HTML
    assert box.accessibleName() == "Format"


def test_it_begins_with_the_format_that_was_asked_for(opened: Opened, qtbot: QtBot) -> None:
    export = opened(format_=ExportFormat.PDF)
    (box,) = export.dialog.findChildren(QComboBox)
    qtbot.waitUntil(box.isVisible)
    assert box.currentData() == ExportFormat.PDF


def test_every_page_is_written_and_the_outcome_told(opened: Opened, tmp_path: Path) -> None:
    folder = tmp_path / "new" / "pages"
    export = opened(folder)
    export.press("Export")
    assert export.until_over() == "3 files are written."
    assert len(list(folder.glob("*.html"))) == 3
    assert export.button("Close").isVisible()
    assert not export.button("Export").isVisible()
    assert not export.button("Open file").isVisible()
    assert not export.bar.isVisible()


def test_enter_exports(opened: Opened, tmp_path: Path, qtbot: QtBot) -> None:
    export = opened(tmp_path / "pages")
    qtbot.waitUntil(lambda: export.button("Export").isEnabled())
    qtbot.keyClick(export.folder, Qt.Key.Key_Return)
    assert export.until_over() == "3 files are written."


def test_while_it_writes_it_shows_how_far_it_is(
    opened: Opened, tmp_path: Path, qtbot: QtBot
) -> None:
    export = opened(tmp_path / "pages")
    export.press("Export")
    assert export.bar.isVisible()
    assert export.bar.maximum() == 3
    assert "0 of 3" in export.said()
    assert not export.folder.isEnabled()
    assert not export.button("Export").isEnabled()
    qtbot.waitUntil(lambda: export.bar.value() > 0)
    export.until_over()
    assert export.bar.value() == 3


@pytest.mark.parametrize("how", ["button", "escape"])
def test_stopping_keeps_what_was_written_and_the_dialog_open(
    opened: Opened, tmp_path: Path, how: str, qtbot: QtBot
) -> None:
    export = opened(tmp_path / "pages")
    export.press("Export")
    if how == "button":
        export.press("Cancel")
    else:
        qtbot.keyClick(export.dialog, Qt.Key.Key_Escape)
    assert export.until_over() == "Stopped. One file is written."
    assert len(list((tmp_path / "pages").glob("*.html"))) == 1
    assert export.dialog.isVisible()
    qtbot.keyClick(export.dialog, Qt.Key.Key_Escape)
    assert not export.dialog.isVisible()


def test_a_folder_that_cannot_be_written_in_is_told_and_another_one_tried(
    opened: Opened, tmp_path: Path, qtbot: QtBot
) -> None:
    place = tmp_path / "pages"
    place.write_text("a file")
    export = opened(place)
    export.press("Export")
    assert export.until_over() == "No file is written. 3 releases were not exported:"
    assert "The release is safe" in export.said()
    assert place.read_text() == "a file"
    qtbot.waitUntil(lambda: QApplication.focusWidget() is export.folder)
    export.type_folder(str(tmp_path / "other"))
    export.press("Export")
    qtbot.waitUntil(lambda: export.outcome == "3 files are written.", timeout=20_000)


def test_a_folder_must_be_given_in_full(opened: Opened, tmp_path: Path, qtbot: QtBot) -> None:
    export = opened()
    qtbot.waitUntil(lambda: "Web page (HTML)" in export.said())
    assert not export.button("Export").isEnabled()
    export.type_folder("pages")
    assert "Give the whole path" in export.said()
    assert "Give the whole path" in export.folder.accessibleDescription()
    assert not export.button("Export").isEnabled()
    export.type_folder(str(tmp_path))
    assert "Give the whole path" not in export.said()
    assert export.button("Export").isEnabled()


def test_another_folder_is_told_once_it_is_used(
    opened: Opened, tmp_path: Path, qtbot: QtBot
) -> None:
    export = opened(tmp_path / "first")
    told: list[str] = []
    export.dialog.folder_edited.connect(told.append)
    export.type_folder(str(tmp_path / "second"))
    assert told == []
    export.press("Export")
    assert told == [str(tmp_path / "second")]
    export.until_over()


def test_the_same_folder_is_no_news(opened: Opened, tmp_path: Path, qtbot: QtBot) -> None:
    export = opened(tmp_path)
    with qtbot.assertNotEmitted(export.dialog.folder_edited):
        export.press("Export")
    export.until_over()


def test_the_folder_is_shown_by_the_system(
    opened: Opened, tmp_path: Path, desktop: Desktop, qtbot: QtBot
) -> None:
    export = opened(tmp_path / "pages")
    export.press("Export")
    export.until_over()
    with qtbot.waitSignal(export.dialog.folder_opened) as opened_:
        export.press("Show in folder")
    assert opened_.args == [str(tmp_path / "pages")]
    assert desktop.shown == [str(tmp_path / "pages")]


def test_one_page_is_opened_by_the_system(
    opened: Opened, tmp_path: Path, desktop: Desktop, qtbot: QtBot
) -> None:
    export = opened(tmp_path, count=1)
    export.press("Export")
    assert export.until_over() == "One file is written."
    with qtbot.waitSignal(export.dialog.page_opened) as opened_:
        export.press("Open file")
    (page,) = tmp_path.glob("*.html")
    assert opened_.args == [str(page)]
    assert desktop.shown == [str(page)]


def test_closing_before_the_formats_are_there_does_no_harm(
    rows: list[ReleaseSummary],
    store: Store,
    icons: Icons,
    now: Callable[[], datetime],
    qtbot: QtBot,
) -> None:
    dialog = ExportDialog(rows, "", store, icons, now=now)
    gone: list[bool] = []
    dialog.destroyed.connect(lambda: gone.append(True))
    dialog.deleteLater()
    qtbot.waitUntil(lambda: bool(gone))
    answers: list[str] = []
    store.read(lambda _desk: "after it", answers.append)
    qtbot.waitUntil(lambda: answers == ["after it"])


def test_the_tab_key_goes_from_the_folder_to_the_buttons(
    opened: Opened, tmp_path: Path, qtbot: QtBot
) -> None:
    export = opened(tmp_path)
    qtbot.waitUntil(lambda: export.button("Export").isEnabled())
    qtbot.waitUntil(lambda: QApplication.focusWidget() is export.folder)
    for text in ("Choose…", "Cancel", "Export"):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        assert QApplication.focusWidget() is export.button(text)
