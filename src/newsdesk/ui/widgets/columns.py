"""Fields side by side."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

_GAP = 16


def add_columns(layout: QVBoxLayout, *shares: int) -> tuple[QVBoxLayout, ...]:
    """Add columns below what is there, and return them; end each with a stretch.

    Args:
        shares: of the width; without them, two columns share it equally.
    """
    row = QHBoxLayout()
    row.setSpacing(_GAP)
    made: list[QVBoxLayout] = []
    for share in shares or (1, 1):
        column = QVBoxLayout()
        column.setSpacing(6)
        row.addLayout(column, share)
        made.append(column)
    layout.addLayout(row)
    return tuple(made)
