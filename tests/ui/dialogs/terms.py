"""Terms for the tests of what shows them."""

from uuid import UUID

from newsdesk.domain.ids import TermId
from newsdesk.domain.vocabulary import Scheme, Term, TermColour, TermEntry


def entry(
    number: int,
    *names: str,
    uses: int = 0,
    colour: TermColour | None = None,
    active: bool = True,
    scheme: Scheme = Scheme.TAG,
) -> TermEntry:
    """Return a term with these names: the first in English, the second in French."""
    term = Term(
        id=TermId(UUID(int=number)),
        scheme=scheme,
        qcode=f"code-{number}",
        names=dict(zip(("en", "fr"), names, strict=False)),
        active=active,
    )
    return TermEntry(term=term, uses=uses, colour=colour)
