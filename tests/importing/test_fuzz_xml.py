"""Feeds and exports, whole, ill written and torn: read soon, and what can be read is kept."""

from collections import Counter

from hypothesis import given, settings
from hypothesis import strategies as st

from newsdesk.importing.draft import ImportTools
from tests.importing.feed_grammar import Feed, feeds, ill_written, torn
from tests.importing.kept_words import lost
from tests.importing.reading import read

FEWER = settings(max_examples=settings().max_examples // 3)


@FEWER
@given(feed=feeds(), data=st.data())
def test_a_feed_becomes_a_draft_an_item_and_loses_no_word(
    tools: ImportTools, feed: Feed, data: st.DataObject
) -> None:
    found, refused = read(data.draw(ill_written(feed)), "feed.xml", tools)
    assert refused is None
    assert len(found) == len(feed.items)
    for item, draft in zip(feed.items, found, strict=True):
        assert lost(item.words, [draft]) == Counter()


@FEWER
@given(feed=feeds(), data=st.data())
def test_of_half_a_feed_the_whole_items_stand(
    tools: ImportTools, feed: Feed, data: st.DataObject
) -> None:
    cut = data.draw(st.integers(1, len(feed.source) - 1))
    source = feed.source[:cut]
    whole = sum(source.count(end) for end in ("</item>", "</entry>"))
    found, refused = read(source.encode(), "feed.xml", tools)
    assert refused is not None
    assert len(found) == whole
    for item, draft in zip(feed.items, found, strict=False):
        assert lost(item.words, [draft]) == Counter()


@FEWER
@given(feed=feeds(), data=st.data())
def test_a_torn_feed_is_read_or_refused(
    tools: ImportTools, feed: Feed, data: st.DataObject
) -> None:
    found, refused = read(data.draw(torn(feed)), "feed.xml", tools)
    assert found or refused
