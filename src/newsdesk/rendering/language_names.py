"""What languages are called, in the languages that people of the trade type in."""

from collections.abc import Iterable, Mapping
from functools import cache

from babel import Locale

from newsdesk.domain.fold import fold
from newsdesk.domain.language import base

_TYPED_IN = ("en", "fr", "es", "ar", "ru", "zh", "de", "it", "pt")


def is_language(tag: str) -> bool:
    """Tell whether the language of a tag is one that CLDR knows."""
    return base(tag) in Locale("en").languages


def language_name(tag: str, language: str) -> str:
    """Return what a language is called in another one; the tag where nobody knows."""
    names = _names_in(language) or _names_in("en")
    return names.get(tag.replace("-", "_")) or names.get(base(tag)) or tag


def names_of(tag: str) -> set[str]:
    """Return what a language is called in those that people of the trade type in."""
    return {language_name(tag, one) for one in _TYPED_IN}


def languages_called(name: str) -> list[str]:
    """Return the tags of what is called so, folded, in any language; else of what begins so."""
    names = _tags_by_name()
    if name in names:
        return sorted(names[name])
    return sorted({tag for one, tags in names.items() if one.startswith(name) for tag in tags})


@cache
def _tags_by_name() -> Mapping[str, set[str]]:
    names: dict[str, set[str]] = {}
    for language in _TYPED_IN:
        for tag, name in _names_in(language).items():
            if "_" not in tag:
                names.setdefault(fold(name), set()).add(tag)
    return names


def _names_in(language: str) -> Mapping[str, str]:
    known: Iterable[str] = _TYPED_IN
    return Locale(base(language)).languages if base(language) in known else {}
