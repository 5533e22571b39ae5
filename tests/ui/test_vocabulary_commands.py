"""Vocabularies put in order, through the window."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QComboBox, QLineEdit, QRadioButton

from newsdesk.desk import open_desk
from newsdesk.domain.query import ReleaseQuery
from newsdesk.domain.vocabulary import Scheme, TermEntry
from newsdesk.ui.dialogs.merge_dialog import MergeDialog
from newsdesk.ui.dialogs.term_dialog import TermDialog
from newsdesk.ui.dialogs.term_list import TermListView
from newsdesk.ui.dialogs.vocabularies_dialog import VocabulariesDialog
from tests.ui.windows import OpenWindow

Open = Callable[..., OpenWindow]


@pytest.fixture
def window(sample_folder: Path, open_window: Open) -> OpenWindow:
    return open_window().begin()


def dialog_of(window: OpenWindow) -> VocabulariesDialog:
    window.do("library.vocabularies")
    dialog = window.dialog(VocabulariesDialog)
    window.wait(lambda: len(entries(dialog)) > 0)
    return dialog


def entries(dialog: VocabulariesDialog) -> list[TermEntry]:
    return [row.entry for row in dialog.findChild(TermListView).terms.shown()]


def choose(dialog: VocabulariesDialog, *names: str) -> None:
    dialog.show_term([one for one in entries(dialog) if one.term.name("en") in names])


def tags(window: OpenWindow) -> set[str]:
    with open_desk(window.folder) as desk:
        releases = [desk.releases.get(str(key)) for key in desk.releases.ids(ReleaseQuery())]
    return {t.name("en") for one in releases for t in one.terms if t.scheme is Scheme.TAG}


def told(dialog: VocabulariesDialog) -> str:
    return dialog.notices.bar.text()


def test_a_merge_moves_every_use_and_one_undo_brings_them_back(window: OpenWindow) -> None:
    before = tags(window)
    dialog = dialog_of(window)
    choose(dialog, "harbours", "training")
    window.push("Merge…", dialog)
    question = window.dialog(MergeDialog)
    next(b for b in question.findChildren(QRadioButton) if "harbours" in b.text()).click()
    window.push("Merge", question)
    window.wait(lambda: told(dialog).startswith("All is “harbours” now"))
    window.wait(lambda: "training" not in {e.term.name("en") for e in entries(dialog)})
    assert tags(window) == before - {"training"}
    window.push("Undo", dialog.notices.bar)
    window.wait(lambda: "training" in {e.term.name("en") for e in entries(dialog)})
    window.wait(lambda: told(dialog).startswith("Changed back"))
    assert tags(window) == before


def test_a_name_that_is_taken_is_refused_in_words_and_merged_if_one_likes(
    window: OpenWindow,
) -> None:
    dialog = dialog_of(window)
    choose(dialog, "training")
    window.push("Edit…", dialog)
    form = window.dialog(TermDialog)
    form.findChild(QLineEdit).setText("HARBOURS")
    window.push("Save", form)
    window.wait(lambda: told(dialog).startswith("There is another “harbours” already."))
    window.push("Merge", dialog.notices.bar)
    window.wait(lambda: "training" not in {e.term.name("en") for e in entries(dialog)})
    assert "training" not in tags(window)


def test_a_new_name_is_seen_in_the_open_release_at_once_and_undone(window: OpenWindow) -> None:
    dialog = dialog_of(window)
    choose(dialog, "training")
    window.push("Edit…", dialog)
    form = window.dialog(TermDialog)
    form.findChild(QLineEdit).setText("exercises")
    window.push("Save", form)
    window.wait(lambda: told(dialog).startswith("It is called “exercises” now"))
    assert "exercises" in tags(window)
    window.push("Undo", dialog.notices.bar)
    window.wait(lambda: told(dialog).startswith("Changed back"))
    assert "training" in tags(window)
    assert "exercises" not in tags(window)


def test_a_term_is_added_removed_and_back(window: OpenWindow) -> None:
    dialog = dialog_of(window)
    field = dialog.findChild(QLineEdit)
    field.setText("Lighthouses")
    field.textEdited.emit("Lighthouses")
    window.push("Add", dialog)
    window.wait(lambda: told(dialog) == "“Lighthouses” is added.")
    window.wait(lambda: "Lighthouses" in {e.term.name("en") for e in entries(dialog)})
    choose(dialog, "Lighthouses")
    window.push("Remove", dialog)
    window.wait(lambda: told(dialog) == "“Lighthouses” is removed.")
    window.wait(lambda: "Lighthouses" not in {e.term.name("en") for e in entries(dialog)})
    window.push("Undo", dialog.notices.bar)
    window.wait(lambda: "Lighthouses" in {e.term.name("en") for e in entries(dialog)})
    choose(dialog, "harbours")
    window.push("Remove", dialog)
    window.wait(lambda: "is in use and cannot be removed" in told(dialog))


def test_the_releases_of_a_term_are_listed(window: OpenWindow) -> None:
    dialog = dialog_of(window)
    choose(dialog, "training")
    window.push("Show uses", dialog)
    window.wait(lambda: len(window.listed()) == 1)
    assert window.window.library._search.text() == 'tag:"training"'
    assert window.listed()[0].startswith("Harbour crews")


def test_a_file_of_newscodes_is_brought_in(window: OpenWindow, tmp_path: Path) -> None:
    file = tmp_path / "mediatopic.json"
    concept = {
        "uri": "http://cv.example.org/newscodes/mediatopic/1",
        "qcode": "medtop:1",
        "prefLabel": {"en-GB": "sea"},
    }
    file.write_text(json.dumps({"conceptSet": [concept]}), encoding="utf-8")
    dialog = dialog_of(window)
    opened = next(one for one in dialog.children() if hasattr(one, "take_in"))
    opened.take_in(Scheme.TAG, str(file))
    window.wait(lambda: told(dialog) == "Media topics (IPTC): 1 new, 0 changed, 0 as before.")
    schemes = dialog.findChild(QComboBox)
    schemes.setCurrentIndex(schemes.findData(Scheme.IPTC_MEDIATOPIC))
    window.wait(lambda: [e.term.name("en") for e in entries(dialog)] == ["sea"])
