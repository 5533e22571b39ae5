"""The text field, and letters of another size for the fields of the editor."""

from collections.abc import Callable, Iterator

import pytest
from pytestqt.qtbot import QtBot

from newsdesk.services.preferences import ThemeChoice
from newsdesk.ui.editor.markdown_editor import MarkdownEditor
from newsdesk.ui.theme.theme_controller import ThemeController


@pytest.fixture
def scaled(themes: ThemeController) -> Iterator[Callable[[float], None]]:
    """Make the letters of the window larger; they are as they were after the test."""
    yield lambda scale: themes.choose(ThemeChoice.LIGHT, text_scale=scale)
    themes.choose(ThemeChoice.LIGHT)


@pytest.fixture
def editor(themes: ThemeController, qtbot: QtBot) -> MarkdownEditor:
    editor = MarkdownEditor(themes)
    qtbot.addWidget(editor)
    editor.resize(480, 600)
    return editor


@pytest.fixture
def shown(editor: MarkdownEditor, qtbot: QtBot) -> MarkdownEditor:
    """The editor with the keyboard."""
    editor.show()
    qtbot.waitExposed(editor)
    editor.activateWindow()
    editor.setFocus()
    qtbot.waitUntil(editor.hasFocus)
    return editor
