"""One page has many addresses."""

import pytest

from newsdesk.domain.web_address import page_of, site_of


@pytest.mark.parametrize(
    "address",
    [
        "http://example.org/news/bridge",
        "https://www.example.org/news/bridge/",
        "HTTPS://Example.ORG:443/news/bridge#contact",
        "https://example.org./news/bridge?utm_source=feed&utm_medium=rss&fbclid=x",
        "  https://somebody@example.org/news/bridge?  ",
        "https://example.org/news/%62ridge",
    ],
)
def test_spellings_of_one_page_are_one(address: str) -> None:
    assert page_of(address) == "example.org/news/bridge"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("https://example.org/?p=22419", "https://example.org/?p=22420"),
        ("https://example.org/news/bridge", "https://example.org/fr/news/bridge"),
        ("https://example.org/a", "https://geneva.example.org/a"),
        ("https://example.org/a", "https://example.org:8080/a"),
        ("https://example.org/A", "https://example.org/a"),
        ("urn:a", "urn:b"),
    ],
)
def test_other_pages_stay_others(one: str, other: str) -> None:
    assert page_of(one) != page_of(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("https://example.org/?b=2&a=1", "https://example.org?a=1&b=2"),
        ("https://bücher.example/ä", "https://xn--bcher-kva.example/%C3%A4"),
        ("newsdesk:sample/a.md", " newsdesk:sample/a.md "),
    ],
)
def test_order_script_and_space_make_no_other_page(one: str, other: str) -> None:
    assert page_of(one) == page_of(other) is not None


@pytest.mark.parametrize(
    "address",
    [None, "", "  ", "https://example.org", "http://www.example.org/?utm_source=feed#top"],
)
def test_a_site_is_no_page(address: str | None) -> None:
    assert page_of(address) is None


@pytest.mark.parametrize(
    ("address", "site"),
    [
        ("https://www.Example.org/news", "example.org"),
        ("http://geneva.example.org:8080", "geneva.example.org:8080"),
        ("https://example.org:443/", "example.org"),
        ("mailto:press@example.org", None),
        ("file:///C:/page.html", None),
        ("https:///news", None),
        ("https://[::1/news", None),
        ("https://example.org:port/news", None),
        ("https://example.org:99999/news", None),
        ("news", None),
        (None, None),
    ],
)
def test_only_a_web_address_has_a_site(address: str | None, site: str | None) -> None:
    assert site_of(address) == site


@pytest.mark.parametrize(
    "address",
    [
        "https://[::1/x",
        "https://example.org:port/x",
        "https://.example..org/x",
        "http://é." + "a" * 99 + "/x",
    ],
)
def test_an_address_that_nobody_can_read_is_compared_as_it_stands(address: str) -> None:
    assert page_of(address) == page_of(address)
    assert page_of(address)
