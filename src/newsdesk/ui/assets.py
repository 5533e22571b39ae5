"""What the window is drawn with, loaded by the door: nothing here opens a file."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Assets:
    """Loaded texts of `resources/`, and the paths of what Qt itself must read."""

    themes: Mapping[str, str]  # "light", "dark" -> the TOML of a theme
    window_qss: str  # with @names@ of colours and measures
    release_css: str  # the sheet of the exported page
    preview_js: str  # runs in the preview's isolated world
    fonts: tuple[str, ...]  # paths of font files
    icon_folder: str  # path of what style sheets draw with
    program_icon: str  # path of the program's own, in every size
