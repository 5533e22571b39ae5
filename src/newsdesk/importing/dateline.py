"""The opening words of a pasted lead: where, when, from whom (design: Rules, Dateline)."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import islice

from newsdesk.domain.dateline import Dateline, DatelineStyle
from newsdesk.domain.language import base
from newsdesk.domain.provenance import Confidence
from newsdesk.importing.dateline_places import PlacesReading
from newsdesk.importing.dateline_segments import EDGES, STARTERS, Parts, SegmentReader
from newsdesk.importing.dates import DateReading
from newsdesk.importing.draft import ImportTools

_LONGEST = 320  # characters of a lead that may hold a dateline
_MOST_MARKS = 6  # dashes or stops inside one
_DASH = re.compile(
    r"\s*-{2,}\s*|\s+[-‐‑−~]\s*|(?<![-‐‑])[-‐‑−]\s+|\s*[‒-―]+\s*"
    r"|(?<=[)/])\s?[-‐‑]\s?"
)
_COLON = re.compile(r"\s?[:：]\s*")
_STOP = re.compile(r"\.\s+(?=[^\W\d_a-z]|/[^\W\d_])")
_OPENING = re.compile(
    r"^\s*[(（\[【]((?:[^()（）\[\]【】]|[(（][^()（）]{1,20}[)）]){2,110})[)）\]】]"
    r"\s*(?:(?:[-‐-―−]{1,2}|[:：.])\s*)?"
)
_WIRE_MARK = re.compile(r".{2,40}?(?:电|電|讯|訊|消息)[，,]?\s*(?=[^\s])")
_DATE_IN_BRACKETS = re.compile(
    r"([^()\[\]]{2,60}\([^()]{6,40}\))\s+(?=[^\W\d_a-z])"
    r"|([\u3040-\u9fff]{2,10}[(（][^()（）]{4,30}[)）])\s*(?=\S)"
)
_NOTICE = re.compile(r"Regulatory News\s?:")  # says nothing of its own
_REPORTER = re.compile(r"\s?[(（]\s?(?:记者|記者)[^()（）]{1,30}[)）]\s*")
_SOURCE_BEHIND = re.compile(r"\s*[(（]([^()（）\d]{2,40})[)）]\s?(?:[:：]|[-‐-―−]{1,2})\s*")
_SMALL_WIRE = re.compile(
    r"[a-zäöü-]{0,16}(?:dienst|press|news|wire|agentur)|ots|dpa|pte|pts\d{0,4}"
)
_WIRE = re.compile(
    r"news ?wire|business ?wire|press ?wire|ビジネスワイヤ|美通社|商业资讯|商業資訊|بزنيس واير",
    re.IGNORECASE,
)
_SLASHES = re.compile(r"([^/]{2,60}?)\s/\s([^/]{3,60}?)\s/\s([^/]{6,40}?)\s/\s(?=\S)")
_EMPHASIS = re.compile(r"(\*{1,3}|_{1,3})([^*_\n]{2,160})\1")
_ACRONYM = re.compile(r"[A-Z]{2,6}s?$")


@dataclass(frozen=True, slots=True, kw_only=True)
class DatelineReading:
    """An opening that is, or might be, a dateline."""

    dateline: Dateline
    text: str  # as printed, with its dash
    end: int  # where the lead begins
    confidence: Confidence
    flags: tuple[str, ...] = ()
    country_code: str | None = None  # where numbers without a country code are at home
    day_and_month: tuple[int, int] | None = None  # of a date without a year
    place: str | None = None  # as printed, without day and source

    def completed_by(self, dates: Iterable[date]) -> date | None:
        """Return the one of `dates`, printed elsewhere, that this dateline gives without its year.

        Only where a place is printed.
        """
        if self.day_and_month is None or self.place is None:
            return None
        return next((day for day in dates if (day.day, day.month) == self.day_and_month), None)


def read_dateline(
    text: str, *, language: str, tools: ImportTools, whole: bool = False
) -> DatelineReading | None:
    """Return the dateline that `text` begins with.

    Args:
        whole: `text` is a line of its own ("Berlin, 3 May 2026"), with no dash to follow.
    """
    if marked := _EMPHASIS.match(text[:_LONGEST]):
        return _emphasised(text, marked, language=language, tools=tools, whole=whole)
    segments = SegmentReader(language=language, tools=tools)
    reader = _Reader(text=text[:_LONGEST], segments=segments)
    reading = reader.whole() if whole else None
    reading = reading or reader.bracketed() or reader.dashed() or reader.unmarked()
    if reading is None or whole == bool(_NOTICE.sub("", text[reading.end :]).strip()):
        return None
    return _checked(reading, text)


def _emphasised(
    text: str, marked: re.Match[str], *, language: str, tools: ImportTools, whole: bool
) -> DatelineReading | None:
    """`**GENEVA** – The …`"""
    plain = marked[2] + text[marked.end() :]
    reading = read_dateline(plain, language=language, tools=tools, whole=whole)
    if reading is None or reading.end < len(marked[2]):
        return None
    end = reading.end + len(text) - len(plain)
    return replace(reading, end=end, text=text[:end].strip())


def _checked(reading: DatelineReading, text: str) -> DatelineReading:
    """An acronym that the text goes on using is no place: "UNHCR, 3 May – UNHCR says …"."""
    shown = reading.text.split(",")[0].strip()
    is_unknown = not reading.dateline.places and reading.dateline.style is DatelineStyle.CUSTOM
    rest = text[reading.end : reading.end + 4_000]
    if is_unknown and _ACRONYM.match(shown) and re.search(rf"\b{re.escape(shown)}\b", rest):
        return replace(reading, confidence=Confidence.LOW)
    return reading


@dataclass(slots=True, kw_only=True)
class _Reader:
    text: str
    segments: SegmentReader

    def dashed(self) -> DatelineReading | None:
        """`Place, date (source) – lead`, its parts in any order, each behind its own dash."""
        parts, end = Parts(), 0
        marks = self._separators()
        for at, mark in enumerate(marks):
            if mark.start() < end:
                continue
            words = self.text[end : mark.start()]
            segment = self.segments.read(words)
            if segment is not None and parts.takes(segment):
                end = mark.end()
            elif following := self._bare_source(parts, words, marks[at : at + 2]):
                end = following
            else:
                break
        if end and (parts.places or parts.is_dated or parts.source):
            end = self._source_behind(parts, self._date_behind(parts, end))
            return self._reading(parts, end, is_dashed=True)
        return self._slashed() or self._ended_by(_COLON) or self._ended_by(_STOP)

    def _bare_source(self, parts: Parts, words: str, marks: Sequence[re.Match[str]]) -> int | None:
        """`City – Acme Newswire – 3 May 2026 – lead`: what stands before the date sent it."""
        if len(marks) < 2 or parts.places is None or parts.date or parts.source:
            return None
        following = self.segments.read(self.text[marks[0].end() : marks[1].start()])
        if following is None or following.date is None or following.places is not None:
            return None
        parts.source, parts.date = words.strip(EDGES), following.date
        return marks[1].end()

    def _date_behind(self, parts: Parts, end: int) -> int:
        """`City – 3 May 2026: lead`: the last part may end in a colon."""
        colon = _COLON.search(self.text, end, end + 60)
        if colon is None or parts.date is not None:
            return end
        segment = self.segments.read(self.text[end : colon.start()])
        if segment is None or segment.date is None or not parts.takes(segment):
            return end
        return colon.end()

    def _source_behind(self, parts: Parts, end: int) -> int:
        """`دبي -(بزنيس واير): أعلنت`, `City – (Newswire) – lead`"""
        match = _SOURCE_BEHIND.match(self.text, end) if parts.source is None else None
        if match is None or parts.places is None:
            return end
        parts.source = match[1].strip()
        return match.end()

    def _slashed(self) -> DatelineReading | None:
        """`City, ST / WIRE / May 3, 2026 / lead`"""
        match = _SLASHES.match(self.text)
        if match is None:
            return None
        parts, dated = self.segments.read(match[1]), self.segments.read(match[3])
        if parts is None or parts.places is None or dated is None or dated.date is None:
            return None
        if not parts.takes(dated):
            return None
        parts.source = parts.source or match[2].strip()
        return self._reading(parts, match.end(), is_dashed=True)

    def bracketed(self) -> DatelineReading | None:
        """`(Berlin, 3 May 2026) The …`, `【東京2026年1月7日】…`"""
        match = _OPENING.match(self.text)
        if match is None:
            return None
        parts = self.segments.read(match[1])
        if parts is None or not (parts.places or _is_wire_alone(parts)):
            return None
        is_dashed = match[0].rstrip().endswith(("-", "–", "—", ":", "："))
        is_known = parts.places is not None and bool(parts.places.places)
        if is_dashed and not (is_known or parts.is_dated or parts.source):
            return None  # "(AGENCY) - ROME, 5 May - The …"
        is_marked = match[0].lstrip().startswith("【") or parts.is_wired
        has_whole = parts.places is not None and parts.places.has_whole
        if not (parts.date or is_dashed or has_whole or (is_marked and is_known)):
            return None
        return self._reading(parts, match.end(), is_dashed=True)

    def whole(self) -> DatelineReading | None:
        """`Berlin, 3 May 2026` or `Hamburg (ots)` as a line of its own."""
        if not any(c.isdigit() or c in "(（/元" for c in self.text):
            return None
        parts = self.segments.read(self.text)
        if parts is None or parts.places is None:
            return None
        is_known = bool(parts.places.places)
        if parts.date is None and not (is_known and parts.source):  # `Hamburg (ots)`
            return None
        if parts.date and parts.date.year is None and not is_known:
            return None
        return self._reading(parts, len(self.text), is_dashed=True)

    def unmarked(self) -> DatelineReading | None:
        """Openings without a dash: 北京5月3日电, a dash that was lost."""
        for mark in (_WIRE_MARK.match(self.text[:60]), _DATE_IN_BRACKETS.match(self.text)):
            parts = self.segments.read(mark[0]) if mark else None
            if mark and parts and parts.date and parts.places and parts.places.places:
                reporter = _REPORTER.match(self.text, mark.end())
                end = reporter.end() if reporter else mark.end()
                return self._reading(parts, end, is_dashed=True)
        return self._dash_lost()

    def _ended_by(self, mark: re.Pattern[str]) -> DatelineReading | None:
        """A colon or full stop ends a dateline only where a date makes it certain."""
        parts, end = Parts(), 0
        for match in islice(mark.finditer(self.text), _MOST_MARKS):
            segment = self.segments.read(self.text[end : match.start()])
            if segment is not None and parts.takes(segment):
                end = match.end()
            elif end:
                break
        if not end:
            return None
        has_full_date = parts.date is not None and parts.date.year is not None
        is_known = parts.places is not None and bool(
            parts.places.places or parts.places.in_capitals
        )
        is_sure = has_full_date or (parts.date is not None and (parts.source or is_known))
        if mark is _STOP and not (is_sure and parts.places):
            return None
        has_whole = parts.places is not None and parts.places.has_whole
        if mark is _COLON and not (parts.date or has_whole):
            return None
        return self._reading(parts, end, is_dashed=True)

    def _dash_lost(self) -> DatelineReading | None:
        """`Jakarta IOM and …`: a known city, then a new beginning; asked about, never taken.

        In capitals with its state beside it (`AUSTIN, Texas The …`) it is certain.
        """
        parts = self.text.split(" ", 7)[:7]
        if not self.text[:1].isupper():
            return None
        for count in range(min(5, len(parts) - 1), 0, -1):
            text, following = " ".join(parts[:count]), parts[count]
            begins_anew = _ACRONYM.match(following) or following.casefold() in STARTERS
            begins_small = following[:1].isupper() and following[1:2].islower()
            may_be_certain = count > 1 and begins_small and text.upper() == text
            if not (begins_anew or may_be_certain or text.endswith(")")):
                continue
            if text.endswith((",", "،", ".", ":")) and not text.endswith(("D.C.", "N.Y.")):
                continue
            found = self.segments.read(text)
            if found is None or found.places is None or found.date:
                continue
            is_certain = may_be_certain and found.places.in_capitals and found.places.has_whole
            if is_certain or (found.places.places and (begins_anew or found.source)):
                return self._reading(found, len(text) + 1, is_dashed=is_certain)
        return None

    def _separators(self) -> list[re.Match[str]]:
        """Dashes outside brackets."""
        found: list[re.Match[str]] = []
        for match in _DASH.finditer(self.text):
            before = self.text[: match.start()]
            opened = before.count("(") + before.count("（") - before.count(")") - before.count("）")
            if opened <= 0 and match.start() > 0:
                found.append(match)
            if len(found) == _MOST_MARKS:
                break
        return found

    def _reading(self, parts: Parts, end: int, *, is_dashed: bool) -> DatelineReading | None:
        if parts.places is None and parts.date is None and not _is_wire_alone(parts):
            return None
        confidence = self._confidence(parts, end) if is_dashed else Confidence.LOW
        is_bare = not (parts.is_dated or parts.source) and parts.places and not parts.places.places
        if is_bare and self.text[end : end + 1].islower():
            return None  # "Acme – the maker of – says"
        flags = ["no_year"] if parts.date and parts.date.year is None else []
        if parts.has_month_only:
            flags.append("no_day")
        if parts.places and not parts.places.places:
            flags.append("unknown_place")
        if not is_dashed:
            flags.append("no_dash")
        return DatelineReading(
            dateline=self._dateline(parts, end),
            text=self.text[:end].strip(),
            end=end,
            confidence=confidence,
            flags=tuple(flags),
            country_code=_country_code(parts.places),
            day_and_month=_day_and_month(parts.date),
            place=parts.places.text if parts.places else None,
        )

    def _confidence(self, parts: Parts, end: int) -> Confidence:
        rest = self.text[end:].lstrip("«»“”\"'„‘([ ")
        if parts.places is None:
            is_full = parts.date is not None and parts.date.year is not None
            return Confidence.HIGH if is_full or _is_wire_alone(parts) else Confidence.LOW
        if parts.has_month_only:
            return Confidence.HIGH if parts.places.places else Confidence.LOW
        if parts.date or (parts.source and (parts.places.places or parts.places.in_capitals)):
            return Confidence.HIGH
        # "The workshop – the fourth of its kind – will": a lead begins with a capital
        if rest[:1].islower() and base(self.segments.language) != "und":
            return Confidence.LOW
        is_wired = parts.source is not None and _is_wire(parts.source, parts.places.text)
        is_certain = bool(parts.places.places) or parts.places.has_whole or is_wired
        return Confidence.HIGH if is_certain else Confidence.LOW

    def _dateline(self, parts: Parts, end: int) -> Dateline:
        places = parts.places.places if parts.places else ()
        day = parts.date.date if parts.date else None
        source = parts.source
        if (
            parts.is_dated and day is None
        ):  # no year, no day: nothing to compute with, so kept as printed
            printed = self.text[:end].strip(EDGES + ".-‐‑‒–—―−~:：")
            return Dateline(
                places=places, source=source, style=DatelineStyle.CUSTOM, custom_text=printed
            )
        if parts.places and not places:
            return Dateline(
                date=day,
                source=source,
                style=DatelineStyle.CUSTOM,
                custom_text=parts.places.text,
            )
        is_country = len(places) == 1 and places[0].city is None
        style = DatelineStyle.IOM_COUNTRY if is_country else self.segments.tools.house_style
        return Dateline(places=places, date=day, source=source, style=style)


def _is_wire_alone(parts: Parts) -> bool:
    """`（ビジネスワイヤ） --`: a wire's name, and neither a place nor a day."""
    return not parts.places and parts.source is not None and _WIRE.search(parts.source) is not None


def _is_wire(source: str, place: str) -> bool:
    """Tell a source after a place from an acronym after a name: `Safe Harbours (SH) – The …`"""
    if _SMALL_WIRE.fullmatch(source):
        return True
    initials = "".join(word[0] for word in place.split())
    return ":" not in source and initials.casefold() != source.casefold() and " " not in place


def _day_and_month(reading: DateReading | None) -> tuple[int, int] | None:
    if reading is None or reading.year is not None:
        return None
    return reading.day, reading.month


def _country_code(places: PlacesReading | None) -> str | None:
    if places is None or len(places.country_codes) != 1:
        return None
    (code,) = places.country_codes
    return code
