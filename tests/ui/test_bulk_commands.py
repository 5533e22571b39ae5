"""What is done to many releases at once, through the window's own actions."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QRadioButton

from newsdesk.desk import open_desk
from newsdesk.domain.query import ReleaseQuery
from newsdesk.domain.vocabulary import Scheme
from newsdesk.domain.workflow import State
from newsdesk.ui.dialogs.bulk_dialogs import LanguageDialog, StepDialog
from newsdesk.ui.dialogs.bulk_outcome import BulkOutcomeDialog
from newsdesk.ui.dialogs.filing_dialog import FilingDialog
from newsdesk.ui.inspector.term_field import TermField
from newsdesk.ui.library.selection_bar import SelectionBar
from newsdesk.ui.widgets.completing_field import CompletingField
from tests.ui.windows import OpenWindow

Open = Callable[..., OpenWindow]
HARBOUR = "Harbour crews from nine ports train together for winter rescues"


@pytest.fixture
def window(sample_folder: Path, open_window: Open) -> OpenWindow:
    window = open_window().begin()
    window.open(HARBOUR)
    return window


def tagged(window: OpenWindow) -> list[list[str]]:
    with open_desk(window.folder) as desk:
        releases = [desk.releases.get(str(key)) for key in desk.releases.ids(ReleaseQuery())]
    return [[t.name("en") for t in one.terms if t.scheme is Scheme.TAG] for one in releases]


def file_under(window: OpenWindow, word: str) -> None:
    window.do("library.file")
    dialog = window.dialog(FilingDialog)
    (field,) = (one for one in dialog.findChildren(TermField) if one.isVisible())
    QTest.keyClicks(field.findChild(CompletingField), word)
    window.push("File", dialog)


def test_all_that_is_selected_is_filed_and_one_undo_takes_it_back(window: OpenWindow) -> None:
    before = tagged(window)
    bar = window.window.library.findChild(SelectionBar)
    assert bar.isHidden()
    window.list_view.setFocus()
    QTest.keyClick(window.list_view, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    window.wait(bar.isVisible)
    assert window.headline == HARBOUR  # the editor shows the current one
    file_under(window, "Lighthouses")
    window.wait(lambda: window.notice == "Changed: 3 releases.")
    assert tagged(window) == [[*tags, "Lighthouses"] for tags in before]
    window.wait(lambda: [t.name("en") for t in window.release.terms][-1] == "Lighthouses")
    window.push("Undo", window.window.notices)
    window.wait(lambda: window.notice == "Changed back: 3 releases.")
    assert tagged(window) == before


def test_one_goes_on_typing_in_what_was_filed(window: OpenWindow) -> None:
    file_under(window, "Lighthouses")
    window.wait(lambda: window.notice == "Changed: 1 release.")
    window.type_body("At once. ")
    window.do("release.save")
    window.wait(lambda: window.stored().body_md.startswith("At once. "))
    assert [t.name("en") for t in window.stored().terms][-1] == "Lighthouses"


def test_of_what_is_not_possible_each_is_told_with_its_reason(window: OpenWindow) -> None:
    window.do("library.step")
    dialog = window.dialog(StepDialog)
    dialog.findChild(QRadioButton, "step_spike").click()
    window.push("Take the step", dialog)
    window.wait(lambda: window.release.state is State.SPIKED)
    window.list_view.selectAll()
    window.do("library.language")
    languages = window.dialog(LanguageDialog).findChild(QComboBox)
    languages.setCurrentIndex(languages.findData("es"))
    window.push("Set language", window.dialog(LanguageDialog))
    window.wait(lambda: "Not possible: 1 release." in window.notice)
    window.push("Show why", window.window.notices)
    told = window.dialog(BulkOutcomeDialog)
    assert told.text().startswith(f"{HARBOUR}: This release is spiked")
