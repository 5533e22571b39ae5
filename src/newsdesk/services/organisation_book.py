"""Organisations that people speak for, by name."""

from collections.abc import Callable
from typing import TYPE_CHECKING
from uuid import UUID

from newsdesk.domain.canonical import composed
from newsdesk.domain.fold import fold
from newsdesk.domain.ids import OrganisationId, RoleId
from newsdesk.domain.language import base
from newsdesk.domain.person import Organisation, Role, TypedRole

if TYPE_CHECKING:
    from newsdesk.storage.database import UnitOfWork


class OrganisationBook:
    """Knows each by every name and acronym, and makes what it does not know."""

    def __init__(self, work: "UnitOfWork", new_id: Callable[[], UUID]) -> None:
        self._work = work
        self._new_id = new_id
        self._keys: dict[str, OrganisationId] = {}
        for one in work.people.organisations.all():
            for text in (*one.names.values(), *one.acronyms.values()):
                self._keys.setdefault(fold(text), one.id)

    def role(self, typed: TypedRole) -> Role:
        """Return a role as it is stored."""
        titles = {tag: text.strip() for tag, text in typed.titles.items()}
        return Role(
            id=typed.id or RoleId(self._new_id()),
            titles={tag: text for tag, text in titles.items() if text},
            organisation_id=typed.organisation_id or self.key(typed.organisation.strip()),
            valid_from=typed.valid_from,
            valid_to=typed.valid_to,
        )

    def key(self, name: str) -> OrganisationId | None:
        """Return the key of an organisation, stored if nobody is called so; None for no name."""
        if not name:
            return None
        if fold(name) not in self._keys:
            language = base(self._work.newsroom.get().languages[0])
            made = Organisation(id=OrganisationId(self._new_id()), names={language: name})
            self._keys[fold(name)] = self._work.people.organisations.save(composed(made)).id
        return self._keys[fold(name)]
