"""Making, reading, changing and putting away releases."""

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from newsdesk.domain.audit import AuditEvent
from newsdesk.domain.boilerplate import BoilerplateKind, ReleaseBoilerplate
from newsdesk.domain.changes import Changes
from newsdesk.domain.dateline import Dateline
from newsdesk.domain.errors import TransitionError
from newsdesk.domain.ids import FamilyId, ReleaseId
from newsdesk.domain.language import normalised
from newsdesk.domain.query import ReleaseQuery, ReleaseSummary
from newsdesk.domain.quote import FoundQuote
from newsdesk.domain.release import Release
from newsdesk.domain.revision import Reason, Revision
from newsdesk.domain.slug import slugify, unique
from newsdesk.domain.workflow import Action, State, Step
from newsdesk.rendering.dateline import dateline_text
from newsdesk.rendering.quotes import find_quotes
from newsdesk.services.audit import record
from newsdesk.services.fields import FieldSetter
from newsdesk.services.keeping import keep
from newsdesk.services.workplace import Workplace

if TYPE_CHECKING:
    from newsdesk.storage.database import UnitOfWork

_UNTITLED = "untitled"
_NEVER_PUBLISHED = frozenset({State.DRAFT, State.SUBMITTED, State.APPROVED, State.SPIKED})


class ReleaseService:
    """Every call is one transaction. Keys are ids, unique beginnings of ids, or slugs."""

    def __init__(self, workplace: Workplace) -> None:
        self._workplace = workplace

    def get(self, key: str) -> Release:
        """Raise `NotFoundError`, `AmbiguousKeyError`, or `StorageError` if the row is damaged."""
        with self._workplace.database.reading() as work:
            return work.releases.get(work.releases.by_key(key), verified=True)

    def summaries(self, query: ReleaseQuery) -> list[ReleaseSummary]:
        with self._workplace.database.reading() as work:
            return work.releases.summaries(query)

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

    def quotes(self, release: Release) -> tuple[FoundQuote, ...]:
        return find_quotes(release.body_md, release.language)

    def new(self, values: Mapping[str, str], *, body_md: str = "") -> tuple[Release, Changes]:
        """Make a draft in the house's style, with its standing paragraphs.

        Args:
            values: fields by name, as `FieldSetter` takes them; `language` decides the rest.
        """
        with self._workplace.database.transaction() as work:
            blank = self._blank(work, _language(values.get("language")))
            draft = FieldSetter(work, self._workplace).apply(
                replace(blank, body_md=body_md), values
            )
            saved = keep(work, _named(work, draft, blank), Reason.SAVE, self._workplace)
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
            if edited == release:
                return release, Changes()
            if release.state is not State.DRAFT and edited.embargo != release.embargo:
                record(work, self._workplace, release.id, "embargo", before=release, after=edited)
            saved = keep(work, _named(work, edited, release), Reason.SAVE, self._workplace)
        return saved, Changes.of(releases={saved.id})

    def save(self, release: Release, reason: Reason) -> tuple[Release, Changes]:
        """Store a release as a form or an editor left it.

        Raises:
            StaleReleaseError: somebody saved it since it was read.
        """
        with self._workplace.database.transaction() as work:
            saved = keep(work, release, reason, self._workplace)
        return saved, Changes.of(releases={saved.id})

    def duplicate(self, key: str) -> tuple[Release, Changes]:
        """Make a new draft from this text; dates, embargo, approvals and symbol stay behind."""
        with self._workplace.database.transaction() as work:
            original = work.releases.get(work.releases.by_key(key), verified=True)
            newsroom = work.newsroom.get()
            now = self._workplace.now()
            step = Step(action=Action.DUPLICATE, at=now, by=self._workplace.author)
            twin = original.after(step, approval_steps=newsroom.has_approval_steps).duplicated(
                release_id=ReleaseId(self._workplace.new_id()),
                slug=unique(original.slug, work.releases.slugs_like(original.slug)),
                at=now,
                by=self._workplace.author,
            )
            saved = keep(work, twin, Reason.SAVE, self._workplace)
        return saved, Changes.of(releases={saved.id})

    def trash(self, key: str) -> tuple[Release, Changes]:
        """Put away what was never published; raise `TransitionError` for anything else."""
        with self._workplace.database.transaction() as work:
            release = work.releases.get(work.releases.by_key(key))
            if release.state not in _NEVER_PUBLISHED or release.firstpublished:
                raise TransitionError(release.state, "trash")
            work.releases.trash(release.id, at=self._workplace.now(), by=self._workplace.author)
            record(work, self._workplace, release.id, "trash")
        return release, Changes.of(releases={release.id})

    def untrash(self, key: str) -> tuple[Release, Changes]:
        with self._workplace.database.transaction() as work:
            release = work.releases.get(work.releases.by_key(key))
            work.releases.untrash(release.id)
            record(work, self._workplace, release.id, "untrash")
        return release, Changes.of(releases={release.id})

    def _blank(self, work: "UnitOfWork", language: str | None) -> Release:
        newsroom = work.newsroom.get()
        now = self._workplace.now()
        release_id = ReleaseId(self._workplace.new_id())
        today = self._workplace.today(newsroom.tz)
        language = language or newsroom.languages[0]
        return Release(
            id=release_id,
            slug=unique(_UNTITLED, work.releases.slugs_like(_UNTITLED)),
            family_id=FamilyId(release_id),
            language=language,
            firstcreated=now,
            versioncreated=now,
            created_by=self._workplace.author,
            dateline=Dateline(style=newsroom.dateline_style, date=today),
            boilerplates=tuple(
                ReleaseBoilerplate(kind=kind, text_md=text.text_md, boilerplate_id=text.id)
                for kind in BoilerplateKind
                for text in work.boilerplates.valid(kind, language, today)[:1]
            ),
        )


def _named(work: "UnitOfWork", release: Release, before: Release) -> Release:
    """Give a release that had no name the one of its headline, once it has one."""
    unnamed = release.slug == before.slug and release.slug.startswith(_UNTITLED)
    if not unnamed or not release.headline.strip():
        return release
    slug = slugify(release.headline)
    return replace(release, slug=unique(slug, work.releases.slugs_like(slug)))


def _language(tag: str | None) -> str | None:
    return normalised(tag) if tag else None
