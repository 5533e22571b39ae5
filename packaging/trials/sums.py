"""Are the files of a folder what its SHA256SUMS says, and all of them named there?"""

import argparse
from pathlib import Path

from shipping import checksums
from shipping.complaint import insist


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(prog="dev.py verify sums")
    parser.add_argument("folder", type=Path)
    folder: Path = parser.parse_args(arguments).folder
    insist([f"{name} is not what the list says" for name in checksums.wrong(folder)])
    print(f"Every file in {folder} is what {checksums.NAME} says.")
    return 0
