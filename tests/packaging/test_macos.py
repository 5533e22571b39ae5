"""What macOS gets: the property lists, and the commands that sign, pack and notarise."""

import plistlib
from pathlib import Path

import pytest

from shipping import declared, dmg, product

HELPER = "QtWebEngineProcess.app"
KEYS = {
    "com.apple.security.cs.allow-jit",
    "com.apple.security.cs.allow-unsigned-executable-memory",
    "com.apple.security.cs.disable-library-validation",
    "com.apple.security.cs.disable-executable-page-protection",
}


@pytest.fixture
def app(tmp_path: Path) -> Path:
    """A program as macOS has it, of empty libraries."""
    folder = tmp_path / "Newsdesk.app"
    engine = folder / "Contents/Frameworks/QtWebEngineCore.framework/Versions/A"
    helper = engine / "Helpers" / HELPER / "Contents"
    for path in (
        folder / "Contents/MacOS/newsdesk",
        folder / "Contents/Frameworks/libz.dylib",
        engine / "QtWebEngineCore",
        helper / "MacOS/QtWebEngineProcess",
    ):
        path.parent.mkdir(parents=True)
        path.write_bytes(b"\xcf\xfa\xed\xfe")
    (helper / "Resources").mkdir()
    entitlements = helper / "Resources" / "QtWebEngineProcess.entitlements"
    entitlements.write_bytes(plistlib.dumps(dict.fromkeys(KEYS, True)))
    (folder / "Contents/Frameworks/libz.1.dylib").symlink_to("libz.dylib")
    return folder


def test_what_the_system_is_told_of_the_program_is_a_property_list() -> None:
    told = declared.info_plist(product.read())
    assert plistlib.loads(plistlib.dumps(told)) == told
    assert told["CFBundleShortVersionString"] == product.read().version
    types = {
        one["UTTypeIdentifier"]
        for kind in ("UTExportedTypeDeclarations", "UTImportedTypeDeclarations")
        for one in told[kind]
    }
    opened = {type_ for one in told["CFBundleDocumentTypes"] for type_ in one["LSItemContentTypes"]}
    assert types == opened


def test_the_entitlements_are_property_lists_without_more_than_is_needed(
    app: Path, tmp_path: Path
) -> None:
    own = plistlib.loads(dmg.ENTITLEMENTS.read_bytes())
    assert own.keys() < KEYS
    assert "com.apple.security.cs.allow-jit" not in own  # the engine's process alone makes code
    helper = dmg.helper_entitlements(app, tmp_path)
    assert helper is not None
    assert plistlib.loads(helper.read_bytes()).keys() == KEYS


def test_it_is_signed_from_the_inside_out(app: Path, tmp_path: Path) -> None:
    commands = dmg.signing(app, dmg.AD_HOC, dmg.helper_entitlements(app, tmp_path))
    signed = [Path(one[-1]).name for one in commands if one[:2] == ["codesign", "--force"]]
    assert signed[-1] == "Newsdesk.app"
    assert signed.index(HELPER) < signed.index("QtWebEngineCore.framework")
    assert signed.index("libz.dylib") < signed.index("Newsdesk.app")
    assert "libz.1.dylib" not in signed  # a link
    assert "QtWebEngineProcess" not in signed  # with its own program, under its entitlements
    assert commands[-1][:2] == ["codesign", "--verify"]


def test_the_engine_s_process_has_entitlements_of_its_own(app: Path, tmp_path: Path) -> None:
    helper = dmg.helper_entitlements(app, tmp_path)
    commands = dmg.signing(app, "Developer ID Application: X", helper)
    by_name = {Path(one[-1]).name: one for one in commands[:-1]}
    assert str(helper) in by_name[HELPER]
    assert str(dmg.ENTITLEMENTS) in by_name["Newsdesk.app"]
    assert all("--timestamp" in one for one in commands[:-1])
    assert all("runtime" in one for one in commands[:-1])


def test_a_signature_for_this_machine_alone_asks_nobody_for_the_time(app: Path) -> None:
    assert not any("--timestamp" in one for one in dmg.signing(app, dmg.AD_HOC, None))


def test_it_is_notarised_with_all_secrets_and_not_with_some(tmp_path: Path) -> None:
    secrets = {
        "NEWSDESK_NOTARY_KEY": "a2V5",
        "NEWSDESK_NOTARY_KEY_ID": "ID",
        "NEWSDESK_NOTARY_ISSUER": "issuer",
    }
    image = tmp_path / "newsdesk.dmg"
    submit, staple = dmg.notarising(image, tmp_path, secrets)
    assert Path(submit[submit.index("--key") + 1]).read_bytes() == b"key"
    assert submit[:3] == ["xcrun", "notarytool", "submit"]
    assert staple[-1] == str(image)
    for name in secrets:
        assert dmg.notarising(image, tmp_path, {**secrets, name: ""}) == []


def test_a_keychain_is_made_of_the_certificate(tmp_path: Path) -> None:
    assert dmg.keychain(tmp_path, {}) == []
    commands = dmg.keychain(tmp_path, {"NEWSDESK_CERTIFICATE": "Y2VydA=="})
    assert (tmp_path / "certificate.p12").read_bytes() == b"cert"
    assert [one[1] for one in commands][:3] == ["create-keychain", "unlock-keychain", "import"]


def test_the_image_has_a_way_to_applications(tmp_path: Path) -> None:
    commands = dmg.imaging(tmp_path / "Newsdesk.app", tmp_path, tmp_path / "n.dmg")
    assert ["ln", "-s", "/Applications"] in [one[:3] for one in commands]
    assert commands[-1][-1] == str(tmp_path / "n.dmg")
