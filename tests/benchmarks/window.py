"""The window: until something is seen after the start, after a key and after an opening.

Each figure stands beside its floor: the least window that could show the same, measured in the
same run by the same means, turn by turn. It needs a screen of its own, so it is left out, saying
so, where none can be made.
"""

import tempfile
from collections.abc import Mapping
from pathlib import Path
from statistics import median

from tests import screen
from tests.benchmarks.probe_run import HUGE, LARGE, SMALL, fill, once
from tests.benchmarks.rows import Row

FRAME_MS = 1_000 / 60
_STARTS = 9
_SIZES = (  # name, characters, target of key → editor (×), of key → preview (frames)
    ("4 KB", SMALL, 1.35, 3),
    ("100 KB", LARGE, 1.35, 3),
    ("1 MB", HUGE, 3, 14),
)


def measure() -> list[Row]:
    if not screen.is_possible():
        print(f"left out: the window: {screen.MISSING}")
        return []
    with tempfile.TemporaryDirectory(dir=Path.cwd(), prefix=".bench-") as name:
        newsroom = Path(name) / "newsroom"
        fill(newsroom)
        with screen.virtual_screen() as environment:
            for _ in range(2):  # the first start sets up, the second compiles what it needs
                once(environment, "window", newsroom)
            return [*_starts(environment, newsroom), *_keys(environment, newsroom)]


def _starts(environment: Mapping[str, str], newsroom: Path) -> list[Row]:
    found: dict[str, list[dict[str, float]]] = {"window": [], "editor": [], "web": []}
    for _ in range(_STARTS):
        for probe, runs in found.items():
            runs.append(once(environment, probe, newsroom))
    ours, editor, web = (
        {key: median(run[key] for run in runs) for key in runs[0]} for runs in found.values()
    )
    return [
        Row("start → text painted", ours["text_ms"], "ms", editor["text_ms"], 1.5),
        Row("start → all panes there", ours["complete_ms"], "ms", editor["text_ms"], 3.5),
        Row("start → preview painted", ours["preview_ms"], "ms", web["preview_ms"], 1.2),
    ]


def _keys(environment: Mapping[str, str], newsroom: Path) -> list[Row]:
    rows: list[Row] = []
    for name, size, most_editor, most_preview in _SIZES:
        floor = once(environment, "editor-keys", newsroom, size)
        ours = once(environment, "window-keys", newsroom, size)
        key, bare = ours["key_editor_ms"], floor["key_editor_ms"]
        preview = ours["key_preview_ms"] / FRAME_MS
        text, page = ours["open_text_ms"], ours["open_preview_ms"]
        rows.append(Row(f"key → editor, {name}", key, "ms", bare, most_editor))
        rows.append(Row(f"key → preview, {name}", preview, "frames", None, most_preview))
        if size == HUGE:
            opened = floor["open_text_ms"]
            rows.append(Row(f"opening another release of {name} → text", text, "ms", opened, 2.2))
            rows.append(Row(f"opening another release of {name} → page", page, "ms", opened, 4))
        else:
            frames = text / FRAME_MS
            rows.append(Row(f"opening another release of {name} → text", frames, "frames", None, 3))
    return rows
