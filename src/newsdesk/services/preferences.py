"""How this machine shows the window: read before the database, kept apart from the newsroom."""

import json
import logging
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any, cast, get_type_hints

from newsdesk.domain.canonical import decode, encode
from newsdesk.services.atomic_file import replace_file

FILE_NAME = "window.json"  # in the folder of what was chosen on this machine
_log = logging.getLogger(__name__)


class ThemeChoice(StrEnum):
    """Whose colours."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class View(StrEnum):
    """Which of text and preview are shown."""

    WRITE = "write"
    SPLIT = "split"
    PREVIEW = "preview"


class PreviewMode(StrEnum):
    """As what the release is shown beside its text."""

    DESKTOP = "desktop"  # a web page as wide as the pane
    PHONE = "phone"
    PRINT = "print"
    TEXT = "text"


@dataclass(frozen=True, slots=True, kw_only=True)
class Preferences:
    """What a person chose on this machine. Sizes are in logical px."""

    theme: ThemeChoice = ThemeChoice.SYSTEM
    editor_font: str = ""  # empty: newsdesk's own
    editor_font_px: int = 14
    editor_zoom: float = 1.0  # of the letters of the text, beside their size
    is_focus_mode: bool = False  # all but the paragraph that is written steps back
    text_scale: float = 1.0
    is_typographic: bool = True  # quotation marks and dashes are set while one types
    view: View = View.SPLIT
    is_sidebar_shown: bool = False
    is_library_shown: bool = True
    is_inspector_shown: bool = True
    sidebar_px: int = 208
    library_px: int = 308
    inspector_px: int = 288
    editor_share: float = 0.5  # of what editor and preview have together
    window_geometry: str = ""  # Qt's, in base64
    closed_sections: tuple[str, ...] = ()  # of the inspector
    closed_sidebar_sections: tuple[str, ...] = ()
    export_folder: str = ""
    data_dir: str = ""  # empty: the usual place
    backup_folder: str = ""  # where backups are copied too; empty: nowhere
    is_set_up: bool = False
    last_release: str = ""  # its id
    is_spelling_checked: bool = True
    preview_mode: PreviewMode = PreviewMode.DESKTOP
    is_scrolled_together: bool = True  # text and preview
    list_order: str = "newest"  # of the library; an id of `ui/library/order_button.py`
    list_grouping: str = ""  # what releases are listed together by, as `domain/grouping.py` says
    is_list_compact: bool = False


_RANGES: Mapping[str, tuple[float, float]] = {
    "editor_font_px": (8, 48),
    "editor_zoom": (0.5, 3.0),
    "text_scale": (0.8, 2.0),
    "sidebar_px": (0, 10_000),
    "library_px": (0, 10_000),
    "inspector_px": (0, 10_000),
    "editor_share": (0.0, 1.0),
}


class PreferencesFile:
    """The preferences of this machine, as JSON. Whatever is wrong with the file costs nobody more
    than a choice.
    """

    def __init__(self, path: Path) -> None:
        self._path = path

    def load(self) -> Preferences:
        """Return what is kept; a default for each field that is missing or makes no sense."""
        try:
            kept = json.loads(self._path.read_bytes())
        except (OSError, ValueError, RecursionError):
            return Preferences()
        if not isinstance(kept, dict):
            return Preferences()
        read = _read(cast(dict[str, Any], kept))
        return Preferences(**read)

    def save(self, preferences: Preferences) -> None:
        """Keep them; where that is not possible, they hold for this run."""
        text = json.dumps(encode(preferences), ensure_ascii=False, indent=2) + "\n"
        try:
            replace_file(self._path, text.encode("utf-8", "surrogatepass"))
        except OSError as error:
            _log.info("the preferences were not kept: %s", error.strerror)


def _read(kept: Mapping[str, Any]) -> dict[str, Any]:
    values: dict[str, Any] = {}
    for name, kind in get_type_hints(Preferences).items():
        if name in kept and isinstance(kept[name], bool) == (kind is bool):
            try:
                value = decode(kind, kept[name])
            except ValueError:
                continue
            low, high = _RANGES.get(name, (value, value))
            if low <= value <= high:
                values[name] = value
    if kept.get("is_phone_preview") is True:  # from before there were modes
        values.setdefault("preview_mode", PreviewMode.PHONE)
    return values
