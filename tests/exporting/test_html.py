"""The page: what it holds for whom, that it stands alone, and that it is the same every time."""

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from hashlib import sha256
from itertools import pairwise
from pathlib import Path
from typing import Any, cast
from xml.etree.ElementTree import Element

import html5lib
import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdesk.domain.boilerplate import BoilerplateKind, ReleaseBoilerplate
from newsdesk.domain.contact import ContactPoint, PointKind, ReleaseContact
from newsdesk.domain.dateline import Dateline, DatelineStyle
from newsdesk.domain.release import Release, Standing
from newsdesk.exporting import FORMATS
from newsdesk.exporting.format import ExportSource
from newsdesk.exporting.html import HTML, html_page
from tests.exporting.sample import (
    ENGLISH,
    HARBOUR_UNION,
    RELEASES,
    source_of,
    standing_as,
    templates,
)
from tests.exporting.test_file_names import NAME
from tests.rendering.any_source import any_source
from tests.rendering.release_grammar import ReleaseGrammar

REFERENCE = Path(__file__).parent / "files" / "html.html"
ROOT = Path(__file__).resolve().parents[2]
EVERY = {
    f"{language}-{standing}": standing_as(release, standing)
    for language, release in RELEASES.items()
    for standing in Standing
}
NOT_CLEAR = [standing for standing in Standing if standing is not Standing.CLEAR]
HOSTILE = [
    "</script><script>alert(1)</script>",
    "</style></title></head><img src=x onerror=alert(1)>",
    "<!-- ]]> --> <![CDATA[",
    '"><svg/onload=alert(1)>',
    "' onmouseover='alert(1)",
    "{{ config }} {% include 'x' %} {# #}",
    "javascript:alert(1)",
    "&lt;b&gt; &amp;amp; &#0;",
    "\ud800 \x00 \ufffe \u202e \ufdd0 \U0001fffe \x85",
]


def page_of(release: Release) -> str:
    return html_page(source_of(release))


def parse(page: str) -> Element:
    """Parse as a browser does; raise on the first thing that is not HTML5."""
    parser = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False)
    return cast("Element", parser.parse(page))  # pyright: ignore[reportUnknownMemberType]


def find_all(page: str, tag: str) -> list[Element]:
    return list(parse(page).iter(tag))


def text_of(element: Element) -> str:
    return " ".join("".join(element.itertext()).split())


def meta(page: str) -> dict[str, str]:
    return {
        one.get("name") or one.get("property") or "": one.get("content") or ""
        for one in find_all(page, "meta")
    }


def json_ld(page: str) -> dict[str, Any]:
    (script,) = find_all(page, "script")
    assert script.get("type") == "application/ld+json"
    return json.loads(script.text or "")


# For whom ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("release", EVERY.values(), ids=EVERY)
def test_every_page_is_html5_in_its_language(release: Release) -> None:
    page = page_of(release)
    root = parse(page)
    assert (root.get("lang"), root.get("dir")) == (
        release.language,
        "rtl" if release.language == "ar" else "ltr",
    )
    headings = [int(one.tag[1]) for one in root.iter() if re.fullmatch("h[1-6]", str(one.tag))]
    assert headings[0] == 1
    assert headings.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(headings))
    ids = [one.get("id") for one in root.iter() if one.get("id")]
    assert len(ids) == len(set(ids))
    assert [len(list(root.iter(tag))) for tag in ("main", "article", "header")] == [1, 1, 1]


def test_a_published_page_tells_engines_and_networks_what_it_is() -> None:
    page = page_of(ENGLISH)
    told = meta(page)
    assert told["description"] == ENGLISH.abstract
    assert told["og:title"] == "Council opens new harbour station"
    assert told["og:locale"] == "en_GB"
    assert "robots" not in told
    assert json_ld(page)["@type"] == "NewsArticle"
    (link,) = find_all(page, "link")
    assert (link.get("rel"), link.get("href")) == ("canonical", ENGLISH.web_url)


@pytest.mark.parametrize("standing", NOT_CLEAR)
@pytest.mark.parametrize("language", RELEASES)
def test_any_other_page_tells_them_nothing(language: str, standing: Standing) -> None:
    page = page_of(standing_as(RELEASES[language], standing))
    told = meta(page)
    assert told.pop("robots") == "noindex"
    assert set(told) == {
        "",  # character set and security policy
        "viewport",
        "color-scheme",
        "newsdesk:release",
        "newsdesk:revision",
        "newsdesk:sha256",
    }
    assert find_all(page, "link") == find_all(page, "script") == []
    assert 'class="banner' in page


@pytest.mark.parametrize(
    ("standing", "line"),
    [
        (Standing.DRAFT, "DRAFT – NOT FOR PUBLICATION"),
        (Standing.HOLD, "HOLD FOR RELEASE – NOT FOR PUBLICATION"),
        (
            Standing.EMBARGOED,
            "EMBARGOED UNTIL 09:00 Rabat time (UTC+1) / 08:00 GMT, Thursday 2 July 2026",
        ),
        (Standing.WITHDRAWN, "WITHDRAWN"),
    ],
)
def test_what_a_page_is_stands_first_in_it(standing: Standing, line: str) -> None:
    (article,) = find_all(page_of(standing_as(ENGLISH, standing)), "article")
    assert text_of(article[0]) == line


def test_a_withdrawn_page_keeps_nothing_of_the_text() -> None:
    page = page_of(standing_as(ENGLISH, Standing.WITHDRAWN))
    (main,) = find_all(page, "main")
    assert text_of(main) == (
        "WITHDRAWN Withdrawn: Council opens new harbour station"
        " This release was withdrawn on 8 May 2026."
    )
    assert "Lindqvist" not in page


def test_nothing_of_an_embargo_remains_once_it_has_passed() -> None:
    release = standing_as(ENGLISH, Standing.EMBARGOED)
    at_nine = datetime(2026, 7, 2, 8, 0, tzinfo=UTC)
    before = html_page(source_of(release, now=at_nine.replace(hour=7, minute=59)))
    after = html_page(source_of(release, now=at_nine))
    assert "EMBARGOED UNTIL" in before
    outside_the_sheet = after.replace(templates().css, "")
    assert len(outside_the_sheet) < len(after)
    assert "embargo" not in outside_the_sheet.lower()
    assert meta(after).keys() == meta(page_of(ENGLISH)).keys()


def test_the_page_holds_all_that_is_printed_in_its_order() -> None:
    (main,) = find_all(page_of(replace(ENGLISH, byline="By Ada Moreau")), "main")
    text = text_of(main)
    pieces = [
        "3 May 2026",
        "Council opens new harbour station",
        "Fourteen berths run on power from the quay",
        "By Ada Moreau",
        "RABAT, 3 May 2026 – The Harbour Cities Union today opened",
        "“Ships can now switch off their engines the moment they berth,” said Salma Idrissi",
        "What changes for residents",
        "CO₂ avoided (t/year) – 9,200",
        "A ship on shore power takes its electricity from the quay.",
        "Notes to editors",
        "About HCU.",
        "###",
        "For more information, please contact:",
        "Nora Lindqvist, Spokesperson, HCU Rabat, Tel: +212 5 55 01 00 42, ext. 7",
    ]
    places = [text.find(piece) for piece in pieces]
    assert -1 not in places
    assert places == sorted(places)


def test_contacts_can_be_called_and_written_to() -> None:
    page = page_of(ENGLISH)
    targets = {one.get("href") for one in find_all(page, "a")}
    assert {"tel:+212555010042;ext=7", "mailto:nora.lindqvist@example.org"} <= targets
    assert [text_of(one)[:20] for one in find_all(page, "address")] == ["For more information"]


def test_what_is_not_public_reaches_no_page() -> None:
    for release in (standing_as(ENGLISH, standing) for standing in Standing):
        page = page_of(release)
        assert "655010099" not in page.replace(" ", "")  # the mobile that is not public
        assert "Internal" not in page  # the note to the desk


def test_the_revision_stands_in_every_page() -> None:
    for standing in Standing:
        source = source_of(standing_as(ENGLISH, standing))
        told = meta(html_page(source))
        assert told["newsdesk:release"] == ENGLISH.uri
        assert told["newsdesk:revision"] == "3"
        assert told["newsdesk:sha256"] == source.revision_sha256


# Alone ------------------------------------------------------------------------------------------

_LOADING = {"src", "srcset", "poster", "data", "background", "action", "formaction", "cite"}
_FORBIDDEN = {
    "iframe", "object", "embed", "form", "base", "svg", "math", "video", "audio", "source",
    "track", "input", "frame", "applet", "template",
}  # fmt: skip


def references(page: str) -> Iterator[str]:
    """Yield everything that a browser might fetch, run or send for this page."""
    for element in parse(page).iter():
        tag = str(element.tag)
        if tag in _FORBIDDEN or (tag == "script" and element.get("type") != "application/ld+json"):
            yield f"<{tag}>"
        if tag == "link" and element.get("rel") != "canonical":
            yield f"link {element.get('href')}"
        if tag == "meta" and (element.get("http-equiv") or "").lower() == "refresh":
            yield "refresh"
        for name, value in element.attrib.items():
            is_loaded = name in _LOADING and not value.startswith("data:image/")
            if is_loaded or name.startswith("on") or name == "ping":
                yield f"{name}={value}"
            if name == "href" and not re.match(r"(?:https?://|mailto:|tel:|#)", value, re.I):
                yield f"href={value}"
        styles = [element.get("style") or "", (element.text or "") if tag == "style" else ""]
        yield from re.findall(r"url\s*\(|@import|image-set|expression\s*\(", " ".join(styles))


@pytest.mark.parametrize("release", EVERY.values(), ids=EVERY)
def test_a_page_fetches_nothing_and_runs_nothing(release: Release) -> None:
    assert list(references(page_of(release))) == []


def test_a_browser_is_told_not_to_either() -> None:
    policies = [
        one.get("content")
        for one in find_all(page_of(ENGLISH), "meta")
        if one.get("http-equiv") == "Content-Security-Policy"
    ]
    assert policies == [
        "; ".join(
            (
                "default-src 'none'",
                "img-src data:",
                "style-src 'unsafe-inline'",
                "base-uri 'none'",
                "form-action 'none'",
            )
        )
    ]


def test_the_reader_of_references_sees_one() -> None:
    page = page_of(ENGLISH).replace("</main>", '<p style="background:url(x)"><img src="//x">')
    with pytest.raises(html5lib.html5parser.ParseError):
        parse(page)
    page = page_of(ENGLISH).replace("###", '<i style="background:url(x)"></i><img src="//x">')
    assert list(references(page)) == ["url(", "src=//x"]


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize("standing", Standing)
def test_hostile_text_survives_as_text(text: str, standing: Standing) -> None:
    page = page_of(standing_as(everywhere(text), standing))
    assert list(references(page)) == []
    visible = "".join(c for c in text if c.isprintable() or c == " ")
    word = visible.split()[0] if visible.split() else ""
    if word:
        assert word in text_of(find_all(page, "h1")[0])


def test_the_end_of_a_script_in_a_body_survives_as_text() -> None:
    text = 'He wrote "</script><script>x()</script>" on the board.'
    page = page_of(replace(ENGLISH, body_md=text, headline=text))
    written = "He wrote “</script><script>x()</script>” on the board."
    (main,) = find_all(page, "main")
    assert written in text_of(main)
    assert json_ld(page)["articleBody"] == written
    assert json_ld(page)["headline"] == text


def everywhere(text: str) -> Release:
    """Return a release with `text` in every field that is printed."""
    return replace(
        ENGLISH,
        slug=text,
        headline=text,
        subheadline=text,
        abstract=text,
        body_md=f"{text}\n\n> {text}\n\n[{text}]({text})\n\n![{text}]({text})",
        byline=text,
        symbol=text,
        web_url=text,
        dateline=Dateline(style=DatelineStyle.CUSTOM, custom_text=text),
        contacts=(
            ReleaseContact(
                display_name=text,
                role_title=text,
                office=text,
                group_label=text,
                points=tuple(
                    ContactPoint(kind=kind, value=text, display=text, extension=text, usage=text)
                    for kind in PointKind
                ),
            ),
        ),
        boilerplates=tuple(ReleaseBoilerplate(kind=kind, text_md=text) for kind in BoilerplateKind),
        terms=tuple(replace(term, names={"en": text}, uri=text) for term in ENGLISH.terms),
    )


# The same, always -------------------------------------------------------------------------------


def pages() -> dict[str, str]:
    """Return the checksum of every page of the sample newsroom."""
    return {
        f"{language} {name}": sha256(content).hexdigest()
        for language, release in RELEASES.items()
        for standing in Standing
        for name, content in HTML.write(source_of(standing_as(release, standing))).items()
    }


def test_a_page_is_the_same_bytes_in_any_process_zone_and_locale() -> None:
    script = "import json, tests.exporting.test_html as t; print(json.dumps(t.pages()))"
    here = pages()
    assert here == pages()
    for seed, zone, locale in (("1", "Asia/Kathmandu", "C"), ("2", "America/Bogota", "C.UTF-8")):
        environment = os.environ | {"PYTHONHASHSEED": seed, "TZ": zone, "LC_ALL": locale}
        run = subprocess.run(
            [sys.executable, "-c", script],
            capture_output=True,
            check=True,
            cwd=ROOT,
            env=environment | {"PYTHONIOENCODING": "utf-8", "PYTHONPATH": str(ROOT)},
        )
        assert json.loads(run.stdout) == here


def test_the_page_is_that_of_the_reference_file() -> None:
    """`NEWSDESK_WRITE_REFERENCES=1` writes it anew: look at the difference before keeping it."""
    (content,) = HTML.write(source_of(ENGLISH)).values()
    if os.environ.get("NEWSDESK_WRITE_REFERENCES"):
        REFERENCE.write_bytes(content)
    assert content == REFERENCE.read_bytes()


def test_formats_are_listed_once_and_by_id() -> None:
    assert len({one.id for one in FORMATS}) == len(FORMATS)
    assert HTML in FORMATS
    (name,) = HTML.write(source_of(ENGLISH))
    assert name.endswith(HTML.suffix)


# Anything ---------------------------------------------------------------------------------------

SHORT = replace(templates(), css="p { margin: 0 }\n")
PIECES = st.one_of(
    any_source,
    st.sampled_from(HOSTILE),
    st.integers(0, 2**32).map(lambda seed: ReleaseGrammar(seed).body(4)),
)


@st.composite
def sources(draw: st.DrawFn) -> ExportSource:
    """Draw a release of any text in any field, as it stands in any way."""
    text = draw(st.text(st.characters(), max_size=60))  # lone surrogates among them
    release = replace(
        everywhere(text),
        body_md=draw(PIECES),
        language=draw(st.sampled_from(["en", "fr", "ar", "ru", "zh", "de", "es", "sw-KE"])),
        boilerplates=(
            ReleaseBoilerplate(kind=BoilerplateKind.NOTES_TO_EDITORS, text_md=draw(PIECES)),
            ReleaseBoilerplate(kind=BoilerplateKind.ABOUT, text_md=text),
        ),
        dateline=draw(st.sampled_from([ENGLISH.dateline, everywhere(text).dateline])),
    )
    newsroom = replace(HARBOUR_UNION, organisation=text, end_mark=text, site_url=text)
    standing = draw(st.sampled_from(Standing))
    source = source_of(standing_as(release, standing), newsroom)
    return replace(source, html=SHORT)


@given(sources())
def test_any_release_becomes_a_page(source: ExportSource) -> None:
    ((name, content),) = HTML.write(source).items()
    page = content.decode()
    assert list(references(page)) == []
    assert NAME.fullmatch(name)
    is_clear = source.rendered.standing is Standing.CLEAR
    assert len(find_all(page, "script")) == is_clear
    if is_clear:
        read = json_ld(page)
        assert read["wordCount"] == source.rendered.word_count


# Its look ---------------------------------------------------------------------------------------


def colours(css: str) -> tuple[dict[str, str], dict[str, str]]:
    """Return the colours of the light page and of the dark one."""
    dark_at = css.index("prefers-color-scheme: dark")
    found = [
        dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6});", part))
        for part in (css[:dark_at], css[dark_at : css.index("html {")])
    ]
    return found[0], found[0] | found[1]


def luminance(colour: str) -> float:
    channels = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (
        one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4 for one in channels
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("scheme", [0, 1], ids=["light", "dark"])
def test_every_text_stands_out_from_what_it_stands_on(scheme: int) -> None:
    palette = colours(templates().css)[scheme]
    pairs = [(text, ground) for text in ("text", "text2", "link") for ground in ("paper", "mark")]
    pairs += [(name, f"{name}-soft") for name in ("embargoed", "draft", "hold", "withdrawn")]
    weak = [pair for pair in pairs if contrast(palette[pair[0]], palette[pair[1]]) < 4.5]
    assert weak == []
    assert contrast(palette["focus"], palette["paper"]) >= 3


def test_paper_is_white_in_the_light() -> None:
    light, dark = colours(templates().css)
    assert light["paper"] == "#ffffff"
    assert dark["paper"] != light["paper"]


def test_every_class_and_colour_of_the_page_is_in_the_sheet() -> None:
    css = templates().css
    defined = set(re.findall(r"--([\w-]+):", css))
    assert set(re.findall(r"var\(--([\w-]+)\)", css)) <= defined
    classes = {
        name
        for release in EVERY.values()
        for element in parse(page_of(release)).iter()
        for name in (element.get("class") or "").split()
    }
    unstyled = {"body", "about", "contact", "symbol", "banner-draft"}
    assert {name for name in classes if f".{name}" not in css} <= unstyled


def test_the_sheet_keeps_the_banner_in_print() -> None:
    css = templates().css
    printed = css[css.index("@media print") :]
    assert ".banner" in printed
    assert not re.search(r"\.banner[^{]*\{[^}]*(?:display:\s*none|visibility)", css)
