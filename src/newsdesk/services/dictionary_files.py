"""Dictionaries as people get them: a pair of files, or a LibreOffice or Mozilla extension.

Hunspell takes whatever it is given, and never says that half of it is missing; so what is there is
looked at before it is kept.
"""

import codecs
import json
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any

from newsdesk.domain.errors import DictionaryProblem, DictionaryRefusedError
from newsdesk.domain.language import normalised
from newsdesk.importing.archive import members
from newsdesk.services.files import read_whole, reading_in_words

LARGEST = 64 * 1024 * 1024  # bytes of one file; the largest dictionaries have a tenth of it
ARCHIVES = (".oxt", ".xpi", ".zip")
HALVES = (".aff", ".dic")

_LANGUAGE = re.compile(r"(?P<tag>[a-z]{2,3}(?:[-_][A-Za-z]{2,4})?)(?=$|[-_. ])", re.IGNORECASE)
_AFFIX_LINE = re.compile(r"^(?:SET|TRY|SFX|PFX|REP|FLAG|WORDCHARS|LANG|KEY|NOSUGGEST)\s", re.M)
_SET = re.compile(rb"^SET[ \t]+(\S+)", re.M)
_COUNTED = re.compile(r"^(SFX|PFX)[ \t]+(\S+)[ \t]+[YN][ \t]+(\d{1,7})[ \t]*(?:#.*)?$", re.M)
_RULE = re.compile(r"^(SFX|PFX)[ \t]+(\S+)[ \t]+\S+[ \t]+\S+", re.M)
_COUNT = re.compile(r"[0-9]{1,8}")
_LEAST_SHARE = 0.9  # of the words that a list says it has; what says so is often a little off
_HUNSPELL_DEFAULT = "ISO8859-1"


@dataclass(frozen=True, slots=True)
class FoundDictionary:
    """A dictionary that is whole, as far as can be told without loading it."""

    tag: str  # BCP 47
    aff: bytes
    dic: bytes


def read_dictionaries(path: Path, tag: str | None = None) -> list[FoundDictionary]:
    """Return the dictionaries in a file, or in it and its other half beside it.

    Args:
        tag: what language they are of; by default what their names say.

    Raises:
        DictionaryRefusedError: it is none, or not whole.
        ImportRefusedError: it cannot be read, or is an archive that is not to be trusted.
    """
    suffix = path.suffix.lower()
    if suffix in HALVES:
        halves = {suffix: read_whole(path, largest=LARGEST)}
        return [_checked(path.name, halves | _other_half(path), tag or _tag_of(path.stem))]
    if suffix not in ARCHIVES:
        raise DictionaryRefusedError(DictionaryProblem.NONE, path.name)
    return _in_archive(path, tag)


def _other_half(path: Path) -> dict[str, bytes]:
    wanted = next(one for one in HALVES if one != path.suffix.lower())
    for suffix in (wanted, wanted.upper()):
        if (other := path.with_suffix(suffix)).is_file():
            return {wanted: read_whole(other, largest=LARGEST)}
    raise DictionaryRefusedError(DictionaryProblem.HALF, path.name, path.with_suffix(wanted).name)


def _in_archive(path: Path, tag: str | None) -> list[FoundDictionary]:
    with reading_in_words(str(path)), path.open("rb") as file:
        files = {member.name: member for member in members(file, path.name)}
        places: dict[str, dict[str, str]] = {}  # without the suffix -> suffix -> name
        for name in files:
            pure = PurePosixPath(name)
            # hyphenation patterns have the same ending as words
            if pure.suffix.lower() in HALVES and not pure.name.lower().startswith("hyph"):
                places.setdefault(str(pure.with_suffix("")), {})[pure.suffix.lower()] = name
        pairs = {place: pair for place, pair in places.items() if ".dic" in pair}
        if not pairs:
            raise DictionaryRefusedError(DictionaryProblem.NONE, path.name)
        manifest = files.get("manifest.json")
        said = _said_tags(manifest.read() if manifest else b"")
        found: list[FoundDictionary] = []
        for place, pair in pairs.items():
            name = PurePosixPath(place).name
            if ".aff" not in pair:
                raise DictionaryRefusedError(DictionaryProblem.HALF, path.name, f"{name}.aff")
            named = tag or said.get(pair[".dic"]) or _tag_of(name)
            halves = {suffix: _limited(files[pair[suffix]].read(), path) for suffix in HALVES}
            found.append(_checked(path.name, halves, named or _tag_of(path.stem)))
    return found


def _limited(content: bytes, path: Path) -> bytes:
    if len(content) > LARGEST:
        raise DictionaryRefusedError(DictionaryProblem.TOO_LARGE, path.name)
    return content


def _said_tags(manifest: bytes) -> Mapping[str, str]:
    """Return what a Mozilla extension says: file -> language."""
    try:
        said: Any = json.loads(manifest)
        return {str(file): str(tag) for tag, file in said["dictionaries"].items()}
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError):
        return {}


def _tag_of(name: str) -> str | None:
    """Return the language that the name of a file begins with: "de_DE_frami" is German's."""
    found = _LANGUAGE.match(name)
    return found["tag"] if found else None


def _checked(source: str, halves: Mapping[str, bytes], tag: str | None) -> FoundDictionary:
    aff, dic = halves[".aff"], halves[".dic"]
    if b"\0" in aff or b"\0" in dic:
        raise DictionaryRefusedError(DictionaryProblem.NONE, source)
    encoding = _encoding(source, aff)
    try:
        affixes, words = aff.decode(encoding), dic.decode(encoding)
    except UnicodeDecodeError as error:
        raise DictionaryRefusedError(DictionaryProblem.ENCODING, source, encoding) from error
    _check_affixes(source, affixes)
    _check_words(source, words.splitlines())
    if tag is None:
        raise DictionaryRefusedError(DictionaryProblem.UNKNOWN_LANGUAGE, source)
    return FoundDictionary(normalised(tag), aff, dic)


def _encoding(source: str, aff: bytes) -> str:
    """Return the encoding that an affix file says it has, if Python and the engine know it."""
    said = _SET.search(aff.removeprefix(codecs.BOM_UTF8))
    name = said[1].decode("ascii", "replace") if said else _HUNSPELL_DEFAULT
    try:
        return codecs.lookup(name).name
    except LookupError as error:
        raise DictionaryRefusedError(DictionaryProblem.ENCODING, source, name) from error


def _check_affixes(source: str, affixes: str) -> None:
    if affixes.strip() and not _AFFIX_LINE.search(affixes):
        raise DictionaryRefusedError(DictionaryProblem.NONE, source)
    rules = Counter((kind, flag) for kind, flag in _found(_RULE, affixes))
    for kind, flag, number in _found(_COUNTED, affixes):
        if rules[kind, flag] - 1 < int(number):  # one is the line that says how many there are
            raise DictionaryRefusedError(DictionaryProblem.DAMAGED, source)


def _found(pattern: re.Pattern[str], text: str) -> Iterable[tuple[str, ...]]:
    return (found.groups() for found in pattern.finditer(text))


def _check_words(source: str, lines: list[str]) -> None:
    first = lines[0].removeprefix("\ufeff").split() if lines else []
    if not first or not _COUNT.fullmatch(first[0]):
        raise DictionaryRefusedError(DictionaryProblem.NONE, source)
    words = sum(1 for line in lines[1:] if line.strip())
    if words == 0 or words < _LEAST_SHARE * int(first[0]):
        raise DictionaryRefusedError(DictionaryProblem.DAMAGED, source)
