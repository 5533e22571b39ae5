"""The snippets in the settings."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QTextEdit
from pytestqt.qtbot import QtBot

from newsdesk.domain.newsroom import Newsroom
from newsdesk.services.desk import Desk
from newsdesk.ui.changes import ChangeHub
from newsdesk.ui.dialogs.settings.page_parts import PageParts
from newsdesk.ui.dialogs.settings.snippets_page import SnippetsPage
from newsdesk.ui.dialogs.snippet_dialog import SnippetDialog
from newsdesk.ui.jobs.store import Store
from newsdesk.ui.theme.icons import Icons
from newsdesk.ui.widgets.entry_list import EntryList
from newsdesk.ui.widgets.notice_bar import NoticeBar
from tests.ui.dialogs.house_texts import field

Change = Callable[[Callable[[Desk], tuple[object, object]]], object]


@pytest.fixture
def notice(icons: Icons, qtbot: QtBot) -> NoticeBar:
    notice = NoticeBar(icons)
    qtbot.addWidget(notice)
    return notice


@pytest.fixture
def page(
    store: Store, hub: ChangeHub, icons: Icons, notice: NoticeBar, qtbot: QtBot
) -> SnippetsPage:
    page = SnippetsPage(Newsroom(languages=("en", "fr")), PageParts(store, hub, icons, notice))
    qtbot.addWidget(page)
    page.resize(564, 480)
    page.show()
    return page


@pytest.fixture
def full_page(page: SnippetsPage, changed: Change, qtbot: QtBot) -> SnippetsPage:
    for name, text, language in (
        ("Invitation", "Media are invited.", None),
        ("Formule", "Veuillez agréer…", "fr"),
        ("Sign-off", "Yours.", "en"),
    ):
        changed(
            lambda desk, n=name, t=text, lang=language: desk.snippets.add(n, t, lang)  # type: ignore[misc]
        )
    qtbot.waitUntil(lambda: len(shown(page)) == 3)
    return page


def entries(page: SnippetsPage) -> EntryList:
    (list_,) = page.findChildren(EntryList)
    return list_


def shown(page: SnippetsPage) -> list[str]:
    return [entries(page).item(row).text() for row in range(entries(page).count())]


def dialog(page: SnippetsPage, qtbot: QtBot) -> SnippetDialog:
    qtbot.waitUntil(lambda: any(d.isVisible() for d in page.findChildren(SnippetDialog)))
    return next(d for d in page.findChildren(SnippetDialog) if d.isVisible())


def test_an_empty_page_says_how_to_begin(page: SnippetsPage) -> None:
    told = [label.text() for label in page.findChildren(QLabel)]
    assert "No snippet yet. Begin with what you write again and again." in told


def test_a_new_snippet_is_marked_in_the_list(page: SnippetsPage, qtbot: QtBot) -> None:
    new = next(one for one in page.findChildren(QPushButton) if one.text() == "&New snippet")
    new.click()
    form = dialog(page, qtbot)
    qtbot.keyClicks(form.findChild(QLineEdit), "Sign-off")
    qtbot.keyClicks(form.findChild(QTextEdit), "Yours.")
    with qtbot.waitSignal(form.saved):
        qtbot.keyClick(form.findChild(QLineEdit), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: shown(page) == ["Sign-off"])
    qtbot.waitUntil(lambda: entries(page).currentItem().text() == "Sign-off")


def test_snippets_say_their_language_and_how_they_begin(full_page: SnippetsPage) -> None:
    role = Qt.ItemDataRole.AccessibleTextRole
    said = [entries(full_page).item(row).data(role) for row in range(3)]
    assert said == [
        "Invitation, Media are invited.",
        "Formule, Français · Veuillez agréer…",
        "Sign-off, English · Yours.",
    ]


def test_a_snippet_is_found_by_its_text(full_page: SnippetsPage, qtbot: QtBot) -> None:
    qtbot.keyClicks(field(full_page, "Search snippets"), "agreer")
    assert shown(full_page) == ["Formule"]


def test_alt_and_an_arrow_move_a_snippet(full_page: SnippetsPage, qtbot: QtBot) -> None:
    entries(full_page).setCurrentRow(2)
    entries(full_page).setFocus()
    qtbot.keyClick(entries(full_page), Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: shown(full_page) == ["Invitation", "Sign-off", "Formule"])
    assert entries(full_page).currentItem().text() == "Sign-off"
    qtbot.keyClick(entries(full_page), Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: shown(full_page) == ["Invitation", "Formule", "Sign-off"])


def test_enter_opens_a_snippet_and_what_is_changed_is_shown(
    full_page: SnippetsPage, qtbot: QtBot
) -> None:
    qtbot.keyClick(entries(full_page), Qt.Key.Key_Return)
    form = dialog(full_page, qtbot)
    form.findChild(QLineEdit).setText("Call")
    with qtbot.waitSignal(form.saved):
        qtbot.keyClick(form.findChild(QLineEdit), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: shown(full_page)[0] == "Call")


def test_delete_takes_a_snippet_out_and_undo_brings_it_back(
    full_page: SnippetsPage, notice: NoticeBar, qtbot: QtBot
) -> None:
    qtbot.keyClick(entries(full_page), Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: shown(full_page) == ["Formule", "Sign-off"])
    assert notice.text() == "Removed from the snippets: Invitation."
    (undo,) = (button for button in notice.findChildren(QPushButton) if button.text() == "Undo")
    undo.click()
    qtbot.waitUntil(lambda: shown(full_page) == ["Invitation", "Formule", "Sign-off"])
