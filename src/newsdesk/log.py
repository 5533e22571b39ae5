"""The log of this machine, and the trace of a crash. Started by the doors only.

What is logged are ids, states and figures. The words of a release stay out, also where a library
puts a value into its error's message: an error is written as its kind and the places it came
through, and only the system's own errors (a full disk) say what they are in words.
"""

import faulthandler
import logging
import traceback
from logging.handlers import RotatingFileHandler
from pathlib import Path
from typing import TextIO

_LOG, _CRASH, _LAST_CRASH = "newsdesk.log", "crash.log", "crash-last.log"
_SIZE = 1_000_000  # bytes of one file
_KEPT = 4  # full files beside the one being written


class Log:
    """The open log of one run, in the root logger.

    Attributes:
        last_crash: the trace of an earlier run that died inside a library, for the door to offer.
    """

    def __init__(self, handler: logging.Handler, crash: TextIO, last_crash: Path | None) -> None:
        self.last_crash = last_crash
        self._handler = handler
        self._crash = crash
        self._level_before = logging.root.level
        logging.root.addHandler(handler)
        logging.root.setLevel(logging.INFO)
        faulthandler.enable(crash)

    def close(self) -> None:
        faulthandler.disable()
        self._crash.close()
        logging.root.removeHandler(self._handler)
        logging.root.setLevel(self._level_before)
        self._handler.close()


def start(folder: Path) -> Log | None:
    """Log into `folder` from now on; return `None` if nothing can be written there.

    A disk that takes no log must not cost anybody the program.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        last_crash = _put_aside(folder)
        crash = (folder / _CRASH).open("a", encoding="utf-8")  # several runs may share the folder
    except OSError:
        return None
    try:
        handler = _QuietFile(
            folder / _LOG, maxBytes=_SIZE, backupCount=_KEPT, encoding="utf-8", errors="replace"
        )
    except OSError:
        crash.close()
        return None
    handler.setFormatter(_Discreet("%(asctime)s %(process)d %(levelname)s %(name)s: %(message)s"))
    return Log(handler, crash, last_crash)


def _put_aside(folder: Path) -> Path | None:
    """Keep an earlier run's crash trace under another name, and return it."""
    crash, last = folder / _CRASH, folder / _LAST_CRASH
    if not crash.exists() or crash.stat().st_size == 0:
        return None
    try:
        return crash.replace(last)
    except OSError:  # on Windows: another run has it open; the last one to end leaves it
        return None


class _QuietFile(RotatingFileHandler):
    """A file that is done without when the disk is full, rather than complained about."""

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802 - logging's name
        pass

    def doRollover(self) -> None:  # noqa: N802 - logging's name
        """Go on in the same file where it cannot be renamed: on Windows another run has it open."""
        try:
            super().doRollover()
        except OSError:
            self.stream = self._open()


class _Discreet(logging.Formatter):
    """One line a record; errors as their kinds and places, without their words."""

    def format(self, record: logging.LogRecord) -> str:
        record.message = record.getMessage()
        record.asctime = self.formatTime(record)
        line = self.formatMessage(record).replace("\r", "\\r").replace("\n", "\\n")
        error = record.exc_info[1] if record.exc_info else None
        return "\n".join([line, *(part for each in _chain(error) for part in _places(each))])


def _chain(error: BaseException | None) -> list[BaseException]:
    """Return what led to `error`, the first cause first, itself last."""
    chain: list[BaseException] = []
    while error is not None and error not in chain:
        chain.append(error)
        error = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    return chain[::-1]


def _places(error: BaseException) -> list[str]:
    frames = traceback.extract_tb(error.__traceback__)
    places = [f"  {frame.filename}:{frame.lineno} in {frame.name}" for frame in frames]
    words = f": {error.strerror}" if isinstance(error, OSError) and error.strerror else ""
    return [*places, f"  {type(error).__qualname__}{words}"]
