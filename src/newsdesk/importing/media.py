"""Pictures and files that a source names; nothing of them is opened here."""

from dataclasses import dataclass

from newsdesk.domain.errors import MediaProblem
from newsdesk.importing.picture import Picture


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptPicture:
    """A picture that was named, and is in the media store now."""

    picture: Picture
    sha256: str
    path: str  # below the media store
    file_name: str  # as it came


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedMedia:
    """One picture or attachment as its source names it."""

    address: str  # as written: relative to the source, or absolute; never opened as it stands
    alt: str = ""
    caption: str = ""
    credit: str = ""
    kept: KeptPicture | None = None
    problem: MediaProblem | None = None  # why it was not kept; None too if nobody tried yet
