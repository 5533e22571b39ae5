from pathlib import Path

import pytest

from tests.cli.conftest import Newsdesk


@pytest.fixture
def body(tmp_path: Path) -> Path:
    file = tmp_path / "body.md"
    file.write_text("{{who}} said {{what}}.", encoding="utf-8")
    return file


def test_a_release_is_begun_from_a_template(newsdesk: Newsdesk, body: Path) -> None:
    said = newsdesk(
        "templates", "--add", "Statement", "--language", "fr", "--body-file", body,
        "--set", "headline={{who}} speaks", "--set", "tags=Ports",
        "--require", "headline, contacts",
        "--json",
    )  # fmt: skip
    (template,) = said.json
    assert template["required_fields"] == ["headline", "contacts"]
    assert newsdesk("templates").out.rstrip().endswith("who, what")
    begun = newsdesk("new", "--template", "statement", "--set", "headline=Dana Ash", "--json").json
    assert (begun["headline"], begun["language"], begun["tags"]) == ("Dana Ash", "fr", ["Ports"])
    assert begun["body_md"] == "{{who}} said {{what}}."
    refused = newsdesk("publish", begun["id"])
    assert refused.code == 1
    assert "Something is not filled in yet: {{who}}, {{what}}, contacts" in refused.err
    assert newsdesk("publish", begun["id"], "--yes").code == 0


def test_a_release_is_made_a_template(newsdesk: Newsdesk, body: Path) -> None:
    newsdesk("new", "--set", "headline=Quay opens", "--body-file", body)
    assert newsdesk("templates", "--from", "quay-opens").code == 2
    (made,) = newsdesk("templates", "--from", "quay-opens", "--name", "Opening", "--json").json
    assert made["defaults"]["headline"] == "Quay opens"
    (edited,) = newsdesk("templates", "--edit", "opening", "--set", "headline=", "--json").json
    assert "headline" not in edited["defaults"]
    assert edited["body_md"] == "{{who}} said {{what}}."


def test_a_template_is_removed(newsdesk: Newsdesk) -> None:
    newsdesk("templates", "--add", "Statement")
    assert newsdesk("templates", "--remove", "statement").code == 0
    assert newsdesk("templates").out == "No templates.\n"
    assert newsdesk("new", "--template", "statement").code == 1
    assert newsdesk("templates", "--add", "A", "--remove", "B").code == 2


def test_what_is_no_longer_to_be_had_is_told(newsdesk: Newsdesk) -> None:
    newsdesk("templates", "--add", "Statement", "--set", "dateline.places=Atlantis")
    answer = newsdesk("new", "--template", "statement")
    assert answer.code == 0
    assert "dateline.places: what the template says is no longer to be had" in answer.err
