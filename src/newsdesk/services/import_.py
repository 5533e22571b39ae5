"""Bringing texts in: a file is read into a draft, a draft becomes a stored release."""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from pathlib import Path, PurePath
from typing import TYPE_CHECKING

from newsdesk.domain.changes import Changes, Subject
from newsdesk.domain.contact import Contact, ReleaseContact
from newsdesk.domain.errors import FieldError, ImportProblem, ImportRefusedError
from newsdesk.domain.fold import fold
from newsdesk.domain.ids import ContactId, FamilyId, ReleaseId, TermId
from newsdesk.domain.provenance import Finding, Provenance, SourceKind
from newsdesk.domain.release import Release
from newsdesk.domain.revision import Reason
from newsdesk.domain.slug import is_slug, slugify, unique
from newsdesk.domain.vocabulary import Scheme, Term
from newsdesk.importing import SOURCES, drafts, taking_back
from newsdesk.importing.draft import Draft, ImportTools
from newsdesk.services.contacts import same_contact
from newsdesk.services.fields import TERM_FIELDS, FieldSetter
from newsdesk.services.files import read_whole
from newsdesk.services.keeping import keep
from newsdesk.services.workplace import Workplace

if TYPE_CHECKING:
    from newsdesk.storage.database import UnitOfWork

_DIGITS = re.compile(r"(\d+)")


def importable_suffixes() -> tuple[str, ...]:
    """Return how the names of files end that can be brought in: lower case, with the dot."""
    return tuple(suffix for source in SOURCES for suffix in source.suffixes)


def importable_files(place: PurePath) -> list[Path]:
    """Return a file as it is, and of a folder the files in it that can be brought in.

    Those of folders in it are left alone. `2.txt` comes before `10.txt`.

    Raises:
        ImportRefusedError: the folder cannot be read, or has no such file.
    """
    path = Path(place)
    if not path.is_dir():
        return [path]
    try:
        found = [file for file in path.iterdir() if file.suffix.lower() in importable_suffixes()]
        files = [file for file in found if file.is_file() and not file.name.startswith(".")]
    except OSError as error:
        detail = error.strerror or str(error)
        raise ImportRefusedError(ImportProblem.UNREADABLE, str(place), detail) from error
    if not files:
        raise ImportRefusedError(ImportProblem.EMPTY, str(place))
    return sorted(files, key=lambda file: _counting(file.name))


def _counting(name: str) -> list[tuple[int, str]]:
    """Return a key that orders names as people count."""
    parts = _DIGITS.split(fold(name))
    return [(int(part), "") if part.isdecimal() else (-1, part) for part in parts]


@dataclass(frozen=True, slots=True)
class Imported:
    """What one source became."""

    draft: Draft
    release: Release  # as stored, or, in a dry run, as it would be


class ImportService:
    """Reading never stores; storing one source is one transaction."""

    def __init__(self, workplace: Workplace) -> None:
        self._workplace = workplace

    def read_file(self, path: Path) -> Draft:
        """Raise `ImportRefusedError` naming the file if it cannot be brought in."""
        return self.read(read_whole(path), path.name)

    def read(self, raw: bytes, name: str) -> Draft:
        """Take a source apart; raise `ImportRefusedError` if it is none."""
        with self._workplace.database.reading() as work:
            newsroom = work.newsroom.get()
            tools = ImportTools(
                gazetteer=self._workplace.places(work),
                default_language=newsroom.languages[0],
                house_style=newsroom.dateline_style,
            )
        return next(drafts(raw, name, tools))

    def read_pasted(self, text: str) -> Draft:
        """Take a pasted text apart; raise `ImportRefusedError` if there is nothing to read in it.

        One that begins with a front matter is read as the Markdown it is.
        """
        draft = self.read(text.encode("utf-8", "replace"), "")
        return replace(draft, kind=SourceKind.PASTE, file_name=None)

    @staticmethod
    def needs_confirmation(draft: Draft) -> bool:
        """Tell whether parts of it were read out of a plain text, not said by their source."""
        return draft.dissection is not None and not draft.dissection.is_markdown

    @staticmethod
    def can_be_restored(finding: Finding) -> bool:
        """Tell whether a finding can be refused: it keeps its text out of the body."""
        return taking_back.can_be_restored(finding)

    @staticmethod
    def restored(draft: Draft, refused: Collection[Finding]) -> Draft:
        """Return the draft with the texts of refused findings in its body, their fields emptied.

        To let one stand again, call it with the draft as read and what is refused now.
        """
        return taking_back.restored(draft, refused)

    def preview(self, draft: Draft) -> Imported:
        """Return what `store` would make, storing nothing."""
        with self._workplace.database.reading() as work:
            fields = {name: draft.fields[name] for name in draft.fields.keys() - TERM_FIELDS.keys()}
            release = self._with_fields(work, self._release(work, draft), draft, fields)
        return Imported(draft, release)

    def store(self, draft: Draft) -> tuple[Imported, Changes]:
        """Make a draft release of it; its contacts and terms join the address book and lists."""
        with self._workplace.database.transaction() as work:
            release = self._release(work, draft)
            release = replace(
                release,
                contacts=tuple(self._entered(work, contact) for contact in release.contacts),
                terms=tuple(
                    work.terms.get_or_add(term.scheme, term.name(draft.language), draft.language)
                    for term in release.terms
                ),
            )
            release = self._with_fields(work, release, draft, draft.fields)
            saved = keep(work, release, Reason.IMPORT, self._workplace)
        changes = Changes.of(Subject.CONTACTS, Subject.TERMS, releases={saved.id})
        return Imported(draft, saved), changes

    def _release(self, work: "UnitOfWork", draft: Draft) -> Release:
        now = self._workplace.now()
        release_id = ReleaseId(self._workplace.new_id())
        wanted = draft.slug if draft.slug and is_slug(draft.slug) else ""
        slug = wanted or slugify(draft.headline or draft.file_name or draft.body_md[:80])
        return Release(
            id=release_id,
            slug=unique(slug, work.releases.slugs_like(slug)),
            family_id=FamilyId(release_id),
            language=draft.language,
            headline=draft.headline,
            subheadline=draft.subheadline,
            abstract=draft.abstract,
            byline=draft.byline,
            body_md=draft.body_md,
            web_url=draft.address,
            firstcreated=now,
            versioncreated=now,
            created_by=self._workplace.author,
            dateline=draft.dateline,
            embargo=draft.embargo,
            contacts=draft.contacts,
            boilerplates=draft.boilerplates,
            terms=tuple(
                Term(
                    id=TermId(self._workplace.new_id()),
                    scheme=scheme,
                    qcode=slugify(name),
                    names={draft.language: name},
                )
                for scheme, names in (
                    (Scheme.TAG, draft.tags),
                    (Scheme.CATEGORY, draft.categories),
                )
                for name in names
            ),
            provenance=(
                Provenance(
                    kind=draft.kind,
                    file_name=draft.file_name,
                    address=draft.address,
                    short_address=draft.short_address,
                    posted_local=draft.posted_local,
                    posted_tz=draft.posted_tz,
                    imported_at=now,
                    findings=draft.findings,
                ),
            ),
        )

    def _with_fields(
        self, work: "UnitOfWork", release: Release, draft: Draft, fields: Mapping[str, str]
    ) -> Release:
        try:
            return FieldSetter(work, self._workplace).apply(release, fields)
        except FieldError as error:
            raise ImportRefusedError(
                ImportProblem.FRONT_MATTER, draft.file_name or "", f"{error.field}: {error.value}"
            ) from error

    def _entered(self, work: "UnitOfWork", found: ReleaseContact) -> ReleaseContact:
        """Return `found` with the key of its entry in the address book, made if there is none.

        A name alone means the one whom the address book calls so, with all that it knows.
        """
        book = work.contacts.all()
        if not found.office and not found.points:
            named = [c for c in book if fold(c.display_name) == fold(found.display_name)]
            return ReleaseContact.of(named[0]) if len(named) == 1 else found
        entry = same_contact(book, found)
        if entry is None:
            entry = work.contacts.save(
                Contact(
                    id=ContactId(self._workplace.new_id()),
                    display_name=found.display_name,
                    role_title=found.role_title,
                    office=found.office,
                    points=found.points,
                )
            )
        return replace(found, contact_id=entry.id)
