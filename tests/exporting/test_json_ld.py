import json
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

import pytest

from newsdesk.domain.contact import ContactPoint, PointKind, ReleaseContact
from newsdesk.domain.dateline import Dateline
from newsdesk.domain.ids import TermId
from newsdesk.domain.newsroom import Newsroom
from newsdesk.domain.release import Profile, Release, Standing
from newsdesk.domain.vocabulary import Scheme, Term
from newsdesk.exporting.json_ld import as_script, news_article, quoted_people
from tests.exporting.sample import (
    ARABIC,
    ENGLISH,
    FRENCH,
    HARBOUR_UNION,
    NORA,
    RABAT,
    source_of,
    standing_as,
)


def article(release: Release, newsroom: Newsroom = HARBOUR_UNION) -> dict[str, Any]:
    """Return what a reader of the page reads."""
    source = source_of(release, newsroom, now=datetime(2027, 1, 1, tzinfo=UTC))
    return json.loads(as_script(news_article(source)))


def test_a_release_is_described_in_full() -> None:
    read = article(ENGLISH)
    body = read.pop("articleBody")
    assert body.startswith("The Harbour Cities Union today opened")
    assert body.endswith("electricity from the quay.")
    publisher = {
        "@type": "Organization",
        "name": "Harbour Cities Union",
        "alternateName": "HCU",
        "url": "https://press.example.org/",
        "contactPoint": [
            {
                "@type": "ContactPoint",
                "contactType": "press",
                "name": "Nora Lindqvist",
                "telephone": "+212555010042",
                "email": "nora.lindqvist@example.org",
            },
            {
                "@type": "ContactPoint",
                "contactType": "press",
                "name": "Press desk",
                "email": "press@example.org",
            },
        ],
    }
    assert read == {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "@id": "urn:uuid:0197f3c0-1111-7000-8000-000000000001",
        "identifier": "urn:uuid:0197f3c0-1111-7000-8000-000000000001",
        "url": "https://press.example.org/2026/harbour-station",
        "mainEntityOfPage": {
            "@type": "WebPage",
            "@id": "https://press.example.org/2026/harbour-station",
        },
        "headline": "Council opens new harbour station",
        "alternativeHeadline": "Fourteen berths run on power from the quay",
        "abstract": ENGLISH.abstract,
        "description": ENGLISH.abstract,
        "genre": "Press release",
        "inLanguage": "en",
        "dateline": "RABAT, 3 May 2026",
        "datePublished": "2026-05-03T09:00:00+01:00",
        "dateModified": "2026-05-03T09:00:00+01:00",
        "publisher": publisher,
        "sourceOrganization": publisher,
        "locationCreated": {
            "@type": "Place",
            "name": "Rabat",
            "address": {
                "@type": "PostalAddress",
                "addressLocality": "Rabat",
                "addressCountry": "MA",
            },
        },
        "contentLocation": [{"@type": "Place", "name": "Morocco"}],
        "articleSection": ["Ports"],
        "about": [{"@type": "Thing", "name": "Ports"}],
        "keywords": ["shore power", "climate"],
        "mentions": [
            {"@type": "Person", "name": "Salma Idrissi"},
            {"@type": "Person", "name": "Tomas Okafor"},
        ],
        "version": 3,
        "wordCount": 120,
    }


def test_what_has_no_value_is_left_out() -> None:
    bare = Release(
        id=ENGLISH.id,
        slug="bare",
        family_id=ENGLISH.family_id,
        language="en",
        headline="Bare",
        state=ENGLISH.state,
        firstcreated=ENGLISH.firstcreated,
        versioncreated=ENGLISH.versioncreated,
        created_by="desk",
    )
    assert set(article(bare, Newsroom())) == {
        "@context",
        "@type",
        "@id",
        "identifier",
        "headline",
        "genre",
        "inLanguage",
        "version",
        "wordCount",
    }


def test_times_carry_the_offset_of_the_desk_on_that_day() -> None:
    zurich = replace(HARBOUR_UNION, tz="Europe/Zurich")
    winter = replace(ENGLISH, firstpublished=ENGLISH.versioncreated.replace(month=1))
    read = article(winter, zurich)
    assert read["datePublished"] == "2026-01-03T09:00:00+01:00"
    assert read["dateModified"] == "2026-05-03T10:00:00+02:00"
    assert datetime.fromisoformat(read["dateModified"]) == ENGLISH.versioncreated


def test_a_release_was_not_published_before_its_embargo_ended() -> None:
    read = article(standing_as(ENGLISH, Standing.EMBARGOED))
    assert read["datePublished"] == read["dateModified"] == "2026-07-02T09:00:00+01:00"


def test_a_translation_names_its_source_and_speaks_its_language() -> None:
    read = article(ARABIC)
    assert read["translationOfWork"] == {"@id": ENGLISH.uri}
    assert read["inLanguage"] == "ar"
    assert read["locationCreated"]["name"] == "الرباط"
    assert read["articleSection"] == ["الموانئ"]
    assert read["dateline"] == "الرباط، 3 أيار/مايو 2026"


def test_only_public_points_are_told() -> None:
    withheld = NORA.points[2]
    contact = replace(NORA, withheld=frozenset({withheld}))
    text = as_script(news_article(source_of(replace(ENGLISH, contacts=(contact,)))))
    assert "+212655010099" not in text
    assert withheld.value not in text
    assert "+212555010042" in text


def test_a_contact_without_a_public_point_is_not_told() -> None:
    read = article(replace(ENGLISH, contacts=(replace(NORA, public=False),)))
    assert "contactPoint" not in read["publisher"]


def test_every_way_to_reach_a_contact_has_its_property() -> None:
    contact = ReleaseContact(
        display_name="Ada Moreau",
        points=(
            ContactPoint(kind=PointKind.PHONE, value="+41225550100"),
            ContactPoint(kind=PointKind.MOBILE, value="+41795550100"),
            ContactPoint(kind=PointKind.FAX, value="+41225550101"),
            ContactPoint(kind=PointKind.WEB, value="https://press.example.org"),
            ContactPoint(kind=PointKind.WEB, value="javascript:alert(1)"),
        ),
    )
    (point,) = article(replace(ENGLISH, contacts=(contact,)))["publisher"]["contactPoint"]
    assert point["telephone"] == ["+41225550100", "+41795550100"]
    assert point["faxNumber"] == "+41225550101"
    assert point["url"] == "https://press.example.org"


@pytest.mark.parametrize(
    ("byline", "kind"), [("Ada Moreau", "Person"), ("harbour cities union", "Organization")]
)
def test_a_byline_is_the_author(byline: str, kind: str) -> None:
    assert article(replace(ENGLISH, byline=byline))["author"] == {"@type": kind, "name": byline}


def test_several_places_are_told_in_order() -> None:
    country = replace(RABAT, city=None)
    read = article(replace(ENGLISH, dateline=Dateline(places=(RABAT, country))))
    assert [place["name"] for place in read["locationCreated"]] == ["Rabat", "Morocco"]
    assert read["locationCreated"][1]["address"] == {
        "@type": "PostalAddress",
        "addressCountry": "MA",
    }


def test_a_term_with_an_address_is_the_same_as_what_is_there() -> None:
    topic = Term(
        id=TermId(UUID(int=1)),
        scheme=Scheme.IPTC_MEDIATOPIC,
        qcode="medtop:1",
        names={"en": "transport"},
        uri="https://vocabulary.example.org/1",
    )
    nameless = replace(topic, names={})
    (about,) = article(replace(ENGLISH, terms=(topic, nameless)))["about"]
    assert about == {
        "@type": "Thing",
        "name": "transport",
        "sameAs": "https://vocabulary.example.org/1",
    }


@pytest.mark.parametrize("profile", Profile)
def test_every_profile_is_a_news_article_of_its_genre(profile: Profile) -> None:
    read = article(replace(ENGLISH, profile=profile))
    assert read["@type"] == "NewsArticle"
    assert read["genre"]


def test_people_are_named_once_in_the_order_they_speak() -> None:
    body = ENGLISH.body_md + '\n"It is quieter than it was," said Salma Idrissi.\n'
    names = quoted_people(replace(ENGLISH, body_md=body))
    assert names == ("Salma Idrissi", "Tomas Okafor")
    assert quoted_people(FRENCH) == ("Salma Idrissi",)


@pytest.mark.parametrize("text", ["</script><script>x()</script>", "<!-- <script>", "a & b", "]]>"])
def test_nothing_in_it_ends_the_script_element(text: str) -> None:
    release = replace(ENGLISH, headline=text, body_md=text, subheadline=text)
    script = as_script(news_article(source_of(release)))
    assert not set("<>&") & set(script)
    assert json.loads(script)["alternativeHeadline"] == text
