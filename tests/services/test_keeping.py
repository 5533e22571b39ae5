import pytest

from newsdesk.domain.errors import FieldError
from newsdesk.domain.query import ReleaseQuery
from newsdesk.domain.revision import Reason, digest, snapshot
from newsdesk.services.desk import Desk
from tests.services.conftest import Clock


def test_row_index_and_revision_are_kept_together(desk: Desk) -> None:
    release, _ = desk.releases.new({"headline": "Harbour"}, body_md="It opened at noon.")
    (revision,) = desk.releases.revisions("harbour")
    assert revision.sha256 == digest(snapshot(release))
    assert (revision.word_count, revision.char_count) == (4, 18)
    assert desk.releases.summaries(ReleaseQuery(text="noon"))


def test_a_save_that_fails_keeps_none_of_it(desk: Desk, clock: Clock) -> None:
    desk.releases.new({"headline": "One", "slug": "one"})
    other, _ = desk.releases.new({"headline": "Other"})
    twin = other.edited(clock.now, slug="one", body_md="A word that is nowhere else: quokka.")
    with pytest.raises(FieldError):
        desk.releases.save(twin, Reason.SAVE)
    assert desk.releases.get("other") == other
    assert not desk.releases.summaries(ReleaseQuery(text="quokka"))
    assert len(desk.releases.revisions("other")) == 1
