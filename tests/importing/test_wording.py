import re

from newsdesk.importing.wording import alternatives, patterns, words

TABLE = r"""
# English
about|regarding
# Chinese
关于
  |關於

ends here
"""


def test_a_table_has_a_pattern_a_line() -> None:
    assert patterns(TABLE) == ["about|regarding", "关于|關於", "ends here"]


def test_tables_are_read_one_after_the_other() -> None:
    assert patterns("one\n", "\ntwo\n") == ["one", "two"]
    assert patterns() == patterns("", "# nothing but a note\n\n") == []


def test_an_indented_line_with_none_above_it_is_a_line_of_its_own() -> None:
    assert patterns("  one") == ["  one"]


def test_any_wording_of_a_table_matches() -> None:
    pattern = re.compile(alternatives(TABLE))
    assert all(pattern.fullmatch(word) for word in ("about", "關於", "ends here"))
    assert pattern.fullmatch("English") is None


def test_words_are_told_apart_by_spaces() -> None:
    assert words("of the and", "de la", "") == {"of", "the", "and", "de", "la"}
