"""How an export went, in words."""

from uuid import UUID

import pytest
from PySide6.QtWidgets import QLabel, QScrollArea
from pytestqt.qtbot import QtBot

from newsdesk.domain.errors import ExportError
from newsdesk.domain.export_record import ExportFormat, ExportRecord
from newsdesk.domain.ids import ExportId, ReleaseId
from newsdesk.ui.dialogs.export_outcome import ExportOutcomeView
from newsdesk.ui.dialogs.export_words import ExportWords
from newsdesk.ui.dialogs.icon_line import IconLine
from newsdesk.ui.jobs.write_out import WrittenOut
from newsdesk.ui.theme.icons import Icons
from newsdesk.ui.widgets.notice_bar import Tone
from tests.ui.dialogs.releases import NOW

IDS = [ReleaseId(UUID(int=number)) for number in range(1, 30)]
TITLES = {one: f"Harbour {one.int}" for one in IDS}
WRITTEN = tuple(
    ExportRecord(
        id=ExportId(UUID(int=1)),
        release_id=one,
        revision=1,
        revision_sha256="",
        format=ExportFormat.HTML,
        path=f"/srv/{one}.html",
        sha256="",
        embargoed=False,
        at=NOW,
    )
    for one in IDS[:2]
)
FULL = ExportError("/srv/pages/harbour.html", "No space left on device")


@pytest.fixture
def view(icons: Icons, qtbot: QtBot) -> ExportOutcomeView:
    view = ExportOutcomeView(ExportWords(), icons)
    qtbot.addWidget(view)
    view.resize(480, 300)
    view.show()
    return view


def tone(view: ExportOutcomeView) -> Tone:
    return view.findChildren(IconLine)[0].tone


def listed(view: ExportOutcomeView) -> list[str]:
    area = view.findChildren(QScrollArea)[0]
    return [label.text() for label in area.findChildren(QLabel) if label.isVisible()]


def test_pages_that_are_written_are_counted(view: ExportOutcomeView) -> None:
    view.show_outcome(WrittenOut(WRITTEN), TITLES, is_stopped=False)
    assert view.text() == "2 files are written."
    assert tone(view) is Tone.DONE
    assert listed(view) == []


def test_each_that_was_not_is_named_with_its_reason(view: ExportOutcomeView) -> None:
    view.show_outcome(WrittenOut(WRITTEN, ((IDS[4], FULL),)), TITLES, is_stopped=False)
    assert view.text() == "2 files are written. One release was not exported:"
    assert tone(view) is Tone.WARNING
    title, why = listed(view)
    assert title == "Harbour 5"
    assert "could not be written" in why
    assert "No space left on device" in why


def test_nothing_written_is_an_error(view: ExportOutcomeView) -> None:
    view.show_outcome(WrittenOut((), ((IDS[4], FULL),)), TITLES, is_stopped=False)
    assert view.text().startswith("No file is written.")
    assert tone(view) is Tone.ERROR


def test_a_long_list_says_how_many_more(view: ExportOutcomeView) -> None:
    view.show_outcome(WrittenOut((), tuple((one, FULL) for one in IDS)), TITLES, is_stopped=False)
    assert listed(view)[-1] == "and 9 more"
    assert view.findChildren(QScrollArea)[0].height() <= 240


def test_one_that_was_stopped_says_so(view: ExportOutcomeView) -> None:
    view.show_outcome(WrittenOut(WRITTEN[:1]), TITLES, is_stopped=True)
    assert view.text() == "Stopped. One file is written."
    assert tone(view) is Tone.INFO


def test_the_next_outcome_takes_the_place_of_the_last(view: ExportOutcomeView) -> None:
    view.show_outcome(WrittenOut((), ((IDS[4], FULL),)), TITLES, is_stopped=False)
    view.show_outcome(WrittenOut(WRITTEN), TITLES, is_stopped=False)
    assert listed(view) == []
    assert "not exported" not in view.text()


def test_the_list_is_as_high_as_it_needs(view: ExportOutcomeView, qtbot: QtBot) -> None:
    area = view.findChildren(QScrollArea)[0]
    view.show_outcome(WrittenOut((), ((IDS[4], FULL),)), TITLES, is_stopped=False)
    qtbot.waitUntil(lambda: 40 < area.height() < 140)
    assert area.verticalScrollBar().maximum() == 0
