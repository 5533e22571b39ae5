from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QLineEdit
from pytestqt.qtbot import QtBot

from newsdesk.domain.media import PictureWords
from newsdesk.services.new_picture import picture_from
from newsdesk.ui.dialogs.picture_dialog import PictureDialog
from newsdesk.ui.widgets.growing_text import GrowingText
from tests.pictures import photo

WORDS = PictureWords(alt="A quay", caption="At night", credit="Noor Elm")
Ask = Callable[..., PictureDialog]


@pytest.fixture
def ask(qtbot: QtBot) -> Ask:
    def asked(
        words: PictureWords = WORDS,
        language: str = "en",
        *,
        is_new: bool = True,
        is_described: bool = False,
    ) -> PictureDialog:
        dialog = PictureDialog(words, language, "English", is_new=is_new, is_described=is_described)
        qtbot.addWidget(dialog)
        dialog.show()
        return dialog

    return asked


def alt_of(dialog: PictureDialog) -> GrowingText:
    field = dialog.findChild(GrowingText, "alt")
    assert field is not None
    return field


def box_of(dialog: PictureDialog) -> QCheckBox:
    box = dialog.findChild(QCheckBox, "decorative")
    assert box is not None
    return box


def test_what_is_known_is_shown_and_given_back(ask: Ask, qtbot: QtBot) -> None:
    dialog = ask()
    assert dialog.words() == WORDS
    with qtbot.waitSignal(dialog.words_given) as given, qtbot.assertNotEmitted(dialog.given_up):
        dialog._done.click()
    assert given.args == [WORDS]
    assert not dialog.isVisible()


def test_without_an_alternative_text_it_must_be_called_decorative(ask: Ask) -> None:
    dialog = ask(PictureWords())
    assert not dialog._done.isEnabled()
    assert "decorative" in dialog._done.toolTip()
    QTest.keyClicks(alt_of(dialog), " A  quay ")
    assert dialog._done.isEnabled()
    assert dialog.words().alt == "A quay"
    box_of(dialog).click()
    assert dialog._done.isEnabled()
    assert not alt_of(dialog).isEnabled()
    assert dialog.words().alt == ""
    box_of(dialog).click()
    assert dialog.words().alt == "A quay"


def test_what_was_called_decorative_is_shown_so(ask: Ask) -> None:
    words = PictureWords(caption="At night")
    assert box_of(ask(words, is_new=False, is_described=True)).isChecked()
    assert not box_of(ask(words, is_new=False)).isChecked()


def test_esc_gives_it_up_and_skipping_goes_on(ask: Ask, qtbot: QtBot) -> None:
    dialog = ask()
    with qtbot.waitSignal(dialog.given_up), qtbot.assertNotEmitted(dialog.words_given):
        QTest.keyClick(dialog, Qt.Key.Key_Escape)
    dialog = ask()
    dialog.set_place(1, 2)
    with qtbot.waitSignal(dialog.skip_requested), qtbot.assertNotEmitted(dialog.given_up):
        dialog._skip.click()


def test_only_one_of_several_that_is_not_the_last_can_be_skipped(ask: Ask) -> None:
    dialog = ask()
    for number, total, can_skip in ((1, 1, False), (1, 2, True), (2, 2, False)):
        dialog.set_place(number, total)
        assert dialog._skip.isVisible() is can_skip


def test_it_says_what_file_it_is(ask: Ask) -> None:
    dialog = ask()
    dialog.set_facts("quay.jpg", 3_000, 2_000, 2_000_000, "JPEG")
    assert dialog._name.text() == "quay.jpg"
    assert "JPEG · " in dialog._facts.text()
    assert "px · 1.9 MiB" in dialog._facts.text()
    dialog.set_facts("", 30, 20, None, "PNG")
    assert dialog._name.text() == "From the clipboard"
    assert dialog._facts.text() == "PNG · 30 × 20 px"
    dialog.set_known(is_known=True)
    assert dialog._is_known.isVisible()


def test_the_picture_is_as_large_as_there_is_room(ask: Ask) -> None:
    dialog = ask()
    dialog.set_picture(picture_from(photo(600, 400), "").thumbnail)
    size = dialog._picture.pixmap().deviceIndependentSize()
    assert size.width() > size.height() > 0
    assert dialog._picture.size() == size.toSize()


def test_words_of_arabic_are_written_from_the_right(ask: Ask) -> None:
    dialog = ask(language="ar")
    credit = dialog.findChild(QLineEdit, "credit")
    assert credit is not None
    assert credit.layoutDirection() is Qt.LayoutDirection.RightToLeft
    assert alt_of(dialog).layoutDirection() is Qt.LayoutDirection.RightToLeft
