"""Loading a dictionary of unknown make where it can bring nothing down but itself."""

import subprocess
from pathlib import Path

from newsdesk.services.spelling_worker import KNOWN, OPEN, SUGGEST, command, question

_LONGEST_S = 60


def can_be_loaded(place: Path) -> bool:
    """Tell whether a dictionary, two files called `place` but for their ending, can be used."""
    asked = question(1, OPEN, f"{place}.aff", f"{place}.dic", [])
    asked += question(2, KNOWN, ["newsdesk"]) + question(3, SUGGEST, "newsdesk")
    try:
        run = subprocess.run(  # noqa: S603 - newsdesk itself
            command(), input=asked, capture_output=True, check=False, timeout=_LONGEST_S
        )
    except subprocess.TimeoutExpired:
        return False
    answers = run.stdout.splitlines()
    return run.returncode == 0 and answers[:1] == [b"[1, true]"] and len(answers) == 3
