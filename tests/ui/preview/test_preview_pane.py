import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QMimeData, QObject, QPoint, Qt, QUrl
from PySide6.QtGui import QColor, QDragEnterEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QLabel,
    QLineEdit,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from newsdesk.domain.language import Direction
from newsdesk.rendering.page import BlockKind, Page, RenderedBlock, key_of
from newsdesk.services.preferences import PreviewMode, ThemeChoice
from newsdesk.ui.assets import Assets
from newsdesk.ui.preview.preview_pane import PreviewPane
from newsdesk.ui.theme.icons import Icons
from newsdesk.ui.theme.theme_controller import ThemeController
from tests.exporting.sample import ENGLISH, source_of
from tests.ui.preview.conftest import Browser

ENGLISH_PAGE = source_of(ENGLISH).rendered.page


def saying(text: str, direction: Direction = Direction.LEFT_TO_RIGHT) -> Page:
    html = f"<p>{text}</p>"
    return Page("en", direction, text, (RenderedBlock(key_of(html), 0, 0, html, BlockKind.BODY),))


def is_covered(pane: PreviewPane) -> bool:
    return pane._stage.skeleton.isVisible()


def sentence(pane: PreviewPane) -> str:
    return pane._stage.skeleton.sentence


def button(pane: PreviewPane, name: str) -> QToolButton:
    (found,) = [one for one in pane.findChildren(QToolButton) if one.accessibleName() == name]
    return found


# Before the browser ------------------------------------------------------------------------------


def test_the_pane_imports_no_browser() -> None:
    script = (
        "import sys\n"
        "import newsdesk.ui.preview.preview_pane, newsdesk.ui.preview.preview_scheduler\n"
        "heavy = ('markdown', 'jinja2', 'babel', 'nh3', 'qtawesome', 'PySide6.QtWebEngine')\n"
        "print([name for name in sys.modules if name.startswith(heavy)])"
    )
    run = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "[]"


def test_without_a_release_a_sentence_says_what_to_do(pane: PreviewPane) -> None:
    assert is_covered(pane)
    assert sentence(pane) == "Open a release and its page is shown here."


def test_with_one_the_paper_waits_for_it(pane: PreviewPane) -> None:
    pane.show_page(ENGLISH_PAGE)
    assert is_covered(pane)
    assert sentence(pane) == ""
    assert pane.last_patch == 1


def test_the_header_says_format_and_language(pane: PreviewPane) -> None:
    def said() -> list[str]:
        return [one.text() for one in pane.findChildren(QLabel) if one.text() and one.isVisible()]

    assert said()[:2] == ["Preview", "Web"]
    pane.set_language_label("English")
    assert said()[:2] == ["Preview", "Web · English"]


def test_every_button_has_a_name(pane: PreviewPane) -> None:
    visible = [one for one in pane.findChildren(QAbstractButton) if one.isVisible()]
    assert len(visible) == 2
    assert all(one.accessibleName() and one.toolTip() for one in visible)


# With it -----------------------------------------------------------------------------------------


def test_a_page_remembered_is_shown_from_the_start(pane: PreviewPane, qtbot: QtBot) -> None:
    pane.show_page(saying("remembered"))
    with qtbot.waitSignal(pane.painted, timeout=20_000) as painted:
        pane.start()
    assert painted.args == [pane.last_patch]
    assert not is_covered(pane)
    assert Browser(pane, qtbot).ask("document.body.innerText.trim()") == "remembered"


def test_starting_leaves_the_focus_where_it_is(
    assets: Assets, themes: ThemeController, icons: Icons, qtbot: QtBot
) -> None:
    window = QWidget()
    field, pane = QLineEdit(), PreviewPane(assets, themes, icons)
    layout = QVBoxLayout(window)
    layout.addWidget(field)
    layout.addWidget(pane, 1)
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    pane.show_page(ENGLISH_PAGE)
    with qtbot.waitSignal(pane.painted, timeout=20_000):
        pane.start()
    with qtbot.waitSignal(pane.painted, timeout=20_000):
        pane.show_page(saying("the next"))
    assert field.hasFocus()
    pane.give_up()


def test_files_dropped_on_the_page_are_for_the_window(browser: Browser) -> None:
    browser.show(ENGLISH_PAGE)
    entered: list[QEvent.Type] = []

    class Filter(QObject):
        def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
            if event.type() in (QEvent.Type.DragEnter, QEvent.Type.Drop):
                entered.append(event.type())
                event.accept()
            return event.type() in (QEvent.Type.DragEnter, QEvent.Type.Drop)

    accepting, files = Filter(), QMimeData()
    files.setUrls([QUrl("file:///tmp/a.md")])
    browser.pane.setAcceptDrops(True)
    browser.pane.installEventFilter(accepting)
    view = browser.pane._view
    assert view is not None
    page = view.focusProxy()
    assert page is not None
    left = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    copy = Qt.DropAction.CopyAction
    QApplication.sendEvent(page, QDragEnterEvent(QPoint(9, 9), copy, files, *left))
    assert entered == [QEvent.Type.DragEnter]


def test_starting_twice_is_starting_once(browser: Browser) -> None:
    view = browser.pane._view
    browser.pane.start()
    assert browser.pane._view is view


def test_closing_the_release_empties_the_page(browser: Browser, qtbot: QtBot) -> None:
    browser.show(ENGLISH_PAGE)
    browser.pane.show_page(None)
    assert is_covered(browser.pane)
    assert "Open a release" in sentence(browser.pane)
    qtbot.waitUntil(lambda: browser.ask("document.body.innerText.trim()") == "")
    browser.show(saying("the next"))
    assert not is_covered(browser.pane)


def test_the_next_release_is_uncovered_only_when_it_is_there(browser: Browser) -> None:
    browser.show(saying("secret"))
    browser.pane.show_page(None)
    browser.pane.show_page(saying("public"))
    browser.pane._on_painted(browser.pane.last_patch - 1)
    assert is_covered(browser.pane)
    browser.pane._on_painted(browser.pane.last_patch)
    assert not is_covered(browser.pane)


def test_the_canvas_follows_the_theme_and_the_paper_stays_white(
    browser: Browser, themes: ThemeController, qtbot: QtBot
) -> None:
    browser.show(ENGLISH_PAGE)
    browser.ask("(window.isTheSame = true)")
    colours = (
        "[getComputedStyle(document.documentElement).backgroundColor,"
        " getComputedStyle(document.querySelector('main')).backgroundColor]"
    )
    assert browser.ask(colours) == ["rgb(233, 236, 240)", "rgb(255, 255, 255)"]
    themes.choose(ThemeChoice.DARK)
    try:
        assert browser.ask(colours) == ["rgb(18, 20, 23)", "rgb(255, 255, 255)"]
        assert browser.page.backgroundColor() == QColor("#121417")
        qtbot.waitUntil(
            lambda: browser.pane.grab().toImage().pixelColor(4, 300) == QColor("#121417")
        )
    finally:
        themes.choose(ThemeChoice.LIGHT)
    assert browser.ask("window.isTheSame") is True


def test_a_user_chooses_the_width_of_a_phone(browser: Browser, qtbot: QtBot) -> None:
    browser.show(ENGLISH_PAGE)
    browser.pane.resize(900, 500)
    with qtbot.waitSignal(browser.pane.mode_edited) as edited:
        phone = button(browser.pane, "As wide as a phone")
        phone.setFocus()
        qtbot.keyClick(phone, Qt.Key.Key_Space)
    assert edited.args == [PreviewMode.PHONE]
    assert browser.pane.mode is PreviewMode.PHONE
    qtbot.waitUntil(lambda: browser.ask("document.documentElement.clientWidth") == 390)
    look = browser.ask(
        "[getComputedStyle(document.querySelector('main')).paddingLeft,"
        " getComputedStyle(document.querySelector('h1')).fontSize]"
    )
    assert look == ["20px", "25px"]  # as the exported sheet has it
    button(browser.pane, "As wide as the pane").click()
    qtbot.waitUntil(lambda: browser.ask("innerWidth") == 900)


def test_a_flag_for_the_top_does_not_outlive_its_page(browser: Browser) -> None:
    paragraphs = "</p><p>".join(map(str, range(200)))
    browser.show(saying(paragraphs))
    browser.ask("scrollTo(0, 2000)")
    browser.pane.turn_to_top()
    browser.pane.show_page(saying(paragraphs))
    browser.show(saying(f"{paragraphs}</p><p>more"))
    assert browser.ask("scrollY") == 2000


def test_setting_the_width_is_not_an_edit(pane: PreviewPane, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(pane.mode_edited):
        pane.set_mode(PreviewMode.PHONE)
    assert pane.mode is PreviewMode.PHONE
    assert button(pane, "As wide as a phone").isChecked()
    assert not button(pane, "As wide as the pane").isChecked()


def test_a_mode_is_shown_by_what_was_offered_for_it(pane: PreviewPane, qtbot: QtBot) -> None:
    made: list[QLabel] = []

    def make() -> QLabel:
        made.append(QLabel("as text"))
        return made[-1]

    pane.offer(PreviewMode.TEXT, make)
    assert made == []
    with qtbot.waitSignal(pane.mode_edited) as edited:
        button(pane, "Plain text, as e-mail has it").click()
    assert edited.args == [PreviewMode.TEXT]
    (text,) = made
    assert text.isVisible()
    assert not pane._stage.isVisible()
    pane.set_mode(PreviewMode.DESKTOP)
    assert not text.isVisible()
    assert pane._stage.isVisible()
    pane.set_mode(PreviewMode.TEXT)
    assert text.isVisible()
    assert len(made) == 1


def test_a_page_follows_while_another_mode_is_shown(browser: Browser, qtbot: QtBot) -> None:
    browser.show(ENGLISH_PAGE)
    browser.pane.offer(PreviewMode.TEXT, lambda: QLabel("as text"))
    browser.pane.set_mode(PreviewMode.TEXT)
    browser.pane.show_page(saying("typed meanwhile"))
    with qtbot.waitSignal(browser.pane.painted, timeout=20_000):
        browser.pane.set_mode(PreviewMode.PHONE)
    assert browser.ask("document.body.innerText.trim()") == "typed meanwhile"


def test_a_mode_that_is_not_offered_is_a_web_page(pane: PreviewPane) -> None:
    pane.set_mode(PreviewMode.PRINT)
    assert pane.mode is PreviewMode.DESKTOP
    assert pane._stage.isVisible()


def test_a_page_may_be_shown_larger(browser: Browser, qtbot: QtBot) -> None:
    browser.show(ENGLISH_PAGE)
    browser.pane.zoom = 1.5
    assert browser.pane.zoom == 1.5
    qtbot.waitUntil(lambda: browser.ask("Math.round(devicePixelRatio * 10)") == 15)
    browser.load(ENGLISH_PAGE)
    assert browser.ask("Math.round(devicePixelRatio * 10)") == 15


# Going away and coming back ----------------------------------------------------------------------


def kill(browser: Browser, qtbot: QtBot) -> None:
    """Return when it is known to be gone."""
    os.kill(browser.page.renderProcessPid(), getattr(signal, "SIGKILL", signal.SIGTERM))
    qtbot.waitUntil(lambda: is_covered(browser.pane))


def test_a_page_that_was_killed_comes_back_by_itself(browser: Browser, qtbot: QtBot) -> None:
    browser.show(ENGLISH_PAGE)
    before, pid = browser.main(), browser.page.renderProcessPid()
    kill(browser, qtbot)
    assert sentence(browser.pane) == "The preview stopped and is coming back…"
    qtbot.waitUntil(lambda: not is_covered(browser.pane))
    assert browser.main() == before
    assert browser.page.renderProcessPid() != pid


def test_what_is_typed_meanwhile_is_on_it(browser: Browser, qtbot: QtBot) -> None:
    browser.show(saying("before"))
    kill(browser, qtbot)
    browser.show(saying("after"))
    qtbot.waitUntil(lambda: not is_covered(browser.pane))
    assert browser.ask("document.body.innerText.trim()") == "after"


def test_one_that_dies_leaves_the_keyboard_where_it_is(browser: Browser, qtbot: QtBot) -> None:
    browser.show(ENGLISH_PAGE)
    field = QLineEdit(browser.pane)
    field.show()
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    kill(browser, qtbot)
    qtbot.waitUntil(lambda: not is_covered(browser.pane))
    assert field.hasFocus()


def test_one_that_keeps_dying_waits_for_the_user(browser: Browser, qtbot: QtBot) -> None:
    browser.show(saying("stubborn"))
    for _ in range(3):
        kill(browser, qtbot)
        qtbot.waitUntil(lambda: not is_covered(browser.pane))
    kill(browser, qtbot)
    assert "several times" in sentence(browser.pane)
    browser.pane.show_page(saying("patient"))
    (again,) = [one for one in browser.pane.findChildren(QPushButton) if one.isVisible()]
    assert again.text() == "Show the preview again"
    with qtbot.waitSignal(browser.pane.painted, timeout=20_000):
        again.click()
    assert not is_covered(browser.pane)
    assert browser.ask("document.body.innerText.trim()") == "patient"


def test_a_page_that_is_no_longer_ours_is_loaded_anew(
    browser: Browser, qtbot: QtBot, expected_warnings: list[object]
) -> None:
    browser.show(saying("ours"))
    browser.ask("delete globalThis.newsdesk")
    browser.show(saying("ours again"))
    assert browser.ask("document.body.innerText.trim()") == "ours again"


def test_given_up_the_process_ends_and_the_page_is_remembered(
    browser: Browser, qtbot: QtBot
) -> None:
    browser.show(saying("one"))
    view, pid = browser.pane._view, browser.page.renderProcessPid()
    assert view is not None
    with qtbot.waitSignal(view.destroyed):
        browser.pane.give_up()
    qtbot.waitUntil(lambda: not is_running(pid), timeout=10_000)
    assert is_covered(browser.pane)
    browser.pane.show_page(saying("two"))
    with qtbot.waitSignal(browser.pane.painted, timeout=20_000):
        browser.pane.start()
    assert browser.ask("document.body.innerText.trim()") == "two"


def is_running(pid: int) -> bool:
    stat = Path(f"/proc/{pid}/stat")
    try:
        return stat.read_text("utf-8").rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


ENDINGS = {
    "it is closed": "window.close()",
    "the program ends": "app.quit()",
    "a patch is under way": "pane.show_page(page('2')); app.quit()",
    "it was given up": "pane.give_up(); app.quit()",
    "its window is deleted": "window.deleteLater(); QTimer.singleShot(100, app.quit)",
}


@pytest.mark.parametrize("ending", ENDINGS.values(), ids=ENDINGS)
def test_the_program_ends_without_a_word_when(ending: str) -> None:
    run = subprocess.run(
        [sys.executable, "-m", "tests.ui.preview.program", ending],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
        cwd=Path(__file__).resolve().parents[3],
    )
    assert (run.returncode, run.stdout) == (0, "painted\nended\n"), run.stderr
    assert "Release of profile" not in run.stderr
    assert "Traceback" not in run.stderr
