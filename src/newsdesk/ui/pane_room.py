"""Which panes there is room for beside what is written."""

from collections.abc import Mapping
from dataclasses import dataclass, fields

CENTRE_LEAST = 260  # of the editor, and of the preview
SIDE_LEAST = 248  # of the library, and of the inspector
SIDEBAR_LEAST = 176
_BETWEEN = 4  # lines between the panes


@dataclass(frozen=True, slots=True)
class Sides:
    """The panes beside the centre. The sidebar belongs to the library: it narrows its list."""

    library: bool
    inspector: bool
    sidebar: bool = False


_LEAST: Mapping[str, int] = {  # in the order in which they get room
    "library": SIDE_LEAST,
    "sidebar": SIDEBAR_LEAST,
    "inspector": SIDE_LEAST,
}


def sides_shown(wanted: Sides, width: int, *, centre_panes: int, last_asked: str) -> Sides:
    """Return the sides that are shown: all that are wanted, as far as there is room.

    Args:
        width: of the window, in px.
        centre_panes: how many of editor and preview are shown.
        last_asked: "library", "sidebar" or "inspector": the one that stays. Where the sidebar stays
            and there is no room for the library beside it, it stands in its place.
    """
    room = width - centre_panes * CENTRE_LEAST - _BETWEEN
    asked = [one.name for one in fields(Sides) if getattr(wanted, one.name)]
    if not wanted.library and wanted.sidebar:
        asked.remove("sidebar")
    shown: set[str] = set()
    for name in sorted(_LEAST, key=lambda name: name != last_asked):
        is_idle = name == "sidebar" != last_asked and "library" not in shown
        if name in asked and not is_idle and (not shown or _LEAST[name] <= room):
            shown.add(name)
            room -= _LEAST[name]
    return Sides(**{one.name: one.name in shown for one in fields(Sides)})
