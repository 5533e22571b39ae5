"""Where the bars of a chart stand; the template only draws them."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil, floor, log10

WIDTH = 720  # units of the drawing, as CSS px at its full width
_BAR, _GAP = 18, 10  # of a lying bar
_NAMES = 190  # room for names beside lying bars
_NUMBERS = 64  # room for numbers behind them
_HEIGHT, _FOOT, _HEAD, _SIDE = 180, 26, 14, 44  # of standing bars: plot, labels, air, scale
_MOST_LABELS = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """One bar with what is written at it."""

    x: float
    y: float
    width: float
    height: float
    name: str
    number: int
    label: str = ""  # below a standing bar; empty where there is no room


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A line of the scale."""

    y: float
    number: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart:
    """A drawing of bars, `WIDTH` wide."""

    height: float
    bars: tuple[Bar, ...]
    lines: tuple[Line, ...] = ()
    is_standing: bool = False
    left: float = 0  # where the plot begins
    base: float = 0  # where standing bars stand


def lying_bars(rows: Sequence[tuple[str, int]]) -> Chart:
    """Return a bar for each row, one below the other; the greatest is as long as there is room."""
    greatest = max((number for _name, number in rows), default=1) or 1
    room = WIDTH - _NAMES - _NUMBERS
    bars = tuple(
        Bar(
            x=_NAMES,
            y=place * (_BAR + _GAP),
            width=round(room * number / greatest, 2),
            height=_BAR,
            name=name,
            number=number,
        )
        for place, (name, number) in enumerate(rows)
    )
    return Chart(height=len(rows) * (_BAR + _GAP), bars=bars, left=_NAMES)


def standing_bars(rows: Sequence[tuple[str, int]]) -> Chart:
    """Return a bar for each row, one beside the other over a scale, some of them labelled."""
    greatest = max((number for _name, number in rows), default=0)
    step = _step(greatest)
    top = max(step * ceil(greatest / step), step)
    base = _HEAD + _HEIGHT
    each = (WIDTH - _SIDE) / max(len(rows), 1)
    width = min(each * 0.72, 40)
    every = max(ceil(len(rows) / _MOST_LABELS), 1)
    bars = tuple(
        Bar(
            x=round(_SIDE + each * place + (each - width) / 2, 2),
            y=round(base - _HEIGHT * number / top, 2),
            width=round(width, 2),
            height=round(_HEIGHT * number / top, 2),
            name=name,
            number=number,
            label=name if place % every == 0 else "",
        )
        for place, (name, number) in enumerate(rows)
    )
    lines = tuple(
        Line(y=round(base - _HEIGHT * number / top, 2), number=number)
        for number in range(0, top + 1, step)
    )
    return Chart(
        height=base + _FOOT, bars=bars, lines=lines, is_standing=True, left=_SIDE, base=base
    )


def _step(greatest: int) -> int:
    """Return a round number of which about four reach the greatest."""
    if greatest <= 4:
        return 1
    rough = greatest / 4
    power = 10 ** floor(log10(rough))
    return int(next(power * one for one in (1, 2, 5, 10) if power * one >= rough))
