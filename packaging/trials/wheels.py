"""Does every locked requirement come as a wheel, for each system that is shipped to?"""

import argparse
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from shipping import contents, product
from shipping.complaint import insist

PYTHON = "3.13"  # what releases are built with


@dataclass(frozen=True, slots=True)
class Target:
    name: str
    platform: str  # as uv calls it
    lacks: tuple[str, ...] = ()  # what the lock leaves out there, and why is in pyproject.toml


TARGETS = (
    Target("Windows x64", "x86_64-pc-windows-msvc", ("spylls",)),
    Target("macOS arm64", "aarch64-apple-darwin", ("spylls",)),
    Target("macOS Intel", "x86_64-apple-darwin", ("chunspell",)),
    Target("Linux x86_64", "x86_64-manylinux_2_35", ("spylls",)),
)


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(prog="dev.py verify wheels")
    parser.add_argument("--lock", type=Path, default=contents.LOCK)
    lock: Path = parser.parse_args(arguments).lock
    complaints: list[str] = []
    for target in TARGETS:
        found, said = resolved(lock, target)
        wanted = contents.locked().keys() - set(target.lacks)
        missing = sorted(wanted - found) if found else []
        complaints += [f"{target.name}: {line}" for line in said.splitlines() if not found]
        complaints += [f"{target.name}: nothing for {name}" for name in missing]
        if not missing and found:
            print(f"{target.name}: all {len(found)} come as wheels for Python {PYTHON}.")
    insist(complaints)
    return 0


def resolved(lock: Path, target: Target) -> tuple[set[str], str]:
    """Return what would be installed there, nothing if that is not possible, and what was said."""
    with tempfile.TemporaryDirectory() as empty:
        run = subprocess.run(
            [
                *(sys.executable, "-m", "uv", "pip", "install", "--dry-run", "--no-deps"),
                *("--only-binary", ":all:", "--require-hashes", "--target", empty),
                *("--python-platform", target.platform, "--python-version", PYTHON),
                *("--requirements", str(lock)),
            ],
            capture_output=True,
            text=True,
            check=False,
            cwd=product.ROOT,
        )
    if run.returncode:
        return set(), run.stderr
    lines = [line.strip() for line in run.stderr.splitlines() if line.startswith(" + ")]
    return {contents.normal(line[2:].partition("==")[0]) for line in lines}, run.stderr
