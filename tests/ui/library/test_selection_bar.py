"""What is offered for several releases."""

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot

from newsdesk.ui.library.selection_bar import SelectionBar
from newsdesk.ui.theme.icons import Icons


def test_it_is_there_while_several_are_selected(icons: Icons, qtbot: QtBot) -> None:
    file, step = QAction("File"), QAction("Step")
    bar = SelectionBar([file], [step], icons)
    qtbot.addWidget(bar)
    bar.set_count(12)
    assert not bar.isHidden()
    assert bar.accessibleName() == "12 releases selected"
    bar.set_count(1)
    assert bar.isHidden()


def test_its_buttons_do_what_the_actions_do(icons: Icons, qtbot: QtBot) -> None:
    file, step = QAction("File"), QAction("Step")
    bar = SelectionBar([file], [step], icons)
    qtbot.addWidget(bar)
    bar.set_count(2)
    first, more = bar.findChildren(QToolButton)
    with qtbot.waitSignal(file.triggered):
        first.click()
    assert first.accessibleName() == "File"
    assert more.menu().actions() == [step]
    file.setEnabled(False)
    assert first.isHidden()  # what is not possible takes no room
    file.setEnabled(True)
    assert not first.isHidden()
