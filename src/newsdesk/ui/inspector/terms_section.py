"""What a release is filed under: tags, categories, themes, regions, countries."""

from collections.abc import Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from newsdesk.domain.changes import Changes, Subject
from newsdesk.domain.errors import NewsdeskError
from newsdesk.domain.ids import TermId
from newsdesk.domain.release import Release
from newsdesk.domain.vocabulary import OF_STANDARDS, Scheme, Term, TermColour
from newsdesk.ui.changes import ChangeHub
from newsdesk.ui.inspector.form_section import FormSection
from newsdesk.ui.inspector.term_field import TermField
from newsdesk.ui.jobs.store import Store
from newsdesk.ui.messages import words
from newsdesk.ui.session import ReleaseSession
from newsdesk.ui.theme.icons import Icons
from newsdesk.ui.widgets.buttons import link_button
from newsdesk.ui.widgets.labelled import name_after

if TYPE_CHECKING:
    from newsdesk.services.desk import Desk

_FIELDS = {
    "tags": Scheme.TAG,
    "categories": Scheme.CATEGORY,
    "themes": Scheme.THEME,
    "regions": Scheme.REGION,
    "countries": Scheme.COUNTRY,
}
_FURTHER = (Scheme.THEME, Scheme.REGION, Scheme.COUNTRY, *OF_STANDARDS)


_Vocabularies = tuple[tuple[Term, ...], Mapping[TermId, TermColour]]


class TermsSection(FormSection):
    """One field for each vocabulary; the rarer ones under "More"."""

    def __init__(
        self,
        session: ReleaseSession,
        store: Store,
        hub: ChangeHub,
        icons: Icons,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(
            self.tr("Tags and categories"),
            session,
            icons,
            shows=frozenset({"terms", "language"}),
            parent=parent,
        )
        self.setObjectName("terms_section")
        self._store = store
        self._fields = {
            Scheme.TAG: TermField(self.tr("Tags"), self.tr("Add a tag"), icons),
            Scheme.CATEGORY: TermField(self.tr("Categories"), self.tr("Add a category"), icons),
            Scheme.THEME: TermField(self.tr("Themes"), self.tr("Add a theme"), icons),
            Scheme.REGION: TermField(self.tr("Regions"), self.tr("Add a region"), icons),
            Scheme.COUNTRY: TermField(self.tr("Countries"), self.tr("Add a country"), icons),
            Scheme.IPTC_MEDIATOPIC: TermField(
                self.tr("Media topics"), self.tr("Add a media topic"), icons
            ),
            Scheme.IPTC_GENRE: TermField(self.tr("Genres"), self.tr("Add a genre"), icons),
        }
        self._more = link_button(self.tr("More"))
        self._more.setObjectName("terms_more")
        self._further = QWidget()
        self._is_unfolded = False
        self._known_schemes: set[Scheme] = set()
        self._lay_out()
        for scheme, field in self._fields.items():
            field.words_edited.connect(partial(self._on_words_edited, scheme))
            field.removal_edited.connect(self._on_removal_edited)
        self._more.clicked.connect(self._on_more_clicked)
        hub.changed.connect(self._on_stored)
        store.opened.connect(self._read_terms)
        if store.is_readable:
            self._read_terms()
        self.show_session()

    def focus_field(self, name: str) -> bool:
        """Go to the field of a vocabulary: "tags", "categories" …; "terms" is the first one."""
        scheme = Scheme.TAG if name == "terms" else _FIELDS.get(name)
        if scheme is None:
            return False
        self.set_open(is_open=True)
        if scheme in _FURTHER:
            self._unfold(is_unfolded=True)
        self._fields[scheme].focus_field()
        return True

    def show_release(self, release: Release) -> None:
        for scheme, field in self._fields.items():
            terms = [term for term in release.terms if term.scheme is scheme]
            field.set_terms(terms, release.language, is_editable=self._session.is_editable)
        self._show_standards()
        self._unfold(is_unfolded=self._is_unfolded)

    def show_editable(self, is_editable: bool) -> None:
        for field in self._fields.values():
            release = self._session.release
            language = release.language if release is not None else ""
            field.set_terms(field.terms, language, is_editable=is_editable)

    def drop_typing(self) -> None:
        self._is_unfolded = False
        for field in self._fields.values():
            field.begin_anew()

    def _lay_out(self) -> None:
        further = QVBoxLayout(self._further)
        further.setContentsMargins(0, 0, 0, 0)
        further.setSpacing(6)
        for scheme, field in self._fields.items():
            if scheme in _FURTHER:
                further.addWidget(field)
            else:
                self.body.addWidget(field)
        self.body.addWidget(self._further)
        self.body.addWidget(self._more, 0, Qt.AlignmentFlag.AlignLeading)

    def _unfold(self, *, is_unfolded: bool) -> None:
        """Show the rarer vocabularies, or fold them away while there is nothing in them."""
        self._is_unfolded = is_unfolded
        has_terms = any(self._fields[scheme].terms for scheme in _FURTHER)
        self._further.setVisible(is_unfolded or has_terms)
        self._more.setVisible(not has_terms)
        self._more.setText(self.tr("Less") if is_unfolded else self.tr("More"))
        name_after(self._more, self.tr("Tags and categories"))
        self._more.setToolTip(self.tr("Themes, regions, countries"))

    def _add_terms(self, terms: Sequence[Term]) -> None:
        release = self._session.release
        if release is None:
            return
        here = {term.id for term in release.terms}
        added = tuple(dict.fromkeys(term.id for term in terms if term.id not in here))
        by_id = {term.id: term for term in terms}
        if added:
            changed = (*release.terms, *(by_id[id_] for id_ in added))
            self._session.edit(self.tr("File under a term"), terms=changed)

    def _on_words_edited(self, scheme: Scheme, entered: tuple[Term | str, ...]) -> None:
        """Add terms at once where all are known; new ones join the vocabulary first."""
        known = [one for one in entered if isinstance(one, Term)]
        release = self._session.release
        if release is None:
            return
        if len(known) == len(entered):
            self._add_terms(known)
            return
        new = [one for one in entered if isinstance(one, str)]
        if scheme in OF_STANDARDS:
            self._fields[scheme].say(self.tr("Choose one that is offered."))
            self._fields[scheme].give_back(new)
            self._add_terms(known)
            return

        def made(terms: tuple[Term, ...]) -> None:
            now = self._session.release
            if now is not None and now.id == release.id:
                self._add_terms(terms)

        def refused(error: NewsdeskError) -> None:
            self._fields[scheme].say(words(error).title)
            self._fields[scheme].give_back(new)

        work = partial(_made, scheme, entered, release.language)
        self._store.change(work, made, refused)

    @Slot(object)
    def _on_removal_edited(self, term: Term) -> None:
        if (release := self._session.release) is not None:
            rest = tuple(other for other in release.terms if other.id != term.id)
            self._session.edit(self.tr("File no longer under a term"), terms=rest)

    @Slot()
    def _read_terms(self) -> None:
        self._store.read(_read, self._on_terms_read)

    def _on_terms_read(self, read: "_Vocabularies") -> None:
        terms, colours = read
        for scheme, field in self._fields.items():
            field.set_known([term for term in terms if term.scheme is scheme])
            field.set_colours(colours)
        self._known_schemes = {term.scheme for term in terms}
        self._show_standards()

    def _show_standards(self) -> None:
        """A vocabulary that others keep is there once its file was brought in."""
        for scheme in OF_STANDARDS:
            field = self._fields[scheme]
            field.setVisible(scheme in self._known_schemes or bool(field.terms))

    @Slot(object)
    def _on_stored(self, changes: Changes) -> None:
        if Subject.TERMS in changes.subjects and self._store.is_readable:
            self._read_terms()

    @Slot()
    def _on_more_clicked(self) -> None:
        self._unfold(is_unfolded=not self._is_unfolded)


def _read(desk: "Desk") -> "_Vocabularies":
    return tuple(desk.vocabularies.all()), desk.vocabularies.colours()


def _made(
    scheme: Scheme, entered: Sequence[Term | str], language: str, desk: "Desk"
) -> tuple[tuple[Term, ...], Changes]:
    """Return the terms of these words, made where there are none."""
    terms: list[Term] = []
    changes = Changes()
    for one in entered:
        if isinstance(one, Term):
            terms.append(one)
        else:
            term, touched = desk.vocabularies.add(scheme, one, language)
            terms.append(term)
            changes |= touched
    return tuple(terms), changes
