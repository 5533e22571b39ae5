"""What a benchmark reports."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Row:
    """One figure and what it is to be at most.

    Where there is a floor, the same work done by the least that could do it and measured in the
    same run, it is the ratio of the two that counts: it travels from machine to machine.
    """

    name: str
    value: float
    unit: str
    floor: float | None  # in the same unit
    target: float  # of the ratio, or of the value where there is no floor

    @property
    def ratio(self) -> float | None:
        return None if self.floor is None else self.value / self.floor

    @property
    def is_met(self) -> bool:
        return (self.value if self.ratio is None else self.ratio) <= self.target
