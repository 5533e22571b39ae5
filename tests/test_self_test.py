import json
from pathlib import Path

import pytest

from newsdesk import self_test


def test_this_installation_does_the_main_job(tmp_path: Path) -> None:
    (tmp_path / "new folder" / "self-test-1").mkdir(parents=True)  # an earlier run's
    assert self_test.run(tmp_path / "new folder") == 0
    report = json.loads((tmp_path / "new folder" / "self-test.json").read_text("utf-8"))
    assert report["ok"]
    assert len(report["steps"]) == 17
    assert not (tmp_path / "new folder" / "self-test.trace").exists()


def test_a_program_without_its_resources_fails_and_says_where(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("newsdesk.paths.resources", lambda: tmp_path / "nowhere")
    assert self_test.run(tmp_path) == 1
    report = json.loads((tmp_path / "self-test.json").read_text("utf-8"))
    assert not report["ok"]
    assert "nowhere" in report["steps"][0]["error"]
