from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsdesk.domain.errors import ImportProblem, ImportRefusedError
from newsdesk.domain.provenance import Confidence, FindingKind, SourceKind
from newsdesk.importing import feed
from newsdesk.importing.draft import Draft, ImportTools
from newsdesk.importing.feed import drafts, opens_feed
from newsdesk.importing.media import NamedMedia

FILES = Path(__file__).parent / "files"
LONG = "The harbour opened today, and half the town came to see it, the office said."


def sample(name: str, tools: ImportTools) -> list[Draft]:
    return list(drafts((FILES / name).read_bytes(), name, tools))


def item(inside: str, tools: ImportTools, channel: str = "") -> Draft:
    raw = (
        '<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"'
        ' xmlns:content="http://purl.org/rss/1.0/modules/content/"'
        f' xmlns:media="http://search.yahoo.com/mrss/"><channel>{channel}<item>{inside}</item>'
        "</channel></rss>"
    )
    (draft,) = drafts(raw.encode(), "a.xml", tools)
    return draft


def repeated(draft: Draft) -> list[str]:
    """Return what was taken out because the item said it elsewhere."""
    return [one.text for one in draft.findings if "said_elsewhere" in one.flags]


def test_an_item_in_full_is_a_release(tools: ImportTools) -> None:
    draft = sample("feed.xml", tools)[0]
    assert draft.headline == "Night ferry to return – R&D berth opens in May"
    assert draft.kind is SourceKind.FEED
    assert (draft.language, draft.byline) == ("en", "Ines Calder")
    assert [place.city for place in draft.dateline.places] == ["Geneva"]
    assert (draft.posted_local, draft.posted_tz) == ("2026-03-03T09:05:00", "+0100")
    assert draft.address == "https://port.example.org/news/night-ferry/"
    assert draft.short_address == "https://port.example.org/?p=512"
    assert (draft.tags, draft.categories) == (("night service",), ("Ferries",))
    assert [contact.display_name for contact in draft.contacts] == ["Tom Arden"]
    assert draft.body_md.startswith("The night ferry will sail again from 4 May")
    assert "[the timetable](https://port.example.org/timetable)" in draft.body_md
    assert "- Departures at 22:30\n- Arrivals at 06:15" in draft.body_md
    assert draft.abstract is None  # the description was the beginning of the text, cut off
    assert repeated(draft) == [
        "The post Night ferry to return appeared first on Port Authority of Lindmouth.",
        "| Port Authority of Lindmouth",
    ]


def test_pictures_and_files_of_an_item_are_named(tools: ImportTools) -> None:
    place = "https://port.example.org"
    assert sample("feed.xml", tools)[0].media == (
        NamedMedia(
            address=f"{place}/pictures/ferry-large.jpg",
            caption="The ferry at night",
            credit="Tom Arden",
        ),
        NamedMedia(address=f"{place}/files/timetable.pdf"),
        NamedMedia(
            address=f"{place}/pictures/ferry.jpg",
            alt="The ferry at its berth",
            caption="The ferry on Monday. Photo: Tom Arden",
            credit="Tom Arden",
        ),
    )


def test_a_teaser_is_a_draft_with_what_there_is(tools: ImportTools) -> None:
    draft = sample("feed.xml", tools)[1]
    assert draft.headline == "Harbour master named"
    assert draft.body_md == "Mara Oduya becomes the first woman to lead the harbour."
    assert draft.posted_local == "2026-03-02"
    assert draft.byline == "Press Office"
    assert repeated(draft) == ["2 March 2026", "Source: City of Lindmouth"]
    assert "City of Lindmouth" in [one.text for one in draft.findings if "source" in one.flags]


def test_atom_is_read_with_its_kinds_of_text(tools: ImportTools) -> None:
    first, second = sample("feed-atom.atom", tools)
    assert (first.headline, first.language, first.byline) == (
        "Le pont rouvre lundi",
        "fr",
        "Léa Marchetti",
    )
    assert first.abstract == (
        "Après deux ans de travaux, le pont des Tanneurs rouvre à la circulation."
    )
    assert (first.posted_local, first.posted_tz) == ("2026-03-04T08:30:00", "+01:00")
    assert first.body_md.endswith("Les piétons y passent dès **samedi** à midi.")
    assert first.categories == ("Travaux",)
    assert first.media == (
        NamedMedia(address="https://mairie.example.org/images/pont.jpg", alt="Le pont"),
    )
    assert second.headline == "Moins de <5 %> de retards"
    assert second.address == "https://mairie.example.org/retards"
    assert second.body_md.endswith("& plus.\n\nLe détail paraît en avril.")


def test_rdf_is_read(tools: ImportTools) -> None:
    (draft,) = sample("feed-rdf.rdf", tools)
    assert (draft.headline, draft.language) == ("Neue Mole fertig", "de")
    assert draft.tags == ("Hafen", "Bau")
    assert draft.address == "https://hafen.example.org/1"
    assert draft.posted_local == "2026-02-27T11:00:00"


@pytest.mark.parametrize(
    ("title", "channel", "headline"),
    [
        ("Harbour opens - Port Office", "Port Office", "Harbour opens"),
        ("Harbour opens | Port Office", "Port Office", "Harbour opens"),
        ("Harbour opens [Source: Port Office]", "Port Office", "Harbour opens"),
        ("Harbour opens [Port Office]", "Port Office", "Harbour opens"),
        ("Port Office", "Port Office", "Port Office"),
        ("Harbour opens - Other Office", "Port Office", "Harbour opens - Other Office"),
        ("New Port Office", "Port Office", "New Port Office"),
        ("Harbour opens [at night]", "", "Harbour opens [at night]"),
        ("Harbour (opens", "(", "Harbour (opens"),
    ],
)
def test_who_issued_it_is_no_part_of_a_headline(
    tools: ImportTools, title: str, channel: str, headline: str
) -> None:
    draft = item(f"<title>{title}</title>", tools, f"<title>{channel}</title>")
    assert draft.headline == headline
    assert "".join([draft.headline, *repeated(draft)]).replace(" ", "") == title.replace(" ", "")


@pytest.mark.parametrize(
    "text",
    [
        "22 June 2016. Bishkek. The mission of the office begins today, it said.",
        "<p>3 May 2026</p><p>The harbour opened.</p>",
        "<p>The harbour opened.</p><p>Source: another office</p>",
        '<p>See <a href="https://a.example.org/1">one</a> and <a href="/2">two</a>.</p>',
    ],
)
def test_what_repeats_nothing_stays(tools: ImportTools, text: str) -> None:
    draft = item(
        f"<link>https://a.example.org/item</link><pubDate>22 June 2016</pubDate>"
        f"<source>Port Office</source><description><![CDATA[{text}]]></description>",
        tools,
    )
    assert repeated(draft) == []


def test_the_longer_of_two_texts_is_the_body(tools: ImportTools) -> None:
    short, full = f"<p>{LONG}</p>", f"<p>{LONG}</p><p>It stays open at night.</p>"
    draft = item(
        f"<description><![CDATA[{full}]]></description>"
        f"<content:encoded><![CDATA[{short}]]></content:encoded>",
        tools,
    )
    assert draft.body_md.endswith("It stays open at night.")


def test_a_summary_of_its_own_is_the_abstract_unless_it_is_too_long(tools: ImportTools) -> None:
    def with_summary(summary: str) -> Draft:
        return item(
            f"<description>{summary}</description>"
            f"<content:encoded><![CDATA[<p>{LONG}</p><p>{LONG * 6}</p>]]></content:encoded>",
            tools,
        )

    assert with_summary("A new berth in May.").abstract == "A new berth in May."
    long = "A new berth opens in May. " * 15
    draft = with_summary(long)
    assert draft.abstract is None
    doubts = [one for one in draft.findings if "too_long" in one.flags]
    assert [(one.text, one.confidence) for one in doubts] == [(long.strip(), Confidence.LOW)]


def test_without_a_stated_language_the_items_before_tell_that_of_a_short_one(
    tools: ImportTools,
) -> None:
    raw = (
        "<rss><channel><item><title>Der neue Hafen öffnet heute für alle Gäste der Stadt</title>"
        "<description>Der Hafen ist seit heute für alle Gäste offen, teilte das Amt mit."
        "</description></item><item><title>Mole fertig</title></item></channel></rss>"
    )
    assert [draft.language for draft in drafts(raw.encode(), "a.xml", tools)] == ["de", "de"]


def test_only_a_title_makes_a_draft(tools: ImportTools) -> None:
    draft = item("<title>Harbour opens</title>", tools)
    assert (draft.headline, draft.body_md, draft.language) == ("Harbour opens", "", "en")


def test_an_item_with_nothing_in_it_makes_an_empty_draft(tools: ImportTools) -> None:
    draft = item("", tools)
    assert (draft.headline, draft.body_md, draft.address) == ("", "", None)


def test_an_item_beyond_all_measure_comes_without_its_text(
    tools: ImportTools, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(feed, "LARGEST_ITEM", 50)
    draft = item(f"<title>Harbour</title><description>{LONG}</description>", tools)
    assert (draft.headline, draft.body_md) == ("Harbour", "")
    (doubt,) = [one for one in draft.findings if "too_long" in one.flags]
    assert (doubt.kind, doubt.confidence) == (FindingKind.BODY, Confidence.LOW)


def test_nothing_that_runs_is_an_address(tools: ImportTools) -> None:
    draft = item(
        "<title>A</title><link>javascript:alert(1)</link><guid>data:text/html,x</guid>"
        '<enclosure url="file:///etc/passwd"/><description>&lt;img src="javascript:x">'
        "&lt;script>x()&lt;/script>Text&lt;/p></description>",
        tools,
    )
    assert (draft.address, draft.short_address, draft.media) == (None, None, ())
    assert draft.body_md == "Text"


# Told by its beginning, refused -----------------------------------------------------------------


@pytest.mark.parametrize(
    ("raw", "is_feed"),
    [
        (b"<rss version='2.0'>", True),
        (b"<?xml version='1.0'?><feed xmlns='http://www.w3.org/2005/Atom'>", True),
        (b"<rdf:RDF xmlns:rdf='x' xmlns='http://purl.org/rss/1.0/'>", True),
        (b"<rdf:RDF xmlns:rdf='x'>", False),
        (b"<!DOCTYPE html><html>", False),
        (b"Harbour opens <rss>", False),
        (b"", False),
    ],
)
def test_a_feed_is_told_by_its_beginning(raw: bytes, is_feed: bool) -> None:
    assert opens_feed(raw) is is_feed


def read(raw: bytes, tools: ImportTools) -> Iterator[str]:
    try:
        for draft in drafts(raw, "a.xml", tools):
            yield draft.headline
    except ImportRefusedError as refused:
        yield refused.problem


@pytest.mark.parametrize(
    ("raw", "found"),
    [
        (b"", [ImportProblem.EMPTY]),
        (b" \n", [ImportProblem.EMPTY]),
        (b"<rss><channel></channel></rss>", [ImportProblem.EMPTY]),
        (b"<html><p>A page</p></html>", [ImportProblem.UNKNOWN_KIND]),
        (b"PK\x03\x04", [ImportProblem.UNKNOWN_KIND]),
        (b"<rss><channel>", [ImportProblem.DAMAGED]),
        (b"<!DOCTYPE rss><rss></rss>", [ImportProblem.DOCTYPE]),
        (
            b"<rss><item><title>One</title></item><item><title>Two</ti",
            ["One", ImportProblem.DAMAGED],
        ),
    ],
)
def test_what_came_before_a_refusal_stands(
    tools: ImportTools, raw: bytes, found: list[str]
) -> None:
    assert list(read(raw, tools)) == found


def test_a_feed_is_read_as_it_is_asked_for(tools: ImportTools) -> None:
    items = "<item><title>One</title></item>" * 3
    first = next(drafts(f"<rss>{items}</wrong>".encode(), "a.xml", tools))
    assert first.headline == "One"


PIECES = st.sampled_from(
    [
        "<item>", "</item>", "<title>Harbour</title>", "<description>", "</description>",
        "<![CDATA[<p>", "]]>", "&lt;p>", "&lt;/p>", "<link>https://a.example.org</link>", "<link/>",
        "<pubDate>Tue, 12 Apr 2022 24:00:00 +0200</pubDate>", "<guid>x</guid>", "<category>a",
        "</category>", '<enclosure url="//["/>', "<source>x</source>", "x", "&nbsp;", LONG,
    ]
)  # fmt: skip


@settings(max_examples=60, deadline=2_000)
@given(st.lists(PIECES, max_size=25).map("".join))
def test_broken_feeds_are_read_or_refused(tools: ImportTools, inside: str) -> None:
    with suppress(ImportRefusedError):
        for draft in drafts(f"<rss><channel>{inside}</channel></rss>".encode(), "a.xml", tools):
            assert draft.language
