"""One window in a process of its own, which prints when what was seen: `… PROBE NEWSROOM SIZE`.

Times are in ms since the process was begun, or since the key. A text counts as painted when the
editor's paint event has been dealt with, a page when two animation frames have passed over it.
"""

import json
import os
import sys
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

from tests.benchmarks.probing import (
    begun,
    listed,
    of_size,
    opened_ms,
    pages_painted,
    pause,
    spin,
    started,
    to_the_middle,
    wait_for_paint,
)

_BEGUN_NS = int(os.environ["NEWSDESK_BENCH_BEGUN_NS"])
_KEYS = 30
_OPENINGS = 5
_PAUSE_MS = 120  # between two keys, so that each is alone


def main(probe: str, newsroom: str, size: int) -> None:
    figures = _PROBES[probe](Path(newsroom), size)
    print(json.dumps(figures), flush=True)
    os._exit(0)  # nothing is measured of the end


def _since_begun_ms() -> float:
    return (time.monotonic_ns() - _BEGUN_NS) / 1e6


def _editor_alone(_newsroom: Path, size: int) -> dict[str, float]:
    from PySide6.QtWidgets import QApplication, QTextEdit

    application = QApplication([])
    editor = QTextEdit()
    editor.setPlainText("word " * (size // 5))
    editor.resize(1440, 900)
    editor.show()
    wait_for_paint(editor.viewport())
    figures = {"text_ms": _since_begun_ms()}
    application.processEvents()
    return figures


def _editor_with_web_view(_newsroom: Path, size: int) -> dict[str, float]:
    from PySide6.QtCore import QCoreApplication, Qt
    from PySide6.QtWidgets import QApplication, QHBoxLayout, QTextEdit, QWidget

    QCoreApplication.setAttribute(Qt.ApplicationAttribute.AA_ShareOpenGLContexts)
    from PySide6.QtWebEngineWidgets import QWebEngineView

    application = QApplication([])
    window = QWidget()
    layout = QHBoxLayout(window)
    editor, view = QTextEdit(), QWebEngineView()
    editor.setPlainText("word " * (size // 5))
    for widget in (editor, view):
        layout.addWidget(widget)
    paragraphs = "".join(f"<p>{'word ' * 60}</p>" for _ in range(size // 300))
    loaded: list[bool] = []
    view.loadFinished.connect(loaded.append)
    view.setHtml(f"<!doctype html><main>{paragraphs}</main>")
    window.resize(1440, 900)
    window.show()
    wait_for_paint(editor.viewport())
    text_ms = _since_begun_ms()
    spin(lambda: bool(loaded))
    seen: list[str] = []
    view.titleChanged.connect(seen.append)
    view.page().runJavaScript(
        "requestAnimationFrame(() => requestAnimationFrame(() => { document.title = 'seen' }))"
    )
    spin(lambda: "seen" in seen)
    application.processEvents()
    return {"text_ms": text_ms, "preview_ms": _since_begun_ms()}


def _window(newsroom: Path, _size: int) -> dict[str, float]:
    start = begun(newsroom)
    if start.picture is not None:  # as it is from the second start on
        wait_for_paint(start.picture.text.viewport())
    text_ms = _since_begun_ms()
    preview_ms = 0.0
    if start.picture is not None:
        spin(lambda: start.page is not None or start.workstation is not None)
    if start.page is not None:  # as it is from the second start on
        seen: list[float] = []
        start.page.view.painted.connect(lambda: seen.append(_since_begun_ms()))
        spin(lambda: start.workstation is not None)
        preview_ms = seen[0] if seen else 0.0
    painted = pages_painted(start)
    complete_ms = _since_begun_ms()
    spin(lambda: bool(painted))
    preview_ms = preview_ms or _since_begun_ms()
    workstation = start.workstation
    spin(lambda: workstation.store.is_writable)
    pause(1_500)  # the snapshot of the next start
    workstation.wiring.end()
    return {"text_ms": text_ms, "complete_ms": complete_ms, "preview_ms": preview_ms}


def _window_keys(newsroom: Path, size: int) -> dict[str, float]:
    from PySide6.QtTest import QTest

    workstation, painted = started(newsroom)
    spin(lambda: workstation.store.is_writable and bool(painted))
    pause(1_500)
    editor = workstation.window.editor.text
    opened = [
        opened_ms(workstation, painted, release_id)
        for release_id in of_size(listed(workstation), size)
    ]
    pause(1_000)
    to_the_middle(editor)
    to_editor: list[float] = []
    to_preview: list[float] = []
    for _ in range(_KEYS):
        patch = workstation.window.preview.last_patch
        begun = time.perf_counter()
        QTest.keyClicks(editor, "a")
        wait_for_paint(editor.viewport())
        to_editor.append((time.perf_counter() - begun) * 1e3)
        spin(lambda: any(number > patch for number in painted))  # noqa: B023 - waited for here
        to_preview.append((time.perf_counter() - begun) * 1e3)
        painted.clear()
        pause(_PAUSE_MS)
    return {
        "key_editor_ms": median(to_editor),
        "key_preview_ms": median(to_preview),
        "open_text_ms": median(text for text, _ in opened),
        "open_preview_ms": median(page for _, page in opened),
    }


def _editor_keys(_newsroom: Path, size: int) -> dict[str, float]:
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QApplication, QTextEdit

    from tests.benchmarks.probe_run import text_of

    application = QApplication([])
    editor = QTextEdit()
    editor.setPlainText(text_of(size))
    editor.resize(560, 760)
    editor.show()
    wait_for_paint(editor.viewport())
    opened: list[float] = []
    for seed in range(_OPENINGS):
        text = text_of(size, seed)
        begun = time.perf_counter()
        editor.setPlainText(text)
        wait_for_paint(editor.viewport())
        opened.append((time.perf_counter() - begun) * 1e3)
    editor.setPlainText(text_of(size))
    to_the_middle(editor)
    times: list[float] = []
    for _ in range(_KEYS):
        begun = time.perf_counter()
        QTest.keyClicks(editor, "a")
        wait_for_paint(editor.viewport())
        times.append((time.perf_counter() - begun) * 1e3)
        pause(_PAUSE_MS)
    application.processEvents()
    return {"key_editor_ms": median(times), "open_text_ms": median(opened)}


_PROBES: dict[str, Callable[[Path, int], dict[str, float]]] = {
    "editor": _editor_alone,
    "web": _editor_with_web_view,
    "window": _window,
    "editor-keys": _editor_keys,
    "window-keys": _window_keys,
}

if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], int(sys.argv[3]))
