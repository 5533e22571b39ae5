"""In what two states of a release differ: its text, and everything around it, as it reads."""

from collections.abc import Callable, Mapping, Sequence, Set
from dataclasses import dataclass, fields

from newsdesk.domain.comparison import TextComparison, compare, compare_parts
from newsdesk.domain.contact import ContactPoint, ReleaseContact
from newsdesk.domain.embargo import Embargo
from newsdesk.domain.ids import MediaId
from newsdesk.domain.media import ReleaseMedia
from newsdesk.domain.newsroom import Newsroom
from newsdesk.domain.release import Release
from newsdesk.domain.vocabulary import Scheme, Term
from newsdesk.rendering.dateline import dateline_words

BODY = "body_md"
_NOBODY_S = frozenset(  # set by storing, or the desk's own marks
    {"version", "current_revision", "versioncreated", "starred", "locked_by"}
)
_FORM = "%Y-%m-%d %H:%M"


@dataclass(frozen=True, slots=True)
class FieldComparison:
    """One field as both states have it; a list of things has one to the line."""

    name: str  # of the field of `Release`
    text: TextComparison


@dataclass(frozen=True, slots=True)
class ReleaseComparison:
    """Two states of one release."""

    before: Release
    after: Release
    fields: tuple[FieldComparison, ...]  # those that differ, in the order of a release
    body: TextComparison

    @property
    def is_same(self) -> bool:
        return not self.fields and self.before.body_md == self.after.body_md


def changed_fields(before: Release, after: Release) -> tuple[str, ...]:
    """Return the names of the fields that differ, in the order of a release."""
    names = (field.name for field in fields(Release) if field.name not in _NOBODY_S)
    return tuple(name for name in names if getattr(before, name) != getattr(after, name))


def compare_releases(
    before: Release,
    after: Release,
    newsroom: Newsroom,
    pictures: Mapping[MediaId, str],
) -> ReleaseComparison:
    """Compare two states of a release, or two releases.

    Args:
        newsroom: gives datelines what they leave to the house.
        pictures: what the pictures of both are called.
    """
    # revisions from before a release had words of its own below its pictures say nothing of them
    unsaid = {
        one.media_id for one in (*before.media, *after.media) if None in (one.caption, one.credit)
    }
    telling = _Telling(newsroom, pictures, unsaid)
    changed = changed_fields(before, after)
    found = (
        FieldComparison(
            name, compare_parts(telling.lines(before, name), telling.lines(after, name))
        )
        for name in changed
        if name != BODY
    )
    return ReleaseComparison(
        before=before,
        after=after,
        # what differs in nothing that anybody reads, the id of a copied contact, is no change
        fields=tuple(one for one in found if not one.text.is_same),
        body=compare(before.body_md, after.body_md),
    )


class _Telling:
    """Fields in lines of text."""

    def __init__(
        self, newsroom: Newsroom, pictures: Mapping[MediaId, str], unsaid: Set[MediaId]
    ) -> None:
        self._newsroom = newsroom
        self._pictures = pictures
        self._unsaid = unsaid
        self._tell: Mapping[str, Callable[[Release], Sequence[str]]] = {
            "dateline": self._dateline,
            "embargo": lambda release: _embargo(release.embargo),
            "contacts": lambda release: [_contact(one) for one in release.contacts],
            "boilerplates": lambda release: [one.text_md for one in release.boilerplates],
            "terms": lambda release: [_term(one, release.language) for one in release.terms],
            "quotes": lambda r: [
                f"{one.speaker_name}: {one.text} ({one.status})" for one in r.quotes
            ],
            "media": self._media,
            "provenance": lambda release: [
                one.address or one.file_name or one.kind for one in release.provenance
            ],
        }

    def lines(self, release: Release, name: str) -> Sequence[str]:
        if tell := self._tell.get(name):
            return tell(release)
        value = getattr(release, name)
        if value is None or value == "" or value is False:
            return []
        if hasattr(value, "strftime"):
            return [value.strftime(_FORM)]
        return ["✓"] if value is True else [str(value)]

    def _dateline(self, release: Release) -> Sequence[str]:
        words = dateline_words(
            release.dateline,
            headline=release.headline,
            language=release.language,
            newsroom=self._newsroom,
        )
        return list(filter(None, (words, release.dateline.style)))

    def _media(self, release: Release) -> Sequence[str]:
        return [self._picture(one) for one in release.media]

    def _picture(self, place: ReleaseMedia) -> str:
        name = f"{self._pictures.get(place.media_id, str(place.media_id))} ({place.role})"
        words = () if place.media_id in self._unsaid else (place.caption, place.credit)
        return ": ".join(filter(None, (name, " · ".join(filter(None, words)))))


def _embargo(embargo: Embargo | None) -> Sequence[str]:
    if embargo is None:
        return []
    until = f"{embargo.local_until:{_FORM}} {embargo.city_label} ({embargo.tz})"
    lifted = embargo.lifted_at and f"✗ {embargo.lifted_at:{_FORM}} UTC {embargo.lifted_by or ''}"
    return list(filter(None, (until, embargo.note, lifted)))


def _contact(contact: ReleaseContact) -> str:
    shown = contact.exported_points
    points = (_point(one, is_shown=one in shown) for one in contact.points)
    said = (
        contact.group_label,
        contact.display_name,
        contact.role_title,
        contact.office,
        *points,
    )
    return ", ".join(filter(None, said))


def _point(point: ContactPoint, *, is_shown: bool) -> str:
    value = point.display or point.value
    said = " ".join(
        filter(None, (value, point.extension and f"ext. {point.extension}", point.usage))
    )
    return said if is_shown else f"[{said}]"


def _term(term: Term, language: str) -> str:
    name = term.name(language)
    return name if term.scheme is Scheme.TAG else f"{name} ({term.scheme})"
