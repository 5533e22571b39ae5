"""A screen that nobody looks at, for what only a real window shows."""

import os
import shutil
import subprocess
from collections.abc import Generator, Mapping
from contextlib import contextmanager

MISSING = "no Xvfb on this machine, so there is no screen to open a window on"


def is_possible() -> bool:
    return shutil.which("Xvfb") is not None


@contextmanager
def virtual_screen(width: int = 1600, height: int = 1000) -> Generator[Mapping[str, str]]:
    """Start a screen and yield the environment in which a program finds it."""
    read, write = os.pipe()
    size = f"{width}x{height}x24"
    command = ["Xvfb", "-displayfd", str(write), "-screen", "0", size, "-nolisten", "tcp"]
    quiet = subprocess.DEVNULL
    server = subprocess.Popen(command, pass_fds=[write], stdout=quiet, stderr=quiet)
    os.close(write)
    try:
        with os.fdopen(read, encoding="ascii") as said:
            number = said.readline().strip()
        if not number:
            raise RuntimeError("Xvfb did not start")
        yield {
            "DISPLAY": f":{number}",
            "QT_QPA_PLATFORM": "xcb",
            "LIBGL_ALWAYS_SOFTWARE": "1",
            **({"QTWEBENGINE_DISABLE_SANDBOX": "1"} if os.geteuid() == 0 else {}),
        }
    finally:
        server.terminate()
        server.wait()
