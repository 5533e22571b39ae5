"""`newsdesk people`."""

from pathlib import Path

import pytest

from tests.cli.conftest import Newsdesk


def names(newsdesk: Newsdesk, *words: str) -> list[str]:
    return [card["name"] for card in newsdesk("people", "list", *words, "--json").json]


def test_a_card_is_added_changed_and_removed(newsdesk: Newsdesk) -> None:
    added = newsdesk(
        *("people", "add", "Pär Elm", "--variant", "Par Elm", "--office", "Harbour Office"),
        *("--email", "paer@example.org", "--private-mobile", "+41 79 555 01 00"),
        *("--held", "en=Harbour master", "--held", "fr=capitaine de port", "--at", "Port of Quay"),
        *("--from", "2026-01-01", "--json"),
    )
    assert added.code == 0
    (card,) = added.json
    assert card["person"]["variants"] == ["Par Elm"]
    assert card["person"]["roles"][0]["titles"]["fr"] == "capitaine de port"
    assert [point["public"] for point in card["contact"]["points"]] == [False, True]
    edited = newsdesk(
        *("people", "edit", "par elm", "--hours", "9–17", "--verified"),
        *("--held", "Director", "--json"),
    )
    (card,) = edited.json
    assert (card["contact"]["hours"], card["contact"]["last_verified"] is None) == ("9–17", False)
    assert [role["titles"] for role in card["person"]["roles"]] == [
        {"en": "Director"},
        {"en": "Harbour master", "fr": "capitaine de port"},
    ]
    assert card["person"]["roles"][1]["organisation_id"] is not None
    assert names(newsdesk, "director") == ["Pär Elm"]
    assert "Pär Elm" in newsdesk("people").out
    assert newsdesk("people", "remove", "Pär Elm").code == 0
    assert names(newsdesk) == []


def test_who_is_only_quoted_is_asked_nothing(newsdesk: Newsdesk) -> None:
    (card,) = newsdesk("people", "add", "Ana Birch", "--quoted", "--json").json
    assert card["contact"] is None


def test_somebody_covers_for_a_time_and_for_nobody(newsdesk: Newsdesk) -> None:
    newsdesk("people", "add", "Ana Birch")
    newsdesk("people", "add", "Noor Elm")
    (card,) = newsdesk(
        *(
            "people",
            "edit",
            "Ana Birch",
            "--cover",
            "Noor Elm",
            "--cover-to",
            "2026-04-01",
            "--json",
        )
    ).json
    assert card["contact"]["cover_to"] == "2026-04-01"
    (card,) = newsdesk("people", "edit", "Ana Birch", "--cover", "", "--json").json
    assert card["contact"]["cover_by"] is None


def test_two_cards_become_one_and_releases_know_it(newsdesk: Newsdesk, tmp_path: Path) -> None:
    for name in ("Pär Elm", "Par Elm"):
        newsdesk("people", "add", name)
    body = tmp_path / "body.md"
    body.write_text("The quay is open.", "utf-8")
    # the name alone is both of them
    key = next(c["key"] for c in newsdesk("people", "--json").json if c["name"] == "Par Elm")
    newsdesk("new", "--body-file", body, "--set", "headline=Quay", "--set", f"contacts={key}")
    kept = next(c["key"] for c in newsdesk("people", "--json").json if c["name"] == "Pär Elm")
    assert "Pär Elm" in newsdesk("people", "duplicates").out
    (merged,) = newsdesk("people", "merge", kept, key, "--json").json
    assert merged["person"]["variants"] == ["Par Elm"]
    used = newsdesk("people", "where-used", "Pär Elm", "--json").json
    assert [(row["headline"], row["contact"]) for row in used["releases"]] == [("Quay", True)]
    assert "contact" in newsdesk("people", "where-used", "Par Elm").out
    assert newsdesk("people", "duplicates", "--json").json == []


def test_the_key_of_a_merged_contact_leads_on_where_a_release_is_set(
    newsdesk: Newsdesk, tmp_path: Path
) -> None:
    for name in ("Pär Elm", "Paula Elm-Ash"):
        newsdesk("people", "add", name)
    keys = {card["name"]: card["key"] for card in newsdesk("people", "--json").json}
    newsdesk("people", "merge", keys["Pär Elm"], keys["Paula Elm-Ash"])
    body = tmp_path / "body.md"
    body.write_text("The quay is open.", "utf-8")
    for slug, said in (("one", keys["Paula Elm-Ash"]), ("two", "paula elm-ash")):
        newsdesk("new", "--body-file", body, "--set", f"slug={slug}", "--set", f"contacts={said}")
        (contact,) = newsdesk("show", slug, "--json").json["contacts"]
        assert (contact["name"], contact["contact_id"]) == ("Pär Elm", keys["Pär Elm"])
    both = f"contacts={keys['Paula Elm-Ash']}; {keys['Pär Elm']}"
    newsdesk("edit", "one", "--set", both)
    assert len(newsdesk("show", "one", "--json").json["contacts"]) == 1


def test_a_file_is_looked_at_and_then_taken(newsdesk: Newsdesk, tmp_path: Path) -> None:
    file = tmp_path / "book.csv"
    file.write_text(
        "Name,Office,E-mail\nAna Birch,Quay,ana@example.org\nNoor,Quay,none\n,,x@example.org\n",
        "utf-8",
    )
    dry = newsdesk("people", "import", file, "--dry-run")
    assert "1 new, 0 update, 0 same, 1 doubtful, 1 refused" in dry.out
    assert names(newsdesk) == []
    taken = newsdesk("people", "import", file, "--json").json
    assert [card["verdict"] for card in taken["cards"]] == ["new", "doubtful"]
    assert taken["refused"] == [{"line": 4, "problem": "nobody"}]
    assert names(newsdesk) == ["Ana Birch"]
    newsdesk("people", "import", file, "--doubtful")
    assert names(newsdesk) == ["Ana Birch", "Noor"]


@pytest.mark.parametrize("form", ["vcard3", "vcard4", "csv"])
def test_the_book_is_written(newsdesk: Newsdesk, tmp_path: Path, form: str) -> None:
    newsdesk("people", "add", "=Ana", "--private-mobile", "+41 79 555 01 00")
    out = tmp_path / "book.out"
    assert newsdesk("people", "export", "--format", form, "--out", out).code == 0
    assert "79 555" not in out.read_text("utf-8")
    newsdesk("people", "export", "--format", form, "--out", out, "--private")
    assert "79 555" in out.read_text("utf-8")


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (["edit"], 2),
        (["merge", "Ana"], 2),
        (["export"], 2),
        (["edit", "Nobody"], 1),
        (["import", "there-is-no-such-file.csv"], 1),
        (["add", " "], 1),
        (["add", "Ana", "--held", "Head", "--from", "2026-02-01", "--to", "2026-01-01"], 1),
        (["add", "Ana", "--held", "Head", "--from", "today"], 2),
    ],
)
def test_what_cannot_be_is_refused_in_words(
    newsdesk: Newsdesk, words: list[str], code: int
) -> None:
    answer = newsdesk("people", *words)
    assert answer.code == code
    assert "Traceback" not in answer.err
    assert answer.err
