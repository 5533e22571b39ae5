"""A whole window on a newsroom of its own, without a screen, and what a test asks of it."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from time import monotonic
from typing import NoReturn, TypeVar

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

from newsdesk.app import surroundings
from newsdesk.desk import open_desk
from newsdesk.domain.changes import Changes
from newsdesk.domain.errors import StorageError, StorageProblem
from newsdesk.domain.ids import ReleaseId
from newsdesk.domain.query import ReleaseQuery
from newsdesk.domain.release import Release
from newsdesk.services.desk import Desk
from newsdesk.services.preferences import Preferences, ThemeChoice, View
from newsdesk.ui.library.release_list_model import ReleaseListModel
from newsdesk.ui.library.release_list_view import ReleaseListView
from newsdesk.ui.main_window import MainWindow
from newsdesk.ui.wiring import Wiring
from newsdesk.ui.workstation import Workstation

LONGEST_S = 15

W = TypeVar("W", bound=QWidget)
_drawn: dict[str, bytes] = {}  # icons, as an earlier run keeps them: drawing them takes a while


class OpenWindow:
    """One run of the window. Set up, light and without the preview unless a test asks for it."""

    def __init__(
        self,
        folder: Path,
        application: QApplication,
        qtbot: QtBot,
        files: Sequence[Path] = (),
        **preferences: object,
    ) -> None:
        """`preferences` are chosen before the window is opened."""
        self.folder = folder
        self.qtbot = qtbot
        self.surroundings = surroundings(files, data_dir=folder)
        file = self.surroundings.preferences
        kept = file.load()
        if kept == Preferences():
            kept = replace(kept, is_set_up=True, view=View.WRITE, theme=ThemeChoice.LIGHT)
        file.save(replace(kept, **preferences))  # type: ignore[arg-type]
        if not self.surroundings.glyphs.load():
            self.surroundings.glyphs.save(_drawn)
        self.workstation = Workstation(application, self.surroundings)
        self.window: MainWindow = self.workstation.window
        self.session = self.workstation.session
        self.store = self.workstation.store
        self.autosave = self.workstation.autosave
        self.keeper = self.workstation.keeper
        self._is_gone = False

    @property
    def wiring(self) -> Wiring:
        assert self.workstation.wiring is not None
        return self.workstation.wiring

    # Beginning and ending -------------------------------------------------------------------

    def show(self) -> "OpenWindow":
        """Show it and wait for nothing."""
        self.workstation.show()
        return self

    def begin(self) -> "OpenWindow":
        """Show it and wait until the newsroom is open, listed, and one of its releases is shown."""
        self.show()
        library = self.window.library
        self.wait(lambda: self.store.is_writable and self.store.is_readable)
        self.wait(lambda: library._reader.is_settled)
        self.wait(lambda: len(self.listed()) == library.shown_total())
        self.wait(lambda: self.session.is_open or not library.shown_total())
        self.settle()
        return self

    def close(self) -> None:
        """Close it as its own button does, which it must be willing to, and let go of it.

        What it knew can still be asked for; its widgets are gone.
        """
        self.window.close()
        self.wait(lambda: not self.window.isVisible())
        self.let_go()

    def let_go(self) -> None:
        """Be gone, however the test went."""
        if self._is_gone:
            return
        self._is_gone = True
        if self.workstation.wiring is not None and self.window.isVisible():
            self.wiring.end()
        else:
            self.store.stop()
        _drawn.update(self.workstation.icons.pictures)
        # in this order, so that nobody hears of the end of what he looks at
        for part in (self.workstation.wiring, self.window, self.workstation):
            if part is not None:
                part.deleteLater()
                QCoreApplication.sendPostedEvents(part, QEvent.Type.DeferredDelete.value)

    # Waiting --------------------------------------------------------------------------------

    def wait(self, holds: Callable[[], bool]) -> None:
        until = monotonic() + LONGEST_S
        while not holds():
            assert monotonic() < until, "waited in vain"
            QTest.qWait(2)

    def settle(self) -> None:
        """Wait until all is stored, and what was asked before now is answered."""
        self.wait(lambda: self.store.is_idle and self.autosave.is_settled)
        self.settle_reading()

    def settle_reading(self) -> None:
        """Wait until what was asked of the store before now is answered."""
        answered: list[bool] = []
        self.store.read(lambda _desk: True, answered.append)
        self.wait(lambda: bool(answered))

    # Doing ----------------------------------------------------------------------------------

    def action(self, id_: str) -> QAction:
        return self.workstation.actions.action(id_)

    def do(self, id_: str) -> None:
        """Do what an action does; it must be possible."""
        self.wait(self.action(id_).isEnabled)
        self.action(id_).trigger()

    def push(self, words: str, within: QWidget | None = None) -> None:
        """Push the one button that says so, as soon as one may."""

        def shown() -> list[QAbstractButton]:
            return [
                button
                for button in (within or self.window).findChildren(QAbstractButton)
                if button.isVisible() and button.text().replace("&", "").strip() == words
            ]

        self.wait(lambda: bool(shown()))
        (button,) = shown()
        self.wait(button.isEnabled)
        button.click()

    def dialog(self, kind: type[W]) -> W:
        """Return the dialog, or the page, of a kind as soon as it is shown."""
        self.wait(lambda: len(self._shown(kind)) == 1)
        return self._shown(kind)[0]

    def has_dialog(self) -> bool:
        return bool(self._shown(QDialog))

    def has_page(self, kind: type[QWidget]) -> bool:
        """Tell whether such a page stands in place of the panes."""
        return bool(self._shown(kind))

    def _shown(self, kind: type[W]) -> list[W]:
        return [one for one in self.window.findChildren(kind) if one.isVisible()]

    def type_headline(self, text: str) -> None:
        """Put a headline in place of what is there."""
        field = self.window.editor.fields.headline
        field.selectAll()
        self.qtbot.keyClicks(field, text)

    def type_body(self, text: str) -> None:
        """Go on writing at the beginning of the text."""
        self.qtbot.keyClicks(self.window.editor.text, text)

    def open(self, headline: str) -> Release:
        """Open a release as a click in the list does."""
        row = self.listed().index(headline)
        view = self.list_view
        view.setCurrentIndex(view.model().index(row, 0))
        self.wait(lambda: self.headline == headline)
        return self.release

    def fill_disk(self) -> Callable[[], None]:
        """Let every save fail from now on, until what is returned is called."""

        def fill(desk: Desk) -> tuple[None, Changes]:
            desk.releases.save = self._refuse  # type: ignore[method-assign]
            return None, Changes()

        def make_room(desk: Desk) -> tuple[None, Changes]:
            del desk.releases.save
            return None, Changes()

        self._change(fill)
        return lambda: self._change(make_room)

    def _refuse(self, *_arguments: object) -> NoReturn:
        raise StorageError(StorageProblem.FULL, str(self.folder))

    def _change(self, work: Callable[[Desk], tuple[None, Changes]]) -> None:
        done: list[None] = []
        self.store.change(work, done.append)
        self.wait(lambda: bool(done))

    # Looking --------------------------------------------------------------------------------

    @property
    def release(self) -> Release:
        assert self.session.release is not None
        return self.session.release

    @property
    def headline(self) -> str:
        release = self.session.release
        return release.headline if release else ""

    @property
    def notice(self) -> str:
        """What the line across the window says; empty while it is hidden."""
        bar = self.window.notices
        return "" if bar.isHidden() else bar.text()

    @property
    def list_view(self) -> ReleaseListView:
        view = self.window.library.findChild(ReleaseListView)
        assert view is not None
        return view

    def listed(self) -> list[str]:
        """Return the headlines in the list, as far as they are read."""
        model = self.list_view.model()
        rows = [model.index(row, 0) for row in range(model.rowCount())]
        summaries = [row.data(ReleaseListModel.SUMMARY_ROLE) for row in rows]
        return [summary.headline for summary in summaries if summary is not None]

    def stored_ids(self) -> list[ReleaseId]:
        with open_desk(self.folder) as desk:
            return desk.releases.ids(ReleaseQuery())

    def stored(self, release: Release | None = None) -> Release:
        """Return a release, by default the open one, as another program reads it now."""
        with open_desk(self.folder) as desk:
            return desk.releases.get(str((release or self.release).id))

    def kept(self) -> Preferences:
        """Return what the next start will find chosen."""
        return self.surroundings.preferences.load()
