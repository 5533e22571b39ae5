"""Which texts of the journal come back into a newsroom that is older than they are."""

from dataclasses import replace
from datetime import timedelta

import pytest

from newsdesk.domain.errors import NotFoundError
from newsdesk.domain.ids import MediaId, ReleaseId
from newsdesk.domain.journal import JournalEntry, LeftEntry
from newsdesk.domain.media import MediaRole, ReleaseMedia
from newsdesk.domain.release import Release
from newsdesk.domain.revision import Reason
from newsdesk.domain.workflow import Action, State, Step
from newsdesk.services.desk import Desk
from newsdesk.services.draft_return import DraftReturn
from newsdesk.services.releases import ReleaseService
from newsdesk.services.workplace import Workplace


@pytest.fixture
def workplace(desk: Desk) -> Workplace:
    return desk.releases._workplace


@pytest.fixture
def service(workplace: Workplace) -> DraftReturn:
    return DraftReturn(workplace)


@pytest.fixture
def releases(workplace: Workplace) -> ReleaseService:
    return ReleaseService(workplace)


@pytest.fixture
def release(releases: ReleaseService) -> Release:
    return releases.new({"headline": "Quay"}, body_md="As it is stored.")[0]


def left(release: Release, workplace: Workplace, *, is_stored: bool = True) -> LeftEntry:
    return LeftEntry(
        entry=JournalEntry(release=release, at=workplace.now()), run="run", is_stored=is_stored
    )


def test_a_text_that_was_typed_upon_what_is_there_comes_back(
    service: DraftReturn, releases: ReleaseService, release: Release, workplace: Workplace
) -> None:
    text = replace(release, body_md="Newer.")
    (brought,) = service.bring_back([left(text, workplace)])
    assert releases.get(str(release.id)) == brought
    assert brought.body_md == "Newer."
    assert releases.revisions(str(release.id))[-1].reason is Reason.RESTORE


def test_a_text_that_is_older_than_what_is_there_does_not(
    service: DraftReturn, releases: ReleaseService, release: Release, workplace: Workplace
) -> None:
    later, _ = releases.save(replace(release, body_md="Later."), Reason.SAVE)
    assert service.bring_back([left(replace(release, body_md="Older."), workplace)]) == []
    assert releases.get(str(release.id)) == later


def test_of_several_texts_the_last_one_comes_back(
    service: DraftReturn, release: Release, workplace: Workplace
) -> None:
    texts = [replace(release, body_md=body) for body in ("First.", "Second.")]
    (brought,) = service.bring_back([left(text, workplace) for text in texts])
    assert brought.body_md == "Second."


def test_what_was_never_stored_is_not_stored_unasked(
    service: DraftReturn, release: Release, workplace: Workplace
) -> None:
    text = replace(release, body_md="Never stored.")
    assert service.bring_back([left(text, workplace, is_stored=False)]) == []


def test_a_release_that_is_not_there_comes_back_under_a_free_name(
    service: DraftReturn, release: Release, workplace: Workplace
) -> None:
    other = replace(release, id=ReleaseId(workplace.new_id()), version=7)
    (brought,) = service.bring_back([left(other, workplace)])
    assert brought.id == other.id
    assert brought.slug != release.slug
    assert brought.body_md == release.body_md


def test_a_picture_that_the_newsroom_does_not_know_stays_behind(
    service: DraftReturn, release: Release, workplace: Workplace
) -> None:
    unknown = ReleaseMedia(media_id=MediaId(workplace.new_id()), role=MediaRole.FEATURE)
    text = replace(release, body_md="Newer.", media=(unknown,))
    (brought,) = service.bring_back([left(text, workplace)])
    assert (brought.body_md, brought.media) == ("Newer.", ())
    with pytest.raises(NotFoundError), workplace.database.reading() as work:
        work.media.get(unknown.media_id)


def test_what_is_no_draft_any_more_is_not_changed(
    service: DraftReturn, release: Release, workplace: Workplace
) -> None:
    at = workplace.now() + timedelta(seconds=1)
    step = Step(action=Action.PUBLISH, at=at, by="dana")
    with workplace.database.transaction() as work:
        out = release.after(step, approval_steps=False)
        work.releases.save(replace(out, version=release.version), dateline_text="")
    text = replace(release, body_md="Newer.", version=release.version + 1)
    assert service.bring_back([left(text, workplace)]) == []
    with workplace.database.reading() as work:
        assert work.releases.get(release.id).state is State.PUBLISHED
