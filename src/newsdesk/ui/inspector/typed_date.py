"""Days as people type them."""

import re
from collections.abc import Callable
from datetime import date, timedelta

from PySide6.QtCore import QDate, QLocale

from newsdesk.domain.fold import fold

_FORMAT = "d MMM yyyy"
_FORMAT_YEAR_FIRST = "yyyy-MM-dd"
_YEAR_FIRST = re.compile(r"(\d{4})[-./年](\d{1,2})[-./月](\d{1,2})日?")
_NUMBERS = re.compile(r"(\d{1,2})[./\- ](\d{1,2})(?:[./\- ](\d{4}|\d{2}))?\.?")
_ORDINAL = r"(?:er|st|nd|rd|th|[.ºª])?"
_NAMED = re.compile(
    rf"(?:(\d{{1,2}}){_ORDINAL} +)?([^\W\d]+)\.?"
    rf"(?: +(\d{{1,2}})(?!\d){_ORDINAL})?,?(?: +(\d{{4}}))?"
)
_LINKING = re.compile(r" +d[eo] +| +del +")  # Spanish, Portuguese: "3 de mayo de 2026"
_SHORTEST = 3  # letters of a month's name
_NEXT_DAYS: dict[str, Callable[[date], date]] = {
    "today": lambda today: today,
    "tomorrow": lambda today: today + timedelta(days=1),
}


def shown_date(day: date, locale: QLocale) -> str:
    """Return `3 May 2026`, the month as `locale` calls it; `2026-05-03` where years come first."""
    is_year_first = locale.dateFormat(QLocale.FormatType.ShortFormat).startswith("y")
    pattern = _FORMAT_YEAR_FIRST if is_year_first else _FORMAT
    return locale.toString(QDate(day.year, day.month, day.day), pattern)


def read_date(text: str, locale: QLocale, today: date) -> date:
    """Return the day that `text` means.

    `3 May 2026`, `May 3, 2026`, `3.5.2026`, `2026-05-03`, `3 May`, `today`, `tomorrow`; months in
    the words of `locale` or in English, with three letters or more. Without a year it is the one of
    `today`. Numbers stand in the order of `locale`.

    Raises:
        ValueError: it means none.
    """
    words = _LINKING.sub(" ", fold(text))
    if words in _NEXT_DAYS:
        return _NEXT_DAYS[words](today)
    if found := _YEAR_FIRST.fullmatch(words):
        return date(*map(int, found.groups()))
    if found := _NUMBERS.fullmatch(words):
        first, second, year = found.groups()
        day, month = (second, first) if _has_month_first(locale) else (first, second)
        return date(_year(year, today), int(month), int(day))
    found = _NAMED.fullmatch(words)
    if found is None or bool(found[1]) == bool(found[3]):
        raise ValueError(f"no day: {text}")
    return date(_year(found[4], today), _month(found[2], locale), int(found[1] or found[3]))


def _year(digits: str | None, today: date) -> int:
    if digits is None:
        return today.year
    return int(digits) if len(digits) == 4 else today.year // 100 * 100 + int(digits)


def _has_month_first(locale: QLocale) -> bool:
    pattern = locale.dateFormat(QLocale.FormatType.ShortFormat)
    return 0 <= pattern.find("M") < pattern.find("d") and not pattern.startswith("y")


def _month(word: str, locale: QLocale) -> int:
    """Return the number of the one month that begins like `word`; raise `ValueError`."""
    forms = (QLocale.FormatType.LongFormat, QLocale.FormatType.ShortFormat)
    found = {
        month
        for known in (locale, QLocale(QLocale.Language.English))
        for month in range(1, 13)
        for form in forms
        for name in (known.monthName(month, form), known.standaloneMonthName(month, form))
        if _begins(fold(name).rstrip("."), word)
    }
    if len(found) != 1:
        raise ValueError(f"no month: {word}")
    return found.pop()


def _begins(name: str, word: str) -> bool:
    return name == word or (len(word) >= _SHORTEST and name.startswith(word))
