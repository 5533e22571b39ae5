"""Tables of contacts."""

from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsdesk.domain.contact import PointKind
from newsdesk.domain.errors import ImportProblem, ImportRefusedError
from newsdesk.importing.address_table import read_table
from newsdesk.importing.found_cards import Doubt, FoundCard, RowProblem

OUTLOOK = (
    '"Title","First Name","Last Name","Company","Job Title","E-mail Address","E-mail 2 Address",'
    '"Business Phone","Mobile Phone"\r\n'
    '"Dr","Ana","Wirth","Harbour Trust","Head of Press","ana@example.org","a@example.org",'
    '"\'+41 22 555 01 00","+41 79 555 01 00"\r\n'
)


def read(text: str | bytes, name: str = "book.csv") -> list[FoundCard]:
    raw = text if isinstance(text, bytes) else text.encode()
    return list(read_table(raw, name).cards)


def points(card: FoundCard) -> list[tuple[PointKind, str]]:
    assert card.card.contact is not None
    return [(point.kind, point.value) for point in card.card.contact.points]


def test_a_table_of_outlook_is_read() -> None:
    (one,) = read(OUTLOOK)
    assert one.line == 2
    assert one.card.name == "Ana Wirth"
    assert one.card.contact is not None
    assert one.card.contact.role_title == "Head of Press"
    assert points(one) == [
        (PointKind.EMAIL, "ana@example.org"),
        (PointKind.EMAIL, "a@example.org"),
        (PointKind.PHONE, "+41 22 555 01 00"),
        (PointKind.MOBILE, "+41 79 555 01 00"),
    ]


def test_a_table_of_google_says_what_its_numbers_are() -> None:
    (one,) = read(
        "Name,Phone 1 - Type,Phone 1 - Value,Phone 2 - Type,Phone 2 - Value,E-mail 1 - Value\n"
        "Ana Wirth,Mobile,+41 79 555 01 00,Work Fax,+41 22 555 01 09,"
        "ana@example.org ::: a@example.org\n"
    )
    assert points(one) == [
        (PointKind.MOBILE, "+41 79 555 01 00"),
        (PointKind.FAX, "+41 22 555 01 09"),
        (PointKind.EMAIL, "ana@example.org"),
        (PointKind.EMAIL, "a@example.org"),
    ]


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_cells_may_be_parted_by_what_the_country_uses(delimiter: str) -> None:
    text = delimiter.join(["Name", '"Office"', "Mail"]) + "\n"
    text += delimiter.join(["Ana", "Quay", "ana@example.org"]) + "\n"
    (one,) = read(text)
    assert points(one) == [(PointKind.EMAIL, "ana@example.org")]


def test_excel_says_what_parts_its_cells_and_lines_are_counted_with_that_line() -> None:
    (one,) = read("sep=;\r\nName;Mail\r\nAna;ana@example.org\r\n")
    assert (one.card.name, one.line) == ("Ana", 3)


def test_cells_of_several_lines_are_one_row() -> None:
    first, second = read('Name,Office\n"Ana\nWirth",Quay\n\nNoor,Quay\n')
    assert (first.card.name, first.line) == ("Ana Wirth", 2)
    assert (second.card.name, second.line) == ("Noor", 5)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_tables_of_every_usual_encoding_are_read(encoding: str) -> None:
    names = ["Zoé Müller", "Éric Grön", "Pär Åkesson", "Noël Brontë"]
    raw = ("Name;Fonction\n" + "".join(f"{name};Porte-parole à Genève\n" for name in names)).encode(
        encoding
    )
    assert [one.card.name for one in read(raw)] == names


def test_what_the_columns_are_read_as_is_told() -> None:
    book = read_table(b"Name,Shoe size\nAna,42\n", "book.csv")
    assert book.columns == (("Name", "name"), ("Shoe size", ""))


def test_a_row_of_nobody_and_an_endless_cell_are_refused_alone() -> None:
    book = read_table(
        ("Name,Mail\n,x@example.org\n" + "x" * 9000 + ",y\nAna,ana@example.org\n").encode(), "b.csv"
    )
    assert [one.card.name for one in book.cards] == ["Ana"]
    assert book.refused == ((2, RowProblem.NOBODY), (3, RowProblem.TOO_LONG))


def test_more_cells_than_columns_are_doubted() -> None:
    (one,) = read("Name,Mail\nAna,ana@example.org,more\n")
    assert one.doubts == {Doubt.COLUMNS}


@pytest.mark.parametrize(
    ("raw", "problem"),
    [
        (b"", ImportProblem.EMPTY),
        (b"\n\n", ImportProblem.EMPTY),
        (b"quay,opens\n1,2\n", ImportProblem.UNKNOWN_KIND),
        (b'Name,Mail\n"Ana,ana@example.org\n', ImportProblem.DAMAGED),
        (b"Name,Mail\n" + b'"' + b"x" * 1_000_000 + b'",y\n', ImportProblem.DAMAGED),
        (b"PK\x03\x04" + bytes(300), ImportProblem.BINARY),
        (bytes(range(256)) * 20, ImportProblem.BINARY),
        ("Name\nÅ\n".encode("utf-32"), ImportProblem.ENCODING),
    ],
    ids=["empty", "lines", "none of contacts", "cut off", "a megabyte", "xlsx", "binary", "utf-32"],
)
def test_what_is_no_table_of_contacts_is_refused(raw: bytes, problem: ImportProblem) -> None:
    with pytest.raises(ImportRefusedError) as refusal:
        read_table(raw, "book.csv")
    assert refusal.value.problem is problem


def test_formulas_come_in_as_the_texts_they_were() -> None:
    (one,) = read("Name,Office\n'=1+1,\"'@quay\"\n")
    assert one.card.name == "=1+1"
    assert one.card.contact is not None
    assert one.card.contact.office == "@quay"


def test_what_is_not_public_stays_so() -> None:
    (one,) = read("Name,Not public,Public\nAna,mobile: +41 79 555 01 00; nonsense,no\n")
    contact = one.card.contact
    assert contact is not None
    assert not contact.public
    assert [(p.kind, p.public) for p in contact.points] == [(PointKind.MOBILE, False)]
    assert one.doubts == {Doubt.PART}


@pytest.mark.parametrize(
    "roles", ["{", "[1]", '[{"titles": 3}]', '{"a": 1}', "[[[[", "[" * 5000, "null"]
)
def test_roles_that_cannot_be_read_are_left_out_and_told(roles: str) -> None:
    quoted = roles.replace('"', '""')
    (one,) = read(f'Name,Roles\nAna,"{quoted}"\n')
    assert (one.roles, one.doubts) == ((), {Doubt.PART})


@given(st.binary(max_size=300))
@settings(max_examples=200, deadline=None)
def test_any_bytes_are_read_or_refused_in_words(raw: bytes) -> None:
    with suppress(ImportRefusedError):
        read_table(b"Name,E-mail,Roles,Key\n" + raw, "book.csv")


@given(st.text(alphabet="\",;\n\r\t|=' aé[]{}:0", max_size=200))
@settings(max_examples=300, deadline=None)
def test_any_cells_are_read_or_refused_in_words(text: str) -> None:
    with suppress(ImportRefusedError):
        read_table(("Name,Sort name,Roles,Last verified,Key\n" + text).encode(), "book.csv")
