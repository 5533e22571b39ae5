import argparse
import json

import pytest

from newsdesk.cli.output import StderrProgress, emit, table


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
    progress = StderrProgress("imported")
    progress.report(1, 3)
    assert capsys.readouterr().err == ""
    now += 1
    progress.report(2, 3)
    progress.report(3, 3)
    assert capsys.readouterr().err == "imported: 2 of 3\n"
