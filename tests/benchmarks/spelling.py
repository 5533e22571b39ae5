"""Spelling: a thousand words, and what may have been meant by one."""

from collections.abc import Callable
from pathlib import Path
from statistics import median
from time import perf_counter

from newsdesk import paths
from newsdesk.services.dictionaries import Dictionary, DictionaryService
from newsdesk.services.spelled_words import spelled_words, unknown_parts
from newsdesk.services.speller import Speller
from tests.benchmarks.rows import Row
from tests.services.spelling_texts import SLIPS, TEXTS

_ROUNDS = 5
_WORDS = 1_000
_SLIPS = 5


def measure() -> list[Row]:
    service = DictionaryService(paths.resources() / "dictionaries", Path("nowhere"))
    rows: list[Row] = []
    for one in service.all():
        rows.append(Row(f"1,000 words checked, {one.tag}", _checked(one), "ms", None, 50))
        rows.append(Row(f"suggestions for a word, {one.tag}", _suggested(one), "ms", None, 1_000))
    return rows


def _open(one: Dictionary) -> Speller:
    return Speller.open(one.aff, one.dic, one.lists)


def _checked(one: Dictionary) -> float:
    """Return the ms for words that are read out of lines and looked up for the first time."""
    lines = TEXTS[one.tag].splitlines()
    words = sum(len(spelled_words(line, one.tag)) for line in lines)
    lines *= -(-_WORDS // words)
    times: list[float] = []
    for _ in range(_ROUNDS):
        speller = _open(one)

        def check(speller: Speller = speller) -> int:
            number = 0
            for line in lines:
                for word in spelled_words(line, one.tag):
                    # another word each time: what was told once is remembered
                    speller._told.clear()
                    unknown_parts(word, one.tag, speller.is_known)
                    number += 1
                    if number == _WORDS:
                        return number
            return number

        times.append(_ms(check))
    return min(times)  # what takes longer, other programs have a part in


def _suggested(one: Dictionary) -> float:
    speller = _open(one)
    wrong = [pair.partition(":")[0] for pair in SLIPS[one.tag].split()][:_SLIPS]
    return median(_ms(lambda word=word: speller.suggestions(word)) for word in wrong)


def _ms(work: Callable[[], object]) -> float:
    start = perf_counter()
    work()
    return (perf_counter() - start) * 1000
