"""The commands on what was typed and never stored, and on what is damaged."""

import argparse
from collections.abc import Iterable, Sequence

from newsdesk.cli import shapes
from newsdesk.cli.inputs import UsageError
from newsdesk.cli.output import emit, table
from newsdesk.desk import open_desk, rescue_of
from newsdesk.domain.errors import AmbiguousKeyError, NotFoundError
from newsdesk.domain.release import Release
from newsdesk.domain.rescue import Rescued
from newsdesk.services.recovery import Choice, LeftText

_DONE = {
    Choice.MINE: "Saved on top of what was stored:",
    Choice.STORED: "Left as it is stored:",
    Choice.BOTH: "Kept as a copy:",
}


def recover(words: argparse.Namespace) -> int:
    if (words.id is None) != (words.keep is None):
        raise UsageError("name a release and say which text to --keep, or neither")
    if words.list and words.id is not None:
        raise UsageError("--list goes with no release")
    if words.id is None:
        with open_desk(words.data_dir) as desk:
            found = desk.recovery.found()
        emit(words, [shapes.left_text(text) for text in found], _listed(found))
        return 0
    choice = Choice(words.keep)
    with open_desk(words.data_dir, writing=True) as desk:
        text = _chosen(desk.recovery.found(), words.id)
        release, _ = desk.recovery.keep(text, choice)
    emit(words, shapes.recovered(text, choice, release), _told(text, choice, release))
    return 0


def salvage(words: argparse.Namespace) -> int:
    rescued = rescue_of(words.data_dir).salvage()
    emit(words, shapes.rescued(rescued), _salvaged(rescued))
    return 0


def _salvaged(rescued: Rescued) -> Iterable[str]:
    yield f"The newsroom has {rescued.releases} releases now."
    for what, titles in (
        ("From the draft journal", rescued.drafts),
        ("From their history, look at them", rescued.from_history),
        ("Perhaps damaged, compare with their history", rescued.doubtful),
    ):
        for title in titles:
            yield f"{what}: {title or '(no headline)'}"
    if rescued.lost_rows:
        yield f"Rows that could not be read: {rescued.lost_rows}"
    yield f"The damaged file is kept: {rescued.aside}"


def _chosen(found: Sequence[LeftText], key: str) -> LeftText:
    """Return the oldest text of the release whose id begins so; several are decided in turn."""
    fitting = [text for text in found if str(text.release_id).startswith(key.lower())]
    ids = dict.fromkeys(str(text.release_id) for text in fitting)
    if not ids:
        raise NotFoundError("draft", key)
    if len(ids) > 1:
        raise AmbiguousKeyError(key, list(ids))
    return fitting[0]


def _listed(found: Sequence[LeftText]) -> Iterable[str]:
    if not found:
        return ["Nothing was left unstored."]
    return table(
        [
            (
                str(text.release_id),
                f"typed {text.typed_at:%Y-%m-%d %H:%M:%S} UTC",
                f"stored {text.stored_at:%Y-%m-%d %H:%M:%S} UTC" if text.stored_at else "gone",
                text.mine.headline or "(no headline)",
            )
            for text in found
        ]
    )


def _told(text: LeftText, choice: Choice, release: Release | None) -> Iterable[str]:
    kept = release or text.mine
    yield f"{_DONE[choice]} {kept.id}  {kept.slug}"
    yield f"  {kept.headline or '(no headline)'}"
