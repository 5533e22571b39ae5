"""Fields of a release by their names in the trade, given as text.

The command line's `--set` and a Markdown file's front matter speak this way. To add a field: one
setter, and one line in `FieldSetter.FIELDS`.
"""

import json
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date, datetime, time
from enum import StrEnum
from typing import TYPE_CHECKING, Any, ClassVar, Self, TypeVar

from newsdesk.domain import language as languages
from newsdesk.domain import slug as slugs
from newsdesk.domain.boilerplate import BoilerplateKind, ReleaseBoilerplate
from newsdesk.domain.canonical import composed, decode
from newsdesk.domain.contact import PointKind, ReleaseContact
from newsdesk.domain.dateline import CountryInDateline, DatelineStyle
from newsdesk.domain.embargo import Embargo
from newsdesk.domain.errors import EmbargoError, EmbargoProblem, FieldError
from newsdesk.domain.release import Profile, Release, ReleaseKind
from newsdesk.domain.vocabulary import Scheme
from newsdesk.services.contacts import contact_meant, typed_point
from newsdesk.services.places import find_place
from newsdesk.services.vocabularies import term_named
from newsdesk.services.workplace import Workplace

if TYPE_CHECKING:
    from newsdesk.storage.database import UnitOfWork

_E = TypeVar("_E", bound=StrEnum)
_TRUTH = {"true": True, "yes": True, "1": True, "false": False, "no": False, "0": False}
TERM_FIELDS = {
    "tags": Scheme.TAG,
    "categories": Scheme.CATEGORY,
    "themes": Scheme.THEME,
    "regions": Scheme.REGION,
    "countries": Scheme.COUNTRY,
}
_DATELINE_PARTS = tuple(
    f"dateline.{part}" for part in ("date", "source", "style", "country", "custom_text")
)
_BOILERPLATE_PARTS = tuple(f"boilerplate.{kind}" for kind in BoilerplateKind)
_EMBARGO_PARTS = (
    "embargo",
    *(f"embargo.{part}" for part in ("until_local", "tz", "city_label", "fold", "note")),
)
_DEFAULT_TIME = time(0, 1)  # a date alone means its first minute; "midnight" has two readings


class FieldSetter:
    """Sets fields of one release inside one transaction."""

    def __init__(self, work: "UnitOfWork", workplace: Workplace) -> None:
        self._work = work
        self._workplace = workplace

    def apply(self, release: Release, values: Mapping[str, str]) -> Release:
        """Return `release` with all of `values` set.

        Raises:
            FieldError: there is no such field, or it cannot hold the value.
            EmbargoError, NotFoundError, AmbiguousKeyError, LockedReleaseError: what they say.
        """
        if unknown := sorted(set(values) - self.FIELDS.keys()):
            raise FieldError(unknown[0], values[unknown[0]], sorted(self.FIELDS))
        for name, setter in self.FIELDS.items():  # in this order: the language before the terms
            if name in values and not name.startswith("embargo"):
                value = values[name] if name == "body_md" else values[name].strip()
                release = setter(self, release, name, value)
        return self._with_embargo(release, values)

    def _edited(self, release: Release, **changes: Any) -> Release:
        return release.edited(self._workplace.now(), **changes)

    def _text(self, release: Release, name: str, value: str) -> Release:
        return self._edited(release, **{name: value})

    def _text_or_none(self, release: Release, name: str, value: str) -> Release:
        return self._edited(release, **{name: value or None})

    def _starred(self, release: Release, name: str, value: str) -> Release:
        if value.casefold() not in _TRUTH:
            raise FieldError(name, value, sorted(_TRUTH))
        return replace(release, starred=_TRUTH[value.casefold()])  # the desk's mark: no edit

    def _slug(self, release: Release, name: str, value: str) -> Release:
        taken = self._work.releases.slugs_like(value) if slugs.is_slug(value) else set[str]()
        if not slugs.is_slug(value) or value in taken - {release.slug}:
            raise FieldError(name, value, [slugs.unique(slugs.slugify(value), taken)])
        return self._edited(release, slug=value)

    def _language(self, release: Release, _name: str, value: str) -> Release:
        return self._edited(release, language=languages.normalised(value))

    def _urgency(self, release: Release, name: str, value: str) -> Release:
        if len(value) != 1 or not value.isdecimal():
            raise FieldError(name, value, [str(urgency) for urgency in range(1, 10)])
        return self._edited(release, urgency=int(value))

    def _profile(self, release: Release, name: str, value: str) -> Release:
        return self._edited(release, profile=_word(Profile, name, value))

    def _release_kind(self, release: Release, name: str, value: str) -> Release:
        kind = _word(ReleaseKind, name, value)
        if kind is ReleaseKind.EMBARGO and release.embargo is None:
            raise FieldError(name, value, ["embargo.until_local", "embargo.tz"])
        return self._edited(release, hold=kind is ReleaseKind.HOLD)

    def _places(self, release: Release, _name: str, value: str) -> Release:
        gazetteer = self._workplace.places(self._work)
        names = [part.strip() for part in value.replace("/", ";").split(";") if part.strip()]
        places = tuple(find_place(gazetteer, name, release.language) for name in names)
        return self._edited(release, dateline=replace(release.dateline, places=places))

    def _dateline(self, release: Release, name: str, value: str) -> Release:
        part = name.partition(".")[2]
        read: dict[str, Callable[[str], object]] = {
            "date": lambda text: _day(name, text) if text else None,
            "style": lambda text: _word(DatelineStyle, name, text),
            "country": lambda text: _word(CountryInDateline, name, text),
        }
        changed: Any = read.get(part, lambda text: text or None)(value)
        return self._edited(release, dateline=replace(release.dateline, **{part: changed}))

    def _terms(self, release: Release, name: str, value: str) -> Release:
        scheme = TERM_FIELDS[name]
        others = [term for term in release.terms if term.scheme is not scheme]
        words = dict.fromkeys(word.strip() for word in composed(value).split(",") if word.strip())
        added = [
            term_named(self._work, self._workplace, scheme, word, release.language)
            for word in words
        ]
        by_id = {term.id: term for term in added}  # two spellings of one word are one term
        return self._edited(release, terms=(*others, *by_id.values()))

    def _contacts(self, release: Release, name: str, value: str) -> Release:
        if value.startswith("["):
            return self._edited(release, contacts=contacts_from_json(name, value))
        keys = [key.strip() for key in value.split(";") if key.strip()]
        meant = dict.fromkeys(contact_meant(self._work, key) for key in keys)
        chosen = tuple(map(ReleaseContact.of, meant))
        return self._edited(release, contacts=chosen)

    def _boilerplate(self, release: Release, name: str, value: str) -> Release:
        kind = BoilerplateKind(name.partition(".")[2])
        others = [text for text in release.boilerplates if text.kind is not kind]
        added = [ReleaseBoilerplate(kind=kind, text_md=value)] if value else []
        return self._edited(release, boilerplates=(*others, *added))

    def _with_embargo(self, release: Release, values: Mapping[str, str]) -> Release:
        parts = {
            name.partition(".")[2]: value.strip()
            for name, value in values.items()
            if name.startswith("embargo")
        }
        if not parts:
            return release
        now, author = self._workplace.now(), self._workplace.author
        if parts.get("", "none").casefold() not in ("", "none"):
            raise FieldError("embargo", parts[""], ["none", "embargo.until_local", "embargo.tz"])
        if "" in parts:
            return release.with_embargo(None, at=now, by=author)
        return release.with_embargo(self._embargo(release.embargo, parts), at=now, by=author)

    def _embargo(self, old: Embargo | None, parts: Mapping[str, str]) -> Embargo:
        if "until_local" in parts:
            local = _local_time(parts["until_local"])
        elif old is not None:
            local = old.until_local
        else:
            raise EmbargoError(EmbargoProblem.UNREADABLE)
        tz = parts.get("tz") or (old.tz if old else self._work.newsroom.get().tz)
        same_zone = old is not None and old.tz == tz
        fold = parts.get("fold")
        if fold not in (None, "0", "1"):
            raise FieldError("embargo.fold", fold, ["0", "1"])
        return Embargo.until(
            local,
            tz,
            city_label=parts.get("city_label", old.city_label if old and same_zone else ""),
            fold=None if fold is None else int(fold),
            note=parts.get("note", (old.note or "") if old else "") or None,
        )

    FIELDS: ClassVar[Mapping[str, Callable[[Self, Release, str, str], Release]]] = {
        "starred": _starred,
        "language": _language,
        "slug": _slug,
        "headline": _text,
        "body_md": _text,
        **dict.fromkeys(
            ("subheadline", "abstract", "slugline", "byline", "ednote", "symbol", "web_url"),
            _text_or_none,
        ),
        "urgency": _urgency,
        "profile": _profile,
        "dateline.places": _places,
        **dict.fromkeys(_DATELINE_PARTS, _dateline),
        "contacts": _contacts,
        **dict.fromkeys(TERM_FIELDS, _terms),
        **dict.fromkeys(_BOILERPLATE_PARTS, _boilerplate),
        **dict.fromkeys(_EMBARGO_PARTS, _text),  # set together, by `_with_embargo`
        "release_kind": _release_kind,
    }
    """Every field that can be set, in the order in which several are."""


def contacts_from_json(name: str, value: str) -> tuple[ReleaseContact, ...]:
    """Read contacts in the shape in which `show --json` prints them."""
    try:
        rows = json.loads(value)
        return tuple(_contact(row) for row in rows)
    except (ValueError, TypeError, AttributeError, KeyError, RecursionError) as error:
        raise FieldError(name, value, ['[{"name": …, "emails": […]}]']) from error


def _contact(row: Mapping[str, Any]) -> ReleaseContact:
    """Read one contact; its `points`, which know what is public, come before bare numbers."""
    kinds = ((PointKind.PHONE, "phones"), (PointKind.EMAIL, "emails"))
    typed = tuple(
        typed_point(kind, str(value)) for kind, field in kinds for value in row.get(field, ())
    )
    copied = {
        name: row[name]
        for name in ("contact_id", "office", "public", "points", "withheld", "group_label")
        if name in row
    }
    contact = decode(
        ReleaseContact,
        copied | {"display_name": row.get("name") or "", "role_title": row.get("role")},
    )
    return contact if "points" in row else replace(contact, points=typed)


def _word(kind: type[_E], name: str, value: str) -> _E:
    try:
        return kind(value.casefold())
    except ValueError as error:
        raise FieldError(name, value, [str(word) for word in kind]) from error


def _day(name: str, value: str) -> date:
    try:
        return date.fromisoformat(value)
    except ValueError as error:
        raise FieldError(name, value, ["2026-05-03"]) from error


def _local_time(value: str) -> datetime:
    try:
        local = datetime.fromisoformat(value)
    except ValueError as error:
        raise EmbargoError(EmbargoProblem.UNREADABLE, value) from error
    if local.tzinfo is not None:  # the zone is a name, never an offset
        raise EmbargoError(EmbargoProblem.UNREADABLE, value)
    has_time = len(value) > len("2026-05-03")
    return local if has_time else datetime.combine(local, _DEFAULT_TIME)
