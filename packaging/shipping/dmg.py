"""The disk image of macOS: signed, and notarised when the secrets are there.

The secrets come in through the environment:

    NEWSDESK_SIGNING_IDENTITY   "Developer ID Application: …", whose key is in the keychain, or in
    NEWSDESK_CERTIFICATE        a PKCS #12 file, in Base64, with
    NEWSDESK_CERTIFICATE_PASSWORD
    NEWSDESK_NOTARY_KEY         an App Store Connect key, in Base64, with
    NEWSDESK_NOTARY_KEY_ID      its id and
    NEWSDESK_NOTARY_ISSUER      who issued it

Without an identity the program is signed for this machine only ("ad hoc"), which the processor of
newer Macs asks for; Gatekeeper then asks whoever opens it first.
"""

import os
import plistlib
import subprocess
from collections.abc import Iterable, Mapping
from pathlib import Path

from shipping import product
from shipping.secret import write_secret

MACOS = product.PACKAGING / "macos"
ENTITLEMENTS = MACOS / "app.entitlements"
AD_HOC = "-"
_MACH_O = {
    b"\xcf\xfa\xed\xfe",  # for one processor
    b"\xca\xfe\xba\xbe",  # for several
}
_HELPER = "QtWebEngineProcess.app"

Command = list[str]


def build(app: Path, work: Path, target: Path, environment: Mapping[str, str] = os.environ) -> Path:
    """Sign `app`, put it into a disk image, and have that notarised if it can be."""
    identity = environment.get("NEWSDESK_SIGNING_IDENTITY") or AD_HOC
    run_all(keychain(work, environment))
    run_all(signing(app, identity, helper_entitlements(app, work)))
    run_all(imaging(app, work, target))
    if identity != AD_HOC:
        run_all([_sign(target, identity, None)])
        run_all(notarising(target, work, environment))
    return target


def run_all(commands: Iterable[Command]) -> None:
    for command in commands:
        subprocess.run(command, check=True)


def keychain(work: Path, environment: Mapping[str, str]) -> list[Command]:
    """Return the commands that make a keychain of the certificate; none without one.

    The certificate is written to `work`, for the commands to read.
    """
    encoded = environment.get("NEWSDESK_CERTIFICATE", "")
    if not encoded:
        return []
    certificate = write_secret(work / "certificate.p12", encoded)
    chain = str(work / "signing.keychain-db")
    password = environment.get("NEWSDESK_CERTIFICATE_PASSWORD", "")
    apples = ["-S", "apple-tool:,apple:", "-s", "-k", password]
    return [
        ["security", "create-keychain", "-p", password, chain],
        ["security", "unlock-keychain", "-p", password, chain],
        [
            *("security", "import", str(certificate), "-k", chain, "-P", password),
            *("-T", "/usr/bin/codesign"),
        ],
        ["security", "set-key-partition-list", *apples, chain],
        ["security", "list-keychains", "-d", "user", "-s", chain, "login.keychain-db"],
    ]


def signing(app: Path, identity: str, helper: Path | None) -> list[Command]:
    """Return the commands that sign a program from the inside out, as its seal asks for.

    Args:
        helper: the entitlements of the engine's process, which are its own: it makes code.
    """
    helpers = [path for path in app.rglob(_HELPER) if not path.is_symlink()]
    inside = [
        path
        for path in sorted(app.rglob("*"), key=lambda path: (-len(path.parts), path.as_posix()))
        if is_mach_o(path) and not any(path.is_relative_to(one) for one in helpers)
    ]
    commands = [_sign(path, identity, None) for path in inside]
    commands += [_sign(path, identity, helper) for path in helpers]
    commands += [_sign(path, identity, None) for path in frameworks(app)]
    commands.append(_sign(app, identity, ENTITLEMENTS))
    return [*commands, ["codesign", "--verify", "--deep", "--strict", "--verbose=2", str(app)]]


def frameworks(app: Path) -> list[Path]:
    """Return the frameworks in a program, the innermost first."""
    found = [path for path in app.rglob("*.framework") if not path.is_symlink() and path.is_dir()]
    return sorted(found, key=lambda path: (-len(path.parts), path.as_posix()))


def is_mach_o(path: Path) -> bool:
    if path.is_symlink() or not path.is_file():
        return False
    with path.open("rb") as file:
        return file.read(4) in _MACH_O


def helper_entitlements(app: Path, work: Path) -> Path | None:
    """Return a file with what the makers of the engine let its process do; read from the wheel."""
    found = sorted(app.rglob("QtWebEngineProcess.entitlements"))
    if not found:
        return None
    target = work / "helper.entitlements"
    target.write_bytes(plistlib.dumps(plistlib.loads(found[0].read_bytes())))
    return target


def _sign(path: Path, identity: str, entitlements: Path | None) -> Command:
    command = ["codesign", "--force", "--sign", identity]
    if identity != AD_HOC:
        command.append("--timestamp")
    command += ["--options", "runtime"]
    if entitlements is not None:
        command += ["--entitlements", str(entitlements)]
    return [*command, str(path)]


def imaging(app: Path, work: Path, target: Path) -> list[Command]:
    """Return the commands that lay the program beside a link to Applications, in an image."""
    folder = work / "image"
    return [
        ["rm", "-rf", str(folder), str(target)],
        ["mkdir", "-p", str(folder)],
        ["cp", "-R", str(app), str(folder)],
        ["ln", "-s", "/Applications", str(folder / "Applications")],
        [
            *("hdiutil", "create", "-volname", product.NAME, "-srcfolder", str(folder)),
            *("-fs", "HFS+", "-format", "ULMO", "-ov", str(target)),
        ],
    ]


def notarising(target: Path, work: Path, environment: Mapping[str, str]) -> list[Command]:
    """Return the commands that have an image looked at by Apple; none without the secrets.

    The key is written to `work`, for the commands to read.
    """
    names = ("NEWSDESK_NOTARY_KEY", "NEWSDESK_NOTARY_KEY_ID", "NEWSDESK_NOTARY_ISSUER")
    key, key_id, issuer = (environment.get(name, "") for name in names)
    if not (key and key_id and issuer):
        return []
    file = write_secret(work / "notary.p8", key)
    who = ["--key", str(file), "--key-id", key_id, "--issuer", issuer]
    return [
        ["xcrun", "notarytool", "submit", str(target), *who, "--wait"],
        ["xcrun", "stapler", "staple", str(target)],
    ]
