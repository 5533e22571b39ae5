"""newsdesk is killed while it takes over what another desk has: all of it is there, or none."""

import signal
import subprocess
import sys
from pathlib import Path
from shutil import copytree

import pytest

from newsdesk.desk import open_desk
from newsdesk.domain.media import PictureWords
from newsdesk.domain.query import ReleaseQuery
from newsdesk.services.desk import Desk
from newsdesk.services.handing_over import HandOverRequest
from newsdesk.services.new_picture import picture_from
from tests.pictures import photo

COUNT = 12  # releases in the file
_PROGRAM = """
import os, signal, sys
from pathlib import Path
from newsdesk.desk import open_desk
from newsdesk.storage.handed_history import HandedHistory

folder, file, at = Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3])
append, calls = HandedHistory.append, []

def killed(self, *arguments):
    append(self, *arguments)
    calls.append(arguments)
    if len(calls) == at:
        os.kill(os.getpid(), signal.SIGKILL)

HandedHistory.append = killed
with open_desk(folder, writing=True) as desk:
    desk.taking_over.take(desk.taking_over.read(file))
"""

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="no SIGKILL there")


@pytest.fixture(scope="module")
def handed_over(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file with releases of several versions, one of them with a picture."""
    folder = tmp_path_factory.mktemp("colleague")
    with open_desk(folder / "newsroom", writing=True) as desk:
        keys = [written(desk, number) for number in range(COUNT)]
        words = PictureWords(alt="A gate", caption="The gate", credit="Noor Elm")
        desk.pictures.add(keys[-1], picture_from(photo(), "gate.jpg"), words)
        file = folder / "work.newsdesk"
        desk.handing_over.hand_over(HandOverRequest(keys=tuple(keys), place=file))
    return file


def written(desk: Desk, number: int) -> str:
    release, _ = desk.releases.new({"headline": f"Harbour {number}"}, body_md="One.")
    desk.releases.edit(str(release.id), {}, body_md="Two.")
    return str(release.id)


@pytest.mark.parametrize("at", [1, COUNT // 2, COUNT])
def test_killed_on_the_way_nothing_is_there_and_it_can_be_done_again(
    handed_over: Path, empty_newsroom: Path, tmp_path: Path, at: int
) -> None:
    folder = tmp_path / "newsroom"
    copytree(empty_newsroom, folder)
    words = [sys.executable, "-c", _PROGRAM, str(folder), str(handed_over), str(at)]
    run = subprocess.run(words, capture_output=True, text=True, check=False)
    assert run.returncode == -signal.SIGKILL, run.stderr
    with open_desk(folder, writing=True) as desk:
        assert desk.releases.ids(ReleaseQuery()) == []
        assert desk.verification.verify().is_sound
        taken, _ = desk.taking_over.take(desk.taking_over.read(handed_over))
        assert len(taken) == len(desk.releases.ids(ReleaseQuery())) == COUNT
        assert desk.verification.verify().is_sound
