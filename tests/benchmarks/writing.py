"""Writing for a while: keys at the pace of a fast typist, and what the window weighs meanwhile.

The floor of its memory is a bare editor beside a web view with a text of the same size, and where
there is no preview the editor alone. Processor time and memory are those of the whole process tree.
"""

import tempfile
from collections.abc import Mapping
from pathlib import Path

from tests import screen
from tests.benchmarks.probe_run import LARGE, SMALL, fill, once
from tests.benchmarks.rows import Row
from tests.benchmarks.window import FRAME_MS

_VERY_LONG = 20_000_000  # characters
_LONGEST_S = 600


def measure() -> list[Row]:
    if not screen.is_possible():
        print(f"left out: writing: {screen.MISSING}")
        return []
    with tempfile.TemporaryDirectory(dir=Path.cwd(), prefix=".bench-") as name:
        newsroom = Path(name) / "newsroom"
        fill(newsroom)
        with screen.virtual_screen() as environment:
            for _ in range(2):  # the first start sets up, the second compiles what it needs
                once(environment, "window", newsroom)
            return [
                *_bursts(environment, newsroom),
                *_memory(environment, newsroom),
                *_pasted(environment, newsroom),
            ]


def _bursts(environment: Mapping[str, str], newsroom: Path) -> list[Row]:
    rows: list[Row] = []
    for name, size in (("4 KB", SMALL), ("100 KB", LARGE)):
        ours = _of(environment, "burst", newsroom, size)
        web = _of(environment, "web", newsroom, size)
        burst = f"200 keys at 30 a second, {name}"
        frames = ours["lag_ms"] / FRAME_MS
        rows += [
            Row(f"{burst}: late keys", ours["late"], "keys", None, 1),
            Row(f"{burst}: preview behind the last", frames, "frames", None, 4),
            Row(f"{burst}: of one core", ours["cpu"] * 100, "%", None, 30),
            Row(f"{burst}: memory after", ours["pss_mib"], "MiB", web["pss_mib"], 1.17),
        ]
    return rows


def _memory(environment: Mapping[str, str], newsroom: Path) -> list[Row]:
    web = _of(environment, "web", newsroom, SMALL)["pss_mib"]
    editor = _of(environment, "editor", newsroom, SMALL)["pss_mib"]
    seen = _of(environment, "open", newsroom, SMALL)["pss_mib"]
    closed = _of(environment, "closed", newsroom, SMALL)["pss_mib"]
    left = _of(environment, "left_closed", newsroom, SMALL)["pss_mib"]
    return [
        Row("memory, 4 KB, with the preview", seen, "MiB", web, 1.17),
        Row("memory, 4 KB, the preview closed", closed, "MiB", editor, 2.8),
        Row("memory, 4 KB, started with it closed", left, "MiB", editor, 2.8),
    ]


def _pasted(environment: Mapping[str, str], newsroom: Path) -> list[Row]:
    found = once(
        environment,
        "paste",
        newsroom,
        _VERY_LONG,
        module="tests.benchmarks.writing_probe",
        longest_s=_LONGEST_S,
    )
    name = f"{_VERY_LONG // 1_000_000} MB pasted"
    return [
        Row(f"{name}: longest stall", found["stall_ms"], "ms", None, 200),
        Row(f"{name}: until all of it is on the page", found["shown_s"], "s", None, 180),
    ]


def _of(environment: Mapping[str, str], probe: str, newsroom: Path, size: int) -> dict[str, float]:
    return once(environment, probe, newsroom, size, module="tests.benchmarks.writing_probe")
