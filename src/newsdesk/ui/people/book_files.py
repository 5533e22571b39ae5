"""Files of contacts: brought in after a look at them, and written."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl, Signal, Slot
from PySide6.QtWidgets import QFileDialog, QMenu, QWidget

from newsdesk.domain.address_book import BookChange
from newsdesk.ui.jobs.store import Store
from newsdesk.ui.lifetime import Lifetime
from newsdesk.ui.widgets.notice_bar import UNDO_MS, NoticeBar, Tone

if TYPE_CHECKING:
    from newsdesk.services.desk import Desk
    from newsdesk.services.people_exchange import Preview


class BookFiles(QWidget):
    """Asks which file, and shows what it would do before anything is stored; never seen itself.

    Signals:
        taken(BookChange, str): cards are in the book, and what is said of it.
        refused(NewsdeskError): it cannot be read or written.
    """

    taken = Signal(object, str)
    refused = Signal(object)

    def __init__(self, store: Store, notice: NoticeBar, parent: QWidget) -> None:
        super().__init__(parent)
        self.hide()
        self._window = parent
        self._store = store
        self._notice = notice
        self._lifetime = Lifetime(self)

    @Slot()
    def choose_file(self) -> None:
        """Ask for a file of contacts."""
        dialog = QFileDialog(self._window, self.tr("Bring in contacts"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters(
            [self.tr("Contacts (*.vcf *.vcard *.csv *.tsv *.txt)"), self.tr("All files (*)")]
        )
        dialog.finished.connect(dialog.deleteLater)
        dialog.fileSelected.connect(self._on_file_chosen)
        dialog.open()

    @Slot(str)
    def _on_file_chosen(self, name: str) -> None:
        self.bring_in(Path(name))

    def bring_in(self, path: Path) -> None:
        """Look at a file of contacts and show what it would do."""
        from newsdesk.ui.people.book_import_dialog import BookImportDialog  # noqa: PLC0415

        self._notice.show_notice(self.tr("Reading {name}…").format(name=path.name))

        def show(preview: "Preview") -> None:
            self._notice.dismiss()
            dialog = BookImportDialog(preview, self._store, self._window)
            dialog.finished.connect(dialog.deleteLater)
            dialog.taken.connect(self._on_taken)
            dialog.open()

        self._store.look(
            partial(_looked_at, path),
            self._lifetime.guard(show),
            self._lifetime.guard(self.refused.emit),
        )

    @Slot(object)
    def show_export_menu(self, button: QWidget) -> None:
        """Offer the forms below a button."""
        menu = QMenu(self._window)
        menu.aboutToHide.connect(menu.deleteLater)
        forms = (
            ("vcard3", self.tr("vCard &3.0, for most programs…")),
            ("vcard4", self.tr("vCard &4.0…")),
            ("csv", self.tr("&Table (CSV)…")),
        )
        private = QMenu(self.tr("With what is &not public"), menu)
        for target, with_private in ((menu, False), (private, True)):
            for form, text in forms:
                choose = partial(self._choose_target, form, with_private)
                target.addAction(text).triggered.connect(choose)
        menu.addSeparator()
        menu.addMenu(private)
        menu.popup(button.mapToGlobal(button.rect().bottomLeft()))

    def write_out(self, path: Path, form: str, *, with_private: bool) -> None:
        """Write the whole book; `form` is one of `BookFormat`."""

        def done(_: object) -> None:
            told = self.tr("Written: {path}").format(path=str(path))
            self._notice.show_notice(told, Tone.DONE, ms=UNDO_MS)

        self._store.look(
            partial(_written, path, form, with_private),
            self._lifetime.guard(done),
            self._lifetime.guard(self.refused.emit),
        )

    def _choose_target(self, form: str, with_private: bool, _is_checked: bool = False) -> None:
        ending = "csv" if form == "csv" else "vcf"
        dialog = QFileDialog(self._window, self.tr("Export the address book"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(ending)
        dialog.selectUrl(QUrl.fromLocalFile(str(Path.home() / f"address-book.{ending}")))
        dialog.finished.connect(dialog.deleteLater)

        def write(name: str) -> None:
            self.write_out(Path(name), form, with_private=with_private)

        dialog.fileSelected.connect(write)
        dialog.open()

    @Slot(object, int)
    def _on_taken(self, change: BookChange, number: int) -> None:
        shown = self.locale().toString(number)
        self.taken.emit(change, self.tr("Brought in: {n}.").format(n=shown))


def _looked_at(path: Path, desk: "Desk") -> "Preview":
    from newsdesk.services.files import read_whole  # noqa: PLC0415 - in the thread

    return desk.people_exchange.look_at(read_whole(path), path.name)


def _written(path: Path, form: str, with_private: bool, desk: "Desk") -> None:
    from newsdesk.services.files import write_atomically  # noqa: PLC0415 - in the thread
    from newsdesk.services.people_exchange import BookFormat  # noqa: PLC0415 - likewise

    content = desk.people_exchange.export(BookFormat(form), with_private=with_private)
    write_atomically(path, content)
