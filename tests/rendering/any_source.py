"""Sources that nobody would write: any characters, and the signs of Markdown in any order."""

import re
from itertools import count

from hypothesis import strategies as st

_SIGNS = (
    "\n", "\n\n", "\n\n\n", " ", "    ", "\t", "\r\n", "  \n", "# ", "## ", "#", "> ", ">", "- ",
    "* ", "1. ", "3) ", "*", "**", "_", "__", "`", "``", "\n```\n", "\n~~~\n", "``` py\n", "[", "]",
    "(", ")", "!", "![", "](", "[^", "[^1]", "[^a b]", "\n[^1]: ", "\n[^a b]: ", "[one]", "[one][]",
    "[two][one]", "[a [^1]](https://example.org)", "![a[^1]](newsdesk-media:0a)",
    "\n[one]: https://example.org/1\n", '\n[one]:\nhttps://example.org "t"\n',
    "[a](https://example.org)", "[a](javascript:alert(1))", "![a](https://example.org/i.png)",
    "![a](newsdesk-media:0a)", "<https://example.org>", "<a@example.org>", "<", ">", "<b>", "</p>",
    "<sub>", "</sub>", "<br>", "<!--", "-->", "<script>", "&", "&amp;", "&copy;", "&#8238;", "&#0;",
    "\\", "\\*", '"', "'", "“", "--", "...", "|", "\n|a|b|\n|-|-:|\n", "|x", ": ", "\n: ",
    "{: lang=fr }", "{", "}", "title='x'", "\n*[UN]: ", "UN", "1", "=", "\n---\n", "\n===\n", "***",
    "كلمة", "词", "слово", "\x00", "\x02", "\x03", "\x1b", "\u202e", "\u2066", "\u2028", "\ud800",
    "\ufeff",
)  # fmt: skip
_A_WORD = "\ue000"
_CHARACTERS = st.text(st.characters(), max_size=8)  # lone surrogates among them


def _with_words(pieces: list[str]) -> str:
    """Put words in their places, each another one, so that none can stand in for another."""
    number = count()
    return re.sub(_A_WORD, lambda _: _word(next(number)), "".join(pieces))


def _word(number: int) -> str:
    return "q" + "".join(chr(ord("a") + int(digit)) for digit in f"{number:03}") + "q"


any_source = st.lists(
    st.sampled_from(_SIGNS) | st.just(_A_WORD) | _CHARACTERS, min_size=1, max_size=60
).map(_with_words)
