"""Fields and columns of one name."""

from dataclasses import dataclass, replace

import pytest
from sqlalchemy import select, text

from newsdesk.domain.errors import StorageError, StorageProblem
from newsdesk.domain.place import Place
from newsdesk.storage.database import Database
from newsdesk.storage.rows import RowForm, fetched, table_of
from newsdesk.storage.tables import PlaceRow, ReleasePlaceRow
from tests.storage.making import geneva


def test_a_value_becomes_columns_and_a_value_again() -> None:
    form = RowForm(Place, ReleasePlaceRow, renamed={"id": "place_id"})
    place = geneva(lat=46.2)
    values = form.values(place)
    assert values["place_id"] == place.id
    assert values["names"] == {"en": "Geneva", "fr": "Genève"}
    assert form.value(values) == place


def test_what_stands_elsewhere_is_handed_in() -> None:
    form = RowForm(Place, PlaceRow, elsewhere=["demonyms"])
    place = geneva(demonyms=("Swiss",))
    values = form.values(place)
    assert "demonyms" not in values
    assert form.value(values, demonyms=("Swiss",)) == place
    assert form.value(values, demonyms=()) == replace(place, demonyms=())


def test_a_field_that_nobody_stores_is_noticed_at_once() -> None:
    @dataclass
    class Mayor:
        city: str
        party: str

    with pytest.raises(LookupError, match="party"):
        RowForm(Mayor, PlaceRow)


@pytest.mark.parametrize(
    "damage",
    ["id = 'no key'", "names = '{'", "country_code = CAST(x'C328' AS TEXT)", "created_at = 'x'"],
)
def test_what_newsdesk_did_not_write_is_damage(database: Database, damage: str) -> None:
    with database.transaction() as work:
        work.places.save(geneva())
        work.places._connection.execute(text(f"UPDATE place SET {damage}"))  # noqa: S608
    with pytest.raises(StorageError) as caught, database.reading() as work:
        fetched(work.places._connection, select(table_of(PlaceRow)))
    assert caught.value.problem is StorageProblem.CORRUPT
