"""A search that is written by choosing: what was typed stays, one facet comes in or goes."""

from collections.abc import Sequence
from enum import StrEnum

from newsdesk.domain.facets import Facet, Facets
from newsdesk.domain.search import Typed, parse, typed_parts


class Choice(StrEnum):
    """What is meant by choosing a facet. What is so already is taken back."""

    ONLY = "only"  # in the place of others of its kind
    ALSO = "also"  # beside them
    NOT = "not"


def narrowed(text: str, facet: Facet, choice: Choice, facets: Facets) -> str:
    """Return a search with a facet chosen in it.

    Args:
        text: the search so far; all that is not of the facet's kind stays as it was typed.
        facets: what the names in it may mean.
    """
    parts = typed_parts(text)
    meanings = {n: _meant(text, part, facets) for n, part in enumerate(parts)}
    own = {n for n, meant in meanings.items() if facet.condition in meant}
    kind = {n for n, part in enumerate(parts) if part.operator is facet.operator}
    left_out = {n for n, part in enumerate(parts) if part.is_excluded}
    match choice:
        case Choice.ONLY:
            others = kind - left_out
            is_there = bool(others) and all(meanings[n] == {facet.condition} for n in others)
            gone = own | others
        case Choice.ALSO:
            is_there, gone = bool(own - left_out), own
        case Choice.NOT:
            is_there, gone = bool(own & left_out), own
    new = "" if is_there else f"{'-' if choice is Choice.NOT else ''}{facet.condition}"
    return _rewritten(text, parts, gone, new)


def _meant(text: str, part: Typed, facets: Facets) -> set[str]:
    """Return the conditions of the facets that a part stands for."""
    read = parse(text[part.start : part.end], facets).conditions
    return {one.condition for condition in read for one in facets.meant(condition)}


def _rewritten(text: str, parts: Sequence[Typed], gone: set[int], new: str) -> str:
    """Put something new where the first of what goes was typed, or else behind all."""
    at = min(gone, default=len(parts))
    written: list[str] = []
    for number, part in enumerate(parts):
        if number == at:
            written.append(new)
        if number not in gone:
            # a phrase that was still being typed would take in what follows
            written.append(text[part.start : part.end] + ('"' if part.is_open and new else ""))
    if at == len(parts):
        written.append(new)
    return " ".join(filter(None, written))
