"""The command that reads all of a newsroom and says whether it is sound."""

import argparse
from collections.abc import Callable, Iterator, Mapping

from newsdesk.cli import shapes
from newsdesk.cli.output import REFUSED, StderrProgress, emit, stopping_at_interrupt
from newsdesk.desk import open_desk
from newsdesk.domain.flaw import Flaw, FlawKind
from newsdesk.services.verification import Verification

_WHERE = "Nothing was changed. Keep a copy of the folder before you do anything else."


def verify(words: argparse.Namespace) -> int:
    progress = StderrProgress("verified")
    with open_desk(words.data_dir) as desk, stopping_at_interrupt(progress):
        found = desk.verification.verify(progress)
    emit(words, shapes.verification(found), _told(found))
    return 0 if found.is_sound else REFUSED


def _told(found: Verification) -> Iterator[str]:
    yield from map(flaw_words, found.flaws)
    read = (
        f"{found.releases} releases, {found.revisions} revisions and {found.media} pictures were "
        "read"
    )
    if found.is_sound:
        yield f"Sound: {read}."
    else:
        yield f"{len(found.flaws)} wrong; {read}. {_WHERE}"


def flaw_words(flaw: Flaw) -> str:
    """Return one sentence that names what is wrong, and where."""
    said = _WORDS[flaw.kind](flaw)
    if flaw.release_id is None:
        return said
    return f"{flaw.slug or '(unreadable)'} ({flaw.release_id}): {said}"


def _row(flaw: Flaw) -> str:
    if flaw.revision is None:
        return f"it cannot be read: {flaw.detail}"
    return (
        f"it is not what revision {flaw.revision}, its last one, recorded: it was altered, or a "
        "later revision is gone"
    )


def _missing(flaw: Flaw) -> str:
    if flaw.detail == "exported":
        return f"revision {flaw.revision}, which left the desk as a file, is missing"
    if flaw.detail:
        return f"a permanent revision is missing, {flaw.detail}"
    return f"revision {flaw.revision}, a permanent one, is missing"


def _revision(flaw: Flaw) -> str:
    if flaw.detail == "exported":
        return f"revision {flaw.revision} is not the one that left the desk as a file"
    return f"revision {flaw.revision} is damaged: it is not what was recorded"


_WORDS: Mapping[FlawKind, Callable[[Flaw], str]] = {
    FlawKind.FILE: lambda flaw: f"The database file is damaged: {flaw.detail}",
    FlawKind.ORPHAN: lambda flaw: f"Something has lost what it belongs to: {flaw.detail}",
    FlawKind.ROW: _row,
    FlawKind.INDEX: lambda flaw: (
        f"The search index is damaged: {flaw.detail}"
        if flaw.detail
        else "the search index does not have it as it is"
    ),
    FlawKind.REVISION: _revision,
    FlawKind.CHAIN: lambda flaw: (
        f"revision {flaw.revision} does not follow from the permanent one before it"
    ),
    FlawKind.MISSING_REVISION: _missing,
    FlawKind.MEDIA_MISSING: lambda flaw: f"The picture media/{flaw.detail} is missing",
    FlawKind.MEDIA_ALTERED: lambda flaw: f"The picture media/{flaw.detail} was altered",
}
