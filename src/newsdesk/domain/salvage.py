"""What could be read out of a damaged database."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Salvage:
    """How much of the newsroom a salvaged database holds. Releases are given by their headlines."""

    releases: int  # all of them, those in the trash too
    from_history: tuple[str, ...] = ()  # their rows are gone; their last sound revision is not
    doubtful: tuple[str, ...] = ()  # the text is not what was recorded of it: to be looked at
    lost_rows: int = 0  # of any table, as far as it is known that they were there
