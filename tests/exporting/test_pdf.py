"""A release on sheets of paper, printed by the real engine and read by another library."""

import json
import os
import sys
from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from time import sleep
from typing import Any

import pytest
from PIL import Image

import dev
from newsdesk.domain.errors import PrintError, PrintProblem
from newsdesk.domain.language import Direction
from newsdesk.domain.newsroom import Digits, Newsroom, Paper
from newsdesk.domain.release import Release, Standing
from newsdesk.exporting.format import PrintPage
from newsdesk.exporting.pdf import PDF, pdf_file
from newsdesk.rendering.markdown import BlockRenderer
from newsdesk.rendering.plain_text import plain_text
from newsdesk.rendering.release import render_release
from tests.exporting.pdf_reading import fonts, is_embedded, letters, links, pages, plain, read
from tests.exporting.sample import (
    ARABIC,
    ARABIC_BODY,
    BODY,
    ENGLISH,
    HARBOUR_UNION,
    RELEASES,
    source_of,
    standing_as,
)
from tests.exporting.test_pictures import StoredFile
from tests.rendering.release_grammar import ReleaseGrammar

REFERENCE = Path(__file__).parent / "files" / "pdf.json"
TEXT = BODY.partition("[^1]:")[0].replace("[^1]", "")  # the number of a note is no word of its own
LONG = replace(ENGLISH, body_md=TEXT * 4, symbol="HCU/2026/12")
CHINESE = replace(
    ENGLISH,
    language="zh",
    headline="港口新站今日启用",
    subheadline="十四个泊位使用岸电",
    body_md="港口城市联盟今天启用了**布雷格雷格**港口站。\n\n## 变化\n\n- 夜间噪音减半\n",
)
EMBARGO_LINE = "EMBARGOED UNTIL 09:00 Rabat time (UTC+1) / 08:00 GMT, Thursday 2 July 2026"

Write = Callable[..., bytes]


@pytest.fixture
def write(print_page: PrintPage) -> Write:
    """Write a release, by default one of the sample newsroom."""

    def write(release: Release, newsroom: Newsroom = HARBOUR_UNION) -> bytes:
        return pdf_file(replace(source_of(release, newsroom), print_page=print_page))

    return write


def words_of(release: Release) -> str:
    """Return what the blocks of a release say, in their order."""
    blocks = source_of(release).rendered.blocks
    html = "\n".join(one.html for one in blocks)
    return plain(plain_text(html.replace("↩", "")))


def inside(page: str, *furniture: str) -> str:
    """Return a page without what stands in its margins, each piece of which it must have."""
    for piece in furniture:
        assert piece in page
        page = page.replace(piece, "", 1)
    return page


# What it says -----------------------------------------------------------------------------------


@pytest.mark.parametrize("standing", Standing)
def test_the_words_of_the_release_stand_in_it_in_their_order(
    write: Write, standing: Standing
) -> None:
    release = standing_as(LONG, standing)
    found = pages(write(release))
    assert (len(found) > 1) == (standing is not Standing.WITHDRAWN)
    later = _said(release) or "Press release"
    text = ""
    for number, page in enumerate(found, start=1):
        count = f"Page {number} of {len(found)}"
        kind = "Press release" if number == 1 else later
        text += inside(page, "Harbour Cities Union", kind, count, "HCU/2026/12")
    assert letters(text) == letters(words_of(release))


def _said(release: Release) -> str:
    """Return what a copy says of itself; nothing if it is for everybody."""
    rendered = source_of(release).rendered
    return "" if rendered.standing is Standing.CLEAR else plain(plain_text(rendered.blocks[0].html))


def test_an_embargo_is_said_on_every_sheet_while_it_runs(write: Write) -> None:
    found = pages(write(standing_as(LONG, Standing.EMBARGOED)))
    assert len(found) >= 2
    assert [page.count(EMBARGO_LINE) for page in found] == [1] * len(found)
    assert not any("EMBARGO" in page for page in pages(write(LONG)))


def test_an_embargoed_draft_says_both_on_every_sheet(write: Write) -> None:
    draft = replace(
        standing_as(LONG, Standing.DRAFT), embargo=standing_as(LONG, Standing.EMBARGOED).embargo
    )
    for page in pages(write(draft)):
        assert EMBARGO_LINE in page
        assert "DRAFT – NOT FOR PUBLICATION" in page


@pytest.mark.parametrize("language", RELEASES)
def test_catalogues_learn_title_author_language_and_day(write: Write, language: str) -> None:
    pdf = read(write(RELEASES[language]))
    told = dict(pdf.metadata or {})
    assert told["/Title"] == source_of(RELEASES[language]).rendered.title
    assert told["/Author"] == "Harbour Cities Union"
    assert told["/CreationDate"] == told["/ModDate"] == "D:20260503080000Z"
    root = pdf.trailer["/Root"]
    assert root["/Lang"] == language
    assert root["/ViewerPreferences"]["/DisplayDocTitle"].value is True
    assert root["/ViewerPreferences"]["/Direction"] == ("/R2L" if language == "ar" else "/L2R")


def test_who_wrote_it_is_its_author(write: Write) -> None:
    told = read(write(replace(ENGLISH, byline="By Ada Moreau"))).metadata
    assert told is not None
    assert told.author == "By Ada Moreau"


def test_links_can_be_followed(write: Write) -> None:
    assert links(write(ENGLISH)) == [
        "https://example.org/report",
        "tel:+212555010042;ext=7",
        "mailto:nora.lindqvist@example.org",
        "mailto:press@example.org",
    ]


def test_pictures_of_the_text_are_in_it_with_their_words(print_page: PrintPage) -> None:
    sha256 = "ab" * 32
    release = replace(ENGLISH, body_md=f"Before.\n\n![A quay](newsdesk-media:{sha256})\n\nAfter.")
    source = source_of(release)
    picture = StoredFile("image/png", _png(), caption="The quay at noon", credit="Ada Moreau / HCU")
    rendered = render_release(
        release, HARBOUR_UNION, Standing.CLEAR, BlockRenderer(), {sha256: picture}
    )
    pdf = pdf_file(replace(source, rendered=rendered, print_page=print_page))
    resources: Any = read(pdf).pages[0]["/Resources"].get_object()
    sizes = [
        (one["/Width"], one["/Height"])
        for one in (found.get_object() for found in resources["/XObject"].values())
        if one["/Subtype"] == "/Image"
    ]
    assert sizes == [(300, 200)]
    text = " ".join(pages(pdf))
    assert text.index("Before.") < text.index("The quay at noon") < text.index("After.")
    assert "Ada Moreau / HCU" in text


def _png() -> bytes:
    content = BytesIO()
    Image.new("RGB", (300, 200), "teal").save(content, "PNG")
    return content.getvalue()


# How it looks -----------------------------------------------------------------------------------


@pytest.mark.parametrize("release", [LONG, ARABIC, CHINESE], ids=["en", "ar", "zh"])
def test_every_letter_brings_its_shape_along(write: Write, release: Release) -> None:
    used = fonts(write(release))
    assert used
    assert [font for font in used if not is_embedded(font)] == []


def test_the_sheet_is_that_of_the_house(write: Write) -> None:
    boxes = {
        paper: read(write(ENGLISH, replace(HARBOUR_UNION, paper=paper))).pages[0].mediabox
        for paper in Paper
    }
    mm = {paper: [round(float(pt) / 72 * 25.4) for pt in box[2:]] for paper, box in boxes.items()}
    assert mm == {Paper.USUAL: [210, 297], Paper.A4: [210, 297], Paper.LETTER: [216, 279]}


def test_an_arabic_page_begins_on_the_right(write: Write) -> None:
    """The engine tells where each run of letters stands."""
    source = source_of(ARABIC)
    assert source.rendered.direction is Direction.RIGHT_TO_LEFT
    left = _starts(write(replace(ENGLISH, symbol="HCU/12")))
    right = _starts(write(replace(ARABIC, symbol="HCU/12")))
    assert left["HCU/12"] < 100
    assert right["HCU/12"] > 400


def _starts(pdf: bytes) -> dict[str, float]:
    """Return how far from the left each run of the first page begins, in points."""
    found: dict[str, float] = {}

    def visit(text: str, cm: list[float], tm: list[float], *_rest: object) -> None:
        if text.strip():
            found[text.strip()] = tm[4] * cm[0] + cm[4]

    read(pdf).pages[0].extract_text(visitor_text=visit)
    return found


def test_an_arabic_release_keeps_its_words_and_its_own_digits(write: Write) -> None:
    house = replace(HARBOUR_UNION, digits=Digits.ARABIC)
    found = pages(write(replace(ARABIC, body_md=ARABIC_BODY * 5), house))
    assert len(found) > 1
    for number, page in enumerate(found, start=1):
        for word in ("صفحة", "Harbour", str(number).translate(_ARABIC)):
            assert word in page
    assert all(word in found[0] for word in ("سلمى", "الإدريسي", "الرباط"))


_ARABIC = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")


@pytest.mark.skipif(
    sys.platform.startswith("linux") and not dev.this_machine().has_chinese_font(),
    reason="no font of this machine has Chinese letters",
)
def test_a_chinese_release_keeps_its_words(write: Write) -> None:
    text = "".join(map(letters, pages(write(CHINESE))))
    for words in ("港口新站今日启用", "十四个泊位使用岸电", "夜间噪音减半", "第1"):
        assert words in text


def test_a_long_release_is_printed_to_its_end(write: Write) -> None:
    body, seed = "", 0
    while len(body) < 100_000:
        body += ReleaseGrammar(seed).body(40) + "\n\n"
        seed += 1
    found = pages(write(replace(ENGLISH, body_md=f"{body}\n\nThe very last words.")))
    assert len(found) > 20
    assert f"Page 20 of {len(found)}" in found[19]
    assert "The very last words." in " ".join(found)
    assert "press@example.org" in found[-1]


def test_a_heading_stays_with_what_follows_it(write: Write) -> None:
    for lines in range(24, 34):  # one of these brings the heading to the foot of a sheet
        body = "\n\n".join([*["A line."] * lines, "## Kept together", "What follows it."])
        for page in pages(write(replace(ENGLISH, body_md=body))):
            assert ("Kept together" in page) == ("What follows it." in page)


# The same, always -------------------------------------------------------------------------------


def test_one_revision_gives_the_same_bytes_at_another_time(write: Write) -> None:
    first = write(ENGLISH)
    sleep(1.1)  # the engine's own clock is written down to the second
    assert write(ENGLISH) == first


def test_its_name_says_what_it_is(print_page: PrintPage) -> None:
    source = replace(source_of(standing_as(ENGLISH, Standing.EMBARGOED)), print_page=print_page)
    (name,) = PDF.write(source)
    assert name == "EMBARGOED-20260702T0800Z-council-opens-new-harbour-station.pdf"


def test_without_an_engine_it_is_refused() -> None:
    with pytest.raises(PrintError) as refused:
        pdf_file(source_of(ENGLISH))
    assert refused.value.problem is PrintProblem.NO_ENGINE


def test_the_file_says_what_the_reference_says(write: Write) -> None:
    """`NEWSDESK_WRITE_REFERENCES=1` writes it anew: look at the difference before keeping it.

    Not its bytes: those are another's with each version of engine and typefaces.
    """
    pdf = write(standing_as(ENGLISH, Standing.EMBARGOED), replace(HARBOUR_UNION, paper=Paper.A4))
    reader = read(pdf)
    furniture = ("Harbour Cities Union", "council-opens-new-harbour-station")
    told = {
        "metadata": dict(reader.metadata or {}),
        "language": reader.trailer["/Root"]["/Lang"],
        "links": links(pdf),
        "furniture": [*furniture, "Press release", EMBARGO_LINE],
        "text": words_of(standing_as(ENGLISH, Standing.EMBARGOED)),
    }
    if os.environ.get("NEWSDESK_WRITE_REFERENCES"):
        written = json.dumps(told, indent=2, ensure_ascii=False) + "\n"
        REFERENCE.write_text(written, encoding="utf-8")
    kept = json.loads(REFERENCE.read_text("utf-8"))
    assert kept == told
    first = pages(pdf)[0]
    assert all(piece in first for piece in kept["furniture"])
