"""What an export says before and after."""

from dataclasses import replace
from datetime import timedelta
from uuid import UUID

import pytest
from PySide6.QtWidgets import QApplication

from newsdesk.domain.export_record import ExportFormat
from newsdesk.domain.ids import ReleaseId
from newsdesk.domain.query import ReleaseSummary
from newsdesk.domain.release import Standing
from newsdesk.domain.workflow import State
from newsdesk.ui.dialogs.export_words import ExportWords, format_name, standing_of
from tests.ui.dialogs.releases import NOW, RUNNING, complete

ROW = ReleaseSummary(
    id=ReleaseId(UUID(int=1)),
    headline="Harbour opens",
    slug="harbour",
    state=State.DRAFT,
    language="en",
    dateline_text="",
    abstract=None,
    opening="",
    updated=NOW,
    embargo_until=None,
    embargo_tz=None,
    starred=False,
)
PUBLISHED = replace(ROW, state=State.PUBLISHED)
EMBARGOED = replace(PUBLISHED, embargo_until=NOW + timedelta(hours=1))


@pytest.fixture
def words(qapp: QApplication) -> ExportWords:
    return ExportWords()


@pytest.mark.parametrize("format_", ExportFormat)
def test_every_format_has_a_name(format_: ExportFormat) -> None:
    assert format_name(format_) != format_.value


def test_one_release_is_named_and_several_are_counted(words: ExportWords) -> None:
    assert words.what([ROW]) == "Harbour opens"
    assert words.what([replace(ROW, headline="")]) == "harbour"
    assert words.what([ROW] * 12) == "12 releases"


@pytest.mark.parametrize(
    ("row", "standing"),
    [
        (ROW, Standing.DRAFT),
        (replace(ROW, state=State.APPROVED), Standing.DRAFT),
        (replace(ROW, embargo_until=NOW + timedelta(hours=1)), Standing.EMBARGOED),
        (EMBARGOED, Standing.EMBARGOED),
        (replace(EMBARGOED, embargo_until=NOW), Standing.CLEAR),
        (PUBLISHED, Standing.CLEAR),
        (replace(EMBARGOED, state=State.RECALLED), Standing.WITHDRAWN),
        (complete(hold=True), Standing.HOLD),
        (complete(embargo=RUNNING), Standing.EMBARGOED),
    ],
)
def test_a_row_and_a_release_stand_alike(row: ReleaseSummary, standing: Standing) -> None:
    assert standing_of(row, NOW) is standing


@pytest.mark.parametrize("standing", sorted(set(Standing) - {Standing.CLEAR}))
@pytest.mark.parametrize("count", [1, 3, 4])
def test_every_standing_is_told_for_one_for_some_and_for_all(
    words: ExportWords, standing: Standing, count: int
) -> None:
    releases = {
        Standing.DRAFT: complete(),
        Standing.HOLD: complete(hold=True),
        Standing.EMBARGOED: complete(embargo=RUNNING),
        Standing.WITHDRAWN: complete(state=State.RECALLED),
    }
    clear = complete(state=State.PUBLISHED)
    told = words.copies_say([releases[standing]] * count + [clear] * (4 - count), NOW)
    ((told_standing, text),) = told
    assert told_standing is standing
    beginning = {1: "One of them", 3: "3 of them", 4: ("All of them", "None of them")}[count]
    assert text.startswith(beginning)
    ((_, alone),) = words.copies_say([releases[standing]], NOW)
    assert alone.startswith("It is ")


def test_copies_for_everybody_say_nothing(words: ExportWords) -> None:
    assert words.copies_say([PUBLISHED, PUBLISHED], NOW) == []


def test_a_mixed_bag_is_told_kind_by_kind(words: ExportWords) -> None:
    told = words.copies_say([ROW, ROW, ROW, EMBARGOED, PUBLISHED], NOW)
    assert told == [
        (Standing.DRAFT, "3 of them are not published and say so."),
        (Standing.EMBARGOED, "One of them is under embargo and says so."),
    ]


def test_what_was_done_is_counted(words: ExportWords) -> None:
    assert words.written(0) == "No file is written."
    assert words.written(1) == "One file is written."
    assert words.written(12) == "12 files are written."
    assert words.refused(1) == "One release was not exported:"
    assert words.refused(2) == "2 releases were not exported:"
    assert words.further(1) == "and one more"
    assert words.further(9) == "and 9 more"
