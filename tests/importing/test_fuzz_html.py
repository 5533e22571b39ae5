"""Pages and fragments, whole and broken: read soon, and no word of their main text is lost."""

from collections import Counter

from hypothesis import given, settings
from hypothesis import strategies as st

from newsdesk.importing.html_markdown import markdown_of
from tests.importing.kept_words import words
from tests.importing.page_grammar import Page, broken, fragments
from tests.importing.watchdog import allowed

FEWER = settings(max_examples=settings().max_examples // 2)


@FEWER
@given(page=fragments() | fragments().flatmap(broken))
def test_a_fragment_says_as_markdown_what_is_read_in_it(page: Page) -> None:
    with allowed():
        text = markdown_of(page.source)
    assert words(page.main) - words(text) == Counter()


@FEWER
@given(source=st.text(st.sampled_from("<>/&;!-=\"' abpi\n\0"), max_size=60))
def test_any_signs_of_html_come_to_an_end(source: str) -> None:
    with allowed():
        markdown_of(source)
