"""Does all that may happen to a newsroom, often, and prints what was lost: `dev.py torture`.

    python -m tests.reliability [PART …] [--seed N] [--times N]

Without `--seed` it does something new every time; the seed is printed, and repeats it: the texts
and the order of what is done. The moments of the kills are the machine's. The exit code is 1 if
anything was lost or wrong, or if a wrong writer was not found out.
"""

import argparse
import random
import shutil
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from tests.reliability.outcome import Outcome
from tests.reliability.parts import PARTS, Part

_HEADINGS = ("part", "what is done", "times", "saved", "lost or wrong", "", "seconds")
_MOST_SHOWN = 20  # of what is wrong in one part


def main(words: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(prog="dev.py torture")
    parser.add_argument("parts", nargs="*", metavar="PART", help=f"of {', '.join(PARTS)}")
    parser.add_argument("--seed", type=int, help="do what was done with this seed")
    parser.add_argument("--times", type=int, help="so often instead of the usual")
    chosen = parser.parse_args(words)
    if unknown := [name for name in chosen.parts if name not in PARTS]:
        parser.error(f"there is no part {unknown[0]}: {', '.join(PARTS)}")
    seed = random.randrange(2**31) if chosen.seed is None else chosen.seed  # noqa: S311
    print(f"seed {seed}: repeat it with --seed {seed}", flush=True)
    folder = Path(tempfile.mkdtemp(prefix="newsdesk-torture-"))
    rows = [_HEADINGS]
    is_well = True
    for name in chosen.parts or PARTS:
        part = PARTS[name]
        print(f"{name} …", flush=True)
        if why_not := part.why_not():
            rows.append((name, part.what, "-", "-", "-", f"left out: {why_not}", ""))
            continue
        begun = time.monotonic()
        outcome = part.run(folder / name, chosen.times or part.times, seed)
        is_well = is_well and is_as_wanted(part, outcome)
        rows.append(_row(name, part, outcome, time.monotonic() - begun))
        if not is_as_wanted(part, outcome):
            print("\n".join(f"  {what}" for what in outcome.wrong[:_MOST_SHOWN]), flush=True)
    print("\n".join(_table(rows)))
    if is_well:
        shutil.rmtree(folder)
    else:
        print(f"What was left of the newsrooms is in {folder}.")
    return 0 if is_well else 1


def is_as_wanted(part: Part, outcome: Outcome) -> bool:
    return bool(outcome.wrong) == part.must_fail


def _row(name: str, part: Part, outcome: Outcome, seconds: float) -> tuple[str, ...]:
    verdict = "as it must be" if is_as_wanted(part, outcome) else "WRONG"
    if part.must_fail:
        verdict = "found out" if outcome.wrong else "NOT FOUND OUT"
    notes = ", ".join(f"{times} {note}" for note, times in sorted(Counter(outcome.notes).items()))
    verdict = f"{verdict} ({notes})" if notes else verdict
    saved = str(outcome.saves or "")
    return (
        name,
        part.what,
        str(outcome.done),
        saved,
        str(len(outcome.wrong)),
        verdict,
        f"{seconds:.0f}",
    )


def _table(rows: Sequence[tuple[str, ...]]) -> list[str]:
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    return [
        "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
        for row in rows
    ]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
