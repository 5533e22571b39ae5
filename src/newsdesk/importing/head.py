"""What stands above the lead: menus, headline, subheadlines, dates, embargo, labels."""

import re
from dataclasses import dataclass, field

from newsdesk.domain.embargo import Embargo
from newsdesk.domain.fold import fold
from newsdesk.domain.provenance import Confidence, FindingKind
from newsdesk.importing.contact_zone import ContactZone
from newsdesk.importing.contacts import has_point, introduces_contact
from newsdesk.importing.dateline import DatelineReading, read_dateline
from newsdesk.importing.dates import find_date
from newsdesk.importing.dissection import Found
from newsdesk.importing.draft import ImportTools
from newsdesk.importing.embargo import mentions_embargo, read_embargo
from newsdesk.importing.furniture import (
    immediate_label_end,
    is_empty_item,
    is_links_only,
    is_navigation,
    is_noise,
    is_release_label,
    is_short,
    profile_of,
    repeats,
)
from newsdesk.importing.lines import ParagraphKind, width
from newsdesk.importing.pieces import Piece, Pieces
from newsdesk.importing.posted import PostedReading, read_byline, read_posted, read_posted_by
from newsdesk.importing.tags import TermsReading, read_terms
from newsdesk.importing.titles import LONGEST_HEADLINE, TitleReader
from newsdesk.importing.told import NOTHING_TOLD, Told

_MOST_ABOVE = 60  # paragraphs that may stand above a lead
_SHORTEST_TITLE = 20  # characters of a headline behind a dateline
_GAP = 6  # paragraphs between two signs of one menu
_SYMBOL = re.compile(r"[A-Z]{2,8}(?:/[A-Z0-9.-]{1,12}){1,5}(?:/Rev\.\d{1,2})?")
_HOLD = re.compile(r"\W{0,4}hold for release.{0,60}", re.IGNORECASE)
# A page's line above the name of who sent a release, and how a letter begins.
_PROVIDED = re.compile(
    r"(?:news provided by|nouvelles? fournies? par|noticias? proporcionadas? por"
    r"|nachrichten bereitgestellt von|notizie fornite da|notícias fornecidas por|新闻提供者)"
    r"\s?[:：]?",
    re.IGNORECASE,
)
_SALUTATION = re.compile(
    r"(?:dear\b|to whom it may concern|mesdames\b|madame\b|messieurs\b|chers\b|chères\b"
    r"|sehr geehrte|liebe\b|estimad[oa]s?\b|muy señor|señoras y señores|gentil[ie]\b|egregi"
    r"|prezad[oa]s?\b|car[oa]s\b|exm[oa]s?\b|уважаемые|уважаемая|уважаемый|дорогие|السادة"
    r"|السيدات والسادة|تحية طيبة)"
    r"[^.?。？]{0,70}[,:،!！：，]|(?:尊敬的|各位|敬启者)[^。]{0,20}[：:，,！]|拝啓.{0,20}",
    re.IGNORECASE,
)


@dataclass(slots=True)
class Head:
    """What was read above the lead, and where the lead is."""

    lead: int = 0  # the first piece of the body
    dateline: Found[DatelineReading] | None = None
    headline: Found[str] | None = None
    subheadlines: list[Found[str]] = field(default_factory=list[Found[str]])
    abstract: Found[str] | None = None
    byline: Found[str] | None = None
    posted: Found[PostedReading] | None = None
    issued: Found[PostedReading] | None = None  # a date of its own line: that of the release
    embargo: Found[Embargo] | None = None
    terms: list[Found[TermsReading]] = field(default_factory=list[Found[TermsReading]])
    fields: dict[str, Found[str]] = field(default_factory=dict[str, Found[str]])


class HeadReader:
    """Goes once from the top to the lead."""

    def __init__(
        self,
        pieces: Pieces,
        *,
        language: str,
        tools: ImportTools,
        zone: ContactZone,
        told: Told = NOTHING_TOLD,
    ) -> None:
        self._pieces = pieces
        self._language = language
        self._tools = tools
        self._zone = zone
        self._told = told
        self._told_at: int | None = None  # where the headline that was told stands
        self._head = Head()
        self._signs: list[int] = []  # lines of a menu
        self._doubted: set[int] = set()  # lines that stay in the body, and are no headline
        self._labels: list[int] = []  # lines that say what kind of text follows

    def read(self) -> Head:
        told_at = self._place_of_told()
        start = self._menu_end() + 1
        if told_at is not None:
            start = min(start, told_at)  # no menu goes on below the headline
        self._split_labels(start)
        self._told_at = self._place_of_told()
        self._claim_lines(start)
        self._head.lead = self._find_lead(start)
        self._claim_labels(start)
        self._split_titles(start)
        if start and not any(self._pieces.free(start, self._head.lead)):
            self._read_inside_menu(start)
        self._pieces.take_run(
            (at for at, _piece in self._pieces.free(0, start)), FindingKind.FURNITURE
        )
        self._read_titles(start)
        return self._head

    def _place_of_told(self) -> int | None:
        places = (
            at
            for at, piece in enumerate(self._pieces.all[: _MOST_ABOVE * 2])
            if self._told.is_headline(piece.text)
        )
        return next(places, None)

    # The menu -------------------------------------------------------------------------------------

    def _menu_end(self) -> int:
        """Return the last line of the menu above the headline, -1 if there is none."""
        strong = 0
        signs: list[int] = []
        for at, piece in enumerate(self._pieces.all[: _MOST_ABOVE * 2]):
            paragraph = piece.paragraph
            is_strong = (
                is_empty_item(paragraph) or is_noise(piece.text) or is_navigation(piece.text)
            )
            is_strong = is_strong or (at > 0 and repeats(paragraph, self._pieces[at - 1].paragraph))
            if not is_strong and not (paragraph.kind is ParagraphKind.ITEM and is_short(paragraph)):
                if piece.is_running:
                    break
                continue
            if at - (signs[-1] if signs else -1) > _GAP:
                break
            signs.append(at)
            strong += is_strong
        while signs and self._is_doubled_headline(signs[-1]):
            signs.pop()  # the headline itself, printed twice, is no menu
        if strong < 2 or len(signs) < 3:
            return -1
        self._signs = signs
        return signs[-1]

    def _is_doubled_headline(self, at: int) -> bool:
        text, before = self._pieces[at].text, self._pieces[at - 1].text
        return fold(text) == fold(before) and width(text) > 40

    def _read_inside_menu(self, stop: int) -> None:
        """A page may print more of its menu between headline and text."""
        inside = [at for at, _piece in self._pieces.free(0, stop) if at not in self._signs]
        for at in inside:
            posted = read_posted(self._pieces[at].text, self._language)
            if posted is not None and not self._is_title(self._pieces[at]):
                self._take_posted(at, posted)
        titles = [at for at in inside if self._pieces[at].is_free and self._may_be_headline(at)]
        if titles:
            title = self._pieces[titles[-1]].text
            self._head.headline = Found(title, self._pieces.take(titles[-1], FindingKind.HEADLINE))

    def _may_be_headline(self, at: int) -> bool:
        piece = self._pieces[at]
        text = piece.text
        is_sized = 24 <= width(text) <= LONGEST_HEADLINE
        return is_sized and not piece.paragraph.ends_sentence and not any(c in text for c in ">»›|")

    def _split_labels(self, start: int) -> None:
        """`FOR IMMEDIATE RELEASE Contact: Jane Roe` says two things."""
        for at, piece in list(self._pieces.free(start, start + 10)):
            end = 0 if piece.paragraph.is_mended else immediate_label_end(piece.text)
            if end:
                self._pieces.split(at, end)
                self._pieces.take(at, FindingKind.FURNITURE)
                break
        self._split_dates(start)

    def _split_dates(self, start: int) -> None:
        """`May 5, 2025          John Doe (212) 555-0134`: columns that were run together."""
        for at, piece in list(self._pieces.free(start, start + 6)):
            day = None if piece.paragraph.is_mended else find_date(piece.text[:60], self._language)
            is_first = day is not None and day.start == 0 and day.year is not None
            rest = piece.text[day.end :].lstrip(" |,–-") if day else ""
            if day is not None and is_first and (has_point(rest) or introduces_contact(rest)):
                self._pieces.split(at, day.end)
                if posted := read_posted(self._pieces[at].text, self._language):
                    self._take_posted(at, posted)
                return

    # Lines that say one thing ---------------------------------------------------------------------

    def _claim_lines(self, start: int) -> None:
        for at, piece in list(
            self._pieces.free(start, min(len(self._pieces), start + _MOST_ABOVE))
        ):
            if not piece.is_free:
                continue
            if self._take_posted_by(at):
                continue
            if self._is_lead(at):
                return
            if mentions_embargo(piece.text):
                self._take_embargo(at)
            elif self._zone.begins(at):
                self._zone.take(at, in_head=True)
            elif is_noise(piece.text) or is_links_only(piece.source):
                self._take_noise(at)
            elif posted := read_posted(piece.text, self._language):
                self._take_posted(at, posted)
            elif terms := read_terms(piece.text):
                self._take_terms(at, terms)
            elif not self._is_title(piece) and self._take_place_line(at):
                continue
            elif byline := read_byline(piece.text):
                self._head.byline = Found(byline, self._pieces.take(at, FindingKind.BYLINE))

    def _take_noise(self, at: int) -> None:
        self._pieces.take(at, FindingKind.FURNITURE)
        if not _PROVIDED.fullmatch(self._pieces[at].text):
            return
        for following, piece in self._pieces.free(at + 1, at + 2):
            if is_short(piece.paragraph):
                self._pieces.take(following, FindingKind.FURNITURE, "issuer")

    def _is_lead(self, at: int) -> bool:
        piece = self._pieces[at]
        if self._told_at is not None and at <= self._told_at:
            return False
        return piece.is_running and not mentions_embargo(piece.text) and not is_noise(piece.text)

    def _is_title(self, piece: Piece) -> bool:
        return piece.paragraph.kind is ParagraphKind.HEADING

    def _take_embargo(self, at: int) -> None:
        piece = self._pieces[at]
        reading = read_embargo(piece.text, language=self._language, gazetteer=self._tools.gazetteer)
        if reading is None:
            return
        self._labels.append(at)
        if reading.embargo is not None and self._head.embargo is None:
            findings = self._pieces.take(at, FindingKind.EMBARGO, *reading.flags)
            self._head.embargo = Found(reading.embargo, findings)
        else:
            self._pieces.doubt(at, FindingKind.EMBARGO, "", *reading.flags)
            self._doubted.add(at)

    def _take_posted(self, at: int, posted: PostedReading) -> None:
        if posted.confidence is Confidence.LOW:
            self._pieces.doubt(at, FindingKind.POSTED, "", "day_or_month")
            return
        flags = () if posted.is_posting else ("date_of_release",)
        found = Found(posted, self._pieces.take(at, FindingKind.POSTED, *flags))
        if posted.byline:
            self._head.byline = Found(posted.byline, found.findings)
        if posted.is_posting:
            self._head.posted = self._head.posted or found
        else:
            self._head.issued = self._head.issued or found

    def _take_posted_by(self, at: int) -> bool:
        """`Posted by Newsroom on 17 May 2012. Filed under Nation. You can follow …`"""
        text = self._pieces[at].text
        posted, terms = read_posted_by(text, self._language), read_terms(text)
        if posted is None or terms is None or posted.confidence is Confidence.LOW:
            return False
        findings = self._pieces.take(at, FindingKind.CATEGORIES, "with_page_noise")
        self._head.posted = self._head.posted or Found(posted, findings)
        self._head.terms.append(Found(terms, findings))
        return True

    def _take_terms(self, at: int, terms: TermsReading) -> None:
        kind = FindingKind.CATEGORIES if terms.categories else FindingKind.TAGS
        self._head.terms.append(Found(terms, self._pieces.take(at, kind)))

    def _take_place_line(self, at: int) -> bool:
        """`Berlin, 3 May 2026` on a line of its own."""
        piece = self._pieces[at]
        if width(piece.text) > 120:
            return False
        reading = read_dateline(piece.text, language=self._language, tools=self._tools, whole=True)
        if reading is None or reading.confidence is not Confidence.HIGH:
            return False
        found = Found(reading, self._pieces.take(at, FindingKind.DATELINE, *reading.flags))
        self._head.dateline = self._head.dateline or found
        return True

    # The lead -------------------------------------------------------------------------------------

    def _find_lead(self, start: int) -> int:
        """Return the first paragraph with a dateline, else the first running one."""
        if self._told_at is not None:
            start = max(start, self._told_at + 1)
        running: list[int] = []
        doubtful: list[tuple[int, DatelineReading]] = []
        for at, piece in self._pieces.free(start, min(len(self._pieces), start + _MOST_ABOVE)):
            if self._is_title(piece) or piece.paragraph.kind is ParagraphKind.RULE:
                continue
            if _SALUTATION.fullmatch(piece.text):
                return at
            reading = read_dateline(piece.text, language=self._language, tools=self._tools)
            is_running = piece.is_running
            if reading and (is_running or width(piece.text[reading.end :]) >= 60):
                if reading.confidence is Confidence.HIGH:
                    self._apply(at, reading)
                    return at
                doubtful.append((at, reading))
            if is_running:
                running.append(at)
            if len(running) > 2:
                break
        lead = running[0] if running else self._first_below_title(start)
        for at, reading in doubtful:
            if at == lead:
                self._pieces.doubt(at, FindingKind.DATELINE, reading.text, *reading.flags)
        return lead

    def _first_below_title(self, start: int) -> int:
        """Without any running text the second paragraph begins the body."""
        free = [at for at, _piece in self._pieces.free(start)]
        if self._told.headline and free:
            return free[0]
        if len(free) > 1:
            return free[1]
        is_title = bool(free) and self._is_title(self._pieces[free[0]])
        return free[0] if free and not is_title else len(self._pieces)

    def _apply(self, at: int, reading: DatelineReading) -> None:
        findings = self._pieces.cut_opening(at, reading.end, reading.text, reading.flags)
        self._head.dateline = Found(reading, findings)

    # Titles ---------------------------------------------------------------------------------------

    def _claim_labels(self, start: int) -> None:
        for at, piece in list(self._pieces.free(start, self._head.lead)):
            text = piece.text
            is_label = is_release_label(text) or profile_of(text) or _SYMBOL.fullmatch(text)
            if is_label:
                self._labels.append(at)
            if (
                is_release_label(text)
                or piece.paragraph.kind is ParagraphKind.RULE
                or is_empty_item(piece.paragraph)
            ):
                self._pieces.take(at, FindingKind.FURNITURE)
            elif profile := profile_of(text):
                self._take_field(at, "profile", profile)
            elif _HOLD.fullmatch(text):
                self._take_field(at, "hold", "true")
            elif _SYMBOL.fullmatch(text):
                self._take_field(at, "symbol", text)
            elif is_navigation(text):
                self._pieces.take(at, FindingKind.FURNITURE)

    def _split_titles(self, start: int) -> None:
        """`Nantes, Tours – Booksellers take to the water`: a dateline before the headline."""
        for at, piece in list(self._pieces.free(start, self._head.lead)):
            if self._head.dateline is not None or piece.paragraph.is_mended:
                return
            reading = read_dateline(piece.text, language=self._language, tools=self._tools)
            if reading is None or reading.confidence is not Confidence.HIGH:
                continue
            is_of_cities = all(place.city for place in reading.dateline.places)
            if is_of_cities and width(piece.text[reading.end :]) >= _SHORTEST_TITLE:
                self._pieces.split(at, reading.end)
                findings = self._pieces.take(at, FindingKind.DATELINE, *reading.flags)
                self._head.dateline = Found(reading, findings)
                self._head.lead += 1
                return

    def _take_field(self, at: int, name: str, value: str) -> None:
        findings = self._pieces.take(at, FindingKind.FIELD, name)
        self._head.fields[name] = Found(value, findings)

    def _read_titles(self, start: int) -> None:
        reader = TitleReader(
            self._pieces,
            labels=self._labels,
            doubted=self._doubted,
            told=self._told,
            told_at=self._place_of_told(),  # a line above it may have been parted since
            has_dateline=self._head.dateline is not None,
        )
        titles = reader.read([at for at, _piece in self._pieces.free(start, self._head.lead)])
        self._head.headline = titles.headline or self._head.headline
        self._head.subheadlines = titles.subheadlines
        self._head.abstract = titles.abstract
        self._drop_repeated_lead()

    def _drop_repeated_lead(self) -> None:
        """The headline once more as the first line of the body."""
        headline = self._head.headline.value if self._head.headline else self._told.headline
        for at, piece in self._pieces.free(self._head.lead, self._head.lead + 1):
            if headline and fold(piece.text[:400]) == fold(headline):
                self._pieces.take(at, FindingKind.HEADLINE, "repeated")
