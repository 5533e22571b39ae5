"""Thousands of releases that come in through the window while one writes in it and scrolls.

By hand, of any number: `python -m tests.benchmarks.big_import 50000`.
"""

import sys
import tempfile
from pathlib import Path

from tests import screen
from tests.benchmarks import importing
from tests.benchmarks.probe_run import fill, once
from tests.benchmarks.rows import Row

_MANY = 5_000  # releases
_LONGEST_S = 3_600


def measure(count: int = _MANY) -> list[Row]:
    if not screen.is_possible():
        print(f"left out: big_import: {screen.MISSING}")
        return []
    # beside the project: a temporary folder may lie in memory, where nothing is ever synced
    with tempfile.TemporaryDirectory(dir=Path.cwd(), prefix=".bench-") as name:
        newsroom, texts = Path(name) / "newsroom", Path(name) / "texts"
        fill(newsroom)
        importing.write_texts(texts, count)
        with screen.virtual_screen() as environment:
            for _ in range(2):  # the first start sets up, the second compiles what it needs
                once(environment, "window", newsroom)
            took = once(
                {**environment, "NEWSDESK_BENCH_TEXTS": str(texts)},
                "while_writing",
                newsroom,
                count,
                module="tests.benchmarks.big_import_probe",
                longest_s=_LONGEST_S,
            )
    assert took["stored"] == count
    many = f"{count:,} of 4 KB into the window"
    return [
        Row(f"{many}, each", took["each_ms"], "ms", None, 15),
        Row(f"{many}: the first hundred are listed", took["hundred_s"], "s", None, 10),
        Row(f"{many}: longest stall", took["stall_ms"], "ms", None, 200),
        Row(f"{many}: key to editor, 99 of 100", took["key_ms"], "ms", None, 100),
        Row(f"{many}: longest wait of a save", took["save_s"], "s", None, 1),
        Row(f"{many}: memory after", took["more_mib"], "MiB", None, 60 + count / 100),
    ]


if __name__ == "__main__":
    for row in measure(int(sys.argv[1]) if len(sys.argv) > 1 else _MANY):
        verdict = "ok" if row.is_met else "missed"
        print(f"{row.name}: {row.value:.2f} {row.unit} (≤ {row.target:g}), {verdict}")
