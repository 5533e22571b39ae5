"""The tables. Columns are called as the domain's fields; what is derived has none.

A release carries copies of what it prints. The mixins named `…Columns` are what an entry and its
copy share; the key of the entry stands beside the copy and refers to nothing, because the copy
outlives it and may have come from another desk.
"""

import datetime as dt
from collections.abc import Mapping
from uuid import UUID

from sqlalchemy import (
    BigInteger,
    CheckConstraint,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    LargeBinary,
    String,
    UniqueConstraint,
    text,
)
from sqlalchemy.orm import Mapped, mapped_column

from newsdesk.domain.boilerplate import BoilerplateKind
from newsdesk.domain.contact import PointKind
from newsdesk.domain.dateline import CountryInDateline, DatelineStyle
from newsdesk.domain.export_record import ExportFormat
from newsdesk.domain.media import Consent, MediaRole
from newsdesk.domain.newsroom import ArabicMonths, Digits, Paper
from newsdesk.domain.provenance import Finding, SourceKind
from newsdesk.domain.quote import QuoteStatus
from newsdesk.domain.release import Profile
from newsdesk.domain.revision import Reason
from newsdesk.domain.vocabulary import Scheme, TermColour
from newsdesk.domain.workflow import State
from newsdesk.storage.columns import (
    KEY,
    LAST,
    Base,
    Erasable,
    Keyed,
    LocalDateTime,
)

_SHA256 = String(64)
_IS_TRASHED = text("deleted_at IS NOT NULL")
_OWN = "CASCADE"  # a part goes with its whole

# The release and what it carries --------------------------------------------------------------


class ReleaseRow(Erasable, Base):
    __tablename__ = "release"
    __table_args__ = (
        CheckConstraint("version >= 1", name="version_positive"),
        CheckConstraint("urgency BETWEEN 1 AND 9", name="urgency_range"),
        # all that lists ask for and are counted by: no row is looked up but those shown
        Index(
            "ix_release_newest",
            "versioncreated",
            "id",
            "deleted_at",
            "state",
            "language",
            "embargo_until_utc",
            "embargo_lifted_at",
            "search_rowid",
            "dateline_date",
            "starred",
        ),
        # the other orders of a list, in which nearly every row is one that is listed
        Index("ix_release_by_headline", "sort_headline", "id", "deleted_at", "state", "language"),
        Index("ix_release_by_dateline", "dateline_date", "id", "deleted_at", "state", "language"),
        # all that statistics count by, so that they read no release
        Index(
            "ix_release_figures",
            "deleted_at",
            "state",
            "dateline_date",
            "firstpublished",
            "firstcreated",
            "language",
            "profile",
            "id",
        ),
        # of the trash only: NULL in nearly every row tells none from another
        Index(
            "ix_release_trash", "deleted_at", sqlite_where=_IS_TRASHED, postgresql_where=_IS_TRASHED
        ),
    )

    # in ASCII order everywhere, so that all slugs with one beginning are a range
    slug: Mapped[str] = mapped_column(
        String(80).with_variant(String(80, collation="C"), "postgresql"), unique=True
    )
    family_id: Mapped[UUID] = mapped_column(index=True)
    language: Mapped[str]
    translated_from: Mapped[UUID | None]  # of a release that may be on another desk, as the next
    source_version_at_translation: Mapped[int | None]
    rewrite_of: Mapped[UUID | None]
    rewrite_sequence: Mapped[int]
    correction_sequence: Mapped[int]
    state: Mapped[State]
    revert_state: Mapped[State | None]
    profile: Mapped[Profile]
    headline: Mapped[str]
    subheadline: Mapped[str | None]
    abstract: Mapped[str | None]
    slugline: Mapped[str | None]
    byline: Mapped[str | None]
    ednote: Mapped[str | None]
    urgency: Mapped[int]
    symbol: Mapped[str | None]
    hold: Mapped[bool]
    web_url: Mapped[str | None]
    firstcreated: Mapped[dt.datetime]
    versioncreated: Mapped[dt.datetime]
    firstpublished: Mapped[dt.datetime | None]
    publish_schedule: Mapped[dt.datetime | None]
    schedule_tz: Mapped[str | None]
    template_id: Mapped[UUID | None]
    created_by: Mapped[str]
    locked_by: Mapped[str | None]
    starred: Mapped[bool]

    dateline_date: Mapped[dt.date | None]
    dateline_source: Mapped[str | None]
    dateline_style: Mapped[DatelineStyle]
    dateline_country: Mapped[CountryInDateline]
    dateline_custom_text: Mapped[str | None]

    embargo_until_local: Mapped[dt.datetime | None] = mapped_column(LocalDateTime)
    embargo_tz: Mapped[str | None]  # IANA name
    embargo_until_utc: Mapped[dt.datetime | None] = mapped_column(index=True)  # of the two above
    embargo_city_label: Mapped[str | None]
    embargo_fold: Mapped[int | None]
    embargo_note: Mapped[str | None]
    embargo_lifted_at: Mapped[dt.datetime | None]
    embargo_lifted_by: Mapped[str | None]

    sort_headline: Mapped[str]  # folded, its beginning: a list by headlines is in its order
    dateline_text: Mapped[str]  # as rendered at the last save, for lists
    search_rowid: Mapped[int] = mapped_column(unique=True)  # of its entry in the search index
    parts_sha256: Mapped[str] = mapped_column(_SHA256)  # tells whether the rows below changed
    body_md: Mapped[str] = mapped_column(sort_order=LAST)  # last, so that lists never page it in


class _Carried:
    """A row that belongs to one release, in its place there."""

    release_id: Mapped[UUID] = mapped_column(
        ForeignKey("release.id", ondelete=_OWN), primary_key=True, sort_order=KEY
    )
    ordinal: Mapped[int] = mapped_column(primary_key=True, autoincrement=False, sort_order=KEY)


class PlaceColumns:
    city: Mapped[str | None]
    admin1: Mapped[str | None]
    country_code: Mapped[str] = mapped_column(String(2))
    names: Mapped[Mapping[str, str]]
    country_names: Mapped[Mapping[str, str]]
    demonyms: Mapped[tuple[str, ...]]
    tz: Mapped[str]
    is_capital: Mapped[bool]
    ap_standalone: Mapped[bool]
    stands_alone: Mapped[bool]
    lat: Mapped[float | None]
    lon: Mapped[float | None]
    un_note: Mapped[str | None]


class PlaceRow(PlaceColumns, Erasable, Base):
    """A place of the user's own; the gazetteer's are not stored."""

    __tablename__ = "place"


class ReleasePlaceRow(PlaceColumns, _Carried, Base):
    """A place of a dateline."""

    __tablename__ = "release_place"

    place_id: Mapped[UUID]


class ContactColumns:
    display_name: Mapped[str]
    role_title: Mapped[str | None]
    office: Mapped[str | None]
    public: Mapped[bool]


class PointColumns:
    kind: Mapped[PointKind]
    value: Mapped[str]
    display: Mapped[str | None]
    extension: Mapped[str | None]
    usage: Mapped[str | None]
    public: Mapped[bool]


class ContactRow(ContactColumns, Erasable, Base):
    __tablename__ = "contact"

    person_id: Mapped[UUID | None] = mapped_column(ForeignKey("person.id"))
    place_id: Mapped[UUID | None]  # of the gazetteer or of `place`
    languages: Mapped[tuple[str, ...]]
    tz: Mapped[str | None]
    hours: Mapped[str | None]
    is_active: Mapped[bool]
    last_verified: Mapped[dt.date | None]
    cover_by: Mapped[UUID | None] = mapped_column(ForeignKey("contact.id"))
    cover_from: Mapped[dt.date | None]
    cover_to: Mapped[dt.date | None]
    merged_into: Mapped[UUID | None]  # whom it was found to be, of this table


class ContactPointRow(PointColumns, Base):
    __tablename__ = "contact_point"

    contact_id: Mapped[UUID] = mapped_column(
        ForeignKey("contact.id", ondelete=_OWN), primary_key=True, sort_order=KEY
    )
    ordinal: Mapped[int] = mapped_column(primary_key=True, autoincrement=False, sort_order=KEY)


class ReleaseContactRow(ContactColumns, _Carried, Base):
    __tablename__ = "release_contact"

    contact_id: Mapped[UUID | None] = mapped_column(index=True)
    group_label: Mapped[str | None]


class ReleaseContactPointRow(PointColumns, Base):
    __tablename__ = "release_contact_point"
    __table_args__ = (
        ForeignKeyConstraint(
            ["release_id", "contact_ordinal"],
            ["release_contact.release_id", "release_contact.ordinal"],
            ondelete=_OWN,
        ),
    )

    release_id: Mapped[UUID] = mapped_column(primary_key=True, sort_order=KEY)
    contact_ordinal: Mapped[int] = mapped_column(primary_key=True, sort_order=KEY)
    ordinal: Mapped[int] = mapped_column(primary_key=True, sort_order=KEY)
    is_listed: Mapped[bool]  # False: withheld, and no longer among the contact's points
    is_withheld: Mapped[bool]


class BoilerplateColumns:
    kind: Mapped[BoilerplateKind]
    text_md: Mapped[str]


class BoilerplateRow(BoilerplateColumns, Erasable, Base):
    __tablename__ = "boilerplate"

    organisation_id: Mapped[UUID | None] = mapped_column(ForeignKey("organisation.id"))
    office: Mapped[str | None]
    language: Mapped[str]
    valid_from: Mapped[dt.date]
    valid_to: Mapped[dt.date | None]
    supersedes: Mapped[UUID | None] = mapped_column(ForeignKey("boilerplate.id"))


class ReleaseBoilerplateRow(BoilerplateColumns, _Carried, Base):
    __tablename__ = "release_boilerplate"

    boilerplate_id: Mapped[UUID | None]


class OwnWordRow(Erasable, Base):
    __tablename__ = "own_word"
    __table_args__ = (UniqueConstraint("language", "word"),)

    language: Mapped[str]  # without a country: what is a word in Geneva is one in New York
    word: Mapped[str]


class IgnoredWordRow(Keyed, Base):
    """A word that is spelled rightly in one release, whatever a dictionary says."""

    __tablename__ = "ignored_word"
    __table_args__ = (UniqueConstraint("release_id", "word"),)

    release_id: Mapped[UUID] = mapped_column(ForeignKey("release.id", ondelete=_OWN))
    word: Mapped[str]


class SnippetRow(Erasable, Base):
    __tablename__ = "snippet"

    name: Mapped[str]
    language: Mapped[str | None]
    ordinal: Mapped[int]
    text_md: Mapped[str]


class TemplateRow(Erasable, Base):
    __tablename__ = "template"

    name: Mapped[str]
    profile: Mapped[Profile]
    language: Mapped[str]
    defaults: Mapped[Mapping[str, str]]
    required_fields: Mapped[tuple[str, ...]]
    body_md: Mapped[str]


class SavedSearchRow(Erasable, Base):
    __tablename__ = "saved_search"

    name: Mapped[str]
    query: Mapped[str]
    ordinal: Mapped[int]


class TermColumns:
    scheme: Mapped[Scheme]
    qcode: Mapped[str]
    names: Mapped[Mapping[str, str]]
    uri: Mapped[str | None]
    active: Mapped[bool]


class TermRow(TermColumns, Erasable, Base):
    __tablename__ = "term"
    __table_args__ = (UniqueConstraint("scheme", "qcode"),)

    parent_id: Mapped[UUID | None] = mapped_column(ForeignKey("term.id"))
    colour: Mapped[TermColour | None]
    merged_into: Mapped[UUID | None]  # the term that this one's releases are filed under now


class ReleaseTermRow(TermColumns, _Carried, Base):
    __tablename__ = "release_term"

    term_id: Mapped[UUID] = mapped_column(index=True)
    parent_id: Mapped[UUID | None]


class QuoteRow(Keyed, Base):
    """A quote that was sent for approval; the others are found in the body each time."""

    __tablename__ = "quote"
    __table_args__ = (UniqueConstraint("release_id", "ordinal"),)

    release_id: Mapped[UUID] = mapped_column(ForeignKey("release.id", ondelete=_OWN))
    ordinal: Mapped[int]
    person_id: Mapped[UUID | None] = mapped_column(index=True)
    role_id: Mapped[UUID | None]
    speaker_name: Mapped[str]
    text: Mapped[str]
    status: Mapped[QuoteStatus]
    approved_by: Mapped[str | None]
    approved_at: Mapped[dt.datetime | None]
    approved_sha256: Mapped[str | None]
    evidence: Mapped[str | None]


class ReleaseMediaRow(_Carried, Base):
    __tablename__ = "release_media"

    media_id: Mapped[UUID] = mapped_column(ForeignKey("media.id"), index=True)
    role: Mapped[MediaRole]
    caption: Mapped[str | None]
    credit: Mapped[str | None]


class ProvenanceRow(_Carried, Base):
    __tablename__ = "provenance"

    kind: Mapped[SourceKind]
    file_name: Mapped[str | None]
    # in ASCII order too: all that came from one place is a range
    address: Mapped[str | None] = mapped_column(
        String().with_variant(String(collation="C"), "postgresql"), index=True
    )
    short_address: Mapped[str | None]
    posted_local: Mapped[str | None]
    posted_tz: Mapped[str | None]
    imported_at: Mapped[dt.datetime]
    findings: Mapped[tuple[Finding, ...]]


class ReleaseFingerprintRow(Base):
    """One of the numbers that tell whether a text is stored already; derived, and made again."""

    __tablename__ = "release_fingerprint"
    __table_args__ = (
        Index("ix_release_fingerprint_hash", "hash", "release_id"),
        {"sqlite_with_rowid": False},  # half the space: the key is the table
    )

    release_id: Mapped[UUID] = mapped_column(
        ForeignKey("release.id", ondelete=_OWN), primary_key=True, sort_order=KEY
    )
    ordinal: Mapped[int] = mapped_column(primary_key=True, autoincrement=False, sort_order=KEY)
    hash: Mapped[int] = mapped_column(BigInteger)


# What is recorded and never changed -----------------------------------------------------------


class RevisionRow(Keyed, Base):
    __tablename__ = "revision"
    __table_args__ = (UniqueConstraint("release_id", "number"),)

    release_id: Mapped[UUID] = mapped_column(ForeignKey("release.id"))
    number: Mapped[int]
    created: Mapped[dt.datetime]
    author: Mapped[str]
    device: Mapped[str]
    reason: Mapped[Reason]
    sha256: Mapped[str] = mapped_column(_SHA256)
    prev_sha: Mapped[str | None] = mapped_column(_SHA256)
    parent_id: Mapped[UUID | None]  # the revision it was made from, which may be thinned by now
    word_count: Mapped[int]
    char_count: Mapped[int]
    snapshot: Mapped[bytes] = mapped_column(LargeBinary)  # zlib of the canonical JSON


class ExportRecordRow(Keyed, Base):
    __tablename__ = "export_record"

    release_id: Mapped[UUID] = mapped_column(ForeignKey("release.id"), index=True)
    revision: Mapped[int]
    revision_sha256: Mapped[str] = mapped_column(_SHA256)
    format: Mapped[ExportFormat]
    path: Mapped[str]
    sha256: Mapped[str] = mapped_column(_SHA256)
    embargoed: Mapped[bool]
    at: Mapped[dt.datetime]


class AuditEventRow(Keyed, Base):
    __tablename__ = "audit_event"
    __table_args__ = (Index("ix_audit_event_of", "entity", "entity_id", "at"),)

    at: Mapped[dt.datetime]
    user: Mapped[str]
    entity: Mapped[str]
    entity_id: Mapped[UUID]
    action: Mapped[str]
    before: Mapped[Mapping[str, str]]
    after: Mapped[Mapping[str, str]]
    reason: Mapped[str]


class ErasedReleaseRow(Keyed, Base):
    """What is left of a release whose text was erased: that it was, and the hashes of it."""

    __tablename__ = "erased_release"

    trashed_at: Mapped[dt.datetime]
    trashed_by: Mapped[str]
    erased_at: Mapped[dt.datetime]
    erased_by: Mapped[str]
    revision_hashes: Mapped[tuple[str, ...]]  # SHA-256, of the permanent ones, oldest first
    export_hashes: Mapped[tuple[str, ...]]  # SHA-256, of the files that were written of it


# The desk's own books -------------------------------------------------------------------------


class OrganisationRow(Erasable, Base):
    __tablename__ = "organisation"

    names: Mapped[Mapping[str, str]]
    acronyms: Mapped[Mapping[str, str]]
    uri: Mapped[str | None]
    is_own: Mapped[bool]


class PersonRow(Erasable, Base):
    __tablename__ = "person"

    display_name: Mapped[str]
    sort_name: Mapped[str]
    variants: Mapped[tuple[str, ...]]
    gender_for_stats: Mapped[str | None]
    merged_into: Mapped[UUID | None]  # whom it was found to be, of this table


class RoleRow(Keyed, Base):
    __tablename__ = "role"
    __table_args__ = (UniqueConstraint("person_id", "ordinal"),)

    person_id: Mapped[UUID] = mapped_column(ForeignKey("person.id", ondelete=_OWN))
    ordinal: Mapped[int]
    titles: Mapped[Mapping[str, str]]
    organisation_id: Mapped[UUID | None] = mapped_column(ForeignKey("organisation.id"))
    valid_from: Mapped[dt.date | None]
    valid_to: Mapped[dt.date | None]


class MediaRow(Erasable, Base):
    __tablename__ = "media"

    sha256: Mapped[str] = mapped_column(_SHA256, unique=True)
    path: Mapped[str]
    file_name: Mapped[str | None]
    mime: Mapped[str]
    width: Mapped[int | None]
    height: Mapped[int | None]
    captions: Mapped[Mapping[str, str]]
    alts: Mapped[Mapping[str, str]]
    creditline: Mapped[str]
    copyright_notice: Mapped[str | None]
    usageterms: Mapped[str | None]
    taken_on: Mapped[dt.date | None]
    place: Mapped[str | None]
    consent: Mapped[Consent]
    consent_doc: Mapped[str | None]
    poi_x: Mapped[float | None]
    poi_y: Mapped[float | None]


class MediaAliasRow(Keyed, Base):
    """What another desk calls a file that is here: revisions that came from there name it so."""

    __tablename__ = "media_alias"

    media_id: Mapped[UUID] = mapped_column(ForeignKey("media.id"), index=True)


class NewsroomRow(Keyed, Base):
    """One version of the newsroom's settings; the highest is in force."""

    __tablename__ = "newsroom"

    version: Mapped[int] = mapped_column(unique=True)
    created_at: Mapped[dt.datetime]
    organisation: Mapped[str]
    short_name: Mapped[str]
    mail_domain: Mapped[str]
    site_url: Mapped[str]
    dateline_style: Mapped[DatelineStyle]
    dateline_source: Mapped[str]
    seats: Mapped[tuple[UUID, ...]]
    has_immediate_release_line: Mapped[bool]
    end_mark: Mapped[str]
    contact_intros: Mapped[Mapping[str, str]]
    languages: Mapped[tuple[str, ...]]
    fallbacks: Mapped[Mapping[str, str]]
    arabic_months: Mapped[ArabicMonths]
    digits: Mapped[Digits]
    tz: Mapped[str]
    has_approval_steps: Mapped[bool]
    paper: Mapped[Paper]
    unasked_sites: Mapped[tuple[str, ...]]
    dictionaries: Mapped[Mapping[str, str]]
