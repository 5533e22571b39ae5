"""The places of a dateline: cities with or without their countries, several beside each other."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from newsdesk.domain.gazetteer import Gazetteer
from newsdesk.domain.place import Place
from newsdesk.importing.wording import words

_BETWEEN = re.compile(
    r"\s*[/／&]\s*|\s+(?:and|et|y|e|und|i|и|و|AND|ET|Y|E|UND)\s+(?=[^\W\d_a-zа-я])|\s+و(?=[\w\u064b-\u0652]{3})"
)
_COMMA = re.compile(r"\s*[,،，、;]\s*")
_IN_BRACKETS = re.compile(r"\s*[(（]([^()（）]{2,40})[)）]\s*")
_SMALL = words(
    "of the and upon am an der die das in bei ob de del la las los el le les du des sur sous en",
    " di da do dos das al ar as van den s-hertogenbosch и на",
)
_CAPITAL_DISTRICT = re.compile(r",?\s(?:D\.?\s?C\.?|D\.?\s?F\.?)$")
_ABBREVIATED = re.compile(r"[a-zäöü]\.(?:\s?[A-Za-z]{1,2}\.?){1,3}")  # Frankfurt a.M.
_RUSSIAN_CITY = re.compile(r"^г\.\s?")
_REGION = re.compile(r"[A-Z]{2,3}|[A-Z]\.[A-Z]\.")  # of Canada, Brazil, Australia …
_WIDE = re.compile(r"[\u3040-\u30ff\u4e00-\u9fff]{4,}")
_LONGEST_WIDE = 10  # characters of a Chinese or Japanese name
_MOST_WORDS = 5
_MOST_NAMES = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacesReading:
    """What the words before a dateline's dash name."""

    places: tuple[Place, ...]  # empty unless every name is known
    text: str
    in_capitals: bool
    has_whole: bool  # a country or an American state stands beside a city
    country_codes: frozenset[str] = frozenset()  # of the places, and named beside them

    def lies_in(self, other: "PlacesReading") -> bool:
        """Tell whether these are cities of the one country that `other` is."""
        if len(other.places) != 1 or other.places[0].city is not None:
            return False
        return not self.places or self.country_codes == other.country_codes


def read_places(text: str, gazetteer: Gazetteer) -> PlacesReading | None:
    """Return the places that are all of `text`; None if it cannot be a list of places."""
    text = _RUSSIAN_CITY.sub("", text.strip())
    spread = _IN_BRACKETS.sub(r", \1 ", text)
    groups = [
        [name for name in _COMMA.split(group.strip(" ,،")) if name]
        for group in _BETWEEN.split(spread)
    ]
    names = [name for group in groups for name in group]
    if not names or len(names) > _MOST_NAMES or not all(map(_may_be_name, names)):
        return None
    known = _whole(spread, gazetteer) or _resolved(groups, gazetteer)
    return PlacesReading(
        places=known.places,
        text=text,
        in_capitals=text.upper() == text and text.lower() != text,
        has_whole=known.has_whole,
        country_codes=known.country_codes,
    )


@dataclass(frozen=True, slots=True)
class _Known:
    places: tuple[Place, ...]
    has_whole: bool = False
    country_codes: frozenset[str] = frozenset()


def _whole(text: str, gazetteer: Gazetteer) -> _Known | None:
    """Names that hold what parts others: Bosnia and Herzegovina, Washington, D.C."""
    chosen = (
        choice(gazetteer.named(text))
        or _run_together(text, gazetteer)
        or _of_capital_district(text, gazetteer)
    )
    if chosen is None:
        return None
    return _Known((chosen,), _COMMA.search(text) is not None, frozenset({chosen.country_code}))


def _of_capital_district(text: str, gazetteer: Gazetteer) -> Place | None:
    """`Bogotá, D. C.`, `México D.F.`"""
    district = _CAPITAL_DISTRICT.search(text)
    found = choice(gazetteer.named(text[: district.start()])) if district else None
    return found if found is not None and found.is_capital else None


def _run_together(text: str, gazetteer: Gazetteer) -> Place | None:
    """`中国北京`: a country and its city without a gap."""
    if not _WIDE.fullmatch(text):
        return None
    for at in range(2, min(len(text), 8)):
        code = _country_code(text[:at], gazetteer)
        cities = gazetteer.named(text[at:]) if code else ()
        if city := choice([place for place in cities if place.city and place.country_code == code]):
            return city
    return None


def _resolved(groups: Sequence[Sequence[str]], gazetteer: Gazetteer) -> _Known:
    resolver = _Resolver(gazetteer)
    for group in groups:
        resolver.read(list(group))
    return resolver.known()


class _Resolver:
    """Names from left to right: a city takes the state or country behind it along."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self._gazetteer = gazetteer
        self._places: list[Place] = []
        self._codes: set[str] = set()
        self._is_complete = True
        self._has_whole = False

    def read(self, names: list[str]) -> None:
        while names:
            name = names.pop(0)
            found = self._gazetteer.named(name)
            cities = [place for place in found if place.city is not None]
            following = names[0] if names else ""
            state = self._gazetteer.us_state(following) if following else None
            if state and (_is_state(following, cities) or not self._gazetteer.named(following)):
                names.pop(0)
                own = [p for p in cities if p.country_code == "US" and p.admin1 in {None, state}]
                self._add_with_whole(own[0] if len(own) == 1 else None, "US")
            elif following and (code := _country_code(following, self._gazetteer)):
                names.pop(0)
                own = [place for place in cities if place.country_code == code]
                self._add_with_whole(choice(own), code)
            elif following and _REGION.fullmatch(following) and (city := choice(cities)):
                names.pop(0)
                self._add_with_whole(city, city.country_code)
            else:
                self._add(choice(found))

    def known(self) -> _Known:
        self._drop_country_before()
        has_country = len(self._places) > 1 and any(place.city is None for place in self._places)
        places = tuple(self._places) if self._is_complete and not has_country else ()
        return _Known(places, self._has_whole, frozenset(self._codes))

    def _drop_country_before(self) -> None:
        """`中国，北京`: a country before its cities."""
        country, cities = self._places[:1], self._places[1:]
        if not cities or country[0].city is not None:
            return
        code = country[0].country_code
        if all(place.city and place.country_code == code for place in cities):
            self._places = cities
            self._has_whole = True

    def _add_with_whole(self, place: Place | None, code: str) -> None:
        self._has_whole = True
        self._codes.add(code)
        self._add(place)

    def _add(self, place: Place | None) -> None:
        if place is None:
            self._is_complete = False
            return
        self._codes.add(place.country_code)
        if place.city is None and self._places:  # the country of all the cities before it
            self._has_whole = True
        else:
            self._places.append(place)


def choice(places: Sequence[Place]) -> Place | None:
    """Return the one place that a name standing alone means; None if that is open.

    A city before a country of its name, a capital or a seat before another city.
    """
    cities = [place for place in places if place.city is not None]
    for group in (
        cities,
        [place for place in cities if place.is_capital or place.stands_alone],
        [place for place in cities if place.ap_standalone],
        [] if cities else places,
    ):
        if len(group) == 1:
            return group[0]
    return None


def _country_code(name: str, gazetteer: Gazetteer) -> str | None:
    codes = {place.country_code for place in gazetteer.named(name) if place.city is None}
    return codes.pop() if len(codes) == 1 else None


def _is_state(name: str, cities: Sequence[Place]) -> bool:
    """Georgia is a state after Atlanta and a country after Tbilisi."""
    return not cities or any(place.country_code == "US" for place in cities) or len(name) < 3


def _may_be_name(name: str) -> bool:
    words = name.split()
    if not 0 < len(words) <= _MOST_WORDS or len(name) > 40 or any(map(str.isdigit, name)):
        return False
    return all(_is_name_word(word, first=not at) for at, word in enumerate(words))


def _is_name_word(word: str, *, first: bool) -> bool:
    bare = word.strip("’'`.-\"")
    if len(bare) > _LONGEST_WIDE and _WIDE.match(bare):
        return False  # a whole clause without gaps
    if not bare or any(c in bare for c in ':!?"«»“”「」『』【】'):
        return False
    letter = bare[0]
    if letter.islower():
        # d'Ivoire, l'Aquila, and the small words inside a name
        if not first and _ABBREVIATED.fullmatch(word):
            return True
        return (bare.casefold() in _SMALL and not first) or (len(bare) > 2 and bare[1] in "’'")
    return letter.isalpha()
