"""The head of the preview."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QToolButton
from pytestqt.qtbot import QtBot

from newsdesk.services.preferences import PreviewMode
from newsdesk.ui.pane_room import CENTRE_LEAST
from newsdesk.ui.preview.preview_header import PreviewHeader
from newsdesk.ui.theme.icons import Icons
from newsdesk.ui.theme.theme_controller import ThemeController
from newsdesk.ui.widgets.elided_label import ElidedLabel


@pytest.fixture
def header(themes: ThemeController, icons: Icons, qtbot: QtBot) -> PreviewHeader:
    header = PreviewHeader(icons)
    qtbot.addWidget(header)
    header.resize(500, header.height())
    header.show()
    return header


def buttons(header: PreviewHeader) -> list[QToolButton]:
    return [one for one in header.findChildren(QToolButton) if one.isVisible()]


def said(header: PreviewHeader) -> list[str]:
    return [one.text() for one in header.findChildren(QLabel)]


def test_a_web_page_is_offered_in_two_widths(header: PreviewHeader) -> None:
    names = [one.accessibleName() for one in buttons(header)]
    assert names == ["As wide as the pane", "As wide as a phone"]
    assert header.mode is PreviewMode.DESKTOP


def test_it_says_what_is_shown_and_in_which_language(header: PreviewHeader) -> None:
    assert said(header) == ["Preview", "Web"]
    header.set_language("English")
    assert said(header) == ["Preview", "Web · English"]
    header.set_mode(PreviewMode.TEXT)
    assert said(header) == ["Preview", "Plain text · English"]
    header.set_mode(PreviewMode.PRINT)
    assert said(header) == ["Preview", "Pages · English"]


def test_setting_a_mode_is_not_an_edit(header: PreviewHeader, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(header.mode_edited):
        header.set_mode(PreviewMode.PHONE)
    assert header.mode is PreviewMode.PHONE


def test_choosing_a_mode_by_keys_says_which(header: PreviewHeader, qtbot: QtBot) -> None:
    desktop = buttons(header)[0]
    desktop.setFocus()
    with qtbot.waitSignal(header.mode_edited) as edited:
        qtbot.keyClick(desktop, Qt.Key.Key_Right)
        qtbot.keyClick(buttons(header)[1], Qt.Key.Key_Space)
    assert edited.args == [PreviewMode.PHONE]
    assert [one.isChecked() for one in buttons(header)] == [False, True]


def test_where_there_is_room_no_word_is_cut(header: PreviewHeader) -> None:
    header.offer(PreviewMode.PRINT)
    header.offer(PreviewMode.TEXT)
    header.set_language("English")
    header.resize(400, header.height())
    header.layout().activate()  # type: ignore[union-attr]
    labels = header.findChildren(ElidedLabel)
    assert [one.shown_text() for one in labels] == ["Preview", "Web · English"]


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_all_modes_fit_into_the_narrowest_pane(
    scale: float, header: PreviewHeader, themes: ThemeController
) -> None:
    header.offer(PreviewMode.PRINT)
    header.offer(PreviewMode.TEXT)
    header.set_language("Português (Brasil)")
    themes.choose(themes.choice, text_scale=scale)
    try:
        assert header.minimumSizeHint().width() <= CENTRE_LEAST
    finally:
        themes.choose(themes.choice, text_scale=1.0)
