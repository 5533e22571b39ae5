"""What a person said of a source, each step of it undoable."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack

from newsdesk.domain.provenance import Finding, Mark


@dataclass(frozen=True, slots=True)
class Said:
    """All that was said: marks in their order, and findings that were put back into the text."""

    marks: tuple[Mark, ...] = ()
    refused: frozenset[Finding] = frozenset()


class MarkHistory(QObject):
    """Goes back and forth between what was said.

    Signals:
        changed(Said): something was said, taken back or said again.
    """

    changed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._said = Said()
        self._stack = QUndoStack(self)

    @property
    def said(self) -> Said:
        return self._said

    @property
    def stack(self) -> QUndoStack:
        return self._stack

    def begin(self) -> None:
        """Forget everything: another source is shown. Nothing is emitted."""
        self._stack.clear()
        self._said = Said()

    def say(self, said: Said, text: str) -> None:
        """Let this hold from now on; `text` says what is done, for a menu."""
        if said != self._said:
            self._stack.push(_Step(self._said, said, text, self._set))

    def _set(self, said: Said) -> None:
        self._said = said
        self.changed.emit(said)


class _Step(QUndoCommand):
    def __init__(self, before: Said, after: Said, text: str, apply: Callable[[Said], None]) -> None:
        super().__init__(text)
        self._before = before
        self._after = after
        self._apply = apply

    def undo(self) -> None:
        self._apply(self._before)

    def redo(self) -> None:
        self._apply(self._after)
