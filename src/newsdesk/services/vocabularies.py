"""The terms releases are filed under."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from newsdesk.domain.canonical import composed
from newsdesk.domain.changes import Changes, Subject
from newsdesk.domain.errors import (
    AmbiguousKeyError,
    FieldError,
    NameTakenError,
    NotFoundError,
    TermInUseError,
)
from newsdesk.domain.filing import Filing
from newsdesk.domain.fold import fold
from newsdesk.domain.ids import ReleaseId, TermId
from newsdesk.domain.language import normalised
from newsdesk.domain.vocabulary import OF_STANDARDS, Scheme, Term, TermColour, TermEntry
from newsdesk.importing.decoding import decode
from newsdesk.importing.newscodes import Concept, NewsCodes, read_newscodes
from newsdesk.services.files import read_whole
from newsdesk.services.workplace import Workplace

if TYPE_CHECKING:
    from newsdesk.storage.database import UnitOfWork

_SHORTEST_KEY = 4  # characters of an id that tell one term from the others
_LONGEST = 200  # characters of a name


@dataclass(frozen=True, slots=True, kw_only=True)
class Merged:
    """Terms that became one: what it takes to take a merge back."""

    terms: tuple[Term, ...]
    into: Term
    into_before: Term  # it may have taken over names
    narrower: Mapping[TermId, tuple[TermId, ...]]

    @property
    def filing(self) -> Filing:
        """What is to become of the releases that are filed under one of `touched`."""
        return Filing(instead=dict.fromkeys(self.touched, self.into))

    @property
    def touched(self) -> tuple[TermId, ...]:
        gone = tuple(term.id for term in self.terms)
        return gone if self.into == self.into_before else (*gone, self.into.id)


@dataclass(frozen=True, slots=True, kw_only=True)
class TakenIn:
    """What became of the terms of a file."""

    scheme: Scheme
    added: int
    changed: int
    unchanged: int


def term_named(
    work: "UnitOfWork", workplace: Workplace, scheme: Scheme, name: str, language: str
) -> Term:
    """Return the term of a name, made if there is none; a country has all names that it has."""
    if scheme is Scheme.COUNTRY:
        for place in workplace.places(work).named(name, language):
            if place.city is None:
                return _country(work, place.country("en"), place.country_names)
    return work.terms.get_or_add(scheme, name, language)


def _country(work: "UnitOfWork", name: str, names: Mapping[str, str]) -> Term:
    term = work.terms.get_or_add(Scheme.COUNTRY, name, "en")
    missing = {language: one for language, one in names.items() if language not in term.names}
    return work.terms.save(replace(term, names={**term.names, **missing})) if missing else term


def find_term(terms: Collection[Term], key: str, scheme: Scheme | None = None) -> Term:
    """Return the one term meant by a name in any language, its code, or the beginning of its id.

    Raises:
        NotFoundError, AmbiguousKeyError: none is, or several are.
    """
    wanted = fold(key)
    among = [term for term in terms if scheme in (None, term.scheme)]
    matches = [
        term
        for term in among
        if wanted in (term.qcode, str(term.id)) or wanted in map(fold, term.names.values())
    ] or [t for t in among if len(wanted) >= _SHORTEST_KEY and str(t.id).startswith(wanted)]
    if not matches:
        raise NotFoundError("term", key)
    if len(matches) > 1:
        raise AmbiguousKeyError(key, [f"{t.scheme}: {t.name('en')} ({t.id})" for t in matches])
    return matches[0]


class VocabularyService:
    """Listing, adding, naming, merging and retiring them.

    A release carries copies of its terms. What changes their names or puts another in their place
    is done in two parts: the vocabulary, here, and the releases, by `BulkService.file` with the
    `Filing` that is meant; issued revisions stay as they were issued.
    """

    def __init__(self, workplace: Workplace) -> None:
        self._workplace = workplace

    def all(self, scheme: Scheme | None = None) -> list[Term]:
        with self._workplace.database.reading() as work:
            return list(work.terms.all(scheme))

    def entries(self, scheme: Scheme | None = None) -> list[TermEntry]:
        """Return the terms with their colours and how many releases are filed under each."""
        with self._workplace.database.reading() as work:
            return work.terms.entries(scheme)

    def colours(self) -> Mapping[TermId, TermColour]:
        """Return the colours of the terms that have one."""
        with self._workplace.database.reading() as work:
            return work.terms.colours()

    def find(self, key: str, scheme: Scheme | None = None) -> Term:
        """Raise what `find_term` raises."""
        return find_term(self.all(scheme), key, scheme)

    def uses(self, *ids: TermId) -> list[ReleaseId]:
        """Return every release that is filed under one of these, in the trash too; oldest first."""
        with self._workplace.database.reading() as work:
            return work.terms.uses(ids)

    def countries(self) -> list[Mapping[str, str]]:
        """Return the names of every country of the gazetteer, by language."""
        with self._workplace.database.reading() as work:
            places = self._workplace.places(work)
        return [place.country_names for place in places if place.city is None]

    def add(self, scheme: Scheme, name: str, language: str) -> tuple[Term, Changes]:
        """Return the term of this name, made if there is none."""
        with self._workplace.database.transaction() as work:
            term = term_named(work, self._workplace, scheme, _name_of(name), normalised(language))
        return term, Changes.of(Subject.TERMS)

    def rename(self, term_id: TermId, names: Mapping[str, str]) -> tuple[Term, Changes]:
        """Give a term other names; an empty one takes that of its language away.

        Its code follows the name, unless it is that of a standard: so its old name is free.

        Raises:
            FieldError: it would have no name.
            NameTakenError: another term of the vocabulary has one of them: merge the two.
        """
        kept = {normalised(tag): _name_of(name) for tag, name in names.items() if name.strip()}
        if not kept:
            raise FieldError("name", "")
        with self._workplace.database.transaction() as work:
            term = work.terms.get(term_id)
            self._check_free(work, term, kept)
            code = term.qcode
            if term.scheme not in OF_STANDARDS and kept != term.names:
                code = work.terms.free_qcode(term.scheme, next(iter(kept.values())), term_id)
            saved = work.terms.save(replace(term, names=kept, qcode=code))
        return saved, Changes.of(Subject.TERMS)

    def plan_merge(self, sources: Collection[TermId], into: TermId) -> Merged:
        """Return what `merge` would do; nothing is changed."""
        with self._workplace.database.reading() as work:
            return _planned(work, sources, into)

    def merge(self, sources: Collection[TermId], into: TermId) -> tuple[Merged, Changes]:
        """Put terms away in favour of another; releases are to be filed by `Merged.filing`.

        Whoever names one of them from now on means the other.

        Raises:
            FieldError: they are of different vocabularies, or there is nothing to merge.
        """
        now, author = self._workplace.now(), self._workplace.author
        with self._workplace.database.transaction() as work:
            merged = _planned(work, sources, into)
            for term in merged.terms:
                work.terms.merge(term.id, into, now, author)
            work.terms.save(merged.into)
        return merged, Changes.of(Subject.TERMS)

    def unmerge(self, merged: Merged) -> tuple[Merged, Changes]:
        """Let the terms stand again; their releases are to be filed as they were before."""
        with self._workplace.database.transaction() as work:
            for term in merged.terms:
                work.terms.unmerge(term, merged.narrower[term.id])
            work.terms.save(merged.into_before)
        return merged, Changes.of(Subject.TERMS)

    def retire(self, term_id: TermId, *, is_active: bool = False) -> tuple[Term, Changes]:
        """Offer a term no longer, or again; releases that are filed under it stay so."""
        with self._workplace.database.transaction() as work:
            saved = work.terms.save(replace(work.terms.get(term_id), active=is_active))
        return saved, Changes.of(Subject.TERMS)

    def set_colour(
        self, term_id: TermId, colour: TermColour | None
    ) -> tuple[TermColour | None, Changes]:
        with self._workplace.database.transaction() as work:
            work.terms.set_colour(term_id, colour)
        return colour, Changes.of(Subject.TERMS)

    def remove(self, term_id: TermId) -> tuple[Term, Changes]:
        """Take a term out that no release is filed under; raise `TermInUseError` for another."""
        with self._workplace.database.transaction() as work:
            term = work.terms.get(term_id)
            if uses := work.terms.uses([term_id]):
                raise TermInUseError(term.name("en"), len(uses))
            work.terms.delete(term_id, at=self._workplace.now(), by=self._workplace.author)
        return term, Changes.of(Subject.TERMS)

    def put_back(self, term_id: TermId) -> tuple[Term, Changes]:
        """Bring back what was removed."""
        with self._workplace.database.transaction() as work:
            term = work.terms.save(work.terms.get(term_id))
        return term, Changes.of(Subject.TERMS)

    def take_in_file(self, path: Path, scheme: Scheme | None = None) -> tuple[TakenIn, Changes]:
        """Do as `take_in` with a file of NewsCodes.

        Raises:
            ImportRefusedError: it cannot be read, or holds no vocabulary.
        """
        name = str(path)
        return self.take_in(read_newscodes(decode(read_whole(path), name), name), scheme)

    def take_in(self, codes: NewsCodes, scheme: Scheme | None = None) -> tuple[TakenIn, Changes]:
        """Make the terms of a file those of a vocabulary; one that is not in it stays.

        Args:
            scheme: the vocabulary; by default the file's own.
        """
        target = scheme or codes.scheme
        with self._workplace.database.transaction() as work:
            here = {term.qcode: term for term in work.terms.all(target)}
            terms = list(self._terms_of(codes, target, here))
            changed = [term for term in terms if here.get(term.qcode) != term]
            work.terms.save_all(changed)
        added = sum(term.qcode not in here for term in terms)
        taken = TakenIn(
            scheme=target,
            added=added,
            changed=len(changed) - added,
            unchanged=len(terms) - len(changed),
        )
        return taken, Changes.of(Subject.TERMS) if changed else Changes()

    def _terms_of(
        self, codes: NewsCodes, scheme: Scheme, here: Mapping[str, Term]
    ) -> Iterator[Term]:
        """Yield the terms of a file, each behind the one that it is narrower than."""
        by_uri = {concept.uri: concept for concept in codes.concepts}
        made: dict[str, TermId] = {}
        for concept in codes.concepts:
            for one in reversed(_line_of(concept, by_uri)):
                if one.uri not in made:
                    known = here.get(one.qcode)
                    made[one.uri] = known.id if known else TermId(self._workplace.new_id())
                    yield Term(
                        id=made[one.uri],
                        scheme=scheme,
                        qcode=one.qcode,
                        names=one.names,
                        parent_id=made.get(one.broader or ""),
                        uri=one.uri,
                        active=not one.is_retired,
                    )

    def _check_free(self, work: "UnitOfWork", term: Term, names: Mapping[str, str]) -> None:
        if term.scheme in OF_STANDARDS:
            return
        wanted = {fold(name) for name in names.values()}
        for other in work.terms.all(term.scheme):
            taken = {fold(name): name for name in other.names.values()}
            if other.id != term.id and (shared := wanted & taken.keys()):
                raise NameTakenError(term.scheme, taken[shared.pop()], str(other.id))


def _planned(work: "UnitOfWork", sources: Collection[TermId], into: TermId) -> Merged:
    target = work.terms.get(into)
    terms = [work.terms.get(key) for key in dict.fromkeys(sources) if key != into]
    if not terms or any(term.scheme is not target.scheme for term in terms):
        raise FieldError("term", target.name("en"))
    return Merged(
        terms=tuple(terms),
        into=_with_names_of(target, terms),
        into_before=target,
        narrower={term.id: tuple(work.terms.narrower(term.id)) for term in terms},
    )


def _name_of(text: str) -> str:
    name = " ".join(composed(text).split())
    if not name or len(name) > _LONGEST:
        raise FieldError("name", text)
    return name


def _with_names_of(target: Term, terms: Collection[Term]) -> Term:
    """Return a term with the names of others in the languages that it has none in."""
    names = dict(target.names)
    for term in terms:
        names = {**term.names, **names}
    own_first = {**target.names, **names}
    return replace(target, names=own_first)


def _line_of(concept: Concept, by_uri: Mapping[str, Concept]) -> list[Concept]:
    """Return a concept, the broader one, and so on; a ring is left where it closes."""
    line = {concept.uri: concept}
    while (broader := by_uri.get(concept.broader or "")) is not None and broader.uri not in line:
        line[broader.uri] = concept = broader
    return list(line.values())
