"""Taking along the pictures that a text names, where they lie beside it."""

import re
import unicodedata
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import replace
from io import BytesIO
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from newsdesk.domain.canonical import composed
from newsdesk.domain.errors import (
    ImportProblem,
    ImportRefusedError,
    MediaProblem,
    MediaRefusedError,
)
from newsdesk.domain.ids import MediaId
from newsdesk.domain.media import LARGEST, MediaAsset, MediaRole, ReleaseMedia
from newsdesk.domain.picture_marks import marks_in, stored_in, with_stored
from newsdesk.domain.provenance import Confidence, Finding, FindingKind
from newsdesk.exporting.page_picture import seen
from newsdesk.importing import archive
from newsdesk.importing.beside import path_beside
from newsdesk.importing.draft import Draft
from newsdesk.importing.media import KeptPicture, NamedMedia
from newsdesk.importing.picture import Picture, picture_of
from newsdesk.services.import_sources import SourceFile, SourceReader
from newsdesk.services.workplace import Workplace

if TYPE_CHECKING:
    from newsdesk.storage.database import UnitOfWork

_HAS_SCHEME = re.compile("[a-z][a-z0-9+.-]+:|//|#", re.IGNORECASE)

TAKEN_ALONG = "taken_along"  # the flag of a picture that is kept; of any other it is its problem

Beside = Callable[[str], bytes]
"""Reads a file by its path from a source's folder on; raises `MediaRefusedError`."""


class MediaService:
    """Keeps pictures. Files come before the rows that name them: see `MediaStore`."""

    def __init__(self, workplace: Workplace) -> None:
        self._workplace = workplace

    def taken_along(self, draft: Draft, beside: Beside) -> Draft:
        """Return a draft with each picture that it names kept, or with why not, as a finding.

        Nothing else of the draft is stored, and one that was taken along is left as it is. Safe in
        any thread: it is done in a file's time, before the transaction that stores the draft.

        Raises:
            StorageError: the store refused; no file is left half.
        """
        named = (*draft.media, *_named_in_body(draft))
        media = tuple(self._kept(one, beside) for one in named)
        tried = [after for before, after in zip(named, media, strict=True) if before != after]
        return replace(draft, media=media, findings=(*draft.findings, *map(_finding, tried)))

    def _kept(self, named: NamedMedia, beside: Beside) -> NamedMedia:
        if named.kept or named.problem:
            return named
        try:
            path = path_beside(named.address)
            content = beside(path)
            picture = _upright(picture_of(content, path), content)
        except MediaRefusedError as error:
            return replace(named, problem=error.problem)
        sha256, stored = self._workplace.database.media_store.add(content, picture.suffix)
        name = path.rpartition("/")[2]
        kept = KeptPicture(picture=picture, sha256=sha256, path=stored, file_name=name)
        return replace(named, kept=kept)


def _finding(media: NamedMedia) -> Finding:
    return Finding(
        kind=FindingKind.MEDIA,
        confidence=Confidence.HIGH,
        text=media.address,
        first_line=0,
        last_line=0,
        flags=(media.problem or TAKEN_ALONG,),
    )


def _upright(picture: Picture, content: bytes) -> Picture:
    """Return a picture as large as it is seen; what cannot be shown is as large as it says."""
    with suppress(MediaRefusedError):
        size = seen(content, picture.mime)
        return replace(picture, width=size.width, height=size.height)
    return picture


def _named_in_body(draft: Draft) -> list[NamedMedia]:
    """Return what a Markdown body names beside itself and its source did not tell of."""
    told = {one.address for one in draft.media}
    found = {
        mark.address: NamedMedia(
            address=mark.address, alt=mark.alt, caption=" ".join(mark.title.split())
        )
        for mark in marks_in(draft.body_md)
        if mark.address not in told and not _HAS_SCHEME.match(mark.address)
    }
    return list(found.values())


def with_kept_pictures(draft: Draft) -> str:
    """Return a draft's body with the pictures that were kept of it named as what they are."""
    kept = {one.address: one.kept.sha256 for one in draft.media if one.kept is not None}
    alts = {one.address: one.alt for one in draft.media}
    return with_stored(draft.body_md, kept, alts) if kept else draft.body_md


def entered(work: "UnitOfWork", workplace: Workplace, draft: Draft) -> tuple[ReleaseMedia, ...]:
    """Return the places of a draft's kept pictures in its release, the first one as its main.

    The others stand in its body, or in a gallery beside it. A picture that is stored already stays
    as it is described there; what nobody said of it yet is taken from the draft. What the draft
    does not say below one is left for what is suggested.
    """
    in_body = set(stored_in(with_kept_pictures(draft)))
    places: dict[MediaId, ReleaseMedia] = {}
    for named in draft.media:
        if named.kept is not None:
            key = _entered(work, workplace, named, named.kept, draft.language)
            other = MediaRole.BODY if named.kept.sha256 in in_body else MediaRole.GALLERY
            place = ReleaseMedia(
                media_id=key,
                role=other if places else MediaRole.FEATURE,
                caption=named.caption or None,
                credit=named.credit or None,
            )
            places.setdefault(key, place)
    return tuple(places.values())


def _entered(
    work: "UnitOfWork", workplace: Workplace, named: NamedMedia, kept: KeptPicture, language: str
) -> MediaId:
    known = work.media.find_by_content(kept.sha256)
    asset = known or MediaAsset(
        id=MediaId(workplace.new_id()),
        sha256=kept.sha256,
        path=kept.path,
        mime=kept.picture.mime,
        width=kept.picture.width,
        height=kept.picture.height,
    )
    described = composed(
        replace(
            asset,
            file_name=asset.file_name or kept.file_name,
            captions=_said(asset.captions, language, named.caption),
            alts=_said(asset.alts, language, named.alt),
            creditline=asset.creditline or named.credit,
        )
    )
    return asset.id if described == known else work.media.save(described).id


def _said(texts: Mapping[str, str], language: str, text: str) -> Mapping[str, str]:
    return {language: text, **texts} if text else texts


class FilesBeside:
    """Reads what lies beside sources; it keeps open the archive that it read from last."""

    def __init__(self) -> None:
        self._reader = SourceReader()

    def of(self, source: SourceFile) -> Beside:
        """Return what reads beside a file: in its folder, or in that of the archive it is in.

        A path that goes on from the name of the file leads into it: a document has its pictures in
        itself.
        """
        within = f"{source.name}/"

        def read(path: str) -> bytes:
            if path.startswith(within):
                return self._in_itself(source, path.removeprefix(within))
            if source.member:
                return self._in_archive(source, path)
            return _in_folder(Path(source.path).parent, path)

        return read

    def _in_itself(self, source: SourceFile, path: str) -> bytes:
        try:
            parts = archive.members(BytesIO(self._reader.read(source)), str(source))
            part = next((one for one in parts if one.name == path), None)
            if part is None:
                raise MediaRefusedError(MediaProblem.MISSING, path)
            return part.read()
        except ImportRefusedError as error:
            raise _media_refusal(error, path) from error

    def _in_archive(self, source: SourceFile, path: str) -> bytes:
        name = unicodedata.normalize("NFC", str(PurePosixPath(source.member).parent / path))
        try:
            return self._reader.read(SourceFile(source.path, name))
        except ImportRefusedError as error:
            raise _media_refusal(error, path) from error

    def close(self) -> None:
        """Let go of the archive."""
        self._reader.close()


_PROBLEMS = {
    ImportProblem.UNREADABLE: MediaProblem.MISSING,
    ImportProblem.TOO_LARGE: MediaProblem.TOO_LARGE,
}


def _media_refusal(error: ImportRefusedError, path: str) -> MediaRefusedError:
    problem = _PROBLEMS.get(error.problem, MediaProblem.DAMAGED)
    return MediaRefusedError(problem, path, error.detail)


def _in_folder(folder: Path, path: str) -> bytes:
    """Return the content of a file in a folder; links may lead anywhere in it, and not out."""
    for spelling in dict.fromkeys(
        (path, *(unicodedata.normalize(f, path) for f in ("NFC", "NFD")))
    ):
        try:
            file = (folder / spelling).resolve(strict=True)
            if not file.is_relative_to(folder.resolve()):
                raise MediaRefusedError(MediaProblem.OUTSIDE, path)
            if not file.is_file():  # a pipe would keep us waiting
                break
            with file.open("rb") as opened:  # one byte more tells that there is more
                content = opened.read(LARGEST + 1)
        except (OSError, ValueError, RuntimeError):  # links in a ring are one of the last two
            continue
        if len(content) > LARGEST:
            raise MediaRefusedError(MediaProblem.TOO_LARGE, path, f"more than {LARGEST} bytes")
        return content
    raise MediaRefusedError(MediaProblem.MISSING, path)
