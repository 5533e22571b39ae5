"""Commands on the history of a release."""

import argparse
from collections.abc import Iterable, Iterator, Mapping

from newsdesk.cli import shapes
from newsdesk.cli.inputs import UsageError
from newsdesk.cli.output import emit, table
from newsdesk.desk import open_desk
from newsdesk.domain.comparison import Mark, TextComparison
from newsdesk.rendering.release_comparison import ReleaseComparison

_NOW = "now"
_SIGNS: Mapping[Mark, str] = {
    Mark.SAME: "{0}",
    Mark.REMOVED: "[-{0}-]",
    Mark.ADDED: "{{+{0}+}}",
}  # as `git diff --word-diff` has them
_LEFT_OUT = "…"


def revisions(words: argparse.Namespace) -> int:
    with open_desk(words.data_dir) as desk:
        rows = desk.history.revisions(words.id)
    lines = table(
        [
            (
                str(row.number),
                f"{row.created:%Y-%m-%d %H:%M}",
                row.reason,
                row.author,
                f"{row.word_count} words",
                row.sha256,
            )
            for row in rows
        ]
    )
    emit(words, [shapes.revision(row) for row in rows], lines)
    return 0


def diff(words: argparse.Namespace) -> int:
    before, after = (number_of(word) for word in (words.before, words.after))
    with open_desk(words.data_dir) as desk:
        found = desk.history.compare(words.id, before, after)
    emit(words, shapes.comparison(found), _told(found, words.before, words.after))
    return 0


def restore_revision(words: argparse.Namespace) -> int:
    with open_desk(words.data_dir, writing=True) as desk:
        release, _ = desk.history.restore(words.id, words.number)
    number = release.current_revision
    said = f"Set back to revision {words.number}, as revision {number}:"
    shape = {"id": str(release.id), "restored": words.number, "revision": number}
    emit(words, shape, [f"{said} {release.id}  {release.slug}"])
    return 0


def number_of(word: str) -> int | None:
    """Return the number of a revision; None is the release as it is now."""
    if word.lower() == _NOW:
        return None
    if not word.isdecimal():
        raise UsageError(f"{word!r} is neither the number of a revision nor {_NOW!r}")
    return int(word)


def _told(found: ReleaseComparison, before: str, after: str) -> Iterator[str]:
    if found.is_same:
        yield "Nothing differs."
        return
    yield f"--- {before}"
    yield f"+++ {after}"
    for field in found.fields:
        yield f"@@ {field.name}"
        yield from _rows(field.text)
    if not found.body.is_same:
        yield "@@ body_md"
        yield from _rows(found.body)
    elif found.before.body_md != found.after.body_md:
        yield "(In the text only the space between paragraphs differs.)"
    if found.body.is_coarse:
        yield "(Too much differs to compare all of it word by word.)"


def _rows(text: TextComparison) -> Iterable[str]:
    is_left_out = False
    for row in text.rows:
        if row.is_same:
            if not is_left_out:
                yield _LEFT_OUT
            is_left_out = True
            continue
        is_left_out = False
        yield "".join(_SIGNS[piece.mark].format(piece.text) for piece in row.pieces)
        yield ""
