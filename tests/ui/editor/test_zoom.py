"""How much larger the text is shown."""

import pytest

from newsdesk.ui.editor.zoom import stepped, zoomed


@pytest.mark.parametrize(
    ("zoom", "steps", "expected"),
    [
        (1.0, 1, 1.1), (1.0, -1, 0.9), (1.1, -1, 1.0), (1.0, 2, 1.25), (3.0, 1, 3.0),
        (0.5, -1, 0.5), (1.2, 1, 1.25), (1.2, -1, 1.1), (1.0, -99, 0.5),
    ],
)  # fmt: skip
def test_it_goes_by_steps_up_to_an_end(zoom: float, steps: int, expected: float) -> None:
    assert stepped(zoom, steps) == expected


def test_a_step_is_always_seen() -> None:
    zoom = 0.5
    while zoom < 3.0:
        larger = stepped(zoom, 1)
        assert zoomed(14, larger) > zoomed(14, zoom)
        zoom = larger


def test_letters_stay_legible_and_on_the_screen() -> None:
    assert zoomed(8, 0.5) == 7
    assert zoomed(48, 3.0) == 96
