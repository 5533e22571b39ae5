"""Who writes here, kept as it is typed."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from newsdesk.domain.errors import StorageError, StorageProblem
from newsdesk.domain.newsroom import Newsroom
from newsdesk.services.newsroom import NewsroomService
from newsdesk.ui.changes import ChangeHub
from newsdesk.ui.dialogs.settings.newsroom_page import NewsroomPage
from newsdesk.ui.dialogs.settings.page_parts import PageParts
from newsdesk.ui.jobs.store import Store
from newsdesk.ui.theme.icons import Icons
from newsdesk.ui.widgets.notice_bar import NoticeBar
from tests.ui.dialogs.house_texts import field, type_over

Changed = Callable[[Callable[[object], tuple[object, object]]], object]


@pytest.fixture
def notice(icons: Icons, qtbot: QtBot) -> NoticeBar:
    notice = NoticeBar(icons)
    qtbot.addWidget(notice)
    return notice


@pytest.fixture
def page(
    store: Store, hub: ChangeHub, icons: Icons, notice: NoticeBar, qtbot: QtBot
) -> NewsroomPage:
    page = NewsroomPage(Newsroom(), PageParts(store, hub, icons, notice))
    qtbot.addWidget(page)
    page.column.addWidget(notice)
    page.show()
    return page


def stored(store: Store, qtbot: QtBot) -> Newsroom:
    found: list[Newsroom] = []
    store.read(lambda desk: desk.newsroom.get(), found.append)
    qtbot.waitUntil(lambda: bool(found))
    return found[0]


def offer(notice: NoticeBar, text: str) -> QPushButton:
    return next(button for button in notice.findChildren(QPushButton) if button.text() == text)


def refuse(monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_service: object, _newsroom: object) -> object:
        raise StorageError(StorageProblem.FULL)

    monkeypatch.setattr(NewsroomService, "save", full)


def test_leaving_a_field_stores_it(page: NewsroomPage, store: Store, qtbot: QtBot) -> None:
    type_over(field(page, "Organisation"), "Ministry of Ports", qtbot)
    with qtbot.waitSignals([page.newsroom_edited, page.saved]):
        field(page, "Short name").setFocus()
    assert stored(store, qtbot) == Newsroom(version=1, organisation="Ministry of Ports")
    assert page.is_stored


def test_leaving_a_field_as_it_was_stores_nothing(
    page: NewsroomPage, store: Store, qtbot: QtBot
) -> None:
    line = field(page, "Organisation")
    type_over(line, "x", qtbot)
    line.setText("")
    field(page, "Short name").setFocus()
    assert page.is_stored
    assert stored(store, qtbot).version == 0


def test_what_is_typed_during_a_save_is_stored_after_it(
    page: NewsroomPage, store: Store, qtbot: QtBot
) -> None:
    type_over(field(page, "Organisation"), "Ports", qtbot)
    page.save()
    type_over(field(page, "Short name"), "P", qtbot)
    page.save()
    assert not page.is_stored
    qtbot.waitUntil(lambda: page.is_stored)
    assert field(page, "Short name").hasFocus()
    found = stored(store, qtbot)
    assert (found.organisation, found.short_name, found.version) == ("Ports", "P", 2)


def test_a_save_that_fails_says_why_and_can_be_tried_again(
    page: NewsroomPage,
    store: Store,
    notice: NoticeBar,
    monkeypatch: pytest.MonkeyPatch,
    qtbot: QtBot,
) -> None:
    with monkeypatch.context() as patched:
        refuse(patched)
        type_over(field(page, "Organisation"), "Ports", qtbot)
        with qtbot.waitSignal(page.not_saved):
            page.save()
    assert notice.text().startswith("The disk is full. ")
    assert not page.is_stored
    with qtbot.waitSignal(page.saved):
        offer(notice, "Try again").click()
    assert stored(store, qtbot).organisation == "Ports"
    assert notice.isHidden()


def test_a_change_that_cannot_be_stored_can_be_dropped(
    page: NewsroomPage, notice: NoticeBar, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    refuse(monkeypatch)
    type_over(field(page, "Organisation"), "Ports", qtbot)
    with qtbot.waitSignal(page.not_saved):
        page.save()
    offer(notice, "Drop the change").click()
    assert field(page, "Organisation").text() == ""
    assert page.is_stored


def test_what_somebody_else_stored_is_shown(
    page: NewsroomPage, changed: Changed, qtbot: QtBot
) -> None:
    changed(lambda desk: desk.newsroom.edit({"organisation": "Ports"}))  # type: ignore[attr-defined]
    qtbot.waitUntil(lambda: field(page, "Organisation").text() == "Ports")
    assert page.is_stored


def test_what_somebody_else_stored_overwrites_nothing_and_is_not_overwritten(
    page: NewsroomPage, store: Store, notice: NoticeBar, changed: Changed, qtbot: QtBot
) -> None:
    type_over(field(page, "Short name"), "P", qtbot)
    changed(lambda desk: desk.newsroom.edit({"organisation": "Ports"}))  # type: ignore[attr-defined]
    with qtbot.waitSignal(page.not_saved):
        page.save()
    assert "changed meanwhile" in notice.text()
    assert field(page, "Short name").text() == "P"
    offer(notice, "Show it as it is now").click()
    qtbot.waitUntil(lambda: field(page, "Organisation").text() == "Ports")
    assert stored(store, qtbot) == Newsroom(version=1, organisation="Ports")
    type_over(field(page, "Short name"), "P", qtbot)
    with qtbot.waitSignal(page.saved):
        page.save()
    assert stored(store, qtbot).short_name == "P"


def test_what_cannot_be_kept_is_pointed_out(page: NewsroomPage, qtbot: QtBot) -> None:
    assert page.check()
    type_over(field(page, "Web address"), "ftp://x", qtbot)
    assert not page.check()


def test_a_newsroom_that_can_only_be_read_cannot_be_changed(
    store: Store, hub: ChangeHub, icons: Icons, notice: NoticeBar, qtbot: QtBot
) -> None:
    reading = Store(
        open_to_write=store._writer._open_desk, open_to_read=store._reader._open_desk, hub=hub
    )  # never started: it is not open to write
    page = NewsroomPage(
        replace(Newsroom(), organisation="Ports"), PageParts(reading, hub, icons, notice)
    )
    qtbot.addWidget(page)
    assert not field(page, "Organisation").isEnabled()
    assert any(label.text() == "Newsroom" for label in page.findChildren(QLabel))
