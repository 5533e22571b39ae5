"""The history in lines: newest first, by days, autosaves folded."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from uuid import UUID

import pytest

from newsdesk.domain.ids import ReleaseId, RevisionId
from newsdesk.domain.revision import Reason, Revision
from newsdesk.ui.history.history_lines import (
    LineKind,
    history_lines,
    mine_words,
    now_words,
    reason_words,
    theirs_words,
    version_words,
)

NOW = datetime(2026, 11, 25, 14, 0).astimezone()


def revision(number: int, reason: Reason = Reason.SAVE, **ago: int) -> Revision:
    return Revision(
        id=RevisionId(UUID(int=number)),
        release_id=ReleaseId(UUID(int=99)),
        number=number,
        created=NOW - timedelta(**ago),
        author="dana",
        device="desk-1",
        reason=reason,
        sha256="0" * 64,
        word_count=128,
        char_count=700,
    )


def told(revisions: Sequence[Revision], unfolded: Sequence[int] = ()) -> list[str]:
    lines = history_lines(revisions, NOW, unfolded)
    return [f"{line.title}|{line.time}|{line.detail}".strip("|") for line in lines]


def test_the_newest_comes_first_below_its_day(qapp: object) -> None:
    history = [revision(1, Reason.IMPORT, days=400), revision(2, days=1), revision(3, hours=2)]
    assert told(history) == [
        "Now||As it stands in the editor",
        "Today",
        "Saved|12:00|dana · 128 words",
        "Yesterday",
        "Saved|14:00|dana · 128 words",
        "21 October 2025",
        "Brought in|14:00|dana · 128 words",
    ]


def test_autosaves_one_after_the_other_are_one_line_until_they_are_unfolded(qapp: object) -> None:
    saved = Reason.AUTOSAVE
    history = [
        revision(1, minutes=60),
        revision(2, saved, minutes=50),
        revision(3, saved, minutes=40),
        revision(5, minutes=30),
        revision(6, saved, minutes=20),
    ]
    assert told(history)[2:] == [
        "Autosaved|13:40|dana · 128 words",
        "Saved|13:30|dana · 128 words",
        "2 autosaves|13:10 – 13:20|dana",
        "Saved|13:00|dana · 128 words",
    ]
    assert told(history, [3])[4:6] == [
        "Autosaved|13:20|dana · 128 words",
        "Autosaved|13:10|dana · 128 words",
    ]


def test_what_stands_for_one_state_can_be_compared(qapp: object) -> None:
    history = [revision(1, Reason.AUTOSAVE, minutes=2), revision(2, Reason.AUTOSAVE, minutes=1)]
    lines = list(history_lines(history, NOW, ()))
    assert [(line.kind, line.is_version, line.number) for line in lines] == [
        (LineKind.NOW, True, None),
        (LineKind.DAY, False, None),
        (LineKind.AUTOSAVES, False, 2),
    ]
    (kept,) = [one for one in history_lines([revision(3)], NOW, ()) if one.number == 3]
    assert (kept.is_version, kept.is_passing) == (True, False)
    assert kept.spoken == "Saved, 14:00, dana · 128 words"


@pytest.mark.parametrize("reason", Reason)
def test_every_reason_has_words_of_its_own(reason: Reason, qapp: object) -> None:
    assert reason_words(reason)
    assert [one for one in Reason if reason_words(one) == reason_words(reason)] == [reason]


def test_a_version_that_stands_alone_says_when_and_who(qapp: object) -> None:
    assert version_words(revision(1, days=1), NOW) == "Saved, Yesterday 14:00, dana"
    assert (now_words(), mine_words(), theirs_words()) == ("Now", "Mine", "Theirs")
