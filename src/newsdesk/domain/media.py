"""Pictures and attachments, known by the hash of their content."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from newsdesk.domain.ids import MediaId


class Consent(StrEnum):
    """Whether the people shown agreed."""

    NOT_NEEDED = "not_needed"
    OBTAINED = "obtained"
    REFUSED = "refused"
    UNKNOWN = "unknown"


class MediaRole(StrEnum):
    """What a picture is to a release."""

    FEATURE = "featuremedia"
    BODY = "body"
    GALLERY = "gallery"
    ATTACHMENT = "attachment"


@dataclass(frozen=True, slots=True, kw_only=True)
class MediaAsset:
    """One file of the media store."""

    id: MediaId
    sha256: str
    path: str  # below the media store: "ab/<sha256>.jpg"
    file_name: str | None = None  # as it came; None: not known
    mime: str
    width: int | None = None  # px
    height: int | None = None
    captions: Mapping[str, str] = field(default_factory=dict[str, str])
    alts: Mapping[str, str] = field(default_factory=dict[str, str])
    creditline: str = ""
    copyright_notice: str | None = None
    usageterms: str | None = None
    taken_on: date | None = None
    place: str | None = None
    consent: Consent = Consent.UNKNOWN
    consent_doc: str | None = None
    poi_x: float | None = None  # the point of interest, 0 to 1 of the width
    poi_y: float | None = None
    version: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class ReleaseMedia:
    """A picture's place in a release."""

    media_id: MediaId
    role: MediaRole = MediaRole.BODY
