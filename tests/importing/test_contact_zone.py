import pytest

from newsdesk.domain.contact import ReleaseContact
from newsdesk.domain.gazetteer import Gazetteer
from newsdesk.domain.provenance import Confidence, FindingKind
from newsdesk.importing.contact_zone import ContactZone
from newsdesk.importing.draft import ImportTools
from newsdesk.importing.lines import paragraphs
from newsdesk.importing.pieces import Piece, Pieces
from newsdesk.importing.surgeon import dissect

SENTENCE = "The crews have trained all winter and they will be back in spring, the office said."


class Read:
    """What a zone makes of a text whose first paragraph may begin a contact block."""

    def __init__(self, text: str, gazetteer: Gazetteer, country_code: str | None = None) -> None:
        self.pieces = Pieces([Piece(one, one.text) for one in paragraphs(text)])
        self.zone = ContactZone(self.pieces, gazetteer)
        self._country_code = country_code

    def contacts(self) -> tuple[ReleaseContact, ...]:
        return tuple(one.value for one in self.zone.contacts(self._country_code))

    @property
    def left(self) -> list[str]:
        return [piece.text for _at, piece in self.pieces.free(0)]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Media contact:\nDana Whitlock\nTel: +41 22 555 01 00", "Dana Whitlock"),
        ("Contact presse :\nJeanne Corbin\nTél. : +41 22 555 01 00", "Jeanne Corbin"),
        ("Contacto de prensa:\nJuana Belmonte\nTel.: +41 22 555 01 00", "Juana Belmonte"),
        ("Pressekontakt:\nJana Rohwedder\nTelefon: +41 22 555 01 00", "Jana Rohwedder"),
        ("Ufficio stampa:\nAnna Colonnese\nTel. +41 22 555 01 00", "Anna Colonnese"),
        ("Contato para a imprensa:\nJoana Siqueira\nTel.: +41 22 555 01 00", "Joana Siqueira"),
        ("Контакты для СМИ:\nАнна Лаврухина\nтел.: +41 22 555 01 00", "Анна Лаврухина"),
        ("للاتصال:\nليلى منصور\nهاتف: +41 22 555 01 00", "ليلى منصور"),
        ("媒体联系人：\n王小明\n电话：+41 22 555 01 00", "王小明"),
        ("お問い合わせ先：\n山田花子\n電話：+41 22 555 01 00", "山田花子"),
    ],
)
def test_a_block_is_introduced_and_taken_in_every_language(
    text: str, name: str, gazetteer: Gazetteer
) -> None:
    read = Read(text, gazetteer)
    assert read.zone.begins(0)
    assert not read.zone.is_sentence(0)
    assert read.zone.take(0) == len(read.pieces) == 3
    (contact,) = read.contacts()
    assert contact.display_name == name
    assert [point.value for point in contact.points] == ["+41225550100"]


def test_a_sentence_may_hold_the_whole_contact(gazetteer: Gazetteer) -> None:
    text = "For more information, contact Dana Whitlock at +41 22 555 01 00 or dana@example.org."
    read = Read(text, gazetteer)
    assert read.zone.begins(0)
    assert read.zone.is_sentence(0)
    assert read.zone.take(0) == 1
    (contact,) = read.contacts()
    assert contact.display_name == "Dana Whitlock"
    assert [point.value for point in contact.points] == ["+41225550100", "dana@example.org"]


def test_each_contact_of_a_block_is_a_finding_and_together_they_cover_it(
    gazetteer: Gazetteer,
) -> None:
    first = "Contacts:\nDana Whitlock\n+41 22 555 01 00\ndana@example.org"
    second = "Jonas Perret\n+41 22 555 01 02\njonas@example.org"
    read = Read(f"{first}\n{second}", gazetteer)
    assert read.zone.take(0) == 7
    assert [one.display_name for one in read.contacts()] == ["Dana Whitlock", "Jonas Perret"]
    found = read.pieces.findings
    assert [one.text for one in found] == [first, second]
    assert [(one.first_line, one.last_line) for one in found] == [(0, 3), (4, 6)]
    assert {one.kind for one in found} == {FindingKind.CONTACT}


@pytest.mark.parametrize(
    "after",
    [
        SENTENCE,
        "About Harbour Office",
        "Notes to editors",
        "Tags: boats, harbour",
        "Share on Facebook",
        "SOURCE Harbour Office",
        "***\n\n022 555 01 01",
        "## Another heading",
        "",
    ],
)
def test_a_block_ends_with_its_last_number_or_address(after: str, gazetteer: Gazetteer) -> None:
    read = Read(f"Contact:\nDana Whitlock\n+41 22 555 01 00\n\n{after}", gazetteer)
    assert read.zone.take(0) == 3
    assert len(read.contacts()) == 1
    assert read.left == [one.text for one in paragraphs(after)]


def test_blank_lines_inside_a_block_do_not_end_it(gazetteer: Gazetteer) -> None:
    read = Read("Media contact:\n\nDana Whitlock\n\n+41 22 555 01 00\n\n" + SENTENCE, gazetteer)
    assert read.zone.take(0) == 3
    assert read.left == [SENTENCE]


@pytest.mark.parametrize(
    "text",
    [
        "Contact us\n\nHome\n\nNews",
        f"Contact:\n\n{SENTENCE}",
        "Contact:",
    ],
)
def test_an_introduction_with_nobody_behind_it_is_no_block(text: str, gazetteer: Gazetteer) -> None:
    read = Read(text, gazetteer)
    assert read.zone.begins(0)
    assert read.zone.take(0) == 0
    assert read.contacts() == ()
    assert len(read.left) == len(read.pieces)


def test_a_block_that_nothing_introduces_needs_a_name_or_an_office(gazetteer: Gazetteer) -> None:
    read = Read("Dana Whitlock\nHarbour Office\n+41 22 555 01 00", gazetteer)
    assert not read.zone.begins(0)
    assert read.zone.take_unannounced(0) == 3
    (contact,) = read.contacts()
    assert (contact.display_name, contact.office) == ("Dana Whitlock", "Harbour Office")
    assert Read(SENTENCE, gazetteer).zone.take_unannounced(0) == 0


def test_above_the_text_the_headline_is_never_part_of_a_block(gazetteer: Gazetteer) -> None:
    text = "Contact: Dana Whitlock\n\n+41 22 555 01 00\n\nHarbour crews train\n\n" + SENTENCE
    read = Read(text, gazetteer)
    assert read.zone.take(0, in_head=True) == 2
    assert read.left == ["Harbour crews train", SENTENCE]


def test_the_country_of_the_release_is_that_of_its_numbers(gazetteer: Gazetteer) -> None:
    text = "Contact:\nDana Whitlock\n022 555 01 00"
    for country_code, value in (("CH", "+41225550100"), (None, "0225550100")):
        read = Read(text, gazetteer, country_code)
        read.zone.take(0)
        (contact,) = read.contacts()
        assert [point.value for point in contact.points] == [value]


def test_what_is_missing_is_said(gazetteer: Gazetteer) -> None:
    read = Read("Contact: Dana Whitlock", gazetteer)
    assert read.zone.take(0) == 1
    (contact,) = read.contacts()
    assert (contact.display_name, contact.points) == ("Dana Whitlock", ())
    (finding,) = read.pieces.findings
    assert (finding.confidence, finding.flags) == (Confidence.HIGH, ("no_phone", "no_email"))


def test_a_block_of_ten_thousand_lines_is_read_in_part(gazetteer: Gazetteer) -> None:
    text = "Contacts:\n" + "Dana Whitlock\n+41 22 555 01 00\n" * 5_000
    read = Read(text, gazetteer)
    assert 0 < read.zone.take(0) < 1_000
    assert 0 < len(read.contacts()) <= 60


@pytest.mark.parametrize("character", ["a", "1", "@", "|", "(", "\xa0"])
def test_a_megabyte_of_one_character_begins_nothing(character: str, gazetteer: Gazetteer) -> None:
    read = Read("Contact: " + character * 1_000_000, gazetteer)
    assert not read.zone.begins(0)


def test_contacts_that_share_their_line_share_its_finding(gazetteer: Gazetteer) -> None:
    read = Read("Contact: Jane Roe and Bill Poe, Tel: +41 22 555 01 40", gazetteer)
    assert read.zone.take(0) == 1
    first, second = read.zone.contacts(None)
    assert [first.value.display_name, second.value.display_name] == ["Jane Roe", "Bill Poe"]
    assert first.findings == second.findings == tuple(read.pieces.findings)
    assert read.pieces[0].line_findings == (first.findings,)


def test_each_line_of_a_block_belongs_to_a_contact(gazetteer: Gazetteer) -> None:
    text = "Contacts:\nDana Whitlock\ndana@example.org\nJonas Perret\njonas@example.org"
    read = Read(text, gazetteer)
    read.zone.take(0)
    first, second = (one.findings for one in read.zone.contacts(None))
    assert [piece.line_findings for piece in read.pieces.all] == [(first,)] * 3 + [(second,)] * 2


def test_somebody_who_stands_in_two_blocks_is_one_contact(tools: ImportTools) -> None:
    block = "Press contact:\nJane Roe\nHarbour Office\njane.roe@example.org\n"
    again = "## Press contact\n\nJane Roe\njane.roe@example.org\nPhone: +1 212 555 0199\n"
    text = f"A berth opens\n\n{'The harbour has opened a berth today. ' * 5}\n\n{block}\n{again}"
    (contact,) = dissect(text, tools=tools).contacts
    assert contact.office == "Harbour Office"


def test_the_title_of_a_section_is_no_contact(tools: ImportTools) -> None:
    text = (
        f"A berth opens\n\n{'The harbour has opened a berth today. ' * 5}\n\n"
        "## Contacts\n\nWeb sites\n\nPress inquiries\n\nKenya\n\nJane Roe\n\njane.roe@example.org\n"
    )
    (contact,) = dissect(text, tools=tools).contacts
    assert (contact.display_name, contact.office) == ("Jane Roe", "Kenya")


def test_a_block_stays_where_it_is_when_a_line_above_it_is_parted(tools: ImportTools) -> None:
    lead = "Ninety booksellers have finished a course in night rescue, the port said today."
    text = (
        "Geneva, Rome – Booksellers take to the water this summer\n\n"
        f"Media contact: Luke Petit, luke.petit@example.org\n\n{lead}\n"
    )
    draft = dissect(text, tools=tools)
    assert draft.headline == "Booksellers take to the water this summer"
    assert [place.city for place in draft.dateline.places] == ["Geneva", "Rome"]
    assert [contact.display_name for contact in draft.contacts] == ["Luke Petit"]
    assert draft.body_md == lead
