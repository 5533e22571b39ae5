"""Which paragraphs make up a contact block, and the contacts in it."""

import re
from collections.abc import Iterator, Sequence

from newsdesk.domain.contact import PointKind, ReleaseContact
from newsdesk.domain.fold import fold
from newsdesk.domain.gazetteer import Gazetteer
from newsdesk.domain.provenance import Confidence, Finding, FindingKind
from newsdesk.importing.boilerplate import read_boilerplate
from newsdesk.importing.contact_wording import BARE_HEADING
from newsdesk.importing.contacts import (
    ContactReader,
    ContactReading,
    has_point,
    introduces_contact,
    is_only_intro,
    names_at_once,
    names_company,
)
from newsdesk.importing.dissection import Found
from newsdesk.importing.furniture import is_issuer_line, is_noise
from newsdesk.importing.lines import Line, ParagraphKind, width
from newsdesk.importing.pieces import Piece, Pieces
from newsdesk.importing.tags import read_terms

_LONGEST_INTRO = 700
LONGEST_LINE = 220
_LONGEST_SENTENCE = 60
REACH = 5  # paragraphs without a number or address that may stand between two with one
_MOST_LINES = 300
_OWN = frozenset({None, FindingKind.CONTACT})
_GROUP = re.compile(r"(?:in|à|en|em|в) [^\W\d_][^:：\d@]{2,50}[:：]$", re.IGNORECASE)


class ContactZone:
    """Finds contact blocks among the pieces and, once all are known, reads the contacts."""

    def __init__(self, pieces: Pieces, gazetteer: Gazetteer) -> None:
        self._pieces = pieces
        self._reader = ContactReader(gazetteer)
        self._blocks: list[tuple[Piece, int]] = []  # the first piece, and how many there are
        self._refused = 0  # the end of the last block that was none

    def begins(self, at: int) -> bool:
        """Tell whether a paragraph opens with the words that introduce a contact."""
        text = self._pieces[at].text
        if width(text) > _LONGEST_INTRO:
            return False
        if introduces_contact(text) or _GROUP.match(text) is not None:
            return True
        is_title = self._pieces[at].paragraph.kind is ParagraphKind.HEADING
        if is_title and BARE_HEADING.fullmatch(text):
            return True
        return self._opens_form(at)

    def _opens_form(self, at: int) -> bool:
        """Tell whether `Company: Acme` stands right above `Contact person: …`."""
        if not names_company(self._pieces[at].text) or at + 1 == len(self._pieces):
            return False
        following = self._pieces[at + 1]
        return following.is_free and names_at_once(following.text)

    def is_sentence(self, at: int) -> bool:
        """Tell `For more information, contact Jane Roe at …` from `Contact:`."""
        piece = self._pieces[at]
        return piece.is_running and not is_only_intro(piece.text)

    def take(self, at: int, *, in_head: bool = False) -> int:
        """Claim the block that begins at `at`; return where it ends, `at` if it is none."""
        return self._claim(at, self._stop(at, in_head=in_head), is_announced=True)

    def take_unannounced(self, at: int) -> int:
        """Claim a block of short lines with a number or address that nothing introduces."""
        if at < self._refused:
            return at
        stop = self._stop(at, in_head=False)
        end = self._claim(at, stop, is_announced=False)
        if end == at:
            self._refused = stop  # nobody is named in it, wherever it is begun
        return end

    def contacts(self, country_code: str | None) -> tuple[Found[ReleaseContact], ...]:
        """Return the contacts of all blocks and note where each stood.

        Contacts that share all their lines share a finding.

        Args:
            country_code: where the release is from.
        """
        found: list[Found[ReleaseContact]] = []
        for at, stop in self._placed():
            readings = self._read(at, stop, country_code)
            findings = self._findings(at, stop, readings)
            self._pieces.findings.extend(dict.fromkeys(findings))
            self._share_lines(at, stop, findings)
            found.extend(
                Found(reading.contact, (finding,))
                for reading, finding in zip(readings, findings, strict=True)
                if not any(_is_again(reading.contact, one.value) for one in found)
            )
        return tuple(found)

    def _placed(self) -> Iterator[tuple[int, int]]:
        """Yield where the blocks stand: what was parted above one has moved it."""
        places = {id(piece): at for at, piece in enumerate(self._pieces.all)}
        for first, count in self._blocks:
            at = places[id(first)]
            yield at, at + count

    def _claim(self, at: int, stop: int, *, is_announced: bool) -> int:
        readings = self._read(at, stop)
        is_reachable = any(has_point(self._pieces[place].source) for place in range(at, stop))
        is_named = any(reading.contact.display_name for reading in readings)
        is_office = any(reading.contact.office for reading in readings)
        at_once = is_named and is_announced and names_at_once(self._pieces[at].text)
        is_sure = is_reachable and (is_named or is_office or is_announced)
        if not readings or not (is_sure or at_once):
            if has_point(self._pieces[at].text) and is_announced:
                self._pieces.doubt(at, FindingKind.CONTACT)
            return at
        last_line = max(reading.last_line for reading in readings)
        while self._pieces[stop - 1].paragraph.first_line > last_line:
            stop -= 1
        for place in range(at, stop):
            if self._pieces[place].is_free:
                self._pieces[place].kind = FindingKind.CONTACT
        self._blocks.append((self._pieces[at], stop - at))
        return stop

    def _findings(self, at: int, stop: int, readings: list[ContactReading]) -> list[Finding]:
        """One a contact; together they cover the block."""
        lines = self._lines(at, stop)
        starts = [lines[0].number, *(reading.first_line for reading in readings[1:])]
        ends = [*(start - 1 for start in starts[1:]), lines[-1].number]
        return [
            Finding(
                kind=FindingKind.CONTACT,
                confidence=reading.confidence,
                text="\n".join(x.text for x in lines if start <= x.number <= max(start, end)),
                first_line=start,
                last_line=max(start, end),
                flags=reading.flags,
            )
            for reading, start, end in zip(readings, starts, ends, strict=True)
        ]

    def _share_lines(self, at: int, stop: int, findings: Sequence[Finding]) -> None:
        """Tell the pieces of a block which of its contacts each line belongs to."""
        last = (findings[-1],)
        for place in range(at, stop):
            piece = self._pieces[place]
            if piece.kind is not FindingKind.CONTACT:
                continue
            piece.line_findings = tuple(
                tuple(
                    dict.fromkeys(
                        one for one in findings if one.first_line <= line.number <= one.last_line
                    )
                )
                or last
                for line in piece.paragraph.lines
            )

    def _read(self, at: int, stop: int, country_code: str | None = None) -> list[ContactReading]:
        readings = self._reader.read(self._lines(at, stop), country_code)
        return [reading for reading in readings if reading.confidence is Confidence.HIGH]

    def _lines(self, at: int, stop: int) -> list[Line]:
        places = (place for place in range(at, stop) if self._pieces[place].kind in _OWN)
        paragraphs = (self._pieces[place].paragraph for place in places)
        return [line for one in paragraphs for line in one.read_lines][:_MOST_LINES]

    def _stop(self, at: int, *, in_head: bool) -> int:
        """Return the end of the block: behind its last line with a number or address."""
        end = last = at + 1
        while (
            end < len(self._pieces) and end - last < REACH and self._belongs(end, in_head=in_head)
        ):
            end += 1
            if has_point(self._pieces[end - 1].source):
                last = end
        return last

    def _belongs(self, at: int, *, in_head: bool) -> bool:
        piece = self._pieces[at]
        is_date = in_head and piece.kind is FindingKind.POSTED  # in the column beside
        if is_date or not piece.is_free or piece.paragraph.kind is ParagraphKind.RULE:
            return is_date
        points = has_point(piece.source)
        is_intro = introduces_contact(piece.text)
        if piece.paragraph.kind is ParagraphKind.HEADING and not is_intro:
            return False
        if in_head and not points:
            return self._is_above_point(at)
        if is_issuer_line(piece.text) or is_noise(piece.text) or read_terms(piece.text):
            return False
        if read_boilerplate(piece.text) and not is_intro:
            return False
        size = width(piece.text)
        is_sentence = piece.paragraph.ends_sentence and size > _LONGEST_SENTENCE
        return size <= LONGEST_LINE and (points or is_intro or not is_sentence)

    def _is_above_point(self, at: int) -> bool:
        """Tell a name above its number from the headline."""
        following = self._pieces[at + 1] if at + 1 < len(self._pieces) else None
        is_reachable = following is not None and has_point(following.source)
        return is_reachable and width(self._pieces[at].text) < _LONGEST_SENTENCE


def _is_again(contact: ReleaseContact, before: ReleaseContact) -> bool:
    """Tell whether somebody stands in a block above, with the same addresses: a page's sidebar."""
    emails = {point.value.casefold() for point in contact.points if point.kind is PointKind.EMAIL}
    known = {point.value.casefold() for point in before.points if point.kind is PointKind.EMAIL}
    is_same = fold(contact.display_name) == fold(before.display_name)
    return bool(contact.display_name) and is_same and bool(emails) and emails <= known
