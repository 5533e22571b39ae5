"""One window in a process of its own, written in for a while: `… PROBE NEWSROOM SIZE`.

It prints memory in MiB, processor time as a share of one core, and how late keys were.
"""

import json
import os
import sys
import time
import traceback
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from tests.benchmarks.probe_run import HUGE, SMALL
from tests.benchmarks.probing import (
    Pulse,
    listed,
    of_size,
    opened_ms,
    pause,
    rest,
    settle,
    spin,
    started,
    to_the_middle,
    wait_for_paint,
)
from tests.benchmarks.process_tree import cpu_s, pss_mib

if TYPE_CHECKING:
    from newsdesk.ui.workstation import Workstation

_KEYS = 200
_PACE_S = 1 / 30
_STEADY_MS = 3_000  # until nothing of the start goes on that the window waits for
_LONGEST_PASTE_S = 300
_LOOK_MS = 20


def main(probe: str, newsroom: str, size: int) -> None:
    try:
        figures = _PROBES[probe](Path(newsroom), size)
    except BaseException:
        traceback.print_exc()  # the program's own way is to write it down elsewhere
        raise
    print(json.dumps(figures), flush=True)
    os._exit(0)  # nothing is measured of the end


def _editor_alone(_newsroom: Path, size: int) -> dict[str, float]:
    from PySide6.QtWidgets import QApplication, QTextEdit

    from tests.benchmarks.probe_run import text_of

    application = QApplication([])
    editor = QTextEdit()
    editor.setPlainText(text_of(size))
    editor.resize(1440, 900)
    editor.show()
    wait_for_paint(editor.viewport())
    pause(_STEADY_MS)
    application.processEvents()
    return {"pss_mib": pss_mib()}


def _editor_with_web_view(_newsroom: Path, size: int) -> dict[str, float]:
    from PySide6.QtCore import QCoreApplication, Qt
    from PySide6.QtWidgets import QApplication, QHBoxLayout, QTextEdit, QWidget

    QCoreApplication.setAttribute(Qt.ApplicationAttribute.AA_ShareOpenGLContexts)
    from PySide6.QtWebEngineWidgets import QWebEngineView

    from newsdesk.rendering.markdown import BlockRenderer
    from tests.benchmarks.probe_run import text_of

    text = text_of(size)
    html = BlockRenderer().render_body(text).html
    application = QApplication([])
    window = QWidget()
    layout = QHBoxLayout(window)
    editor, view = QTextEdit(), QWebEngineView()
    editor.setPlainText(text)
    for widget in (editor, view):
        layout.addWidget(widget)
    loaded: list[bool] = []
    view.loadFinished.connect(loaded.append)
    view.setHtml(f"<!doctype html><main>{html}</main>")
    window.resize(1440, 900)
    window.show()
    wait_for_paint(editor.viewport())
    spin(lambda: bool(loaded))
    pause(_STEADY_MS)
    application.processEvents()
    return {"pss_mib": pss_mib()}


def _open(newsroom: Path, _size: int) -> dict[str, float]:
    workstation, painted = started(newsroom)
    spin(lambda: workstation.store.is_writable and bool(painted))
    pause(_STEADY_MS)
    return {"pss_mib": pss_mib()}


def _closed(newsroom: Path, _size: int) -> dict[str, float]:
    """In the view that only writes, once the preview's processes were let go."""
    from newsdesk.services.preferences import View

    workstation, painted = started(newsroom)
    spin(lambda: workstation.store.is_writable and bool(painted))
    workstation.keeper.change(view=View.WRITE)
    workstation.wiring.preview._give_up.setInterval(0)  # what happens a minute later, at once
    workstation.wiring.preview._give_up.start()
    spin(lambda: workstation.window.preview._view is None)
    pause(_STEADY_MS)
    figures = {"pss_mib": pss_mib()}
    workstation.wiring.preview._give_up.stop()
    _close(workstation)
    return figures


def _left_closed(newsroom: Path, _size: int) -> dict[str, float]:
    """In the view that only writes, as it was left last time: see `_closed`."""
    from newsdesk.services.preferences import View

    workstation, _ = started(newsroom)
    spin(lambda: workstation.store.is_writable)
    pause(_STEADY_MS)
    figures = {"pss_mib": pss_mib()}
    workstation.keeper.change(view=View.SPLIT)  # for the next probe
    _close(workstation)
    return figures


def _close(workstation: "Workstation") -> None:
    """Close the window, so that the next start finds it as it was left."""
    workstation.window.close()
    spin(lambda: not workstation.window.isVisible())
    pause(_STEADY_MS)


def _ready_to_write(newsroom: Path, size: int) -> tuple["Workstation", list[int]]:
    """Open a release, the caret in its middle; return the list of pages that come to be seen."""
    from newsdesk.services.preferences import View

    workstation, painted = started(newsroom)
    workstation.keeper.change(view=View.SPLIT)  # a probe before may have left another one
    spin(lambda: workstation.store.is_writable and bool(painted))
    opened_ms(workstation, painted, of_size(listed(workstation), size)[0])
    to_the_middle(workstation.window.editor.text)
    settle()
    return workstation, painted


def _burst(newsroom: Path, size: int) -> dict[str, float]:
    from PySide6.QtTest import QTest

    workstation, painted = _ready_to_write(newsroom, size)
    editor, preview = workstation.window.editor.text, workstation.window.preview
    late = 0
    cpu, begun = cpu_s(), time.perf_counter()
    for number in range(_KEYS):
        due = begun + number * _PACE_S
        rest((due - time.perf_counter()) * 1e3)
        QTest.keyClicks(editor, "a" if number % 6 else " ")
        wait_for_paint(editor.viewport())
        late += time.perf_counter() > due + _PACE_S
    last, written = time.perf_counter(), editor.text()
    scheduler = workstation.wiring.preview.scheduler
    spin(lambda: scheduler._known[1] == written and preview.last_patch in painted)
    lag_ms = (time.perf_counter() - last) * 1e3
    share = (cpu_s() - cpu) / (time.perf_counter() - begun)
    pause(_STEADY_MS)
    return {"late": late, "lag_ms": lag_ms, "cpu": share, "pss_mib": pss_mib()}


def _paste(newsroom: Path, size: int) -> dict[str, float]:
    """Put a very long text into a release, as an answer to the question whether to."""
    from tests.benchmarks.probe_run import text_of

    text = "\n\n".join(text_of(HUGE, seed) for seed in range(size // HUGE))
    workstation, painted = _ready_to_write(newsroom, SMALL)
    editor, preview = workstation.window.editor.text, workstation.window.preview
    patch, begun, pulse = preview.last_patch, time.perf_counter(), Pulse()
    editor.intake.put_in(text, is_asked=True)
    while preview.last_patch == patch or preview.last_patch not in painted:
        rest(_LOOK_MS)  # what is done aside needs the processor too
        if time.perf_counter() - begun > _LONGEST_PASTE_S:
            raise TimeoutError
    shown_s = time.perf_counter() - begun
    rest(_STEADY_MS)
    pulse.stop()
    return {"stall_ms": pulse.longest_ms, "shown_s": shown_s}


_PROBES: dict[str, Callable[[Path, int], dict[str, float]]] = {
    "editor": _editor_alone,
    "web": _editor_with_web_view,
    "open": _open,
    "closed": _closed,
    "left_closed": _left_closed,
    "burst": _burst,
    "paste": _paste,
}

if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], int(sys.argv[3]))
