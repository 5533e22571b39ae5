"""What writers said, held against what a newsroom holds afterwards."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import NamedTuple

SOUND, CORRUPT, NEWER, REFUSED = "OK", "CORRUPT", "NEWER", "REFUSED"
SAID_LAST = {SOUND, CORRUPT, NEWER, REFUSED}


class Save(NamedTuple):
    """One state of one release."""

    number: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Dump:
    """What `store_dump.py` said."""

    rows: tuple[tuple[str, Save], ...]
    verdict: str  # the last line; "" if it ended without one
    complaints: tuple[str, ...] = ()  # what is no line of the protocol

    @classmethod
    def of(cls, lines: Iterable[str]) -> "Dump":
        rows: list[tuple[str, Save]] = []
        verdict, complaints = "", list[str]()
        for line in lines:
            match line.split():
                case ["ROW", key, number, sha256]:
                    rows.append((key, Save(int(number), sha256)))
                case [word, *_] if word in SAID_LAST:
                    verdict = line
                case _:
                    complaints.append(line)
        return cls(tuple(rows), verdict, tuple(complaints))

    @property
    def is_sound(self) -> bool:
        return self.verdict == SOUND and not self.complaints

    @property
    def is_refused(self) -> bool:
        """Tell whether it was said in words that something is wrong."""
        return self.verdict.partition(" ")[0] in {CORRUPT, NEWER} and not self.complaints


@dataclass(slots=True)
class Ledger:
    """The saves that a newsroom must hold, and those it may."""

    acknowledged: dict[str, Save] = field(default_factory=dict[str, Save])
    tried: dict[str, set[Save]] = field(default_factory=dict[str, set[Save]])
    saves: int = 0  # acknowledged in all
    refusals: list[str] = field(default_factory=list[str])  # what was said instead
    complaints: list[str] = field(default_factory=list[str])  # what is no line of the protocol

    def hear(self, line: str) -> None:
        match line.split(maxsplit=4):
            case ["READY"]:
                pass
            case ["TRY", key, number, sha256]:
                self.tried.setdefault(key, set()).add(Save(int(number), sha256))
            case ["ACK", key, number, sha256]:
                self.acknowledged[key] = Save(int(number), sha256)
                self.saves += 1
            case ["ERR", _, _, _, *_]:
                self.refusals.append(line)
            case _:
                self.complaints.append(line)

    def wrong_in(self, dump: Dump) -> list[str]:
        """Say what is lost or wrong in a newsroom, a line for each; nothing if all is well."""
        wrong = [f"said: {line}" for line in (*self.complaints, *dump.complaints)]
        if dump.verdict != SOUND:
            wrong.append(f"not sound: {dump.verdict or 'no verdict'}")
        held = dict(dump.rows)
        if len(held) != len(dump.rows):
            wrong.append("a release is there twice")
        for key, save in self.acknowledged.items():
            if key not in held:
                wrong.append(f"{key}: all {save.number} saves are lost")
            elif held[key].number < save.number:
                wrong.append(f"{key}: {save.number - held[key].number} acknowledged saves are lost")
        for key, save in held.items():
            known = self.acknowledged.get(key)
            is_later = save in self.tried.get(key, ()) and (known is None or save > known)
            is_older = known is not None and save.number < known.number  # said above
            if save != known and not is_later and not is_older:
                wrong.append(f"{key}: save {save.number} is a text that nobody wrote")
        return wrong

    def settle(self, dump: Dump) -> None:
        """Take what was found as what must be there from now on."""
        self.acknowledged = dict(dump.rows)
        self.tried.clear()
