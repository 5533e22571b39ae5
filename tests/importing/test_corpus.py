"""Real releases, read as they lie about; the material is not part of the project."""

import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from newsdesk.importing.draft import ImportTools
from tests.importing.corpus_score import Score
from tests.importing.score_report import report, scored, total

SEEDS = ("001", "002")
FLOOR = 0.97


@pytest.fixture(scope="module")
def scores(shared: Path, tools: ImportTools) -> Mapping[str, Score]:
    """The cases of the corpus by name: plain texts, saved pages, feeds."""
    folders = [source.parent for source in sorted((shared / "corpus").glob("*/source.*"))]
    assert folders, "the corpus has no case"
    return {folder.name: scored(folder, tools) for folder in folders}


def test_the_two_first_releases_are_read_without_a_fault(scores: Mapping[str, Score]) -> None:
    seeds = {name: one for name, one in scores.items() if name.startswith(SEEDS)}
    assert len(seeds) == len(SEEDS)
    assert {name: one.wrong for name, one in seeds.items()} == dict.fromkeys(seeds, ())


def test_all_cases_together_reach_the_floor(
    scores: Mapping[str, Score], capsys: pytest.CaptureFixture[str]
) -> None:
    with capsys.disabled():
        sys.stdout.write("\n" + "\n".join(report("all cases", scores)) + "\n")
    right, labelled = total(scores.values())
    assert right / labelled >= FLOOR
