"""The trash, emptied while nobody works, and by hand."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QPushButton

from newsdesk.desk import open_desk
from newsdesk.domain.errors import StorageError, StorageProblem
from newsdesk.domain.query import ReleaseQuery
from newsdesk.ui import erasing
from newsdesk.ui.dialogs.empty_trash_dialog import EmptyTrashDialog
from newsdesk.ui.erasing import Erasing
from newsdesk.ui.library.filters import Filter
from tests.ui.windows import OpenWindow

Open = Callable[..., OpenWindow]


class Store(QObject):
    """Answers at once, and notes what it was asked for."""

    opened = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.is_writable = self.is_idle = True
        self.answers: list[object] = []
        self.asked = 0

    def change(self, _work: object, then: Callable, otherwise: Callable) -> None:  # type: ignore[type-arg]
        self.asked += 1
        answer = self.answers.pop(0)
        (otherwise if isinstance(answer, StorageError) else then)(answer)


@pytest.fixture
def store(monkeypatch: pytest.MonkeyPatch) -> Store:
    monkeypatch.setattr(erasing, "FIRST_MS", 0)
    monkeypatch.setattr(erasing, "_BETWEEN_MS", 0)
    return Store()


def test_it_goes_on_while_there_is_more_and_then_settles_the_index(
    store: Store, qtbot: object
) -> None:
    store.answers = [True, True, False, True, False]
    Erasing(store, store)  # type: ignore[arg-type]
    store.opened.emit()
    qtbot.waitUntil(lambda: store.asked == 5)  # type: ignore[attr-defined]


def test_where_nothing_is_due_nothing_is_settled(store: Store, qtbot: object) -> None:
    store.answers = [False]
    keeper = Erasing(store, store)  # type: ignore[arg-type]
    store.opened.emit()
    qtbot.waitUntil(lambda: store.asked == 1)  # type: ignore[attr-defined]
    assert not keeper._settling.isActive()
    assert keeper._timer.interval() == erasing.EVERY_MS


def test_a_refusal_can_wait(store: Store, qtbot: object) -> None:
    store.answers = [StorageError(StorageProblem.FULL)]
    keeper = Erasing(store, store)  # type: ignore[arg-type]
    store.opened.emit()
    qtbot.waitUntil(lambda: store.asked == 1)  # type: ignore[attr-defined]
    assert keeper._timer.isActive()


def test_the_trash_is_emptied_by_hand_once_it_was_said_what_that_means(
    sample_folder: Path, open_window: Open
) -> None:
    window = open_window().begin()
    window.list_view.selectAll()
    window.do("release.trash")
    window.wait(lambda: window.listed() == [])
    window.window.library._filters.set_chosen(Filter.TRASH)
    window.window.library.refresh()
    window.wait(lambda: len(window.listed()) == 3)
    window.do("release.empty_trash")
    dialog = window.dialog(EmptyTrashDialog)
    cancel = next(b for b in dialog.findChildren(QPushButton) if b.text() == "Cancel")
    assert cancel.isDefault()
    window.push("Erase", dialog)
    window.wait(lambda: window.notice == "Erased for good: 3 releases.")
    with open_desk(window.folder) as desk:
        assert desk.releases.ids(ReleaseQuery(trashed=True)) == []
        assert len(desk.trash.erased()) == 3
