import pytest

from newsdesk.domain.dateline import DatelineStyle
from newsdesk.domain.errors import NewsdeskError
from newsdesk.domain.newsroom import Digits, Newsroom
from newsdesk.services.desk import Desk


def test_a_new_house_has_the_usual_settings(desk: Desk) -> None:
    assert desk.newsroom.get() == Newsroom()


def test_settings_are_set_by_name_and_each_change_is_a_version(desk: Desk) -> None:
    desk.newsroom.edit({"organisation": "Office for Safe Harbours", "short_name": "OSH"})
    house, _ = desk.newsroom.edit(
        {
            "dateline_style": "AP",
            "languages": "en; fr, ar",
            "has_immediate_release_line": "on",
            "digits": "arabic",
            "contact_intros": "en=Ask; fr=Demandez",
            "fallbacks": '{"ar": "en"}',
            "seats": "Geneva; Nairobi",
            "tz": "Africa/Nairobi",
        }
    )
    assert house.organisation == "Office for Safe Harbours"
    assert house.dateline_style is DatelineStyle.AP
    assert house.languages == ("en", "fr", "ar")
    assert house.has_immediate_release_line
    assert house.digits is Digits.ARABIC
    assert house.contact_intros == {"en": "Ask", "fr": "Demandez"}
    assert house.fallbacks == {"ar": "en"}
    assert len(house.seats) == 2
    assert house.version == 2
    assert desk.newsroom.get() == house


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("colour", "red"),
        ("version", "7"),
        ("dateline_style", "loud"),
        ("has_approval_steps", "perhaps"),
        ("tz", "Mars/Olympus"),
        ("languages", "!!"),
        ("languages", ""),
        ("contact_intros", "just words"),
        ("seats", "Nowhereville"),
    ],
)
def test_a_setting_that_does_not_fit_changes_nothing(desk: Desk, name: str, value: str) -> None:
    with pytest.raises(NewsdeskError):
        desk.newsroom.edit({"organisation": "Changed", name: value})
    assert desk.newsroom.get() == Newsroom()
