"""The installer of Windows, made by NSIS: what is installed and removed is listed file by file.

The programs and the installer are signed when the environment says with what:

    NEWSDESK_WINDOWS_CERTIFICATE            a PKCS #12 file, in Base64, with
    NEWSDESK_WINDOWS_CERTIFICATE_PASSWORD
    NEWSDESK_TIMESTAMP_URL                  of who confirms the time of signing
"""

import os
import re
import shutil
import subprocess
from collections.abc import Iterable, Mapping
from pathlib import Path, PurePosixPath

from shipping import product
from shipping.complaint import Complaint
from shipping.secret import write_secret

SCRIPT = product.PACKAGING / "windows" / "newsdesk.nsi"
UNINSTALL_KEY = r"Software\Microsoft\Windows\CurrentVersion\Uninstall\Newsdesk"
APP_PATH_KEY = r"Software\Microsoft\Windows\CurrentVersion\App Paths\newsdesk.exe"
SMALLEST = "/SOLID lzma"
QUICKEST = "zlib"
_OF_THE_TWIN = "amd64-unicode"
_PLACES = (Path(r"C:\Program Files (x86)\NSIS\makensis.exe"),)


def build(
    stage: Path,
    work: Path,
    target: Path,
    *,
    compressor: str = SMALLEST,
    is_twin: bool = False,
    environment: Mapping[str, str] = os.environ,
) -> Path:
    """Make the installer of what lies in `stage`.

    Args:
        is_twin: make it for 64-bit Windows alone: the usual installer is a 32-bit program, which
            a 64-bit Wine silently does not run.

    Raises:
        Complaint: NSIS is not there, refuses, or warns.
    """
    signed = signing(work, environment)
    for program in sorted(stage.glob("*.exe")) if signed else []:
        subprocess.run([*signed, str(program)], check=True)
    files = [p.relative_to(stage).as_posix() for p in sorted(stage.rglob("*")) if p.is_file()]
    install, remove = work / "install.nsh", work / "uninstall.nsh"
    install.write_text(install_list(stage, files), encoding="utf-8-sig", newline="\r\n")
    remove.write_text(uninstall_list(files), encoding="utf-8-sig", newline="\r\n")
    kib = sum((stage / name).stat().st_size for name in files) // 1024
    defined = definitions(target, install, remove, kib) | {"COMPRESSOR": compressor}
    if is_twin:
        defined["TARGET"] = _OF_THE_TWIN
    if signed:
        defined["SIGN"] = subprocess.list2cmdline(signed)
    sign = "/" if os.name == "nt" else "-"
    command = [makensis(), f"{sign}V2", f"{sign}WX", *(f"{sign}INPUTCHARSET UTF8".split())]
    command += [f"{sign}D{name}={value}" for name, value in defined.items()]
    run = subprocess.run(
        [*command, str(SCRIPT)],
        capture_output=True,
        text=True,
        encoding="utf-8",
        errors="replace",
        check=False,
        env={**os.environ, "SOURCE_DATE_EPOCH": str(product.source_date())},
    )
    if run.returncode or "warning" in run.stdout.lower():
        raise Complaint(run.stdout + run.stderr)
    return target


def signing(work: Path, environment: Mapping[str, str]) -> list[str]:
    """Return the command that signs a file named after it; nothing without a certificate.

    The certificate is written to `work`, for the command to read.
    """
    encoded = environment.get("NEWSDESK_WINDOWS_CERTIFICATE", "")
    if not encoded:
        return []
    certificate = write_secret(work / "signing.pfx", encoded)
    command = ["signtool", "sign", "/fd", "sha256", "/f", str(certificate)]
    if password := environment.get("NEWSDESK_WINDOWS_CERTIFICATE_PASSWORD"):
        command += ["/p", password]
    if url := environment.get("NEWSDESK_TIMESTAMP_URL"):
        command += ["/tr", url, "/td", "sha256"]
    return command


def makensis() -> str:
    found = shutil.which("makensis") or next((str(one) for one in _PLACES if one.is_file()), None)
    if found is None:
        raise Complaint("NSIS is not installed: `makensis` is missing")
    return found


def definitions(target: Path, install: Path, remove: Path, kib: int) -> dict[str, str]:
    about = product.read()
    return {
        "OUT": str(target),
        "VERSION": about.version,
        "FOUR_NUMBERS": ".".join(map(str, about.four_numbers)),
        "PUBLISHER": product.PUBLISHER,
        "COPYRIGHT": about.copyright,
        "ICON": str(product.PACKAGING / "icons" / "newsdesk.ico"),
        "MIME_TYPE": product.MIME_TYPE,
        "UNINSTALL_KEY": UNINSTALL_KEY,
        "APP_PATH_KEY": APP_PATH_KEY,
        "INSTALL_LIST": str(install),
        "UNINSTALL_LIST": str(remove),
        "KIB": str(kib),
    }


def install_list(stage: Path, files: Iterable[str]) -> str:
    """Return NSIS's commands that install `files`, named from `stage` with forward slashes."""
    lines: list[str] = []
    folder: str | None = None
    for name in files:
        path = PurePosixPath(name)
        if str(path.parent) != folder:
            folder = str(path.parent)
            lines.append(f'SetOutPath "{_installed(folder)}"')
        lines.append(f'File "{stage / name}"')
    return "\n".join(lines) + "\n"


def uninstall_list(files: Iterable[str]) -> str:
    """Return the commands that remove `files`, and the folders that nothing else is in."""
    names = list(files)
    folders = {str(parent) for name in names for parent in PurePosixPath(name).parents} - {"."}
    deepest_first = sorted(folders, key=lambda one: (-one.count("/"), one))
    lines = [f'Delete "{_installed(name)}"' for name in names]
    return "\n".join([*lines, *(f'RMDir "{_installed(one)}"' for one in deepest_first)]) + "\n"


def _installed(name: str) -> str:
    if name == ".":
        return "$INSTDIR"
    return f"$INSTDIR\\{_quoted(name)}".replace("/", "\\")


def _quoted(text: str) -> str:
    """Return a name as it stands between NSIS's quotation marks."""
    return re.sub(r"([$])", r"$\1", text).replace('"', '$\\"')
