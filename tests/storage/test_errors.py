"""What the machine says, as types that a person can act on."""

import errno
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy.exc import IntegrityError, OperationalError

from newsdesk.domain.errors import FieldError, StorageError, StorageProblem
from newsdesk.storage.errors import files_in_words, in_words

PATH = Path("newsroom") / "newsdesk.sqlite"


def driver_error(code: int) -> sqlite3.OperationalError:
    error = sqlite3.OperationalError("words")
    error.sqlite_errorcode = code
    return error


@pytest.mark.parametrize("wrapped", [True, False])
def test_a_driver_error_becomes_one_about_the_file(wrapped: bool) -> None:
    error = driver_error(sqlite3.SQLITE_FULL)
    with pytest.raises(StorageError) as caught, in_words(PATH):
        raise OperationalError("INSERT", {}, error) if wrapped else error
    assert caught.value.problem is StorageProblem.FULL
    assert caught.value.path == str(PATH)
    assert caught.value.detail == "words"


@pytest.mark.parametrize(
    "words",
    [
        "SELECT hedaline FROM release",
        "SELECT 1 FROM relaese",
        "INSERT INTO release (hedaline) VALUES (1)",
    ],
)
def test_a_name_that_a_turned_bit_has_changed_is_damage(words: str) -> None:
    driver = sqlite3.connect(":memory:")
    driver.execute("CREATE TABLE release (headline TEXT)")
    with closing(driver), pytest.raises(StorageError) as caught, in_words(PATH):
        driver.execute(words)
    assert caught.value.problem is StorageProblem.CORRUPT


def test_a_statement_that_is_none_stays_a_bug() -> None:
    driver = sqlite3.connect(":memory:")
    with closing(driver), pytest.raises(sqlite3.OperationalError), in_words(PATH):
        driver.execute("SELCET 1")


def test_an_error_without_a_file_gets_one() -> None:
    with pytest.raises(StorageError) as caught, in_words(PATH):
        raise StorageError(StorageProblem.CORRUPT, detail="a release")
    assert caught.value.args == (StorageProblem.CORRUPT, str(PATH), "a release")


def test_an_error_about_another_file_stays() -> None:
    with pytest.raises(StorageError) as caught, in_words(PATH):
        raise StorageError(StorageProblem.CORRUPT, "copy")
    assert caught.value.path == "copy"


@pytest.mark.parametrize(
    "error",
    [
        KeyError("x"),
        IntegrityError("INSERT", {}, driver_error(sqlite3.SQLITE_CONSTRAINT_UNIQUE)),
        driver_error(sqlite3.SQLITE_MISUSE),
    ],
)
def test_a_bug_stays_a_bug(error: Exception) -> None:
    with pytest.raises(type(error)), in_words(PATH):
        raise error


def test_half_a_letter_is_named_in_the_text_it_stands_in() -> None:
    with pytest.raises(FieldError) as caught, in_words(PATH):
        "before \ud800 after".encode()
    assert caught.value.value == "before ? after"


@pytest.mark.parametrize(
    ("code", "problem"),
    [
        (errno.EACCES, StorageProblem.READONLY),
        (errno.EROFS, StorageProblem.READONLY),
        (errno.ENOSPC, StorageProblem.FULL),
        (errno.EIO, StorageProblem.IO),
        (errno.ENOTDIR, StorageProblem.CANNOT_OPEN),
    ],
)
def test_the_file_system_refuses_in_words(code: int, problem: StorageProblem) -> None:
    with pytest.raises(StorageError) as caught, files_in_words(PATH):
        raise OSError(code, "words")
    assert caught.value.args == (problem, str(PATH), "words")
