"""A text that is being brought in as the release it will be."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QTextBlock, QTextDocument
from pytestqt.qtbot import QtBot

from newsdesk.desk import open_desk
from newsdesk.services.preferences import ThemeChoice
from newsdesk.ui.dialogs.result_view import Result, ResultView, result_of
from newsdesk.ui.theme.theme_controller import ThemeController

ENGLISH = """\
EMBARGOED UNTIL 10:00 GMT on 25 June 2027

Harbour crews train for winter

GENEVA, 3 May 2026 – Ninety harbour workers have finished a course.

For more information, please contact:
Dana Whitlock
Email: dana.whitlock@example.org

Tags: rescue, <b>night</b>
"""
ARABIC = """\
مكتب الموانئ يرحب بافتتاح مركز تدريب جديد في عمّان

عمّان، 5 فبراير 2025 - افتتح اليوم مركز لتدريب فرق الإنقاذ بحضور ممثلين عن عشر دول.

لمزيد من المعلومات، يرجى الاتصال بـ:
Leila Haddad
البريد الإلكتروني: leila@markaz.example.org
"""
HOSTILE = """\
<img src=x onerror=alert(1)> wins "prize"

GENEVA, 3 May 2026 – Ninety <script>alert(1)</script> harbour workers have finished a course in \
night rescue, ![picture](file:///etc/hostname) said the office today.
"""


@pytest.fixture
def made(newsroom_folder: Path) -> Callable[[str], Result]:
    def make(text: str) -> Result:
        with open_desk(newsroom_folder) as desk:
            return result_of(desk, desk.imports.read_pasted(text))

    return make


@pytest.fixture
def view(themes: ThemeController, qtbot: QtBot) -> ResultView:
    view = ResultView(themes)
    qtbot.addWidget(view)
    view.resize(500, 400)
    view.show()
    return view


def blocks(document: QTextDocument) -> list[QTextBlock]:
    found: list[QTextBlock] = []
    block = document.begin()
    while block.isValid():
        found.append(block)
        block = block.next()
    return found


def test_all_that_a_release_prints_is_shown_in_its_order(
    view: ResultView, made: Callable[[str], Result]
) -> None:
    view.show_result(made(ENGLISH))
    text = view.toPlainText()
    parts = ("EMBARGOED UNTIL 10:00", "Harbour crews", "Geneva – Ninety", "Dana Whitlock", "Tags: ")
    places = [text.index(part) for part in parts]
    assert places == sorted(places)


def test_what_a_release_carries_unprinted_is_told_below(
    view: ResultView, made: Callable[[str], Result]
) -> None:
    view.show_result(made(ENGLISH))
    assert view.toPlainText().splitlines()[-1] == "Tags: rescue, <b>night</b>"


def test_that_it_will_be_a_draft_goes_without_saying(
    view: ResultView, made: Callable[[str], Result]
) -> None:
    view.show_result(made(ENGLISH.partition("\n\n")[2]))
    assert view.toPlainText().splitlines()[0] == "Harbour crews train for winter"


def test_a_missing_headline_is_told(view: ResultView, made: Callable[[str], Result]) -> None:
    result = made(ENGLISH)
    view.show_result(replace(result, release=replace(result.release, headline=" "), blocks=()))
    assert view.toPlainText().splitlines()[0] == "It has no headline yet."


def test_arabic_runs_from_the_right_to_its_last_line(
    view: ResultView, made: Callable[[str], Result]
) -> None:
    view.show_result(made(ARABIC))
    shown = [block for block in blocks(view.document()) if block.text().strip()]
    assert any("Leila" in block.text() for block in shown)
    assert any(block.text().strip() == "###" for block in shown)
    assert {block.textDirection() for block in shown} == {Qt.LayoutDirection.RightToLeft}


def test_of_a_book_the_beginning_is_shown(view: ResultView, made: Callable[[str], Result]) -> None:
    view.show_result(made("Harbour crews train for winter\n\n" + "Ninety workers came. " * 10_000))
    assert "Harbour crews train for winter" in view.toPlainText()
    view.show_result(made("Harbour crews train\n\n" + "Ninety came.\n\n" * 20_000))
    assert len(view.toPlainText()) < 200_000
    assert "\nThe text goes on. All of it is brought in.\n" in view.toPlainText()


def test_nothing_is_fetched_and_nothing_runs(
    view: ResultView, made: Callable[[str], Result], monkeypatch: pytest.MonkeyPatch
) -> None:
    view.show_result(made(HOSTILE))
    assert view.loadResource(2, QUrl("file:///etc/hostname")) is None
    assert "<img src=x onerror=alert(1)> wins" in view.toPlainText()
    assert not any("hostname" in line for line in view.toPlainText().splitlines()[:1])
    assert not view.openLinks()
    assert not view.openExternalLinks()


def test_links_cannot_be_followed(view: ResultView) -> None:
    links = Qt.TextInteractionFlag.LinksAccessibleByMouse
    assert not view.textInteractionFlags() & links


def test_it_takes_the_colours_of_another_theme(
    view: ResultView, made: Callable[[str], Result], themes: ThemeController, qtbot: QtBot
) -> None:
    view.show_result(made(ENGLISH))
    before = view.toHtml()
    try:
        themes.choose(ThemeChoice.DARK)
        assert themes.theme.colours["text2"].lower() in view.toHtml()
        assert view.toHtml() != before
    finally:
        themes.choose(ThemeChoice.LIGHT)
    assert view.toHtml() == before


def test_why_there_is_no_result_is_said_as_it_stands(
    view: ResultView, themes: ThemeController
) -> None:
    view.show_words("Urgency: “<b>” is not possible")
    assert view.toPlainText() == "Urgency: “<b>” is not possible"


def test_the_place_that_was_read_stays_in_sight(
    view: ResultView, made: Callable[[str], Result], qtbot: QtBot
) -> None:
    result: Any = made(ENGLISH.replace("a course.", "a course.\n\n" + "More of it.\n\n" * 60))
    view.show_result(result)
    bar = view.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 200)
    bar.setValue(200)
    view.show_result(result)
    assert bar.value() == 200
