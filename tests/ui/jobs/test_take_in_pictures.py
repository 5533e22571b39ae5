"""A run over some pictures, on a real newsroom; the window around it is in another test."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QObject

from newsdesk.domain.errors import MediaRefusedError, NewsdeskError
from newsdesk.domain.media import MediaAsset, PictureWords
from newsdesk.ui.editor.picture_intake import from_files
from newsdesk.ui.jobs.take_in_pictures import TakeInPictures
from tests.pictures import photo
from tests.ui.windows import OpenWindow

Open = Callable[..., OpenWindow]
WORDS = PictureWords(alt="A quay")


class Account:
    """What a run says, each picture answered by `answer`."""

    def __init__(self, run: TakeInPictures, answer: Callable[[int], None]) -> None:
        self.asked: list[tuple[str, bool, int, int]] = []
        self.kept: list[MediaAsset] = []
        self.ended: list[list[NewsdeskError]] = []
        self._answer = answer
        run.words_needed.connect(self._on_asked)
        run.kept.connect(lambda asset, _words: self.kept.append(asset))
        run.finished.connect(self.ended.append)

    def _on_asked(self, new: object, known: object, number: int, total: int) -> None:
        self.asked.append((getattr(new, "name", ""), known is not None, number, total))
        self._answer(number)


@pytest.fixture
def window(sample_folder: object, open_window: Open) -> OpenWindow:
    return open_window().begin()


@pytest.fixture
def run(window: OpenWindow, tmp_path: Path) -> TakeInPictures:
    """Over a picture, a text, the picture again, and another one."""
    for name, content in (
        ("a.jpg", photo()),
        ("b.jpg", b"a text"),
        ("c.jpg", photo()),
        ("d.jpg", photo(80, 40)),
    ):
        (tmp_path / name).write_bytes(content)
    paths = [str(path) for path in sorted(tmp_path.glob("?.jpg"))]
    return TakeInPictures(from_files(paths), "en", window.store, QObject(window.workstation))


def test_each_is_asked_about_and_what_is_none_stops_nobody(
    window: OpenWindow, run: TakeInPictures
) -> None:
    account = Account(run, lambda _number: run.describe(WORDS))
    run.start()
    window.wait(lambda: bool(account.ended))
    assert account.asked == [("a.jpg", False, 1, 4), ("c.jpg", True, 3, 4), ("d.jpg", False, 4, 4)]
    assert len({asset.id for asset in account.kept}) == 2
    ((error,),) = account.ended
    assert isinstance(error, MediaRefusedError)
    assert error.source == "b.jpg"


def test_one_may_be_skipped_and_the_rest_given_up(window: OpenWindow, run: TakeInPictures) -> None:
    account = Account(run, lambda number: run.skip() if number == 1 else run.stop())
    run.start()
    window.wait(lambda: bool(account.ended))
    assert [number for _name, _known, number, _total in account.asked] == [1, 3]
    assert account.kept == []
