"""Reading and writing files of the user's choice."""

from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

from newsdesk.domain.errors import ExportError, ImportProblem, ImportRefusedError
from newsdesk.importing.decoding import LARGEST
from newsdesk.services.atomic_file import replace_file


def read_whole(path: Path, *, largest: int = LARGEST) -> bytes:
    """Return the content of a file that is small enough to be a text.

    Args:
        largest: how many bytes that is.

    Raises:
        ImportRefusedError: it is not there, may not be read, or is too large.
    """
    with reading_in_words(str(path)), path.open("rb") as file:
        content = file.read(largest + 1)  # one byte more tells that there is more
    if len(content) > largest:
        raise ImportRefusedError(ImportProblem.TOO_LARGE, str(path))
    return content


@contextmanager
def reading_in_words(path: str) -> Generator[None]:
    """Turn the file system's refusal into an `ImportRefusedError` about `path`."""
    try:
        yield
    except OSError as error:
        detail = error.strerror or str(error)
        raise ImportRefusedError(ImportProblem.UNREADABLE, path, detail) from error


def write_atomically(path: Path, content: bytes) -> None:
    """Replace `path` by `content`, on disk when this returns.

    Raises:
        ExportError: it could not be written; what stood there before still does.
    """
    try:
        replace_file(path, content, is_shared=True)
    except OSError as error:
        raise ExportError(str(path), error.strerror or str(error)) from error
