from datetime import date

import pytest

from newsdesk.domain.newsroom import Digits
from newsdesk.rendering.dates import DateStyle
from newsdesk.rendering.today import today_words

DAY = date(2012, 5, 5)


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "today (05/05)"),
        ("en-US", "today (05/05)"),
        ("fr", "aujourd’hui (05/05)"),
        ("es", "hoy (05/05)"),
        ("pt-BR", "hoje (05/05)"),
        ("it", "oggi (05/05)"),
        ("de", "heute (05.05.)"),
        ("ru", "сегодня (05.05)"),
        ("ar", "اليوم (05/05)"),
        ("zh-Hans", "今天（5月5日）"),
        ("ja", "本日（5月5日）"),
        ("sv", "today (05/05)"),
    ],
)
def test_today_is_dated_as_each_language_has_it(language: str, words: str) -> None:
    assert today_words(DAY, language) == words


def test_arabic_takes_the_digits_of_the_house() -> None:
    assert today_words(DAY, "ar", DateStyle(digits=Digits.ARABIC)) == "اليوم (٠٥/٠٥)"
