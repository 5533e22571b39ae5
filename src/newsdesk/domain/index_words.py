"""A text as the search index has it: its words, folded.

A word of a script without spaces between words becomes its pairs of letters; an Arabic word also
stands without the article and conjunction that are written onto it.
"""

from newsdesk.domain.fold import RUN, Remembered, bare, fold
from newsdesk.domain.pieces import pieces
from newsdesk.domain.text_memory import TextMemory


def pairs(run: str) -> list[str]:
    """Return the pairs of letters that stand for a stretch of a script without spaces."""
    return [run[i : i + 2] for i in range(len(run) - 1)] or [run]


def _indexed(text: str) -> str:
    return " ".join(filter(None, map(_of_piece, pieces(text))))


def _of_piece(piece: str) -> str:
    return " ".join(filter(None, map(_remembered.__getitem__, piece.split())))


def _fold_word(word: str) -> str:
    tokens: list[str] = []
    for run in RUN.finditer(fold(word)):
        token = run.group()
        if run["unspaced"]:
            # the last letter too, so that every letter begins a token
            tokens += [*pairs(token), token[-1]] if len(token) > 1 else [token]
        else:
            plain = bare(token)
            tokens += [token, plain] if plain != token else [token]
    return " ".join(tokens)


_remembered = Remembered(_fold_word)
indexed = TextMemory(_indexed)
"""Return the words of a text, folded, with one space between them."""
