"""What more than one story needs: the texts that come in, and how two pages are compared."""

import re
from pathlib import Path

import html5lib
import pytest

from tests.conftest import SHARED

_OURS = Path(__file__).resolve().parents[2] / "importing" / "files" / "releases"
_FILES = {
    "the seed releases": [
        SHARED / "corpus" / case / "source.txt"
        for case in ("001-iom-guilin-seed", "002-newspakistan-iom-seed")
    ],
    "our own": [_OURS / "en-grouped-contacts.txt", _OURS / "fr.txt"],
}
TEXTS = tuple(_FILES)


def files_of(texts: str) -> list[Path]:
    """Return the two files of a first day; the story is skipped where they are not."""
    files = _FILES[texts]
    if not all(file.exists() for file in files):
        pytest.skip("the reference material is not beside this checkout")
    return files


def main_of(page: Path) -> str:
    """Return what stands in the main part of an exported file."""
    found = re.search(r"<main[^>]*>(.*)</main>", page.read_text("utf-8"), re.DOTALL)
    assert found is not None
    return found[1]


def blocks(html: str) -> str:
    """Return a fragment as any browser understands it, without the space between its elements."""
    fragment = html5lib.parseFragment(html, container="main")
    said = html5lib.serialize(fragment, omit_optional_tags=False, quote_attr_values="always")
    return re.sub(r"\s+", " ", re.sub(r">\s+<", ">\n<", said)).strip()
