"""People who are quoted or asked, and the organisations they speak for."""

from collections.abc import Sequence

from newsdesk.domain.person import Organisation, Person, Role
from newsdesk.storage.entries import EntryRepository
from newsdesk.storage.mergeable import MergeableRepository
from newsdesk.storage.parts import PartList
from newsdesk.storage.rows import RowForm, Values
from newsdesk.storage.tables import OrganisationRow, PersonRow, RoleRow

_ROLES = PartList(RowForm(Role, RoleRow), "person_id")


class OrganisationRepository(EntryRepository[Organisation]):
    """Organisations, the oldest first."""

    _entity = "organisation"
    _form = RowForm(Organisation, OrganisationRow)


class PeopleRepository(MergeableRepository[Person]):
    """People with their roles, by name; the organisations are kept beside them."""

    _entity = "person"
    _form = RowForm(Person, PersonRow, elsewhere=["roles"])
    _order = ("sort_name", "display_name", "id")

    @property
    def organisations(self) -> OrganisationRepository:
        return OrganisationRepository(self._connection, self._now)

    def _made(self, rows: list[Values]) -> list[Person]:
        roles = _ROLES.read(self._connection, rows[0]["id"] if len(rows) == 1 else None)
        return [self._form.value(row, roles=roles.get(row["id"], ())) for row in rows]

    def _write_parts(self, entry: Person) -> None:
        _ROLES.write(self._connection, entry.id, entry.roles)

    def _insert_parts(self, entries: Sequence[Person]) -> None:
        _ROLES.write_new(self._connection, {one.id: one.roles for one in entries})
