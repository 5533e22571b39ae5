"""A program seen from outside: keys go in as a keyboard's do, and what comes out is pixels.

Nothing of the program is known but where on the screen its text and its page stand, so that any
editor can be measured by the same means. Needs an X server with XTEST and DAMAGE, such as Xvfb.
"""

import os
import signal
import subprocess
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace

from Xlib import XK, X, display, error
from Xlib.ext import damage, xtest
from Xlib.protocol import event

from tests.benchmarks.process_tree import cpu_s, pss_mib

WIDTH, HEIGHT = 1440, 900
_CARET_PX = 6  # what is narrower is a caret that blinks
_INKED_PX = 260
_INKS = 24  # colours in a place where text stands: letters have soft edges
_LINE_PX2 = 30_000  # what is smaller may be the line of a caret that blinks
_LONGEST_S = 40
_LONGEST_SETTLING_S = 5
_LONGEST_CLOSING_S = 8
_QUIET_S = 0.7
_EDGE_PX = 40  # of the text that is not looked at: frames, line numbers, scroll bars
_FRAME_PX, _BAR_PX = 4, 16  # of the page: words stand right beside them


@dataclass(frozen=True, slots=True)
class Place:
    """Part of the screen, in px."""

    left: int
    top: int
    right: int
    bottom: int

    def meets(self, area) -> bool:
        return (
            area.x < self.right
            and area.x + area.width > self.left
            and area.y < self.bottom
            and area.y + area.height > self.top
            and min(area.x + area.width, self.right) - max(area.x, self.left) > _CARET_PX
        )


TEXT = Place(_EDGE_PX, 160, WIDTH // 2 - _EDGE_PX, HEIGHT - 60)
PAGE = Place(WIDTH // 2 + _FRAME_PX, 56, WIDTH - _BAR_PX, HEIGHT - 60)


class Seen:
    """One program on a screen of its own."""

    def __init__(self, command: Sequence[str], environment: Mapping[str, str]) -> None:
        self._display = display.Display(environment["DISPLAY"])
        self._root = self._display.screen().root
        self._begun = time.perf_counter()
        self._damages: list[tuple[float, object]] = []
        self._display.damage_query_version()  # before it there is none for the server
        self._damage = self._root.damage_create(damage.DamageReportRawRectangles)
        self._root.change_attributes(event_mask=X.SubstructureNotifyMask)
        self._process = subprocess.Popen(
            command,
            env={**os.environ, **environment},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        self._is_placed = False

    def end(self) -> None:
        """Close the program's window as a desktop does; kill what is still there after a while.

        One that is only killed has something to ask at the next start.
        """
        for window in self._windows():
            closing = self._atom("WM_DELETE_WINDOW"), X.CurrentTime, 0, 0, 0
            protocol = self._atom("WM_PROTOCOLS")
            message = event.ClientMessage(
                window=window, client_type=protocol, data=(32, list(closing))
            )
            with suppress(error.XError):
                window.send_event(message)
        self._display.sync()
        with suppress(subprocess.TimeoutExpired):
            self._process.wait(_LONGEST_CLOSING_S)
        with suppress(ProcessLookupError):
            os.killpg(self._process.pid, signal.SIGKILL)
        self._process.wait()
        self._display.close()
        time.sleep(0.3)

    # Seeing ---------------------------------------------------------------------------------

    def since_begun_ms(self) -> float:
        return (time.perf_counter() - self._begun) * 1e3

    def wait_for_ink(self, place: Place) -> float:
        """Return how many ms after the start words stand in a place."""
        self._wait(lambda: self._has_ink(place), "words")
        return self.since_begun_ms()

    def settle(self) -> None:
        """Wait until nothing but a caret has moved for a while."""
        self._place_window()
        until = time.perf_counter() + _LONGEST_SETTLING_S
        while time.perf_counter() < until:
            self._hear()
            large = [at for at, area in self._damages if area.width * area.height > _LINE_PX2]
            if not large or time.perf_counter() - large[-1] > _QUIET_S:
                return
            time.sleep(0.02)

    def wait_for_paint(self, place: Place, since: float) -> float:
        """Return how many ms after `since` a place was painted anew."""

        def painted() -> float | None:
            self._hear()
            found = (at for at, area in self._damages if at >= since and place.meets(area))
            return next(found, None)

        at = self._wait(painted, "a paint")
        return (at - since) * 1e3

    def wait_for_change(self, place: Place, before: bytes, since: float) -> float:
        """Return how many ms after `since` a place looks other than `before`.

        A window that is put together by a graphics card is painted as a whole, so it is looked at.
        """
        self._wait(lambda: self._is_damaged() and self.look(place) != before, "a change")
        return (time.perf_counter() - since) * 1e3

    def last_change(self, place: Place, since: float) -> float:
        """Return how many ms after `since` a place looked as it does from then on."""
        shown, at = self.look(place), time.perf_counter()
        while time.perf_counter() - at < _QUIET_S:
            if self._is_damaged() and (now := self.look(place)) != shown:
                shown, at = now, time.perf_counter()
            time.sleep(0.001)
        return (at - since) * 1e3

    def look(self, place: Place) -> bytes:
        """Return the pixels of a place."""
        width, height = place.right - place.left, place.bottom - place.top
        try:
            image = self._root.get_image(
                place.left, place.top, width, height, X.ZPixmap, 0xFFFFFFFF
            )
        except error.BadMatch:
            return b""
        return image.data

    def _is_damaged(self) -> bool:
        """Tell whether anything was painted since it was asked last."""
        known = len(self._damages)
        self._hear()
        return len(self._damages) > known

    def changes(self, place: Place) -> list[float]:
        self._hear()
        return [at for at, area in self._damages if place.meets(area)]

    def forget(self) -> None:
        """Begin to hear anew."""
        self._hear()
        self._damages.clear()

    def _has_ink(self, place: Place) -> bool:
        self._place_window()
        pixels = self.look(replace(place, bottom=place.top + _INKED_PX))
        return len(set(memoryview(pixels).cast("I"))) > _INKS

    def _place_window(self) -> None:
        """Give the program's window the whole screen and the keyboard, as a desktop would."""
        for window in self._windows():
            with suppress(error.XError):
                shape = window.get_geometry()
                if (shape.width, shape.height, shape.x, shape.y) != (WIDTH, HEIGHT, 0, 0):
                    window.configure(x=0, y=0, width=WIDTH, height=HEIGHT)
                window.set_input_focus(X.RevertToParent, X.CurrentTime)
                self._display.sync()

    def _windows(self) -> Iterator[object]:
        """Yield the windows on the screen that are large enough to be written in."""
        for window in self._root.query_tree().children:
            with suppress(error.XError):
                shape = window.get_geometry()
                is_shown = window.get_attributes().map_state == X.IsViewable
                if is_shown and shape.width > 300 and shape.height > 200:
                    yield window

    def _atom(self, name: str) -> int:
        return self._display.intern_atom(name)

    def _hear(self) -> None:
        while self._display.pending_events():
            heard = self._display.next_event()
            if hasattr(heard, "area"):
                self._damages.append((time.perf_counter(), heard.area))

    def _wait(self, holds: Callable[[], object], what: str):
        until = time.perf_counter() + _LONGEST_S
        while not (found := holds()):
            if time.perf_counter() > until:
                raise TimeoutError(what)
            time.sleep(0.0005)
        return found

    # Writing --------------------------------------------------------------------------------

    def click(self, place: Place) -> None:
        """Put the caret into the middle of a place."""
        at = (place.left + place.right) // 2, place.top + 200
        xtest.fake_input(self._display, X.MotionNotify, x=at[0], y=at[1])
        for what in (X.ButtonPress, X.ButtonRelease):
            xtest.fake_input(self._display, what, 1)
        self._display.sync()

    def press(self, letter: str) -> float:
        """Press a key and return when."""
        code = self._display.keysym_to_keycode(XK.string_to_keysym(letter))
        at = time.perf_counter()
        for what in (X.KeyPress, X.KeyRelease):
            xtest.fake_input(self._display, what, code)
        self._display.flush()
        return at

    # The machine ----------------------------------------------------------------------------

    def cpu_s(self) -> float:
        return cpu_s(self._process.pid)

    def pss_mib(self) -> float:
        return pss_mib(self._process.pid)
