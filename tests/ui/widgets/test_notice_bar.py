"""One line that says something, waits for nobody, and takes nothing away."""

from collections.abc import Sequence

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from newsdesk.ui.theme.icons import Icons
from newsdesk.ui.widgets.notice_bar import NoticeBar, Offer, Tone

LONG = 60_000  # ms; nobody waits for it


@pytest.fixture
def window(qtbot: QtBot, icons: Icons) -> QWidget:
    """A notice bar above two fields to write in."""
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    for widget in (NoticeBar(icons), QLineEdit(), QLineEdit()):
        column.addWidget(widget)
    window.resize(900, 200)
    window.show()
    return window


@pytest.fixture
def bar(window: QWidget, qtbot: QtBot) -> NoticeBar:
    qtbot.mouseMove(window, QPoint(2, window.height() - 2))  # wherever it was left by others
    found = window.findChild(NoticeBar)
    assert found is not None
    return found


def offers(bar: NoticeBar) -> Sequence[QPushButton]:
    return [one for one in bar.findChildren(QPushButton) if one.isVisible()]


def place(widget: QWidget, bar: NoticeBar) -> QRect:
    return QRect(widget.mapTo(bar, QPoint(0, 0)), widget.size())


def text_label(bar: NoticeBar) -> QLabel:
    return next(label for label in bar.findChildren(QLabel) if label.text())


def test_without_a_notice_there_is_no_bar(bar: NoticeBar) -> None:
    assert bar.isHidden()


def test_a_notice_takes_the_place_of_the_one_before(bar: NoticeBar, qtbot: QtBot) -> None:
    bar.show_notice("First", Tone.ERROR, [Offer("Try again", lambda: None)])
    bar.show_notice("Second", Tone.DONE, [Offer("Undo", lambda: None)])
    assert bar.isVisible()
    assert bar.text() == "Second"
    assert bar.property("tone") == "done"
    qtbot.waitUntil(lambda: [button.text() for button in offers(bar)] == ["Undo"])


def test_taking_an_offer_closes_it_first(bar: NoticeBar, qtbot: QtBot) -> None:
    hidden: list[bool] = []
    bar.show_notice("Gone", offers=[Offer("Undo", lambda: hidden.append(bar.isHidden()))])
    with qtbot.waitSignal(bar.dismissed):
        qtbot.mouseClick(offers(bar)[0], Qt.MouseButton.LeftButton)
    assert hidden == [True]


def test_an_offer_may_show_the_next_notice(bar: NoticeBar, qtbot: QtBot) -> None:
    bar.show_notice("First", offers=[Offer("Go on", lambda: bar.show_notice("Second"))])
    qtbot.mouseClick(offers(bar)[0], Qt.MouseButton.LeftButton)
    assert bar.isVisible()
    assert bar.text() == "Second"


def test_it_is_closed_once(bar: NoticeBar, qtbot: QtBot) -> None:
    bar.show_notice("Saved")
    with qtbot.waitSignal(bar.dismissed):
        bar.dismiss()
    with qtbot.assertNotEmitted(bar.dismissed):
        bar.dismiss()


def test_escape_closes_it(bar: NoticeBar, qtbot: QtBot) -> None:
    bar.show_notice("Saved", offers=[Offer("Undo", lambda: None)])
    with qtbot.waitSignal(bar.dismissed):
        qtbot.keyClick(offers(bar)[0], Qt.Key.Key_Escape)


# Time -----------------------------------------------------------------------------------------


def test_it_goes_when_its_time_is_over(bar: NoticeBar, qtbot: QtBot) -> None:
    with qtbot.waitSignal(bar.dismissed):
        bar.show_notice("Saved", ms=20)
    assert bar.isHidden()


def test_a_notice_without_a_time_stays_although_the_one_before_had_one(bar: NoticeBar) -> None:
    bar.show_notice("Saved", ms=LONG)
    bar.show_notice("Not saved", Tone.ERROR)
    assert not bar._timer.isActive()


def test_it_does_not_go_while_the_focus_is_in_it(bar: NoticeBar, qtbot: QtBot) -> None:
    bar.show_notice("Moved to the trash", offers=[Offer("Undo", lambda: None)], ms=LONG)
    offers(bar)[0].setFocus()
    qtbot.waitUntil(offers(bar)[0].hasFocus)
    with qtbot.assertNotEmitted(bar.dismissed):
        bar._timer.timeout.emit()
    assert bar._timer.isActive()
    bar.parentWidget().findChildren(QLineEdit)[0].setFocus()
    with qtbot.waitSignal(bar.dismissed):
        bar._timer.timeout.emit()


# Focus ----------------------------------------------------------------------------------------


def test_the_focus_goes_back_to_where_it_came_from(
    window: QWidget, bar: NoticeBar, qtbot: QtBot
) -> None:
    _, second = window.findChildren(QLineEdit)
    second.setFocus()
    qtbot.waitUntil(second.hasFocus)
    bar.show_notice("Moved to the trash", offers=[Offer("Undo", lambda: None)])
    assert second.hasFocus()  # a notice takes it from nobody
    offers(bar)[0].setFocus()
    qtbot.keyClick(offers(bar)[0], Qt.Key.Key_Space)
    assert second.hasFocus()


def test_where_it_came_from_may_be_gone(window: QWidget, bar: NoticeBar, qtbot: QtBot) -> None:
    first, second = window.findChildren(QLineEdit)
    second.setFocus()
    qtbot.waitUntil(second.hasFocus)
    bar.show_notice("Moved to the trash", offers=[Offer("Undo", lambda: None)])
    offers(bar)[0].setFocus()
    with qtbot.waitSignal(second.destroyed):
        second.deleteLater()
    bar.dismiss()
    assert bar.isHidden()
    assert not first.isHidden()


# What it says ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("tone", "politeness"),
    [
        (Tone.INFO, QAccessible.AnnouncementPoliteness.Polite),
        (Tone.DONE, QAccessible.AnnouncementPoliteness.Polite),
        (Tone.WARNING, QAccessible.AnnouncementPoliteness.Assertive),
        (Tone.ERROR, QAccessible.AnnouncementPoliteness.Assertive),
    ],
)
def test_screen_readers_say_it_at_once(
    bar: NoticeBar,
    monkeypatch: pytest.MonkeyPatch,
    tone: Tone,
    politeness: QAccessible.AnnouncementPoliteness,
) -> None:
    said: list[tuple[str, QAccessible.AnnouncementPoliteness]] = []

    def hear(event: object) -> None:
        if isinstance(event, QAccessibleAnnouncementEvent):
            said.append((event.message(), event.politeness()))

    monkeypatch.setattr(QAccessible, "updateAccessibility", hear)
    bar.show_notice("Not saved", tone)
    assert said == [("Not saved", politeness)]
    assert bar.accessibleName() == "Not saved"


@pytest.mark.parametrize("tone", Tone)
def test_every_tone_has_its_sign(bar: NoticeBar, tone: Tone) -> None:
    bar.show_notice("Saved", tone)
    signs = [one for one in bar.findChildren(QLabel) if not one.pixmap().isNull()]
    assert len(signs) == 1


def test_a_headline_is_quoted_as_it_is_written(bar: NoticeBar) -> None:
    bar.show_notice("“<b>Harbour</b> opens” is published.")
    assert text_label(bar).textFormat() is Qt.TextFormat.PlainText
    assert bar.text() == "“<b>Harbour</b> opens” is published."


def test_in_a_narrow_window_the_buttons_stand_below_the_text(
    window: QWidget, bar: NoticeBar, qtbot: QtBot
) -> None:
    two = [Offer("Try again", lambda: None), Offer("Close without saving", lambda: None)]
    bar.show_notice("Not everything is saved. The text is still here.", Tone.ERROR, two)
    text = text_label(bar)
    qtbot.waitUntil(lambda: place(offers(bar)[0], bar).left() > place(text, bar).left())
    window.resize(420, 300)
    qtbot.waitUntil(lambda: place(offers(bar)[0], bar).top() > place(text, bar).center().y())


def test_all_of_a_long_text_is_shown(window: QWidget, bar: NoticeBar, qtbot: QtBot) -> None:
    window.resize(420, 300)
    bar.show_notice("Nothing was overwritten, and your text is still here. " * 4, Tone.WARNING)
    text = text_label(bar)
    qtbot.waitUntil(lambda: text.height() >= text.heightForWidth(text.width()))


def test_in_the_narrowest_pane_each_button_has_a_line_and_all_its_words(
    window: QWidget, bar: NoticeBar, qtbot: QtBot
) -> None:
    window.setMinimumWidth(240)
    window.resize(240, 400)
    bar.show_notice(
        "Far more than a release.",
        offers=(Offer("Paste it anyway", lambda: None), Offer("Leave it out", lambda: None)),
    )
    first, second = offers(bar)
    qtbot.waitUntil(lambda: place(second, bar).top() >= place(first, bar).bottom())
    qtbot.waitUntil(lambda: all(one.width() >= one.sizeHint().width() for one in offers(bar)))
    window.resize(900, 200)
    qtbot.waitUntil(lambda: place(second, bar).top() == place(first, bar).top())
