"""Days in words, fixed per language and never the system's locale.

CLDR patterns and names through Babel, with the house's rules on top: English without ordinals and
day first, the first of a month in French, one comma or none before and after weekdays, and the two
series of Arabic month names.
"""

import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from babel import Locale, UnknownLocaleError
from babel.dates import format_date, format_skeleton

from newsdesk.domain.language import base
from newsdesk.domain.newsroom import ArabicMonths, Digits, Newsroom

_FALLBACK = "en_GB"
_HOUSE_LOCALES = {"en": "en_GB", "und": "en_GB"}  # every English: day, month, year
# CLDR's Russian has a narrow no-break space before "г.", the house a plain one.
_SPACES = str.maketrans("\N{NARROW NO-BREAK SPACE}\N{NO-BREAK SPACE}", "  ")
_ARABIC_SERIES = {
    ArabicMonths.EGYPTIAN: ("ar_EG",),
    ArabicMonths.LEVANTINE: ("ar_LB",),
    ArabicMonths.UN_DUAL: ("ar_LB", "ar_EG"),
}
_WITH_WEEKDAY = {  # language -> pattern where the house differs from CLDR's "full"
    "es": "EEEE d 'de' MMMM 'de' y",
    "zh": "y年M月d日，EEEE",
}
_ARABIC_DIGITS = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")
_ONE = re.compile(r"\b1\b")
_REUTERS_MONTHS = (
    *("Jan", "Feb", "March", "April", "May", "June"),
    *("July", "Aug", "Sept", "Oct", "Nov", "Dec"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class DateStyle:
    """What a house may choose about its dates; it concerns Arabic only."""

    arabic_months: ArabicMonths = ArabicMonths.UN_DUAL
    digits: Digits = Digits.WESTERN

    @classmethod
    def of(cls, newsroom: Newsroom) -> "DateStyle":
        return cls(arabic_months=newsroom.arabic_months, digits=newsroom.digits)


PLAIN = DateStyle()


def long_date(day: date, language: str, style: DateStyle = PLAIN) -> str:
    """Return `15 May 2012`, `1er mars 2025`, `15 أيار/مايو 2012` …"""
    if base(language) == "ar":
        return in_digits(f"{day.day} {month_name(day.month, 'ar', style)} {day.year}", "ar", style)
    return _housed(format_date(day, "long", locale_of(language)), day, language)


def with_weekday(day: date, language: str, style: DateStyle = PLAIN) -> str:
    """Return the long date after (Chinese, Japanese: before) the day of the week."""
    if base(language) == "ar":
        weekday = format_date(day, "EEEE", locale_of("ar"))
        return f"{weekday}، {long_date(day, language, style)}"
    pattern = _WITH_WEEKDAY.get(base(language), "full")
    return _housed(format_date(day, pattern, locale_of(language)), day, language)


def day_and_month(day: date, language: str, style: DateStyle = PLAIN) -> str:
    """Return `5 September`, without the year."""
    if base(language) == "ar":
        return in_digits(f"{day.day} {month_name(day.month, 'ar', style)}", "ar", style)
    locale = locale_of(language)
    skeleton = "MMMMd" if "MMMMd" in locale.datetime_skeletons else "MMMd"
    return _housed(format_skeleton(skeleton, day, locale=locale), day, language)


def month_name(month: int, language: str, style: DateStyle = PLAIN) -> str:
    """Return the name a month (from 1) has inside a date: the genitive in Russian."""
    if base(language) != "ar":
        return _month(month, locale_of(language))
    series = _ARABIC_SERIES[style.arabic_months]
    return "/".join(_month(month, Locale.parse(country)) for country in series)


def american_date(day: date) -> str:
    """Return `September 5, 2012`, as English-language wires write it."""
    return f"{_month(day.month, locale_of('en'))} {day.day}, {day.year}"


def reuters_day(day: date) -> str:
    """Return `Sept 5`: months as in the Reuters handbook, without full stops."""
    return f"{_REUTERS_MONTHS[day.month - 1]} {day.day}"


def in_digits(text: str, language: str, style: DateStyle) -> str:
    """Return `text` with the digits the house chose for Arabic; other languages keep theirs."""
    if base(language) == "ar" and style.digits is Digits.ARABIC:
        return text.translate(_ARABIC_DIGITS)
    return text


@lru_cache(maxsize=64)
def locale_of(language: str) -> Locale:
    """Return CLDR's locale for a release language: the tag's, its language's, or English."""
    house = _HOUSE_LOCALES.get(base(language))
    for tag in (house, language.replace("-", "_"), base(language), _FALLBACK):
        try:
            if tag:
                return Locale.parse(tag)
        except (UnknownLocaleError, ValueError):
            continue
    raise AssertionError(f"{_FALLBACK} is a locale")


def _month(month: int, locale: Locale) -> str:
    return str(locale.months["format"]["wide"][month])


def _housed(text: str, day: date, language: str) -> str:
    text = text.translate(_SPACES)
    if base(language) != "fr" or day.day != 1:
        return text
    return _ONE.sub("1er", text, count=1)
