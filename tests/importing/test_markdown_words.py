import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdesk.importing.markdown_inline import plain_markdown
from newsdesk.importing.markdown_words import parted, read, words_of

# fmt: off
MARKED = st.lists(st.sampled_from([
    "*", "**", "_", "[", "](https://example.org/)", "](mailto:a@b)", "!", "\\", "&amp;", "<br>",
    "a", "word ", " ", "\n", "<jo@example.org>", "<sup>2</sup>", "(",
]), max_size=30).map("".join)
# fmt: on


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("", ""),
        ("one two", "one two"),
        ("**one** *two* ***three*** _four_ __five__", "one two three four five"),
        ("[one](https://example.org/a_(b)) two", "one two"),
        ("[**one** two](https://example.org/)", "one two"),
        ("[Jane Roe](mailto:jane@example.org)", "Jane Roe jane@example.org"),
        ("[jane@example.org](mailto:jane@example.org?subject=x)", "jane@example.org"),
        ("<jane@example.org> <https://example.org/>", "jane@example.org https://example.org/"),
        ("![a harbour](https://example.org/a.jpg)text", "text"),
        (r"\*one\* \[two\] 15\. Mai", "*one* [two] 15. Mai"),
        ("&lt;one&gt; &amp; two&#126;", "<one> & two~"),
        ("H<sub>2</sub>O one<br>two", "H2O one two"),
        ("jane_roe@example.org snake_case_name", "jane_roe@example.org snake_case_name"),
        ("2 * 3 * 4, Issa*, a]b, [c], **open", "2 * 3 * 4, Issa*, a]b, [c], **open"),
        ("**one\ntwo**", "one\ntwo"),
    ],
)
def test_words_are_what_a_reader_sees(source: str, words: str) -> None:
    assert words_of(source) == words


@pytest.mark.parametrize(
    ("source", "behind", "parts"),
    [
        ("**Geneva** – The *port*", "The port", ("**Geneva** – ", "The *port*")),
        ("**Geneva – The port** said", "The port said", ("**Geneva – ", "**The port** said")),
        ("Geneva – **The port** said", "The port said", ("Geneva – ", "**The port** said")),
        (
            "Geneva – [The port](https://example.org/) said",
            "The port said",
            ("Geneva – ", "[The port](https://example.org/) said"),
        ),
        ("one", "", ("one", "")),
        ("one", "one", ("", "one")),
    ],
)
def test_a_source_is_parted_between_two_characters_that_are_seen(
    source: str, behind: str, parts: tuple[str, str]
) -> None:
    assert parted(source, behind) == parts


@given(MARKED)
def test_each_character_has_its_place(source: str) -> None:
    words = read(source)
    assert len(words.places) == len(words.text)
    assert words.places == sorted(words.places)
    assert all(0 <= place < len(source) for place in words.places)


@given(MARKED, st.integers(0, 60))
def test_nothing_is_lost_between_two_parts(source: str, letters: int) -> None:
    seen = words_of(source)
    first, second = parted(source, seen[min(letters, len(seen)) :])
    assert first + second == source or second.startswith(("*", "_", "[", "!"))
    assert len(first) + len(second) >= len(source)


@given(st.text(st.characters(exclude_categories=["C", "Z"]), min_size=1))
def test_text_that_was_made_markdown_is_read_as_it_was(text: str) -> None:
    assert words_of(plain_markdown(text)) == text


def test_a_long_text_of_nothing_but_marks_takes_no_time() -> None:
    assert words_of("*" * 60_001 + "[" * 60_000 + "](" * 20_000 + "_a" * 60_000)
