import pytest

from newsdesk.domain.newsroom import Newsroom


@pytest.mark.parametrize(
    ("house", "source", "issuer"),
    [
        (Newsroom(), "", ""),
        (Newsroom(organisation="Office for Safe Harbours"), *["Office for Safe Harbours"] * 2),
        (
            Newsroom(organisation="Office for Safe Harbours", short_name="OSH"),
            "OSH",
            "Office for Safe Harbours",
        ),
        (Newsroom(short_name="OSH", dateline_source="OSH News"), "OSH News", "OSH"),
    ],
)
def test_a_house_signs_with_what_it_has(house: Newsroom, source: str, issuer: str) -> None:
    assert (house.source, house.issuer) == (source, issuer)
