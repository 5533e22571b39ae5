"""What stands below the lead."""

import pytest

from newsdesk.domain.boilerplate import BoilerplateKind
from newsdesk.domain.provenance import Confidence, FindingKind
from newsdesk.importing.contact_zone import ContactZone
from newsdesk.importing.draft import ImportTools
from newsdesk.importing.lines import paragraphs, tidied
from newsdesk.importing.pieces import Piece, Pieces
from newsdesk.importing.tail import Tail, TailReader

LEAD = "Ninety crews finished their night course today, the office said in a statement."
BODY = "The course took all winter. It was held on two boats and cost the office very little."
NEVER_BODY = "Some of what is said here may change, and nobody promises that it will not, ever."


class Read:
    """A text whose first paragraph is the lead, taken apart."""

    def __init__(self, text: str, tools: ImportTools, language: str = "en") -> None:
        full = f"{LEAD}\n\n{text}"
        self.pieces = Pieces([Piece(one, one.text) for one in paragraphs(tidied(full))])
        self.zone = ContactZone(self.pieces, tools.gazetteer)
        reader = TailReader(self.pieces, 0, language=language, tools=tools, zone=self.zone)
        self.tail: Tail = reader.read()

    @property
    def body(self) -> list[str]:
        return [piece.text for _at, piece in self.pieces.free(1)]

    @property
    def contacts(self) -> list[str]:
        return [one.value.display_name for one in self.zone.contacts(None)]

    @property
    def standing(self) -> list[tuple[BoilerplateKind, str]]:
        return [(one.value.kind, one.value.text_md) for one in self.tail.boilerplates]

    def of(self, kind: FindingKind) -> list[str]:
        return [one.text for one in self.pieces.findings if one.kind is kind]

    def doubts(self) -> list[FindingKind]:
        findings = self.pieces.findings
        return [one.kind for one in findings if one.confidence is Confidence.LOW]


@pytest.mark.parametrize(
    "heading",
    [
        "About the Office for Safe Harbours", "À propos du Bureau", "Acerca de la Oficina",
        "Über das Hafenamt", "Informazioni su Porti Sicuri", "Sobre a Autoridade",
        "О компании «Порт»", "نبذة عن المكتب", "关于示例公司", "株式会社サンプルについて",
    ],
)  # fmt: skip
def test_what_a_heading_of_standing_text_announces_is_no_body(
    heading: str, tools: ImportTools
) -> None:
    read = Read(f"{BODY}\n\n{heading}\n\n{NEVER_BODY}", tools)
    assert read.body == [BODY]
    assert read.standing == [(BoilerplateKind.ABOUT, f"{heading}\n\n{NEVER_BODY}")]


def test_a_heading_with_its_text_on_the_same_line_is_one_too(tools: ImportTools) -> None:
    text = f"ABOUT ROE STONE & POE, LLP:Roe Stone & Poe, LLP runs quays. {NEVER_BODY}"
    assert Read(f"{BODY}\n\n{text}", tools).standing == [(BoilerplateKind.ABOUT, text)]


def test_each_heading_begins_a_text_of_its_own(tools: ImportTools) -> None:
    text = f"About Alpha\n\n{NEVER_BODY}\n\nNotes to editors\n\n{BODY}\n\nNOTICE\n\n{NEVER_BODY}"
    kinds = [kind for kind, _text in Read(f"{BODY}\n\n{text}", tools).standing]
    about, notes = BoilerplateKind.ABOUT, BoilerplateKind.NOTES_TO_EDITORS
    assert kinds == [about, notes, BoilerplateKind.DISCLAIMER]


@pytest.mark.parametrize("label", ["Notes to editors", "NOTES TO EDITORS:", "Notes aux rédactions"])
def test_a_release_says_itself_that_notes_are_for_editors(label: str, tools: ImportTools) -> None:
    read = Read(f"{BODY}\n\n{label}\n1. {NEVER_BODY}", tools)
    ((kind, text),) = read.standing
    assert kind is BoilerplateKind.NOTES_TO_EDITORS
    assert NEVER_BODY in text
    assert label not in text
    assert any(label in found for found in read.of(FindingKind.NOTES))  # nothing is lost


def test_a_heading_over_many_paragraphs_is_a_chapter(tools: ImportTools) -> None:
    chapter = "\n\n".join(["About the Course", *[BODY] * 8])
    read = Read(f"{BODY}\n\n{chapter}", tools)
    assert read.standing == []
    assert read.doubts() == [FindingKind.BOILERPLATE]


def test_standing_text_without_a_heading_stays_and_is_listed(tools: ImportTools) -> None:
    text = "Alpha is one of the world’s leading makers of quays. More is at www.example.org."
    read = Read(f"{BODY}\n\n{text}\n\n###", tools)
    assert read.body == [BODY, text]
    assert read.doubts() == [FindingKind.BOILERPLATE]


@pytest.mark.parametrize("mark", ["###", "# # #", "-30-", "-ENDS-", "* * *", "* *** *", "ENDS"])
def test_an_end_mark_ends_the_body(mark: str, tools: ImportTools) -> None:
    read = Read(f"{BODY}\n\n{mark}\n\n{NEVER_BODY}", tools)
    assert read.body == [BODY]
    assert read.of(FindingKind.END_MARK) == [mark]
    assert read.standing == [(BoilerplateKind.NOTES_TO_EDITORS, NEVER_BODY)]


def test_stars_between_chapters_end_nothing(tools: ImportTools) -> None:
    read = Read(f"{BODY}\n\n* * *\n\n{BODY}\n\n{BODY}", tools)
    assert len(read.body) == 4


def test_a_contact_block_ends_the_body_and_a_notice_behind_it_is_kept(tools: ImportTools) -> None:
    contact = "Contact: Jane Roe -- +41 22 555 01 00"
    read = Read(f"{BODY}\n\n###\n\n{contact}\n\nNOTICE\n\n{NEVER_BODY}", tools)
    assert read.contacts == ["Jane Roe"]
    assert read.standing == [(BoilerplateKind.DISCLAIMER, f"NOTICE\n\n{NEVER_BODY}")]
    assert read.body == [BODY]


def test_a_number_in_running_text_is_no_press_contact(tools: ImportTools) -> None:
    text = "The station gets $9,000. For more information, call Chief Jane Roe at 301-555-0134."
    read = Read(f"{text}\n\n{BODY}\n\nContact: Bill Poe, 202/555-0122.", tools)
    assert read.body == [text, BODY]
    assert read.contacts == ["Bill Poe"]


def test_a_sentence_that_names_a_contact_amid_the_body_is_listed(tools: ImportTools) -> None:
    text = "To join the course, please contact Jane Roe at +41 22 555 01 00 before the summer ends."
    read = Read(f"{text}\n\n{BODY}\n\n{BODY}", tools)
    assert read.body[0] == text
    assert read.doubts() == [FindingKind.CONTACT]


def test_a_contact_that_nothing_introduces_is_found_below_the_text(tools: ImportTools) -> None:
    read = Read(f"{BODY}\n\n###\n\nJane Roe\nHead of Press\n+41 22 555 01 00", tools)
    assert read.contacts == ["Jane Roe"]


def test_page_noise_is_dropped_wherever_it_stands(tools: ImportTools) -> None:
    noise = "Your browser does not support the video tag."
    read = Read(f"{noise}\n\n{BODY}\n\nShare this article\n\nLog in to comment", tools)
    assert read.body == [BODY]
    assert read.of(FindingKind.FURNITURE)[0] == noise


def test_short_lines_behind_page_noise_are_page_noise(tools: ImportTools) -> None:
    read = Read(f"{BODY}\n\nShort URL: https://example.org/?p=1\n\nJoin our club\n\nMaps", tools)
    assert read.body == [BODY]


def test_a_short_line_amid_the_body_is_a_heading(tools: ImportTools) -> None:
    noise = "Your browser does not support the video tag."
    read = Read(f"{noise}\n\nWhat comes next\n\n{BODY}", tools)
    assert read.body == ["What comes next", BODY]


def test_links_below_the_end_are_page_noise(tools: ImportTools) -> None:
    links = "[Original](https://example.org/1)\n\n![QR](https://example.org/q.png)"
    read = Read(f"{BODY}\n\n---\n\n{links}", tools)
    assert read.body == [BODY]


def test_a_line_that_only_leads_to_an_address_is_a_note(tools: ImportTools) -> None:
    line = "CLICK HERE TO SIGN UP OR GO TO: https://example.org/sign-up"
    read = Read(f"{BODY}\n\n{line}\n\nAbout Alpha\n\n{NEVER_BODY}", tools)
    assert read.body == [BODY]
    assert read.standing[0] == (BoilerplateKind.NOTES_TO_EDITORS, line)


def test_terms_and_posting_below_the_text_are_read(tools: ImportTools) -> None:
    posted = "Posted by on May 3 2026. Filed under Sea, World. You can follow."
    read = Read(f"{BODY}\n\nTags: , boats, harbour,\n\n{posted}", tools)
    assert [term for one in read.tail.terms for term in one.value.tags] == ["boats", "harbour"]
    assert [term for one in read.tail.terms for term in one.value.categories] == ["Sea", "World"]
    assert read.body == [BODY]


def test_place_and_date_below_the_text_are_the_dateline(tools: ImportTools) -> None:
    read = Read(f"{BODY}\n\nHamburg, den 2. Dezember 2026", tools, language="de")
    assert read.tail.dateline is not None
    assert [place.city for place in read.tail.dateline.value.dateline.places] == ["Hamburg"]
