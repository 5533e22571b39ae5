"""The YAML block above a Markdown text, read without trusting it."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, cast

from newsdesk.domain.errors import ImportProblem, ImportRefusedError

if TYPE_CHECKING:
    from yaml import Event

_FENCE = re.compile(r"---[ \t]*$")
_END = re.compile(r"(?:---|\.\.\.)[ \t]*$")
_KEY = re.compile(r"(?P<quote>[\"']?)(?P<key>[^\W\d][\w .-]{0,60})(?P=quote):(?:\s|$)")
_LARGEST = 64 * 1024  # characters
_DEEPEST = 12  # values in each other: mappings, lists, and the innermost word
_LINE_ENDS = re.compile(r"\r\n?|[\u2028\u2029]")


@dataclass(frozen=True, slots=True, kw_only=True)
class FrontMatter:
    """Values as YAML has them, with the line each key stands on."""

    values: Mapping[str, object]
    lines: Mapping[str, int] = field(default_factory=dict[str, int])


def opens_front_matter(raw: bytes) -> bool:
    """Tell whether a file begins with a front matter, whatever its name."""
    head = raw[:512].removeprefix(b"\xef\xbb\xbf").decode("utf-8", "replace")
    first, _end, rest = head.partition("\n")
    return _FENCE.match(first.rstrip("\r")) is not None and _KEY.match(rest) is not None


def parted(text: str, name: str) -> tuple[FrontMatter | None, str, int]:
    """Return the front matter, the text below it, and the line where that begins.

    Raises:
        ImportRefusedError: there is one and it cannot be read.
    """
    text = _LINE_ENDS.sub("\n", text.lstrip("\ufeff"))
    lines = text.split("\n")
    if not _FENCE.match(lines[0]):
        return None, text, 0
    end = next((at for at, line in enumerate(lines[1:], 1) if _END.match(line)), None)
    if end is None or not any(_KEY.match(line) for line in lines[1:end]):
        return None, text, 0
    source = "\n".join(lines[1:end])
    if len(source) > _LARGEST:
        raise ImportRefusedError(ImportProblem.FRONT_MATTER, name, "too large")
    values = _loaded(source, name)
    if values is None:
        return None, text, 0
    places = {
        match["key"].strip(): at
        for at, line in enumerate(lines[1:end], 1)
        if (match := _KEY.match(line))
    }
    return FrontMatter(values=values, lines=places), "\n".join(lines[end + 1 :]), end + 1


def _loaded(source: str, name: str) -> dict[str, object] | None:
    """Return a mapping, None if this is no mapping; aliases could grow without end: refused."""
    import yaml  # noqa: PLC0415 - slow, and few texts have a front matter

    # the parser in C takes a tenth of the time, where there is one
    loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        if problem := _problem_in(yaml.parse(source, loader)):
            raise ImportRefusedError(ImportProblem.FRONT_MATTER, name, problem)
        loaded: object = yaml.load(source, loader)  # noqa: S506 - a SafeLoader
    except (yaml.YAMLError, ValueError, TypeError, OverflowError, RecursionError) as error:
        detail = " ".join(str(error).split())[:200]
        raise ImportRefusedError(ImportProblem.FRONT_MATTER, name, detail) from error
    if not isinstance(loaded, dict):
        return None
    return {str(key): value for key, value in cast(dict[object, object], loaded).items()}


def _problem_in(events: Iterable["Event"]) -> str:
    """Say why a mapping is not to be made of these; nothing if it may be."""
    import yaml  # noqa: PLC0415 - see above

    depth = 0
    for event in events:
        if isinstance(event, yaml.AliasEvent):
            return "an alias"
        if isinstance(event, yaml.NodeEvent) and depth == _DEEPEST:
            return "too deep"
        depth += isinstance(event, yaml.CollectionStartEvent)
        depth -= isinstance(event, yaml.CollectionEndEvent)
    return ""
