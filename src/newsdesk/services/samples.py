"""The sample newsroom, so that a first look has something to look at; one call takes it away."""

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any
from uuid import UUID

from newsdesk.domain.boilerplate import Boilerplate, BoilerplateKind, ReleaseBoilerplate
from newsdesk.domain.canonical import composed
from newsdesk.domain.changes import Changes, Subject
from newsdesk.domain.contact import Contact, PointKind
from newsdesk.domain.ids import BoilerplateId, ContactId, ReleaseId, TermId
from newsdesk.domain.language import normalised
from newsdesk.domain.newsroom import Newsroom
from newsdesk.domain.release import Release
from newsdesk.importing.draft import Draft
from newsdesk.services.audit import record
from newsdesk.services.boilerplates import BoilerplateService
from newsdesk.services.contacts import ContactService, typed_point
from newsdesk.services.import_ import ImportService
from newsdesk.services.newsroom import NewsroomService, read_setting
from newsdesk.services.workplace import Workplace

if TYPE_CHECKING:
    from newsdesk.storage.database import UnitOfWork

SAMPLE_ADDRESS = "newsdesk:sample/"
"""How the address of a sample's provenance begins; the name of its file follows."""

_POINTS = (
    ("phone", PointKind.PHONE, True),
    ("private_mobile", PointKind.MOBILE, False),
    ("email", PointKind.EMAIL, True),
)
_NO_ID = UUID(int=0)


@dataclass(frozen=True, slots=True, kw_only=True)
class RemovedSamples:
    """What was taken away, as `undo_remove` brings it back."""

    releases: tuple[ReleaseId, ...] = ()
    contacts: tuple[ContactId, ...] = ()
    boilerplates: tuple[BoilerplateId, ...] = ()
    terms: tuple[TermId, ...] = ()
    settings: Mapping[str, Any] = field(default_factory=dict[str, Any])  # name -> value

    @property
    def changes(self) -> Changes:
        return Changes.of(
            *([Subject.CONTACTS] if self.contacts else []),
            *([Subject.BOILERPLATES] if self.boilerplates else []),
            *([Subject.TERMS] if self.terms else []),
            *([Subject.NEWSROOM] if self.settings else []),
            releases=frozenset(self.releases),
        )


class SampleService:
    """Brings the samples in through the doors that real texts use, and takes them away again.

    Releases know that they are samples; contacts and standing paragraphs are samples as long as
    nobody changed them.
    """

    def __init__(self, workplace: Workplace, folder: Path) -> None:
        """`folder` holds `newsroom.toml` and one Markdown file a release."""
        self._workplace = workplace
        self._folder = folder
        self._imports = ImportService(workplace)
        self._boilerplates = BoilerplateService(workplace)

    def install(self) -> tuple[list[Release], Changes]:
        """Store the sample releases; settings and books only in a house that has none yet.

        Raises:
            ImportRefusedError: a sample was damaged.
        """
        newsroom = NewsroomService(self._workplace)
        changes = Changes()
        if newsroom.get() == Newsroom():
            house = self._house()
            changes |= newsroom.edit(house["settings"])[1]
            changes |= self._fill_books(house)
        releases: list[Release] = []
        for path in sorted(self._folder.glob("*.md")):
            imported, stored = self._imports.store(self._sample(path))
            releases.append(imported.release)
            changes |= stored
        return releases, changes

    def install_at_first_start(self) -> tuple[list[Release], Changes]:
        """Do so in a newsroom that nobody has set up, and that never had a release."""
        with self._workplace.database.reading() as work:
            is_set_up = work.newsroom.get().version > 0
            releases = work.releases.count() + work.releases.count(trashed=True)
        return ([], Changes()) if is_set_up or releases else self.install()

    def are_there(self) -> bool:
        """Tell whether there is anything to remove but settings."""
        with self._workplace.database.reading() as work:
            return bool(
                work.releases.imported_from(SAMPLE_ADDRESS)
                or self._contacts(work)
                or self._standing_texts(work)
            )

    def remove(self) -> tuple[RemovedSamples, Changes]:
        """Put the samples away: all of it, or, if something fails, nothing.

        Sample releases go to the trash, published ones too: what they say never happened. Entries
        of the books that somebody changed stay, and so do settings.
        """
        with self._workplace.database.transaction() as work:
            releases = work.releases.imported_from(SAMPLE_ADDRESS)
            terms = {term.id for key in releases for term in work.releases.get(key).terms}
            at, by = self._workplace.now(), self._workplace.author
            for key in releases:
                work.releases.trash(key, at=at, by=by)
                record(work, self._workplace, key, "trash")
            removed = RemovedSamples(
                releases=tuple(releases),
                contacts=tuple(self._contacts(work)),
                boilerplates=tuple(self._standing_texts(work)),
                terms=tuple(sorted(terms - work.terms.in_use(terms))),
                settings=self._settings(work.newsroom.get()),
            )
            for book, keys in _books(work, removed):
                for key in keys:
                    book.delete(key, at=at, by=by)
            defaults = {name: getattr(Newsroom(), name) for name in removed.settings}
            _set(work, defaults)
        return removed, removed.changes

    def undo_remove(self, removed: RemovedSamples) -> tuple[RemovedSamples, Changes]:
        """Bring back what `remove` took away; settings only where none was chosen since."""
        with self._workplace.database.transaction() as work:
            for key in removed.releases:
                if work.releases.is_trashed(key):
                    work.releases.untrash(key)
                    record(work, self._workplace, key, "untrash")
            for book, keys in _books(work, removed):
                for key in keys:
                    book.save(book.get(key))  # what was put away comes back
            now = work.newsroom.get()
            _set(
                work,
                {
                    name: value
                    for name, value in removed.settings.items()
                    if getattr(now, name) == getattr(Newsroom(), name)
                },
            )
        return removed, removed.changes

    # What the samples are ---------------------------------------------------------------------

    def _house(self) -> dict[str, Any]:
        return tomllib.loads((self._folder / "newsroom.toml").read_text("utf-8"))

    def _sample(self, path: Path) -> Draft:
        """Return a sample release as a draft that says where it comes from."""
        draft = next(self._imports.drafts_in(path))
        texts = [text for text in self._boilerplates.all() if text.language == draft.language]
        # what an import never does: add paragraphs that its source lacks
        copies = [
            ReleaseBoilerplate(kind=text.kind, text_md=text.text_md, boilerplate_id=text.id)
            for text in texts
        ]
        return replace(
            draft,
            boilerplates=tuple(copies),
            address=f"{SAMPLE_ADDRESS}{path.name}",
            fields={**draft.fields, "web_url": ""},  # that address is none of the web
        )

    def _fill_books(self, house: dict[str, Any]) -> Changes:
        contacts = ContactService(self._workplace)
        changes = Changes()
        for contact in _shipped_contacts(house):
            changes |= contacts.add(contact)[1]
        for text in _shipped_texts(house):
            added = self._boilerplates.add(text.kind, text.language, text.text_md, text.valid_from)
            changes |= added[1]
        return changes

    def _contacts(self, work: "UnitOfWork") -> list[ContactId]:
        """Return the sample contacts that are as they were shipped."""
        shipped = set(_shipped_contacts(self._house()))
        return [
            entry.id
            for entry in work.contacts.all()
            if replace(entry, id=ContactId(_NO_ID), version=0) in shipped
        ]

    def _standing_texts(self, work: "UnitOfWork") -> list[BoilerplateId]:
        shipped = set(_shipped_texts(self._house()))
        return [
            entry.id
            for entry in work.boilerplates.all()
            if replace(entry, id=BoilerplateId(_NO_ID), version=0, supersedes=None) in shipped
        ]

    def _settings(self, newsroom: Newsroom) -> dict[str, Any]:
        """Return the settings that are the samples' and nobody's choice."""
        shipped = self._house()["settings"]
        values = {name: read_setting(name, value) for name, value in shipped.items()}
        return {
            name: value
            for name, value in values.items()
            if getattr(newsroom, name) == value != getattr(Newsroom(), name)
        }


def _shipped_contacts(house: Mapping[str, Any]) -> Iterable[Contact]:
    for row in house["contacts"]:
        yield composed(
            Contact(
                id=ContactId(_NO_ID),
                display_name=row["name"],
                role_title=row["role"],
                office=row["office"],
                points=tuple(
                    typed_point(kind, row[name], public=is_public)
                    for name, kind, is_public in _POINTS
                    if name in row
                ),
            )
        )


def _shipped_texts(house: Mapping[str, Any]) -> Iterable[Boilerplate]:
    for row in house["boilerplates"]:
        yield composed(
            Boilerplate(
                id=BoilerplateId(_NO_ID),
                kind=BoilerplateKind(row["kind"]),
                language=normalised(row["language"]),
                text_md=row["text_md"].strip(),
                valid_from=row["valid_from"],
            )
        )


def _books(work: "UnitOfWork", removed: RemovedSamples) -> Iterable[tuple[Any, Iterable[UUID]]]:
    """Pair the books with what was removed from each."""
    yield work.contacts, removed.contacts
    yield work.boilerplates, removed.boilerplates
    yield work.terms, removed.terms


def _set(work: "UnitOfWork", values: Mapping[str, Any]) -> None:
    if values:
        work.newsroom.save(replace(work.newsroom.get(), **values))
