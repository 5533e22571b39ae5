"""Times of the day as people type them."""

import re
from datetime import time

from newsdesk.domain.fold import fold

_TIME = re.compile(
    r"(\d{1,2})(?: ?[:.h] ?(\d{2}))?(?: ?([ap])\.? ?m\.?)?|(\d{1,2})(\d{2})(?: ?(?:h|hrs?|hours))?"
)


def read_time(text: str) -> time:
    """Return the time that `text` means: `9:00`, `09.00`, `0900`, `9`, `9 h 30`, `9.30 pm`.

    Raises:
        ValueError: it means none, or can be read in two ways: "midnight", "12 pm", "24:00".
    """
    words = fold(text).removesuffix(" uhr")
    found = _TIME.fullmatch(words.removesuffix("h").rstrip() if words.endswith(" h") else words)
    if found is None:
        raise ValueError(f"no time: {text}")
    hours = int(found[1] or found[4])
    minutes = int(found[2] or found[5] or 0)
    if found[3]:
        if not 1 <= hours <= 11:  # 12 a.m. is read as noon and as midnight
            raise ValueError(f"two times: {text}")
        hours += 12 if found[3] == "p" else 0
    return time(hours, minutes)
