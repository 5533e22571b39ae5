"""How the page of the preview gets its pictures: by their hash, from us, and from nowhere else.

Imports Qt's browser engine: see `preview_page`.
"""

import re
from collections.abc import Callable
from functools import partial
from itertools import count
from typing import TypeAlias

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QObject
from PySide6.QtWebEngineCore import (
    QWebEngineUrlRequestJob,
    QWebEngineUrlScheme,
    QWebEngineUrlSchemeHandler,
)

from newsdesk.domain.errors import NewsdeskError
from newsdesk.domain.picture_marks import SCHEME

Fetch: TypeAlias = Callable[
    [str, Callable[[tuple[str, bytes]], None], Callable[[NewsdeskError], None]], None
]
"""Gets a picture by its sha256 and calls the first with its kind and bytes, or the second."""

_ADDRESS = re.compile(rf"{SCHEME}:([0-9a-f]{{64}})")
_SHOWN = frozenset({"image/png", "image/jpeg", "image/webp", "image/gif"})
_NAME = SCHEME.encode()
_Error = QWebEngineUrlRequestJob.Error


def register() -> None:
    """Tell the engine of the scheme: once, and before it makes its first profile.

    Sooner would cost the first picture of the window the import of the engine.
    """
    if not QWebEngineUrlScheme.schemeByName(_NAME).name().isEmpty():
        return
    scheme = QWebEngineUrlScheme(_NAME)
    # not Host: a hash has a letter more than Qt takes for the name of one
    scheme.setSyntax(QWebEngineUrlScheme.Syntax.Path)
    scheme.setFlags(QWebEngineUrlScheme.Flag.SecureScheme | QWebEngineUrlScheme.Flag.CorsEnabled)
    QWebEngineUrlScheme.registerScheme(scheme)


class PictureHandler(QWebEngineUrlSchemeHandler):
    """Answers what the page asks for; until it is told where from, that waits."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._fetch: Fetch | None = None
        self._jobs: dict[int, QWebEngineUrlRequestJob] = {}
        self._numbers = count()
        self._waiting: list[tuple[int, str]] = []

    def set_fetch(self, fetch: Fetch) -> None:
        """Get pictures by `fetch` from now on, those that were asked for before too."""
        self._fetch = fetch
        waiting, self._waiting = self._waiting, []
        for number, sha256 in waiting:
            self._ask(fetch, number, sha256)

    def requestStarted(self, job: QWebEngineUrlRequestJob) -> None:  # noqa: N802 - Qt's name
        address = job.requestUrl().toString()
        found = _ADDRESS.fullmatch(address)
        if found is None or job.requestMethod().data() != b"GET":
            job.fail(_Error.UrlNotFound)
            return
        sha256 = found[1]
        number = next(self._numbers)
        self._jobs[number] = job
        job.destroyed.connect(partial(self._forget, number))
        if self._fetch is None:
            self._waiting.append((number, sha256))
        else:
            self._ask(self._fetch, number, sha256)

    def _ask(self, fetch: Fetch, number: int, sha256: str) -> None:
        fetch(sha256, partial(self._reply, number), partial(self._refuse, number))

    def _reply(self, number: int, answer: tuple[str, bytes]) -> None:
        job = self._jobs.pop(number, None)
        if job is None:  # the page went on without it
            return
        mime, content = answer
        if mime not in _SHOWN:
            job.fail(_Error.RequestDenied)
            return
        buffer = QBuffer(job)  # which dies with the job, not before it is read
        buffer.setData(QByteArray(content))
        buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        job.reply(QByteArray(mime.encode()), buffer)

    def _refuse(self, number: int, _error: NewsdeskError) -> None:
        if (job := self._jobs.pop(number, None)) is not None:
            job.fail(_Error.UrlNotFound)

    def _forget(self, number: int, _job: QObject | None = None) -> None:
        self._jobs.pop(number, None)
