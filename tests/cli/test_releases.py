"""The contract of the commands on releases: JSON, exit codes, words on stderr."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Newsdesk

SOURCE = """\
Harbour crews train for winter

GENEVA, 3 May 2026 – Ninety harbour workers have finished a course in night rescue, the Office \
for Safe Harbours said today.

“A rope is thrown in the same way everywhere,” said Dana Whitlock, head of press.

For more information, please contact:
Dana Whitlock
OSH Geneva
Tel: +41 22 555 01 40
Email: dana.whitlock@example.org
"""


@pytest.fixture
def source(tmp_path: Path) -> Path:
    path = tmp_path / "harbour.txt"
    path.write_text(SOURCE, encoding="utf-8")
    return path


def test_a_text_comes_in_and_goes_out_as_a_page(
    newsdesk: Newsdesk, source: Path, tmp_path: Path
) -> None:
    answer = newsdesk("import", source, "--json")
    assert answer.code == 0
    (one,) = answer.json["imported"]
    assert one["headline"] == "Harbour crews train for winter"
    assert one["dateline"]["places"][0]["city"] == "Geneva"
    assert one["dateline"]["date"] == "2026-05-03"
    assert [(c["name"], c["emails"]) for c in one["contacts"]] == [
        ("Dana Whitlock", ["dana.whitlock@example.org"])
    ]
    assert one["quotes"][0]["speaker"] == "Dana Whitlock"
    assert {found["kind"] for found in one["findings"]} >= {"headline", "dateline", "contact"}

    assert newsdesk("publish", one["id"][:13]).code == 0
    answer = newsdesk("export", one["slug"], "--out", tmp_path / "out", "--json")
    (written,) = answer.json["written"]
    page = Path(written["path"]).read_text("utf-8")
    assert Path(written["path"]).name == "harbour-crews-train-for-winter.html"
    assert "Ninety harbour workers" in page
    assert 'href="mailto:dana.whitlock@example.org"' in page


def test_show_prints_every_field_by_its_name(newsdesk: Newsdesk) -> None:
    key = newsdesk("new", "--set", "headline=One", "--set", "tags=a,b", "--json").json["id"]
    shown = newsdesk("show", key, "--json").json
    assert shown["tags"] == ["a", "b"]
    assert set(shown) >= {
        *("id", "uri", "slug", "family_id", "language", "translated_from", "rewrite_of"),
        *("source_version_at_translation", "rewrite_sequence", "correction_sequence", "state"),
        *("revert_state", "pubstatus", "profile", "headline", "subheadline", "abstract"),
        *("slugline", "body_md", "byline", "ednote", "urgency", "symbol", "release_kind"),
        *("firstcreated", "versioncreated", "firstpublished", "publish_schedule", "schedule_tz"),
        *("current_revision", "template_id", "created_by", "locked_by", "starred", "dateline"),
        *("embargo", "dateline_text", "contacts", "tags", "categories", "posted", "quotes"),
    }


def test_the_list_has_exactly_the_promised_columns(newsdesk: Newsdesk) -> None:
    newsdesk("new", "--set", "headline=One", "--set", "dateline.places=Geneva")
    (row,) = newsdesk("list", "--json").json
    assert set(row) == {
        *("id", "headline", "slug", "state", "language", "dateline_text", "updated"),
    }
    assert row["dateline_text"] == "Geneva – "


def test_the_list_is_narrowed_by_words_state_and_language(newsdesk: Newsdesk) -> None:
    newsdesk("new", "--set", "headline=Harbour")
    newsdesk("new", "--set", "headline=Le port", "--set", "language=fr")
    assert [row["slug"] for row in newsdesk("list", "--query", "harb", "--json").json] == [
        "harbour"
    ]
    assert [row["slug"] for row in newsdesk("list", "--language", "fr", "--json").json] == [
        "le-port"
    ]
    assert newsdesk("list", "--state", "published", "--json").json == []
    assert newsdesk("list", "--state", "loud").code == 2


def test_the_list_has_the_embargoes_that_run(newsdesk: Newsdesk) -> None:
    newsdesk("new", "--set", "headline=Harbour")
    newsdesk(
        *("new", "--set", "headline=Quay", "--set", "embargo.tz=Europe/Zurich"),
        *("--set", "embargo.until_local=2999-05-03T09:00"),
    )
    assert [row["slug"] for row in newsdesk("list", "--embargoed", "--json").json] == ["quay"]


def test_the_lists_are_counted(newsdesk: Newsdesk) -> None:
    newsdesk("new", "--set", "headline=One")
    newsdesk("new", "--set", "headline=Two")
    newsdesk("trash", "two")
    assert newsdesk("list", "--count", "--json").json == {
        "all": 1,
        "drafts": 1,
        "embargoed": 0,
        "published": 0,
        "withdrawn": 0,
        "trashed": 1,
    }
    assert "drafts" in newsdesk("list", "--count").out
    assert newsdesk("list", "--count", "--trash").code == 2


def test_contacts_go_back_as_they_were_shown(newsdesk: Newsdesk) -> None:
    newsdesk(
        *("contacts", "--add", "Noor Elm", "--phone", "+41 22 555 01 40"),
        *("--private-mobile", "+41 79 555 01 41"),
    )
    shown = newsdesk("new", "--set", "headline=One", "--set", "contacts=Noor Elm", "--json").json
    (contact,) = shown["contacts"]
    contact |= {"group_label": "In Bonn", "withheld": contact["points"][:1]}
    edited = newsdesk("edit", "one", "--set", f"contacts={json.dumps([contact])}", "--json").json
    assert edited["contacts"] == [contact]
    assert "555 01 4" not in newsdesk("show", "one", "--html").out


def test_fields_and_body_are_edited(newsdesk: Newsdesk, tmp_path: Path) -> None:
    newsdesk("new", "--set", "headline=One")
    body = tmp_path / "body.md"
    body.write_text("New *text*.\n", encoding="utf-8")
    answer = newsdesk(
        *("edit", "one", "--body-file", body, "--json"),
        *("--set", "dateline.style=un", "--set", "dateline.places=Geneva"),
        *("--set", "embargo.until_local=2999-05-03T09:00", "--set", "embargo.tz=Africa/Casablanca"),
    )
    assert answer.code == 0
    assert answer.json["body_md"] == "New *text*.\n"
    assert answer.json["dateline"]["style"] == "un"
    assert answer.json["embargo"]["tz"] == "Africa/Casablanca"
    assert answer.json["embargo"]["until_utc"].endswith("Z")
    assert answer.json["release_kind"] == "embargo"
    assert [row["number"] for row in newsdesk("revisions", "one", "--json").json] == [1, 2]


def test_html_and_markdown_are_shown(newsdesk: Newsdesk) -> None:
    newsdesk("new", "--set", "headline=One & only", "--set", "dateline.places=Geneva")
    page = newsdesk("show", "one-only", "--html").out
    assert "One &amp; only" in page
    assert "noindex" in page
    assert "# One & only" in newsdesk("show", "one-only", "--markdown").out


def test_steps_are_taken_and_refused_in_words(newsdesk: Newsdesk, tmp_path: Path) -> None:
    body = tmp_path / "b.md"
    body.write_text("Text.")
    newsdesk("new", "--set", "headline=One", "--body-file", body)
    assert newsdesk("recall", "one", "--reason", "x").code == 1
    assert newsdesk("publish", "one", "--json").json["state"] == "published"
    refused = newsdesk("recall", "one")
    assert refused.code == 1
    assert "reason" in refused.err
    assert newsdesk("recall", "one", "--reason", "wrong", "--json").json["pubstatus"] == "canceled"
    assert newsdesk("trash", "one").code == 1


def test_duplicate_trash_and_untrash(newsdesk: Newsdesk) -> None:
    newsdesk("new", "--set", "headline=One")
    assert newsdesk("duplicate", "one", "--json").json["slug"] == "one-2"
    assert newsdesk("trash", "one-2").code == 0
    assert [row["slug"] for row in newsdesk("list", "--json").json] == ["one"]
    assert [row["slug"] for row in newsdesk("list", "--trash", "--json").json] == ["one-2"]
    assert newsdesk("untrash", "one-2").code == 0
    assert len(newsdesk("list", "--json").json) == 2


def test_everything_is_exported_at_once(newsdesk: Newsdesk, tmp_path: Path) -> None:
    newsdesk("samples")
    answer = newsdesk("export", "--all", "--format", "html", "--out", tmp_path / "out", "--json")
    assert answer.code == 0
    names = {Path(one["path"]).name for one in answer.json["written"]}
    assert names == {path.name for path in (tmp_path / "out").iterdir()}
    assert len(names) == 3
    assert all(name.startswith("DRAFT-") for name in names)


def test_a_release_is_exported_as_plain_text(newsdesk: Newsdesk, tmp_path: Path) -> None:
    body = tmp_path / "body.md"
    body.write_text("They *do*.", "utf-8")
    newsdesk("new", "--set", "headline=Crews train", "--body-file", body)
    answer = newsdesk("export", "crews-train", "--format", "text", "--out", tmp_path / "out")
    assert answer.code == 0
    text = (tmp_path / "out" / "DRAFT-crews-train.txt").read_text("utf-8")
    assert "Crews train\n===========\n\nThey do.\n" in text


@pytest.mark.parametrize(
    "words",
    [
        ("export", "--out", "x"),
        ("export", "--all", "one", "--out", "x"),
        ("export", "--all"),
        ("export", "--all", "--format", "papyrus", "--out", "x"),
        ("edit", "one"),
        ("edit", "one", "--set", "headline"),
        ("edit", "one", "--set", "colour=red"),
        ("new", "--set", "=x"),
        ("show",),
        ("frobnicate",),
        ("import",),
        ("--json",),
    ],
)
def test_wrong_usage_is_two(newsdesk: Newsdesk, words: tuple[str, ...]) -> None:
    answer = newsdesk(*words)
    assert answer.code == 2
    assert answer.out == ""
    assert "usage:" in answer.err


@pytest.mark.parametrize(
    "words",
    [
        ("show", "nothing"),
        ("publish", "nothing"),
        ("edit", "nothing", "--set", "headline=x"),
        ("export", "nothing", "--out", "x"),
        ("new", "--set", "urgency=99"),
        ("new", "--body-file", "no-such-file"),
    ],
)
def test_a_refusal_is_one_with_words_on_stderr(
    newsdesk: Newsdesk, words: tuple[str, ...], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    answer = newsdesk(*words)
    assert answer.code == 1
    assert answer.err.startswith("newsdesk: ")


def test_options_may_stand_before_or_after_the_command(newsdesk: Newsdesk, tmp_path: Path) -> None:
    newsdesk("new", "--set", "headline=One")
    there = str(tmp_path / "newsroom")
    assert len(json.loads(newsdesk("--json", "list").out)) == 1
    assert len(newsdesk("list", "--json", "--data-dir", there).json) == 1


def test_a_list_is_grouped_below_headings(newsdesk: Newsdesk) -> None:
    for headline, places in (("One", "Geneva"), ("Two", ""), ("Three", "Nairobi")):
        newsdesk("new", "--set", f"headline={headline}", "--set", f"dateline.places={places}")
    groups = newsdesk("list", "--group", "country", "--json").json
    assert [(group["key"], group["name"], group["count"]) for group in groups] == [
        ("KE", "Kenya", 1),
        ("CH", "Switzerland", 1),
        ("", "", 1),
    ]
    assert [row["headline"] for row in groups[1]["releases"]] == ["One"]
    lines = newsdesk("list", "--group", "country").out.splitlines()
    assert [line for line in lines if line.endswith("(1)")] == [
        "Kenya (1)",
        "Switzerland (1)",
        "no country (1)",
    ]
    assert "draft (3)" in newsdesk("list", "--group", "state").out
    assert "No releases." in newsdesk("list", "--group", "month", "--trash").out
