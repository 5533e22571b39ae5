"""Domain values to plain JSON and back, one way only, so that hashes hold.

Instants are written in UTC with `Z`, naive times without a zone; sets are sorted; keys are sorted
by `to_json`. `decode` takes what `encode` gave and raises `ValueError` on anything else.
"""

import json
import re
import types
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from dataclasses import fields, is_dataclass
from datetime import UTC, date, datetime
from enum import StrEnum
from functools import cache, partial
from typing import Any, TypeVar, Union, cast, get_args, get_origin, get_type_hints
from uuid import UUID

from newsdesk.domain.pieces import PIECE, pieces

_T = TypeVar("_T")
_HALF = re.compile("[\ud800-\udfff]")
_AS_THEY_ARE = frozenset({type(None), bool, int, str})
Plain = None | bool | int | float | str | list[Any] | dict[str, Any]


def encode(value: object) -> Plain:
    """Return `value` as JSON has it; raise `TypeError` for what no domain value holds.

    A whole number is written the same whether it is an `int` or a `float`: a store that knows only
    one of them changes no hash.
    """
    kind = type(value)
    if kind in _AS_THEY_ARE:
        return cast(Plain, value)
    if names := _field_names(kind):
        return {name: encode(getattr(value, name)) for name in names}
    if isinstance(value, str):
        return str(value)
    if isinstance(value, float):
        return int(value) if value.is_integer() else value
    return _encode_atom(value) if isinstance(value, (date, UUID)) else _encode_many(value)


@cache
def _field_names(kind: type[object]) -> tuple[str, ...]:
    return tuple(field.name for field in fields(kind)) if is_dataclass(kind) else ()


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


def composed(value: _T) -> _T:
    """Return a domain value with all its text as it is stored.

    In NFC, without NUL (no database takes it), and U+FFFD for what is no character at all: half a
    surrogate pair, as a shell hands on bytes that are no UTF-8.
    """
    if _is_composed(value):
        return value
    plain = encode(value)
    text = _composed(plain)
    return value if text == plain else decode(type(value), text)


def _is_composed(value: object) -> bool:
    """Tell of nearly every value that it is, by all its text at once; no is said too often."""
    texts: list[str] = []
    _collect(value, texts)
    text = "\n".join(texts)
    try:
        text.encode()
    except UnicodeEncodeError:  # half a surrogate pair
        return False
    return "\0" not in text and all(map(_is_normalized, pieces(text)))


def _collect(value: object, texts: list[str]) -> None:
    """Put all the text in a value on a list."""
    if isinstance(value, str):
        texts.append(value)
    elif names := _field_names(type(value)):
        for name in names:
            _collect(getattr(value, name), texts)
    elif isinstance(value, tuple | list | frozenset):
        for one in cast(Iterable[object], value):
            _collect(one, texts)
    elif isinstance(value, Mapping):
        for pair in cast(Mapping[object, object], value).items():
            _collect(pair, texts)


_is_normalized = partial(unicodedata.is_normalized, "NFC")


def _composed(plain: Plain) -> Plain:
    if isinstance(plain, str):
        whole = _HALF.sub("\ufffd", plain)
        return unicodedata.normalize("NFC", whole).replace("\0", "")
    if isinstance(plain, list):
        return [_composed(item) for item in plain]
    if isinstance(plain, dict):
        return {key: _composed(item) for key, item in plain.items()}
    return plain


def to_json(value: object) -> bytes:
    """Return the one canonical form, of a domain value as of what `encode` makes of it.

    Sorted keys, no spaces, UTF-8.

    Raises:
        ValueError: a number is none (NaN) or infinite, or a text holds half a surrogate pair.
    """
    return _dump(value).encode()


def _one_level(value: object) -> object:
    """Help the encoder of `json` over what it does not know; it goes on from there by itself."""
    return _fields_of(value) if _field_names(type(value)) else encode(value)


def _fields_of(value: object) -> dict[str, object]:
    found = {name: getattr(value, name) for name in _field_names(type(value))}
    return {k: encode(v) if isinstance(v, float) else v for k, v in found.items()}


_encode = json.JSONEncoder(
    ensure_ascii=False,
    sort_keys=True,
    separators=(",", ":"),
    allow_nan=False,
    check_circular=False,  # frozen values cannot hold themselves
    default=_one_level,
).encode


def _dump(value: object) -> str:
    """Return the JSON of a value; what is very long in it is written in pieces."""
    known = cast(dict[str, object], value) if isinstance(value, dict) else _fields_of(value)
    if not any(map(_is_long, known.values())):
        return _encode(value)
    return f"{{{','.join(f'{_encode(name)}:{_field(known[name])}' for name in sorted(known))}}}"


def _is_long(value: object) -> bool:
    return isinstance(value, str) and len(value) > PIECE


def _field(value: object) -> str:
    if isinstance(value, str):
        return f'"{"".join(_encode(piece)[1:-1] for piece in pieces(value))}"'
    return _encode(value)


def decode(kind: type[_T], plain: Any) -> _T:
    """Return the value of type `kind` that `encode` wrote as `plain`.

    A field that is missing takes its default, so that old snapshots stay readable; a field that
    nobody knows any more is passed over.

    Raises:
        ValueError: `plain` is no such value.
    """
    try:
        return cast(_T, _decoder(kind)(plain))
    except (TypeError, KeyError, AttributeError, ValueError, OverflowError) as error:
        raise ValueError(f"not a {kind.__name__}: {error}") from error


@cache
def _decoder(kind: Any) -> Callable[[Any], Any]:
    """Return what reads values of a type: put together once, because lists have many of them."""
    kind = getattr(kind, "__supertype__", kind)  # NewType
    origin = get_origin(kind)
    if origin in (Union, types.UnionType):
        (only,) = (item for item in get_args(kind) if item is not type(None))
        return _or_none(_decoder(only))
    if origin in (tuple, frozenset):
        return _many(origin, _decoder(get_args(kind)[0]))
    if origin is not None and issubclass(origin, Mapping):
        return _by_key(_decoder(get_args(kind)[1]))
    if is_dataclass(kind):
        made = cast(type[Any], kind)
        return _fields(made, {name: _decoder(hint) for name, hint in get_type_hints(made).items()})
    return _scalar(kind)


def _or_none(read: Callable[[Any], Any]) -> Callable[[Any], Any]:
    return lambda plain: None if plain is None else read(plain)


def _many(made: Callable[[Any], Any], read: Callable[[Any], Any]) -> Callable[[Any], Any]:
    return lambda plain: made(map(read, _checked(plain, list)))


def _by_key(read: Callable[[Any], Any]) -> Callable[[Any], Any]:
    return lambda plain: {key: read(value) for key, value in _checked(plain, dict).items()}


def _fields(
    made: Callable[..., Any], read: Mapping[str, Callable[[Any], Any]]
) -> Callable[[Any], Any]:
    def value(plain: Any) -> Any:
        _checked(plain, dict)
        return made(**{name: of(plain[name]) for name, of in read.items() if name in plain})

    return value


def _scalar(kind: Any) -> Callable[[Any], Any]:
    if kind is datetime or kind is date:
        return cast(Callable[[Any], Any], kind.fromisoformat)
    if kind is UUID or issubclass(kind, StrEnum):
        return cast(Callable[[Any], Any], kind)
    if kind is float:
        return lambda plain: float(plain) if isinstance(plain, int) else _checked(plain, float)
    return lambda plain: _checked(plain, kind)


def _checked(plain: Any, kind: type[Any]) -> Any:
    if not isinstance(plain, kind):
        raise TypeError(f"{plain!r} is no {kind.__name__}")
    return plain
