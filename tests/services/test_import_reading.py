import logging
import multiprocessing
import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

import pytest

from newsdesk.domain.errors import Cancelled, ImportProblem
from newsdesk.domain.gazetteer import Gazetteer
from newsdesk.importing.draft import Draft, ImportTools
from newsdesk.services import import_reading
from newsdesk.services.import_reading import (
    FileEnd,
    ReadDraft,
    Reading,
    ReadingPlan,
    Readings,
    processes_for,
)
from newsdesk.services.import_sources import SourceFile
from tests.services import reading_hazards

TOOLS = ImportTools(gazetteer=Gazetteer(()))
HERE = ReadingPlan(tools=TOOLS, processes=0)
BESIDE = ReadingPlan(tools=TOOLS, processes=2)


@pytest.fixture
def hazardous(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(import_reading, "serve", reading_hazards.serve)


def files(folder: Path, *contents: str) -> list[SourceFile]:
    for number, content in enumerate(contents):
        (folder / f"{number}.txt").write_text(content, encoding="utf-8")
    return [SourceFile(str(folder / f"{number}.txt")) for number in range(len(contents))]


def told(readings: Sequence[Reading]) -> list[tuple[str, object]]:
    return [
        (one.source.name, one.draft.headline)
        if isinstance(one, ReadDraft)
        else (one.source.name, one.refusal and one.refusal.problem)
        for one in readings
    ]


def whole(name: str) -> list[tuple[str, object]]:
    return [(name, f"{name} 1"), (name, f"{name} 2"), (name, None)]


@pytest.mark.parametrize("plan", [HERE, BESIDE])
def test_drafts_come_in_the_order_of_the_files(tmp_path: Path, plan: ReadingPlan) -> None:
    texts = [f"The harbour of Port {number} opens\n\nIt does." for number in range(70)]
    texts[3] = ""
    readings = list(Readings(files(tmp_path, *texts), plan))
    assert [one.source.name for one in readings if isinstance(one, FileEnd)] == [
        f"{number}.txt" for number in range(70)
    ]
    drafts = [one.draft for one in readings if isinstance(one, ReadDraft)]
    assert [draft.headline for draft in drafts[:4]] == [
        f"The harbour of Port {number} opens" for number in (0, 1, 2, 4)
    ]
    assert all(draft.dissection is None for draft in drafts)
    (refusal,) = [one.refusal for one in readings if isinstance(one, FileEnd) and one.refusal]
    assert (refusal.problem, refusal.source) == (ImportProblem.EMPTY, str(tmp_path / "3.txt"))


def test_what_it_takes_to_restore_findings_is_kept_where_a_person_will_look(tmp_path: Path) -> None:
    plan = ReadingPlan(tools=TOOLS, processes=1, keeps_dissection=True)
    draft, _ = Readings(files(tmp_path, "The harbour opens\n\nIt does."), plan)
    assert isinstance(draft, ReadDraft)
    assert draft.draft.dissection is not None


def test_a_few_files_are_read_sooner_than_a_process_is_there() -> None:
    assert processes_for(3) == 0
    assert processes_for(5_000) >= 1


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        ("hang", ImportProblem.TOO_SLOW),
        ("die", ImportProblem.FAILED),
    ],
)
@pytest.mark.usefixtures("hazardous")
def test_a_file_that_hangs_or_kills_costs_itself_alone(
    tmp_path: Path, content: str, problem: ImportProblem
) -> None:
    contents = ["well", content, "well", content, *["well"] * 6]
    plan = ReadingPlan(tools=TOOLS, processes=2, longest_s=2)
    reading = Readings(files(tmp_path, *contents), plan)
    readings: list[Reading] = []
    for one in reading:
        readings.append(one)
        reading.heed()
    lost = {number: contents[number] for number in (1, 3)}
    for number in range(len(contents)):
        name = f"{number}.txt"
        ours = [one for one in told(readings) if one[0] == name]
        if number in lost:
            assert ours[-1] == (name, problem)
        else:
            assert ours == whole(name)


@pytest.mark.usefixtures("hazardous")
def test_files_are_read_on_while_something_else_is_done(tmp_path: Path) -> None:
    paused: list[int] = []
    readings = Readings(files(tmp_path, *["well"] * 90), BESIDE, lambda: paused.append(1))
    next(readings)
    for _ in range(1_000):
        readings.heed()
        if all(task.found for task in readings._under_way):
            break
        time.sleep(0.01)
    paused.clear()
    assert len(list(readings)) == 90 * 3 - 1
    assert paused == []  # nothing was waited for
    readings.heed()  # nor is there anything to hear


def test_no_more_is_kept_ahead_than_there_is_room_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(import_reading, "_ROOM", 100)
    texts = [f"The harbour of Port {number} opens\n\nIt does." for number in range(70)]
    readings = Readings(files(tmp_path, *texts), BESIDE)
    next(readings)
    for _ in range(100):
        readings.heed()
        time.sleep(0.01)
    kept = [one for task in readings._under_way for one in task.found if isinstance(one, Draft)]
    assert 0 < len(kept) < 70
    assert sum(len(one.body_md) for one in kept) == readings._held < 120
    assert len(list(readings)) == 2 * 70 - 1
    assert readings._held == 0


@pytest.mark.usefixtures("hazardous", "expected_warnings")
def test_a_fault_of_ours_costs_one_file_and_is_in_the_log(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.ERROR):
        readings = list(Readings(files(tmp_path, "fail", "well"), BESIDE))
    assert told(readings) == [*whole("0.txt")[:2], ("0.txt", ImportProblem.FAILED), *whole("1.txt")]
    assert isinstance(readings[2], FileEnd)
    assert readings[2].refusal is not None
    assert readings[2].refusal.detail == "ZeroDivisionError"
    assert "in hazardous" in caplog.text


@pytest.mark.usefixtures("hazardous")
def test_a_file_of_many_releases_keeps_nobody_waiting_and_no_memory(tmp_path: Path) -> None:
    readings = list(Readings(files(tmp_path, "well", "many", "many", "well"), BESIDE))
    assert told(readings)[:3] == whole("0.txt")
    assert [len([one for one in readings if one.source.name == f"{n}.txt"]) for n in range(4)] == [
        *(3, 201, 201, 3),
    ]


@pytest.mark.usefixtures("expected_warnings")
def test_where_no_process_can_be_had_the_files_are_read_here(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(import_reading, "serve", reading_hazards.never_begin)
    texts = [f"The harbour of Port {number} opens\n\nIt does." for number in range(5)]
    readings = list(Readings(files(tmp_path, *texts), BESIDE))
    assert len(readings) == 10
    assert all(one.refusal is None for one in readings if isinstance(one, FileEnd))


@pytest.mark.usefixtures("hazardous")
def test_reading_stops_when_it_is_told_to_and_leaves_no_process(tmp_path: Path) -> None:
    def stop() -> None:
        raise Cancelled

    before = set(multiprocessing.active_children())
    with pytest.raises(Cancelled):
        list(Readings(files(tmp_path, "hang"), BESIDE, stop))
    readings = Readings(files(tmp_path, *["well"] * 40), BESIDE)
    next(readings)
    assert len(set(multiprocessing.active_children()) - before) == 2
    readings.close()
    assert set(multiprocessing.active_children()) == before


@pytest.mark.usefixtures("hazardous")
def test_names_that_no_pipe_holds_keep_nobody_waiting(tmp_path: Path) -> None:
    folder = tmp_path.joinpath(*["long" * 40] * 5)
    folder.mkdir(parents=True)
    (folder / "many.txt").write_text("many")
    sources = [SourceFile(f"{folder}/{'./' * 1_000}many.txt")] * 200  # half a megabyte of names
    plan = ReadingPlan(tools=TOOLS, processes=1)
    assert sum(isinstance(one, ReadDraft) for one in Readings(sources, plan)) == 200 * 200


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere nothing tells who runs")
def test_a_process_that_hangs_ends_with_the_one_that_asked(tmp_path: Path) -> None:
    (tmp_path / "hang.txt").write_text("hang")
    said = subprocess.run(
        [sys.executable, "-c", _ASK_AND_DIE, tmp_path / "hang.txt"],
        check=False,
        capture_output=True,
        text=True,
    )
    assert said.returncode == -signal.SIGKILL
    place = Path(f"/proc/{said.stdout.strip()}/cmdline")
    deadline = time.monotonic() + 20
    while place.exists():
        assert time.monotonic() < deadline
        time.sleep(0.05)


_ASK_AND_DIE = """
import multiprocessing, os, signal, sys
from newsdesk.domain.gazetteer import Gazetteer
from newsdesk.importing.draft import ImportTools
from newsdesk.services import import_reading
from newsdesk.services.import_sources import SourceFile
from tests.services import reading_hazards

import_reading.serve = reading_hazards.serve
asked = []

def give_up_in_time():
    asked.append(None)
    if len(asked) > 12:  # three seconds: it has begun to read, and hangs
        (child,) = multiprocessing.active_children()
        print(child.pid, flush=True)
        os.kill(os.getpid(), signal.SIGKILL)

plan = import_reading.ReadingPlan(tools=ImportTools(gazetteer=Gazetteer(())), processes=1)
list(import_reading.Readings([SourceFile(sys.argv[1])], plan, give_up_in_time))
"""
