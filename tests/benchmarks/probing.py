"""What the probes share: beginning as the program does, and waiting for what is seen."""

import time
from collections.abc import Callable
from pathlib import Path

from tests.benchmarks.probe_run import HUGE, LARGE, OF_EACH_SIZE, SMALL
from tests.benchmarks.process_tree import cpu_s

BEAT_MS = 5
_IDLE_S = 0.1  # of processor time in a second
_LONGEST_TO_SETTLE_S = 120
SETTLING_MS = 400  # until what follows an opening has been done


def begun(newsroom: Path):
    """Begin as the program does."""
    from functools import partial

    from newsdesk import app

    start = app.start(partial(_surroundings, newsroom), newsroom)
    start.begin()
    return start


def _surroundings(newsroom: Path):
    from newsdesk import app

    given = app.surroundings(data_dir=newsroom)
    given.preferences.save(_set_up(given.preferences.load()))
    return given


def pages_painted(start):
    """Return, once the whole window is there, the list of pages that come to be seen."""
    painted: list[int] = []
    spin(lambda: start.workstation is not None)
    start.window.preview.painted.connect(painted.append)
    return painted


def started(newsroom: Path):
    start = begun(newsroom)
    painted = pages_painted(start)
    return start.workstation, painted


def _set_up(preferences):
    from dataclasses import replace

    return replace(preferences, is_set_up=True)


def listed(workstation):
    from newsdesk.domain.query import ReleaseQuery

    found: list[list[object]] = []
    workstation.store.read(lambda desk: desk.releases.ids(ReleaseQuery(limit=20)), found.append)
    spin(lambda: bool(found))
    return found[0]


def of_size(ids: list, size: int) -> list:
    """Return the keys of the releases of one size, in the order `probe_run.fill` stored them."""
    sizes = (SMALL, LARGE, HUGE)
    first = 1 + sizes.index(size) * OF_EACH_SIZE
    return ids[first : first + OF_EACH_SIZE]


def opened_ms(workstation, painted: list[int], release_id) -> tuple[float, float]:
    """Return how long it takes until the text of another release is painted, and its page."""
    editor, preview = workstation.window.editor.text, workstation.window.preview
    painted.clear()
    patch = preview.last_patch
    since = time.perf_counter()
    workstation.window.library.release_chosen.emit(release_id)
    wait_for_paint(editor.viewport(), lambda: workstation.session.release_id == release_id)
    text_ms = (time.perf_counter() - since) * 1e3
    spin(lambda: any(number > patch for number in painted))
    page_ms = (time.perf_counter() - since) * 1e3
    pause(SETTLING_MS)
    return text_ms, page_ms


def to_the_middle(editor) -> None:
    cursor = editor.textCursor()
    cursor.setPosition(editor.document().characterCount() // 2)
    editor.setTextCursor(cursor)
    editor.setFocus()
    pause(300)


def wait_for_paint(widget, holds: Callable[[], bool] = lambda: True) -> None:
    """Return when a paint event has been dealt with after which `holds` is true."""
    from PySide6.QtCore import QEvent, QObject

    class Watch(QObject):
        painted = False

        def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802
            if event.type() is QEvent.Type.Paint and holds():
                self.painted = True
            return False

    watch = Watch()
    widget.installEventFilter(watch)
    spin(lambda: watch.painted)
    widget.removeEventFilter(watch)


def spin(holds: Callable[[], bool], longest_s: float = 30) -> None:
    from PySide6.QtCore import QCoreApplication

    application = QCoreApplication.instance()
    until = time.monotonic() + longest_s
    while not holds():
        application.processEvents()  # what is due, and no more
        if time.monotonic() > until:
            raise TimeoutError


def pause(ms: float) -> None:
    until = time.monotonic() + ms / 1e3
    spin(lambda: time.monotonic() >= until)


def rest(ms: float) -> None:
    """Let the window work for a while, and take no processor time of one's own meanwhile."""
    from PySide6.QtCore import QEventLoop, Qt, QTimer

    loop, timer = QEventLoop(), QTimer()
    timer.setSingleShot(True)
    timer.setTimerType(Qt.TimerType.PreciseTimer)
    timer.timeout.connect(loop.quit)
    timer.start(max(0, round(ms)))
    loop.exec()


def settle() -> None:
    """Wait until all that follows a start is done, as the backup that it begins with."""
    for _ in range(_LONGEST_TO_SETTLE_S):
        before = cpu_s()
        rest(1_000)
        if cpu_s() - before < _IDLE_S:
            return
    raise TimeoutError


class Pulse:
    """Knows how long the window did nothing at all."""

    def __init__(self) -> None:
        from PySide6.QtCore import Qt, QTimer

        self.longest_ms = 0.0
        self._last = time.perf_counter()
        self._timer = QTimer()
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._beat)
        self._timer.start(BEAT_MS)

    def _beat(self) -> None:
        now = time.perf_counter()
        self.longest_ms = max(self.longest_ms, (now - self._last) * 1e3 - BEAT_MS)
        self._last = now

    def stop(self) -> None:
        self._timer.stop()
