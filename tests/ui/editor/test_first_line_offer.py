"""A heading at the top of the text that could be the headline."""

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from newsdesk.domain.workflow import State
from newsdesk.ui.editor.editor_pane import EditorPane
from newsdesk.ui.session import ReleaseSession
from newsdesk.ui.theme.icons import Icons
from newsdesk.ui.theme.theme_controller import ThemeController
from tests.ui.releases import release

Key = Qt.Key


@pytest.fixture
def pane(
    session: ReleaseSession, themes: ThemeController, icons: Icons, qtbot: QtBot
) -> EditorPane:
    """A pane with a release that has no headline."""
    pane = EditorPane(session, themes, icons)
    qtbot.addWidget(pane)
    pane.resize(420, 600)
    pane.show()
    session.open(release(headline="", body_md=""))
    return pane


def paste(pane: EditorPane, text: str) -> None:
    source = QMimeData()
    source.setText(text)
    pane.text.insertFromMimeData(source)


def question(pane: EditorPane) -> str:
    return "" if pane.notice.isHidden() else pane.notice.text()


def answer(pane: EditorPane, qtbot: QtBot, text: str) -> None:
    (button,) = (one for one in pane.notice.findChildren(QPushButton) if one.text() == text)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("# Pier opens\n\nText", "Pier opens"),
        ("# **Pier** opens #", "Pier opens"),
        ("# افتتاح المحطة\n", "افتتاح المحطة"),
    ],
)
def test_a_pasted_heading_is_offered(pane: EditorPane, text: str, title: str) -> None:
    paste(pane, text)
    assert question(pane) == f"Make “{title}” the headline?"


@pytest.mark.parametrize(
    "text", ["## Pier opens\n", "Pier opens\n", "#Pier\n", "Text\n\n# Pier\n", "# #\n", "#  \n"]
)
def test_nothing_else_is(pane: EditorPane, text: str) -> None:
    paste(pane, text)
    assert question(pane) == ""


def test_a_typed_heading_is_offered_when_it_is_left(pane: EditorPane, qtbot: QtBot) -> None:
    qtbot.keyClicks(pane.text, "# Pier opens")
    assert question(pane) == ""
    qtbot.keyClick(pane.text, Key.Key_Return)
    qtbot.waitUntil(lambda: question(pane) == "Make “Pier opens” the headline?")


def test_a_release_with_a_headline_is_not_asked_about(
    pane: EditorPane, session: ReleaseSession
) -> None:
    session.open(release(2, headline="Harbour opens", body_md=""))
    paste(pane, "# Pier opens\n")
    assert question(pane) == ""


def test_a_text_that_is_only_looked_at_is_not_asked_about(
    pane: EditorPane, session: ReleaseSession, qtbot: QtBot
) -> None:
    session.open(release(2, headline="", body_md="# Pier opens\n\nText", state=State.PUBLISHED))
    qtbot.keyClick(pane.text, Key.Key_Down)
    session.open(release(3, headline="", body_md="# Pier opens\n\nText"))
    qtbot.keyClick(pane.text, Key.Key_Down)
    assert question(pane) == ""


def test_taking_it_moves_the_line_up(
    pane: EditorPane, session: ReleaseSession, qtbot: QtBot
) -> None:
    paste(pane, "# Pier opens\n\nText")
    answer(pane, qtbot, "Make it the headline")
    assert session.release is not None
    assert (session.release.headline, session.release.body_md) == ("Pier opens", "Text")
    assert pane.fields.headline.text() == "Pier opens"
    assert question(pane) == ""


def test_taking_it_can_be_undone(pane: EditorPane, session: ReleaseSession, qtbot: QtBot) -> None:
    paste(pane, "# Pier opens\n\nText")
    answer(pane, qtbot, "Make it the headline")
    session.undo_stack.undo()
    pane.text.undo()
    assert pane.fields.headline.text() == ""
    assert pane.text.text() == "# Pier opens\n\nText"


def test_a_heading_alone_leaves_an_empty_text(pane: EditorPane, qtbot: QtBot) -> None:
    paste(pane, "# Pier opens\n")
    answer(pane, qtbot, "Make it the headline")
    assert pane.text.text() == ""


@pytest.mark.parametrize("is_closed", [False, True])
def test_who_keeps_it_is_not_asked_again(
    pane: EditorPane, qtbot: QtBot, *, is_closed: bool
) -> None:
    paste(pane, "# Pier opens\n\nText")
    if is_closed:
        pane.notice.dismiss()
    else:
        answer(pane, qtbot, "Keep it")
    qtbot.keyClicks(pane.text, "more")
    qtbot.keyClick(pane.text, Key.Key_Return)
    assert question(pane) == ""
    assert pane.text.text().startswith("# Pier opens")


def test_the_question_goes_when_there_is_a_headline(pane: EditorPane, qtbot: QtBot) -> None:
    paste(pane, "# Pier opens\n\nText")
    qtbot.keyClicks(pane.fields.headline, "Q")
    assert question(pane) == ""


def test_the_question_goes_when_another_release_is_opened(
    pane: EditorPane, session: ReleaseSession
) -> None:
    paste(pane, "# Pier opens\n\nText")
    session.open(release(2))
    assert question(pane) == ""


def test_another_notice_is_left_alone(pane: EditorPane, qtbot: QtBot) -> None:
    paste(pane, "# Pier opens\n\nText")
    pane.notice.show_notice("Something else")
    qtbot.keyClicks(pane.fields.headline, "Q")
    assert question(pane) == "Something else"
