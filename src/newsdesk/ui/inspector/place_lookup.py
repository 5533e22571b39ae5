"""Finding places, countries and time zones by what a person types. Runs in the store's threads."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING
from zoneinfo import available_timezones

from newsdesk.domain.fold import fold
from newsdesk.domain.place import Place
from newsdesk.ui.i18n import translate
from newsdesk.ui.widgets.completing_field import Choice

if TYPE_CHECKING:
    from newsdesk.services.desk import Desk

_PLACES = 12
_ZONES = 8


@dataclass(frozen=True, slots=True)
class CityTime:
    """A time zone, by the city that it was found by."""

    tz: str  # IANA name
    city: str = ""  # empty: that of the zone's name


def place_label(place: Place, language: str) -> str:
    """Return `Misrata, Libya`, `Ann Arbor, Mich., United States`, `Libya`."""
    name, country = place.name(language), place.country(language)
    if place.city is None or fold(name) == fold(country):
        return name
    return ", ".join(filter(None, (name, place.admin1, country)))


def city_of(tz: str) -> str:
    """Return the city in the name of a zone."""
    return tz.rpartition("/")[2].replace("_", " ")


def find_places(desk: "Desk", text: str, language: str) -> list[Place]:
    """Return what `text` is the beginning of: a place, or "place, country"."""
    name, _, rest = text.partition(",")
    found = desk.places.search(text, limit=_PLACES)
    if found or not rest.strip():
        return found
    wanted = fold(rest)
    return [
        place
        for place in desk.places.search(name.strip(), limit=_PLACES)
        if any(fold(word).startswith(wanted) for word in _wholes(place, language))
    ]


def place_choices(places: Sequence[Place], language: str) -> list[Choice]:
    whole = translate("Places", "The country as a whole")
    return [
        Choice(place_label(place, language), place, whole if place.city is None else "")
        for place in places
    ]


def country_choices(desk: "Desk", text: str, language: str) -> list[Choice]:
    countries = (place for place in desk.places.search(text, limit=50) if place.city is None)
    return [Choice(place.country(language), place, place.country_code) for place in countries]


def zone_choices(desk: "Desk", text: str, language: str) -> list[Choice]:
    """Return cities of the gazetteer, then zones by name, each zone's name below."""
    cities = [
        Choice(place_label(place, language), CityTime(place.tz, _city(place, language)), place.tz)
        for place in find_places(desk, text, language)
    ]
    known = {place.text.partition(",")[0] for place in cities}
    wanted = fold(text).replace(" ", "_")
    zones = [
        Choice(name, CityTime(name))
        for name in _zones()
        if wanted in name.lower() and city_of(name) not in known
    ]
    exact = [zone for zone in zones if zone.text.lower() == wanted]
    return [*exact, *cities, *[zone for zone in zones if zone not in exact][:_ZONES]]


def _wholes(place: Place, language: str) -> tuple[str, ...]:
    return place.country(language), place.country("en"), place.country_code, place.admin1 or ""


def _city(place: Place, language: str) -> str:
    return place.name(language) if place.city else ""


@cache
def _zones() -> tuple[str, ...]:
    """Return the zones that are called after a place, and UTC."""
    named = (name for name in available_timezones() if "/" in name and not _is_technical(name))
    return ("UTC", *sorted(named))


def _is_technical(name: str) -> bool:
    return name.startswith(("Etc/", "SystemV/", "posix/", "right/"))
