import json
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone
from unicodedata import normalize
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdesk.domain.boilerplate import BoilerplateKind, ReleaseBoilerplate
from newsdesk.domain.canonical import composed, decode, encode, to_json
from newsdesk.domain.contact import Contact, ContactPoint, PointKind, ReleaseContact
from newsdesk.domain.dateline import Dateline, DatelineStyle
from newsdesk.domain.embargo import Embargo
from newsdesk.domain.ids import ContactId, FamilyId, PlaceId, ReleaseId, TermId
from newsdesk.domain.place import Place
from newsdesk.domain.provenance import Confidence, Finding, FindingKind, Provenance, SourceKind
from newsdesk.domain.release import Release
from newsdesk.domain.vocabulary import Scheme, Term

NOW = datetime(2026, 3, 2, 9, 30, 0, 125, tzinfo=UTC)
KEY = UUID(int=7)
FULL = Release(
    id=ReleaseId(KEY),
    slug="full",
    family_id=FamilyId(KEY),
    language="ar",
    headline="عنوان",
    firstcreated=NOW,
    versioncreated=NOW,
    created_by="dana",
    dateline=Dateline(
        places=(
            Place(id=PlaceId(KEY), city="Samport", country_code="CH", tz="UTC", lat=46.0, lon=6.1),
        ),
        date=date(2026, 3, 2),
        style=DatelineStyle.UN,
    ),
    embargo=Embargo.until(datetime(2026, 10, 25, 2, 30), "Europe/Zurich", fold=1),
    contacts=(
        ReleaseContact(
            contact_id=ContactId(KEY),
            display_name="Noor Elm",
            points=(ContactPoint(kind=PointKind.EMAIL, value="noor@example.org"),),
            withheld=frozenset(
                {
                    ContactPoint(kind=PointKind.MOBILE, value="+41225550101"),
                    ContactPoint(kind=PointKind.FAX, value="+41225550102"),
                }
            ),
        ),
    ),
    boilerplates=(ReleaseBoilerplate(kind=BoilerplateKind.ABOUT, text_md="About us."),),
    terms=(Term(id=TermId(KEY), scheme=Scheme.TAG, qcode="port", names={"en": "port"}),),
    provenance=(
        Provenance(
            kind=SourceKind.FILE,
            imported_at=NOW,
            findings=(
                Finding(
                    kind=FindingKind.BODY,
                    confidence=Confidence.HIGH,
                    text="x",
                    first_line=0,
                    last_line=2,
                    flags=("a",),
                ),
            ),
        ),
    ),
)


def test_a_full_release_comes_back_as_it_went() -> None:
    assert decode(Release, encode(FULL)) == FULL


def test_the_canonical_form_does_not_depend_on_zone_or_order() -> None:
    elsewhere = NOW.astimezone(timezone(timedelta(hours=5, minutes=45)))
    contact = FULL.contacts[0]
    turned = replace(
        FULL,
        firstcreated=elsewhere,
        contacts=(
            replace(contact, withheld=frozenset(sorted(contact.withheld, key=str, reverse=True))),
        ),
    )
    assert to_json(encode(turned)) == to_json(encode(FULL))


def test_a_field_younger_than_the_snapshot_takes_its_default() -> None:
    plain = encode(Contact(id=ContactId(KEY), display_name="Noor Elm"))
    assert isinstance(plain, dict)
    del plain["hours"]
    plain["a_field_of_long_ago"] = 1
    assert decode(Contact, plain) == Contact(id=ContactId(KEY), display_name="Noor Elm")


@pytest.mark.parametrize(
    "plain", [None, 7, [], {}, {"id": "x"}, {"id": str(KEY), "display_name": 7}]
)
def test_rubbish_is_no_contact(plain: object) -> None:
    with pytest.raises(ValueError, match="not a Contact"):
        decode(Contact, plain)


@pytest.mark.parametrize(
    ("kind", "plain"),
    [(tuple[str, ...], "tags"), (tuple[str, ...], {"a": 1}), (Dateline, []), (Dateline, "")],
)
def test_a_text_is_no_list_and_a_list_no_value(kind: type[object], plain: object) -> None:
    with pytest.raises(ValueError, match="not a"):
        decode(kind, plain)


def test_what_no_domain_value_holds_is_a_bug() -> None:
    with pytest.raises(TypeError):
        encode({1j})


def test_the_canonical_form_is_made_of_values_as_of_what_encode_makes_of_them() -> None:
    assert to_json(FULL) == to_json(encode(FULL))


def test_a_whole_number_has_one_form_whatever_its_type() -> None:
    place = FULL.dateline.places[0]
    assert place.lat == 46.0
    assert to_json(replace(place, lat=46)) == to_json(place)
    assert to_json(encode(replace(place, lat=46))) == to_json(encode(place))
    assert decode(Place, encode(replace(place, lat=46))) == place


@pytest.mark.parametrize("number", [float("nan"), float("inf")])
def test_what_is_no_number_has_no_form(number: float) -> None:
    with pytest.raises(ValueError, match="JSON"):
        to_json(replace(FULL.dateline.places[0], lat=number))


def test_text_is_composed_everywhere_in_a_value() -> None:
    loose = "Pa\u0308r\0 \ud800!"
    contact = replace(FULL.contacts[0], display_name=loose)
    release = replace(FULL, headline=loose, contacts=(contact,))
    stored = composed(release)
    assert stored.headline == "P\u00e4r \ufffd!"
    assert stored.contacts[0].display_name == "P\u00e4r \ufffd!"
    to_json(stored)


def test_text_that_is_composed_already_is_the_same_value() -> None:
    assert composed(FULL) is FULL


@given(st.lists(st.text(alphabet='a\u0301\u0338\u1100\u1161="\\\0\ud800u0'), max_size=4))
def test_whether_text_is_composed_is_told_as_if_each_was_looked_at(texts: list[str]) -> None:
    release = replace(FULL, headline="".join(texts[:1]), byline="".join(texts[1:2]) or None)
    stored = composed(release)
    for text, kept in ((release.headline, stored.headline), (release.byline, stored.byline)):
        whole = (text or "").replace("\ud800", "\ufffd")
        assert (kept or "") == normalize("NFC", whole).replace("\0", "")


def test_a_very_long_field_is_written_like_any_other() -> None:
    body = 'Boats “and” \\ "more"\n\t' * 60_000
    long = replace(FULL, body_md=body)
    written = to_json(long)
    assert decode(Release, json.loads(written)) == long
    plain = json.dumps(encode(long), ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    assert written == plain.encode()
    assert composed(long) is long
    assert composed(replace(long, body_md=body + "\0")).body_md == body
