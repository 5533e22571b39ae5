"""Pages and fragments, whole and broken: read soon, and no word of their main text is lost."""

from collections import Counter

from hypothesis import given, settings
from hypothesis import strategies as st

from newsdesk.domain.errors import ImportProblem
from newsdesk.importing.draft import ImportTools
from newsdesk.importing.html_markdown import markdown_of
from tests.importing.kept_words import lost, words
from tests.importing.page_grammar import Page, broken, encoded, fragments, pages, torn
from tests.importing.reading import read
from tests.importing.watchdog import allowed

RUNNING = 120  # characters; a page of shorter lines may be nothing but a menu
FEWER = settings(max_examples=settings().max_examples // 3)


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


@FEWER
@given(page=pages() | pages().flatmap(broken), data=st.data())
def test_a_page_loses_no_word_of_its_main_text(
    tools: ImportTools, page: Page, data: st.DataObject
) -> None:
    found, refused = read(data.draw(encoded(page)), "page.html", tools)
    if refused is None:
        assert lost(page.main, found) == Counter()
    else:
        assert refused.problem is ImportProblem.NO_TEXT
        assert not any(len(line) >= RUNNING for line in page.main.splitlines())


@FEWER
@given(page=pages(), data=st.data())
def test_a_torn_page_is_read_or_refused(
    tools: ImportTools, page: Page, data: st.DataObject
) -> None:
    found, refused = read(data.draw(torn(page)), "page.html", tools)
    assert found or refused
