"""One window and what people do in it, in their words: for the stories, and for pictures of it."""

import sys
import threading
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtWebEngineWidgets import QWebEngineView
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QListView,
    QListWidget,
    QPushButton,
    QTextEdit,
    QToolButton,
)

from newsdesk.app import start, surroundings
from newsdesk.desk import open_desk
from newsdesk.domain.query import ReleaseQuery
from newsdesk.domain.release import Release
from newsdesk.ui.dialogs.contact_dialog import ContactDialog
from newsdesk.ui.dialogs.crash_dialog import CrashDialog
from newsdesk.ui.dialogs.export_dialog import ExportDialog
from newsdesk.ui.dialogs.finding_row import FindingRow
from newsdesk.ui.dialogs.import_dialog import ImportDialog
from newsdesk.ui.dialogs.publish_dialog import PublishDialog
from newsdesk.ui.dialogs.settings_dialog import SettingsDialog
from newsdesk.ui.inspector.contacts_section import ContactsSection
from newsdesk.ui.inspector.dateline_section import DatelineSection
from newsdesk.ui.inspector.foldable_row import RowHead
from newsdesk.ui.library.release_list_model import ReleaseListModel
from newsdesk.ui.library.release_list_view import ReleaseListView
from newsdesk.ui.preview.preview_page import HOST_WORLD
from newsdesk.ui.workstation import Workstation
from tests import hands
from tests.hands import (
    choose_in_menu,
    click,
    find,
    is_shown,
    name_of,
    press,
    type_text,
    visible,
    wait_until,
)


class WindowDriver:
    """Opens the window on a data folder, as the program does, and works in it.

    A bug fails the story when the window is closed, if nothing did before.
    """

    def __init__(self, folder: Path, files: Sequence[Path] = ()) -> None:
        """`files` are brought in at once, as those named on the command line."""
        self.folder = folder
        self._hooks = sys.excepthook, threading.excepthook
        self._start = start(lambda: surroundings(files, data_dir=folder), folder)
        self.window = self._start.window
        self._start.begin()
        self._is_over = False

    @property
    def workstation(self) -> Workstation:
        wait_until(lambda: self._start.workstation is not None, "the window behind the picture")
        assert self._start.workstation is not None
        return self._start.workstation

    # Beginning and ending -------------------------------------------------------------------

    def wait_for_newsroom(self) -> None:
        """Wait until the newsroom is open and can be written in, and the list is there."""
        store = self.workstation.store
        wait_until(lambda: store.is_writable and store.is_readable, "the newsroom to be open")
        wait_until(lambda: store.is_idle, "what begins with it to be stored")

    def skip_first_start(self) -> None:
        """Answer nothing and wait for the sample newsroom."""
        click(find(QPushButton, "Skip for now"))
        self.wait_for_samples()

    def answer_first_start(self, **answers: str) -> None:
        """Fill in fields of the first page by their object names, and begin."""
        for name, text in answers.items():
            self.fill(find(QLineEdit, name), text)
        click(find(QPushButton, "Begin"))
        self.wait_for_samples()

    def wait_for_samples(self) -> None:
        wait_until(lambda: self.window.is_desk_shown, "the panes")
        self.wait_for_newsroom()
        wait_until(lambda: 0 < self.listed_total() == len(self.listed()), "the samples")

    def close(self) -> None:
        """Close the window by its own button and see that nothing went wrong."""
        self.window.close()
        self.wait_until_closed()

    def wait_until_closed(self) -> None:
        wait_until(lambda: not self.window.isVisible(), "the window to close")
        self.end()

    def end(self) -> None:
        """Let the window go, however the story went."""
        if self._is_over:
            return
        self._is_over = True
        sys.excepthook, threading.excepthook = self._hooks
        if self.window.isVisible() and self.workstation.wiring is not None:
            self.workstation.wiring.end()
        crash = self.window.findChild(CrashDialog)
        details = crash.details() if crash else ""
        # in this order, so that nobody hears of the end of what he looks at
        for part in (self.workstation.wiring, self.window, self.workstation):
            part.deleteLater()
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        assert details == ""

    # Doing ----------------------------------------------------------------------------------

    def do(self, id_: str) -> None:
        """Do what an action does, through the menu."""
        action = self.workstation.actions.action(id_)
        menu = next(other for other in action.associatedObjects() if other.inherits("QMenu"))
        words = [hands.plain(menu.title()), hands.plain(action.text())]
        choose_in_menu(words, lambda: click(find(QAbstractButton, "Menu")))

    def fill(self, field: QLineEdit | QTextEdit, text: str) -> None:
        """Put a text in place of what stands in a field."""
        click(field)
        press("Ctrl+A")
        press("Delete")
        type_text(text)

    def new_release(self) -> None:
        before = self.workstation.session.release_id
        click(find(QPushButton, "New release"))
        wait_until(
            lambda: self.workstation.session.release_id not in (None, before), "a new release"
        )

    def type_headline(self, text: str) -> None:
        self.fill(self.window.editor.fields.headline, text)

    def type_subheadline(self, text: str) -> None:
        self.fill(self.window.editor.fields.subheadline, text)

    def type_body(self, text: str) -> None:
        """Go to the end of the text and go on writing."""
        click(self.window.editor.text)
        press("Ctrl+End")
        type_text(text)

    def choose(self, box: QComboBox, text: str) -> None:
        """Open a list of choices and go to one by the arrow keys."""
        click(box)
        wait_until(box.view().isVisible, "the choices")
        press("Home")
        for _ in range(box.count()):
            if box.view().currentIndex().data() == text:
                break
            press("Down")
        assert box.view().currentIndex().data() == text, f"“{text}” is not offered"
        press("Return")
        wait_until(lambda: not box.view().isVisible(), "the choices to close")

    def drop_files(self, paths: Sequence[Path]) -> None:
        """Drag files from elsewhere over the text and let go of them there."""
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
        text = self.window.editor
        at = text.mapTo(self.window, text.rect().center())
        rest = (data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
        actions = Qt.DropAction.CopyAction | Qt.DropAction.MoveAction
        window = self.window.windowHandle()
        enter = QDragEnterEvent(at, actions, *rest)
        QApplication.sendEvent(window, enter)
        assert enter.isAccepted(), "the window takes no files"
        QApplication.sendEvent(window, QDropEvent(QPointF(at), actions, *rest))

    def confirm_import(self, *, put_back: str = "") -> None:
        """Bring in what is asked about.

        Args:
            put_back: a kind of piece that is put back into the text first, looked at, and taken
                out of it again.
        """
        dialog = find(ImportDialog, "import_dialog")
        bring_in = find(QPushButton, "Bring in", dialog)
        wait_until(bring_in.isEnabled, "the question")
        if put_back:
            self._put_back_and_take_again(dialog, put_back)
        asked = dialog.draft()
        click(bring_in)
        wait_until(lambda: not is_shown(dialog) or dialog.draft() is not asked, "the next question")

    def _put_back_and_take_again(self, dialog: ImportDialog, kind: str) -> None:
        row = next(one for one in visible(FindingRow, "", dialog) if kind in name_of(one.anchor))
        before = dialog.draft()
        click(row.anchor)
        wait_until(lambda: name_of(row.anchor).endswith("Take it again"), "it to be put back")
        assert dialog.draft() != before
        click(row.anchor)
        wait_until(lambda: name_of(row.anchor).endswith("Back to the text"), "it to be taken")
        assert dialog.draft() == before

    def set_dateline(self, place: str, style: str = "") -> None:
        """Let the dateline begin in a place, instead of where it did, and in another style."""
        section = find(DatelineSection, "dateline_section")
        if style:
            self.choose(find(QComboBox, "dateline_style", section), style)
        for button in visible(QToolButton, "", section):
            if name_of(button).startswith("Remove "):
                click(button)
        field = find(QLineEdit, "dateline_place", section)
        click(field)
        type_text(place)
        wait_until(lambda: isinstance(QApplication.activePopupWidget(), QListView), "places")
        press("Down")
        press("Return")
        result = find(QLabel, "dateline_result", section)
        wait_until(lambda: place in result.text(), f"the dateline of {place}")

    def pick_contact(self, name: str) -> None:
        """Add somebody of the address book."""
        click(find(QToolButton, "Add a contact"))
        wait_until(lambda: isinstance(QApplication.focusWidget(), QLineEdit), "the field")
        type_text(name)
        press("Return")
        wait_until(lambda: bool(self._contact_rows(name)), f"{name} to be added")

    def edit_contact_points(self, name: str, *, add: str) -> None:
        """Add a number or an address to a contact, in its entry of the address book."""
        (row,) = self._contact_rows(name)
        if not row.isChecked():
            click(row)
        section = find(ContactsSection, "contacts_section")
        edit = f"Edit in the address book: {name}"
        if not visible(QPushButton, edit, section):
            click(find(QPushButton, f"Add to the address book: {name}", section))
        click(find(QPushButton, edit, section))
        dialog = find(ContactDialog, "contact_dialog")
        click(find(QPushButton, "Add number or address", dialog))
        type_text(add)
        click(find(QPushButton, "Save contact", dialog))
        wait_until(lambda: not is_shown(dialog), "the entry to be saved")
        wait_until(lambda: add in self.preview_main_html(), f"{add} on the page")

    def _contact_rows(self, name: str) -> list[RowHead]:
        section = find(ContactsSection, "contacts_section")
        return [row for row in visible(RowHead, "", section) if name_of(row).startswith(name)]

    def publish(self) -> str:
        """Publish what is open and return what its guard said."""
        click(find(QPushButton, "Publish", self.window.top_bar))
        dialog = find(PublishDialog, "publish_dialog")
        said = " ".join(label.text() for label in visible(QLabel, "", dialog))
        click(find(QPushButton, "Publish", dialog))
        wait_until(lambda: "is published" in self.notice, "it to be published")
        return said

    def export_to(self, folder: Path) -> list[Path]:
        """Export what is open and return the files that are new in the folder."""
        before = set(folder.glob("*"))
        click(find(QPushButton, "Export", self.window.top_bar))
        dialog = find(ExportDialog, "export_dialog")
        self.fill(find(QLineEdit, "folder", dialog), str(folder))
        click(find(QPushButton, "Export", dialog))
        click(find(QPushButton, "Close", dialog))
        wait_until(lambda: not is_shown(dialog), "the dialog to close")
        return sorted(set(folder.glob("*")) - before)

    def open_settings(self, page: str) -> SettingsDialog:
        """Open the settings on one of their pages."""
        self.do("app.settings")
        dialog = find(SettingsDialog, "settings")
        pages = find(QListWidget, "settings_pages", dialog)
        (item,) = pages.findItems(page, Qt.MatchFlag.MatchExactly)
        click(pages.viewport(), pages.visualItemRect(item).center())
        return dialog

    def close_settings(self, dialog: SettingsDialog) -> None:
        click(find(QPushButton, "Done", dialog))
        wait_until(lambda: not is_shown(dialog), "the settings to close")

    def click_row(self, headline: str) -> None:
        """Click on a release in the list, again if the list moved under the mouse."""
        rows = find(ReleaseListView, "release_list")

        def is_hit() -> bool:
            if headline not in self.listed():
                return False
            index = rows.model().index(self.listed().index(headline), 0)
            click(rows.viewport(), rows.visualRect(index).center())
            hit = rows.currentIndex().data(ReleaseListModel.SUMMARY_ROLE)
            return hit is not None and hit.headline == headline

        wait_until(is_hit, f"“{headline}” to be listed")

    # Looking --------------------------------------------------------------------------------

    @property
    def headline(self) -> str:
        return self.window.editor.fields.headline.text()

    @property
    def body(self) -> str:
        return self.window.editor.text.text()

    @property
    def notice(self) -> str:
        """What the line across the window says; empty while it is hidden."""
        bar = self.workstation.window.notices
        return bar.text() if bar.isVisible() else ""

    @property
    def status(self) -> str:
        return self.window.status.text()

    @property
    def is_saved(self) -> bool:
        """Whether the window says that all is stored, and it is so."""
        return self.workstation.autosave.is_settled and self.status.startswith("Saved")

    def ask_page(self, script: str) -> object:
        """Return what a script says of the page in the preview, from the host's own world."""
        answers: list[object] = []
        view = self.window.preview.findChild(QWebEngineView)
        view.page().runJavaScript(script, HOST_WORLD, answers.append)
        wait_until(lambda: bool(answers), "the page to answer")
        return answers[0]

    def preview_main_html(self) -> str:
        """Return the HTML of the page in the preview as it stands in its document now."""
        return str(self.ask_page("document.querySelector('main').innerHTML"))

    def listed(self) -> list[str]:
        """Return the headlines in the list, as far as they are read."""
        model = find(ReleaseListView, "release_list").model()
        rows = (model.index(row, 0) for row in range(model.rowCount()))
        summaries = (row.data(ReleaseListModel.SUMMARY_ROLE) for row in rows)
        return [summary.headline for summary in summaries if summary is not None]

    def listed_total(self) -> int:
        return self.window.library.shown_total()

    def stored(self) -> list[Release]:
        """Return what is on the disk, newest first, as another program would read it."""
        with open_desk(self.folder) as desk:
            ids = desk.releases.ids(ReleaseQuery())
            return [desk.releases.get(str(key)) for key in ids]

    def screenshot(self, path: Path) -> None:
        """Keep what the screen shows, dialogs and all."""
        screen = QGuiApplication.primaryScreen()
        assert screen.grabWindow(0).save(str(path))
