"""The command on the pictures of a release."""

import argparse
from collections.abc import Iterable, Sequence

from newsdesk.cli import shapes
from newsdesk.cli.inputs import UsageError
from newsdesk.cli.output import emit, table
from newsdesk.desk import open_desk
from newsdesk.domain.media import PictureWords
from newsdesk.services.new_picture import picture_in
from newsdesk.services.pictures import ReleasePicture

_SHORT = 12  # letters of a hash: enough to name a picture of a release


def media(words: argparse.Namespace) -> int:
    _check(words)
    is_writing = bool(words.add or words.edit or words.remove)
    with open_desk(words.data_dir, writing=is_writing) as desk:
        if words.add:
            desk.pictures.add(words.id, picture_in(words.add), _said(words, PictureWords()))
        elif words.edit:
            before = desk.pictures.one_of(words.id, words.edit).words
            desk.pictures.reword(words.id, words.edit, _said(words, before))
        elif words.remove:
            desk.pictures.remove(words.id, words.remove)
        pictures = desk.pictures.of(words.id)
        release = desk.releases.get(words.id)
        emit(words, [shapes.picture(one, release) for one in pictures], _lines(pictures))
    return 0


def _check(words: argparse.Namespace) -> None:
    """Raise `UsageError` for words that do not go together."""
    has_alt = words.alt is not None or words.decorative
    says = has_alt or words.caption is not None or words.credit is not None
    if words.alt is not None and words.decorative:
        raise UsageError("--decorative says that there is no --alt; give one of them")
    if words.alt is not None and not words.alt.strip():
        raise UsageError("--alt says what is seen; give --decorative if that is nothing")
    if words.add and not has_alt:
        raise UsageError(
            "--add needs --alt, what is seen for who cannot see it, or --decorative if that is "
            "nothing that the text does not say"
        )
    if words.edit and not says:
        raise UsageError("--edit needs --alt, --decorative, --caption or --credit")
    if says and not (words.add or words.edit):
        raise UsageError("--alt, --decorative, --caption and --credit go with --add or --edit")


def _said(words: argparse.Namespace, before: PictureWords) -> PictureWords:
    alt = before.alt if words.alt is None else words.alt
    return PictureWords(
        alt="" if words.decorative else " ".join(alt.split()),
        caption=before.caption if words.caption is None else " ".join(words.caption.split()),
        credit=before.credit if words.credit is None else " ".join(words.credit.split()),
    )


def _lines(pictures: Sequence[ReleasePicture]) -> Iterable[str]:
    if not pictures:
        return ["No pictures."]
    return table(
        [
            (
                one.sha256[:_SHORT],
                one.role,
                f"{one.asset.width or '?'} x {one.asset.height or '?'}",
                one.asset.file_name or "–",
                one.words.alt or "(decorative)",
                " · ".join(filter(None, (one.caption, one.credit))) or "–",
            )
            for one in pictures
        ]
    )
