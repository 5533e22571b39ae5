"""What is left of a text, as Markdown."""

import re
from collections.abc import Sequence

from newsdesk.importing.lines import Paragraph, ParagraphKind
from newsdesk.importing.pieces import Piece

_ACCIDENTAL = re.compile(
    r"#{1,6}(?!\s)|>|\+(?=\s|$)|[-*_](?=\s*[-*_]\s*[-*_][-*_\s]*$)|```"
    r"|\*?\[(?=[^\[\]]{1,200}\]:)"  # a definition, which is not shown
)
# No backslash escapes these two. A fence needs a second one: `~~~ wave` alone is none.
_ENTITIES = ((re.compile(r"~(?=~~[~\s]*$)"), "&#126;"), (re.compile(r":(?=\s)"), "&#58;"))
_NUMBER = re.compile(r"(\d{1,9})([.)])(?=\s)")


def body_markdown(pieces: Sequence[Piece], *, is_markdown: bool) -> str:
    """Return the pieces as one Markdown text.

    Of a plain text list items stay together, and what only looks like Markdown is escaped; of a
    Markdown text nothing is touched.
    """
    text = ""
    for at, piece in enumerate(pieces):
        before = pieces[at - 1] if at else None
        block = _markdown(piece) if is_markdown else _plain(piece, before, pieces[at + 1 : at + 2])
        if before is not None:
            is_tight = _is_tight(before.paragraph, piece.paragraph, is_markdown=is_markdown)
            text += "\n" if is_tight else "\n\n"
        text += block
    return text.strip("\n")


def _is_tight(before: Paragraph, paragraph: Paragraph, *, is_markdown: bool) -> bool:
    if is_markdown:
        return before.block == paragraph.block
    is_list = before.kind is paragraph.kind is ParagraphKind.ITEM
    return is_list and bool(before.text and paragraph.text)


def _markdown(piece: Piece) -> str:
    return piece.text if piece.text != piece.paragraph.text else piece.source


def _plain(piece: Piece, before: Piece | None, after: Sequence[Piece]) -> str:
    paragraph = piece.paragraph
    match paragraph.kind:
        case ParagraphKind.ITEM | ParagraphKind.HEADING if not piece.text:
            # marks with nothing behind them would not be shown
            return f"\\{piece.source}" if piece.source[0] in "-*+#" else piece.source
        case ParagraphKind.ITEM:
            return f"- {_escaped(piece.text, None, ())}"
        case ParagraphKind.RULE if piece.source.startswith("~~~"):
            return _escaped(piece.source, None, ())
        case ParagraphKind.HEADING | ParagraphKind.RULE:
            return piece.source
        case _:
            return _escaped(piece.text, before, after)


def _escaped(text: str, before: Piece | None, after: Sequence[Piece]) -> str:
    number = _NUMBER.match(text)
    if number and not _is_listed(int(number[1]), before, after):
        return f"{number[1]}\\{text[number.end(1) :]}"  # "15. Mai" is no list
    for sign, entity in _ENTITIES:
        if sign.match(text):
            return entity + text[1:]
    return f"\\{text}" if _ACCIDENTAL.match(text) else text


def _is_listed(number: int, before: Piece | None, after: Sequence[Piece]) -> bool:
    """Tell whether the neighbours count on."""
    if before is not None and (last := _NUMBER.match(before.text)) and int(last[1]) == number - 1:
        return True
    following = _NUMBER.match(after[0].text) if after else None
    return following is not None and int(following[1]) == number + 1
