"""Standing paragraphs: about us, notes to editors, help lines, disclaimers."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from newsdesk.domain.ids import BoilerplateId, OrganisationId


class BoilerplateKind(StrEnum):
    ABOUT = "about"
    NOTES_TO_EDITORS = "notes_to_editors"
    HELPLINE = "helpline"
    DISCLAIMER = "disclaimer"
    FOOTNOTE = "footnote"


@dataclass(frozen=True, slots=True, kw_only=True)
class Boilerplate:
    """One text in one language, valid from a day to a day (inclusive, None: open)."""

    id: BoilerplateId
    organisation_id: OrganisationId | None = None  # None: our own
    office: str | None = None
    kind: BoilerplateKind = BoilerplateKind.ABOUT
    language: str
    text_md: str
    valid_from: date
    valid_to: date | None = None
    supersedes: BoilerplateId | None = None
    version: int = 0

    def is_valid_on(self, day: date) -> bool:
        return self.valid_from <= day and (self.valid_to is None or day <= self.valid_to)


@dataclass(frozen=True, slots=True, kw_only=True)
class ReleaseBoilerplate:
    """A boilerplate as one release prints it: a copy, with the id of what it was copied from."""

    kind: BoilerplateKind
    text_md: str
    boilerplate_id: BoilerplateId | None = None
