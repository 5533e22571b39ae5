"""Asking before a link is followed."""

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from newsdesk.ui.preview.link_bar import LinkBar
from newsdesk.ui.preview.page_hand import PageHand
from newsdesk.ui.theme.icons import Icons

REPORT = QUrl("https://example.org/report")


@pytest.fixture
def hand() -> PageHand:
    return PageHand()


@pytest.fixture
def bar(icons: Icons, hand: PageHand, qtbot: QtBot) -> LinkBar:
    bar = LinkBar(icons, hand)
    qtbot.addWidget(bar)
    return bar


def push(bar: LinkBar, words: str) -> None:
    (button,) = [one for one in bar.findChildren(QPushButton) if one.text() == words]
    button.click()


def test_it_says_where_a_link_leads_and_opens_nothing(bar: LinkBar, opened: list[str]) -> None:
    bar.ask(REPORT)
    assert bar.isVisible()
    assert bar.text() == "Open https://example.org/report?"
    assert opened == []


def test_who_agrees_goes_there(bar: LinkBar, opened: list[str]) -> None:
    bar.ask(REPORT)
    push(bar, "Open")
    assert opened == ["https://example.org/report"]
    assert not bar.isVisible()


def test_escape_goes_nowhere(bar: LinkBar, opened: list[str], qtbot: QtBot) -> None:
    bar.ask(REPORT)
    qtbot.keyClick(bar, Qt.Key.Key_Escape)
    assert not bar.isVisible()
    assert opened == []


@pytest.mark.parametrize(
    ("address", "copied"),
    [
        ("https://example.org/report", "https://example.org/report"),
        ("mailto:press@example.org", "press@example.org"),
        ("mailto:press@example.org?subject=a", "mailto:press@example.org?subject=a"),
    ],
)
def test_the_address_can_be_copied_instead(
    address: str, copied: str, bar: LinkBar, opened: list[str]
) -> None:
    bar.ask(QUrl(address))
    push(bar, "Copy address")
    assert QGuiApplication.clipboard().text() == copied
    assert opened == []


def test_the_next_link_is_asked_about_in_its_place(bar: LinkBar) -> None:
    bar.ask(REPORT)
    bar.ask(QUrl("tel:+41225550140"))
    assert bar.text() == "Open tel:+41225550140?"


def test_a_page_that_begins_anew_has_asked_nothing(bar: LinkBar, hand: PageHand) -> None:
    bar.ask(REPORT)
    hand.began.emit()
    assert not bar.isVisible()


def test_what_is_pointed_at_is_said_below_the_page(bar: LinkBar, hand: PageHand) -> None:
    said: list[str] = []
    hand.say_below = said.append  # type: ignore[method-assign]
    hand.pointed.emit(REPORT)
    hand.pointed.emit(QUrl())
    assert bar.isHidden()
    assert said == ["https://example.org/report", ""]
