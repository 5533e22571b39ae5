"""Letters of another size, for the fields of the editor."""

from collections.abc import Callable, Iterator

import pytest

from newsdesk.services.preferences import ThemeChoice
from newsdesk.ui.theme.theme_controller import ThemeController


@pytest.fixture
def scaled(themes: ThemeController) -> Iterator[Callable[[float], None]]:
    """Make the letters of the window larger; they are as they were after the test."""
    yield lambda scale: themes.choose(ThemeChoice.LIGHT, text_scale=scale)
    themes.choose(ThemeChoice.LIGHT)
