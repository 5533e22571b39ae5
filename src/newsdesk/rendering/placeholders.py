"""Places in a snippet that are filled in when it is inserted: `{{headline}}`, `{{cursor}}`."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

CURSOR = "cursor"
SELECTION = "selection"
_PLACE = re.compile(r"\{\{\s*([a-z_]{1,40})\s*\}\}")


@dataclass(frozen=True, slots=True)
class Filled:
    """A text that is ready to be inserted."""

    text: str
    caret: int  # characters from its beginning to where one goes on writing


def filled(text_md: str, values: Mapping[str, str]) -> Filled:
    """Fill in what is known; a name that is not stays, to be seen and found before publishing.

    The caret goes to the first `{{cursor}}`, otherwise behind all of it.
    """
    parts: list[str] = []
    length, end, caret = 0, 0, None

    def add(part: str) -> None:
        nonlocal length
        parts.append(part)
        length += len(part)

    for place in _PLACE.finditer(text_md):
        add(text_md[end : place.start()])
        end = place.end()
        if place[1] == CURSOR:
            caret = length if caret is None else caret
        else:
            add(values.get(place[1], place[0]))
    add(text_md[end:])
    return Filled("".join(parts), length if caret is None else caret)


def places_in(text_md: str) -> tuple[str, ...]:
    """Return the names of the places in a text, each once."""
    return tuple(dict.fromkeys(place[1] for place in _PLACE.finditer(text_md)))
