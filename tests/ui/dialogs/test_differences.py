"""In what two versions of a release differ."""

from dataclasses import replace
from datetime import UTC, datetime
from uuid import UUID

from newsdesk.domain.ids import FamilyId, ReleaseId
from newsdesk.domain.release import Release
from newsdesk.ui.dialogs.differences import changed_fields, first_difference

AT = datetime(2026, 11, 25, 9, 30, tzinfo=UTC)
RELEASE = Release(
    id=ReleaseId(UUID(int=1)),
    slug="harbour",
    family_id=FamilyId(UUID(int=1)),
    language="en",
    headline="Harbour opens",
    firstcreated=AT,
    versioncreated=AT,
    created_by="anna",
)


def test_what_a_person_changed_is_named_in_the_order_of_a_release() -> None:
    theirs = replace(RELEASE, body_md="New text", headline="Harbour opened", version=7)
    assert changed_fields(RELEASE, theirs) == ("headline", "body_md")


def test_what_storing_sets_is_nobodys_change() -> None:
    stored = replace(
        RELEASE, version=8, current_revision=3, starred=True, slug="harbour-2", locked_by="ben"
    )
    assert changed_fields(RELEASE, stored) == ()


def test_the_first_paragraph_that_differs_is_shown() -> None:
    assert first_difference("One\n\nTwo\n\nThree", "One\n\n2\n\n3") == ("Two", "2")


def test_a_paragraph_that_one_has_not_is_empty_there() -> None:
    assert first_difference("One\n\nTwo", "One") == ("Two", "")
    assert first_difference("One", "One\n\nTwo") == ("", "Two")


def test_texts_that_are_the_same_have_no_difference() -> None:
    assert first_difference("One\n\nTwo", "One\n \nTwo\n") == ("", "")


def test_a_long_beginning_that_is_the_same_is_left_out() -> None:
    same = "word " * 100
    mine, theirs = first_difference(f"{same}mine to the end", f"{same}theirs to the end")
    assert mine.startswith("…word ")
    assert mine.endswith("word mine to the end")
    assert theirs.endswith("word theirs to the end")
    assert len(mine) < 120


def test_one_that_only_goes_on_keeps_its_place() -> None:
    same = "word " * 100
    mine, theirs = first_difference(f"{same}more", same)
    assert mine.endswith("more")
    assert len(mine) < 120
    assert len(theirs) < 120
