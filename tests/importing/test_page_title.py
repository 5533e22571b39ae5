import pytest

from newsdesk.importing.page_metadata import PageMetadata, Said
from newsdesk.importing.page_title import headline_of

HEADLINE = "Harbour crews train for winter rescue"
SITE = "Office for Safe Harbours"


def headline(titles: list[str], headings: list[str], sites: list[str] | None = None) -> str | None:
    metadata = PageMetadata(
        titles=[Said(title, f"place {at}") for at, title in enumerate(titles)],
        site_names=sites or [],
    )
    found = headline_of(metadata, headings)
    return found.value if found else None


@pytest.mark.parametrize(
    "title",
    [
        HEADLINE,
        f"{HEADLINE} | {SITE}",
        f"{HEADLINE} - {SITE}",
        f"{HEADLINE} — {SITE} — News",
        f"{SITE}: {HEADLINE}",
        f"{SITE} » News » {HEADLINE}",
        f"{SITE}｜News｜{HEADLINE}",
        "HARBOUR CREWS TRAIN FOR WINTER RESCUE | Home",
    ],
)
def test_a_title_that_the_page_shows_is_the_headline_without_its_site(title: str) -> None:
    assert headline([title], [SITE, HEADLINE]) == HEADLINE


def test_a_dash_within_a_headline_parts_nothing() -> None:
    title = "Harbour crews train – and win"
    assert headline([f"{title} – {SITE}"], [title]) == title


def test_a_kicker_in_the_heading_is_left_out() -> None:
    assert headline([f"{HEADLINE} | X"], [f"Sea and coast {HEADLINE}"]) == HEADLINE


def test_where_it_stood_is_told() -> None:
    metadata = PageMetadata(titles=[Said("Another title", "a"), Said(HEADLINE, "b")])
    found = headline_of(metadata, [HEADLINE])
    assert found is not None
    assert found.where == "b"


def test_a_title_that_no_heading_shows_is_no_headline() -> None:
    assert headline(["Rescue: all you must know"], [HEADLINE]) is None


@pytest.mark.parametrize(
    ("titles", "sites", "found"),
    [
        ([f"{HEADLINE} | {SITE}"], [SITE], HEADLINE),
        ([f"{HEADLINE} - {SITE}"], [SITE], HEADLINE),
        ([f"{SITE} - {HEADLINE}"], [SITE], HEADLINE),
        ([f"{HEADLINE} - {SITE}", HEADLINE], [], HEADLINE),
        ([f"{HEADLINE} | {SITE}"], [], HEADLINE),
        ([f"{HEADLINE} - a year on"], [], f"{HEADLINE} - a year on"),
        ([], [SITE], None),
    ],
)
def test_without_headings_a_title_loses_its_site(
    titles: list[str], sites: list[str], found: str | None
) -> None:
    assert headline(titles, [], sites) == found


def test_a_line_that_is_no_heading_may_be_the_headline_too() -> None:
    metadata = PageMetadata(titles=[Said(f"{HEADLINE} - {SITE}", "title")])
    found = headline_of(metadata, [SITE], ["Home", HEADLINE, "Another line"])
    assert found == Said(HEADLINE, "title")


def test_a_small_part_of_a_title_that_a_line_shows_is_no_headline() -> None:
    metadata = PageMetadata(titles=[Said(f"{HEADLINE} - News", "title")])
    assert headline_of(metadata, ["Crews"], ["News"]) is None


def test_the_name_of_the_site_is_no_headline() -> None:
    assert headline([f"{HEADLINE} | {SITE}"], [SITE], [SITE]) is None
