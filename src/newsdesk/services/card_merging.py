"""Several cards of the address book become one."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING
from uuid import UUID

from newsdesk.domain.address_book import Card, sort_name_of
from newsdesk.domain.contact import Contact
from newsdesk.domain.fold import fold
from newsdesk.domain.ids import ContactId, PersonId, RoleId
from newsdesk.domain.merging import merged_contact, merged_person, without_former
from newsdesk.domain.person import Person
from newsdesk.services.book_recording import BookRecorder

if TYPE_CHECKING:
    from newsdesk.storage.database import UnitOfWork


class CardMerging:
    """One merge, within one transaction."""

    def __init__(
        self,
        work: "UnitOfWork",
        recorder: BookRecorder,
        kept: Card,
        others: Sequence[Card],
        new_id: Callable[[], UUID],
    ) -> None:
        self._work = work
        self._recorder = recorder
        self._kept = kept
        self._all = (kept, *others)
        self._new_id = new_id

    def merged(self, *, has_other_offices: bool) -> Card:
        """Do it and return the card that is left; see `PeopleService.merge`."""
        person = self._person()
        contacts = [one.contact for one in self._all if one.contact is not None]
        former: dict[ContactId, ContactId] = {}
        if contacts:
            key = person.id if person else None
            together = contacts[:1] if has_other_offices else contacts
            for one in contacts[len(together) :]:
                self._recorder.save_contact(replace(one, person_id=key))
            former = {one.id: contacts[0].id for one in together[1:]}
            self._recorder.put_away("contact", list(former), merged_into=contacts[0].id)
            whole = merged_contact(together[0], together[1:])
            self._recorder.save_contact(replace(whole, person_id=key))
        self._move_uses(person, former)
        contact: Contact | None = self._work.contacts.get(contacts[0].id) if contacts else None
        return Card(person=person, contact=contact)

    def _person(self) -> Person | None:
        """Return the person of the card, stored; None where it is an office or has one name."""
        people = list({one.person.id: one.person for one in self._all if one.person}.values())
        printed = [one.contact.display_name for one in self._all if one.contact]
        names = [name for name in printed if name]
        if people:
            first, rest = people[0], people[1:]
            name = self._kept.name if names or self._kept.person else first.display_name
            names = [first.display_name, *names]
        elif len({fold(name) for name in names}) > 1 or len(set(names)) > 1:
            first, rest = self._new_person(names[0]), []  # a person remembers both spellings
            name = names[0]
        else:
            return None
        self._recorder.put_away("person", [one.id for one in rest], merged_into=first.id)
        whole = merged_person(replace(first, display_name=name), rest, names)
        own = len(first.roles)  # the others' stay with the entries that were put away
        roles = [replace(role, id=RoleId(self._new_id())) for role in whole.roles[own:]]
        return self._recorder.save_person(replace(whole, roles=(*first.roles, *roles)))

    def _new_person(self, name: str) -> Person:
        return Person(id=PersonId(self._new_id()), display_name=name, sort_name=sort_name_of(name))

    def _move_uses(self, person: Person | None, contacts: dict[ContactId, ContactId]) -> None:
        """Let every contact name whom the merge kept."""
        former = {one.person.id for one in self._all if one.person}
        people = dict.fromkeys(former, person.id) if person else {}
        for one in self._work.contacts.all():
            moved = without_former(one, people, contacts)
            if person is not None and moved.person_id == person.id:
                moved = replace(moved, display_name=person.display_name)
            if moved != one:
                self._recorder.save_contact(moved)
