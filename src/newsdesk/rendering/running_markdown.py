"""Words of an address book or a form as running Markdown: nothing in them becomes a mark."""

import re

_MARKS = re.compile(r"[\\`*\[\]]|(?<!\w)_|_(?!\w)")
_ENTITIES = {"<": "&lt;", "&": "&amp;"}
_ENTITY = re.compile(r"&(?=#?\w{1,31};)|<(?=[A-Za-z/!?])")


def escaped(text: str) -> str:
    """Return Markdown that shows `text`, which is one line, as it is."""
    line = _MARKS.sub(r"\\\g<0>", text)
    return _ENTITY.sub(lambda found: _ENTITIES[found[0]], line)
