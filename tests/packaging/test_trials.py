"""What the trials conclude from, on small made-up files; the trials themselves take long."""

from pathlib import Path

import pytest

from shipping import checksums, contents
from shipping.complaint import Complaint
from trials import chroot, installed, sums, twice, wheels, wine


def filled(folder: Path, **files: str) -> Path:
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    return folder


# Checksums ---------------------------------------------------------------------------------------


def test_checksums_are_right_until_something_changes(tmp_path: Path) -> None:
    files = [filled(tmp_path, one="1", two="2") / name for name in ("two", "one")]
    written = checksums.write_checksums(tmp_path, files)
    assert [line.split("  ")[1] for line in written.read_text().splitlines()] == ["one", "two"]
    assert checksums.wrong(tmp_path) == []
    assert sums.main([str(tmp_path)]) == 0
    filled(tmp_path, one="other", three="new")
    assert checksums.wrong(tmp_path) == ["one", "three"]
    (tmp_path / "two").unlink()
    with pytest.raises(Complaint, match="two"):
        sums.main([str(tmp_path)])


# Two builds --------------------------------------------------------------------------------------


def test_two_builds_are_alike_when_every_file_and_link_is(tmp_path: Path) -> None:
    for name in ("first", "second"):
        (tmp_path / name / "dist").mkdir(parents=True)
        filled(tmp_path / name / "dist", program="same", text="same")
        (tmp_path / name / "dist" / "link").symlink_to("text")
    assert twice.differences(tmp_path / "first", tmp_path / "second") == []
    filled(tmp_path / "second" / "dist", program="other", more="")
    link = tmp_path / "second" / "dist" / "link"
    link.unlink()
    link.symlink_to("program")
    assert twice.differences(tmp_path / "first", tmp_path / "second") == [
        "only in one of them: more",
        "not alike: link",
        "not alike: program",
    ]


def test_what_is_handed_out_is_compared_too(tmp_path: Path) -> None:
    for name, text in (("first", "a"), ("second", "b")):
        (tmp_path / name / "out").mkdir(parents=True)
        filled(tmp_path / name / "out", package=text)
    assert twice.differences(tmp_path / "first", tmp_path / "second") == ["not alike: package"]


# Installed ---------------------------------------------------------------------------------------


def test_the_one_installer_of_a_folder_is_found(tmp_path: Path) -> None:
    filled(tmp_path, **{"newsdesk.deb": "", "SHA256SUMS": "", "newsdesk.cdx.json": ""})
    assert installed.found(tmp_path, {".deb", ".exe"}).name == "newsdesk.deb"
    assert installed.found(tmp_path / "newsdesk.deb", {".deb"}).name == "newsdesk.deb"
    filled(tmp_path, **{"another.deb": ""})
    with pytest.raises(Complaint, match="2 installers"):
        installed.found(tmp_path, {".deb"})


def test_a_program_that_fails_its_self_test_is_complained_of(tmp_path: Path) -> None:
    program = tmp_path / "program"
    program.write_text('#!/bin/sh\nmkdir -p "$2"\necho broken >"$2/self-test.json"\nexit 1\n')
    program.chmod(0o755)
    with pytest.raises(Complaint, match="broken"):
        installed.self_test(program, tmp_path)
    program.write_text('#!/bin/sh\ntest "$HOME" = "$LOCALAPPDATA"\n')
    installed.self_test(program, tmp_path)
    assert (tmp_path / installed.HOME).is_dir()


# Wheels ------------------------------------------------------------------------------------------


def test_a_requirement_without_a_wheel_is_complained_of(monkeypatch: pytest.MonkeyPatch) -> None:
    everything = set(contents.locked()) - {"spylls", "chunspell"}

    def resolved(_lock: Path, target: wheels.Target) -> tuple[set[str], str]:
        lacking = {"nh3"} if target.name == "macOS Intel" else set[str]()
        other = {"spylls", "chunspell"} - set(target.lacks)
        return (everything | other) - lacking, ""

    monkeypatch.setattr(wheels, "resolved", resolved)
    with pytest.raises(Complaint) as caught:
        wheels.main([])
    assert str(caught.value).strip() == "macOS Intel: nothing for nh3"


def test_what_the_resolver_says_is_handed_on(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(wheels, "resolved", lambda _lock, _target: (set(), "no wheel for nh3"))
    with pytest.raises(Complaint, match="Windows x64: no wheel for nh3"):
        wheels.main([])


# Windows -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "is_shipped"),
    [
        ("PySide6/QtCore.pyd", True),
        ("PySide6/QtWebEngineProcess.exe", True),
        ("PySide6/plugins/platforms/qwindows.dll", True),
        ("tzdata/zoneinfo/Europe/Zurich", True),
        ("nh3/nh3.pyd", True),
        ("PySide6/QtCharts.pyd", False),
        ("PySide6/designer.exe", False),
        ("PIL/_avif.cp313-win_amd64.pyd", False),
        ("markdown/core.py", False),
        ("PyInstaller/bootloader/Windows-64bit-intel/run.exe", False),
        ("markdown-3.11.3.dist-info/METADATA", False),
    ],
)
def test_what_a_build_on_windows_takes_along_is_staged(name: str, is_shipped: bool) -> None:
    left_out = {one.replace(".", "/") for one in wine.trim.MODULES}
    assert wine._is_shipped(name, left_out) is is_shipped


def test_every_difference_to_the_stage_is_named(tmp_path: Path) -> None:
    stage, place = tmp_path / "stage", tmp_path / "place"
    stage.mkdir()
    place.mkdir()
    filled(stage, same="1", changed="1", missing="1")
    filled(place, same="1", changed="2", foreign="1", **{"uninstall.exe": ""})
    assert wine._differences(stage, place, besides={"foreign"}) == [
        "not installed: missing",
        "not as staged: changed",
    ]
    assert "not staged: foreign" in wine._differences(stage, place)


def test_what_is_written_for_all_users_is_seen() -> None:
    before = '[Software\\\\Microsoft]\n"a"="b"\n'
    assert wine._new_in(before + '"x"="y"\n', before) == []
    after = before + "[Software\\\\Classes\\\\Newsdesk.Bundle]\n"
    assert len(wine._new_in(after, before)) == 1


def test_a_place_is_named_as_windows_does(tmp_path: Path) -> None:
    place = tmp_path / "drive_c/users/newsdesk/AppData"
    assert wine._windows_path(place) == "C:\\users\\newsdesk\\AppData"


# Debian ------------------------------------------------------------------------------------------


def test_a_debian_needs_its_makers(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("shutil.which", lambda _name: None)
    with pytest.raises(Complaint, match="debootstrap"):
        chroot.main(["--deb", "newsdesk.deb"])


def test_what_an_earlier_run_left_is_not_removed_with_what_is_mounted_in_it(
    tmp_path: Path,
) -> None:
    (tmp_path / "bare").mkdir()
    with pytest.raises(Complaint, match="earlier run"), chroot.debian(tmp_path, tmp_path / "bare"):
        pass


def test_a_bare_debian_with_nothing_to_try_in_it_is_wrong_usage(
    capsys: pytest.CaptureFixture[str],
) -> None:
    with pytest.raises(SystemExit) as ended:
        chroot.main([])
    assert ended.value.code == 2
    assert "name a bundle, a package or both" in capsys.readouterr().err
