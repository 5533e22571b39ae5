"""Reading and writing files of the user's choice."""

import os
from contextlib import suppress
from pathlib import Path
from tempfile import NamedTemporaryFile

from newsdesk.domain.errors import ExportError, ImportProblem, ImportRefusedError
from newsdesk.importing.decoding import LARGEST


def read_whole(path: Path) -> bytes:
    """Return the content of a file that is small enough to be a text.

    Raises:
        ImportRefusedError: it is not there, may not be read, or is too large.
    """
    try:
        with path.open("rb") as file:  # one byte more tells that there is more
            content = file.read(LARGEST + 1)
    except OSError as error:
        detail = error.strerror or str(error)
        raise ImportRefusedError(ImportProblem.UNREADABLE, str(path), detail) from error
    if len(content) > LARGEST:
        raise ImportRefusedError(ImportProblem.TOO_LARGE, str(path))
    return content


def write_atomically(path: Path, content: bytes) -> None:
    """Replace `path` by `content`, on disk when this returns.

    Raises:
        ExportError: it could not be written; what stood there before still does.
    """
    temporary: Path | None = None
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with NamedTemporaryFile(dir=path.parent, prefix=".newsdesk-", delete=False) as file:
            temporary = Path(file.name)
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        temporary.chmod(0o666 & ~_umask())  # temporary files are private; an export is for sharing
        temporary.replace(path)
        _sync_folder(path.parent)
    except OSError as error:
        if temporary is not None:
            with suppress(OSError):
                temporary.unlink(missing_ok=True)
        raise ExportError(str(path), error.strerror or str(error)) from error


def _umask() -> int:
    mask = os.umask(0o022)
    os.umask(mask)
    return mask


def _sync_folder(folder: Path) -> None:
    """Make a rename last; Windows has no such call and needs none."""
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
