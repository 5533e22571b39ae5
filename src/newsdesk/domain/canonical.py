"""Domain values to plain JSON and back, one way only, so that hashes hold.

Instants are written in UTC with `Z`, naive times without a zone; sets are sorted; keys are sorted
by `to_json`. `decode` takes what `encode` gave and raises `ValueError` on anything else.
"""

import json
import types
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import UTC, date, datetime
from enum import StrEnum
from functools import cache
from typing import Any, TypeVar, Union, cast, get_args, get_origin, get_type_hints
from uuid import UUID

_T = TypeVar("_T")
Plain = None | bool | int | float | str | list[Any] | dict[str, Any]


def encode(value: object) -> Plain:
    """Return `value` as JSON has it; raise `TypeError` for what no domain value holds."""
    if value is None or isinstance(value, bool | int | float):
        return value
    if isinstance(value, str):
        return str(value)
    if is_dataclass(value):
        return {field.name: encode(getattr(value, field.name)) for field in fields(value)}
    return _encode_atom(value) if isinstance(value, date | UUID) else _encode_many(value)


def _encode_atom(value: date | UUID) -> str:
    if isinstance(value, UUID):
        return str(value)
    if isinstance(value, datetime) and value.tzinfo is not None:
        return value.astimezone(UTC).isoformat().replace("+00:00", "Z")
    return value.isoformat()


def _encode_many(value: object) -> Plain:
    if isinstance(value, tuple | list):
        return [encode(item) for item in cast(tuple[object, ...], value)]
    if isinstance(value, frozenset):
        return sorted(map(encode, cast(frozenset[object], value)), key=to_json)
    if isinstance(value, Mapping):
        return {str(k): encode(v) for k, v in cast(Mapping[object, object], value).items()}
    raise TypeError(type(value).__name__)


def to_json(plain: Plain) -> bytes:
    """Return the one canonical form: sorted keys, no spaces, UTF-8."""
    return json.dumps(plain, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def decode(kind: type[_T], plain: Any) -> _T:
    """Return the value of type `kind` that `encode` wrote as `plain`.

    A field that is missing takes its default, so that old snapshots stay readable; a field that
    nobody knows any more is passed over.

    Raises:
        ValueError: `plain` is no such value.
    """
    try:
        return cast(_T, _decode(kind, plain))
    except (TypeError, KeyError, AttributeError, ValueError) as error:
        raise ValueError(f"not a {kind.__name__}: {error}") from error


def _decode(kind: Any, plain: Any) -> Any:
    kind = getattr(kind, "__supertype__", kind)  # NewType
    origin = get_origin(kind)
    if origin in (Union, types.UnionType):
        return None if plain is None else _decode(_not_none(kind), plain)
    if origin is tuple:
        return tuple(_decode(get_args(kind)[0], item) for item in plain)
    if origin is frozenset:
        return frozenset(_decode(get_args(kind)[0], item) for item in plain)
    if origin is not None and issubclass(origin, Mapping):
        item = get_args(kind)[1]
        return {key: _decode(item, value) for key, value in plain.items()}
    if is_dataclass(kind):
        made = cast(type[Any], kind)
        hints = _hints(made)
        return made(**{name: _decode(hints[name], plain[name]) for name in hints if name in plain})
    return _scalar(kind, plain)


def _scalar(kind: Any, plain: Any) -> Any:
    if kind is datetime or kind is date:
        return kind.fromisoformat(plain)
    if kind is UUID or issubclass(kind, StrEnum):
        return kind(plain)
    if kind is float and isinstance(plain, int):
        return float(plain)
    if not isinstance(plain, kind):
        raise TypeError(f"{plain!r} is no {kind.__name__}")
    return plain


def _not_none(kind: Any) -> Any:
    (only,) = (item for item in get_args(kind) if item is not type(None))
    return only


@cache
def _hints(kind: type[Any]) -> dict[str, Any]:
    return get_type_hints(kind)
