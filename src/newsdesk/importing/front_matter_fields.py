"""What the keys of a front matter mean; what is unknown is listed, never lost."""

import datetime
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import cast

from newsdesk.domain.boilerplate import BoilerplateKind, ReleaseBoilerplate
from newsdesk.domain.contact import ContactPoint, PointKind, ReleaseContact
from newsdesk.domain.dateline import Dateline, DatelineStyle
from newsdesk.domain.embargo import Embargo
from newsdesk.domain.errors import EmbargoError, FieldError
from newsdesk.domain.language import normalised
from newsdesk.domain.place import Place
from newsdesk.domain.provenance import Confidence, Finding, FindingKind
from newsdesk.importing.contacts import read_contacts
from newsdesk.importing.dateline import read_dateline
from newsdesk.importing.dateline_places import read_places
from newsdesk.importing.dates import read_date
from newsdesk.importing.draft import Draft, ImportTools
from newsdesk.importing.embargo import read_embargo
from newsdesk.importing.front_matter import FrontMatter
from newsdesk.importing.lines import Line
from newsdesk.importing.phone_numbers import dialled

_NAMES = {  # a key as written elsewhere -> ours
    "title": "headline",
    "subtitle": "subheadline",
    "subhead": "subheadline",
    "description": "abstract",
    "summary": "abstract",
    "excerpt": "abstract",
    "author": "byline",
    "authors": "byline",
    "by": "byline",
    "lang": "language",
    "locale": "language",
    "keywords": "tags",
    "tag": "tags",
    "category": "categories",
    "date": "posted",
    "published": "posted",
    "pubdate": "posted",
    "published_time": "posted",
    "contact": "contacts",
    "boilerplate": "boilerplates",
    "about": "boilerplates",
    "notes": "notes_to_editors",
    "embargo_until": "embargo",
    "embargoed_until": "embargo",
    "canonical": "address",
    "canonical_url": "address",
    "url": "address",
    "permalink": "address",
    "shortlink": "short_address",
}
_TEXTS = ("headline", "subheadline", "abstract", "byline", "slug", "address", "short_address")
_PASSED_ON = ("urgency", "slugline", "profile", "symbol", "ednote", "web_url", "hold")
_POINTS = {
    "phone": PointKind.PHONE,
    "phones": PointKind.PHONE,
    "tel": PointKind.PHONE,
    "telephone": PointKind.PHONE,
    "mobile": PointKind.MOBILE,
    "fax": PointKind.FAX,
    "whatsapp": PointKind.WHATSAPP,
    "email": PointKind.EMAIL,
    "emails": PointKind.EMAIL,
    "mail": PointKind.EMAIL,
    "web": PointKind.WEB,
}
_Values = Mapping[str, object]


class FieldReader:
    """Reads each value once; what it cannot use becomes a finding."""

    def __init__(self, matter: FrontMatter, tools: ImportTools) -> None:
        self._tools = tools
        self._lines = matter.lines
        self._keys: dict[str, str] = {}  # our name -> the key as written
        self._values: dict[str, object] = {}
        self.findings: list[Finding] = []
        for key, value in matter.values.items():
            name, _dot, part = (
                key.strip().lower().replace("-", "_").replace(" ", "_").partition(".")
            )
            name = _NAMES.get(name, name)
            self._keys.setdefault(name, key)
            if part:
                known = self._values.get(name)
                self._values[name] = {**(_mapping(known) or {}), part: value}
            else:
                self._values[name] = value

    @property
    def language(self) -> tuple[str, Confidence] | None:
        value = self._values.get("language")
        try:
            return (normalised(value), Confidence.HIGH) if isinstance(value, str) else None
        except FieldError:
            return None

    def draft(self, language: str) -> Draft:
        """Return a draft with all that the front matter says."""
        fields = {name: text for name in _PASSED_ON if (text := self._text(name))}
        texts = {name: text for name in _TEXTS if (text := self._text(name))}
        local, zone = self._posted(language)
        draft = Draft(
            language=language,
            dateline=self._dateline(language),
            embargo=self._embargo(language),
            contacts=self._contacts(),
            boilerplates=(*self._standing("boilerplates"), *self._standing("notes_to_editors")),
            tags=self._terms("tags"),
            categories=self._terms("categories"),
            posted_local=local,
            posted_tz=zone,
            fields=fields,
        )
        self._list_unknown()
        return replace(draft, **texts)

    def finished(
        self, draft: Draft, *, headline: str, body_md: str, file_name: str, findings: list[Finding]
    ) -> Draft:
        return replace(
            draft,
            headline=headline,
            body_md=body_md,
            file_name=file_name,
            findings=tuple(sorted(findings, key=lambda one: (one.first_line, one.last_line))),
        )

    # One kind of value each -----------------------------------------------------------------------

    def _text(self, name: str) -> str:
        value = self._values.get(name)
        if isinstance(value, list):
            text = ", ".join(_strings(cast(list[object], value)))
        elif isinstance(value, str | int | float | datetime.date):
            text = str(value).lower() if isinstance(value, bool) else str(value)
        else:
            return ""
        text = unicodedata.normalize("NFC", " ".join(text.split()))
        if text:
            self._note(name, text)
        return text

    def _terms(self, name: str) -> tuple[str, ...]:
        value = self._values.get(name)
        listed = value.replace(";", ",").split(",") if isinstance(value, str) else value
        if not isinstance(listed, list):
            return ()
        terms = [term.strip() for term in _strings(cast(list[object], listed))]
        if terms:
            self._note(name, ", ".join(terms))
        return tuple(dict.fromkeys(filter(None, terms)))

    def _posted(self, language: str) -> tuple[str | None, str | None]:
        value = self._values.get("posted")
        if isinstance(value, datetime.datetime):
            self._note("posted", value.isoformat())
            zone = value.strftime("%z") or None
            return value.replace(tzinfo=None).isoformat(timespec="seconds"), zone
        if isinstance(value, datetime.date):
            self._note("posted", value.isoformat())
            return value.isoformat(), None
        reading = read_date(value, language) if isinstance(value, str) else None
        if reading is None or reading.date is None or reading.confidence is Confidence.LOW:
            return None, None
        self._note("posted", str(value))
        time = f"T{reading.time.isoformat()}" if reading.time else ""
        return reading.date.isoformat() + time, reading.zone

    def _dateline(self, language: str) -> Dateline:
        value = self._values.get("dateline")
        house = Dateline(style=self._tools.house_style)
        if isinstance(value, str):
            reading = read_dateline(
                f"{value.rstrip(' -–—')} – X", language=language, tools=self._tools
            )
            whole = read_dateline(value, language=language, tools=self._tools, whole=True)
            known = whole or reading
            self._note("dateline", value)
            if known is not None and known.confidence is Confidence.HIGH:
                return known.dateline
            return Dateline(style=DatelineStyle.CUSTOM, custom_text=value.rstrip(" -–—"))
        parts = _mapping(value)
        if parts is None:
            return house
        self._note("dateline", _shown(parts))
        return self._dateline_of(parts, house, language)

    def _dateline_of(self, parts: _Values, house: Dateline, language: str) -> Dateline:
        names = parts.get("places", parts.get("place", ()))
        listed = [names] if isinstance(names, str) else names
        texts = _strings(cast(list[object], listed)) if isinstance(listed, list) else []
        places: list[Place] = []
        for text in texts:
            found = read_places(text, self._tools.gazetteer)
            places.extend(found.places if found else ())
        day = parts.get("date")
        reading = read_date(day, language) if isinstance(day, str) else None
        style = str(parts.get("style", ""))
        made = replace(
            house,
            places=tuple(places),
            date=day if type(day) is datetime.date else reading.date if reading else None,
            source=str(parts["source"]) if parts.get("source") else None,
            style=DatelineStyle(style) if style in set(DatelineStyle) else house.style,
            custom_text=str(parts["custom_text"]) if parts.get("custom_text") else None,
        )
        if len(places) < len(texts) and made.custom_text is None:
            self._doubt("dateline", "unknown_place")
            made = replace(made, style=DatelineStyle.CUSTOM, custom_text="/".join(texts), places=())
        return made

    def _embargo(self, language: str) -> Embargo | None:
        value = self._values.get("embargo")
        parts = _mapping(value)
        if parts is None:
            return self._embargo_line(value, language) if isinstance(value, str) else None
        until, tz = parts.get("until_local", parts.get("until")), parts.get("tz")
        if isinstance(until, str):
            try:
                until = datetime.datetime.fromisoformat(until)
            except ValueError:
                until = None
        if isinstance(until, datetime.datetime) and isinstance(tz, str):
            try:
                embargo = Embargo.until(until, tz, city_label=str(parts.get("city_label", "")))
            except EmbargoError as error:
                self._doubt("embargo", error.problem)
                return None
            self._note("embargo", _shown(parts))
            return embargo
        return None

    def _embargo_line(self, value: str, language: str) -> Embargo | None:
        line = f"embargoed until {value}"
        reading = read_embargo(line, language=language, gazetteer=self._tools.gazetteer)
        if reading is None or reading.embargo is None:
            self._doubt("embargo", *(reading.flags if reading else ()))
            return None
        self._note("embargo", value)
        return reading.embargo

    def _contacts(self) -> tuple[ReleaseContact, ...]:
        value = self._values.get("contacts")
        entries = cast(list[object], value) if isinstance(value, list) else [value]
        found: list[ReleaseContact] = []
        for entry in entries:
            if isinstance(entry, str) and entry.strip():
                lines = [Line(at, line) for at, line in enumerate(entry.split("\n"))]
                readings = read_contacts(lines, gazetteer=self._tools.gazetteer)
                found.extend(reading.contact for reading in readings)
            elif parts := _mapping(entry):
                found.append(_contact(parts))
        if found:
            self._note("contacts", _shown(cast(object, value)))
        return tuple(found)

    def _standing(self, name: str) -> Iterable[ReleaseBoilerplate]:
        value = self._values.get(name)
        kind = BoilerplateKind.ABOUT
        if name == "notes_to_editors":
            kind = BoilerplateKind.NOTES_TO_EDITORS
        texts = [value] if isinstance(value, str) else value
        if not isinstance(texts, list):
            return ()
        found = [text.strip() for text in _strings(cast(list[object], texts)) if text.strip()]
        if found:
            self._note(name, "\n\n".join(found))
        return tuple(ReleaseBoilerplate(kind=kind, text_md=text) for text in found)

    # What becomes of a key ------------------------------------------------------------------------

    def _note(
        self, name: str, text: str, *, is_sure: bool = True, flags: Sequence[str] = ()
    ) -> None:
        key = self._keys.get(name, name)
        line = self._lines.get(key, 0)
        self.findings.append(
            Finding(
                kind=_KINDS.get(name, FindingKind.FIELD),
                confidence=Confidence.HIGH if is_sure else Confidence.LOW,
                text=f"{key}: {text}",
                first_line=line,
                last_line=line,
                flags=tuple(flags),
            )
        )

    def _doubt(self, name: str, *flags: str) -> None:
        self._note(name, _shown(self._values.get(name)), is_sure=False, flags=flags)

    def _list_unknown(self) -> None:
        """List the keys that nothing was made of, with their values."""
        told = {finding.text.partition(":")[0] for finding in self.findings}
        for name in self._values:
            if self._keys[name] not in told and name != "language":
                is_ours = name in {*_TEXTS, *_PASSED_ON, *_KINDS}
                self._doubt(name, "unreadable" if is_ours else "unknown_key")


_KINDS = {
    "headline": FindingKind.HEADLINE,
    "subheadline": FindingKind.SUBHEADLINE,
    "byline": FindingKind.BYLINE,
    "address": FindingKind.ADDRESS,
    "short_address": FindingKind.ADDRESS,
    "tags": FindingKind.TAGS,
    "categories": FindingKind.CATEGORIES,
    "posted": FindingKind.POSTED,
    "dateline": FindingKind.DATELINE,
    "embargo": FindingKind.EMBARGO,
    "contacts": FindingKind.CONTACT,
    "boilerplates": FindingKind.BOILERPLATE,
    "notes_to_editors": FindingKind.NOTES,
}


def _mapping(value: object) -> dict[str, object] | None:
    if not isinstance(value, dict):
        return None
    return {str(key).lower(): item for key, item in cast(dict[object, object], value).items()}


def _strings(values: Iterable[object]) -> list[str]:
    return [str(value) for value in values if isinstance(value, str | int | float | datetime.date)]


def _shown(value: object) -> str:
    """Return a value as one line of words."""
    if isinstance(value, dict):
        items = cast(dict[object, object], value).items()
        return "; ".join(f"{key}: {_shown(item)}" for key, item in items)
    if isinstance(value, list):
        return ", ".join(_shown(item) for item in cast(list[object], value))
    return " ".join(str(value).split())


def _contact(parts: Mapping[str, object]) -> ReleaseContact:
    points: list[ContactPoint] = []
    for key, kind in _POINTS.items():
        value = parts.get(key)
        listed = cast(list[object], value) if isinstance(value, list) else [value]
        points += [_point(kind, text) for text in _strings(listed)]
    office = next(
        (parts[key] for key in ("office", "organisation", "organization") if parts.get(key)), None
    )
    role = parts.get("role") or parts.get("title")
    return ReleaseContact(
        display_name=str(parts.get("name") or ""),
        role_title=str(role) if role else None,
        office=str(office) if office else None,
        points=tuple(points),
        group_label=str(parts["group"]) if parts.get("group") else None,
    )


def _point(kind: PointKind, text: str) -> ContactPoint:
    if not kind.is_number:
        return ContactPoint(kind=kind, value=text.strip())
    return ContactPoint(kind=kind, value=dialled(text, None).value, display=text.strip())
