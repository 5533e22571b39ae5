"""Printing: JSON for programs, lines for people, progress on stderr."""

import argparse
import json
import sys
from collections.abc import Iterable, Sequence
from time import monotonic
from typing import Any


def emit(words: argparse.Namespace, shape: Any, lines: Iterable[str]) -> None:
    """Print `shape` where JSON was asked for, else `lines`."""
    if words.json:
        json.dump(shape, sys.stdout, ensure_ascii=False, indent=2)
        print()
    else:
        for line in lines:
            print(line)


def table(rows: Sequence[Sequence[str]]) -> Iterable[str]:
    """Yield aligned lines; the last column is as wide as it likes."""
    if not rows:
        return
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        cells = [cell.ljust(width) for cell, width in zip(row, widths, strict=True)]
        yield "  ".join(cells).rstrip()


def warn(text: str) -> None:
    print(f"newsdesk: {text}", file=sys.stderr)


class StderrProgress:
    """Says how far long work is, at most twice a second."""

    def __init__(self, what: str) -> None:
        self._what = what
        self._begun = self._said = monotonic()

    def report(self, done: int, total: int) -> None:
        now = monotonic()
        if now - self._said < 0.5:
            return
        self._said = now
        is_terminal = sys.stderr.isatty()
        end = "\r" if is_terminal and done < total else "\n"
        print(f"{self._what}: {done} of {total}", end=end, file=sys.stderr, flush=True)
