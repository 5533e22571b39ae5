"""A small invented newsroom and its releases, for the tests of rendering and of every format."""

from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from uuid import UUID

from newsdesk.domain.boilerplate import BoilerplateKind, ReleaseBoilerplate
from newsdesk.domain.contact import ContactPoint, PointKind, ReleaseContact
from newsdesk.domain.dateline import Dateline, DatelineStyle
from newsdesk.domain.embargo import Embargo
from newsdesk.domain.ids import FamilyId, PlaceId, ReleaseId, TermId
from newsdesk.domain.newsroom import Newsroom
from newsdesk.domain.place import Place
from newsdesk.domain.release import Release, Standing
from newsdesk.domain.vocabulary import Scheme, Term
from newsdesk.domain.workflow import State
from newsdesk.exporting.format import ExportSource, HtmlTemplates
from newsdesk.rendering.markdown import BlockRenderer
from newsdesk.rendering.release import render_release
from newsdesk.rendering.typography import quotation_marks

RESOURCES = Path(__file__).resolve().parents[2] / "resources"
WRITTEN = datetime(2026, 4, 28, 15, 30, tzinfo=UTC)
PUBLISHED = datetime(2026, 5, 3, 8, 0, tzinfo=UTC)
RECALLED = datetime(2026, 5, 7, 23, 30, tzinfo=UTC)  # already the 8th at the desk
REVISION_SHA256 = "5eed" * 16
AFTER = datetime(2026, 6, 1, tzinfo=UTC)

HARBOUR_UNION = Newsroom(
    organisation="Harbour Cities Union",
    short_name="HCU",
    site_url="https://press.example.org/",
    dateline_style=DatelineStyle.UN,
    tz="Africa/Casablanca",
)
RABAT = Place(
    id=PlaceId(UUID(int=0x01)),
    city="Rabat",
    country_code="MA",
    names={"en": "Rabat", "fr": "Rabat", "ar": "الرباط"},
    country_names={"en": "Morocco", "fr": "Maroc", "ar": "المغرب"},
    tz="Africa/Casablanca",
    is_capital=True,
)
NORA = ReleaseContact(
    display_name="Nora Lindqvist",
    role_title="Spokesperson",
    office="HCU Rabat",
    points=(
        ContactPoint(
            kind=PointKind.PHONE, value="+212555010042", display="+212 5 55 01 00 42", extension="7"
        ),
        ContactPoint(kind=PointKind.MOBILE, value="+212655010099", public=False),
        ContactPoint(kind=PointKind.EMAIL, value="nora.lindqvist@example.org"),
    ),
)
PRESS_DESK = ReleaseContact(
    office="Press desk",
    points=(ContactPoint(kind=PointKind.EMAIL, value="press@example.org"),),
)

BODY = """\
The Harbour Cities Union today opened the Bouregreg harbour station, the first in the region to run
entirely on shore power.[^1]

> "Ships can now switch off their engines the moment they berth," said **Salma Idrissi**, Director
> of Ports. "That is cleaner air for 600,000 people."

## What changes for residents

- Night-time noise at the quay falls by *about half*
- Ferry crossings start at 06:00, every 20 minutes
- Free shuttle from the central station until 30 June

| Indicator               | 2024 |  2026 |
|-------------------------|-----:|------:|
| Berths with shore power |    0 |    14 |
| CO₂ avoided (t/year)    |    – | 9,200 |

"We measured every berth for a year," said Tomas Okafor, who leads the survey.

Full figures are in the [annual report](https://example.org/report).

[^1]: A ship on shore power takes its electricity from the quay.
"""
ABOUT = "**About HCU.** The Harbour Cities Union joins 41 ports that share what they learn."
NOTES = "Pictures of the opening may be used free of charge until 31 December 2026."

FRENCH_BODY = """\
L’Union des villes portuaires a ouvert aujourd’hui la station du Bouregreg, la première de la région
à fonctionner entièrement à l’électricité du quai.

"Les navires coupent leurs moteurs dès l’accostage", a déclaré Salma Idrissi, directrice des ports.

## Ce qui change

- Le bruit de nuit au quai diminue de moitié
- Les ferries partent à 6 h, toutes les 20 minutes
"""
ARABIC_BODY = """\
افتتح اتحاد مدن الموانئ اليوم محطة *أبي رقراق*، وهي الأولى في المنطقة التي تعمل بالكامل بكهرباء
الرصيف (Shore Power).

> "يمكن للسفن الآن إطفاء محركاتها فور رسوها"، قالت **سلمى الإدريسي**، مديرة الموانئ.

## ما الذي يتغير

- انخفاض الضوضاء ليلاً بنسبة 50%
- رحلات العبارات كل 20 دقيقة

An English paragraph inside an Arabic release stays left to right.
"""


def _term(number: int, scheme: Scheme, **names: str) -> Term:
    return Term(
        id=TermId(UUID(int=0x100 + number)), scheme=scheme, qcode=f"{scheme}-{number}", names=names
    )


ENGLISH = Release(
    id=ReleaseId(UUID("0197f3c0-1111-7000-8000-000000000001")),
    slug="council-opens-new-harbour-station",
    family_id=FamilyId(UUID("0197f3c0-1111-7000-8000-000000000001")),
    language="en",
    headline="Council opens new harbour station",
    subheadline="Fourteen berths run on power from the quay",
    abstract="The Bouregreg harbour station lets ships switch off their engines in port.",
    body_md=BODY,
    ednote="Internal: check the figure of 9,200 with Tomas.",
    web_url="https://press.example.org/2026/harbour-station",
    firstcreated=WRITTEN,
    versioncreated=PUBLISHED,
    firstpublished=PUBLISHED,
    state=State.PUBLISHED,
    created_by="desk",
    dateline=Dateline(places=(RABAT,), date=date(2026, 5, 3), style=DatelineStyle.UN),
    contacts=(NORA, PRESS_DESK),
    boilerplates=(
        ReleaseBoilerplate(kind=BoilerplateKind.ABOUT, text_md=ABOUT),
        ReleaseBoilerplate(kind=BoilerplateKind.NOTES_TO_EDITORS, text_md=NOTES),
    ),
    terms=(
        _term(1, Scheme.THEME, en="Ports", fr="Ports", ar="الموانئ"),
        _term(2, Scheme.TAG, en="shore power"),
        _term(3, Scheme.TAG, en="climate"),
        _term(4, Scheme.COUNTRY, en="Morocco", fr="Maroc", ar="المغرب"),
    ),
)
FRENCH = replace(
    ENGLISH,
    id=ReleaseId(UUID("0197f3c0-1111-7000-8000-000000000002")),
    slug="la-nouvelle-station-portuaire-ouvre",
    language="fr",
    translated_from=ENGLISH.id,
    headline="Une station portuaire sans fumée : que changera-t-elle ?",
    subheadline="Quatorze postes à quai sont alimentés en électricité",
    abstract=None,
    body_md=FRENCH_BODY,
    web_url=None,
    boilerplates=(
        ReleaseBoilerplate(
            kind=BoilerplateKind.NOTES_TO_EDITORS,
            text_md="Les images de l’ouverture sont libres de droits.",
        ),
    ),
)
ARABIC = replace(
    ENGLISH,
    id=ReleaseId(UUID("0197f3c0-1111-7000-8000-000000000003")),
    slug="release-6a1de0f1c2",
    language="ar",
    translated_from=ENGLISH.id,
    headline="افتتاح محطة الميناء الجديدة",
    subheadline=None,
    abstract=None,
    body_md=ARABIC_BODY,
    web_url=None,
    boilerplates=(
        ReleaseBoilerplate(
            kind=BoilerplateKind.ABOUT,
            text_md="يجمع اتحاد مدن الموانئ 41 ميناءً تتبادل الخبرات.",
        ),
    ),
    contacts=(
        replace(NORA, display_name="نورا ليندكفيست", role_title="المتحدثة الرسمية", office=None),
    ),
)
RELEASES = {"en": ENGLISH, "fr": FRENCH, "ar": ARABIC}


def standing_as(release: Release, standing: Standing) -> Release:
    """Return a published release as it would be, had it come to stand so."""
    draft = replace(
        release, state=State.DRAFT, firstpublished=None, versioncreated=WRITTEN, hold=False
    )
    embargo = Embargo.until(datetime(2026, 7, 2, 9, 0), "Africa/Casablanca", city_label="Rabat")
    return {
        Standing.DRAFT: draft,
        Standing.HOLD: replace(draft, hold=True),
        Standing.EMBARGOED: replace(release, embargo=embargo),
        Standing.CLEAR: release,
        Standing.WITHDRAWN: replace(release, state=State.RECALLED, versioncreated=RECALLED),
    }[standing]


def templates() -> HtmlTemplates:
    return HtmlTemplates(
        page=(RESOURCES / "templates" / "release.html.j2").read_text("utf-8"),
        css=(RESOURCES / "styles" / "release.css").read_text("utf-8"),
        print_css=(RESOURCES / "styles" / "print.css").read_text("utf-8"),
    )


def source_of(
    release: Release, newsroom: Newsroom = HARBOUR_UNION, *, now: datetime = AFTER
) -> ExportSource:
    """Return what an export of `release` is made from at `now`."""
    renderer = BlockRenderer(quotes=quotation_marks(release.language))
    return ExportSource(
        release=release,
        newsroom=newsroom,
        rendered=render_release(release, newsroom, release.standing(now), renderer),
        revision=3,
        revision_sha256=REVISION_SHA256,
        html=templates(),
    )
