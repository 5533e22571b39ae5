"""Facets to be listed."""

from newsdesk.domain.facets import Facet, Facets, written
from newsdesk.domain.fold import fold
from newsdesk.domain.ids import TermId
from newsdesk.domain.search import Operator
from newsdesk.domain.vocabulary import Scheme, Term, TermColour, TermEntry
from tests.ui.library.rows import key


def facet(operator: Operator, name: str, count: int = 1, *also: str) -> Facet:
    is_fixed = operator in {Operator.STATE, Operator.IS}
    return Facet(
        condition=written(operator, name),
        operator=operator,
        name="" if is_fixed else name,
        count=count,
        known_as=frozenset(map(fold, (name, *also))),
    )


def tag(number: int, name: str, count: int = 1, colour: TermColour | None = None) -> Facet:
    """A tag as its vocabulary has it, under a key of this number."""
    term = Term(id=TermId(key(number)), scheme=Scheme.TAG, qcode=fold(name), names={"en": name})
    return Facet(
        condition=written(Operator.TAG, name),
        operator=Operator.TAG,
        name=name,
        count=count,
        known_as=frozenset({fold(name)}),
        entry=TermEntry(term=term, colour=colour, uses=count),
    )


def some() -> Facets:
    """Eleven releases and two in the trash."""
    return Facets(
        total=11,
        trashed=2,
        facets={
            Operator.STATE: [
                facet(Operator.STATE, "draft", 7),
                facet(Operator.STATE, "published", 4),
            ],
            Operator.IS: [facet(Operator.IS, "starred", 3)],
            Operator.COUNTRY: [
                facet(Operator.COUNTRY, "China", 5, "cn"),
                facet(Operator.COUNTRY, "Viet Nam", 2, "vn"),
            ],
            Operator.TAG: [
                tag(1, "Winter", 6, TermColour.TEAL),
                *(tag(2 + number, f"Port {number:02}") for number in range(20)),
            ],
            Operator.LANG: [facet(Operator.LANG, "en", 11, "english")],
        },
    )
