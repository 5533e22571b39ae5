from datetime import date
from uuid import UUID

import pytest

from newsdesk.domain.boilerplate import Boilerplate
from newsdesk.domain.ids import BoilerplateId


@pytest.mark.parametrize(
    ("day", "is_valid"),
    [
        (date(2025, 12, 31), False),
        (date(2026, 1, 1), True),
        (date(2026, 6, 30), True),
        (date(2026, 7, 1), False),
    ],
)
def test_a_boilerplate_is_valid_from_its_first_to_its_last_day(day: date, is_valid: bool) -> None:
    text = Boilerplate(
        id=BoilerplateId(UUID(int=6)),
        language="en",
        text_md="About us.",
        valid_from=date(2026, 1, 1),
        valid_to=date(2026, 6, 30),
    )
    assert text.is_valid_on(day) == is_valid
