"""Commands on many releases: named by ids, or found by a query."""

import argparse
from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import Any, TypeVar

from newsdesk.cli import shapes
from newsdesk.cli.backups import back_up_before
from newsdesk.cli.inputs import UsageError, one_of
from newsdesk.cli.output import StderrProgress, emit, stopping_at_interrupt, table, warn
from newsdesk.cli.words import words as wording
from newsdesk.desk import open_desk
from newsdesk.domain.backup import BackupReason
from newsdesk.domain.changes import Changes
from newsdesk.domain.errors import Cancelled, ConfirmationKind, NotFoundError
from newsdesk.domain.filing import Filing
from newsdesk.domain.ids import ReleaseId
from newsdesk.domain.language import normalised
from newsdesk.domain.query import ReleaseQuery
from newsdesk.domain.vocabulary import Scheme
from newsdesk.domain.workflow import Action
from newsdesk.services.bulk import Outcome, in_batches
from newsdesk.services.desk import Desk

_MANY = 10  # releases: so many are not put away without a backup
IN_BULK = (
    Action.SUBMIT,
    Action.WITHDRAW,
    Action.APPROVE,
    Action.EDIT,
    Action.DESCHEDULE,
    Action.PUBLISH,
    Action.SPIKE,
    Action.UNSPIKE,
)
"""Steps that are taken with many at once: those that need no word about each."""
T = TypeVar("T")
_Batch = Callable[[Sequence[ReleaseId]], tuple[Outcome[Any], Changes]]


def chosen(words: argparse.Namespace, desk: Desk, *, trashed: bool = False) -> list[ReleaseId]:
    """Return the releases that ids or `--query` name; raise `UsageError` if both or neither do."""
    if bool(words.ids) == (words.query is not None):
        raise UsageError("name releases, or give --query TEXT")
    if words.query is not None:
        return desk.releases.ids(ReleaseQuery(text=words.query, trashed=trashed))
    return [desk.releases.get(key).id for key in words.ids]


def tag(words: argparse.Namespace) -> int:
    scheme = one_of(Scheme, "--scheme", words.scheme)
    with open_desk(words.data_dir, writing=True) as desk:
        ids = chosen(words, desk)
        if words.what == "add":
            language = words.language or desk.newsroom.get().languages[0]
            term, _ = desk.vocabularies.add(scheme, words.name, language)
            filing = Filing(add=(term,))
        else:
            term = desk.vocabularies.find(words.name, scheme)
            filing = Filing(remove=frozenset({term.id}))
        return _all(words, ids, lambda some: desk.bulk.file(some, filing), "filed")


def language(words: argparse.Namespace) -> int:
    filing = Filing(language=normalised(words.language))
    with open_desk(words.data_dir, writing=True) as desk:
        ids = chosen(words, desk)
        return _all(words, ids, lambda some: desk.bulk.file(some, filing), "changed")


def step(words: argparse.Namespace) -> int:
    action = one_of(Action, "the step", words.action)
    if action not in IN_BULK:
        raise UsageError(f"the step is one of: {', '.join(IN_BULK)}")
    confirmed = frozenset(ConfirmationKind) if words.yes else frozenset[ConfirmationKind]()
    with open_desk(words.data_dir, writing=True) as desk:
        ids = chosen(words, desk)

        def take(some: Sequence[ReleaseId]) -> tuple[Outcome[Any], Changes]:
            return desk.bulk.take(some, action, confirmed=confirmed)

        return _all(words, ids, take, "taken along")


def trash(words: argparse.Namespace) -> int:
    with open_desk(words.data_dir, writing=True) as desk:
        ids = chosen(words, desk)
        if len(ids) >= _MANY:
            back_up_before(desk, BackupReason.REMOVAL)
        return _all(words, ids, desk.bulk.trash, "put into the trash")


def untrash(words: argparse.Namespace) -> int:
    with open_desk(words.data_dir, writing=True) as desk:
        ids = chosen(words, desk, trashed=True)
        return _all(words, ids, desk.bulk.untrash, "taken out of the trash")


def empty_trash(words: argparse.Namespace) -> int:
    """Erase what is in the trash, or only what has been there long enough; say what is left."""
    with open_desk(words.data_dir, writing=words.old or words.yes) as desk:
        if words.old:
            while desk.trash.erase_old()[0]:
                pass
        elif words.yes:
            ids = desk.releases.ids(ReleaseQuery(trashed=True))
            if len(ids) >= _MANY:
                back_up_before(desk, BackupReason.REMOVAL)
            desk.trash.erase(ids)
        else:
            ids = desk.releases.ids(ReleaseQuery(trashed=True))
            warn(
                f"{_releases(len(ids))} would be erased for good: texts and history. What stays is "
                "the id and the hashes; backups keep the text until they are thinned. "
                "Nothing was changed; to erase, say so with --yes."
            )
            return 1
        while desk.trash.settle(is_first=True)[0]:
            pass
        erased = desk.trash.erased()
    lines = table([(str(one.id), f"{one.erased_at:%Y-%m-%d}", one.erased_by) for one in erased])
    emit(words, [shapes.plain(one) for one in erased], lines if erased else ["Nothing is erased."])
    return 0


def _all(words: argparse.Namespace, ids: Sequence[ReleaseId], work: _Batch, what: str) -> int:
    """Do it to all of them, tell what became of each that was refused, return the exit code."""
    progress = StderrProgress(what)
    told: list[Outcome[Any]] = [Outcome()]

    def batch(some: Sequence[ReleaseId]) -> tuple[Outcome[Any], Changes]:
        outcome, changes = work(some)
        told.append(told.pop() + outcome)
        return outcome, changes

    is_stopped = True
    with stopping_at_interrupt(progress), suppress(Cancelled):
        in_batches(ids, batch, progress)
        is_stopped = False
    outcome = told[0]
    shape = {
        "done": len(outcome.done),
        "unchanged": outcome.unchanged,
        "refused": [{"id": str(key), "message": wording(error)} for key, error in outcome.refused],
        "stopped": is_stopped,
    }
    lines = [f"{_releases(len(outcome.done)).capitalize()} {what}."]
    if outcome.unchanged:
        lines.append(f"{_releases(outcome.unchanged).capitalize()} had it so already.")
    if is_stopped:
        lines.append("Stopped; what was done before is kept.")
    emit(words, shape, lines)
    for key, error in outcome.refused:
        name = "it" if isinstance(error, NotFoundError) else str(key)
        warn(f"{name}: {wording(error)}")
    return 1 if outcome.refused or is_stopped else 0


def _releases(count: int) -> str:
    return f"{count} release{'' if count == 1 else 's'}"
