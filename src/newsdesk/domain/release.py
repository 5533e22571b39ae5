"""A press release."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from enum import StrEnum
from typing import Any

from newsdesk.domain.blanks import left_blank
from newsdesk.domain.boilerplate import ReleaseBoilerplate
from newsdesk.domain.contact import ReleaseContact
from newsdesk.domain.dateline import Dateline
from newsdesk.domain.embargo import Embargo
from newsdesk.domain.errors import (
    ConfirmationKind,
    ConfirmationNeededError,
    EmbargoError,
    EmbargoProblem,
    FieldError,
    IncompleteReleaseError,
    LockedReleaseError,
    ReasonNeededError,
    ScheduleError,
)
from newsdesk.domain.ids import FamilyId, ReleaseId, TemplateId
from newsdesk.domain.media import ReleaseMedia
from newsdesk.domain.provenance import Provenance
from newsdesk.domain.quote import Quote
from newsdesk.domain.vocabulary import Term
from newsdesk.domain.workflow import (
    NEW_RELEASE,
    Action,
    PubStatus,
    State,
    Step,
    check_allowed,
    pub_status,
)

HEADLINE_LONGEST = 120  # characters; 64 advised
ABSTRACT_LONGEST = 320  # 160 advised
SLUGLINE_LONGEST = 24
_LIMITS = (
    ("headline", HEADLINE_LONGEST),
    ("abstract", ABSTRACT_LONGEST),
    ("slugline", SLUGLINE_LONGEST),
)


class Profile(StrEnum):
    """What kind of text it is."""

    PRESS_RELEASE = "press_release"
    STATEMENT = "statement"
    MEDIA_ADVISORY = "media_advisory"
    BRIEFING_NOTE = "briefing_note"
    OP_ED = "op_ed"


class ReleaseKind(StrEnum):
    """When it may be used."""

    IMMEDIATE = "immediate"
    EMBARGO = "embargo"
    HOLD = "hold"


class Standing(StrEnum):
    """What every copy of a release must say of itself at one moment."""

    DRAFT = "draft"  # not published yet
    HOLD = "hold"
    EMBARGOED = "embargoed"  # published or not, the embargo runs
    CLEAR = "clear"  # published, for everybody
    WITHDRAWN = "withdrawn"  # killed or recalled


@dataclass(frozen=True, slots=True, kw_only=True)
class Release:
    """One press release in one language. Edits make a new value; only storage sets `version`.

    What it prints (places, contacts, boilerplate, terms) it carries as copies beside the key of
    what they were copied from: an issued release does not change when the address book does.
    """

    id: ReleaseId
    version: int = 0  # times saved, the lock counter; 0 means never
    slug: str
    family_id: FamilyId  # shared by language versions and updates
    language: str  # BCP 47
    translated_from: ReleaseId | None = None
    source_version_at_translation: int | None = None
    rewrite_of: ReleaseId | None = None
    rewrite_sequence: int = 0
    correction_sequence: int = 1
    state: State = State.DRAFT
    revert_state: State | None = None  # where `unspike` leads
    profile: Profile = Profile.PRESS_RELEASE
    headline: str = ""
    subheadline: str | None = None
    abstract: str | None = None
    slugline: str | None = None
    body_md: str = ""  # Markdown, as typed; it begins with the lead
    byline: str | None = None
    ednote: str | None = None  # never exported to the public
    urgency: int = 5  # 1 to 9
    symbol: str | None = None  # UN document symbol
    hold: bool = False
    web_url: str | None = None
    firstcreated: datetime
    versioncreated: datetime
    firstpublished: datetime | None = None
    publish_schedule: datetime | None = None
    schedule_tz: str | None = None
    current_revision: int = 0
    template_id: TemplateId | None = None
    created_by: str
    locked_by: str | None = None
    starred: bool = False
    dateline: Dateline = field(default_factory=Dateline)
    embargo: Embargo | None = None
    contacts: tuple[ReleaseContact, ...] = ()
    boilerplates: tuple[ReleaseBoilerplate, ...] = ()
    terms: tuple[Term, ...] = ()
    quotes: tuple[Quote, ...] = ()
    media: tuple[ReleaseMedia, ...] = ()
    provenance: tuple[Provenance, ...] = ()

    @property
    def uri(self) -> str:
        return self.id.urn

    @property
    def pubstatus(self) -> PubStatus:
        return pub_status(self.state)

    @property
    def release_kind(self) -> ReleaseKind:
        if self.hold:
            return ReleaseKind.HOLD
        return ReleaseKind.EMBARGO if self.embargo else ReleaseKind.IMMEDIATE

    def is_embargoed(self, now: datetime) -> bool:
        return self.embargo is not None and self.embargo.is_running(now)

    def standing(self, now: datetime) -> Standing:
        """Return what a copy made at `now` has to say of itself."""
        if self.pubstatus is PubStatus.CANCELED:
            return Standing.WITHDRAWN
        if self.is_embargoed(now):
            return Standing.EMBARGOED
        if self.pubstatus is PubStatus.USABLE:
            return Standing.CLEAR
        return Standing.HOLD if self.hold else Standing.DRAFT

    def edited(self, at: datetime, **changes: Any) -> "Release":
        """Return this draft with other field values.

        Raises:
            LockedReleaseError: it is no draft.
            FieldError: a value is out of range.
        """
        if self.state is not State.DRAFT:
            raise LockedReleaseError(str(self.id), self.state)
        if not 1 <= changes.get("urgency", self.urgency) <= 9:
            raise FieldError("urgency", str(changes["urgency"]))
        return replace(self, versioncreated=at, **changes)

    def filed(self, terms: tuple[Term, ...]) -> "Release":
        """Return this release filed under other terms, in whatever state it is.

        They say where it is found, not what it says: that is no edit, approvals stand, and
        `versioncreated` stays.
        """
        return replace(self, terms=terms)

    def with_embargo(self, embargo: Embargo | None, *, at: datetime, by: str) -> "Release":
        """Set, move, lift or (None) take away the embargo.

        A published release keeps its embargo on record: None lifts it, an earlier end shortens it.

        Raises:
            EmbargoError: the end is past; a schedule stands; a published release would get an
                embargo or a longer one.
            LockedReleaseError: it is neither draft nor published.
        """
        if embargo and embargo.until_utc <= at:
            raise EmbargoError(EmbargoProblem.PAST, f"{embargo.local_until:%Y-%m-%d %H:%M}")
        if embargo and self.publish_schedule:
            raise EmbargoError(EmbargoProblem.WITH_SCHEDULE)
        if self.state is State.DRAFT:
            return replace(self, embargo=embargo, versioncreated=at)
        if self.pubstatus is not PubStatus.USABLE:
            raise LockedReleaseError(str(self.id), self.state)
        old = self.embargo
        if old is None or not old.is_running(at) or (embargo and embargo.until_utc > old.until_utc):
            raise EmbargoError(EmbargoProblem.ON_PUBLISHED)
        return replace(self, embargo=embargo or replace(old, lifted_at=at, lifted_by=by))

    def after(self, step: Step, *, approval_steps: bool) -> "Release":
        """Return this release after `step`, its guard passed.

        Actions that make another release (`NEW_RELEASE`) leave this one as it is.

        Raises:
            TransitionError: the table has no such step from here.
            ReasonNeededError, ConfirmationNeededError, IncompleteReleaseError, ScheduleError:
                what the guard misses.
        """
        transition = check_allowed(self.state, step.action, approval_steps=approval_steps)
        if transition.needs_reason and not step.reason.strip():
            raise ReasonNeededError(step.action)
        if step.action in NEW_RELEASE or step.action is Action.RESTORE_VERSION:
            return self
        target = transition.target or self.revert_state or State.DRAFT
        entered = _ENTER.get(step.action, _as_it_is)(self, step)
        return replace(entered, state=target, versioncreated=step.at)

    def rewritten(self, draft: "Release", step: Step, *, approval_steps: bool) -> "Release":
        """Return `draft` as an update of this issued release, which stays as it is.

        Raises:
            TransitionError: it is not issued, or no longer.
            EmbargoError: its embargo runs.
        """
        self.after(step, approval_steps=approval_steps)
        if self.embargo is not None and self.embargo.is_running(step.at):
            until = f"{self.embargo.local_until:%Y-%m-%d %H:%M}"
            raise EmbargoError(EmbargoProblem.RUNNING, until)
        return replace(
            draft,
            family_id=self.family_id,
            rewrite_of=self.id,
            rewrite_sequence=self.rewrite_sequence + 1,
        )

    def duplicated(self, *, release_id: ReleaseId, slug: str, at: datetime, by: str) -> "Release":
        """Return a new draft with this text; dates, embargo, approvals and symbol stay behind."""
        return Release(
            id=release_id,
            slug=slug,
            family_id=FamilyId(release_id),
            language=self.language,
            profile=self.profile,
            headline=self.headline,
            subheadline=self.subheadline,
            abstract=self.abstract,
            slugline=self.slugline,
            body_md=self.body_md,
            byline=self.byline,
            ednote=self.ednote,
            urgency=self.urgency,
            template_id=self.template_id,
            firstcreated=at,
            versioncreated=at,
            created_by=by,
            dateline=replace(self.dateline, date=None),
            contacts=self.contacts,
            boilerplates=self.boilerplates,
            terms=self.terms,
            media=self.media,
        )


def _as_it_is(release: Release, _step: Step) -> Release:
    return release


def _published(release: Release, step: Step) -> Release:
    missing = [name for name in ("headline", "body_md") if not getattr(release, name).strip()]
    too_long = [name for name, longest in _LIMITS if len(getattr(release, name) or "") > longest]
    if missing or too_long:
        raise IncompleteReleaseError(*missing, *too_long)
    blanks = left_blank(release)
    passed = release.embargo is not None and not release.embargo.is_running(step.at)
    for kind, is_asked in (
        (ConfirmationKind.BLANKS, bool(blanks)),
        (ConfirmationKind.EMBARGO_PASSED, passed),
        (ConfirmationKind.HOLD, release.hold),
    ):
        if is_asked and kind not in step.confirmed:
            raise ConfirmationNeededError(kind, blanks if kind is ConfirmationKind.BLANKS else ())
    firstpublished = release.firstpublished or step.at
    return replace(_unscheduled(release, step), hold=False, firstpublished=firstpublished)


def _scheduled(release: Release, step: Step) -> Release:
    if release.embargo is not None:
        raise EmbargoError(EmbargoProblem.WITH_SCHEDULE)
    if step.publish_at is None or step.publish_at <= step.at:
        raise ScheduleError("past")
    publish_at = step.publish_at.astimezone(UTC)
    return replace(release, publish_schedule=publish_at, schedule_tz=step.schedule_tz)


def _unscheduled(release: Release, _step: Step) -> Release:
    return replace(release, publish_schedule=None, schedule_tz=None)


def _killed(release: Release, step: Step) -> Release:
    return replace(_unscheduled(release, step), embargo=None)


def _corrected(release: Release, _step: Step) -> Release:
    return replace(release, correction_sequence=release.correction_sequence + 1)


def _spiked(release: Release, _step: Step) -> Release:
    return replace(release, revert_state=release.state)


def _unspiked(release: Release, _step: Step) -> Release:
    return replace(release, revert_state=None)


_ENTER: dict[Action, Callable[[Release, Step], Release]] = {
    Action.PUBLISH: _published,
    Action.SCHEDULE: _scheduled,
    Action.EDIT: _unscheduled,
    Action.DESCHEDULE: _unscheduled,
    Action.KILL: _killed,
    Action.CORRECT: _corrected,
    Action.SPIKE: _spiked,
    Action.UNSPIKE: _unspiked,
}
