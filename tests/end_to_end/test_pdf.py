"""PDF on the command line, each time in a fresh process, as a person without a screen has it."""

import json
import os
import subprocess
import sys
from hashlib import sha256
from pathlib import Path
from shutil import copytree
from typing import Any

import pytest

from tests.exporting.pdf_reading import pages, read
from tests.ui import engine

engine.prepare()  # in the environment, which the processes inherit

Answer = subprocess.CompletedProcess[str]
EMBARGO = ("--set", "embargo.until_local=2099-03-03T09:00", "--set", "embargo.tz=Europe/Zurich")


class Terminal:
    """A command line on one newsroom."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.environment = {name: value for name, value in os.environ.items() if name != "DISPLAY"}

    def say(self, *words: str | Path) -> Answer:
        command = [sys.executable, "-m", "newsdesk", "--data-dir", self.folder, *words]
        return subprocess.run(
            [str(word) for word in command],
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=False,
            env=self.environment,
            timeout=180,
        )

    def ask(self, *words: str | Path) -> Any:
        answer = self.say(*words, "--json")
        assert (answer.returncode, answer.stderr) == (0, "")
        return json.loads(answer.stdout)


@pytest.fixture
def terminal(tmp_path: Path, empty_newsroom: Path) -> Terminal:
    copytree(empty_newsroom, tmp_path / "newsroom")
    return Terminal(tmp_path / "newsroom")


def test_a_release_leaves_as_a_pdf_that_says_what_it_is(terminal: Terminal, tmp_path: Path) -> None:
    terminal.ask("newsroom", "--set", "organisation=Harbour Trust")
    new = ("new", "--set", "headline=Quay opens", *EMBARGO, "--body-file", tmp_path / "text.md")
    (tmp_path / "text.md").write_text("The quay *opens* on Monday.", encoding="utf-8")
    release = terminal.ask(*new)
    told = terminal.ask("export", release["id"], "--format", "pdf", "--out", tmp_path / "out")
    (record,) = told["written"]
    path = Path(record["path"])
    assert path.name == "EMBARGOED-20990303T0800Z-quay-opens.pdf"
    assert [one.name for one in (tmp_path / "out").iterdir()] == [path.name]
    pdf = path.read_bytes()
    assert record["sha256"] == sha256(pdf).hexdigest()
    assert (record["format"], record["embargoed"]) == ("pdf", True)
    (page,) = pages(pdf)
    for words in ("Harbour Trust", "EMBARGOED UNTIL", "The quay opens on Monday.", "Page 1 of 1"):
        assert words in page
    assert read(pdf).trailer["/Root"]["/Lang"] == "en"

    again = terminal.ask("export", release["id"], "--format", "pdf", "--out", tmp_path / "again")
    assert again["written"][0]["sha256"] == record["sha256"]


def test_many_leave_with_one_engine(terminal: Terminal, tmp_path: Path) -> None:
    headlines = [f"Release number {number}" for number in range(5)]
    for headline in headlines:
        terminal.ask("new", "--set", f"headline={headline}")
    told = terminal.ask("export", "--all", "--format", "pdf", "--out", tmp_path / "out")
    assert len(told["written"]) == len(headlines)
    first = {pages(Path(one["path"]).read_bytes())[0] for one in told["written"]}
    assert all(any(headline in page for page in first) for headline in headlines)


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="root alone is refused")
def test_root_is_refused_in_words_and_nothing_is_written(
    terminal: Terminal, tmp_path: Path
) -> None:
    terminal.ask("new", "--set", "headline=Quay opens")
    del terminal.environment["QTWEBENGINE_DISABLE_SANDBOX"]
    answer = terminal.say("export", "--all", "--format", "pdf", "--out", tmp_path / "out")
    assert answer.returncode == 1
    assert "No file was written." in answer.stderr
    assert "Traceback" not in answer.stderr
    assert not (tmp_path / "out").exists()
