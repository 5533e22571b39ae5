"""Texts as the search index has them: folded words, the same way for what is stored and asked.

A word of a script without spaces between words becomes its pairs of letters; an Arabic word also
stands without the article and conjunction that are written onto it.
"""

import re

from newsdesk.domain.fold import RUN, UNSPACED, Remembered, bare, fold
from newsdesk.domain.pieces import pieces

Term = list[list[str]]
"""One word that is looked for: alternatives, each a phrase."""

_MOST_TERMS = 32
_LONGEST_QUERY = 1000

NAME_BEGINS, NAME_ENDS = "‹", "›"
"""Around each name of a list of names, so that it is found as a whole; no word has them."""

_LETTER_OF_UNSPACED = re.compile(f"[{UNSPACED}]")


def indexed(text: str) -> str:
    """Return the words of `text`, folded, with one space between them."""
    return " ".join(filter(None, map(_indexed, pieces(text))))


def _indexed(piece: str) -> str:
    return " ".join(filter(None, map(_remembered.__getitem__, piece.split())))


def named(name: str) -> str:
    """Return a name as it stands in a list of names."""
    return f"{NAME_BEGINS} {indexed(name)} {NAME_ENDS}"


def _fold_word(word: str) -> str:
    tokens: list[str] = []
    for run in RUN.finditer(fold(word)):
        token = run.group()
        if run["unspaced"]:
            # the last letter too, so that every letter begins a token
            tokens += [*_pairs(token), token[-1]] if len(token) > 1 else [token]
        else:
            plain = bare(token)
            tokens += [token, plain] if plain != token else [token]
    return " ".join(tokens)


_remembered = Remembered(_fold_word)


def wanted(text: str) -> list[Term]:
    """Return what a query looks for; the last term is one whose last word may go on.

    Nothing for a text without letters or digits, whatever else stands in it.
    """
    terms: list[Term] = []
    for word in text[:_LONGEST_QUERY].split():
        terms += _terms(fold(word))
    terms = terms[:_MOST_TERMS]
    for term in terms[:-1]:
        del term[:-1]  # every indexed word also stands there bare
    return terms


def phrase(text: str) -> list[str]:
    """Return the words that stand one after the other where a text is found as it is.

    An Arabic word stands for itself alone here, with whatever is written onto it.
    """
    words = indexed(text[:_LONGEST_QUERY]).split()[:_MOST_TERMS]
    # the last letter stands alone only where its script ends; here it may go on
    is_end = len(words) > 1 and len(words[-2]) == 2 and words[-2][1] == words[-1]
    goes_on = is_end and is_letter_of_unspaced(words[-1])
    return words[:-1] if goes_on else words


def is_letter_of_unspaced(token: str) -> bool:
    """Tell whether this is one letter of a script whose words are not told by spaces."""
    return _LETTER_OF_UNSPACED.fullmatch(token) is not None


def _terms(word: str) -> list[Term]:
    terms: list[Term] = []
    phrase: list[str] = []  # parts that stand together: "e-mail", "l'eau"
    for run in RUN.finditer(word):
        token = run.group()
        plain = bare(token)
        if run["unspaced"] or plain != token:
            terms += [[phrase]] if phrase else []
            phrase = []
            terms.append([_pairs(token)] if run["unspaced"] else [[token], [plain]])
        else:
            phrase.append(token)
    return terms + ([[phrase]] if phrase else [])


def _pairs(run: str) -> list[str]:
    return [run[i : i + 2] for i in range(len(run) - 1)] or [run]
