"""Printing: JSON for programs, lines for people, progress on stderr."""

import argparse
import json
import os
import re
import signal
import sys
from collections.abc import Callable, Generator, Iterable, Mapping, Sequence
from contextlib import contextmanager, suppress
from time import monotonic
from typing import Any, TextIO

from newsdesk.domain.errors import Cancelled

REFUSED = 1
INTERRUPTED = 130  # the shell's number for Ctrl+C
_COMMANDS = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]"
)  # of a terminal, and what turns a line round


def emit(words: argparse.Namespace, shape: Any, lines: Iterable[str]) -> None:
    """Print `shape` where JSON was asked for, else `lines`."""
    if words.json:
        print(_indented(shape))
    else:
        for line in lines:
            print(shown(line, sys.stdout))


def shown(text: str, stream: TextIO) -> str:
    """Return a text as it is printed: on a terminal its controls are spelled, `\\x1b`.

    Whoever sent a text could otherwise clear the screen of who lists it. A file takes it as it is.
    """
    if not stream.isatty():
        return text
    return _COMMANDS.sub(lambda found: ascii(found[0])[1:-1], text)


def table(rows: Sequence[Sequence[str]]) -> Iterable[str]:
    """Yield aligned lines; the last column is as wide as it likes."""
    if not rows:
        return
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        cells = [cell.ljust(width) for cell, width in zip(row, widths, strict=True)]
        yield "  ".join(cells).rstrip()


def warn(text: str) -> None:
    print(shown(f"newsdesk: {text}", sys.stderr), file=sys.stderr)


class Emission:
    """One answer, part by part: JSON or lines, as was asked for.

    As JSON it is an object with a list, `rest` behind it.
    """

    def __init__(self, *, is_json: bool) -> None:
        self._is_json = is_json
        self._between = ""
        self.rest: dict[str, Any] = {}
        self.closing_lines: Sequence[str] = ()

    def item(self, shape: Callable[[], Any], lines: Callable[[], Iterable[str]]) -> None:
        """Print one item of the list; only what was asked for is made.

        The work goes on when nobody reads what is printed any more.
        """
        text = f"{self._between}\n{_indented(shape())}" if self._is_json else _joined(lines())
        try:
            sys.stdout.write(shown(text, sys.stdout))
        except BrokenPipeError:
            fall_silent()
        self._between = ","


@contextmanager
def emitting(
    words: argparse.Namespace, name: str, before: Mapping[str, Any]
) -> Generator[Emission]:
    """Print an answer item by item, so that it need not be in memory as a whole.

    Args:
        name: that of the list, where JSON was asked for.
        before: what stands before the list.
    """
    emission = Emission(is_json=words.json)
    if not words.json:
        yield emission
        for line in emission.closing_lines:
            print(shown(line, sys.stdout))
        return
    sys.stdout.write(f"{json.dumps(before, ensure_ascii=False)[:-1]},\n{json.dumps(name)}: [")
    yield emission
    print(f"],\n{_indented(emission.rest)[1:]}")


def fall_silent() -> None:
    """Say the rest to nobody: whoever read our output has seen enough."""
    with suppress(OSError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _joined(lines: Iterable[str]) -> str:
    return "".join(f"{line}\n" for line in lines)


def _indented(shape: Any) -> str:
    """Return JSON in which controls are spelled, as it allows for every sign."""
    text = json.dumps(shape, ensure_ascii=False, indent=2)
    return _COMMANDS.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


class StderrProgress:
    """Says on a terminal how far long work is, at most twice a second."""

    def __init__(self, what: str) -> None:
        self._what = what
        self._said = monotonic()
        self._width = 0  # of what stands on the line
        self.is_to_stop = False

    def report(self, done: int, total: int) -> None:
        """Raise `Cancelled` if `is_to_stop`."""
        if self.is_to_stop:
            raise Cancelled
        now = monotonic()
        if done == total:
            self.make_room()
        if done == total or now - self._said < 0.5 or not sys.stderr.isatty():
            return
        self._said = now
        self.make_room()
        said = f"{self._what}: {done} of {total}"
        print(f"{said}\r", end="", file=sys.stderr, flush=True)
        self._width = len(said)

    def make_room(self) -> None:
        """Take what was said off the line, so that something else may stand there."""
        if self._width:
            print(" " * self._width + "\r", end="", file=sys.stderr, flush=True)
            self._width = 0


@contextmanager
def stopping_at_interrupt(progress: StderrProgress) -> Generator[None]:
    """Let the first Ctrl+C end the work between two steps; a second one breaks it off."""

    def stop(_number: int, _frame: object) -> None:
        progress.is_to_stop = True
        signal.signal(signal.SIGINT, before)

    before = signal.signal(signal.SIGINT, stop)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
