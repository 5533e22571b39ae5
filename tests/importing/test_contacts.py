"""The contact blocks of the design's section 2, each with what has to be read in it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import pytest

from newsdesk.domain.contact import PointKind
from newsdesk.domain.gazetteer import Gazetteer
from newsdesk.domain.provenance import Confidence
from newsdesk.importing.contacts import (
    ContactReading,
    has_point,
    introduces_contact,
    is_only_intro,
    names_at_once,
    read_contacts,
)
from newsdesk.importing.lines import Line

Point = tuple[str, str, str | None, str | None]  # kind, value, as printed, extension


@dataclass(frozen=True, kw_only=True)
class Block:
    """A block as it stands in the design's table (⏎ for a new line), and its one contact."""

    row: int
    text: str
    name: str
    role: str | None = None
    office: str | None = None
    group: str | None = None
    points: tuple[Point, ...] = ()
    flags: frozenset[str] = frozenset()


def phone(value: str, display: str, extension: str | None = None, kind: str = "phone") -> Point:
    return (kind, value, display, extension)


def email(value: str) -> Point:
    return ("email", value, None, None)


BLOCKS = [
    Block(
        row=1,
        text="For more information, please contact⏎Ana Wirth⏎IOM Liaison Office in Beijing⏎"
        "Email: awirth@example.org",
        name="Ana Wirth",
        office="IOM Liaison Office in Beijing",
        points=(email("awirth@example.org"),),
        flags=frozenset({"no_phone"}),
    ),
    Block(
        row=2,
        text="For more information please contact:⏎Karin Best⏎IOM Beijing⏎"
        "Tel: 86 10 5550 5303, Ext. 203⏎"
        'E-mail: "mailto:kgormanbest@example.org">kgormanbest@example.org',
        name="Karin Best",
        office="IOM Beijing",
        points=(
            phone("+861055505303", "86 10 5550 5303", "203"),
            email("kgormanbest@example.org"),
        ),
        flags=frozenset({"markup_debris", "phone_no_plus"}),
    ),
    Block(
        row=3,
        text="For More information please contact:  Salma Mansour at IOM Geneva, "
        "Tel: +41 79 555 55 26. Email: ",
        name="Salma Mansour",
        office="IOM Geneva",
        points=(phone("+41795555526", "+41 79 555 55 26"),),
        flags=frozenset({"email_label_empty"}),
    ),
    Block(
        row=4,
        text="For further information please contact Peter Natal at IOM Guyana, "
        "Tel: +592 555 6533. Email: rnatal@example.org",
        name="Peter Natal",
        office="IOM Guyana",
        points=(phone("+5925556533", "+592 555 6533"), email("rnatal@example.org")),
        flags=frozenset({"initial_mismatch"}),
    ),
    Block(
        row=5,
        text="For further information, please contact Dr. Asma Nader at IOM Egypt. "
        "Tel: +202-25555140, Email: office@example.org",
        name="Asma Nader",
        role="Dr.",
        office="IOM Egypt",
        points=(phone("+20225555140", "+202-25555140"), email("office@example.org")),
        flags=frozenset({"mailbox_not_person"}),
    ),
    Block(
        row=6,
        text="For more information, please contact:⏎Jorge Andres Gil⏎IOM Bogota⏎"
        'Tel: + 5715555410 Ext. 142⏎E-mail: "" target="_blank" title=',
        name="Jorge Andres Gil",
        office="IOM Bogota",
        points=(phone("+5715555410", "+ 5715555410", "142"),),
        flags=frozenset({"markup_debris", "email_label_empty"}),
    ),
    Block(
        row=7,
        text="For further information, please contact:⏎Rahila Zar⏎IOM Kabul⏎"
        'Tel: +93 20 55 01104⏎E-mail: "" target="_blank" title=',
        name="Rahila Zar",
        office="IOM Kabul",
        points=(phone("+93205501104", "+93 20 55 01104"),),
        flags=frozenset({"markup_debris", "email_label_empty"}),
    ),
    Block(
        row=8,
        text="For more information please contact⏎Asif Monir⏎IOM Bangladesh⏎"
        "Tel: +8802 5555765⏎Email: amonir@example.org",
        name="Asif Monir",
        office="IOM Bangladesh",
        points=(phone("+88025555765", "+8802 5555765"), email("amonir@example.org")),
    ),
    Block(
        row=9,
        text="In Bonn, Germany:⏎Arne Molden⏎"
        "United Nations Regional Information Centre (UNRIC)⏎"
        "Landline: +49 228 555 2773⏎Mobile: +49 177 555 111 5",
        name="Arne Molden",
        office="United Nations Regional Information Centre (UNRIC)",
        group="In Bonn, Germany",
        points=(
            phone("+492285552773", "+49 228 555 2773"),
            phone("+491775551115", "+49 177 555 111 5", kind="mobile"),
        ),
        flags=frozenset({"no_email"}),
    ),
    Block(
        row=10,
        text="In Vienna, Austria:⏎Katrin Gotz⏎United Nations Information Service (UNIS) Vienna⏎"
        "Telephone: +43-1 25555-4949⏎Mobile: +43-699 5558-4949⏎"
        "Email: katrin.gotz[at]example.org",
        name="Katrin Gotz",
        office="United Nations Information Service (UNIS) Vienna",
        group="In Vienna, Austria",
        points=(
            phone("+431255554949", "+43-1 25555-4949"),
            phone("+4369955584949", "+43-699 5558-4949", kind="mobile"),
            email("katrin.gotz@example.org"),
        ),
        flags=frozenset({"email_obfuscated"}),
    ),
    Block(
        row=11,
        text="For further information and interview requests please contact:⏎Katrin⏎Gotz⏎"
        "Public Information Officer, UNIS Vienna⏎Tel: (+43-1) 25555-4949⏎"
        "Email: katrin.gotz[at]example.org",
        name="Katrin Gotz",
        role="Public Information Officer",
        office="UNIS Vienna",
        points=(phone("+431255554949", "(+43-1) 25555-4949"), email("katrin.gotz@example.org")),
        flags=frozenset({"email_obfuscated"}),
    ),
    Block(
        row=12,
        text="To receive an advance copy of the press kit and for interview requests, "
        "please contact:⏎Anne Tomas⏎Public Information Officer, UNIS Vienna⏎"
        "Tel: (+43)699-5559-5588⏎Email: anne.tomas[at]example.org",
        name="Anne Tomas",
        role="Public Information Officer",
        office="UNIS Vienna",
        points=(phone("+4369955595588", "(+43)699-5559-5588"), email("anne.tomas@example.org")),
        flags=frozenset({"email_obfuscated"}),
    ),
    Block(
        row=13,
        text="For further information, please contact:⏎Reka Furt⏎"
        "Public Information Officer, UNODC Advocacy Section⏎"
        "Email: advocacysection[at]example.org",
        name="Reka Furt",
        role="Public Information Officer",
        office="UNODC Advocacy Section",
        points=(email("advocacysection@example.org"),),
        flags=frozenset({"email_obfuscated", "no_phone", "mailbox_not_person"}),
    ),
    Block(
        row=14,
        text="Gregor Hartl, Mobile: +41 79 555 6715; Tel: +41 22 555 4458; "
        "Email: hartlg@example.org",
        name="Gregor Hartl",
        points=(
            phone("+41795556715", "+41 79 555 6715", kind="mobile"),
            phone("+41225554458", "+41 22 555 4458"),
            email("hartlg@example.org"),
        ),
    ),
    Block(
        row=15,
        text="Fadia Chebib, Mobile: +41 79 555 5556, Tel.: +41 22 555 3228, "
        "Email: chebibf@example.org",
        name="Fadia Chebib",
        points=(
            phone("+41795555556", "+41 79 555 5556", kind="mobile"),
            phone("+41225553228", "+41 22 555 3228"),
            email("chebibf@example.org"),
        ),
    ),
    Block(
        row=16,
        text="Za dodatne informacije kontaktirajte:⏎François Lomé, službenik za komunikacije "
        "IOM-a za Zapadni Balkan, [email protected]",
        name="François Lomé",
        role="službenik za komunikacije IOM-a za Zapadni Balkan",
        flags=frozenset({"markup_debris", "no_phone"}),
    ),
]


def read(
    text: str, gazetteer: Gazetteer, country_code: str | None = None
) -> Sequence[ContactReading]:
    lines = [Line(number, line) for number, line in enumerate(text.split("⏎"))]
    return read_contacts(lines, gazetteer=gazetteer, country_code=country_code)


def points_of(reading: ContactReading) -> Iterator[Point]:
    for point in reading.contact.points:
        yield (str(point.kind), point.value, point.display, point.extension)


@pytest.mark.parametrize("block", BLOCKS, ids=lambda block: f"block {block.row}")
def test_a_block_is_read_as_it_was_meant(block: Block, gazetteer: Gazetteer) -> None:
    (reading,) = read(block.text, gazetteer)
    contact = reading.contact
    assert (contact.display_name, contact.role_title) == (block.name, block.role)
    assert (contact.office, contact.group_label) == (block.office, block.group)
    assert tuple(points_of(reading)) == block.points
    assert set(reading.flags) == block.flags
    assert reading.confidence is Confidence.HIGH


def test_all_the_blocks_of_the_design_are_here() -> None:
    assert [block.row for block in BLOCKS] == list(range(1, 17))


SEVERAL = [
    (
        (
            "Media Contact:⏎Jane Roe⏎Head of Communications, Port Office⏎+41 22 555 01 01⏎"
            "Investor Contact:⏎John Doe⏎+41 22 555 01 02"
        ),
        [("Jane Roe", "Media Contact", 1), ("John Doe", "Investor Contact", 1)],
    ),
    (
        "CONTACT: Ann Stone/Bill Poe (202) 555-2633",
        [("Ann Stone", None, 1), ("Bill Poe", None, 1)],
    ),
    (
        "Jane Roe⏎+41 22 555 01 01⏎John Doe⏎+41 22 555 01 02⏎doe@example.org",
        [("Jane Roe", None, 1), ("John Doe", None, 2)],
    ),
    (
        "Contact: Jane Roe, 202-555-0101 or John Doe, 202-555-0102",
        [("Jane Roe", None, 1), ("John Doe", None, 1)],
    ),
]


@pytest.mark.parametrize(("text", "expected"), SEVERAL, ids=[text[:30] for text, _ in SEVERAL])
def test_several_contacts_in_a_block_are_kept_apart(
    text: str, expected: list[tuple[str, str | None, int]], gazetteer: Gazetteer
) -> None:
    found = [
        (one.contact.display_name, one.contact.group_label, len(one.contact.points))
        for one in read(text, gazetteer)
    ]
    assert found == expected


def test_an_office_that_answers_needs_no_name(gazetteer: Gazetteer) -> None:
    press, investors = read(
        "Press Office⏎Tel. +39 02 5555 1234⏎press@example.org⏎"
        "Investor Relations⏎Tel. +39 02 5555 9999⏎ir@example.org",
        gazetteer,
    )
    assert (press.contact.display_name, press.contact.office) == ("", "Press Office")
    assert investors.contact.office == "Investor Relations"
    assert len(press.contact.points) == len(investors.contact.points) == 2


def test_a_name_that_is_all_of_its_domain_is_an_organisation(gazetteer: Gazetteer) -> None:
    (reading,) = read("Contact: Harbour Formula lotte@harbourformula.example", gazetteer)
    assert (reading.contact.display_name, reading.contact.office) == ("", "Harbour Formula")


def test_words_run_into_each_other_are_parted(gazetteer: Gazetteer) -> None:
    (reading,) = read(
        "CONTACT:Roe Stone & Poe, LLPAnna Lindqvist, Esq.(484) 555-0145280 Quay RoadKelbra, "
        "PA 19087info@roestone.example",
        gazetteer,
        "US",
    )
    assert reading.contact.display_name == "Anna Lindqvist, Esq."
    assert reading.contact.office == "Roe Stone & Poe, LLP, 280 Quay Road, Kelbra, PA 19087"
    assert [point.display or point.value for point in reading.contact.points] == [
        "(484) 555-0145",
        "info@roestone.example",
    ]


def test_a_national_number_takes_the_country_of_the_release(gazetteer: Gazetteer) -> None:
    (here,) = read("Contact: Jane Roe, 202/224-3121", gazetteer, "US")
    (nowhere,) = read("Contact: Jane Roe, 202/224-3121", gazetteer)
    assert [point.value for point in here.contact.points] == ["+12022243121"]
    assert "country_assumed" in here.flags
    assert [(point.value, point.display) for point in nowhere.contact.points] == [
        ("2022243121", "202/224-3121")
    ]


def test_the_office_tells_the_country_better_than_the_dateline(gazetteer: Gazetteer) -> None:
    text = "Kontakt:⏎Max Muster, Pressestelle Berlin⏎Tel. 030 22730000"
    (reading,) = read(text, gazetteer, "CH")
    (number,) = (point for point in reading.contact.points if point.kind is PointKind.PHONE)
    assert number.value == "+493022730000"


@pytest.mark.parametrize(
    ("text", "is_intro", "is_alone", "at_once"),
    [
        ("Contact:", True, True, False),
        ("Media contact", True, True, False),
        ("Contact: Jane Roe", True, False, True),
        ("For more information, please contact", True, True, False),
        ("For more information, please contact Jane Roe at 1", True, False, False),
        ("Contact between the two was lost.", False, False, False),
        ("For more information, call Chief Roe at 301-555-0100.", False, False, False),
    ],
)
def test_what_introduces_a_contact_is_told_from_what_speaks_of_one(
    text: str, is_intro: bool, is_alone: bool, at_once: bool
) -> None:
    assert introduces_contact(text) == is_intro
    assert is_only_intro(text) == is_alone
    assert names_at_once(text) == at_once


@pytest.mark.parametrize(
    ("text", "has_one"),
    [
        ("Tel. +41 22 555 01 00", True),
        ("roe@example.org", True),
        ("roe [at] example.org", True),
        ("[email protected]", True),
        ("www.example.org", False),
        ("in the years 2013-2020", False),
        ("PA 19087-1234", False),
        ("3 May 2026", False),
    ],
)
def test_a_number_or_address_is_seen_in_a_line(text: str, has_one: bool) -> None:
    assert has_point(text) == has_one


@pytest.mark.parametrize(
    "block",
    [
        "Jonah Pell\nBrightwater Foods\n(614) 555-0134\npress@brightwater.example.org",
        "Jonah Pell\nPress Officer\nBrightwater Foods\n(614) 555-0134",
        "Jonah Pell, Press Officer\nBrightwater Foods\n(614) 555-0134",
        "Jonah Pell, Press Officer, Brightwater Foods, (614) 555-0134",
        "Brightwater Foods\nJonah Pell\n(614) 555-0134\njpell@example.org",
    ],
)
def test_an_office_of_two_capitalised_words_is_no_second_contact(
    block: str, gazetteer: Gazetteer
) -> None:
    lines = [Line(number, text) for number, text in enumerate(block.split("\n"))]
    (reading,) = read_contacts(lines, gazetteer=gazetteer)
    assert reading.contact.display_name == "Jonah Pell"
    assert reading.contact.office == "Brightwater Foods"
    assert any(point.kind.is_number for point in reading.contact.points)


def test_two_people_with_roles_on_lines_of_their_own_are_two(gazetteer: Gazetteer) -> None:
    block = "Jonah Pell\nEditor\n+1 614 555 0134\nMara Quill\nEditor\nmquill@example.org"
    lines = [Line(number, text) for number, text in enumerate(block.split("\n"))]
    found = read_contacts(lines, gazetteer=gazetteer)
    assert [one.contact.display_name for one in found] == ["Jonah Pell", "Mara Quill"]
