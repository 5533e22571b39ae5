"""Confirming what was found in a text."""

from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QDialog,
    QLineEdit,
    QPushButton,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from newsdesk.domain.errors import NewsdeskError, StorageError, StorageProblem
from newsdesk.domain.provenance import FindingKind
from newsdesk.domain.release import Release
from newsdesk.services.import_ import Imported
from newsdesk.services.site_decisions import SiteDecisionService
from newsdesk.ui.dialogs.duplicate_bar import DuplicateBar
from newsdesk.ui.dialogs.finding_row import FindingRow
from newsdesk.ui.dialogs.found_list import FoundList
from newsdesk.ui.dialogs.import_dialog import ImportDialog
from newsdesk.ui.dialogs.result_view import ResultView
from newsdesk.ui.dialogs.source_view import SourceView
from newsdesk.ui.jobs.bring_in import BringIn
from newsdesk.ui.jobs.import_account import BroughtIn
from newsdesk.ui.jobs.import_question import Question
from newsdesk.ui.jobs.store import Store
from newsdesk.ui.theme.icons import Icons
from newsdesk.ui.theme.theme_controller import ThemeController

TEXT = """\
Skip to main content
Home
News

Harbour crews train for winter

GENEVA, 3 May 2026 – Ninety harbour workers have finished a course in night rescue, the Office \
for Safe Harbours said today.

For more information, please contact:
Dana Whitlock
OSH Geneva
Email: dana.whitlock@example.org

Tags: rescue, night
"""


class Confirmation:
    """A run of bringing in with its dialog, as the window has them."""

    def __init__(self, dialog: ImportDialog, bring_in: BringIn, qtbot: QtBot) -> None:
        self.dialog, self.bring_in, self._qtbot = dialog, bring_in, qtbot
        self.outcomes: list[BroughtIn] = []
        self.stored: list[Release] = []
        self.asked: list[int] = []
        self.closed: list[int] = []  # how: the dialog is deleted when the run is over
        dialog.finished.connect(self.closed.append)
        bring_in.finished.connect(self.outcomes.append)
        bring_in.stored.connect(self.stored.append)
        bring_in.confirmation_needed.connect(lambda question: self.asked.append(question.number))

    def paste(self, text: str = TEXT) -> None:
        self.bring_in.start_text(text)
        self.until_asked(1)

    def until_asked(self, times: int) -> None:
        self._qtbot.waitUntil(lambda: len(self.asked) == times, timeout=20_000)
        self.until_shown("")

    def until_over(self) -> BroughtIn:
        self._qtbot.waitUntil(lambda: bool(self.outcomes), timeout=20_000)
        return self.outcomes[0]

    def until_stored(self) -> Release:
        """Wait for the end, and for the one release that was stored."""
        self.until_over()
        (release,) = self.stored
        return release

    def until_shown(self, words: str, *, is_there: bool = True) -> None:
        """Wait for a result that has these words, or has them no more."""
        self._qtbot.waitUntil(
            lambda: bool(self.result) and (words in self.result) == is_there, timeout=20_000
        )

    @property
    def result(self) -> str:
        return self.dialog.findChildren(ResultView)[0].toPlainText()

    @property
    def source(self) -> SourceView:
        return self.dialog.findChildren(SourceView)[0]

    @property
    def headline(self) -> QLineEdit:
        return self.dialog.findChildren(QLineEdit, "import_headline")[0]

    def row(self, kind: FindingKind) -> FindingRow:
        (found,) = self.dialog.findChildren(FoundList)
        return next(row for row in found.rows() if row.finding.kind is kind)

    def unfold(self, title: str) -> None:
        self._qtbot.keyClick(self.button(title), Qt.Key.Key_Space)

    def toggle(self, kind: FindingKind) -> None:
        self._qtbot.keyClick(self.row(kind).anchor, Qt.Key.Key_Space)

    def button(self, text: str) -> QPushButton:
        buttons = self.dialog.findChildren(QPushButton)
        return next(b for b in buttons if b.text().replace("&", "") == text)

    def tool(self, name: str) -> QToolButton:
        tools = self.dialog.findChildren(QToolButton)
        return next(one for one in tools if one.accessibleName() == name)

    def press(self, text: str) -> None:
        self._qtbot.mouseClick(self.button(text), Qt.MouseButton.LeftButton)


@pytest.fixture
def confirmation(
    store: Store,
    icons: Icons,
    themes: ThemeController,
    now: Callable[[], datetime],
    qtbot: QtBot,
) -> Iterator[Confirmation]:
    window = QWidget()
    qtbot.addWidget(window)
    dialog = ImportDialog(store, icons, themes, window)
    bring_in = BringIn(store, now)
    dialog.follow(bring_in)
    yield Confirmation(dialog, bring_in, qtbot)
    window.close()


@pytest.fixture
def texts(tmp_path: Path) -> Callable[[int], list[Path]]:
    def written(count: int) -> list[Path]:
        paths = [tmp_path / f"text {number}.txt" for number in range(1, count + 1)]
        for number, path in enumerate(paths, start=1):
            path.write_text(TEXT.replace("winter", f"winter {number}"), encoding="utf-8")
        return paths

    return written


def test_the_pieces_and_what_becomes_of_them_are_shown(confirmation: Confirmation) -> None:
    confirmation.paste()
    assert confirmation.dialog.isVisible()
    assert confirmation.headline.text() == "Harbour crews train for winter"
    assert confirmation.row(FindingKind.CONTACT).isVisible()
    confirmation.until_shown("Geneva – Ninety harbour workers")
    assert "Skip to main content" not in confirmation.result
    assert confirmation.result.splitlines()[-1] == "Tags: rescue, night"


def test_what_is_put_back_stands_in_the_text_at_once(confirmation: Confirmation) -> None:
    confirmation.paste()
    confirmation.toggle(FindingKind.DATELINE)
    confirmation.until_shown("GENEVA, 3 May 2026 – Ninety harbour workers")
    confirmation.unfold("Left out (1)")
    confirmation.toggle(FindingKind.FURNITURE)
    confirmation.until_shown("Skip to main content")
    confirmation.toggle(FindingKind.TAGS)
    confirmation.until_shown("Tags: rescue, night\n###")
    confirmation.toggle(FindingKind.DATELINE)
    confirmation.until_shown("Geneva – ")
    confirmation.toggle(FindingKind.FURNITURE)
    confirmation.until_shown("Skip to main content", is_there=False)


def test_a_headline_that_is_put_back_leaves_its_field_empty_and_returns_to_it(
    confirmation: Confirmation,
) -> None:
    confirmation.paste()
    confirmation.toggle(FindingKind.HEADLINE)
    assert confirmation.headline.text() == ""
    confirmation.until_shown("It has no headline yet.")
    confirmation.toggle(FindingKind.HEADLINE)
    assert confirmation.headline.text() == "Harbour crews train for winter"
    confirmation.until_shown("It has no headline yet.", is_there=False)


def test_a_typed_headline_is_followed_and_stored(confirmation: Confirmation, qtbot: QtBot) -> None:
    confirmation.paste()
    confirmation.headline.setFocus()
    confirmation.headline.selectAll()
    qtbot.keyClicks(confirmation.headline, "Crews are ready")
    confirmation.until_shown("Crews are ready")
    confirmation.toggle(FindingKind.TAGS)
    assert confirmation.headline.text() == "Crews are ready"
    confirmation.press("Bring in")
    release = confirmation.until_stored()
    assert release.headline == "Crews are ready"
    assert "Tags: rescue, night" in release.body_md
    assert release.terms == ()


def test_a_typed_headline_goes_and_comes_with_its_piece(
    confirmation: Confirmation, qtbot: QtBot
) -> None:
    confirmation.paste()
    qtbot.keyClicks(confirmation.headline, "!")
    typed = confirmation.headline.text()
    confirmation.toggle(FindingKind.HEADLINE)
    assert confirmation.headline.text() == ""
    confirmation.toggle(FindingKind.HEADLINE)
    assert confirmation.headline.text() == typed


def test_nothing_is_stored_before_it_is_brought_in(
    confirmation: Confirmation, store: Store, qtbot: QtBot
) -> None:
    confirmation.paste()
    counts: list[int] = []
    store.read(lambda desk: desk.releases.counts().all, counts.append)
    qtbot.waitUntil(lambda: counts == [0])


def test_escape_leaves_it_out_and_asks_nothing(confirmation: Confirmation, qtbot: QtBot) -> None:
    confirmation.paste()
    qtbot.keyClick(confirmation.dialog, Qt.Key.Key_Escape)
    assert confirmation.outcomes == [BroughtIn(is_cancelled=True)]
    assert confirmation.closed == [QDialog.DialogCode.Rejected]


@pytest.mark.parametrize("where", ["row", "headline", "result"])
def test_enter_brings_it_in_from_anywhere(
    confirmation: Confirmation, where: str, qtbot: QtBot
) -> None:
    confirmation.paste()
    places: dict[str, QWidget] = {
        "row": confirmation.row(FindingKind.CONTACT).anchor,
        "headline": confirmation.headline,
        "result": confirmation.dialog.findChildren(ResultView)[0],
    }
    places[where].setFocus()
    qtbot.keyClick(places[where], Qt.Key.Key_Return)
    assert confirmation.until_over().stored == 1
    assert confirmation.closed == [QDialog.DialogCode.Accepted]


def test_it_is_gone_when_the_run_is_over(confirmation: Confirmation, qtbot: QtBot) -> None:
    gone: list[bool] = []
    confirmation.dialog.destroyed.connect(lambda: gone.append(True))
    confirmation.paste()
    confirmation.press("Bring in")
    qtbot.waitUntil(lambda: bool(gone))


def test_the_focus_begins_at_the_first_piece(confirmation: Confirmation, qtbot: QtBot) -> None:
    confirmation.paste()
    first = confirmation.dialog.findChildren(FoundList)[0].rows()[0].anchor
    qtbot.waitUntil(lambda: QApplication.focusWidget() is first)


def test_one_text_alone_is_not_counted(confirmation: Confirmation) -> None:
    confirmation.paste()
    assert not confirmation.button("Skip this one").isVisible()
    assert not confirmation.button("Bring in all that are sure").isVisible()


def test_several_come_one_after_the_other_in_the_same_window(
    confirmation: Confirmation, texts: Callable[[int], list[Path]]
) -> None:
    confirmation.bring_in.start_files(texts(3))
    confirmation.until_asked(1)
    assert confirmation.headline.text().endswith("winter 1")
    confirmation.press("Bring in")
    confirmation.until_asked(2)
    assert confirmation.dialog.isVisible()
    assert confirmation.headline.text().endswith("winter 2")
    confirmation.press("Skip this one")
    confirmation.until_asked(3)
    confirmation.until_shown("winter 3")
    confirmation.press("Bring in")
    outcome = confirmation.until_over()
    assert [one.headline[-1] for one in confirmation.stored] == ["1", "3"]
    assert outcome.skipped == ("text 2.txt",)


def test_all_that_are_sure_come_in_with_what_was_changed_in_this_one(
    confirmation: Confirmation, texts: Callable[[int], list[Path]], qtbot: QtBot
) -> None:
    confirmation.bring_in.start_files(texts(3))
    confirmation.until_asked(1)
    qtbot.keyClicks(confirmation.headline, "Now: ")
    confirmation.press("Bring in all that are sure")
    outcome = confirmation.until_over()
    assert outcome.stored == 3
    assert confirmation.stored[0].headline.startswith("Now: ")
    assert confirmation.asked == [1]


def test_cancelling_in_the_middle_keeps_what_was_brought_in(
    confirmation: Confirmation, texts: Callable[[int], list[Path]]
) -> None:
    confirmation.bring_in.start_files(texts(2))
    confirmation.until_asked(1)
    confirmation.press("Bring in")
    confirmation.until_asked(2)
    confirmation.press("Cancel")
    outcome = confirmation.until_over()
    assert outcome.stored == 1
    assert outcome.is_cancelled


def test_one_answer_is_enough(
    confirmation: Confirmation, texts: Callable[[int], list[Path]]
) -> None:
    confirmation.bring_in.start_files(texts(2))
    confirmation.until_asked(1)
    confirmation.press("Bring in")
    assert not confirmation.button("Bring in").isEnabled()
    confirmation.press("Bring in")
    confirmation.until_asked(2)
    assert confirmation.button("Bring in").isEnabled()
    confirmation.press("Bring in")
    assert confirmation.until_over().stored == 2


def test_an_answer_that_comes_when_it_is_gone_does_no_harm(
    store: Store, icons: Icons, themes: ThemeController, qtbot: QtBot
) -> None:
    dialog = ImportDialog(store, icons, themes)
    drafts: list[object] = []
    store.read(lambda desk: desk.imports.read_pasted(TEXT), drafts.append)
    qtbot.waitUntil(lambda: bool(drafts))
    dialog.ask(Question(drafts[0], 1, 1, (), ()))  # type: ignore[arg-type]
    gone: list[bool] = []
    dialog.destroyed.connect(lambda: gone.append(True))
    dialog.deleteLater()
    qtbot.waitUntil(lambda: bool(gone))
    answers: list[str] = []
    store.read(lambda _desk: "after it", answers.append)
    qtbot.waitUntil(lambda: answers == ["after it"])


def test_a_doubtful_piece_has_no_way_back_as_it_is_in_the_text_already(
    confirmation: Confirmation,
) -> None:
    doubtful = TEXT.replace(
        "GENEVA, 3 May 2026 – ", "Embargoed until the minister has spoken, 3 May at 10:00\n\n"
    )
    confirmation.paste(doubtful)
    row = confirmation.row(FindingKind.EMBARGO)
    assert row.anchor is row
    assert "not sure" in row.accessibleName()
    confirmation.until_shown("until the minister has spoken")


# Marks ------------------------------------------------------------------------------------------


def select(confirmation: Confirmation, words: str) -> None:
    """Select words in the source, as the mouse does."""
    cursor = confirmation.source.document().find(words)
    assert not cursor.isNull()
    confirmation.source.setTextCursor(cursor)


def test_a_letter_says_what_the_selection_is_and_the_result_follows(
    confirmation: Confirmation, qtbot: QtBot
) -> None:
    confirmation.paste()
    select(confirmation, "Tags: rescue, night")
    qtbot.keyClick(confirmation.source, Qt.Key.Key_N)
    confirmation.until_shown("Notes to editors\nTags: rescue, night")
    assert "Tags: rescue, night\n" not in confirmation.result.split("Notes to editors")[0]
    assert confirmation.row(FindingKind.NOTES).isVisible()


def test_another_headline_goes_into_its_field(confirmation: Confirmation, qtbot: QtBot) -> None:
    confirmation.paste()
    select(confirmation, "News")
    qtbot.keyClick(confirmation.source, Qt.Key.Key_H)
    qtbot.waitUntil(lambda: confirmation.headline.text() == "News")
    confirmation.until_shown("Harbour crews train for winter")  # text again
    qtbot.keyClick(confirmation.source, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: confirmation.headline.text() == "Harbour crews train for winter")
    modifiers = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    qtbot.keyClick(confirmation.source, Qt.Key.Key_Z, modifiers)
    qtbot.waitUntil(lambda: confirmation.headline.text() == "News")


def test_putting_back_and_marking_are_undone_in_their_order(
    confirmation: Confirmation, qtbot: QtBot
) -> None:
    confirmation.paste()
    confirmation.toggle(FindingKind.DATELINE)
    select(confirmation, "Dana Whitlock")
    qtbot.keyClick(confirmation.source, Qt.Key.Key_B)
    confirmation.until_shown("\n\nDana Whitlock".strip())
    undo = confirmation.tool("Undo")
    qtbot.mouseClick(undo, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "Text" in undo.toolTip() or "Put back" in undo.toolTip())
    confirmation.until_shown("GENEVA, 3 May 2026 – Ninety harbour workers")
    qtbot.mouseClick(undo, Qt.MouseButton.LeftButton)
    confirmation.until_shown("Geneva – Ninety harbour workers")
    assert not undo.isEnabled()


def test_what_was_marked_is_stored(confirmation: Confirmation, qtbot: QtBot) -> None:
    confirmation.paste()
    select(confirmation, "Home")
    qtbot.keyClick(confirmation.source, Qt.Key.Key_Y)
    qtbot.waitUntil(lambda: any(m.kind is FindingKind.BYLINE for m in confirmation.source.marks))
    confirmation.until_shown("Home")
    confirmation.press("Bring in")
    release = confirmation.until_stored()
    assert release.byline == "Home"


def test_the_next_text_begins_without_the_marks_of_the_one_before(
    confirmation: Confirmation, texts: Callable[[int], list[Path]], qtbot: QtBot
) -> None:
    confirmation.bring_in.start_files(texts(2))
    confirmation.until_asked(1)
    select(confirmation, "News")
    qtbot.keyClick(confirmation.source, Qt.Key.Key_H)
    qtbot.waitUntil(lambda: confirmation.headline.text() == "News")
    confirmation.press("Bring in")
    confirmation.until_asked(2)
    assert confirmation.headline.text() == "Harbour crews train for winter 2"
    assert not confirmation.tool("Undo").isEnabled()


def test_what_is_pointed_at_on_one_side_is_outlined_on_the_others(
    confirmation: Confirmation, qtbot: QtBot
) -> None:
    confirmation.paste()
    confirmation.until_shown("Dana Whitlock")
    row = confirmation.row(FindingKind.CONTACT)
    row.anchor.setFocus()
    view = confirmation.dialog.findChildren(ResultView)[0]
    (shown,) = view.extraSelections()
    assert "Dana Whitlock" in shown.cursor.selectedText()
    assert confirmation.source.pointed_at == row.finding
    cursor = confirmation.source.document().find("GENEVA")
    cursor.setPosition(cursor.selectionStart() + 1)
    confirmation.source.setFocus()
    confirmation.source.setTextCursor(cursor)
    (shown,) = view.extraSelections()
    assert shown.cursor.selectedText().startswith("Geneva")


# What is here already, and sites ------------------------------------------------------------------

PAGE = Path(__file__).resolve().parents[2] / "importing" / "files" / "page.html"
LONG = TEXT.replace(
    "said today.",
    "said today. The boats, the ropes and the radio were all that they had hoped for.",
)


def store_it(confirmation: Confirmation, store: Store, qtbot: QtBot, text: str) -> Release:
    kept: list[Imported] = []
    store.change(lambda desk: desk.imports.store(desk.imports.read_pasted(text)), kept.append)
    qtbot.waitUntil(lambda: bool(kept))
    return kept[0].release


def test_a_text_that_is_here_already_says_so_and_can_update_it(
    confirmation: Confirmation, store: Store, qtbot: QtBot
) -> None:
    there = store_it(confirmation, store, qtbot, LONG)
    confirmation.paste(LONG.replace("for winter", "for a long winter"))
    bar = confirmation.dialog.findChildren(DuplicateBar)[0]
    assert bar.isVisible()
    assert "Harbour crews train for winter" in bar.text()
    confirmation.press("Update")
    release = confirmation.until_stored()
    assert (release.id, release.headline) == (there.id, "Harbour crews train for a long winter")


def test_enter_leaves_out_what_is_here_word_for_word(
    confirmation: Confirmation, store: Store, qtbot: QtBot
) -> None:
    store_it(confirmation, store, qtbot, LONG)
    confirmation.paste(LONG)
    qtbot.keyClick(confirmation.headline, Qt.Key.Key_Return)
    outcome = confirmation.until_over()
    assert (outcome.stored, len(outcome.skipped)) == (0, 1)


def test_the_stored_one_can_be_looked_at_beside_the_source(
    confirmation: Confirmation, store: Store, qtbot: QtBot
) -> None:
    store_it(confirmation, store, qtbot, LONG)
    confirmation.paste(LONG.replace("for winter", "for a long winter"))
    confirmation.until_shown("for a long winter")
    confirmation.press("Look at the stored one")
    confirmation.until_shown("for a long winter", is_there=False)
    assert not confirmation.headline.isEnabled()
    confirmation.press("Look at the new one")
    confirmation.until_shown("for a long winter")
    assert confirmation.headline.isEnabled()


def test_the_same_is_done_with_all_further_ones(
    confirmation: Confirmation, store: Store, tmp_path: Path, qtbot: QtBot
) -> None:
    store_it(confirmation, store, qtbot, LONG)
    paths = [tmp_path / f"{number}.txt" for number in range(3)]
    for number, path in enumerate(paths):
        path.write_text(LONG.replace("for winter", f"for winter {number}"), "utf-8")
    confirmation.bring_in.start_files(paths)
    confirmation.until_asked(1)
    boxes = confirmation.dialog.findChildren(QCheckBox)
    next(one for one in boxes if "further" in one.text()).setChecked(True)
    confirmation.press("Skip this one")
    outcome = confirmation.until_over()
    assert confirmation.asked == [1]
    assert outcome.skipped == ("0.txt", "1.txt", "2.txt")


def test_a_site_can_be_told_never_to_be_asked_about_again(
    confirmation: Confirmation, store: Store, qtbot: QtBot
) -> None:
    confirmation.bring_in.start_files([PAGE])
    confirmation.until_asked(1)
    box = confirmation.dialog.findChildren(QCheckBox, "never_ask")[0]
    assert box.isVisible()
    assert "example.org" in box.text()
    qtbot.keyClick(box, Qt.Key.Key_Space)
    confirmation.press("Bring in")
    confirmation.until_over()
    sites: list[tuple[str, ...]] = []
    store.read(lambda desk: desk.sites.all(), sites.append)
    qtbot.waitUntil(lambda: sites == [("example.org",)])


def test_the_site_is_remembered_before_the_next_page_is_looked_at(
    confirmation: Confirmation, store: Store, qtbot: QtBot
) -> None:
    remembered: list[bool] = []
    confirmation.dialog.skipped.connect(lambda: remembered.append(store.is_idle))
    confirmation.bring_in.start_files([PAGE])
    confirmation.until_asked(1)
    qtbot.keyClick(confirmation.dialog.findChildren(QCheckBox, "never_ask")[0], Qt.Key.Key_Space)
    confirmation.press("Skip this one")
    confirmation.until_over()
    assert remembered == [True]


def test_a_site_that_cannot_be_remembered_holds_nothing_up(
    confirmation: Confirmation, store: Store, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    failures: list[NewsdeskError] = []
    store.failed.connect(failures.append)
    confirmation.bring_in.start_files([PAGE])
    confirmation.until_asked(1)
    error = StorageError(StorageProblem.FULL)

    def fails(*_: object) -> None:
        raise error

    monkeypatch.setattr(SiteDecisionService, "remember", fails)
    qtbot.keyClick(confirmation.dialog.findChildren(QCheckBox, "never_ask")[0], Qt.Key.Key_Space)
    confirmation.press("Skip this one")
    confirmation.until_over()
    assert failures == [error]


def test_a_text_of_no_site_has_no_such_box(confirmation: Confirmation) -> None:
    confirmation.paste()
    assert not confirmation.dialog.findChildren(QCheckBox, "never_ask")[0].isVisible()


def test_every_control_has_a_name(confirmation: Confirmation) -> None:
    confirmation.paste()
    for kind in (QPushButton, QLineEdit):
        for control in confirmation.dialog.findChildren(kind):
            assert control.accessibleName() or (
                isinstance(control, QPushButton) and control.text()
            ), control


def test_the_tab_key_goes_from_the_source_over_the_pieces_to_the_answers(
    confirmation: Confirmation, texts: Callable[[int], list[Path]], qtbot: QtBot
) -> None:
    confirmation.bring_in.start_files(texts(2))
    confirmation.until_asked(1)
    confirmation.press("Skip this one")
    confirmation.until_asked(2)  # its pieces are new in a window that was there before
    confirmation.unfold("Left out (1)")
    confirmation.source.setFocus()
    stops: list[str] = []
    for _ in range(20):
        focused = QApplication.focusWidget()
        stops.append(focused.accessibleName() or focused.text().replace("&", ""))  # type: ignore[attr-defined]
        if stops[-1] == "Bring in":
            break
        qtbot.keyClick(focused, Qt.Key.Key_Tab)
    assert stops == [
        "The source as it was found",
        "Headline, sure: Back to the text",
        "Dateline, sure: Back to the text",
        "Contact, sure: Back to the text",
        "Contact: Show all of it",
        "Tags, sure: Back to the text",
        "Language, sure",
        "Left out (1)",
        "Page furniture, sure: Back to the text",
        "Page furniture: Show all of it",
        "Headline",
        "The release as it will be",
        "Cancel",
        "Skip this one",
        "Bring in all that are sure",
        "Bring in",
    ]
