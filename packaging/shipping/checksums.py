"""The checksums of what is handed out, in the form that `sha256sum -c` reads."""

from collections.abc import Iterable
from hashlib import file_digest
from pathlib import Path

NAME = "SHA256SUMS"


def write_checksums(folder: Path, files: Iterable[Path]) -> Path:
    """Write the checksums of files in `folder`, and return where they stand."""
    lines = [f"{sha256_of(path)}  {path.name}\n" for path in sorted(files)]
    target = folder / NAME
    target.write_text("".join(lines), encoding="utf-8", newline="\n")
    return target


def wrong(folder: Path) -> list[str]:
    """Return which files of a folder's list are not there as they were, or not in the list."""
    listed = {}
    for line in (folder / NAME).read_text("utf-8").splitlines():
        digest, _, name = line.partition("  ")
        listed[name] = digest
    here = {path.name for path in folder.iterdir() if path.is_file()} - {NAME}
    bad = [name for name in here & listed.keys() if sha256_of(folder / name) != listed[name]]
    return sorted({*bad, *(here ^ listed.keys())})


def sha256_of(path: Path) -> str:
    with path.open("rb") as file:
        return file_digest(file, "sha256").hexdigest()
