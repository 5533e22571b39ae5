"""The terms releases are filed under."""

from newsdesk.domain.canonical import composed
from newsdesk.domain.changes import Changes, Subject
from newsdesk.domain.errors import FieldError
from newsdesk.domain.language import normalised
from newsdesk.domain.vocabulary import Scheme, Term
from newsdesk.services.workplace import Workplace


class VocabularyService:
    """The terms releases are filed under."""

    def __init__(self, workplace: Workplace) -> None:
        self._workplace = workplace

    def all(self, scheme: Scheme | None = None) -> list[Term]:
        with self._workplace.database.reading() as work:
            return list(work.terms.all(scheme))

    def add(self, scheme: Scheme, name: str, language: str) -> tuple[Term, Changes]:
        if not name.strip():
            raise FieldError("name", name)
        with self._workplace.database.transaction() as work:
            term = work.terms.get_or_add(scheme, composed(name.strip()), normalised(language))
        return term, Changes.of(Subject.TERMS)
