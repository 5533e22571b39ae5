"""The order of a build, and what of it is set where."""

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest

from shipping import freezing, product
from shipping.complaint import Complaint, insist
from shipping.secret import write_secret


def script(name: str) -> ModuleType:
    """Return a script of `packaging/` as a module: its name is another library's too."""
    path = product.PACKAGING / f"{name}.py"
    spec = importlib.util.spec_from_file_location(f"packaging_{name}", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def release() -> ModuleType:
    return script("release")


NAMES = (
    "newsdesk-{0}-windows-x64-setup.exe",
    "newsdesk-{0}-macos-arm64.dmg",
    "newsdesk-{0}-macos-x86_64.dmg",
    "newsdesk_{0}_amd64.deb",
)


def built(folder: Path, version: str) -> Path:
    for name in NAMES:
        (folder / name.format(version)).write_text(name)
    return folder


def test_a_release_has_checksums_of_all_and_notes(release: ModuleType, tmp_path: Path) -> None:
    version = product.read().version
    made = release.write(built(tmp_path, version), f"v{version}")
    assert [path.name for path in made] == ["SHA256SUMS", "NOTES.md"]
    assert len(made[0].read_text().splitlines()) == len(NAMES)
    assert made[1].read_text("utf-8").startswith("### ")
    assert release.write(tmp_path, "") == made  # once more, beside what it wrote itself


def test_a_release_that_is_not_whole_is_none(release: ModuleType, tmp_path: Path) -> None:
    built(tmp_path, product.read().version)
    next(tmp_path.glob("*.deb")).unlink()
    with pytest.raises(Complaint, match=r"_amd64\.deb"):
        release.write(tmp_path, "")


def test_another_version_and_another_tag_are_seen(release: ModuleType, tmp_path: Path) -> None:
    with pytest.raises(Complaint) as caught:
        release.write(built(tmp_path, "99.0"), "v98.0")
    assert "of another version: newsdesk_99.0_amd64.deb" in str(caught.value)
    assert "the tag is v98.0" in str(caught.value)


def test_the_environment_makes_two_builds_alike(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    monkeypatch.setenv("PYTHONPATH", "/elsewhere")
    given = freezing.environment(tmp_path)
    assert (given["SOURCE_DATE_EPOCH"], given["PYTHONHASHSEED"]) == ("1700000000", "1")
    assert "PYTHONPATH" not in given
    assert given["PYINSTALLER_CONFIG_DIR"].startswith(str(tmp_path))


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="a made-up program of Linux")
def test_a_program_that_fails_is_not_handed_out(tmp_path: Path) -> None:
    build = script("build")
    program = tmp_path / "newsdesk"
    program.write_text("#!/bin/sh\nexit 1\n")
    program.chmod(0o755)
    with pytest.raises(Complaint, match="it wrote no report"):
        build.self_test(program, tmp_path / "self-test")
    program.write_text("#!/bin/sh\nexit 0\n")
    build.self_test(program, tmp_path / "self-test")
    assert build.system().startswith("linux-")


def test_complaints_are_lines() -> None:
    insist([])
    with pytest.raises(Complaint, match="  one\n  two"):
        insist(["one", "two"])


def test_a_secret_is_read_by_its_owner_alone(tmp_path: Path) -> None:
    (tmp_path / "key").write_text("an older and longer one")
    file = write_secret(tmp_path / "key", "a2V5")
    assert file.read_bytes() == b"key"
    if sys.platform != "win32":
        assert file.stat().st_mode & 0o777 == 0o600
