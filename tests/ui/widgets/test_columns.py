"""Fields side by side."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from newsdesk.ui.widgets.columns import add_columns


@pytest.mark.parametrize(("shares", "ratio"), [((), 1.0), ((2, 1), 2.0)])
def test_columns_share_the_width(shares: tuple[int, ...], ratio: float, qtbot: QtBot) -> None:
    form = QWidget()
    qtbot.addWidget(form)
    fields = [QLineEdit(), QLineEdit()]
    for column, field in zip(add_columns(QVBoxLayout(form), *shares), fields, strict=True):
        column.addWidget(field)
        column.addStretch(1)
    form.resize(916, 200)
    form.show()
    first, second = fields
    assert first.y() == second.y()
    assert first.width() / second.width() == pytest.approx(ratio, rel=0.02)


def test_in_a_window_from_right_to_left_the_first_column_is_on_the_right(qtbot: QtBot) -> None:
    form = QWidget()
    qtbot.addWidget(form)
    form.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    fields = [QLineEdit(), QLineEdit()]
    for column, field in zip(add_columns(QVBoxLayout(form)), fields, strict=True):
        column.addWidget(field)
    form.show()
    assert fields[0].x() > fields[1].x()
