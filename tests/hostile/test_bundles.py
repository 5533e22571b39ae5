"""Hostile bundles: refused whole and in words, whatever in them is wrong, with nothing written.

Every row is a file that somebody was sent as work of a colleague and gives to the command line.
What is wrong in the texts themselves is in tests/importing/test_bundle.py.
"""

import stat
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from newsdesk.domain.errors import ImportProblem, ImportRefusedError
from newsdesk.exporting.bundle import bundle_file
from newsdesk.importing import archive
from newsdesk.services import password_lock
from newsdesk.services.desk import Desk
from tests.cli.conftest import Newsdesk
from tests.exporting.bundles import handed, release, sample
from tests.hostile.test_files import assert_refused, in_folder, media_of
from tests.importing.test_archive import with_attributes, zipped
from tests.importing.test_bundle import members_of, packed

MEGABYTE = 1024 * 1024
RAW = bundle_file(sample())
PASSWORD = "quay — 12"  # noqa: S105 - of a sample


def with_member(name: str, content: bytes = b"x") -> bytes:
    """Return a bundle with one thing more in it, every hash of it right."""
    return packed({**members_of(RAW), name: content})


def altered(place: int) -> bytes:
    raw = bytearray(RAW)
    raw[place] ^= 0x10
    return bytes(raw)


def with_gap() -> bytes:
    whole = handed(release("One."), release("Two."), release("Three."))
    return bundle_file(
        replace(sample(), releases=(replace(whole, history=whole.history[::2]),), pictures=())
    )


BUNDLES: Mapping[str, tuple[bytes, str]] = {
    "up": (with_member("../evil.json"), "archive_path"),
    "up on Windows": (with_member("..\\evil.json"), "archive_path"),
    "absolute": (with_member("/etc/evil"), "archive_path"),
    "on a drive": (with_member("C:\\evil"), "archive_path"),
    "a link": (with_attributes(stat.S_IFLNK | 0o777), "archive_link"),
    "a device": (with_attributes(stat.S_IFCHR | 0o666), "archive_link"),
    "a bomb": (with_member("pictures/" + "0" * 64, bytes(30 * MEGABYTE)), "archive_bomb"),
    "many small bombs": (
        zipped(*((f"pictures/{n:064x}", bytes(MEGABYTE // 2)) for n in range(40))),
        "archive_bomb",
    ),
    "one name in other capitals": (with_member("MANIFEST.JSON"), "archive_duplicate"),
    "a program": (with_member("setup.exe", b"MZ"), "archive_program"),
    "a page": (with_member("read-me.html", b"<p>"), "bundle_members"),
    "a hidden file": (with_member(".hidden"), "bundle_members"),
    "a folder": (with_member("pictures/"), "bundle_members"),
    "an archive": (with_member("more.zip", zipped(("a.txt", b"a"))), "bundle_members"),
    "another archive": (zipped(("a.txt", b"a")), "bundle_members"),
    "cut off": (RAW[:-30], "bundle_altered"),
    "half of it": (RAW[: len(RAW) // 2], "damaged"),
    "no archive": (b"PK\x03\x04" + bytes(range(256)) * 9, "damaged"),
    "no bytes": (b"", "damaged"),
    "something before it": (b"#!/bin/sh\n" + RAW, "bundle_altered"),
    "another hash at its end": (RAW[:-1] + (b"0" if RAW[-1:] != b"0" else b"1"), "bundle_altered"),
    "a date of a member": (altered(10), "bundle_altered"),
    "a gap in the history": (with_gap(), "bundle_chain"),
    "a newer format": (packed(members_of(RAW), format=2), "bundle_newer"),
    "of another program": (packed(members_of(RAW), bundle="other"), "damaged"),
}


@pytest.mark.parametrize(("raw", "problem"), BUNDLES.values(), ids=BUNDLES)
def test_a_hostile_bundle_is_refused_whole(
    newsdesk: Newsdesk, newsroom: Path, tmp_path: Path, raw: bytes, problem: str
) -> None:
    file = tmp_path / "sent" / "work.newsdesk"
    file.parent.mkdir()
    file.write_bytes(raw)
    before = in_folder(tmp_path)
    answer = newsdesk("import", file, "--json")
    assert_refused(answer, file)
    assert [one["problem"] for one in answer.json["refused"]] == [problem]
    assert answer.json["taken_over"] == newsdesk("list", "--json").json == []
    assert media_of(newsroom) == []
    assert in_folder(tmp_path) == before


def test_too_many_members_are_refused_whole(
    newsdesk: Newsdesk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(archive, "MOST_MEMBERS", 2)
    (tmp_path / "work.newsdesk").write_bytes(RAW)
    answer = newsdesk("import", tmp_path / "work.newsdesk", "--json")
    assert [one["problem"] for one in answer.json["refused"]] == ["too_many"]


def test_the_sample_itself_is_taken_over(newsdesk: Newsdesk, tmp_path: Path) -> None:
    (tmp_path / "work.newsdesk").write_bytes(RAW)
    answer = newsdesk("import", tmp_path / "work.newsdesk", "--json")
    assert [one["became"] for one in answer.json["taken_over"]] == ["new", "new"]
    assert newsdesk("verify").code == 0


def locked() -> bytes:
    return password_lock.locked(RAW, PASSWORD)


LOCKED: Mapping[str, tuple[Callable[[bytes], bytes], str]] = {
    "another password": (lambda _raw: password_lock.locked(RAW, "another"), "wrong_password"),
    "its salt": (lambda raw: flipped(raw, 30), "wrong_password"),
    "its first byte": (lambda raw: flipped(raw, 60), "wrong_password"),
    "its last byte": (lambda raw: flipped(raw, len(raw) - 1), "wrong_password"),
    "cut off": (lambda raw: raw[:-1], "wrong_password"),
    "nothing behind its head": (lambda raw: raw[:40], "damaged"),
    "a newer format": (lambda raw: raw.replace(b"\x01", b"\x02", 1), "bundle_newer"),
    "hostile inside": (
        lambda _raw: password_lock.locked(with_member("../evil"), PASSWORD),
        "archive_path",
    ),
}


def flipped(raw: bytes, place: int) -> bytes:
    return raw[:place] + bytes([raw[place] ^ 1]) + raw[place + 1 :]


@pytest.mark.parametrize(("change", "problem"), LOCKED.values(), ids=LOCKED)
def test_a_file_under_a_password_that_was_touched_is_refused_whole(
    newsdesk: Newsdesk,
    newsroom: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    change: Callable[[bytes], bytes],
    problem: str,
) -> None:
    monkeypatch.setattr(password_lock, "_COST", 2**4)
    file, password = tmp_path / "work.newsdesk", tmp_path / "password"
    file.write_bytes(change(locked()))
    password.write_text(PASSWORD, "utf-8")
    answer = newsdesk("import", file, "--password-file", password, "--json")
    assert_refused(answer, file)
    assert PASSWORD not in answer.err
    assert [one["problem"] for one in answer.json["refused"]] == [problem]
    assert newsdesk("list", "--json").json == []
    assert media_of(newsroom) == []


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(place=st.integers(0, len(RAW) - 1), bits=st.integers(1, 255), end=st.integers(0, len(RAW)))
def test_no_bundle_that_is_not_as_it_was_written_reaches_the_newsroom(
    desk: Desk, tmp_path: Path, place: int, bits: int, end: int
) -> None:
    file = tmp_path / "work.newsdesk"
    for raw in (RAW[:place] + bytes([RAW[place] ^ bits]) + RAW[place + 1 :], RAW[:end]):
        if raw == RAW:
            continue
        file.write_bytes(raw)
        with pytest.raises(ImportRefusedError) as refused:
            desk.taking_over.read(file)
        assert refused.value.problem in ImportProblem
