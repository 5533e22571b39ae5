"""Address cards of phones, Outlook and other books."""

from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsdesk.domain.contact import ContactPoint, PointKind
from newsdesk.domain.errors import ImportProblem, ImportRefusedError
from newsdesk.importing.found_cards import Doubt, FoundCard, RowProblem
from newsdesk.importing.vcard import read_vcards

OLD = (
    "BEGIN:VCARD\r\nVERSION:2.1\r\n"
    "N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:Gr=C3=B8n;P=C3=A4r;;;\r\n"
    "FN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:P=C3=A4r=\r\n=20Gr=C3=B8n\r\n"
    "TEL;WORK;VOICE:+41 22 555 01 01\r\nTEL;CELL:+41 79 555 01 01\r\n"
    "EMAIL;PREF;INTERNET:paer@example.org\r\nORG:Harbour Trust;Press\r\n"
    "PHOTO;ENCODING=BASE64;TYPE=JPEG:\r\n /9j/4AAQSkZJRgAB\r\n AQAAAQABAAD=\r\n\r\nEND:VCARD\r\n"
)
NEW = (
    "BEGIN:VCARD\nVERSION:3.0\nN:Wirth;Ana;Maria;Dr.;\nFN:Ana Maria Wirth\n"
    "ORG:Quay\\, Harbour and Co\\;;Press\nTITLE:Head of\n  Press\n"
    'item1.TEL;TYPE="cell,voice":+41 79 555 00 00\nTEL;TYPE=FAX:+41 22 555 00 09\n'
    "item1.X-ABLabel:Duty\nEMAIL;TYPE=INTERNET:ana@example.org\nNICKNAME:Anna,Annie\n"
    "URL:https://example.org/ana\nNOTE:not ours\\nto keep\nEND:VCARD\n"
)
NEWEST = (
    "BEGIN:VCARD\nVERSION:4.0\nFN:Noor Elm\nN:Elm;Noor;;;\nKIND:individual\n"
    'TEL;VALUE=uri;TYPE="work,voice":tel:+86-10-5550-5303;ext=203\n'
    "EMAIL:mailto:noor@example.org\nLANG;PREF=1:fr\nTZ:Europe/Zurich\n"
    "IMPP:whatsapp:+41795550100\nIMPP:xmpp:noor@example.org\nUID:urn:uuid:"
    "019a0000-0000-7000-8000-00000000abcd\nEND:VCARD\n"
)


def read(text: str | bytes) -> list[FoundCard]:
    raw = text if isinstance(text, bytes) else text.encode()
    return list(read_vcards(raw, "book.vcf").cards)


def points(card: FoundCard) -> list[tuple[PointKind, str]]:
    assert card.card.contact is not None
    return [(point.kind, point.value) for point in card.card.contact.points]


def test_a_card_of_an_old_phone_is_read_with_its_accents() -> None:
    (one,) = read(OLD)
    assert (one.card.name, one.line) == ("Pär Grøn", 1)
    assert points(one) == [
        (PointKind.PHONE, "+41 22 555 01 01"),
        (PointKind.MOBILE, "+41 79 555 01 01"),
        (PointKind.EMAIL, "paer@example.org"),
    ]
    assert one.card.contact is not None
    assert one.card.contact.office == "Harbour Trust, Press"
    assert one.doubts == set()


def test_a_card_of_today_is_read_with_every_name() -> None:
    (one,) = read(NEW)
    assert one.card.names == ("Ana Maria Wirth", "Anna", "Annie")
    assert one.card.contact is not None
    assert one.card.contact.office == "Quay, Harbour and Co;, Press"
    assert one.card.contact.role_title == "Head of Press"
    assert points(one)[0] == (PointKind.MOBILE, "+41 79 555 00 00")
    assert points(one)[1] == (PointKind.FAX, "+41 22 555 00 09")
    assert points(one)[-1] == (PointKind.WEB, "https://example.org/ana")


def test_a_card_of_the_newest_form_is_read_with_its_addresses_of_every_scheme() -> None:
    (one,) = read(NEWEST)
    assert points(one) == [
        (PointKind.PHONE, "+86-10-5550-5303 ext. 203"),
        (PointKind.EMAIL, "noor@example.org"),
        (PointKind.WHATSAPP, "+41795550100"),
    ]
    assert one.card.contact is not None
    assert (one.card.contact.languages, one.card.contact.tz) == (("fr",), "Europe/Zurich")
    assert str(one.key) == "019a0000-0000-7000-8000-00000000abcd"


def test_all_cards_of_a_file_are_read_and_what_is_cut_off_is_told() -> None:
    book = read_vcards((OLD + NEW + NEWEST[:-12]).encode(), "book.vcf")
    assert [one.card.name for one in book.cards] == ["Pär Grøn", "Ana Maria Wirth"]
    assert book.refused == ((30, RowProblem.CUT_OFF),)


def test_a_card_within_another_that_never_ends_is_read() -> None:
    book = read_vcards(("BEGIN:VCARD\nFN:Lost\n" + NEW).encode(), "book.vcf")
    assert [one.card.name for one in book.cards] == ["Ana Maria Wirth"]
    assert book.refused == ((1, RowProblem.CUT_OFF),)


def test_a_name_without_its_full_form_is_put_together() -> None:
    (one,) = read("BEGIN:VCARD\nN:Elm;Noor;van;;\nEND:VCARD\n")
    assert one.card.name == "Noor van Elm"


def test_letters_of_an_older_encoding_are_guessed_and_said() -> None:
    text = "".join(NEW.replace("Ana Maria Wirth", name) for name in ("Zoé Müller", "Éric Grön"))
    book = read_vcards(text.encode("cp1252"), "book.vcf")
    assert [one.card.name for one in book.cards] == ["Zoé Müller", "Éric Grön"]
    assert book.encoding is not None


def test_a_broken_property_is_left_out_and_told() -> None:
    (one,) = read("BEGIN:VCARD\nFN:Ana\nthis is none\nEMAIL;ENCODING=BASE64:%%%\nEND:VCARD\n")
    assert one.card.name == "Ana"
    assert Doubt.PART in one.doubts


@pytest.mark.parametrize(
    ("raw", "problem"),
    [
        (b"", ImportProblem.EMPTY),
        (b"Name,E-mail\nAna,a@example.org\n", ImportProblem.UNKNOWN_KIND),
        (bytes(range(256)) * 20, ImportProblem.BINARY),
        (b"\x89PNG\r\n\x1a\n" + bytes(200), ImportProblem.BINARY),
    ],
)
def test_what_is_no_card_is_refused(raw: bytes, problem: ImportProblem) -> None:
    with pytest.raises(ImportRefusedError) as refusal:
        read_vcards(raw, "book.vcf")
    assert refusal.value.problem is problem


def test_a_field_of_a_megabyte_refuses_its_card_and_no_other() -> None:
    endless = NEW.replace("FN:Ana Maria Wirth", "FN:" + "x" * 1_000_000)
    book = read_vcards((endless + NEWEST).encode(), "book.vcf")
    assert [one.card.name for one in book.cards] == ["Noor Elm"]
    assert book.refused == ((1, RowProblem.TOO_LONG),)


def test_a_picture_of_megabytes_costs_nothing() -> None:
    photo = "PHOTO;ENCODING=b;TYPE=JPEG:" + "\n ".join("A" * 74 for _ in range(40_000))
    (one,) = read(NEW.replace("NOTE:", photo + "\nNOTE:"))
    assert one.card.name == "Ana Maria Wirth"


@given(st.binary(max_size=300))
@settings(max_examples=200, deadline=None)
def test_any_bytes_are_read_or_refused_in_words(raw: bytes) -> None:
    with suppress(ImportRefusedError):
        read_vcards(b"BEGIN:VCARD\nFN:Ana\n" + raw + b"\nEND:VCARD\n", "book.vcf")


_PIECES = st.sampled_from(
    ["BEGIN:VCARD", "END:VCARD", "FN:", "N:", ";", ",", "\\", ":", "=", "=C3", "=\r\n", "\r\n",
     "\n", " ", "\t", "TEL;TYPE=", "ENCODING=QUOTED-PRINTABLE", "CHARSET=",
     "X-NEWSDESK-ROLE;X-FROM=", '"', "item1.", "é", "\u202e", "\x00", "PHOTO:", "UID:", "utf-16"]
)  # fmt: skip


@given(st.lists(_PIECES | st.text(max_size=5), max_size=60))
@settings(max_examples=300, deadline=None)
def test_any_pieces_of_cards_are_read_or_refused_in_words(pieces: list[str]) -> None:
    with suppress(ImportRefusedError):
        read_vcards("".join(pieces).encode(), "book.vcf")


def test_how_far_it_is_is_told() -> None:
    told: list[tuple[int, int]] = []
    read_vcards((OLD + NEW).encode(), "book.vcf", lambda done, total: told.append((done, total)))
    assert told == [(0, 2), (1, 2), (2, 2)]


def test_points_that_are_not_public_are_told_by_our_own_cards() -> None:
    (one,) = read(
        "BEGIN:VCARD\nFN:Ana\nTEL;TYPE=cell;X-NEWSDESK-PUBLIC=0;X-NEWSDESK-USAGE=nights:"
        "+41795550100\nX-NEWSDESK-PUBLIC:0\nX-NEWSDESK-ACTIVE:0\nEND:VCARD\n"
    )
    contact = one.card.contact
    assert contact is not None
    assert (contact.public, contact.is_active) == (False, False)
    assert contact.points == (
        ContactPoint(kind=PointKind.MOBILE, value="+41795550100", public=False, usage="nights"),
    )
