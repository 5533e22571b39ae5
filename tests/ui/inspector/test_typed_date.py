"""Days as people type them."""

from datetime import date

import pytest
from PySide6.QtCore import QLocale

from newsdesk.ui.inspector.typed_date import read_date, shown_date

TODAY = date(2026, 11, 25)
BRITISH = QLocale("en-GB")


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("3 May 2026", date(2026, 5, 3)),
        ("3 may", date(2026, 5, 3)),
        ("May 3, 2026", date(2026, 5, 3)),
        ("3rd May 2027", date(2027, 5, 3)),
        ("5 sept 2026", date(2026, 9, 5)),
        ("5. September 2026", date(2026, 9, 5)),
        ("3.5.2026", date(2026, 5, 3)),
        ("3/5/26", date(2026, 5, 3)),
        ("3.5.", date(2026, 5, 3)),
        ("03 05 2026", date(2026, 5, 3)),
        ("2026-05-03", date(2026, 5, 3)),
        ("2026年5月3日", date(2026, 5, 3)),
        ("٣ May ٢٠٢٦", date(2026, 5, 3)),
        ("29 feb 2028", date(2028, 2, 29)),
        ("today", TODAY),
        ("Tomorrow", date(2026, 11, 26)),
    ],
)
def test_a_day_is_read_in_the_usual_ways(text: str, day: date) -> None:
    assert read_date(text, BRITISH, TODAY) == day


@pytest.mark.parametrize(
    ("text", "locale", "day"),
    [
        ("1er mars 2027", "fr-FR", date(2027, 3, 1)),
        ("5 févr. 2027", "fr-FR", date(2027, 2, 5)),
        ("3 de mayo de 2026", "es-ES", date(2026, 5, 3)),
        ("3 مايو 2026", "ar-EG", date(2026, 5, 3)),
        ("5 мая 2026", "ru-RU", date(2026, 5, 5)),
        ("5/3/2026", "en-US", date(2026, 5, 3)),
    ],
)
def test_months_and_orders_are_those_of_the_window(text: str, locale: str, day: date) -> None:
    assert read_date(text, QLocale(locale), TODAY) == day


@pytest.mark.parametrize(
    "text", ["", "31 Feb 2026", "29 feb 2026", "ma 3", "soon", "3", "May", "3 May 4", "13/13/2026"]
)
def test_what_means_no_day_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"no day|no month|day is out of range|month must be"):
        read_date(text, BRITISH, TODAY)


@pytest.mark.parametrize(
    "locale", ["en-GB", "fr-FR", "es-ES", "ru-RU", "de-DE", "ar-EG", "zh-CN", "hu-HU"]
)
def test_what_is_shown_can_be_read_again(locale: str) -> None:
    known = QLocale(locale)
    for month in range(1, 13):
        day = date(2026, month, 5)
        assert read_date(shown_date(day, known), known, TODAY) == day
