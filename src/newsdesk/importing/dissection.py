"""What each finding in a text took out of its body, and what it filled instead."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from newsdesk.domain.boilerplate import ReleaseBoilerplate
from newsdesk.domain.contact import ReleaseContact
from newsdesk.domain.dateline import Dateline
from newsdesk.domain.embargo import Embargo
from newsdesk.domain.fold import fold
from newsdesk.domain.provenance import Finding
from newsdesk.importing.body import body_markdown
from newsdesk.importing.passages import Passage, standing

_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class Found(Generic[_T]):
    """A value for a field and what it was read from: it holds while none of that is refused."""

    value: _T
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Dissection:
    """A text taken apart; its values are named as the fields of `Draft` that they fill.

    Of several values for one field the last that holds is taken; a subheadline, contacts, standing
    texts, terms and `fields` are made of all that hold.
    """

    passages: tuple[Passage, ...]
    is_markdown: bool
    headline: tuple[Found[str], ...]
    subheadline: tuple[Found[str], ...]
    abstract: tuple[Found[str], ...]
    byline: tuple[Found[str], ...]
    dateline: tuple[Found[Dateline], ...]  # the first rests on nothing: it is the house's
    embargo: tuple[Found[Embargo], ...]
    contacts: tuple[Found[ReleaseContact], ...]
    boilerplates: tuple[Found[ReleaseBoilerplate], ...]
    tags: tuple[Found[tuple[str, ...]], ...]
    categories: tuple[Found[tuple[str, ...]], ...]
    posted_local: tuple[Found[str], ...]
    posted_tz: tuple[Found[str], ...]
    fields: tuple[Found[tuple[str, str]], ...]

    @property
    def findings(self) -> frozenset[Finding]:
        """What took something out of the body."""
        return frozenset(finding for passage in self.passages for finding in passage.findings)

    def values(self, refused: Collection[Finding] = ()) -> dict[str, object]:
        """Return by name the fields of a draft from which some findings are taken back."""
        body = body_markdown(standing(self.passages, refused), is_markdown=self.is_markdown)
        return {
            "headline": _last(self.headline, refused) or "",
            "subheadline": "; ".join(_holding(self.subheadline, refused)) or None,
            "abstract": _last(self.abstract, refused),
            "byline": _last(self.byline, refused),
            "dateline": _last(self.dateline, refused),
            "embargo": _last(self.embargo, refused),
            "body_md": body,
            "contacts": tuple(_holding(self.contacts, refused)),
            "boilerplates": tuple(_holding(self.boilerplates, refused)),
            "tags": _once(_holding(self.tags, refused)),
            "categories": _once(_holding(self.categories, refused)),
            "posted_local": _last(self.posted_local, refused),
            "posted_tz": _last(self.posted_tz, refused),
            "fields": dict(_holding(self.fields, refused)),
        }


def _holding(found: Sequence[Found[_T]], refused: Collection[Finding]) -> list[_T]:
    return [one.value for one in found if not any(each in refused for each in one.findings)]


def _last(found: Sequence[Found[_T]], refused: Collection[Finding]) -> _T | None:
    return next(reversed(_holding(found, refused)), None)


def _once(terms: Iterable[tuple[str, ...]]) -> tuple[str, ...]:
    first: dict[str, str] = {}
    for some in terms:
        for term in some:
            first.setdefault(fold(term), term)
    return tuple(first.values())
