"""The wording of errors: what happened, what is safe, what to do."""

from collections.abc import Callable, Sequence
from typing import Any

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
    StorageError,
    StorageProblem,
    TermInUseError,
    TransitionError,
)
from newsdesk.domain.release import ABSTRACT_LONGEST, HEADLINE_LONGEST, SLUGLINE_LONGEST

_ELSEWHERE = (
    ' Nothing was changed. newsdesk --data-dir "{path}" move-newsroom moves it to a good folder of '
    "this machine; with --use-folder-anyway it is used here all the same, and slower."
)
_STORAGE = {
    StorageProblem.FULL: "The disk is full. Nothing was changed. Free some space and try again.",
    StorageProblem.READONLY: "The newsroom in {path} is read-only. Nothing was changed. "
    "Ask for permission to write there, or name another folder with --data-dir.",
    StorageProblem.BUSY: "The newsroom in {path} is busy. Nothing was changed. Try again.",
    StorageProblem.CORRUPT: "Something stored in {path} is damaged ({detail}). Nothing was "
    "changed. Keep a copy of the folder before you do anything else.",
    StorageProblem.NEWER: "The newsroom in {path} was made by a newer newsdesk. Nothing was "
    "changed. Install the newer version to open it.",
    StorageProblem.FOREIGN: "{path} belongs to another program. Nothing was changed. "
    "Name another folder with --data-dir.",
    StorageProblem.NOT_A_DATABASE: "{path} is no newsroom. Nothing was changed. "
    "Name another folder with --data-dir.",
    StorageProblem.CANNOT_OPEN: "The newsroom in {path} cannot be opened ({detail}). "
    "Nothing was changed.",
    StorageProblem.IO: "Reading or writing {path} failed ({detail}). What was saved before is "
    "kept. Check the disk and try again.",
    StorageProblem.LOCKED: "Another newsdesk is writing in {path}. Nothing was changed. "
    "Wait for it or close it; reading is possible meanwhile.",
    StorageProblem.VANISHED: "The folder of {path} is gone: moved, renamed or unplugged. What was "
    "saved before is kept in it. Put it back where it was and try again.",
    StorageProblem.CLOUD_FOLDER: "{path} lies in a folder that {detail} keeps the same in a cloud. "
    "A newsroom that is copied while it is open gets damaged there." + _ELSEWHERE,
    StorageProblem.NETWORK_FOLDER: "{path} lies on a network folder ({detail}), where no lock can "
    "be relied upon. A newsroom gets damaged there." + _ELSEWHERE,
}
_IMPORT = {
    ImportProblem.UNREADABLE: "cannot be read ({detail})",
    ImportProblem.BINARY: "is not text",
    ImportProblem.EMPTY: "is empty",
    ImportProblem.TOO_LARGE: "is too large for a release",
    ImportProblem.ENCODING: "is in an encoding that newsdesk cannot tell; save it as UTF-8",
    ImportProblem.FRONT_MATTER: "has fields at its top that cannot be read ({detail})",
    ImportProblem.UNKNOWN_KIND: "is of a kind that newsdesk does not read",
    ImportProblem.DAMAGED: "is damaged or cut off ({detail})",
    ImportProblem.DOCTYPE: "declares parts of its own (a DTD), which newsdesk never follows",
    ImportProblem.PASSWORD: "is protected with a password; take it away in the program it is from",
    ImportProblem.OLD_WORD: "is in the old format of Word; save it as .docx",
    ImportProblem.ARCHIVE_BOMB: "would be larger unpacked than any newsroom's texts ({detail})",
    ImportProblem.ARCHIVE_DUPLICATE: "holds two files of one name or content ({detail})",
    ImportProblem.ARCHIVE_ENCRYPTED: "asks for a password ({detail}); unpack it first",
    ImportProblem.ARCHIVE_LINK: "holds a link that leads elsewhere ({detail})",
    ImportProblem.ARCHIVE_NESTED: "is an archive inside an archive; unpack it first",
    ImportProblem.ARCHIVE_PATH: "holds a file whose name leads out of the archive ({detail})",
    ImportProblem.ARCHIVE_PROGRAM: "holds a program ({detail})",
    ImportProblem.BUNDLE_ALTERED: "is not as it was written: a part of it was altered or damaged "
    "({detail})",
    ImportProblem.BUNDLE_CHAIN: "has a gap in a release's history ({detail})",
    ImportProblem.BUNDLE_MEMBERS: "has a part too many, or one too few, for a bundle ({detail})",
    ImportProblem.BUNDLE_NEWER: "was made by a newer newsdesk; install the newer version to take "
    "it over",
    ImportProblem.NEEDS_PASSWORD: "asks for a password; give it with --password-file FILE",
    ImportProblem.WRONG_PASSWORD: "does not open with this password, or was altered since it was "
    "written",
    ImportProblem.TOO_MANY: "holds more than {detail} files; bring its folders in one by one",
    ImportProblem.NO_TERMS: "holds no vocabulary; newsdesk reads the JSON of IPTC's NewsCodes",
    ImportProblem.NO_TEXT: "is a page of menus and links, without a running text",
    ImportProblem.TOO_SLOW: "was given up after {detail} seconds",
    ImportProblem.FAILED: "could not be read through a fault of newsdesk ({detail})",
}
_MEDIA = {
    MediaProblem.ELSEWHERE: "lies on the web, which newsdesk does not ask",
    MediaProblem.OUTSIDE: "would lie outside of the folder that it is named in",
    MediaProblem.MISSING: "is not there",
    MediaProblem.NO_PICTURE: "is no JPEG, PNG, WebP or GIF, whatever it is called",
    MediaProblem.DAMAGED: "is damaged ({detail})",
    MediaProblem.TOO_LARGE: "is too large ({detail})",
    MediaProblem.TOO_MANY_PIXELS: "has too many pixels ({detail})",
}
_PRINT = {
    PrintProblem.NO_ENGINE: "The browser engine that makes a PDF is not there, or does not start"
    " ({detail}). Install newsdesk anew, or export as HTML.",
    PrintProblem.AS_ROOT: "The browser engine that makes a PDF does not run with the rights of"
    " root in its sandbox. Use another account, or set QTWEBENGINE_DISABLE_SANDBOX=1 in a"
    " container.",
    PrintProblem.DIED: "The browser engine that makes a PDF ended on the way. Try again.",
    PrintProblem.TOO_SLOW: "The browser engine took too long to make a PDF of this, and was given"
    " up. Try again, or export as HTML.",
    PrintProblem.STOPPED: "There is no PDF: newsdesk was closed first.",
}
_DICTIONARY = {
    DictionaryProblem.NONE: "is no dictionary: that is a .dic file with its .aff file beside it, "
    "or an extension of LibreOffice or Firefox (.oxt, .xpi, .zip) with both in it",
    DictionaryProblem.HALF: "is half a dictionary: {detail} is missing",
    DictionaryProblem.ENCODING: "has letters that are not in the encoding it names ({detail})",
    DictionaryProblem.DAMAGED: "is damaged or cut off",
    DictionaryProblem.TOO_LARGE: "is too large for a dictionary",
    DictionaryProblem.UNKNOWN_LANGUAGE: "does not say which language it is of; say so with "
    "--language TAG",
    DictionaryProblem.NOT_KEPT: "could not be kept or moved ({detail})",
}
_EMBARGO = {
    EmbargoProblem.IMPOSSIBLE: "The time {value} never happens: the clocks jump over it. "
    "Choose another time.",
    EmbargoProblem.DOUBLED: "The time {value} happens twice: the clocks go back. Say which one is "
    "meant with embargo.fold=0 (the first) or embargo.fold=1 (the second).",
    EmbargoProblem.UNKNOWN_ZONE: "There is no time zone {value!r}. Use a name such as "
    "Europe/Zurich.",
    EmbargoProblem.UNREADABLE: "This is no date and time: {value!r}. Write it as "
    "2026-05-03T09:00; for midnight use 00:01 or 23:59.",
    EmbargoProblem.PAST: "The embargo would already be over: {value}.",
    EmbargoProblem.ON_PUBLISHED: "A published release gets no new embargo and no longer one. "
    "A running one can be shortened, or lifted with embargo=none.",
    EmbargoProblem.RUNNING: "There is no update while the embargo runs, until {value}. Shorten or "
    "lift it first, or wait.",
    EmbargoProblem.WITH_SCHEDULE: "A release has an embargo or a publishing time, not both.",
}
_CONFIRMATION = {
    ConfirmationKind.EMBARGO_PASSED: "Its embargo is already over. To publish it all the same, "
    "say so with --yes.",
    ConfirmationKind.BLANKS: "Something is not filled in yet: {details}. To publish it all the "
    "same, say so with --yes.",
    ConfirmationKind.HOLD: "It is on hold. To end the hold and publish it, say so with --yes.",
}
_LIMITS = {
    "headline": HEADLINE_LONGEST,
    "abstract": ABSTRACT_LONGEST,
    "slugline": SLUGLINE_LONGEST,
}


def words(error: NewsdeskError) -> str:
    """Return one or two sentences for the person at the desk."""
    return next(_WORDS[kind](error) for kind in type(error).__mro__ if kind in _WORDS)


def _field(error: FieldError) -> str:
    allowed = f" Possible: {', '.join(error.allowed)}." if error.allowed else ""
    return f"{error.field} cannot be {error.value!r}.{allowed} Nothing was changed."


def _import_refused(error: ImportRefusedError) -> str:
    what = _IMPORT[error.problem].format(detail=error.detail or "no reason given")
    kept = "What came before that is kept" if error.is_rest else "Nothing of it was stored"
    return f"{error.source} {what}. {kept}."


def _media_refused(error: MediaRefusedError) -> str:
    what = _MEDIA[error.problem].format(detail=error.detail or "no reason given")
    return f"{error.source} {what}. It was not taken along."


def _not_printed(error: PrintError) -> str:
    what = _PRINT[error.problem].format(detail=error.detail or "no reason given")
    return f"{what} No file was written."


def _dictionary_refused(error: DictionaryRefusedError) -> str:
    what = _DICTIONARY[error.problem].format(detail=error.detail or "no reason given")
    return f"{error.source} {what}. Nothing of it was stored."


def _listed(details: Sequence[str]) -> str:
    return ", ".join(details) or "a blank"


def _missing(field: str) -> str:
    if field in _LIMITS:
        return f"the {field} is missing or longer than {_LIMITS[field]} characters"
    return "the text is missing" if field == "body_md" else f"{field} is missing"


def _both_changed(error: BothChangedError) -> str:
    possible = " or ".join(error.choices)
    return (
        f"Both desks changed “{error.headline}”. Nothing of it was stored. Compare the two in the "
        f"window, or say which one is kept: --on-conflict {possible}."
    )


_WORDS: dict[type[NewsdeskError], Callable[[Any], str]] = {
    StorageError: lambda e: _STORAGE[e.problem].format(path=e.path, detail=e.detail),
    ImportRefusedError: _import_refused,
    BothChangedError: _both_changed,
    MediaRefusedError: _media_refused,
    DictionaryRefusedError: _dictionary_refused,
    EmbargoError: lambda e: _EMBARGO[e.problem].format(value=e.value),
    FieldError: _field,
    NotFoundError: lambda e: f"There is no {e.entity} {e.key!r}.",
    AmbiguousKeyError: lambda e: f"{e.key!r} may mean several: {'; '.join(e.matches)}.",
    TransitionError: lambda e: f"A release that is {e.state} has no step “{e.action}”.",
    NameTakenError: lambda e: (
        f"Another {e.scheme} is called “{e.name}” already, upper case and accents aside. Nothing "
        f"was changed. Make the two one: newsdesk terms --merge TERM --into {e.taken_by}."
    ),
    TermInUseError: lambda e: (
        f"The term “{e.name}” cannot be removed: {e.uses} "
        f"release{'s are' if e.uses > 1 else ' is'} filed under it. Nothing was changed. "
        "Retire it, or merge it into another one."
    ),
    LockedReleaseError: lambda e: f"This release is {e.state}; only a draft can be edited.",
    ConfirmationNeededError: lambda e: _CONFIRMATION[e.kind].format(details=_listed(e.details)),
    ReasonNeededError: lambda e: f"To {e.action.replace('_', ' ')} needs a reason: --reason “…”.",
    IncompleteReleaseError: lambda e: f"It is not ready: {'; '.join(map(_missing, e.fields))}.",
    StaleError: lambda e: (
        f"Somebody saved this {e.entity} meanwhile. Nothing was changed; read it again."
    ),
    ExportError: lambda e: f"{e.path} could not be written ({e.detail}). What stood there is kept.",
    PrintError: _not_printed,
    ScheduleError: lambda _: "A publishing time lies in the future.",
    Cancelled: lambda _: "Stopped. What was done before is kept.",
}
