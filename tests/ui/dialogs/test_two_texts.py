"""Where two versions differ, side by side."""

from dataclasses import replace

from PySide6.QtGui import QTextTable
from pytestqt.qtbot import QtBot

from newsdesk.domain.newsroom import Newsroom
from newsdesk.domain.release import Release
from newsdesk.rendering.release_comparison import compare_releases
from newsdesk.services.preferences import ThemeChoice
from newsdesk.ui.dialogs import two_texts as module
from newsdesk.ui.dialogs.two_texts import TwoTexts
from newsdesk.ui.theme.theme_controller import ThemeController
from tests.ui.dialogs.releases import complete

STORED = complete(body_md="One.\n\nTwo.\n\nNinety of them trained.", headline="Crews train")
MINE = replace(STORED, body_md="One.\n\nTwo.\n\nEighty of them trained.\n\nA fourth.")


def made(before: Release, after: Release, themes: ThemeController, qtbot: QtBot) -> TwoTexts:
    comparison = compare_releases(before, after, Newsroom(), {})
    texts = TwoTexts(comparison, ("Typed", "Saved"), themes)
    qtbot.addWidget(texts)
    return texts


def rows(texts: TwoTexts) -> list[list[str]]:
    """Return what stands in each cell of each row; one that goes across has one."""
    (table,) = (f for f in texts.document().rootFrame().childFrames() if isinstance(f, QTextTable))
    found: list[list[str]] = []
    for row in range(table.rows()):
        cells = [table.cellAt(row, column) for column in range(2)]
        wide = 1 if cells[0].columnSpan() == 2 else 2
        found.append([_said(cell.firstCursorPosition(), cell) for cell in cells[:wide]])
    return found


def _said(cursor: object, cell: object) -> str:
    cursor.setPosition(cell.lastCursorPosition().position(), cursor.MoveMode.KeepAnchor)  # type: ignore[attr-defined]
    return cursor.selectedText()  # type: ignore[attr-defined, no-any-return]


def test_paragraphs_that_differ_stand_beside_each_other(
    themes: ThemeController, qtbot: QtBot
) -> None:
    assert rows(made(STORED, MINE, themes, qtbot)) == [
        ["Typed", "Saved"],
        ["2 paragraph(s) the same"],
        ["Eighty of them trained.", "Ninety of them trained."],
        ["A fourth.", "–"],
    ]


def test_words_that_differ_are_marked_in_the_colours_of_the_theme(
    themes: ThemeController, qtbot: QtBot
) -> None:
    texts = made(STORED, MINE, themes, qtbot)
    by_day = themes.theme.colour("ok_soft").name()
    assert by_day in texts.toHtml()
    themes.choose(ThemeChoice.DARK)
    try:
        assert themes.theme.colour("ok_soft").name() in texts.toHtml()
        assert by_day not in texts.toHtml()
    finally:
        themes.choose(ThemeChoice.LIGHT)


def test_other_fields_are_named(themes: ThemeController, qtbot: QtBot) -> None:
    mine = replace(STORED, headline="Crews have trained", urgency=STORED.urgency - 1)
    assert rows(made(STORED, mine, themes, qtbot)) == [
        ["Typed", "Saved"],
        ["Headline"],
        ["Crews have trained", "Crews train"],
        ["Urgency"],
        [str(mine.urgency), str(STORED.urgency)],
    ]


def test_what_is_written_is_no_markup(themes: ThemeController, qtbot: QtBot) -> None:
    mine = replace(STORED, body_md="<img src=x> <b>&amp;")
    assert ["<img src=x> <b>&amp;", "–"] in rows(made(STORED, mine, themes, qtbot))


def test_of_very_many_the_first_are_shown(themes: ThemeController, qtbot: QtBot) -> None:
    many = module._MOST_ROWS + 50
    mine = replace(STORED, body_md="\n\n".join(f"Paragraph {n}" for n in range(many)))
    found = rows(made(replace(STORED, body_md=""), mine, themes, qtbot))
    assert len(found) == module._MOST_ROWS + 2
    assert found[-1] == ["And more further on."]
