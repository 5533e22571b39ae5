"""Writes down what a release consists of, beside what all systems built: `dev.py release`."""

import argparse
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parent / "src"), str(HERE.parent)]

from shipping import changelog, checksums, product  # noqa: E402 - found from here on
from shipping.complaint import Complaint, insist  # noqa: E402

NOTES = "NOTES.md"
INSTALLERS = ("-windows-x64-setup.exe", "-macos-arm64.dmg", "-macos-x86_64.dmg", "_amd64.deb")


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(prog="dev.py release")
    parser.add_argument("folder", type=Path, help="with the files of all systems in it")
    parser.add_argument("--tag", default="", help="what the change is called that was built")
    chosen = parser.parse_args(arguments)
    try:
        made = write(chosen.folder.resolve(), chosen.tag)
    except Complaint as complaint:
        print(f"\nThis is no release yet:\n{complaint}", file=sys.stderr)
        return 1
    print("Made:", *(f"  {path}" for path in made), sep="\n")
    return 0


def write(folder: Path, tag: str) -> list[Path]:
    """Write checksums and notes, and return them; raise `Complaint` if something is missing."""
    version = product.read().version
    files = [path for path in folder.iterdir() if path.is_file()]
    files = [path for path in files if path.name not in {checksums.NAME, NOTES}]
    names = [path.name for path in files]
    missing = [one for one in INSTALLERS if not any(name.endswith(one) for name in names)]
    complaints = [f"there is no newsdesk{one}" for one in missing]
    complaints += [f"of another version: {name}" for name in names if version not in name]
    if tag and tag != f"v{version}":
        complaints.append(f"the tag is {tag}, the version {version}")
    insist(complaints)
    notes = folder / NOTES
    news = changelog.notes((product.ROOT / "CHANGELOG.md").read_text("utf-8"), version)
    notes.write_text(f"{news}\n", encoding="utf-8", newline="\n")
    return [checksums.write_checksums(folder, files), notes]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
