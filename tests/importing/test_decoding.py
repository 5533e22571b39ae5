import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdesk.domain.errors import ImportProblem, ImportRefusedError
from newsdesk.importing.decoding import LARGEST, decode, decoded, is_markup

IN_MANY_SCRIPTS = (
    "Harbour crews train · Équipage · Mannschaft über Nacht · Учения · تدريب · 训练 · 訓練です"
)


def problem_of(raw: bytes) -> tuple[ImportProblem, str]:
    with pytest.raises(ImportRefusedError) as refused:
        decode(raw, "release.txt")
    return refused.value.problem, refused.value.source


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16"], ids=["plain", "with a mark", "two bytes"]
)
def test_text_comes_out_as_it_was_written(encoding: str) -> None:
    assert decode(IN_MANY_SCRIPTS.encode(encoding), "release.txt") == IN_MANY_SCRIPTS


@pytest.mark.parametrize("byte_order", ["utf-16-le", "utf-16-be"])
def test_both_byte_orders_of_utf_16_are_read(byte_order: str) -> None:
    assert decode(("\ufeff" + IN_MANY_SCRIPTS).encode(byte_order), "a.txt") == IN_MANY_SCRIPTS


@pytest.mark.parametrize(
    ("raw", "problem"),
    [
        (b"", ImportProblem.EMPTY),
        (b" \n\t\r\n ", ImportProblem.EMPTY),
        (b"\xef\xbb\xbf", ImportProblem.EMPTY),
        ("\xa0\n\xa0".encode(), ImportProblem.EMPTY),
        ("\u3000\n\u2003\x1c".encode(), ImportProblem.EMPTY),
        (b"%PDF-1.7\n% a file of another kind", ImportProblem.BINARY),
        (b"PK\x03\x04\x14\x00a packed file", ImportProblem.BINARY),
        (b"\x89PNG\r\n\x1a\n", ImportProblem.BINARY),
        (b"\xff\xd8\xff\xe0 a picture", ImportProblem.BINARY),
        (b"words and a \0 between them", ImportProblem.BINARY),
        (b"\x01\x02\x03\xfe\x04\x05\x06 noise", ImportProblem.BINARY),
        ("two\0bytes".encode("utf-16"), ImportProblem.BINARY),
        ("Gr\xfc\xdfe aus M\xfcnchen".encode("latin-1"), ImportProblem.ENCODING),
        ("Привет".encode("cp1251"), ImportProblem.ENCODING),
        (b"cut off: \xe2\x82", ImportProblem.ENCODING),
        ("four bytes each".encode("utf-32"), ImportProblem.ENCODING),
        (b"\xff\xfea", ImportProblem.ENCODING),
    ],
)
def test_what_is_no_readable_text_is_refused_with_its_reason(
    raw: bytes, problem: ImportProblem
) -> None:
    assert problem_of(raw) == (problem, "release.txt")


def test_the_largest_file_is_read_and_one_byte_more_is_refused() -> None:
    assert len(decode(b"a" * LARGEST, "release.txt")) == LARGEST
    assert problem_of(b"a" * (LARGEST + 1))[0] is ImportProblem.TOO_LARGE


@pytest.mark.parametrize(
    ("encoding", "text"),
    [
        ("cp1252", "Das Amt für sichere Häfen hat heute mitgeteilt, dass größere Häfen folgen."),
        (
            "cp932",
            "安全港湾局は本日、港湾労働者90人が夜間の救助訓練を終えたと発表しました。訓練は春も続きます。",
        ),
        (
            "gb18030",
            "安全港口办公室今天宣布，九十名港口工人完成了夜间救援课程，该课程将在春季继续进行，更多港口已经申请。",
        ),
        ("utf-16-le", "Ninety harbour workers have finished a course in night rescue."),
        ("utf-16-be", "Девяносто портовых рабочих закончили вчера курс спасения ночью."),
    ],
)
def test_a_text_that_does_not_say_its_encoding_is_read_if_it_can_only_be_one(
    encoding: str, text: str
) -> None:
    found = decoded(text.encode(encoding), "release.txt")
    assert (found.text, found.is_guessed) == (text, True)
    assert found.guess == encoding


def test_an_encoding_that_a_file_says_is_no_guess() -> None:
    assert decoded(b"\xff\xfea\0", "a.txt").guess is None
    assert decoded("Größe".encode(), "a.txt").guess is None


def test_what_a_guess_cannot_read_to_its_end_is_refused() -> None:
    text = "Das Amt für sichere Häfen hat heute mitgeteilt, dass größere Häfen folgen.\n" * 1_000
    assert problem_of(text.encode("cp1252") + b"\x81\x8d")[0] is ImportProblem.ENCODING


def test_where_an_encoding_breaks_is_said() -> None:
    with pytest.raises(ImportRefusedError) as refused:
        decode(b"Gr\xfc\xdfe", "release.txt")
    assert refused.value.detail == "byte 2"


@pytest.mark.parametrize(
    "text",
    [
        "<!DOCTYPE html><p>Hello",
        "\ufeff\n  <html lang='en'>",
        "<?xml version='1.0'?>",
        r"{\rtf1\ansi Hello}",
        "<rss version='2.0'>",
        "<feed xmlns='http://www.w3.org/2005/Atom'>",
    ],
)
def test_a_page_a_feed_and_a_word_processors_file_are_markup(text: str) -> None:
    assert is_markup(text)


@pytest.mark.parametrize(
    "text",
    ["", "Words", "<b>Words</b>", "Words, then <html>", "<htmlish>", "<https://example.org>"],
)
def test_words_are_no_markup(text: str) -> None:
    assert not is_markup(text)


@given(st.binary(max_size=200))
def test_any_bytes_are_text_or_refused(raw: bytes) -> None:
    try:
        text = decode(raw, "release.txt")
    except ImportRefusedError:
        return
    assert text.strip("\ufeff \t\r\n")
    assert "\0" not in text


@given(st.text(min_size=1).filter(lambda text: text.strip() and "\0" not in text))
def test_any_utf_8_text_is_itself(text: str) -> None:
    raw = text.encode()
    if raw.startswith((b"%PDF-", b"PK\x03\x04", b"GIF8", b"\xef\xbb\xbf")):
        return
    assert decode(raw, "release.txt") == text
