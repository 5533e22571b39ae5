"""The programs of the suite as processes, heard line by line."""

import atexit
import sqlite3
import subprocess
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from queue import Empty, LifoQueue, Queue
from threading import Thread

from newsdesk.storage.names import NAME
from tests.reliability.ledger import SAID_LAST, Dump, Ledger

_FOLDER = Path(__file__).parent
_PATIENCE_S = 120  # of a process that says nothing: far more than it needs


@dataclass(frozen=True, slots=True, kw_only=True)
class Store:
    """What keeps texts, by the programs that write into it and tell what is in it."""

    writer: str
    reader: str
    options: Sequence[str] = ()  # of the writer
    database: str = ""  # the file in its folder that is SQLite's, if one is

    def writing(self, folder: Path, seed: int, name: str, *, saves: int | None) -> list[str]:
        """Return the command that writes into one."""
        words = ["--seed", str(seed), "--name", name, *self.options]
        words += [] if saves is None else ["--saves", str(saves)]
        return command(self.writer, folder, *words)

    def dump(self, folder: Path) -> Dump:
        """Open it as newsdesk does and return what is in it."""
        return _READERS.ask(self.reader, folder)

    def damage(self, folder: Path) -> list[str]:
        """Say what SQLite finds wrong at rest, without any of newsdesk's own code."""
        if not self.database:
            return []
        try:
            with closing(sqlite3.connect(folder / self.database)) as driver:
                said = driver.execute("PRAGMA integrity_check").fetchall()
                orphans = driver.execute("PRAGMA foreign_key_check").fetchall()
        except sqlite3.Error as error:
            return [f"SQLite: {error}"]
        return [text for (text,) in said if text != "ok"] + [f"orphan: {row}" for row in orphans]

    def wrong_in(self, folder: Path, ledger: Ledger) -> list[str]:
        """Say what is lost or wrong in one of these."""
        found = self.dump(folder)
        return [*ledger.wrong_in(found), *self.damage(folder)]


NEWSROOM = Store(writer="store_writer.py", reader="store_dump.py", database=NAME)
JOURNAL = Store(writer="journal_writer.py", reader="journal_dump.py")


def wrong_newsroom(how: str) -> Store:
    """Return a newsroom that is written into in one of the ways of `wrong_writer.py`."""
    return replace(NEWSROOM, writer="wrong_writer.py", options=("--wrong", how))


def command(script: str, folder: Path, *words: str) -> list[str]:
    """Return what runs one of the programs beside this file on a folder."""
    return [sys.executable, str(_FOLDER / script), str(folder), *words]


class Program:
    """A process whose lines are read while it runs; what it says on stderr comes last."""

    def __init__(self, command: Sequence[str], *, is_asked: bool = False) -> None:
        self._errors = tempfile.TemporaryFile()  # noqa: SIM115 - as long as the process
        self._process = subprocess.Popen(
            command,
            stdin=subprocess.PIPE if is_asked else subprocess.DEVNULL,
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

    def line_within(self, seconds: float) -> str | None:
        """Return the next line if it comes soon."""
        try:
            return self._lines.get(timeout=seconds)
        except Empty:
            return None

    def rest(self) -> Iterator[str]:
        """Yield what it says to its end."""
        while (line := self.line()) is not None:
            yield line
        yield from self.errors()

    def errors(self) -> list[str]:
        """Return what it said on stderr, once it has ended."""
        self._process.wait()
        self._errors.seek(0)
        return self._errors.read().decode(errors="replace").splitlines()

    def tell(self, line: str) -> None:
        """Give it a line on its stdin."""
        assert self._process.stdin is not None
        self._process.stdin.write(f"{line}\n")
        self._process.stdin.flush()

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
        if self._process.stdin is not None:
            self._process.stdin.close()
        self._errors.close()


@contextmanager
def started(command: Sequence[str]) -> Iterator[Program]:
    """Start a program, and see to its end."""
    program = Program(command)
    try:
        yield program
    finally:
        program.close()


class _Readers:
    """Readers that stay, because most of what reading costs is to start; one for each at once."""

    def __init__(self) -> None:
        self._idle: dict[str, LifoQueue[Program]] = defaultdict(LifoQueue)

    def ask(self, script: str, folder: Path) -> Dump:
        """Return what a reader says of a folder."""
        try:
            reader = self._idle[script].get_nowait()
        except Empty:
            words = [sys.executable, str(_FOLDER / script), "--each"]
            reader = Program(words, is_asked=True)
        reader.tell(str(folder))
        said: list[str] = []
        while (line := reader.line()) is not None:
            said.append(line)
            if line.partition(" ")[0] in SAID_LAST:
                self._idle[script].put(reader)
                return Dump.of(said)
        said += reader.errors()
        reader.close()
        return Dump.of(said)

    def close(self) -> None:
        for idle in self._idle.values():
            while not idle.empty():
                idle.get_nowait().close()


_READERS = _Readers()
atexit.register(_READERS.close)
