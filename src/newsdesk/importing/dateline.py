"""The opening words of a pasted lead: where, when, from whom (design: Rules, Dateline)."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import islice

from newsdesk.domain.dateline import Dateline, DatelineStyle
from newsdesk.domain.language import base
from newsdesk.domain.provenance import Confidence
from newsdesk.importing.dateline_places import PlacesReading, read_places
from newsdesk.importing.dates import DateReading, find_date
from newsdesk.importing.draft import ImportTools
from newsdesk.importing.wording import words

_LONGEST = 320  # characters of a lead that may hold a dateline
_MOST_MARKS = 6  # dashes or stops inside one
_DASH = re.compile(
    r"\s*-{2,}\s*|\s+[-‐‑−~]\s*|(?<![-‐‑])[-‐‑−]\s+|\s*[‒-―]+\s*"
    r"|(?<=[)/])\s?[-‐‑]\s?"
)
_COLON = re.compile(r"\s?[:：]\s*")
_STOP = re.compile(r"\.\s+(?=[^\W\d_a-z])")
_OPENING = re.compile(
    r"^\s*[(（\[【]((?:[^()（）\[\]【】]|[(（][^()（）]{1,20}[)）]){4,110})[)）\]】]\s*(?:[-‐-―−:：.]\s*)?"
)
_LOCAL_TIME = re.compile(r"\s?[(（][^()（）]{0,8}時間[)）]\s?発?|(?<=日)発$|^発(?=\s|$)")
_WIRE_MARK = re.compile(r"()(?:电|電|讯|訊|消息)[，,]?\s*(?=[^\s])")
_DATE_IN_BRACKETS = re.compile(r"([^()\[\]]{2,60}\([^()]{6,40}\))\s+(?=[^\W\d_a-z])")
_SLASHES = re.compile(r"([^/]{2,60}?)\s/\s([^/]{3,60}?)\s/\s([^/]{6,40}?)\s/\s(?=\S)")
_SLASHED = re.compile(r"\s?/\s?((?=[^/]{0,20}[^\W\d_])[^/]{2,60}?)\s?/\s?\.?$")
_BRACKETED = re.compile(r"\s?[(（]((?:[^()（）]|[(（][^()（）]{1,20}[)）]){2,80})[)）]\s?\.?$")
_ONLY_BRACKET = re.compile(r"^[(（]((?:[^()（）]|[(（][^()（）]{1,20}[)）]){2,80})[)）]$")
_EMPHASIS = re.compile(r"(\*{1,3}|_{1,3})([^*_\n]{2,160})\1")
_EDGES = " \t,;،，、|"
_DASHES = " -‐‑‒–—―−"
_RELEASE_LABEL = re.compile(
    r"(?:press(?:e)?[ -]?(?:release|mitteilung|information)|news release|media release"
    r"|medienmitteilung|communiqué(?: de presse)?|comunicado(?: de prensa)?|nota de prensa"
    r"|comunicato(?: stampa)?|nota (?:à|de) imprensa|пресс-релиз|新闻稿|プレスリリース)"
    r"(?:\s(?:vom|of|from|dated|du|del|de|от))?\b[\s:|–-]*",
    re.IGNORECASE,
)
# What opens sentences, not datelines.
_STARTERS = words(
    "the a an this that these those it he she we they i our his her their there in on at for from",
    " with as by le la les l un une ce cet cette il elle nous ils elles el los las una este esta",
    " ein eine einer der die das dieser wir er sie es im am lo gli uno questo noi o os as um uma",
    " este nós в на мы он она это эта the on today tomorrow yesterday",
)
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

    def completed_by(self, dates: Iterable[date]) -> date | None:
        """Return the one of `dates`, printed elsewhere, that this dateline gives without its year.

        Only where its places are known: else it stays as printed.
        """
        if self.day_and_month is None or not self.dateline.places:
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
    reader = _Reader(text=text[:_LONGEST], language=language, tools=tools)
    reading = reader.bracketed() or reader.dashed() or reader.unmarked(whole=whole)
    if reading is None or (not whole and not text[reading.end :].strip()):
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
class _Parts:
    places: PlacesReading | None = None
    date: DateReading | None = None
    source: str | None = None

    def takes(self, other: "_Parts") -> bool:
        """Join with the parts of the next segment; False if one would come twice."""
        if self.places and other.places and self.places.lies_in(other.places):
            other = _Parts(date=other.date, source=other.source)  # `Dubai – UAE – 5 May 2026`
        mine = (self.places, self.date, self.source)
        theirs = (other.places, other.date, other.source)
        if any(a is not None and b is not None for a, b in zip(mine, theirs, strict=True)):
            return False
        self.places = self.places or other.places
        self.date = self.date or other.date
        self.source = self.source or other.source
        return True


@dataclass(slots=True, kw_only=True)
class _Reader:
    text: str
    language: str
    tools: ImportTools

    def dashed(self) -> DatelineReading | None:
        """`Place, date (source) – lead`, its parts in any order, each behind its own dash."""
        parts, end = _Parts(), 0
        marks = self._separators()
        for at, mark in enumerate(marks):
            if mark.start() < end:
                continue
            words = self.text[end : mark.start()]
            segment = self._segment(words)
            if segment is not None and parts.takes(segment):
                end = mark.end()
            elif following := self._bare_source(parts, words, marks[at : at + 2]):
                end = following
            else:
                break
        if end and (parts.places or parts.date or parts.source):
            end = self._date_behind(parts, end)
            return self._reading(parts, end, is_dashed=True)
        return self._slashed() or self._ended_by(_COLON) or self._ended_by(_STOP)

    def _bare_source(self, parts: _Parts, words: str, marks: Sequence[re.Match[str]]) -> int | None:
        """`City – Acme Newswire – 3 May 2026 – lead`: what stands before the date sent it."""
        if len(marks) < 2 or parts.places is None or parts.date or parts.source:
            return None
        following = self._segment(self.text[marks[0].end() : marks[1].start()])
        if following is None or following.date is None or following.places is not None:
            return None
        parts.source, parts.date = words.strip(_EDGES), following.date
        return marks[1].end()

    def _date_behind(self, parts: _Parts, end: int) -> int:
        """`City – 3 May 2026: lead`: the last part may end in a colon."""
        colon = _COLON.search(self.text, end, end + 60)
        if colon is None or parts.date is not None:
            return end
        segment = self._segment(self.text[end : colon.start()])
        if segment is None or segment.date is None or not parts.takes(segment):
            return end
        return colon.end()

    def _slashed(self) -> DatelineReading | None:
        """`City, ST / WIRE / May 3, 2026 / lead`"""
        match = _SLASHES.match(self.text)
        if match is None:
            return None
        parts, dated = self._segment(match[1]), self._segment(match[3])
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
        parts = self._segment(match[1])
        if parts is None or parts.places is None:
            return None
        is_dashed = match[0].rstrip().endswith(("-", "–", "—", ":", "："))
        if not (parts.date or is_dashed or parts.places.has_whole):
            return None
        return self._reading(parts, match.end(), is_dashed=True)

    def unmarked(self, *, whole: bool) -> DatelineReading | None:
        """Openings without a dash: 北京5月3日电, a line of its own, a dash that was lost."""
        if whole:
            parts = self._segment(self.text)
            if parts is None or parts.date is None or parts.places is None:
                return None
            return self._reading(parts, len(self.text), is_dashed=True)
        for mark in (_WIRE_MARK.search(self.text[:60]), _DATE_IN_BRACKETS.match(self.text)):
            parts = self._segment(self.text[: mark.end(1)]) if mark else None
            if mark and parts and parts.date and parts.places and parts.places.places:
                return self._reading(parts, mark.end(), is_dashed=True)
        return self._dash_lost()

    def _ended_by(self, mark: re.Pattern[str]) -> DatelineReading | None:
        """A colon or full stop ends a dateline only where a date makes it certain."""
        parts, end = _Parts(), 0
        for match in islice(mark.finditer(self.text), _MOST_MARKS):
            segment = self._segment(self.text[end : match.start()])
            if segment is not None and parts.takes(segment):
                end = match.end()
            elif end:
                break
        if not end:
            return None
        has_full_date = parts.date is not None and parts.date.year is not None
        if mark is _STOP and not (has_full_date and parts.places):
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
        for count in range(min(5, len(parts) - 1), 0, -1):
            text, following = " ".join(parts[:count]), parts[count]
            begins_anew = _ACRONYM.match(following) or following.casefold() in _STARTERS
            begins_small = following[:1].isupper() and following[1:2].islower()
            may_be_certain = count > 1 and begins_small and text.upper() == text
            if not (begins_anew or may_be_certain or text.endswith(")")):
                continue
            if text.endswith((",", "،", ".", ":")) and not text.endswith(("D.C.", "N.Y.")):
                continue
            found = self._segment(text)
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

    def _segment(self, text: str) -> _Parts | None:
        """Return what stands between two dashes if all of it belongs to a dateline."""
        text = text.strip(_EDGES)
        if _RELEASE_LABEL.fullmatch(text):
            return _Parts()
        text = _RELEASE_LABEL.sub("", text, count=1)
        if not 2 <= len(text) <= 160:
            return None
        parts = _Parts()
        text = self._take_source(text, parts)
        text = self._take_date(text, parts)
        text = self._take_source(text, parts) if parts.source is None else text
        text = self._without_edges(text)
        if not text:
            return parts if parts.date or parts.source else None
        if text.split(" ")[0].casefold().strip("’'") in _STARTERS and not self._is_known(text):
            return None
        parts.places = read_places(text, self.tools.gazetteer)
        return parts if parts.places is not None else None

    def _without_edges(self, text: str) -> str:
        """The full stop of an American state stays: `TROY, Mich.`"""
        bare = text.strip(_EDGES + ".")
        last = bare.rpartition(",")[2].strip()
        is_short = len(last) > 2 and self.tools.gazetteer.us_state(last) == f"{last}."
        return f"{bare}." if is_short and f"{bare}." in text else bare

    def _is_known(self, text: str) -> bool:
        return bool(self.tools.gazetteer.named(text.split(",", maxsplit=1)[0].strip()))

    def _take_date(self, text: str, parts: _Parts) -> str:
        day = find_date(text, self.language)
        if day is None or day.confidence is Confidence.LOW:
            return text
        parts.date = day
        before = text[: day.start].rstrip(_EDGES + "(（[")
        after = _LOCAL_TIME.sub(" ", text[max(day.end, day.time_end) :]).lstrip(_EDGES + ")）]")
        # "Toronto (Newswire, 6 January 2026)": the bracket was opened for both
        if before.count("(") > before.count(")"):
            before += ")"
        return f"{before.rstrip(_DASHES)} {after.lstrip(_DASHES)}".strip()

    def _take_source(self, text: str, parts: _Parts) -> str:
        for pattern in (_SLASHED, _ONLY_BRACKET, _BRACKETED):
            match = pattern.search(text)
            if match is None:
                continue
            inner = match[1].strip()
            if find_date(inner, self.language) and pattern is not _ONLY_BRACKET:
                if pattern is _SLASHED:
                    continue
                return text  # "(August 7, 2023)": the date is taken first
            if pattern is _ONLY_BRACKET and find_date(inner, self.language):
                rest = self._take_date(inner, parts)
                parts.source = rest.strip(" ,;،，-–—") or None
                return ""
            if pattern is not _SLASHED and self._is_place(inner):
                return text
            parts.source = inner
            return text[: match.start()]
        return text

    def _is_place(self, text: str) -> bool:
        """A city in capitals inside a bracket is an acronym that looks like one: "(OSH)"."""
        gazetteer = self.tools.gazetteer
        places = gazetteer.named(text)
        is_named = any(place.city is None or not text.isupper() for place in places)
        return is_named or gazetteer.us_state(text) is not None

    def _reading(self, parts: _Parts, end: int, *, is_dashed: bool) -> DatelineReading | None:
        if parts.places is None and parts.date is None:
            return None
        confidence = self._confidence(parts, end) if is_dashed else Confidence.LOW
        is_bare = not (parts.date or parts.source) and parts.places and not parts.places.places
        if is_bare and self.text[end : end + 1].islower():
            return None  # "Acme – the maker of – says"
        flags = ["no_year"] if parts.date and parts.date.year is None else []
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
        )

    def _confidence(self, parts: _Parts, end: int) -> Confidence:
        rest = self.text[end:].lstrip("«»“”\"'„‘([ ")
        if parts.places is None:
            is_full = parts.date is not None and parts.date.year is not None
            return Confidence.HIGH if is_full else Confidence.LOW
        if parts.date or (parts.source and (parts.places.places or parts.places.in_capitals)):
            return Confidence.HIGH
        # "The workshop – the fourth of its kind – will": a lead begins with a capital
        if rest[:1].islower() and base(self.language) != "und":
            return Confidence.LOW
        is_wired = parts.source is not None and _is_wire(parts.source, parts.places.text)
        is_certain = bool(parts.places.places) or parts.places.has_whole or is_wired
        return Confidence.HIGH if is_certain else Confidence.LOW

    def _dateline(self, parts: _Parts, end: int) -> Dateline:
        places = parts.places.places if parts.places else ()
        day = parts.date.date if parts.date else None
        source = parts.source
        if parts.date and day is None:  # no year: nothing to compute with, so kept as printed
            printed = self.text[:end].strip(_EDGES + ".-‐‑‒–—―−~:：")
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
        style = DatelineStyle.IOM_COUNTRY if is_country else self.tools.house_style
        return Dateline(places=places, date=day, source=source, style=style)


def _is_wire(source: str, place: str) -> bool:
    """Tell a source after a place from an acronym after a name: `Safe Harbours (SH) – The …`"""
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
