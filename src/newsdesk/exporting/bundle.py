"""One file for another newsdesk: a ZIP of releases with their history, and their pictures.

Texts lie in it under the hash of their content, so that each is in it once. `manifest.json` has the
hash of every member; the comment of the archive that of all before it, so that no byte of the file
is unaccounted for. Equal bundles give equal bytes.
"""

import io
import zipfile
from hashlib import sha256

from newsdesk.domain.bundle import (
    COMMENT,
    FORMAT,
    MANIFEST,
    PICTURES,
    Bundle,
    HandedRelease,
    HandedRevision,
)
from newsdesk.domain.canonical import Plain, encode, to_json
from newsdesk.domain.revision import digest

_EARLIEST = (1980, 1, 1, 0, 0, 0)  # that the format has
_FILE = 0o100600 << 16
_OF_THIS_DESK = ("version", "path")  # what a description of a picture leaves behind


def bundle_file(bundle: Bundle) -> bytes:
    """Return the bytes of a bundle."""
    members = dict(sorted(_members(bundle).items()))
    manifest = {
        "bundle": "newsdesk",
        "format": FORMAT,
        "members": {
            name: {"sha256": digest(content), "size": len(content)}
            for name, content in members.items()
        },
    }
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for name, content in {MANIFEST: to_json(manifest), **members}.items():
            archive.writestr(_about(name), content)
        archive.comment = COMMENT + b"0" * 64
    raw = file.getvalue()[: -len(COMMENT) - 64]
    return raw + COMMENT + sha256(raw).hexdigest().encode()


def _members(bundle: Bundle) -> dict[str, bytes]:
    members = {f"releases/{one.id}.json": to_json(_release(one)) for one in bundle.releases}
    for release in bundle.releases:
        for one in release.history:
            members[f"revisions/{one.revision.sha256}.json"] = one.canonical
    pictures = {one.asset.sha256: one for one in bundle.pictures}
    for key, picture in pictures.items():
        members[f"pictures/{key}"] = picture.content
    described = sorted(bundle.pictures, key=lambda one: one.asset.id)
    members[PICTURES] = to_json([_without(encode(one.asset), _OF_THIS_DESK) for one in described])
    return members


def _release(release: HandedRelease) -> dict[str, object]:
    return {
        "id": release.id,
        "ignored_words": release.ignored_words,
        "history": [_revision(one) for one in release.history],
    }


def _revision(handed: HandedRevision) -> object:
    return _without(encode(handed.revision), ("release_id",))


def _without(plain: Plain, names: tuple[str, ...]) -> object:
    assert isinstance(plain, dict)
    return {name: value for name, value in plain.items() if name not in names}


def _about(name: str) -> zipfile.ZipInfo:
    about = zipfile.ZipInfo(name, _EARLIEST)
    about.create_system = 3  # whatever system this is
    about.external_attr = _FILE
    is_packed_already = name.startswith("pictures/")
    about.compress_type = zipfile.ZIP_STORED if is_packed_already else zipfile.ZIP_DEFLATED
    return about
