import pytest

from newsdesk.domain.errors import FieldError
from newsdesk.domain.language import Direction, base, direction, normalised


@pytest.mark.parametrize(
    ("tag", "expected"),
    [("EN", "en"), ("pt_br", "pt-BR"), ("zh-hans-cn", "zh-Hans-CN"), ("es-419", "es-419")],
)
def test_a_tag_is_brought_to_its_usual_case(tag: str, expected: str) -> None:
    assert normalised(tag) == expected


@pytest.mark.parametrize("tag", ["", "e", "english!", "en--gb", "../en", "12"])
def test_what_is_no_tag_is_refused(tag: str) -> None:
    with pytest.raises(FieldError):
        normalised(tag)


def test_arabic_and_its_neighbours_run_from_right_to_left() -> None:
    assert direction("ar-EG") is Direction.RIGHT_TO_LEFT
    assert direction("fa") is Direction.RIGHT_TO_LEFT
    assert direction("en") is Direction.LEFT_TO_RIGHT
    assert base("pt-BR") == "pt"
