"""What somebody was on a day."""

from datetime import date
from uuid import UUID

from newsdesk.domain.ids import PersonId, RoleId
from newsdesk.domain.person import Person, Role

CLERK = Role(id=RoleId(UUID(int=1)), titles={"en": "Clerk"}, valid_to=date(2025, 12, 31))
HEAD = Role(id=RoleId(UUID(int=2)), titles={"en": "Head"}, valid_from=date(2026, 1, 1))
NOOR = Person(id=PersonId(UUID(int=3)), display_name="Noor Elm", roles=(CLERK, HEAD))


def test_a_role_is_held_from_its_first_day_to_its_last() -> None:
    assert NOOR.role_on(date(2025, 12, 31)) == CLERK
    assert NOOR.role_on(date(2026, 1, 1)) == HEAD


def test_nobody_is_something_between_two_roles() -> None:
    late = Role(id=HEAD.id, titles=HEAD.titles, valid_from=date(2026, 2, 1))
    person = Person(id=NOOR.id, display_name="Noor Elm", roles=(CLERK, late))
    assert person.role_on(date(2026, 1, 15)) is None
