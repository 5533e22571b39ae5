import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QHelpEvent, QImage
from PySide6.QtWidgets import QApplication, QToolTip
from pytestqt.qtbot import QtBot

from newsdesk.ui.theme.theme_controller import ThemeController
from newsdesk.ui.widgets.elided_label import ElidedLabel

LONG = "Council opens new harbour station to ships from all over the world"
ARABIC = "افتتاح محطة الميناء الجديدة أمام جميع السفن القادمة من كل مكان"


@pytest.fixture
def label(qtbot: QtBot, themes: ThemeController) -> ElidedLabel:
    label = ElidedLabel(LONG)
    qtbot.addWidget(label)
    label.resize(120, 20)
    label.show()
    QToolTip.hideText()
    return label


def ask_for_tool_tip(label: ElidedLabel) -> str:
    place = QPoint(4, 4)
    event = QHelpEvent(QEvent.Type.ToolTip, place, label.mapToGlobal(place))
    QApplication.sendEvent(label, event)
    return QToolTip.text() if QToolTip.isVisible() else ""


def inked_columns(image: QImage) -> list[int]:
    """Return how many pixels are drawn in each column that is not empty."""
    ground = image.pixel(0, 0)
    heights = (
        sum(image.pixel(x, y) != ground for y in range(image.height()))
        for x in range(image.width())
    )
    return [height for height in heights if height]


def test_it_shows_as_much_as_fits(label: ElidedLabel) -> None:
    assert label.shown_text().endswith("…")
    assert LONG.startswith(label.shown_text().removesuffix("…").rstrip())
    label.resize(1_000, 20)
    assert label.shown_text() == LONG


def test_it_gives_way_almost_altogether(label: ElidedLabel) -> None:
    assert label.minimumSizeHint().width() < 30
    assert label.sizeHint().width() > 300


def test_what_is_cut_is_shown_whole_as_a_tool_tip(label: ElidedLabel) -> None:
    assert LONG in ask_for_tool_tip(label)


def test_what_is_not_cut_needs_none(label: ElidedLabel) -> None:
    label.resize(1_000, 20)
    assert ask_for_tool_tip(label) == ""


def test_a_tool_tip_of_its_own_comes_first(label: ElidedLabel) -> None:
    label.setToolTip("Where it was found")
    assert ask_for_tool_tip(label) == "Where it was found"


def test_a_text_is_no_markup(label: ElidedLabel) -> None:
    label.setText("<b>" * 30)
    assert label.sizeHint().width() > 300
    assert "&lt;b&gt;" in ask_for_tool_tip(label)


@pytest.mark.parametrize(("text", "dots_are_left"), [(LONG, False), (ARABIC, True)])
@pytest.mark.parametrize("direction", list(Qt.LayoutDirection)[:2])
def test_the_dots_stand_where_the_words_go_on(
    label: ElidedLabel, text: str, *, dots_are_left: bool, direction: Qt.LayoutDirection
) -> None:
    label.setLayoutDirection(direction)
    label.setText(text)
    columns = inked_columns(label.grab().toImage())
    left, right = max(columns[:6]), max(columns[-6:])
    assert (left < right) == dots_are_left


@pytest.mark.parametrize(
    ("direction", "is_at_the_left"),
    [(Qt.LayoutDirection.LeftToRight, True), (Qt.LayoutDirection.RightToLeft, False)],
)
@pytest.mark.parametrize("text", ["Salma", "سلمى"])
def test_a_name_stands_beside_what_it_belongs_to(
    label: ElidedLabel, text: str, *, direction: Qt.LayoutDirection, is_at_the_left: bool
) -> None:
    label.setText(text)
    label.setLayoutDirection(direction)
    label.resize(300, 20)
    image = label.grab().toImage()
    left = image.copy(0, 0, 60, 20)
    assert bool(inked_columns(left)) == is_at_the_left
