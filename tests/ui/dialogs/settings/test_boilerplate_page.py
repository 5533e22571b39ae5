"""The standing paragraphs of the newsroom in the settings."""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QTextEdit, QWidget
from pytestqt.qtbot import QtBot

from newsdesk.domain.boilerplate import Boilerplate, BoilerplateKind
from newsdesk.domain.errors import StorageError, StorageProblem
from newsdesk.domain.ids import BoilerplateId
from newsdesk.domain.newsroom import Newsroom
from newsdesk.services.boilerplates import BoilerplateService
from newsdesk.ui.changes import ChangeHub
from newsdesk.ui.dialogs.settings.boilerplate_page import BoilerplatePage, standing_texts
from newsdesk.ui.dialogs.settings.page_parts import PageParts
from newsdesk.ui.jobs.store import Store
from newsdesk.ui.theme.icons import Icons
from newsdesk.ui.widgets.entry_list import EntryList
from newsdesk.ui.widgets.notice_bar import NoticeBar

SAMPLES = ["About us · English", "About us · Français", "About us · العربية"]
TODAY = date(2026, 11, 25)


def made(number: int, day: str, language: str = "en") -> Boilerplate:
    return Boilerplate(
        id=BoilerplateId(UUID(int=number)),
        language=language,
        text_md=f"Text {number}",
        valid_from=date.fromisoformat(day),
    )


@pytest.fixture
def notice(icons: Icons, qtbot: QtBot) -> NoticeBar:
    notice = NoticeBar(icons)
    qtbot.addWidget(notice)
    return notice


@pytest.fixture
def page(
    sample_folder: Path,
    store: Store,
    hub: ChangeHub,
    icons: Icons,
    notice: NoticeBar,
    qtbot: QtBot,
) -> BoilerplatePage:
    newsroom = Newsroom(languages=("en", "fr", "ar"))
    page = BoilerplatePage(newsroom, PageParts(store, hub, icons, notice))
    qtbot.addWidget(page)
    page.resize(564, 480)
    page.show()
    qtbot.waitUntil(lambda: shown(page) == SAMPLES)
    return page


def entries(page: BoilerplatePage) -> EntryList:
    (list_,) = page.findChildren(EntryList)
    return list_


def shown(page: BoilerplatePage) -> list[str]:
    return [entries(page).item(row).text() for row in range(entries(page).count())]


def first_words(page: BoilerplatePage) -> str:
    said = entries(page).item(0).data(Qt.ItemDataRole.AccessibleTextRole)
    return str(said).partition(", ")[2]


def text(page: BoilerplatePage) -> QTextEdit:
    (one,) = page.findChildren(QTextEdit)
    return one


def button(root: QWidget, text: str) -> QPushButton:
    buttons = root.findChildren(QPushButton)
    return next(b for b in buttons if b.text().replace("&", "") == text)


def all_texts(store: Store, qtbot: QtBot) -> list[Boilerplate]:
    found: list[list[Boilerplate]] = []
    store.read(lambda desk: desk.boilerplates.all(), found.append)
    qtbot.waitUntil(lambda: bool(found))
    return found[0]


@pytest.mark.parametrize(
    ("texts", "lines"),
    [
        ([], []),
        ([made(1, "2026-01-01")], [(1, [])]),
        ([made(1, "2026-01-01"), made(2, "2026-03-01")], [(2, [1])]),
        ([made(1, "2026-03-01"), made(2, "2026-03-01")], [(2, [1])]),
        ([made(1, "2026-01-01"), made(2, "2027-03-01")], [(1, []), (2, [])]),
        ([made(1, "2027-03-01"), made(2, "2027-03-01")], [(2, [1])]),
        (
            [made(1, "2027-01-01"), made(2, "2027-02-01"), made(3, "2026-01-01", "fr")],
            [(1, []), (2, []), (3, [])],
        ),
    ],
)
def test_of_each_kind_and_language_the_newest_in_force_stands_for_those_before(
    texts: list[Boilerplate], lines: list[tuple[int, list[int]]]
) -> None:
    found = standing_texts(texts, TODAY)
    assert [(line.text.id.int, [text.id.int for text in line.earlier]) for line in found] == lines


def test_an_edit_is_a_new_version_that_follows_the_old(
    page: BoilerplatePage, store: Store, qtbot: QtBot
) -> None:
    before = len(all_texts(store, qtbot))
    qtbot.keyClick(entries(page), Qt.Key.Key_Return)
    qtbot.waitUntil(text(page).hasFocus)
    text(page).selectAll()
    qtbot.keyClicks(text(page), "We are new.")
    button(page, "Save paragraph").click()
    qtbot.waitUntil(lambda: first_words(page) == "We are new.")
    assert shown(page) == SAMPLES
    texts = all_texts(store, qtbot)
    assert len(texts) == before + 1
    newest = next(one for one in texts if one.text_md == "We are new.")
    old = next(one for one in texts if one.language == "en" and one.id != newest.id)
    assert newest.supersedes == old.id
    assert not page.is_writing


def test_saving_what_was_not_changed_makes_no_version(
    page: BoilerplatePage, store: Store, qtbot: QtBot
) -> None:
    before = all_texts(store, qtbot)
    page.open_entry(next(iter(page._lines)))
    button(page, "Save paragraph").click()
    assert not page.is_writing
    assert all_texts(store, qtbot) == before


def test_a_paragraph_is_added_in_the_main_language(page: BoilerplatePage, qtbot: QtBot) -> None:
    button(page, "Add a paragraph").click()
    page._form._kind.setCurrentIndex(page._form._kind.findData(BoilerplateKind.HELPLINE))
    qtbot.keyClicks(text(page), "Call us.")
    button(page, "Save paragraph").click()
    qtbot.waitUntil(lambda: "Help line · English" in shown(page))
    assert entries(page).currentItem().text() == "Help line · English"


def test_a_paragraph_for_later_stands_beside_the_one_in_force(
    page: BoilerplatePage, store: Store, qtbot: QtBot
) -> None:
    later = datetime.now(UTC).date() + timedelta(days=40)
    store.change(lambda desk: desk.boilerplates.add(BoilerplateKind.ABOUT, "en", "Then.", later))
    qtbot.waitUntil(lambda: len(shown(page)) == 4)
    assert shown(page)[0] == "About us · English"
    assert shown(page)[1].startswith("About us · English · from ")


def test_removing_takes_what_it_followed_along_and_undo_brings_all_back(
    page: BoilerplatePage, store: Store, notice: NoticeBar, qtbot: QtBot
) -> None:
    store.change(lambda desk: desk.boilerplates.add(BoilerplateKind.ABOUT, "en", "Newer."))
    qtbot.waitUntil(lambda: first_words(page) == "Newer.")
    before = {text.id for text in all_texts(store, qtbot)}
    qtbot.keyClick(entries(page), Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: shown(page) == SAMPLES[1:])
    assert "About us, English" in notice.text()
    assert len(all_texts(store, qtbot)) == len(before) - 2
    button(notice, "Undo").click()
    qtbot.waitUntil(lambda: shown(page) == SAMPLES)
    assert {text.id for text in all_texts(store, qtbot)} == before


def test_what_was_cancelled_can_be_taken_up_again(
    page: BoilerplatePage, notice: NoticeBar, qtbot: QtBot
) -> None:
    button(page, "Add a paragraph").click()
    qtbot.keyClicks(text(page), "Half a sen")
    qtbot.keyClick(text(page), Qt.Key.Key_Escape)
    assert not page.is_writing
    button(notice, "Write on").click()
    assert page.is_writing
    assert text(page).toPlainText() == "Half a sen"


def test_a_half_written_paragraph_keeps_the_settings_open(
    page: BoilerplatePage, qtbot: QtBot
) -> None:
    assert page.is_done()
    button(page, "Add a paragraph").click()
    assert page.is_done()
    qtbot.keyClicks(text(page), "Half")
    assert not page.is_done()
    assert "save it or cancel" in text(page).accessibleDescription()


def test_a_save_that_fails_keeps_what_was_typed(
    page: BoilerplatePage, notice: NoticeBar, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:

    def full(*_arguments: object) -> object:
        raise StorageError(StorageProblem.FULL)

    monkeypatch.setattr(BoilerplateService, "add", full)
    button(page, "Add a paragraph").click()
    qtbot.keyClicks(text(page), "Precious")
    button(page, "Save paragraph").click()
    qtbot.waitUntil(lambda: notice.text().startswith("The disk is full"))
    assert page.is_writing
    assert text(page).toPlainText() == "Precious"
