"""What the person typed, read."""

import argparse
import sys
from collections.abc import Sequence
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import TypeVar

from newsdesk.domain.contact import ContactPoint, PointKind
from newsdesk.domain.language import normalised
from newsdesk.importing.decoding import decode
from newsdesk.services.contacts import typed_point
from newsdesk.services.files import read_whole

_E = TypeVar("_E", bound=StrEnum)
_POINTS = (
    ("phone", PointKind.PHONE, True),
    ("mobile", PointKind.MOBILE, True),
    ("private_mobile", PointKind.MOBILE, False),
    ("email", PointKind.EMAIL, True),
    ("fax", PointKind.FAX, True),
    ("whatsapp", PointKind.WHATSAPP, True),
    ("web", PointKind.WEB, True),
)


class UsageError(Exception):
    """The words do not fit the command."""


def assignments(pairs: Sequence[str], names: Sequence[str]) -> dict[str, str]:
    """Read `name=value` pairs; raise `UsageError` for a name that is not among `names`."""
    values: dict[str, str] = {}
    for pair in pairs:
        name, equals, value = pair.partition("=")
        if not equals:
            raise UsageError(f"--set takes FIELD=VALUE, not {pair!r}")
        if name.strip() not in names:
            raise UsageError(f"there is no field {name!r}; there are: {', '.join(names)}")
        values[name.strip()] = value
    return values


def text_of(file: str) -> str:
    """Return the text of a file, or of standard input for `-`.

    Raises:
        ImportRefusedError: it cannot be read as text.
    """
    if file == "-":
        return decode(sys.stdin.buffer.read(), "standard input")
    return decode(read_whole(Path(file)), file)


def one_of(kind: type[_E], option: str, value: str) -> _E:
    try:
        return kind(value.casefold())
    except ValueError as error:
        raise UsageError(f"{option} is one of: {', '.join(kind)}") from error


def day(option: str, value: str) -> date:
    try:
        return date.fromisoformat(value)
    except ValueError as error:
        raise UsageError(f"{option} takes a day such as 2026-05-03, not {value!r}") from error


def typed_points(
    words: argparse.Namespace, before: Sequence[ContactPoint]
) -> tuple[ContactPoint, ...]:
    """Return the points of a contact with those typed; they replace those of their kind."""
    points = list(before)
    for option, kind, is_public in _POINTS:
        values = getattr(words, option)
        if values is not None:
            points = [p for p in points if (p.kind, p.public) != (kind, is_public)]
            points += [typed_point(kind, value, public=is_public) for value in values if value]
    return tuple(points)


def language_tags(text: str) -> tuple[str, ...]:
    """Read languages with commas or semicolons between them."""
    return tuple(normalised(tag) for tag in text.replace(",", ";").split(";") if tag.strip())
