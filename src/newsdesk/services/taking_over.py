"""Taking over what another newsdesk handed over: what can be told is told before it is stored."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from newsdesk.domain.bundle import (
    LARGEST,
    SUFFIX,
    Bundle,
    HandedPicture,
    HandedRelease,
    HandedRevision,
    Kinship,
    fresh,
    kinship,
)
from newsdesk.domain.changes import Changes, Subject
from newsdesk.domain.errors import (
    BothChangedError,
    FieldError,
    ImportProblem,
    ImportRefusedError,
    NotFoundError,
    StaleReleaseError,
)
from newsdesk.domain.ids import MediaId, ReleaseId
from newsdesk.domain.parting import Choice, choices, is_taken_back
from newsdesk.domain.release import Release
from newsdesk.domain.revision import Reason, Revision, is_recorded
from newsdesk.domain.slug import unique
from newsdesk.importing.bundle import read_bundle
from newsdesk.importing.picture import picture_of
from newsdesk.services.audit import record
from newsdesk.services.files import read_whole
from newsdesk.services.keeping import keep, recorded, saved_as_it_is
from newsdesk.services.local_media import with_local_media
from newsdesk.services.workplace import Workplace

if TYPE_CHECKING:
    from newsdesk.storage.database import UnitOfWork


class Fate(StrEnum):
    """What became of a release in a bundle."""

    NEW = "new"
    UPDATED = "updated"
    SAME = "same"  # nothing in it is new here
    BEHIND = "behind"  # what is here is newer
    MINE = "mine"  # mine was kept, theirs is in the history
    THEIRS = "theirs"  # theirs was kept, mine is in the history
    BOTH = "both"  # one of them became a release of its own
    UNDECIDED = "undecided"  # both changed, and nothing was done


@dataclass(frozen=True, slots=True, kw_only=True)
class Prospect:
    """A release in a bundle, beside the one that is here."""

    theirs: Release  # with the keys that its pictures have here, as far as they are here
    theirs_by: Revision
    mine: Release | None = None
    mine_by: Revision | None = None
    kinship: Kinship

    @property
    def id(self) -> ReleaseId:
        return self.theirs.id

    @property
    def choices(self) -> tuple[Choice, ...]:
        """What can become of the two, where a person has to say; else empty."""
        if self.kinship is not Kinship.PARTED or self.mine is None:
            return ()
        return choices(self.mine.state, self.theirs.state)


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """What a person said about two versions that parted."""

    choice: Choice
    version: int | None = None  # of mine when the two were compared; None: whatever it is


@dataclass(frozen=True, slots=True, kw_only=True)
class TakenOver:
    """What became of one release."""

    fate: Fate
    release: Release  # as it is here now; of what is undecided, theirs
    copy: Release | None = None  # what became a release of its own
    error: BothChangedError | None = None  # why it is undecided


@dataclass(frozen=True, slots=True, kw_only=True)
class _Arrival:
    """One release of a bundle while it is taken over."""

    handed: HandedRelease
    theirs: Release
    ours: Sequence[Revision]
    stored: Release | None
    kinship: Kinship
    new: Sequence[HandedRevision] = field(default=())


_OF_SAVING = (
    "version", "versioncreated", "current_revision", "slug", "starred", "locked_by",
)  # fmt: skip
_NOTHING = {Kinship.SAME: Fate.SAME, Kinship.BEHIND: Fate.BEHIND}


def is_bundle(path: Path) -> bool:
    """Tell a bundle by its name."""
    return path.name.lower().endswith(SUFFIX)


class TakeOverService:
    """Looking never stores; all that is taken over at once is stored whole or not at all."""

    def __init__(self, workplace: Workplace) -> None:
        self._workplace = workplace

    @staticmethod
    def read(path: Path, password: str = "") -> Bundle:
        """Return what is in a bundle, every byte of it verified. Safe in any thread.

        Raises:
            ImportRefusedError: it is no sound bundle, or asks for a password (`NEEDS_PASSWORD`), or
                for another one (`WRONG_PASSWORD`).
        """
        raw = read_whole(path, largest=LARGEST)
        if raw.startswith(b"newsdesk"):
            from newsdesk.services.password_lock import (  # noqa: PLC0415 - rarely needed
                is_locked,
                unlocked,
            )

            if is_locked(raw):
                if not password:
                    raise ImportRefusedError(ImportProblem.NEEDS_PASSWORD, str(path))
                raw = unlocked(raw, password, str(path))
        return read_bundle(raw, str(path))

    def prospects(self, bundle: Bundle) -> list[Prospect]:
        """Return how each release of a bundle stands to the one that is here."""
        with self._workplace.database.reading() as work:
            return [_prospect(work, self._arrival(work, one)) for one in bundle.releases]

    def take(
        self, bundle: Bundle, decisions: Mapping[ReleaseId, Decision] | None = None
    ) -> tuple[list[TakenOver], Changes]:
        """Store what is new in a bundle, in one transaction.

        Args:
            decisions: what becomes of releases that both desks changed; of others that are so
                nothing is stored.

        Raises:
            StaleReleaseError: a release was saved here since it was compared; nothing was stored.
            ImportRefusedError: something in it clashes with what is here; nothing was stored.
            StorageError: nothing was stored.
        """
        decisions = decisions or {}
        paths = self.keep_files(bundle, decisions)
        taken: list[TakenOver] = []
        try:
            with self._workplace.database.transaction() as work, work.handed.keys_in_words():
                for handed in bundle.releases:
                    arrival = self._arrival(work, handed)
                    taken.append(self._taken(work, arrival, decisions.get(handed.id), paths))
        except FieldError as error:
            raise ImportRefusedError(ImportProblem.DAMAGED, "", f"{error.field}") from error
        stored = [one for one in taken if one.fate not in _UNTOUCHED]
        ids = frozenset(one.id for pair in stored for one in (pair.release, pair.copy) if one)
        return taken, Changes.of(Subject.MEDIA, releases=ids) if ids else Changes()

    # Files ------------------------------------------------------------------------------------

    def keep_files(
        self, bundle: Bundle, decisions: Mapping[ReleaseId, Decision] | None = None
    ) -> Mapping[MediaId, tuple[HandedPicture, str]]:
        """Keep the pictures of what will be stored, before the rows that name them.

        `take` does so too; done before, in any thread, it keeps nobody waiting there.

        Returns:
            Them, each with its path in the media store.
        """
        decisions = decisions or {}
        wanted: set[MediaId] = set()
        for prospect, handed in zip(self.prospects(bundle), bundle.releases, strict=True):
            if prospect.kinship in {Kinship.NEW, Kinship.AHEAD} or handed.id in decisions:
                texts = {one.canonical: one for one in handed.history}.values()
                wanted |= {place.media_id for one in texts for place in one.release.media}
        store = self._workplace.database.media_store
        kept: dict[MediaId, tuple[HandedPicture, str]] = {}
        for picture in bundle.pictures:
            if picture.asset.id in wanted:
                suffix = picture_of(picture.content, picture.asset.sha256).suffix
                _, path = store.add(picture.content, suffix)
                kept[picture.asset.id] = picture, path
        return kept

    # Rows -------------------------------------------------------------------------------------

    def _arrival(self, work: "UnitOfWork", handed: HandedRelease) -> _Arrival:
        ours = work.handed.permanent(handed.id)
        theirs = handed.head.release
        stored: Release | None = None
        has_unkept = False
        try:
            stored = work.releases.get(handed.id, verified=True)
        except NotFoundError:
            ours = []
        else:
            current = work.revisions.current(handed.id)
            has_unkept = not ours or current.sha256 != ours[-1].sha256
        kin = Kinship.PARTED
        if stored is None or ours:
            kin = kinship(ours, handed.revisions, has_unkept=has_unkept)
        if kin is Kinship.PARTED and stored and _says_the_same(work, stored, theirs):
            kin = Kinship.AHEAD  # saved at both desks, and nothing to choose between
        if kin is Kinship.AHEAD and stored and is_taken_back(stored.state, theirs.state):
            kin = Kinship.PARTED
        count = fresh(ours, handed.revisions)
        new = handed.history[len(handed.history) - count :]
        return _Arrival(
            handed=handed, theirs=theirs, ours=ours, stored=stored, kinship=kin, new=new
        )

    def _taken(
        self,
        work: "UnitOfWork",
        arrival: _Arrival,
        decision: Decision | None,
        paths: Mapping[MediaId, tuple[HandedPicture, str]],
    ) -> TakenOver:
        stored = arrival.stored
        if stored is None:
            self._enter_pictures(work, arrival, paths)
            return TakenOver(fate=Fate.NEW, release=self._with_theirs(work, arrival, None))
        if arrival.kinship in _NOTHING:
            return TakenOver(fate=_NOTHING[arrival.kinship], release=stored)
        if arrival.kinship is Kinship.AHEAD:
            self._enter_pictures(work, arrival, paths)
            return TakenOver(fate=Fate.UPDATED, release=self._with_theirs(work, arrival, stored))
        return self._settled(work, arrival, stored, decision, paths)

    def _settled(
        self,
        work: "UnitOfWork",
        arrival: _Arrival,
        mine: Release,
        decision: Decision | None,
        paths: Mapping[MediaId, tuple[HandedPicture, str]],
    ) -> TakenOver:
        """Do what was said about two versions; both are in the history from then on."""
        possible = choices(mine.state, arrival.theirs.state)
        if decision is None or decision.choice not in possible:
            error = BothChangedError(str(mine.id), mine.headline or mine.slug, possible)
            return TakenOver(fate=Fate.UNDECIDED, release=arrival.theirs, error=error)
        if decision.version not in {None, mine.version}:
            raise StaleReleaseError(str(mine.id))
        self._enter_pictures(work, arrival, paths)
        if not work.revisions.current(mine.id).is_permanent:
            mine = recorded(work, mine, Reason.SAVE, self._workplace)
        keeps_mine = Choice.MINE in possible
        if decision.choice is Choice.MINE:
            return TakenOver(fate=Fate.MINE, release=self._with_mine(work, arrival, mine))
        if decision.choice is Choice.THEIRS:
            return TakenOver(fate=Fate.THEIRS, release=self._with_theirs(work, arrival, mine))
        if keeps_mine:
            copied = self._copy(work, with_local_media(work, arrival.theirs))
            kept = self._with_mine(work, arrival, mine)
        else:
            copied = self._copy(work, mine)
            kept = self._with_theirs(work, arrival, mine)
        return TakenOver(fate=Fate.BOTH, release=kept, copy=copied)

    def _with_theirs(self, work: "UnitOfWork", arrival: _Arrival, mine: Release | None) -> Release:
        """Store theirs as it is, as far as it fits here, with its history."""
        theirs = with_local_media(work, arrival.theirs)
        if mine is not None:
            theirs = replace(
                theirs, version=mine.version, starred=mine.starred, locked_by=mine.locked_by
            )
        own = {mine.slug} if mine else set[str]()
        free = unique(theirs.slug, work.releases.slugs_like(theirs.slug) - own)
        saved = saved_as_it_is(work, replace(theirs, slug=free))
        work.handed.append(saved.id, arrival.new)
        if is_recorded(saved, arrival.handed.head.revision.sha256):
            saved = replace(saved, current_revision=work.revisions.current(saved.id).number)
        else:
            saved = recorded(work, saved, Reason.ADAPT, self._workplace)
        if work.releases.is_trashed(saved.id):
            work.releases.untrash(saved.id)
            saved = work.releases.get(saved.id)
        self._note(work, arrival, mine, saved)
        return saved

    def _with_mine(self, work: "UnitOfWork", arrival: _Arrival, mine: Release) -> Release:
        """Put theirs into the history, and mine on top of it."""
        work.handed.append(mine.id, arrival.new)
        saved = recorded(work, mine, Reason.RESTORE, self._workplace)
        self._note(work, arrival, mine, saved)
        return saved

    def _note(
        self, work: "UnitOfWork", arrival: _Arrival, before: Release | None, after: Release
    ) -> None:
        for word in arrival.handed.ignored_words:
            work.ignored_words.add(after.id, word)
        by = arrival.handed.head.revision
        record(
            work,
            self._workplace,
            after.id,
            "take_over",
            before=before,
            after=after,
            reason=f"from {by.author}, {by.device}",
        )

    def _copy(self, work: "UnitOfWork", original: Release) -> Release:
        """Make a draft of one version; it goes out no earlier than that one would have."""
        now = self._workplace.now()
        twin = original.duplicated(
            release_id=ReleaseId(self._workplace.new_id()),
            slug=unique(original.slug, work.releases.slugs_like(original.slug)),
            at=now,
            by=self._workplace.author,
        )
        if original.is_embargoed(now):
            twin = replace(twin, embargo=original.embargo)
        twin = replace(twin, hold=original.hold)
        return keep(work, twin, Reason.IMPORT, self._workplace)

    def _enter_pictures(
        self,
        work: "UnitOfWork",
        arrival: _Arrival,
        paths: Mapping[MediaId, tuple[HandedPicture, str]],
    ) -> None:
        """Enter the pictures of a release; one that is here already stays as it is described."""
        texts = {one.canonical: one for one in arrival.new}.values()
        for key in sorted({place.media_id for one in texts for place in one.release.media}):
            if key not in paths or work.media.known_as(key) is not None:
                continue
            picture, path = paths[key]
            known = work.media.find_by_content(picture.asset.sha256)
            if known is None:
                work.media.save(replace(picture.asset, path=path))
            else:
                work.media.add_alias(key, known.id)


_UNTOUCHED = frozenset({Fate.SAME, Fate.BEHIND, Fate.UNDECIDED})


def _says_the_same(work: "UnitOfWork", mine: Release, theirs: Release) -> bool:
    """Tell whether two versions differ in nothing but when they were saved."""
    here = with_local_media(work, theirs, drop_unknown=False)
    as_mine = {name: getattr(mine, name) for name in _OF_SAVING}
    return replace(here, **as_mine) == mine


def _prospect(work: "UnitOfWork", arrival: _Arrival) -> Prospect:
    stored = arrival.stored
    return Prospect(
        theirs=with_local_media(work, arrival.theirs, drop_unknown=False),
        theirs_by=arrival.handed.head.revision,
        mine=stored,
        mine_by=work.revisions.current(stored.id) if stored else None,
        kinship=arrival.kinship,
    )
