"""A picture that somebody wants to keep: looked at before anything is stored of it."""

from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from newsdesk.domain.errors import MediaProblem, MediaRefusedError
from newsdesk.domain.media import LARGEST
from newsdesk.exporting.page_picture import seen, thumbnail
from newsdesk.importing.picture import Picture, picture_of

THUMBNAIL_PX = 240


@dataclass(frozen=True, slots=True, kw_only=True)
class NewPicture:
    """One that can be kept and shown."""

    name: str  # of its file, without a folder; "": it came from the clipboard
    content: bytes
    sha256: str
    picture: Picture
    width: int  # px, as it is seen
    height: int
    thumbnail: bytes  # a PNG


def picture_in(path: Path) -> NewPicture:
    """Return the picture in a file; raise `MediaRefusedError` if there is none.

    No more of a file is read than the largest picture has.
    """
    try:
        if not path.is_file():  # a pipe would keep us waiting
            raise MediaRefusedError(MediaProblem.MISSING, path.name)
        with path.open("rb") as file:
            content = file.read(LARGEST + 1)  # one byte more tells that there is more
    except (OSError, ValueError) as error:
        raise MediaRefusedError(MediaProblem.MISSING, path.name, str(error)) from error
    return picture_from(content, path.name)


def picture_from(content: bytes, name: str) -> NewPicture:
    """Return a picture by its content, whatever it is called; raise `MediaRefusedError`."""
    picture = picture_of(content, name)
    try:
        size = seen(content, picture.mime)
        small = thumbnail(content, picture.mime, THUMBNAIL_PX)
    except MediaRefusedError as error:
        raise MediaRefusedError(error.problem, name, error.detail) from error
    return NewPicture(
        name=name,
        content=content,
        sha256=sha256(content).hexdigest(),
        picture=picture,
        width=size.width,
        height=size.height,
        thumbnail=small,
    )
