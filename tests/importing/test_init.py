import pytest

from newsdesk.importing import (
    EMAIL,
    FEED,
    MARKDOWN,
    SOURCES,
    TEXT,
    WORDPRESS,
    Source,
    drafts,
    source_of,
)
from newsdesk.importing.draft import ImportTools


@pytest.mark.parametrize(
    ("raw", "name", "source"),
    [
        (b"Text.", "a.txt", TEXT),
        (b"Text.", "A.MD", MARKDOWN),
        (b"Text.", "a.markdown", MARKDOWN),
        (b"Text.", "no suffix", TEXT),
        (b"Text.", "a.unknown", TEXT),
        (b"---\nheadline: One\n---\nText.", "a.txt", MARKDOWN),
        (b"<rss version='2.0'>", "a.xml", FEED),
        (b"<rss xmlns:wp='http://wordpress.org/export/1.2/'>", "a.xml", WORDPRESS),
        (b"<?xml version='1.0'?><rss>", "a.html", FEED),
        (b"<feed xmlns='http://www.w3.org/2005/Atom'>", "feed", FEED),
        (b"Subject: One\n\nText.", "a.eml", EMAIL),
        (b"Received: x\nFrom: a@example.org\n\nText.", "a.txt", EMAIL),
    ],
)
def test_a_source_is_told_by_name_or_by_its_beginning(
    raw: bytes, name: str, source: Source
) -> None:
    assert source_of(raw, name) is source


def test_no_two_sources_claim_one_suffix() -> None:
    suffixes = [suffix for source in SOURCES for suffix in source.suffixes]
    assert len(set(suffixes)) == len(suffixes)


def test_a_file_is_read_by_its_source(tools: ImportTools) -> None:
    (draft,) = drafts(b"---\nheadline: Harbour opens\n---\nIt opened.", "one.txt", tools)
    assert (draft.headline, draft.body_md.strip()) == ("Harbour opens", "It opened.")
