"""Readers that hang, die or fail, for processes that read files to fall over."""

import os
import signal
import time
from collections.abc import Iterator
from multiprocessing.connection import Connection
from typing import Any

import newsdesk.services.import_worker as worker
from newsdesk.importing.draft import Draft, ImportTools


def hazardous(raw: bytes, name: str, tools: ImportTools) -> Iterator[Draft]:
    """Yield two drafts of anything; then do what the content says."""
    for number in (1, 2):
        yield Draft(language="en", headline=f"{name} {number}", file_name=name)
    match raw.strip():
        case b"hang":
            time.sleep(600)
        case b"die":
            os.kill(os.getpid(), getattr(signal, "SIGKILL", signal.SIGTERM))
        case b"fail":
            raise ZeroDivisionError
        case b"many":
            yield from (
                Draft(language="en", headline=f"{name} {number}") for number in range(3, 201)
            )
        case _:
            pass


def serve(channel: "Connection[worker.Said, Any]", *, keeps_dissection: bool) -> None:
    """Be such a process."""
    worker.drafts = hazardous  # in a process of its own, which ends with it
    worker.serve(channel, keeps_dissection=keeps_dissection)


def never_begin(*_channel: object, **_how: object) -> None:
    """Be a process that ends before it can begin."""
    os._exit(3)
