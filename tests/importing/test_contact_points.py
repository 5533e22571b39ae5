from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdesk.domain.contact import PointKind
from newsdesk.importing.contact_points import find_points

MAIL = "dana.whitlock@example.org"


def found(line: str) -> list[tuple[str, str]]:
    return [(point.kind.value, point.text) for point in find_points(line)]


@pytest.mark.parametrize(
    ("line", "kind", "number"),
    [
        ("Tel: +41 22 555 01 00", PointKind.PHONE, "+41 22 555 01 00"),
        ("Phone +1 (202) 555-0143", PointKind.PHONE, "+1 (202) 555-0143"),
        ("Tel 555 0143", PointKind.PHONE, "555 0143"),
        ("Mobile: +44 7700 900123", PointKind.MOBILE, "+44 7700 900123"),
        ("Cell: 202.555.0143", PointKind.MOBILE, "202.555.0143"),
        ("Fax: 022 555 01 01", PointKind.FAX, "022 555 01 01"),
        ("0800 555 010 (fax)", PointKind.FAX, "0800 555 010"),
        ("+41 79 555 01 00 (mobile)", PointKind.MOBILE, "+41 79 555 01 00"),
        ("WhatsApp: +34 600 555 010", PointKind.WHATSAPP, "+34 600 555 010"),
        ("Tél. : 01 99 00 12 34", PointKind.PHONE, "01 99 00 12 34"),
        ("Portable : 06 99 00 12 34", PointKind.MOBILE, "06 99 00 12 34"),
        ("Teléfono: 910 555 010", PointKind.PHONE, "910 555 010"),
        ("Móvil: 600 555 010", PointKind.MOBILE, "600 555 010"),
        ("Telefon: 030 5550 1234", PointKind.PHONE, "030 5550 1234"),
        ("Handy: 0170 5550123", PointKind.MOBILE, "0170 5550123"),
        ("Cellulare: 333 555 0123", PointKind.MOBILE, "333 555 0123"),
        ("Telemóvel: 910 555 010", PointKind.MOBILE, "910 555 010"),
        ("тел.: +7 495 555-01-00", PointKind.PHONE, "+7 495 555-01-00"),
        ("هاتف: 022 555 0100", PointKind.PHONE, "022 555 0100"),
        ("جوال: 055 555 0100", PointKind.MOBILE, "055 555 0100"),
        ("电话：010-5555-0100", PointKind.PHONE, "010-5555-0100"),
        ("手机：138 0000 0000", PointKind.MOBILE, "138 0000 0000"),
        ("传真：010-5555-0101", PointKind.FAX, "010-5555-0101"),
        ("電話番号：03-5555-0100", PointKind.PHONE, "03-5555-0100"),
    ],
)
def test_a_label_says_what_a_number_is_in_every_language(
    line: str, kind: PointKind, number: str
) -> None:
    (point,) = find_points(line)
    assert (point.kind, point.text, point.is_labelled) == (kind, number, True)
    assert (point.start, point.end) == (0, len(line))


@pytest.mark.parametrize("number", ["+41 22 555 01 00", "(202) 555-0143", "5550143"])
def test_a_number_alone_is_a_phone(number: str) -> None:
    (point,) = find_points(number)
    assert (point.kind, point.text, point.is_labelled) == (PointKind.PHONE, number, False)


@pytest.mark.parametrize(
    ("line", "extension"),
    [
        ("Phone: (202) 555-0143 ext. 12", "12"),
        ("(202) 555-0143x12", "12"),
        ("Telefon: 030 5550 1234, Durchwahl 17", "17"),
        ("тел.: +7 495 555-01-00 доб. 204", "204"),
        ("(202) 555-0143", None),
    ],
)
def test_an_extension_belongs_to_its_number(line: str, extension: str | None) -> None:
    (point,) = find_points(line)
    assert point.extension == extension


@pytest.mark.parametrize(
    "line",
    [
        *("", "Room 12", "100 crews in 2012", "1,000,000 crews", "CH-1202 Geneva"),
        *("12345-6789", "1.2.3.4.5.6.7.8.9"),
        *("2012-2015", "2012–2015", "15-05-2012", "2012-05-15", "NY 12345-6789 USA"),
        *("@dana", "dana@", "dana@example", "http://", "5 / 12"),
    ],
)
def test_years_dates_codes_and_halves_are_no_points(line: str) -> None:
    assert find_points(line) == []


@pytest.mark.parametrize(
    ("line", "flags"),
    [
        (MAIL, ()),
        (f"Email: {MAIL}.", ()),
        (f"<mailto:{MAIL}>", ()),
        ("dana.whitlock@EXAMPLE.org", ()),
        ("dana.whitlock (at) example.org", ("email_obfuscated",)),
        ("dana.whitlock [at] example [dot] org", ("email_obfuscated",)),
        ("dana.whitlock{at}example.org", ("email_obfuscated",)),
        (f"{MAIL}Phone", ()),
        (f"Avenue 12, PA 19087{MAIL}", ()),
    ],
)
def test_an_address_is_written_for_a_mail_program(line: str, flags: tuple[str, ...]) -> None:
    (point,) = find_points(line)
    assert (point.kind, point.text, point.flags) == (PointKind.EMAIL, MAIL, flags)


@pytest.mark.parametrize(
    "label",
    ["Email: ", "E-Mail ", "Courriel : ", "Correo electrónico: ", "Почта: ", "邮箱：", "メール："],
)
def test_a_label_belongs_to_its_address(label: str) -> None:
    (point,) = find_points(label + MAIL)
    assert (point.start, point.is_labelled) == (0, True)


@pytest.mark.parametrize(
    ("line", "address"),
    [
        ("www.example.org/press", "www.example.org/press"),
        ("Web: https://example.org/a?b=c.", "https://example.org/a?b=c"),
        ("(https://example.org/a)", "https://example.org/a"),
    ],
)
def test_a_web_address_has_no_stop_at_its_end(line: str, address: str) -> None:
    assert found(line) == [("web", address)]


def test_the_points_of_a_line_stand_in_order() -> None:
    line = f"Dana Whitlock, T +41 22 555 01 00 | M +41 79 555 01 00 | E {MAIL} | www.example.org"
    assert found(line) == [
        ("phone", "+41 22 555 01 00"),
        ("mobile", "+41 79 555 01 00"),
        ("email", MAIL),
        ("web", "www.example.org"),
    ]
    assert found("+41 22 555 01 00 or +41 22 555 01 01") == [
        ("phone", "+41 22 555 01 00"),
        ("phone", "+41 22 555 01 01"),
    ]


PIECES = ["Tel: ", "+41 22 555 01 00", MAIL, " [at] ", "www.example.org", "(", ")", "/", " ", "x12"]


@given(
    st.text(max_size=80)
    | st.text("0123456789+()-./@ x", max_size=80)
    | st.lists(st.sampled_from(PIECES), max_size=10).map("".join)
)
def test_points_stand_in_the_line_and_none_overlaps_another(line: str) -> None:
    points = find_points(line)
    for point in points:
        assert 0 <= point.start < point.end <= len(line)
        assert point.text
    for before, after in pairwise(points):
        assert before.end <= after.start


@pytest.mark.parametrize("character", ["1", "a", " ", "(", "/", "+", ".", "\0"])
def test_a_megabyte_of_one_character_reaches_nobody(character: str) -> None:
    assert find_points(character * 1_000_000) == []


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("022 555 01 00 / 022 555 01 01", "phone"),
        ("022 555 01 00/022 555 01 01", "phone"),
        ("Tel: 022 555 01 00 / 022 555 01 01", "phone"),
        ("Fax: 022 555 01 00 / 022 555 01 01", "fax"),
    ],
)
def test_a_slash_parts_two_whole_numbers(line: str, kind: str) -> None:
    assert found(line) == [(kind, "022 555 01 00"), (kind, "022 555 01 01")]


@pytest.mark.parametrize("number", ["030 / 5550 1234", "022 555 01 00/01"])
def test_a_slash_behind_an_area_code_or_before_an_extension_parts_nothing(number: str) -> None:
    assert found(number) == [("phone", number)]


@pytest.mark.parametrize("word", ["1 ", "a@b.c ", "(202) 555-0143 ", "12/ "])
def test_of_a_megabyte_of_points_only_the_beginning_is_read(word: str) -> None:
    points = find_points(word * (1_000_000 // len(word)))
    assert all(point.end <= 20_000 for point in points)
