"""What comes in from the clipboard as clean Markdown, and what is mended in a text on request."""

import logging
import re
from collections.abc import Collection
from dataclasses import dataclass

from newsdesk.importing.broken_lines import joined_lines
from newsdesk.importing.office_html import letters_of, office_text
from newsdesk.importing.tracking import TrackedLink, tracked_links

_NOTE = re.compile(r"\[\^([^\[\]\s]+)\]")
_LOG = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Pasted:
    """A text from the clipboard as Markdown."""

    markdown: str
    notes: str = ""  # the definitions of its notes, which stand below everything


def read_html(html: str, plain: str, text: str = "") -> Pasted | None:
    """Return what HTML from the clipboard says, None if the plain text beside it says the same.

    So it does where the HTML has no structure: what somebody copies as it stands is to stay so.
    What cannot be read is taken for such HTML, and logged.

    Args:
        text: into which it goes; the labels of its notes are left alone.
    """
    try:
        found = office_text(html, taken=labels_in(text))
        if not found.markdown and not found.notes:
            return None
    except Exception:  # noqa: BLE001 - whatever it is, its plain text can be pasted
        _LOG.exception("HTML of %d characters on the clipboard", len(html))
        return None
    if not found.has_structure and plain and letters_of(plain) == found.letters:
        return None
    return Pasted(found.markdown, found.notes)


def labels_in(text: str) -> Collection[str]:
    """Return the labels of the notes that a text cites or defines."""
    return frozenset(_NOTE.findall(text)) if "[^" in text else frozenset()


def links_with_tracking(text: str) -> tuple[TrackedLink, ...]:
    """Return the addresses in a text that carry tracking, and what they are without."""
    return tuple(tracked_links(text))


def without_tracking(text: str) -> str:
    """Return a text whose addresses carry no tracking."""
    for link in reversed(links_with_tracking(text)):
        text = text[: link.start] + link.clean + text[link.end :]
    return text


def with_lines_joined(text: str, *, every: bool = False) -> str:
    """Return a text without line breaks in the middle of a sentence; `every`: of a paragraph."""
    return joined_lines(text, every=every)
