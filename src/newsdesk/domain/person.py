"""People who are quoted or asked, and the organisations they speak for."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from newsdesk.domain.ids import OrganisationId, PersonId, RoleId


@dataclass(frozen=True, slots=True, kw_only=True)
class Organisation:
    """An organisation with its names and acronyms by language."""

    id: OrganisationId
    names: Mapping[str, str]
    acronyms: Mapping[str, str] = field(default_factory=dict[str, str])
    uri: str | None = None
    is_own: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Role:
    """What somebody was, where, and when."""

    id: RoleId
    titles: Mapping[str, str]  # language -> title
    organisation_id: OrganisationId | None = None
    valid_from: date | None = None
    valid_to: date | None = None

    def is_held(self, day: date) -> bool:
        is_begun = self.valid_from is None or self.valid_from <= day
        return is_begun and (self.valid_to is None or day <= self.valid_to)


@dataclass(frozen=True, slots=True, kw_only=True)
class TypedRole:
    """A role as somebody types it or a file has it, its organisation by name."""

    id: RoleId | None = None
    titles: Mapping[str, str]
    organisation: str = ""
    organisation_id: OrganisationId | None = None  # where it is known, `organisation` is not asked
    valid_from: date | None = None
    valid_to: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """One person under the name they write themselves, diacritics and all."""

    id: PersonId
    display_name: str
    sort_name: str = ""
    variants: tuple[str, ...] = ()
    gender_for_stats: str | None = None
    roles: tuple[Role, ...] = ()
    version: int = 0

    def role_on(self, day: date) -> Role | None:
        """Return what somebody was on a day; the first in their own order if that is several."""
        return next((role for role in self.roles if role.is_held(day)), None)
