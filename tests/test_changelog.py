"""The changelog in Keep a Changelog's form: What's New and the metainfo are made from it."""

import re
from pathlib import Path

import pytest
from packaging.version import Version

from newsdesk import __version__

ROOT = Path(__file__).resolve().parents[1]
KINDS = {"Added", "Changed", "Deprecated", "Removed", "Fixed", "Security"}
RELEASED = re.compile(r"\[(\d+)\.(\d+)\.(\d+)\] - (\d{4}-\d\d-\d\d)")
ENTRY = re.compile(r"- [A-Z].*\.(?: \(#\d+(?:, #\d+)*\))$", re.DOTALL)


def complaints(text: str) -> list[str]:
    """Return what is not in form, worded for the one who wrote it."""
    title, *sections = re.split(r"^## ", text, flags=re.MULTILINE)
    headings = [section.partition("\n")[0] for section in sections]
    found: list[str] = []
    if not title.startswith("# Changelog\n"):
        found.append("it begins with `# Changelog`")
    if headings[:1] != ["[Unreleased]"]:
        found.append("the first section is `[Unreleased]`")
    releases = [RELEASED.fullmatch(heading) for heading in headings[1:]]
    if not all(releases):
        found.append("a release is headed `[1.2.3] - 2026-01-31`")
    order = [(tuple(map(int, one.groups()[:3])), one[4]) for one in releases if one]
    if order != sorted(order, reverse=True) or len({number for number, _ in order}) < len(order):
        found.append("the newest release comes first")
    for section in sections:
        found += section_complaints(section)
    return found


def section_complaints(section: str) -> list[str]:
    _, *groups = re.split(r"^### ", section, flags=re.MULTILINE)
    found: list[str] = []
    for group in groups:
        kind, _, rest = group.partition("\n")
        if kind not in KINDS:
            found.append(f"`{kind}` is no kind of change")
        entries = [entry.strip() for entry in re.split(r"^(?=- )", rest, flags=re.MULTILINE)]
        entries = [entry for entry in entries if entry]
        if not entries:
            found.append(f"`{kind}` is empty")
        found += [
            f"an entry is a sentence and ends with its issue, (#12): {entry}"
            for entry in entries
            if not ENTRY.match(entry)
        ]
    return found


def test_the_changelog_is_in_form() -> None:
    assert complaints((ROOT / "CHANGELOG.md").read_text(encoding="utf-8")) == []


def test_the_version_is_not_behind_the_changelog() -> None:
    text = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    released = [Version(".".join(numbers)) for *numbers, _ in RELEASED.findall(text)]
    assert all(Version(__version__) >= version for version in released)


GOOD = """# Changelog

## [Unreleased]

### Added

- The embargo is shown
  in the list. (#12)

## [0.2.0] - 2026-02-01

### Fixed

- A dateline keeps its accent. (#3, #4)

## [0.1.0] - 2026-01-01
"""


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("# Changelog", "# Changelog", ""),
        ("# Changelog", "# Changes", "begins with"),
        ("[Unreleased]", "Unreleased", "first section"),
        ("] - 2026-02-01", "]", "is headed"),
        ("[0.2.0]", "[0.0.9]", "newest"),
        ("[0.2.0] - 2026-02-01", "[0.1.0] - 2026-01-01", "newest"),
        ("### Fixed", "### Bugs", "no kind"),
        (" (#3, #4)", "", "its issue"),
        ("- A dateline", "- a dateline", "sentence"),
        ("- A dateline keeps its accent. (#3, #4)\n", "", "is empty"),
    ],
)
def test_what_is_not_in_form_is_said(old: str, new: str, said: str) -> None:
    found = complaints(GOOD.replace(old, new))
    assert [said in complaint for complaint in found] == ([True] if said else [])
