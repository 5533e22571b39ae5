"""Commands on vocabularies."""

import argparse

from newsdesk.cli import shapes
from newsdesk.cli.inputs import UsageError, one_of
from newsdesk.cli.output import StderrProgress, emit, table
from newsdesk.desk import open_desk
from newsdesk.domain.filing import Filing
from newsdesk.domain.vocabulary import Scheme, Term, TermColour, TermEntry, same_names
from newsdesk.services.bulk import in_batches
from newsdesk.services.desk import Desk

_DOES = ("add", "rename", "merge", "retire", "offer", "colour", "remove", "take_in")
_NO_COLOUR = "none"


def terms(words: argparse.Namespace) -> int:
    scheme = one_of(Scheme, "--scheme", words.scheme) if words.scheme else None
    given = [name for name in _DOES if getattr(words, name)]
    if len(given) > 1:
        raise UsageError(
            f"--{' and --'.join(given)} exclude each other".replace("take_in", "import")
        )
    if bool(words.merge) != (words.into is not None):
        raise UsageError("--merge TERM … goes with --into TERM")
    if words.rename and not words.name:
        raise UsageError("--rename TERM goes with --name NAME")
    with open_desk(words.data_dir, writing=bool(given)) as desk:
        if words.take_in:
            return _take_in(words, desk, scheme)
        if words.uses:
            return _uses(words, desk, scheme)
        touched = _changed(words, desk, scheme) if given else None
        entries = desk.vocabularies.entries(scheme)
    if touched is not None:
        entries = [entry for entry in entries if entry.term.id == touched.id]
    if words.doubles:
        double = {term.id for group in same_names(e.term for e in entries) for term in group}
        entries = [entry for entry in entries if entry.term.id in double]
    language = words.language or "en"
    lines = table([_row(entry, language) for entry in entries])
    emit(words, [shapes.term(entry) for entry in entries], lines if entries else ["No terms."])
    return 0


def _changed(words: argparse.Namespace, desk: Desk, scheme: Scheme | None) -> Term | None:
    """Do what is asked and return the term that is meant; None for one that is gone."""
    vocabularies = desk.vocabularies
    if words.add:
        language = words.language or desk.newsroom.get().languages[0]
        return vocabularies.add(scheme or Scheme.TAG, words.add, language)[0]
    if words.rename:
        return _renamed(words, desk, vocabularies.find(words.rename, scheme))
    if words.merge:
        return _merged(words, desk, scheme)
    if words.colour:
        key, _, name = words.colour.partition("=")
        colour = None if name == _NO_COLOUR else one_of(TermColour, "--colour", name)
        term = vocabularies.find(key, scheme)
        vocabularies.set_colour(term.id, colour)
        return term
    if words.remove:
        return vocabularies.remove(vocabularies.find(words.remove, scheme).id)[0]
    term = vocabularies.find(words.retire or words.offer, scheme)
    return vocabularies.retire(term.id, is_active=bool(words.offer))[0]


def _renamed(words: argparse.Namespace, desk: Desk, term: Term) -> Term:
    language = words.language or next(iter(term.names))
    renamed, _ = desk.vocabularies.rename(term.id, {**term.names, language: words.name})
    filing = Filing(instead={term.id: renamed})
    in_batches(
        desk.vocabularies.uses(term.id),
        lambda some: desk.bulk.file(some, filing),
        StderrProgress("renamed"),
    )
    return renamed


def _merged(words: argparse.Namespace, desk: Desk, scheme: Scheme | None) -> Term:
    into = desk.vocabularies.find(words.into, scheme)
    sources = [desk.vocabularies.find(key, scheme or into.scheme) for key in words.merge]
    merged, _ = desk.vocabularies.merge([term.id for term in sources], into.id)
    in_batches(
        desk.vocabularies.uses(*merged.touched),
        lambda some: desk.bulk.file(some, merged.filing),
        StderrProgress("moved"),
    )
    return merged.into


def _take_in(words: argparse.Namespace, desk: Desk, scheme: Scheme | None) -> int:
    taken, _ = desk.vocabularies.take_in_file(words.take_in, scheme)
    line = (
        f"{taken.scheme}: {taken.added} new, {taken.changed} changed, {taken.unchanged} as before"
    )
    emit(words, shapes.plain(taken), [line])
    return 0


def _uses(words: argparse.Namespace, desk: Desk, scheme: Scheme | None) -> int:
    term = desk.vocabularies.find(words.uses, scheme)
    rows = desk.releases.rows(desk.vocabularies.uses(term.id))
    lines = table([(str(row.id), row.state, row.language, row.headline or "–") for row in rows])
    emit(words, [shapes.summary(row) for row in rows], lines if rows else ["No releases."])
    return 0


def _row(entry: TermEntry, language: str) -> tuple[str, ...]:
    term = entry.term
    marks = ", ".join(filter(None, ("" if term.active else "retired", entry.colour or "")))
    return term.scheme, term.qcode, str(entry.uses), term.name(language), marks
