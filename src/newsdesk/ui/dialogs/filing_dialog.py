"""Filing many releases under a term, or no longer."""

from collections.abc import Sequence
from functools import partial
from uuid import UUID

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QComboBox, QWidget

from newsdesk.domain.ids import TermId
from newsdesk.domain.vocabulary import Scheme, Term
from newsdesk.ui.dialogs.column_page import wrapped
from newsdesk.ui.dialogs.fitted_dialog import FittedDialog
from newsdesk.ui.inspector.term_field import TermField
from newsdesk.ui.jobs.store import Store
from newsdesk.ui.lifetime import Lifetime
from newsdesk.ui.scheme_words import scheme_name
from newsdesk.ui.theme.icons import Icons
from newsdesk.ui.widgets.buttons import primary_button, secondary_button
from newsdesk.ui.widgets.labelled import add_labelled, caption
from newsdesk.ui.widgets.segmented import SegmentedControl

_WIDTH = 480
_ADD, _REMOVE = "add", "remove"


class FilingDialog(FittedDialog):
    """Asks for terms of one vocabulary; show it with `open()`.

    Signals:
        filing_requested(Scheme, tuple, bool): these terms, or words where there is none yet; True:
            the releases are to be filed under them, False: no longer.
    """

    filing_requested = Signal(object, object, bool)

    def __init__(
        self,
        count: int,
        language: str,
        store: Store,
        icons: Icons,
        parent: QWidget | None = None,
    ) -> None:
        """`language` is the one that names are shown in."""
        super().__init__(width=_WIDTH, parent=parent)
        self.setObjectName("filing_dialog")
        self.setWindowTitle(self.tr("File releases"))
        self._language = language
        self._entered: list[Term | str] = []
        self._terms: tuple[Term, ...] = ()
        self._lifetime = Lifetime(self)
        self._way = SegmentedControl(
            self.tr("What to do"), [(_ADD, self.tr("Add")), (_REMOVE, self.tr("Take off"))]
        )
        self._scheme = QComboBox()
        self._fields = {scheme: self._field(scheme, icons) for scheme in Scheme}
        self._do = primary_button(self.tr("&File"))
        self._do.setDefault(True)
        self._cancel = secondary_button(self.tr("Cancel"))
        self._arrange(count)
        self._scheme.currentIndexChanged.connect(self._on_scheme_chosen)
        self._way.choice_edited.connect(self._on_way_chosen)
        self._do.clicked.connect(self._on_do)
        self._cancel.clicked.connect(self.reject)
        store.read(lambda desk: tuple(desk.vocabularies.all()), self._lifetime.guard(self._know))
        self._show()
        self._field_now.focus_field()

    @property
    def _field_now(self) -> TermField:
        return self._fields[Scheme(self._scheme.currentData())]

    def _field(self, scheme: Scheme, icons: Icons) -> TermField:
        field = TermField(self.tr("Te&rms"), self.tr("Type a word"), icons)
        field.words_edited.connect(partial(self._on_words_edited, scheme))
        field.removal_edited.connect(self._on_removal_edited)
        return field

    def _arrange(self, count: int) -> None:
        self.column.addWidget(wrapped(self.tr("File %Ln release(s)", "", count), "title"))
        self.column.addSpacing(6)
        self.column.addWidget(self._way)
        self.column.addSpacing(6)
        for scheme in Scheme:
            self._scheme.addItem(scheme_name(scheme), scheme)
        self._scheme.setCurrentIndex(self._scheme.findData(Scheme.TAG))
        add_labelled(self.column, self.tr("&Vocabulary"), self._scheme)
        self.column.addSpacing(4)
        for field in self._fields.values():
            self.column.addWidget(field)
        self.column.addWidget(
            caption(
                self.tr(
                    "Published ones too: terms say where a release is found, not what it says. "
                    "What was issued stays as it was."
                )
            )
        )
        self.column.addStretch(1)
        self.foot.addWidget(self._cancel)
        self.foot.addStretch(1)
        self.foot.addWidget(self._do)

    def _know(self, terms: tuple[Term, ...]) -> None:
        self._terms = terms
        for scheme, field in self._fields.items():
            field.set_known([term for term in terms if term.scheme is scheme])

    def _show(self) -> None:
        now = self._field_now
        for field in self._fields.values():
            field.setVisible(field is now)
        shown = [
            one if isinstance(one, Term) else _word(one, number)
            for number, one in enumerate(self._entered)
        ]
        now.set_terms(shown, self._language, is_editable=True)
        is_adding = self._way.choice() == _ADD
        self._do.setText(self.tr("&File") if is_adding else self.tr("&Take off"))
        self.fit()

    def _on_words_edited(self, _scheme: Scheme, entered: Sequence[Term | str]) -> None:
        is_adding = self._way.choice() == _ADD
        unknown = [one for one in entered if isinstance(one, str)]
        if unknown and not is_adding:
            self._field_now.say(self.tr("No release is filed under “{0}”.").format(unknown[0]))
            self._field_now.give_back(unknown)
        self._entered += [
            one
            for one in entered
            if one not in self._entered and (is_adding or not isinstance(one, str))
        ]
        self._show()

    @Slot(object)
    def _on_removal_edited(self, term: Term) -> None:
        at = self._field_now.terms.index(term)
        del self._entered[at]
        self._show()

    @Slot(int)
    def _on_scheme_chosen(self, _index: int) -> None:
        self._entered.clear()
        self._show()
        self._field_now.focus_field()

    @Slot(str)
    def _on_way_chosen(self, _way: str) -> None:
        if self._way.choice() == _REMOVE:
            self._entered = [one for one in self._entered if isinstance(one, Term)]
        self._show()

    @Slot()
    def _on_do(self) -> None:
        now = self._field_now
        now.enter_typed()
        if not self._entered:
            if not now.has_text():
                now.say(self.tr("Type a word, or choose one that is offered."))
            now.focus_field()
            self.fit()
        else:
            scheme, is_adding = Scheme(self._scheme.currentData()), self._way.choice() == _ADD
            entered = tuple(self._entered)
            self.accept()
            self.filing_requested.emit(scheme, entered, is_adding)


def _word(word: str, number: int) -> Term:
    """Return a word that is no term yet as one is shown."""
    return Term(id=TermId(UUID(int=number + 1)), scheme=Scheme.TAG, qcode=word, names={"und": word})
