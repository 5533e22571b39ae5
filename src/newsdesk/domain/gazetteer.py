"""The cities and countries newsdesk knows by name, and those the user added."""

import json
import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cached_property, partial
from typing import Any, NamedTuple, cast
from uuid import UUID, uuid5

from newsdesk.domain.errors import NotFoundError
from newsdesk.domain.fold import fold
from newsdesk.domain.ids import PlaceId
from newsdesk.domain.place import Place
from newsdesk.domain.us_states import ap_state

_PLACES = UUID("6f1d7a52-3c0e-5b8e-9a64-0d2f7f3c1b90")  # never changes: releases hold the ids
_LEFT_OUT = re.compile(r"['.,]")
_BETWEEN = re.compile(r"[\s/_\-\u2010-\u2015]+")
_CAPITALS = re.compile(r"[A-Z.]{2,6}")


def place_id(key: str) -> PlaceId:
    """Return the id of the gazetteer's place of this key: `ch/geneva`, or `ch` for a country."""
    return PlaceId(uuid5(_PLACES, key))


class Gazetteer:
    """Places, looked up by name in any language. It never changes; `with_own` makes another.

    Making one costs little: a file's places are made, and the index of names built, when first
    asked for. What `with_own` makes shares both.
    """

    def __init__(
        self, places: Iterable[Place], other_names: Mapping[PlaceId, Sequence[str]] | None = None
    ) -> None:
        """Take `places` in order of preference, and further spellings of some of them.

        A spelling in capitals ("US", "UAE") is only known in capitals.
        """
        self._read: Callable[[], _Contents] = partial(
            _Contents, {place.id: place for place in places}, other_names or {}
        )
        self._behind: Gazetteer | None = None  # asked for what is not here

    @classmethod
    def from_json(cls, text: str) -> "Gazetteer":
        """Take what `packaging/make_gazetteer.py` wrote; raise `ValueError` if it is not that."""
        file: Any = json.loads(text)
        if not isinstance(file, dict) or not {"countries", "cities"} <= file.keys():
            raise ValueError("no gazetteer")
        gazetteer = cls(())
        gazetteer._read = partial(_read, cast(Mapping[str, Any], file))
        return gazetteer

    def __getstate__(self) -> dict[str, object]:
        """Pickle what it is made from; what was built of that is built again."""
        return {"_read": self._read, "_behind": self._behind}

    def __iter__(self) -> Iterator[Place]:
        yield from self._places.values()
        if self._behind is not None:
            yield from self._not_here(self._behind)

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def get(self, id_: PlaceId) -> Place:
        """Return a place; raise `NotFoundError` if there is none of this id."""
        if id_ in self._places:
            return self._places[id_]
        if self._behind is None:
            raise NotFoundError("place", str(id_))
        return self._behind.get(id_)

    def other_names(self, id_: PlaceId) -> Sequence[str]:
        """Return further spellings of a place's name, in any language."""
        here = self._contents.other_names.get(id_, ())
        if here or self._behind is None:
            return here
        return self._behind.other_names(id_)

    def country(self, code: str) -> Place:
        """Return a country as a whole by its ISO 3166-1 code; raise `NotFoundError`."""
        if code.upper() in self._countries:
            return self._countries[code.upper()]
        if self._behind is None:
            raise NotFoundError("country", code)
        return self._behind.country(code)

    def named(self, text: str, language: str = "en") -> tuple[Place, ...]:
        """Return every place that `text` is a name of, in whatever language and spelling.

        The user's own come first, then what `language` calls so ("Mexico" is a country in English,
        a city in French), cities before countries, capitals before their namesakes.
        """
        key = _key(text)
        found = {*self._by_name.get(key, ()), *self._by_capitals.get(text.strip(), ())}
        called_so = {id_ for id_ in found if key in self._usual_names(self._places[id_], language)}
        here = (*self._ordered(called_so), *self._ordered(found - called_so))
        if self._behind is None:
            return here
        return (*here, *self._not_here(self._behind.named(text, language)))

    def starting_with(self, text: str, limit: int) -> tuple[Place, ...]:
        """Return at most `limit` places that have a name that begins with `text`."""
        start, names = _key(text), self._names_in_order
        found: set[PlaceId] = set()
        for index in range(bisect_left(names, start), len(names)):
            if not names[index].startswith(start):
                break
            found.update(self._by_name[names[index]])
        places = self._ordered(found)
        if self._behind is not None:
            further = self._behind.starting_with(text, limit + len(self._places))
            places = (*places, *self._not_here(further))
        return places[: max(limit, 0)]

    def with_own(self, places: Iterable[Place]) -> "Gazetteer":
        """Return a gazetteer in which these places come first.

        One with the id of a place of ours stands instead of it. What an own place leaves out of its
        country's names is filled in.
        """
        own = [self._with_country(place) for place in places]
        if not own:
            return self
        gazetteer = Gazetteer(own, {place.id: self.other_names(place.id) for place in own})
        gazetteer._behind = self
        return gazetteer

    @staticmethod
    def us_state(text: str) -> str | None:
        """Return a state of the United States as AP writes it, by name, code or abbreviation."""
        return ap_state(text)

    def _not_here(self, places: Iterable[Place]) -> Iterator[Place]:
        return (place for place in places if place.id not in self._places)

    def _with_country(self, place: Place) -> Place:
        try:
            country = self.country(place.country_code)
        except NotFoundError:
            return place
        return replace(
            place,
            country_names=place.country_names or country.country_names,
            demonyms=place.demonyms or country.demonyms,
        )

    def _usual_names(self, place: Place, language: str) -> set[str]:
        return {_key(name) for name in (place.name(language), *self.other_names(place.id))}

    def _ordered(self, ids: Iterable[PlaceId]) -> tuple[Place, ...]:
        return tuple(self._places[id_] for id_ in sorted(ids, key=self._ranks.__getitem__))

    @cached_property
    def _contents(self) -> "_Contents":
        return self._read()

    @property
    def _places(self) -> dict[PlaceId, Place]:
        return self._contents.places

    @cached_property
    def _ranks(self) -> dict[PlaceId, tuple[bool, bool, bool, int]]:
        return {
            place.id: (
                place.city is None,
                not place.is_capital,
                not (place.stands_alone or place.ap_standalone),
                index,
            )
            for index, place in enumerate(self._places.values())
        }

    @cached_property
    def _countries(self) -> dict[str, Place]:
        return {place.country_code: place for place in self._places.values() if place.city is None}

    @cached_property
    def _by_name(self) -> dict[str, list[PlaceId]]:
        index: dict[str, list[PlaceId]] = {}
        for place in self._places.values():
            names = place.names.values() if place.city else place.country_names.values()
            spellings = {place.city or "", *names, *self.other_names(place.id)}
            for name in {_key(name) for name in spellings if not _CAPITALS.fullmatch(name)}:
                if name:
                    index.setdefault(name, []).append(place.id)
        return index

    @cached_property
    def _by_capitals(self) -> dict[str, list[PlaceId]]:
        index: dict[str, list[PlaceId]] = {}
        for id_ in self._places:
            for name in filter(_CAPITALS.fullmatch, self.other_names(id_)):
                index.setdefault(name, []).append(id_)
        return index

    @cached_property
    def _names_in_order(self) -> list[str]:
        return sorted(self._by_name)


class _Contents(NamedTuple):
    places: dict[PlaceId, Place]
    other_names: Mapping[PlaceId, Sequence[str]]


def _key(text: str) -> str:
    """Return a name without case, diacritics, apostrophes and stops, its words one space apart."""
    folded = text.lower() if text.isascii() else fold(text)  # a third of the time, the same outcome
    return _BETWEEN.sub(" ", _LEFT_OUT.sub("", folded)).strip()


def _read(file: Mapping[str, Any]) -> _Contents:
    places: list[Place] = []
    other_names: dict[PlaceId, tuple[str, ...]] = {}
    wholes: dict[str, Place] = {}
    for code, entry in file["countries"].items():
        also = tuple(entry.get("also", ()))
        wholes[code] = Place(
            id=place_id(code.lower()),
            country_code=code,
            country_names=entry["names"],
            demonyms=(*entry.get("demonyms", ()), *also),
            tz=entry["tz"],
            un_note=entry.get("note"),
        )
        other_names[wholes[code].id] = also
    for key, entry in file["cities"].items():
        place = _city(key, entry, wholes[key.partition("/")[0].upper()])
        places.append(place)
        if "also" in entry:
            other_names[place.id] = tuple(entry["also"])
    return _Contents({place.id: place for place in (*places, *wholes.values())}, other_names)


def _city(key: str, entry: Mapping[str, Any], country: Place) -> Place:
    return Place(
        id=place_id(key),
        city=entry["city"],
        admin1=entry.get("admin1"),
        country_code=country.country_code,
        names={"en": entry["city"], **entry.get("names", {})},
        country_names=country.country_names,
        demonyms=country.demonyms,
        tz=entry["tz"],
        is_capital=entry.get("capital", False),
        ap_standalone=entry.get("ap", False),
        stands_alone=entry.get("alone", False),
        lat=entry.get("lat"),
        lon=entry.get("lon"),
        un_note=country.un_note,
    )
