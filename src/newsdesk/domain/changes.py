"""What a service call changed, so that a view refreshes only on overlap."""

from dataclasses import dataclass, field
from enum import StrEnum
from uuid import UUID


class Subject(StrEnum):
    """A kind of thing a view may show."""

    RELEASES = "releases"
    CONTACTS = "contacts"
    PLACES = "places"
    TERMS = "terms"
    BOILERPLATES = "boilerplates"
    SNIPPETS = "snippets"
    TEMPLATES = "templates"
    SEARCHES = "searches"  # the saved ones
    WORDS = "words"  # the house's own, and those that are ignored in a release
    DICTIONARIES = "dictionaries"
    NEWSROOM = "newsroom"
    EXPORTS = "exports"
    MEDIA = "media"


@dataclass(frozen=True, slots=True)
class Changes:
    """The subjects touched, and the releases among them."""

    subjects: frozenset[Subject] = field(default_factory=frozenset[Subject])
    releases: frozenset[UUID] = field(default_factory=frozenset[UUID])

    @classmethod
    def of(
        cls, *subjects: Subject, releases: "frozenset[UUID] | set[UUID]" = frozenset()
    ) -> "Changes":
        touched = {Subject.RELEASES} if releases else set[Subject]()
        return cls(frozenset(touched | set(subjects)), frozenset(releases))

    def __or__(self, other: "Changes") -> "Changes":
        return Changes(self.subjects | other.subjects, self.releases | other.releases)
