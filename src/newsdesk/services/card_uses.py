"""Where somebody of the address book is used: as a contact, and with their own words."""

from dataclasses import replace
from typing import TYPE_CHECKING

from newsdesk.domain.address_book import Card, Use, Uses
from newsdesk.domain.fold import fold
from newsdesk.domain.ids import ReleaseId
from newsdesk.domain.query import ReleaseQuery
from newsdesk.rendering.opening import opening
from newsdesk.rendering.quotes import find_quotes

if TYPE_CHECKING:
    from newsdesk.storage.database import UnitOfWork

_MOST_LOOKED_THROUGH = 200  # releases that are read for quotes, the newest
_MOST_SHOWN = 200


def uses_of(work: "UnitOfWork", card: Card) -> Uses:
    """Return the releases in which somebody stands as a contact or is quoted, newest first.

    The newest that write the name are read for quotes; so are those with a quote that was sent to
    them. Keys of entries that were merged into the card count as its own.
    """
    asked = set(
        work.uses.of_contacts(work.contacts.former_keys(card.contact.id)) if card.contact else ()
    )
    sent = set(work.uses.of_people(work.people.former_keys(card.person.id)) if card.person else ())
    looked, named = _named_in(work, card)
    bodies = work.uses.bodies(looked)
    rows = {row.id: row for row in work.releases.rows([*{*asked, *sent, *looked}])}
    names = {fold(name) for name in card.names}
    quoted = sent | {
        key
        for key, body in bodies.items()
        if key in rows and _is_quoted(names, body, rows[key].language)
    }
    used = [row for key, row in rows.items() if key in asked or key in quoted]
    used.sort(key=lambda row: (row.updated, row.id), reverse=True)
    return Uses(
        uses=tuple(
            Use(
                release=replace(row, opening=opening(row.opening)),
                is_contact=row.id in asked,
                is_quoted=row.id in quoted,
            )
            for row in used[:_MOST_SHOWN]
        ),
        as_contact=len(asked),
        total=len(used),
        named=named,
        looked_through=len(looked),
    )


def _named_in(work: "UnitOfWork", card: Card) -> tuple[list[ReleaseId], int]:
    """Return the newest releases that write one of the names, and how many do in all."""
    if card.person is None and not (card.contact and card.contact.display_name):
        return [], 0  # an office is not quoted
    found = [work.releases.ids(ReleaseQuery(text=name)) for name in card.names]
    newest = {key for some in found for key in some[:_MOST_LOOKED_THROUGH]}
    rows = work.releases.rows([*newest])
    rows.sort(key=lambda row: (row.updated, row.id), reverse=True)
    keys = [row.id for row in rows[:_MOST_LOOKED_THROUGH]]
    return keys, len({key for some in found for key in some})


def _is_quoted(names: set[str], body: str, language: str) -> bool:
    return any(
        fold(quote.speaker) in names for quote in find_quotes(body, language) if quote.speaker
    )
