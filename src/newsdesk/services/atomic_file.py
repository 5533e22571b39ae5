"""Files that are there whole or not at all. Light to import: the start needs it."""

import os
from collections.abc import Generator
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import BinaryIO, cast


@contextmanager
def replacing(
    path: Path, *, is_shared: bool = False, is_synced: bool = True
) -> Generator[BinaryIO]:
    """Put what is written in the block in the place of what stands at `path`; folders are made.

    If the block raises, what stood there before still does.

    Args:
        is_shared: others may read it, as far as the account lets them read new files.
        is_synced: wait until it is on the disk. What can be made again need not be waited for.

    Raises:
        OSError: it could not be written; what stood there before still does.
    """
    temporary: Path | None = None
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with NamedTemporaryFile(dir=path.parent, prefix=".newsdesk-", delete=False) as file:
            temporary = Path(file.name)
            yield cast(BinaryIO, file)
            if is_synced:
                file.flush()
                os.fsync(file.fileno())
        if is_shared:  # temporary files are private
            temporary.chmod(0o666 & ~_umask())
        temporary.replace(path)
        if is_synced:
            _sync_folder(path.parent)
    except BaseException:
        if temporary is not None:
            with suppress(OSError):
                temporary.unlink(missing_ok=True)
        raise


def replace_file(
    path: Path, content: bytes, *, is_shared: bool = False, is_synced: bool = True
) -> None:
    """Put `content` in the place of what stands at `path`, as `replacing` does."""
    with replacing(path, is_shared=is_shared, is_synced=is_synced) as file:
        file.write(content)


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
