"""Figures as an annual report says them: a sentence each."""

from collections.abc import Mapping
from datetime import date
from typing import cast

from babel import Locale
from babel.dates import format_date
from babel.numbers import format_decimal, format_percent

from newsdesk.domain.language import base
from newsdesk.domain.statistics import By, Figure, Period, ReleaseStatistics
from newsdesk.rendering.dates import locale_of, long_date

_LANGUAGE = "en"  # of the sentences
_TYPES = {
    "press_release": "press release",
    "statement": "statement",
    "media_advisory": "media advisory",
    "briefing_note": "briefing note",
    "op_ed": "op-ed",
}
HEADINGS = {
    By.MONTH: "Month by month",
    By.COUNTRY: "By country",
    By.THEME: "By theme",
    By.LANGUAGE: "By language",
    By.TYPE: "By type",
}
COLUMNS = {
    By.MONTH: "Month",
    By.COUNTRY: "Country",
    By.THEME: "Theme",
    By.LANGUAGE: "Language",
    By.TYPE: "Type",
}


def number(value: float) -> str:
    """Return a number as English groups it, with one decimal where it has any."""
    return format_decimal(round(value, 1), format="#,##0.#", locale="en_GB")


def name_of(by: By, key: str) -> str:
    """Return what a row of a table is called."""
    locale = Locale.parse("en_GB")
    match by:
        case By.MONTH:
            return format_date(date.fromisoformat(f"{key}-01"), "LLLL y", locale_of(_LANGUAGE))
        case By.COUNTRY:
            return cast(Mapping[str, str], locale.territories).get(key, key)
        case By.LANGUAGE:
            languages = cast(Mapping[str, str], locale.languages)
            return languages.get(key) or languages.get(base(key), key)
        case By.TYPE:
            return _TYPES.get(key, key).capitalize()
        case By.THEME:
            return key


def period_words(statistics: ReleaseStatistics) -> str:
    """Return which days the figures are of."""
    first, last = statistics.period.first, statistics.period.last
    if first is None and last is None:
        return "All releases"
    if first is None and last is not None:
        return f"Until {long_date(last, _LANGUAGE)}"
    if last is None and first is not None:
        return f"Since {long_date(first, _LANGUAGE)}"
    assert first is not None
    assert last is not None
    return f"{long_date(first, _LANGUAGE)} – {long_date(last, _LANGUAGE)}"


def opening_sentence(statistics: ReleaseStatistics) -> str:
    """Return how much there is in all."""
    total, published = statistics.total, statistics.published
    if not total:
        return "There is no release yet." if _is_ever(statistics) else "There is no release then."
    said = f"The library holds {_releases(total)}{_of_then(statistics)}"
    if published == total:
        return f"{said}, every one of them published." if total > 1 else f"{said}; it is published."
    if not published:
        return f"{said}, {'none of them' if total > 1 else 'not'} published yet."
    return f"{said}, of which {number(published)} {_were(published)} published."


def duration_sentence(statistics: ReleaseStatistics) -> str:
    """Return how long a draft took to be published."""
    found = statistics.durations
    if found is None:
        return f"No release{_of_then(statistics)} was both drafted and published here."
    if found.number == 1:
        return f"The one release that was written here took {_days(found.median)} to be published."
    return (
        f"Of {_releases(found.number)} that were written here, half were published within "
        f"{_days(max(found.median, 1))} of the first draft; a quarter took "
        f"{_days_or_less(found.lower)}, a quarter {_days(found.upper)} or more."
    )


def sentence(statistics: ReleaseStatistics, by: By) -> str:
    """Return what a chart shows first of all."""
    rows, top = statistics.tables[by], statistics.greatest(by)
    if top is None or not top.number:
        return {
            By.COUNTRY: f"No dateline{_of_then(statistics)} names a country.",
            By.THEME: f"No release{_of_then(statistics)} is filed under a theme.",
        }.get(by, "There is nothing to count.")
    name = name_of(by, top.key)
    if by is By.MONTH:
        return _month_sentence(statistics, top, name)
    share = format_percent(top.number / statistics.total, locale="en_GB")
    kinds = {
        By.COUNTRY: "countries",
        By.THEME: "themes",
        By.LANGUAGE: "languages",
        By.TYPE: "types",
    }
    if len(rows) == 1:
        all_of_them = f"All {_releases(top.number)} are" if top.number > 1 else "The one release is"
        return f"{all_of_them} {_in(by)} {name}."
    second = rows[1]
    if second.number == top.number:
        return (
            f"{name} and {name_of(by, second.key)} have the most among {number(len(rows))} "
            f"{kinds[by]}, {_releases(top.number)} each."
        )
    return (
        f"{name} leads {number(len(rows))} {kinds[by]} with {_releases(top.number)}, {share} of "
        f"all; {name_of(by, second.key)} follows with {number(second.number)}."
    )


def _month_sentence(statistics: ReleaseStatistics, top: Figure, name: str) -> str:
    months = statistics.months
    if len(months) == 1:
        return f"All {number(top.number)} are of {name}." if top.number > 1 else f"It is of {name}."
    average = statistics.total / len(months)
    empty = sum(not one.number for one in months)
    said = (
        f"{name} was the fullest month with {_releases(top.number)}; on average there were "
        f"{number(average)} a month."
    )
    return f"{said} In {_months(empty)} there was none." if empty else said


def _is_ever(statistics: ReleaseStatistics) -> bool:
    return statistics.period == Period()


def _of_then(statistics: ReleaseStatistics) -> str:
    return "" if _is_ever(statistics) else " from these days"


def _in(by: By) -> str:
    return {By.COUNTRY: "from", By.THEME: "about", By.LANGUAGE: "in", By.TYPE: "of the type"}[by]


def _releases(count: int) -> str:
    return f"{number(count)} release{'' if count == 1 else 's'}"


def _months(count: int) -> str:
    return f"{number(count)} month{'' if count == 1 else 's'}"


def _days(count: float) -> str:
    return f"{number(count)} day{'' if count == 1 else 's'}"


def _days_or_less(count: float) -> str:
    return f"{_days(count)} or less" if count >= 1 else "less than a day"


def _were(count: int) -> str:
    return "was" if count == 1 else "were"
