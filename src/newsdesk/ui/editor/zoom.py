"""How much larger or smaller than chosen in the settings the text is shown."""

from bisect import bisect_left, bisect_right

_STEPS = (0.5, 0.67, 0.8, 0.9, 1.0, 1.1, 1.25, 1.5, 1.75, 2.0, 2.5, 3.0)
_SMALLEST_PX, _LARGEST_PX = 7, 96


def stepped(zoom: float, steps: int) -> float:
    """Return the factor so many steps further; below 0 they make it smaller."""
    at = bisect_right(_STEPS, zoom) - 1 if steps > 0 else bisect_left(_STEPS, zoom)
    return _STEPS[min(max(at + steps, 0), len(_STEPS) - 1)]


def zoomed(px: int, zoom: float) -> int:
    """Return the size of letters that are `px` high as they are shown."""
    return min(max(round(px * zoom), _SMALLEST_PX), _LARGEST_PX)
