from collections.abc import Callable

from pytestqt.qtbot import QtBot

from newsdesk.ui.jobs.series import Series


class Pieces:
    """Three pieces of work that end when they are told to."""

    def __init__(self) -> None:
        self.begun: list[int] = []
        self.ends: list[Callable[[], None]] = []

    def all(self) -> list[Callable[[Callable[[], None]], None]]:
        return [lambda ended, number=n: self.begin(number, ended) for n in range(3)]

    def begin(self, number: int, ended: Callable[[], None]) -> None:
        self.begun.append(number)
        self.ends.append(ended)


def test_a_piece_begins_when_the_one_before_has_ended(qtbot: QtBot) -> None:
    pieces = Pieces()
    series = Series(pieces.all())
    progress: list[tuple[int, int]] = []
    series.progressed.connect(lambda done, total: progress.append((done, total)))
    series.start()
    assert pieces.begun == [0]
    pieces.ends[0]()
    pieces.ends[1]()
    assert pieces.begun == [0, 1, 2]
    with qtbot.waitSignal(series.finished):
        pieces.ends[2]()
    assert progress == [(1, 3), (2, 3), (3, 3)]


def test_cancelling_lets_the_piece_under_way_end(qtbot: QtBot) -> None:
    pieces = Pieces()
    series = Series(pieces.all())
    series.start()
    series.cancel()
    with qtbot.waitSignal(series.cancelled):
        pieces.ends[0]()
    assert pieces.begun == [0]


def test_nothing_to_do_is_finished_at_once(qtbot: QtBot) -> None:
    series = Series([])
    with qtbot.waitSignal(series.finished):
        series.start()
