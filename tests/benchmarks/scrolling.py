"""Scrolling a hundred thousand rows: by wheel, by dragging the bar and by keyboard.

Beside the list of the window stands a plain list of the same rows: the texts of the headline and
of what is below it in a list of strings, painted by Qt's own delegate, as wide, as high and with
rows as high. A frame is what lies between the event and the end of the painting that follows.
"""

import tempfile
from collections.abc import Mapping
from pathlib import Path
from statistics import quantiles

from tests import screen
from tests.benchmarks.archive import archive
from tests.benchmarks.probe_run import once
from tests.benchmarks.rows import Row

_TURNS = 3
_PROBE = "tests.benchmarks.scrolling_probe"
_WAYS = {"wheel": "by wheel", "bar": "by dragging the bar", "keys": "by keyboard"}
_TARGET = 1.5


def measure() -> list[Row]:
    if not screen.is_possible():
        print(f"left out: scrolling: {screen.MISSING}")
        return []
    kept = archive()
    found: dict[str, dict[str, list[float]]] = {}
    with (
        tempfile.TemporaryDirectory(dir=kept.folder.parent, prefix=".scrolling-") as name,
        screen.virtual_screen() as environment,
    ):
        newsroom = kept.copied(Path(name))
        for _ in range(_TURNS):
            for probe in ("list", "plain"):
                _add(found.setdefault(probe, {}), _frames(environment, probe, newsroom))
    return [
        Row(
            f"scrolling {words}: 99th percentile of a frame",
            _ninety_ninth(found["list"][way]),
            "ms",
            _ninety_ninth(found["plain"][way]),
            _TARGET,
        )
        for way, words in _WAYS.items()
    ]


def _frames(
    environment: Mapping[str, str], probe: str, newsroom: Path
) -> Mapping[str, list[float]]:
    return once(environment, probe, newsroom, module=_PROBE)


def _add(to: dict[str, list[float]], frames: Mapping[str, list[float]]) -> None:
    for way, times in frames.items():
        to.setdefault(way, []).extend(times)


def _ninety_ninth(times: list[float]) -> float:
    return quantiles(times, n=100, method="inclusive")[98]
