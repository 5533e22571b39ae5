"""A sudden end: what was typed up to three seconds before is offered at the next start."""

import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from threading import Event, Thread
from uuid import UUID

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from newsdesk import paths
from newsdesk.desk import open_desk, open_journal
from newsdesk.domain.ids import ReleaseId
from newsdesk.domain.journal import JournalEntry
from newsdesk.domain.release import Release
from newsdesk.ui.dialogs.comparison_view import ComparisonView
from newsdesk.ui.dialogs.recovery_dialog import RecoveryDialog
from tests.drivers import WindowDriver
from tests.end_to_end.window.test_accessible_names import complaints
from tests.hands import click, find, is_shown, press, visible, wait_until

Open = Callable[..., WindowDriver]

ROOT = Path(__file__).resolve().parents[3]
TYPED_FOR_S = 9.0  # longer than the journal waits, and not so long that the newsroom has it
LOST_AT_MOST_S = 3.0

needs_mount = pytest.mark.skipif(
    not sys.platform.startswith("linux") or os.geteuid() != 0,
    reason="only the administrator may make a disk of a given size here",
)


def killed_while_typing(folder: Path) -> tuple[dict[str, float], float]:
    """Return when each word was typed, and when the window was killed over the next one."""
    typed: dict[str, float] = {}
    has_begun = Event()

    def listen(typist: "subprocess.Popen[str]") -> None:
        assert typist.stdout is not None
        for line in typist.stdout:
            with suppress(ValueError):  # the last line may be half
                word, at = line.split()
                typed[word] = float(at)
                has_begun.set()

    with subprocess.Popen(
        [sys.executable, "-m", "tests.end_to_end.window.typist", "--on-and-on", folder],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        text=True,
    ) as typist:
        listener = Thread(target=listen, args=(typist,))
        listener.start()
        assert has_begun.wait(90), "nothing was typed"
        time.sleep(TYPED_FOR_S)  # the time that this story is about
        typist.kill()
        at = time.monotonic()
        typist.wait()
        listener.join()
    return typed, at


def question() -> RecoveryDialog:
    return find(RecoveryDialog, "recovery_dialog")


def test_what_was_typed_until_the_kill_is_offered_and_taken(opened: Open, tmp_path: Path) -> None:
    folder = tmp_path / "newsroom"
    typed, killed_at = killed_while_typing(folder)
    owed = [word for word, at in typed.items() if at < killed_at - LOST_AT_MOST_S]
    assert len(owed) > 20

    desk = opened()
    texts = find(ComparisonView, "comparison", question())
    said = texts.toPlainText()
    assert any("Typed until" in one.text() for one in question().findChildren(QLabel))
    assert [word for word in owed if word not in said] == []
    click(find(QPushButton, "Keep what was typed", question()))
    wait_until(lambda: not visible(RecoveryDialog), "the answer to be stored")
    wait_until(lambda: desk.headline == "Typed without a pause", "the release")
    wait_until(lambda: owed[-1] in desk.body, "the text")
    assert [word for word in owed if word not in desk.body] == []
    stored = next(one for one in desk.stored() if one.headline == desk.headline)
    assert stored.body_md.rstrip() == desk.body.rstrip()
    desk.close()

    desk = opened()
    desk.wait_for_newsroom()
    wait_until(lambda: desk.headline == "Typed without a pause", "the release")
    assert not visible(RecoveryDialog), "nobody is asked twice"
    desk.close()


@pytest.fixture
def sample(opened: Open, tmp_path: Path) -> Release:
    """A release of the sample newsroom, which is closed again."""
    desk = opened()
    desk.skip_first_start()
    desk.click_row(desk.listed()[1])
    wait_until(lambda: desk.headline == desk.listed()[1], "the release")
    release = desk.workstation.session.release
    desk.close()
    assert release is not None
    return release


def leave(folder: Path, *releases: Release) -> None:
    """Leave texts behind, each of a window of its own."""
    for release in releases:
        with open_journal(folder) as journal:
            journal.write(JournalEntry(release=release, at=datetime.now(UTC)))


def test_several_texts_are_asked_about_in_turn_and_none_need_be_decided(
    opened: Open, tmp_path: Path, sample: Release
) -> None:
    folder = tmp_path / "newsroom"
    gone = replace(
        sample, id=ReleaseId(UUID(int=7)), slug="gone", headline="Gone", body_md="Still here."
    )
    leave(folder, replace(sample, body_md="Typed on."), gone)

    desk = opened()
    first = question()
    wait_until(lambda: "After this, 1 more text" in said_by(first), "both to be announced")
    wait_until(lambda: first.isAncestorOf(QApplication.focusWidget()), "the focus")
    assert complaints(first) == []
    press("Escape")
    wait_until(lambda: not is_shown(first), "the first to be put off")
    assert "not in the newsroom any more" in said_by(question())
    click(find(QPushButton, "Keep it", question()))
    wait_until(lambda: "Gone" in desk.listed(), "the copy")
    assert not visible(RecoveryDialog)
    desk.close()

    desk = opened()
    click(find(QPushButton, "Keep the saved one", question()))
    wait_until(lambda: not visible(RecoveryDialog), "the answer")
    desk.wait_for_newsroom()
    desk.close()
    with open_desk(folder) as newsroom:
        assert newsroom.recovery.found() == []
        assert newsroom.releases.get(str(sample.id)).body_md == sample.body_md


def said_by(dialog: RecoveryDialog) -> str:
    return " ".join(label.text() for label in visible(QLabel, "", dialog))


def test_a_journal_of_rubbish_keeps_nobody_from_working(
    opened: Open, tmp_path: Path, sample: Release
) -> None:
    folder = paths.journal_dir(tmp_path / "newsroom")
    for number, rubbish in enumerate((b"", b"\0" * 9_000, b"[" * 9_000, os.urandom(9_000))):
        run = folder / f"run {number}"
        run.mkdir(parents=True)
        (run / "000001.jsonl").write_bytes(rubbish)
    desk = opened()
    desk.wait_for_newsroom()
    desk.type_body("It goes on.")
    wait_until(lambda: desk.is_saved, "it to be stored")
    assert not visible(RecoveryDialog)
    desk.close()


def test_a_second_window_asks_about_nothing_that_the_first_is_writing(
    opened: Open, tmp_path: Path, sample: Release
) -> None:
    folder = tmp_path / "newsroom"
    with open_desk(folder, writing=True), open_journal(folder) as journal:  # the first one
        journal.write(JournalEntry(release=replace(sample, body_md="On."), at=datetime.now(UTC)))
        desk = opened()
        wait_until(lambda: "Another newsdesk is writing" in desk.notice, "words")
        assert not visible(RecoveryDialog)
    click(find(QPushButton, "Try again"))  # the first one has come to its end meanwhile
    assert "On." in find(ComparisonView, "comparison", question()).toPlainText()
    click(find(QPushButton, "Keep what was typed", question()))
    wait_until(lambda: desk.body == "On.", "the text")
    desk.close()


@pytest.fixture
def small_state(home: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A small disk for the journal alone."""
    place = home.parent / "state"
    place.mkdir()
    made = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=4m", "newsdesk-test", place],  # noqa: S607
        capture_output=True,
        check=False,
    )
    if made.returncode:
        pytest.skip("no disk can be mounted here")
    monkeypatch.setenv("XDG_STATE_HOME", str(place))
    yield place
    subprocess.run(["umount", "--lazy", place], check=True)  # noqa: S607


@needs_mount
def test_a_full_disk_under_the_journal_costs_nothing_but_the_journal(
    opened: Open, small_state: Path, sample: Release
) -> None:
    with (small_state / "ballast").open("wb", buffering=0) as file, suppress(OSError):
        while True:
            file.write(b"x" * 4096)
    desk = opened()
    desk.wait_for_newsroom()
    wait_until(lambda: desk.headline == sample.headline, "the release")
    desk.type_body("It goes on.")
    session = desk.workstation.session
    wait_until(lambda: session.journal_error is not None, "the journal to be refused")
    wait_until(lambda: desk.is_saved, "it to be stored all the same")
    desk.close()
