"""Bringing texts in: a file is read into a draft, a draft becomes a stored release."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from newsdesk.domain.changes import Changes, Subject
from newsdesk.domain.duplicate import Duplicate, Resolution
from newsdesk.domain.errors import (
    EmbargoError,
    FieldError,
    ImportProblem,
    ImportRefusedError,
    LockedReleaseError,
    NewsdeskError,
    StorageError,
)
from newsdesk.domain.ids import FamilyId, ReleaseId, TermId
from newsdesk.domain.provenance import Extent, Finding, Mark, Provenance, SourceKind
from newsdesk.domain.release import Release
from newsdesk.domain.revision import Reason
from newsdesk.domain.slug import is_slug, slugify, unique
from newsdesk.domain.vocabulary import Scheme, Term
from newsdesk.domain.workflow import Action, State, Step
from newsdesk.importing import drafts, extents, marking, taking_back
from newsdesk.importing.draft import Draft, ImportTools
from newsdesk.services.duplicates import find_duplicates, updated
from newsdesk.services.fields import TERM_FIELDS, FieldSetter
from newsdesk.services.files import read_whole
from newsdesk.services.import_books import ImportBooks
from newsdesk.services.keeping import keep
from newsdesk.services.media import entered, with_kept_pictures
from newsdesk.services.workplace import Workplace

if TYPE_CHECKING:
    from newsdesk.storage.database import UnitOfWork


@dataclass(frozen=True, slots=True)
class Imported:
    """What one source became."""

    draft: Draft
    release: Release  # as stored, or, in a dry run, as it would be
    resembles: Duplicate | None = None  # what is stored beside it and says nearly the same


@dataclass(frozen=True, slots=True)
class AlreadyThere:
    """A draft that was left out because it is stored."""

    draft: Draft
    duplicate: Duplicate


Refusal = ImportRefusedError | FieldError | LockedReleaseError | EmbargoError
Outcome = Imported | AlreadyThere | Refusal
_READ_OUT = frozenset({SourceKind.PAGE, SourceKind.PASTE, SourceKind.DOCUMENT})
_REFUSALS = (ImportRefusedError, FieldError, LockedReleaseError, EmbargoError)


class ImportService:
    """Reading never stores; what is stored is stored whole or not at all."""

    def __init__(self, workplace: Workplace) -> None:
        self._workplace = workplace
        self._books = ImportBooks(workplace)

    def tools(self) -> ImportTools:
        """Return what reading needs to know of this newsroom."""
        with self._workplace.database.reading() as work:
            newsroom = work.newsroom.get()
            return ImportTools(
                gazetteer=self._workplace.places(work),
                default_language=newsroom.languages[0],
                house_style=newsroom.dateline_style,
            )

    def drafts_in(self, path: Path) -> Iterator[Draft]:
        """Yield the drafts in a file, one after the other as they are asked for.

        Raises:
            ImportRefusedError: there is none, or none beyond those that came.
        """
        return drafts(read_whole(path), path.name, self.tools())

    def read(self, raw: bytes, name: str) -> Draft:
        """Return the first draft in a source; raise `ImportRefusedError` if there is none."""
        return next(drafts(raw, name, self.tools()))

    def read_pasted(self, text: str) -> Draft:
        """Take a pasted text apart; raise `ImportRefusedError` if there is nothing to read in it.

        One that begins with a front matter is read as the Markdown it is.
        """
        draft = self.read(text.encode("utf-8", "replace"), "")
        return replace(draft, kind=SourceKind.PASTE, file_name=None)

    @staticmethod
    def needs_confirmation(draft: Draft) -> bool:
        """Tell whether parts of it were read out of a text or a page, not said by their source."""
        if draft.dissection is None:
            return False
        return not draft.dissection.is_markdown or draft.kind in _READ_OUT

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

    @staticmethod
    def source_of(draft: Draft) -> tuple[tuple[str, ...], tuple[Extent, ...]]:
        """Return the lines that a draft was read from, and where in them its findings stand."""
        return extents.source_lines(draft), extents.extents(draft)

    def marked(self, draft: Draft, marks: Sequence[Mark]) -> Draft:
        """Return a draft as read with what a person says that parts of its source are."""
        return marking.marked(draft, marks, self.tools())

    def preview(self, draft: Draft) -> Imported:
        """Return what `store` would make, storing nothing.

        Raises:
            ImportRefusedError: a field of its front matter cannot hold what it says.
        """
        with self._workplace.database.reading() as work:
            wanted = _wanted_slug(draft)
            slug = unique(wanted, work.releases.slugs_like(wanted))
            fields = {name: draft.fields[name] for name in draft.fields.keys() - TERM_FIELDS.keys()}
            filled = self._with_fields(work, self._release(draft, slug), draft, fields)
            release = _standing_as_there(filled, draft)
        return Imported(draft, release)

    def store(self, draft: Draft) -> tuple[Imported, Changes]:
        """Make a draft release of it; its contacts and terms join the address book and lists.

        Raises:
            ImportRefusedError, FieldError: a field cannot hold what the draft says.
        """
        with self._books.transaction() as work, self._books.step(work):
            stored = self._stored(work, draft)
        return stored, self._changes([stored])

    def update(self, draft: Draft, release_id: ReleaseId) -> tuple[Imported, Changes]:
        """Store it over a release that it is a newer text of, as `duplicates.updated` says how.

        Raises:
            LockedReleaseError, EmbargoError: that release takes up no text as it stands.
            NotFoundError: there is none.
            ImportRefusedError, FieldError: a field cannot hold what the draft says.
        """
        with self._books.transaction() as work, self._books.step(work):
            stored = self._updated(work, draft, release_id)
        return stored, self._changes([stored])

    def store_all(
        self,
        drafts: Sequence[Draft],
        resolution: Resolution | None = Resolution.COPY,
        between: Callable[[], None] = lambda: None,
    ) -> tuple[list[Outcome], Changes]:
        """Do so with many in one transaction; return what each became, or why it was refused.

        Args:
            resolution: of what is stored already, be it by a draft before it. None: what is here
                word for word is left out, what only resembles something is stored and says so.
            between: called before each of them is stored, for what goes on meanwhile.

        Raises:
            StorageError: nothing of any of them was stored.
        """
        with self._books.transaction() as work:
            outcomes = self._together(work, _each(drafts, between), resolution)
            if outcomes is None:
                each = _each(drafts, between)
                outcomes = [self._settled_or_refused(work, draft, resolution) for draft in each]
        return outcomes, self._changes(outcomes)

    def _together(
        self, work: "UnitOfWork", drafts: Iterable[Draft], resolution: Resolution | None
    ) -> list[Outcome] | None:
        """Store drafts in one step, for each step has the search index written out.

        Returns:
            None: one of them is refused, and nothing of any of them is stored.
        """
        try:
            with self._books.step(work):
                return [self._settled(work, draft, resolution) for draft in drafts]
        except _REFUSALS:
            return None

    def _settled_or_refused(
        self, work: "UnitOfWork", draft: Draft, resolution: Resolution | None
    ) -> Outcome:
        try:
            with self._books.step(work):
                return self._settled(work, draft, resolution)
        except _REFUSALS as error:
            return error

    def _changes(self, outcomes: Sequence[Outcome]) -> Changes:
        """Return what the last transaction changed; the books only if anything joined them."""
        releases = frozenset(one.release.id for one in outcomes if isinstance(one, Imported))
        books = (Subject.CONTACTS, Subject.TERMS) if self._books.has_grown else ()
        return Changes.of(*books, releases=releases)

    def _settled(self, work: "UnitOfWork", draft: Draft, resolution: Resolution | None) -> Outcome:
        if resolution is Resolution.COPY or not (found := find_duplicates(work, draft)):
            return self._stored(work, draft)
        likest = found[0]
        if is_left_out(likest, resolution):
            return AlreadyThere(draft, likest)
        if resolution is None:
            return replace(self._stored(work, draft), resembles=likest)
        return self._updated(work, draft, likest.release_id)

    def _stored(self, work: "UnitOfWork", draft: Draft) -> Imported:
        made = self._made(work, draft)
        return Imported(draft, keep(work, made, Reason.IMPORT, self._workplace))

    def _updated(self, work: "UnitOfWork", draft: Draft, release_id: ReleaseId) -> Imported:
        stored = work.releases.get(release_id, verified=True)
        step = Step(action=Action.UPDATE, at=self._workplace.now(), by=self._workplace.author)
        approval_steps = work.newsroom.get().has_approval_steps
        became = updated(stored, self._made(work, draft), step, approval_steps=approval_steps)
        if became is not stored:
            became = keep(work, became, Reason.IMPORT, self._workplace)
        return Imported(draft, became)

    def _made(self, work: "UnitOfWork", draft: Draft) -> Release:
        books = self._books
        release = self._release(draft, books.slug(work, _wanted_slug(draft)))
        release = replace(
            release,
            contacts=tuple(books.contact(work, contact) for contact in release.contacts),
            terms=tuple(
                books.term(work, term.scheme, term.name(draft.language), draft.language)
                for term in release.terms
            ),
            body_md=with_kept_pictures(draft),
            media=entered(work, self._workplace, draft),
        )
        return _standing_as_there(self._with_fields(work, release, draft, draft.fields), draft)

    def _release(self, draft: Draft, slug: str) -> Release:
        now = self._workplace.now()
        release_id = ReleaseId(self._workplace.new_id())
        return Release(
            id=release_id,
            slug=slug,
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
        except StorageError:
            raise
        except NewsdeskError as error:  # a field, a place, a person, a time
            detail = ": ".join(str(word) for word in error.args if isinstance(word, str) and word)
            raise ImportRefusedError(
                ImportProblem.FRONT_MATTER, draft.file_name or "", detail
            ) from error


def _each(drafts: Iterable[Draft], between: Callable[[], None]) -> Iterator[Draft]:
    for draft in drafts:
        between()
        yield draft


def _standing_as_there(release: Release, draft: Draft) -> Release:
    """Return it published if its source has published it: it is no draft because it came here."""
    if draft.firstpublished is None:
        return release
    return replace(release, state=State.PUBLISHED, firstpublished=draft.firstpublished)


def is_left_out(duplicate: Duplicate, resolution: Resolution | None) -> bool:
    """Tell whether a draft is not stored because of one that is; None: as `store_all` says."""
    return resolution is Resolution.SKIP or (resolution is None and duplicate.is_same)


def _wanted_slug(draft: Draft) -> str:
    wanted = draft.slug if draft.slug and is_slug(draft.slug) else ""
    return wanted or slugify(draft.headline or draft.file_name or draft.body_md[:80])
