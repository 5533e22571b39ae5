"""Names that a text prints whole somewhere, for those that stand in it shortened."""

import re
from collections.abc import Sequence

from newsdesk.rendering.person_names import is_person_name, is_role

_MOST_WORDS = 5  # of a clause that may hold the surname
_SHORTEST_SURNAME = 3
_STARTERS = frozenset(
    " ".join(
        (
            "Der Die Das Den Dem Des Ein Eine Einen Einem Einer Im Am Zum Zur Vom Beim In An Auf",
            "Mit Für Von Bei Nach Und Aber Auch Als Wenn Nur Erste Neue Neuer Neues Diese Dieser",
            "Dieses Jeder Jede Alle",
        )
    ).split()
)


class KnownNames:
    def __init__(self, paragraphs: Sequence[str]) -> None:
        self._paragraphs = paragraphs

    def surname_in(self, clause: str) -> str | None:
        """Return the surname in `sagt Roe`: German nouns have capitals too, so of a known name."""
        for word in (word.strip(".,;:") for word in clause.split()[:_MOST_WORDS]):
            if not word.istitle() or len(word) < _SHORTEST_SURNAME:
                continue
            printed = re.compile(rf"\b([A-ZÄÖÜ][\w-]+) {re.escape(word)}\b")
            for match in filter(None, map(printed.search, self._paragraphs)):
                if match[1] not in _STARTERS and is_person_name(match[0]):
                    return word
        return None

    def whole(self, name: str) -> str:
        """Return `Jane Roe` for `Ministerin Roe` where `Umweltministerin Jane Roe` is printed."""
        office, _space, surname = name.partition(" ")
        if not surname or " " in surname or not is_role(office):
            return name
        printed = re.compile(
            rf"(?i:{re.escape(office)}) "
            rf"(?P<name>(?:[^\W\d_a-z][\w.’'-]* ){{1,3}}{re.escape(surname)})\b"
        )
        found = filter(None, map(printed.search, self._paragraphs))
        return next((match["name"] for match in found), name)
