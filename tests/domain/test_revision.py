import json
from dataclasses import replace
from uuid import UUID

import pytest

from newsdesk.domain.canonical import decode, to_json
from newsdesk.domain.ids import MediaId
from newsdesk.domain.media import ReleaseMedia
from newsdesk.domain.release import Release
from newsdesk.domain.revision import Reason, digest, is_recorded, snapshot
from tests.domain.test_release import DRAFT, NOW


def test_the_desks_own_marks_do_not_change_the_hash() -> None:
    marked = replace(DRAFT, version=9, current_revision=4, starred=True, locked_by="noor")
    assert digest(snapshot(marked)) == digest(snapshot(DRAFT))


def test_one_comma_changes_the_hash() -> None:
    changed = DRAFT.edited(NOW, body_md=DRAFT.body_md.replace("opened", ",opened"))
    assert digest(snapshot(changed)) != digest(snapshot(DRAFT))


def test_a_hash_from_before_pictures_had_words_is_that_of_the_release_without_them() -> None:
    place = ReleaseMedia(media_id=MediaId(UUID(int=1)), caption="A quay", credit="Noor Elm")
    release = replace(DRAFT, media=(place,))
    known = json.loads(snapshot(release))
    assert known["media"][0].pop("caption") == "A quay"
    assert known["media"][0].pop("credit") == "Noor Elm"
    earlier = digest(to_json(known))
    assert is_recorded(release, earlier)
    assert decode(Release, known).media == (ReleaseMedia(media_id=place.media_id),)
    assert is_recorded(release, digest(snapshot(release)))
    assert not is_recorded(replace(release, headline="Other"), earlier)
    reworded = replace(release, media=(replace(place, caption="A boat"),))
    assert not is_recorded(reworded, digest(snapshot(release)))


@pytest.mark.parametrize("reason", Reason)
def test_only_autosaves_may_be_thinned(reason: Reason) -> None:
    assert reason.is_permanent == (reason != "autosave")
