import json
from pathlib import Path

import pytest

from tests.cli.conftest import Newsdesk


@pytest.fixture
def filed(newsdesk: Newsdesk) -> str:
    """A release under two tags."""
    made = newsdesk("new", "--set", "headline=One", "--set", "tags=Pier, Quay", "--json")
    return str(made.json["id"])


def tags(newsdesk: Newsdesk, key: str) -> list[str]:
    return newsdesk("show", key, "--json").json["tags"]


def test_terms_are_listed_and_added(newsdesk: Newsdesk) -> None:
    assert newsdesk("terms", "--scheme", "theme", "--add", "Safety").code == 0
    (term,) = newsdesk("terms", "--json").json
    assert (term["scheme"], term["names"], term["uses"]) == ("theme", {"en": "Safety"}, 0)
    assert newsdesk("terms", "--scheme", "tag", "--json").json == []
    assert newsdesk("terms", "--scheme", "tag").out == "No terms.\n"
    assert newsdesk("terms", "--scheme", "loud").code == 2


def test_two_terms_become_one_everywhere(newsdesk: Newsdesk, filed: str) -> None:
    (kept,) = newsdesk("terms", "--merge", "pier", "--into", "quay", "--json").json
    assert (kept["names"], kept["uses"]) == ({"en": "Quay"}, 1)
    assert tags(newsdesk, filed) == ["Quay"]
    assert newsdesk("verify").code == 0
    assert newsdesk("terms", "--merge", "quay").code == 2


def test_a_new_name_goes_everywhere(newsdesk: Newsdesk, filed: str) -> None:
    assert newsdesk("terms", "--rename", "pier", "--name", "Jetty").code == 0
    assert newsdesk("terms", "--rename", "jetty", "--name", "Jetée", "--language", "fr").code == 0
    assert tags(newsdesk, filed) == ["Jetty", "Quay"]
    (term,) = newsdesk("terms", "--rename", "jetee", "--name", "Pier", "--json").json
    assert term["names"] == {"en": "Pier", "fr": "Jetée"}
    assert newsdesk("terms", "--rename", "pier").code == 2


def test_a_name_that_is_taken_is_answered_with_how_to_merge(newsdesk: Newsdesk, filed: str) -> None:
    answer = newsdesk("terms", "--rename", "pier", "--name", "QUAY")
    assert answer.code == 1
    assert "Another tag is called “Quay” already" in answer.err
    assert "terms --merge TERM --into" in answer.err
    assert tags(newsdesk, filed) == ["Pier", "Quay"]


def test_a_term_is_retired_offered_again_coloured_and_removed(
    newsdesk: Newsdesk, filed: str
) -> None:
    assert "retired" in newsdesk("terms", "--retire", "pier").out
    assert "retired" not in newsdesk("terms", "--offer", "pier").out
    assert newsdesk("terms", "--colour", "pier=teal", "--json").json[0]["colour"] == "teal"
    assert newsdesk("terms", "--colour", "pier=none", "--json").json[0]["colour"] is None
    assert newsdesk("terms", "--colour", "pier=loud").code == 2
    assert "is filed under it" in newsdesk("terms", "--remove", "pier").err
    newsdesk("tag", "remove", "pier", filed)
    assert newsdesk("terms", "--remove", "pier").code == 0
    assert [term["qcode"] for term in newsdesk("terms", "--json").json] == ["quay"]


def test_where_a_term_is_used_is_listed(newsdesk: Newsdesk, filed: str) -> None:
    (row,) = newsdesk("terms", "--uses", "pier", "--json").json
    assert row["id"] == filed
    newsdesk("terms", "--add", "Buoy")
    assert newsdesk("terms", "--uses", "buoy").out == "No releases.\n"


def test_doubles_are_listed(newsdesk: Newsdesk, filed: str) -> None:
    assert newsdesk("terms", "--doubles").out == "No terms.\n"
    for name in ("Беженцы", "беженцы"):
        newsdesk("terms", "--add", name, "--language", "ru")
    assert len(newsdesk("terms", "--doubles", "--json").json) == 2


def test_a_file_of_newscodes_becomes_a_vocabulary(newsdesk: Newsdesk, tmp_path: Path) -> None:
    file = tmp_path / "mediatopic.json"
    address = "http://cv.example.org/newscodes/mediatopic/1"
    concept = {"uri": address, "qcode": "medtop:1", "prefLabel": {"en-GB": "sea"}}
    file.write_text(json.dumps({"conceptSet": [concept]}), encoding="utf-8")
    assert newsdesk("terms", "--import", file).out == (
        "iptc_mediatopic: 1 new, 0 changed, 0 as before\n"
    )
    assert newsdesk("terms", "--scheme", "iptc_mediatopic", "--json").json[0]["uri"] == address
    file.write_text("{}", encoding="utf-8")
    assert "holds no vocabulary" in newsdesk("terms", "--import", file).err


def test_one_thing_is_done_at_a_time(newsdesk: Newsdesk) -> None:
    assert newsdesk("terms", "--add", "A", "--retire", "B").code == 2
