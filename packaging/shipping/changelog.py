"""The changelog taken apart: for the metainfo of Linux and for the notes of a release."""

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass

_HEADING = re.compile(r"^## \[([^\]]+)\](?: - (\d{4}-\d\d-\d\d))?\n", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Release:
    version: str
    day: str  # "2026-01-31"
    text: str  # Markdown


def releases(changelog: str) -> Iterator[Release]:
    """Yield what was released, the newest first; what is not released yet is left out."""
    headings = list(_HEADING.finditer(changelog))
    for index, heading in enumerate(headings):
        end = headings[index + 1].start() if index + 1 < len(headings) else len(changelog)
        if heading[2]:
            yield Release(heading[1], heading[2], changelog[heading.end() : end].strip())


def notes(changelog: str, version: str) -> str:
    """Return what is new in a version; before it is released, what is unreleased.

    Raises:
        ValueError: the changelog says nothing of it.
    """
    for release in releases(changelog):
        if release.version == version:
            return release.text
    match = re.search(r"^## \[Unreleased\]\n(.*?)(?=^## |\Z)", changelog, re.MULTILINE | re.DOTALL)
    if match is None or not match[1].strip():
        raise ValueError(version)
    return match[1].strip()


def as_xml(text: str) -> str:
    """Return the entries of a release as AppStream has them: paragraphs and lists."""
    parts: list[str] = []
    for group in re.split(r"^### ", text, flags=re.MULTILINE)[1:]:
        kind, _, rest = group.partition("\n")
        entries = [" ".join(one.split()) for one in re.split(r"^- ", rest, flags=re.MULTILINE)]
        items = "".join(f"<li>{_plain(one)}</li>" for one in entries if one)
        parts.append(f"<p>{html.escape(kind)}</p><ul>{items}</ul>")
    return "".join(parts)


def _plain(entry: str) -> str:
    return html.escape(re.sub(r" \(#\d+(?:, #\d+)*\)$", "", entry).replace("`", ""))
