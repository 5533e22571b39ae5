"""What may become of two versions of a release that two desks made of it. Light to import."""

from enum import StrEnum

from newsdesk.domain.workflow import PubStatus, State, pub_status


class Choice(StrEnum):
    """What becomes of two versions that parted."""

    MINE = "mine"  # theirs stays in the history
    THEIRS = "theirs"  # mine stays in the history
    BOTH = "both"  # one of them becomes a release of its own


def choices(mine: State, theirs: State) -> tuple[Choice, ...]:
    """Return what may become of two versions that parted.

    What was issued is not taken back by a version that was not, nor put in the place of what was
    issued here; a withdrawal holds everywhere.
    """
    here, there = _weight(mine), _weight(theirs)
    possible: list[Choice] = []
    if here >= there:
        possible.append(Choice.MINE)
    if there > here or here == there == 0:
        possible.append(Choice.THEIRS)
    return (*possible, Choice.BOTH)


def is_taken_back(mine: State, theirs: State) -> bool:
    """Tell whether a version that goes on from one here would undo that it was issued."""
    return _weight(theirs) < _weight(mine)


def _weight(state: State) -> int:
    return (PubStatus.WITHHELD, PubStatus.USABLE, PubStatus.CANCELED).index(pub_status(state))
