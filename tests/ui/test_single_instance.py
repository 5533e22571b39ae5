"""A second start raises the first window."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtNetwork import QLocalSocket
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from newsdesk.ui.single_instance import SingleInstance, bring_to_front, hand_over

SECOND_START = (
    "import sys; from pathlib import Path;"
    "from newsdesk.ui.single_instance import hand_over;"
    "print(hand_over(sys.argv[1], [Path(one) for one in sys.argv[2:]]))"
)


@pytest.fixture
def name(tmp_path: Path) -> str:
    if sys.platform == "win32":
        return f"newsdesk-test-{os.getpid()}-{tmp_path.name}"
    return f"/tmp/newsdesk-test-{os.getpid()}"  # noqa: S108 - such paths must be short


@pytest.fixture
def first(name: str, qtbot: QtBot) -> Iterator[SingleInstance]:
    first = SingleInstance(name)
    assert first.listen()
    yield first
    first.close()


def test_another_start_hands_its_files_over(
    first: SingleInstance, name: str, tmp_path: Path, qtbot: QtBot
) -> None:
    files = [str(tmp_path / "one.txt"), str(tmp_path / "zwei – 二.txt")]
    command = [sys.executable, "-c", SECOND_START, name, *files]
    with (
        qtbot.waitSignal(first.raised, timeout=20_000) as raised,
        subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as second,
    ):
        qtbot.waitUntil(lambda: second.poll() is not None, timeout=20_000)
        assert second.stdout is not None
        assert second.stdout.read().strip() == "True"
    assert raised.args == [files]


def test_where_nobody_listens_that_is_said(name: str) -> None:
    assert not hand_over(name, [])


@pytest.mark.skipif(sys.platform == "win32", reason="Windows leaves nothing behind")
def test_the_place_of_a_dead_one_is_taken_over(name: str, qtbot: QtBot) -> None:
    program = (
        "import os, socket, sys; s = socket.socket(socket.AF_UNIX); s.bind(sys.argv[1]);"
        "s.listen(); os._exit(1)"
    )
    subprocess.run([sys.executable, "-c", program, name], check=False)
    assert Path(name).exists()
    second = SingleInstance(name)
    assert second.listen()
    second.close()


def test_one_that_lives_keeps_its_place(first: SingleInstance, name: str, qtbot: QtBot) -> None:
    program = (
        "import sys; from newsdesk.ui.single_instance import SingleInstance;"
        "print(SingleInstance(sys.argv[1]).listen())"
    )
    command = [sys.executable, "-c", program, name]
    with (
        qtbot.waitSignal(first.raised, timeout=20_000),
        subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as second,
    ):
        qtbot.waitUntil(lambda: second.poll() is not None, timeout=20_000)
        assert second.stdout is not None
        assert second.stdout.read().strip() == "False"


@pytest.mark.skipif(sys.platform == "win32", reason="pipes have no such modes")
def test_only_this_user_is_heard(first: SingleInstance, name: str) -> None:
    assert Path(name).stat().st_mode & 0o077 == 0


@pytest.mark.parametrize(
    "said", [b"rubbish\n", b"[]\n", b'{"files": [1]}\n', b'{"files": "/x"}\n', b"\xff\n"]
)
def test_what_makes_no_sense_raises_nothing(
    first: SingleInstance, name: str, said: bytes, qtbot: QtBot
) -> None:
    socket = QLocalSocket()
    socket.connectToServer(name)
    assert socket.waitForConnected()
    with qtbot.assertNotEmitted(first.raised):
        socket.write(said)
        socket.flush()
        qtbot.waitUntil(lambda: socket.bytesAvailable() > 0)
    socket.disconnectFromServer()


def test_a_minimised_window_stands_in_front_again(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.showMinimized()
    bring_to_front(window)
    qtbot.waitUntil(lambda: not window.windowState() & Qt.WindowState.WindowMinimized)
