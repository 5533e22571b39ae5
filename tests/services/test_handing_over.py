"""Handing over: one file, whole or not at all, on record as every other copy that leaves."""

from collections.abc import Iterator
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import pytest

from newsdesk.domain.errors import Cancelled, ExportError, NotFoundError, StorageError
from newsdesk.domain.export_record import ExportFormat
from newsdesk.domain.media import PictureWords
from newsdesk.domain.revision import Reason
from newsdesk.services import handing_over
from newsdesk.services.handing_over import HandedOver, HandOverRequest
from newsdesk.services.new_picture import picture_from
from tests.pictures import photo
from tests.services.conftest import Clock
from tests.services.two_desks import Place, two_desks

EMBARGO = {"embargo.until_local": "2026-03-09T09:00", "embargo.tz": "Europe/Zurich"}


@pytest.fixture
def mine(tmp_path: Path, empty_newsroom: Path, clock: Clock) -> Iterator[Place]:
    with two_desks(tmp_path, empty_newsroom, clock) as (mine, _):
        yield mine


def handed(place: Place, *keys: str, into: Path, password: str = "") -> HandedOver:
    request = HandOverRequest(keys=keys, place=into, password=password)
    return place.desk.handing_over.hand_over(request)[0]


def test_one_release_names_the_file(mine: Place, tmp_path: Path) -> None:
    release = mine.new("Harbour opens")
    outcome = handed(mine, release.slug, into=tmp_path / "out")
    assert outcome.path == str(tmp_path / "out" / "DRAFT-harbour-opens.newsdesk")
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["DRAFT-harbour-opens.newsdesk"]


def test_several_are_counted_and_an_embargo_among_them_is_told(mine: Place, tmp_path: Path) -> None:
    first, second = mine.new("Harbour opens"), mine.new("Ferry sails")
    outcome = handed(mine, first.slug, second.slug, first.slug, into=tmp_path)
    assert outcome.path == str(tmp_path / "2-releases-2026-03-02.newsdesk")
    mine.desk.releases.edit(str(second.id), EMBARGO)
    outcome = handed(mine, first.slug, second.slug, into=tmp_path)
    assert outcome.path == str(tmp_path / "EMBARGOED-2-releases-2026-03-02.newsdesk")
    assert [one.embargoed for one in outcome.records] == [False, True]


def test_it_is_on_record_with_the_hash_of_the_file(mine: Place, tmp_path: Path) -> None:
    release = mine.new("Harbour opens")
    file = tmp_path / "work.NEWSDESK"
    (record,) = handed(mine, release.slug, into=file).records
    assert mine.desk.exports.records(release.id) == [record]
    assert (record.format, record.path) == (ExportFormat.BUNDLE, str(file))
    assert record.sha256 == sha256(file.read_bytes()).hexdigest()
    assert record.revision_sha256 == mine.kept(release)[-1].sha256


def test_the_same_releases_give_the_same_bytes(mine: Place, tmp_path: Path) -> None:
    release = mine.new("Harbour opens")
    first, second = tmp_path / "a.newsdesk", tmp_path / "b.newsdesk"
    for file in (first, second):
        handed(mine, release.slug, into=file)
    assert first.read_bytes() == second.read_bytes()


def test_what_was_only_autosaved_is_kept_for_good_first(mine: Place, tmp_path: Path) -> None:
    release = mine.new("Harbour opens")
    mine.desk.releases.save(replace(release, body_md="Typed."), Reason.AUTOSAVE)
    handed(mine, release.slug, into=tmp_path)
    assert mine.reasons(release) == [Reason.SAVE, Reason.EXPORT]


def test_one_that_is_not_there_does_not_stop_the_others(mine: Place, tmp_path: Path) -> None:
    release = mine.new("Harbour opens")
    outcome = handed(mine, "no-such", release.slug, into=tmp_path)
    ((key, error),) = outcome.refused
    assert (key, type(error)) == ("no-such", NotFoundError)
    assert [one.release_id for one in outcome.records] == [release.id]


def test_where_none_is_there_nothing_is_written(mine: Place, tmp_path: Path) -> None:
    outcome = handed(mine, "no-such", into=tmp_path / "out")
    assert outcome.path is None
    assert not (tmp_path / "out").exists()


def test_a_file_that_cannot_be_written_leaves_what_stood_there(mine: Place, tmp_path: Path) -> None:
    release = mine.new("Harbour opens")
    (tmp_path / "in-the-way").write_text("kept")
    with pytest.raises(ExportError):
        handed(mine, release.slug, into=tmp_path / "in-the-way" / "work.newsdesk")
    assert (tmp_path / "in-the-way").read_text() == "kept"
    assert mine.desk.exports.records(release.id) == []


def test_a_picture_that_is_gone_is_no_picture_to_hand_over(mine: Place, tmp_path: Path) -> None:
    release = mine.new("Harbour opens")
    words = PictureWords(alt="A gate", caption="The gate", credit="Noor Elm")
    mine.desk.pictures.add(str(release.id), picture_from(photo(), "gate.jpg"), words)
    for file in (mine.folder / "newsroom" / "media").rglob("*.jpg"):
        file.unlink()
    with pytest.raises(StorageError):
        handed(mine, release.slug, into=tmp_path)


def test_a_name_that_another_system_cannot_have_is_left_out(mine: Place, tmp_path: Path) -> None:
    release = mine.new("Harbour opens")
    words = PictureWords(alt="A gate", caption="The gate", credit="Noor Elm")
    mine.desk.pictures.add(str(release.id), picture_from(photo(), "a\\b.jpg"), words)
    handed(mine, release.slug, into=tmp_path / "work.newsdesk")
    (picture,) = mine.look(tmp_path / "work.newsdesk").pictures
    assert picture.asset.file_name is None


def test_more_than_memory_is_made_for_is_not_written(
    mine: Place, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    release = mine.new("Harbour opens")
    monkeypatch.setattr(handing_over, "LARGEST", 2**20 + 10)
    with pytest.raises(ExportError):
        handed(mine, release.slug, into=tmp_path / "out")
    assert not (tmp_path / "out").exists()


def test_stopped_on_the_way_nothing_is_written(mine: Place, tmp_path: Path) -> None:
    class Stop:
        def report(self, done: int, total: int) -> None:
            raise Cancelled

    release = mine.new("Harbour opens")
    request = HandOverRequest(keys=(release.slug,), place=tmp_path / "out")
    with pytest.raises(Cancelled):
        mine.desk.handing_over.hand_over(request, Stop())
    assert not (tmp_path / "out").exists()
