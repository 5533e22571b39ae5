"""What releases are filed under, changed for many of them at once."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from newsdesk.domain.ids import ReleaseId, TermId
from newsdesk.domain.release import Release
from newsdesk.domain.vocabulary import Term

Terms = tuple[Term, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Filing:
    """One change, the same for every release that it is made to."""

    add: Terms = ()
    remove: frozenset[TermId] = frozenset()
    instead: Mapping[TermId, Term] = field(default_factory=dict[TermId, Term])
    """Another term in the place of one, or the same one as it is called now."""
    language: str | None = None  # None: as it is

    def applied(self, release: Release, at: datetime) -> Release:
        """Return a release as it is after this change; itself where that changes nothing.

        Raises:
            LockedReleaseError: its language would change, and it is no draft.
        """
        if self.language is not None and self.language != release.language:
            release = release.edited(at, language=self.language)
        terms = self._terms(release.terms)
        return release if terms == release.terms else release.filed(terms)

    def _terms(self, before: Terms) -> Terms:
        kept = (self.instead.get(term.id, term) for term in before if term.id not in self.remove)
        by_id: dict[TermId, Term] = {}
        for term in (*kept, *self.add):  # two that became one stand where the first stood
            by_id.setdefault(term.id, term)
        return tuple(by_id.values())


@dataclass(frozen=True, slots=True, kw_only=True)
class Refiled:
    """What a release was filed under before and after: what it takes to take a change back."""

    release_id: ReleaseId
    before: Terms
    after: Terms
    language_before: str
    language_after: str

    @classmethod
    def of(cls, before: Release, after: Release) -> "Refiled":
        return cls(
            release_id=after.id,
            before=before.terms,
            after=after.terms,
            language_before=before.language,
            language_after=after.language,
        )

    def taken_back(self, now: Release, at: datetime) -> Release:
        """Return the release as it is now, without the change; what came since stays.

        Raises:
            LockedReleaseError: its language would change, and it is no draft any more.
        """
        if now.language == self.language_after != self.language_before:
            now = now.edited(at, language=self.language_before)
        terms = self._terms(now.terms)
        return now if terms == now.terms else now.filed(terms)

    def _terms(self, now: Terms) -> Terms:
        if now == self.after:
            return self.before
        had = {term.id: term for term in self.before}
        stayed = {term.id for term in self.after}
        kept = [had.get(t.id, t) for t in now if t.id in had or t.id not in stayed]
        here = {term.id for term in kept}
        gone = (t for t in self.before if t.id not in stayed and t.id not in here)
        return (*kept, *gone)
