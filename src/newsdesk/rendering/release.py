"""A whole release as one list of blocks: what the preview shows and every export writes."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import lru_cache

from markupsafe import Markup, escape

from newsdesk.domain.language import Direction, direction
from newsdesk.domain.newsroom import Newsroom
from newsdesk.domain.release import Release, Standing
from newsdesk.rendering.counting import word_count
from newsdesk.rendering.dateline import dateline_text, dateline_words
from newsdesk.rendering.findings import RenderFinding
from newsdesk.rendering.fragment import HeadingLevels, dateline_span, framed, run_in
from newsdesk.rendering.markdown import BlockRenderer
from newsdesk.rendering.one_line import one_line
from newsdesk.rendering.page import BlockKind, Page, RenderedBlock, key_of
from newsdesk.rendering.pictures import MediaFile, figure, is_picture, with_pictures
from newsdesk.rendering.plain_text import plain_text
from newsdesk.rendering.release_blocks import (
    at_the_desk,
    banner,
    block,
    closing,
    day,
    opening,
    public_since,
    standing_lines,
)
from newsdesk.rendering.release_words import release_words
from newsdesk.rendering.typography import punctuated

_DESCRIPTION_LONGEST = 300  # characters of the lead, where there is no abstract
_LONGEST_REMEMBERED = 16 * 1024  # characters


@dataclass(frozen=True, slots=True, kw_only=True)
class RenderedRelease:
    """A release in words and in safe HTML, as it stands at one moment.

    A withdrawn one is a stub: its headline, and when it was withdrawn.
    """

    language: str
    direction: Direction
    standing: Standing
    title: str  # one line: what it says of itself, then the headline; never empty
    headline: str  # plain, as printed
    dateline_text: str = ""  # with dash and space
    dateline_words: str = ""  # without them
    body_text: str = ""  # plain, without the dateline; an empty line between blocks
    word_count: int = 0  # of the body
    description: str = ""  # the abstract, or the beginning of the lead
    published: datetime | None = None  # for everybody since; on the desk's clock
    modified: datetime | None = None  # never before that
    blocks: tuple[RenderedBlock, ...]  # in the order printed
    findings: tuple[RenderFinding, ...] = ()  # of the body
    media: Mapping[str, MediaFile] = field(default_factory=dict[str, MediaFile])  # by sha256

    @property
    def page(self) -> Page:
        blocks = tuple(_with_html(one, with_pictures(one.html, self.media)) for one in self.blocks)
        return Page(self.language, self.direction, self.title, blocks)


def render_release(
    release: Release,
    newsroom: Newsroom,
    standing: Standing,
    renderer: BlockRenderer,
    media: Mapping[str, MediaFile] | None = None,
) -> RenderedRelease:
    """Return the release as it stands.

    Args:
        standing: `release.standing(now)`.
        renderer: made with the quotation marks of the release's language.
        media: by sha256, those its body names; what is not among them is its words.

    Raises:
        ValueError: it is to stand under an embargo and has none.
    """
    release = replace(release, headline=punctuated(one_line(release.headline), release.language))
    lines = standing_lines(release, newsroom, standing)
    if standing is Standing.WITHDRAWN:
        return _stub(release, newsroom, lines)
    words, text = _dateline(release, newsroom)
    media = media or {}
    body = renderer.render_body(release.body_md)
    texts = [_text(part.html) for part in body.blocks]
    published = public_since(release) if standing is Standing.CLEAR else None
    return RenderedRelease(
        language=release.language,
        direction=direction(release.language),
        standing=standing,
        title=_title(release, release.headline, lines),
        headline=release.headline,
        dateline_text=text,
        dateline_words=words,
        body_text="\n\n".join(filter(None, texts)),
        word_count=sum(map(_words, texts)),
        description=one_line(release.abstract or "") or _beginning(body.blocks, texts),
        published=published and at_the_desk(published, newsroom),
        modified=published and at_the_desk(max(published, release.versioncreated), newsroom),
        blocks=(
            *opening(release, newsroom, standing, lines),
            *_body(body.blocks, words, text.removeprefix(words), media),
            *closing(release, newsroom, renderer),
        ),
        findings=body.findings,
        media=media,
    )


def _stub(release: Release, newsroom: Newsroom, lines: Sequence[str]) -> RenderedRelease:
    words = release_words(release.language, newsroom)
    headline = words.withdrawn_headline.format(release.headline).strip()
    withdrawn_on = escape(words.withdrawn_on).format(
        day(release.versioncreated, newsroom, words.language)
    )
    return RenderedRelease(
        language=release.language,
        direction=direction(release.language),
        standing=Standing.WITHDRAWN,
        title=_title(release, headline, ()),
        headline=headline,
        blocks=(
            *banner(Standing.WITHDRAWN, lines),
            block(
                BlockKind.HEADLINE,
                Markup('<h1 class="headline" dir="auto">{}</h1>').format(headline),
            ),
            block(BlockKind.BODY, Markup('<p dir="auto">{}</p>').format(withdrawn_on)),
        ),
    )


def _dateline(release: Release, newsroom: Newsroom) -> tuple[str, str]:
    """Return the words of the dateline, and the whole of it."""
    words, text = (
        write(
            release.dateline,
            headline=release.headline,
            language=release.language,
            newsroom=newsroom,
        )
        for write in (dateline_words, dateline_text)
    )
    return words, text


def _body(
    blocks: Sequence[RenderedBlock], words: str, separator: str, media: Mapping[str, MediaFile]
) -> Iterator[RenderedBlock]:
    """Yield the body with its headings in order, its tables framed and the dateline at its head.

    Pictures before the lead stay before it.
    """
    levels = HeadingLevels()
    fitted = [_with_html(one, figure(framed(levels.fit(one.html)), media)) for one in blocks]
    if words:
        at = next((at for at, one in enumerate(fitted) if not _is_figure(one.html)), len(fitted))
        lead = run_in(fitted[at].html, words, separator) if at < len(fitted) else None
        if lead is None:
            alone = Markup('<p dir="auto">{}{}</p>').format(
                dateline_span(words), separator.rstrip()
            )
            yield block(BlockKind.DATELINE, alone)
        else:
            fitted[at] = _with_html(fitted[at], lead)
    yield from fitted


def _is_figure(html: str) -> bool:
    return html.startswith("<figure>")


def _with_html(one: RenderedBlock, html: str) -> RenderedBlock:
    return one if html == one.html else replace(one, html=html, key=key_of(html))


def _title(release: Release, headline: str, lines: Sequence[str]) -> str:
    return " | ".join((*lines[:1], headline or release.slug))


def _beginning(blocks: Sequence[RenderedBlock], texts: Sequence[str]) -> str:
    """Return the lead, cut after a word where it is long."""
    paragraphs = (
        text
        for one, text in zip(blocks, texts, strict=True)
        if text and one.html.startswith("<p") and not is_picture(one.html)
    )
    lead = one_line(next(paragraphs, ""))
    if len(lead) <= _DESCRIPTION_LONGEST:
        return lead
    cut = lead[:_DESCRIPTION_LONGEST]
    return (cut.rpartition(" ")[0] or cut).rstrip(" ,;:–—") + "…"


def _text(html: str) -> str:
    return _remembered_text(html) if len(html) <= _LONGEST_REMEMBERED else plain_text(html)


def _words(text: str) -> int:
    return _remembered_words(text) if len(text) <= _LONGEST_REMEMBERED else word_count(text)


# At a key one block changes; the others are looked up by a string that is the same object as
# before. Not the longest: every key in a paragraph of a megabyte makes another one.
_remembered_text = lru_cache(maxsize=4096)(plain_text)
_remembered_words = lru_cache(maxsize=4096)(word_count)
