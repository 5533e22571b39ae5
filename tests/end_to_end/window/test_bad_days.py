"""Bad days: rubbish, full and locked disks, a second window, processes that die."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWebEngineWidgets import QWebEngineView
from PySide6.QtWidgets import QPushButton

from newsdesk.desk import open_desk
from newsdesk.domain.query import ReleaseQuery
from newsdesk.ui import autosave
from newsdesk.ui.dialogs.import_dialog import ImportDialog
from tests.drivers import WindowDriver
from tests.hands import click, find, press, type_text, visible, wait_until

Open = Callable[..., WindowDriver]

ROOT = Path(__file__).resolve().parents[3]
LONGEST_HOLD_UP_S = 2.0

needs_mount = pytest.mark.skipif(
    not sys.platform.startswith("linux") or os.geteuid() != 0,
    reason="only the administrator may make a disk of a given size here",
)


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    """A small disk of its own."""
    place = tmp_path / "disk"
    place.mkdir()
    made = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=16m", "newsdesk-test", place],  # noqa: S607
        capture_output=True,
        check=False,
    )
    if made.returncode:
        pytest.skip("no disk can be mounted here")
    yield place
    subprocess.run(["umount", "--lazy", place], check=True)  # noqa: S607


@contextmanager
def no_hold_up() -> Iterator[None]:
    """Within, the window is never busy for long."""
    gaps: list[float] = []
    last = [time.monotonic()]

    def beat() -> None:
        now = time.monotonic()
        gaps.append(now - last[0])
        last[0] = now

    timer = QTimer()
    timer.timeout.connect(beat)
    timer.start(20)
    yield
    beat()
    timer.stop()
    assert max(gaps) < LONGEST_HOLD_UP_S


RUBBISH = {
    "picture.txt": bytes(range(256)) * 80,
    "empty.txt": b"",
    "wide.txt": "Harbour opens for winter\n\nThe harbour is open.\n".encode("utf-16-le"),
    "letter.docx": b"PK\x03\x04" + b"\x00" * 400,
}


def test_rubbish_is_refused_in_words_and_nothing_is_stored(opened: Open, tmp_path: Path) -> None:
    desk = opened()
    desk.skip_first_start()
    before = desk.stored()
    folder = tmp_path / "nothing to read"
    folder.mkdir()
    refused = [folder, tmp_path / "gone.txt"]
    for name, content in RUBBISH.items():
        refused.append(tmp_path / name)
        refused[-1].write_bytes(content)
    with no_hold_up():
        for path in refused:
            desk.drop_files([path])
            wait_until(lambda: path.name in desk.notice, f"words on {path.name}")  # noqa: B023
            assert "Nothing was changed" in desk.notice
    assert desk.stored() == before
    desk.close()


def test_two_megabytes_of_brackets_hold_nothing_up(opened: Open, tmp_path: Path) -> None:
    desk = opened()
    desk.skip_first_start()
    before = desk.stored()
    asked, taken = tmp_path / "brackets.txt", tmp_path / "brackets.md"
    for file in (asked, taken):
        file.write_bytes(b"[" * 2_000_000)
    with no_hold_up():
        desk.drop_files([asked])
        find(ImportDialog, "import_dialog")
        press("Escape")
        wait_until(lambda: not visible(ImportDialog), "the question to go")
        assert desk.stored() == before
    desk.drop_files([taken])
    wait_until(lambda: len(desk.body) == 2_000_000, "them in the editor")
    desk.click_row(before[0].headline)
    wait_until(lambda: desk.headline == before[0].headline, "another release")
    desk.close()


@needs_mount
def test_a_full_disk_loses_nothing(
    opened: Open, disk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(autosave, "LONGEST_MS", 4_000)  # how soon it tries again
    desk = opened(folder=disk / "newsroom")
    desk.skip_first_start()
    samples = desk.listed()
    desk.new_release()
    desk.type_headline("Written on a full disk")
    wait_until(lambda: desk.is_saved, "the headline to be stored")
    ballast = disk / "ballast"
    fill(ballast)

    QGuiApplication.clipboard().setText("The harbour is open. " * 20_000)
    click(desk.window.editor.text)
    press("Ctrl+V")
    type_text("Last words.")
    written = desk.body
    wait_until(lambda: desk.status.startswith("Not saved: The disk is full"), "the words")
    desk.click_row(samples[0])
    wait_until(lambda: desk.headline == samples[0], "another release")
    desk.click_row("Written on a full disk")
    wait_until(lambda: desk.headline == "Written on a full disk", "the first one again")
    assert desk.body == written
    wait_until(lambda: desk.status.startswith("Not saved"), "another try to fail")

    ballast.unlink()
    wait_until(lambda: desk.is_saved, "saving to resume by itself")
    assert desk.stored()[0].body_md == written
    desk.close()


def fill(ballast: Path) -> None:
    """Write until there is no room left."""
    with ballast.open("wb", buffering=0) as file:
        for size in (2**20, 2**12, 1):
            try:
                while True:
                    file.write(b"x" * size)
            except OSError:
                continue


@needs_mount
def test_a_folder_that_may_only_be_read_is_read(opened: Open, disk: Path) -> None:
    desk = opened(folder=disk / "newsroom")
    desk.skip_first_start()
    headlines = desk.listed()
    desk.close()
    subprocess.run(["mount", "-o", "remount,ro", disk], check=True)  # noqa: S607

    desk = opened(folder=disk / "newsroom")
    wait_until(lambda: "can only be read" in desk.notice, "words")
    wait_until(lambda: desk.listed() == headlines, "the list")
    desk.click_row(headlines[1])
    wait_until(lambda: desk.headline == headlines[1], "a release to be opened")
    body = desk.body
    assert body
    click(desk.window.editor.text)
    type_text("no")
    assert desk.body == body
    wait_until(lambda: headlines[1] in desk.preview_main_html(), "its page")
    desk.close()


def test_a_second_newsdesk_reads_until_the_first_is_closed(opened: Open, tmp_path: Path) -> None:
    folder = tmp_path / "newsroom"
    desk = opened(folder=folder)
    desk.skip_first_start()
    headlines = desk.listed()
    desk.close()
    first = subprocess.Popen(
        [sys.executable, "-m", "newsdesk", "--data-dir", folder],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        wait_until(lambda: is_locked(folder), "the first newsdesk to have the newsroom")
        desk = opened(folder=folder)
        wait_until(lambda: "Another newsdesk is writing" in desk.notice, "words")
        desk.click_row(headlines[1])
        wait_until(lambda: desk.headline == headlines[1], "a release to be opened")
        click(desk.window.editor.text)
        type_text("no")
        assert "no" not in desk.body[:2]
    finally:
        first.terminate()
        first.wait()
    click(find(QPushButton, "Try again"))
    desk.wait_for_newsroom()
    click(desk.window.editor.text)
    press("Ctrl+Home")
    type_text("Yes. ")
    assert desk.body.startswith("Yes. ")
    wait_until(lambda: desk.is_saved, "it to be stored")
    assert desk.notice == ""
    desk.close()


def is_locked(folder: Path) -> bool:
    import fcntl  # noqa: PLC0415 - not there on every system

    with (folder / "newsdesk.lock").open("r+b") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            return True
    return False


def test_a_dead_preview_comes_back_and_the_text_never_notices(opened: Open) -> None:
    desk = opened()
    desk.skip_first_start()
    desk.new_release()
    desk.type_body("Before it died. ")
    wait_until(lambda: "Before it died" in desk.preview_main_html(), "the page")
    view = desk.window.preview.findChild(QWebEngineView)
    killed = view.page().renderProcessPid()
    with no_hold_up():
        os.kill(killed, signal.SIGKILL)
        type_text("While it was dead. ")
        wait_until(lambda: view.page().renderProcessPid() not in (0, killed), "a new process")
        type_text("After.")
    assert desk.body == "Before it died. While it was dead. After."
    wait_until(lambda: "After." in desk.preview_main_html(), "the page to come back")
    assert "While it was dead" in desk.preview_main_html()
    desk.close()


def test_what_was_typed_survives_the_end_of_the_process(tmp_path: Path, home: Path) -> None:
    folder = tmp_path / "newsroom"
    with subprocess.Popen(
        [sys.executable, "-m", "tests.end_to_end.window.typist", folder, "Typed before the end."],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        text=True,
    ) as typist:
        assert typist.stdout is not None
        assert typist.stdout.readline() == "typed\n"
        time.sleep(3.5)  # the time that the window has to store it
        typist.kill()
    with open_desk(folder) as desk:
        found = [row.opening for row in desk.releases.rows(desk.releases.ids(ReleaseQuery()))]
    assert found[0] == "Typed before the end."
