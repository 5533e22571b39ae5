"""A vocabulary of IPTC's NewsCodes, out of the JSON that IPTC gives it away as.

Two shapes are read: that of the NewsCodes server (`conceptSet`, each with its `qcode`) and JSON-LD
of SKOS (`@graph`).
"""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, cast

from newsdesk.domain.canonical import composed
from newsdesk.domain.errors import FieldError, ImportProblem, ImportRefusedError
from newsdesk.domain.language import base, normalised
from newsdesk.domain.vocabulary import Scheme

_SCHEMES = {"mediatopic": Scheme.IPTC_MEDIATOPIC, "genre": Scheme.IPTC_GENRE}
_CODES = {"mediatopic": "medtop", "subjectcode": "subj"}  # how a qcode begins; others: as called
_ADDRESS = re.compile(r"/newscodes/(?P<scheme>[a-z]+)/(?P<code>[^/?#]+)/?$")
_LONGEST = 200  # characters of a name
_MOST = 100_000
_UNKNOWN = "und"
_Object = Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Concept:
    """One term of such a vocabulary."""

    uri: str
    qcode: str
    names: Mapping[str, str]  # language -> name, the English one first
    broader: str | None = None  # the uri of another one
    is_retired: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class NewsCodes:
    """What a file holds."""

    scheme: Scheme  # ours; themes, if it is none that newsdesk has a place for
    concepts: tuple[Concept, ...]


def read_newscodes(text: str, source: str) -> NewsCodes:
    """Return the vocabulary of a file.

    Raises:
        ImportRefusedError: it is no JSON, or no vocabulary, or holds more than any has.
    """
    try:
        plain = json.loads(text)
    except (ValueError, RecursionError) as error:
        detail = error.args[0] if error.args else ""
        raise ImportRefusedError(ImportProblem.DAMAGED, source, str(detail)) from error
    found = [concept for one in _objects(plain) if (concept := _concept(one)) is not None]
    by_code = {concept.qcode: concept for concept in found}
    if not by_code:
        raise ImportRefusedError(ImportProblem.NO_TERMS, source)
    if len(by_code) > _MOST:
        raise ImportRefusedError(ImportProblem.TOO_LARGE, source)
    return NewsCodes(scheme=_scheme(found), concepts=tuple(by_code.values()))


def _objects(plain: Any) -> Sequence[Any]:
    """Return the concepts of either shape, and whatever else stands among them."""
    if isinstance(plain, dict):
        file = cast(_Object, plain)
        plain = file.get("conceptSet", file.get("@graph"))
    return cast(list[Any], plain) if isinstance(plain, list) else []


def _concept(plain: Any) -> Concept | None:
    if not isinstance(plain, dict):
        return None
    one = cast(_Object, plain)
    uri = _text(one.get("uri", one.get("@id")))
    names = dict(_names(_of(one, "prefLabel")))
    if not uri or not names:
        return None
    english = {tag: name for tag, name in names.items() if tag == "en"}
    return Concept(
        uri=uri,
        qcode=_text(one.get("qcode")) or _text(_of(one, "notation")) or _qcode(uri),
        names=composed(english | names),
        broader=next(_addresses(_of(one, "broader")), None),
        is_retired=bool(one.get("retired")) or bool(_of(one, "deprecated")),
    )


def _of(one: _Object, name: str) -> Any:
    """Return a property, whatever its name is written with: `skos:broader`, or a whole address."""
    for key, value in one.items():
        if re.split("[:#/]", key)[-1] == name:
            return value
    return None


def _text(value: Any) -> str:
    if isinstance(value, list) and value:
        value = cast(list[Any], value)[0]
    if isinstance(value, dict):
        value = cast(_Object, value).get("@value")
    return " ".join(value.split()) if isinstance(value, str) else ""


def _names(value: Any) -> Iterator[tuple[str, str]]:
    """Yield language and name; of two kinds of one language the plainer one is told last."""
    pairs: list[tuple[str, str]] = []
    if isinstance(value, dict) and "@value" not in value:
        pairs += [(tag, _text(name)) for tag, name in cast(_Object, value).items()]
    elif value is not None:
        for one in _many(value):
            tag = cast(_Object, one).get("@language") if isinstance(one, dict) else None
            pairs.append((tag if isinstance(tag, str) else _UNKNOWN, _text(one)))
    for tag, name in sorted(pairs, key=lambda pair: -len(pair[0])):
        if 0 < len(name) <= _LONGEST and (language := _language(tag)):
            yield language, name


def _many(value: Any) -> list[Any]:
    return cast(list[Any], value) if isinstance(value, list) else [value]


def _language(tag: str) -> str:
    """Return a language as newsdesk files names under it: "en-GB" is English, "zh-Hant" is not."""
    try:
        whole = normalised(tag)
    except FieldError:
        return _UNKNOWN if tag == _UNKNOWN else ""
    parts = whole.split("-")
    is_script = len(parts) > 1 and len(parts[1]) == 4
    return "-".join(parts[:2]) if is_script else base(whole)


def _addresses(value: Any) -> Iterator[str]:
    for one in _many(value):
        if isinstance(one, str):
            yield one
        elif isinstance(one, dict) and isinstance(address := cast(_Object, one).get("@id"), str):
            yield address


def _qcode(uri: str) -> str:
    found = _ADDRESS.search(uri)
    if found is None:
        return uri
    return f"{_CODES.get(found['scheme'], found['scheme'])}:{found['code']}"


def _scheme(concepts: Sequence[Concept]) -> Scheme:
    named = [found["scheme"] for one in concepts if (found := _ADDRESS.search(one.uri))]
    return _SCHEMES.get(named[0], Scheme.THEME) if named else Scheme.THEME
