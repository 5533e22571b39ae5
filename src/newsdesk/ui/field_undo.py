"""What can be undone in the fields of releases: of each that was open lately its own steps."""

from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtGui import QUndoCommand, QUndoGroup, QUndoStack

from newsdesk.domain.canonical import composed
from newsdesk.domain.ids import ReleaseId
from newsdesk.domain.release import Release

_MOST_KEPT = 20  # releases


class FieldUndo(QUndoGroup):
    """The steps of the open release, and those of the ones before it.

    They wait for their release only while its fields stay as it was left with: what was changed
    elsewhere meanwhile must not be undone by a step that knows nothing of it.
    """

    def __init__(self, apply: Callable[[dict[str, Any]], None], parent: QObject) -> None:
        """`apply` gives fields of the open release these values."""
        super().__init__(parent)
        self._apply = apply
        self._kept: OrderedDict[ReleaseId, _Kept] = OrderedDict()
        self._open = _Kept(QUndoStack(self))
        self.setActiveStack(self._open.stack)

    @property
    def stack(self) -> QUndoStack:
        """The steps of the open release."""
        return self._open.stack

    def push(
        self, what: str, before: dict[str, Any], after: dict[str, Any], *, is_typing: bool
    ) -> None:
        """Do a step: `before` and `after` are the values of the same fields."""
        self._open.names |= before.keys()
        step = _FieldEdit(self._apply, what, before, after, is_typing=is_typing)
        self._open.stack.push(step)

    def turn(self, left: Release | None, to: Release | None) -> None:
        """Keep the steps of the release that is left, and go on with those of the one opened."""
        if left is not None and self._open.stack.count():
            self._open.left = replace(left, body_md="")
            self._kept[left.id] = self._open
        else:
            self._open.stack.deleteLater()
        kept = self._kept.pop(to.id, None) if to is not None else None
        if kept is not None and (to is None or not kept.fits(to)):
            kept.stack.deleteLater()
            kept = None
        self._open = kept or _Kept(QUndoStack(self))
        self.setActiveStack(self._open.stack)
        while len(self._kept) > _MOST_KEPT:
            self._kept.popitem(last=False)[1].stack.deleteLater()


@dataclass(slots=True)
class _Kept:
    """The steps of one release, the fields they change, and how it was left."""

    stack: QUndoStack
    names: set[str] = field(default_factory=set[str])
    left: Release | None = None

    def fits(self, release: Release) -> bool:
        """Tell whether a release still is what the steps made of it."""
        if self.left is None or self.left.state is not release.state:
            return False
        left = composed(self.left)  # as it was stored
        return all(getattr(left, name) == getattr(release, name) for name in self.names)


class _FieldEdit(QUndoCommand):
    """One step back: fields as they were and as they became."""

    def __init__(
        self,
        apply: Callable[[dict[str, Any]], None],
        what: str,
        before: dict[str, Any],
        after: dict[str, Any],
        *,
        is_typing: bool,
    ) -> None:
        super().__init__(what)
        self._is_typing = is_typing
        self._apply = apply
        self._before = before
        self.after = after

    def redo(self) -> None:
        self._apply(self.after)

    def undo(self) -> None:
        self._apply(self._before)

    def id(self) -> int:
        """Return the same number for steps that may be one: those of typing."""
        is_text = all(isinstance(value, str | None) for value in self.after.values())
        if not is_text and not self._is_typing:
            return -1
        return hash((self.text(), self._is_typing, *sorted(self.after))) & 0x7FFFFFFF

    def mergeWith(self, other: QUndoCommand) -> bool:  # noqa: N802 - Qt's name
        if not isinstance(other, _FieldEdit) or other.after.keys() != self.after.keys():
            return False
        self.after = other.after
        return True
