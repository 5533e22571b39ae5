import pytest

from newsdesk.domain.us_states import ap_state, ap_states


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("MN", "Minn."),
        ("Minn.", "Minn."),
        ("minnesota", "Minn."),
        ("N. Y.", "N.Y."),
        ("New  York", "N.Y."),
        ("D.C.", "D.C."),
        ("DC", "D.C."),
        ("W. Va.", "W.Va."),
        ("Atlantis", None),
        ("", None),
    ],
)
def test_a_state_is_known_by_its_name_its_code_and_its_abbreviation(
    text: str, state: str | None
) -> None:
    assert ap_state(text) == state


def test_eight_states_are_never_abbreviated() -> None:
    whole = {state for state in ap_states() if not state.endswith(".")}
    assert whole == {"Alaska", "Hawaii", "Idaho", "Iowa", "Maine", "Ohio", "Texas", "Utah"}
    assert [ap_state(code) for code in ("AK", "TX")] == ["Alaska", "Texas"]


def test_there_are_fifty_states_and_the_district() -> None:
    assert len(ap_states()) == 51
