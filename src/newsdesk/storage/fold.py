"""What the search index is asked: folded words, made in the same way as what is stored there."""

import re

from newsdesk.domain.fold import RUN, UNSPACED, bare, fold
from newsdesk.domain.index_words import indexed, pairs

Term = list[list[str]]
"""One word that is looked for: alternatives, each a phrase."""

_MOST_TERMS = 32
_LONGEST_QUERY = 1000

NAME_BEGINS, NAME_ENDS = "‹", "›"
"""Around each name of a list of names, so that it is found as a whole; no word has them."""

_LETTER_OF_UNSPACED = re.compile(f"[{UNSPACED}]")


def named(name: str) -> str:
    """Return a name as it stands in a list of names."""
    return f"{NAME_BEGINS} {indexed(name)} {NAME_ENDS}"


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
            terms.append([pairs(token)] if run["unspaced"] else [[token], [plain]])
        else:
            phrase.append(token)
    return terms + ([[phrase]] if phrase else [])
