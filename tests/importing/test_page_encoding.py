import pytest

from newsdesk.domain.errors import ImportProblem, ImportRefusedError
from newsdesk.importing.page_encoding import decoded_page

GERMAN = (
    "Neunzig Hafenarbeiter haben einen Kurs abgeschlossen, teilte das Amt für Häfen mit. Größe."
)
RUSSIAN = "Девяносто портовых рабочих закончили вчера курс спасения ночью, сообщает порт."


def text_of(raw: bytes, *, stated: str | None = None) -> tuple[str, str, bool]:
    found = decoded_page(raw, "page.html", stated=stated)
    return found.text, found.encoding, found.is_guessed


@pytest.mark.parametrize(
    ("mark", "encoding"),
    [
        ("<meta charset='windows-1252'>", "cp1252"),
        ("<meta charset=iso-8859-1>", "cp1252"),
        ("<META http-equiv=Content-Type content='text/html; charset=ISO-8859-1'>", "cp1252"),
        ("<?xml version='1.0' encoding='latin1'?>", "cp1252"),
        ("<meta charset=iso-8859-9>", "cp1254"),
    ],
)
def test_a_page_says_its_encoding_in_several_ways(mark: str, encoding: str) -> None:
    page = f"{mark}<p>{GERMAN}</p>"
    assert text_of(page.encode(encoding)) == (page, encoding, False)


@pytest.mark.parametrize(
    ("name", "codec", "text"),
    [
        ("gb2312", "gb18030", "镕基：港口"),
        ("shift_jis", "cp932", "港①です"),
        ("x-sjis", "cp932", "港です"),
        ("euc-jp", "euc_jp", "港です"),
        ("big5", "big5hkscs", "港口"),
        ("koi8-r", "koi8-r", "Порт"),
        ("windows-1256", "cp1256", "ميناء"),
    ],
)
def test_what_is_stated_means_what_browsers_take_it_for(name: str, codec: str, text: str) -> None:
    page = f"<meta charset={name}><p>{text}</p>"
    assert text_of(page.encode(codec)) == (page, codec, False)


def test_what_is_utf_8_is_that_whatever_it_states() -> None:
    page = f"<meta charset=windows-1252><p>{GERMAN}</p>"
    assert text_of(page.encode()) == (page, "utf-8", False)


def test_what_a_page_does_not_say_is_guessed() -> None:
    page = f"<p class='lead' style='margin: 0'>{RUSSIAN}</p>"
    assert text_of(page.encode("cp1251")) == (page, "cp1251", True)


@pytest.mark.parametrize("stated", ["utf-8", "utf-16", "no-such-encoding", "rot13", "hex"])
def test_what_a_page_wrongly_says_is_guessed(stated: str) -> None:
    page = f"<meta charset={stated}><p>{RUSSIAN}</p>"
    assert text_of(page.encode("koi8_r")) == (page, "koi8_r", True)


def test_what_is_said_outside_the_page_goes_first() -> None:
    page = f"<meta charset=koi8-r><p>{RUSSIAN}</p>"
    assert text_of(page.encode("cp1251"), stated="windows-1251")[0] == page


def test_a_few_letters_from_elsewhere_are_mended() -> None:
    raw = f"<p>{GERMAN * 3}</p>".encode() + b"<p>Stra\xdfe</p>"
    text, encoding, is_guessed = text_of(raw)
    assert text.endswith("<p>Straße</p>")
    assert (encoding, is_guessed) == ("utf-8", True)


def test_an_apostrophe_from_elsewhere_is_mended() -> None:
    raw = b"<meta charset=utf-8><p>The crew\x92s course goes on.</p>" + b"<p>They train.</p>" * 20
    text, _encoding, is_guessed = text_of(raw)
    assert "The crew’s course" in text
    assert is_guessed


def test_zeros_between_letters_are_dropped() -> None:
    assert text_of(b"<p>one\0two and three</p>")[0] == "<p>onetwo and three</p>"


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-8-sig"])
def test_pages_of_two_bytes_a_letter_are_read(encoding: str) -> None:
    page = f"<p>{GERMAN}</p>"
    assert text_of(page.encode(encoding))[0].lstrip("\ufeff") == page


@pytest.mark.parametrize(
    ("raw", "problem"),
    [
        (b"", ImportProblem.EMPTY),
        (b" ", ImportProblem.EMPTY),
        ("<p>Grüße".encode("cp1252"), ImportProblem.ENCODING),
        (bytes(range(1, 256)) * 20, ImportProblem.BINARY),
    ],
)
def test_what_cannot_be_told_is_refused(raw: bytes, problem: ImportProblem) -> None:
    with pytest.raises(ImportRefusedError) as refused:
        decoded_page(raw, "page.html")
    assert (refused.value.problem, refused.value.source) == (problem, "page.html")
