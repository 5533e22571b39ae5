"""The page of figures in the real engine."""

import pytest
from pytestqt.qtbot import QtBot

from newsdesk.ui.figures.figures_view import FiguresView

PAGE = (
    "<!doctype html><title>x</title><p>Releases in figures</p><script>document.title='ran'</script>"
)


@pytest.fixture
def view(qtbot: QtBot) -> FiguresView:
    view = FiguresView()
    qtbot.addWidget(view)
    with qtbot.waitSignal(view.shown, timeout=30_000):
        view.show_page(PAGE)
    return view


def test_a_page_is_shown_and_nothing_in_it_runs(view: FiguresView) -> None:
    assert view.title() == "x"


def test_a_page_becomes_a_pdf(view: FiguresView, qtbot: QtBot) -> None:
    made: list[bytes] = []
    view.make_pdf(made.append)
    qtbot.waitUntil(lambda: bool(made), timeout=30_000)
    assert made[0].startswith(b"%PDF-")
