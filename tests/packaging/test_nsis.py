import re
import shutil
from pathlib import Path

import pytest

from shipping import nsis, product
from shipping.complaint import Complaint

FILES = ["_internal/a/b c.dll", "_internal/d$.txt", "newsdesk.exe"]
SCRIPT = nsis.SCRIPT.read_text("utf-8")


def test_every_file_is_installed_into_its_folder() -> None:
    lines = nsis.install_list(Path("/stage"), FILES).splitlines()
    assert lines == [
        'SetOutPath "$INSTDIR\\_internal\\a"',
        f'File "{Path("/stage/_internal/a/b c.dll")}"',
        'SetOutPath "$INSTDIR\\_internal"',
        f'File "{Path("/stage/_internal/d$.txt")}"',
        'SetOutPath "$INSTDIR"',
        f'File "{Path("/stage/newsdesk.exe")}"',
    ]


def test_the_same_files_are_removed_and_folders_only_when_empty() -> None:
    lines = nsis.uninstall_list(FILES).splitlines()
    assert lines == [
        'Delete "$INSTDIR\\_internal\\a\\b c.dll"',
        'Delete "$INSTDIR\\_internal\\d$$.txt"',
        'Delete "$INSTDIR\\newsdesk.exe"',
        'RMDir "$INSTDIR\\_internal\\a"',
        'RMDir "$INSTDIR\\_internal"',
    ]


def test_nothing_is_written_for_all_users_and_no_folder_is_removed_with_what_is_in_it() -> None:
    assert "HKLM" not in SCRIPT
    assert "HKCR" not in SCRIPT
    assert not re.search(r"RMDir\s+/r", SCRIPT)
    assert "RequestExecutionLevel user" in SCRIPT
    assert "$LOCALAPPDATA\\Programs\\Newsdesk" in SCRIPT


def test_what_is_written_into_the_registry_is_taken_out_again() -> None:
    written = set(re.findall(r'WriteReg\w+ HKCU "([^"]+)"', SCRIPT))
    removed = re.findall(r'DeleteRegKey (?:/ifempty )?HKCU "([^"]+)"', SCRIPT)
    assert len(written) > 8
    assert [key for key in written if not any(key.startswith(one) for one in removed)] == []


def test_every_text_is_there_in_every_language() -> None:
    languages = set(re.findall(r'MUI_LANGUAGE "(\w+)"', SCRIPT))
    for name in ("IS_OPEN", "NEEDS_64", "BUNDLE"):
        found = set(re.findall(rf"LangString {name} \$\{{LANG_(\w+)\}}", SCRIPT))
        assert found == {language.upper() for language in languages}


def test_every_definition_of_the_script_is_given() -> None:
    given = nsis.definitions(Path("o"), Path("i"), Path("u"), 1).keys()
    own = set(re.findall(r"!define (\w+)", SCRIPT)) | {"COMPRESSOR", "TARGET", "SIGN", "NAME"}
    named = {one for one in re.findall(r"\$\{([A-Z_0-9]+)\}", SCRIPT) if "LANG_" not in one}
    assert named - own == set(given)


def test_without_a_certificate_nothing_is_signed(tmp_path: Path) -> None:
    assert nsis.signing(tmp_path, {}) == []
    command = nsis.signing(
        tmp_path,
        {
            "NEWSDESK_WINDOWS_CERTIFICATE": "Y2VydA==",
            "NEWSDESK_WINDOWS_CERTIFICATE_PASSWORD": "p",
            "NEWSDESK_TIMESTAMP_URL": "http://time.example.org",
        },
    )
    assert command[:5] == ["signtool", "sign", "/fd", "sha256", "/f"]
    assert Path(command[5]).read_bytes() == b"cert"
    assert command[-4:] == ["/tr", "http://time.example.org", "/td", "sha256"]


@pytest.mark.skipif(shutil.which("makensis") is None, reason="no makensis here")
@pytest.mark.parametrize("is_twin", [False, True])
def test_a_small_installer_compiles_without_a_warning(tmp_path: Path, is_twin: bool) -> None:
    stage = tmp_path / "stage"
    for name in FILES:
        (stage / name).parent.mkdir(parents=True, exist_ok=True)
        (stage / name).write_text(name)
    made = nsis.build(stage, tmp_path, tmp_path / "newsdesk-setup.exe", is_twin=is_twin)
    assert made.read_bytes()[:2] == b"MZ"


@pytest.mark.skipif(shutil.which("makensis") is None, reason="no makensis here")
def test_a_file_that_is_not_there_is_complained_of(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lists = nsis.install_list
    monkeypatch.setattr(nsis, "install_list", lambda stage, _files: lists(stage, FILES))
    (tmp_path / "stage").mkdir()
    with pytest.raises(Complaint, match="no files found"):
        nsis.build(tmp_path / "stage", tmp_path, tmp_path / "newsdesk-setup.exe")


def test_what_a_file_for_windows_says_of_itself_is_pyinstallers() -> None:
    from shipping import declared  # noqa: PLC0415 - named nowhere else here

    text = declared.version_file(product.read())
    names = ("VSVersionInfo", "FixedFileInfo", "StringFileInfo", "StringTable", "StringStruct")
    names += ("VarFileInfo", "VarStruct")
    made = {name: (lambda *what, **how: (what, how)) for name in names}
    (_, how) = eval(text, made)  # noqa: S307 - as PyInstaller does
    assert how["ffi"][1]["filevers"] == product.read().four_numbers


def test_makensis_is_asked_for_in_words(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda _name: None)
    monkeypatch.setattr(nsis, "_PLACES", ())
    with pytest.raises(Complaint, match="NSIS is not installed"):
        nsis.makensis()
