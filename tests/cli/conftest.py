"""The command line as a person uses it, in this process."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from shutil import copytree
from typing import Any

import pytest

from newsdesk.cli.program import run


@dataclass(frozen=True)
class Answer:
    """What the program said."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)


Newsdesk = Callable[..., Answer]


@pytest.fixture
def newsdesk(tmp_path: Path, capsys: pytest.CaptureFixture[str], empty_newsroom: Path) -> Newsdesk:
    """Run `newsdesk --data-dir … WORDS` and return what it said."""
    copytree(empty_newsroom, tmp_path / "newsroom")

    def call(*words: str | Path) -> Answer:
        try:
            code = run(["--data-dir", str(tmp_path / "newsroom"), *map(str, words)])
        except SystemExit as stopped:  # argparse's way out
            code = int(stopped.code or 0)
        said = capsys.readouterr()
        return Answer(code, said.out, said.err)

    return call
