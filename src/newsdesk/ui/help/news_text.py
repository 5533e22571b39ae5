"""The changelog as its readers want it: without what only its writers need."""

import re
from collections.abc import Callable

_ISSUES = re.compile(r" \(#\d+(?:, #\d+)*\)$", re.MULTILINE)
_HEADING = re.compile(r"^## \[([^\]]+)\](?: - (\d{4})-(\d\d)-(\d\d))?$", re.MULTILINE)
UNRELEASED = "Unreleased"


def news_markdown(changelog: str, unreleased: str, day: Callable[[int, int, int], str]) -> str:
    """Return what is new, version by version, the newest first.

    Args:
        unreleased: how the section of what comes next is headed; left out if it is empty.
        day: year, month and day in words.
    """
    start = changelog.find("\n## ")
    text = _ISSUES.sub("", changelog[start + 1 :] if start >= 0 else "")
    text = re.sub(rf"^## \[{UNRELEASED}\]\s*(?=^## |\Z)", "", text, flags=re.MULTILINE)

    def heading(found: re.Match[str]) -> str:
        version, year, month, number = found.groups()
        if version == UNRELEASED:
            return f"## {unreleased}"
        return f"## {version} · {day(int(year), int(month), int(number))}" if year else found[0]

    return _HEADING.sub(heading, text)
