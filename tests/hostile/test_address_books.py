"""Hostile files of contacts: refused in words, or taken without what is hostile in them."""

import csv
from collections.abc import Mapping
from io import StringIO
from pathlib import Path

import pytest

from tests.cli.conftest import Answer, Newsdesk

MEGABYTE = "x" * 1_000_000
CARD = "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:{}\r\nEMAIL:a@example.org\r\nEND:VCARD\r\n"
REFUSED: Mapping[str, tuple[str, bytes]] = {
    "empty": ("book.csv", b""),
    "binary": ("book.csv", bytes(range(256)) * 50),
    "a picture": ("book.vcf", b"\x89PNG\r\n\x1a\n" + bytes(500)),
    "a workbook": ("book.csv", b"PK\x03\x04" + bytes(500)),
    "a workbook by name": ("book.xlsx", b"Name,Mail\nAna,a@example.org\n"),
    "UTF-32": ("book.csv", "Name\nÅsa\n".encode("utf-32")),
    "halves of letters": ("book.csv", "Name,Office\nÅsa,Ö\n".encode("utf-16-le")[:-1]),
    "an open quotation mark": ("book.csv", b'Name,Mail\n"Ana,a@example.org\nBo,b@example.org\n'),
    "a quoted megabyte": ("book.csv", f'Name,Mail\n"{MEGABYTE}",b\n'.encode()),
    "no table of contacts": ("book.csv", b"quay,opens\n1,2\n"),
    "no card": ("book.vcf", b"FN:Ana\r\n"),
    "a page": ("book.csv", b"<!doctype html><table><tr><td>Name</td></tr></table>"),
    "controls alone": ("book.csv", b"\x01\x02\x03\x04" * 100),
}


def book(newsdesk: Newsdesk) -> list[str]:
    return [card["name"] for card in newsdesk("people", "--json").json]


def given(newsdesk: Newsdesk, folder: Path, name: str, raw: bytes) -> Answer:
    (folder / name).write_bytes(raw)
    return newsdesk("people", "import", folder / name, "--doubtful")


@pytest.mark.parametrize(("name", "raw"), REFUSED.values(), ids=REFUSED)
def test_what_is_no_address_book_is_refused_and_nothing_is_stored(
    newsdesk: Newsdesk, tmp_path: Path, name: str, raw: bytes
) -> None:
    newsdesk("people", "add", "Noor Elm")
    answer = given(newsdesk, tmp_path, name, raw)
    assert answer.code == 1
    assert "Traceback" not in answer.err
    assert name in answer.err
    assert book(newsdesk) == ["Noor Elm"]


@pytest.mark.parametrize(
    ("name", "raw"),
    [
        ("book.csv", f"Name,Office\n{MEGABYTE[:100_000]},Quay\nAna Birch,Quay\n".encode()),
        ("book.vcf", (CARD.format(MEGABYTE) + CARD.format("Ana Birch")).encode()),
        ("book.vcf", (CARD.format("Ana Birch") + "BEGIN:VCARD\r\nFN:Cut o").encode()),
        ("book.vcf", CARD.format("Ana Birch").replace("EMAIL:", "PHOTO:" + MEGABYTE).encode()),
        ("book.csv", b"Name,Office\n,\n,,,\n\x07\x08,\nAna Birch,Quay\n"),
    ],
    ids=["an endless cell", "an endless name", "cut off", "a picture of a megabyte", "nobody"],
)
def test_one_hostile_entry_keeps_no_other_out(
    newsdesk: Newsdesk, tmp_path: Path, name: str, raw: bytes
) -> None:
    answer = given(newsdesk, tmp_path, name, raw)
    assert (answer.code, "Traceback" in answer.err) == (0, False)
    assert book(newsdesk) == ["Ana Birch"]


@pytest.mark.parametrize("form", ["csv", "vcard3", "vcard4"])
@pytest.mark.parametrize(
    "name",
    [
        '=HYPERLINK("https://example.org","x")',
        "+41;22",
        "-2+3",
        "@SUM(1)",
        "Ana\r\nEMAIL:evil@example.org",
        "Ana\nEND:VCARD\nBEGIN:VCARD\nFN:Evil",
        "Ana;Birch,\\n\\\\",
        "\u202eanA",
    ],
)
def test_a_name_is_a_name_whatever_it_looks_like(
    newsdesk: Newsdesk, tmp_path: Path, form: str, name: str
) -> None:
    newsdesk("people", "add", f"--name={name}", "--office", "Quay")
    out = tmp_path / ("out.csv" if form == "csv" else "out.vcf")
    assert newsdesk("people", "export", "--format", form, "--out", out).code == 0
    if form == "csv":
        rows = csv.reader(StringIO(out.read_text("utf-8-sig"), newline=""))
        assert all(not cell.startswith(tuple("=+-@\t\r")) for row in rows for cell in row)
    back = newsdesk("people", "import", out, "--dry-run", "--json").json
    assert len(back["cards"]) == 1
    assert back["cards"][0]["name"] == " ".join(name.split())


def test_fifty_thousand_rows_are_looked_at(newsdesk: Newsdesk, tmp_path: Path) -> None:
    rows = "".join(f"Ana Birch{n},Quay,ana{n}@example.org\n" for n in range(50_000))
    (tmp_path / "book.csv").write_text(f"Name,Office,E-mail\n{rows}", "utf-8")
    answer = newsdesk("people", "import", tmp_path / "book.csv", "--dry-run")
    assert "50000 new" in answer.out
    assert book(newsdesk) == []


def test_more_rows_than_any_address_book_has_are_refused(
    newsdesk: Newsdesk, tmp_path: Path
) -> None:
    answer = given(newsdesk, tmp_path, "book.csv", b"Name\n" + b"A\n" * 100_001)
    assert answer.code == 1
    assert book(newsdesk) == []
