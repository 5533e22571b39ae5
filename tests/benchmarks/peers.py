"""newsdesk beside what somebody could write with instead: `dev.py bench --peers`.

The same keys into ghostwriter and ReText, where they are installed, and into newsdesk, all from
outside, by turns, on one screen each. No figure of a peer is kept: they are measured every time.
"""

import shutil
import sys
import tempfile
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from statistics import median
from typing import TypeVar

from tests import screen
from tests.benchmarks.outside import HEIGHT, PAGE, TEXT, WIDTH, Seen
from tests.benchmarks.probe_run import HUGE, LARGE, SMALL, fill, once, text_of
from tests.benchmarks.probing import of_size
from tests.benchmarks.rows import Row

_STARTS = {SMALL: 3, LARGE: 3, HUGE: 1}
_KEYS = 20
_PAUSE_S = 0.15
_WORD = 6  # letters typed between two spaces
_BURST = 200
_PACE_S = 1 / 30
_SIZES = (("4 KB", SMALL), ("100 KB", LARGE), ("1 MB", HUGE))


T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Program:
    """One that is measured."""

    name: str
    command: Callable[[int], list[str]]  # for a text of so many characters
    environment: Mapping[str, str]

    def seen(self, size: int, screen_: Mapping[str, str]) -> Seen:
        return Seen(self.command(size), {**screen_, **self.environment})


@dataclass(frozen=True, slots=True)
class Figures:
    """What was seen of one program with one text; ms unless the name says otherwise."""

    start_text: float
    start_page: float
    key_text: float
    key_page: float
    pss_mib: float
    late: int = 0
    lag: float = 0.0
    cpu: float = 0.0  # of one core, while keys came


def measure() -> list[Row]:
    if not screen.is_possible():
        print(f"left out: the peers: {screen.MISSING}")
        return []
    with tempfile.TemporaryDirectory(dir=Path.cwd(), prefix=".bench-") as name:
        folder = Path(name)
        ours, peers = _newsdesk(folder / "newsroom"), _peers(folder)
        if not peers:
            print("left out: neither ghostwriter nor retext is installed")
            return []
        rows: list[Row] = []
        for length, size in _SIZES:
            seen = {one.name: _figures(one, length, size) for one in (ours, *peers)}
            own = seen.pop(ours.name)
            for peer, other in seen.items():
                if own is not None and other is not None:
                    rows += _rows(length, size, own, peer, other)
        return rows


def _figures(program: Program, length: str, size: int) -> Figures | None:
    """Measure one program with one text, or say what it did not do in time: others go on."""
    written = _written if size == HUGE else _written_for_long
    try:
        found = _with_window(program, size, written)
        starts = [_with_window(program, size, _started) for _ in range(_STARTS[size] - 1)]
    except TimeoutError as missing:
        print(f"left out: {program.name} with {length}: {missing} did not come", flush=True)
        return None
    starts.append((found.start_text, found.start_page))
    texts, pages = zip(*starts, strict=True)
    found = replace(found, start_text=median(texts), start_page=median(pages))
    print(f"measured: {program.name} with {length}: {found}", file=sys.stderr, flush=True)
    return found


def _with_window(program: Program, size: int, look: Callable[[Seen], T]) -> T:
    with screen.virtual_screen(WIDTH, HEIGHT) as environment:
        seen = program.seen(size, environment)
        try:
            return look(seen)
        finally:
            seen.end()


def _started(seen: Seen) -> tuple[float, float]:
    """Return when text and page stood there."""
    return seen.wait_for_ink(TEXT), seen.wait_for_ink(PAGE)


def _written(seen: Seen) -> Figures:
    text, page = _started(seen)
    seen.settle()
    seen.click(TEXT)
    seen.settle()
    pss = seen.pss_mib()
    return Figures(text, page, *_keys(seen), pss)


def _written_for_long(seen: Seen) -> Figures:
    return _burst(seen, _written(seen))


def _keys(seen: Seen) -> tuple[float, float]:
    to_text: list[float] = []
    to_page: list[float] = []
    for number in range(_KEYS):
        if number % _WORD == 0:
            seen.press("space")  # one long word would grow into the edge, where nobody looks
            seen.settle()
        before = seen.look(PAGE)
        seen.forget()
        at = seen.press("a")
        to_text.append(seen.wait_for_paint(TEXT, at))
        to_page.append(seen.wait_for_change(PAGE, before, at))
        time.sleep(_PAUSE_S)
        seen.settle()
    return median(to_text), median(to_page)


def _burst(seen: Seen, figures: Figures) -> Figures:
    seen.forget()
    cpu, begun = seen.cpu_s(), time.perf_counter()
    pressed: list[float] = []
    for number in range(_BURST):
        time.sleep(max(0.0, begun + number * _PACE_S - time.perf_counter()))
        pressed.append(seen.press("a" if number % _WORD else "space"))
        seen.changes(TEXT)  # hears, so that each change has its time
    share = (seen.cpu_s() - cpu) / (time.perf_counter() - begun)
    lag = seen.last_change(PAGE, pressed[-1])
    painted = seen.changes(TEXT)
    late = sum(not any(key <= at < key + _PACE_S for at in painted) for key in pressed)
    return replace(figures, late=late, lag=lag, cpu=share, pss_mib=seen.pss_mib())


def _rows(name: str, size: int, ours: Figures, peer: str, other: Figures) -> list[Row]:
    """Compare with what `performance.md` aims at: with ghostwriter in all, with ReText in some."""
    is_first = peer == "ghostwriter"
    start, page, key = (0.6, 0.9, 0.5) if size != HUGE else (0.3, 0.25, 0.3)
    limit = 1.0 if not is_first else None
    of = f"{name}, beside {peer}"
    rows = [
        Row(f"start → text, {of}", ours.start_text, "ms", other.start_text, limit or start),
        Row(f"start → page, {of}", ours.start_page, "ms", other.start_page, limit or page),
        Row(f"key → text, {of}", ours.key_text, "ms", other.key_text, 1.35 if limit else 1.0),
        Row(f"key → page, {of}", ours.key_page, "ms", other.key_page, limit or key),
        Row(f"memory, {of}", ours.pss_mib, "MiB", other.pss_mib, 1.2 if is_first else 2.5),
    ]
    if size != HUGE:
        rows += [
            Row(f"200 keys: late, {of} ({other.late})", ours.late, "keys", None, 1),
            Row(f"200 keys: lag, {of}", ours.lag, "ms", other.lag or None, limit or 0.6),
            Row(f"200 keys: CPU, {of}", ours.cpu * 100, "%", other.cpu * 100, limit or 0.25),
        ]
    return rows


# The programs ---------------------------------------------------------------------------------


def _newsdesk(newsroom: Path) -> Program:
    """newsdesk with text and page in the halves of the window, as the others have them."""
    fill(newsroom)
    with screen.virtual_screen(WIDTH, HEIGHT) as environment:
        for _ in range(2):  # the first start sets up, the second compiles what it needs
            once(environment, "window", newsroom)

    def command(size: int) -> list[str]:
        _open_next(newsroom, size)
        return [sys.executable, "-m", "newsdesk", "--data-dir", str(newsroom)]

    return Program("newsdesk", command, {})


def _open_next(newsroom: Path, size: int) -> None:
    """Have a release of this size open at the next start, as if it had been left so."""
    from newsdesk.app import surroundings
    from newsdesk.desk import open_desk
    from newsdesk.domain.query import ReleaseQuery

    with open_desk(newsroom) as desk:
        release_id = of_size(desk.releases.ids(ReleaseQuery(limit=20)), size)[0]
    file = surroundings(data_dir=newsroom).preferences
    chosen = replace(
        file.load(),
        is_set_up=True,
        is_library_shown=False,
        is_inspector_shown=False,
        last_release=str(release_id),
    )
    if chosen == file.load():
        return
    file.save(chosen)
    with screen.virtual_screen(WIDTH, HEIGHT) as environment:
        once(environment, "window", newsroom)  # what it leaves behind belongs to the start


def _peers(folder: Path) -> list[Program]:
    texts = {size: folder / f"text-{size}.md" for _, size in _SIZES}
    for size, path in texts.items():
        path.write_text(text_of(size), encoding="utf-8")
    home = folder / "home"
    settings = home / ".config"
    environment = {"HOME": str(home), "XDG_CONFIG_HOME": str(settings), "LANG": "C.UTF-8"}
    for path, written in _SETTINGS.items():
        (settings / path).parent.mkdir(parents=True, exist_ok=True)
        (settings / path).write_text(written, encoding="utf-8")

    def program(name: str) -> Program:
        return Program(name, lambda size: [name, str(texts[size])], environment)

    return [program(name) for name in ("ghostwriter", "retext") if shutil.which(name)]


_SETTINGS = {  # text and page side by side, nothing else
    "ghostwriter/ghostwriter.conf": (
        "[Preview]\nhtmlPreviewOpen=true\n[Window]\nsidebarOpen=false\n"
        "[Session]\nrestoreSession=false\nfileHistoryEnabled=false\n"
    ),
    "ReText project/ReText.conf": "[General]\ndefaultPreviewState=live-preview\n",
}
