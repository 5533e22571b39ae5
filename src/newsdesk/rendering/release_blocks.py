"""The blocks that stand around a release's body: above it what it is, below it who issues it.

They have no source lines; each is HTML made here, from text that is escaped here.
"""

from collections.abc import Iterator, Sequence
from datetime import datetime

from markupsafe import Markup

from newsdesk.domain.boilerplate import BoilerplateKind
from newsdesk.domain.embargo import Embargo, zone
from newsdesk.domain.fold import fold
from newsdesk.domain.newsroom import Newsroom
from newsdesk.domain.release import Release, Standing
from newsdesk.domain.workflow import PubStatus
from newsdesk.rendering.contact_block import contact_block
from newsdesk.rendering.dates import DateStyle, long_date
from newsdesk.rendering.embargo_line import (
    draft_line,
    embargo_line,
    hold_line,
    release_line,
    withdrawn_line,
)
from newsdesk.rendering.fragment import HeadingLevels, framed, with_note_ids
from newsdesk.rendering.markdown import BlockRenderer, RenderedBody
from newsdesk.rendering.one_line import one_line
from newsdesk.rendering.page import BlockKind, RenderedBlock, key_of
from newsdesk.rendering.release_words import release_words
from newsdesk.rendering.typography import punctuated

_NOTES_ID = "notes-to-editors"


def block(kind: BlockKind, html: str) -> RenderedBlock:
    """Return a release block."""
    return RenderedBlock(key_of(html), None, None, str(html), kind)


def standing_lines(release: Release, newsroom: Newsroom, standing: Standing) -> tuple[str, ...]:
    """Return what a copy says of itself; nothing if it is for everybody.

    An embargoed release that is not published says both, the embargo first.

    Raises:
        ValueError: it is to stand under an embargo and has none.
    """
    language = release.language
    not_yet = hold_line(language) if release.hold else draft_line(language)
    match standing:
        case Standing.CLEAR:
            return ()
        case Standing.WITHDRAWN:
            return (withdrawn_line(language),)
        case Standing.HOLD | Standing.DRAFT:
            return (not_yet,)
        case Standing.EMBARGOED:
            if release.embargo is None:
                raise ValueError("embargoed without an embargo")
            line = embargo_words(release, newsroom)
            return (line, not_yet) if release.pubstatus is PubStatus.WITHHELD else (line,)


def embargo_words(release: Release, newsroom: Newsroom) -> str:
    """Return the line that a copy carries while its embargo runs; "" without one."""
    if release.embargo is None:
        return ""
    city, style = _city(release.embargo, release), DateStyle.of(newsroom)
    return embargo_line(release.embargo, release.language, style, city=city)


def public_since(release: Release) -> datetime | None:
    """Return since when everybody may use a release: not before its embargo ended."""
    published, embargo = release.firstpublished, release.embargo
    if published is None or embargo is None:
        return published
    return max(published, embargo.lifted_at or embargo.until_utc)


def opening(
    release: Release, newsroom: Newsroom, standing: Standing, lines: Sequence[str]
) -> Iterator[RenderedBlock]:
    """Yield what stands above the body; `lines` are the `standing_lines`."""
    yield from banner(standing, lines)
    if items := list(_release_line(release, newsroom, standing)):
        line = Markup(' <span aria-hidden="true">·</span> ').join(items)
        yield block(
            BlockKind.RELEASE_LINE, Markup('<p class="release-line" dir="auto">{}</p>').format(line)
        )
    for kind, tag, text in (
        (BlockKind.HEADLINE, "h1", release.headline),
        (BlockKind.SUBHEADLINE, "p", release.subheadline),
        (BlockKind.BYLINE, "p", release.byline),
    ):
        if line := punctuated(one_line(text or ""), release.language):
            html = Markup('<{0} class="{1}" dir="auto">{2}</{0}>').format(tag, kind.value, line)
            yield block(kind, html)


def banner(standing: Standing, lines: Sequence[str]) -> Iterator[RenderedBlock]:
    if not lines:
        return
    paragraphs = Markup("").join(Markup('<p dir="auto">{}</p>').format(line) for line in lines)
    kind = BlockKind.EMBARGO_LINE if standing is Standing.EMBARGOED else BlockKind.BANNER
    html = Markup('<div class="banner banner-{}">{}</div>').format(standing.value, paragraphs)
    yield block(kind, html)


def closing(
    release: Release, newsroom: Newsroom, renderer: BlockRenderer
) -> Iterator[RenderedBlock]:
    """Yield what stands below the body."""
    yield from _notes(release, newsroom, renderer)
    others = [one for one in release.boilerplates if one.kind is not _NOTES]
    for number, one in enumerate(others, start=1):
        body = renderer.render_body(one.text_md)
        if inner := _standing_text(body, f"about-{number}", HeadingLevels()):
            html = Markup('<aside class="boilerplate {}">{}</aside>').format(one.kind.value, inner)
            yield block(BlockKind.BOILERPLATE, html)
    place_notes = dict.fromkeys(one_line(place.un_note or "") for place in release.dateline.places)
    for note in filter(None, place_notes):
        html = Markup('<p class="place-note" dir="auto">{}</p>').format(note)
        yield block(BlockKind.BOILERPLATE, html)
    if mark := one_line(newsroom.end_mark):
        yield block(BlockKind.END_MARK, Markup('<p class="end-mark">{}</p>').format(mark))
    contacts = contact_block(release.contacts, language=release.language, newsroom=newsroom)
    if contacts:
        yield block(BlockKind.CONTACTS, contacts.html)


def day(instant: datetime, newsroom: Newsroom, language: str) -> Markup:
    """Return the day of an instant at the desk, as a `<time>` element."""
    local = at_the_desk(instant, newsroom)
    words = long_date(local.date(), language, DateStyle.of(newsroom))
    iso = local.isoformat(timespec="minutes")
    return Markup('<time datetime="{}">{}</time>').format(iso, words)


def at_the_desk(instant: datetime, newsroom: Newsroom) -> datetime:
    """Return an instant on the newsroom's own clock."""
    return instant.astimezone(zone(newsroom.tz))


_NOTES = BoilerplateKind.NOTES_TO_EDITORS


def _city(embargo: Embargo, release: Release) -> str | None:
    """Return the embargo's city in the language of the release, if the dateline names it too."""
    label = fold(embargo.city_label)
    for place in release.dateline.places:
        if place.city and fold(place.city) == label:
            return place.name(release.language)
    return None


def _release_line(release: Release, newsroom: Newsroom, standing: Standing) -> Iterator[Markup]:
    is_clear = standing is Standing.CLEAR
    if is_clear and newsroom.has_immediate_release_line:
        yield Markup("<strong>{}</strong>").format(release_line(release.language))
    if symbol := one_line(release.symbol or ""):
        yield Markup('<bdi class="symbol">{}</bdi>').format(symbol)
    if is_clear and (published := public_since(release)):
        yield day(published, newsroom, release.language)


def _notes(
    release: Release, newsroom: Newsroom, renderer: BlockRenderer
) -> Iterator[RenderedBlock]:
    """Yield all the notes to editors as one section, under a heading of ours or their own."""
    texts = (one.text_md for one in release.boilerplates if one.kind is _NOTES)
    bodies = [body for body in map(renderer.render_body, texts) if body.blocks]
    own_heading = bool(bodies) and bodies[0].blocks[0].html.startswith("<h")
    levels = HeadingLevels(first=2 if own_heading else 3)
    inner = Markup("\n").join(
        _standing_text(body, f"notes-{number}", levels)
        for number, body in enumerate(bodies, start=1)
    )
    if not inner:
        return
    if own_heading:
        html = Markup('<section class="notes">{}</section>').format(inner)
    else:
        words = release_words(release.language, newsroom)
        html = Markup(
            '<section class="notes" aria-labelledby="{0}"><h2 id="{0}">{1}</h2>\n{2}</section>'
        ).format(_NOTES_ID, words.notes, inner)
    yield block(BlockKind.NOTES, html)


def _standing_text(body: RenderedBody, prefix: str, levels: HeadingLevels) -> Markup:
    """Return a standing text as safe HTML; its notes' ids differ from those of the release."""
    html = "\n".join(framed(levels.fit(one.html)) for one in body.blocks)
    return Markup(with_note_ids(html, prefix))  # noqa: S704 - the sanitiser's output
