"""Today as a release says it: `today (15/05)`, so that it still means something next week.

The words stand in one table, to be checked by native editors; a language that is not in it says it
in English.
"""

from datetime import date

from newsdesk.domain.language import base
from newsdesk.rendering.dates import PLAIN, DateStyle, in_digits

_WORDINGS = {  # with the places {day} and {month}, of two digits, and {d} and {m}, as they count
    "en": "today ({day}/{month})",
    "fr": "aujourd’hui ({day}/{month})",
    "es": "hoy ({day}/{month})",
    "pt": "hoje ({day}/{month})",
    "it": "oggi ({day}/{month})",
    "de": "heute ({day}.{month}.)",
    "ru": "сегодня ({day}.{month})",
    "ar": "اليوم ({day}/{month})",
    "zh": "今天（{m}月{d}日）",
    "ja": "本日（{m}月{d}日）",
}


def today_words(day: date, language: str, style: DateStyle = PLAIN) -> str:
    """Return "today" with the day it was written on, as IOM dates it: day before month."""
    wording = _WORDINGS.get(base(language), _WORDINGS["en"])
    text = wording.format(day=f"{day:%d}", month=f"{day:%m}", d=day.day, m=day.month)
    return in_digits(text, language, style)
