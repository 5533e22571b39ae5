"""The store's errors in the types that a person can act on."""

import errno
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy.exc import DBAPIError

from newsdesk.domain.errors import FieldError, StorageError, StorageProblem
from newsdesk.storage.sqlite import problem_of

_OF_FILES: dict[int | None, StorageProblem] = {
    errno.EROFS: StorageProblem.READONLY,
    errno.ENOSPC: StorageProblem.FULL,
    errno.EDQUOT: StorageProblem.FULL,
    errno.EIO: StorageProblem.IO,
}


@contextmanager
def in_words(path: Path) -> Generator[None]:
    """Turn a driver's error into a `StorageError` about the database at `path`, by its code.

    Text with half a surrogate pair, which no file can hold, becomes a `FieldError`.
    """
    try:
        yield
    except DBAPIError as error:
        if problem := problem_of(error.orig):
            raise StorageError(problem, str(path), str(error.orig)) from error
        raise
    except StorageError as error:
        if error.path:
            raise
        raise StorageError(error.problem, str(path), error.detail) from error
    except UnicodeEncodeError as error:
        raise _half_a_letter(error) from error
    except Exception as error:
        if problem := problem_of(error):
            raise StorageError(problem, str(path), str(error)) from error
        raise


@contextmanager
def letters_in_words() -> Generator[None]:
    """Turn text with half a surrogate pair, which no file can hold, into a `FieldError`."""
    try:
        yield
    except UnicodeEncodeError as error:
        raise _half_a_letter(error) from error


def _half_a_letter(error: UnicodeEncodeError) -> FieldError:
    around = error.object[max(0, error.start - 20) : error.end + 20]
    return FieldError("text", around.encode("utf-8", "replace").decode())


@contextmanager
def files_in_words(
    path: Path, *, denied: StorageProblem = StorageProblem.READONLY
) -> Generator[None]:
    """Turn the file system's refusal into a `StorageError` about `path`.

    Args:
        denied: what it means if this user may not; by default, that nothing can be written.
    """
    try:
        yield
    except OSError as error:
        may_not = isinstance(error, PermissionError)
        problem = denied if may_not else _OF_FILES.get(error.errno, StorageProblem.CANNOT_OPEN)
        raise StorageError(problem, str(path), error.strerror or str(error)) from error
