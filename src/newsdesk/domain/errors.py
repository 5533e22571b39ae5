"""What a person can act on: types with fields, no wording.

The window (`ui/messages.py`) and the command line word them. Everything else is a bug.
"""

from collections.abc import Sequence
from enum import StrEnum


class NewsdeskError(Exception):
    """The root of everything that is explained in words instead of crashing."""


class NotFoundError(NewsdeskError):
    """Nothing is stored under this key."""

    def __init__(self, entity: str, key: str) -> None:
        super().__init__(entity, key)
        self.entity = entity
        self.key = key


class AmbiguousKeyError(NewsdeskError):
    """The beginning of an id fits several releases."""

    def __init__(self, key: str, matches: Sequence[str]) -> None:
        super().__init__(key, tuple(matches))
        self.key = key
        self.matches = tuple(matches)


class TransitionError(NewsdeskError):
    """The workflow has no such step from this state."""

    def __init__(self, state: str, action: str) -> None:
        super().__init__(state, action)
        self.state = state
        self.action = action


class IncompleteReleaseError(NewsdeskError):
    """A step needs fields that are empty or too long."""

    def __init__(self, *fields: str) -> None:
        super().__init__(*fields)
        self.fields = fields


class ReasonNeededError(NewsdeskError):
    """A step that must say why was asked for without a reason."""

    def __init__(self, action: str) -> None:
        super().__init__(action)
        self.action = action


class ConfirmationKind(StrEnum):
    """What a person is asked before a step is taken."""

    EMBARGO_PASSED = "embargo_passed"
    HOLD = "hold"  # publishing ends the hold
    BLANKS = "blanks"  # `{{something}}` is not filled in yet


class ConfirmationNeededError(NewsdeskError):
    """A step is possible, once a person has said yes to `kind`."""

    def __init__(self, kind: ConfirmationKind, details: Sequence[str] = ()) -> None:
        super().__init__(kind, tuple(details))
        self.kind = kind
        self.details = tuple(details)  # what it is about: the blanks


class EmbargoProblem(StrEnum):
    """Why a time cannot be an embargo as it stands."""

    IMPOSSIBLE = "impossible"  # the clocks jump over it
    DOUBLED = "doubled"  # the clocks show it twice: ask which
    UNKNOWN_ZONE = "unknown_zone"
    UNREADABLE = "unreadable"
    PAST = "past"
    ON_PUBLISHED = "on_published"  # cannot be added once published
    WITH_SCHEDULE = "with_schedule"  # embargo and schedule exclude each other
    RUNNING = "running"  # there is no update before it ends


class EmbargoError(NewsdeskError):
    """This embargo cannot be set; for a doubled time the caller asks which one is meant."""

    def __init__(self, problem: EmbargoProblem, value: str = "") -> None:
        super().__init__(problem, value)
        self.problem = problem
        self.value = value


class ScheduleError(NewsdeskError):
    """This publishing time cannot be set."""

    def __init__(self, problem: str) -> None:
        super().__init__(problem)
        self.problem = problem


class FieldError(NewsdeskError):
    """A field was given a value that it cannot hold."""

    def __init__(self, field: str, value: str, allowed: Sequence[str] = ()) -> None:
        super().__init__(field, value, tuple(allowed))
        self.field = field
        self.value = value
        self.allowed = tuple(allowed)


class NameTakenError(NewsdeskError):
    """Another term of the vocabulary has this name, upper case and accents aside."""

    def __init__(self, scheme: str, name: str, taken_by: str) -> None:
        super().__init__(scheme, name, taken_by)
        self.scheme = scheme
        self.name = name
        self.taken_by = taken_by  # the key of that term


class TermInUseError(NewsdeskError):
    """A term cannot be removed: releases are filed under it."""

    def __init__(self, name: str, uses: int) -> None:
        super().__init__(name, uses)
        self.name = name
        self.uses = uses


class LockedReleaseError(NewsdeskError):
    """This release is not a draft, so its text cannot be edited."""

    def __init__(self, release: str, state: str) -> None:
        super().__init__(release, state)
        self.release = release
        self.state = state


class StaleError(NewsdeskError):
    """Somebody saved this after it was opened here."""

    def __init__(self, entity: str, key: str) -> None:
        super().__init__(entity, key)
        self.entity = entity
        self.key = key


class StaleReleaseError(StaleError):
    """Somebody saved this release after it was opened here."""

    def __init__(self, release: str) -> None:
        super().__init__("release", release)
        self.release = release


class StorageProblem(StrEnum):
    """Why the store refused."""

    FULL = "full"
    READONLY = "readonly"
    BUSY = "busy"
    CORRUPT = "corrupt"
    NEWER = "newer"  # made by a later newsdesk
    FOREIGN = "foreign"  # a database of another program
    NOT_A_DATABASE = "not_a_database"
    CANNOT_OPEN = "cannot_open"
    IO = "io"
    LOCKED = "locked"  # another newsdesk is writing
    VANISHED = "vanished"  # the folder was there when it was opened
    CLOUD_FOLDER = "cloud_folder"  # another program copies the folder elsewhere, file by file
    NETWORK_FOLDER = "network_folder"  # it lies on another machine


class StorageError(NewsdeskError):
    """The store could not do it; nothing was changed."""

    def __init__(self, problem: StorageProblem, path: str = "", detail: str = "") -> None:
        super().__init__(problem, path, detail)
        self.problem = problem
        self.path = path
        self.detail = detail


class ImportProblem(StrEnum):
    """Why a source was refused."""

    UNREADABLE = "unreadable"
    BINARY = "binary"
    EMPTY = "empty"
    TOO_LARGE = "too_large"
    ENCODING = "encoding"
    FRONT_MATTER = "front_matter"
    UNKNOWN_KIND = "unknown_kind"
    DAMAGED = "damaged"
    DOCTYPE = "doctype"  # XML that declares parts of its own: they may grow or reach out
    PASSWORD = "password"  # noqa: S105 - a document that asks for one
    OLD_WORD = "old_word"  # a `.doc`
    ARCHIVE_BOMB = "archive_bomb"
    ARCHIVE_DUPLICATE = "archive_duplicate"
    ARCHIVE_ENCRYPTED = "archive_encrypted"
    ARCHIVE_LINK = "archive_link"
    ARCHIVE_NESTED = "archive_nested"
    ARCHIVE_PATH = "archive_path"
    ARCHIVE_PROGRAM = "archive_program"
    BUNDLE_ALTERED = "bundle_altered"  # a byte is not what it was when it was written
    BUNDLE_CHAIN = "bundle_chain"  # its history has a gap
    BUNDLE_MEMBERS = "bundle_members"  # something is in it that belongs in no bundle, or missing
    BUNDLE_NEWER = "bundle_newer"  # made by a later newsdesk
    NEEDS_PASSWORD = "needs_password"  # noqa: S105 - it is written under one
    WRONG_PASSWORD = "wrong_password"  # noqa: S105 - or altered, which nobody can tell apart
    TOO_MANY = "too_many"  # more files than are brought in at once
    NO_TERMS = "no_terms"  # no vocabulary
    NO_TEXT = "no_text"  # a page of menus and links
    TOO_SLOW = "too_slow"  # it was given up
    FAILED = "failed"  # a fault of newsdesk, or of a library that reads it


class ImportRefusedError(NewsdeskError):
    """A source, or the rest of it, cannot be brought in; nothing of that was stored."""

    def __init__(
        self, problem: ImportProblem, source: str = "", detail: str = "", *, is_rest: bool = False
    ) -> None:
        super().__init__(problem, source, detail)
        self.problem = problem
        self.source = source
        self.detail = detail
        self.is_rest = is_rest  # what came before it in the source stands


class BothChangedError(NewsdeskError):
    """Two desks went on from one release, and nobody, or nobody rightly, said which one is kept."""

    def __init__(self, release: str, headline: str, choices: Sequence[str]) -> None:
        super().__init__(release, headline, tuple(choices))
        self.release = release
        self.headline = headline
        self.choices = tuple(choices)  # values of `bundle.Choice`


class MediaProblem(StrEnum):
    """Why a picture is not kept."""

    ELSEWHERE = "elsewhere"  # on the web: named only
    OUTSIDE = "outside"  # its address leads out of the folder of what names it
    MISSING = "missing"
    NO_PICTURE = "no_picture"  # by its content: none of the kinds that can be kept
    DAMAGED = "damaged"
    TOO_LARGE = "too_large"
    TOO_MANY_PIXELS = "too_many_pixels"


class MediaRefusedError(NewsdeskError):
    """A picture cannot be kept; what names it can."""

    def __init__(self, problem: MediaProblem, source: str = "", detail: str = "") -> None:
        super().__init__(problem, source, detail)
        self.problem = problem
        self.source = source
        self.detail = detail


class ExportError(NewsdeskError):
    """A file could not be written; what stood there before still does."""

    def __init__(self, path: str, detail: str) -> None:
        super().__init__(path, detail)
        self.path = path
        self.detail = detail


class PrintProblem(StrEnum):
    """Why no pages were made."""

    NO_ENGINE = "no_engine"  # the browser's engine is not there, or does not start
    AS_ROOT = "as_root"  # it refuses to run with the system administrator's rights
    DIED = "died"  # it ended on the way
    TOO_SLOW = "too_slow"  # it was given up
    STOPPED = "stopped"  # the program ends


class PrintError(NewsdeskError):
    """A release could not be put on pages; nothing was written."""

    def __init__(self, problem: PrintProblem, detail: str = "") -> None:
        super().__init__(problem, detail)
        self.problem = problem
        self.detail = detail


class Cancelled(NewsdeskError):
    """Long work stopped because it was asked to."""


class DictionaryProblem(StrEnum):
    """Why a dictionary was not added."""

    NONE = "none"  # it is no dictionary
    HALF = "half"  # words without their endings, or endings without words
    ENCODING = "encoding"  # its letters are not in the encoding that it says, or nobody knows that
    DAMAGED = "damaged"  # there is less in it than it says, or it cannot be loaded
    TOO_LARGE = "too_large"
    UNKNOWN_LANGUAGE = "unknown_language"  # its name does not tell
    NOT_KEPT = "not_kept"  # it could not be written


class DictionaryRefusedError(NewsdeskError):
    """A dictionary cannot be used; nothing of it was stored."""

    def __init__(self, problem: DictionaryProblem, source: str, detail: str = "") -> None:
        super().__init__(problem, source, detail)
        self.problem = problem
        self.source = source
        self.detail = detail
