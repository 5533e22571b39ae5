import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdesk.rendering.placeholders import Filled, filled, places_in

VALUES = {"headline": "The quays open", "today": "today (15/05)"}


@pytest.mark.parametrize(
    ("text", "outcome", "caret"),
    [
        ("Plain.", "Plain.", 6),
        ("On “{{headline}}”:", "On “The quays open”:", 20),
        ("{{ today }}, {{cursor}} and so on", "today (15/05),  and so on", 15),
        ("{{cursor}}{{headline}}", "The quays open", 0),
        ("{{headline}} {{cursor}} {{cursor}}!", "The quays open  !", 15),
        ("{{colour}} {{Headline}} {{}}", "{{colour}} {{Headline}} {{}}", 28),
        ("{{ {{today}} }}", "{{ today (15/05) }}", 19),
    ],
)
def test_what_is_known_is_filled_in_and_the_rest_stays(text: str, outcome: str, caret: int) -> None:
    assert filled(text, VALUES) == Filled(outcome, caret)


def test_a_value_with_places_of_its_own_is_text() -> None:
    assert filled("{{headline}}", {"headline": "{{cursor}}"}) == Filled("{{cursor}}", 10)


def test_the_places_of_a_text_are_named_once() -> None:
    assert places_in("{{today}} {{ cursor }} {{today}} {{?}}") == ("today", "cursor")


@given(st.text(), st.text())
def test_a_text_without_places_stays_as_it_is(before: str, behind: str) -> None:
    text = f"{before}{behind}".replace("{{", "")
    assert filled(text, VALUES) == Filled(text, len(text))
