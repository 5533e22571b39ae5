"""Brings a folder in, or reads one file, in a process of its own; prints what that took as JSON.

Nothing of newsdesk is imported before it is used, as the program does it: the processes that read
begin by importing what began them.
"""

import json
import resource
import sys
from itertools import islice
from pathlib import Path
from time import perf_counter

_MIB = 1024 * 1024
_PER_MAXRSS = 1 if sys.platform == "darwin" else 1024  # bytes


def import_folder(folder: Path, newsroom: Path) -> dict[str, float]:
    from newsdesk.desk import open_desk
    from newsdesk.domain.duplicate import Resolution
    from newsdesk.services.import_batch import Stored, bring_in
    from newsdesk.services.import_reading import ReadingPlan
    from newsdesk.services.import_sources import listed

    with open_desk(newsroom, writing=True) as desk:
        begun = perf_counter()
        files = listed([folder]).files
        plan = ReadingPlan(tools=desk.imports.tools())
        skip = Resolution.SKIP  # as the command line does: each is compared with those before it

        def store(drafts, between):
            return desk.imports.store_all(drafts, skip, between)[0]

        outcomes = bring_in(files, plan, store)
        stored = sum(isinstance(outcome, Stored) for outcome in outcomes)
        seconds = perf_counter() - begun
    return {"stored": stored, "seconds": seconds}


def read_file(path: Path, most: int) -> dict[str, float]:
    """Read the first drafts of a file; `held_mib` is what is taken on top of its content."""
    from newsdesk import paths
    from newsdesk.domain.gazetteer import Gazetteer
    from newsdesk.importing import drafts
    from newsdesk.importing.draft import ImportTools

    text = (paths.resources() / "gazetteer.json").read_text("utf-8")
    tools = ImportTools(gazetteer=Gazetteer.from_json(text))
    for _ in drafts(b"# Warm\n\nThe harbour of Geneva opens.", "warm.md", tools):
        pass
    raw = path.read_bytes()
    before = _peak_mib(resource.RUSAGE_SELF)
    begun = perf_counter()
    found = drafts(raw, path.name, tools)
    next(found)
    first = perf_counter() - begun
    read = 1 + sum(1 for _ in islice(found, most - 1))
    seconds = perf_counter() - begun
    held = _peak_mib(resource.RUSAGE_SELF) - before
    return {"read": read, "first_s": first, "seconds": seconds, "held_mib": held}


def _peak_mib(whose: int) -> float:
    return resource.getrusage(whose).ru_maxrss * _PER_MAXRSS / _MIB


def _took() -> dict[str, float]:
    own, children = (
        resource.getrusage(whose) for whose in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    )
    return {
        "processor_s": own.ru_utime + own.ru_stime + children.ru_utime + children.ru_stime,
        "peak_mib": _peak_mib(resource.RUSAGE_SELF) + _peak_mib(resource.RUSAGE_CHILDREN),
    }


if __name__ == "__main__":
    what, place, other = sys.argv[1:]
    if what == "folder":
        answer = import_folder(Path(place), Path(other))
    else:
        answer = read_file(Path(place), int(other))
    print(json.dumps(answer | _took()))
