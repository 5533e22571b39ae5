"""The package, laid out from a made-up bundle, and what desktops are told."""

import configparser
import os
import shutil
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

if sys.platform == "win32":
    pytest.skip("the package is built where it is installed", allow_module_level=True)

import dev
from shipping import deb, product

MIME = "{http://www.freedesktop.org/standards/shared-mime-info}"


@pytest.fixture
def staged(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    bundle, root = tmp_path / "bundle", tmp_path / "root"
    (bundle / "_internal").mkdir(parents=True)
    (bundle / "newsdesk").write_bytes(b"\x7fELF\0GLIBC_2.9\0GLIBC_2.35\0x")
    (bundle / "newsdesk").chmod(0o755)
    (bundle / "_internal" / "text").write_text("GLIBC_2.99")
    (bundle / "_internal" / "link").symlink_to("text")
    deb.stage(bundle, root)
    return root


def fields(staged: Path) -> dict[str, str]:
    lines = (staged / "DEBIAN" / "control").read_text("utf-8").splitlines()
    return dict(line.split(": ", 1) for line in lines if not line.startswith(" "))


def test_the_program_is_on_the_path(staged: Path) -> None:
    assert (staged / "usr/bin/newsdesk").resolve() == staged / "usr/lib/newsdesk/newsdesk"
    assert (staged / "usr/lib/newsdesk/_internal/link").is_symlink()


def test_it_asks_for_the_libraries_that_dev_py_names(staged: Path) -> None:
    asked = {one.split(" ")[0] for one in fields(staged)["Depends"].split(", ")}
    assert {*dev.QT_LIBRARIES, *dev.WEB_ENGINE_LIBRARIES, *dev.WINDOW_LIBRARIES} <= asked
    assert "libasound2 | libasound2t64" in fields(staged)["Depends"]


def test_it_asks_for_the_c_library_that_its_programs_ask_for(staged: Path) -> None:
    assert fields(staged)["Depends"].startswith("libc6 (>= 2.35), ")


def test_it_says_its_version_and_size(staged: Path) -> None:
    assert fields(staged)["Version"] == product.read().version
    assert int(fields(staged)["Installed-Size"]) > 10


def test_everything_has_one_time_and_the_rights_of_a_system(staged: Path) -> None:
    for path in (staged / "usr").rglob("*"):
        if not path.is_symlink():
            assert path.stat().st_mtime == 1700000000, path
            assert oct(path.stat().st_mode & 0o777) in {"0o755", "0o644"}, path


def test_the_sandbox_of_the_preview_has_a_profile_where_one_is_asked_for(staged: Path) -> None:
    profile = (staged / "usr/lib/newsdesk/apparmor").read_text("utf-8")
    for program in ("newsdesk", "_internal/PySide6/Qt/libexec/QtWebEngineProcess"):
        assert f" /usr/lib/newsdesk/{program} flags=(unconfined) {{\n  userns," in profile
    for name in ("postinst", "postrm"):
        script = staged / "DEBIAN" / name
        assert script.stat().st_mode & 0o777 == 0o755
        subprocess.run(["sh", "-n", str(script)], check=True)
        subprocess.run([str(script), "abort-something"], check=True)  # which changes nothing


@pytest.mark.skipif(shutil.which("dpkg-deb") is None, reason="no dpkg-deb here")
def test_two_packages_of_one_bundle_are_alike(
    staged: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    made: list[bytes] = []
    for name in ("one", "another"):
        (tmp_path / name).mkdir()
        package = deb.build(tmp_path / "bundle", tmp_path / name, tmp_path / name)
        made.append(package.read_bytes())
    assert made[0] == made[1]
    shown = subprocess.run(
        ["dpkg-deb", "--contents", str(package)], capture_output=True, text=True, check=True
    )
    assert "./usr/share/applications/newsdesk.desktop" in shown.stdout


def test_the_menu_opens_bundles_and_markdown_with_it() -> None:
    entry = configparser.ConfigParser(interpolation=None, strict=True)
    entry.optionxform = str  # type: ignore[assignment] - as the specification has it
    entry.read(deb.LINUX / "newsdesk.desktop", encoding="utf-8")
    said = entry["Desktop Entry"]
    assert said["Name"] == product.NAME
    assert said["Exec"] == "newsdesk %F"
    assert said["MimeType"].split(";")[:-1] == [product.MIME_TYPE, "text/markdown"]


def test_the_mime_type_has_the_suffix_of_bundles() -> None:
    tree = ET.parse(deb.LINUX / "newsdesk-mime.xml")  # noqa: S314 - ours
    patterns = {
        one.get("type"): {glob.get("pattern") for glob in one.iter(f"{MIME}glob")}
        for one in tree.iter(f"{MIME}mime-type")
    }
    assert patterns[product.MIME_TYPE] == {f"*{product.SUFFIX}"}
    assert patterns["text/markdown"] == {f"*{one}" for one in product.MARKDOWN_SUFFIXES}


def test_the_metainfo_is_whole() -> None:
    tree = ET.fromstring(deb.metainfo())  # noqa: S314 - ours
    assert tree.findtext("id") == product.BUNDLE_ID
    assert tree.find("releases") is not None
    assert "@" not in deb.metainfo()


@pytest.mark.skipif(shutil.which("desktop-file-validate") is None, reason="not installed here")
def test_the_desktop_file_is_valid() -> None:
    file = deb.LINUX / "newsdesk.desktop"
    run = subprocess.run(["desktop-file-validate", str(file)], capture_output=True, check=False)
    assert (run.returncode, run.stdout) == (0, b"")


def test_this_system_has_a_name_among_debians() -> None:
    if os.uname().machine in {"x86_64", "aarch64"}:
        assert deb.architecture() in {"amd64", "arm64"}
