"""What a source says, before anything of it is stored."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from newsdesk.domain.boilerplate import ReleaseBoilerplate
from newsdesk.domain.contact import ReleaseContact
from newsdesk.domain.dateline import Dateline, DatelineStyle
from newsdesk.domain.embargo import Embargo
from newsdesk.domain.gazetteer import Gazetteer
from newsdesk.domain.provenance import Finding, SourceKind
from newsdesk.domain.workflow import State
from newsdesk.importing.dissection import Dissection
from newsdesk.importing.media import NamedMedia


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportTools:
    """What reading a source needs to know of this newsroom."""

    gazetteer: Gazetteer
    default_language: str = "en"  # taken where a text is too short to tell
    house_style: DatelineStyle = DatelineStyle.IOM  # of a dateline whose places are known


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """One release as its source has it: no ids, no clock, nothing invented.

    What was not sure stands in `body_md` and is listed in `findings` with `Confidence.LOW`.
    """

    language: str
    headline: str = ""
    subheadline: str | None = None
    abstract: str | None = None
    byline: str | None = None
    slug: str | None = None
    dateline: Dateline = field(default_factory=Dateline)
    embargo: Embargo | None = None
    body_md: str = ""
    contacts: tuple[ReleaseContact, ...] = ()
    boilerplates: tuple[ReleaseBoilerplate, ...] = ()
    tags: tuple[str, ...] = ()
    categories: tuple[str, ...] = ()
    posted_local: str | None = None  # ISO 8601 without zone
    posted_tz: str | None = None  # as printed
    address: str | None = None
    short_address: str | None = None
    file_name: str | None = None
    kind: SourceKind = SourceKind.FILE
    source_state: State | None = None  # where its source says it stands
    firstpublished: datetime | None = None  # UTC; set for what its source has published
    media: tuple[NamedMedia, ...] = ()  # as the source names it, in its order
    findings: tuple[Finding, ...] = ()
    fields: Mapping[str, str] = field(default_factory=dict[str, str])  # domain name -> as written
    dissection: Dissection | None = field(default=None, repr=False)  # None: it was not taken apart
