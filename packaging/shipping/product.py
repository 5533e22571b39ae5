"""What newsdesk is called, which version it is and whose: read off the one place of each."""

import os
import re
import subprocess
import tomllib
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PACKAGING = ROOT / "packaging"

NAME = "Newsdesk"  # as people read it
COMMAND = "newsdesk"  # as it is typed, and what packages and folders are called
PUBLISHER = "the newsdesk authors"
BUNDLE_ID = "org.newsdesk.Newsdesk"  # of macOS; on Linux the name of the metainfo
MIME_TYPE = "application/vnd.newsdesk.bundle+zip"
SUFFIX = ".newsdesk"
MARKDOWN_SUFFIXES = (".md", ".markdown")


@dataclass(frozen=True, slots=True)
class Product:
    version: str
    description: str
    year: str  # of the copyright

    @property
    def copyright(self) -> str:
        return f"© {self.year} {PUBLISHER}"

    @property
    def four_numbers(self) -> tuple[int, int, int, int]:
        """The version as Windows wants it."""
        numbers = [int(part) for part in re.findall(r"\d+", self.version)]
        major, minor, patch, build, *_ = [*numbers, 0, 0, 0, 0]
        return major, minor, patch, build


def read(root: Path = ROOT) -> Product:
    """Raise `ValueError` if one of the places does not say what it should."""
    project = tomllib.loads((root / "pyproject.toml").read_text("utf-8"))["project"]
    source = (root / "src" / "newsdesk" / "__init__.py").read_text("utf-8")
    return Product(
        version=_found(r'^__version__ = "([^"]+)"', source),
        description=project["description"],
        year=_found(rf"^Copyright \(c\) (\d{{4}}) {PUBLISHER}$", (root / "LICENSE").read_text()),
    )


def _found(pattern: str, text: str) -> str:
    match = re.search(pattern, text, re.MULTILINE)
    if match is None:
        raise ValueError(f"nothing matches {pattern}")
    return match[1]


def source_date() -> int:
    """Return the second since 1970 that the build says it was made in: that of the last change."""
    if given := os.environ.get("SOURCE_DATE_EPOCH"):
        return int(given)
    last = ["git", "log", "-1", "--format=%ct"]
    run = subprocess.run(last, cwd=ROOT, capture_output=True, text=True, check=True)
    return int(run.stdout)
