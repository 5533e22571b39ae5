"""Dictionaries and words of the house's own, in the settings."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QComboBox, QPushButton
from pytestqt.qtbot import QtBot

from newsdesk.ui.changes import ChangeHub
from newsdesk.ui.dialogs.settings.page_parts import PageParts
from newsdesk.ui.dialogs.settings.spelling_page import SpellingPage
from newsdesk.ui.jobs.store import Store
from newsdesk.ui.theme.icons import Icons
from newsdesk.ui.widgets.entry_list import EntryList
from newsdesk.ui.widgets.notice_bar import NoticeBar
from tests.services.small_dictionary import write_dictionary

Changed = Callable[..., object]
LONGEST_MS = 20_000


@pytest.fixture
def notice(icons: Icons, qtbot: QtBot) -> NoticeBar:
    notice = NoticeBar(icons)
    qtbot.addWidget(notice)
    return notice


@pytest.fixture
def page(
    store: Store, hub: ChangeHub, icons: Icons, notice: NoticeBar, qtbot: QtBot
) -> SpellingPage:
    page = SpellingPage(PageParts(store, hub, icons, notice))
    qtbot.addWidget(page)
    page.show()
    qtbot.waitUntil(lambda: bool(titles(page, 0)))
    return page


def entries(page: SpellingPage, nth: int) -> EntryList:
    return page.findChildren(EntryList)[nth]


def titles(page: SpellingPage, nth: int) -> list[str]:
    shown = entries(page, nth)
    return [shown.item(row).text() for row in range(shown.count())]


def test_what_there_is_is_listed(page: SpellingPage, changed: Changed, qtbot: QtBot) -> None:
    assert titles(page, 0) == [
        "English (United Kingdom)",
        "English (United States)",
        "Español",
        "Français",
        "Português (Brasil)",
        "Русский",
    ]
    assert titles(page, 1) == []
    changed(lambda desk: desk.spelling.add_word("quaye", "en"))
    qtbot.waitUntil(lambda: titles(page, 1) == ["quaye"])


def test_one_is_added_from_a_file_and_removed(
    page: SpellingPage, notice: NoticeBar, tmp_path: Path, qtbot: QtBot
) -> None:
    page.add_file(str(write_dictionary(tmp_path / "de_DE").with_suffix(".dic")))
    qtbot.waitUntil(lambda: "Deutsch (Deutschland)" in titles(page, 0), timeout=LONGEST_MS)
    assert "Added: Deutsch (Deutschland)" in notice.accessibleName()
    shown = entries(page, 0)
    qtbot.waitUntil(lambda: shown.current_key() == "de-DE")
    shown.removal_requested.emit("de-DE")
    qtbot.waitUntil(lambda: "Deutsch (Deutschland)" not in titles(page, 0))
    qtbot.waitUntil(lambda: "Removed" in notice.accessibleName())
    next(one for one in notice.findChildren(QPushButton) if one.text() == "Undo").click()
    qtbot.waitUntil(lambda: "Deutsch (Deutschland)" in titles(page, 0))


def test_a_file_that_is_none_is_refused_in_words(
    page: SpellingPage, notice: NoticeBar, tmp_path: Path, qtbot: QtBot
) -> None:
    rubbish = tmp_path / "photo.jpg"
    rubbish.write_bytes(b"\xff\xd8\xff")
    page.add_file(str(rubbish))
    qtbot.waitUntil(lambda: "no dictionary" in notice.accessibleName())
    assert "“photo.jpg” was not added" in notice.accessibleName()
    assert len(titles(page, 0)) == 6


def test_ours_stays(page: SpellingPage, notice: NoticeBar) -> None:
    entries(page, 0).removal_requested.emit("fr")
    assert "came with newsdesk and stays" in notice.accessibleName()
    assert "Français" in titles(page, 0)


def test_a_word_is_removed_and_comes_back(
    page: SpellingPage, notice: NoticeBar, changed: Changed, qtbot: QtBot
) -> None:
    changed(lambda desk: desk.spelling.add_word("quaye", "en"))
    qtbot.waitUntil(lambda: titles(page, 1) == ["quaye"])
    words = entries(page, 1)
    words.removal_requested.emit(words.current_key())
    qtbot.waitUntil(lambda: titles(page, 1) == [])
    qtbot.waitUntil(lambda: "Removed: quaye" in notice.accessibleName())
    next(one for one in notice.findChildren(QPushButton) if one.text() == "Undo").click()
    qtbot.waitUntil(lambda: titles(page, 1) == ["quaye"])


def test_the_house_chooses_its_english(page: SpellingPage, store: Store, qtbot: QtBot) -> None:
    (box,) = page.findChildren(QComboBox)
    assert (box.objectName(), box.currentData()) == ("dictionary_for_en", "en-GB")
    box.setCurrentIndex(1)
    box.activated.emit(1)
    chosen: list[object] = []

    def is_chosen() -> bool:
        store.read(lambda desk: desk.newsroom.get().dictionaries, chosen.append)
        return {"en": "en-US"} in chosen

    qtbot.waitUntil(is_chosen)
    qtbot.waitUntil(lambda: page.findChildren(QComboBox)[-1].currentData() == "en-US")
