"""Publishing with its guard explained."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QCheckBox, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from newsdesk.domain.dateline import Dateline
from newsdesk.domain.errors import ConfirmationKind
from newsdesk.domain.newsroom import Newsroom
from newsdesk.domain.release import Release
from newsdesk.ui.dialogs.icon_line import IconLine
from newsdesk.ui.dialogs.publish_dialog import PublishDialog
from newsdesk.ui.theme.icons import Icons
from newsdesk.ui.widgets.notice_bar import Tone
from tests.ui.dialogs.releases import NOW, OVER, RUNNING, complete

Opened = Callable[..., PublishDialog]


@pytest.fixture
def opened(icons: Icons, qtbot: QtBot) -> Opened:
    def open_it(release: Release, newsroom: Newsroom | None = None) -> PublishDialog:
        dialog = PublishDialog(release, newsroom or Newsroom(), NOW, icons)
        qtbot.addWidget(dialog)
        dialog.open()
        return dialog

    return open_it


def publish(dialog: PublishDialog) -> QPushButton:
    return next(b for b in dialog.findChildren(QPushButton) if b.text() == "&Publish")


def said(dialog: PublishDialog) -> str:
    return "\n".join(label.text() for label in dialog.findChildren(QLabel))


def points(dialog: PublishDialog) -> list[tuple[Tone, str]]:
    return [(line.tone, line.text()) for line in dialog.findChildren(IconLine)]


def test_what_will_happen_is_said_in_one_sentence(opened: Opened) -> None:
    words = said(opened(complete()))
    assert "Harbour crews train together" in words
    assert "It opens with “Nairobi” or" not in words
    assert "It opens with “Nairobi" in words
    assert "Everybody may use it at once." in words


def test_a_running_embargo_is_said_with_its_clock(opened: Opened) -> None:
    words = said(opened(complete(embargo=RUNNING)))
    assert "Under embargo until 10:00 on " in words
    assert "December 2026" in words
    assert "Geneva time; every copy says so." in words
    assert "at once" not in words


def test_enter_publishes_what_needs_nothing_more(opened: Opened, qtbot: QtBot) -> None:
    dialog = opened(complete())
    with qtbot.waitSignal(dialog.publish_requested) as requested:
        qtbot.keyClick(dialog, Qt.Key.Key_Return)
    assert requested.args == [frozenset()]
    assert not dialog.isVisible()


def test_what_is_missing_stands_in_the_way(opened: Opened, qtbot: QtBot) -> None:
    dialog = opened(complete(headline="", abstract="x" * 321))
    assert points(dialog)[:2] == [
        (Tone.ERROR, "The headline is missing."),
        (Tone.ERROR, "The abstract is longer than 320 characters."),
    ]
    assert not publish(dialog).isEnabled()
    with qtbot.assertNotEmitted(dialog.publish_requested):
        qtbot.keyClick(dialog, Qt.Key.Key_Return)


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"headline": ""}, "headline"),
        ({"body_md": "  "}, "body_md"),
        ({"contacts": ()}, "contacts"),
        ({"dateline": Dateline()}, "dateline"),
    ],
)
def test_every_point_about_a_field_leads_there(
    opened: Opened, changes: dict[str, object], field: str, qtbot: QtBot
) -> None:
    dialog = opened(complete(**changes))
    (go,) = (b for b in dialog.findChildren(QPushButton) if b.text() == "Go there")
    assert go.accessibleName() != "Go there"
    go.setFocus()
    with qtbot.waitSignal(dialog.field_requested) as requested:
        qtbot.keyClick(go, Qt.Key.Key_Return)
    assert requested.args == [field]
    assert not dialog.isVisible()


def test_what_is_asked_must_be_said_yes_to(opened: Opened, qtbot: QtBot) -> None:
    dialog = opened(complete(embargo=OVER, hold=True, body_md="In {{place}}."))
    passed, hold, blanks = (
        dialog.findChildren(QCheckBox, f"confirm_{kind}")[0] for kind in ConfirmationKind
    )
    assert "Not filled in yet: {{place}}." in said(dialog)
    qtbot.waitUntil(lambda: QApplication.focusWidget() is blanks)
    qtbot.keyClick(blanks, Qt.Key.Key_Space)
    assert not publish(dialog).isEnabled()
    qtbot.keyClick(passed, Qt.Key.Key_Space)
    assert not publish(dialog).isEnabled()
    qtbot.keyClick(hold, Qt.Key.Key_Space)
    assert publish(dialog).isEnabled()
    qtbot.keyClick(hold, Qt.Key.Key_Space)
    assert not publish(dialog).isEnabled()
    qtbot.keyClick(hold, Qt.Key.Key_Space)
    with qtbot.waitSignal(dialog.publish_requested) as requested:
        qtbot.mouseClick(publish(dialog), Qt.MouseButton.LeftButton)
    assert requested.args == [frozenset(ConfirmationKind)]


def test_what_the_template_asks_for_is_asked_too(icons: Icons, qtbot: QtBot) -> None:
    release = complete(abstract=None, contacts=())
    dialog = PublishDialog(release, Newsroom(), NOW, icons, ("headline", "abstract", "contacts"))
    qtbot.addWidget(dialog)
    dialog.open()
    assert "Not filled in yet: abstract, contacts." in said(dialog)
    assert not publish(dialog).isEnabled()
    dialog.findChild(QCheckBox, "confirm_blanks").click()
    assert publish(dialog).isEnabled()


def test_gentle_notes_do_not_stand_in_the_way(opened: Opened) -> None:
    dialog = opened(complete(contacts=(), dateline=Dateline()))
    tones = [tone for tone, _ in points(dialog)]
    assert tones == [Tone.INFO, Tone.INFO, Tone.DONE]
    assert publish(dialog).isEnabled()
    assert "It opens with" not in said(dialog)


def test_a_step_that_there_is_not_is_explained(opened: Opened) -> None:
    dialog = opened(complete(), replace(Newsroom(), has_approval_steps=True))
    ((tone, text),) = points(dialog)
    assert tone is Tone.ERROR
    assert "cannot be published" in text
    assert not publish(dialog).isEnabled()
    assert "at once" not in said(dialog)


def test_escape_publishes_nothing(opened: Opened, qtbot: QtBot) -> None:
    dialog = opened(complete())
    with qtbot.assertNotEmitted(dialog.publish_requested):
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_markup_in_a_headline_is_shown_as_it_stands(opened: Opened) -> None:
    dialog = opened(complete(headline="<b>Harbour</b>"))
    (title,) = (lab for lab in dialog.findChildren(QLabel) if lab.text() == "<b>Harbour</b>")
    assert title.textFormat() is Qt.TextFormat.PlainText
