"""The characters that never reach a page."""

import re

# Hidden are controls (but for tab, line feed and carriage return), the bidirectional embeddings,
# overrides and isolates, which can make a reader see a text in another order than it is written in,
# lone surrogates, which no file can hold, and the 66 code points that are nothing. The marks
# U+200E, U+200F and U+061C stay: right-to-left text needs them and they reorder nothing but
# themselves.
_SHOWN = "\t\n\r -~\xa0-\u2029\u202f-\u2065\u206a-\ud7ff\ue000-\ufdcf\ufdf0-\ufffd" + "".join(
    f"{chr(plane)}-{chr(plane | 0xFFFD)}" for plane in range(0x10000, 0x110000, 0x10000)
)
_ALL_SHOWN = re.compile(f"[{_SHOWN}]*+")  # three times as fast as a search for the others
_HIDDEN = re.compile(f"[^{_SHOWN}]+")

# What str.splitlines() takes for the end of a line and Markdown and the editor do not.
_ODD_LINE_ENDS = "\u2028\u2029"


def has_hidden(text: str) -> bool:
    """Whether `text` holds a character that must not be shown."""
    return _ALL_SHOWN.fullmatch(text) is None


def without_hidden(text: str) -> str:
    """Return `text` without the characters that must not be shown."""
    return _HIDDEN.sub("", text) if has_hidden(text) else text


def as_lines(text: str) -> str:
    r"""Return `text` with `\n` as its only line end; the number of lines stays."""
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    for end in _ODD_LINE_ENDS:
        if end in text:
            text = text.replace(end, " ")
    return text
