"""What is typed, and the releases that it must and must not find."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from shutil import copytree
from uuid import UUID

import pytest

from newsdesk.desk import open_desk
from newsdesk.domain.contact import Contact
from newsdesk.domain.fold import fold
from newsdesk.domain.grouping import GroupBy, Grouping
from newsdesk.domain.hits import Marked, Span
from newsdesk.domain.ids import ContactId
from newsdesk.domain.query import ReleaseQuery, ReleaseSummary
from newsdesk.domain.statistics import By
from newsdesk.domain.workflow import Action
from newsdesk.services.desk import Desk

NOW = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)
RELEASES: dict[str, tuple[dict[str, str], str]] = {
    "harbour": (
        {
            "headline": "Council opens new harbour station",
            "dateline.places": "Geneva",
            "dateline.date": "2012-12-31",
            "contacts": "Mei Wong",
            "tags": "human rights, ports",
            "themes": "Transport",
        },
        "Noor Elm opened the station. “Ships can now switch off their engines,” she said.",
    ),
    "rescue": (
        {
            "headline": "Rescue ship reaches the port",
            "dateline.places": "Nairobi",
            "dateline.date": "2013-05-17",
            "tags": "rights",
            "themes": "Rescue at sea",
            "abstract": "Ninety-two people are safe.",
        },
        """The ship had left on Monday. Pär Lund, its captain, said that human error and rights of
passage were discussed. See http://example.org/rescue for more.""",
    ),
    "chinois": (
        {
            "language": "fr",
            "headline": "Une école ouvre à l’Est",
            "dateline.places": "Beijing",
            "dateline.date": "2013-06-02",
            "contacts": "Harbour Trust",
        },
        "Le conseil de Genève a ouvert une école. Les élèves viennent de Côte d’Ivoire.",
    ),
    "quebec": (
        {"language": "fr-CA", "headline": "Le traversier du Québec", "starred": "yes"},
        "Le traversier relie les deux rives du fleuve.",
    ),
    "arabic": (
        {"language": "ar", "headline": "افتتاح محطة الميناء الجديدة", "tags": "حقوق الإنسان"},
        "أعلنت المنظمة الدولية للهجرة افتتاح محطة الميناء. وحقوق الإنسان في صلب العمل.",
    ),
    "chinese": (
        {"language": "zh", "headline": "港口新站今日启用", "dateline.places": "Beijing"},
        "联合国难民署发布新闻稿，每年减少二氧化碳排放。",
    ),
    "russian": (
        {
            "language": "ru",
            "headline": "Открытие новой станции",
            "embargo.until_local": "2026-03-09 09:00",
            "embargo.tz": "Europe/Zurich",
        },
        "По её словам, министерство портов открыло новую станцию в Женеве.",
    ),
    "numbers": (
        {"headline": "Freight up 4.1 per cent", "dateline.date": "2025-01-15"},
        "Traffic reached 2,859 containers on a two-day e-mail course; see snake_case and C++.",
    ),
}
ALL = set(RELEASES)


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory, empty_newsroom: Path) -> Iterator[Desk]:
    folder = tmp_path_factory.mktemp("searched") / "newsroom"
    copytree(empty_newsroom, folder)
    with open_desk(folder, writing=True, now=lambda: NOW) as desk:
        desk.newsroom.edit({"tz": "Europe/Zurich", "has_approval_steps": "no"})
        for number, name in enumerate(("Mei Wong", "Harbour Trust")):
            desk.contacts.add(
                Contact(id=ContactId(UUID(int=number)), display_name=name, is_active=True)
            )
        for slug, (values, body) in RELEASES.items():
            desk.releases.new({**values, "slug": slug}, body_md=body)
        desk.workflow.take("rescue", Action.PUBLISH, confirmed=frozenset())
        yield desk


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        # English
        ("harbour", {"harbour", "chinois"}),
        ("harb", {"harbour", "chinois"}),
        ("arbour", set()),
        ("ship", {"rescue", "harbour"}),
        ("ship reaches", {"rescue"}),
        ("PAR lund", {"rescue"}),
        ("switch engines", {"harbour"}),
        ("e-mail", {"numbers"}),
        ("2,859", {"numbers"}),
        ("ninety", {"rescue"}),
        # French
        ("geneve", {"chinois", "harbour"}),
        ("ecole", {"chinois"}),
        ("l'est", {"chinois"}),
        ("COTE D'IVOIRE", {"chinois"}),
        ("quebec", {"quebec"}),
        # Arabic
        ("هجرة", {"arabic"}),
        ("الهجرة", {"arabic"}),
        ("ميناء محطة", {"arabic"}),
        ("حُقُوق", {"arabic"}),
        # Chinese
        ("新闻", {"chinese"}),
        ("难民署", {"chinese"}),
        ("口", {"chinese"}),
        ("新闻 港口", {"chinese"}),
        ("口港", set()),
        # Russian
        ("ее", {"russian"}),
        ("СТАНЦИИ", {"russian"}),
        ("открыло минист", {"russian"}),
        # phrases, and what is left out
        ('"human rights"', {"harbour"}),
        ('"rights of passage"', {"rescue"}),
        ('"حقوق الإنسان"', {"arabic"}),
        ('"难民署发布"', {"chinese"}),
        ("rights -human", set()),
        ("harbour -conseil", {"harbour"}),
        ('ship -"ship reaches"', {"harbour"}),
        ("-state:published -lang:en", {"chinois", "quebec", "arabic", "chinese", "russian"}),
        # operators
        ("state:published", {"rescue"}),
        ("state:draft lang:fr", {"chinois", "quebec"}),
        ("lang:français -lang:fr-CA", {"chinois"}),
        ("lang:arabic", {"arabic"}),
        ("lang:zh lang:ru", {"chinese", "russian"}),
        ("country:china", {"chinois", "chinese"}),
        ("country:中国", {"chinois", "chinese"}),
        ("country:cn lang:zh", {"chinese"}),
        ('country:"Швейцария"', {"harbour"}),
        ("country:ken", {"rescue"}),
        ("tag:rights", {"harbour", "rescue"}),
        ('tag:"rights"', {"rescue"}),
        ('tag:"human rights"', {"harbour"}),
        ("tag:الانسان", {"arabic"}),
        ("theme:transport", {"harbour"}),
        ("theme:sea ship", {"rescue"}),
        ("contact:wong", {"harbour"}),
        ('contact:"harbour trust"', {"chinois"}),
        ("before:2013", {"harbour"}),
        ("after:2013-05 before:2014", {"rescue", "chinois"}),
        ("after:2013-06-02 before:2013-06-03", {"chinois"}),
        ("is:embargoed", {"russian"}),
        ("is:starred", {"quebec"}),
        ("has:embargo", {"russian"}),
        ("has:image", set()),
        ("has:contact", {"harbour", "chinois"}),
        ("-has:tag -has:theme lang:en", {"numbers"}),
        # what is no operator is text
        ("http://example.org/rescue", {"rescue"}),
        ("state:nonsense", set()),
        ("country:atlantis", set()),
        ("snake_case", {"numbers"}),
        # hostile
        ('"', ALL),
        ("***", set()),
        ('" OR 1=1 --', set()),
        ("harbour AND", set()),
        ("NEAR(harbour ship)", set()),
        ("headline:harbour", set()),
        ("harb*our", set()),
        ("'; DROP TABLE release; --", set()),
        ("-", set()),
        ("‹ ports ›", {"harbour"}),
        ("\x00harbour\x00", {"harbour", "chinois"}),
        ("\ud800", set()),
        ("a " * 5_000, {"chinois", "numbers"}),
        ("state: tag:", set()),
        ("", ALL),
    ],
)
def test_what_is_typed_finds_these_and_no_others(desk: Desk, typed: str, found: set[str]) -> None:
    query = ReleaseQuery(text=typed)
    newest = [row.slug for row in desk.search.page(query)]
    assert set(newest) == found
    assert len(newest) == desk.search.count(query) == len(found)
    assert {row.slug for row in desk.search.page(query, ranked=True)} == found


def rows(desk: Desk, typed: str) -> dict[str, ReleaseSummary]:
    query = ReleaseQuery(text=typed)
    return {row.slug: row for row in desk.search.rows(desk.search.ids(query), query)}


def hits(line: Marked | None) -> list[str]:
    return [line.text[hit.start : hit.end] for hit in line.hits] if line else []


def test_what_was_looked_for_is_marked_in_headlines_and_texts(desk: Desk) -> None:
    row = rows(desk, "harbour switch")["harbour"]
    assert row.headline_hits == (Span(18, 25),)
    assert hits(row.excerpt) == ["switch"]
    assert hits(rows(desk, "par")["rescue"].excerpt) == ["Pär"]
    assert hits(rows(desk, "هجرة")["arabic"].excerpt) == ["للهجرة"]
    assert hits(rows(desk, "新闻")["chinese"].excerpt) == ["新闻"]


def test_an_operator_marks_nothing(desk: Desk) -> None:
    row = rows(desk, "tag:ports")["harbour"]
    assert (row.headline_hits, row.excerpt) == ((), None)


def test_the_best_hit_comes_first_when_asked_for(desk: Desk) -> None:
    query = ReleaseQuery(text="ship", limit=1)
    assert [row.slug for row in desk.search.page(query, ranked=True)] == ["rescue"]


def test_countries_are_grouped_by_name_those_without_one_last(desk: Desk) -> None:
    grouped = desk.search.grouped(ReleaseQuery(), Grouping(by=GroupBy.COUNTRY, language="fr"))
    names = [group.name for group in grouped.groups if group.key]
    assert names == sorted(names, key=fold)
    assert "Chine" in names
    assert [group.key for group in grouped.groups].index("") == len(names)
    for group, keys in grouped.each():
        first = {
            next((place.country_code for place in desk.releases.get(str(key)).dateline.places), "")
            for key in keys
        }
        assert first == {group.key}


def test_search_and_statistics_agree_on_what_a_country_is(desk: Desk) -> None:
    issued_from = desk.statistics.figures().tables[By.COUNTRY]
    assert issued_from
    for figure in issued_from:
        words = f"country:{figure.key.lower()} -state:spiked"
        assert desk.search.count(ReleaseQuery(text=words)) == figure.number, figure.key
