"""A comparison in two columns: what is marked, how, and what is left out."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor, QTextDocument, QTextTable

from newsdesk.domain.newsroom import Newsroom
from newsdesk.domain.release import Release
from newsdesk.rendering.release_comparison import compare_releases
from newsdesk.ui.dialogs.comparison_text import ComparisonText, write_comparison
from newsdesk.ui.theme.theme_controller import ThemeController
from tests.ui.releases import release

LTR, RTL = Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft


def written(
    themes: ThemeController,
    before: Release,
    after: Release,
    side: Qt.LayoutDirection = LTR,
) -> tuple[QTextDocument, ComparisonText]:
    document = QTextDocument()
    found = compare_releases(before, after, Newsroom(), {})
    return document, write_comparison(document, found, themes.theme, side)


def table(document: QTextDocument) -> QTextTable:
    (found,) = (one for one in document.rootFrame().childFrames() if isinstance(one, QTextTable))
    return found


def cell(document: QTextDocument, row: int, column: int) -> str:
    found = table(document).cellAt(row, column)
    cursor = found.firstCursorPosition()
    cursor.setPosition(found.lastPosition(), QTextCursor.MoveMode.KeepAnchor)
    return cursor.selectedText()


def test_versions_of_a_paragraph_stand_side_by_side_with_their_signs(
    themes: ThemeController,
) -> None:
    one = release(body_md="The harbour opened.\n\nGone.")
    document, found = written(themes, one, replace(one, body_md="The harbour closed."))
    assert cell(document, 0, 0) == "− The harbour opened."
    assert cell(document, 0, 1) == "+ The harbour closed."
    assert (cell(document, 1, 0), cell(document, 1, 1)) == ("− Gone.", "")
    assert len(found.changes) == 2


def test_marks_are_more_than_colours(themes: ThemeController) -> None:
    one = release(body_md="The harbour opened.")
    document, _ = written(themes, one, replace(one, body_md="The harbour closed."))
    looks = {word: document.find(word).charFormat() for word in ("opened", "closed", "harbour")}
    assert looks["opened"].fontStrikeOut()
    assert looks["closed"].fontUnderline()
    assert looks["opened"].background().color() != looks["closed"].background().color()
    assert not looks["harbour"].fontStrikeOut()
    assert not looks["harbour"].fontUnderline()


def test_fields_come_first_under_their_names(themes: ThemeController) -> None:
    one = release()
    document, found = written(themes, one, replace(one, headline="Pier opens", byline="Noor"))
    text = document.toPlainText()
    assert text.index("Headline") < text.index("Byline")
    assert "Text" not in text
    assert len(found.changes) == 2


def test_what_is_the_same_is_left_out_but_for_what_stands_around(themes: ThemeController) -> None:
    parts = [f"Paragraph {n}." for n in range(9)]
    changed = [*parts]
    changed[0], changed[8] = "First!", "Last!"
    one = release(body_md="\n\n".join(parts))
    document, _ = written(themes, one, replace(one, body_md="\n\n".join(changed)))
    text = document.toPlainText()
    assert "5 paragraph" in text
    assert "Paragraph 1." in text
    assert "Paragraph 4." not in text


@pytest.mark.parametrize("side", [LTR, RTL])
def test_each_text_has_its_own_direction_and_the_columns_that_of_the_window(
    themes: ThemeController, side: Qt.LayoutDirection
) -> None:
    one = release(language="ar", body_md="افتتح المكتب")
    document, _ = written(themes, one, replace(one, body_md="أغلق المكتب"), side)
    block = table(document).cellAt(0, 0).firstCursorPosition().block()
    assert block.blockFormat().layoutDirection() is RTL
    at_left, at_right = (cell(document, 0, column)[0] for column in (0, 1))
    assert (at_left, at_right) == (("−", "+") if side is LTR else ("+", "−"))


@pytest.mark.parametrize("side", [LTR, RTL])
def test_a_change_is_where_its_sign_stands(
    themes: ThemeController, side: Qt.LayoutDirection
) -> None:
    one = release(body_md="The harbour opened.\n\nOn Monday at noon it closed.")
    other = replace(one, body_md="The harbour closed.\n\nOn Monday at noon it closed again.")
    document, found = written(themes, one, other, side)
    assert [document.characterAt(at) for at in found.changes] == ["−", "+"]


def test_space_alone_is_told_in_words(themes: ThemeController) -> None:
    one = release(body_md="A.\n\nB.")
    document, found = written(themes, one, replace(one, body_md="A.\n\n\n\nB."))
    assert "Only the space between paragraphs differs." in document.toPlainText()
    assert found.changes == []


def test_of_very_many_changes_the_first_are_shown(
    themes: ThemeController, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("newsdesk.ui.dialogs.comparison_text._MOST_CHANGES", 3)
    one = release(body_md="\n\n".join(f"old{n}" for n in range(5)))
    _, found = written(themes, one, replace(one, body_md="\n\n".join(f"new{n}" for n in range(5))))
    assert found.is_cut
    assert len(found.changes) == 3


def test_that_it_is_coarse_is_said(themes: ThemeController) -> None:
    same, other = "a b c d e f " * 1000, "b c a d f e " * 1000
    one = release(body_md=same)
    document, _ = written(themes, one, replace(one, body_md=other))
    assert "it is marked whole" in document.toPlainText()


def test_what_replaces_a_field_stands_beside_it(themes: ThemeController) -> None:
    one = release(urgency=5)
    document, found = written(themes, one, replace(one, urgency=4))
    assert (cell(document, 0, 0), cell(document, 0, 1)) == ("− 5", "+ 4")
    assert len(found.changes) == 1
