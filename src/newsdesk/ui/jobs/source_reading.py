"""What is to be brought in, read a little at a time between other things that are asked for."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import PurePath
from time import monotonic
from typing import TYPE_CHECKING, TypeAlias

from newsdesk.domain.errors import ImportRefusedError

if TYPE_CHECKING:
    from newsdesk.services.desk import Desk
    from newsdesk.services.import_ import Draft
    from newsdesk.services.import_reading import FileEnd, Reading, Readings
    from newsdesk.services.import_sources import Listing, SourceFile

_MOST = 50  # drafts at a time
_LONGEST_S = 0.3  # that others wait


@dataclass(frozen=True, slots=True)
class FoundDraft:
    """A draft, and whether a person is to see it before it is stored."""

    source: "SourceFile"
    draft: "Draft"
    needs_look: bool
    is_covered: bool = False  # nobody is to be asked about pages of its site


Piece: TypeAlias = "FoundDraft | FileEnd"


@dataclass(frozen=True, slots=True)
class Slice:
    """What was read at a time."""

    pieces: Sequence[Piece]
    is_last: bool = False


class SourceReading:
    """Reads what places hold, or a pasted text. Its methods run in the store's thread.

    Between two calls it holds no more than a slice; processes that read files wait for the next.
    """

    def __init__(self, paths: Sequence[PurePath] = (), text: str = "") -> None:
        self._paths = paths
        self._text = text
        self._readings: Readings | None = None
        self._listing: Listing | None = None

    def list(self, _desk: "Desk") -> "Listing":
        """Return which files there are; of a pasted text one without a name."""
        from newsdesk.services.import_sources import (  # noqa: PLC0415 - heavy; in a thread
            Listing,
            SourceFile,
            listed,
        )

        pasted = Listing((SourceFile(""),), (), 0)
        self._listing = listed(self._paths) if self._paths or not self._text else pasted
        return self._listing

    def take(self, desk: "Desk") -> Slice:
        """Read on, and return what was found."""
        if self._text and not self._paths:
            return self._pasted(desk)
        readings = self._begun(desk)
        pieces: list[Piece] = []
        begun, drafts = monotonic(), 0
        for reading in readings:
            piece = _piece(desk, reading)
            pieces.append(piece)
            drafts += isinstance(piece, FoundDraft)
            if drafts == _MOST or monotonic() - begun > _LONGEST_S:
                return Slice(pieces)
        return Slice(pieces, is_last=True)

    def close(self, _desk: "Desk") -> None:
        """End the processes that read."""
        if self._readings is not None:
            self._readings.close()

    def _begun(self, desk: "Desk") -> "Readings":
        from newsdesk.services.import_reading import (  # noqa: PLC0415 - heavy; in a thread
            ReadingPlan,
            Readings,
        )

        if self._readings is None:
            plan = ReadingPlan(tools=desk.imports.tools(), keeps_dissection=True)
            files = self._listing.files if self._listing else ()
            self._readings = Readings(files, plan)
        return self._readings

    def _pasted(self, desk: "Desk") -> Slice:
        from newsdesk.services.import_reading import (  # noqa: PLC0415 - heavy; in a thread
            FileEnd,
            ReadDraft,
        )
        from newsdesk.services.import_sources import SourceFile  # noqa: PLC0415

        source = SourceFile("")
        try:
            found = _piece(desk, ReadDraft(source, desk.imports.read_pasted(self._text)))
        except ImportRefusedError as error:
            return Slice([FileEnd(source, error)], is_last=True)
        return Slice([found, FileEnd(source)], is_last=True)


def _piece(desk: "Desk", reading: "Reading") -> Piece:
    from newsdesk.services.import_reading import FileEnd  # noqa: PLC0415 - heavy; loaded by now

    if isinstance(reading, FileEnd):
        return reading
    draft = reading.draft
    return FoundDraft(
        reading.source,
        draft,
        needs_look=desk.imports.needs_confirmation(draft),
        is_covered=desk.sites.covers(draft),
    )
