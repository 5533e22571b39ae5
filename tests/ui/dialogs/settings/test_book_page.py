"""A page of the settings that lists a book."""

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from newsdesk.domain.changes import Changes, Subject
from newsdesk.domain.errors import NotFoundError
from newsdesk.services.desk import Desk
from newsdesk.ui.changes import ChangeHub
from newsdesk.ui.dialogs.settings.book_page import BookPage
from newsdesk.ui.dialogs.settings.book_panel import BookWords
from newsdesk.ui.dialogs.settings.page_parts import PageParts
from newsdesk.ui.jobs.store import Store
from newsdesk.ui.theme.icons import Icons
from newsdesk.ui.widgets.entry_list import Entry, EntryList
from newsdesk.ui.widgets.notice_bar import NoticeBar

WORDS = BookWords(
    title="Tags", about="What is it about.", name="Tags", add="Add", empty="None yet."
)


class TagsPage(BookPage):
    """A page over a list in memory."""

    def __init__(self, tags: list[str], parts: PageParts) -> None:
        super().__init__(WORDS, Subject.TERMS, parts)
        self.tags = tags
        self.refresh()

    def refresh(self) -> None:
        self._panel.set_entries([(Entry(tag, tag), "") for tag in self.tags])

    def open_entry(self, key: str) -> None:
        self.tags.append(f"{key}!")

    def remove_entry(self, key: str) -> None:
        def work(_desk: Desk) -> tuple[None, Changes]:
            self.tags.remove(key)
            return None, Changes.of(Subject.TERMS)

        def undo(_desk: Desk) -> tuple[None, Changes]:
            self.tags.append(key)
            return None, Changes.of(Subject.TERMS)

        self.take_out(work, undo, f"Removed: {key}.")


@pytest.fixture
def notice(icons: Icons, qtbot: QtBot) -> NoticeBar:
    notice = NoticeBar(icons)
    qtbot.addWidget(notice)
    return notice


@pytest.fixture
def page(store: Store, hub: ChangeHub, icons: Icons, notice: NoticeBar, qtbot: QtBot) -> TagsPage:
    page = TagsPage(["ports", "health"], PageParts(store, hub, icons, notice))
    qtbot.addWidget(page)
    return page


def shown(page: BookPage) -> list[str]:
    (list_,) = page.findChildren(EntryList)
    return [list_.item(row).text() for row in range(list_.count())]


def test_a_change_of_its_book_is_shown(page: TagsPage, hub: ChangeHub) -> None:
    page.tags.append("children")
    hub.publish(Changes.of(Subject.CONTACTS))
    assert shown(page) == ["ports", "health"]
    hub.publish(Changes.of(Subject.TERMS))
    assert shown(page) == ["ports", "health", "children"]


def test_what_is_removed_can_be_brought_back_for_a_while(
    page: TagsPage, notice: NoticeBar, qtbot: QtBot
) -> None:
    page.remove_entry("ports")
    qtbot.waitUntil(lambda: shown(page) == ["health"])
    assert notice.text() == "Removed: ports."
    (undo,) = (button for button in notice.findChildren(QPushButton) if button.text() == "Undo")
    undo.click()
    qtbot.waitUntil(lambda: shown(page) == ["health", "ports"])


def test_what_cannot_be_done_is_told_and_the_book_read_again(
    page: TagsPage, notice: NoticeBar, qtbot: QtBot
) -> None:
    def gone(_desk: Desk) -> tuple[None, Changes]:
        raise NotFoundError("term", "")

    page.tags.clear()
    page.change(gone)
    qtbot.waitUntil(lambda: not notice.isHidden())
    assert "no longer there" in notice.text()
    assert shown(page) == []


def test_a_book_says_what_it_must_be_able_to_do(
    store: Store, hub: ChangeHub, icons: Icons, notice: NoticeBar, qtbot: QtBot
) -> None:
    page = BookPage(WORDS, Subject.TERMS, PageParts(store, hub, icons, notice))
    qtbot.addWidget(page)
    for missing in (page.refresh, lambda: page.open_entry(1), lambda: page.remove_entry(1)):
        with pytest.raises(NotImplementedError):
            missing()
