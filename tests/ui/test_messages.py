"""Every error has words in the window: what happened, what is safe, what to do."""

import re

import pytest

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
from newsdesk.domain.release import Release
from newsdesk.domain.workflow import Action, State
from newsdesk.services.fields import FieldSetter
from newsdesk.services.newsroom import settings
from newsdesk.ui.messages import field_words, reason, words
from newsdesk.ui.trade_words import FIELDS
from newsdesk.ui.widgets.notice_bar import Tone

UUID = "01930c5e-7a10-7c3e-8a4b-0123456789ab"
EVERY = [
    NotFoundError("release", UUID),
    NotFoundError("place", "Atlantis"),
    AmbiguousKeyError("Dana", [f"Dana Ash ({UUID})", "Dana Elm"]),
    *(TransitionError(State.KILLED, action) for action in Action),
    *(LockedReleaseError("x", state) for state in State),
    IncompleteReleaseError("headline", "body_md", "slugline"),
    ReasonNeededError("recall"),
    *(ConfirmationNeededError(kind) for kind in ConfirmationKind),
    *(EmbargoError(problem, "2026-03-29 02:30 Europe/Zurich") for problem in EmbargoProblem),
    ScheduleError("past"),
    NameTakenError("tag", "Quays", "0193"),
    TermInUseError("Quays", 3),
    FieldError("urgency", "11", ["1", "9"]),
    FieldError("name", ""),
    StaleReleaseError("x"),
    StaleError("contact", "x"),
    *(StorageError(problem, "the-folder", "the detail") for problem in StorageProblem),
    *(ImportRefusedError(problem, "texts/a.md", "why") for problem in ImportProblem),
    ImportRefusedError(ImportProblem.EMPTY),
    ImportRefusedError(ImportProblem.DAMAGED, "feeds/a.xml", "line 3", is_rest=True),
    BothChangedError("0193", "Harbour opens", ("mine", "both")),
    ExportError("pages/page.html", "no space"),
    *(MediaRefusedError(problem, "page_files/a.jpg", "9 bytes") for problem in MediaProblem),
    *(PrintError(problem, "no such module") for problem in PrintProblem),
    *(DictionaryRefusedError(problem, "words/de.oxt", "de.aff") for problem in DictionaryProblem),
    Cancelled(),
]
IS_SAFE = re.compile(
    r"Nothing was changed|Nothing of it was stored|is kept|is safe|stays as it was|"
    r"was not published|Nothing was overwritten"
)


@pytest.mark.parametrize("error", EVERY, ids=repr)
def test_an_error_says_what_happened_and_what_is_safe(error: NewsdeskError) -> None:
    message = words(error)
    assert message.title[0].isupper() or message.title[0] == "“"
    assert message.title[-1].isalnum() or message.title[-1] in "”)"
    assert len(message.title) <= 70
    assert IS_SAFE.search(message.text)
    assert message.text[-1] in ".)"


@pytest.mark.parametrize("error", EVERY, ids=repr)
def test_no_error_speaks_as_a_program_does(error: NewsdeskError) -> None:
    message = words(error)
    said = f"{message.title} {message.text}"
    assert "{" not in said
    assert "--" not in said
    assert "_" not in said
    assert type(error).__name__ not in said
    assert UUID not in said
    assert "  " not in said


def test_no_error_is_forgotten() -> None:
    kinds = {
        kind
        for kind in vars(all_errors).values()
        if isinstance(kind, type) and issubclass(kind, NewsdeskError)
    }
    assert {type(error) for error in EVERY} == kinds - {NewsdeskError}


def test_a_refused_file_is_named_without_its_folder() -> None:
    for path in ("/home/anna/texts/a.md", r"C:\texts\a.md", "a.md"):
        error = ImportRefusedError(ImportProblem.EMPTY, path)
        assert words(error).title == "“a.md” was not brought in"


def test_the_exact_words_follow_ours_where_they_help() -> None:
    said = words(StorageError(StorageProblem.IO, "x", "Input/output error.")).text
    assert said.endswith("(The exact words: Input/output error.)")
    assert "exact" not in words(StorageError(StorageProblem.IO, "x")).text
    assert "exact" not in words(ImportRefusedError(ImportProblem.TOO_LARGE, "x", "9 > 8")).text


@pytest.mark.parametrize("state", State)
def test_only_what_is_possible_is_advised(state: State) -> None:
    can_be_duplicated = state not in {State.KILLED, State.RECALLED}
    assert ("Duplicate it" in words(LockedReleaseError("x", state)).text) == can_be_duplicated


def test_a_long_value_is_shortened() -> None:
    title = words(FieldError("headline", "harbour " * 40)).title
    assert title.startswith("Headline: “harbour harbour")
    assert title.endswith("…” is not possible")
    assert len(title) < 120


def test_a_slug_that_is_taken_comes_with_one_that_is_not() -> None:
    assert "Possible: harbour-2." in words(FieldError("slug", "harbour", ["harbour-2"])).text


def test_braces_in_what_somebody_typed_are_just_braces() -> None:
    assert words(NotFoundError("place", "{key}")).title == "There is no place “{key}”"


def test_what_is_missing_is_listed_with_its_limits() -> None:
    said = words(IncompleteReleaseError("headline", "body_md")).text
    assert said == (
        "Headline: missing, or longer than 120 characters. Text: missing. Nothing was changed."
    )


@pytest.mark.parametrize("count", [2, 9])
def test_of_several_matches_a_few_are_named(count: int) -> None:
    said = words(AmbiguousKeyError("A", [f"Anna {number}" for number in range(count)])).text
    assert said.count("Anna") == min(count, 5)
    assert ("…" in said) == (count > 5)


def test_what_will_pass_is_a_warning() -> None:
    assert words(StorageError(StorageProblem.BUSY)).tone is Tone.WARNING
    assert words(StorageError(StorageProblem.CORRUPT)).tone is Tone.ERROR
    assert words(Cancelled()).tone is Tone.INFO


@pytest.mark.parametrize("problem", ImportProblem)
def test_of_several_files_each_is_told_with_its_reason(problem: ImportProblem) -> None:
    error = ImportRefusedError(problem, "/home/anna/quay.txt")
    assert reason(error).startswith("“quay.txt” was not brought in. ")
    assert "stored" not in reason(error)
    assert words(error).text.startswith(reason(error).partition(". ")[2])


def test_any_other_reason_is_its_title() -> None:
    error = StorageError(StorageProblem.FULL)
    assert reason(error) == f"{words(error).title}."


@pytest.mark.parametrize("name", [*FieldSetter.FIELDS, *settings()])
def test_every_field_that_can_be_set_has_a_name_in_words(name: str) -> None:
    assert name in FIELDS
    assert "_" not in field_words(name)


def test_no_field_name_is_left_of_one_that_is_gone() -> None:
    elsewhere = {"name", "city", "text", "text_md", "word"}
    known = {*FieldSetter.FIELDS, *settings(), *Release.__dataclass_fields__, *elsewhere}
    assert FIELDS.keys() - known == set()
