"""Pictures that are pasted or dropped: recognised without being read, read where nobody waits."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QBuffer, QIODevice, QMimeData
from PySide6.QtGui import QImage, QTextDocumentFragment

if TYPE_CHECKING:
    from newsdesk.services.new_picture import NewPicture

# Also those that cannot be kept: that is said better than by the import of texts.
_SUFFIXES = frozenset(
    (
        *(".jpg", ".jpeg", ".jpe", ".jfif", ".png", ".webp", ".gif"),
        *(".svg", ".bmp", ".tif", ".tiff", ".heic", ".heif", ".avif", ".ico", ".psd"),
    )
)
_ENCODED = ("image/png", "image/jpeg", "image/webp", "image/gif")  # the lossless one first
_LONGEST_ALONE = 20_000  # characters of HTML around one picture
_OBJECT = "\N{OBJECT REPLACEMENT CHARACTER}"


@dataclass(frozen=True, slots=True)
class OfferedPicture:
    """One that somebody wants in the text."""

    name: str  # of its file; "": it has none
    load: "Callable[[], NewPicture]"
    """Reads and checks it, which takes a while. Safe in any thread; raises `MediaRefusedError`."""


def file_patterns() -> str:
    """Return the names of files that can be kept, as a file dialog asks for them."""
    return "*.jpg *.jpeg *.png *.webp *.gif"


def are_pictures(paths: Sequence[str]) -> bool:
    """Tell by their names whether all of these files, at least one, are meant as pictures."""
    return bool(paths) and all(PurePath(path).suffix.lower() in _SUFFIXES for path in paths)


def from_files(paths: Sequence[str]) -> list[OfferedPicture]:
    return [OfferedPicture(PurePath(path).name, partial(_from_file, Path(path))) for path in paths]


def has_pictures(source: QMimeData) -> bool:
    """Tell whether pictures are dragged or on the clipboard, and nothing that is read."""
    if paths := _paths(source):
        return are_pictures(paths)
    return source.hasImage() and not _has_words(source)


def offered_in(source: QMimeData) -> list[OfferedPicture]:
    """Return the pictures that `has_pictures` tells of."""
    if paths := _paths(source):
        return from_files(paths)
    for kind in _ENCODED:  # as it came, with nothing lost
        if source.hasFormat(kind) and (content := bytes(source.data(kind).data())):
            return [OfferedPicture("", partial(_from_bytes, content))]
    image: Any = source.imageData()
    return [OfferedPicture("", partial(_from_image, QImage(image)))]


def _paths(source: QMimeData) -> list[str]:
    return [url.toLocalFile() for url in source.urls() if url.isLocalFile()]


def _has_words(source: QMimeData) -> bool:
    """Tell whether it is a text that brings along how it looks; a browser names a picture."""
    if source.hasHtml():
        html = source.html()
        if len(html) > _LONGEST_ALONE:
            return True
        words = QTextDocumentFragment.fromHtml(html).toPlainText()
        return bool(words.replace(_OBJECT, "").strip())
    return bool(source.text().strip())


def _from_file(path: Path) -> "NewPicture":
    from newsdesk.services.new_picture import picture_in  # noqa: PLC0415 - heavy; in a thread

    return picture_in(path)


def _from_bytes(content: bytes) -> "NewPicture":
    from newsdesk.services.new_picture import picture_from  # noqa: PLC0415 - heavy; in a thread

    return picture_from(content, "")


def _from_image(image: QImage) -> "NewPicture":
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload] - the stubs want bytes
    return _from_bytes(bytes(buffer.data().data()))
