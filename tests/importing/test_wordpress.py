from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsdesk.domain.errors import ImportProblem, ImportRefusedError
from newsdesk.domain.provenance import Confidence, Finding, SourceKind
from newsdesk.domain.workflow import State
from newsdesk.importing import wordpress
from newsdesk.importing.draft import Draft, ImportTools
from newsdesk.importing.wordpress import drafts, opens_export

SAMPLE = Path(__file__).parent / "files" / "wordpress.xml"
HEAD = (
    '<rss version="2.0" xmlns:wp="http://wordpress.org/export/{version}/"'
    ' xmlns:excerpt="http://wordpress.org/export/{version}/excerpt/"'
    ' xmlns:content="http://purl.org/rss/1.0/modules/content/"'
    ' xmlns:dc="http://purl.org/dc/elements/1.1/"><channel>'
)
TEXT = "The museum opened today, and half the town came to see it, the office said."


def export(*items: str, version: str = "1.2") -> bytes:
    inside = "".join(f"<item>{item}</item>" for item in items)
    return f"{HEAD.format(version=version)}{inside}</channel></rss>".encode()


def post(inside: str, tools: ImportTools) -> Draft:
    title = f"<title>One</title><content:encoded>{TEXT}</content:encoded>"
    (draft,) = drafts(export(title + inside), "a.xml", tools)
    return draft


def flagged(draft: Draft, flag: str) -> list[Finding]:
    return [one for one in draft.findings if flag in one.flags]


@pytest.fixture(scope="module")
def sample(tools: ImportTools) -> list[Draft]:
    return list(drafts(SAMPLE.read_bytes(), SAMPLE.name, tools))


def test_posts_and_pages_with_a_text_are_drafts(sample: list[Draft]) -> None:
    assert [draft.headline for draft in sample] == [
        "Lost lighthouse lens goes on show",
        "Winter hours",
        "About us",
    ]
    assert {draft.kind for draft in sample} == {SourceKind.WORDPRESS}
    assert [one.text for one in flagged(sample[2], "post_type")] == ["wp:post_type: page"]


def test_a_post_is_read_with_what_is_said_of_it(sample: list[Draft]) -> None:
    draft = sample[0]
    assert draft.abstract == "A lens that lit the coast for a century is back."
    assert (draft.byline, draft.slug, draft.language) == ("Nora Hale", "lighthouse-lens", "en")
    assert (draft.posted_local, draft.posted_tz) == ("2026-03-03T09:00:00", "+0100")
    assert draft.address == "https://museum.example.org/press/lighthouse-lens/"
    assert draft.short_address == "https://museum.example.org/?p=31"
    assert (draft.tags, draft.categories) == (("lighthouses",), ("Exhibitions", "East Coast"))
    assert [contact.display_name for contact in draft.contacts] == ["Nora Hale"]
    assert draft.body_md.startswith("A lighthouse lens that was thought lost")
    assert "Cheap watches" not in draft.body_md
    assert "contact-form" not in draft.body_md
    assert [one.text for one in flagged(draft, "shortcode")] == [
        '[contact-form-7 id="99" title="Ask"]'
    ]


def test_attachments_are_the_pictures_of_their_posts(sample: list[Draft]) -> None:
    place = "https://museum.example.org/files"
    assert [one.address for one in sample[0].media] == [
        f"{place}/lens-front.jpg",
        f"{place}/lens-1.jpg",
    ]
    named = [(one.address, one.alt, one.caption) for one in sample[1].media]
    assert named == [
        (f"{place}/lens-1.jpg", "A lens", "The lens in its crate"),
        (f"{place}/lens-front.jpg", "", ""),
    ]


def test_paragraphs_are_where_the_classic_editor_shows_them(sample: list[Draft]) -> None:
    assert sample[1].body_md.split("\n\n")[-1] == (
        "The café stays open [sic] until five.  \nGroups ring first."
    )
    assert sample[1].byline is None  # an account that is nobody's


@pytest.mark.parametrize(
    ("status", "state", "confidence"),
    [
        ("publish", State.PUBLISHED, Confidence.LOW),
        ("draft", State.DRAFT, Confidence.HIGH),
        ("auto-draft", State.DRAFT, Confidence.HIGH),
        ("pending", State.DRAFT, Confidence.LOW),
        ("private", State.DRAFT, Confidence.LOW),
        ("future", State.SCHEDULED, Confidence.LOW),
        ("trash", State.SPIKED, Confidence.LOW),
        ("in-progress", None, Confidence.LOW),
    ],
)
def test_where_a_post_stands_is_said_and_seen(
    tools: ImportTools, status: str, state: State | None, confidence: Confidence
) -> None:
    draft = post(f"<wp:status>{status}</wp:status>", tools)
    assert draft.source_state is state
    (finding,) = flagged(draft, "state")
    assert (finding.text, finding.confidence) == (f"wp:status: {status}", confidence)


PUBLISHED = "<wp:status>publish</wp:status><wp:post_date_gmt>2024-03-05 09:30:00</wp:post_date_gmt>"


def test_what_was_published_stays_so_from_its_own_moment_on(tools: ImportTools) -> None:
    draft = post(PUBLISHED, tools)
    assert draft.firstpublished == datetime(2024, 3, 5, 9, 30, tzinfo=UTC)
    (finding,) = flagged(draft, "state")
    assert finding.confidence is Confidence.HIGH


@pytest.mark.parametrize(
    "xml",
    [
        PUBLISHED.replace("publish", "private"),
        PUBLISHED.replace("publish", "future"),
        PUBLISHED.replace("2024-03-05 09:30:00", "0000-00-00 00:00:00"),
        f"{PUBLISHED}<wp:post_password>harbour</wp:post_password>",
    ],
    ids=["private", "future", "no time", "password"],
)
def test_what_not_everybody_can_read_is_no_published_one(xml: str, tools: ImportTools) -> None:
    assert post(xml, tools).firstpublished is None


def test_without_a_status_nothing_is_said(tools: ImportTools) -> None:
    draft = post("", tools)
    assert draft.source_state is None
    assert flagged(draft, "state") == []


def test_a_password_is_noted_and_not_kept(tools: ImportTools) -> None:
    draft = post("<wp:post_password>hunter2</wp:post_password>", tools)
    assert len(flagged(draft, "password")) == 1
    assert "hunter2" not in repr(draft)


@pytest.mark.parametrize(
    ("local", "utc", "posted"),
    [
        ("2012-05-15 11:54:57", "2012-05-15 06:54:57", ("2012-05-15T11:54:57", "+0500")),
        ("2012-05-15 11:54:57", "2012-05-15 06:09:57", ("2012-05-15T11:54:57", "+0545")),
        ("2012-05-14 22:00:00", "2012-05-15 02:00:00", ("2012-05-14T22:00:00", "-0400")),
        ("2012-05-15 11:54:57", "0000-00-00 00:00:00", ("2012-05-15T11:54:57", None)),
        ("0000-00-00 00:00:00", "2012-05-15 06:54:57", ("2012-05-15T06:54:57", "GMT")),
        ("2012-05-15 11:54:57", "2012-05-11 06:54:57", ("2012-05-11T06:54:57", "GMT")),
        ("2012-05-15 11:54:57", "2012-05-15 11:54:50", ("2012-05-15T11:54:50", "GMT")),
        ("", "", ("2012-05-16T08:00:00", "+0000")),
    ],
)
def test_times_are_the_sites_own(
    tools: ImportTools, local: str, utc: str, posted: tuple[str, str | None]
) -> None:
    draft = post(
        f"<wp:post_date>{local}</wp:post_date><wp:post_date_gmt>{utc}</wp:post_date_gmt>"
        "<pubDate>Wed, 16 May 2012 08:00:00 +0000</pubDate>",
        tools,
    )
    assert (draft.posted_local, draft.posted_tz) == posted


@pytest.mark.parametrize("version", ["1.0", "1.1", "1.2"])
def test_every_version_is_read(tools: ImportTools, version: str) -> None:
    raw = export(
        f"<title>One</title><content:encoded>{TEXT}</content:encoded>"
        "<excerpt:encoded>Short</excerpt:encoded><wp:status>publish</wp:status>",
        version=version,
    )
    (draft,) = drafts(raw, "a.xml", tools)
    assert (draft.abstract, draft.source_state) == ("Short", State.PUBLISHED)
    assert draft.body_md == TEXT


@pytest.mark.parametrize(
    "kind", ["attachment", "nav_menu_item", "revision", "wp_block", "wp_global_styles", "acf-field"]
)
def test_what_wordpress_keeps_for_itself_is_no_release(tools: ImportTools, kind: str) -> None:
    title = f"<title>A</title><wp:post_type>{kind}</wp:post_type>"
    with pytest.raises(ImportRefusedError) as refused:
        list(drafts(export(title), "a.xml", tools))
    assert refused.value.problem is ImportProblem.EMPTY


@pytest.mark.parametrize("kind", ["press_release", "news", "pressemitteilung", "post"])
def test_a_sites_own_types_are_releases(tools: ImportTools, kind: str) -> None:
    assert post(f"<wp:post_type>{kind}</wp:post_type>", tools).headline == "One"


def test_an_author_is_called_by_name(tools: ImportTools) -> None:
    author = (
        "<wp:author><wp:author_login>bli</wp:author_login>"
        "<wp:author_display_name>bli</wp:author_display_name>"
        "<wp:author_first_name>Bo</wp:author_first_name>"
        "<wp:author_last_name>Li</wp:author_last_name></wp:author>"
    )
    items = (
        "<item><title>A</title><dc:creator>bli</dc:creator></item>"
        "<item><title>B</title><dc:creator>x@example.org</dc:creator></item>"
        "<item><title>C</title><dc:creator>bli</dc:creator>"
        '<category domain="author" nicename="cap-ana">Ana Roe</category></item>'
    )
    raw = f"{HEAD.format(version='1.2')}{author}{items}</channel></rss>".encode()
    assert [draft.byline for draft in drafts(raw, "a.xml", tools)] == ["Bo Li", None, "Ana Roe"]


def test_the_language_of_a_post_goes_before_that_of_the_site(tools: ImportTools) -> None:
    draft = post('<category domain="language" nicename="fr">Français</category>', tools)
    assert draft.language == "fr"


def test_a_slug_that_is_none_is_left_out(tools: ImportTools) -> None:
    assert post("<wp:post_name>%e6%96%b0</wp:post_name>", tools).slug is None
    assert post("<wp:post_name>harbour-opens</wp:post_name>", tools).slug == "harbour-opens"


def test_a_long_excerpt_is_listed(tools: ImportTools) -> None:
    long = "A new wing opens in May. " * 15
    draft = post(f"<excerpt:encoded>{long}</excerpt:encoded>", tools)
    assert draft.abstract is None
    assert [one.text for one in flagged(draft, "too_long")] == [long.strip()]


def test_a_post_beyond_all_measure_comes_without_its_text(
    tools: ImportTools, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(wordpress, "LARGEST_ITEM", 20)
    draft = post("", tools)
    assert (draft.headline, draft.body_md) == ("One", "")
    assert len(flagged(draft, "too_long")) == 1


@pytest.mark.parametrize(
    ("raw", "is_export"),
    [
        (SAMPLE.read_bytes(), True),
        (HEAD.format(version="1.0").encode(), True),
        (b"<rss version='2.0'><channel>", False),
        (b"<html xmlns:wp='http://wordpress.org/export/1.2/'>", False),
        (b"", False),
    ],
)
def test_an_export_is_told_by_its_beginning(raw: bytes, is_export: bool) -> None:
    assert opens_export(raw) is is_export


@pytest.mark.parametrize(
    ("raw", "problem"),
    [
        (b"", ImportProblem.EMPTY),
        (export(), ImportProblem.EMPTY),
        (b"<rss><channel/></rss>", ImportProblem.UNKNOWN_KIND),
        (b"<!DOCTYPE rss>" + export("<title>A</title>"), ImportProblem.DOCTYPE),
    ],
)
def test_what_is_none_is_refused(tools: ImportTools, raw: bytes, problem: ImportProblem) -> None:
    with pytest.raises(ImportRefusedError) as refused:
        list(drafts(raw, "a.xml", tools))
    assert refused.value.problem is problem


def test_half_an_export_gives_what_came_before(tools: ImportTools) -> None:
    raw = SAMPLE.read_bytes()
    posts = drafts(raw[: raw.index(b"Groups ring")], "a.xml", tools)
    assert next(posts).headline == "Lost lighthouse lens goes on show"
    with pytest.raises(ImportRefusedError) as refused:
        next(posts)
    assert refused.value.problem is ImportProblem.DAMAGED


PIECES = st.sampled_from(
    [
        "</item><item>", "<title>One</title>", "<content:encoded>", "</content:encoded>",
        "<![CDATA[", "]]>", "[caption]", "[gallery ids='1']", "<wp:post_date>x</wp:post_date>",
        "<wp:status>publish</wp:status>", "<wp:post_type>page</wp:post_type>", "<dc:creator/>",
        "<category domain='post_tag'/>", "<wp:attachment_url>//[</wp:attachment_url>", "x", "&",
        "<wp:postmeta><wp:meta_key>_thumbnail_id</wp:meta_key></wp:postmeta>",
    ]
)  # fmt: skip


@settings(max_examples=60, deadline=2_000)
@given(st.lists(PIECES, max_size=20).map("".join))
def test_broken_exports_are_read_or_refused(tools: ImportTools, inside: str) -> None:
    with suppress(ImportRefusedError):
        for draft in drafts(export(inside), "a.xml", tools):
            assert draft.language
