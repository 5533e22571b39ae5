"""Searches that people keep at hand."""

from dataclasses import replace

import pytest

from newsdesk.domain.changes import Subject
from newsdesk.domain.errors import AmbiguousKeyError, FieldError, NotFoundError, StaleError
from newsdesk.services.desk import Desk


def names(desk: Desk) -> list[str]:
    return [one.name for one in desk.searches.all()]


def test_a_search_joins_the_others_at_their_end(desk: Desk) -> None:
    first, changes = desk.searches.add('state:draft   "human rights"', "  My   drafts ")
    second, _ = desk.searches.add("country:china")
    assert desk.searches.all() == [first, second]
    assert (first.name, first.query) == ("My drafts", 'state:draft "human rights"')
    assert (second.name, second.ordinal) == ("country:china", 1)
    assert changes.subjects == {Subject.SEARCHES}


def test_a_search_needs_something_to_look_for_and_a_name(desk: Desk) -> None:
    with pytest.raises(FieldError) as caught:
        desk.searches.add(' "" ')
    assert caught.value.field == "query"
    made, _ = desk.searches.add("port")
    with pytest.raises(FieldError) as caught:
        desk.searches.save(replace(made, name=" "))
    assert caught.value.field == "name"
    with pytest.raises(StaleError):
        desk.searches.save(replace(made, version=7))


def test_the_count_follows_what_is_stored(desk: Desk) -> None:
    saved, _ = desk.searches.add("state:draft port")
    assert desk.searches.count(saved) == 0
    desk.releases.new({"headline": "A new port"})
    desk.releases.new({"headline": "A new bridge"})
    assert desk.searches.count(saved) == 1


def test_a_search_moves_among_the_others(desk: Desk) -> None:
    for query in ("one", "two", "three"):
        desk.searches.add(query)
    desk.searches.move(desk.searches.find("three").id, -9)
    assert names(desk) == ["three", "one", "two"]
    gone, _ = desk.searches.remove("one")
    with pytest.raises(NotFoundError):
        desk.searches.move(gone.id, 1)


def test_what_was_removed_can_be_put_back(desk: Desk) -> None:
    saved, _ = desk.searches.add("port", "Ports")
    gone, _ = desk.searches.remove("PORTS")
    assert names(desk) == []
    back, _ = desk.searches.put_back(gone.id)
    assert (back.id, names(desk)) == (saved.id, ["Ports"])


def test_a_search_is_meant_by_its_name_or_the_beginning_of_its_id(desk: Desk) -> None:
    saved, _ = desk.searches.add("port", "Ports")
    assert desk.searches.find(str(saved.id)[:20]) == saved
    desk.searches.add("ports", "ports")
    with pytest.raises(AmbiguousKeyError):
        desk.searches.find("Ports")
    with pytest.raises(NotFoundError):
        desk.searches.find("quays")
