"""Writing releases out, without a window."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from uuid import UUID

import pytest
from pytestqt.qtbot import QtBot
from pytestqt.wait_signal import SignalBlocker

from newsdesk.desk import open_desk
from newsdesk.domain.changes import Changes, Subject
from newsdesk.domain.errors import ExportError, NotFoundError
from newsdesk.domain.export_record import ExportFormat
from newsdesk.domain.ids import ReleaseId
from newsdesk.ui.changes import ChangeHub
from newsdesk.ui.jobs.store import Store
from newsdesk.ui.jobs.write_out import WriteOut, WrittenOut

HEADLINES = ("Rabat opens a quay", "Lagos opens a quay", "Cairo opens a quay")


def outcome_of(waited: SignalBlocker) -> WrittenOut:
    assert waited.args is not None
    return waited.args[0]


@pytest.fixture
def ids(newsroom_folder: Path, now: Callable[[], datetime]) -> list[ReleaseId]:
    """Three stored releases; ask for them before the store, which keeps others from writing."""
    with open_desk(newsroom_folder, writing=True, now=now) as desk:
        return [
            desk.releases.new({"headline": one}, body_md="The port has a quay.")[0].id
            for one in HEADLINES
        ]


def test_every_release_is_a_page_and_on_record(
    ids: list[ReleaseId],
    newsroom_folder: Path,
    store: Store,
    hub: ChangeHub,
    tmp_path: Path,
    qtbot: QtBot,
) -> None:
    folder = tmp_path / "pages"
    run = WriteOut(ids, ExportFormat.HTML, folder, store)
    progress: list[tuple[int, int]] = []
    told: list[Changes] = []
    run.progressed.connect(lambda *steps: progress.append(steps))
    hub.changed.connect(told.append)
    with qtbot.waitSignal(run.finished, timeout=20_000) as finished:
        run.start()
    outcome = outcome_of(finished)
    assert progress == [(1, 3), (2, 3), (3, 3)]
    assert [record.release_id for record in outcome.written] == ids
    assert sorted(folder.iterdir()) == sorted(Path(record.path) for record in outcome.written)
    assert outcome.refused == ()
    with open_desk(newsroom_folder) as desk:
        assert [len(desk.exports.records(one)) for one in ids] == [1, 1, 1]
    qtbot.waitUntil(lambda: sum(Subject.EXPORTS in one.subjects for one in told) == 3)


def test_one_that_is_gone_does_not_stop_the_others(
    ids: list[ReleaseId], store: Store, tmp_path: Path, qtbot: QtBot
) -> None:
    first, *others = ids
    gone = ReleaseId(UUID(int=7))
    run = WriteOut([first, gone, *others], ExportFormat.HTML, tmp_path / "pages", store)
    with qtbot.waitSignal(run.finished, timeout=20_000) as finished:
        run.start()
    outcome = outcome_of(finished)
    assert len(outcome.written) == 3
    ((key, error),) = outcome.refused
    assert key == gone
    assert isinstance(error, NotFoundError)


def test_a_place_that_is_no_folder_is_told(
    ids: list[ReleaseId], store: Store, tmp_path: Path, qtbot: QtBot
) -> None:
    place = tmp_path / "pages"
    place.write_text("a file")
    run = WriteOut(ids, ExportFormat.HTML, place, store)
    with qtbot.waitSignal(run.finished, timeout=20_000) as finished:
        run.start()
    outcome = outcome_of(finished)
    assert outcome.written == ()
    assert [key for key, _ in outcome.refused] == ids
    assert all(isinstance(error, ExportError) for _, error in outcome.refused)
    assert place.read_text() == "a file"


def test_cancelling_keeps_what_was_written(
    ids: list[ReleaseId], store: Store, tmp_path: Path, qtbot: QtBot
) -> None:
    folder = tmp_path / "pages"
    run = WriteOut(ids, ExportFormat.HTML, folder, store)
    run.progressed.connect(lambda _done, _total: run.cancel())
    with qtbot.assertNotEmitted(run.finished), qtbot.waitSignal(run.cancelled) as cancelled:
        run.start()
    outcome = outcome_of(cancelled)
    assert [record.release_id for record in outcome.written] == ids[:1]
    assert len(list(folder.iterdir())) == 1


def test_a_save_comes_in_between(
    ids: list[ReleaseId], store: Store, tmp_path: Path, qtbot: QtBot
) -> None:
    run = WriteOut(ids, ExportFormat.HTML, tmp_path / "pages", store)
    order: list[str] = []
    run.progressed.connect(lambda done, _total: order.append(f"page {done}"))
    with qtbot.waitSignal(run.finished, timeout=20_000):
        run.start()
        store.change(
            lambda desk: desk.releases.new({"headline": "Oran opens a quay"}),
            lambda _release: order.append("saved"),
        )
    assert order.index("saved") < order.index("page 3")
