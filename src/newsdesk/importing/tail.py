"""What stands below the lead: body, boilerplate, contacts, terms, page noise."""

import re
from dataclasses import dataclass, field
from enum import Enum, auto

from newsdesk.domain.boilerplate import BoilerplateKind, ReleaseBoilerplate
from newsdesk.domain.provenance import Confidence, FindingKind
from newsdesk.importing.boilerplate import BoilerplateHeading, read_boilerplate
from newsdesk.importing.boilerplate_wording import SELF_PORTRAIT
from newsdesk.importing.contact_zone import LONGEST_LINE, REACH, ContactZone
from newsdesk.importing.contacts import has_point
from newsdesk.importing.dateline import DatelineReading, read_dateline
from newsdesk.importing.dissection import Found
from newsdesk.importing.draft import ImportTools
from newsdesk.importing.furniture import (
    is_empty_item,
    is_issuer_line,
    is_links_only,
    is_navigation,
    is_noise,
    is_pointer,
    is_short,
)
from newsdesk.importing.lines import ParagraphKind, width
from newsdesk.importing.pieces import Piece, Pieces
from newsdesk.importing.posted import PostedReading, read_posted
from newsdesk.importing.tags import TermsReading, read_terms
from newsdesk.importing.wording import alternatives

_END_WORDS = r"30|ends?|fin|ende|fine|final|конец|انتهى|النهاية|以上|完|終わり|おわり"
_END_MARK = re.compile(
    rf"#\s?#\s?#(?:\s?#)*|#|--|[-–—*#.~<＜(（\s]{{0,8}}(?:{_END_WORDS})[-–—*#.~>＞)）\s]{{0,8}}"
    r"|\*(?:\s?\*){2,12}(?:\s\*)?|x\s?x\s?x",
    re.IGNORECASE,
)
_BARE_WORD = re.compile(r"[^\W\d_]+|30")
_CREDIT = re.compile(r"[(\[]?[A-Z]{2,8}(?:/[A-Z]{2,8})?[)\]]?")  # who sent it, at the very end
_POSTED_BY = re.compile(r"posted (?:by|on|in)\b", re.IGNORECASE)
_SELF_PORTRAIT = re.compile(alternatives(SELF_PORTRAIT), re.IGNORECASE)
_SEVERAL = 2  # running paragraphs: the body goes on behind them
_MANY = 5  # running paragraphs under one heading: a chapter, no boilerplate


class _Place(Enum):
    BODY = auto()
    STANDING = auto()  # under a heading of standing text
    AFTER = auto()  # behind the end mark or the contacts


@dataclass(slots=True)
class Tail:
    """What was read below the lead."""

    boilerplates: list[Found[ReleaseBoilerplate]] = field(
        default_factory=list[Found[ReleaseBoilerplate]]
    )
    terms: list[Found[TermsReading]] = field(default_factory=list[Found[TermsReading]])
    posted: Found[PostedReading] | None = None
    dateline: Found[DatelineReading] | None = None  # place and date as the last line


class TailReader:
    """Goes once from the lead to the end."""

    def __init__(
        self,
        pieces: Pieces,
        lead: int,
        *,
        language: str,
        tools: ImportTools,
        zone: ContactZone,
    ) -> None:
        self._pieces = pieces
        self._lead = lead
        self._language = language
        self._tools = tools
        self._zone = zone
        self._tail = Tail()
        self._place = _Place.BODY
        self._kind = BoilerplateKind.NOTES_TO_EDITORS
        self._standing: list[int] = []
        self._noise_seen = False
        self._body_end = lead
        # Of each piece, once `_look_ahead` has been through:
        self._headings: list[BoilerplateHeading | None] = []
        self._introduces: list[bool] = []
        self._runs: list[int] = []  # running paragraphs from here to the next heading
        self._next_point: list[int] = []  # where the next number or e-mail address stands

    def read(self) -> Tail:
        self._claim_single_lines()
        self._look_ahead()
        at = self._lead + 1
        while at < len(self._pieces):
            at = self._step(at) if self._pieces[at].is_free else self._skip(at)
        self._close_standing()
        self._list_unheaded()
        return self._tail

    # Lines that are never body --------------------------------------------------------------------

    def _claim_single_lines(self) -> None:
        for at, piece in list(self._pieces.free(self._lead + 1)):
            if is_noise(piece.text) or is_issuer_line(piece.text) or is_empty_item(piece.paragraph):
                self._pieces.take(at, FindingKind.FURNITURE)
            elif _POSTED_BY.match(piece.text) and (terms := read_terms(piece.text)):
                findings = self._pieces.take(at, FindingKind.CATEGORIES, "with_page_noise")
                self._tail.terms.append(Found(terms, findings))

    def _skip(self, at: int) -> int:
        if self._pieces[at].kind in {FindingKind.FURNITURE, FindingKind.CATEGORIES}:
            self._noise_seen = True
        return at + 1

    # One piece after the other --------------------------------------------------------------------

    def _step(self, at: int) -> int:
        """Deal with one piece, or a block that begins with it; return the next one."""
        for claim in (self._end_mark, self._announced, self._standing_text, self._unannounced):
            if (end := claim(at)) > at:
                return end
        if not self._claim_meta(at):
            self._rest(at)
        return at + 1

    def _rest(self, at: int) -> None:
        piece = self._pieces[at]
        if piece.is_running:
            self._noise_seen = False  # it stood between, not below
        if self._place is _Place.BODY:
            self._body(at)
        elif self._is_left_over(piece):
            self._pieces.take(at, FindingKind.FURNITURE)
        else:
            self._standing.append(at)

    def _body(self, at: int) -> None:
        piece = self._pieces[at]
        goes_on = self._running_after(at) > 0
        if not goes_on and (self._is_left_over(piece) or _CREDIT.fullmatch(piece.text)):
            self._pieces.take(at, FindingKind.FURNITURE)
        elif not goes_on and is_pointer(piece.text):
            self._close_standing()
            self._kind = BoilerplateKind.NOTES_TO_EDITORS
            self._standing = [at]
            self._place = _Place.AFTER
        else:
            self._body_end = at

    def _end_mark(self, at: int) -> int:
        if not self._is_end_mark(at):
            return at
        self._close_standing()
        self._pieces.take(at, FindingKind.END_MARK)
        self._place = _Place.AFTER
        return at + 1

    def _standing_text(self, at: int) -> int:
        """Open what a heading announces, unless it heads a chapter of the body."""
        heading = self._headings[at]
        if heading is None:
            return at
        is_long = self._place is _Place.BODY and self._running_after(at) > _MANY
        if is_long and not self._is_all_of_it(at, heading):
            self._pieces.doubt(at, FindingKind.BOILERPLATE, "", "long")
            return at
        self._close_standing()
        self._place = _Place.STANDING if self._place is _Place.BODY else self._place
        self._kind = heading.kind
        self._standing = [at]
        return at + 1

    def _is_all_of_it(self, at: int, heading: BoilerplateHeading) -> bool:
        """`About Acme: Acme makes …`, with another heading right below."""
        following = next((piece for _at, piece in self._pieces.free(at + 1, at + 3)), None)
        return (
            not heading.is_alone
            and following is not None
            and following.paragraph.kind is ParagraphKind.HEADING
        )

    def _announced(self, at: int) -> int:
        """Claim a contact block behind its introduction; the body ends with it."""
        if not self._introduces[at]:
            return at
        is_body = self._place is _Place.BODY
        if is_body and self._zone.is_sentence(at) and self._running_after(at) >= _SEVERAL:
            if has_point(self._pieces[at].text):
                self._pieces.doubt(at, FindingKind.CONTACT, "", "body_goes_on")
            return at
        return self._after_contacts(at, self._zone.take(at))

    def _unannounced(self, at: int) -> int:
        """Claim names with numbers below the text that nothing introduces."""
        if self._headings[at] or self._next_point[at] - at > REACH:
            return at
        if not is_short(self._pieces[at].paragraph) or not self._is_past_prose(at):
            return at
        if any(self._introduces[at : self._next_point[at] + 1]):
            return at  # what stands above the introduction is no part of the contact
        return self._after_contacts(at, self._zone.take_unannounced(at))

    def _after_contacts(self, at: int, end: int) -> int:
        if end > at:
            self._close_standing()
            self._kind = BoilerplateKind.NOTES_TO_EDITORS
            self._place = _Place.AFTER
        return end

    def _is_past_prose(self, at: int) -> bool:
        return self._place is _Place.AFTER or self._running_after(at) == 0

    def _claim_meta(self, at: int) -> bool:
        piece = self._pieces[at]
        if self._running_after(at) and self._place is _Place.BODY:
            return False
        if terms := read_terms(piece.text):
            kind = FindingKind.CATEGORIES if terms.categories else FindingKind.TAGS
            self._tail.terms.append(Found(terms, self._pieces.take(at, kind)))
            return True
        if width(piece.text) > 120:
            return False
        reading = read_dateline(piece.text, language=self._language, tools=self._tools, whole=True)
        if reading is not None and reading.confidence is Confidence.HIGH:
            findings = self._pieces.take(at, FindingKind.DATELINE, *reading.flags)
            self._tail.dateline = Found(reading, findings)
            return True
        posted = read_posted(piece.text, self._language)
        if posted is not None and posted.confidence is Confidence.HIGH and posted.is_posting:
            findings = self._pieces.take(at, FindingKind.POSTED)
            self._tail.posted = self._tail.posted or Found(posted, findings)
            return True
        return False

    def _is_end_mark(self, at: int) -> bool:
        piece = self._pieces[at]
        source = _bare(piece)
        if len(source) > 40 or not _END_MARK.fullmatch(source):
            return self._is_last_rule(at)
        word = _BARE_WORD.search(source)
        is_bare = word is not None and word[0] == source
        is_dots = word is None and "##" not in source and "# " not in source
        is_dots = is_dots and "x" not in source.casefold()
        return not ((is_bare or is_dots) and self._running_after(at) >= _SEVERAL)

    def _is_last_rule(self, at: int) -> bool:
        is_rule = self._pieces[at].paragraph.kind is ParagraphKind.RULE
        return is_rule and (self._place is not _Place.BODY or not self._running_after(at))

    def _is_left_over(self, piece: Piece) -> bool:
        """What a page prints below a text: links, entries of menus, short lines after noise."""
        if is_links_only(piece.source) or is_navigation(piece.text):
            return True
        is_item = piece.paragraph.kind is ParagraphKind.ITEM
        return self._noise_seen and (is_short(piece.paragraph) or is_item)

    def _running_after(self, at: int) -> int:
        """Return how many running paragraphs follow before something ends the body."""
        return self._runs[at + 1]

    def _look_ahead(self) -> None:
        """Read once, from the end, what heads a block and how much text stands before it."""
        size = len(self._pieces)
        self._headings = [None] * size
        self._introduces = [False] * size
        self._runs = [0] * (size + 1)
        self._next_point = [size + REACH] * (size + 1)
        for at in range(size - 1, self._lead - 1, -1):
            piece = self._pieces[at]
            self._runs[at] = self._runs[at + 1]
            self._next_point[at] = self._next_point[at + 1]
            if not piece.is_free:
                continue
            self._headings[at] = read_boilerplate(piece.text)
            self._introduces[at] = self._zone.begins(at)
            if len(piece.source) <= LONGEST_LINE and has_point(piece.source):
                self._next_point[at] = at
            is_end = "#" in piece.source and _END_MARK.fullmatch(_bare(piece)[:41])
            if self._headings[at] or self._introduces[at] or is_end:
                self._runs[at] = 0
            elif piece.is_running:
                self._runs[at] += 1

    # Standing text --------------------------------------------------------------------------------

    def _close_standing(self) -> None:
        places, self._standing = self._standing, []
        if not places:
            return
        text = "\n\n".join(self._pieces[at].markdown for at in self._without_label(places))
        kind = (
            FindingKind.NOTES
            if self._kind is BoilerplateKind.NOTES_TO_EDITORS
            else FindingKind.BOILERPLATE
        )
        findings = self._pieces.take_run(places, kind, (self._kind,))
        standing = ReleaseBoilerplate(kind=self._kind, text_md=text)
        self._tail.boilerplates.append(Found(standing, findings))

    def _without_label(self, places: list[int]) -> list[int]:
        """Leave out a line that only says that these are the notes: a release says so itself."""
        heading = self._headings[places[0]]
        is_label = heading is not None and heading.is_alone and len(places) > 1
        is_notes = self._kind is BoilerplateKind.NOTES_TO_EDITORS
        is_marked = self._pieces[places[0]].paragraph.kind is ParagraphKind.HEADING
        return places[1:] if is_label and is_notes and not is_marked else places

    def _list_unheaded(self) -> None:
        """The last paragraph may be standing text without a heading: it stays, and is listed."""
        piece = self._pieces[self._body_end] if self._body_end < len(self._pieces) else None
        if (
            piece is None
            or not piece.is_free
            or self._body_end == self._lead
            or not piece.is_running
        ):
            return
        if _SELF_PORTRAIT.search(piece.text[:600]) and not any(c in piece.text for c in '“«„"'):
            self._pieces.doubt(self._body_end, FindingKind.BOILERPLATE, "", "no_heading")


def _bare(piece: Piece) -> str:
    """Return a piece as it stood, but without the marks of Markdown that are no heading's."""
    is_marked = piece.paragraph.is_markdown and piece.paragraph.kind is ParagraphKind.PROSE
    return (piece.text if is_marked else piece.source).strip()
