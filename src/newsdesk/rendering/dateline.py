"""The opening words of a release in the nine styles.

Wires (AP, Reuters, APO) write English dates only where the release is English; the places are named
in the language of the release everywhere.
"""

import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from itertools import pairwise

from babel.lists import format_list

from newsdesk.domain.dateline import CountryInDateline, Dateline, DatelineStyle
from newsdesk.domain.embargo import zone
from newsdesk.domain.fold import fold
from newsdesk.domain.language import base
from newsdesk.domain.newsroom import Newsroom
from newsdesk.domain.place import Place
from newsdesk.domain.us_states import ap_state
from newsdesk.rendering.country_mention import mentions_country
from newsdesk.rendering.dates import (
    DateStyle,
    american_date,
    day_and_month,
    locale_of,
    long_date,
    reuters_day,
)
from newsdesk.rendering.one_line import one_line

_CLOSINGS = {DatelineStyle.AP: " — ", DatelineStyle.REUTERS: " - "}
_CLOSING = " – "
_APO = "African Press Organization (APO)"
_COMMAS = {"ar": "، ", "fa": "، ", "ur": "، ", "zh": "，", "ja": "、"}
_UPPER_CASED = ("LATIN ", "GREEK ", "CYRILLIC ")  # other scripts have no capitals, or other uses
_DOTTED_I = frozenset({"tr", "az"})
_DASHES = "-\u2010\u2011\u2012\u2013\u2014\u2015"


def dateline_text(dateline: Dateline, *, headline: str, language: str, newsroom: Newsroom) -> str:
    """Return the dateline with its dash and one space, ready for the lead to follow; "" for none.

    Args:
        headline: a country it names is not repeated, in the style `iom`.
        language: that of the release.
        newsroom: gives the source and the seats that stand without a country. If it names no
            seats, those of the gazetteer count.
    """
    words = dateline_words(dateline, headline=headline, language=language, newsroom=newsroom)
    return words + _CLOSINGS.get(dateline.style, _CLOSING) if words else ""


def dateline_words(dateline: Dateline, *, headline: str, language: str, newsroom: Newsroom) -> str:
    """Return the dateline without its closing dash, as lists and data formats want it."""
    if dateline.style is DatelineStyle.CUSTOM:
        return one_line(dateline.custom_text or "").rstrip(_DASHES + " ")
    write = _STYLES.get(dateline.style)
    opening = _Opening(
        dateline=dateline,
        places=tuple(place for place in dateline.places if one_line(place.name(language))),
        headline=headline,
        language=language,
        newsroom=newsroom,
    )
    return write(opening) if write and opening.places else ""


def local_date(instant: datetime, tz: str) -> date:
    """Return the day of an aware instant at a place; raise `EmbargoError` for an unknown zone."""
    return instant.astimezone(zone(tz)).date()


def upper_cased(text: str, language: str) -> str:
    """Return `text` in capitals where its script has them: Latin, Greek, Cyrillic.

    Diacritics stay; i becomes İ in Turkish and Azerbaijani only.
    """
    if base(language) in _DOTTED_I:
        text = text.replace("i", "İ")
    return "".join(
        c.upper() if unicodedata.name(c, "").startswith(_UPPER_CASED) else c for c in text
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Opening:
    """A dateline with at least one place, and what its wording depends on."""

    dateline: Dateline
    places: tuple[Place, ...]
    headline: str
    language: str
    newsroom: Newsroom

    @property
    def style(self) -> DatelineStyle:
        return self.dateline.style

    @property
    def comma(self) -> str:
        return _COMMAS.get(base(self.language), ", ")

    @property
    def is_english(self) -> bool:
        return base(self.language) == "en"

    @property
    def dates(self) -> DateStyle:
        return DateStyle.of(self.newsroom)

    def in_brackets(self, before: str) -> str:
        """Return ` (SOURCE)` after `before`; nothing where nobody knows a source."""
        source = one_line(self.dateline.source or self.newsroom.source)
        return f"{before} ({source})" if source else before

    def names(self, *, upper: bool) -> list[str]:
        """Return each place, with its country or state where the style wants one.

        Neighbours in one country share it: "KABUL", "NILI, Afghanistan".
        """
        wholes = [self._whole(place) if self._needs_whole(place) else "" for place in self.places]
        shared = [this == following for this, following in pairwise([*wholes, ""])]
        return [
            self._with_whole(place, "" if is_shared else whole, upper=upper)
            for place, whole, is_shared in zip(self.places, wholes, shared, strict=True)
        ]

    def _with_whole(self, place: Place, whole: str, *, upper: bool) -> str:
        name = one_line(place.name(self.language))
        name = upper_cased(name, self.language) if upper else name
        return f"{name}{self.comma}{whole}" if whole else name

    def _whole(self, place: Place) -> str:
        """Return the country a city lies in; AP names the state of an American one."""
        if self.style is DatelineStyle.AP and place.country_code == "US" and place.admin1:
            return one_line(ap_state(place.admin1) or place.admin1)
        return one_line(place.country(self.language))

    def _needs_whole(self, place: Place) -> bool:
        if place.city is None:
            return False
        if self.dateline.country is not CountryInDateline.AUTO:
            return self.dateline.country is CountryInDateline.SHOWN
        is_same = fold(place.name(self.language)) == fold(place.country(self.language))
        if is_same or self.style is DatelineStyle.REUTERS:
            return False
        if self.style is DatelineStyle.APO:
            return True
        return len(self.places) == 1 and not self._stands_alone(place)

    def _stands_alone(self, place: Place) -> bool:
        if self.style is DatelineStyle.AP:
            return place.ap_standalone
        seats = self.newsroom.seats
        if place.is_capital or (place.id in seats if seats else place.stands_alone):
            return True
        return self.style is DatelineStyle.IOM and mentions_country(self.headline, place)


def _listed(names: list[str], language: str) -> str:
    """Return `A`, `A/B` or `A, B and C`."""
    if len(names) < 3:
        return "/".join(names)
    line = format_list(names, locale=locale_of(language))
    # Spanish has "e" for "y" before the sound of i
    if base(language) == "es" and fold(names[-1]).startswith(("i", "hi")):
        line = " e ".join(line.rsplit(" y ", 1))
    return line


def _iom(opening: _Opening) -> str:
    return _listed(opening.names(upper=False), opening.language)


def _iom_country(opening: _Opening) -> str:
    countries = (one_line(place.country(opening.language)) for place in opening.places)
    return _listed(list(dict.fromkeys(countries)), opening.language)


def _un(opening: _Opening) -> str:
    places = "/".join(opening.names(upper=True))
    if opening.dateline.date is None:
        return places
    return opening.comma.join(
        (places, long_date(opening.dateline.date, opening.language, opening.dates))
    )


def _unis(opening: _Opening) -> str:
    places = "/".join(opening.names(upper=True))
    if opening.dateline.date is None:
        return opening.in_brackets(places)
    day = day_and_month(opening.dateline.date, opening.language, opening.dates)
    return opening.in_brackets(opening.comma.join((places, day)))


def _ap(opening: _Opening) -> str:
    return opening.in_brackets("/".join(opening.names(upper=True)))


def _reuters(opening: _Opening) -> str:
    places = "/".join(opening.names(upper=True))
    day = opening.dateline.date
    if day is None:
        return opening.in_brackets(places)
    words = (
        reuters_day(day)
        if opening.is_english
        else day_and_month(day, opening.language, opening.dates)
    )
    return opening.in_brackets(opening.comma.join((places, words)))


def _apo(opening: _Opening) -> str:
    words = ["/".join(opening.names(upper=True))]
    day = opening.dateline.date
    if day is not None and opening.is_english:
        words.append(american_date(day))
    elif day is not None:
        words.append(long_date(day, opening.language, opening.dates))
    source = one_line(opening.dateline.source or _APO)
    return f"{opening.comma.join(words)}/{source}/"


_STYLES: dict[DatelineStyle, Callable[[_Opening], str]] = {
    DatelineStyle.IOM: _iom,
    DatelineStyle.IOM_COUNTRY: _iom_country,
    DatelineStyle.UN: _un,
    DatelineStyle.UNIS: _unis,
    DatelineStyle.AP: _ap,
    DatelineStyle.REUTERS: _reuters,
    DatelineStyle.APO: _apo,
}
