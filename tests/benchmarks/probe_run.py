"""A newsroom of many releases, and probes that are run on it in processes of their own."""

import json
import os
import subprocess
import sys
import time
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path

from uuid6 import uuid7

from newsdesk.domain.dateline import Dateline
from newsdesk.domain.ids import FamilyId, ReleaseId, RevisionId
from newsdesk.domain.newsroom import Newsroom
from newsdesk.domain.release import Release
from newsdesk.domain.revision import Reason
from newsdesk.storage.database import Database
from tests.rendering.release_grammar import ReleaseGrammar

RELEASES = 10_000
SMALL, LARGE, HUGE = 4_000, 100_000, 1_000_000  # characters
OF_EACH_SIZE = 5
_BATCH = 500


def once(
    environment: Mapping[str, str],
    probe: str,
    newsroom: Path,
    size: int = SMALL,
    module: str = "tests.benchmarks.window_probe",
    longest_s: float = 120,
) -> dict[str, float]:
    """Run one probe in a process of its own and return its figures."""
    run = subprocess.run(
        [sys.executable, "-m", module, probe, str(newsroom), str(size)],
        env={
            **{name: value for name, value in os.environ.items() if name not in _SLOWING},
            **environment,
            "NEWSDESK_BENCH_BEGUN_NS": str(time.monotonic_ns()),
        },
        capture_output=True,
        text=True,
        check=False,
        timeout=longest_s,
    )
    if run.returncode:
        raise RuntimeError(f"{probe} ended with {run.returncode}:\n{run.stderr}")
    return json.loads(run.stdout.splitlines()[-1])


_SLOWING = {"PYTHONDONTWRITEBYTECODE"}  # a program that runs a second time is compiled


def fill(folder: Path) -> None:
    """Store the releases, the newest of them a small one, then some of each size.

    All others are small too. See `probing.of_size`.
    """
    bodies = [text_of(SMALL)]
    for size in (SMALL, LARGE, HUGE):
        bodies += [text_of(size, seed) for seed in range(OF_EACH_SIZE)]
    with Database.open(
        folder, writing=True, now=lambda: datetime.now(UTC), new_id=uuid7
    ) as database:
        with database.transaction() as work:
            work.newsroom.save(Newsroom(organisation="Office for Safe Harbours", tz="UTC"))
        for first in range(0, RELEASES, _BATCH):
            with database.transaction() as work:
                for number in range(first, first + _BATCH):
                    age = RELEASES - 1 - number  # in releases
                    release = _release(number, bodies[age] if age < len(bodies) else bodies[0])
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


def text_of(size: int, seed: int = 7) -> str:
    """Return what is typed into, in newsdesk and in the bare editor beside it."""
    return ReleaseGrammar(seed, signs=0.1).text_of(size)[:size]


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
