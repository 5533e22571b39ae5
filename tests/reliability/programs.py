"""The programs of the suite as processes, heard line by line."""

import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from queue import Empty, Queue
from threading import Thread

from tests.reliability.ledger import Dump

_FOLDER = Path(__file__).parent
WRITER = (str(_FOLDER / "store_writer.py"),)
_DUMP = str(_FOLDER / "store_dump.py")
_PATIENCE_S = 120  # of a process that says nothing: far more than it needs
Script = Sequence[str]


def wrong_writer(how: str) -> Script:
    """Return the writer that is wrong in one of the ways of `wrong_writer.py`."""
    return (str(_FOLDER / "wrong_writer.py"), "--wrong", how)


def writing(script: Script, folder: Path, seed: int, name: str, *, saves: int | None) -> list[str]:
    """Return the command that writes into a newsroom."""
    words = ["--seed", str(seed), "--name", name]
    words += [] if saves is None else ["--saves", str(saves)]
    return [sys.executable, script[0], str(folder), *words, *script[1:]]


class Program:
    """A process whose lines are read while it runs; what it says on stderr comes last."""

    def __init__(self, command: Sequence[str]) -> None:
        self._errors = tempfile.TemporaryFile()  # noqa: SIM115 - as long as the process
        self._process = subprocess.Popen(
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=self._errors,
            encoding="utf-8",
            errors="replace",
        )
        self._lines: Queue[str | None] = Queue()
        self._reader = Thread(target=self._read, daemon=True)
        self._reader.start()

    def _read(self) -> None:
        assert self._process.stdout is not None
        for line in self._process.stdout:
            if line.endswith("\n"):  # half a line was never said
                self._lines.put(line.rstrip("\n"))
        self._lines.put(None)

    def line(self) -> str | None:
        """Return the next line; None once it has ended."""
        try:
            return self._lines.get(timeout=_PATIENCE_S)
        except Empty:
            raise TimeoutError(f"{self._process.args} says nothing") from None

    def rest(self) -> Iterator[str]:
        """Yield what it says to its end."""
        while (line := self.line()) is not None:
            yield line
        self._process.wait()
        self._errors.seek(0)
        yield from self._errors.read().decode(errors="replace").splitlines()

    def is_running(self) -> bool:
        return self._process.poll() is None

    def kill(self) -> None:
        """End it as nothing could prevent; what it has said can still be read."""
        self._process.kill()

    def close(self) -> None:
        self._process.kill()
        self._process.wait()
        self._reader.join()
        assert self._process.stdout is not None
        self._process.stdout.close()
        self._errors.close()


@contextmanager
def started(command: Sequence[str]) -> Iterator[Program]:
    """Start a program, and see to its end."""
    program = Program(command)
    try:
        yield program
    finally:
        program.close()


def dump(folder: Path) -> Dump:
    """Open a newsroom as the program does and return what is in it."""
    with started([sys.executable, _DUMP, str(folder)]) as program:
        return Dump.of(program.rest())
