"""Where releases come in from: one module per source, bytes in, drafts out, nothing stored.

To add a source: write `importing/<id>.py` with `SUFFIXES` and `read(raw, name, tools) -> Draft`,
or, where one file holds many releases, `drafts(raw, name, tools) -> Iterator[Draft]` (raise
`ImportRefusedError` for what cannot be one; drafts that came before it stand); add its line to
`SOURCES`, and to `_OPENINGS` if its beginning tells it; add its tests and, under
`tests/importing/files/`, a sample named after the id. A source that finds text hands it to
`surgeon.dissect`, which takes it apart; one whose parts are known fills the draft itself. Slow
libraries are imported where they are used: this package is loaded at every start of an import.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import PurePath

from newsdesk.importing import (
    docx,
    docx_package,
    email_message,
    feed,
    markdown,
    page,
    text,
    wordpress,
)
from newsdesk.importing.draft import Draft, ImportTools
from newsdesk.importing.front_matter import opens_front_matter


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A kind of file that releases come in."""

    id: str
    suffixes: tuple[str, ...]  # lower case, with the dot
    drafts: Callable[
        [bytes, str, ImportTools], Iterator[Draft]
    ]  # one after the other, as asked for


def _one(read: Callable[[bytes, str, ImportTools], Draft]) -> Callable[..., Iterator[Draft]]:
    """Return the drafts of a source that is one release."""

    def drafts(raw: bytes, name: str, tools: ImportTools) -> Iterator[Draft]:
        yield read(raw, name, tools)

    return drafts


TEXT = Source(id="text", suffixes=text.SUFFIXES, drafts=_one(text.read))
MARKDOWN = Source(id="markdown", suffixes=markdown.SUFFIXES, drafts=_one(markdown.read))
PAGE = Source(id="page", suffixes=page.SUFFIXES, drafts=_one(page.read))
FEED = Source(id="feed", suffixes=feed.SUFFIXES, drafts=feed.drafts)
WORDPRESS = Source(id="wordpress", suffixes=wordpress.SUFFIXES, drafts=wordpress.drafts)
EMAIL = Source(id="email", suffixes=email_message.SUFFIXES, drafts=email_message.drafts)
DOCX = Source(id="docx", suffixes=docx.SUFFIXES, drafts=_one(docx.read))
SOURCES: tuple[Source, ...] = (TEXT, MARKDOWN, PAGE, FEED, WORDPRESS, EMAIL, DOCX)
_OPENINGS = (  # what tells a source whatever the file is called; an export is a feed too
    (DOCX, docx_package.opens_office_file),
    (MARKDOWN, opens_front_matter),
    (WORDPRESS, wordpress.opens_export),
    (FEED, feed.opens_feed),
    (PAGE, page.opens_page),
    (EMAIL, email_message.opens_mail),
)


def source_of(raw: bytes, name: str) -> Source:
    """Return the source for a file: by its beginning if that tells, else by its suffix."""
    suffix = PurePath(name).suffix.lower()
    named = (source for source in SOURCES if suffix in source.suffixes)
    return next((source for source, opens in _OPENINGS if opens(raw)), next(named, TEXT))


def drafts(raw: bytes, name: str, tools: ImportTools) -> Iterator[Draft]:
    """Yield the drafts that a file makes, one at least.

    Raises:
        ImportRefusedError: it makes none, or none beyond those that came.
    """
    return source_of(raw, name).drafts(raw, name, tools)
