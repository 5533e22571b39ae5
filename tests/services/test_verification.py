"""Files that were really damaged, and what is said of them."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from shutil import copytree

import pytest

from newsdesk.desk import open_desk
from newsdesk.domain.errors import Cancelled
from newsdesk.domain.flaw import FlawKind
from newsdesk.domain.media import PictureWords
from newsdesk.domain.revision import Reason
from newsdesk.services.new_picture import picture_from
from newsdesk.services.verification import Verification
from tests.pictures import photo
from tests.services.conftest import Clock


@pytest.fixture
def folder(tmp_path: Path, empty_newsroom: Path, clock: Clock) -> Path:
    """A newsroom with two releases: the first has five versions, two of them autosaves."""
    folder = tmp_path / "newsroom"
    copytree(empty_newsroom, folder)
    with open_desk(folder, writing=True, now=clock) as desk:
        desk.releases.new({"headline": "Harbour opens", "slug": "harbour"}, body_md="One.")
        desk.releases.new({"headline": "Bridge opens", "slug": "bridge"}, body_md="Over it.")
        for text, reason in (
            ("Two.", Reason.SAVE),
            ("Three.", Reason.AUTOSAVE),
            ("Four.", Reason.AUTOSAVE),
            ("Five.", Reason.SAVE),
        ):
            clock.advance(minutes=1)
            release = desk.history.at("harbour", None)
            desk.releases.save(release.edited(clock.now, body_md=text), reason)
    return folder


def verify(folder: Path) -> Verification:
    with open_desk(folder) as desk:
        return desk.verification.verify()


def found(folder: Path) -> list[tuple[FlawKind, str, int | None]]:
    return [(flaw.kind, flaw.slug, flaw.revision) for flaw in verify(folder).flaws]


def alter(folder: Path, sentence: str) -> None:
    with closing(sqlite3.connect(folder / "newsdesk.sqlite")) as driver, driver:
        driver.execute(sentence)


def test_a_sound_newsroom_is_read_whole(folder: Path) -> None:
    assert verify(folder) == Verification(releases=2, revisions=6, media=0, flaws=())


@pytest.mark.parametrize("number", range(1, 6))
def test_one_byte_of_one_version_is_named_by_release_and_version(folder: Path, number: int) -> None:
    path = folder / "newsdesk.sqlite"
    with closing(sqlite3.connect(path)) as driver:
        (snapshot,) = driver.execute(
            "SELECT snapshot FROM revision JOIN release ON release.id = release_id"
            " WHERE slug = 'harbour' AND number = ?",
            (number,),
        ).fetchone()
    content = bytearray(path.read_bytes())
    at = content.find(snapshot)
    assert at > 0  # it lies in one piece
    content[at + len(snapshot) // 2] ^= 0x10
    path.write_bytes(content)
    assert found(folder) == [(FlawKind.REVISION, "harbour", number)]


@pytest.mark.parametrize("number", [1, 2])
def test_a_permanent_version_that_is_gone_is_named(folder: Path, number: int) -> None:
    alter(
        folder,
        f"DELETE FROM revision WHERE number = {number} AND release_id ="  # noqa: S608
        " (SELECT id FROM release WHERE slug = 'harbour')",
    )
    assert found(folder) == [(FlawKind.MISSING_REVISION, "harbour", number)]


def test_thinned_autosaves_raise_nothing(folder: Path, clock: Clock) -> None:
    clock.advance(days=200)
    with open_desk(folder, writing=True, now=clock) as desk:
        desk.history.thin()
    read = verify(folder)
    assert (read.revisions, read.flaws) == (4, ())


def test_a_row_that_was_altered_is_named_with_what_it_differs_from(folder: Path) -> None:
    alter(folder, "UPDATE release SET urgency = 1 WHERE slug = 'bridge'")
    assert found(folder) == [(FlawKind.ROW, "bridge", 1)]


def test_an_index_that_was_emptied_is_told_for_each_release(folder: Path) -> None:
    alter(folder, "DELETE FROM release_search")
    assert found(folder) == [(FlawKind.INDEX, "harbour", None), (FlawKind.INDEX, "bridge", None)]


def test_pages_that_were_overwritten_are_told_and_what_is_left_is_read(folder: Path) -> None:
    path = folder / "newsdesk.sqlite"
    with closing(sqlite3.connect(path)) as driver:
        (page,) = driver.execute(
            "SELECT rootpage FROM sqlite_master WHERE name = 'release_search_content'"
        ).fetchone()
    content = bytearray(path.read_bytes())
    content[(page - 1) * 4096 : page * 4096] = b"\xff" * 4096
    path.write_bytes(content)
    kinds = {flaw.kind for flaw in verify(folder).flaws}
    assert FlawKind.FILE in kinds


@pytest.mark.parametrize(
    ("damage", "kind"),
    [
        (lambda file: file.unlink(), FlawKind.MEDIA_MISSING),
        (lambda file: file.write_bytes(file.read_bytes() + b"\0"), FlawKind.MEDIA_ALTERED),
    ],
)
def test_a_picture_that_is_gone_or_another_one_is_named(
    folder: Path, damage: Callable[[Path], None], kind: FlawKind
) -> None:
    with open_desk(folder, writing=True) as desk:
        desk.pictures.add("bridge", picture_from(photo(), "pier.jpg"), PictureWords())
    assert verify(folder).media == 1
    (file,) = (path for path in (folder / "media").rglob("*") if path.is_file())
    damage(file)
    (flaw,) = verify(folder).flaws
    assert (flaw.kind, flaw.detail) == (kind, f"{file.parent.name}/{file.name}")


def test_it_tells_how_far_it_is_and_can_be_stopped(folder: Path) -> None:
    class Waiting:
        def __init__(self, stop_at: int) -> None:
            self.said: list[tuple[int, int]] = []
            self.stop_at = stop_at

        def report(self, done: int, total: int) -> None:
            self.said.append((done, total))
            if done >= self.stop_at:
                raise Cancelled

    with open_desk(folder) as desk:
        patient, hasty = Waiting(99), Waiting(1)
        desk.verification.verify(patient)
        assert patient.said[-1] == (3, 3)
        assert [done for done, _ in patient.said] == sorted(done for done, _ in patient.said)
        with pytest.raises(Cancelled):
            desk.verification.verify(hasty)


def test_nothing_is_written(folder: Path) -> None:
    path = folder / "newsdesk.sqlite"
    alter(folder, "UPDATE release SET urgency = 1")
    before = path.read_bytes()
    verify(folder)
    assert path.read_bytes() == before
