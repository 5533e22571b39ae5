"""Cells that a spreadsheet would take for a formula, and the way back.

A file of contacts is opened in a spreadsheet, and a name such as `=HYPERLINK(…)` would run there.
"""

import re

_DANGEROUS = re.compile("'*[=+\\-@\t\r\n＝＋－＠]")


def neutralised(text: str) -> str:
    """Return a text that every spreadsheet shows as it is, with one apostrophe before a formula."""
    return f"'{text}" if _DANGEROUS.match(text) else text


def restored(text: str) -> str:
    """Return the text that was made harmless: for every text `restored(neutralised(x)) == x`."""
    return text[1:] if text.startswith("'") and _DANGEROUS.match(text) else text
