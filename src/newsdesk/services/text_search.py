"""Finding words in a text, and what to put in their place."""

from dataclasses import dataclass

import regex

_LONGEST_S = 0.15  # a pattern that tries every way through a text must not hold the window up


class UnusablePatternError(ValueError):
    """It is no regular expression, or takes too long in this text; `detail` says what is wrong."""

    def __init__(self, detail: str, *, is_too_slow: bool = False) -> None:
        super().__init__(detail)
        self.detail = detail
        self.is_too_slow = is_too_slow


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What is looked for."""

    words: str
    is_case_kept: bool = False
    is_whole_word: bool = False
    is_pattern: bool = False  # a regular expression


@dataclass(frozen=True, slots=True)
class Place:
    """Where it stands: characters of the text, from and up to."""

    start: int
    end: int


def places(text: str, wanted: Wanted) -> list[Place]:
    """Return where it stands in a text; what is empty stands nowhere.

    Raises:
        UnusablePatternError: as its words say.
    """
    return [place for place, _new in _matches(text, wanted, None)]


def replacements(text: str, wanted: Wanted, by: str) -> list[tuple[Place, str]]:
    r"""Return the same places with what comes there: of a pattern `\1` is its first group.

    Raises:
        UnusablePatternError: the pattern, or what is to come in its place, cannot be used.
    """
    return _matches(text, wanted, by)


def _matches(text: str, wanted: Wanted, by: str | None) -> list[tuple[Place, str]]:
    if not wanted.words:
        return []
    try:
        pattern = _compiled(wanted)
        longest = _LONGEST_S if wanted.is_pattern else None  # there is but one way to try words
        found = (match for match in pattern.finditer(text, timeout=longest) if match.group())
        return [(Place(*match.span()), _new(match, wanted, by)) for match in found]
    except (regex.error, IndexError) as error:
        raise UnusablePatternError(str(error)) from error
    except TimeoutError as error:
        raise UnusablePatternError(wanted.words, is_too_slow=True) from error


def _new(match: regex.Match[str], wanted: Wanted, by: str | None) -> str:
    if by is None or not wanted.is_pattern:
        return by or ""
    return match.expand(by)


def _compiled(wanted: Wanted) -> regex.Pattern[str]:
    source = wanted.words if wanted.is_pattern else regex.escape(wanted.words)
    if wanted.is_whole_word:
        source = rf"(?<!\w)(?:{source})(?!\w)"
    flags = regex.MULTILINE if wanted.is_case_kept else regex.MULTILINE | regex.IGNORECASE
    return regex.compile(source, flags)
