"""Builds what people install; run by `dev.py build` with the Python of the build's environment.

On Windows an installer, on macOS a disk image, on Linux a Debian package; beside it a bill of
materials, the licences, and the checksums of all.
"""

import argparse
import os
import platform
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parent / "src"), str(HERE.parent)]

from newsdesk.services import components  # noqa: E402 - found from here on
from shipping import bundle, deb, dmg, freezing, nsis, product, sbom  # noqa: E402
from shipping.checksums import write_checksums  # noqa: E402
from shipping.complaint import Complaint, insist  # noqa: E402


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(prog="dev.py build")
    parser.add_argument("--work", type=Path, required=True, help="for what is made on the way")
    parser.add_argument("--out", type=Path, required=True, help="for what is handed out")
    parser.add_argument("--bundle-only", action="store_true", help="no installer")
    chosen = parser.parse_args(arguments)
    try:
        made = build(chosen.work.resolve(), chosen.out.resolve(), only_bundle=chosen.bundle_only)
    except Complaint as complaint:
        print(f"\nThis is not to be handed out:\n{complaint}", file=sys.stderr)
        return 1
    print("\nMade:", *(f"  {path}" for path in made), sep="\n")
    return 0


def build(work: Path, out: Path, *, only_bundle: bool) -> list[Path]:
    """Return the files to be handed out; raise `Complaint` if the bundle is not as it must be."""
    work.mkdir(parents=True, exist_ok=True)
    out.mkdir(parents=True, exist_ok=True)
    print("Freezing; this takes some minutes.", flush=True)
    folder = freezing.freeze(work)
    made = papers(folder, out)
    self_test(bundle.program_in(folder), work / "self-test")
    if not only_bundle:
        installer = _installer(folder, work, out)
        mib = installer.stat().st_size / 2**20
        insist(
            [f"{installer.name} has {mib:.0f} MiB, at most {bundle.MOST_MIB_PACKED} are allowed"]
            if mib > bundle.MOST_MIB_PACKED
            else []
        )
        print(f"{mib:8.1f} MiB  {installer.name}", flush=True)
        made.insert(0, installer)
    return [*made, write_checksums(out, made)]


def papers(folder: Path, out: Path) -> list[Path]:
    """Check a bundle and write what is to be told of it."""
    modules = bundle.modules_in(bundle.program_in(folder))
    whole = bundle.Bundle(folder)
    print(bundle.figures(whole), flush=True)
    insist(bundle.complaints(whole, modules))
    packed = next(folder.rglob(components.PACKED)).read_text("utf-8")
    account = sbom.account(whole.files(), modules, components.from_json(packed))
    insist(account.complaints())
    stem = f"{product.COMMAND}-{product.read().version}-{system()}"
    bill, licences = out / f"{stem}.cdx.json", out / f"{stem}-licences.txt"
    bill.write_text(sbom.cyclonedx(account, folder, product.source_date()), encoding="utf-8")
    licences.write_text(sbom.licence_report(account), encoding="utf-8")
    return [bill, licences]


def self_test(program: Path, folder: Path) -> None:
    """Let a program do the main job; raise `Complaint` if it does not."""
    is_root = hasattr(os, "geteuid") and os.geteuid() == 0
    environment = {**os.environ, "PYTHONUTF8": "1"}
    if sys.platform.startswith("linux"):
        environment["QT_QPA_PLATFORM"] = "offscreen"
    if is_root:  # Chromium's own rule
        environment["QTWEBENGINE_DISABLE_SANDBOX"] = "1"
    run = subprocess.run(
        [program, "--self-test", folder], env=environment, check=False, timeout=600
    )
    report = folder / "self-test.json"
    said = report.read_text("utf-8") if report.is_file() else "it wrote no report"
    insist([f"the self-test of {program}:\n{said}"] if run.returncode else [])


def system() -> str:
    """Return what is built for, as it stands in the names of files."""
    names = {"win32": "windows", "darwin": "macos"}
    machine = {"AMD64": "x64", "aarch64": "arm64"}.get(platform.machine(), platform.machine())
    return f"{names.get(sys.platform, 'linux')}-{machine}"


def _installer(folder: Path, work: Path, out: Path) -> Path:
    if sys.platform == "win32":
        return nsis.build(folder, work, out / f"{_stem()}-setup.exe")
    if sys.platform == "darwin":
        return dmg.build(folder, work, out / f"{_stem()}.dmg")
    return deb.build(folder, work, out)


def _stem() -> str:
    return f"{product.COMMAND}-{product.read().version}-{system()}"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
