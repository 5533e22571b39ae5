"""Texts as the search index has them: folded words, the same way for what is stored and asked.

A word of a script without spaces between words becomes its pairs of letters; an Arabic word also
stands without the article and conjunction that are written onto it.
"""

import re

from newsdesk.domain.fold import UNSPACED, Remembered, fold

Term = list[list[str]]
"""One word that is looked for: alternatives, each a phrase."""

_MOST_TERMS = 32
_LONGEST_QUERY = 1000

_RUN = re.compile(rf"(?P<unspaced>(?:(?!\W)[{UNSPACED}])+)|[^\W_{UNSPACED}]+")

_BEFORE_ARABIC = "\u0600"
# folded already; the longest first
_ARABIC_PREFIX = re.compile("^(?:ولل|وال|بال|كال|فال|ال|لل|و)(?=[\u0621-\u064a]{3})")


def indexed(text: str) -> str:
    """Return the words of `text`, folded, with one space between them."""
    return " ".join(filter(None, map(_remembered.__getitem__, text.split())))


def _fold_word(word: str) -> str:
    tokens: list[str] = []
    for run in _RUN.finditer(fold(word)):
        token = run.group()
        if run["unspaced"]:
            # the last letter too, so that every letter begins a token
            tokens += [*_pairs(token), token[-1]] if len(token) > 1 else [token]
        else:
            bare = _bare(token)
            tokens += [token, bare] if bare != token else [token]
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


def _terms(word: str) -> list[Term]:
    terms: list[Term] = []
    phrase: list[str] = []  # parts that stand together: "e-mail", "l'eau"
    for run in _RUN.finditer(word):
        token = run.group()
        bare = _bare(token)
        if run["unspaced"] or bare != token:
            terms += [[phrase]] if phrase else []
            phrase = []
            terms.append([_pairs(token)] if run["unspaced"] else [[token], [bare]])
        else:
            phrase.append(token)
    return terms + ([[phrase]] if phrase else [])


def _bare(word: str) -> str:
    return _ARABIC_PREFIX.sub("", word) if word > _BEFORE_ARABIC else word


def _pairs(run: str) -> list[str]:
    return [run[i : i + 2] for i in range(len(run) - 1)] or [run]
