"""Cards of the address book that are one: which they may be, and what they have together."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import combinations
from typing import TypeVar
from uuid import UUID

from newsdesk.domain.address_book import Card
from newsdesk.domain.contact import Contact, ContactPoint
from newsdesk.domain.fold import fold
from newsdesk.domain.ids import ContactId, PersonId
from newsdesk.domain.person import Person, Role

T = TypeVar("T")

_MOST_SHARING = 3  # cards with one number: more is a switchboard


class Likeness(StrEnum):
    """Why two cards may be one."""

    NAME = "name"
    EMAIL = "email"
    PHONE = "phone"


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggestion:
    """Cards that may be one, in the order of the book."""

    cards: tuple[Card, ...]
    likeness: frozenset[Likeness]

    @property
    def keys(self) -> frozenset[UUID]:
        return frozenset(card.key for card in self.cards)


def suggestions(cards: Sequence[Card]) -> list[Suggestion]:
    """Return the cards that may be one, those of one name together.

    A mailbox or a number makes two cards one only where their names have a word in common: an
    office shares both.
    """
    found: dict[frozenset[UUID], tuple[tuple[Card, ...], set[Likeness]]] = {}
    for likeness, group in _groups(cards):
        apart = _apart(group)
        if len(apart) > 1:
            keys = frozenset(card.key for card in apart)
            found.setdefault(keys, (tuple(apart), set()))[1].add(likeness)
    order = {card.key: place for place, card in enumerate(cards)}
    made = [
        Suggestion(cards=group, likeness=frozenset(likeness)) for group, likeness in found.values()
    ]
    return sorted(made, key=lambda one: order[one.cards[0].key])


def _groups(cards: Sequence[Card]) -> Iterator[tuple[Likeness, Sequence[Card]]]:
    by_name: dict[str, list[Card]] = {}
    by_point: dict[tuple[Likeness, str], list[Card]] = {}
    for card in cards:
        for name in {fold(name) for name in card.names if card.contact is None or _is_named(card)}:
            by_name.setdefault(name, []).append(card)
        for mark in _marks(card.contact):
            by_point.setdefault(mark, []).append(card)
    yield from ((Likeness.NAME, group) for group in by_name.values())
    for (likeness, _value), group in by_point.items():
        if len(group) <= _MOST_SHARING:
            yield from (
                (likeness, pair)
                for pair in combinations(group, 2)
                if _have_common_word(pair[0], pair[1])
            )


def _is_named(card: Card) -> bool:
    return bool(card.person or (card.contact and card.contact.display_name))


def _marks(contact: Contact | None) -> set[tuple[Likeness, str]]:
    if contact is None:
        return set()
    mails = {(Likeness.EMAIL, fold(point.value)) for point in contact.emails}
    return mails | {(Likeness.PHONE, f"{p.value};{p.extension or ''}") for p in contact.phones}


def _have_common_word(one: Card, other: Card) -> bool:
    if not _is_named(one) or not _is_named(other):
        return not _is_named(one) and not _is_named(other)
    return bool(_words(one) & _words(other))


def _words(card: Card) -> set[str]:
    return {word for name in card.names for word in fold(name).split() if len(word) > 1}


def _apart(group: Sequence[Card]) -> list[Card]:
    """Leave out cards that are known to be one person at another office."""
    kept: list[Card] = []
    for card in group:
        known = any(
            card.person is not None
            and one.person is not None
            and one.person.id == card.person.id
            and fold(one.contact.office or "" if one.contact else "")
            != fold(card.contact.office or "" if card.contact else "")
            for one in kept
        )
        if not known:
            kept.append(card)
    return kept


# What they have together ----------------------------------------------------------------------


def merged_person(kept: Person, others: Sequence[Person], names: Iterable[str] = ()) -> Person:
    """Return a person with all that was known of the others.

    Args:
        names: what else they were called, on contacts without a person.
    """
    variants = list(kept.variants)
    for name in (*(n for one in others for n in (one.display_name, *one.variants)), *names):
        if name and name != kept.display_name and name not in variants:
            variants.append(name)
    roles = list(kept.roles)
    for role in (role for one in others for role in one.roles):
        if _said(role) not in map(_said, roles):
            roles.append(role)
    genders = (one.gender_for_stats for one in (kept, *others))
    return replace(
        kept,
        sort_name=kept.sort_name or next((o.sort_name for o in others if o.sort_name), ""),
        variants=tuple(variants),
        roles=tuple(roles),
        gender_for_stats=next(filter(None, genders), None),
    )


def _said(role: Role) -> object:
    titles = tuple(sorted(role.titles.items()))
    return titles, role.organisation_id, role.valid_from, role.valid_to


def merged_contact(kept: Contact, others: Sequence[Contact]) -> Contact:
    """Return a contact with what the others had and it lacked.

    A point that any of them kept from the public stays so, and the merged contact is verified no
    later than each of them was.
    """
    every = (kept, *others)
    dates = [one.last_verified for one in every]
    verified = [day for day in dates if day is not None]
    covered = kept if kept.cover_by else next((one for one in others if one.cover_by), kept)
    keys = {one.id for one in every}
    has_cover = covered.cover_by is not None and covered.cover_by not in keys
    return replace(
        kept,
        person_id=_first(one.person_id for one in every),
        display_name=_first(one.display_name for one in every) or "",
        role_title=_first(one.role_title for one in every),
        office=_first(one.office for one in every),
        place_id=_first(one.place_id for one in every),
        languages=tuple(dict.fromkeys(tag for one in every for tag in one.languages)),
        tz=_first(one.tz for one in every),
        hours=_first(one.hours for one in every),
        is_active=any(one.is_active for one in every),
        last_verified=min(verified) if len(verified) == len(dates) else None,
        cover_by=covered.cover_by if has_cover else None,
        cover_from=covered.cover_from if has_cover else None,
        cover_to=covered.cover_to if has_cover else None,
        points=merged_points(kept.points, [point for one in others for point in one.points]),
    )


def merged_points(
    kept: Sequence[ContactPoint], others: Sequence[ContactPoint]
) -> tuple[ContactPoint, ...]:
    """Return every number and address once; one that is not public anywhere is public nowhere."""
    points: dict[object, ContactPoint] = {}
    for point in (*kept, *others):
        key = point.kind, fold(point.value), point.extension or ""
        first = points.get(key)
        if first is None:
            points[key] = point
        elif first.public and not point.public:
            points[key] = replace(first, public=False)
    return tuple(points.values())


def _first(values: Iterable[T | None]) -> T | None:
    return next((value for value in values if value), None)


def without_former(
    contact: Contact, people: Mapping[PersonId, PersonId], contacts: Mapping[ContactId, ContactId]
) -> Contact:
    """Return a contact that names whom a merge kept in the place of those it put away.

    Nobody covers for themselves.
    """
    person_id = people.get(contact.person_id, contact.person_id) if contact.person_id else None
    cover_by = contacts.get(contact.cover_by, contact.cover_by) if contact.cover_by else None
    if cover_by is None or cover_by == contact.id:
        return replace(contact, person_id=person_id, cover_by=None, cover_from=None, cover_to=None)
    return replace(contact, person_id=person_id, cover_by=cover_by)
