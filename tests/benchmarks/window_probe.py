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

_BEGUN_NS = int(os.environ["NEWSDESK_BENCH_BEGUN_NS"])
_KEYS = 30
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
    _wait_for_paint(editor.viewport())
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
    _wait_for_paint(editor.viewport())
    text_ms = _since_begun_ms()
    _spin(lambda: bool(loaded))
    seen: list[str] = []
    view.titleChanged.connect(seen.append)
    view.page().runJavaScript(
        "requestAnimationFrame(() => requestAnimationFrame(() => { document.title = 'seen' }))"
    )
    _spin(lambda: "seen" in seen)
    application.processEvents()
    return {"text_ms": text_ms, "preview_ms": _since_begun_ms()}


def _window(newsroom: Path, _size: int) -> dict[str, float]:
    start = _begun(newsroom)
    if start.picture is not None:  # as it is from the second start on
        _wait_for_paint(start.picture.text.viewport())
    text_ms = _since_begun_ms()
    preview_ms = 0.0
    if start.picture is not None:
        _spin(lambda: start.page is not None or start.workstation is not None)
    if start.page is not None:  # as it is from the second start on
        seen: list[float] = []
        start.page.view.painted.connect(lambda: seen.append(_since_begun_ms()))
        _spin(lambda: start.workstation is not None)
        preview_ms = seen[0] if seen else 0.0
    painted = _painted(start)
    complete_ms = _since_begun_ms()
    _spin(lambda: bool(painted))
    preview_ms = preview_ms or _since_begun_ms()
    workstation = start.workstation
    _spin(lambda: workstation.store.is_writable)
    _pause(1_500)  # the snapshot of the next start
    workstation.wiring.end()
    return {"text_ms": text_ms, "complete_ms": complete_ms, "preview_ms": preview_ms}


def _window_keys(newsroom: Path, size: int) -> dict[str, float]:
    from PySide6.QtTest import QTest

    workstation, painted = _started(newsroom)
    _spin(lambda: workstation.store.is_writable and bool(painted))
    _pause(1_500)
    editor = workstation.window.editor.text
    ids = _listed(workstation)
    large = ids[2:4]
    others = ids[4:6] if size < 50_000 else large
    opened = [_opened_ms(workstation, others[n % 2]) for n in range(8)]
    _pause(1_000)
    _to_the_middle(editor)
    to_editor: list[float] = []
    to_preview: list[float] = []
    for _ in range(_KEYS):
        patch = workstation.window.preview.last_patch
        begun = time.perf_counter()
        QTest.keyClicks(editor, "a")
        _wait_for_paint(editor.viewport())
        to_editor.append((time.perf_counter() - begun) * 1e3)
        _spin(lambda: any(number > patch for number in painted))  # noqa: B023 - waited for here
        to_preview.append((time.perf_counter() - begun) * 1e3)
        painted.clear()
        _pause(_PAUSE_MS)
    return {
        "key_editor_ms": median(to_editor),
        "key_preview_ms": median(to_preview),
        "open_text_ms": median(opened),
    }


def _editor_keys(_newsroom: Path, size: int) -> dict[str, float]:
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QApplication, QTextEdit

    from tests.benchmarks.window import text_of

    application = QApplication([])
    editor = QTextEdit()
    editor.setPlainText(text_of(size))
    editor.resize(560, 760)
    editor.show()
    _wait_for_paint(editor.viewport())
    _to_the_middle(editor)
    times: list[float] = []
    for _ in range(_KEYS):
        begun = time.perf_counter()
        QTest.keyClicks(editor, "a")
        _wait_for_paint(editor.viewport())
        times.append((time.perf_counter() - begun) * 1e3)
        _pause(_PAUSE_MS)
    application.processEvents()
    return {"key_editor_ms": median(times)}


def _begun(newsroom: Path):
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


def _painted(start):
    """Return, once the whole window is there, the list of pages that come to be seen."""
    painted: list[int] = []
    _spin(lambda: start.workstation is not None)
    start.window.preview.painted.connect(painted.append)
    return painted


def _started(newsroom: Path):
    start = _begun(newsroom)
    painted = _painted(start)
    return start.workstation, painted


def _set_up(preferences):
    from dataclasses import replace

    return replace(preferences, is_set_up=True)


def _listed(workstation):
    from newsdesk.domain.query import ReleaseQuery

    found: list[list[object]] = []
    workstation.store.read(lambda desk: desk.releases.ids(ReleaseQuery(limit=10)), found.append)
    _spin(lambda: bool(found))
    return found[0]


def _opened_ms(workstation, release_id) -> float:
    """Return how long it takes until the text of another release is painted."""
    editor = workstation.window.editor.text
    begun = time.perf_counter()
    workstation.window.library.release_chosen.emit(release_id)
    _wait_for_paint(editor.viewport(), lambda: workstation.session.release_id == release_id)
    took = (time.perf_counter() - begun) * 1e3
    _pause(400)
    return took


def _to_the_middle(editor) -> None:
    cursor = editor.textCursor()
    cursor.setPosition(editor.document().characterCount() // 2)
    editor.setTextCursor(cursor)
    editor.setFocus()
    _pause(300)


def _wait_for_paint(widget, holds: Callable[[], bool] = lambda: True) -> None:
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
    _spin(lambda: watch.painted)
    widget.removeEventFilter(watch)


def _spin(holds: Callable[[], bool], longest_s: float = 30) -> None:
    from PySide6.QtCore import QCoreApplication

    application = QCoreApplication.instance()
    until = time.monotonic() + longest_s
    while not holds():
        application.processEvents()  # what is due, and no more
        if time.monotonic() > until:
            raise TimeoutError


def _pause(ms: float) -> None:
    until = time.monotonic() + ms / 1e3
    _spin(lambda: time.monotonic() >= until)


_PROBES: dict[str, Callable[[Path, int], dict[str, float]]] = {
    "editor": _editor_alone,
    "web": _editor_with_web_view,
    "window": _window,
    "editor-keys": _editor_keys,
    "window-keys": _window_keys,
}

if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], int(sys.argv[3]))
