"""Running text as Markdown: what is emphasised gets marks, what only looks like marks none."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby

_SPACES = re.compile(r"[ \t\r\n\f\v\x85\u2028\u2029]+")
_PLAIN = re.compile(r"[^\W\d_](?:[^\W_]|[ ,;()/%])*|\d*")  # nothing in it could be a mark
_BACKSLASH = re.compile(r"\\(?=[!-/:-@\[-`{-~]|$)")
_UNDERSCORE = re.compile(r"(?<![^\W_])_|_(?![^\W_])")  # within a word it is only a letter
_ENTITY = re.compile(r"&(?=#?\w{1,31};)")
_TAG = re.compile(r"<(?=/?(?:br|sup|sub)\b|(?:https?|mailto):|[^\s<>@]{1,64}@)", re.IGNORECASE)
_LEADS = re.compile(r"\](?=[(\[:])|\[\^")
_AT_LINE_START = re.compile(
    r"#{1,6}(?=\s|$)|>|[-+*](?=\s|$)|`|:(?=\s|$)|~(?=~~)"
    r"|[-*_](?=(?:\s*[-*_]){2,}\s*$)|[-=](?=[-=]*$)|\|(?=[\s|:-]+$)|[-:](?=[\s|:-]*\|[\s|:-]*$)"
)
_NUMBER_AT_LINE_START = re.compile(r"(\d{1,9})(?=[.)](?:\s|$))")
_NO_ESCAPE = {"~": "&#126;", ":": "&#58;", "=": "&#61;"}  # a backslash does nothing before these
_AROUND = " \xa0\u202f\u3000"  # with four spaces before it a text would be code
_LINE_BREAK = "  \n"


@dataclass(frozen=True, slots=True)
class Run:
    """A text that is one thing: bold, part of a link …"""

    text: str
    is_strong: bool = False
    is_stressed: bool = False
    link: str | None = None
    script: str = ""  # "sup" or "sub"
    is_mark: bool = False  # it is Markdown already

    @property
    def is_bare(self) -> bool:
        marked = self.is_strong or self.is_stressed or self.link or self.script or self.is_mark
        return not marked


@dataclass(slots=True)
class Inline:
    """The running text of a block, as it comes."""

    _lines: list[list[Run]] = field(default_factory=lambda: [[]])

    def add(self, run: Run) -> None:
        """Add a text; white space is one space, and none at a line's beginning."""
        line = self._lines[-1]
        text = _SPACES.sub(" ", run.text)
        if text.startswith(" ") and (not line or line[-1].text.endswith(" ")):
            text = text[1:]
        if text:
            line.append(replace(run, text=text))

    def ends_low(self) -> bool:
        """Tell whether the text so far ends with a small letter or a digit."""
        last = self._lines[-1][-1].text[-1] if self._lines[-1] else ""
        return last.islower() or last.isdigit()

    def break_line(self) -> None:
        self._lines.append([])

    def taken(self) -> list[str]:
        """Return the paragraphs so far, parted by empty lines, and begin anew."""
        lines, self._lines = self._lines, [[]]
        paragraphs: list[str] = []
        for is_empty, some in groupby(lines, lambda line: not _words(line).strip()):
            if not is_empty:
                paragraphs.append(_LINE_BREAK.join(_paragraph(list(some))))
        return paragraphs


def plain_markdown(text: str) -> str:
    """Return a text without marks as one line of Markdown."""
    text = _SPACES.sub(" ", text).strip(" ")
    return text if _PLAIN.fullmatch(text) else "".join(_paragraph([[Run(text)]]))


def _words(line: Iterable[Run]) -> str:
    return "".join(run.text for run in line)


def _paragraph(lines: Sequence[Sequence[Run]]) -> Iterator[str]:
    text = "\n".join("".join(run.text for run in line if not run.is_mark) for line in lines)
    has_marks = any(run.is_strong or run.is_stressed for line in lines for run in line)
    escapes = _Escapes(
        stars=text.count("*") > 1 or (has_marks and "*" in text), brackets=bool(_LEADS.search(text))
    )
    for line in lines:
        yield _line_start_escaped(_marked(line, escapes).strip(_AROUND))


@dataclass(frozen=True, slots=True)
class _Escapes:
    """What has to be escaped in a paragraph, since it could be taken for marks."""

    stars: bool
    brackets: bool

    def text(self, text: str, *, in_link: bool) -> str:
        if "\\" in text:
            text = _BACKSLASH.sub(r"\\\\", text)
        text = text.replace("`", "\\`").replace("{:", "\\{:")
        if "_" in text:
            text = _UNDERSCORE.sub(r"\\_", text)
        if self.stars:
            text = text.replace("*", "\\*")
        if self.brackets or in_link:
            text = text.replace("[", "\\[").replace("]", "\\]")
        if "&" in text:
            text = _ENTITY.sub("&amp;", text)
        return _TAG.sub("&lt;", text) if "<" in text else text


def _marked(line: Sequence[Run], escapes: _Escapes) -> str:
    if all(run.is_bare for run in line):
        return escapes.text(_words(line), in_link=False)
    out: list[str] = []
    for is_strong, strong in groupby(line, lambda run: run.is_strong):
        part: list[str] = []
        for link, linked in groupby(strong, lambda run: run.link):
            _append(part, _linked(linked, link, escapes))
        _append(out, _wrapped("".join(part), "**") if is_strong else "".join(part))
    return "".join(out)


def _linked(runs: Iterable[Run], link: str | None, escapes: _Escapes) -> str:
    out: list[str] = []
    for is_stressed, some in groupby(runs, lambda run: run.is_stressed):
        part = "".join(_scripted(run, escapes) for run in some)
        _append(out, _wrapped(part, "*") if is_stressed else part)
    text = "".join(out)
    return text if link is None else _wrapped(text, "[", f"]({link})")


def _scripted(run: Run, escapes: _Escapes) -> str:
    if run.is_mark:
        return run.text
    text = escapes.text(run.text, in_link=run.link is not None)
    is_one = run.script and not any(char in text for char in "<>\n") and len(text) <= 200
    return _wrapped(text, f"<{run.script}>", f"</{run.script}>") if is_one else text


def _wrapped(text: str, mark: str, end: str | None = None) -> str:
    """Put marks around a text, inside the spaces around it."""
    core = text.strip(" ")
    if not core:
        return text
    lead = text[: len(text) - len(text.lstrip(" "))]
    return f"{lead}{mark}{core}{mark if end is None else end}{text[len(lead) + len(core) :]}"


def _append(parts: list[str], part: str) -> None:
    """Add a text that may begin with marks behind one that may end with some."""
    last = parts[-1] if parts else ""
    if last.endswith("*") and not last.endswith("\\*") and part.startswith("*"):
        marks = len(part) - len(part.lstrip("*"))
        part = part[marks:-marks]  # two pairs of marks side by side would read as one
    if last.endswith("!") and part.startswith("["):
        parts[-1] = f"{last[:-1]}\\!"  # no picture
    if part:
        parts.append(part)


def _line_start_escaped(line: str) -> str:
    if number := _NUMBER_AT_LINE_START.match(line):
        return f"{number[1]}\\{line[number.end() :]}"  # "15. Mai" is no list
    if not _AT_LINE_START.match(line) or line.startswith("**"):
        return line
    return _NO_ESCAPE.get(line[0], f"\\{line[0]}") + line[1:]
