"""What stands between two dashes of a dateline: places, a day, who sent it."""

import re
from dataclasses import dataclass

from newsdesk.domain.language import base
from newsdesk.domain.provenance import Confidence
from newsdesk.importing.dateline_places import PlacesReading, read_places
from newsdesk.importing.dates import DateReading, find_date, month_end
from newsdesk.importing.draft import ImportTools
from newsdesk.importing.wording import words

EDGES = " \t,;،，、|＝="
_DASHES = " -‐‑‒–—―−"
_LONGEST = 160
_LOCAL_TIME = re.compile(r"\s?[(（][^()（）]{0,8}時間[)）]\s?発?|(?<=日)発$|^発(?=\s|$)")
_SLASHED = re.compile(r"\s?/\s?((?=[^/]{0,20}[^\W\d_])[^/]{2,60}?)\s?/\s?\.?$")
_BRACKETED = re.compile(r"\s?[(（]((?:[^()（）]|[(（][^()（）]{1,20}[)）]){2,80})[)）]\s?\.?$")
_ONLY_BRACKET = re.compile(r"^[(（]((?:[^()（）]|[(（][^()（）]{1,20}[)）]){2,80})[)）]$")
_STAMP = re.compile(r"\(([a-z]{2,4}\d{0,4})/(\d{1,2}\.\d{1,2}\.\d{4})/\d{1,2}:\d\d\)")
_ISLAMIC_DATE = re.compile(r"\d{1,2}(?:\s[\u0600-\u06ff]+){1,2}\s1[345]\d\d\s?هـ?[،,]?\s?")
# Chinese and Japanese wires: 北京5月5日电, 台北讯, 東京発; and who sent it, before the place.
_WIRED = re.compile(r"(?<=[\u3040-\u9fff])\s?(?:[电電讯訊発]|消息)$")
_WIRE_BEFORE = re.compile(
    r"(?P<source>[\u4e00-\u9fff]{1,5}[社网網报報])(?P<rest>[\u4e00-\u9fff]{2,12})"
)
# "Fait à Paris, le 5 mai", "En Madrid, a 5 de mayo": with a day beside it.
_IN = re.compile(
    r"(?:(?:fait|hecho|dado|feito|fatto) )?(?:à|a|en|em|in|в|في)\s+(?=[^\W\d_])", re.IGNORECASE
)
_WIDE_SENDER = re.compile(r"[\u3040-\u9fff\s]{4,30}")
_REGION = re.compile(r"[A-Z]{2}")
_WITH_REGIONS = frozenset({"pt", "it"})  # "Rio de Janeiro (RJ)", "Monza (MB)"
_RELEASE_LABEL = re.compile(
    r"(?:press(?:e)?[ -]?(?:release|mitteilung|information)|news release|media release"
    r"|medienmitteilung|communiqué(?: de presse)?|comunicado(?: de (?:prensa|imprensa))?"
    r"|nota de prensa|comunicato(?: stampa)?|nota (?:à|de) imprensa|пресс-релиз|بيان صحفي|新闻稿"
    r"|新聞稿|プレスリリース)"
    r"(?:\s(?:vom|of|from|dated|du|del|de|от))?\b[\s:：|–-]*",
    re.IGNORECASE,
)
# What opens sentences, not datelines.
STARTERS = words(
    "the a an this that these those it he she we they i our his her their there in on at for from",
    " with as by le la les l un une ce cet cette il elle nous ils elles el los las una este esta",
    " ein eine einer der die das dieser wir er sie es im am lo gli uno questo noi o os as um uma",
    " este nós в на мы он она это эта the on today tomorrow yesterday",
)


@dataclass(slots=True, kw_only=True)
class Parts:
    """What has been read of one dateline so far."""

    places: PlacesReading | None = None
    date: DateReading | None = None
    source: str | None = None
    is_wired: bool = False  # a sign of a wire stands behind the place: 北京讯
    has_month_only: bool = False  # "maio de 2025"

    @property
    def is_dated(self) -> bool:
        return self.date is not None or self.has_month_only

    def takes(self, other: "Parts") -> bool:
        """Join with the parts of the next segment; False if one would come twice."""
        if self.places and other.places and self.places.lies_in(other.places):
            # `Dubai – UAE – 5 May 2026`
            other = Parts(date=other.date, source=other.source, has_month_only=other.has_month_only)
        mine = (self.places, self.date, self.source)
        theirs = (other.places, other.date, other.source)
        if any(a is not None and b is not None for a, b in zip(mine, theirs, strict=True)):
            return False
        if self.is_dated and other.is_dated:
            return False
        self.places = self.places or other.places
        self.date = self.date or other.date
        self.source = self.source or other.source
        self.is_wired = self.is_wired or other.is_wired
        self.has_month_only = self.has_month_only or other.has_month_only
        return True


@dataclass(frozen=True, slots=True, kw_only=True)
class SegmentReader:
    language: str
    tools: ImportTools

    def read(self, text: str) -> Parts | None:
        """Return what stands between two dashes if all of it belongs to a dateline."""
        text = text.strip(EDGES)
        if _RELEASE_LABEL.fullmatch(text):
            return Parts()
        text = _RELEASE_LABEL.sub("", text, count=1)
        if not 2 <= len(text) <= _LONGEST:
            return None
        parts = Parts()
        if "/" in text:
            text = _STAMP.sub(r"(\1), \2", text)
        text = self._take_source(text, parts)
        text = self._take_date(text, parts)
        text = self._take_source(text, parts) if parts.source is None else text
        text = self._without_edges(self._without_wire(text, parts))
        if not text:
            return parts if parts.is_dated or parts.source else None
        if (
            parts.is_dated
            and (opening := _IN.match(text))
            and self._is_known(text[opening.end() :])
        ):
            text = text[opening.end() :]
        if text.split(" ")[0].casefold().strip("’'") in STARTERS and not self._is_known(text):
            # "A Coruña, 30 mar (Wire)" is a city, "The Hague" another; "On Monday" is none
            is_city = parts.is_dated and len(text.split()) == 2 and text.istitle()
            if not is_city:
                return None
        parts.places = read_places(text, self.tools.gazetteer)
        return parts if parts.places is not None else None

    def _without_edges(self, text: str) -> str:
        """The full stop of an American state stays: `TROY, Mich.`"""
        bare = text.strip(EDGES + ".")
        last = bare.rpartition(",")[2].strip()
        is_short = self.tools.gazetteer.us_state(last) == f"{last}."
        return f"{bare}." if is_short and f"{bare}." in text else bare

    def _without_wire(self, text: str, parts: Parts) -> str:
        """`新华社北京电`: who sent it, the place, the sign of the wire."""
        bare = _WIRED.sub("", text)
        if bare == text:
            return text
        parts.is_wired = True
        sent = _WIRE_BEFORE.fullmatch(bare)
        if sent and parts.source is None and not self.tools.gazetteer.named(bare):
            parts.source, bare = sent["source"], sent["rest"]
        return bare

    def _is_known(self, text: str) -> bool:
        first = re.split(r"[,،，、]", text, maxsplit=1)[0].strip()
        return bool(self.tools.gazetteer.named(first))

    def _take_date(self, text: str, parts: Parts) -> str:
        if "هـ" in text:
            text = _ISLAMIC_DATE.sub("", text)
        day = find_date(text, self.language)
        if day is None:
            end = month_end(text, self.language)
            parts.has_month_only = end is not None
            return text if end is None else text[:end]
        if day.confidence is Confidence.LOW:
            return text
        parts.date = day
        before = text[: day.start].rstrip(EDGES + "(（[")
        after = _LOCAL_TIME.sub(" ", text[max(day.end, day.time_end) :]).lstrip(EDGES + ")）]")
        # "Toronto (Newswire, 6 January 2026)": the bracket was opened for both
        if before.count("(") > before.count(")"):
            before += ")"
        return f"{before.rstrip(_DASHES)} {after.lstrip(_DASHES)}".strip()

    def _take_source(self, text: str, parts: Parts) -> str:
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
            if pattern is not _SLASHED and self._is_place(inner, text[: match.start()]):
                return self._place_behind(text[: match.start()], inner, parts) or text
            parts.source = inner
            return text[: match.start()]
        return text

    def _place_behind(self, before: str, inner: str, parts: Parts) -> str | None:
        """`屋根の会 ／ 2024年6月11日（京都）`: who sent it, the day, the place."""
        sender = before.strip(EDGES + "/／ ")
        if parts.date is None or not _WIDE_SENDER.fullmatch(sender) or self._is_known(sender):
            return None
        parts.source = sender
        return inner

    def _is_place(self, text: str, before: str) -> bool:
        """A city in capitals inside a bracket is an acronym that looks like one: "(OSH)"."""
        gazetteer = self.tools.gazetteer
        places = gazetteer.named(text)
        if _REGION.fullmatch(text) and base(self.language) in _WITH_REGIONS:
            return self._is_known(before)
        is_named = any(place.city is None or not text.isupper() for place in places)
        return is_named or gazetteer.us_state(text) is not None
