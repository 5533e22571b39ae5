"""Which panes there is room for beside what is written."""

from dataclasses import dataclass

CENTRE_LEAST = 260  # of the editor, and of the preview
SIDE_LEAST = 248  # of the library, and of the inspector
_BETWEEN = 3  # lines between the panes


@dataclass(frozen=True, slots=True)
class Sides:
    """The panes beside the centre."""

    library: bool
    inspector: bool


def sides_shown(wanted: Sides, width: int, *, centre_panes: int, last_asked: str) -> Sides:
    """Return the sides that are shown: all that are wanted, or one where there is no more room.

    Args:
        width: of the window, in px.
        centre_panes: how many of editor and preview are shown.
        last_asked: "library" or "inspector": the one that stays.
    """
    room = width - centre_panes * CENTRE_LEAST - _BETWEEN
    if not (wanted.library and wanted.inspector) or room >= 2 * SIDE_LEAST:
        return wanted
    is_inspector = last_asked == "inspector"
    return Sides(library=not is_inspector, inspector=is_inspector)
