import pytest
from pytestqt.qtbot import QtBot

from newsdesk.ui.theme.theme_controller import ThemeController
from newsdesk.ui.widgets.elided_button import ElidedButton
from newsdesk.ui.widgets.tool_tip import as_tool_tip

LONG = "Update from the address book"


@pytest.fixture
def button(qtbot: QtBot, themes: ThemeController) -> ElidedButton:
    button = ElidedButton(LONG)
    qtbot.addWidget(button)
    return button


def test_it_gives_way_but_says_all_of_its_text(button: ElidedButton) -> None:
    assert button.minimumSizeHint().width() < 80 < button.sizeHint().width()
    assert (button.text(), button.toolTip()) == (LONG, as_tool_tip(LONG))
    button.setText("Other")
    assert button.toolTip() == as_tool_tip("Other")


def test_it_is_shown_shortened_where_there_is_no_room(button: ElidedButton) -> None:
    button.resize(100, 26)
    assert button.shown_text().endswith("…")
    assert LONG.startswith(button.shown_text()[:-1])
    shown = button.grab().toImage()
    button.setText(LONG + " and more")
    assert button.grab().toImage() == shown


@pytest.mark.parametrize("text", [LONG, "Remove from this release", "Take from…", "OK"])
def test_it_is_shown_whole_where_there_is_room(button: ElidedButton, text: str) -> None:
    button.setText(text)
    button.resize(button.sizeHint())
    assert button.shown_text() == text
