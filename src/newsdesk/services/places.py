"""Places of the gazetteer and of the user's own."""

from collections.abc import Iterable
from contextlib import suppress

from newsdesk.domain.canonical import composed
from newsdesk.domain.changes import Changes, Subject
from newsdesk.domain.embargo import zone
from newsdesk.domain.errors import AmbiguousKeyError, FieldError, NotFoundError
from newsdesk.domain.gazetteer import Gazetteer
from newsdesk.domain.ids import PlaceId
from newsdesk.domain.place import Place
from newsdesk.services.workplace import Workplace


def find_place(gazetteer: Gazetteer, text: str, language: str = "en") -> Place:
    """Return the one place called `text` in `language`; "City, Country" tells two apart.

    Of several the gazetteer's first is meant, unless nothing but its country sets it apart.

    Raises:
        NotFoundError, AmbiguousKeyError: none is, or several are.
    """
    matches = gazetteer.named(text, language) or _in_country(gazetteer, text, language)
    if not matches:
        raise NotFoundError("place", text)
    alike = [place for place in matches if _standing(place) == _standing(matches[0])]
    if len(alike) > 1:
        raise AmbiguousKeyError(
            text, [", ".join(filter(None, (p.city, p.admin1, p.country("en")))) for p in alike]
        )
    return matches[0]


def _in_country(gazetteer: Gazetteer, text: str, language: str) -> tuple[Place, ...]:
    """Read "City, Country" or "City, State"."""
    name, _, rest = (part.strip() for part in text.rpartition(","))
    countries = {place.country_code for place in gazetteer.named(rest, language)}
    state = gazetteer.us_state(rest)
    return tuple(
        place
        for place in gazetteer.named(name, language)
        if place.country_code in countries or (state and place.admin1 == state)
    )


def _standing(place: Place) -> tuple[bool, bool, bool]:
    return place.city is None, place.is_capital, place.stands_alone


class PlaceService:
    """What `newsdesk places` and the dateline form ask."""

    def __init__(self, workplace: Workplace) -> None:
        self._workplace = workplace

    def search(self, text: str, *, limit: int = 50) -> list[Place]:
        """Return places whose name begins with `text`, the user's own first."""
        with self._workplace.database.reading() as work:
            return list(self._workplace.places(work).starting_with(text, limit))

    def chosen(self, ids: Iterable[PlaceId]) -> list[Place]:
        """Return places in the order of `ids`; what is no longer known is left out."""
        with self._workplace.database.reading() as work:
            gazetteer = self._workplace.places(work)
        places: list[Place] = []
        for id_ in ids:
            with suppress(NotFoundError):
                places.append(gazetteer.get(id_))
        return places

    def own(self) -> list[Place]:
        with self._workplace.database.reading() as work:
            return list(work.places.all())

    def add(
        self, city: str, country_code: str, tz: str, *, admin1: str | None = None
    ) -> tuple[Place, Changes]:
        """Add a place of the user's own.

        Raises:
            FieldError: it has no name.
            NotFoundError: no such country.
            EmbargoError: no such zone.
        """
        zone(tz)
        if not city.strip():
            raise FieldError("city", city)
        with self._workplace.database.transaction() as work:
            gazetteer = self._workplace.places(work)
            country = gazetteer.country(country_code)
            own = Place(
                id=PlaceId(self._workplace.new_id()),
                city=city.strip(),
                admin1=admin1,
                country_code=country.country_code,
                country_names=country.country_names,
                demonyms=country.demonyms,
                tz=tz,
            )
            own = work.places.save(composed(own))
        return own, Changes.of(Subject.PLACES)

    def remove(self, text: str) -> tuple[Place, Changes]:
        """Remove a place of the user's own by its name; releases keep their copies."""
        with self._workplace.database.transaction() as work:
            own = find_place(Gazetteer(work.places.all()), text)
            work.places.delete(own.id, at=self._workplace.now(), by=self._workplace.author)
        return own, Changes.of(Subject.PLACES)

    def take_out(self, key: PlaceId) -> tuple[PlaceId, Changes]:
        """Remove the one of the user's own places that has this id; releases keep their copies."""
        with self._workplace.database.transaction() as work:
            work.places.delete(key, at=self._workplace.now(), by=self._workplace.author)
        return key, Changes.of(Subject.PLACES)

    def put_back(self, key: PlaceId) -> tuple[Place, Changes]:
        """Bring back one that was removed."""
        with self._workplace.database.transaction() as work:
            own = work.places.save(work.places.get(key))
        return own, Changes.of(Subject.PLACES)
