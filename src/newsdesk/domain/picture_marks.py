"""Pictures as a body names them: `![what is seen](newsdesk-media:<sha256>)`.

Only the inline form is read and written; what stands in code is not told apart from what does not.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

SCHEME = "newsdesk-media"

_STORED = re.compile(rf"{SCHEME}:/*([0-9a-fA-F]{{64}})(?![0-9a-fA-F])")  # asked at every key
_IMAGE = re.compile(
    r"!\[(?P<alt>(?:[^\[\]\\\n]|\\.|\[[^\[\]\n]*\]|\n(?!\s*\n))*+)\]\(\s*"
    r"(?:<(?P<angled>[^<>\n]*)>|(?P<bare>(?:[^\s()<>\\]|\\.|\([^\s()]*\))+))"
    r"(?:\s+(?P<title>\"[^\"\n]*\"|'[^'\n]*'))?\s*\)"
)
_BACKSLASHED = re.compile(r"\\([!-/:-@\[-`{-~])")
_TO_ESCAPE = re.compile(r"[\\\[\]]")
_BLANK_LINES = re.compile(r"\n{3,}")


class PictureMark(NamedTuple):
    """One picture in a body; places are in characters."""

    start: int
    end: int
    address: str  # as written, without backslashes
    alt: str  # likewise
    title: str


def address_of(sha256: str) -> str:
    """Return what names a stored picture in a body and on a page."""
    return f"{SCHEME}:{sha256}"


def stored_in(body: str) -> tuple[str, ...]:
    """Return the hashes of the stored pictures that a body names, each once, in their order."""
    if SCHEME not in body:
        return ()
    return tuple(dict.fromkeys(found.lower() for found in _STORED.findall(body)))


def marks_in(body: str) -> Iterator[PictureMark]:
    """Yield the pictures in a body, stored ones and others."""
    if "![" not in body:
        return
    for found in _IMAGE.finditer(body):
        address = found["angled"] if found["angled"] is not None else found["bare"]
        yield PictureMark(
            found.start(),
            found.end(),
            _BACKSLASHED.sub(r"\1", address).strip(),
            _BACKSLASHED.sub(r"\1", " ".join(found["alt"].split())),
            (found["title"] or "")[1:-1],
        )


def marks_of(body: str, sha256: str) -> list[PictureMark]:
    """Return where a body names this stored picture."""
    return [mark for mark in marks_in(body) if stored_in(mark.address) == (sha256,)]


def markdown_of(sha256: str, alt: str) -> str:
    """Return what shows a stored picture; without `alt` it is an ornament."""
    words = _TO_ESCAPE.sub(r"\\\g<0>", " ".join(alt.split()))
    return f"![{words}]({address_of(sha256)})"


def with_alt(body: str, sha256: str, alt: str) -> str:
    """Return a body whose picture has another alternative text, wherever it stands."""
    return _with_marks(body, marks_of(body, sha256), lambda _mark: markdown_of(sha256, alt))


def without(body: str, sha256: str) -> str:
    """Return a body without this picture, nor the empty paragraph that it would leave."""
    marks = marks_of(body, sha256)
    taken = _with_marks(body, marks, lambda _mark: "")
    return _BLANK_LINES.sub("\n\n", taken).strip("\n") if marks else body


def with_stored(body: str, stored: Mapping[str, str], alts: Mapping[str, str]) -> str:
    """Return a body that names the pictures kept of it as the stored ones they are.

    Args:
        stored: addresses as written -> sha256.
        alts: addresses -> words for what has none in the body.
    """

    def named(mark: PictureMark) -> str:
        return markdown_of(stored[mark.address], mark.alt or alts.get(mark.address, ""))

    return _with_marks(body, [mark for mark in marks_in(body) if mark.address in stored], named)


def appended(body: str, markdown: str) -> str:
    """Return a body with this as its last paragraph."""
    return f"{body.rstrip()}\n\n{markdown}" if body.strip() else markdown


def _with_marks(body: str, marks: list[PictureMark], text_of: Callable[[PictureMark], str]) -> str:
    for mark in reversed(marks):
        body = body[: mark.start] + text_of(mark) + body[mark.end :]
    return body
