"""The changelog as others get it: `shipping/changelog.py`."""

from xml.etree import ElementTree as ET

import pytest

from shipping import changelog

TEXT = """# Changelog

## [Unreleased]

### Added

- Something < new. (#9)

## [0.2.0] - 2026-02-01

### Fixed

- A dateline keeps
  its `accent` & more. (#3, #4)
- Another. (#5)

## [0.1.0] - 2026-01-01

### Added

- The first. (#1)
"""


def test_what_was_released_comes_newest_first() -> None:
    found = list(changelog.releases(TEXT))
    assert [(one.version, one.day) for one in found] == [
        ("0.2.0", "2026-02-01"),
        ("0.1.0", "2026-01-01"),
    ]


def test_the_notes_of_a_release_are_its_own_section() -> None:
    assert changelog.notes(TEXT, "0.1.0") == "### Added\n\n- The first. (#1)"


def test_before_a_release_its_notes_are_what_is_unreleased() -> None:
    assert changelog.notes(TEXT, "0.3.0") == "### Added\n\n- Something < new. (#9)"
    with pytest.raises(ValueError, match=r"1\.0"):
        changelog.notes("# Changelog\n\n## [Unreleased]\n", "1.0")


def test_software_centres_get_it_as_lists_without_issues() -> None:
    (release, *_) = changelog.releases(TEXT)
    tree = ET.fromstring(f"<x>{changelog.as_xml(release.text)}</x>")  # noqa: S314 - ours
    assert [item.text for item in tree.iter("li")] == [
        "A dateline keeps its accent & more.",
        "Another.",
    ]
