"""Making, reading, changing and putting away releases."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import fields, replace
from typing import TYPE_CHECKING, Any

from newsdesk.domain.audit import AuditEvent
from newsdesk.domain.canonical import composed
from newsdesk.domain.changes import Changes
from newsdesk.domain.embargo import Embargo
from newsdesk.domain.errors import FieldError, StaleReleaseError, TransitionError
from newsdesk.domain.ids import ReleaseId
from newsdesk.domain.language import normalised
from newsdesk.domain.query import ReleaseCounts, ReleaseQuery, ReleaseSummary
from newsdesk.domain.quote import FoundQuote
from newsdesk.domain.release import Release
from newsdesk.domain.revision import Reason, Revision
from newsdesk.domain.slug import is_slug, slugify, unique
from newsdesk.domain.workflow import Action, State, Step
from newsdesk.rendering.dateline import dateline_text
from newsdesk.rendering.opening import opening
from newsdesk.rendering.quotes import find_quotes
from newsdesk.services import new_release
from newsdesk.services.audit import record
from newsdesk.services.fields import FieldSetter
from newsdesk.services.keeping import keep, with_pictures_of_body
from newsdesk.services.lexicon import NameLexicon
from newsdesk.services.new_release import UNTITLED
from newsdesk.services.search import understood
from newsdesk.services.workplace import Workplace

if TYPE_CHECKING:
    from newsdesk.storage.database import UnitOfWork

_NEVER_EDITED = frozenset({"version", "current_revision", "versioncreated", "starred", "locked_by"})
_NEVER_PUBLISHED = frozenset({State.DRAFT, State.SUBMITTED, State.APPROVED, State.SPIKED})


class ReleaseService:
    """Every call is one transaction. Keys are ids, unique beginnings of ids, or slugs."""

    def __init__(self, workplace: Workplace) -> None:
        self._workplace = workplace
        self._lexicon = NameLexicon(workplace.gazetteer)

    def get(self, key: str) -> Release:
        """Raise `NotFoundError`, `AmbiguousKeyError`, or `StorageError` if the row is damaged."""
        with self._workplace.database.reading() as work:
            return work.releases.get(work.releases.by_key(key), verified=True)

    def summaries(self, query: ReleaseQuery) -> list[ReleaseSummary]:
        """Return what a list shows, newest first."""
        with self._workplace.database.reading() as work:
            query = understood(work, query, self._lexicon)
            return work.releases.summaries(query, opening)

    def ids(self, query: ReleaseQuery) -> list[ReleaseId]:
        """Return the keys of what a list shows, newest first: cheap, however many there are."""
        with self._workplace.database.reading() as work:
            return work.releases.ids(understood(work, query, self._lexicon))

    def rows(self, ids: Sequence[ReleaseId]) -> list[ReleaseSummary]:
        """Return what a list shows of these, in their order; those that are gone are left out."""
        with self._workplace.database.reading() as work:
            return work.releases.rows(ids, opening)

    def counts(self) -> ReleaseCounts:
        """Return how many releases each kind of list has now."""
        with self._workplace.database.reading() as work:
            return work.releases.counts(self._workplace.now())

    def revisions(self, key: str) -> list[Revision]:
        with self._workplace.database.reading() as work:
            return work.revisions.list(work.releases.by_key(key))

    def history(self, key: str) -> list[AuditEvent]:
        """Return who did what to a release, oldest first."""
        with self._workplace.database.reading() as work:
            return work.audit.for_entity("release", work.releases.by_key(key))

    def dateline_text(self, release: Release) -> str:
        with self._workplace.database.reading() as work:
            newsroom = work.newsroom.get()
        return dateline_text(
            release.dateline,
            headline=release.headline,
            language=release.language,
            newsroom=newsroom,
        )

    def free_slug(self, slug: str, release_id: ReleaseId) -> str:
        """Return `slug` if this release may have it, or the first like it that nobody has."""
        with self._workplace.database.reading() as work:
            own = {row.slug for row in work.releases.rows([release_id])}
            return unique(slug, work.releases.slugs_like(slug) - own)

    def quotes(self, release: Release) -> tuple[FoundQuote, ...]:
        return find_quotes(release.body_md, release.language)

    def new(self, values: Mapping[str, str], *, body_md: str = "") -> tuple[Release, Changes]:
        """Make a draft in the house's style, with its standing paragraphs.

        Args:
            values: fields by name, as `FieldSetter` takes them; `language` decides the rest.
        """
        with self._workplace.database.transaction() as work:
            blank = new_release.blank(work, self._workplace, _language(values.get("language")))
            draft = FieldSetter(work, self._workplace).apply(
                replace(blank, body_md=body_md), values
            )
            saved = keep(work, named(work, draft, blank), Reason.SAVE, self._workplace)
        return saved, Changes.of(releases={saved.id})

    def edit(
        self, key: str, values: Mapping[str, str], *, body_md: str | None = None
    ) -> tuple[Release, Changes]:
        """Set fields, and the body if one is given, and keep it as a permanent revision.

        A release that is no draft keeps its text (`LockedReleaseError`), but may be starred and
        its running embargo may be shortened or lifted, which is recorded.
        """
        if body_md is not None:
            values = {**values, "body_md": body_md}
        with self._workplace.database.transaction() as work:
            release = work.releases.get(work.releases.by_key(key), verified=True)
            edited = FieldSetter(work, self._workplace).apply(release, values)
            if replace(edited, starred=release.starred) == release:
                return self._starred(work, release, starred=edited.starred)
            return self._kept(work, release, named(work, edited, release))

    def save(self, release: Release, reason: Reason) -> tuple[Release, Changes]:
        """Store a draft as a form or an editor left it; the star stays as `star` set it.

        Its name follows its headline until somebody chose another one, or a copy went out under it.
        An autosave of what is stored already changes nothing; any other reason makes its revision
        permanent.

        Raises:
            StaleReleaseError: somebody saved it since it was read.
            LockedReleaseError: it is no draft, and not as it is stored.
            TransitionError: it is in another state; steps are the workflow's.
            NotFoundError: it was never stored.
            FieldError: a value is out of range, or no slug, or the slug of another release.
        """
        with self._workplace.database.transaction() as work:
            release = with_pictures_of_body(work, composed(release))
            stored = work.releases.get(release.id)
            if release.version != stored.version:
                raise StaleReleaseError(str(release.id))
            if release.state is not stored.state:
                raise TransitionError(stored.state, "save")
            changed = _differences(stored, release)
            if changed:
                edited = stored.edited(self._workplace.now(), **changed)
                edited = _renamed(work, edited, stored)
            elif reason.is_permanent and not work.revisions.current(release.id).is_permanent:
                edited = stored
            else:
                return stored, Changes()
            saved = keep(work, edited, reason, self._workplace)
        return saved, Changes.of(releases={saved.id})

    def star(self, key: str, *, starred: bool) -> tuple[Release, Changes]:
        """Set or take off the desk's mark, whatever the state: no edit, no save, no revision."""
        with self._workplace.database.transaction() as work:
            release = work.releases.get(work.releases.by_key(key))
            return self._starred(work, release, starred=starred)

    def set_embargo(self, key: str, embargo: Embargo | None) -> tuple[Release, Changes]:
        """Set or move the embargo of a draft, or shorten or (None) lift that of a published one.

        Raises:
            EmbargoError, LockedReleaseError: as `Release.with_embargo` says.
        """
        now, author = self._workplace.now(), self._workplace.author
        with self._workplace.database.transaction() as work:
            release = work.releases.get(work.releases.by_key(key), verified=True)
            if embargo == release.embargo:
                return release, Changes()
            return self._kept(work, release, release.with_embargo(embargo, at=now, by=author))

    def duplicate(self, key: str) -> tuple[Release, Changes]:
        """Make a new draft from this text; dates, embargo, approvals and symbol stay behind."""
        with self._workplace.database.transaction() as work:
            original = work.releases.get(work.releases.by_key(key), verified=True)
            saved = self._twin(work, original)
        return saved, Changes.of(releases={saved.id})

    def keep_as_copy(self, release: Release) -> tuple[Release, Changes]:
        """Make a new draft of a text that cannot be stored over what somebody else saved."""
        with self._workplace.database.transaction() as work:
            saved = self._twin(work, release)
        return saved, Changes.of(releases={saved.id})

    def _twin(self, work: "UnitOfWork", original: Release) -> Release:
        now, author = self._workplace.now(), self._workplace.author
        step = Step(action=Action.DUPLICATE, at=now, by=author)
        approval_steps = work.newsroom.get().has_approval_steps
        twin = original.after(step, approval_steps=approval_steps).duplicated(
            release_id=ReleaseId(self._workplace.new_id()),
            slug=unique(original.slug, work.releases.slugs_like(original.slug)),
            at=now,
            by=author,
        )
        return keep(work, twin, Reason.SAVE, self._workplace)

    def trash(self, key: str) -> tuple[Release, Changes]:
        """Put away what was never published; raise `TransitionError` for anything else."""
        with self._workplace.database.transaction() as work:
            release = put_away(work, self._workplace, work.releases.by_key(key))
        return release, Changes.of(releases={release.id})

    def untrash(self, key: str) -> tuple[Release, Changes]:
        with self._workplace.database.transaction() as work:
            release = take_out(work, self._workplace, work.releases.by_key(key))
        return release, Changes.of(releases={release.id})

    def _kept(self, work: "UnitOfWork", before: Release, after: Release) -> tuple[Release, Changes]:
        """Keep an edit; what becomes of a published release's embargo is put on record."""
        if after.state is not State.DRAFT and after.embargo != before.embargo:
            record(work, self._workplace, after.id, "embargo", before=before, after=after)
        saved = keep(work, after, Reason.SAVE, self._workplace)
        return saved, Changes.of(releases={saved.id})

    def _starred(
        self, work: "UnitOfWork", release: Release, *, starred: bool
    ) -> tuple[Release, Changes]:
        if starred == release.starred:
            return release, Changes()
        work.releases.star(release.id, starred=starred)
        return replace(release, starred=starred), Changes.of(releases={release.id})


def put_away(work: "UnitOfWork", workplace: Workplace, release_id: ReleaseId) -> Release:
    """Put a release into the trash; raise `TransitionError` if it was published."""
    release = work.releases.get(release_id)
    if release.state not in _NEVER_PUBLISHED or release.firstpublished:
        raise TransitionError(release.state, "trash")
    work.releases.trash(release.id, at=workplace.now(), by=workplace.author)
    record(work, workplace, release.id, "trash")
    return release


def take_out(work: "UnitOfWork", workplace: Workplace, release_id: ReleaseId) -> Release:
    """Take a release out of the trash."""
    release = work.releases.get(release_id)
    work.releases.untrash(release.id)
    record(work, workplace, release.id, "untrash")
    return release


def _differences(stored: Release, release: Release) -> dict[str, Any]:
    """Return the fields that somebody edited, with their new values."""
    names = (field.name for field in fields(Release) if field.name not in _NEVER_EDITED)
    changed = {name: getattr(release, name) for name in names}
    changed = {name: value for name, value in changed.items() if value != getattr(stored, name)}
    if "slug" in changed and not is_slug(release.slug):
        raise FieldError("slug", release.slug, [slugify(release.slug)])
    return changed


def named(work: "UnitOfWork", release: Release, before: Release) -> Release:
    """Give a release that had no name the one of its headline, once it has one."""
    unnamed = release.slug == before.slug and release.slug.startswith(UNTITLED)
    if not unnamed or not release.headline.strip():
        return release
    return replace(release, slug=_free_name(work, release, before))


def _renamed(work: "UnitOfWork", release: Release, before: Release) -> Release:
    """Name a release after its new headline if the old one had named it: it may be half typed."""
    if release.headline == before.headline or release.slug != before.slug:
        return release
    follows = re.fullmatch(rf"{_name(before)}(-\d+)?", before.slug)
    if not follows or work.exports.for_release(release.id):
        return release
    return replace(release, slug=_free_name(work, release, before))


def _free_name(work: "UnitOfWork", release: Release, before: Release) -> str:
    name = _name(release)
    return unique(name, work.releases.slugs_like(name) - {before.slug})


def _name(release: Release) -> str:
    return slugify(release.headline) if release.headline.strip() else UNTITLED


def _language(tag: str | None) -> str | None:
    return normalised(tag) if tag else None
