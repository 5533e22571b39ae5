"""Why something is not handed out."""

from collections.abc import Sequence


class Complaint(Exception):
    """What is wrong, a line each."""


def insist(complaints: Sequence[str]) -> None:
    """Raise `Complaint` if there are any."""
    if complaints:
        raise Complaint("\n".join(f"  {one}" for one in complaints))
