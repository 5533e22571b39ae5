"""The settings as a whole."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QLineEdit,
    QListWidget,
    QPlainTextEdit,
    QPushButton,
    QSlider,
    QStackedWidget,
    QTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from newsdesk.domain.errors import StorageError, StorageProblem
from newsdesk.domain.newsroom import Newsroom
from newsdesk.services.newsroom import NewsroomService
from newsdesk.services.preferences import Preferences, PreferencesFile, ThemeChoice
from newsdesk.ui.backup_keeping import BackupKeeper
from newsdesk.ui.changes import ChangeHub
from newsdesk.ui.dialogs.settings_dialog import SettingsDialog
from newsdesk.ui.jobs.store import Store
from newsdesk.ui.lifetime import Lifetime
from newsdesk.ui.notices import Notices
from newsdesk.ui.preferences_keeper import PreferencesKeeper
from newsdesk.ui.theme.icons import Icons
from newsdesk.ui.theme.theme_controller import ThemeController
from newsdesk.ui.widgets.notice_bar import NoticeBar
from tests.ui.conftest import NOW
from tests.ui.dialogs.house_texts import field, type_over

PAGES = [
    "Newsroom",
    "Appearance",
    "Standing paragraphs",
    "Snippets",
    "Templates",
    "Address book",
    "Places",
    "Sites",
    "Spelling",
    "Data",
]


@pytest.fixture
def dialog(
    store: Store, hub: ChangeHub, themes: ThemeController, icons: Icons, qtbot: QtBot
) -> Iterator[SettingsDialog]:
    preferences = Preferences(theme=ThemeChoice.LIGHT)
    dialog = SettingsDialog(
        newsroom(store, qtbot), preferences, store, hub, themes, icons, "/home/anna/newsroom"
    )
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    qtbot.addWidget(dialog)
    dialog.open()
    yield dialog
    themes.choose(ThemeChoice.LIGHT)


def newsroom(store: Store, qtbot: QtBot) -> Newsroom:
    found: list[Newsroom] = []
    store.read(lambda desk: desk.newsroom.get(), found.append)
    qtbot.waitUntil(lambda: bool(found))
    return found[0]


def pages(dialog: SettingsDialog) -> QListWidget:
    found = dialog.findChild(QListWidget, "settings_pages")
    assert isinstance(found, QListWidget)
    return found


def listed(dialog: SettingsDialog) -> list[str]:
    items = [pages(dialog).item(row) for row in range(pages(dialog).count())]
    return [item.text() for item in items if not item.isHidden()]


def shown(dialog: SettingsDialog) -> QWidget:
    return dialog.findChildren(QStackedWidget)[0].currentWidget()


def button(root: QWidget, text: str) -> QPushButton:
    return next(b for b in root.findChildren(QPushButton) if b.text().replace("&", "") == text)


def notice(dialog: SettingsDialog) -> NoticeBar:
    return dialog.findChildren(NoticeBar)[0]


def refuse(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """Let every save fail; return what was to be saved."""
    tried: list[object] = []

    def full(_service: object, newsroom: object) -> object:
        tried.append(newsroom)
        raise StorageError(StorageProblem.FULL)

    monkeypatch.setattr(NewsroomService, "save", full)
    return tried


def test_the_pages_are_gone_through_with_the_arrow_keys(
    dialog: SettingsDialog, qtbot: QtBot
) -> None:
    qtbot.waitUntil(pages(dialog).hasFocus)
    assert listed(dialog) == PAGES
    visited = [shown(dialog).accessibleName()]
    for _ in PAGES[1:]:
        qtbot.keyClick(pages(dialog), Qt.Key.Key_Down)
        visited.append(shown(dialog).accessibleName())
    assert visited == PAGES


def test_every_page_has_an_icon(dialog: SettingsDialog) -> None:
    for row in range(pages(dialog).count()):
        assert not pages(dialog).item(row).icon().isNull()


def test_done_keeps_what_is_being_typed(dialog: SettingsDialog, store: Store, qtbot: QtBot) -> None:
    type_over(field(dialog, "Organisation"), "Ministry of Ports", qtbot)
    with qtbot.waitSignals([dialog.newsroom_edited, dialog.accepted]):
        button(dialog, "Done").click()
    assert newsroom(store, qtbot).organisation == "Ministry of Ports"


@pytest.mark.parametrize("key", [Qt.Key.Key_Escape, Qt.Key.Key_Return])
def test_escape_and_enter_keep_it_too(
    dialog: SettingsDialog, store: Store, key: Qt.Key, qtbot: QtBot
) -> None:
    type_over(field(dialog, "Organisation"), "Ministry of Ports", qtbot)
    with qtbot.waitSignal(dialog.accepted):
        qtbot.keyClick(field(dialog, "Organisation"), key)
    assert newsroom(store, qtbot).organisation == "Ministry of Ports"


def test_without_a_change_it_closes_at_once(dialog: SettingsDialog) -> None:
    button(dialog, "Done").click()
    assert not dialog.isVisible()


def test_a_save_that_fails_keeps_it_open_with_the_words(
    dialog: SettingsDialog, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    refuse(monkeypatch)
    type_over(field(dialog, "Organisation"), "Ports", qtbot)
    pages(dialog).setCurrentRow(7)
    button(dialog, "Done").click()
    qtbot.waitUntil(lambda: notice(dialog).text().startswith("The disk is full. "))
    qtbot.waitUntil(lambda: shown(dialog).accessibleName() == "Newsroom")
    assert dialog.isVisible()
    button(notice(dialog), "Drop the change").click()
    button(dialog, "Done").click()
    qtbot.waitUntil(lambda: not dialog.isVisible())


def test_going_back_to_what_was_refused_does_not_try_it_again(
    dialog: SettingsDialog, monkeypatch: pytest.MonkeyPatch, store: Store, qtbot: QtBot
) -> None:
    tried = refuse(monkeypatch)
    type_over(field(dialog, "Organisation"), "Ports", qtbot)
    pages(dialog).setCurrentRow(7)
    qtbot.waitUntil(lambda: shown(dialog).accessibleName() == "Newsroom")
    qtbot.waitUntil(lambda: store.is_idle)
    assert len(tried) == 1


def test_what_cannot_be_kept_keeps_it_open_and_is_shown(
    dialog: SettingsDialog, qtbot: QtBot
) -> None:
    type_over(field(dialog, "Web address"), "ftp://x", qtbot)
    pages(dialog).setCurrentRow(1)
    button(dialog, "Done").click()
    assert dialog.isVisible()
    assert shown(dialog).accessibleName() == "Newsroom"


def test_a_half_written_paragraph_keeps_it_open_and_is_shown(
    dialog: SettingsDialog, qtbot: QtBot
) -> None:
    pages(dialog).setCurrentRow(2)
    button(dialog, "Add a paragraph").click()
    text = dialog.findChildren(QTextEdit)[0]
    qtbot.keyClicks(text, "Half")
    pages(dialog).setCurrentRow(0)
    button(dialog, "Done").click()
    assert dialog.isVisible()
    assert shown(dialog).accessibleName() == "Standing paragraphs"
    qtbot.keyClick(text, Qt.Key.Key_Escape)
    assert dialog.isVisible()
    button(dialog, "Done").click()
    assert not dialog.isVisible()


def test_appearance_is_handed_on_at_once(dialog: SettingsDialog, qtbot: QtBot) -> None:
    slider = dialog.findChildren(QSlider)[0]
    with qtbot.waitSignal(dialog.preferences_edited) as edited:
        qtbot.keyClick(slider, Qt.Key.Key_PageUp)
    assert edited.args[0].text_scale == pytest.approx(1.2)


def test_its_list_grows_with_the_texts(
    dialog: SettingsDialog, themes: ThemeController, qtbot: QtBot
) -> None:
    before = pages(dialog).width()
    themes.choose(ThemeChoice.LIGHT, text_scale=1.6)
    qtbot.waitUntil(lambda: pages(dialog).width() > before)
    assert pages(dialog).sizeHintForColumn(0) <= pages(dialog).viewport().width()


def test_it_fits_onto_a_small_screen(dialog: SettingsDialog) -> None:
    assert dialog.minimumSizeHint().width() <= 760
    assert dialog.minimumSizeHint().height() <= 600


def test_another_folder_is_handed_on(dialog: SettingsDialog, qtbot: QtBot) -> None:
    dialog._data.ask_about("/home/anna/other")
    with qtbot.waitSignal(dialog.data_folder_requested) as asked:
        button(dialog, "Use it").click()
    assert asked.args == ["/home/anna/other"]


def test_a_seat_that_is_not_known_is_added_among_the_places(
    dialog: SettingsDialog, qtbot: QtBot
) -> None:
    seats = field(dialog, "Seats")
    seats.setFocus()
    qtbot.keyClicks(seats, "Xyzzyville")
    qtbot.keyClick(seats, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: shown(dialog).accessibleName() == "Places")
    name = dialog.findChild(QLineEdit, "new_place_name")
    assert isinstance(name, QLineEdit)
    assert name.isVisible()
    assert name.text() == "Xyzzyville"


def test_without_samples_there_is_no_page_about_them(
    dialog: SettingsDialog, hub: ChangeHub, qtbot: QtBot
) -> None:
    assert "Samples" not in listed(dialog)


def test_removing_the_samples_closes_it_so_that_undo_is_seen(
    sample_folder: Path, dialog: SettingsDialog, qtbot: QtBot
) -> None:
    qtbot.waitUntil(lambda: listed(dialog) == [*PAGES, "Samples"])
    pages(dialog).setCurrentRow(len(PAGES))
    with qtbot.waitSignals([dialog.samples_removal_requested, dialog.accepted]):
        button(dialog, "Remove the sample newsroom").click()


def test_samples_that_somebody_removed_take_their_page_along(
    sample_folder: Path, dialog: SettingsDialog, store: Store, qtbot: QtBot
) -> None:
    qtbot.waitUntil(lambda: "Samples" in listed(dialog))
    pages(dialog).setCurrentRow(len(PAGES))
    store.change(lambda desk: desk.samples.remove())
    qtbot.waitUntil(lambda: listed(dialog) == PAGES)
    assert shown(dialog).accessibleName() == "Newsroom"
    qtbot.waitUntil(lambda: field(dialog, "Organisation").text() == "")


def test_a_newsroom_that_can_only_be_read_says_so(
    store: Store, hub: ChangeHub, themes: ThemeController, icons: Icons, qtbot: QtBot
) -> None:
    reading = Store(
        open_to_write=store._writer._open_desk, open_to_read=store._reader._open_desk, hub=hub
    )  # never started: it is not open to write
    dialog = SettingsDialog(Newsroom(), Preferences(), reading, hub, themes, icons, "/x")
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    qtbot.addWidget(dialog)
    assert "only be read" in notice(dialog).text()
    assert not button(dialog, "Add a place").isEnabled()
    dialog.open()
    button(dialog, "Done").click()
    assert not dialog.isVisible()


def test_answers_that_come_after_it_was_closed_do_no_harm(
    store: Store, hub: ChangeHub, themes: ThemeController, icons: Icons, qtbot: QtBot
) -> None:
    dialog = SettingsDialog(Newsroom(), Preferences(), store, hub, themes, icons, "/x")
    lifetime = Lifetime(dialog)
    dialog.open()
    dialog._on_done()  # its reads are still under way
    qtbot.waitUntil(lambda: lifetime.is_over)
    assert newsroom(store, qtbot).version == 0


@pytest.fixture
def keeper(store: Store, icons: Icons, tmp_path: Path, qtbot: QtBot) -> BackupKeeper:
    bar = NoticeBar(icons)
    qtbot.addWidget(bar)
    preferences = PreferencesKeeper(PreferencesFile(tmp_path / "window.json"), store)
    return BackupKeeper(store, preferences, Notices(bar), lambda: NOW, store)


def test_the_backups_have_a_page_behind_that_of_the_folder(
    dialog: SettingsDialog, keeper: BackupKeeper, qtbot: QtBot
) -> None:
    dialog.show_backups(keeper)
    assert listed(dialog) == [*PAGES, "Backups"]
    pages(dialog).setCurrentRow(len(PAGES))
    assert shown(dialog).accessibleName() == "Backups"
    qtbot.waitUntil(lambda: not keeper.is_working, timeout=20_000)


def test_the_settings_are_stored_and_closed_before_one_goes_back(
    dialog: SettingsDialog, keeper: BackupKeeper, qtbot: QtBot
) -> None:
    dialog.show_backups(keeper)
    qtbot.waitUntil(lambda: not keeper.is_working, timeout=20_000)
    type_over(field(dialog, "Organisation"), "Port of Aqaba", qtbot)
    pages(dialog).setCurrentRow(len(PAGES))
    with qtbot.waitSignal(dialog.restore_requested):
        button(shown(dialog), "Go back to one…").click()
    assert not dialog.isVisible()


def test_every_field_has_a_name(dialog: SettingsDialog) -> None:
    kinds = (QLineEdit, QComboBox, QTextEdit, QPlainTextEdit, QSlider, QListWidget)
    fields = [one for kind in kinds for one in dialog.findChildren(kind)]
    nameless = [
        f"{type(one).__name__} {one.objectName()} in {one.parent().objectName()}"
        for one in fields
        if not one.accessibleName() and not isinstance(one.parent(), QComboBox)
    ]
    assert nameless == []


def test_the_tab_key_reaches_every_page_from_the_list(dialog: SettingsDialog, qtbot: QtBot) -> None:
    for row in range(len(PAGES)):
        pages(dialog).setCurrentRow(row)
        pages(dialog).setFocus()
        qtbot.keyClick(pages(dialog), Qt.Key.Key_Tab)
        focus = QApplication.focusWidget()
        assert focus is not None
        assert shown(dialog).isAncestorOf(focus)


@pytest.mark.parametrize(
    ("name", "title"),
    [
        ("boilerplates", "Standing paragraphs"),
        ("snippets", "Snippets"),
        ("templates", "Templates"),
    ],
)
def test_a_book_can_be_turned_to(dialog: SettingsDialog, name: str, title: str) -> None:
    dialog.turn_to(name)
    assert pages(dialog).currentItem().text() == title
    assert dialog._pages.currentWidget().accessibleName() == title


def test_the_address_book_is_asked_for_once_all_is_kept(
    sample_folder: Path, dialog: SettingsDialog, qtbot: QtBot
) -> None:
    with qtbot.waitSignals([dialog.accepted, dialog.address_book_requested]):
        dialog._contacts.address_book_requested.emit()
    assert not dialog.isVisible()
