"""Runs every benchmark beside this file and prints one table: `python -m tests.benchmarks`.

A benchmark is a module with `measure() -> list[Row]`. Names given on the command line choose among
them. The exit code is 1 if a target is missed.
"""

import sys
from collections.abc import Callable, Iterator, Sequence
from importlib import import_module
from pathlib import Path
from typing import cast

from tests.benchmarks.rows import Row

_NO_BENCHMARKS = frozenset({"__main__", "rows", "importing_probe", "window_probe"})
_HEADINGS = ("figure", "value", "floor", "ratio", "target", "")


def main(chosen: Sequence[str]) -> int:
    rows = [row for name in _modules(chosen) for row in _measure(name)()]
    for line in _table([_HEADINGS, *map(_cells, rows)]):
        print(line)
    return 0 if all(row.is_met for row in rows) else 1


def _modules(chosen: Sequence[str]) -> Iterator[str]:
    for path in sorted(Path(__file__).parent.glob("*.py")):
        if path.stem not in _NO_BENCHMARKS and (path.stem in chosen or not chosen):
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
