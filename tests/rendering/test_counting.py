import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdesk.rendering.counting import (
    char_count,
    reading_minutes,
    word_count,
)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", 0),
        (" \n\t ", 0),
        ("The council opens a new harbour station", 7),
        ("a three-day visit", 3),
        ("the Minister’s office isn't open", 5),
        ("9,200 t of CO₂, or 4.1%", 6),
        ("Geneva – The first", 3),  # the dash is no word
        ("## What changes\n\n- **half** the noise\n- ---\n", 5),
        ("أنقرة، 5 شباط/فبراير – بعد عام", 5),
        ("Министерство портов открыло", 3),
        ("港口新站今日启用", 8),
        ("港口 2026 年 opens", 5),
        ("9,200吨", 2),
        ("こんにちは世界", 7),
        ("항구가 열렸다", 2),
        ("snake_case and _ alone", 3),
        ("un\u00a0mot", 2),
    ],
)
def test_words_are_counted_as_an_editor_counts_them(text: str, words: int) -> None:
    assert word_count(text) == words


@pytest.mark.parametrize(
    ("text", "characters"),
    [
        ("", 0),
        ("Two words", 9),
        ("one\ntwo\r\n", 6),  # line ends are not seen
        ("Pär", 3),
        (unicodedata.normalize("NFD", "Pär"), 3),
        ("港口新站", 4),
        ("سَلام", 4),  # the vowel sign sits on its letter
        ("a\u200bb\u2066c", 3),
    ],
)
def test_characters_are_counted_as_they_are_seen(text: str, characters: int) -> None:
    assert char_count(text) == characters


@given(st.text(), st.text())
def test_two_paragraphs_count_as_much_as_each_alone(first: str, second: str) -> None:
    both = f"{first}\n\n{second}"
    assert word_count(both) == word_count(first) + word_count(second)


def test_a_long_run_of_signs_is_counted_in_one_pass() -> None:
    assert word_count("*" * 1_000_000) == 0


def test_how_long_reading_takes_depends_on_the_language() -> None:
    assert reading_minutes(912, "en-GB") == 4
    assert reading_minutes(912, "ar") == 7
    assert reading_minutes(1_020, "zh-Hans") == 4
    assert reading_minutes(912, "sw") == 5
    assert (reading_minutes(0, "en"), reading_minutes(1, "en")) == (0, 1)
