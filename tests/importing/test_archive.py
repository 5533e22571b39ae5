import io
import stat
import struct
import zipfile
from collections.abc import Callable
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdesk.domain.errors import ImportProblem, ImportRefusedError
from newsdesk.importing import archive
from newsdesk.importing.archive import members

MEGABYTE = 1024 * 1024


def zipped(*files: tuple[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """Return a ZIP archive of files by their names, hostile ones included."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", method) as packed:
        for name, content in files:
            info = zipfile.ZipInfo(name)
            info.filename = info.orig_filename = name  # as it is: ZipInfo would tidy it
            info.compress_type = method
            packed.writestr(info, content)
    return made.getvalue()


def read(raw: bytes) -> dict[str, bytes]:
    return {member.name: member.read() for member in members(io.BytesIO(raw), "all.zip")}


def problem_of(raw: bytes) -> ImportProblem:
    with pytest.raises(ImportRefusedError) as refused:
        members(io.BytesIO(raw), "all.zip")
    assert refused.value.source == "all.zip"
    return refused.value.problem


def with_attributes(mode: int) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as packed:
        info = zipfile.ZipInfo("passwords.txt")
        info.external_attr = mode << 16
        packed.writestr(info, b"/etc/passwd")
    return made.getvalue()


def patched(raw: bytes, signature: bytes, offset: int, form: str, value: int) -> bytes:
    """Return an archive with one field of its first header of a kind overwritten."""
    at = raw.index(signature) + offset
    changed = bytearray(raw)
    struct.pack_into(form, changed, at, value)
    return bytes(changed)


LOCAL, CENTRAL = b"PK\x03\x04", b"PK\x01\x02"


def test_files_come_in_the_order_of_the_archive() -> None:
    raw = zipped(("b/2.txt", b"two"), ("a.md", b"one"), ("page_files/menu.js", b"x"))
    assert read(raw) == {"b/2.txt": b"two", "a.md": b"one", "page_files/menu.js": b"x"}


def test_nothing_is_read_before_it_is_asked_for() -> None:
    good = zipped(("a.txt", b"Harbour opens"), ("b.txt", b"x" * 9_000))
    at = good.index(b"b.txt") + len("b.txt")
    first, second = members(io.BytesIO(good[:at] + b"\xff" * 9 + good[at + 9 :]), "all.zip")
    assert first.read() == b"Harbour opens"
    with pytest.raises(ImportRefusedError) as refused:
        second.read()
    assert (refused.value.problem, refused.value.source) == (
        ImportProblem.DAMAGED,
        "all.zip/b.txt",
    )


def test_folders_and_what_systems_put_in_are_left_out() -> None:
    raw = zipped(
        ("folder/", b""),
        ("folder/a.txt", b"a"),
        ("__MACOSX/folder/._a.txt", b"x"),
        (".DS_Store", b"x"),
        (".git/config.txt", b"x"),
        ("folder/Thumbs.db", b"x"),
        ("desktop.ini", b"x"),
        ("folder/~$a.docx", b"x"),
    )
    assert list(read(raw)) == ["folder/a.txt"]


@pytest.mark.parametrize(
    "name",
    [
        "../a.txt", "a/../../b.txt", "..\\a.txt", "a/.. /b.txt", "/etc/a.txt", "\\a.txt",
        "\\\\server\\share\\a.txt", "C:\\a.txt", "c:a.txt", "a\n.txt", "a\x00.exe.txt", "", "..",
        "a\x1b[2J.txt",
    ],
)  # fmt: skip
def test_a_name_that_leads_out_refuses_all(name: str) -> None:
    assert problem_of(zipped(("good.txt", b"a"), (name, b"b"))) is ImportProblem.ARCHIVE_PATH


@pytest.mark.parametrize("mode", [stat.S_IFLNK, stat.S_IFIFO, stat.S_IFCHR, stat.S_IFBLK])
def test_a_link_or_a_device_refuses_all(mode: int) -> None:
    assert problem_of(with_attributes(mode | 0o777)) is ImportProblem.ARCHIVE_LINK


def test_a_file_that_says_it_is_one_is_read() -> None:
    assert read(with_attributes(stat.S_IFREG | 0o644)) == {"passwords.txt": b"/etc/passwd"}


def test_a_member_that_grows_two_hundredfold_refuses_all() -> None:
    bomb = zipped(("good.txt", b"a"), ("zeros.txt", bytes(20 * MEGABYTE)))
    assert problem_of(bomb) is ImportProblem.ARCHIVE_BOMB


def test_many_small_members_that_grow_together_refuse_all() -> None:
    bomb = zipped(*((f"{number}.txt", bytes(MEGABYTE // 2)) for number in range(40)))
    assert problem_of(bomb) is ImportProblem.ARCHIVE_BOMB


def test_members_that_are_too_large_together_refuse_all(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive, "LARGEST_TOTAL", 5)
    assert problem_of(zipped(("a.txt", b"abc"), ("b.txt", b"def"))) is ImportProblem.ARCHIVE_BOMB


def test_members_that_share_their_content_refuse_all() -> None:
    raw = zipped(("a.txt", b"first"), ("b.txt", b"second"), method=zipfile.ZIP_STORED)
    second = raw.rindex(CENTRAL)
    overlapping = raw[:second] + patched(raw[second:], CENTRAL, 42, "<I", 0)
    assert problem_of(overlapping) is ImportProblem.ARCHIVE_DUPLICATE


def test_a_member_that_reaches_into_the_list_of_members_refuses_all() -> None:
    raw = zipped(("a.txt", b"first"), method=zipfile.ZIP_STORED)
    assert problem_of(patched(raw, CENTRAL, 20, "<I", 90)) is ImportProblem.ARCHIVE_DUPLICATE


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("a.txt", "A.TXT"),
        ("Straße/a.txt", "STRASSE/A.txt"),
        ("caf\u00e9.txt", "cafe\u0301.txt"),
        ("a.txt", "a.txt. "),
        ("a//b.txt", "a/./b.txt"),
        ("a\\b.txt", "a/b.txt"),
    ],
)
def test_two_names_that_are_one_on_another_system_refuse_all(one: str, other: str) -> None:
    assert problem_of(zipped((one, b"1"), (other, b"2"))) is ImportProblem.ARCHIVE_DUPLICATE


@pytest.mark.parametrize(
    "name",
    ["setup.exe", "Release.pdf.EXE", "a.scr", "run.bat", "x.vbs", "a.lnk", "a.exe. ", "b.sh"],
)
def test_a_program_refuses_all(name: str) -> None:
    assert problem_of(zipped(("good.txt", b"a"), (name, b"MZ"))) is ImportProblem.ARCHIVE_PROGRAM


def test_too_many_members_refuse_all(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive, "MOST_MEMBERS", 2)
    raw = zipped(("a.txt", b""), ("b.txt", b""), ("c.txt", b""))
    assert problem_of(raw) is ImportProblem.TOO_MANY


def test_a_list_of_members_beyond_all_measure_is_not_even_read() -> None:
    end = b"PK\x05\x06" + struct.pack("<HHHHIIH", 0, 0, 1, 1, 17 * MEGABYTE, 0, 0)
    assert problem_of(bytes(17 * MEGABYTE) + end) is ImportProblem.DAMAGED


@pytest.mark.parametrize("flag", [0x1, 0x41, 0x2000])
def test_an_encrypted_member_refuses_all(flag: int) -> None:
    raw = zipped(("a.txt", b"secret"))
    assert problem_of(patched(raw, CENTRAL, 8, "<H", flag)) is ImportProblem.ARCHIVE_ENCRYPTED


def test_a_compression_that_nobody_else_reads_refuses_all() -> None:
    raw = zipped(("a.txt", b"text"), method=zipfile.ZIP_LZMA)
    assert problem_of(raw) is ImportProblem.DAMAGED


def test_a_member_that_states_less_than_it_holds_gives_no_more_than_that() -> None:
    raw = zipped(("a.txt", bytes(50 * MEGABYTE) + b"end"))
    lying = patched(raw, CENTRAL, 24, "<I", 10)
    (member,) = members(io.BytesIO(lying), "all.zip")
    with pytest.raises(ImportRefusedError) as refused:
        member.read()
    assert refused.value.problem is ImportProblem.DAMAGED


def test_an_archive_in_an_archive_is_refused_by_itself() -> None:
    inner = zipped(("a.txt", b"inner"))
    one, two = members(io.BytesIO(zipped(("in.zip", inner), ("b.txt", b"outer"))), "all.zip")
    with pytest.raises(ImportRefusedError) as refused:
        one.read()
    assert refused.value.problem is ImportProblem.ARCHIVE_NESTED
    assert refused.value.source == "all.zip/in.zip"
    assert two.read() == b"outer"


def test_a_member_that_is_too_large_is_refused_by_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive, "LARGEST_MEMBER", 3)
    one, two = members(io.BytesIO(zipped(("a.txt", b"long"), ("b.txt", b"b"))), "all.zip")
    with pytest.raises(ImportRefusedError) as refused:
        one.read()
    assert refused.value.problem is ImportProblem.TOO_LARGE
    assert two.read() == b"b"


def test_names_in_utf_8_are_read_with_and_without_the_mark_for_it() -> None:
    marked = zipped(("Genève/新闻.txt", b"a"))
    assert list(read(marked)) == ["Genève/新闻.txt"]
    unmarked = marked
    for signature, offset in ((LOCAL, 6), (CENTRAL, 8)):
        unmarked = patched(unmarked, signature, offset, "<H", 0)
    assert list(read(unmarked)) == ["Genève/新闻.txt"]


def test_names_in_cp437_are_read() -> None:
    raw = zipped(("Gen#ve.txt", b"a")).replace(b"Gen#ve", "Genève".encode("cp437"))
    assert read(raw) == {"Genève.txt": b"a"}


@pytest.mark.parametrize("raw", [b"", b"PK", b"not an archive", b"PK\x05\x06" + bytes(17)])
def test_what_is_no_archive_is_refused(raw: bytes) -> None:
    assert problem_of(raw) is ImportProblem.DAMAGED


def test_an_empty_archive_has_no_members() -> None:
    assert members(io.BytesIO(zipped()), "all.zip") == ()


@pytest.mark.parametrize("share", [0.1, 0.5, 0.9, 0.999])
def test_half_an_archive_is_refused(share: float) -> None:
    raw = zipped(*((f"{number}.txt", b"Text. " * 200) for number in range(20)))
    assert problem_of(raw[: int(len(raw) * share)]) is ImportProblem.DAMAGED


def changed(start: Callable[[], bytes]) -> st.SearchStrategy[bytes]:
    """Return an archive with a few of its bytes put at random, and perhaps cut off."""
    raw = start()
    byte = st.tuples(st.integers(0, len(raw) - 1), st.integers(0, 255))

    def put(changes: list[tuple[int, int]]) -> bytes:
        copy = bytearray(raw)
        for at, value in changes:
            copy[at] = value
        return bytes(copy)

    return st.lists(byte, min_size=1, max_size=12).map(put)


@given(changed(lambda: zipped(("a/b.txt", b"one " * 30), ("c.html", b"two"), ("d/", b""))))
def test_a_broken_archive_is_refused_or_read(raw: bytes) -> None:
    with suppress(ImportRefusedError):
        for member in members(io.BytesIO(raw), "all.zip"):
            with suppress(ImportRefusedError):
                assert len(member.read()) <= MEGABYTE
