"""The window's wording of every error: what happened, what is safe, what to do.

To word another error: one line in `_WORDS`, or in the table of its kind.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from newsdesk.domain.errors import (
    AmbiguousKeyError,
    BothChangedError,
    Cancelled,
    ConfirmationNeededError,
    DictionaryRefusedError,
    EmbargoError,
    ExportError,
    FieldError,
    ImportProblem,
    ImportRefusedError,
    IncompleteReleaseError,
    LockedReleaseError,
    MediaRefusedError,
    NameTakenError,
    NewsdeskError,
    NotFoundError,
    PrintError,
    ReasonNeededError,
    ScheduleError,
    StaleError,
    StaleReleaseError,
    StorageError,
    StorageProblem,
    TermInUseError,
    TransitionError,
)
from newsdesk.domain.release import ABSTRACT_LONGEST, HEADLINE_LONGEST, SLUGLINE_LONGEST
from newsdesk.domain.workflow import Action, State, allowed
from newsdesk.ui.i18n import QT_TRANSLATE_NOOP, translate
from newsdesk.ui.message_texts import (
    CONFIRMATION,
    DICTIONARY,
    EMBARGO,
    IMPORT,
    MEDIA,
    PRINT,
    STORAGE,
    Pair,
)
from newsdesk.ui.trade_words import ACTIONS, ENTITIES, FIELDS, STATES
from newsdesk.ui.widgets.notice_bar import Tone

_SHOWN = 80  # characters of a value that somebody typed
_MATCHES = 5
_UUID = re.compile(r" ?\(?[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\)?")
_PASSING = frozenset({StorageProblem.BUSY, StorageProblem.LOCKED, StorageProblem.READONLY})
_DAMAGE = frozenset({StorageProblem.CORRUPT, StorageProblem.NOT_A_DATABASE})
_SHARED = frozenset({StorageProblem.CLOUD_FOLDER, StorageProblem.NETWORK_FOLDER})
_AGAIN = _PASSING | {
    StorageProblem.FULL,
    StorageProblem.IO,
    StorageProblem.CANNOT_OPEN,
    StorageProblem.VANISHED,
}
_EXPLAINED = frozenset(  # what the system or a parser says helps to find the place
    {
        StorageProblem.CORRUPT,
        StorageProblem.CANNOT_OPEN,
        StorageProblem.IO,
        ImportProblem.UNREADABLE,
        ImportProblem.FRONT_MATTER,
        ImportProblem.DAMAGED,
        ImportProblem.ARCHIVE_BOMB,
        ImportProblem.ARCHIVE_DUPLICATE,
        ImportProblem.ARCHIVE_ENCRYPTED,
        ImportProblem.ARCHIVE_LINK,
        ImportProblem.ARCHIVE_PATH,
        ImportProblem.ARCHIVE_PROGRAM,
        ImportProblem.BUNDLE_ALTERED,
        ImportProblem.BUNDLE_CHAIN,
        ImportProblem.BUNDLE_MEMBERS,
    }
)
_LIMITS = {
    "headline": HEADLINE_LONGEST,
    "abstract": ABSTRACT_LONGEST,
    "slugline": SLUGLINE_LONGEST,
}


@dataclass(frozen=True, slots=True)
class Message:
    """An error as a notice, a dialog or a page says it."""

    title: str  # what happened, without a full stop
    text: str  # what is safe and what to do, in sentences
    tone: Tone = Tone.ERROR


def words(error: NewsdeskError) -> Message:
    return next(_WORDS[kind](error) for kind in type(error).__mro__ if kind in _WORDS)


def is_damage(error: NewsdeskError) -> bool:
    """Tell whether a newsroom may be brought back from a backup, or from what is left of it."""
    return isinstance(error, StorageError) and error.problem in _DAMAGE


def is_shared_folder(error: NewsdeskError) -> bool:
    """Tell whether a newsroom lies where another program or machine has it too."""
    return isinstance(error, StorageError) and error.problem in _SHARED


def is_passing(error: NewsdeskError) -> bool:
    """Tell whether trying again may help by itself, once the cause is gone."""
    return isinstance(error, StorageError) and error.problem in _AGAIN


def reason(error: NewsdeskError) -> str:
    """Return what happened and why, without what is safe: for one line that tells of several."""
    title = words(error).title
    if isinstance(error, ImportRefusedError):
        return f"{title}. {_tr(IMPORT[error.problem])}"
    return f"{title}."


def field_words(name: str) -> str:
    """Return what a field of a release or a setting is called within a sentence."""
    return _named(FIELDS, name)


def _tr(text: str) -> str:
    return translate("Messages", text)


def _named(table: Mapping[str, str], word: str) -> str:
    return _tr(table[word]) if word in table else word


def _message(pair: Pair, tone: Tone = Tone.ERROR, **values: str) -> Message:
    title, text = (_tr(part).format(**values) for part in pair)
    return Message(title, text, tone)


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _SHOWN else f"{line[: _SHOWN - 1].rstrip()}…"


def _file_name(path: str) -> str:
    return path.replace("\\", "/").rstrip("/").rpartition("/")[2] or path


def _told(detail: str) -> str:
    """Return what the system said as one more sentence; nothing if it said nothing."""
    if not detail:
        return ""
    return " " + _tr(QT_TRANSLATE_NOOP("Messages", "(The exact words: {detail}.)")).format(
        detail=_short(detail).rstrip(".")
    )


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:]


def _storage(error: StorageError) -> Message:
    tone = Tone.WARNING if error.problem in _PASSING else Tone.ERROR
    message = _message(STORAGE[error.problem], tone, detail=_short(error.detail))
    told = _told(error.detail) if error.problem in _EXPLAINED else ""
    return Message(message.title, message.text + told, tone)


def _import_refused(error: ImportRefusedError) -> Message:
    safe = _tr(QT_TRANSLATE_NOOP("Messages", "Nothing of it was stored."))
    if error.is_rest:
        title = _tr(QT_TRANSLATE_NOOP("Messages", "The rest of “{name}” was not brought in"))
        safe = _tr(QT_TRANSLATE_NOOP("Messages", "What came before is kept."))
    elif error.source:
        title = _tr(QT_TRANSLATE_NOOP("Messages", "“{name}” was not brought in"))
    else:
        title = _tr(QT_TRANSLATE_NOOP("Messages", "The text was not brought in"))
    text = f"{_tr(IMPORT[error.problem])} {safe}"
    if error.problem in _EXPLAINED:
        text += _told(error.detail)
    return Message(title.format(name=_file_name(error.source)), text)


def _both_changed(error: BothChangedError) -> Message:
    pair = (
        QT_TRANSLATE_NOOP("Messages", "“{headline}” was changed here and at the other desk"),
        QT_TRANSLATE_NOOP(
            "Messages",
            "Nothing of it was stored. Import the file again to compare the two and to choose.",
        ),
    )
    return _message(pair, Tone.WARNING, headline=_short(error.headline))


def _media_refused(error: MediaRefusedError) -> Message:
    title = _tr(QT_TRANSLATE_NOOP("Messages", "“{name}” was not taken along"))
    safe = _tr(QT_TRANSLATE_NOOP("Messages", "The text that names it is kept."))
    text = f"{_tr(MEDIA[error.problem])} {safe}"
    return Message(title.format(name=_file_name(error.source)), text, Tone.WARNING)


def _dictionary_refused(error: DictionaryRefusedError) -> Message:
    title = _tr(QT_TRANSLATE_NOOP("Messages", "“{name}” was not added"))
    safe = _tr(QT_TRANSLATE_NOOP("Messages", "Nothing of it was stored."))
    text = _tr(DICTIONARY[error.problem]).format(detail=_short(error.detail))
    name = _short(_file_name(error.source))
    return Message(title.format(name=name), f"{text} {safe}", Tone.WARNING)


def _embargo(error: EmbargoError) -> Message:
    return _message(EMBARGO[error.problem], Tone.WARNING, value=_short(error.value))


def _field(error: FieldError) -> Message:
    name, value = _sentence(field_words(error.field)), _short(error.value)
    if value:
        title = _tr(QT_TRANSLATE_NOOP("Messages", "{name}: “{value}” is not possible"))
    else:
        title = _tr(QT_TRANSLATE_NOOP("Messages", "{name}: something is missing"))
    text = _tr(QT_TRANSLATE_NOOP("Messages", "Nothing was changed."))
    if error.allowed:
        possible = _tr(QT_TRANSLATE_NOOP("Messages", "Possible: {values}."))
        text += " " + possible.format(values=", ".join(error.allowed))
    return Message(title.format(name=name, value=value), text, Tone.WARNING)


def _not_found(error: NotFoundError) -> Message:
    entity = _named(ENTITIES, error.entity)
    if not error.key or _UUID.fullmatch(error.key):
        pair = (
            QT_TRANSLATE_NOOP("Messages", "This {entity} is no longer there"),
            QT_TRANSLATE_NOOP(
                "Messages", "Nothing was changed. Somebody may have removed it meanwhile."
            ),
        )
    else:
        pair = (
            QT_TRANSLATE_NOOP("Messages", "There is no {entity} “{key}”"),
            QT_TRANSLATE_NOOP("Messages", "Nothing was changed. Check the spelling."),
        )
    return _message(pair, Tone.WARNING, entity=entity, key=_short(error.key))


def _ambiguous(error: AmbiguousKeyError) -> Message:
    pair = (
        QT_TRANSLATE_NOOP("Messages", "“{key}” may mean several"),
        QT_TRANSLATE_NOOP("Messages", "Nothing was changed. Say which one is meant: {matches}."),
    )
    matches = dict.fromkeys(_UUID.sub("", match) or match for match in error.matches)
    shown = [*list(matches)[:_MATCHES], *(["…"] if len(matches) > _MATCHES else [])]
    return _message(pair, Tone.WARNING, key=_short(error.key), matches="; ".join(shown))


def _transition(error: TransitionError) -> Message:
    pair = (
        QT_TRANSLATE_NOOP("Messages", "A release that is {state} cannot be {done}"),
        QT_TRANSLATE_NOOP("Messages", "Nothing was changed."),
    )
    state, done = _named(STATES, error.state), _named(ACTIONS, error.action)
    return _message(pair, Tone.WARNING, state=state, done=done)


def _name_taken(error: NameTakenError) -> Message:
    pair = (
        QT_TRANSLATE_NOOP("Messages", "There is another “{name}” already"),
        QT_TRANSLATE_NOOP(
            "Messages",
            "Upper case and accents make no difference. Nothing was changed. "
            "Merge the two to make them one.",
        ),
    )
    return _message(pair, Tone.WARNING, name=_short(error.name))


def _term_in_use(error: TermInUseError) -> Message:
    pair = (
        QT_TRANSLATE_NOOP("Messages", "“{name}” is in use and cannot be removed"),
        QT_TRANSLATE_NOOP(
            "Messages",
            "Releases are filed under it, perhaps some in the trash. Nothing was changed. "
            "Retire it, or merge it into another one.",
        ),
    )
    return _message(pair, Tone.WARNING, name=_short(error.name))


def _locked(error: LockedReleaseError) -> Message:
    title = _tr(QT_TRANSLATE_NOOP("Messages", "This release is {state} and cannot be edited"))
    text = _tr(QT_TRANSLATE_NOOP("Messages", "Nothing was changed: only a draft can be edited."))
    if Action.DUPLICATE in allowed(State(error.state), approval_steps=True):
        text += " " + _tr(QT_TRANSLATE_NOOP("Messages", "Duplicate it to write another one."))
    return Message(title.format(state=_named(STATES, error.state)), text, Tone.WARNING)


def _incomplete(error: IncompleteReleaseError) -> Message:
    title = _tr(QT_TRANSLATE_NOOP("Messages", "It is not ready to be published"))
    safe = _tr(QT_TRANSLATE_NOOP("Messages", "Nothing was changed."))
    return Message(title, " ".join([*map(_missing, error.fields), safe]), Tone.WARNING)


def _missing(field: str) -> str:
    if field in _LIMITS:
        told = _tr(
            QT_TRANSLATE_NOOP("Messages", "{name}: missing, or longer than {longest} characters.")
        )
        return told.format(name=_sentence(field_words(field)), longest=_LIMITS[field])
    told = _tr(QT_TRANSLATE_NOOP("Messages", "{name}: missing."))
    return told.format(name=_sentence(field_words(field)))


def _reason_needed(error: ReasonNeededError) -> Message:
    pair = (
        QT_TRANSLATE_NOOP("Messages", "Say why"),
        QT_TRANSLATE_NOOP(
            "Messages",
            "Its history keeps why a release was {done}. Nothing was changed.",
        ),
    )
    return _message(pair, Tone.WARNING, done=_named(ACTIONS, error.action))


def _stale(error: StaleError) -> Message:
    pair = (
        QT_TRANSLATE_NOOP("Messages", "This {entity} was changed meanwhile"),
        QT_TRANSLATE_NOOP(
            "Messages",
            "Nothing was overwritten. Look at it as it is now, then make your change again.",
        ),
    )
    entity = _named(ENTITIES, error.entity)
    return _message(pair, Tone.WARNING, entity=entity)


def _stale_release(_error: StaleReleaseError) -> Message:
    pair = (
        QT_TRANSLATE_NOOP("Messages", "Somebody else saved this release meanwhile"),
        QT_TRANSLATE_NOOP(
            "Messages",
            "Nothing was overwritten, and your text is still here. Choose which one to keep.",
        ),
    )
    return _message(pair, Tone.WARNING)


def _export(error: ExportError) -> Message:
    pair = (
        QT_TRANSLATE_NOOP("Messages", "“{name}” could not be written"),
        QT_TRANSLATE_NOOP(
            "Messages",
            "The release is safe, and a file that stood there is kept. "
            "Choose another folder, or check this one: {path}.",
        ),
    )
    message = _message(pair, name=_file_name(error.path), path=error.path)
    return Message(message.title, message.text + _told(error.detail))


_WORDS: Mapping[type[NewsdeskError], Callable[[Any], Message]] = {
    StorageError: _storage,
    ImportRefusedError: _import_refused,
    BothChangedError: _both_changed,
    MediaRefusedError: _media_refused,
    PrintError: lambda error: _message(PRINT[error.problem]),
    DictionaryRefusedError: _dictionary_refused,
    EmbargoError: _embargo,
    FieldError: _field,
    NotFoundError: _not_found,
    AmbiguousKeyError: _ambiguous,
    TransitionError: _transition,
    NameTakenError: _name_taken,
    TermInUseError: _term_in_use,
    LockedReleaseError: _locked,
    ConfirmationNeededError: lambda e: _message(CONFIRMATION[e.kind], Tone.WARNING),
    ReasonNeededError: _reason_needed,
    IncompleteReleaseError: _incomplete,
    StaleReleaseError: _stale_release,
    StaleError: _stale,
    ExportError: _export,
    ScheduleError: lambda _: _message(
        (
            QT_TRANSLATE_NOOP("Messages", "A publishing time lies in the future"),
            QT_TRANSLATE_NOOP("Messages", "Nothing was changed. Choose a later time."),
        ),
        Tone.WARNING,
    ),
    Cancelled: lambda _: _message(
        (
            QT_TRANSLATE_NOOP("Messages", "Stopped"),
            QT_TRANSLATE_NOOP("Messages", "What was done before is kept."),
        ),
        Tone.INFO,
    ),
}
