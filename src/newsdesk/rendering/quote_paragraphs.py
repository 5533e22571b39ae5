"""A Markdown body as the running text in which somebody may be quoted."""

import re

_LINK = re.compile(r"!?\[([^\[\]\n]{0,200})\]\((?:[^()\s]{0,500})\)")
_MARKUP = re.compile(r"(?<!\\)(?:\*{1,3}|`+)|(?<!\w)_{1,2}(?=\S)|(?<=\S)_{1,2}(?!\w)")
_PREFIX = re.compile(r"(?:>\s?|[-*+]\s|\d{1,3}[.)]\s)*")
_FENCE = re.compile(r"\s{0,3}(?:```|~~~)")


def running_paragraphs(body_md: str) -> list[str]:
    """Return the running text of each block; headings and code say nothing."""
    found: list[str] = []
    lines: list[str] = []
    in_code = False
    for line in [*body_md.split("\n"), ""]:
        if _FENCE.match(line):
            in_code = not in_code
            continue
        bare = line.strip()
        if in_code or line.startswith(("    ", "\t")):
            bare = ""
        prefix = _PREFIX.match(bare)
        is_item = prefix is not None and bool(prefix[0])
        if (not bare or is_item) and lines:
            found.append(_plain(" ".join(lines)))
            lines = []
        if bare and not bare.startswith("#"):
            lines.append(bare[prefix.end() :] if prefix else bare)
    return [paragraph for paragraph in found if paragraph]


def _plain(text: str) -> str:
    if "](" in text:
        text = _LINK.sub(r"\1", text)
    if any(mark in text for mark in "*_`"):
        text = _MARKUP.sub("", text)
    return text.strip()
