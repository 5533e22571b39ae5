"""A release that is here already, and what may become of its other copy."""

from dataclasses import dataclass
from enum import StrEnum

from newsdesk.domain.ids import ReleaseId
from newsdesk.domain.workflow import State


class Likeness(StrEnum):
    """Why two releases are taken for one."""

    ADDRESS = "address"  # they stand on one page, whatever is written there
    TEXT = "text"


class Resolution(StrEnum):
    """What a person, or whoever runs an import, decides about a duplicate."""

    UPDATE = "update"
    COPY = "copy"  # stored beside it, as if it were another one
    SKIP = "skip"


class Update(StrEnum):
    """How what is stored takes up a newer text, by its state."""

    REVISION = "revision"  # a draft: one more revision of it
    REWRITE = "rewrite"  # an issued one stays as it is; a new draft is linked to it
    REFUSED = "refused"  # in review, scheduled or withdrawn: its text is not to be changed


@dataclass(frozen=True, slots=True, kw_only=True)
class Duplicate:
    """A stored release that a draft seems to be."""

    release_id: ReleaseId
    headline: str
    state: State
    why: Likeness
    containment: float  # of the shorter text's runs of five words in the longer one, 0 to 1
    is_same: bool  # word for word, standing texts aside; what only resembles it may be another one

    @property
    def update(self) -> Update:
        return update_in(self.state)


def update_in(state: State) -> Update:
    """Return how a release in this state takes up a newer text."""
    return _UPDATES.get(state, Update.REFUSED)


_UPDATES = {
    State.DRAFT: Update.REVISION,
    State.PUBLISHED: Update.REWRITE,
    State.CORRECTED: Update.REWRITE,
}
