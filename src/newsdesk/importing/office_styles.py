"""What the style sheets and styles of a text say about it: bold, raised, hidden, which list.

Only rules that name a tag with a class, or a class, are read: word processors write no others, and
those of a web page say how it looks, not what is meant.
"""

import re
from collections.abc import Iterator, Mapping

from lxml.html import HtmlElement

_RULE = re.compile(r"([^{}]+)\{([^{}]*)\}")
_COMMENT = re.compile(r"/\*.*?\*/|<!--|-->", re.DOTALL)
_SELECTOR = re.compile(r"(?P<tag>[a-z][a-z0-9]*)?\.(?P<name>[\w-]+)")
_LIST_LEVEL = re.compile(r"@list\s+(l\d+):level(\d)")
_BOLD = re.compile(r"bold(?:er)?|[6-9]00|1000")
_REGULAR = re.compile(r"normal|lighter|[1-5]00")
_SLANTED = re.compile(r"italic|oblique.*")
_HIDDEN = (("display", "none"), ("visibility", "hidden"), ("mso-hide", "all"))
_MOST_RULES = 5_000

Declared = Mapping[str, str]


class StyleSheet:
    """The rules of a text's style sheets."""

    def __init__(self, html: str) -> None:
        """Read them out of a source that may hold several, or none."""
        self._rules: dict[str, dict[str, str]] = {}
        self._lists: dict[tuple[str, int], str] = {}
        read = 0
        for css in _sheets(html):
            for rule in _RULE.finditer(_COMMENT.sub(" ", css)):
                read += 1
                if read > _MOST_RULES:
                    return
                self._read(rule[1].strip().lower(), declared(rule[2]))

    def of(self, element: HtmlElement) -> dict[str, str]:
        """Return what is declared of an element itself, its own style last."""
        found: dict[str, str] = {}
        names = (element.get("class") or "").lower().split()
        for name in names if self._rules else ():
            found |= self._rules.get(f".{name}", {})
            found |= self._rules.get(f"{element.tag}.{name}", {})
        style = element.get("style")
        return found | declared(style) if style else found

    def number_format(self, list_id: str, level: int) -> str | None:
        """Return how Word counts at a level of a list: "bullet", "decimal" …; None: not said."""
        return self._lists.get((list_id, level))

    def _read(self, selectors: str, values: dict[str, str]) -> None:
        if level := _LIST_LEVEL.match(selectors):
            kind = values.get("mso-level-number-format", "decimal")
            self._lists[level[1], int(level[2])] = kind
            return
        for selector in selectors.split(","):
            if named := _SELECTOR.fullmatch(selector.strip()):
                key = f"{named['tag'] or ''}.{named['name']}"
                self._rules.setdefault(key, {}).update(values)


def declared(style: str) -> dict[str, str]:
    """Return the values of a style by their properties, in lower case."""
    pairs = (part.partition(":") for part in style.lower().split(";"))
    return {
        name.strip(): value.replace("!important", "").strip()
        for name, colon, value in pairs
        if colon
    }


def weight(values: Declared) -> bool | None:
    """Tell whether a style makes bold; None: it says nothing of it."""
    said = values.get("font-weight", "")
    if not said and any(map(_BOLD.fullmatch, values.get("font", "").split())):
        return True
    if _BOLD.fullmatch(said):
        return True
    return False if _REGULAR.fullmatch(said) else None


def slant(values: Declared) -> bool | None:
    """Tell whether a style makes italic; None: it says nothing of it."""
    said = values.get("font-style", "")
    if not said and any(map(_SLANTED.fullmatch, values.get("font", "").split())):
        return True
    if _SLANTED.fullmatch(said):
        return True
    return False if said == "normal" else None


def is_hidden(values: Declared) -> bool:
    return any(values.get(name) == value for name, value in _HIDDEN)


def _sheets(html: str) -> Iterator[str]:
    lowered = html.lower()
    at = lowered.find("<style")
    while at >= 0:
        start = lowered.find(">", at) + 1
        end = lowered.find("</style", start)
        if not start or end < 0:
            return
        yield html[start:end]
        at = lowered.find("<style", end)
