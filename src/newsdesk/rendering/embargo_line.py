"""What a copy says of itself above its headline: embargo, hold, draft, withdrawn.

The English embargo line is canonical. The other languages are wordings that no native editor has
checked yet: they stand in two tables, `_WORDINGS` and `_EMBARGOES`, to be changed there and nowhere
else. A language that is not in them is worded in English.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import cast

from babel.dates import format_date

from newsdesk.domain.embargo import Embargo
from newsdesk.domain.fold import fold
from newsdesk.domain.language import base
from newsdesk.rendering.dates import (
    PLAIN,
    DateStyle,
    in_digits,
    locale_of,
    long_date,
    with_weekday,
)
from newsdesk.rendering.one_line import one_line

_MINUS = "\N{MINUS SIGN}"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Wording:
    """The fixed lines of one language."""

    immediate: str
    hold: str
    draft: str
    withdrawn: str


_WORDINGS = {
    "en": _Wording(
        immediate="FOR IMMEDIATE RELEASE",
        hold="HOLD FOR RELEASE – NOT FOR PUBLICATION",
        draft="DRAFT – NOT FOR PUBLICATION",
        withdrawn="WITHDRAWN",
    ),
    "fr": _Wording(
        immediate="POUR DIFFUSION IMMÉDIATE",
        hold="À NE PAS DIFFUSER – EN ATTENTE DE PUBLICATION",
        draft="PROJET – NE PAS DIFFUSER",
        withdrawn="RETIRÉ",
    ),
    "es": _Wording(
        immediate="PARA PUBLICACIÓN INMEDIATA",
        hold="RETENIDO – NO PUBLICAR",
        draft="BORRADOR – NO PUBLICAR",
        withdrawn="RETIRADO",
    ),
    "ar": _Wording(
        immediate="للنشر الفوري",
        hold="معلّق – ليس للنشر",
        draft="مسودة – ليست للنشر",
        withdrawn="مسحوب",
    ),
    "ru": _Wording(
        immediate="ДЛЯ НЕМЕДЛЕННОЙ ПУБЛИКАЦИИ",
        hold="ЗАДЕРЖАНО – НЕ ДЛЯ ПУБЛИКАЦИИ",
        draft="ЧЕРНОВИК – НЕ ДЛЯ ПУБЛИКАЦИИ",
        withdrawn="ОТОЗВАНО",
    ),
    "zh": _Wording(
        immediate="即时发布",
        hold="暂缓发布，不得刊发",
        draft="草稿，不得刊发",
        withdrawn="已撤回",
    ),
    "de": _Wording(
        immediate="ZUR SOFORTIGEN VERÖFFENTLICHUNG",
        hold="ZURÜCKGESTELLT – NICHT ZUR VERÖFFENTLICHUNG",
        draft="ENTWURF – NICHT ZUR VERÖFFENTLICHUNG",
        withdrawn="ZURÜCKGEZOGEN",
    ),
}

# Cities as a Russian adjective in the dative: "по берлинскому времени". Others: "время: Катманду".
_RUSSIAN_TIME = {
    "Берлин": "берлинскому",
    "Брюссель": "брюссельскому",
    "Вена": "венскому",
    "Женева": "женевскому",
    "Каир": "каирскому",
    "Киев": "киевскому",
    "Лондон": "лондонскому",
    "Мадрид": "мадридскому",
    "Минск": "минскому",
    "Москва": "московскому",
    "Нью-Йорк": "нью-йоркскому",
    "Париж": "парижскому",
    "Рим": "римскому",
    "Стамбул": "стамбульскому",
    "Токио": "токийскому",
    "Цюрих": "цюрихскому",
}


def embargo_line(
    embargo: Embargo, language: str, style: DateStyle = PLAIN, *, city: str | None = None
) -> str:
    """Return until when, on whose clock and what that is elsewhere.

    Args:
        city: what `language` calls the embargo's city, where the caller knows it. Otherwise CLDR's
            name of the zone's city, if that is the city meant, or the label as it was entered.
    """
    named = one_line(city or "") or _city(embargo, language)
    write = _EMBARGOES.get(base(language), _english)
    return in_digits(write(embargo.local_until, named, style), language, style)


def release_line(language: str) -> str:
    """Return `FOR IMMEDIATE RELEASE`."""
    return _wording(language).immediate


def hold_line(language: str) -> str:
    """Return `HOLD FOR RELEASE – NOT FOR PUBLICATION`."""
    return _wording(language).hold


def draft_line(language: str) -> str:
    """Return the banner of what is not published yet; it begins with the word for a draft."""
    return _wording(language).draft


def withdrawn_line(language: str) -> str:
    """Return the banner of what was killed or recalled."""
    return _wording(language).withdrawn


def _wording(language: str) -> _Wording:
    return _WORDINGS.get(base(language)) or _WORDINGS["en"]


def _city(embargo: Embargo, language: str) -> str:
    english = embargo.tz.rpartition("/")[2].replace("_", " ")
    label = one_line(embargo.city_label) or english
    if base(language) not in _EMBARGOES or fold(label) != fold(english):
        return label
    zones = cast(Mapping[str, Mapping[str, str]], locale_of(language).time_zones)
    return zones.get(embargo.tz, {}).get("city", label)


def _offset(until: datetime) -> str:
    """Return `UTC+1`, `UTC−5`, `UTC+5:45`; to the minute."""
    offset = until.utcoffset() or timedelta()
    sign = _MINUS if offset < timedelta() else "+"
    hours, minutes = divmod(abs(offset) // timedelta(minutes=1), 60)
    return f"UTC{sign}{hours}:{minutes:02}" if minutes else f"UTC{sign}{hours}"


def _english(until: datetime, city: str, _style: DateStyle) -> str:
    gmt = until.astimezone(UTC)
    gmt_day = "" if gmt.date() == until.date() else f" {_english_day(gmt, 'd MMMM')}"
    return (
        f"EMBARGOED UNTIL {until:%H:%M} {city} time ({_offset(until)})"
        f" / {gmt:%H:%M} GMT{gmt_day}, {_english_day(until, 'EEEE d MMMM y')}"
    )


def _english_day(day: datetime, pattern: str) -> str:
    return format_date(day, pattern, locale_of("en"))


def _french(until: datetime, city: str, style: DateStyle) -> str:
    day = with_weekday(until.date(), "fr", style)
    return (
        f"SOUS EMBARGO JUSQU'AU {day}, {until.hour} h {until:%M}"
        f" (heure {_french_of(city)}, {_offset(until)})"
    )


def _french_of(city: str) -> str:
    """Return `de Berlin`, `d'Oslo`, `du Caire`, `de La Haye`."""
    if city.startswith("Le "):
        return f"du {city[3:]}"
    return f"d'{city}" if fold(city)[:1] in tuple("aeiou") else f"de {city}"


def _spanish(until: datetime, city: str, style: DateStyle) -> str:
    day = with_weekday(until.date(), "es", style)
    return f"EMBARGADO HASTA EL {day}, {until:%H.%M} (hora de {city}, {_offset(until)})"


def _russian(until: datetime, city: str, style: DateStyle) -> str:
    adjective = _RUSSIAN_TIME.get(city)
    whose = f"по {adjective} времени" if adjective else f"время: {city}"
    day = long_date(until.date(), "ru", style)
    return f"ЭМБАРГО ДО {until:%H:%M} ({whose}, {_offset(until)}) {day}"


def _arabic(until: datetime, city: str, style: DateStyle) -> str:
    day = long_date(until.date(), "ar", style)
    return f"محظور النشر حتى الساعة {until:%H:%M} بتوقيت {city}، {day}"


def _chinese(until: datetime, city: str, style: DateStyle) -> str:
    day = long_date(until.date(), "zh", style)
    return f"{day}{until:%H:%M}（{city}时间，{_offset(until)}）前不得发布"


def _german(until: datetime, city: str, style: DateStyle) -> str:
    day = with_weekday(until.date(), "de", style)
    return f"SPERRFRIST: {day}, {until:%H:%M} Uhr (Ortszeit {city}, {_offset(until)})"


_EMBARGOES: dict[str, Callable[[datetime, str, DateStyle], str]] = {
    "en": _english,
    "fr": _french,
    "es": _spanish,
    "ar": _arabic,
    "ru": _russian,
    "zh": _chinese,
    "de": _german,
}
