"""A process that knows how words are spelled: questions come in line by line, and answers go out.

The library keeps Python's lock while it loads a dictionary or thinks about a word; a dictionary of
unknown make may bring it down. Neither is to happen in the window. What is imported here is loaded
beside the window for as long as that is open, so it is little.

A question is a JSON array of its number, what is asked, and its arguments; its answer one of the
number and the value, or of the number, null and why there is none.
"""

import json
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, BinaryIO

from newsdesk.services.speller import Speller

OPTION = "--check-words"
"""What newsdesk is started with to be this process."""
OPEN, NAMES, KNOWN, SUGGEST = "open", "names", "known", "suggest"


def command() -> list[str]:
    """Return how this process is started: the program, then its arguments."""
    if hasattr(sys, "frozen"):
        return [sys.executable, OPTION]
    # not from the folder that newsdesk was started in: what lies there is none of its modules
    return [sys.executable, "-P", "-m", "newsdesk", OPTION]


def question(number: int, verb: str, *arguments: Any) -> bytes:
    return json.dumps([number, verb, *arguments], ensure_ascii=False).encode("utf-8") + b"\n"


def serve() -> int:
    """Answer on standard output what is asked on standard input, until nobody asks any more."""
    # a packed program without a console has no `sys.stdin`
    with open(0, "rb", closefd=False) as asked, open(1, "wb", 0, closefd=False) as answers:
        answer_all(asked, answers)
    return 0


def answer_all(asked: BinaryIO, answers: Any) -> None:
    """Answer line after line."""
    desk = _Desk()
    for line in asked:
        number, verb, *arguments = json.loads(line)
        try:
            answer = [number, desk.do(verb, arguments)]
        except (OSError, ValueError) as error:
            answer = [number, None, str(error) or type(error).__name__]
        try:
            answers.write(json.dumps(answer, ensure_ascii=False).encode("utf-8") + b"\n")
        except BrokenPipeError:
            os._exit(0)  # nobody is there to read what Python would say at its end


class _Desk:
    """The dictionary that is open."""

    def __init__(self) -> None:
        self._speller: Speller | None = None
        self._verbs: dict[str, Callable[..., Any]] = {
            OPEN: self._open,
            NAMES: self._take_names,
            KNOWN: self._known,
            SUGGEST: self._suggest,
        }

    def do(self, verb: str, arguments: Sequence[Any]) -> Any:
        return self._verbs[verb](*arguments)

    @property
    def _open_one(self) -> Speller:
        if self._speller is None:
            raise ValueError("no dictionary is open")
        return self._speller

    def _open(self, aff: str, dic: str, lists: Sequence[str]) -> bool:
        self._speller = None  # two at a time would be twice the memory
        self._speller = Speller.open(Path(aff), Path(dic), [Path(path) for path in lists])
        return True

    def _take_names(self, names: Sequence[str]) -> bool:
        self._open_one.set_names(names)
        return True

    def _known(self, words: Sequence[str]) -> list[bool]:
        return [self._open_one.is_known(word) for word in words]

    def _suggest(self, word: str) -> list[str]:
        return self._open_one.suggestions(word)
