"""Whether what is brought in is here already, and what becomes of it then."""

from collections.abc import Iterable, Set
from dataclasses import fields, replace
from typing import TYPE_CHECKING, Any

from newsdesk.domain.dateline import Dateline
from newsdesk.domain.duplicate import Duplicate, Likeness, Update, update_in
from newsdesk.domain.errors import LockedReleaseError
from newsdesk.domain.fingerprint import addresses_of, fingerprints
from newsdesk.domain.provenance import Provenance
from newsdesk.domain.release import Release
from newsdesk.domain.shingles import FEWEST, containment, runs, words
from newsdesk.domain.web_address import page_of
from newsdesk.domain.workflow import Step
from newsdesk.importing.draft import Draft
from newsdesk.services.workplace import Workplace

if TYPE_CHECKING:
    from newsdesk.storage.database import UnitOfWork

LEAST_CONTAINMENT = 0.6
_OPENING = 40  # words
_MOST = 4  # releases that are compared with a draft, the likeliest ones

_SAID = frozenset(
    {"profile", "headline", "subheadline", "abstract", "slugline", "body_md", "byline", "ednote"}
    | {"urgency", "symbol", "hold", "web_url", "embargo", "contacts", "boilerplates"}
)
"""Fields that a source may say something about; one that it leaves at its default says nothing."""
_DEFAULTS = {field.name: field.default for field in fields(Release) if field.name in _SAID}


class DuplicateService:
    """Tells whether drafts are stored already; what to do about it is `ImportService`'s."""

    def __init__(self, workplace: Workplace) -> None:
        self._workplace = workplace

    def find(self, draft: Draft) -> tuple[Duplicate, ...]:
        """Return the releases that a draft seems to be, as `find_duplicates` does."""
        with self._workplace.database.reading() as work:
            return find_duplicates(work, draft)


def find_duplicates(work: "UnitOfWork", draft: Draft) -> tuple[Duplicate, ...]:
    """Return the releases that a draft seems to be: those on its page first, the likest first.

    What the transaction has stored so far is among them, the trash is not. Only bodies are
    compared, without the standing texts of the house, and openings count for most.
    """
    addresses = (draft.address, draft.short_address)
    wanted = fingerprints(draft.headline, draft.body_md, addresses)
    likely = work.fingerprints.likely(wanted, most=_MOST)
    if not likely:
        return ()
    pages = set(filter(None, map(page_of, addresses)))
    standing = [text.text_md for text in (*work.boilerplates.all(), *draft.boilerplates)]
    found = (
        _compared(draft, work.releases.get(key), pages, standing)
        for key in likely
        if not work.releases.is_trashed(key)
    )
    kept = (one for one in found if one is not None)
    return tuple(sorted(kept, key=lambda one: (one.why, -one.containment)))


def _compared(
    draft: Draft, stored: Release, pages: Set[str], standing: Iterable[str]
) -> Duplicate | None:
    texts = (*standing, *(text.text_md for text in stored.boilerplates))
    shared = _containment(draft, stored, frozenset[str]().union(*map(runs, texts)))
    is_on_page = not pages.isdisjoint(map(page_of, addresses_of(stored)))
    is_text = shared >= LEAST_CONTAINMENT and _begin_alike(draft.body_md, stored.body_md)
    if not is_on_page and not is_text:
        return None
    return Duplicate(
        release_id=stored.id,
        headline=stored.headline,
        state=stored.state,
        why=Likeness.ADDRESS if is_on_page else Likeness.TEXT,
        containment=shared,
        is_same=words(draft.body_md) == words(stored.body_md)
        and words(draft.headline) == words(stored.headline),
    )


def _begin_alike(one: str, other: str) -> bool:
    """Tell whether the opening of the shorter text stands in the longer one.

    What two releases share without it is a standing text that nobody told from them.
    """
    shorter, longer = sorted((one, other), key=lambda text: len(runs(text)))
    opening = runs(" ".join(words(shorter)[:_OPENING]))
    return not opening or containment(opening, runs(longer)) >= LEAST_CONTAINMENT


def _containment(draft: Draft, stored: Release, standing: frozenset[str]) -> float:
    one, other = runs(draft.body_md) - standing, runs(stored.body_md) - standing
    if min(len(one), len(other)) >= FEWEST:
        return containment(one, other)
    every = [[*words(text.headline), *words(text.body_md)] for text in (draft, stored)]
    return 1.0 if every[0] and every[0] == every[1] else 0.0


def updated(stored: Release, fresh: Release, step: Step, *, approval_steps: bool) -> Release:
    """Return what becomes of a stored release when its text comes in again.

    A draft takes up what the source says and keeps what it says nothing about; itself, unchanged,
    if there is nothing new in that. Of an issued release a new draft is made, linked by
    `rewrite_of`.

    Args:
        fresh: what was brought in, as it would be stored beside it.
        step: an `Action.UPDATE`.

    Raises:
        LockedReleaseError: it is in review, scheduled or withdrawn.
        EmbargoError: it is issued, and its embargo runs.
    """
    kind = update_in(stored.state)
    if kind is Update.REFUSED:
        raise LockedReleaseError(str(stored.id), stored.state)
    if kind is Update.REWRITE:
        return stored.rewritten(fresh, step, approval_steps=approval_steps)
    changes = _said(stored, fresh)
    if replace(stored, **changes) == stored and _sources(fresh) <= _sources(stored):
        return stored
    sources = (*stored.provenance, *fresh.provenance)
    return stored.edited(step.at, **changes, provenance=sources)


def _said(stored: Release, fresh: Release) -> dict[str, Any]:
    said = {name: getattr(fresh, name) for name in sorted(_SAID)}
    changes: dict[str, Any] = {
        name: value for name, value in said.items() if value != _DEFAULTS[name]
    }
    if replace(fresh.dateline, style=Dateline().style) != Dateline():
        changes["dateline"] = fresh.dateline
    known = {one.media_id for one in stored.media}
    changes["media"] = (*stored.media, *(m for m in fresh.media if m.media_id not in known))
    if fresh.terms:
        schemes = {term.scheme for term in fresh.terms}
        others = (term for term in stored.terms if term.scheme not in schemes)
        changes["terms"] = (*others, *fresh.terms)
    return changes | {"language": fresh.language}


def _sources(release: Release) -> set[tuple[str | None, ...]]:
    return {_place(source) for source in release.provenance}


def _place(source: Provenance) -> tuple[str | None, ...]:
    return (source.kind, source.file_name, source.address, source.short_address)
