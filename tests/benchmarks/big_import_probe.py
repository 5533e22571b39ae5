"""One window that a folder is brought into while it is used: `… PROBE NEWSROOM COUNT`.

The folder is named by the environment. It prints how late the window was meanwhile.
"""

import json
import os
import sys
import time
from pathlib import Path

from tests.benchmarks.probing import (
    Pulse,
    listed,
    opened_ms,
    pause,
    rest,
    settle,
    spin,
    started,
    to_the_middle,
    wait_for_paint,
)
from tests.benchmarks.process_tree import pss_mib

_KEY_EVERY_S = 0.15
_SCROLL_EVERY = 7  # keys
_SAVE_EVERY = 21  # keys
_LONGEST_S = 3_500
_LOOK_MS, _LONGEST_LOOK_MS = 20, 120_000
_STEADY_MS = 3_000


def main(probe: str, newsroom: str, count: int) -> None:
    figures = {"while_writing": _while_writing}[probe](Path(newsroom), count)
    print(json.dumps(figures), flush=True)
    os._exit(0)  # nothing is measured of the end


class _Saves:
    """Knows how long saves took that were asked for."""

    def __init__(self, workstation) -> None:
        self._workstation = workstation
        self._since: float | None = None
        self._saved_at = workstation.session.saved_at
        self.longest_s = 0.0
        self.number = 0
        workstation.session.save_state_changed.connect(self._on_state)

    def ask(self) -> None:
        if self._since is None:
            self._since = time.perf_counter()
            self._saved_at = self._workstation.session.saved_at
            self._workstation.autosave.save_permanently()

    def _on_state(self) -> None:
        """What was typed meanwhile is not saved yet: its time tells that the rest is."""
        is_saved = self._workstation.session.saved_at != self._saved_at
        if self._since is not None and is_saved:
            self.longest_s = max(self.longest_s, time.perf_counter() - self._since)
            self._since = None
            self.number += 1


def _while_writing(newsroom: Path, count: int) -> dict[str, float]:
    from PySide6.QtTest import QTest

    from newsdesk.ui.library.release_list_view import ReleaseListView

    workstation, painted = started(newsroom)
    spin(lambda: workstation.store.is_writable and bool(painted))
    opened_ms(workstation, painted, listed(workstation)[1])
    editor, library = workstation.window.editor.text, workstation.window.library
    view = library.findChild(ReleaseListView)
    to_the_middle(editor)
    settle()
    before, at_first = pss_mib(), library.shown_total()
    ended: list[object] = []
    saves, keys = _Saves(workstation), []
    begun = time.perf_counter()
    _bring_in(workstation, ended)
    pulse = Pulse()
    hundred_s = 0.0
    number = 0
    while not ended and time.perf_counter() - begun < _LONGEST_S:
        since = time.perf_counter()
        QTest.keyClicks(editor, "a" if number % 6 else " ")
        wait_for_paint(editor.viewport())
        keys.append((time.perf_counter() - since) * 1e3)
        number += 1
        if number % _SCROLL_EVERY == 0:
            bar = view.verticalScrollBar()
            bar.setValue((number * 400) % max(bar.maximum(), 1))
        if number % _SAVE_EVERY == 0:
            saves.ask()
        if not hundred_s and library.shown_total() >= at_first + 100:
            hundred_s = time.perf_counter() - begun
        rest((_KEY_EVERY_S - (time.perf_counter() - since)) * 1e3)
    took = time.perf_counter() - begun
    rest(_STEADY_MS)  # what follows the end is part of it
    pulse.stop()
    (outcome,) = ended
    spin(lambda: library.shown_total() == at_first + count)
    keys.sort()
    pause(_STEADY_MS)
    return {
        "stored": outcome.stored,
        "each_ms": took / count * 1e3,
        "hundred_s": hundred_s or took,
        "stall_ms": pulse.longest_ms,
        "key_ms": keys[len(keys) * 99 // 100],
        "key_median_ms": keys[len(keys) // 2],
        "save_s": saves.longest_s,
        "saves": saves.number,
        "more_mib": pss_mib() - before,
    }


def _bring_in(workstation, ended: list[object]) -> None:
    """Begin as the menu does, and answer the one question there is."""
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QPushButton

    from newsdesk.ui.dialogs.many_dialog import ManyDialog
    from newsdesk.ui.jobs.bring_in import BringIn

    window = workstation.window
    workstation.wiring.exchange.bring_in([os.environ["NEWSDESK_BENCH_TEXTS"]])
    (run,) = window.findChildren(BringIn)
    run.finished.connect(ended.append)
    # a text whose language is doubtful, say: it is asked about when all others came in
    run.confirmation_needed.connect(
        lambda asked: QTimer.singleShot(0, lambda: run.accept(asked.draft))
    )
    for _ in range(_LONGEST_LOOK_MS // _LOOK_MS):  # threads of the window read meanwhile
        if _shown(window, ManyDialog):
            break
        rest(_LOOK_MS)
    (dialog,) = _shown(window, ManyDialog)
    sure = next(one for one in dialog.findChildren(QPushButton) if one.isDefault())
    sure.click()
    window.activateWindow()
    window.editor.text.setFocus()


def _shown(window, kind) -> list:
    return [one for one in window.findChildren(kind) if one.isVisible()]


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], int(sys.argv[3]))
