import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from newsdesk.domain.release import Release
from newsdesk.ui.inspector.form_section import FormSection, direction_of, show_line
from newsdesk.ui.session import ReleaseSession
from newsdesk.ui.theme.icons import Icons
from tests.ui.releases import release


class BylineSection(FormSection):
    """Shows the byline, and writes down what it was asked to do."""

    def __init__(self, session: ReleaseSession, icons: Icons) -> None:
        super().__init__("Byline", session, icons, shows=frozenset({"byline"}))
        self.shown: list[str | None] = []
        self.editable: list[bool] = []
        self.dropped = 0

    def show_release(self, release: Release) -> None:
        self.shown.append(release.byline)

    def show_editable(self, is_editable: bool) -> None:
        self.editable.append(is_editable)

    def drop_typing(self) -> None:
        self.dropped += 1


@pytest.fixture
def section(session: ReleaseSession, icons: Icons, qtbot: QtBot) -> BylineSection:
    section = BylineSection(session, icons)
    qtbot.addWidget(section)
    return section


def test_it_shows_what_is_opened(section: BylineSection, session: ReleaseSession) -> None:
    session.open(release(byline="Dana"))
    assert section.shown == ["Dana"]
    assert section.editable == [True]
    assert section.dropped == 1
    session.open(None)
    assert section.shown == ["Dana"]
    assert section.editable[-1] is False


def test_it_shows_again_what_it_depends_on_and_nothing_else(
    section: BylineSection, session: ReleaseSession
) -> None:
    session.open(release())
    session.edit("Change byline", byline="Dana")
    session.edit("Change headline", headline="Ports")
    assert section.shown == [None, "Dana"]


def test_the_body_is_not_fetched_for_it(section: BylineSection, session: ReleaseSession) -> None:
    fetched: list[str] = []
    session.set_body_source(lambda: fetched.append("body") or "text")
    session.open(release())
    session.edit_body()
    assert fetched == []
    assert section.shown == [None]


def test_it_is_told_when_editing_is_over(section: BylineSection, session: ReleaseSession) -> None:
    session.open(release())
    session.set_writable(False)
    assert section.editable == [True, False]


def test_a_line_is_shown_from_its_beginning(qtbot: QtBot) -> None:
    line = QLineEdit()
    qtbot.addWidget(line)
    show_line(line, "a rather long name of a page")
    assert line.cursorPosition() == 0


def test_a_line_that_shows_its_text_keeps_its_cursor(qtbot: QtBot) -> None:
    line = QLineEdit("ports")
    qtbot.addWidget(line)
    line.setCursorPosition(2)
    show_line(line, "ports")
    assert line.cursorPosition() == 2


@pytest.mark.parametrize(
    ("language", "direction"),
    [("ar", Qt.LayoutDirection.RightToLeft), ("en", Qt.LayoutDirection.LeftToRight)],
)
def test_words_are_written_in_the_direction_of_their_language(
    language: str, direction: Qt.LayoutDirection
) -> None:
    assert direction_of(language) is direction
