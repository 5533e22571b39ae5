"""Pictures in a release's body: kept, described, shown, taken out."""

import base64
import errno
import os
import re
from dataclasses import replace
from pathlib import Path

import pytest

from newsdesk.domain.changes import Subject
from newsdesk.domain.errors import (
    LockedReleaseError,
    MediaProblem,
    MediaRefusedError,
    NotFoundError,
    StorageError,
    StorageProblem,
)
from newsdesk.domain.export_record import ExportFormat
from newsdesk.domain.media import MediaRole, PictureWords, ReleaseMedia, said_of
from newsdesk.domain.picture_marks import markdown_of
from newsdesk.domain.release import Release
from newsdesk.domain.revision import Reason
from newsdesk.domain.workflow import Action
from newsdesk.services.desk import Desk
from newsdesk.services.export import ExportRequest
from newsdesk.services.new_picture import NewPicture, picture_from
from tests.pictures import SECRETS, corner, photo

WORDS = PictureWords(alt="Two people on a quay", caption="Crews at night", credit="Noor Elm")
BODY = "Ninety harbour workers have finished a course."


def quay(**how: int) -> NewPicture:
    return picture_from(photo(60, 40, **how), "quay.jpg")


@pytest.fixture
def release(desk: Desk) -> Release:
    return desk.releases.new({"headline": "Harbour crews train"}, body_md=BODY)[0]


def added(desk: Desk, release: Release, words: PictureWords = WORDS, **how: int) -> Release:
    (saved, _asset), _ = desk.pictures.add(str(release.id), quay(**how), words)
    return saved


def page(desk: Desk, release: Release, folder: Path) -> str:
    request = ExportRequest(keys=(str(release.id),), format=ExportFormat.HTML, folder=folder)
    (record,) = desk.exports.export(request)[0].written
    return Path(record.path).read_text("utf-8")


def embedded(html: str) -> list[bytes]:
    return [base64.b64decode(one) for one in re.findall(r"data:image/\w+;base64,([^\"]+)", html)]


# Kept -------------------------------------------------------------------------------------------


def test_a_picture_is_kept_with_its_words_and_named_in_the_body(
    desk: Desk, release: Release
) -> None:
    (saved, asset), changes = desk.pictures.add(str(release.id), quay(), WORDS)
    assert saved.body_md == f"{BODY}\n\n{markdown_of(asset.sha256, WORDS.alt)}"
    place = ReleaseMedia(media_id=asset.id, caption="Crews at night", credit="Noor Elm")
    assert saved.media == (place,)
    assert desk.releases.get(saved.slug).media == saved.media
    (picture,) = desk.pictures.of(saved.slug)
    assert (picture.words, picture.size_px) == (WORDS, (60, 40))
    assert asset.captions == {release.language: "Crews at night"}
    assert changes.subjects == {Subject.MEDIA, Subject.RELEASES}


def test_the_same_picture_is_kept_once_and_says_what_was_said_last(
    desk: Desk, release: Release
) -> None:
    first, _ = desk.pictures.keep(quay(), WORDS, "en")
    second, _ = desk.pictures.keep(quay(), replace(WORDS, caption="Other", alt=""), "en")
    assert second.id == first.id
    assert (second.captions, second.alts) == ({"en": "Other"}, {})
    assert desk.pictures.find(first.sha256) == second


def test_each_language_has_its_own_words(desk: Desk) -> None:
    asset, _ = desk.pictures.keep(quay(), WORDS, "en")
    desk.pictures.describe(asset.sha256, replace(WORDS, caption="La nuit"), "fr")
    for language, caption in (("en", "Crews at night"), ("fr-CH", "La nuit"), ("ar", "")):
        named = desk.pictures.named([asset.sha256, "0" * 64], language)
        assert [one.caption for one in named.values()] == [caption]


def test_a_full_disk_keeps_nothing_and_changes_nothing(
    desk: Desk, release: Release, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_number: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr(os, "fsync", full)
        with pytest.raises(StorageError) as refused:
            desk.pictures.add(str(release.id), quay(), WORDS)
    assert refused.value.problem is StorageProblem.FULL
    assert desk.pictures.find(quay().sha256) is None
    assert desk.releases.get(str(release.id)) == release
    assert added(desk, release).media


# The body leads ---------------------------------------------------------------------------------


def test_the_pictures_of_a_release_follow_its_body(desk: Desk, release: Release) -> None:
    one, _ = desk.pictures.keep(quay(), WORDS, "en")
    other, _ = desk.pictures.keep(quay(orientation=6), WORDS, "en")
    body = f"{markdown_of(other.sha256, 'b')}\n\n{BODY}\n\n{markdown_of(one.sha256, 'a')}"
    saved, _ = desk.releases.save(replace(release, body_md=body), Reason.AUTOSAVE)
    assert [each.media_id for each in saved.media] == [other.id, one.id]
    assert desk.releases.save(replace(saved, media=()), Reason.AUTOSAVE)[0] == saved
    again, _ = desk.releases.edit(saved.slug, {}, body_md=markdown_of(one.sha256, "a"))
    assert [each.media_id for each in again.media] == [one.id]
    gone, _ = desk.releases.edit(saved.slug, {}, body_md=BODY)
    assert gone.media == ()
    assert desk.pictures.find(one.sha256) == one


def test_a_main_picture_stays_one_whatever_the_body_names(desk: Desk, release: Release) -> None:
    asset, _ = desk.pictures.keep(quay(), WORDS, "en")
    main = ReleaseMedia(media_id=asset.id, role=MediaRole.FEATURE)
    saved, _ = desk.releases.save(replace(release, media=(main,)), Reason.SAVE)
    said = replace(main, caption=WORDS.caption, credit=WORDS.credit)
    assert saved.media == (said,)
    assert [one.sha256 for one in desk.pictures.beside(saved)] == [asset.sha256]
    saved, _ = desk.releases.edit(saved.slug, {}, body_md=markdown_of(asset.sha256, "a"))
    assert saved.media == (said,)
    assert desk.pictures.beside(saved) == []


def test_words_are_changed_in_the_body_too(desk: Desk, release: Release) -> None:
    saved = added(desk, release)
    (picture,) = desk.pictures.of(saved.slug)
    words = PictureWords(alt="A [quay]", caption="By day", credit="Sam Reed")
    (saved, asset), _ = desk.pictures.reword(saved.slug, picture.sha256[:12], words)
    assert saved.body_md.endswith(markdown_of(asset.sha256, "A [quay]"))
    assert desk.pictures.of(saved.slug)[0].words == words


def test_a_picture_that_is_taken_out_leaves_its_file(desk: Desk, release: Release) -> None:
    saved = added(desk, release)
    (picture,) = desk.pictures.of(saved.slug)
    saved, _ = desk.pictures.remove(saved.slug, picture.sha256)
    assert (saved.body_md, saved.media) == (BODY, ())
    assert picture.read()
    with pytest.raises(NotFoundError):
        desk.pictures.remove(saved.slug, picture.sha256)


def test_what_is_published_keeps_its_pictures(desk: Desk, release: Release) -> None:
    saved = added(desk, release)
    (picture,) = desk.pictures.of(saved.slug)
    desk.workflow.take(saved.slug, Action.PUBLISH)
    for change in (
        lambda: desk.pictures.add(saved.slug, quay(orientation=6), WORDS),
        lambda: desk.pictures.reword(saved.slug, picture.sha256, WORDS),
        lambda: desk.pictures.remove(saved.slug, picture.sha256),
    ):
        with pytest.raises(LockedReleaseError):
            change()
    assert desk.pictures.find(quay(orientation=6).sha256) is None


# Each release its own words ---------------------------------------------------------------------


def test_a_published_release_is_exported_the_same_whatever_another_says_of_its_picture(
    desk: Desk, release: Release, tmp_path: Path
) -> None:
    first = added(desk, release)
    desk.workflow.take(first.slug, Action.PUBLISH)
    before = page(desk, first, tmp_path / "before")
    other, _ = desk.releases.new({"headline": "The port opens"}, body_md=BODY)
    other = added(desk, other, replace(WORDS, caption="Crews by day", credit="Sam Reed"))
    (picture,) = desk.pictures.of(other.slug)
    desk.pictures.reword(other.slug, picture.sha256, replace(WORDS, caption="The quay"))
    assert '<span class="caption">The quay</span>' in page(desk, other, tmp_path / "other")
    assert page(desk, first, tmp_path / "after") == before
    assert '<span class="caption">Crews at night</span>' in before
    assert (picture.caption, picture.credit) == ("Crews by day", "Sam Reed")


def test_a_picture_that_is_new_in_a_text_says_what_was_said_of_it_last(
    desk: Desk, release: Release
) -> None:
    saved = added(desk, release)
    (picture,) = desk.pictures.of(saved.slug)
    desk.pictures.describe(picture.sha256, replace(WORDS, caption="By day"), release.language)
    desk.pictures.describe(picture.sha256, replace(WORDS, caption="De jour"), "fr")
    mark = markdown_of(picture.sha256, "A quay")
    for language, caption in ((release.language, "By day"), ("fr", "De jour")):
        typed, _ = desk.releases.new({"headline": "New", "language": language}, body_md=mark)
        assert [one.caption for one in typed.media] == [caption]
    assert [one.caption for one in desk.pictures.of(saved.slug)] == ["Crews at night"]


def test_a_copy_of_a_release_says_what_the_release_says(desk: Desk, release: Release) -> None:
    saved = added(desk, release)
    (picture,) = desk.pictures.of(saved.slug)
    desk.pictures.describe(picture.sha256, replace(WORDS, caption="By day"), release.language)
    assert desk.releases.duplicate(saved.slug)[0].media == saved.media
    mine = replace(saved, media=said_of(saved.media, picture.asset.id, PictureWords(credit="X")))
    copy, _ = desk.releases.keep_as_copy(mine)
    assert [(one.caption, one.credit) for one in copy.media] == [("", "X")]


def test_the_words_of_a_release_are_in_each_of_its_revisions(desk: Desk, release: Release) -> None:
    saved = added(desk, release)
    (picture,) = desk.pictures.of(saved.slug)
    again, _ = desk.pictures.reword(saved.slug, picture.sha256, replace(WORDS, caption="By day"))
    with desk.pictures._workplace.database.reading() as work:
        revisions = (saved.current_revision, again[0].current_revision)
        told = [work.revisions.release_at(release.id, number) for number in revisions]
    assert [one.media[0].caption for one in told] == ["Crews at night", "By day"]


def test_what_an_old_revision_does_not_say_the_release_goes_on_saying(
    desk: Desk, release: Release
) -> None:
    saved = added(desk, release)
    (picture,) = desk.pictures.of(saved.slug)
    desk.pictures.describe(picture.sha256, PictureWords(), release.language)
    unsaid = (ReleaseMedia(media_id=picture.asset.id),)
    kept, _ = desk.releases.save(replace(saved, headline="Other", media=unsaid), Reason.RESTORE)
    assert kept.media == saved.media


def test_what_is_printed_before_it_is_stored_has_the_words_that_it_will_have(
    desk: Desk, release: Release
) -> None:
    asset, _ = desk.pictures.keep(quay(), WORDS, release.language)
    typed = replace(release, body_md=markdown_of(asset.sha256, "A quay"))
    assert '<span class="caption">Crews at night</span>' in desk.exports.page(typed)
    typed = replace(typed, media=said_of((), asset.id, PictureWords(caption="By day")))
    html = desk.exports.page(typed)
    assert '<span class="caption">By day</span>' in html
    assert "Noor Elm" not in html


# Shown ------------------------------------------------------------------------------------------


def test_the_exported_page_has_the_picture_its_words_and_none_of_its_secrets(
    desk: Desk, release: Release, tmp_path: Path
) -> None:
    saved = added(desk, release, orientation=6)
    html = page(desk, saved, tmp_path)
    (content,) = embedded(html)
    assert corner(content) == "blue"
    assert not any(secret in content for secret in SECRETS if secret != b"Noor Elm")
    assert b"Noor Elm" not in content
    assert 'alt="Two people on a quay"' in html
    assert '<span class="caption">Crews at night</span>' in html
    assert '<span class="credit">Noor Elm</span>' in html
    assert 'width="40" height="60"' in html
    assert page(desk, saved, tmp_path / "again") == html
    assert desk.exports.page(saved).count("data:image/jpeg") == 1
    (picture,) = desk.pictures.of(saved.slug)
    assert desk.pictures.shown(picture.sha256) == ("image/jpeg", content)
    store = desk.pictures._workplace.database.media_store
    assert store.read(picture.asset.path) == photo(60, 40, orientation=6)


def test_a_picture_is_made_ready_once(
    desk: Desk, release: Release, monkeypatch: pytest.MonkeyPatch
) -> None:
    saved = added(desk, release)
    (picture,) = desk.pictures.of(saved.slug)
    shown = picture.read()
    monkeypatch.setattr("newsdesk.services.pictures.page_picture", pytest.fail)
    assert picture.read() == shown


def test_of_a_picture_whose_file_is_gone_its_words_are_shown(
    desk: Desk, release: Release, tmp_path: Path
) -> None:
    saved = added(desk, release)
    (picture,) = desk.pictures.of(saved.slug)
    for file in (tmp_path / "newsroom").rglob(f"{picture.sha256}*"):
        file.unlink()
    assert desk.pictures.named([picture.sha256], "en") == {}
    html = page(desk, saved, tmp_path)
    assert '<span class="picture-missing">[Two people on a quay]</span>' in html
    with pytest.raises(StorageError):
        picture.read()


def test_a_damaged_file_is_told_and_no_half_page_is_written(
    desk: Desk, release: Release, tmp_path: Path
) -> None:
    saved = added(desk, release)
    (picture,) = desk.pictures.of(saved.slug)
    for file in (tmp_path / "newsroom").rglob(f"{picture.sha256}*"):
        file.write_bytes(b"no picture any more")
    request = ExportRequest(keys=(saved.slug,), format=ExportFormat.HTML, folder=tmp_path / "out")
    ((_key, error),) = desk.exports.export(request)[0].refused
    assert isinstance(error, MediaRefusedError)
    assert (error.problem, error.source) == (MediaProblem.DAMAGED, "quay.jpg")
    assert not list((tmp_path / "out").glob("*"))


def test_nobody_is_shown_what_is_not_stored(desk: Desk) -> None:
    with pytest.raises(NotFoundError):
        desk.pictures.shown("../../newsdesk.sqlite")
