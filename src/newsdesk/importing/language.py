"""Which language a text is written in, the same answer every time."""

import re
from collections.abc import Callable
from functools import cache
from importlib import import_module
from typing import Protocol, cast

from newsdesk.domain.language import base
from newsdesk.domain.provenance import Confidence

_LONGEST = 900  # bytes the detector reads
_SHORTEST = 40  # letters; below, the script is all that can be said
_SURE = 0.7
_RENAMED = {"iw": "he", "jw": "jv", "no": "nb", "fil": "tl"}
_SCRIPTS = (  # a script, the language to suppose, the languages it is shared by
    (re.compile(r"[\u3040-\u30ff]"), "ja", {"ja"}),
    (re.compile(r"[\uac00-\ud7af]"), "ko", {"ko"}),
    (re.compile(r"[\u4e00-\u9fff]"), "zh", {"zh", "ja"}),
    (re.compile(r"[\u0600-\u06ff]"), "ar", {"ar", "fa", "ur", "ps", "sd", "ug", "ckb"}),
    (re.compile(r"[\u0400-\u04ff]"), "ru", {"ru", "uk", "bg", "sr", "mk", "be", "kk", "ky", "mn"}),
    (re.compile(r"[\u0590-\u05ff]"), "he", {"he", "yi"}),
    (re.compile(r"[\u0370-\u03ff]"), "el", {"el"}),
    (re.compile(r"[\u0900-\u097f]"), "hi", {"hi", "mr", "ne"}),
    (re.compile(r"[\u0e00-\u0e7f]"), "th", {"th"}),
)
_LAST_LATIN = "\u036f"
_IS_ADDRESS = re.compile(r"[^@/]{0,80}(?:@|//)|www\.").match


class _Result(Protocol):
    language: str
    probability: float
    is_reliable: bool


class _Detector(Protocol):
    def FindLanguage(self, text: str) -> _Result: ...  # noqa: N802 - the library's name


def language_of(text: str, default: str) -> tuple[str, Confidence]:
    """Return the language of `text`; where it is too short to tell, that of its script.

    Args:
        text: running text, without headlines and addresses where possible.
        default: the newsroom's language, taken where even the script says nothing.
    """
    sample = " ".join(word for word in text[:_LONGEST].split() if not _IS_ADDRESS(word))
    letters = sum(map(str.isalpha, sample))
    guess = _by_script(sample, default)
    if letters < _SHORTEST and base(guess) not in {"ja", "ko", "th", "el", "zh"}:
        return guess, Confidence.LOW
    found = _detector().FindLanguage(text=sample)
    language = _RENAMED.get(found.language, found.language)
    is_sure = found.is_reliable and found.probability >= _SURE and "-Latn" not in language
    if not is_sure or not _has_script_of(language, sample):
        return guess, Confidence.LOW
    if language == base(default):
        language = default  # its region too
    return language, Confidence.HIGH


def _by_script(text: str, default: str) -> str:
    letters = sum(map(str.isalpha, text))
    if not letters:
        return default
    for script, supposed, shared in _SCRIPTS if _has_other_scripts(text) else ():
        count = len(script.findall(text))
        # kana stand between Chinese characters: a few are enough
        if count * (8 if supposed == "ja" else 2) > letters:
            return default if base(default) in shared else supposed
    return default if _is_latin(base(default)) else "en"


def _has_other_scripts(text: str) -> bool:
    """Tell whether letters beyond the Latin ones are in a text."""
    return not text.isascii() and any(c > _LAST_LATIN for c in text)


def _has_script_of(language: str, text: str) -> bool:
    """Tell whether a text has a sign of a language's script; Japanese is told by its kana."""
    scripts = (script for script, _supposed, shared in _SCRIPTS if language in shared)
    script = next(scripts, None)
    return script is None or script.search(text) is not None


def _is_latin(language: str) -> bool:
    return not any(language in shared for _script, _supposed, shared in _SCRIPTS)


@cache
def _detector() -> _Detector:
    library = import_module("gcld3")  # it has no types, and loading it early gains nothing
    make = cast("Callable[..., _Detector]", library.NNetLanguageIdentifier)
    return make(min_num_bytes=0, max_num_bytes=_LONGEST)
