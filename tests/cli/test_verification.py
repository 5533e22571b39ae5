"""`newsdesk verify`: what it says and how it ends."""

import sqlite3
from contextlib import closing
from pathlib import Path
from uuid import UUID

import pytest

from newsdesk.cli.verification import flaw_words
from newsdesk.domain.flaw import Flaw, FlawKind
from newsdesk.domain.ids import ReleaseId
from tests.cli.conftest import Newsdesk

KEY = ReleaseId(UUID(int=7))
PIER = f"pier ({KEY})"
ALTERED = (
    "it is not what revision 4, its last one, recorded: it was altered, or a later revision is gone"
)


def alter(tmp_path: Path, sentence: str) -> None:
    with closing(sqlite3.connect(tmp_path / "newsroom" / "newsdesk.sqlite")) as driver, driver:
        driver.execute(sentence)


def test_a_sound_newsroom_is_said_to_be(newsdesk: Newsdesk) -> None:
    newsdesk("new", "--set", "headline=One")
    answer = newsdesk("verify")
    assert (answer.code, answer.out) == (
        0,
        "Sound: 1 releases, 1 revisions and 0 pictures were read.\n",
    )
    assert newsdesk("verify", "--json").json == {
        "sound": True,
        "releases": 1,
        "revisions": 1,
        "media": 0,
        "flaws": [],
    }


def test_damage_ends_with_1_and_names_release_and_version(
    newsdesk: Newsdesk, tmp_path: Path
) -> None:
    key = newsdesk("new", "--set", "headline=One", "--json").json["id"]
    newsdesk("edit", key, "--set", "headline=Two")
    newsdesk("edit", key, "--set", "headline=Three")
    alter(tmp_path, "DELETE FROM revision WHERE number = 2")
    answer = newsdesk("verify")
    assert answer.code == 1
    assert answer.out.startswith(f"one ({key}): revision 2, a permanent one, is missing\n1 wrong")
    (flaw,) = newsdesk("verify", "--json").json["flaws"]
    assert flaw == {
        "kind": "missing_revision",
        "release_id": key,
        "slug": "one",
        "revision": 2,
        "detail": "",
    }


@pytest.mark.parametrize(
    ("flaw", "wanted"),
    [
        (Flaw(kind=FlawKind.FILE, detail="page 3"), "The database file is damaged: page 3"),
        (
            Flaw(kind=FlawKind.ROW, release_id=KEY, slug="pier", revision=4),
            f"{PIER}: {ALTERED}",
        ),
        (
            Flaw(kind=FlawKind.ROW, release_id=KEY, detail="no date"),
            f"(unreadable) ({KEY}): it cannot be read: no date",
        ),
        (
            Flaw(kind=FlawKind.REVISION, release_id=KEY, slug="pier", revision=4),
            f"{PIER}: revision 4 is damaged: it is not what was recorded",
        ),
        (
            Flaw(kind=FlawKind.MISSING_REVISION, slug="a", revision=4, detail="one of 2 to 4"),
            "a permanent revision is missing, one of 2 to 4",
        ),
        (
            Flaw(kind=FlawKind.MEDIA_ALTERED, detail="ab/abc.jpg"),
            "The picture media/ab/abc.jpg was altered",
        ),
    ],
)
def test_each_flaw_is_one_sentence(flaw: Flaw, wanted: str) -> None:
    assert flaw_words(flaw) == wanted


def test_every_kind_of_flaw_has_its_words() -> None:
    assert all(flaw_words(Flaw(kind=kind)) for kind in FlawKind)
