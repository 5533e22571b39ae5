"""Things to store, and hypothesis strategies for them."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from typing import Any
from uuid import UUID

from hypothesis import strategies as st
from uuid6 import uuid7

from newsdesk.domain.boilerplate import BoilerplateKind, ReleaseBoilerplate
from newsdesk.domain.contact import Contact, ContactPoint, PointKind, ReleaseContact
from newsdesk.domain.dateline import CountryInDateline, Dateline, DatelineStyle
from newsdesk.domain.embargo import Embargo
from newsdesk.domain.ids import (
    BoilerplateId,
    ContactId,
    FamilyId,
    MediaId,
    PersonId,
    PlaceId,
    QuoteId,
    ReleaseId,
    RevisionId,
    RoleId,
    TemplateId,
    TermId,
)
from newsdesk.domain.media import MediaRole, ReleaseMedia
from newsdesk.domain.place import Place
from newsdesk.domain.provenance import Confidence, Finding, FindingKind, Provenance, SourceKind
from newsdesk.domain.quote import Quote, QuoteStatus
from newsdesk.domain.release import Profile, Release
from newsdesk.domain.revision import Reason, Revision
from newsdesk.domain.vocabulary import Scheme, Term
from newsdesk.domain.workflow import State
from newsdesk.storage.database import Database, UnitOfWork

NOW = datetime(2026, 3, 2, 9, 30, 12, 345678, tzinfo=UTC)


class Clock:
    """Stands still until it is told otherwise."""

    def __init__(self) -> None:
        self.now = NOW

    def __call__(self) -> datetime:
        return self.now

    def advance(self, **by: int) -> datetime:
        self.now += timedelta(**by)
        return self.now


def plain_release(**changes: Any) -> Release:
    """A draft with a headline and a body, under a new key and slug."""
    key = ReleaseId(uuid7())
    fields: dict[str, Any] = {
        "id": key,
        "slug": f"a-{key}",
        "family_id": FamilyId(key),
        "language": "en",
        "headline": "New bridge opens",
        "body_md": "The bridge was opened on Monday.",
        "firstcreated": NOW,
        "versioncreated": NOW,
        "created_by": "dana",
    }
    return Release(**fields | changes)


def contact(**changes: Any) -> Contact:
    fields: dict[str, Any] = {
        "id": ContactId(uuid7()),
        "display_name": "Noor Elm",
        "office": "Harbour Trust",
        "points": (
            ContactPoint(kind=PointKind.EMAIL, value="noor@example.org"),
            ContactPoint(kind=PointKind.PHONE, value="+41225550100", extension="203"),
        ),
    }
    return Contact(**fields | changes)


def geneva(**changes: Any) -> Place:
    fields: dict[str, Any] = {
        "id": PlaceId(uuid7()),
        "city": "Geneva",
        "country_code": "CH",
        "names": {"en": "Geneva", "fr": "Genève"},
        "country_names": {"en": "Switzerland"},
        "tz": "Europe/Zurich",
    }
    return Place(**fields | changes)


def kept(
    work: UnitOfWork,
    release: Release,
    reason: Reason = Reason.SAVE,
    *,
    at: datetime = NOW,
) -> tuple[Release, Revision]:
    """Save a release with its revision, as the services do."""
    saved = work.releases.save(release, dateline_text="GENEVA")
    revision = work.revisions.add(
        saved,
        reason=reason,
        author="dana",
        device="desk-1",
        at=at,
        revision_id=RevisionId(uuid7()),
        word_count=len(release.body_md.split()),
        char_count=len(release.body_md),
    )
    return replace(saved, current_revision=revision.number), revision


def keep(database: Database, release: Release, reason: Reason = Reason.SAVE) -> Release:
    with database.transaction() as work:
        return kept(work, release, reason)[0]


# Strategies -----------------------------------------------------------------------------------

texts = st.text(max_size=30)
words = st.text(min_size=1, max_size=12)
keys = st.uuids()
languages = st.sampled_from(["en", "fr", "ar", "zh-Hans", "pt-BR"])
by_language = st.dictionaries(languages, texts, max_size=3)
days = st.dates()
zones = st.sampled_from(["UTC", "Europe/Zurich", "Asia/Kathmandu", "Africa/Casablanca"])
# two zones' times are never equal for Python where the clocks of one are turned
offsets = st.sampled_from([UTC, timezone(timedelta(hours=-9)), timezone(timedelta(minutes=345))])
instants = st.datetimes(datetime(1902, 1, 1), datetime(2100, 1, 1), timezones=offsets)
degrees = st.floats(-180, 180) | st.integers(-180, 180)


def optional(strategy: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.none() | strategy


def tuples_of(strategy: st.SearchStrategy[Any]) -> st.SearchStrategy[tuple[Any, ...]]:
    return st.lists(strategy, max_size=3).map(tuple)


places = st.builds(
    Place,
    id=keys.map(PlaceId),
    city=optional(words),
    admin1=optional(words),
    country_code=st.sampled_from(["CH", "VN", "KE"]),
    names=by_language,
    country_names=by_language,
    demonyms=tuples_of(words),
    tz=zones,
    is_capital=st.booleans(),
    ap_standalone=st.booleans(),
    stands_alone=st.booleans(),
    lat=optional(degrees),
    lon=optional(degrees),
    un_note=optional(texts),
)
points = st.builds(
    ContactPoint,
    kind=st.sampled_from(PointKind),
    value=words,
    display=optional(texts),
    extension=optional(words),
    usage=optional(texts),
    public=st.booleans(),
)


@st.composite
def release_contacts(draw: Callable[..., Any]) -> ReleaseContact:
    shown = draw(tuples_of(points))
    return ReleaseContact(
        contact_id=draw(optional(keys.map(ContactId))),
        display_name=draw(texts),
        role_title=draw(optional(texts)),
        office=draw(optional(texts)),
        public=draw(st.booleans()),
        points=shown,
        withheld=draw(st.frozensets(st.sampled_from(shown) if shown else points, max_size=2))
        | draw(st.frozensets(points, max_size=1)),
        group_label=draw(optional(texts)),
    )


terms = st.builds(
    Term,
    id=keys.map(TermId),
    scheme=st.sampled_from(Scheme),
    qcode=words,
    names=by_language,
    parent_id=optional(keys.map(TermId)),
    uri=optional(words),
    active=st.booleans(),
)
quotes = st.builds(
    Quote,
    id=st.builds(lambda: QuoteId(uuid7())),
    person_id=optional(keys.map(PersonId)),
    role_id=optional(keys.map(RoleId)),
    speaker_name=words,
    text=texts,
    status=st.sampled_from(QuoteStatus),
    approved_by=optional(words),
    approved_at=optional(instants),
    approved_sha256=optional(words),
    evidence=optional(texts),
)
findings = st.builds(
    Finding,
    kind=st.sampled_from(FindingKind),
    confidence=st.sampled_from(Confidence),
    text=texts,
    first_line=st.integers(0, 99),
    last_line=st.integers(0, 99),
    flags=tuples_of(words),
)
provenances = st.builds(
    Provenance,
    kind=st.sampled_from(SourceKind),
    file_name=optional(words),
    address=optional(words),
    short_address=optional(words),
    posted_local=optional(words),
    posted_tz=optional(words),
    imported_at=instants,
    findings=tuples_of(findings),
)
embargoes = st.builds(
    Embargo,
    until_local=st.datetimes(datetime(1971, 1, 1), datetime(2099, 1, 1)),
    tz=zones,
    city_label=texts,
    fold=st.integers(0, 1),
    note=optional(texts),
    lifted_at=optional(instants),
    lifted_by=optional(words),
)
datelines = st.builds(
    Dateline,
    places=tuples_of(places),
    date=optional(days),
    source=optional(texts),
    style=st.sampled_from(DatelineStyle),
    country=st.sampled_from(CountryInDateline),
    custom_text=optional(texts),
)
boilerplates = st.builds(
    ReleaseBoilerplate,
    kind=st.sampled_from(BoilerplateKind),
    text_md=texts,
    boilerplate_id=optional(keys.map(BoilerplateId)),
)


def releases(media: MediaId) -> st.SearchStrategy[Release]:
    """Releases with anything on them; the one stored picture is the one they may show."""
    pictures = st.builds(
        ReleaseMedia,
        media_id=st.just(media),
        role=st.sampled_from(MediaRole),
        caption=optional(texts),
        credit=optional(texts),
    )
    numbers = st.integers(0, 2**31)
    return st.builds(
        plain_release,
        family_id=keys.map(FamilyId),
        language=languages,
        translated_from=optional(keys.map(ReleaseId)),
        source_version_at_translation=optional(numbers),
        rewrite_of=optional(keys.map(ReleaseId)),
        rewrite_sequence=numbers,
        correction_sequence=numbers,
        state=st.sampled_from(State),
        revert_state=optional(st.sampled_from(State)),
        profile=st.sampled_from(Profile),
        headline=texts,
        subheadline=optional(texts),
        abstract=optional(texts),
        slugline=optional(texts),
        body_md=st.text(max_size=200),
        byline=optional(texts),
        ednote=optional(texts),
        urgency=st.integers(1, 9),
        symbol=optional(texts),
        hold=st.booleans(),
        web_url=optional(texts),
        firstcreated=instants,
        versioncreated=instants,
        firstpublished=optional(instants),
        publish_schedule=optional(instants),
        schedule_tz=optional(zones),
        template_id=optional(keys.map(TemplateId)),
        created_by=words,
        locked_by=optional(words),
        starred=st.booleans(),
        dateline=datelines,
        embargo=optional(embargoes),
        contacts=tuples_of(release_contacts()),
        boilerplates=tuples_of(boilerplates),
        terms=tuples_of(terms),
        quotes=tuples_of(quotes),
        media=tuples_of(pictures),
        provenance=tuples_of(provenances),
    )


def uuid_of(number: int) -> UUID:
    return UUID(int=number)
