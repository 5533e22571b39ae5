"""Turning bits and cutting files off: every text that is shown is one that was written."""

import random
import shutil
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from newsdesk.storage.names import NAME
from tests.reliability.ledger import REFUSED, SOUND, Dump, Ledger, Save
from tests.reliability.outcome import Outcome, side_by_side
from tests.reliability.programs import JOURNAL, NEWSROOM, Store, command, started

_SAVES = 60
_HEARD = 3 * _SAVES  # lines before the writer is killed whose log is left
Damage = Callable[[bytearray, random.Random], str]


@dataclass(frozen=True, slots=True)
class Damaged:
    """A newsroom, or a journal, of which a file is to be damaged."""

    folder: Path
    name: str  # of the file, from the folder
    rows: dict[str, Save]  # what is in it
    written: dict[str, set[Save]]  # what was ever written in it
    may_be_older: bool = False  # the file is a log: what comes after the damage was never there
    look: Callable[[Path], Dump] = NEWSROOM.dump


def turn_a_bit(content: bytearray, chance: random.Random) -> str:
    place, bit = chance.randrange(len(content)), chance.randrange(8)
    content[place] ^= 1 << bit
    return f"bit {bit} of byte {place} turned"


def cut_off(content: bytearray, chance: random.Random) -> str:
    length = chance.choice([0, chance.randrange(len(content))])
    del content[length:]
    return f"cut off at {length}"


def closed(folder: Path, seed: int, store: Store = NEWSROOM) -> Damaged:
    """Let a writer fill a newsroom and close it."""
    ledger = Ledger()
    with started(store.writing(folder, seed, "dana", saves=_SAVES)) as program:
        for line in program.rest():
            ledger.hear(line)
    return Damaged(folder, store.database, ledger.acknowledged, ledger.tried)


def with_log(folder: Path, seed: int) -> Damaged:
    """Kill a writer, so that what it wrote stands in the log and nowhere else."""
    ledger = Ledger()
    with started(NEWSROOM.writing(folder, seed, "dana", saves=None)) as program:
        for _ in range(_HEARD):
            ledger.hear(program.line() or "")
        program.kill()
        for line in program.rest():
            ledger.hear(line)
    whole = Path(shutil.copytree(folder, folder.with_name(f"{folder.name}-whole")))
    rows = dict(NEWSROOM.dump(whole).rows)
    return Damaged(folder, f"{NAME}-wal", rows, ledger.tried, may_be_older=True)


def with_journal(folder: Path, seed: int) -> Damaged:
    """Let a writer leave a journal."""
    left = closed(folder, seed, JOURNAL)
    [file] = folder.glob("*/*.jsonl")
    name = file.relative_to(folder).as_posix()
    return replace(left, name=name, may_be_older=True, look=JOURNAL.dump)


def with_backup(folder: Path, seed: int) -> Damaged:
    """Let a writer fill a newsroom that has a backup of all of it."""
    left = closed(folder, seed)
    with started(command("backup_maker.py", folder)) as program:
        assert list(program.rest()) == ["READY", "MADE"]
    [file] = (folder / "backups").glob("*.sqlite")
    return replace(left, name=f"backups/{file.name}", look=_gone_back)


def _gone_back(folder: Path) -> Dump:
    """Go back to the one backup there is; return what the newsroom then holds."""
    [file] = (folder / "backups").glob("*.sqlite")
    with started(command("backup_maker.py", folder, "--restore", str(file))) as program:
        said = list(program.rest())
    if said == ["READY", "BACK"]:
        return NEWSROOM.dump(folder)
    is_refused = len(said) == 2 and said[1].startswith("ERR - 0 StorageError ")
    return Dump((), "CORRUPT backup", () if is_refused else tuple(said))


def damage(newsroom: Damaged, damage: Damage, times: int, seed: int) -> Outcome:
    """Damage a copy of a newsroom in many ways, one at a time, and see what it is said to hold."""

    def wrong_in(number: int) -> Outcome:
        chance = random.Random(f"{seed}/{number}")  # noqa: S311 - the same again
        place = newsroom.folder.with_name(f"{newsroom.folder.name}-{seed}-{number}")
        shutil.copytree(newsroom.folder, place)
        content = bytearray((place / newsroom.name).read_bytes())
        how = damage(content, chance)
        (place / newsroom.name).write_bytes(content)
        outcome = _judged(newsroom, newsroom.look(place))
        outcome.wrong = [f"{newsroom.name}, {how}: {what}" for what in outcome.wrong]
        shutil.rmtree(place)
        return outcome

    whole = Outcome()
    for outcome in side_by_side(wrong_in, range(times)):
        whole.add(outcome)
    return whole


def _judged(newsroom: Damaged, found: Dump) -> Outcome:
    outcome = Outcome(done=1, wrong=[f"said: {line}" for line in found.complaints])
    word = found.verdict.partition(" ")[0]
    if not word:
        outcome.wrong.append("nothing was said of it")
    held = dict(found.rows)
    for key, save in found.rows:
        if save not in newsroom.written.get(key, ()):
            outcome.wrong.append(f"{key}: a text that nobody wrote")
        elif save != newsroom.rows.get(key) and not newsroom.may_be_older:
            outcome.wrong.append(f"{key}: an older text")
    if word == SOUND and not newsroom.may_be_older and held != newsroom.rows:
        outcome.wrong.append("a release is gone, and nothing was said")
    if word == SOUND:
        outcome.notes.append("unhurt" if held == newsroom.rows else "set back")
    else:
        outcome.notes.append("refused" if word == REFUSED else "found")
    return outcome
