from collections.abc import Sequence

import pytest
from PySide6.QtGui import QFont, QFontInfo
from PySide6.QtWidgets import QApplication

from newsdesk.ui.assets import Assets
from newsdesk.ui.theme import fonts


def test_the_typefaces_that_are_asked_for_first_are_brought_along(
    qapp: QApplication, assets: Assets
) -> None:
    fonts.load(assets.fonts)
    assert QFontInfo(fonts.ui_font()).family() == fonts.UI_FAMILIES[0]
    assert QFontInfo(fonts.mono_font(14)).family() == fonts.MONO_FAMILIES[0]


@pytest.mark.parametrize("weight", [QFont.Weight.Normal, QFont.Weight.DemiBold, QFont.Weight.Bold])
def test_every_weight_of_the_window_is_drawn_and_not_faked(
    qapp: QApplication, assets: Assets, weight: QFont.Weight
) -> None:
    fonts.load(assets.fonts)
    assert QFontInfo(fonts.ui_font(13, weight)).weight() == weight.value


def test_letters_of_the_editor_are_all_as_wide(qapp: QApplication, assets: Assets) -> None:
    fonts.load(assets.fonts)
    font = QFontInfo(fonts.mono_font(14))
    assert font.fixedPitch()
    assert font.pixelSize() == 14


@pytest.mark.parametrize(
    ("own", "families"),
    [("", fonts.MONO_FAMILIES), ("Courier", ("Courier", *fonts.MONO_FAMILIES))],
)
def test_a_person_s_own_typeface_comes_before_ours(
    qapp: QApplication, own: str, families: Sequence[str]
) -> None:
    assert fonts.mono_font(16, own).families() == list(families)


def test_a_typeface_that_is_not_there_is_done_without(qapp: QApplication, assets: Assets) -> None:
    fonts.load([*assets.fonts[:1], "no-such-file.otf"])  # a warning of Qt's would fail this
