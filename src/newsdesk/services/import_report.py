"""What became of every file that was to be brought in, as one JSON file.

It is one object:

    newsdesk        the version that wrote it
    begun, ended    in UTC
    dry_run         whether nothing was to be stored
    files           in their order, as far as they were reached:
        file            its path; of one in an archive, that of the archive and on from there
        drafts          what was found in it:
            headline, language, kind
            findings        each piece of the source: what it was taken for (`kind`), how sure that
                            is (`confidence`), its `text`, its lines from 0, its `flags`
            unsure          how many of them are doubtful
            release         `id` and `slug` of what it became, or null; in a dry run `id` is null
            refused         null, or the `problem` and a `message` in words
            duplicate       null, or what it was left out for because it is stored already, or
                            was stored beside though it resembles it: the `id` and `headline` of
                            that release, `why` (address, text) and the `containment` of their
                            texts, 0 to 1
        refused         why there is no more in it: null, or `problem` and `message`
    taken_over      what became of each release in a bundle: its `file`, `id`, `headline`, `state`,
                    what it `became` (new, updated, same, behind, mine, theirs, both, undecided),
                    the id of a `copy` or null, and a `message` where a person has to decide
    places          folders, archives and bundles that could not be read: `file`, `problem`,
                    `message`
    totals          numbers of `files` to be read and, of them, `done` and `refused`; of `drafts`
                    found and, of them, `stored` and `not_stored`; of files `left_alone`
    stopped         null, or `problem` and `message`: why it ended before its end
"""

import json
from collections import Counter
from collections.abc import Callable, Generator, Mapping, Sequence
from contextlib import contextmanager
from datetime import datetime
from io import TextIOWrapper
from pathlib import Path
from typing import Any, TextIO

from newsdesk import __version__
from newsdesk.domain.canonical import encode
from newsdesk.domain.duplicate import Duplicate
from newsdesk.domain.errors import (
    Cancelled,
    EmbargoError,
    ExportError,
    ImportRefusedError,
    LockedReleaseError,
    NewsdeskError,
    StorageError,
)
from newsdesk.domain.provenance import Confidence
from newsdesk.services.atomic_file import replacing
from newsdesk.services.import_batch import LeftOut, NotStored, Outcome, Stored
from newsdesk.services.import_reading import FileEnd
from newsdesk.services.import_sources import Listing, SourceFile

Words = Callable[[NewsdeskError], str]
"""Says in one or two sentences what an error means."""


@contextmanager
def writing_report(path: Path, words: Words) -> Generator["ImportReport"]:
    """Write a report in the block, from `begin` to `end`; it stands at `path` after the block.

    Raises:
        ExportError: it could not be written; what stood there before still does.
    """
    raised: BaseException | None = None
    try:
        with replacing(path, is_shared=True) as raw:
            # half a character in a name becomes JSON's own way to write it
            file = TextIOWrapper(raw, encoding="utf-8", errors="backslashreplace", newline="\n")
            try:
                yield ImportReport(file, words)
            except BaseException as error:
                raised = error
                raise
            file.detach()
    except OSError as error:
        if error is raised:
            raise
        raise ExportError(str(path), error.strerror or str(error)) from error


class ImportReport:
    """Written while the files come in: no more than one draft of it is in memory."""

    def __init__(self, file: TextIO, words: Words) -> None:
        self._file = file
        self._words = words
        self._source: SourceFile | None = None  # whose drafts are being written
        self._between = ""
        self._totals = Counter[str]()

    def begin(self, at: datetime, *, is_dry_run: bool) -> None:
        head = {"newsdesk": __version__, "begun": encode(at), "dry_run": is_dry_run}
        self._file.write(f'{_json(head)[:-1]},\n"files": [')

    def add(self, outcome: Outcome) -> None:
        """Write down what became of a draft, or that its file has ended."""
        if outcome.source != self._source:
            self._item(f'{{"file": {_json(str(outcome.source))}, "drafts": [')
            self._source, self._between = outcome.source, ""
        if isinstance(outcome, FileEnd):
            self._file.write(f'], "refused": {_json(self._refused(outcome.refusal))}}}')
            self._source, self._between = None, ","
            self._totals["done"] += 1
            self._totals["refused"] += outcome.refusal is not None
        else:
            self._item(_json(self._draft(outcome)))
            self._totals["drafts"] += 1
            self._totals["stored"] += isinstance(outcome, Stored)

    def end(
        self,
        at: datetime,
        listing: Listing,
        stopped: NewsdeskError | None = None,
        taken_over: Sequence[Mapping[str, Any]] = (),
    ) -> None:
        """Write the rest.

        Args:
            listing: what was to be read.
            stopped: why not all of it was.
            taken_over: what became of the releases in bundles, as programs are told.
        """
        if self._source is not None:
            self._file.write('], "refused": null}')
        places = [{"file": one.source} | self._words_for(one) for one in listing.refused]
        totals = {name: self._totals[name] for name in ("done", "refused", "drafts", "stored")}
        rest = {
            "taken_over": list(taken_over),
            "places": places,
            "totals": totals
            | {
                "files": len(listing.files),
                "not_stored": self._totals["drafts"] - self._totals["stored"],
                "left_alone": listing.left_alone,
            },
            "stopped": self._refused(stopped),
            "ended": encode(at),
        }
        self._file.write(f"],\n{_json(rest)[1:]}\n")
        self._file.flush()

    def _item(self, text: str) -> None:
        self._file.write(f"{self._between}\n{text}")
        self._between = ","

    def _draft(self, outcome: Stored | NotStored | LeftOut) -> dict[str, Any]:
        draft = outcome.imported.draft if isinstance(outcome, Stored) else outcome.draft
        became: dict[str, Any] = {"release": None, "refused": None, "duplicate": None}
        if isinstance(outcome, Stored):
            release = outcome.imported.release
            key = str(release.id) if release.version else None
            became["release"] = {"id": key, "slug": release.slug}
            if (other := outcome.imported.resembles) is not None:
                became["duplicate"] = duplicate_shape(other)
        elif isinstance(outcome, LeftOut):
            became["duplicate"] = duplicate_shape(outcome.duplicate)
        else:
            became["refused"] = self._words_for(outcome.error)
        return {
            "headline": draft.headline,
            "language": draft.language,
            "kind": draft.kind,
            "findings": encode(draft.findings),
            "unsure": sum(one.confidence is Confidence.LOW for one in draft.findings),
            **became,
        }

    def _refused(self, error: NewsdeskError | None) -> dict[str, str] | None:
        return None if error is None else self._words_for(error)

    def _words_for(self, error: NewsdeskError) -> dict[str, str]:
        return {"problem": problem_of(error), "message": self._words(error)}


def duplicate_shape(duplicate: Duplicate) -> dict[str, Any]:
    """Return what programs are told of a stored release that a draft seems to be."""
    return {
        "id": str(duplicate.release_id),
        "headline": duplicate.headline,
        "why": duplicate.why.value,
        "containment": round(duplicate.containment, 2),
    }


def problem_of(error: NewsdeskError) -> str:
    """Return the problem in one word, for programs."""
    if isinstance(error, ImportRefusedError | StorageError):
        return error.problem.value
    if isinstance(error, LockedReleaseError | EmbargoError):
        return "locked"
    return "cancelled" if isinstance(error, Cancelled) else "field"


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
