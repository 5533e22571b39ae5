"""How the window looks on this machine."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLabel, QSlider, QWidget
from pytestqt.qtbot import QtBot

from newsdesk.services.preferences import Preferences, ThemeChoice
from newsdesk.ui.dialogs.settings.appearance_page import AppearancePage
from newsdesk.ui.dialogs.settings.theme_card import ThemeCard
from newsdesk.ui.theme.theme_controller import ThemeController

CHOSEN = Preferences(theme=ThemeChoice.LIGHT, export_folder="kept")


@pytest.fixture
def page(themes: ThemeController, qtbot: QtBot) -> Iterator[AppearancePage]:
    page = AppearancePage(CHOSEN, themes)
    qtbot.addWidget(page)
    page.resize(560, 560)
    page.show()
    yield page
    themes.choose(ThemeChoice.LIGHT)


def named(page: QWidget, kind: type[QWidget], name: str) -> QWidget:
    return next(one for one in page.findChildren(kind) if one.accessibleName() == name)


def slider(page: AppearancePage) -> QSlider:
    (one,) = page.findChildren(QSlider)
    return one


def choose(page: AppearancePage, name: str, text: str) -> None:
    box = named(page, QComboBox, name)
    assert isinstance(box, QComboBox)
    box.setCurrentIndex(box.findText(text))
    box.activated.emit(box.currentIndex())


@pytest.mark.parametrize(
    ("name", "choice"),
    [("Theme: Dark", ThemeChoice.DARK), ("Theme: As the system", ThemeChoice.SYSTEM)],
)
def test_a_theme_is_shown_as_soon_as_it_is_chosen(
    page: AppearancePage, themes: ThemeController, name: str, choice: ThemeChoice, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(page.preferences_edited) as edited:
        qtbot.mouseClick(named(page, ThemeCard, name), Qt.MouseButton.LeftButton)
    assert edited.args[0].theme is choice
    assert edited.args[0].export_folder == "kept"
    assert themes.choice is choice


def test_the_theme_in_force_is_chosen_already(page: AppearancePage, qtbot: QtBot) -> None:
    card = named(page, ThemeCard, "Theme: Light")
    assert isinstance(card, ThemeCard)
    assert card.isChecked()
    with qtbot.assertNotEmitted(page.preferences_edited):
        qtbot.mouseClick(card, Qt.MouseButton.LeftButton)


def test_larger_texts_are_seen_at_once(page: AppearancePage, qtbot: QtBot) -> None:
    before = slider(page).fontMetrics().height()
    slider(page).setFocus()
    with qtbot.waitSignal(page.preferences_edited) as edited:
        qtbot.keyClick(slider(page), Qt.Key.Key_PageUp)
    assert edited.args[0].text_scale == pytest.approx(1.2)
    assert "120 %" in [label.text() for label in page.findChildren(QLabel)]
    qtbot.waitUntil(lambda: slider(page).fontMetrics().height() > before)


@pytest.mark.parametrize(("key", "scale"), [(Qt.Key.Key_Home, 0.8), (Qt.Key.Key_End, 2.0)])
def test_texts_go_from_80_to_200_percent(
    page: AppearancePage, key: Qt.Key, scale: float, qtbot: QtBot
) -> None:
    slider(page).setFocus()
    with qtbot.waitSignal(page.preferences_edited) as edited:
        qtbot.keyClick(slider(page), key)
    assert edited.args[0].text_scale == pytest.approx(scale)


def test_while_the_slider_is_dragged_only_its_figure_moves(
    page: AppearancePage, qtbot: QtBot
) -> None:
    with qtbot.assertNotEmitted(page.preferences_edited):
        slider(page).sliderMoved.emit(30)
    assert "150 %" in [label.text() for label in page.findChildren(QLabel)]


def test_the_editor_has_newsdesks_own_typeface_or_another_of_one_width(
    page: AppearancePage, qtbot: QtBot
) -> None:
    box = named(page, QComboBox, "Typeface of the editor")
    assert isinstance(box, QComboBox)
    assert box.currentText() == "newsdesk’s own"
    with qtbot.waitSignal(page.preferences_edited) as edited:
        choose(page, "Typeface of the editor", "DejaVu Sans Mono")
    assert edited.args[0].editor_font == "DejaVu Sans Mono"
    assert "Inter" not in [box.itemText(number) for number in range(box.count())]


def test_the_size_of_the_editor_is_shown_on_the_sample(page: AppearancePage, qtbot: QtBot) -> None:
    sample = page.findChild(QLabel, "editor_sample")
    assert isinstance(sample, QLabel)
    before = sample.fontMetrics().height()
    with qtbot.waitSignal(page.preferences_edited) as edited:
        choose(page, "Size", "20 px")
    assert edited.args[0].editor_font_px == 20
    qtbot.waitUntil(lambda: sample.fontMetrics().height() > before)


def test_choices_that_are_not_offered_are_shown_all_the_same(
    themes: ThemeController, qtbot: QtBot
) -> None:
    odd = Preferences(editor_font="Hand of Ada", editor_font_px=17, text_scale=1.23)
    page = AppearancePage(odd, themes)
    qtbot.addWidget(page)
    texts = {box.accessibleName(): box.currentText() for box in page.findChildren(QComboBox)}
    assert texts == {"Typeface of the editor": "Hand of Ada", "Size": "17 px"}
    assert slider(page).value() * 5 == 125


def test_showing_preferences_is_not_an_edit(page: AppearancePage, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(page.preferences_edited):
        page.set_preferences(Preferences(theme=ThemeChoice.DARK, text_scale=1.5))
