"""Saved pages, good and hostile: what a person reads in them, and nothing that runs."""

import re
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsdesk.domain.errors import ImportProblem, ImportRefusedError
from newsdesk.domain.provenance import FindingKind, SourceKind
from newsdesk.importing.draft import Draft, ImportTools
from newsdesk.importing.page import opens_page, read
from newsdesk.importing.surroundings import BESIDE
from newsdesk.importing.taking_back import can_be_restored, restored
from newsdesk.importing.told import TOLD
from newsdesk.rendering.markdown import BlockRenderer
from tests.importing.watchdog import AT_ONCE, allowed

SAMPLE = Path(__file__).parent / "files" / "page.html"
LEAD = "Ninety harbour workers have finished a course in night rescue, the office said today."
MORE = "The course goes on in spring, and more ports have asked for it since it began last year."
MENU = "<ul>" + "".join(f"<li><a href='/{n}'>Harbour {n}</a></li>" for n in range(30)) + "</ul>"
_RUNS = re.compile(
    r"<(?:script|iframe|object|embed|form|input|meta|base|link|style|svg|math)\b"
    r"|<[^<>]*\son\w+\s*=|=\"\s*(?:java|vb)script:|=\"\s*data:|src=\"(?!newsdesk)",
    re.IGNORECASE,
)


def page(body: str, head: str = "") -> bytes:
    return f"<!doctype html><html><head>{head}</head><body>{body}</body></html>".encode()


def article(body: str) -> bytes:
    return page(f"{MENU}<article><h1>Harbour crews train</h1><p>{LEAD}</p>{body}</article>")


def problem_of(raw: bytes, tools: ImportTools) -> ImportProblem:
    with pytest.raises(ImportRefusedError) as refused:
        read(raw, "page.html", tools)
    assert refused.value.source == "page.html"
    return refused.value.problem


def rendered(draft: Draft) -> str:
    texts = [draft.body_md, *(one.text_md for one in draft.boilerplates)]
    return "".join(BlockRenderer().render_body(text).html for text in texts)


@pytest.fixture(scope="module")
def draft(tools: ImportTools) -> Draft:
    return read(SAMPLE.read_bytes(), "page.html", tools)


def test_a_page_is_read_as_a_person_reads_it(draft: Draft) -> None:
    assert draft.headline == "Harbour crews train for winter rescue"
    assert (draft.subheadline, draft.abstract, draft.byline) == (None, None, "Ann Stone")
    assert [place.city for place in draft.dateline.places] == ["Geneva"]
    assert draft.body_md == (
        "Ninety harbour workers have finished a course in "
        "[night rescue](https://example.org/rescue), the Office for Safe Harbours said *today*.\n\n"
        "“The crews have trained all winter, and it shows,” said Dana Whitlock, "
        "head of training.\n\n"
        "- Ninety workers from three ports\n- Forty nights on the water\n\n"
        "| Port | Crews |\n| --- | --- |\n| Samport | 40 |\n| Northwick | 50 |\n\n"
        "The course goes on in spring, and more ports have asked for it since it began last year."
    )
    assert (draft.kind, draft.file_name) == (SourceKind.PAGE, "page.html")


def test_what_the_head_of_a_page_says_is_taken(draft: Draft) -> None:
    assert (draft.posted_local, draft.posted_tz) == ("2026-05-04T09:00:00", "+02:00")
    assert (draft.tags, draft.categories) == (("rescue", "winter"), ("Sea",))
    assert draft.address == "https://example.org/news/harbour-crews"
    assert draft.short_address == "https://example.org/?p=42"
    where = {one.kind: one.flags for one in draft.findings if TOLD in one.flags}
    assert where[FindingKind.HEADLINE] == (TOLD, "json_ld")


def test_a_mail_link_behind_a_name_is_a_contact(draft: Draft) -> None:
    (contact,) = draft.contacts
    points = [point.value for point in contact.points]
    assert (contact.display_name, points) == (
        "Jonas Perret",
        ["jonas@example.org", "+41225550142"],
    )


def test_pictures_of_the_text_are_named_as_they_are_written(draft: Draft) -> None:
    (picture,) = draft.media
    assert (picture.address, picture.alt) == ("page_files/crews.jpg", "Crews on a boat")
    assert picture.caption.startswith("Crews at night.")


def test_what_stands_beside_the_text_is_listed_and_can_be_put_back(draft: Draft) -> None:
    beside = [one for one in draft.findings if BESIDE in one.flags]
    listed = "\n".join(one.text for one in beside)
    for words in (
        "About us",
        "We use cookies",
        "Crews at night",
        "[Share]",
        "lighthouse",
        "© 2026",
    ):
        assert words in listed
        assert words not in draft.body_md
    assert all(can_be_restored(one) for one in beside)
    assert "About us" in restored(draft, beside).body_md


def test_no_word_of_a_page_is_neither_in_the_draft_nor_listed(draft: Draft) -> None:
    kept = f"{draft.body_md} {' '.join(finding.text for finding in draft.findings)}"
    seen = re.sub(r"<(head|script)\b.*?</\1>|<[^<>]*>", " ", SAMPLE.read_text("utf-8"), flags=re.S)
    missing = Counter(re.findall(r"\w+", seen)) - Counter(re.findall(r"\w+", kept))
    assert missing == Counter()


@pytest.mark.parametrize(
    "body",
    [
        MENU,
        f"<nav>{MENU}</nav><footer>© 2026 All rights reserved.</footer>",
        f"<div>{MENU}{MENU}</div><p><a href='/more'>More</a></p>",
    ],
)
def test_a_page_that_is_only_navigation_is_refused(body: str, tools: ImportTools) -> None:
    assert problem_of(page(body), tools) is ImportProblem.NO_TEXT


@pytest.mark.parametrize(
    ("raw", "problem"),
    [
        (b"", ImportProblem.EMPTY),
        (b" \n", ImportProblem.EMPTY),
        (b"<!-- nothing -->", ImportProblem.EMPTY),
        (b"<html><body><script>alert(1)</script></body></html>", ImportProblem.NO_TEXT),
        (b"%PDF-1.7\n%\xe2\xe3", ImportProblem.ENCODING),
        (b"\x89PNG\r\n\x1a\n\0\0\0", ImportProblem.BINARY),
    ],
)
def test_what_is_no_page_is_refused(raw: bytes, problem: ImportProblem, tools: ImportTools) -> None:
    assert problem_of(raw, tools) is problem


@pytest.mark.parametrize(
    "part",
    [
        "<script>alert(1)</script><script src=//example.org/x.js></script>",
        "<img src=x onerror=alert(1)><img src=https://example.org/pixel.gif width=1 height=1>",
        "<a href='javascript:alert(1)'>one</a> <a href='JaVaScRiPt&colon;alert(1)'>two</a>",
        "<a href='&#x6a;avascript:alert(1)'>one</a> <a href=' java\tscript:alert(1)'>two</a>",
        "<a href='data:text/html;base64,PHNjcmlwdD4='>one</a> <a href='vbscript:x'>two</a>",
        "<svg><script>alert(1)</script><a xlink:href='javascript:x'><text>one</text></a></svg>",
        "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)></style></table></math>",
        "<meta http-equiv=refresh content='0;url=https://example.org/'><base href='javascript:/'>",
        "<form action=https://example.org/><input name=a><button formaction=javascript:x>Go</form>",
        "<iframe srcdoc='<script>alert(1)</script>'></iframe><object data=x.swf></object>",
        "<p>&lt;script&gt;alert(1)&lt;/script&gt; &lt;img src=x onerror=alert(1)&gt;</p>",
        "<p>[one](javascript:alert(1)) ![two](//example.org/x.png) <b onclick=x>three</b></p>",
        "<p>a\u202egpj.exe\u202c \u2066b\u2069</p>",
        "<style>@import 'https://example.org/x.css'; p { background: url(https://example.org/)}",
        "<template><script>alert(1)</script></template><noscript><img src=x onerror=y></noscript>",
        "<a href='https://example.org/\" onmouseover=\"alert(1)'>one</a>",
        "<a href='\\\\host\\share'>one</a> <a href='file:///etc/passwd'>two</a>",
        "<p>a\0b <scr\0ipt>alert(1)</scr\0ipt></p>",
        "<!--><script>alert(1)</script>-->",
        "<![CDATA[<script>alert(1)</script>]]>",
        "<table><td background=javascript:x>one<table><td>two",
        "<textarea><p></textarea><script>alert(1)</script>",
    ],
)
def test_nothing_of_a_page_runs_or_is_fetched(part: str, tools: ImportTools) -> None:
    html = rendered(read(article(part), "page.html", tools))
    assert not _RUNS.search(html)
    assert not re.search("[\u202a-\u202e\u2066-\u2069\0]", html)
    assert "Ninety harbour workers" in html


LONG = f"<p>{LEAD}</p><p>{MORE}</p>"
LARGE = {
    "nested divisions": "<div>" * 100_000 + LONG,
    "nested tables": "<table><tr><td>" * 20_000 + LONG,
    "ten thousand links": LONG + "<a href=/a>Harbour news</a> " * 10_000,
    "links in a list": LONG + "<ul>" + "<li><a href=/a>Harbour news of today</a>" * 10_000,
    "a huge table": LONG + "<table>" + ("<tr>" + "<td>cell 1" * 8) * 8_000,
    "many paragraphs": LONG * 4_000,
    "one paragraph": f"<p>{LEAD * 12_000}",
    "unclosed marks": LONG + "<b><i><font>x " * 30_000,
    "attributes": LONG + f"<p {'data-x=1 ' * 100_000}>end",
    "comments": LONG + "<!-- x -->" * 100_000,
    "entities": LONG + "&lt;&amp;&eacute;&#233; " * 40_000,
    "headings": LONG + "<h2>Ports</h2>" * 30_000,
    "brackets": LONG + "<" * 500_000,
    "breaks": LONG + "word<br>" * 60_000,
    "JSON": "<script type=application/ld+json>" + "[" * 200_000 + f"</script>{LONG}",
    "JSON objects": "<script type=application/ld+json>" + '{"a":' * 50_000 + f"</script>{LONG}",
    "a title": "<title>" + "crews | train - and: " * 20_000 + f"</title>{LONG}",
    "a heading": "<h1>" + "crews | train - and: " * 20_000 + f"</h1>{LONG}",
    "scripts": LONG + "<script>var a = '<p>not text</p>';</script>" * 10_000,
}


@pytest.mark.parametrize("name", LARGE)
def test_a_megabyte_is_read_at_once(name: str, tools: ImportTools) -> None:
    raw = page(LARGE[name])
    read(SAMPLE.read_bytes(), "page.html", tools)  # with the libraries loaded
    with allowed(AT_ONCE):
        found = read(raw, "page.html", tools)
    assert "Ninety harbour workers" in found.body_md or found.findings


@settings(max_examples=settings().max_examples // 4)
@given(st.integers(0, 4_000))
def test_half_a_page_is_read_or_refused(tools: ImportTools, size: int) -> None:
    try:
        found = read(SAMPLE.read_bytes()[:size], "page.html", tools)
    except ImportRefusedError:
        return
    assert found.findings


@pytest.mark.parametrize(
    ("encoding", "stated"),
    [
        ("utf-8", ""),
        ("utf-8", "<meta charset=windows-1252>"),
        ("cp1252", "<meta charset=iso-8859-1>"),
        ("cp1252", ""),
        ("cp1252", "<meta charset=utf-8>"),
        ("utf-16", ""),
    ],
)
def test_a_page_is_read_in_its_encoding_whatever_it_states(
    encoding: str, stated: str, tools: ImportTools
) -> None:
    text = (
        "Neunzig Hafenarbeiter haben einen Kurs für die Rettung bei Nacht abgeschlossen, "
        "teilte das Amt für sichere Häfen heute mit."
    )
    html = f"<html><head>{stated}</head><body><h1>Übung im Hafen</h1><p>{text}</p></body></html>"
    found = read(html.encode(encoding), "page.html", tools)
    assert (found.headline, found.body_md, found.language) == ("Übung im Hafen", text, "de")
    is_guessed = any("encoding_guessed" in one.flags for one in found.findings)
    assert is_guessed == (encoding == "cp1252" and "iso-8859-1" not in stated)


WEB_ARCHIVE = f"""\
From: <Saved by Blink>
Snapshot-Content-Location: https://example.org/news/1
Subject: Harbour
MIME-Version: 1.0
Content-Type: multipart/related; type="text/html"; boundary="----x"

------x
Content-Type: text/html
Content-Location: https://example.org/news/1

<html><body><h1>Harbour crews train</h1><p>{LEAD} <a href="/more">More</a></p></body></html>
------x
Content-Type: image/png
Content-Transfer-Encoding: base64
Content-Location: https://example.org/a.png

iVBORw0KGgo=
------x--
""".replace("\n", "\r\n").encode()


def test_a_web_archive_is_read_as_the_page_in_it(tools: ImportTools) -> None:
    found = read(WEB_ARCHIVE, "page.mht", tools)
    assert (found.headline, found.address) == (
        "Harbour crews train",
        "https://example.org/news/1",
    )
    assert found.body_md == f"{LEAD} [More](https://example.org/more)"


@pytest.mark.parametrize(
    "raw",
    [b"<!DOCTYPE html><p>", b"\xef\xbb\xbf\n<html lang=en>", b"<!-- saved --><HTML>", WEB_ARCHIVE],
)
def test_a_page_is_told_by_its_beginning(raw: bytes) -> None:
    assert opens_page(raw)


@pytest.mark.parametrize("raw", [b"", b"<p>one", b"Text, then <html>", b"<htmlish>", b"<?xml ?>"])
def test_what_may_be_anything_is_not_told_to_be_a_page(raw: bytes) -> None:
    assert not opens_page(raw)


@pytest.mark.parametrize("mark", ["<p>###</p>", "<p><b># # #</b></p>", "<p><i>-30-</i></p>"])
def test_an_end_mark_of_a_page_ends_its_text(mark: str, tools: ImportTools) -> None:
    found = read(article(f"<p>{MORE}</p>{mark}"), "page.html", tools)
    assert found.body_md == f"{LEAD}\n\n{MORE}"
    assert FindingKind.END_MARK in {one.kind for one in found.findings}


def test_a_second_order_heading_is_the_headline_where_there_is_no_first(
    tools: ImportTools,
) -> None:
    head = "<title>Office for Harbours｜News｜Harbour crews train</title>"
    body = (
        f"{MENU}<div><p>The Office</p><h2>Harbour crews train</h2><p>{LEAD}</p><p>{MORE}</p></div>"
    )
    found = read(page(body, head), "page.html", tools)
    assert (found.headline, found.subheadline) == ("Harbour crews train", None)
    assert found.body_md == f"{LEAD}\n\n{MORE}"
