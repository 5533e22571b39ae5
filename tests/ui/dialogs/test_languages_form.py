import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from newsdesk.ui.dialogs.languages_form import LanguagesForm
from newsdesk.ui.theme.icons import Icons
from newsdesk.ui.widgets.completing_field import CompletingField
from newsdesk.ui.widgets.tag_chip import TagChip


@pytest.fixture
def form(qtbot: QtBot, icons: Icons) -> LanguagesForm:
    form = LanguagesForm(("en",), icons)
    qtbot.addWidget(form)
    with qtbot.waitExposed(form):
        form.show()
    return form


def field(form: LanguagesForm) -> CompletingField:
    return form.findChild(CompletingField)


@pytest.mark.parametrize("typed", ["fran", "French", "fr"])
def test_a_language_is_found_by_its_own_name_the_english_one_and_its_tag(
    form: LanguagesForm, qtbot: QtBot, typed: str
) -> None:
    with qtbot.waitSignal(form.languages_edited) as edited:
        qtbot.keyClicks(field(form), typed)
        qtbot.keyClick(field(form), Qt.Key.Key_Return)
    assert edited.args == [("en", "fr")]
    assert form.languages() == ("en", "fr")


def test_a_language_that_is_there_is_not_offered_again(form: LanguagesForm, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(form.languages_edited):
        qtbot.keyClicks(field(form), "English")
        qtbot.keyClick(field(form), Qt.Key.Key_Return)
    assert form.languages() == ("en",)


def test_backspace_and_a_click_on_the_cross_take_one_away(
    form: LanguagesForm, qtbot: QtBot
) -> None:
    form.set_languages(("en", "fr", "ar"))
    qtbot.keyClick(field(form), Qt.Key.Key_Backspace)
    assert form.languages() == ("en", "fr")
    chip = next(chip for chip in form.findChildren(TagChip) if not chip.isHidden())
    qtbot.keyClick(chip, Qt.Key.Key_Delete)
    assert form.languages() == ("fr",)


def test_setting_them_is_no_edit(form: LanguagesForm, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(form.languages_edited):
        form.set_languages(("ar", "pt-BR"))
    assert [chip.text() for chip in form.findChildren(TagChip) if not chip.isHidden()] == [
        "العربية",
        "Português",
    ]
