from pathlib import Path

import pytest

from tests.cli.conftest import Newsdesk


def test_the_address_book_is_kept(newsdesk: Newsdesk) -> None:
    added = newsdesk(
        *("contacts", "--add", "Noor Elm", "--office", "OSH Geneva", "--role", "Press officer"),
        *("--phone", "+41 22 555 01 40", "--private-mobile", "+41 79 555 01 41"),
        *("--email", "noor@example.org", "--json"),
    )
    assert added.code == 0
    (contact,) = added.json
    assert (contact["name"], contact["office"], contact["role"]) == (
        "Noor Elm",
        "OSH Geneva",
        "Press officer",
    )
    assert contact["phones"][0] == "+41 22 555 01 40"
    assert [point["public"] for point in contact["points"]] == [True, False, True]
    newsdesk("contacts", "--edit", "noor elm", "--email", "press@example.org")
    (contact,) = newsdesk("contacts", "--json").json
    assert contact["emails"] == ["press@example.org"]
    assert len(contact["phones"]) == 2
    assert "Noor Elm" in newsdesk("contacts", "--query", "geneva").out
    assert newsdesk("contacts", "--query", "paris", "--json").json == []
    assert newsdesk("contacts", "--remove", "Noor Elm").code == 0
    assert newsdesk("contacts", "--json").json == []


def test_an_office_may_be_a_contact(newsdesk: Newsdesk) -> None:
    answer = newsdesk("contacts", "--add", "", "--office", "OSH Press Desk", "--json")
    assert answer.code == 0
    assert answer.json[0]["name"] is None
    assert newsdesk("contacts", "--add", "").code == 1


def test_a_private_number_leaves_in_no_page(newsdesk: Newsdesk) -> None:
    newsdesk("contacts", "--add", "Noor Elm", "--private-mobile", "+41 79 555 01 41")
    newsdesk("new", "--set", "headline=One", "--set", "contacts=Noor Elm")
    page = newsdesk("show", "one", "--html").out
    assert "Noor Elm" in page
    assert "555 01 41" not in page
    assert "795550141" not in page


def test_places_are_searched_added_and_removed(newsdesk: Newsdesk) -> None:
    assert "Geneva" in newsdesk("places", "--query", "genev").out
    added = newsdesk("places", "--add", "Samport", "--country", "CH", "--tz", "Europe/Zurich")
    assert added.code == 0
    assert [one["city"] for one in newsdesk("places", "--own", "--json").json] == ["Samport"]
    assert newsdesk("places", "--remove", "Samport").code == 0
    assert newsdesk("places", "--add", "Samport").code == 2
    assert newsdesk("places", "--add", "Samport", "--country", "CH", "--tz", "Mars").code == 1


def test_standing_paragraphs_are_listed_added_and_removed(
    newsdesk: Newsdesk, tmp_path: Path
) -> None:
    text = tmp_path / "about.md"
    text.write_text("About us.\n", encoding="utf-8")
    added = newsdesk(
        *("boilerplates", "--add", "about", "--language", "en", "--text-file", text),
        *("--valid-from", "2020-01-01", "--json"),
    )
    assert added.code == 0
    key = added.json[0]["id"]
    assert newsdesk("boilerplates", "--json").json[0]["text_md"] == "About us."
    newsdesk("new", "--set", "headline=One")
    assert "About us." in newsdesk("show", "one", "--html").out
    assert newsdesk("boilerplates", "--remove", key).code == 0
    assert newsdesk("boilerplates", "--add", "about").code == 2
    assert (
        newsdesk("boilerplates", "--add", "poem", "--language", "en", "--text-file", text).code == 2
    )


def test_snippets_are_listed_added_changed_ordered_and_removed(
    newsdesk: Newsdesk, tmp_path: Path
) -> None:
    text = tmp_path / "invitation.md"
    text.write_text("Media are invited to {{cursor}}.\n", encoding="utf-8")
    (added,) = newsdesk("snippets", "--add", "Invitation", "--text-file", text, "--json").json
    assert (added["text_md"], added["language"]) == ("Media are invited to {{cursor}}.", None)
    assert newsdesk("snippets", "--add", "Sign-off", "--text-file", text).code == 0
    edited = newsdesk(
        *("snippets", "--edit", "sign-off", "--name", "Farewell", "--language", "en"),
        *("--move", "-1", "--json"),
    )
    assert edited.json[0]["version"] == 3
    rows = newsdesk("snippets", "--json").json
    assert [(row["name"], row["language"]) for row in rows] == [
        ("Farewell", "en"),
        ("Invitation", None),
    ]
    assert "Invitation" in newsdesk("snippets").out
    assert newsdesk("snippets", "--remove", "invitation").code == 0
    assert newsdesk("snippets", "--remove", added["id"]).code == 1
    assert newsdesk("snippets", "--add", "Nothing").code == 2
    assert newsdesk("snippets", "--move", "1").code == 2


def test_the_house_is_shown_and_set(newsdesk: Newsdesk) -> None:
    answer = newsdesk("newsroom", "--set", "organisation=Office for Safe Harbours", "--json")
    assert answer.json["organisation"] == "Office for Safe Harbours"
    assert "Office for Safe Harbours" in newsdesk("newsroom").out
    assert newsdesk("newsroom", "--set", "colour=red").code == 2
    assert newsdesk("newsroom", "--set", "dateline_style=loud").code == 1


@pytest.mark.parametrize(
    "words",
    [
        ("contacts", "--add", "A", "--remove", "B"),
        ("places", "--add", "A", "--remove", "B"),
        ("boilerplates", "--add", "about", "--remove", "B"),
        ("snippets", "--add", "A", "--edit", "B"),
    ],
)
def test_two_wishes_at_once_are_wrong_usage(newsdesk: Newsdesk, words: tuple[str, ...]) -> None:
    assert newsdesk(*words).code == 2


def test_the_sample_newsroom_is_set_up_and_taken_away(newsdesk: Newsdesk) -> None:
    assert len(newsdesk("samples", "--json").json) == 3
    assert len(newsdesk("list", "--json").json) == 3
    removed = newsdesk("samples", "--remove", "--json").json
    assert len(removed["releases"]) == 3
    assert len(removed["contacts"]) == 4
    assert removed["settings"]["short_name"] == "OSH"
    assert newsdesk("list", "--json").json == newsdesk("contacts", "--json").json == []
    assert len(newsdesk("list", "--trash", "--json").json) == 3
    assert newsdesk("newsroom", "--json").json["organisation"] == ""
    assert newsdesk("samples", "--remove").out == "No samples.\n"


def test_people_are_told_what_became_of_the_samples(newsdesk: Newsdesk) -> None:
    newsdesk("samples")
    assert newsdesk("samples", "--remove").out.startswith("Put into the trash: 3 sample releases\n")


def test_a_contact_is_taken_off_duty_and_kept_from_the_public(newsdesk: Newsdesk) -> None:
    added = newsdesk(
        *("contacts", "--add", "Noor Elm", "--languages", "en; fr-ch", "--no-public", "--json"),
        *("--fax", "+41 22 555 01 49", "--web", "https://example.org/press"),
    )
    (contact,) = added.json
    assert (contact["languages"], contact["public"]) == (["en", "fr-CH"], False)
    assert [point["kind"] for point in contact["points"]] == ["fax", "web"]
    (contact,) = newsdesk("contacts", "--edit", "Noor Elm", "--no-active", "--json").json
    assert (contact["is_active"], contact["public"]) == (False, False)
    (contact,) = newsdesk("contacts", "--edit", "Noor Elm", "--public", "--json").json
    assert (contact["is_active"], contact["public"]) == (False, True)
