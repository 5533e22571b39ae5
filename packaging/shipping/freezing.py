"""Running PyInstaller so that the same source always gives the same bytes."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from shipping import product

SPEC = product.PACKAGING / "newsdesk.spec"


def freeze(work: Path) -> Path:
    """Make the bundle in `work/dist` with the running Python; return its folder, or the `.app`."""
    dist = work / "dist"
    for folder in (dist, work / "pyinstaller"):
        shutil.rmtree(folder, ignore_errors=True)
    subprocess.run(
        [
            *(sys.executable, "-m", "PyInstaller", "--noconfirm", "--clean", "--log-level", "WARN"),
            *("--distpath", str(dist), "--workpath", str(work / "pyinstaller"), str(SPEC)),
        ],
        check=True,
        cwd=work,
        env=environment(work),
    )
    if sys.platform == "darwin":
        return dist / f"{product.NAME}.app"
    return dist / product.COMMAND


def environment(work: Path) -> dict[str, str]:
    """Return the environment in which two builds are alike, and the second no faster."""
    return {
        **{name: value for name, value in os.environ.items() if name != "PYTHONPATH"},
        "SOURCE_DATE_EPOCH": str(product.source_date()),
        "PYTHONHASHSEED": "1",
        "PYTHONDONTWRITEBYTECODE": "1",
        "PYINSTALLER_CONFIG_DIR": str(work / "cache"),
        "TZ": "UTC",
    }
