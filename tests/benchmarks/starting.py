"""The start with a hundred thousand releases stored, and what they cost in memory.

Beside the start stands the bare editor of `window`; beside the memory the same window with a
library of one release, both without the preview, which weighs the same whatever is stored.
"""

import tempfile
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from statistics import median

from newsdesk.app import surroundings
from newsdesk.services.preferences import View
from tests import screen
from tests.benchmarks import storage
from tests.benchmarks.archive import archive
from tests.benchmarks.probe_run import once
from tests.benchmarks.rows import Row

_STARTS = 9
_WEIGHINGS = 3


def measure() -> list[Row]:
    if not screen.is_possible():
        print(f"left out: starting: {screen.MISSING}")
        return []
    kept = archive()
    with (
        tempfile.TemporaryDirectory(dir=kept.folder.parent, prefix=".starting-") as name,
        screen.virtual_screen() as environment,
    ):
        full, single = kept.copied(Path(name)), Path(name) / "single"
        with storage.open_newsroom(single) as database, database.transaction() as work:
            storage.kept(work, storage.new_release())
        for newsroom in (full, single):
            for _ in range(2):  # the first start sets up, the second compiles what it needs
                once(environment, "window", newsroom)
        return [*_starts(environment, full), *_memory(environment, full, single)]


def _starts(environment: Mapping[str, str], full: Path) -> list[Row]:
    ours, bare = list[dict[str, float]](), list[dict[str, float]]()
    for _ in range(_STARTS):
        ours.append(once(environment, "window", full))
        bare.append(once(environment, "editor", full))
    floor = median(one["text_ms"] for one in bare)
    text, panes = (median(one[what] for one in ours) for what in ("text_ms", "complete_ms"))
    return [
        Row("start → text painted, 100,000 stored", text, "ms", floor, 1.5),
        Row("start → all panes there, 100,000 stored", panes, "ms", floor, 3.5),
    ]


def _memory(environment: Mapping[str, str], full: Path, single: Path) -> list[Row]:
    many, one = list[float](), list[float]()
    for _ in range(_WEIGHINGS):
        for newsroom, found in ((full, many), (single, one)):
            preferences = surroundings(data_dir=newsroom).preferences
            preferences.save(replace(preferences.load(), view=View.WRITE))
            module = "tests.benchmarks.writing_probe"
            found.append(once(environment, "left_closed", newsroom, module=module)["pss_mib"])
    return [
        Row("memory without the preview, 100,000 stored", median(many), "MiB", median(one), 1.3)
    ]
