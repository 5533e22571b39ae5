"""What was typed is on the disk, whatever becomes of the one who wrote it or of the file."""

import os
import stat
import subprocess
import sys
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdesk.domain.errors import StorageError, StorageProblem
from newsdesk.domain.ids import FamilyId, ReleaseId
from newsdesk.domain.journal import JournalEntry, LeftEntry
from newsdesk.domain.release import Release
from newsdesk.storage import journal as module
from newsdesk.storage.journal import DraftJournal, JournalFolder

AT = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)
_ids = count(1)

needs_small_disk = pytest.mark.skipif(
    not sys.platform.startswith("linux") or os.geteuid() != 0,
    reason="only the administrator may make a disk of a given size here",
)


def new_id() -> UUID:
    return UUID(int=next(_ids))


def entry(body: str, *, number: int = 1, at: datetime = AT) -> JournalEntry:
    key = UUID(int=number)
    release = Release(
        id=ReleaseId(key),
        slug=f"release-{number}",
        family_id=FamilyId(key),
        language="en",
        firstcreated=AT,
        versioncreated=AT,
        created_by="pia",
        body_md=body,
    )
    return JournalEntry(release=release, at=at)


def bodies(left: list[LeftEntry]) -> list[str]:
    return [one.entry.release.body_md for one in left]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "journal"


@pytest.fixture
def journal(folder: Path) -> Iterator[DraftJournal]:
    journal = DraftJournal(folder, new_id)
    yield journal
    journal.close()


def segment(folder: Path) -> Path:
    (path,) = folder.glob("*/*.jsonl")
    return path


def test_nothing_is_made_before_something_is_written(journal: DraftJournal, folder: Path) -> None:
    journal.close()
    assert not folder.exists()
    assert JournalFolder(folder).left() == []


def test_the_last_text_of_each_release_is_found_by_the_next_run(
    journal: DraftJournal, folder: Path
) -> None:
    later = AT + timedelta(seconds=3)
    journal.write(entry("The"))
    journal.write(entry("Another", number=2, at=AT + timedelta(seconds=1)))
    journal.write(entry("The harbour", at=later))
    journal.close()
    left = JournalFolder(folder).left()
    assert bodies(left) == ["Another", "The harbour"]
    assert left[1].entry == entry("The harbour", at=later)
    assert not any(one.is_stored for one in left)


def test_the_texts_of_a_run_that_lives_are_nobody_elses(
    journal: DraftJournal, folder: Path
) -> None:
    journal.write(entry("Mine"))
    second = DraftJournal(folder, new_id)
    second.write(entry("Of a second window"))
    assert JournalFolder(folder).left() == []
    second.close()
    assert bodies(JournalFolder(folder).left()) == ["Of a second window"]
    JournalFolder(folder).forget_stored(AT + timedelta(days=1))
    journal.write(entry("Mine still"))
    journal.close()
    assert bodies(JournalFolder(folder).left()) == ["Mine still", "Of a second window"]


def test_a_run_that_is_killed_leaves_what_it_wrote(folder: Path) -> None:
    script = """
import sys
from pathlib import Path
from tests.storage.test_journal import entry, new_id
from newsdesk.storage.journal import DraftJournal
DraftJournal(Path(sys.argv[1]), new_id).write(entry("Typed before the end"))
print("written", flush=True)
sys.stdin.read()
"""
    with subprocess.Popen(
        [sys.executable, "-c", script, str(folder)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        cwd=Path(__file__).parents[2],
    ) as writer:
        assert writer.stdout is not None
        assert writer.stdout.readline().strip() == b"written"
        assert JournalFolder(folder).left() == []
        writer.kill()
    assert bodies(JournalFolder(folder).left()) == ["Typed before the end"]


def test_what_the_database_has_is_marked_until_it_is_typed_on(
    journal: DraftJournal, folder: Path
) -> None:
    journal.write(entry("One"))
    journal.write(entry("Two", number=2))
    journal.mark_stored(entry("").release.id)
    journal.mark_stored(entry("", number=2).release.id)
    journal.mark_stored(entry("", number=3).release.id)
    journal.write(entry("Two more", number=2))
    journal.close()
    found = {one.entry.release.body_md: one.is_stored for one in JournalFolder(folder).left()}
    assert found == {"One": True, "Two more": False}


def test_what_was_decided_is_not_left_any_more(journal: DraftJournal, folder: Path) -> None:
    journal.write(entry("Mine"))
    journal.close()
    with segment(folder).open("ab") as file:
        file.write(b"0123abcd {cut off")
    left = JournalFolder(folder)
    (one,) = left.left()
    left.mark_stored(one)
    (one,) = left.left()
    assert one.is_stored
    left.forget_stored(AT)
    assert left.left() == [one], "it is no older than the backup"
    left.forget_stored(AT + timedelta(seconds=1))
    assert left.left() == []
    assert list(folder.iterdir()) == []
    left.mark_stored(one)  # gone is as good


def test_a_run_with_one_undecided_text_stays(journal: DraftJournal, folder: Path) -> None:
    journal.write(entry("One"))
    journal.write(entry("Two", number=2))
    journal.mark_stored(entry("").release.id)
    journal.close()
    JournalFolder(folder).forget_stored(AT + timedelta(days=1))
    assert bodies(JournalFolder(folder).left()) == ["One", "Two"]


def test_a_run_that_was_settled_before_a_backup_is_forgotten_with_it(
    journal: DraftJournal, folder: Path
) -> None:
    journal.write(entry("Stored."))
    journal.mark_stored(entry("").release.id)
    kept = JournalFolder(folder)
    assert kept.settled() == []  # it lives
    journal.close()
    (run,) = kept.settled()
    kept.forget([run, "no such run"])
    assert kept.left() == []
    assert not list(folder.iterdir())


def test_a_run_that_was_settled_only_while_a_backup_was_made_stays(
    journal: DraftJournal, folder: Path
) -> None:
    journal.write(entry("Not stored yet."))
    journal.close()
    kept = JournalFolder(folder)
    assert kept.settled() == []
    (left,) = kept.left()
    kept.mark_stored(left)
    kept.forget([])
    assert bodies(kept.left()) == ["Not stored yet."]
    assert kept.settled() == [left.run]


def test_what_was_left_is_brought_to_another_folder_and_stays(
    journal: DraftJournal, folder: Path, tmp_path: Path
) -> None:
    journal.write(entry("One.", number=1))
    journal.close()
    living = DraftJournal(folder, new_id)
    living.write(entry("Of a run that lives.", number=2))
    JournalFolder(folder).bring_to(tmp_path / "elsewhere")
    living.close()
    assert bodies(JournalFolder(tmp_path / "elsewhere").left()) == ["One."]
    assert len(JournalFolder(folder).left()) == 2


def test_it_is_private(journal: DraftJournal, folder: Path) -> None:
    journal.write(entry("Under embargo"))
    if os.name == "nt":
        pytest.skip("the account's own folder is private there")
    run = segment(folder).parent
    assert stat.S_IMODE(run.stat().st_mode) == 0o700
    assert {stat.S_IMODE(path.stat().st_mode) for path in run.iterdir()} == {0o600}


def test_it_does_not_grow_with_the_keys(
    journal: DraftJournal, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "_SMALL", 20_000)
    long = "The harbour is open. " * 200
    journal.write(entry("Left alone", number=2))
    journal.mark_stored(entry("", number=2).release.id)
    for key in range(100):
        journal.write(entry(f"{long}{key}", at=AT + timedelta(seconds=key)))
        assert segment(folder).stat().st_size < 40_000
    journal.close()
    found = {one.entry.release.body_md: one.is_stored for one in JournalFolder(folder).left()}
    assert found == {"Left alone": True, f"{long}99": False}


def test_any_text_comes_back_as_it_would_be_stored(journal: DraftJournal, folder: Path) -> None:
    journal.write(entry("Half \ud83d a pair, e\u0301, \0 and هجرة\r\n\u2028新闻"))
    journal.close()
    assert bodies(JournalFolder(folder).left()) == [
        "Half \ufffd a pair, é,  and هجرة\r\n\u2028新闻"
    ]


@given(
    damage=st.lists(
        st.tuples(st.integers(0, 10_000), st.binary(min_size=1, max_size=40)), max_size=4
    ),
    cut=st.integers(0, 10_000),
)
def test_damage_never_makes_up_a_text(
    tmp_path_factory: pytest.TempPathFactory, damage: list[tuple[int, bytes]], cut: int
) -> None:
    folder = tmp_path_factory.mktemp("journal")
    journal = DraftJournal(folder, new_id)
    written = [f"Text {number}" for number in range(4)]
    for number, body in enumerate(written):
        journal.write(entry(body, number=1 + number % 2))
    journal.close()
    path = segment(folder)
    content = bytearray(path.read_bytes())
    for at, junk in damage:
        place = at % len(content)
        content[place : place + len(junk)] = junk
    path.write_bytes(content[: len(content) - cut % len(content)])
    assert set(bodies(JournalFolder(folder).left())) <= set(written)


@pytest.mark.parametrize(
    "rubbish",
    [
        b"",
        b"\n\n\n",
        b"\0" * 4096,
        b"[" * 100_000,
        bytes(range(256)) * 40,
        b"00000000 \n" + b"deadbeef {}\n",
    ],
    ids=["empty", "lines", "zeros", "brackets", "bytes", "checksums"],
)
def test_rubbish_is_passed_over(journal: DraftJournal, folder: Path, rubbish: bytes) -> None:
    journal.write(entry("Whole"))
    journal.close()
    other = folder / "rubbish"
    other.mkdir()
    (other / "000001.jsonl").write_bytes(rubbish)
    (folder / "no folder").write_bytes(rubbish)
    assert bodies(JournalFolder(folder).left()) == ["Whole"]


def test_a_line_of_another_shape_counts_for_nothing(folder: Path) -> None:
    run = folder / "run"
    run.mkdir(parents=True)
    lines = [
        module._line(value)
        for value in ([], {}, None, {"id": "x", "stored": True}, {"at": "now", "release": {}})
    ]
    (run / "000001.jsonl").write_bytes(b"".join(lines) + module._line({"id": 7}))
    assert JournalFolder(folder).left() == []


def test_a_folder_taken_away_is_made_again_with_all_texts(
    journal: DraftJournal, folder: Path
) -> None:
    journal.write(entry("One"))
    journal.write(entry("Two", number=2))
    folder.rename(folder.with_name("elsewhere"))
    journal.write(entry("One more"))
    journal.close()
    assert sorted(bodies(JournalFolder(folder).left())) == ["One more", "Two"]


def test_a_folder_that_cannot_be_made_is_said_and_tried_again(
    journal: DraftJournal, folder: Path
) -> None:
    folder.write_text("in the way")
    with pytest.raises(StorageError):
        journal.write(entry("One"))
    folder.unlink()
    journal.write(entry("Two"))
    journal.close()
    assert bodies(JournalFolder(folder).left()) == ["Two"]


def fill(ballast: Path) -> None:
    """Write until there is no room left."""
    with ballast.open("wb", buffering=0) as file, suppress(OSError):
        while True:
            file.write(b"x" * 4096)


def write_again_and_again(journal: DraftJournal, text: JournalEntry) -> None:
    for _ in range(100):
        journal.write(text)


@needs_small_disk
def test_a_full_disk_has_room_for_the_journal_and_then_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    disk = tmp_path / "disk"
    disk.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=4m", "newsdesk-test", disk],  # noqa: S607
        capture_output=True,
        check=False,
    )
    if mounted.returncode:
        pytest.skip("no disk can be mounted here")
    try:
        journal = DraftJournal(disk / "journal", new_id)
        journal.write(entry("Before"))
        ballast = disk / "ballast"
        fill(ballast)
        text = "The harbour is open. " * 2_000
        journal.write(entry(text))
        with pytest.raises(StorageError) as refused:
            write_again_and_again(journal, entry(text))
        assert refused.value.problem is StorageProblem.FULL
        ballast.unlink()
        journal.write(entry("After"))
        journal.mark_stored(entry("").release.id)
        assert (segment(disk / "journal").parent / "reserve").stat().st_size == 2**20
        journal.close()
        (left,) = JournalFolder(disk / "journal").left()
        assert left.entry == entry("After")
        assert left.is_stored
    finally:
        subprocess.run(["umount", "--lazy", disk], check=True)  # noqa: S607


def test_the_version_it_was_typed_upon_is_kept(journal: DraftJournal, folder: Path) -> None:
    upon = entry("Typed")
    journal.write(replace(upon, release=replace(upon.release, version=7)))
    journal.close()
    assert JournalFolder(folder).left()[0].entry.release.version == 7
