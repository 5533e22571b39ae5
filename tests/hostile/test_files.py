"""Hostile files: refused whole and in words, or brought in without what is hostile in them.

Every row is a file that somebody was sent and gives to the command line.
"""

import re
import stat
import zipfile
from base64 import b64decode
from collections.abc import Iterator, Mapping
from email.message import EmailMessage
from pathlib import Path

import pytest

from newsdesk.importing import archive
from tests.cli.conftest import Answer, Newsdesk
from tests.importing import pictures
from tests.importing.docx_writing import document, packed, paragraph, picture, run
from tests.importing.test_archive import CENTRAL, LOCAL, patched, with_attributes, zipped
from tests.pictures import SECRETS, photo
from tests.services.small_dictionary import AFFIXES

MEGABYTE = 1024 * 1024
TEXT = b"Crews train for winter\n\nNinety harbour workers have finished a course in night rescue.\n"
GOOD = ("good.txt", TEXT)
CONTROL = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


def in_folder(folder: Path) -> dict[Path, bytes]:
    """Return every file outside the newsroom and the home with what is in it."""
    ours = {folder / "newsroom", folder / "home"}
    files = [path for path in folder.rglob("*") if path.is_file() and not ours & {*path.parents}]
    return {path: path.read_bytes() for path in files}


def media_of(newsroom: Path) -> list[Path]:
    return sorted(path for path in (newsroom / "media").rglob("*") if path.is_file())


def assert_refused(answer: Answer, words: str | Path = "") -> None:
    assert (answer.code, "Traceback" in answer.err) == (1, False)
    assert str(words) in answer.err
    assert not CONTROL.search(answer.err)
    assert len(answer.err.strip()) > len(str(words)) + 10  # and why


# Archives ---------------------------------------------------------------------------------------


def lying(raw: bytes, offset: int, form: str, value: int) -> bytes:
    """Return an archive of which a member says another thing in the list of members."""
    return patched(raw, CENTRAL, offset, form, value)


def overlapping() -> bytes:
    raw = zipped(("a.txt", TEXT), ("b.txt", TEXT), method=zipfile.ZIP_STORED)
    second = raw.rindex(CENTRAL)
    return raw[:second] + lying(raw[second:], 42, "<I", 0)


ARCHIVES: Mapping[str, tuple[bytes, str]] = {
    "up": (zipped(GOOD, ("../evil.txt", TEXT)), "archive_path"),
    "up on Windows": (zipped(GOOD, ("..\\evil.txt", TEXT)), "archive_path"),
    "up from below": (zipped(GOOD, ("a/b/../../../evil.txt", TEXT)), "archive_path"),
    "absolute": (zipped(GOOD, ("/etc/evil.txt", TEXT)), "archive_path"),
    "on a drive": (zipped(GOOD, ("C:\\evil.txt", TEXT)), "archive_path"),
    "on a share": (zipped(GOOD, ("\\\\example.org\\s\\evil.txt", TEXT)), "archive_path"),
    "a name with an end in it": (zipped(GOOD, ("evil.txt\0.png", TEXT)), "archive_path"),
    "a name that writes on the screen": (zipped(GOOD, ("e\x1b[2Jvil.txt", TEXT)), "archive_path"),
    "a link": (with_attributes(stat.S_IFLNK | 0o777), "archive_link"),
    "a device": (with_attributes(stat.S_IFCHR | 0o666), "archive_link"),
    "a bomb": (zipped(GOOD, ("zeros.txt", bytes(30 * MEGABYTE))), "archive_bomb"),
    "many small bombs": (
        zipped(GOOD, *((f"{n}.txt", bytes(MEGABYTE // 2)) for n in range(40))),
        "archive_bomb",
    ),
    "one name twice": (zipped(GOOD, ("./good.txt", TEXT)), "archive_duplicate"),
    "one name in other capitals": (zipped(GOOD, ("GOOD.TXT", TEXT)), "archive_duplicate"),
    "one name in another form": (
        zipped(("caf\u00e9.txt", TEXT), ("cafe\u0301.txt", TEXT)),
        "archive_duplicate",
    ),
    "two members that are one": (overlapping(), "archive_duplicate"),
    "a program": (zipped(GOOD, ("setup.exe", b"MZ")), "archive_program"),
    "a program called a document": (zipped(GOOD, ("a.pdf.SCR", b"MZ")), "archive_program"),
    "a script": (zipped(GOOD, ("a.vbs", b"MsgBox 1")), "archive_program"),
    "with a password": (lying(zipped(GOOD), 8, "<H", 0x1), "archive_encrypted"),
    "cut off": (zipped(GOOD, ("b.txt", TEXT * 99))[:-30], "damaged"),
    "nothing of the kind": (b"PK\x03\x04" + bytes(range(256)) * 9, "damaged"),
}


@pytest.mark.parametrize(("raw", "problem"), ARCHIVES.values(), ids=ARCHIVES)
def test_a_hostile_archive_is_refused_whole(
    newsdesk: Newsdesk, newsroom: Path, tmp_path: Path, raw: bytes, problem: str
) -> None:
    file = tmp_path / "sent" / "texts.zip"
    file.parent.mkdir()
    file.write_bytes(raw)
    before = in_folder(tmp_path)
    answer = newsdesk("import", file, "--json")
    assert_refused(answer, file)
    assert [one["problem"] for one in answer.json["refused"]] == [problem]
    assert answer.json["imported"] == newsdesk("list", "--json").json == []
    assert media_of(newsroom) == []
    assert in_folder(tmp_path) == before


def test_too_many_members_are_refused_whole(
    newsdesk: Newsdesk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(archive, "MOST_MEMBERS", 2)
    (tmp_path / "texts.zip").write_bytes(zipped(*((f"{n}.txt", TEXT) for n in range(3))))
    answer = newsdesk("import", tmp_path / "texts.zip", "--json")
    assert_refused(answer, "texts.zip")
    assert [one["problem"] for one in answer.json["refused"]] == ["too_many"]
    assert newsdesk("list", "--json").json == []


@pytest.mark.parametrize(("raw", "_problem"), ARCHIVES.values(), ids=ARCHIVES)
@pytest.mark.parametrize("suffix", [".oxt", ".docx"])
def test_nor_is_it_one_as_a_dictionary_or_a_document(
    newsdesk: Newsdesk, newsroom: Path, tmp_path: Path, raw: bytes, _problem: str, suffix: str
) -> None:
    file = tmp_path / f"sent{suffix}"
    file.write_bytes(raw)
    words = ("dictionaries", "--add", file) if suffix == ".oxt" else ("import", file)
    before = in_folder(tmp_path)
    assert_refused(newsdesk(*words), file.name)
    assert not [one for one in newsdesk("dictionaries", "--json").json if one["own"]]
    assert newsdesk("list", "--json").json == []
    assert not list((newsroom / "dictionaries").glob("*"))
    assert in_folder(tmp_path) == before


# XML --------------------------------------------------------------------------------------------

LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
DECLARED = {
    "an entity": '<!ENTITY a "b">',
    "a file": '<!ENTITY a SYSTEM "file:///etc/passwd">',
    "the web": '<!ENTITY a SYSTEM "http://example.org/a">',
    "a parameter": '<!ENTITY % a SYSTEM "http://example.org/a.dtd"> %a;',
    "a billion laughs": f'<!ENTITY l0 "ha">{LAUGHS}<!ENTITY a "&l9;">',
}
SPACES = 'xmlns:content="http://purl.org/rss/1.0/modules/content/"'
ITEM = f"<item><title>Crews train</title><description>&a; {TEXT.decode()}</description></item>"
XML = {
    ".rss": f"<rss version='2.0'><channel><title>OSH</title>{ITEM}</channel></rss>",
    ".atom": "<feed xmlns='http://www.w3.org/2005/Atom'><entry><title>&a;</title></entry></feed>",
    ".xml": f"<rss version='2.0' {SPACES} xmlns:wp='http://wordpress.org/export/1.2/'><channel>"
    f"<wp:wxr_version>1.2</wp:wxr_version>{ITEM}</channel></rss>",
}


@pytest.mark.parametrize("suffix", XML)
@pytest.mark.parametrize("declared", DECLARED)
def test_xml_that_declares_anything_is_refused(
    newsdesk: Newsdesk, tmp_path: Path, suffix: str, declared: str
) -> None:
    file = tmp_path / f"sent{suffix}"
    root = "feed" if suffix == ".atom" else "rss"
    file.write_text(f"<!DOCTYPE {root} [{DECLARED[declared]}]>{XML[suffix]}", "utf-8")
    answer = newsdesk("import", file, "--json")
    assert_refused(answer, file)
    assert [one["problem"] for one in answer.json["refused"]] == ["doctype"]
    assert newsdesk("list", "--json").json == []


@pytest.mark.parametrize("part", ["word/document.xml", "word/styles.xml", "[Content_Types].xml"])
@pytest.mark.parametrize("declared", DECLARED)
def test_a_document_that_declares_anything_is_refused(
    newsdesk: Newsdesk, tmp_path: Path, part: str, declared: str
) -> None:
    hostile = f"<!DOCTYPE w [{DECLARED[declared]}]><w>&a;</w>"
    file = tmp_path / "sent.docx"
    file.write_bytes(document(paragraph(run("One quay.")), parts={part: hostile}))
    answer = newsdesk("import", file, "--json")
    assert_refused(answer, file)
    assert [one["problem"] for one in answer.json["refused"]] == ["doctype"]


# Pictures ---------------------------------------------------------------------------------------

NO_PICTURES = {
    "a drawing": b'<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>',
    "a drawing with a head": b'<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>',
    "a page": b"<!DOCTYPE html><script>alert(1)</script>",
    "a bitmap": b"BM" + bytes(60),
    "a program": b"MZ" + bytes(600),
    "a page behind the sign of a GIF": b"GIF89a/*<script>*/=1;alert(1)",
    "a bomb": pictures.png(60_000, 60_000),
    "a bomb of another kind": pictures.gif(65_535, 65_535),
    "half a picture": photo()[:200],
    "nothing": b"",
}


@pytest.mark.parametrize("raw", NO_PICTURES.values(), ids=NO_PICTURES)
def test_what_is_no_picture_is_refused_whatever_it_is_called(
    newsdesk: Newsdesk, newsroom: Path, tmp_path: Path, raw: bytes
) -> None:
    newsdesk("new", "--set", "headline=Crews train")
    (tmp_path / "photo.jpg").write_bytes(raw)
    answer = newsdesk("media", "crews-train", "--add", tmp_path / "photo.jpg", "--alt", "A quay")
    assert_refused(answer, "photo.jpg")
    assert newsdesk("media", "crews-train", "--json").json == []
    assert media_of(newsroom) == []


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "GIF"])
def test_what_a_picture_tells_beside_itself_stays_at_the_desk(
    newsdesk: Newsdesk, newsroom: Path, tmp_path: Path, kind: str
) -> None:
    """Also what stands behind its end: the file is an archive as well, and a script."""
    raw = photo(kind=kind) + zipped(("secret.txt", b"secret")) + b"<script>alert(1)</script>;"
    source, out = tmp_path / "photo.bin", tmp_path / "out"
    source.write_bytes(raw)
    newsdesk("new", "--set", "headline=Crews train")
    assert newsdesk("media", "crews-train", "--add", source, "--alt", "A quay").code == 0
    (kept,) = media_of(newsroom)
    assert kept.read_bytes() == raw
    assert newsdesk("export", "crews-train", "--out", out).code == 0
    shown = list(embedded(next(out.iterdir()).read_text("utf-8")))
    assert shown
    for one in shown:
        assert not any(secret in one for secret in (*SECRETS, b"<script>", LOCAL))


def embedded(page: str) -> Iterator[bytes]:
    """Yield the pictures of a page."""
    for encoded in re.findall(r'src="data:image/[a-z]+;base64,([^"]+)"', page):
        yield b64decode(encoded)


OUTSIDE = [
    "../secret.png", "..\\secret.png", "a/../../secret.png", "%2e%2e/secret.png", "{above}",
    "file://{above}", "//example.org/secret.png", "\\\\example.org\\secret.png", "link.png",
    "C:/secret.png", "https://example.org/secret.png",
]  # fmt: skip


@pytest.mark.parametrize("address", OUTSIDE)
@pytest.mark.parametrize("text", ["![A quay]({})", "<img src='{}' alt='A quay'>"])
def test_a_picture_outside_the_folder_of_a_text_is_not_taken_along(
    newsdesk: Newsdesk, newsroom: Path, tmp_path: Path, text: str, address: str
) -> None:
    secret, folder = tmp_path / "secret.png", tmp_path / "sent"
    secret.write_bytes(pictures.png())
    folder.mkdir()
    (folder / "link.png").symlink_to(secret)
    file = folder / ("a.md" if text.startswith("!") else "a.html")
    file.write_bytes(TEXT + b"\n" + text.format(address.format(above=secret)).encode() + b"\n")
    assert newsdesk("import", file).code == 0
    assert media_of(newsroom) == []


@pytest.mark.parametrize(
    ("name", "code", "pictures_kept"),
    [
        ("a\u202egpj.png", 0, 1),
        ("CON.png", 0, 0),  # named in what was found
        ("../../a.png", 1, 0),
        ("..\\..\\a.png", 1, 0),
        ("a.exe", 1, 0),
    ],
)
def test_a_picture_in_a_document_is_kept_under_its_hash_or_not_at_all(
    newsdesk: Newsdesk, newsroom: Path, tmp_path: Path, name: str, code: int, pictures_kept: int
) -> None:
    body = paragraph(run(TEXT.decode())) + paragraph(picture("r1", "A quay"))
    (tmp_path / "a.docx").write_bytes(document(body, pictures={"r1": (name, pictures.png())}))
    before = in_folder(tmp_path)
    assert newsdesk("import", tmp_path / "a.docx").code == code
    assert in_folder(tmp_path) == before
    kept = [path.name for path in media_of(newsroom)]
    assert len(kept) == pictures_kept
    assert [one for one in kept if not re.fullmatch(r"[0-9a-f]{64}\.png", one)] == []


# Letters ----------------------------------------------------------------------------------------

SUBJECTS = {
    "=?utf-8?q?Hi=0D=0ABcc:_x@evil?=": "Hi Bcc: x@evil",
    "=?utf-8?b?SGkNCkJjYzogeEBldmls?=": "Hi Bcc: x@evil",
    "=?utf-8?q?Hi=0ABcc:_x@evil?=": "Hi Bcc: x@evil",
    "=?utf-8?q?Hi?= =?utf-8?q?=0D=0ABcc:_x@evil?=": "Hi Bcc: x@evil",
    "=?utf-8?q?Hi=00=1B[2J?=": "Hi [2J",
    "=?utf-8?q?Hi=E2=80=A8Bcc:_x@evil?=": "Hi Bcc: x@evil",
    "=?utf-8?q?Hi=C2=85Bcc:_x@evil?=": "Hi Bcc: x@evil",
}


@pytest.mark.parametrize(("subject", "headline"), SUBJECTS.items())
def test_a_subject_is_one_line_and_writes_no_other_header(
    newsdesk: Newsdesk, tmp_path: Path, subject: str, headline: str
) -> None:
    head = f"From: {subject} <a@example.org>\r\nTo: b@example.org\r\nSubject: {subject}\r\n\r\n"
    (tmp_path / "a.eml").write_bytes(head.encode() + TEXT)
    answer = newsdesk("import", tmp_path / "a.eml", "--json")
    assert (answer.code, answer.err) == (0, "")
    (release,) = answer.json["imported"]
    assert release["headline"] == headline
    assert not CONTROL.search(release["headline"])
    letter = EmailMessage()
    letter["Subject"] = release["headline"]  # as it will be set
    assert list(letter) == ["Subject"]
    assert letter.as_string().count("\n") == 2


@pytest.mark.parametrize("name", ["../../evil.txt", "..\\evil.exe", "/etc/evil", "CON", "a\0b.png"])
def test_what_hangs_on_a_letter_is_written_nowhere(
    newsdesk: Newsdesk, newsroom: Path, tmp_path: Path, name: str
) -> None:
    letter = EmailMessage()
    letter["Subject"] = "Crews train"
    letter.set_content(TEXT.decode())
    letter.add_attachment(b"MZ" + bytes(99), "application", "octet-stream", filename=name)
    (tmp_path / "a.eml").write_bytes(bytes(letter))
    before = in_folder(tmp_path)
    assert newsdesk("import", tmp_path / "a.eml").code == 0
    assert media_of(newsroom) == []
    assert in_folder(tmp_path) == before


# Rubbish ----------------------------------------------------------------------------------------

RUBBISH = {
    "nothing": b"",
    "zeros": bytes(5_000),
    "every byte": bytes(range(256)) * 20,
    "another encoding": "Où est le café ?".encode("latin-1"),
    "half a character": b"Text \xed\xa0\xbd",
    "an old document": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(2_000),
    "an archive of nothing": zipped(),
    "an archive of other things": packed({"a": "b"}),
    "a database": b"SQLite format 3\0" + bytes(4_000),
    "an archive cut off": document(paragraph(run("One quay.")))[:900],
}
FOLDER = object()  # in place of the file: a folder, nothing at all
GONE = object()


@pytest.mark.parametrize("raw", [*RUBBISH.values(), FOLDER, GONE], ids=[*RUBBISH, "folder", "gone"])
@pytest.mark.parametrize(
    ("suffix", "words"),
    [
        (".docx", ("import", "{}")),
        (".zip", ("import", "{}")),
        (".dic", ("dictionaries", "--add", "{}", "--language", "de")),
        (".oxt", ("dictionaries", "--add", "{}")),
        (".jpg", ("media", "crews-train", "--add", "{}", "--decorative")),
        (".md", ("snippets", "--add", "Invitation", "--text-file", "{}")),
        (".md", ("edit", "crews-train", "--body-file", "{}")),
        (".db", ("restore", "{}")),
    ],
    ids=lambda part: part if isinstance(part, str) else part[0],
)
def test_rubbish_is_refused_in_words_and_leaves_all_as_it_was(
    newsdesk: Newsdesk, tmp_path: Path, suffix: str, words: tuple[str, ...], raw: object
) -> None:
    newsdesk("new", "--set", "headline=Crews train")
    file = tmp_path / f"sent{suffix}"
    if isinstance(raw, bytes):
        file.write_bytes(raw)
        file.with_suffix(".aff").write_text(AFFIXES, "utf-8")
    elif raw is FOLDER:
        file.mkdir()
    before = stored(newsdesk)
    answer = newsdesk(*(word.format(file) for word in words))
    assert_refused(answer)
    assert stored(newsdesk) == before


def stored(newsdesk: Newsdesk) -> list[object]:
    shown = newsdesk("show", "crews-train", "--json").json
    lists = [newsdesk(words, "--json").json for words in ("list", "snippets", "dictionaries")]
    return [shown, *lists]
