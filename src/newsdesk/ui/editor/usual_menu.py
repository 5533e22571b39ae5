"""What every text offers on a right click."""

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMenu, QTextEdit

_KEYS = {  # name of Qt's action -> what it is done by
    "edit-undo": QKeySequence.StandardKey.Undo,
    "edit-redo": QKeySequence.StandardKey.Redo,
    "edit-cut": QKeySequence.StandardKey.Cut,
    "edit-copy": QKeySequence.StandardKey.Copy,
    "edit-paste": QKeySequence.StandardKey.Paste,
    "select-all": QKeySequence.StandardKey.SelectAll,
}


def usual_menu(text: QTextEdit) -> QMenu:
    """Return Qt's menu of a text, with the keys of all that is in it.

    Qt leaves out those that an action of the window has too: some entries had one, others none.
    """
    menu = text.createStandardContextMenu()
    for action in menu.actions():
        if (key := _KEYS.get(action.objectName())) is not None:
            keys = QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)
            words = action.text().partition("\t")[0]
            action.setText(f"{words}\t{keys}")
    return menu
