"""The window: until something is seen after the start, and after a key.

Each figure stands beside its floor: the least window that could show the same, measured in the
same run by the same means, turn by turn. It needs a screen of its own, so it is left out, saying
so, where none can be made.
"""

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from statistics import median

from uuid6 import uuid7

from newsdesk.domain.dateline import Dateline
from newsdesk.domain.ids import FamilyId, ReleaseId, RevisionId
from newsdesk.domain.newsroom import Newsroom
from newsdesk.domain.release import Release
from newsdesk.domain.revision import Reason
from newsdesk.storage.database import Database
from tests import screen
from tests.benchmarks.rows import Row
from tests.rendering.release_grammar import ReleaseGrammar

RELEASES = 10_000
SMALL, LARGE = 4_000, 100_000  # characters
_STARTS = 9
_FRAME_MS = 1_000 / 60
_BATCH = 500


def measure() -> list[Row]:
    if not screen.is_possible():
        print(f"left out: the window: {screen.MISSING}")
        return []
    with tempfile.TemporaryDirectory(dir=Path.cwd(), prefix=".bench-") as name:
        folder = Path(name)
        _fill(folder / "newsroom")
        with screen.virtual_screen() as environment:
            for _ in range(2):  # the first start sets up, the second compiles what it needs
                _once(environment, "window", folder / "newsroom")
            return [*_starts(environment, folder), *_keys(environment, folder)]


def _starts(environment: Mapping[str, str], folder: Path) -> list[Row]:
    found: dict[str, list[dict[str, float]]] = {"window": [], "editor": [], "web": []}
    for _ in range(_STARTS):
        for probe, runs in found.items():
            runs.append(_once(environment, probe, folder / "newsroom"))
    ours, editor, web = (
        {key: median(run[key] for run in runs) for key in runs[0]} for runs in found.values()
    )
    return [
        Row("start → text painted", ours["text_ms"], "ms", editor["text_ms"], 1.5),
        Row("start → all panes there", ours["complete_ms"], "ms", editor["text_ms"], 3.5),
        Row("start → preview painted", ours["preview_ms"], "ms", web["preview_ms"], 1.2),
    ]


def _keys(environment: Mapping[str, str], folder: Path) -> list[Row]:
    rows: list[Row] = []
    for name, size in (("4 KB", SMALL), ("100 KB", LARGE)):
        floor = _once(environment, "editor-keys", folder / "newsroom", size)
        ours = _once(environment, "window-keys", folder / "newsroom", size)
        key, bare = ours["key_editor_ms"], floor["key_editor_ms"]
        preview = ours["key_preview_ms"] / _FRAME_MS
        rows.append(Row(f"key → editor, {name}", key, "ms", bare, 1.35))
        rows.append(Row(f"key → preview, {name}", preview, "frames", None, 3))
        opened = ours["open_text_ms"] / _FRAME_MS
        rows.append(Row(f"opening another release of {name} → text", opened, "frames", None, 3))
    return rows


def _once(
    environment: Mapping[str, str], probe: str, newsroom: Path, size: int = SMALL
) -> dict[str, float]:
    """Run one probe in a process of its own and return its figures, in ms."""
    run = subprocess.run(
        [sys.executable, "-m", "tests.benchmarks.window_probe", probe, str(newsroom), str(size)],
        env={
            **{name: value for name, value in os.environ.items() if name not in _SLOWING},
            **environment,
            "NEWSDESK_BENCH_BEGUN_NS": str(time.monotonic_ns()),
        },
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    if run.returncode:
        raise RuntimeError(run.stderr)
    return json.loads(run.stdout.splitlines()[-1])


_SLOWING = {"PYTHONDONTWRITEBYTECODE"}  # a program that runs a second time is compiled


def _fill(folder: Path) -> None:
    """Store the releases: two large ones, the others of 4 KB, the newest a small one."""
    small, large = (text_of(size) for size in (SMALL, LARGE))
    with Database.open(
        folder, writing=True, now=lambda: datetime.now(UTC), new_id=uuid7
    ) as database:
        with database.transaction() as work:
            work.newsroom.save(Newsroom(organisation="Office for Safe Harbours", tz="UTC"))
        for first in range(0, RELEASES, _BATCH):
            with database.transaction() as work:
                for number in range(first, first + _BATCH):
                    is_large = number in (RELEASES - 4, RELEASES - 3)
                    release = _release(number, large if is_large else small)
                    saved = work.releases.save(release, dateline_text="Samport – ")
                    work.revisions.add(
                        saved,
                        reason=Reason.SAVE,
                        author="dana",
                        device="desk",
                        at=datetime.now(UTC),
                        revision_id=RevisionId(uuid7()),
                        word_count=700,
                        char_count=len(release.body_md),
                    )


def text_of(size: int) -> str:
    """Return what is typed into, in newsdesk and in the bare editor beside it."""
    return ReleaseGrammar(7, signs=0.1).text_of(size)[:size]


def _release(number: int, body: str) -> Release:
    key, now = ReleaseId(uuid7()), datetime.now(UTC)
    return Release(
        id=key,
        slug=f"harbour-{number}",
        family_id=FamilyId(key),
        language="en",
        headline=f"Harbour {number} opens for winter",
        body_md=body,
        firstcreated=now,
        versioncreated=now,
        created_by="dana",
        dateline=Dateline(),
    )
