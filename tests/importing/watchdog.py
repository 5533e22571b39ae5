"""An end for what would not come to one."""

import signal
import time
from collections.abc import Generator
from contextlib import contextmanager, nullcontext
from types import FrameType

ALLOWED = 2.0  # seconds of processor time for one source, however broken
AT_ONCE = 20.0  # for a hostile megabyte: less than what grows with its square takes


class TooLongError(AssertionError):
    """Reading went on for longer than allowed."""


@contextmanager
def allowed(seconds: float = ALLOWED) -> Generator[None]:
    """Raise `TooLongError` if the block works for longer.

    Processor time, so that a busy machine makes no difference. Where there is a timer for that the
    block is ended, elsewhere it is judged once it comes to its end.
    """
    started = time.process_time()
    with _timer(seconds) if hasattr(signal, "SIGVTALRM") else nullcontext():
        yield
    if (taken := time.process_time() - started) > seconds:
        raise TooLongError(f"{taken:.1f} s")


@contextmanager
def _timer(seconds: float) -> Generator[None]:
    previous = signal.signal(signal.SIGVTALRM, _stop)
    signal.setitimer(signal.ITIMER_VIRTUAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, previous)


def _stop(_signal: int, _frame: FrameType | None) -> None:
    raise TooLongError("stopped")
