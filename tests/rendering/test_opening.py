import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdesk.rendering.opening import opening


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("", ""),
        ("Plain words.\n\nAnd more.", "Plain words. And more."),
        ("## A *heading* ##\n\nThen **bold** and __so__ on.", "A heading Then bold and so on."),
        ("> Quoted\n> > twice", "Quoted twice"),
        ("- one\n* two\n  + three\n12. four", "one two three four"),
        ("See [the page](https://example.org/a_b).", "See the page."),
        ("See [the page][1] and [that].\n\n[1]: https://example.org", "See the page and that."),
        ('![A quay](quay.jpg "At dawn") opened.[^1]\n\n[^1]: In May.', "A quay opened."),
        ("Cut off [at a link](https://example.org/very", "Cut off at a link"),
        (
            "Write to <press@example.org>, <https://example.org>.",
            "Write to press@example.org, https://example.org.",
        ),
        ("Some <b>HTML</b><br/> <!-- not\nthis --> here", "Some HTML here"),
        ("`code` and ~~gone~~", "code and gone"),
        ("```text\ninside\n```", "inside"),
        ("| Port | Crew |\n|:-----|-----:|\n| Kisumu | 14 |", "Port Crew Kisumu 14"),
        ("Title\n=====\n\n* * *\n\ntext", "Title text"),
        ("snake_case_words, 5 * 3 and a_b", "snake_case_words, 5 * 3 and a_b"),
        (r"1\. not a list, \*stars\* \_kept\_", "1. not a list, *stars* _kept_"),
        ("Ports &amp; ships &lt;3", "Ports & ships <3"),
        ("*[UN]: United Nations\n\nThe UN", "The UN"),
        ("Words {: .lead}", "Words"),
        ("Two\u202e\x00 hidden", "Two hidden"),
        ("تعمل **المحطة** على مدار الساعة", "تعمل المحطة على مدار الساعة"),
        ("Term\n:   What it means", "Term What it means"),
    ],
)
def test_the_signs_are_taken_off_and_the_words_stay(source: str, words: str) -> None:
    assert opening(source) == words


def test_a_long_opening_ends_after_a_word() -> None:
    line = opening("harbour " * 80)
    assert line == "harbour " * 18 + "harbour…"
    assert len(line) <= 160


def test_a_script_without_spaces_is_cut_anywhere() -> None:
    assert opening("新闻" * 200) == ("新闻" * 80)[:159] + "…"


@given(st.text(alphabet=st.sampled_from("[]()*_`<>!|\\#-:^ \na1")) | st.text())
def test_any_source_gives_one_short_line(source: str) -> None:
    line = opening(source)
    assert len(line) <= 160
    assert "\n" not in line


@pytest.mark.parametrize(
    "sign", ["[", "![", "*", "_", "`", ">", "<", "<!--", "- ", "|", "\\", "(["]
)
def test_what_could_take_long_does_not(sign: str) -> None:
    assert len(opening(sign * 100_000)) <= 160


@pytest.mark.parametrize(
    "later", ["Plain words go on. " * 30, "## A heading\n\n" * 30, "[a link](/x) " * 30]
)
def test_what_stands_behind_what_is_shown_changes_nothing(later: str) -> None:
    begin = "Ninety harbour workers have finished a course in night rescue at the pier. " * 3
    assert opening(begin + "\n\n" + later) == opening(begin)


def test_white_space_before_the_words_takes_none_of_them() -> None:
    words = "Ninety harbour workers have finished a course in night rescue. " * 4
    assert opening(" " * 200 + words) == opening(words)
