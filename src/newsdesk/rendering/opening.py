"""How a body begins, in plain words: read off the source, because a list has no time to render."""

import re
from html import unescape

from newsdesk.rendering.one_line import one_line

_LONGEST = 160  # characters
_READ = 400  # of the source: addresses of links are no words
_SOON = 240  # of the source: enough of most, which are plain words
_FENCE = re.compile(r"^ {0,3}(?:`{3,}|~{3,}).*$", re.MULTILINE)
_NO_TEXT = re.compile(  # rules, the line under a table's head, definitions
    r"^ {0,3}(?:(?:[-*_] ?){3,}|=+|\|?[ :|-]*-[ :|-]*|\*?\[[^\]\n]*\]:.*)$", re.MULTILINE
)
_BEFORE_A_LINE = re.compile(r"^[ \t>]*(?:#{1,6}[ \t]|[-*+:][ \t]|\d{1,9}[.)][ \t])?", re.MULTILINE)
_ATTRIBUTES = re.compile(r"\{:[^}\n]*\}|[ \t]#+[ \t]*$", re.MULTILINE)
_NOTE = re.compile(r"\[\^[^\]\n]*\]")
_LINK = re.compile(r"!?\[([^\[\]]*)\](?:\([^()\n]*(?:\)|$)|\[[^\]\n]*\])?", re.MULTILINE)
_TAG = re.compile(r"</?[A-Za-z][^<>\n]*>|<!--.*?(?:-->|\Z)", re.DOTALL)
_ADDRESS = re.compile(r"<((?:https?://|mailto:)[^<>\s]+|[^<>\s@]+@[^<>\s@]+)>")
_MARKS = re.compile(
    r"`+|~~|\*+(?=\S)|(?<=\S)\*+"  # a lone asterisk between spaces is a sign of its own
    r"|(?<![\w_])_+(?=\S)|(?<=\S)_+(?![\w_])"
)
# any of the above; asked of every row of a list, hence apart from where lines begin
_SIGN = re.compile(r"[\\`*_\[#>|<&~{]")
_SIGN_OF_LINE = re.compile(r"[ \t]*[-+=:\d]")
_SIGN_OF_NEXT_LINE = re.compile(rf"\n{_SIGN_OF_LINE.pattern}")
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
_KEPT = 0xE000  # escaped signs wait in the private use area while the others are taken off


def opening(source: str) -> str:
    """Return the first words of a body as one plain line, without the signs of Markdown."""
    beginning = source[:_SOON]
    if not _has_signs(beginning) and len(line := one_line(beginning)) > _LONGEST:
        return shortened(line)
    return shortened(plain_line(source[:_READ]))


def plain_line(source: str) -> str:
    """Return a piece of a body as one plain line, without the signs of Markdown."""
    if not _has_signs(source):
        return one_line(source)
    text = _ESCAPED.sub(lambda sign: chr(_KEPT + ord(sign[1])), source)
    for signs, instead in (
        (_FENCE, ""),
        (_NO_TEXT, ""),
        (_BEFORE_A_LINE, ""),
        (_ATTRIBUTES, ""),
        (_NOTE, ""),
        (_LINK, r"\1"),
        (_ADDRESS, r"\1"),
        (_TAG, ""),
        (_MARKS, ""),
    ):
        text = signs.sub(instead, text)
    text = unescape(text.replace("|", " "))
    text = re.sub(
        f"[{chr(_KEPT)}-{chr(_KEPT + 0x7F)}]", lambda kept: chr(ord(kept[0]) - _KEPT), text
    )
    return one_line(text)


def _has_signs(source: str) -> bool:
    found = _SIGN.search(source) or _SIGN_OF_LINE.match(source) or _SIGN_OF_NEXT_LINE.search(source)
    return found is not None


def shortened(line: str) -> str:
    """Return the beginning of a line, cut between two words."""
    if len(line) <= _LONGEST:
        return line
    cut = line[: _LONGEST - 1]
    at_word = cut.rpartition(" ")[0]
    return (at_word if len(at_word) > _LONGEST // 2 else cut).rstrip(" ,;:–—") + "…"
