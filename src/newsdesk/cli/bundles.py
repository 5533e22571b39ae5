"""Handing releases over to another newsdesk, and taking over what came from one."""

import argparse
import getpass
import sys
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from newsdesk.cli import shapes
from newsdesk.cli.inputs import UsageError, text_of
from newsdesk.cli.output import REFUSED, StderrProgress, emit, warn
from newsdesk.cli.words import words as wording
from newsdesk.desk import open_desk
from newsdesk.domain.bundle import Bundle, Kinship
from newsdesk.domain.errors import BothChangedError, ImportProblem, ImportRefusedError
from newsdesk.domain.ids import ReleaseId
from newsdesk.domain.parting import Choice
from newsdesk.domain.query import ReleaseQuery
from newsdesk.domain.release import Release
from newsdesk.services.desk import Desk
from newsdesk.services.handing_over import HandOverRequest
from newsdesk.services.taking_over import Decision, Fate, Prospect, TakenOver

_TRIES = 3
_TOLD = {
    Fate.NEW: "taken over",
    Fate.UPDATED: "taken over, newer than what was here",
    Fate.SAME: "nothing new in it",
    Fate.BEHIND: "what is here is newer; left as it is",
    Fate.MINE: "both desks changed it; mine is kept, theirs is in the history",
    Fate.THEIRS: "both desks changed it; theirs is kept, mine is in the history",
    Fate.BOTH: "both desks changed it; both are kept",
}
_EXPECTED = {
    Kinship.NEW: Fate.NEW,
    Kinship.AHEAD: Fate.UPDATED,
    Kinship.SAME: Fate.SAME,
    Kinship.BEHIND: Fate.BEHIND,
}
Result = tuple[Path, TakenOver]


def hand_over(words: argparse.Namespace) -> int:
    """Write one bundle: `export --format bundle`."""
    password = _new_password(words)
    with open_desk(words.data_dir, writing=True) as desk:
        query = ReleaseQuery(text=getattr(words, "query", None) or "")
        keys = words.ids or list(map(str, desk.releases.ids(query)))
        request = HandOverRequest(keys=tuple(keys), place=words.out, password=password)
        outcome, _ = desk.handing_over.hand_over(request, StderrProgress("read"))
    shape = {
        "written": [shapes.plain(record) for record in outcome.records],
        "refused": [{"id": key, "message": wording(error)} for key, error in outcome.refused],
    }
    emit(words, shape, filter(None, [outcome.path]))
    for key, error in outcome.refused:
        warn(f"{key}: {wording(error)}")
    return REFUSED if outcome.refused else 0


def take_over(
    words: argparse.Namespace, desk: Desk, files: Sequence[Path]
) -> tuple[list[Result], list[tuple[str, ImportRefusedError]]]:
    """Take over bundles, each whole or not at all; return what became of them, what was refused.

    With `--dry-run` nothing is stored, and it is told what would become of each.
    """
    results: list[Result] = []
    refused: list[tuple[str, ImportRefusedError]] = []
    passwords = _Passwords(words)
    for file in files:
        try:
            bundle = passwords.read(desk, file)
            results += [(file, one) for one in _taken(words, desk, bundle)]
        except ImportRefusedError as error:
            refused.append((str(file), _about(error, file)))
    return results, refused


def _taken(words: argparse.Namespace, desk: Desk, bundle: Bundle) -> list[TakenOver]:
    prospects = desk.taking_over.prospects(bundle)
    choice = Choice(words.on_conflict) if words.on_conflict else None
    if words.dry_run:
        return [_foreseen(one, choice) for one in prospects]
    decisions: Mapping[ReleaseId, Decision] = (
        {one.id: Decision(choice=choice) for one in prospects if one.choices} if choice else {}
    )
    return desk.taking_over.take(bundle, decisions)[0]


def _foreseen(prospect: Prospect, choice: Choice | None) -> TakenOver:
    """Return what would become of a release."""
    mine = prospect.mine
    if mine is None or prospect.kinship is not Kinship.PARTED:
        goes_on = prospect.kinship is Kinship.AHEAD
        release = prospect.theirs if mine is None or goes_on else mine
        return TakenOver(fate=_EXPECTED[prospect.kinship], release=release)
    if choice is not None and choice in prospect.choices:
        release = prospect.theirs if choice is Choice.THEIRS else mine
        return TakenOver(fate=Fate(choice.value), release=release)
    error = BothChangedError(str(mine.id), mine.headline or mine.slug, prospect.choices)
    return TakenOver(fate=Fate.UNDECIDED, release=prospect.theirs, error=error)


def shape_of(result: Result) -> shapes.Shape:
    """Return what programs are told of a release that was in a bundle."""
    file, taken = result
    return {
        "file": str(file),
        "id": str(taken.release.id),
        "headline": taken.release.headline,
        "state": taken.release.state.value,
        "became": taken.fate.value,
        "copy": taken.copy and str(taken.copy.id),
        "message": wording(taken.error) if taken.error else None,
    }


def lines_of(result: Result) -> Iterable[str]:
    file, taken = result
    if taken.error is not None:
        return  # it is told with what was refused
    yield f"{file}: {_title(taken.release)}"
    yield f"  {taken.release.id}  {_TOLD[taken.fate]}"
    if taken.copy is not None:
        yield f"  {taken.copy.id}  {taken.copy.slug}, the copy"


def _title(release: Release) -> str:
    return release.headline or "(no headline)"


def _about(error: ImportRefusedError, file: Path) -> ImportRefusedError:
    return error if error.source else ImportRefusedError(error.problem, str(file), error.detail)


# Passwords ------------------------------------------------------------------------------------


def _new_password(words: argparse.Namespace) -> str:
    """Return what is to protect a file, asked for twice, or read: no process list shows it."""
    if words.password_file is not None:
        return _read_password(words.password_file)
    if not words.password:
        return ""
    password = getpass.getpass("Password: ")
    if not password or getpass.getpass("Again: ") != password:
        raise UsageError("the two passwords are not the same, or empty; nothing was written")
    return password


def _read_password(file: str) -> str:
    password = text_of(file).split("\n", 1)[0].rstrip("\r")
    if not password:
        raise UsageError(f"there is no password in {file}")
    return password


class _Passwords:
    """What was given for bundles that ask for a password, and what is asked on the terminal."""

    def __init__(self, words: argparse.Namespace) -> None:
        file = words.password_file
        self._given = _read_password(file) if file is not None else ""

    def read(self, desk: Desk, file: Path) -> Bundle:
        try:
            return desk.taking_over.read(file, self._given)
        except ImportRefusedError as error:
            is_asked_for = error.problem is ImportProblem.NEEDS_PASSWORD
            if not is_asked_for or self._given or not sys.stdin.isatty():
                raise
        return self._ask(desk, file)

    def _ask(self, desk: Desk, file: Path) -> Bundle:
        for left in reversed(range(_TRIES)):
            try:
                return desk.taking_over.read(file, getpass.getpass(f"Password of {file}: "))
            except ImportRefusedError as error:
                wrong = {ImportProblem.WRONG_PASSWORD, ImportProblem.NEEDS_PASSWORD}
                if error.problem not in wrong or not left:
                    raise
                warn("This is not the password, or the file was altered. Try again.")
        raise AssertionError
