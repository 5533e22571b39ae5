"""Tries what was built as the people who install it meet it: `dev.py verify PART`.

Each part is a module of `trials/` with a `main(arguments)` that returns an exit code; to add one:
the module, and its line in `PARTS`.
"""

import sys
from collections.abc import Callable
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parent / "src"), str(HERE.parent)]

from shipping.complaint import Complaint  # noqa: E402 - found from here on
from trials import chroot, installed, sums, twice, wheels, wine  # noqa: E402

PARTS: dict[str, Callable[[list[str]], int]] = {
    "installed": installed.main,
    "chroot": chroot.main,
    "wine": wine.main,
    "wheels": wheels.main,
    "twice": twice.main,
    "sums": sums.main,
}


def main(arguments: list[str]) -> int:
    name, *rest = arguments or [""]
    if name not in PARTS:
        print("usage: dev.py verify PART [ARGUMENTS]\n")
        for part, run in PARTS.items():
            said = sys.modules[run.__module__].__doc__ or ""
            print(f"  {part:<10} {said.strip().partition(chr(10))[0]}")
        return 2
    try:
        return PARTS[name](rest)
    except Complaint as complaint:
        print(f"\n{name}: not as it must be\n{complaint}", file=sys.stderr)
        return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
