"""What releases of one kind begin as."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from newsdesk.domain.ids import TemplateId
from newsdesk.domain.release import Profile

REQUIRABLE = ("headline", "subheadline", "abstract", "dateline.places", "contacts", "tags")
"""Fields that a template can ask for, by the names that `FieldSetter` knows them by."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Template:
    """A release in outline, with blanks: `{{like this}}` stands for what each one fills in."""

    id: TemplateId
    name: str
    profile: Profile = Profile.PRESS_RELEASE
    language: str  # BCP 47
    defaults: Mapping[str, str] = field(default_factory=dict[str, str])
    """Other fields, by the names and in the words of `FieldSetter`."""
    required_fields: tuple[str, ...] = ()  # of `REQUIRABLE`
    body_md: str = ""
    version: int = 0
