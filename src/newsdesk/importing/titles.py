"""Headline, subheadlines and abstract among the lines above the lead."""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field

from newsdesk.domain.fold import fold
from newsdesk.domain.provenance import FindingKind
from newsdesk.importing.dissection import Found
from newsdesk.importing.lines import ParagraphKind, joined, width
from newsdesk.importing.pieces import Piece, Pieces
from newsdesk.importing.told import Told
from newsdesk.importing.wording import words
from newsdesk.rendering.person_names import is_organisation

LONGEST_HEADLINE = 300
_LONGEST_SUBHEADLINE = 300
_MOST_LINES_OF_LETTERHEAD = 4
_MOST_WORDS_OF_OFFICE = 7
_SHORTEST_NAME, _LONGEST_NAME = 6, 60  # characters of who sent a release
_MOST_BELOW = 12  # pieces at the end that may name them again
_MOST_BESIDE = 60  # characters beside the name: "About …", "Original content from: …"
# A line that is a company's whole name.
_COMPANY = re.compile(
    r"(?:(?:株式|有限|合同)会社|(?:一般|公益)(?:社団|財団)法人|特定非営利活動法人|NPO法人|独立行政法人"
    r"|国立大学法人|学校法人).{1,25}|[^。、，]{2,25}(?:株式会社|有限公司|股份公司)"
    r"|(?:[A-ZÀ-Ž&][\w’'.&-]*,? ){1,4}(?:Inc|Ltd|Limited|LLC|GmbH|AG|SE|S\.A|S\.p\.A|SpA|PLC)\.?"
)
_ENDINGS = (".", "。", ":", "：", ";", ",")
_ABBREVIATED = re.compile(r"(?:\b(?:Inc|Corp|Ltd|Co|Jr|Sr|St|Bros)|\b[A-Za-z]\.[A-Za-z])\.$")
# How a letter says what it is about.
_SUBJECT = re.compile(
    r"(?:subject|re|objet|asunto|betreff|betr\.|oggetto|assunto|тема|الموضوع|主题|主題|事由|件名)"
    r"\s?[:：]\s*",
    re.IGNORECASE,
)
_HANGING = words(
    "the of and for in on to with by at from as into that his her its their a an or over de la le",
    "les des du et en à el los las y del da do dos das e der die das und für mit von di per con",
    "и в на по с",
)


@dataclass(slots=True)
class Titles:
    headline: Found[str] | None = None
    subheadlines: list[Found[str]] = field(default_factory=list[Found[str]])
    abstract: Found[str] | None = None


class TitleReader:
    """Tells the headline from letterheads, sections and what stands below it."""

    def __init__(
        self,
        pieces: Pieces,
        *,
        labels: Sequence[int],
        doubted: Collection[int],
        told: Told,
        told_at: int | None,
        has_dateline: bool,
    ) -> None:
        """Take what is known of the lines.

        Args:
            labels: lines that say what kind of text follows.
            doubted: lines that stay in the body, whatever they are.
            told_at: where the headline that was told stands.
        """
        self._pieces = pieces
        self._labels = labels
        self._doubted = set(doubted)
        self._told = told
        self._told_at = told_at
        self._has_dateline = has_dateline
        self._is_page = False
        self._titles = Titles()

    def read(self, titles: list[int]) -> Titles:
        """Claim what the lines `titles` are."""
        titles = [at for at in titles if at not in self._doubted]
        chosen = self._headline_of(titles)
        if chosen is not None:
            self._take_headline(titles, chosen)
            titles = [at for at in titles if self._pieces[at].is_free]
            self._drop_above(titles, chosen)
        for at in titles:
            if self._pieces[at].is_free:
                self._take_subheadline(at)
        return self._titles

    def _headline_of(self, titles: list[int]) -> int | None:
        """What was told; a heading; what is printed twice; the first line that is no list."""
        if self._told.headline:
            self._is_page = True
            return self._told_at if self._told_at in titles else None
        sized = [at for at in titles if 0 < width(self._pieces[at].text) <= LONGEST_HEADLINE]
        headings = [at for at in sized if self._is_title(self._pieces[at])]
        doubled = self._doubled(sized)
        if headings or doubled is not None:
            self._is_page = True
            return headings[0] if headings else doubled
        lines = [at for at in sized if self._pieces[at].paragraph.kind is ParagraphKind.PROSE]
        for at in self._letterhead(lines):
            self._pieces.take(at, FindingKind.FURNITURE, "letterhead")
            lines.remove(at)
        subject = next((at for at in lines if _SUBJECT.match(self._pieces[at].text)), None)
        if subject is not None:
            above = [at for at in lines if at < subject]
            self._pieces.take_run(above, FindingKind.FURNITURE, ("letterhead",))
            return subject
        first = lines[0] if lines else None
        if first is not None and self._reads_like_a_sentence(first):
            self._pieces.doubt(first, FindingKind.HEADLINE, "", "ends_like_a_sentence")
            self._doubted.add(first)
            return None
        return first

    def _letterhead(self, lines: Sequence[int]) -> list[int]:
        """A name, perhaps an address, then "Press release" or a document's symbol."""
        end = lines[-1] if lines else -1
        last = max((label for label in self._labels if label < end), default=-1)
        above = [at for at in lines if at < last]
        if not above and len(lines) > 1 and self._is_issuer(lines[0]):
            return [lines[0]]
        if len(above) <= 1:
            return above
        is_like_one = all(self._is_like_letterhead(self._pieces[at].text) for at in above)
        return above if is_like_one and len(above) <= _MOST_LINES_OF_LETTERHEAD else []

    def _is_issuer(self, at: int) -> bool:
        """A company's whole name, or what a line below the text says again: who sent it."""
        text = self._pieces[at].text
        if _COMPANY.fullmatch(text):
            return True
        if not _SHORTEST_NAME <= len(text) < _LONGEST_NAME:
            return False
        name = fold(text)
        return any(
            name in fold(piece.text)
            for piece in self._pieces.all[at + 1 :][-_MOST_BELOW:]
            if len(piece.text) < len(text) + _MOST_BESIDE and not piece.is_running
        )

    def _is_like_letterhead(self, text: str) -> bool:
        """Capitals, an office, or a number in an address: a headline and what is below has none."""
        is_address = any(map(str.isdigit, text)) and "," in text
        words = text.split()
        is_office = len(words) < _MOST_WORDS_OF_OFFICE and any(map(is_organisation, words))
        return width(text) < 60 and (text.isupper() or is_address or is_office)

    def _doubled(self, titles: list[int]) -> int | None:
        seen: dict[str, int] = {}
        for at in titles:
            first = seen.setdefault(fold(self._pieces[at].text), at)
            if first != at:
                return first
        return None

    def _is_title(self, piece: Piece) -> bool:
        return piece.paragraph.kind is ParagraphKind.HEADING

    def _reads_like_a_sentence(self, at: int) -> bool:
        """Above a dateline, and in capitals, a full stop means nothing."""
        text = self._pieces[at].text
        if not text.endswith(_ENDINGS) or text.endswith("...") or text.isupper():
            return False
        if _ABBREVIATED.search(text):
            return False
        has_dateline = self._has_dateline and not self._pieces[at].is_running
        return not (has_dateline and text.endswith((".", "。")))

    def _take_headline(self, titles: list[int], chosen: int) -> None:
        places = [chosen]
        for following in titles[titles.index(chosen) + 1 :][:3]:
            if not self._is_one_title(places[-1], following):
                break
            places.append(following)
        printed = joined(self._pieces[at].text for at in places)
        subject = _SUBJECT.match(printed)
        headline = self._told.headline or (printed[subject.end() :] if subject else printed)
        findings = self._pieces.take_run(places, FindingKind.HEADLINE)
        self._titles.headline = Found(headline, findings)
        whole, part = fold(headline), fold(self._pieces[chosen].text)
        for at in titles:
            if self._pieces[at].is_free and fold(self._pieces[at].text) in {whole, part}:
                self._pieces.take(at, FindingKind.HEADLINE, "repeated")

    def _is_one_title(self, at: int, following: int) -> bool:
        """Tell whether a headline runs on in the next line: in capitals, or after a small word."""
        first, second = self._pieces[at], self._pieces[following]
        if first.paragraph.block != second.paragraph.block or self._is_title(first):
            return False
        if second.paragraph.kind is not ParagraphKind.PROSE:
            return False
        if first.text.isupper() and second.text.isupper():
            return True
        last = first.text.split()[-1].strip(",").casefold()
        return last in _HANGING or first.text.endswith(("-", ",", "–"))

    def _drop_above(self, titles: list[int], chosen: int) -> None:
        """Above a heading a page prints where one is: sections, site names."""
        if self._is_page:
            self._pieces.take_run((at for at in titles if at < chosen), FindingKind.FURNITURE)

    def _take_subheadline(self, at: int) -> None:
        piece = self._pieces[at]
        if at in self._doubted:
            return  # it might have been the headline: it stays in the body
        if piece.is_running and width(piece.text) > _LONGEST_SUBHEADLINE:
            if self._titles.abstract is None:
                findings = self._pieces.take(at, FindingKind.SUBHEADLINE, "abstract")
                self._titles.abstract = Found(piece.text, findings)
            return
        findings = self._pieces.take(at, FindingKind.SUBHEADLINE)
        self._titles.subheadlines.append(Found(piece.text, findings))
