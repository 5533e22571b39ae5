"""Reading many files, in processes of their own, each of which a file may bring down.

The standard library's pool of processes ends as a whole when one of them dies, cannot stop one that
hangs, and hands over what a file gave only when the file has ended. Here a file costs nobody but
itself, and its drafts come as they are found, however many there are.
"""

import logging
import os
from collections import deque
from collections.abc import Callable, Generator, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice
from multiprocessing import get_context
from multiprocessing.connection import wait
from time import monotonic

from newsdesk.domain.errors import ImportProblem, ImportRefusedError
from newsdesk.domain.text_memory import MOST
from newsdesk.importing.draft import Draft, ImportTools
from newsdesk.services.import_sources import SourceFile, SourceReader
from newsdesk.services.import_worker import End, read_one, remember, serve

LONGEST_S = 30  # that a file may give no sign of life
_LONGEST_START_S = 60
_FEW = 32  # files that are read sooner than a process is there
_MOST_PROCESSES = 4  # storing, which is done in one, takes as long as reading in so many
_AHEAD = 256  # files given out or read, and not handed on yet
_HELD = 32  # drafts of a file that are kept for its turn
_ROOM = MOST // 2  # characters of all drafts that are: of more, what was made would be forgotten
_EACH = 64  # files that a process has at hand, to be busy while a batch is stored
_AT_ONCE = 8  # of them that it is given at a time
_HEEDED_EVERY_S = 0.005  # a pipe holds more than is said in that time
_LAST_WORDS_S = 1  # that a process which is going may take to say how it ended
_SLICE_S = 0.25  # between two looks whether to stop

_LOG = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class ReadDraft:
    """A draft found in a file."""

    source: SourceFile
    draft: Draft


@dataclass(frozen=True, slots=True)
class FileEnd:
    """The end of a file; the drafts before it stand."""

    source: SourceFile
    refusal: ImportRefusedError | None = None


Reading = ReadDraft | FileEnd
Pause = Callable[[], None]
"""Called now and then while nothing comes; what it raises ends the reading."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadingPlan:
    """How files are read.

    Args:
        keeps_dissection: keep with a draft what it takes to restore findings in it.
        processes: 0 reads in this one; None: as many as read the files soonest.
        longest_s: that a file may give no sign of life before it is given up.
    """

    tools: ImportTools
    keeps_dissection: bool = False
    processes: int | None = None
    longest_s: float = LONGEST_S


def processes_for(files: int) -> int:
    """Return how many processes read so many files soonest; 0: this one."""
    if files <= _FEW:
        return 0
    has_affinity = hasattr(os, "sched_getaffinity")
    cores = len(os.sched_getaffinity(0)) if has_affinity else os.cpu_count() or 1
    return min(cores, _MOST_PROCESSES)


@dataclass(slots=True, eq=False)
class _Task:
    """A file that was given out, and what came of it that is not handed on yet."""

    source: SourceFile
    found: deque[Draft | End] = field(default_factory=deque[Draft | End])
    rest: Iterator[Draft | End] | None = None  # where no process reads it
    has_given: bool = False  # some of it was handed on


class _Process:
    """One that reads."""

    def __init__(self, plan: ReadingPlan) -> None:
        """Raise `OSError` if there can be no process."""
        context = get_context("spawn")  # a copy of this one would have its threads and database
        self.channel, theirs = context.Pipe()
        self._process = context.Process(
            target=serve,
            args=(theirs,),
            kwargs={"keeps_dissection": plan.keeps_dissection},
            daemon=True,
        )
        self._process.start()
        theirs.close()
        self._plan = plan
        self._is_gone = False
        self.is_ready = False
        self.tasks: deque[_Task] = deque()  # the first one is being read
        self._silent_s = 0.0  # since it was last heard of, as far as anybody listened

    @property
    def is_too_slow(self) -> bool:
        return self._silent_s > (self._plan.longest_s if self.is_ready else _LONGEST_START_S)

    def is_of_use(self, head: _Task | None, *, has_room: bool) -> bool:
        """Tell whether there is anything to hear from it that is wanted now, or may be kept."""
        if not self.tasks:
            return not self.is_ready
        return self.tasks[0] is head or (has_room and len(self.tasks[0].found) < _HELD)

    def give(self, tasks: Sequence[_Task]) -> None:
        """Have files read; raise `OSError` if the process is gone."""
        self.channel.send([task.source for task in tasks])
        self.tasks.extend(tasks)

    def hear(self) -> int:
        """Take in what it says, and return how long the texts are.

        Raises:
            EOFError, OSError: it is gone.
        """
        self._is_gone = True  # unless it speaks
        said = self.channel.recv()
        self._is_gone = False
        self._silent_s = 0.0
        if not self.is_ready:
            self.is_ready = True
            self.channel.send(self._plan.tools)  # long, but it waits for them
        for message, reckoned in said:
            self.tasks[0].found.append(message)
            if isinstance(message, End):
                self.tasks.popleft()
            else:
                remember(message.body_md, reckoned)
        return sum(len(message.body_md) for message, _ in said if isinstance(message, Draft))

    def wait(self, seconds: float) -> None:
        self._silent_s += seconds

    def end(self) -> int | None:
        """End the process and return its exit code."""
        self.channel.close()
        self._process.join(_LAST_WORDS_S if self._is_gone else 0)
        self._process.kill()
        self._process.join()
        code = self._process.exitcode
        self._process.close()
        return code


class Readings(Iterator[Reading]):
    """The drafts of each file and its end, in the order of the files.

    A few files are read here, many in processes, so that one that hangs, or brings its process
    down, is given up and the others go on. Close it if it is not read to its end.
    """

    def __init__(
        self, files: Sequence[SourceFile], plan: ReadingPlan, pause: Pause = lambda: None
    ) -> None:
        self._plan = plan
        self._pause = pause
        self._count = processes_for(len(files)) if plan.processes is None else plan.processes
        self._left = iter(files)
        self._under_way: deque[_Task] = deque()  # in the order of the files
        self._to_give: deque[_Task] = deque()  # those of them that no process has
        self._reader = SourceReader()
        self._processes: list[_Process] = []
        self._held = 0  # characters of drafts that were heard and not handed on yet
        self._heeded_at = 0.0  # of `monotonic`
        self._all = self._read()

    def __next__(self) -> Reading:
        return next(self._all)

    def close(self) -> None:
        self._all.close()

    def heed(self) -> None:
        """Take in what the processes have said, which otherwise wait for that, and go on at once.

        For whoever does something longer between two drafts.
        """
        if self._under_way and monotonic() - self._heeded_at > _HEEDED_EVERY_S:
            for process in self._speaking(self._heeded(None), 0):
                self._hear(process)
            self._give_out()
            self._heeded_at = monotonic()

    def _read(self) -> Generator[Reading]:
        try:
            for _ in range(self._count):
                self._start_one()
            while self._give_out():
                yield self._next()
        finally:
            self._reader.close()
            for process in self._processes:
                process.end()
            self._processes.clear()

    def _give_out(self) -> bool:
        """Keep the processes busy; tell whether anything is left to read or to hand on."""
        for source in islice(self._left, _AHEAD - len(self._under_way)):
            self._under_way.append(_Task(source))
            self._to_give.append(self._under_way[-1])
        most = _EACH - _AT_ONCE
        while self._to_give:
            free = [one for one in self._processes if one.is_ready and len(one.tasks) <= most]
            if not free:
                break
            process = min(free, key=lambda process: len(process.tasks))
            tasks = [self._to_give.popleft() for _ in range(min(_AT_ONCE, len(self._to_give)))]
            try:
                process.give(tasks)
            except OSError:
                self._to_give.extendleft(reversed(tasks))
                self._lose(process, ImportProblem.FAILED)
        return bool(self._under_way)

    def _next(self) -> Reading:
        """Return what comes next of the first file under way."""
        task = self._under_way[0]
        while not task.found and self._processes:
            self._listen(task)
            self._give_out()
        if not task.found:
            self._pause()
            task.rest = task.rest or self._read_here(task.source)
            task.found.append(next(task.rest))
        message = task.found.popleft()
        task.has_given = True
        if isinstance(message, Draft):
            self._held -= len(message.body_md) if task.rest is None else 0
            return ReadDraft(task.source, message)
        self._under_way.popleft()
        if message.fault:
            _LOG.error("%s: %s", task.source, message.fault)
        return FileEnd(task.source, message.refusal)

    def _read_here(self, source: SourceFile) -> Iterator[Draft | End]:
        keeps = self._plan.keeps_dissection
        return read_one(source, self._reader, self._plan.tools, keeps_dissection=keeps)

    def _listen(self, head: _Task) -> None:
        self._pause()
        begun = monotonic()
        heeded = self._heeded(head)
        speaking = self._speaking(heeded, _SLICE_S)
        passed = monotonic() - begun
        for process in heeded:
            if process in speaking:
                self._hear(process)
                continue
            process.wait(passed)
            if process.is_too_slow:
                self._lose(process, ImportProblem.TOO_SLOW, f"{self._plan.longest_s:g}")

    def _heeded(self, head: _Task | None) -> list[_Process]:
        """Return those to listen to: to whoever is at the file whose turn it is in any case."""
        has_room = self._held < _ROOM
        return [one for one in self._processes if one.is_of_use(head, has_room=has_room)]

    def _speaking(self, heeded: Sequence[_Process], seconds: float) -> list[_Process]:
        """Return which of them say something, as soon as one does."""
        channels = wait([process.channel for process in heeded], seconds)
        return [process for process in heeded if process.channel in channels]

    def _hear(self, process: _Process) -> None:
        try:
            self._held += process.hear()
        except (EOFError, OSError):
            self._lose(process, ImportProblem.FAILED)

    def _lose(self, process: _Process, problem: ImportProblem, detail: str = "") -> None:
        """End a process: what it is at is given up, what it was to read next goes to another."""
        self._processes.remove(process)
        code = process.end()
        detail = detail or f"exit code {code}"
        if not process.is_ready:  # none can be had here: what is left is read in this one
            _LOG.warning("no process to read in: %s", detail)
        elif process.tasks:
            given_up = process.tasks.popleft()
            is_rest = given_up.has_given or bool(given_up.found)
            refusal = ImportRefusedError(problem, str(given_up.source), detail, is_rest=is_rest)
            given_up.found.append(End(refusal))
        self._to_give.extendleft(reversed(process.tasks))
        if process.is_ready:
            self._start_one()

    def _start_one(self) -> None:
        try:
            self._processes.append(_Process(self._plan))
        except OSError as error:
            _LOG.warning("no process to read in: %s", error)
