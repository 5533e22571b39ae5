import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdesk.importing.broken_lines import joined_lines
from tests.importing.kept_words import words

LONG = "The crews of nine ports train for the winter"


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        (f"{LONG}\nand for the ice on deck.", f"{LONG} and for the ice on deck."),
        (f"{LONG} infor-\nmation.", f"{LONG} information."),
        (f"{LONG} at a well-\nknown place.", f"{LONG} at a well-known place."),
        (f"{LONG} at a coast-\nguard. A coast-guard!", f"{LONG} at a coast-guard. A coast-guard!"),
        (f"{LONG} of the Anglo-\nNorman isles.", f"{LONG} of the Anglo-Norman isles."),
        (f"> {LONG}\n> and for the ice.\n\nEnd", f"> {LONG} and for the ice.\n\nEnd"),
        (f"- {LONG}\n  and for the ice.\n- two", f"- {LONG} and for the ice.\n- two"),
        (f"{LONG},  \nand for the ice.", f"{LONG}, and for the ice."),
    ],
)  # fmt: skip
def test_a_sentence_that_runs_on_is_made_whole(text: str, whole: str) -> None:
    assert joined_lines(text) == whole


@pytest.mark.parametrize(
    "text",
    [
        "",
        "One\nTwo",
        f"# {LONG}\nand text",
        f"{LONG}.\nAnd another one.",
        f"| {LONG} | a |\n| --- | --- |\n| and | b |",
        f"```\n{LONG}\nand so on\n```",
        f"    {LONG}\n    and so on",
        f"{LONG}:\n- one\n- two",
        f"{LONG}\n\nand more",
        f"{LONG}\n> and more",
        f"{LONG}  \nAnother line",
    ],
)
def test_what_was_broken_on_purpose_stays(text: str) -> None:
    assert joined_lines(text) == text


def test_lines_that_somebody_chose_are_joined_whatever_they_say() -> None:
    text = "One.\nTwo\n\nThree  \nFour\n- five\n- six"
    assert joined_lines(text, every=True) == "One. Two\n\nThree Four\n- five\n- six"
    assert joined_lines("这是\n一项工作。", every=True) == "这是一项工作。"


@given(st.text(st.sampled_from("ab -\n>#|`*1.\\"), max_size=80), st.booleans())
def test_no_letter_is_lost_and_joining_again_changes_nothing(text: str, every: bool) -> None:
    whole = joined_lines(text, every=every)
    assert sorted(filter(str.isalnum, whole)) == sorted(filter(str.isalnum, text))
    assert joined_lines(whole, every=every) == whole


@given(st.lists(st.sampled_from(["winter", "ports", "crews", "train"]), min_size=9, max_size=60))
def test_words_stay_the_words_they_are(some: list[str]) -> None:
    text = "\n".join(" ".join(some[at : at + 9]) for at in range(0, len(some), 9))
    assert words(joined_lines(text)) == words(text)
