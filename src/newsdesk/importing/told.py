"""What a source says outside its running text: in a feed's fields, in the head of a page."""

from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace

from newsdesk.domain.fold import fold
from newsdesk.domain.provenance import Confidence, Finding, FindingKind
from newsdesk.importing.dissection import Dissection, Found
from newsdesk.importing.lines import spaced, tidied
from newsdesk.importing.media import NamedMedia

TOLD = "told"  # the flag of a finding that stands nowhere in the running text
_KINDS = {
    "headline": FindingKind.HEADLINE,
    "subheadline": FindingKind.SUBHEADLINE,
    "abstract": FindingKind.SUBHEADLINE,
    "byline": FindingKind.BYLINE,
    "posted_local": FindingKind.POSTED,
    "language": FindingKind.LANGUAGE,
    "address": FindingKind.ADDRESS,
    "short_address": FindingKind.ADDRESS,
    "tags": FindingKind.TAGS,
    "categories": FindingKind.CATEGORIES,
    "slug": FindingKind.FIELD,
    "guessed_encoding": FindingKind.FIELD,
}
_PARTS = {
    "abstract": "abstract",
    "short_address": "short_address",
    "slug": "slug",
    "guessed_encoding": "encoding_guessed",
}
_TEXTS = frozenset({"headline", "subheadline", "abstract", "byline"})
_TERMS = frozenset({"tags", "categories"})
_LONG_HEADLINE = 24  # characters; a shorter one may end a line by chance
_LONGEST_KICKER = 60  # characters
_LONGEST_LINE = 1_000  # characters of a line that may be a headline


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """Values for a draft that rest on nothing in its text; each None or empty if not said.

    They are preferred over what is read out of the text, and no refused finding takes them away.
    """

    where: str = ""  # the flag that says where: "feed", "wordpress", "mail"
    places: Mapping[str, str] = field(default_factory=dict[str, str])  # field -> flag, if another
    headline: str | None = None
    subheadline: str | None = None
    abstract: str | None = None
    byline: str | None = None
    slug: str | None = None
    language: str | None = None  # BCP 47
    posted_local: str | None = None  # ISO 8601 without zone
    posted_tz: str | None = None  # as written
    address: str | None = None
    short_address: str | None = None
    tags: tuple[str, ...] = ()
    categories: tuple[str, ...] = ()
    media: tuple[NamedMedia, ...] = ()
    guessed_encoding: str | None = None  # what the file was read as that does not say so

    def findings(self) -> tuple[Finding, ...]:
        """Return one finding for each value, in the order of `_KINDS`; its lines are the first."""
        said: dict[str, str | tuple[str, ...] | None] = {
            name: getattr(self, name) for name in _KINDS
        }
        return tuple(
            Finding(
                kind=_KINDS[name],
                confidence=Confidence.HIGH,
                text=value if isinstance(value, str) else ", ".join(value),
                first_line=0,
                last_line=0,
                flags=(TOLD, *filter(None, [self.places.get(name, self.where), _PARTS.get(name)])),
            )
            for name, value in said.items()
            if value
        )

    def is_headline(self, text: str) -> bool:
        """Tell whether a line of the text is the headline, perhaps with a kicker before it."""
        if self.headline is None:
            return False
        line, headline = _letters(text[:_LONGEST_LINE]), _letters(self.headline)
        is_long = len(headline) >= _LONG_HEADLINE and len(line) - len(headline) <= _LONGEST_KICKER
        return bool(headline) and (line == headline or (is_long and line.endswith(headline)))


NOTHING_TOLD = Told()


def tidied_told(told: Told) -> Told:
    """Return what was told without what nobody can see, each text on one line."""
    changes: dict[str, object] = {}
    for one in fields(Told):
        value = getattr(told, one.name)
        if one.name in _TEXTS and value:
            changes[one.name] = spaced(tidied(value)) or None
        elif one.name in _TERMS and value:
            changes[one.name] = tuple(filter(None, (spaced(tidied(term)) for term in value)))
    return replace(told, **changes) if changes else told


def told_too(dissection: Dissection, told: Told) -> Dissection:
    """Return a dissection in which what was told goes before what was read."""
    changes: dict[str, object] = {
        name: (*getattr(dissection, name), Found(value, ()))
        for name in ("headline", "abstract", "byline")
        if (value := getattr(told, name))
    }
    for name in ("tags", "categories"):
        if terms := getattr(told, name):
            changes[name] = (Found(terms, ()), *getattr(dissection, name))
    if told.posted_local:  # and not the zone of another time
        changes["posted_local"] = (Found(told.posted_local, ()),)
        changes["posted_tz"] = (Found(told.posted_tz, ()),) if told.posted_tz else ()
    if told.subheadline:
        said = fold(told.subheadline)
        others = [one for one in dissection.subheadline if fold(one.value) != said]
        changes["subheadline"] = (Found(told.subheadline, ()), *others)
    return replace(dissection, **changes)


def _letters(text: str) -> str:
    return "".join(char for char in fold(text) if char.isalnum())
