"""The printed pages in the pane: when they are made, and what is seen meanwhile."""

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from newsdesk.domain.errors import NewsdeskError, PrintError, PrintProblem
from newsdesk.services.preferences import ThemeChoice
from newsdesk.ui.preview.print_pages import PrintPages
from newsdesk.ui.theme.theme_controller import ThemeController
from tests.ui.preview.pdfs import pdf_of


class Maker:
    """Notes who asks for pages, and answers when told to."""

    def __init__(self) -> None:
        self.asked: list[tuple[Callable[[bytes], None], Callable[[NewsdeskError], None]]] = []

    def make(self, made: Callable[[bytes], None], refused: Callable[[NewsdeskError], None]) -> None:
        self.asked.append((made, refused))

    def answer(self, *pages: str, to: int = -1) -> None:
        self.asked[to][0](pdf_of(*pages))

    def refuse(self, problem: PrintProblem) -> None:
        self.asked[-1][1](PrintError(problem))


@pytest.fixture
def maker() -> Maker:
    return Maker()


@pytest.fixture
def pages(maker: Maker, themes: ThemeController, qtbot: QtBot) -> PrintPages:
    """The pages of an open release, in sight, asked for and not made yet."""
    pages = PrintPages(maker.make, themes)
    qtbot.addWidget(pages)
    pages.resize(500, 600)
    pages.turn_to(has_release=True)
    pages.show()
    qtbot.waitUntil(lambda: len(maker.asked) == 1)
    return pages


def said(pages: PrintPages, name: str) -> str:
    label = pages.findChild(QLabel, name)
    assert label is not None
    return label.text()


def test_a_skeleton_stands_there_until_the_pages_are_made(pages: PrintPages, maker: Maker) -> None:
    assert pages._skeleton.isVisible()
    assert said(pages, "page_progress") == "Making the pages…"
    maker.answer("a", "b", "c")
    assert not pages._skeleton.isVisible()
    assert said(pages, "page_number") == "Page 1 of 3"
    assert said(pages, "page_progress") == ""


def test_the_pages_follow_when_nobody_types(pages: PrintPages, maker: Maker, qtbot: QtBot) -> None:
    maker.answer("a")
    for _key in range(30):
        pages.note_change()
    qtbot.waitUntil(lambda: len(maker.asked) == 2)
    assert not pages._idle.isActive()
    assert said(pages, "page_number") == "Page 1 of 1"  # the old ones stay meanwhile
    maker.answer("a", "b")
    assert said(pages, "page_number") == "Page 1 of 2"


def test_pages_that_nobody_sees_are_not_made(pages: PrintPages, maker: Maker, qtbot: QtBot) -> None:
    maker.answer("a")
    pages.hide()
    pages.note_change()
    assert not pages._idle.isActive()
    pages.show()
    qtbot.waitUntil(lambda: len(maker.asked) == 2)


def test_an_answer_that_was_overtaken_is_not_shown(pages: PrintPages, maker: Maker) -> None:
    pages.refresh()
    maker.answer("new", "new")
    maker.answer("old", to=0)
    assert said(pages, "page_number") == "Page 1 of 2"


def test_the_place_is_kept_within_a_release_and_not_beyond(
    pages: PrintPages, maker: Maker, qtbot: QtBot
) -> None:
    maker.answer(*"abcdef")
    bar = pages._sheets().verticalScrollBar()
    bar.setValue(800)
    pages.refresh()
    maker.answer(*"abcdefg")
    assert bar.value() == 800
    pages.turn_to(has_release=True)
    assert pages._skeleton.isVisible()
    assert len(maker.asked) == 2  # it is not rendered yet
    pages.note_change()
    qtbot.waitUntil(lambda: len(maker.asked) == 3)
    maker.answer(*"abcdefg")
    assert bar.value() == 0


def test_without_a_release_there_is_nothing_to_print(
    pages: PrintPages, maker: Maker, qtbot: QtBot
) -> None:
    maker.answer("a")
    pages.turn_to(has_release=False)
    assert pages._skeleton.sentence == "Open a release and its pages are shown here."
    assert said(pages, "page_number") == ""
    pages.note_change()
    pages.refresh()
    assert len(maker.asked) == 1
    maker.answer("late", to=0)
    assert pages._skeleton.isVisible()


def test_a_refusal_is_told_with_a_way_on(pages: PrintPages, maker: Maker) -> None:
    maker.refuse(PrintProblem.DIED)
    assert "The pages were not made" in pages._skeleton.sentence
    assert "The text is safe" in pages._skeleton.sentence
    pages.note_change()
    assert pages._idle.remainingTime() > 100  # it is not asked at every key
    pages._skeleton.asked_again.emit()
    assert len(maker.asked) == 2
    assert pages._skeleton.sentence == ""
    maker.answer("a")
    assert said(pages, "page_number") == "Page 1 of 1"


def test_the_canvas_is_that_of_the_theme(
    pages: PrintPages, maker: Maker, themes: ThemeController
) -> None:
    maker.answer("a")
    view = pages._sheets()
    themes.choose(ThemeChoice.DARK)
    assert view._canvas == themes.theme.colour("canvas")
    themes.choose(ThemeChoice.LIGHT)
    assert view._canvas == themes.theme.colour("canvas")
