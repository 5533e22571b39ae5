"""Are two builds alike in every byte? Builds twice, in folders of different names; takes long."""

import argparse
import subprocess
import sys
from pathlib import Path

from shipping import product
from shipping.checksums import sha256_of
from shipping.complaint import insist


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(prog="dev.py verify twice")
    parser.add_argument("--work", type=Path, default=product.ROOT / "build" / "twice")
    parser.add_argument("--first", type=Path, help="the work folder of a build that is there")
    chosen = parser.parse_args(arguments)
    first: Path = chosen.first or chosen.work / "first"
    second: Path = chosen.work / "another"
    for place in (first, second):
        if place != chosen.first:
            build(place)
    insist(differences(first, second))
    print(f"{first} and {second}: alike in every byte.")
    return 0


def build(place: Path) -> None:
    command = [sys.executable, str(product.ROOT / "dev.py"), "build"]
    subprocess.run([*command, "--work", str(place), "--out", str(place / "out")], check=True)


def differences(first: Path, second: Path) -> list[str]:
    """Return in what two builds differ: their bundles, and what is handed out if both have it."""
    found: list[str] = []
    for folder in ("dist", "out"):
        one, other = content(first / folder), content(second / folder)
        if folder == "out" and not one:
            continue
        found += [f"only in one of them: {name}" for name in sorted(one.keys() ^ other.keys())]
        found += [
            f"not alike: {name}"
            for name in sorted(one.keys() & other.keys())
            if one[name] != other[name]
        ]
    return found


def content(folder: Path) -> dict[str, str]:
    """Return by name what every file is, and where every link leads."""
    return {
        path.relative_to(folder).as_posix(): (
            f"-> {path.readlink()}" if path.is_symlink() else sha256_of(path)
        )
        for path in folder.rglob("*")
        if path.is_symlink() or path.is_file()
    }
