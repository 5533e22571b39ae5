"""What this machine says of its folders, as `folder_check` wants it. Nothing is opened for it."""

import json
import os
import subprocess
import sys
from collections.abc import Collection
from contextlib import suppress
from pathlib import Path, PurePath
from typing import Any, cast

from newsdesk.storage.folder_check import Drive, SystemAnswers

_MOUNT_S = 5.0  # that a Mac may take to say what is mounted


def answers() -> SystemAnswers:
    """Return what there is to know now: disks come and go."""
    return SystemAnswers(
        platform="linux" if sys.platform.startswith("linux") else sys.platform,
        home=_home(),
        environment=dict(os.environ),
        mounts=_mounts(),
        synced=_of_dropbox() | _sync_roots(),
        names_in=_names_in,
        drive=_drive,
    )


def _home() -> Path:
    try:
        return Path.home()
    except RuntimeError:  # an account without one
        return Path(os.devnull)


def _names_in(folder: PurePath) -> Collection[str]:
    try:
        return os.listdir(folder)  # noqa: PTH208 - names alone are wanted
    except OSError:
        return ()


def _of_dropbox() -> dict[str, str]:
    """Return the folders that Dropbox says it keeps, wherever they are and whatever their names."""
    places = [_home() / ".dropbox"]
    places += [
        Path(os.environ[name]) / "Dropbox"
        for name in ("APPDATA", "LOCALAPPDATA")
        if os.environ.get(name)
    ]
    found: dict[str, str] = {}
    for place in places:
        with suppress(OSError, ValueError):
            told: Any = json.loads((place / "info.json").read_text("utf-8"))
            accounts = cast(dict[str, Any], told).values() if isinstance(told, dict) else ()
            for account in accounts:
                path = (
                    cast(dict[str, Any], account).get("path") if isinstance(account, dict) else ""
                )
                if isinstance(path, str) and path:
                    found[path] = "Dropbox"
    return found


if sys.platform == "win32":
    import ctypes
    import winreg

    _REMOTE = 4  # GetDriveTypeW's DRIVE_REMOTE
    _ROOTS = r"SOFTWARE\Microsoft\Windows\CurrentVersion\Explorer\SyncRootManager"

    def _mounts() -> str:
        return ""

    def _drive(root: str) -> Drive:
        label = ctypes.create_unicode_buffer(261)
        kernel = ctypes.windll.kernel32
        is_remote = kernel.GetDriveTypeW(root) == _REMOTE
        if not is_remote:  # a server that is away would be waited for
            kernel.GetVolumeInformationW(root, label, len(label), None, None, None, None, 0)
        return Drive(is_remote=is_remote, label=label.value)

    def _sync_roots() -> dict[str, str]:
        """Return the folders that any program told Windows it keeps the same in a cloud."""
        found: dict[str, str] = {}
        with suppress(OSError), winreg.OpenKey(winreg.HKEY_LOCAL_MACHINE, _ROOTS) as roots:
            for number in range(winreg.QueryInfoKey(roots)[0]):
                name = winreg.EnumKey(roots, number)  # such as "OneDrive!S-1-5-21-…!Personal"
                with suppress(OSError), winreg.OpenKey(roots, rf"{name}\UserSyncRoots") as users:
                    for user in range(winreg.QueryInfoKey(users)[1]):
                        path = str(winreg.EnumValue(users, user)[1])
                        found[path] = name.partition("!")[0]
        return found

else:

    def _mounts() -> str:
        if sys.platform == "darwin":
            try:
                said = subprocess.run(
                    ["/sbin/mount"], capture_output=True, timeout=_MOUNT_S, check=False
                )
            except (OSError, subprocess.SubprocessError):
                return ""
            return os.fsdecode(said.stdout)
        try:
            return os.fsdecode(Path("/proc/self/mountinfo").read_bytes())
        except OSError:
            return ""

    def _drive(root: str) -> Drive:
        return Drive()

    def _sync_roots() -> dict[str, str]:
        return {}
