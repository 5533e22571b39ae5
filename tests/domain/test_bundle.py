"""Two histories of one release, compared by what both desks know."""

from collections.abc import Sequence
from datetime import UTC, datetime
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdesk.domain.bundle import (
    HandedRelease,
    HandedRevision,
    Kinship,
    fresh,
    kinship,
    own,
)
from newsdesk.domain.ids import ReleaseId, RevisionId
from newsdesk.domain.revision import Reason, Revision, digest, snapshot
from tests.storage.making import plain_release

KEY = ReleaseId(UUID(int=7))
AT = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)


def history(names: str) -> list[Revision]:
    """Return one revision a letter, each its own; a capital was made fit for this desk."""
    return [
        Revision(
            id=RevisionId(UUID(int=ord(name.lower()))),
            release_id=KEY,
            number=number,
            created=AT,
            author="nelm",
            device="desk",
            reason=Reason.ADAPT if name.isupper() else Reason.SAVE,
            sha256=digest(name.encode()),
            word_count=1,
            char_count=1,
        )
        for number, name in enumerate(names, start=1)
    ]


@pytest.mark.parametrize(
    ("ours", "theirs", "found"),
    [
        ("", "ab", Kinship.NEW),
        ("ab", "ab", Kinship.SAME),
        ("abC", "ab", Kinship.SAME),
        ("ab", "abcd", Kinship.AHEAD),
        ("abC", "abd", Kinship.AHEAD),
        ("abcd", "ab", Kinship.BEHIND),
        ("abx", "aby", Kinship.PARTED),
        ("x", "y", Kinship.PARTED),
        ("abxyz", "aby", Kinship.BEHIND),  # theirs was taken over between mine
        ("aby", "abxyz", Kinship.AHEAD),
        ("abxyz", "abyw", Kinship.PARTED),
    ],
)
def test_how_two_histories_stand_to_each_other(ours: str, theirs: str, found: Kinship) -> None:
    assert kinship(history(ours), history(theirs)) is found


@pytest.mark.parametrize(
    ("ours", "theirs", "found"),
    [
        ("ab", "ab", Kinship.BEHIND),
        ("ab", "a", Kinship.BEHIND),
        ("ab", "abc", Kinship.PARTED),
        ("abx", "aby", Kinship.PARTED),
    ],
)
def test_what_was_not_kept_for_good_yet_is_a_change_too(
    ours: str, theirs: str, found: Kinship
) -> None:
    assert kinship(history(ours), history(theirs), has_unkept=True) is found


def test_the_same_text_under_two_keys_is_the_same() -> None:
    (mine,), (first, second) = history("b"), history("ab")
    theirs = [first, second]
    assert kinship([first, mine], theirs) is Kinship.SAME


def test_what_was_made_fit_at_the_end_is_left_out_and_in_the_middle_not() -> None:
    assert own(history("aBcDE")) == history("aBc")
    assert own(history("A")) == history("A")


@pytest.mark.parametrize(
    ("ours", "theirs", "count"),
    [("", "abc", 3), ("ab", "abc", 1), ("abc", "ab", 0), ("x", "yz", 2)],
)
def test_what_is_not_here_stands_at_the_end(ours: str, theirs: str, count: int) -> None:
    assert fresh(history(ours), history(theirs)) == count


@given(ours=st.text("abcdXYZ", max_size=6), theirs=st.text("abcdXYZ", min_size=1, max_size=6))
def test_taking_over_once_is_taking_over_for_good(ours: str, theirs: str) -> None:
    mine, other = history(ours), history(theirs)
    joined: Sequence[Revision] = [*mine, *other[len(other) - fresh(mine, other) :]]
    assert fresh(joined, other) == 0
    assert kinship(joined, other) in {Kinship.SAME, Kinship.BEHIND}


def test_a_handed_text_leaves_the_marks_of_its_desk_behind() -> None:
    release = plain_release()
    canonical = snapshot(release)
    (revision,) = history("a")
    handed = HandedRevision(revision=revision, canonical=canonical)
    assert handed.release.body_md == release.body_md
    assert (handed.release.version, handed.release.starred) == (0, False)
    assert HandedRelease(id=KEY, history=(handed,)).head is handed
