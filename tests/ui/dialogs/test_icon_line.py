"""A line that begins with an icon."""

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from newsdesk.ui.dialogs.icon_line import IconLine
from newsdesk.ui.theme.icons import Icons
from newsdesk.ui.widgets.buttons import link_button
from newsdesk.ui.widgets.notice_bar import Tone


def picture(line: IconLine) -> QImage:
    return line.findChildren(QLabel)[0].pixmap().toImage()


@pytest.mark.parametrize("tone", Tone)
def test_every_tone_has_its_picture(tone: Tone, icons: Icons, qtbot: QtBot) -> None:
    line = IconLine("Headline and text are there.", tone, icons)
    qtbot.addWidget(line)
    assert line.text() == "Headline and text are there."
    assert line.tone is tone
    others = [IconLine("", other, icons) for other in Tone if other is not tone]
    for other in others:
        qtbot.addWidget(other)
        assert picture(other) != picture(line)


def test_what_it_says_may_change(icons: Icons, qtbot: QtBot) -> None:
    line = IconLine("One file is written.", Tone.DONE, icons)
    qtbot.addWidget(line)
    before = picture(line)
    line.set_line("<b>No page</b> is written.", Tone.ERROR)
    assert line.text() == "<b>No page</b> is written."
    assert picture(line) != before


def test_a_button_stands_at_its_end(icons: Icons, qtbot: QtBot) -> None:
    go = link_button("Go there")
    line = IconLine("The headline is missing.", Tone.ERROR, icons, end=go)
    qtbot.addWidget(line)
    line.resize(400, 40)
    line.show()
    assert go.isVisible()
    assert go.geometry().right() > 350
