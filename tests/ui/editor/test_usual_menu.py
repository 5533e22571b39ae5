"""The menu of any text."""

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMainWindow, QTextEdit
from pytestqt.qtbot import QtBot

from newsdesk.ui.editor.usual_menu import usual_menu


def test_each_entry_has_its_keys_whoever_else_has_them(qtbot: QtBot) -> None:
    window = QMainWindow()
    qtbot.addWidget(window)
    text = QTextEdit("The harbour opens.")
    window.setCentralWidget(text)
    undo = QAction("Undo", window)
    undo.setShortcut(QKeySequence.StandardKey.Undo)
    window.addAction(undo)
    window.show()
    menu = usual_menu(text)
    keys = [action.text().partition("\t")[2] for action in menu.actions()]
    names = [action.text().partition("\t")[0].replace("&", "") for action in menu.actions()]
    found = dict(zip(names, keys, strict=True))
    for name, key in (
        ("Undo", QKeySequence.StandardKey.Undo),
        ("Redo", QKeySequence.StandardKey.Redo),
        ("Copy", QKeySequence.StandardKey.Copy),
        ("Select All", QKeySequence.StandardKey.SelectAll),
    ):
        assert found[name] == QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)
    assert found["Delete"] == ""
    menu.deleteLater()
