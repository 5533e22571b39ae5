import codecs

import pytest

from newsdesk.importing.xml_encoding import encoding_of, restored

TEXTS = {
    "cp1252": "The “harbour” opens in the café — Zürich said so. Señor Núñez agrees.",
    "cp1251": "Порт открывается сегодня ночью, сообщила администрация города Женевы.",
    "koi8_r": "Порт открывается сегодня ночью, сообщила администрация города Женевы.",
    "cp1253": "Το λιμάνι ανοίγει απόψε, ανακοίνωσε ο δήμος.",
    "cp1256": "يفتح الميناء أبوابه الليلة حسب ما أعلنت المدينة",
    "cp932": "港は今夜から開かれると市役所が発表した。新しい橋も公開される。",
    "euc_jp": "港は今夜から開かれると市役所が発表した。新しい橋も公開される。",
    "gb18030": "港口今晚开放，市政府宣布。新桥也将向公众开放。",
    "big5": "港口今晚開放，市政府宣布。新橋也將向公眾開放。",
    "cp949": "항구가 오늘 밤 개장한다고 시청이 발표했다.",
}


def feed(text: str, stated: str | None = None) -> str:
    head = f'<?xml version="1.0" encoding="{stated}"?>\n' if stated else ""
    return f"{head}<rss><channel><item><title>{text}</title></item></channel></rss>"


def decoded(raw: bytes) -> str:
    return restored(raw.decode(encoding_of(raw), "surrogateescape"))


@pytest.mark.parametrize("stated", [None, "utf-8", "no-such-encoding", "utf-16"])
@pytest.mark.parametrize("encoding", TEXTS)
def test_an_encoding_is_told_where_it_is_not_stated_or_stated_wrong(
    encoding: str, stated: str | None
) -> None:
    assert TEXTS[encoding] in decoded(feed(TEXTS[encoding], stated).encode(encoding))


@pytest.mark.parametrize(
    ("stated", "encoding"),
    [
        *((encoding, encoding) for encoding in TEXTS),
        ("ISO-8859-1", "cp1252"),
        ("us-ascii", "cp1252"),
        ("GB2312", "gb18030"),
        ("Shift_JIS", "cp932"),
        ("EUC-KR", "cp949"),
        ("iso-8859-2", "iso-8859-2"),
    ],
)
def test_a_stated_encoding_is_taken_as_browsers_take_it(stated: str, encoding: str) -> None:
    text = TEXTS.get(encoding, "Gdańsk, Łódź: port otwarty.")
    assert text in decoded(feed(text, stated).encode(encoding))


@pytest.mark.parametrize("stated", [None, "utf-8", "ISO-8859-1", "windows-1251", "gb2312"])
def test_what_is_utf_8_is_read_as_such_whatever_it_states(stated: str | None) -> None:
    assert decoded(feed("Genève, Łódź, 新闻", stated).encode()) == feed(
        "Genève, Łódź, 新闻", stated
    )


@pytest.mark.parametrize(
    "raw",
    [
        codecs.BOM_UTF8 + feed("Genève").encode(),
        codecs.BOM_UTF16_LE + feed("Genève").encode("utf-16-le"),
        codecs.BOM_UTF16_BE + feed("Genève").encode("utf-16-be"),
        codecs.BOM_UTF32_LE + feed("Genève").encode("utf-32-le"),
        feed("Genève").encode("utf-16-le"),
        feed("Genève").encode("utf-16-be"),
    ],
)
def test_utf_16_is_told_with_and_without_its_mark(raw: bytes) -> None:
    assert raw.decode(encoding_of(raw)).lstrip("\ufeff") == feed("Genève")


def test_a_few_bytes_that_were_pasted_from_elsewhere_do_not_change_the_rest() -> None:
    raw = feed("Женева: " * 20 + "#").encode().replace(b"#", b"\x93caf\xe9\x94")
    assert decoded(raw) == feed("Женева: " * 20 + "“café”")


def test_half_a_letter_at_the_end_is_no_other_encoding() -> None:
    assert encoding_of("Ein Hafen für Genève 新闻".encode()[:-1]) == "utf-8"


@pytest.mark.parametrize("raw", [b"", b"\xff", bytes(range(256)), b"\x81" * 1000])
def test_bytes_of_no_encoding_are_read_all_the_same(raw: bytes) -> None:
    assert isinstance(decoded(raw), str)
