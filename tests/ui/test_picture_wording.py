"""What is said below the pictures of the open release while it is written and stored."""

from dataclasses import replace
from uuid import UUID

import pytest

from newsdesk.domain.ids import MediaId
from newsdesk.domain.media import MediaRole, PictureWords, ReleaseMedia
from newsdesk.domain.workflow import State
from newsdesk.ui.picture_wording import PictureWording
from newsdesk.ui.session import ReleaseSession
from tests.ui.test_session import AT, release

QUAY, BOAT = MediaId(UUID(int=7)), MediaId(UUID(int=8))
BEFORE, AFTER = PictureWords(caption="At night"), PictureWords(caption="By day", credit="Noor Elm")


def place(of: MediaId = QUAY, words: PictureWords = BEFORE) -> ReleaseMedia:
    return ReleaseMedia(media_id=of, caption=words.caption, credit=words.credit)


def media(session: ReleaseSession) -> tuple[ReleaseMedia, ...]:
    assert session.release is not None
    return session.release.media


def test_to_describe_a_picture_is_an_edit_that_can_be_undone(session: ReleaseSession) -> None:
    session.open(release(media=(place(),)))
    told: list[frozenset[str]] = []
    session.fields_changed.connect(told.append)
    session.describe("Describe an image", QUAY, BEFORE, AFTER)
    assert media(session) == (place(words=AFTER),)
    assert session.is_dirty
    assert told == [frozenset({"media"})]
    assert session.undo_stack.undoText() == "Describe an image"
    session.undo_stack.undo()
    assert media(session) == (place(),)
    session.undo_stack.redo()
    assert media(session) == (place(words=AFTER),)


def test_one_that_has_no_place_yet_is_undone_to_what_was_printed(session: ReleaseSession) -> None:
    session.open(release())
    session.describe("Describe an image", QUAY, BEFORE, AFTER)
    session.undo_stack.undo()
    assert media(session) == (place(),)


def test_the_same_words_and_what_is_no_draft_are_left_alone(session: ReleaseSession) -> None:
    session.open(release(media=(place(),)))
    session.describe("Describe an image", QUAY, BEFORE, BEFORE)
    assert not session.is_dirty
    session.open(release(media=(place(),), state=State.PUBLISHED))
    session.describe("Describe an image", QUAY, BEFORE, AFTER)
    assert media(session) == (place(),)


def test_undo_sets_words_and_leaves_the_pictures_that_came_since(session: ReleaseSession) -> None:
    first = release(media=(place(),))
    session.open(first)
    session.describe("Describe an image", QUAY, BEFORE, AFTER)
    stored = (place(words=AFTER), place(BOAT))
    session.stored(replace(first, version=1, media=stored), session.edits, AT)
    session.undo_stack.undo()
    assert media(session) == (place(), place(BOAT))


def test_what_is_said_while_it_is_stored_stays_said(session: ReleaseSession) -> None:
    first = release(media=(place(), place(BOAT)))
    session.open(first)
    session.edit("Change headline", headline="Harbour closes")
    edits = session.edits
    session.describe("Describe an image", QUAY, BEFORE, AFTER)
    session.stored(replace(first, version=1, headline="Harbour closes"), edits, AT)
    assert media(session) == (place(words=AFTER), place(BOAT))
    assert session.is_dirty


def test_a_picture_that_comes_back_into_the_text_says_what_it_said(
    session: ReleaseSession,
) -> None:
    first = release(media=(place(words=AFTER),))
    session.open(first)
    session.stored(replace(first, version=1, media=()), session.edits, AT)
    assert session.release is not None
    assert session.release.media == ()
    assert session.wording.completed(session.release).media == (place(words=AFTER),)


@pytest.mark.parametrize("is_opened", [True, False])
def test_what_another_release_or_another_desk_said_is_forgotten(
    session: ReleaseSession, is_opened: bool
) -> None:
    session.open(release(media=(place(),)))
    if is_opened:
        session.open(release(2))
    else:
        session.replace_stored(release(version=2, media=(place(BOAT),)))
    assert session.release is not None
    assert QUAY not in session.wording.said
    assert session.wording.completed(session.release) == session.release


def test_a_main_picture_that_was_taken_off_does_not_come_back_by_itself() -> None:
    wording = PictureWording()
    wording.begin(release(media=(replace(place(), role=MediaRole.FEATURE),)))
    assert wording.completed(release()).media == ()
