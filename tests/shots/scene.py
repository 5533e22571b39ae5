"""What a picture is taken of."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from tests.drivers import WindowDriver


@dataclass(frozen=True, slots=True)
class Scene:
    """What to do before the picture is taken, and on what screen."""

    show: "Callable[[WindowDriver], None]"
    theme: str = "light"
    size: tuple[int, int] = (1440, 900)  # logical px
    scale: int = 1
    is_first_start: bool = False
    text_scale: float = 1.0
    is_mirrored: bool = False  # as a window whose own language is Arabic
    prepare: "Callable[[Path], None] | None" = None  # done to the newsroom's folder before it opens
