import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdesk.importing.tracking import tracked_links, without_tracking

PLAIN = "https://example.org/a?id=4&page=2#part"


@pytest.mark.parametrize(
    ("address", "clean"),
    [
        ("https://example.org/a?utm_source=x&id=4&UTM_Medium=y&page=2#part", PLAIN),
        ("https://example.org/a?fbclid=x", "https://example.org/a"),
        ("https://example.org/a?b=1&mc_cid=x&mc_eid=y&gclid=z", "https://example.org/a?b=1"),
        ("https://example.org/a#utm_source=x", "https://example.org/a"),
        (
            ("https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fexample.org%2Fa%3F"
            "id%3D4%26page%3D2%26utm_id%3D3%23part&data=05%7C02&reserved=0"),
            PLAIN,
        ),
        ("https://urldefense.com/v3/__https://example.org/a?id=4*3__;Lw!!tok$",
         "https://example.org/a?id=4/3"),
        ("https://urldefense.com/v3/__https://example.org/%2Aa__;Lw!!tok$",
         "https://example.org//a"),
        ("https://urldefense.proofpoint.com/v2/url?u=https-3A__example.org_a-3Fb-3D1&d=D&c=e",
         "https://example.org/a?b=1"),
        ("https://www.google.com/url?q=https://example.org/a%3Fb%3D1&sa=D&ust=1",
         "https://example.org/a?b=1"),
        ("https://l.facebook.com/l.php?u=https%3A%2F%2Fexample.org%2F%3Ffbclid%3Dx&h=y",
         "https://example.org/"),
        ("https://www.google.com/url?q=https://example.org/a%29%20b", "https://example.org/a%29%20b"),
    ],
)  # fmt: skip
def test_what_an_address_carries_is_taken_off(address: str, clean: str) -> None:
    assert without_tracking(address) == clean


@pytest.mark.parametrize(
    "address",
    [
        PLAIN,
        "https://example.org/?utm",
        "https://example.org/a?b",
        "https://www.google.com/search?q=https://example.org",
        "https://urldefense.com/v3/__https://example.org/**Aa__;Lw!!tok$",
        "https://safelinks.protection.outlook.com/?url=javascript%3Ax&data=1",
        "https://[example.org/?utm_source=x",
        "https://urldefense.com/v3/__https://example.org/*a__;!!",
    ],
)
def test_what_carries_nothing_stays_as_it_is(address: str) -> None:
    assert without_tracking(address) == address


def test_links_are_found_where_they_stand() -> None:
    text = (
        "See [it](https://example.org/?utm_id=1), <https://example.org/?gclid=2> or\n"
        "https://example.org/?fbclid=3."
    )
    found = [*tracked_links(text)]
    assert [text[one.start : one.end].rpartition("?")[2] for one in found] == [
        "utm_id=1", "gclid=2", "fbclid=3",
    ]  # fmt: skip
    assert {one.clean for one in found} == {"https://example.org/"}


@given(st.text(st.sampled_from("https://urldefense.com/v2url?u=&q_-%*;!#[]()a "), max_size=60))
def test_any_address_is_read(rest: str) -> None:
    clean = without_tracking(f"https://{rest}")
    assert without_tracking(clean) == clean
