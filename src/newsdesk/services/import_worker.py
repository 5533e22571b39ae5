"""A process that reads files for another one: their names come in, their drafts go out.

What it imports, every such process imports: nothing of storage, nothing of the window.
"""

import os
import signal
import sys
import traceback
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing, suppress
from dataclasses import dataclass, replace
from multiprocessing.connection import Connection
from queue import SimpleQueue
from threading import Thread
from time import monotonic
from typing import Any

from newsdesk.domain.errors import ImportProblem, ImportRefusedError
from newsdesk.domain.fingerprint import sketch
from newsdesk.domain.index_words import indexed
from newsdesk.domain.text_memory import TextMemory
from newsdesk.importing import drafts
from newsdesk.importing.draft import Draft, ImportTools
from newsdesk.rendering.counting import char_count, word_count
from newsdesk.services.import_sources import SourceFile, SourceReader


@dataclass(frozen=True, slots=True)
class End:
    """Nothing more comes of a file."""

    refusal: ImportRefusedError | None = None  # why there is not more
    fault: str = ""  # the trace of a mistake of ours, for the log


Reckoned = tuple[Any, ...]
Said = tuple[tuple[Draft | End, Reckoned], ...]
"""What a process says at a time, with what storing will need of each text: to make it here holds up
nobody who stores. At first, when it has begun, it says nothing."""
_NEEDED: Sequence[TextMemory[Any]] = (sketch, indexed, word_count, char_count)
_MOST = 16  # sent at a time: each time costs a tenth of what reading a release does
_NICENESS = 10  # of a Unix process, of 19
_BELOW_NORMAL = 0x4000  # the priority of a Windows process
_LONGEST_S = 1  # that the first of them waits: whoever is silent for long is given up


def read_one(
    source: SourceFile, reader: SourceReader, tools: ImportTools, *, keeps_dissection: bool
) -> Iterator[Draft | End]:
    """Yield the drafts in a file, and its end.

    Args:
        keeps_dissection: keep with a draft what it takes to restore findings in it.
    """
    is_rest = False
    try:
        for draft in drafts(reader.read(source), source.name, tools):
            yield draft if keeps_dissection else replace(draft, dissection=None)
            is_rest = True
    except ImportRefusedError as error:
        yield End(ImportRefusedError(error.problem, str(source), error.detail, is_rest=is_rest))
    except Exception as error:  # noqa: BLE001 - one file must not cost the thousands after it
        refusal = ImportRefusedError(
            ImportProblem.FAILED, str(source), type(error).__name__, is_rest=is_rest
        )
        yield End(refusal, traceback.format_exc())
    else:
        yield End()


def remember(body_md: str, reckoned: Reckoned) -> None:
    """Know in this process what storing a text will need of it."""
    for memory, made in zip(_NEEDED, reckoned, strict=True):
        memory.keep(body_md, made)


def serve(channel: "Connection[Said, Any]", *, keeps_dissection: bool) -> None:
    """Read what is asked for until nobody asks any more. Runs in a process of its own.

    It says once that it has begun, is then sent the tools, and then the files, some at a time.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C is the asking process's to understand
    _give_way()
    with suppress(EOFError, OSError), closing(SourceReader()) as reader:  # nobody asks any more
        channel.send(())
        tools: ImportTools = channel.recv()
        asked = SimpleQueue[SourceFile]()
        Thread(target=_take_in, args=(channel, asked), daemon=True).start()
        while True:
            said = read_one(asked.get(), reader, tools, keeps_dissection=keeps_dissection)
            for some in _together(said):
                channel.send(some)


if sys.platform == "win32":
    import ctypes

    def _give_way() -> None:
        """Let the window and who stores have the processors first."""
        this_process = ctypes.c_void_p(-1)
        ctypes.windll.kernel32.SetPriorityClass(this_process, _BELOW_NORMAL)

else:

    def _give_way() -> None:
        """Let the window and who stores have the processors first."""
        os.nice(_NICENESS)


def _together(said: Iterable[Draft | End]) -> Iterator[Said]:
    """Yield what is said in pieces, so large that few are sent, and so small that none waits."""
    some: list[tuple[Draft | End, Reckoned]] = []
    begun = monotonic()
    for message in said:
        texts = [message.body_md] if isinstance(message, Draft) else []
        some.append((message, tuple(of(text) for text in texts for of in _NEEDED)))
        if len(some) == _MOST or monotonic() - begun > _LONGEST_S:
            yield tuple(some)
            some, begun = [], monotonic()
    if some:
        yield tuple(some)


def _take_in(channel: "Connection[Said, Any]", asked: "SimpleQueue[SourceFile]") -> None:
    """Take in what is asked for while a file is read, and end with whoever asks.

    A pipe holds little: the asking process would wait for it to be emptied, and this one for its
    answers to be taken. And a file that hangs would keep an orphan running for ever.
    """
    with suppress(EOFError, OSError):
        while True:
            for source in channel.recv():
                asked.put(source)
    os._exit(0)
