import argparse
import json
import signal
from collections.abc import Iterator

import pytest

from newsdesk.cli.output import StderrProgress, emit, emitting, stopping_at_interrupt, table
from newsdesk.domain.errors import Cancelled


def test_json_keeps_letters_and_lines_are_for_people(capsys: pytest.CaptureFixture[str]) -> None:
    emit(argparse.Namespace(json=True), {"name": "Genève"}, ["never printed"])
    out = capsys.readouterr().out
    assert "Genève" in out
    assert json.loads(out) == {"name": "Genève"}
    emit(argparse.Namespace(json=False), {}, ["one", "two"])
    assert capsys.readouterr().out == "one\ntwo\n"


def test_columns_are_aligned_and_nothing_trails() -> None:
    assert list(table([("a", "bb"), ("ccc", "d")])) == ["a    bb", "ccc  d"]
    assert list(table([])) == []


def test_short_work_says_nothing_and_long_work_says_how_far_it_is(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    now = 100.0
    monkeypatch.setattr("newsdesk.cli.output.monotonic", lambda: now)
    monkeypatch.setattr("sys.stderr.isatty", lambda: True)
    progress = StderrProgress("imported")
    progress.report(1, 3)
    assert capsys.readouterr().err == ""
    now += 1
    progress.report(2, 3)
    assert capsys.readouterr().err == "imported: 2 of 3\r"
    progress.report(3, 3)
    assert capsys.readouterr().err == " " * len("imported: 2 of 3") + "\r"


def test_a_log_file_is_told_no_progress(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    now = 100.0
    monkeypatch.setattr("newsdesk.cli.output.monotonic", lambda: now)
    progress = StderrProgress("imported")
    now += 1
    progress.report(2, 3)
    assert capsys.readouterr().err == ""


@pytest.fixture
def interruptible() -> Iterator[None]:
    """What is started in the background ignores Ctrl+C from the start."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.mark.usefixtures("interruptible")
def test_a_first_ctrl_c_stops_between_two_steps_and_a_second_one_at_once() -> None:
    progress = StderrProgress("imported")
    before = signal.getsignal(signal.SIGINT)
    with stopping_at_interrupt(progress):
        progress.report(1, 3)
        signal.raise_signal(signal.SIGINT)
        with pytest.raises(Cancelled):
            progress.report(2, 3)
        with pytest.raises(KeyboardInterrupt):
            signal.raise_signal(signal.SIGINT)
    assert signal.getsignal(signal.SIGINT) is before


@pytest.mark.parametrize("items", [[], [{"a": "Genève"}], [{"a": 1}, {"a": [2]}]])
def test_a_long_answer_is_one_object_of_json(
    capsys: pytest.CaptureFixture[str], items: list[object]
) -> None:
    with emitting(argparse.Namespace(json=True), "found", {"dry_run": True}) as emission:
        for item in items:
            emission.item(lambda item=item: item, lambda: pytest.fail("lines"))
        emission.rest = {"refused": []}
    answer = json.loads(capsys.readouterr().out)
    assert answer == {"dry_run": True, "found": items, "refused": []}


def test_a_long_answer_for_people_comes_line_by_line(capsys: pytest.CaptureFixture[str]) -> None:
    with emitting(argparse.Namespace(json=False), "found", {}) as emission:
        emission.item(lambda: pytest.fail("a shape"), lambda: ["one", "two"])
        assert capsys.readouterr().out == "one\ntwo\n"
        emission.closing_lines = ["two in all"]
    assert capsys.readouterr().out == "two in all\n"
