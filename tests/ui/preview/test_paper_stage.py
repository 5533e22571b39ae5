import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from newsdesk.ui.preview.paper_stage import PaperStage
from newsdesk.ui.theme.theme_controller import ThemeController


class View(QWidget):
    """Stands where the browser would."""

    zoom = 1.0

    def setZoomFactor(self, zoom: float) -> None:  # noqa: N802 - Qt's name
        self.zoom = zoom


@pytest.fixture
def stage(qtbot: QtBot, themes: ThemeController) -> PaperStage:
    stage = PaperStage(QColor("#123456"))
    stage.resize(800, 500)
    qtbot.addWidget(stage)
    stage.show()
    return stage


def place(view: QWidget, stage: PaperStage) -> QRect:
    """Return where a view is in the stage."""
    return QRect(view.mapTo(stage, QPoint()), view.size())


@pytest.fixture
def view(stage: PaperStage) -> View:
    view = View(stage)
    stage.set_view(view)  # type: ignore[arg-type]
    stage.cover(is_covered=False)
    return view


def test_the_view_is_as_wide_as_the_stage(stage: PaperStage, view: View) -> None:
    assert place(view, stage) == QRect(0, 0, 800, 500)
    stage.resize(400, 300)
    assert place(view, stage) == QRect(0, 0, 400, 300)


def test_the_skeleton_stands_for_the_view_until_that_is_seen(stage: PaperStage, view: View) -> None:
    assert stage.childAt(400, 250) is view
    stage.cover(is_covered=True)
    assert stage.skeleton.isVisible()
    assert stage.skeleton.geometry() == stage.rect()
    assert view.isVisible()  # or it would paint nothing
    assert view.size() == stage.size()
    assert not place(view, stage).intersects(stage.rect())
    stage.cover(is_covered=False)
    assert not stage.skeleton.isVisible()
    assert place(view, stage) == stage.rect()


def test_a_page_on_a_phone_is_390_wide_and_in_the_middle(stage: PaperStage, view: View) -> None:
    stage.set_phone(True)
    assert place(view, stage) == QRect(205, 0, 390 + 12, 500)
    stage.set_phone(False)
    assert view.width() == 800


def test_the_phone_grows_with_the_page(stage: PaperStage, view: View) -> None:
    stage.zoom = 1.5
    stage.set_phone(True)
    assert (view.zoom, view.width()) == (1.5, 585 + 18)


@pytest.mark.parametrize("width", [300, 395, 402, 410])
def test_a_stage_narrower_than_a_phone_is_filled(width: int, stage: PaperStage, view: View) -> None:
    stage.set_phone(True)
    stage.resize(width, 500)
    assert stage.rect().contains(place(view, stage))
    assert view.width() == min(402, width)


def test_a_view_that_comes_later_is_placed_as_all_was_set(stage: PaperStage) -> None:
    stage.zoom = 2.0
    stage.set_phone(True)
    view = View(stage)
    stage.set_view(view)  # type: ignore[arg-type]
    assert (view.zoom, view.width()) == (2.0, 800)


def test_a_view_that_is_no_longer_wanted_is_gone_from_sight(
    stage: PaperStage, view: View, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(view.destroyed):
        stage.set_view(None)
        assert not view.isVisible()
    stage.resize(900, 500)
