"""Which encoding a text is in that does not say so: certain, or nothing.

A library proposes; what it proposes must read as one of the languages that were written in that
encoding, in letters that those languages have. Of two that both do none is taken.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass

from newsdesk.domain.language import base
from newsdesk.domain.provenance import Confidence
from newsdesk.importing.language import language_of
from newsdesk.importing.lines import width

_SAMPLE = 64 * 1024  # bytes
_SHORTEST = 40  # letters; a shorter text may be anything
_MARGIN = 0.1  # between the best and the next, of what the library measures from 0 to 1
_SIGNS = frozenset("“”‘’‚„…–—•«»‹›·§©®™°ºª¡¿€£¥¢¹²³¼½¾×±†‡‰´¨\u00a0\u00ad№")
_ACUTE = "áéíóúýÁÉÍÓÚÝ"
_WESTERN = f"{_ACUTE}àèìòùâêîôûäëïöüÿãñõåæøœçßðþÀÈÌÒÙÂÊÎÔÛÄËÏÖÜŸÃÑÕÅÆØŒÇÐÞšžŠŽ"
_CENTRAL = f"{_ACUTE}ąćęłńśźżčďěňřšťůžäôľĺŕőűăâîșțşţđöüßĄĆĘŁŃŚŹŻČĎĚŇŘŠŤŮŽÄÔĽĹŔŐŰĂÂÎȘȚŞŢĐÖÜ"
_TURKISH = f"{_WESTERN}ğışĞİŞ"
_TAG = re.compile(rb"<(script|style)\b.*?</\1|<[^<>]*>", re.IGNORECASE | re.DOTALL)
_LATIN = re.compile("[A-Za-z\u00aa-\u024f]")
_HAN = re.compile("[\u3400-\u9fff]+")
_Test = Callable[[str], bool]


@dataclass(frozen=True, slots=True)
class _Encoding:
    languages: frozenset[str] | None  # base languages that it was made for; None: all
    is_written: _Test  # whether a text has only what such a text has


def guessed(raw: bytes, *, is_markup: bool = False) -> str | None:
    """Return the encoding that a text is in, None if that cannot be told for certain.

    Args:
        is_markup: what stands between angle brackets tells nothing.
    """
    sample = _sample(raw)
    if b"\0" in sample:
        fitting = [name for name in _WIDE if _is_plausible(_decoded(sample, name), _ANY)]
        return fitting[0] if len(fitting) == 1 else None
    return _of_one_byte(_TAG.sub(b" ", sample) if is_markup else sample)


def _of_one_byte(sample: bytes) -> str | None:
    """Return the encoding of a text in which a Latin letter is one byte."""
    from charset_normalizer import from_bytes  # noqa: PLC0415 - slow, and most files are UTF-8

    found: list[tuple[float, str]] = []
    for match in from_bytes(
        sample, cp_isolation=list(_ENCODINGS), threshold=0.3, enable_fallback=False
    ):
        fitting = [
            name
            for name in match.could_be_from_charset  # all of them give the same text
            if name in _ENCODINGS and _is_plausible(str(match), _ENCODINGS[name])
        ]
        if fitting:
            found.append((match.coherence - match.chaos, fitting[0]))
    if not found:  # the library thinks full-width letters a mess
        found = [(0.0, name) for name in _EAST_ASIAN if _is_whole(sample, name)]
    found.sort(reverse=True)
    is_clear = len(found) == 1 or (len(found) > 1 and found[0][0] - found[1][0] >= _MARGIN)
    return found[0][1] if is_clear else None


def _is_whole(sample: bytes, name: str) -> bool:
    """Tell whether all of a text reads as what is written in an encoding."""
    try:
        return _is_plausible(sample.decode(name), _ENCODINGS[name])
    except UnicodeDecodeError:
        return False


def _decoded(sample: bytes, name: str) -> str:
    try:
        return sample[: len(sample) // 2 * 2].decode(name)
    except UnicodeDecodeError:
        return ""


def _sample(raw: bytes) -> bytes:
    if len(raw) <= _SAMPLE:
        return raw
    end = raw.rfind(b"\n", 0, _SAMPLE) + 1  # no encoding of one byte has this in a character
    return raw[: end if end > _SAMPLE // 2 else _SAMPLE]


def _is_plausible(text: str, encoding: _Encoding) -> bool:
    beyond = "".join(char for char in text if not char.isascii())
    if width("".join(filter(str.isalpha, text[:_SAMPLE]))) < _SHORTEST:
        return False
    if not encoding.is_written(beyond if encoding.languages else text):
        return False
    language, confidence = language_of(text, "und")
    is_one = encoding.languages is None or base(language) in encoding.languages
    return confidence is Confidence.HIGH and is_one


def _latin(letters: str) -> _Test:
    allowed = _SIGNS.union(letters)
    return allowed.issuperset


def _script(first: str, last: str) -> _Test:
    """Tell that letters beyond ASCII are those of one script."""

    def is_written(text: str) -> bool:
        inside = sum(first <= char <= last for char in text)
        return inside * 10 > len(text) * 9 and all(
            first <= char <= last or char in _SIGNS for char in text
        )

    return is_written


def _han(common: str) -> _Test:
    """Tell that Chinese characters are those that are in use, which `common` can encode."""

    def is_written(text: str) -> bool:
        characters = "".join(_HAN.findall(text))
        known = len(characters.encode(common, "ignore").decode(common))
        return bool(characters) and known * 100 > len(characters) * 97 and not _LATIN.search(text)

    return is_written


def _any_script(text: str) -> bool:
    """Tell that text in two bytes a character came about by no chance."""
    letters = sum(map(str.isalpha, text))
    if letters * 10 < len(text) * 6 or not all(c.isprintable() or c in "\r\n\t" for c in text):
        return False
    characters = "".join(_HAN.findall(text))
    common = (characters.encode(name, "ignore") for name in ("gb2312", "big5", "cp932"))
    return max(map(len, common)) * 50 >= len(characters) * 97  # two bytes each


_CYRILLIC = _script("\u0400", "\u045f")
_ENCODINGS = {  # name of the codec -> what is written in it
    "cp1252": _Encoding(
        frozenset({"en", "fr", "de", "es", "it", "pt", "nl", "sv", "da", "nb", "fi", "is", "ca"}),
        _latin(_WESTERN),
    ),
    "cp1250": _Encoding(
        frozenset({"pl", "cs", "sk", "hu", "sl", "hr", "bs", "ro", "sq"}), _latin(_CENTRAL)
    ),
    "iso8859_2": _Encoding(
        frozenset({"pl", "cs", "sk", "hu", "sl", "hr", "bs", "ro", "sq"}), _latin(_CENTRAL)
    ),
    "cp1254": _Encoding(frozenset({"tr", "az"}), _latin(_TURKISH)),
    "cp1251": _Encoding(frozenset({"ru", "uk", "bg", "be", "sr", "mk"}), _CYRILLIC),
    "koi8_r": _Encoding(frozenset({"ru"}), _CYRILLIC),
    "cp1256": _Encoding(frozenset({"ar", "fa", "ur"}), _script("\u060c", "\u06d3")),
    "cp1253": _Encoding(frozenset({"el"}), _script("\u0384", "\u03ce")),
    "cp1255": _Encoding(frozenset({"he", "yi"}), _script("\u05b0", "\u05f4")),
    "cp932": _Encoding(frozenset({"ja"}), _han("cp932")),
    "euc_jp": _Encoding(frozenset({"ja"}), _han("cp932")),
    "gb18030": _Encoding(frozenset({"zh"}), _han("gb2312")),
    "big5": _Encoding(frozenset({"zh"}), _han("big5")),
    "cp949": _Encoding(frozenset({"ko"}), _script("\u1100", "\ud7a3")),
}
_EAST_ASIAN = ("cp932", "euc_jp", "gb18030", "big5", "cp949")
_WIDE = ("utf_16_le", "utf_16_be")
_ANY = _Encoding(None, _any_script)
