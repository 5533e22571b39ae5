from pytestqt.qtbot import QtBot

from newsdesk.domain.address_book import BookChange, Card
from newsdesk.domain.errors import StaleError
from newsdesk.ui.jobs.store import Store
from newsdesk.ui.people.book_history import BookHistory
from newsdesk.ui.theme.icons import Icons
from newsdesk.ui.widgets.notice_bar import NoticeBar


def history(store: Store, icons: Icons, qtbot: QtBot) -> tuple[BookHistory, NoticeBar]:
    notice = NoticeBar(icons)
    qtbot.addWidget(notice)
    return BookHistory(store, notice, notice), notice


def removed(store: Store, card: Card, qtbot: QtBot) -> BookChange:
    done: list[BookChange] = []
    store.change(lambda desk: desk.people.remove([card]), done.append)
    qtbot.waitUntil(lambda: bool(done))
    return done[0]


def names(store: Store, qtbot: QtBot) -> set[str]:
    read: list[set[str]] = []
    store.read(lambda desk: {card.name for card in desk.people.cards()}, read.append)
    qtbot.waitUntil(lambda: bool(read))
    return read[0]


def test_steps_are_taken_back_and_done_again(
    cards: dict[str, Card], store: Store, icons: Icons, qtbot: QtBot
) -> None:
    steps, notice = history(store, icons, qtbot)
    for name in ("Ana Birch", "Pär Elm"):
        steps.note(removed(store, cards[name], qtbot), f"Removed {name}")
    assert notice.text() == "Removed Pär Elm"
    steps.undo()
    qtbot.waitUntil(lambda: notice.text() == "Undone.")
    assert names(store, qtbot) == {"Par Elm", "Press desk", "Pär Elm"}
    steps.undo()
    qtbot.waitUntil(lambda: len(names(store, qtbot)) == 4)
    steps.redo()
    qtbot.waitUntil(lambda: notice.text() == "Done again.")
    assert "Ana Birch" not in names(store, qtbot)


def test_what_was_changed_since_is_refused(
    cards: dict[str, Card], store: Store, icons: Icons, qtbot: QtBot
) -> None:
    steps, _ = history(store, icons, qtbot)
    change = removed(store, cards["Ana Birch"], qtbot)
    steps.note(change)
    done: list[object] = []
    store.change(lambda desk: desk.people.take_back(change), done.append)
    qtbot.waitUntil(lambda: bool(done))
    with qtbot.waitSignal(steps.refused) as refused:
        steps.undo()
    assert isinstance(refused.args[0], StaleError)
