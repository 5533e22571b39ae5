"""Tables of contacts as Outlook, Google and spreadsheets write them: comma-separated values."""

import csv
import json
import re
from collections.abc import Callable, Mapping, Sequence
from io import StringIO
from typing import Any, cast
from uuid import UUID

from newsdesk.domain.contact import PointKind
from newsdesk.domain.errors import ImportProblem, ImportRefusedError
from newsdesk.domain.fold import fold
from newsdesk.domain.person import TypedRole
from newsdesk.domain.spreadsheet_cell import restored
from newsdesk.importing.decoding import decoded
from newsdesk.importing.found_cards import (
    LONGEST_FIELD,
    MOST_CARDS,
    CardParts,
    Doubt,
    FoundBook,
    FoundCard,
    RowProblem,
    one_line,
    read_day,
)
from newsdesk.importing.table_columns import Column, columns_of

_DELIMITERS = ",;\t|"
_SAID = re.compile(r"sep=(.)\s*", re.IGNORECASE)
_SEVERAL = re.compile(r"\s*(?:;| ::: |\n)\s*")
_NO = frozenset({"no", "false", "0", "non", "nein", "لا", "off"})
_EVERY = 500  # rows between two reports


def read_table(
    raw: bytes, name: str, report: Callable[[int, int], None] = lambda _done, _total: None
) -> FoundBook:
    """Return the cards of a table, its columns told by their usual names.

    Raises:
        ImportRefusedError: it is no text, in no encoding that can be told, no table of contacts, or
            a quotation mark in it is never closed.
    """
    found = decoded(raw, name)
    rows = _rows(found.text, name)
    headings = rows[0][1] if rows else list[str]()
    columns = columns_of(headings)
    if not columns.names_somebody:
        raise ImportRefusedError(ImportProblem.UNKNOWN_KIND, name, ", ".join(headings)[:200])
    if len(rows) > MOST_CARDS:
        raise ImportRefusedError(ImportProblem.TOO_MANY, name, str(MOST_CARDS))
    cards: list[FoundCard] = []
    refused: list[tuple[int, RowProblem]] = []
    for number, (line, cells) in enumerate(rows[1:]):
        if number % _EVERY == 0:
            report(number, len(rows))
        card = _card(line, cells, columns.columns)
        if isinstance(card, FoundCard):
            cards.append(card)
        else:
            refused.append((line, card))
    report(len(rows), len(rows))
    return FoundBook(
        cards=tuple(cards),
        refused=tuple(refused),
        encoding=found.guess,
        columns=tuple(zip(headings, columns.told, strict=True)),
    )


def _rows(text: str, name: str) -> list[tuple[int, list[str]]]:
    """Return the rows that have anything in them, each with the line it begins on."""
    first, _, rest = text.partition("\n")
    said = _SAID.fullmatch(first)
    skipped = 0
    if said is not None:
        delimiter, text, skipped = said[1], rest, 1
    else:
        heading = re.sub(r'"[^"]*"', "", first)
        delimiter = max(_DELIMITERS, key=heading.count)
    rows: list[tuple[int, list[str]]] = []
    reader = csv.reader(StringIO(text, newline=""), delimiter=delimiter, strict=True)
    begun = skipped + 1
    try:
        for cells in reader:
            if any(map(str.strip, cells)):
                rows.append((begun, [restored(cell) for cell in cells]))
            begun = skipped + reader.line_num + 1
    except csv.Error as error:  # a quotation mark that is never closed, or a cell without end
        raise ImportRefusedError(ImportProblem.DAMAGED, name, f"line {begun}") from error
    return rows


def _card(
    line: int, cells: Sequence[str], columns: Sequence[Column | None]
) -> FoundCard | RowProblem:
    if any(len(cell) > LONGEST_FIELD * 4 for cell in cells):
        return RowProblem.TOO_LONG
    parts = CardParts(line=line)
    names: dict[str, str] = {}
    if len(cells) > len(columns):
        parts.doubts.add(Doubt.COLUMNS)
    kinds = {
        column.number: cell
        for column, cell in zip(columns, cells, strict=False)
        if column is not None and column.field == "phone_type"
    }
    for column, cell in zip(columns, cells, strict=False):
        if column is None or not cell.strip():
            continue
        if column.field in ("first", "middle", "last"):
            names[column.field] = one_line(cell)
        elif column.field == "phone" and column.number in kinds:
            _add_points(parts, _kind_of(kinds[column.number]), cell)
        else:
            _TAKERS[column.field](parts, cell)
    given = " ".join(filter(None, (names.get("first"), names.get("middle"))))
    whole = " ".join(filter(None, (given, names.get("last"))))
    parts.name = parts.name or whole
    if names.get("last") and not parts.sort_name:
        parts.sort_name = ", ".join(filter(None, (names["last"], given)))
    return parts.found()


def _add_points(parts: CardParts, kind: PointKind, cell: str, *, public: bool = True) -> None:
    for text in _SEVERAL.split(cell):
        parts.add_point(kind, one_line(text), public=public)


def _kind_of(words: str) -> PointKind:
    said = fold(words)
    if "fax" in said:
        return PointKind.FAX
    if "whatsapp" in said:
        return PointKind.WHATSAPP
    is_mobile = any(word in said for word in ("mobile", "cell", "movil", "portable", "handy"))
    return PointKind.MOBILE if is_mobile else PointKind.PHONE


def _take_private(parts: CardParts, cell: str) -> None:
    for text in _SEVERAL.split(cell):
        word, _colon, value = text.partition(":")
        kind = next((one for one in PointKind if one.value == word.strip().lower()), None)
        if kind is None:
            parts.doubts.add(Doubt.PART)
        else:
            parts.add_point(kind, one_line(value), public=False)


def _take_verified(parts: CardParts, cell: str) -> None:
    parts.last_verified = cell
    if read_day(cell) is None:
        parts.doubts.add(Doubt.DATE)


def _take_roles(parts: CardParts, cell: str) -> None:
    try:
        rows = cast(list[dict[str, Any]], json.loads(cell))
        parts.roles += [
            TypedRole(
                titles={str(tag): one_line(str(text)) for tag, text in row["titles"].items()},
                organisation=one_line(str(row.get("organisation") or "")),
                valid_from=read_day(str(row.get("from") or "")),
                valid_to=read_day(str(row.get("to") or "")),
            )
            for row in rows
        ]
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        parts.doubts.add(Doubt.PART)


def _take_key(parts: CardParts, cell: str) -> None:
    try:
        parts.key = UUID(cell.strip())
    except ValueError:
        parts.key = None


def _point_taker(kind: PointKind) -> Callable[[CardParts, str], None]:
    return lambda parts, cell: _add_points(parts, kind, cell)


def _text_taker(name: str) -> Callable[[CardParts, str], None]:
    return lambda parts, cell: setattr(parts, name, getattr(parts, name) or one_line(cell))


def _list_taker(name: str) -> Callable[[CardParts, str], None]:
    return lambda parts, cell: getattr(parts, name).extend(_SEVERAL.split(cell.strip()))


def _truth_taker(name: str) -> Callable[[CardParts, str], None]:
    return lambda parts, cell: setattr(parts, name, fold(cell) not in _NO)


_TAKERS: Mapping[str, Callable[[CardParts, str], None]] = {
    "name": _text_taker("name"),
    "sort_name": _text_taker("sort_name"),
    "variants": _list_taker("variants"),
    "role_title": _text_taker("role_title"),
    "office": _text_taker("office"),
    "department": lambda parts, cell: setattr(
        parts, "office", ", ".join(filter(None, (parts.office, one_line(cell))))
    ),
    "email": _point_taker(PointKind.EMAIL),
    "phone": _point_taker(PointKind.PHONE),
    "mobile": _point_taker(PointKind.MOBILE),
    "fax": _point_taker(PointKind.FAX),
    "whatsapp": _point_taker(PointKind.WHATSAPP),
    "web": _point_taker(PointKind.WEB),
    "private": _take_private,
    "languages": _list_taker("languages"),
    "tz": _text_taker("tz"),
    "hours": _text_taker("hours"),
    "public": _truth_taker("is_public"),
    "active": _truth_taker("is_active"),
    "verified": _take_verified,
    "roles": _take_roles,
    "key": _take_key,
    "phone_type": lambda _parts, _cell: None,
}
