from dataclasses import replace

import pytest

from newsdesk.domain.newsroom import Newsroom, Paper
from newsdesk.rendering.page_setup import page_setup

A4, LETTER = (210.0, 297.0), (215.9, 279.4)


@pytest.mark.parametrize(
    ("tz", "size"),
    [
        ("Europe/Zurich", A4),
        ("Africa/Casablanca", A4),
        ("America/Sao_Paulo", A4),
        ("UTC", A4),  # nowhere
        ("America/New_York", LETTER),
        ("America/Toronto", LETTER),
        ("Asia/Manila", LETTER),
    ],
)
def test_the_sheet_is_the_one_usual_where_the_desk_stands(
    tz: str, size: tuple[float, float]
) -> None:
    setup = page_setup(Newsroom(tz=tz))
    assert (setup.width_mm, setup.height_mm) == size


@pytest.mark.parametrize(("paper", "size"), [(Paper.A4, A4), (Paper.LETTER, LETTER)])
def test_the_house_may_choose_another(paper: Paper, size: tuple[float, float]) -> None:
    for tz in ("Europe/Zurich", "America/New_York"):
        setup = page_setup(replace(Newsroom(tz=tz), paper=paper))
        assert (setup.width_mm, setup.height_mm) == size


def test_margins_leave_room_for_a_text() -> None:
    setup = page_setup(Newsroom())
    assert setup.width_mm - setup.left_mm - setup.right_mm > 150
    assert setup.height_mm - setup.top_mm - setup.bottom_mm > 220
