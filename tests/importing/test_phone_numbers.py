import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdesk.importing.phone_numbers import dialled


@pytest.mark.parametrize(
    ("printed", "country_code", "value", "flags"),
    [
        ("+41 22 555 01 00", None, "+41225550100", ()),
        ("+41 (0)22 555 01 00", None, "+41225550100", ()),
        ("+41 ( 0 ) 22 555 01 00", "DE", "+41225550100", ()),
        ("0041 22 555 01 00", "FR", "+41225550100", ()),
        ("(+44) 20 7946 0018", None, "+442079460018", ()),
        ("+1 (202) 555-0143", "CH", "+12025550143", ()),
        ("(202) 555-0143", "US", "+12025550143", ("country_assumed",)),
        ("020 7946 0018", "GB", "+442079460018", ("country_assumed",)),
        ("+39 06 5550 1234", None, "+390655501234", ()),  # Italy keeps its zero
        ("022 555 01 00", None, "0225550100", ()),
        ("44 20 7946 0018", "GB", "+442079460018", ("phone_no_plus",)),
        ("44 20 7946 0018", None, "442079460018", ("phone_no_plus",)),
        ("٠٢٢ ٥٥٥ ٠١ ٠٠", None, "0225550100", ()),
        ("＋４１ ２２ ５５５ ０１ ００", None, "+41225550100", ()),
        ("555 0143", None, "5550143", ("phone_length",)),
        ("+41 22", None, "+4122", ("phone_length",)),
        ("020 7946 0018", "ZZ", "02079460018", ()),
    ],
)
def test_a_number_is_dialled_from_anywhere(
    printed: str, country_code: str | None, value: str, flags: tuple[str, ...]
) -> None:
    number = dialled(printed, country_code)
    assert (number.value, number.flags) == (value, flags)


def test_a_number_that_is_none_in_its_country_keeps_its_digits() -> None:
    number = dialled("12 34 56 78 90", "CH")
    assert number.value == "1234567890"
    assert "country_assumed" not in number.flags


@given(
    st.text(max_size=40) | st.text("0123456789 +().-/", max_size=40),
    st.sampled_from([None, "CH", "US", "IT", "CN", "ZZ", ""]),
)
def test_whatever_is_printed_digits_come_out(printed: str, country_code: str | None) -> None:
    value = dialled(printed, country_code).value
    assert value.isascii()
    assert value.removeprefix("+").isdecimal() or value in {"", "+"}


@pytest.mark.parametrize("printed", ["", "no number", "+", "١٢٣", "1" * 1_000_000, "+" * 1_000_000])
def test_what_is_too_short_or_too_long_is_flagged(printed: str) -> None:
    assert "phone_length" in dialled(printed, "CH").flags
