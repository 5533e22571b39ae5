"""Notes: numbered in the order they are first cited, whatever block cites them.

A block is rendered without knowing its notes' numbers, so that it need not be rendered again when
a note is added before it: a citation is an empty seat, which `Numbering.fill` takes.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

SEAT_CLASS = "footnote-ref"
_SEAT = re.compile(rf'<sup class="{SEAT_CLASS}">(\d+)</sup>')
_REL = 'rel="noopener noreferrer"'  # what the sanitiser writes on every link
_ARROW = "↩"
_SPACE = "&nbsp;"


class Note(Protocol):
    """A note as rendered, its own citations not yet seated."""

    @property
    def html(self) -> str: ...

    @property
    def cited(self) -> Sequence[str]: ...


class Numbering:
    """The numbers of one body's notes, given out block after block."""

    def __init__(self) -> None:
        self._labels: list[str] = []  # by number
        self._citations: dict[str, _Cited] = {}

    def fill(self, html: str, cited: Sequence[str]) -> str:
        """Seat the citations of a block; `cited` are their labels, by the seats' numbers."""
        return _SEAT.sub(lambda seat: self._cite(cited[int(seat.group(1))]), html)

    def section(self, note: Callable[[str], Note]) -> str:
        """Return the list of the notes cited; "" if there are none.

        `note` renders the note of a label. A note may cite others, which then follow it.
        """
        bodies: list[str] = []
        for label in self._labels:  # grows on the way
            body = note(label)
            bodies.append(self.fill(body.html, body.cited))
        if not bodies:
            return ""
        items = "".join(
            f'<li id="fn-{cited.number}">{_with_return(body, cited)}</li>'
            for body, cited in zip(bodies, self._citations.values(), strict=True)
        )
        return f'<section class="footnotes" role="doc-endnotes"><ol>{items}</ol></section>'

    def is_cited(self, label: str) -> bool:
        return label in self._citations

    def _cite(self, label: str) -> str:
        cited = self._citations.get(label)
        if cited is None:
            self._labels.append(label)
            cited = self._citations[label] = _Cited(len(self._labels))
        cited.times += 1
        link = f'<a href="#fn-{cited.number}" class="{SEAT_CLASS}" role="doc-noteref" {_REL}>'
        return f'<sup id="{cited.seat_id(cited.times)}">{link}{cited.number}</a></sup>'


@dataclass(slots=True)
class _Cited:
    number: int
    times: int = 0

    def seat_id(self, time: int) -> str:
        """Return the id of a citation, the `time`-th, from 1."""
        return f"fnref-{self.number}" if time == 1 else f"fnref-{self.number}-{time}"


def _with_return(body: str, cited: _Cited) -> str:
    """Add the links back, in the note's last paragraph or below what else it ends with."""
    links = "".join(
        f'{_SPACE}<a href="#{cited.seat_id(time)}" class="footnote-backref"'
        f' role="doc-backlink" {_REL}>{_ARROW}{f"<sup>{time}</sup>" if time > 1 else ""}</a>'
        for time in range(1, cited.times + 1)
    )
    if body.endswith("</p>"):
        return body.removesuffix("</p>") + links + "</p>"
    return f'{body}<p dir="auto">{links.removeprefix(_SPACE)}</p>'
