from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QPushButton, QTextEdit
from pytestqt.qtbot import QtBot

from newsdesk.domain.snippet import Snippet
from newsdesk.services.desk import Desk
from newsdesk.ui.dialogs.snippet_dialog import PLACES, SnippetDialog, new_snippet
from newsdesk.ui.jobs.store import Store
from newsdesk.ui.theme.icons import Icons
from tests.ui.insert import pieces

Change = Callable[[Callable[[Desk], tuple[object, object]]], object]
Open = Callable[[Snippet], SnippetDialog]


@pytest.fixture
def opened(store: Store, icons: Icons, qtbot: QtBot) -> Open:
    def open_dialog(snippet: Snippet) -> SnippetDialog:
        dialog = SnippetDialog(snippet, ("en", "fr"), store)
        qtbot.addWidget(dialog)
        with qtbot.waitExposed(dialog):
            dialog.open()
        return dialog

    return open_dialog


def name(dialog: SnippetDialog) -> QLineEdit:
    return next(one for one in dialog.findChildren(QLineEdit) if one.accessibleName() == "Name")


def text(dialog: SnippetDialog) -> QTextEdit:
    return dialog.findChild(QTextEdit, "snippet_text")


def button(dialog: SnippetDialog, words: str) -> QPushButton:
    return next(one for one in dialog.findChildren(QPushButton) if one.text() == words)


def said(dialog: SnippetDialog, role: str) -> list[str]:
    labels = (one for one in dialog.findChildren(QLabel) if one.property("role") == role)
    return [label.text() for label in labels if label.isVisible() and label.text()]


def kept(store: Store, qtbot: QtBot) -> list[Snippet]:
    answers: list[list[Snippet]] = []
    store.read(lambda desk: desk.snippets.all(), answers.append)
    qtbot.waitUntil(lambda: bool(answers))
    return answers[0]


def test_a_new_snippet_is_stored(opened: Open, store: Store, qtbot: QtBot) -> None:
    dialog = opened(new_snippet("Media are invited.", None))
    qtbot.keyClicks(name(dialog), "Invitation")
    dialog.findChild(QComboBox).setCurrentText("Français")
    with qtbot.waitSignal(dialog.saved) as saved:
        qtbot.keyClick(text(dialog), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    (stored,) = kept(store, qtbot)
    assert saved.args == [stored]
    assert (stored.name, stored.text_md, stored.language) == (
        "Invitation",
        "Media are invited.",
        "fr",
    )
    assert not dialog.isVisible()


def test_what_is_missing_is_said(opened: Open, qtbot: QtBot) -> None:
    dialog = opened(new_snippet())
    button(dialog, "&Save snippet").click()
    assert said(dialog, "error") == ["Give it a name to find it by."]
    qtbot.keyClicks(name(dialog), "Invitation")
    button(dialog, "&Save snippet").click()
    assert said(dialog, "error") == ["There is nothing to insert yet."]
    qtbot.keyClicks(text(dialog), "M")
    assert said(dialog, "error") == []


def test_a_snippet_that_somebody_else_changed_is_overwritten_only_on_request(
    opened: Open, changed: Change, store: Store, qtbot: QtBot
) -> None:
    snippet = changed(lambda desk: desk.snippets.add("Sign-off", "Yours.", "en"))
    assert isinstance(snippet, Snippet)
    dialog = opened(snippet)
    assert dialog.findChild(QComboBox).currentText() == "English"
    theirs = replace(snippet, text_md="Theirs.")
    changed(lambda desk: desk.snippets.save(theirs))
    text(dialog).setPlainText("Mine.")
    button(dialog, "&Save snippet").click()
    qtbot.waitUntil(lambda: bool(said(dialog, "warning")))
    assert kept(store, qtbot)[0].text_md == "Theirs."
    with qtbot.waitSignal(dialog.saved):
        button(dialog, "Save mine over it").click()
    assert kept(store, qtbot)[0].text_md == "Mine."


def test_a_snippet_that_was_removed_meanwhile_is_made_anew(
    opened: Open, changed: Change, store: Store, qtbot: QtBot
) -> None:
    snippet = changed(lambda desk: desk.snippets.add("Sign-off", "Yours."))
    assert isinstance(snippet, Snippet)
    dialog = opened(snippet)
    changed(lambda desk: desk.snippets.remove("Sign-off"))
    changed(lambda desk: desk.snippets.put_back(snippet.id))
    changed(lambda desk: desk.snippets.remove("Sign-off"))
    button(dialog, "&Save snippet").click()
    qtbot.waitUntil(lambda: bool(said(dialog, "warning")))
    with qtbot.waitSignal(dialog.saved):
        button(dialog, "Save mine over it").click()
    assert [one.text_md for one in kept(store, qtbot)] == ["Yours."]


def test_the_places_that_are_named_are_those_that_are_filled_in(opened: Open) -> None:

    filled_in: set[str] = {"cursor", *pieces()._values()}
    assert filled_in == set(PLACES)
    (hint,) = said(opened(new_snippet()), "caption")
    assert all(f"{{{{{place}}}}}" in hint for place in PLACES)
