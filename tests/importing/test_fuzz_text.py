"""Texts of releases in every order and state: each becomes a draft, soon, and loses no word."""

from collections import Counter

from hypothesis import given, settings
from hypothesis import strategies as st

from newsdesk.importing.draft import ImportTools
from newsdesk.importing.surgeon import dissect
from tests.importing.kept_words import lost
from tests.importing.reading import read
from tests.importing.text_grammar import mixtures, releases
from tests.importing.watchdog import allowed

FEWER = settings(max_examples=settings().max_examples // 2)


@FEWER
@given(text=releases(), is_markdown=st.booleans())
def test_a_release_loses_no_word(tools: ImportTools, text: str, is_markdown: bool) -> None:
    with allowed():
        draft = dissect(text, tools=tools, is_markdown=is_markdown)
    assert lost(text, [draft]) == Counter()


@FEWER
@given(text=mixtures(), is_markdown=st.booleans())
def test_parts_in_any_order_lose_no_word(tools: ImportTools, text: str, is_markdown: bool) -> None:
    with allowed():
        draft = dissect(text, tools=tools, is_markdown=is_markdown)
    assert lost(text, [draft]) == Counter()


@FEWER
@given(
    text=releases(),
    encoding=st.sampled_from(("utf-8", "utf-8-sig", "utf-16")),
    name=st.sampled_from(("release.txt", "release.md", "release")),
)
def test_a_file_says_what_its_text_says(
    tools: ImportTools, text: str, encoding: str, name: str
) -> None:
    assert lost(text, read(text.encode(encoding), name, tools)[0]) == Counter()


@FEWER
@given(text=mixtures(), end=st.integers(0, 2_000), junk=st.binary(max_size=8))
def test_a_damaged_file_becomes_a_draft_or_is_refused(
    tools: ImportTools, text: str, end: int, junk: bytes
) -> None:
    for draft in read(text.encode()[:end] + junk, "release.txt", tools)[0]:
        assert draft.findings
