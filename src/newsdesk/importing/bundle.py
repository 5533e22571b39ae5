"""Bundles of another newsdesk: every byte is accounted for before anything is handed out.

`archive.members` refuses what is hostile in any archive. Beyond that a bundle holds exactly what
its manifest names, each under its hash; texts in the one form that newsdesk writes them in; and
histories without a gap. Whoever makes a file by hand can make all that agree: so what is read out
is held against what newsdesk itself could have written, value by value.
"""

import io
import json
import re
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import fields, is_dataclass
from datetime import UTC, date, datetime
from hashlib import sha256
from typing import Any, NoReturn, cast
from uuid import UUID

from newsdesk.domain.bundle import (
    COMMENT,
    FORMAT,
    LARGEST,
    MANIFEST,
    PICTURES,
    Bundle,
    HandedPicture,
    HandedRelease,
    HandedRevision,
    is_plain_name,
)
from newsdesk.domain.canonical import decode, to_json
from newsdesk.domain.embargo import zone
from newsdesk.domain.errors import (
    EmbargoError,
    FieldError,
    ImportProblem,
    ImportRefusedError,
    MediaRefusedError,
)
from newsdesk.domain.ids import ReleaseId
from newsdesk.domain.language import normalised
from newsdesk.domain.media import MediaAsset
from newsdesk.domain.release import Release
from newsdesk.domain.revision import Revision, digest
from newsdesk.domain.slug import is_slug
from newsdesk.importing import archive
from newsdesk.importing.picture import picture_of

_NAMES = re.compile(r"manifest\.json|pictures\.json|releases/[0-9a-f-]{36}\.json|"
                    r"(?:revisions/[0-9a-f]{64}\.json|pictures/[0-9a-f]{64})")  # fmt: skip
_SHA256 = re.compile(r"[0-9a-f]{64}")
_DEEPEST = 40  # of values in values; a release needs six
_HIGHEST = 2**53  # of numbers: what any store and any JSON can hold
_LOCAL = frozenset({"until_local"})  # fields with a time that is in no zone
_MISFITS = (ValueError, TypeError, KeyError, AttributeError, OverflowError, RecursionError)


def read_bundle(raw: bytes, name: str) -> Bundle:
    """Return what is in a bundle.

    Args:
        name: that of the file, for what is refused.

    Raises:
        ImportRefusedError: it is none, of a newer newsdesk, or anything in it is not what
            newsdesk writes.
    """
    members = _members(raw, name)
    named = _manifest(members, name)
    _check_whole(raw, name)
    _check_members(members, named, name)
    reader = _Reader(members, name)
    return reader.bundle()


def _refuse(problem: ImportProblem, name: str, detail: str) -> NoReturn:
    raise ImportRefusedError(problem, name, detail)


# The archive ----------------------------------------------------------------------------------


def _members(raw: bytes, name: str) -> dict[str, bytes]:
    """Return the members of the archive, none of which is hostile or too much."""
    found = archive.members(io.BytesIO(raw), name, keeps_hidden=True)
    infos = zipfile.ZipFile(io.BytesIO(raw)).infolist()
    if len(infos) != len(found):
        _refuse(ImportProblem.BUNDLE_MEMBERS, name, "a folder")
    if sum(info.file_size for info in infos) > LARGEST:
        _refuse(ImportProblem.TOO_LARGE, name, f"more than {LARGEST} bytes")
    if MANIFEST not in (member.name for member in found):
        _refuse(ImportProblem.BUNDLE_MEMBERS, name, MANIFEST)
    for member in found:
        if not _NAMES.fullmatch(member.name):
            _refuse(ImportProblem.BUNDLE_MEMBERS, name, member.name)
    return {member.name: _content(member, name) for member in found}


def _content(member: archive.Member, name: str) -> bytes:
    try:
        return member.read()
    except ImportRefusedError as error:  # of the file, not of a part that nobody has heard of
        _refuse(error.problem, name, f"{member.name}: {error.detail}")


def _manifest(members: Mapping[str, bytes], name: str) -> Mapping[str, Any]:
    """Return what the manifest says of each member."""
    try:
        plain = _plain(members[MANIFEST])
        if plain["bundle"] != "newsdesk" or type(plain["format"]) is not int:
            raise ValueError("it is of another program")
        if plain["format"] > FORMAT:
            _refuse(ImportProblem.BUNDLE_NEWER, name, str(plain["format"]))
        if plain.keys() != {"bundle", "format", "members"} or plain["format"] != FORMAT:
            raise ValueError("its form")
        return cast(Mapping[str, Any], plain["members"])
    except _MISFITS as error:
        _refuse(ImportProblem.DAMAGED, name, f"{MANIFEST}: {_words(error)}")


def _check_whole(raw: bytes, name: str) -> None:
    """Hold the whole file against the hash at its end."""
    body, said = raw[: -len(COMMENT) - 64], raw[-len(COMMENT) - 64 :]
    if said != COMMENT + sha256(body).hexdigest().encode():
        _refuse(ImportProblem.BUNDLE_ALTERED, name, "the file as a whole")


def _check_members(members: Mapping[str, bytes], named: Any, name: str) -> None:
    try:
        differing = sorted({MANIFEST, *named} ^ members.keys())
        if differing:
            _refuse(ImportProblem.BUNDLE_MEMBERS, name, str(differing[0])[:80])
        for member, said in named.items():
            if said != {"sha256": digest(members[member]), "size": len(members[member])}:
                _refuse(ImportProblem.BUNDLE_ALTERED, name, member)
    except _MISFITS as error:
        _refuse(ImportProblem.DAMAGED, name, f"{MANIFEST}: {_words(error)}")


# What is in it --------------------------------------------------------------------------------


class _Reader:
    """Makes the values of a bundle out of its members, and sees that each was needed."""

    def __init__(self, members: Mapping[str, bytes], name: str) -> None:
        self._members = members
        self._name = name
        self._used = {MANIFEST}

    def bundle(self) -> Bundle:
        try:
            pictures = tuple(self._pictures())
            releases = tuple(self._releases())
        except _MISFITS as error:
            _refuse(ImportProblem.DAMAGED, self._name, _words(error))
        if not releases:
            _refuse(ImportProblem.EMPTY, self._name, "")
        if spare := sorted(self._members.keys() - self._used):
            _refuse(ImportProblem.BUNDLE_MEMBERS, self._name, spare[0])
        bundle = Bundle(releases=releases, pictures=pictures)
        self._check_keys(bundle)
        return bundle

    def _take(self, member: str) -> bytes:
        if member not in self._members:
            _refuse(ImportProblem.BUNDLE_MEMBERS, self._name, member)
        self._used.add(member)
        return self._members[member]

    def _pictures(self) -> Iterator[HandedPicture]:
        for plain in _list(_plain(self._take(PICTURES))):
            asset = decode(MediaAsset, {**plain, "path": "", "version": 0})
            _check_values(asset)
            if not _SHA256.fullmatch(asset.sha256):
                raise ValueError("a picture without a hash")
            if asset.file_name is not None and not is_plain_name(asset.file_name):
                raise ValueError("a picture whose name leads elsewhere")
            content = self._take(f"pictures/{asset.sha256}")
            if digest(content) != asset.sha256:
                _refuse(ImportProblem.BUNDLE_ALTERED, self._name, f"pictures/{asset.sha256}")
            try:
                if picture_of(content, asset.sha256).mime != asset.mime:
                    raise ValueError("a picture of another kind")
            except MediaRefusedError as error:
                raise ValueError(f"{asset.sha256}: {error.problem}") from error
            yield HandedPicture(asset=asset, content=content)

    def _releases(self) -> Iterator[HandedRelease]:
        for member in sorted(self._members):
            if member.startswith("releases/"):
                yield self._release(member)

    def _release(self, member: str) -> HandedRelease:
        plain = _plain(self._take(member))
        if plain.keys() != {"id", "ignored_words", "history"}:
            raise ValueError(f"{member}: its form")
        key = ReleaseId(UUID(plain["id"]))
        if member != f"releases/{key}.json":
            raise ValueError(f"{member} is about another release")
        words = frozenset(_list(plain["ignored_words"]))
        for word in words:
            _check_values(word)
        history = tuple(self._revision(key, one) for one in _list(plain["history"]))
        if not history:
            raise ValueError(f"{member}: no history")
        self._check_chain(member, [one.revision for one in history])
        return HandedRelease(id=key, history=history, ignored_words=words)

    def _revision(self, key: ReleaseId, plain: Any) -> HandedRevision:
        revision = decode(Revision, {**plain, "release_id": str(key)})
        _check_values(revision)
        if not _SHA256.fullmatch(revision.sha256) or not revision.is_permanent:
            raise ValueError("a revision that is not kept for good")
        member = f"revisions/{revision.sha256}.json"
        canonical = self._take(member)
        if digest(canonical) != revision.sha256:
            _refuse(ImportProblem.BUNDLE_ALTERED, self._name, member)
        _plain(canonical)
        handed = HandedRevision(revision=revision, canonical=canonical)
        _check_release(handed.release, key)
        return handed

    def _check_chain(self, member: str, history: Sequence[Revision]) -> None:
        before: Revision | None = None
        for one in history:
            follows = one.prev_sha == (before.sha256 if before else None)
            if not follows or one.number <= (before.number if before else 0):
                _refuse(ImportProblem.BUNDLE_CHAIN, self._name, f"{member} at {one.number}")
            before = one

    def _check_keys(self, bundle: Bundle) -> None:
        """See that no key stands for two things, and that no picture of a release is missing."""
        assets = [one.asset for one in bundle.pictures]
        revisions = [one.id for release in bundle.releases for one in release.revisions]
        for keys in ([one.id for one in assets], revisions):
            if len(set(keys)) != len(keys):
                _refuse(ImportProblem.DAMAGED, self._name, "one key for two things")
        for release in bundle.releases:
            named = {one.media_id for one in release.head.release.media}
            if missing := named - bundle.media_ids:
                _refuse(ImportProblem.BUNDLE_MEMBERS, self._name, f"picture {min(missing)}")


def _check_release(release: Release, key: ReleaseId) -> None:
    """Raise `ValueError` for what no desk could have saved."""
    _check_values(release)
    if release.id != key:
        raise ValueError("a text of another release")
    if not is_slug(release.slug) or not 1 <= release.urgency <= 9:
        raise ValueError("a field out of range")
    quotes = [one.id for one in release.quotes]
    if len(set(quotes)) != len(quotes):
        raise ValueError("one key for two things")
    try:
        normalised(release.language)
        if release.schedule_tz is not None:
            zone(release.schedule_tz)
        if release.embargo is not None:
            _ = release.embargo.until_utc
    except (FieldError, EmbargoError) as error:
        raise ValueError(str(error)) from error


def _check_values(value: object, name: str = "") -> None:
    """Raise `ValueError` for a text, a number or a time in `value` that no store could take."""
    if is_dataclass(value) and not isinstance(value, type):
        for field in fields(value):
            _check_values(getattr(value, field.name), field.name)
    elif isinstance(value, Mapping):
        for key, item in cast(Mapping[object, object], value).items():
            _check_values(key)
            _check_values(item)
    elif isinstance(value, tuple | frozenset):
        for item in cast(Sequence[object], value):
            _check_values(item)
    elif isinstance(value, datetime):
        _check_time(value, name)
    elif isinstance(value, str):
        if "\0" in value:
            raise ValueError("text that no store takes")
        value.encode()  # no half of a surrogate pair
    elif isinstance(value, int | float) and not abs(value) <= _HIGHEST:
        raise ValueError("a number beyond measure")


def _check_time(value: datetime, name: str) -> None:
    if (value.tzinfo is None) != (name in _LOCAL):
        raise ValueError(f"{name}: a time without its zone, or with one")
    if not date(2, 1, 1) <= value.date() < date(9999, 1, 1):
        raise ValueError(f"{name}: a time beyond measure")
    if value.tzinfo is not None:
        value.astimezone(UTC)


def _plain(raw: bytes) -> Any:
    """Return what stands in a member; raise `ValueError` if it is not in the one canonical form."""
    plain = json.loads(raw)
    _check_depth(plain)
    if to_json(plain) != raw:
        raise ValueError("not in the form that newsdesk writes")
    return plain


def _check_depth(plain: object) -> None:
    level: list[object] = [plain]
    for _ in range(_DEEPEST):
        level = [item for one in level for item in _items(one)]
        if not level:
            return
    raise ValueError("values in values without end")


def _items(plain: object) -> Sequence[object]:
    if isinstance(plain, dict):
        return list(cast(dict[str, object], plain).values())
    return cast(list[object], plain) if isinstance(plain, list) else ()


def _list(plain: Any) -> list[Any]:
    if not isinstance(plain, list):
        raise TypeError("no list")
    return cast(list[Any], plain)


def _words(error: Exception) -> str:
    return " ".join(str(error).split())[:120] or type(error).__name__
