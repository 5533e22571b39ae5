import pytest
from pytestqt.qtbot import QtBot

from newsdesk.ui.theme.icons import Icons
from newsdesk.ui.theme.theme_controller import ThemeController
from newsdesk.ui.widgets.elided_check_box import ElidedCheckBox
from newsdesk.ui.widgets.tool_tip import as_tool_tip

LONG = "somebody.with.a.long.name.of.the.regional.office@example.org"


@pytest.fixture
def box(qtbot: QtBot, themes: ThemeController) -> ElidedCheckBox:
    box = ElidedCheckBox(LONG)
    qtbot.addWidget(box)
    return box


def test_it_gives_way_but_says_all_of_its_text(box: ElidedCheckBox) -> None:
    assert box.minimumSizeHint().width() < 100 < box.sizeHint().width()
    assert box.toolTip() == as_tool_tip(LONG)
    assert box.text() == LONG


def test_it_is_painted_shortened(box: ElidedCheckBox, icons: Icons) -> None:
    """A narrow one and one with a longer text look the same up to where they are cut."""
    box.setIcon(icons.icon("email"))
    box.resize(150, 26)
    shown = box.grab().toImage()
    box.setText(LONG + ".and.more")
    assert box.grab().toImage() == shown
