"""The vocabularies of the house: their terms, listed, found, and put in order."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QSize, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from newsdesk.domain.changes import Changes, Subject
from newsdesk.domain.ids import TermId
from newsdesk.domain.vocabulary import Scheme, TermEntry, same_names
from newsdesk.ui.changes import ChangeHub
from newsdesk.ui.dialogs.term_list import TermListView, TermRow, rows_of
from newsdesk.ui.jobs.store import Store
from newsdesk.ui.lifetime import Lifetime
from newsdesk.ui.notices import Notices
from newsdesk.ui.scheme_words import scheme_name
from newsdesk.ui.theme.icons import Icons
from newsdesk.ui.theme.theme_controller import ThemeController
from newsdesk.ui.widgets.buttons import primary_button, secondary_button
from newsdesk.ui.widgets.labelled import caption
from newsdesk.ui.widgets.notice_bar import NoticeBar, Offer, Tone

if TYPE_CHECKING:
    from newsdesk.services.desk import Desk

_SIZE = QSize(640, 600)
_ORDER = (
    Scheme.TAG,
    Scheme.CATEGORY,
    Scheme.THEME,
    Scheme.REGION,
    Scheme.COUNTRY,
    Scheme.IPTC_MEDIATOPIC,
    Scheme.IPTC_GENRE,
)


class VocabulariesDialog(QDialog):
    """Shows a vocabulary and says what the user wants done to it; show it with `open()`.

    Signals:
        add_requested(Scheme, str): a term of this name.
        edit_requested(TermEntry): let it be changed.
        merge_requested(list): make these entries one.
        removal_requested(list): take these entries out.
        retirement_requested(list, bool): offer these entries again (True) or no longer.
        uses_requested(TermEntry): show the releases that are filed under it.
        import_requested(Scheme): from a file of the user's choice.
    """

    add_requested = Signal(object, str)
    edit_requested = Signal(object)
    merge_requested = Signal(object)
    removal_requested = Signal(object)
    retirement_requested = Signal(object, bool)
    uses_requested = Signal(object)
    import_requested = Signal(object)

    def __init__(
        self,
        language: str,
        store: Store,
        hub: ChangeHub,
        themes: ThemeController,
        icons: Icons,
        parent: QWidget | None = None,
    ) -> None:
        """`language` is the one that names are shown in."""
        super().__init__(parent)
        self.setObjectName("vocabularies")
        self.setWindowTitle(self.tr("Vocabularies"))
        self.resize(_SIZE)
        self._language = language
        self._store = store
        self._lifetime = Lifetime(self)
        self._asked = 0
        self._double: tuple[TermEntry, ...] = ()
        self._sought: set[TermId] = set()  # selected once they are listed
        bar = NoticeBar(icons)
        self.notices = Notices(bar)
        self._scheme = QComboBox()
        self._search = QLineEdit()
        self._list = TermListView(themes)
        self._empty = caption()
        self._count = QLabel()
        self._buttons: list[QPushButton] = []
        self._lay_out(bar)
        self._connect(hub)
        self.refresh()
        self._search.setFocus()

    @property
    def scheme(self) -> Scheme:
        """The vocabulary that is shown."""
        return Scheme(self._scheme.currentData())

    def refresh(self) -> None:
        """Ask the store for the terms."""
        self._asked += 1
        number, scheme, language = self._asked, self.scheme, self._language

        def read(desk: "Desk") -> list[TermRow]:
            return rows_of(desk.vocabularies.entries(scheme), language)

        def show(rows: list[TermRow]) -> None:
            if number == self._asked:
                self._show(rows)

        self._store.read(read, self._lifetime.guard(show))

    # What is seen -----------------------------------------------------------------------------

    def _lay_out(self, bar: NoticeBar) -> None:
        for scheme in _ORDER:
            self._scheme.addItem(scheme_name(scheme), scheme)
        self._scheme.setAccessibleName(self.tr("Vocabulary"))
        self._search.setPlaceholderText(self.tr("Find or add a term"))
        self._search.setAccessibleName(self.tr("Find or add a term"))
        self._search.setClearButtonEnabled(True)
        self._list.setAccessibleName(self.tr("Terms"))
        self._count.setProperty("role", "caption")
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._empty.setMargin(24)
        self._add = self._button(self.tr("&Add"))
        self._edit = self._button(self.tr("&Edit…"))
        self._merge = self._button(self.tr("&Merge…"))
        self._retire = self._button(self.tr("Re&tire"))
        self._remove = self._button(self.tr("&Remove"))
        self._uses = self._button(self.tr("Show &uses"))
        self._import = self._button(self.tr("&Import…"))
        self._done = primary_button(self.tr("&Done"))
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._scheme)
        head.addWidget(self._search, 1)
        head.addWidget(self._add)
        side = QVBoxLayout()
        side.setSpacing(6)
        for button in (self._edit, self._merge, self._retire, self._remove, self._uses):
            side.addWidget(button)
        side.addStretch(1)
        side.addWidget(self._import)
        self._stack = QStackedLayout()
        self._stack.addWidget(self._list)
        self._stack.addWidget(self._empty)
        middle = QHBoxLayout()
        middle.setSpacing(12)
        middle.addLayout(self._stack, 1)
        middle.addLayout(side)
        foot = QHBoxLayout()
        foot.addWidget(self._count, 1)
        foot.addWidget(self._done)
        column = QVBoxLayout()
        column.setContentsMargins(20, 20, 20, 16)
        column.setSpacing(12)
        column.addLayout(head)
        column.addLayout(middle, 1)
        column.addLayout(foot)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(column, 1)
        layout.addWidget(bar)

    def _button(self, text: str) -> QPushButton:
        button = secondary_button(text)
        button.setAutoDefault(False)
        self._buttons.append(button)
        return button

    def _show(self, rows: list[TermRow]) -> None:
        self._list.set_rows(rows)
        if self._sought and rows:
            self._list.choose(self._sought)
            self._sought = set()
        self._update()
        entries = {row.entry.term.id: row.entry for row in rows}
        groups = same_names(entry.term for entry in entries.values())
        double = tuple(entries[term.id] for term in groups[0]) if groups else ()
        if double and double != self._double:
            name = double[0].term.name(self._language)
            said = self.tr(
                "“{0}” is there %Ln time(s), but for upper case or accents.", "", len(double)
            )
            offer = Offer(self.tr("Merge…"), lambda: self.merge_requested.emit(list(double)))
            self.notices.show(said.format(name), Tone.WARNING, [offer])
        self._double = double

    @Slot()
    def _update(self) -> None:
        """Allow what is possible with what is selected."""
        selected, text = self._list.selected(), self._search.text().strip()
        shown, rows = self._list.terms.shown(), self._list.terms.all()
        can_write = self._store.is_writable
        active = [entry for entry in selected if entry.term.active]
        self._add.setEnabled(can_write and bool(text))
        self._edit.setEnabled(can_write and len(selected) == 1)
        self._merge.setEnabled(can_write and len(selected) > 1)
        self._retire.setEnabled(can_write and bool(selected))
        self._retire.setText(
            self.tr("Re&tire") if active or not selected else self.tr("Offer aga&in")
        )
        self._remove.setEnabled(can_write and bool(selected))
        self._uses.setEnabled(len(selected) == 1 and selected[0].uses > 0)
        self._import.setEnabled(can_write)
        self._stack.setCurrentWidget(self._list if shown else self._empty)
        self._empty.setText(self._why_empty(text, is_any=bool(rows)))
        self._count.setText(self._counted(len(shown), len(rows), len(selected)))

    def _why_empty(self, text: str, *, is_any: bool) -> str:
        if is_any:
            return self.tr("No term has “{0}” in it. Add makes it one.").format(text)
        return self.tr(
            "There is no term yet. Type one above and add it, or bring in a file of IPTC's "
            "NewsCodes."
        )

    def _counted(self, shown: int, total: int, selected: int) -> str:
        if selected > 1:
            return self.tr("%Ln selected", "", selected)
        said = self.tr("%Ln term(s)", "", total)
        if shown == total:
            return said
        return self.tr("{0} of {1}").format(QLocale().toString(shown), said)

    # What the user does -----------------------------------------------------------------------

    def _connect(self, hub: ChangeHub) -> None:
        self._scheme.currentIndexChanged.connect(self._on_scheme_chosen)
        self._search.textEdited.connect(self._on_search_edited)
        self._search.returnPressed.connect(self._on_entered)
        self._list.selection_edited.connect(self._update)
        self._list.term_opened.connect(self.edit_requested)
        self._list.removal_requested.connect(self._on_remove)
        self._add.clicked.connect(self._on_add)
        self._edit.clicked.connect(lambda: self.edit_requested.emit(self._list.selected()[0]))
        self._merge.clicked.connect(lambda: self.merge_requested.emit(self._list.selected()))
        self._retire.clicked.connect(self._on_retire)
        self._remove.clicked.connect(self._on_remove)
        self._uses.clicked.connect(lambda: self.uses_requested.emit(self._list.selected()[0]))
        self._import.clicked.connect(lambda: self.import_requested.emit(self.scheme))
        self._done.clicked.connect(self.accept)
        hub.changed.connect(self._on_changed)

    def show_term(self, entries: Sequence[TermEntry]) -> None:
        """Select these terms of one vocabulary, which is turned to, once they are listed."""
        ids = {entry.term.id for entry in entries}
        self._sought = ids
        if entries and (scheme := entries[0].term.scheme) is not self.scheme:
            self._scheme.setCurrentIndex(_ORDER.index(scheme))
        self._list.choose(ids)
        if len(self._list.selected()) == len(ids):
            self._sought = set()

    @Slot(int)
    def _on_scheme_chosen(self, _index: int) -> None:
        self._search.clear()
        self._list.terms.look_for("")
        self._double = ()
        self.notices.bar.dismiss()
        self.refresh()

    @Slot(str)
    def _on_search_edited(self, text: str) -> None:
        self._list.terms.look_for(text)
        self._update()

    @Slot()
    def _on_entered(self) -> None:
        """Go to what was found; what is nowhere is added."""
        if self._list.terms.shown():
            self._list.setFocus()
            self._list.choose({self._list.terms.shown()[0].entry.term.id})
        elif self._add.isEnabled():
            self._on_add()

    @Slot()
    def _on_add(self) -> None:
        name = self._search.text().strip()
        self._search.clear()
        self._list.terms.look_for("")
        self.add_requested.emit(self.scheme, name)

    @Slot()
    def _on_retire(self) -> None:
        selected = self._list.selected()
        is_active = not any(entry.term.active for entry in selected)
        self.retirement_requested.emit(selected, is_active)

    @Slot()
    def _on_remove(self) -> None:
        if self._remove.isEnabled():
            self.removal_requested.emit(self._list.selected())

    @Slot(object)
    def _on_changed(self, changes: Changes) -> None:
        if changes.subjects & {Subject.TERMS, Subject.RELEASES}:
            self.refresh()
