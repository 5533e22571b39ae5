"""Runs every benchmark beside this file and prints one table: `python -m tests.benchmarks`.

A benchmark is a module with `measure() -> list[Row]`. Names given on the command line choose among
them; `--peers` stands for the one that is run only when asked for, beside other programs. The exit
code is 1 if a target is missed.
"""

import sys
from collections.abc import Callable, Iterator, Sequence
from importlib import import_module
from pathlib import Path
from typing import cast

from tests.benchmarks.rows import Row

_NO_BENCHMARKS = frozenset(
    {"__main__", "archive", "rows", "probing", "probe_run", "process_tree", "outside"}
)
_ONLY_ASKED_FOR = frozenset({"peers"})
_PROBE = "_probe"  # how the name of a module ends that runs in a process of its own
_HEADINGS = ("figure", "value", "floor", "ratio", "target", "")


def main(words: Sequence[str]) -> int:
    chosen = ["peers" if word == "--peers" else word for word in words]
    rows = [row for name in _modules(chosen) for row in _measure(name)()]
    for line in _table([_HEADINGS, *map(_cells, rows)]):
        print(line)
    return 0 if all(row.is_met for row in rows) else 1


def _modules(chosen: Sequence[str]) -> Iterator[str]:
    for path in sorted(Path(__file__).parent.glob("*.py")):
        is_benchmark = path.stem not in _NO_BENCHMARKS and not path.stem.endswith(_PROBE)
        is_asked_for = not chosen and path.stem not in _ONLY_ASKED_FOR
        if is_benchmark and (path.stem in chosen or is_asked_for):
            yield path.stem


def _measure(name: str) -> Callable[[], list[Row]]:
    return cast("Callable[[], list[Row]]", import_module(f"tests.benchmarks.{name}").measure)


def _cells(row: Row) -> tuple[str, ...]:
    floor = "" if row.floor is None else f"{row.floor:.2f} {row.unit}"
    ratio = "" if row.ratio is None else f"{row.ratio:.2f} ×"
    target = f"≤ {row.target:g} {'×' if row.ratio is not None else row.unit}"
    value = f"{row.value:.2f} {row.unit}"
    return row.name, value, floor, ratio, target, "ok" if row.is_met else "missed"


def _table(rows: Sequence[Sequence[str]]) -> Iterator[str]:
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for name, *figures, verdict in rows:
        aligned = (cell.rjust(width) for cell, width in zip(figures, widths[1:-1], strict=True))
        yield "  ".join((name.ljust(widths[0]), *aligned, verdict)).rstrip()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
