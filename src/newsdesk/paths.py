"""Where things lie on this machine: named by the doors, which hand on what others need.

Linux: data in `~/.local/share/newsdesk`, choices in `~/.config/newsdesk`, how things were left in
`~/.local/state/newsdesk`, the log in `log` and drafts in `journal` in it, and `~/.cache/newsdesk`,
moved by the XDG variables; macOS: `~/Library/Application Support/newsdesk`,
`~/Library/Logs/newsdesk` and `~/Library/Caches/newsdesk`; Windows: `%LOCALAPPDATA%\\Newsdesk`, and
`Logs` and `Cache` in it.
"""

import os
import sys
from hashlib import sha256
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent
_APP_NAME = "Newsdesk" if sys.platform == "win32" else "newsdesk"


def resources() -> Path:
    """Return the folder of templates, styles, gazetteer and samples.

    Raises:
        FileNotFoundError: the program is not whole.
    """
    frozen: str | None = getattr(sys, "_MEIPASS", None)  # where PyInstaller's program unpacked
    wheel, checkout = _PACKAGE / "_resources", _PACKAGE.parents[1] / "resources"
    for folder in [Path(frozen) / "resources"] if frozen else [wheel, checkout]:
        if folder.is_dir():
            return folder
    raise FileNotFoundError("resources")


def document(name: str) -> str:
    """Return a text that lies beside the source: `CHANGELOG.md`, `LICENSE`.

    Raises:
        FileNotFoundError: the program is not whole.
    """
    folder = resources()
    for place in (folder / name, folder.parent / name):  # packed, and in a checkout
        if place.is_file():
            return place.read_text(encoding="utf-8")
    raise FileNotFoundError(name)


def data_dir(override: Path | None = None) -> Path:
    """Return the folder of the database and the media, which need not exist yet."""
    if override is not None:
        return override.expanduser().absolute()
    from platformdirs import user_data_path  # noqa: PLC0415 - `--version` has no use for it

    return user_data_path(_APP_NAME, appauthor=False)


def log_dir(override: Path | None = None) -> Path:
    """Return the folder of the log: inside `override`, the data folder, if one is given."""
    if override is not None:
        return data_dir(override) / "log"
    from platformdirs import user_log_path  # noqa: PLC0415 - `--version` has no use for it

    return user_log_path(_APP_NAME, appauthor=False)


def config_dir(override: Path | None = None) -> Path:
    """Return the folder of what was chosen on this machine: inside `override`, if one is given."""
    if override is not None:
        return data_dir(override) / "machine"
    from platformdirs import user_config_path  # noqa: PLC0415 - `--version` has no use for it

    return user_config_path(_APP_NAME, appauthor=False)


def state_dir(override: Path | None = None) -> Path:
    """Return the folder of how things were left, private to the user, not the newsroom's record."""
    if override is not None:
        return data_dir(override) / "state"
    from platformdirs import user_state_path  # noqa: PLC0415 - `--version` has no use for it

    return user_state_path(_APP_NAME, appauthor=False)


def journal_dir(override: Path | None = None) -> Path:
    """Return the folder of what is typed before the newsroom's database has it.

    It lies among the states of this machine, wherever the newsroom does: what befalls a folder, or
    the disk that it is on, is not to befall both.
    """
    newsroom = os.path.normcase(data_dir(override).resolve())
    name = sha256(newsroom.encode("utf-8", "surrogateescape")).hexdigest()[:16]
    return state_dir() / "journal" / name


def instance_name(override: Path | None = None) -> str:
    """Return under which name the window on the newsroom in `override` hears of other starts.

    On Linux a path where only this user can be, if the system says where that is.
    """
    name = f"newsdesk-{journal_dir(override).name}"
    private = os.environ.get("XDG_RUNTIME_DIR", "")
    if sys.platform.startswith("linux") and os.path.isdir(private):  # noqa: PTH112 - "" is none
        return str(Path(private) / name)
    return name


def cache_dir(override: Path | None = None) -> Path:
    """Return the folder of what can be made again at any time."""
    if override is not None:
        return data_dir(override) / "cache"
    from platformdirs import user_cache_path  # noqa: PLC0415 - `--version` has no use for it

    return user_cache_path(_APP_NAME, appauthor=False)
