"""What stands in the margins of a sheet, as rules that no text can break out of."""

import re
from dataclasses import replace

import pytest

from newsdesk.domain.newsroom import Digits
from newsdesk.domain.release import Profile, Release, Standing
from newsdesk.exporting.page_furniture import page_rules
from newsdesk.exporting.pdf import print_page_html
from newsdesk.rendering.page_setup import PageSetup
from tests.exporting.sample import ARABIC, ENGLISH, FRENCH, HARBOUR_UNION, source_of, standing_as

SETUP = PageSetup(width_mm=210, height_mm=297)


def boxes(release: Release, newsroom: object = HARBOUR_UNION) -> dict[str, str]:
    """Return what stands in each box, the first sheet's own ones as `first …`."""
    rules = page_rules(source_of(release, newsroom), SETUP)  # type: ignore[arg-type]
    common, _, first = rules.partition("@page :first")
    found = dict(re.findall(r"@([\w-]+) \{ content: (.*?);", common))
    return found | {
        f"first {place}": content
        for place, content in re.findall(r"@([\w-]+) \{ content: (.*?);", first)
    }


def test_a_sheet_says_who_issues_what_and_which_page_it_is() -> None:
    assert boxes(replace(ENGLISH, symbol="HCU/2026/12")) == {
        "top-left": '"Harbour Cities Union"',
        "top-right": '"Press release"',
        "bottom-left": '"HCU/2026/12"',
        "bottom-center": "none",
        "bottom-right": '"Page " counter(page) " of " counter(pages)',
    }


def test_without_a_symbol_the_slug_names_it() -> None:
    assert boxes(ENGLISH)["bottom-left"] == '"council-opens-new-harbour-station"'.replace(
        "-", "\\2d "
    )


def test_it_speaks_the_language_of_the_release() -> None:
    french = boxes(replace(FRENCH, profile=Profile.STATEMENT))
    assert french["top-right"] == '"Déclaration"'
    assert french["bottom-right"] == '"Page " counter(page) " sur " counter(pages)'


def test_a_mirrored_page_has_a_mirrored_margin() -> None:
    found = boxes(ARABIC)
    assert found["top-right"] == '"Harbour Cities Union"'
    assert found["top-left"] == '"بيان صحفي"'
    assert found["bottom-left"].startswith('"صفحة "')


def test_arabic_digits_count_where_the_house_wants_them() -> None:
    house = replace(HARBOUR_UNION, digits=Digits.ARABIC)
    assert "counter(page, arabic-indic)" in boxes(ARABIC, house)["bottom-left"]
    assert "arabic-indic" not in boxes(ENGLISH, house)["bottom-right"]


@pytest.mark.parametrize("standing", [one for one in Standing if one is not Standing.CLEAR])
def test_what_is_not_for_everybody_says_so_on_later_sheets(standing: Standing) -> None:
    found = boxes(standing_as(ENGLISH, standing))
    assert found["first top-right"] == '"Press release"'
    assert found["top-right"].isupper() or standing is Standing.EMBARGOED
    rules = page_rules(source_of(standing_as(ENGLISH, standing)), SETUP)
    assert f"color: var(--{standing})" in rules


def test_margins_are_those_of_the_sheet() -> None:
    setup = PageSetup(width_mm=215.9, height_mm=279.4, top_mm=1, right_mm=2, bottom_mm=3, left_mm=4)
    assert "size: 215.9mm 279.4mm; margin: 1mm 2mm 3mm 4mm;" in page_rules(
        source_of(ENGLISH), setup
    )


@pytest.mark.parametrize(
    "text",
    [
        '"; } } body { display: none } /*',
        "</style><script>alert(1)</script>",
        "\\",
        "a\nb\x00c\u2028d",
        "<!-- ]]> url(x)",
    ],
)
def test_no_text_breaks_out_of_its_string(text: str) -> None:
    release = replace(ENGLISH, symbol=text, slug=text)
    rules = page_rules(source_of(release, replace(HARBOUR_UNION, organisation=text)), SETUP)
    assert not re.search(r"[<>\x00]", rules)
    assert rules.count('"') == page_rules(source_of(ENGLISH), SETUP).count('"')
    assert rules.count("{") == rules.count("}") == page_rules(source_of(ENGLISH), SETUP).count("{")
    strings = re.findall(r'"([^"]*)"', rules)
    assert all(re.fullmatch(r"(?:[\w .,:;()+/–—·]|\\[0-9a-f]+ )*", one) for one in strings)
    assert print_page_html(source_of(release)).count("</style>") == 1


def test_a_very_long_name_is_cut() -> None:
    found = boxes(replace(ENGLISH, symbol="x" * 5000))
    assert len(found["bottom-left"]) < 200
