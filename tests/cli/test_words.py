"""Every error has words: what happened, what is safe, what to do."""

import pytest

from newsdesk.cli.words import words
from newsdesk.domain import errors as all_errors
from newsdesk.domain.errors import (
    AmbiguousKeyError,
    BothChangedError,
    Cancelled,
    ConfirmationKind,
    ConfirmationNeededError,
    DictionaryProblem,
    DictionaryRefusedError,
    EmbargoError,
    EmbargoProblem,
    ExportError,
    FieldError,
    ImportProblem,
    ImportRefusedError,
    IncompleteReleaseError,
    LockedReleaseError,
    MediaProblem,
    MediaRefusedError,
    NameTakenError,
    NewsdeskError,
    NotFoundError,
    PrintError,
    PrintProblem,
    ReasonNeededError,
    ScheduleError,
    StaleError,
    StaleReleaseError,
    StorageError,
    StorageProblem,
    TermInUseError,
    TransitionError,
)

EVERY = [
    NotFoundError("release", "x"),
    AmbiguousKeyError("x", ["xy", "xz"]),
    TransitionError("killed", "publish"),
    IncompleteReleaseError("headline", "body_md", "slugline"),
    ReasonNeededError("recall"),
    *(ConfirmationNeededError(kind) for kind in ConfirmationKind),
    *(EmbargoError(problem, "2026-03-29 02:30 Europe/Zurich") for problem in EmbargoProblem),
    ScheduleError("past"),
    NameTakenError("tag", "Quays", "0193"),
    TermInUseError("Quays", 3),
    FieldError("urgency", "11", ["1", "9"]),
    LockedReleaseError("x", "published"),
    StaleReleaseError("x"),
    StaleError("contact", "x"),
    *(StorageError(problem, "the-folder", "the detail") for problem in StorageProblem),
    *(ImportRefusedError(problem, "a.md", "why") for problem in ImportProblem),
    BothChangedError("0193", "Harbour opens", ("mine", "both")),
    ExportError("page.html", "no space"),
    *(MediaRefusedError(problem, "page.html files/a.jpg", "9 bytes") for problem in MediaProblem),
    *(PrintError(problem, "no such module") for problem in PrintProblem),
    *(DictionaryRefusedError(problem, "a.md", "de.aff") for problem in DictionaryProblem),
    Cancelled(),
]


@pytest.mark.parametrize("error", EVERY, ids=repr)
def test_an_error_is_told_in_sentences(error: NewsdeskError) -> None:
    told = words(error)
    assert told[0].isupper() or told.startswith(
        ("urgency", "a.md", "'x'", "page.html", "the-folder")
    )
    assert told.endswith(".")
    assert "{" not in told
    assert type(error).__name__ not in told


def test_no_error_is_forgotten() -> None:
    kinds = {
        kind
        for kind in vars(all_errors).values()
        if isinstance(kind, type) and issubclass(kind, NewsdeskError)
    }
    assert {type(error) for error in EVERY} == kinds - {NewsdeskError}


@pytest.mark.parametrize("problem", StorageProblem)
def test_trouble_with_the_store_says_what_is_safe(problem: StorageProblem) -> None:
    told = words(StorageError(problem, "the-folder", "the detail"))
    assert "Nothing was changed" in told or "is kept" in told


@pytest.mark.parametrize("problem", ImportProblem)
def test_a_refused_file_is_named(problem: ImportProblem) -> None:
    assert words(ImportRefusedError(problem, "a.md", "why")).startswith("a.md ")


def test_of_the_rest_of_a_file_it_is_said_that_what_came_before_is_kept() -> None:
    rest = words(ImportRefusedError(ImportProblem.DAMAGED, "a.xml", "line 3", is_rest=True))
    assert rest == "a.xml is damaged or cut off (line 3). What came before that is kept."
