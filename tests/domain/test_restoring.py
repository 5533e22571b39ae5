"""What comes back with an earlier version, and what stays as it is."""

from dataclasses import fields, replace
from datetime import UTC, datetime, timedelta

import pytest

from newsdesk.domain.contact import ReleaseContact
from newsdesk.domain.embargo import Embargo
from newsdesk.domain.release import Release
from newsdesk.domain.restoring import restored
from newsdesk.domain.workflow import State
from tests.storage.making import NOW, plain_release

LATER = NOW + timedelta(hours=1)


def embargo(**away: int) -> Embargo:
    local = (NOW + timedelta(**away)).astimezone(UTC).replace(tzinfo=None)
    return Embargo.until(local, "UTC")


def test_text_and_all_it_carries_come_back_and_the_release_stays_itself() -> None:
    then = plain_release(
        headline="First", body_md="One", urgency=3, contacts=(ReleaseContact(display_name="Noor"),)
    )
    now = replace(
        then,
        version=7,
        current_revision=6,
        slug="another-name",
        headline="Second",
        body_md="Two",
        contacts=(),
        urgency=5,
        starred=True,
    )
    back = restored(now, then, LATER)
    assert (back.headline, back.body_md, back.urgency) == ("First", "One", 3)
    assert back.contacts == then.contacts
    assert (back.version, back.slug, back.starred) == (7, "another-name", True)
    assert back.versioncreated == LATER


@pytest.mark.parametrize(
    ("now", "then", "stands"),
    [
        (None, None, None),
        (embargo(days=2), None, embargo(days=2)),  # a restored text goes out no earlier
        (None, embargo(days=2), embargo(days=2)),
        (embargo(days=2), embargo(days=3), embargo(days=3)),
        (embargo(days=3), embargo(days=2), embargo(days=3)),
        (None, embargo(minutes=30), None),  # it is over
    ],
)
def test_of_two_embargoes_the_later_one_stands(
    now: Embargo | None, then: Embargo | None, stands: Embargo | None
) -> None:
    draft = plain_release()
    back = restored(replace(draft, embargo=now), replace(draft, embargo=then), LATER)
    assert back.embargo == stands


@pytest.mark.parametrize(("now", "then"), [(True, False), (False, True)])
def test_a_hold_stays_a_hold(now: bool, then: bool) -> None:
    draft = plain_release()
    assert restored(replace(draft, hold=now), replace(draft, hold=then), LATER).hold


def test_where_it_stands_in_the_workflow_is_no_content() -> None:
    then = plain_release(state=State.SPIKED, revert_state=State.DRAFT, correction_sequence=3)
    now = plain_release(id=then.id, slug=then.slug, family_id=then.family_id)
    back = restored(now, then, LATER)
    assert (back.state, back.revert_state, back.correction_sequence) == (State.DRAFT, None, 1)


def test_every_field_of_a_release_is_one_or_the_other() -> None:
    """A field that is new comes back with the text unless somebody says that it stays."""
    then = plain_release(
        firstpublished=datetime(2026, 1, 1, tzinfo=UTC), web_url="https://example.org"
    )
    back = restored(plain_release(), then, LATER)
    kept = {f.name for f in fields(Release) if getattr(back, f.name) != getattr(then, f.name)}
    assert kept == {"id", "slug", "family_id", "firstpublished", "versioncreated"}
