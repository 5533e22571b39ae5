"""What a part of a text says when a person says what it is.

The parsers are those of the surgeon. What they cannot read is kept as it stands and flagged; where
a field can hold no words, it stays in the body.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from newsdesk.domain.boilerplate import BoilerplateKind, ReleaseBoilerplate
from newsdesk.domain.contact import ReleaseContact
from newsdesk.domain.dateline import Dateline, DatelineStyle
from newsdesk.domain.provenance import Confidence, FindingKind
from newsdesk.importing.boilerplate import read_boilerplate
from newsdesk.importing.contacts import read_contacts
from newsdesk.importing.dateline import DatelineReading, read_dateline
from newsdesk.importing.draft import ImportTools
from newsdesk.importing.embargo import mentions_embargo, read_embargo
from newsdesk.importing.lines import Line, joined
from newsdesk.importing.posted import read_byline, read_posted
from newsdesk.importing.tags import read_terms

AS_IT_STANDS = "as_it_stands"  # the flag of a part that could not be read
_DASHES = " -‐‑‒–—―−"
_EDGES = " \t.,;:|·•–—-"


@dataclass(frozen=True, slots=True, kw_only=True)
class Marked:
    """A part of a text as it is read."""

    lines: Sequence[Line]  # as they stood
    paragraphs: Sequence[str]  # without bullets and a heading's signs

    @property
    def text(self) -> str:
        return joined(self.paragraphs)


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkReading:
    """What it fills, by the name of the field of a `Dissection`."""

    values: Mapping[str, tuple[object, ...]] = field(default_factory=dict[str, tuple[object, ...]])
    flags: tuple[str, ...] = ()
    is_claimed: bool = True  # False: it cannot be kept anywhere but in the body


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkReader:
    """Reads parts of one text."""

    tools: ImportTools
    language: str
    country_code: str | None = None  # where the release is from

    def read(self, kind: FindingKind, part: Marked) -> MarkReading:
        """Return what a part says as one of `kind`."""
        read = _READERS.get(kind)
        return MarkReading() if read is None else read(self, part)

    def headline(self, part: Marked) -> MarkReading:
        return MarkReading(values={"headline": (part.text,)})

    def subheadline(self, part: Marked) -> MarkReading:
        return MarkReading(values={"subheadline": (part.text,)})

    def dateline(self, part: Marked) -> MarkReading:
        """A dash may be missing; what names no known place is a dateline in its own words."""
        text = part.text
        for words in (text, f"{text.rstrip(_DASHES)} –"):
            reading = read_dateline(words, language=self.language, tools=self.tools, whole=True)
            if reading is not None and _is_all(reading, words):
                return MarkReading(values={"dateline": (reading.dateline,)}, flags=reading.flags)
        own = Dateline(style=DatelineStyle.CUSTOM, custom_text=text.strip(_DASHES))
        return MarkReading(values={"dateline": (own,)}, flags=(AS_IT_STANDS,))

    def byline(self, part: Marked) -> MarkReading:
        return MarkReading(values={"byline": (read_byline(part.text) or part.text.strip(_EDGES),)})

    def contact(self, part: Marked) -> MarkReading:
        readings = read_contacts(
            part.lines, gazetteer=self.tools.gazetteer, country_code=self.country_code
        )
        sure = [one for one in readings if one.confidence is Confidence.HIGH]
        if sure:
            flags = tuple(dict.fromkeys(flag for one in sure for flag in one.flags))
            return MarkReading(values={"contacts": tuple(one.contact for one in sure)}, flags=flags)
        named = ReleaseContact(display_name=part.text)
        return MarkReading(values={"contacts": (named,)}, flags=(AS_IT_STANDS,))

    def embargo(self, part: Marked) -> MarkReading:
        """An embargo is a time and nothing else: one that cannot be read stays in the body."""
        text = part.text if mentions_embargo(part.text) else f"Embargo: {part.text}"
        reading = read_embargo(text, language=self.language, gazetteer=self.tools.gazetteer)
        if reading is None or reading.embargo is None:
            flags = ("unreadable_time",) if reading is None else reading.flags
            return MarkReading(flags=flags, is_claimed=False)
        return MarkReading(values={"embargo": (reading.embargo,)}, flags=reading.flags)

    def posted(self, part: Marked) -> MarkReading:
        reading = read_posted(part.text, self.language)
        if reading is None or reading.local is None:
            return MarkReading(values={"posted_local": (part.text,)}, flags=(AS_IT_STANDS,))
        is_sure = reading.confidence is Confidence.HIGH
        values: dict[str, tuple[object, ...]] = {"posted_local": (reading.local,)}
        if reading.zone:
            values["posted_tz"] = (reading.zone,)
        if reading.byline:
            values["byline"] = (reading.byline,)
        return MarkReading(values=values, flags=() if is_sure else ("day_or_month",))

    def tags(self, part: Marked) -> MarkReading:
        return self._terms(part, "tags", "Tags")

    def categories(self, part: Marked) -> MarkReading:
        return self._terms(part, "categories", "Categories")

    def _terms(self, part: Marked, name: str, label: str) -> MarkReading:
        text = joined(one.rstrip(_EDGES) + ";" for one in part.paragraphs)
        reading = read_terms(part.text) or read_terms(f"{label}: {text}")
        terms = () if reading is None else reading.tags + reading.categories
        if not terms:
            return MarkReading(values={name: ((part.text,),)}, flags=(AS_IT_STANDS,))
        return MarkReading(values={name: (terms,)})

    def boilerplate(self, part: Marked) -> MarkReading:
        """What its heading says, without one a text about the issuer."""
        heading = read_boilerplate(part.paragraphs[0])
        return self._standing(part, heading.kind if heading else BoilerplateKind.ABOUT)

    def notes(self, part: Marked) -> MarkReading:
        return self._standing(part, BoilerplateKind.NOTES_TO_EDITORS)

    def _standing(self, part: Marked, kind: BoilerplateKind) -> MarkReading:
        standing = ReleaseBoilerplate(kind=kind, text_md="\n\n".join(part.paragraphs))
        return MarkReading(values={"boilerplates": (standing,)}, flags=(kind,))


_READERS: Mapping[FindingKind, Callable[[MarkReader, Marked], MarkReading]] = {
    FindingKind.HEADLINE: MarkReader.headline,
    FindingKind.SUBHEADLINE: MarkReader.subheadline,
    FindingKind.DATELINE: MarkReader.dateline,
    FindingKind.BYLINE: MarkReader.byline,
    FindingKind.CONTACT: MarkReader.contact,
    FindingKind.EMBARGO: MarkReader.embargo,
    FindingKind.POSTED: MarkReader.posted,
    FindingKind.TAGS: MarkReader.tags,
    FindingKind.CATEGORIES: MarkReader.categories,
    FindingKind.BOILERPLATE: MarkReader.boilerplate,
    FindingKind.NOTES: MarkReader.notes,
}
"""Kinds that fill something; page furniture and end marks fill nothing."""


def _is_all(reading: DatelineReading, words: str) -> bool:
    is_sure = reading.confidence is Confidence.HIGH
    return is_sure and not words[reading.end :].strip(_DASHES + _EDGES)
