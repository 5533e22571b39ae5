"""Days as ten languages write them, read strictly: what could mean two days is not sure."""

import datetime
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cache

from newsdesk.domain.fold import fold
from newsdesk.domain.language import base
from newsdesk.domain.provenance import Confidence

LANGUAGES = ("en", "fr", "es", "de", "it", "pt", "ru", "ar", "zh", "ja")
_ARABIC_SERIES = ("ar", "ar_LB", "ar_DZ", "ar_MA")
_EXTRA_MONTHS = {"sept": 9, "setiembre": 9, "jänner": 1, "feber": 2, "мая": 5, "июн": 6, "июл": 7}
_ERAS = {"令和": 2018, "平成": 1988, "昭和": 1925}  # the year before its first
_DIGITS = str.maketrans(
    {chr(start + digit): str(digit) for start in (0x660, 0x6F0, 0xFF10) for digit in range(10)}
    | {"：": ":", "．": ".", "／": "/", "\xa0": " ", "\u202f": " "}
)
_MONTH = r"[^\W\d_]{2,12}(?: (?:الأول|الاول|الثاني|الآخر|الآخرة))?"
_MONTHS = rf"(?P<month>{_MONTH})(?: ?/ ?{_MONTH})?"
_DAY = r"(?<![\d./-])(?<!\d[,:])(?P<day>[0-3]?\d)"
_YEAR = r"(?P<year>(?:19|20)\d\d)(?!\d)"
_OF = r"(?:\s?(?:(?:de|del|of)\s|d[’']))?"
_ERA_YEAR = r"(?P<era>令和|平成|昭和)\s?(?P<year>\d{1,2}|元)"
_ORDINAL = r"(?:st|nd|rd|th|er|ère|[.ºª°])?"
_YEAR_SIGN = r"(?:\s?(?:г(?:ода|\.)?|م)(?!\w))?"  # 2012 г., 2012م
_SHORT_YEAR = r"(?P<year>(?:19|20)\d\d|\d\d)(?![\d/-])(?!\.\d)"
_HAN_DIGITS = "〇一二三四五六七八九"
_HAN = "一二三四五六七八九十"
_WRITTEN = (
    rf"(?P<year>[〇零○一二三四五六七八九]{{4}})年(?P<month>[{_HAN}]{{1,2}})月(?P<day>[{_HAN}]{{1,3}})日",
    rf"{_YEAR}\s?年\s?(?P<month>\d{{1,2}})\s?月\s?(?P<day>\d{{1,2}})\s?[日号]",
    rf"{_ERA_YEAR}\s?年\s?(?P<month>\d{{1,2}})\s?月\s?(?P<day>\d{{1,2}})\s?日",
    r"(?<!\d)(?P<month>\d{1,2})\s?月\s?(?P<day>\d{1,2})\s?[日号](?P<year>)",
    rf"(?<!\d){_YEAR}(?P<mark>[-/.])(?P<month>\d{{1,2}})(?P=mark)(?P<day>\d{{1,2}})(?!\.?\d)",
    rf"{_DAY}{_ORDINAL}\s?-?{_OF}\s?{_MONTHS}\.?,?(?:{_OF}\s?-?{_YEAR}{_YEAR_SIGN})?",
    rf"(?<![^\W\d_]){_MONTHS}\.?\s?(?P<day>[0-3]?\d){_ORDINAL}(?![\d:])(?!\.\d)(?:,?{_OF}\s?{_YEAR})?",
    rf"(?<![\d.,:/-])(?P<first>\d{{1,2}})(?P<mark>[./-])(?P<second>\d{{1,2}})(?P=mark){_SHORT_YEAR}",
)
_MONTH_ONLY = re.compile(
    rf"[\s,،，、(（]+(?P<month>{_MONTH})\.?,?{_OF}\s?{_YEAR}{_YEAR_SIGN}[)）]?$", re.IGNORECASE
)
_PATTERNS = tuple(re.compile(pattern, re.IGNORECASE) for pattern in _WRITTEN)
_ARTICLE = re.compile(
    r"(?<![^\W\d_])(?:the|le|el|den|il|dem|vom|am|du|dia|día|a|em|li|في|يوم|الموافق)\s$",
    re.IGNORECASE,
)
_WEEKDAY_BEFORE = re.compile(r"(?P<weekday>[^\W\d_]{2,12}(?:-feira)?)\.?[,،，]?\s?$")
_WEEKDAY_AFTER = re.compile(
    r"\s?(?:[（(](?:星期|[周週])?[一二三四五六日天月火水木金土](?:曜日?)?[)）]"
    r"|，?(?:星期|[周週])[一二三四五六日天]|[月火水木金土日]曜日?)"
)
_TIME = re.compile(
    r"(?:[,،|]|\s[–-](?=\s))?\s{0,2}(?:(?:at|à|um|a las|alle|às|в|في)\s)?(?P<hour>[0-2]?\d)"
    r"(?:(?:\s?[:h時点]\s?|\.)(?P<minute>[0-5]\d)(?!\d)(?::(?P<second>[0-5]\d))?|(?=\s?[apAP]\.?[mM]))"
    r"(?:\s?(?P<half>[apAP])\.?[mM]\b\.?)?(?:\s?(?:Uhr|hrs|hours|分|Z(?![a-z])))?"
    r"(?:\s?\(?(?P<zone>[A-Z]{2,4}(?![A-Za-z])|[+-]\d\d:?\d\d)\)?)?"
)
_ISO_TIME = re.compile(
    r"T(?P<hour>[0-2]\d):(?P<minute>[0-5]\d)(?::(?P<second>[0-5]\d)(?:\.\d+)?)?"
    r"(?P<zone>Z|[+-]\d\d:?\d\d)?"
)
_PIVOT = 70  # a year of two digits: 69 is 2069, 70 is 1970
_EDGES = " \t,.;:،()（）[]|–—-"


@dataclass(frozen=True, slots=True, kw_only=True)
class DateReading:
    """A day found in a text, with the time after it if there is one."""

    start: int
    end: int  # of the day, its weekday included
    day: int
    month: int
    year: int | None  # None: not printed
    confidence: Confidence  # LOW: day and month might be meant the other way round
    time: datetime.time | None = None
    time_end: int = 0
    zone: str | None = None  # as printed

    @property
    def date(self) -> datetime.date | None:
        if self.year is None:
            return None
        return datetime.date(self.year, self.month, self.day)


def find_date(text: str, language: str) -> DateReading | None:
    """Return the first day that is written in `text` (a short one: a line, an opening)."""
    plain = text if text.isascii() else text.translate(_DIGITS)
    if not any(map(str.isdigit, plain)) and "年" not in plain:
        return None
    found = [reading for reading in _readings(plain, language) if reading is not None]
    if not found:
        return None
    # at one place the fuller reading: "5 May 2012" holds "May 20"
    first = min(found, key=lambda reading: (reading.start, -reading.end))
    return _with_surroundings(plain, first, language)


def month_end(text: str, language: str) -> int | None:
    """Return where `text` ends without the month and year behind it: "Lisboa, maio de 2025"."""
    match = _MONTH_ONLY.search(text.translate(_DIGITS))
    is_month = match is not None and month_number(match["month"], language) is not None
    return match.start() if match is not None and is_month else None


def read_date(text: str, language: str) -> DateReading | None:
    """Return the day that is all of `text`, with or without a time; None if more is said."""
    reading = find_date(text, language)
    if reading is None:
        return None
    end = reading.time_end or reading.end
    rest = text[: reading.start] + text[end:]
    return None if rest.strip(_EDGES) else reading


def month_number(word: str, language: str, *, anywhere: bool = False) -> int | None:
    """Return the month a word names in `language` or in English; with `anywhere` in any."""
    key = _key(word)
    for one in (base(language), "en"):
        if one in LANGUAGES and (number := _months(one).get(key)):
            return number
    if not anywhere:
        return None
    numbers = {_months(one).get(key) for one in LANGUAGES} - {None}
    return numbers.pop() if len(numbers) == 1 else None


def weekday_number(word: str, language: str) -> int | None:
    """Return 0 for a Monday; the word may be abbreviated."""
    key = _key(word)
    for one in (base(language), "en"):
        if one in LANGUAGES and (number := _weekdays(one).get(key)) is not None:
            return number
    return None


def _readings(text: str, language: str) -> Iterable[DateReading | None]:
    for pattern in _PATTERNS:
        for match in pattern.finditer(text):
            reading = _reading(match, language)
            if reading is not None:
                yield reading
                break


def _reading(match: re.Match[str], language: str) -> DateReading | None:
    groups = match.groupdict()
    if groups.get("day") and groups["day"][0] in _HAN:
        groups = {name: str(_han_number(words)) for name, words in groups.items()}
    confidence = Confidence.HIGH
    if groups.get("first"):
        day, month, confidence = _ordered(int(match["first"]), int(match["second"]), language)
    else:
        day = int(groups["day"])
        month = (
            int(groups["month"])
            if groups["month"].isdecimal()
            else month_number(groups["month"], language, anywhere=bool(groups["year"])) or 0
        )
    year = _year(groups)
    if not _exists(year, month, day):
        return None
    return DateReading(
        start=match.start(),
        end=match.start() + len(match[0].rstrip(" ,-")),
        day=day,
        month=month,
        year=year,
        confidence=confidence,
    )


def _ordered(first: int, second: int, language: str) -> tuple[int, int, Confidence]:
    """Return day, month: English alone has both orders."""
    if first > 12 or second > 12:
        return (first, second, Confidence.HIGH) if first > 12 else (second, first, Confidence.HIGH)
    if base(language) == "en" and first != second:
        return first, second, Confidence.LOW
    return first, second, Confidence.HIGH


def _han_number(words: str) -> int:
    """`二〇二四` is 2024, `二十一` is 21."""
    if "十" not in words:
        plain = words.replace("零", "〇").replace("○", "〇")
        return int("".join(str(_HAN_DIGITS.index(c)) for c in plain))
    tens, _ten, ones = words.partition("十")
    return (_HAN_DIGITS.index(tens) if tens else 1) * 10 + (_HAN_DIGITS.index(ones) if ones else 0)


def _year(groups: Mapping[str, str | None]) -> int | None:
    written = groups.get("year")
    if not written:
        return None
    if era := groups.get("era"):
        return _ERAS[era] + (1 if written == "元" else int(written))
    if len(written) == 4:
        return int(written)
    return int(written) + (2000 if int(written) < _PIVOT else 1900)


def _exists(year: int | None, month: int, day: int) -> bool:
    try:
        datetime.date(year or 2024, month, day)  # a leap year: 29 February may be meant
    except ValueError:
        return False
    return True


def _with_surroundings(text: str, reading: DateReading, language: str) -> DateReading:
    """Take the weekday beside a day and the time after it along."""
    start, end = _start(text, reading.start, language), reading.end
    if weekday := _WEEKDAY_AFTER.match(text, end):
        end = weekday.end()
    reading = replace(reading, start=start, end=end)
    match = _ISO_TIME.match(text, end) or _TIME.match(text, end)
    clock = _clock(match) if match else None
    if match is None or clock is None:
        return reading
    return replace(reading, time=clock, time_end=match.end(), zone=match["zone"])


def _start(text: str, start: int, language: str) -> int:
    before = text[max(0, start - 30) : start]
    rest = _without_article(before)
    weekday = _WEEKDAY_BEFORE.search(rest)
    if weekday and weekday_number(weekday["weekday"], language) is not None:
        rest = _without_article(rest[: weekday.start()])  # "le mardi 15", "Dienstag, den 15."
    return start - len(before) + len(rest)


def _without_article(text: str) -> str:
    while article := _ARTICLE.search(text):
        text = text[: article.start()]
    return text


def _clock(match: re.Match[str]) -> datetime.time | None:
    half = match.groupdict().get("half")
    hour, minute = int(match["hour"]), int(match["minute"] or 0)
    if half and not 1 <= hour <= 12:
        return None
    if half:
        hour = hour % 12 + (12 if half.lower() == "p" else 0)
    if hour > 23:
        return None
    return datetime.time(hour, minute, int(match["second"] or 0))


def _key(word: str) -> str:
    return fold(word).strip(". ")


@cache
def _months(language: str) -> dict[str, int]:
    """Return CLDR's names of the months, whole and shortened, as they are compared."""
    from babel import Locale  # noqa: PLC0415 - slow, and most of a desk's work needs no dates

    known = {_key(word): number for word, number in _EXTRA_MONTHS.items()}
    for tag in _ARABIC_SERIES if language == "ar" else (language,):
        months = Locale.parse(tag).months
        for form in ("format", "stand-alone"):
            for length in ("wide", "abbreviated"):
                known |= {_key(name): number for number, name in months[form][length].items()}
    return {key: number for key, number in known.items() if not key[0].isdigit()}


@cache
def _weekdays(language: str) -> dict[str, int]:
    from babel import Locale  # noqa: PLC0415 - as above

    days = Locale.parse(language).days
    return {
        _key(name): number
        for form in ("format", "stand-alone")
        for length in ("wide", "abbreviated")
        for number, name in days[form][length].items()
    }
