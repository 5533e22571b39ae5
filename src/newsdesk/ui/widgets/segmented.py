"""A switch between a few views of the same thing."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QPushButton, QWidget


class SegmentedControl(QFrame):
    """Exactly one of its segments is chosen: the one that Tab comes to; arrow keys move on.

    Signals:
        choice_edited(str): the user chose another segment.
    """

    choice_edited = Signal(str)

    def __init__(
        self, name: str, segments: Sequence[tuple[str, str]], parent: QWidget | None = None
    ) -> None:
        """`segments` are pairs of an id and the text shown; the first is chosen at first."""
        super().__init__(parent)
        self.setObjectName("segments")
        self.setAccessibleName(name)
        self._ids = [id_ for id_, _ in segments]
        self._group = QButtonGroup(self)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(3, 3, 3, 3)
        layout.setSpacing(2)
        for number, (_, text) in enumerate(segments):
            button = QPushButton(text)
            button.setCheckable(True)
            button.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
            button.setAccessibleName(f"{name}: {text}")
            button.toggled.connect(partial(_take_tab, button))
            self._group.addButton(button, number)
            layout.addWidget(button)
        self._group.button(0).setChecked(True)
        self._group.idClicked.connect(self._on_clicked)

    def choice(self) -> str:
        return self._ids[self._group.checkedId()]

    def set_choice(self, id_: str) -> None:
        self._group.button(self._ids.index(id_)).setChecked(True)

    @Slot(int)
    def _on_clicked(self, number: int) -> None:
        self.choice_edited.emit(self._ids[number])


def _take_tab(button: QPushButton, is_chosen: bool) -> None:
    """Let Tab come to `button` while it is chosen, and to no other."""
    policy = Qt.FocusPolicy.StrongFocus if is_chosen else Qt.FocusPolicy.ClickFocus
    button.setFocusPolicy(policy)
