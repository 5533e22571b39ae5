"""What is pasted into the text, as the clipboard of other programs has it."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QImage, QTextCursor
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from newsdesk.domain.workflow import State
from newsdesk.ui.editor.editor_pane import EditorPane
from newsdesk.ui.editor.pasting import Pasting
from newsdesk.ui.session import ReleaseSession
from newsdesk.ui.theme.icons import Icons
from newsdesk.ui.theme.theme_controller import ThemeController
from newsdesk.ui.widgets.notice_bar import NoticeBar
from tests.ui.releases import release

OFFICE = Path(__file__).parents[2] / "importing" / "files" / "office"
NOTED = '<p>New<a href="#n" name="r">1</a></p><p><a href="#r" name="n">1</a> Note</p>'
TRACKED = "https://example.org/a?id=4&utm_source=letter"


class Aside:
    """Does what it is asked when the test says so."""

    def __init__(self) -> None:
        self.asked: list[tuple[Callable[[Any], Any], Callable[[Any], None]]] = []

    def __call__(
        self, work: Callable[[Any], Any], then: Callable[[Any], None], _otherwise: object = None
    ) -> None:
        self.asked.append((work, then))

    def answer(self) -> None:
        work, then = self.asked.pop()
        then(work(None))


@pytest.fixture
def aside() -> Aside:
    return Aside()


@pytest.fixture
def pane(
    session: ReleaseSession, themes: ThemeController, icons: Icons, qtbot: QtBot
) -> EditorPane:
    pane = EditorPane(session, themes, icons)
    qtbot.addWidget(pane)
    pane.resize(520, 700)
    pane.show()
    session.open(release(headline="Ports", body_md=""))
    return pane


@pytest.fixture
def pasting(pane: EditorPane, session: ReleaseSession, icons: Icons, aside: Aside) -> Pasting:
    return Pasting(pane, session, icons, aside)


def clipboard(html: str = "", plain: str = "") -> QMimeData:
    source = QMimeData()
    if html:
        source.setHtml(html)
    if plain:
        source.setText(plain)
    return source


def paste(pane: EditorPane, html: str = "", plain: str = "") -> str:
    pane.text.insertFromMimeData(clipboard(html, plain))
    return pane.text.text()


def write(pane: EditorPane, text: str, at: int | None = None, chosen: int = 0) -> None:
    """Have a text with the caret at a place and so many characters before it selected."""
    pane.text.set_text(text)
    cursor = pane.text.textCursor()
    at = len(text) if at is None else at
    cursor.setPosition(at - chosen)
    cursor.setPosition(at, QTextCursor.MoveMode.KeepAnchor)
    pane.text.setTextCursor(cursor)


def bar(pane: EditorPane) -> NoticeBar | None:
    """Return the bar above the text, if it says anything."""
    bars = [one for one in pane.findChildren(NoticeBar) if one is not pane.notice]
    return next((one for one in bars if not one.isHidden()), None)


def press(pane: EditorPane, qtbot: QtBot, text: str) -> None:
    shown = bar(pane)
    assert shown is not None
    (button,) = (one for one in shown.findChildren(QPushButton) if one.text() == text)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


# Rich text --------------------------------------------------------------------------------------


@pytest.mark.usefixtures("pasting")
@pytest.mark.parametrize("program", ["word", "outlook", "libreoffice", "google-docs"])
def test_a_text_of_another_program_comes_in_as_markdown(
    pane: EditorPane, program: str, qtbot: QtBot
) -> None:
    paste(pane, (OFFICE / f"{program}.html").read_text("utf-8"), "Nine ports train for winter")
    press(pane, qtbot, "Remove")
    assert f"{pane.text.text()}\n" == (OFFICE / "harbour.md").read_text("utf-8")


@pytest.mark.usefixtures("pasting")
@pytest.mark.parametrize(
    ("before", "html", "after"),
    [
        ("One |two", "<b>bold</b>", "One **bold**|two"),
        ("One |two", "<h2>Head</h2><p>text", "One\n\n## Head\n\ntext|\n\ntwo"),
        ("One\n|\ntwo", "<ul><li>a<li>b</ul>", "One\n\n- a\n- b|\n\ntwo"),
        ("- |", "<ul><li>a<li>b</ul>", "- a\n- b|"),
        ("One|", NOTED, "OneNew[^1]|\n\n[^1]: Note"),
        ("One[^1]| two\n\n[^1]: Old\n", NOTED, "One[^1]New[^2]| two\n\n[^1]: Old\n[^2]: Note"),
        ("```\nOne|\n```", "<b>bold</b>", "```\nOnebold|\n```"),
        ("", "<span>*one*</span>", "*one*|"),
        ("😀|", "<i>😀</i> <a href='https://example.org/?a=1'>😀</a>",
         "😀*😀* [😀](https://example.org/?a=1)|"),
    ],
)  # fmt: skip
def test_it_goes_in_where_the_caret_is(
    pane: EditorPane, before: str, html: str, after: str
) -> None:
    at = before.find("|")
    write(pane, before.replace("|", ""), len(before[: max(at, 0)].encode("utf-16-le")) // 2)
    plain = "*one*" if "*one*" in html else "bold" if "bold" in html else "x"
    paste(pane, html, plain)
    text, caret = pane.text.text(), pane.text.textCursor().position()
    units = text.encode("utf-16-le")
    shown = f"{units[: 2 * caret].decode('utf-16-le')}|{units[2 * caret :].decode('utf-16-le')}"
    assert shown == after


@pytest.mark.usefixtures("pasting")
def test_all_of_it_is_one_step_of_undo(pane: EditorPane) -> None:
    write(pane, "One two\n\nthree", 7, chosen=3)
    paste(pane, f"<h2>Head</h2>{NOTED}", "Head New")
    assert pane.text.text() == "One\n\n## Head\n\nNew[^1]\n\nthree\n\n[^1]: Note"
    pane.text.undo()
    assert pane.text.text() == "One two\n\nthree"


@pytest.mark.usefixtures("pasting")
def test_markdown_out_of_another_editor_stays_what_it_is(pane: EditorPane) -> None:
    source = clipboard("<div style='white-space:pre'><b># Head</b></div>", "# Head")
    source.setData("vscode-editor-data", b"{}")
    pane.text.insertFromMimeData(source)
    assert pane.text.text() == "# Head"


@pytest.mark.usefixtures("pasting")
def test_what_was_copied_here_stays_what_it_is(pane: EditorPane) -> None:
    write(pane, "**One** two", 11, chosen=11)
    source = pane.text.createMimeDataFromSelection()
    write(pane, "")
    pane.text.insertFromMimeData(source)
    assert pane.text.text() == "**One** two"


@pytest.mark.usefixtures("pasting")
def test_nothing_comes_into_a_text_that_may_only_be_read(
    pane: EditorPane, session: ReleaseSession
) -> None:
    session.open(release(body_md="One", state=State.PUBLISHED))
    assert paste(pane, "<b>two</b>", "two") == "One"


@pytest.mark.usefixtures("pasting")
def test_a_picture_is_left_to_who_takes_pictures(pane: EditorPane, aside: Aside) -> None:
    taken: list[QMimeData] = []
    pane.text._paste_takers.append(lambda source: bool(taken.append(source)) or True)
    source = clipboard("<img src='data:image/png;base64,AAAA'>")
    source.setImageData(QImage(2, 2, QImage.Format.Format_RGB32))
    pane.text.insertFromMimeData(source)
    assert taken == [source]
    assert aside.asked == []
    source.setHtml("<p>One <b>two</b></p>")  # so Word does: the words, and how they look
    source.setText("One two")
    pane.text.insertFromMimeData(source)
    assert pane.text.text() == "One **two**"


# An address over words --------------------------------------------------------------------------


@pytest.mark.usefixtures("pasting")
@pytest.mark.parametrize(
    ("words", "plain", "after"),
    [
        ("two", "https://example.org/a", "One [two](https://example.org/a)"),
        ("two", " www.example.org\n", "One [two](https://www.example.org)"),
        ("two", "press@example.org", "One [two](mailto:press@example.org)"),
        (" two", "https://example.org/a", "One [two](https://example.org/a)"),
        ("two", "words", "One words"),
        ("https://example.org", "https://example.org/a", "One https://example.org/a"),
        ("[two]", "https://example.org/a", "One https://example.org/a"),
    ],
)
def test_an_address_makes_a_link_of_the_words_that_are_selected(
    pane: EditorPane, words: str, plain: str, after: str
) -> None:
    text = f"One {words.strip()}"
    write(pane, text, chosen=len(words))
    assert paste(pane, "", plain) == after


# Tracking ---------------------------------------------------------------------------------------


@pytest.mark.usefixtures("pasting")
@pytest.mark.parametrize(
    ("html", "plain", "said"),
    [
        (f"<a href='{TRACKED}'>One</a>", "One", "A link carries"),
        ("", f"See {TRACKED} and <{TRACKED}>", "2 links carry"),
        (NOTED.replace("Note", f"<a href='{TRACKED}'>Note</a>"), "x", "A link carries"),
    ],
)
def test_tracking_is_taken_off_what_was_pasted_in_one_step(
    pane: EditorPane, qtbot: QtBot, html: str, plain: str, said: str
) -> None:
    own = f"Own {TRACKED} "
    write(pane, own)
    pasted = paste(pane, html, plain)
    shown = bar(pane)
    assert shown is not None
    assert shown.text().startswith(said)
    press(pane, qtbot, "Remove")
    cleaned = pane.text.text()
    assert cleaned == own + pasted[len(own) :].replace("&utm_source=letter", "")
    assert bar(pane) is None
    pane.text.undo()
    assert pane.text.text() == pasted


@pytest.mark.usefixtures("pasting")
def test_it_is_found_where_it_moved_to(pane: EditorPane, qtbot: QtBot) -> None:
    paste(pane, "", TRACKED)
    cursor = pane.text.textCursor()
    cursor.setPosition(0)
    cursor.insertText("Before 😀 ")
    press(pane, qtbot, "Remove")
    assert pane.text.text() == "Before 😀 https://example.org/a?id=4"


@pytest.mark.usefixtures("pasting")
def test_nothing_is_asked_where_there_is_none(pane: EditorPane, session: ReleaseSession) -> None:
    paste(pane, "<b>One</b>", "One")
    paste(pane, "", "https://example.org/a")
    assert bar(pane) is None
    paste(pane, "", TRACKED)
    session.open(release(body_md="Another"))
    assert bar(pane) is None


# Plain text -------------------------------------------------------------------------------------


def test_rich_text_comes_in_plain_on_request(pane: EditorPane, pasting: Pasting) -> None:
    pasting.paste_plain(clipboard("<h1>One</h1>", "One\r\n\u2028two"))
    assert pane.text.text() == "One\n\ntwo"
    pasting.paste_plain(QMimeData())
    assert pane.text.text() == "One\n\ntwo"


# Long HTML --------------------------------------------------------------------------------------

LONG = "<p>One <b>two</b></p>" * 6_000


@pytest.mark.usefixtures("pasting")
def test_long_html_is_read_aside_and_goes_in_where_it_was_pasted(
    pane: EditorPane, aside: Aside
) -> None:
    write(pane, "Before\n\nafter", 6)
    assert paste(pane, LONG, "One") == "Before\n\nafter"
    shown = bar(pane)
    assert shown is not None
    cursor = pane.text.textCursor()
    cursor.setPosition(0)
    cursor.insertText("Written ")
    aside.answer()
    text = pane.text.text()
    assert text.startswith("Written Before\n\nOne **two**\n\nOne **two**")
    assert text.endswith("One **two**\n\nafter")
    assert bar(pane) is None


@pytest.mark.usefixtures("pasting")
@pytest.mark.parametrize(("button", "text"), [("Paste as plain text", "Plain"), ("Cancel", "")])
def test_nobody_has_to_wait_for_it(
    pane: EditorPane, aside: Aside, qtbot: QtBot, button: str, text: str
) -> None:
    paste(pane, LONG, "Plain")
    press(pane, qtbot, button)
    assert pane.text.text() == text
    aside.answer()
    assert pane.text.text() == text


@pytest.mark.usefixtures("pasting")
def test_it_never_goes_into_another_release(
    pane: EditorPane, aside: Aside, session: ReleaseSession
) -> None:
    paste(pane, LONG, "Plain")
    session.open(release(body_md="Another"))
    aside.answer()
    assert pane.text.text() == "Another"
    assert bar(pane) is None


@pytest.mark.usefixtures("pasting")
def test_where_it_says_no_more_than_its_words_those_come_in(pane: EditorPane, aside: Aside) -> None:
    paste(pane, "<p>One</p>" * 8_000, "One\n" * 8_000)
    aside.answer()
    assert pane.text.text() == "One\n" * 8_000


@pytest.mark.usefixtures("pasting")
def test_the_caret_stays_in_sight_where_a_notice_takes_room(pane: EditorPane, qtbot: QtBot) -> None:
    paste(pane, "", "One\n" * 60 + TRACKED)
    assert bar(pane) is not None

    def is_seen() -> bool:
        return pane.text.viewport().rect().contains(pane.text.cursorRect())

    qtbot.waitUntil(is_seen)
