from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from newsdesk.domain.boilerplate import Boilerplate, BoilerplateKind, ReleaseBoilerplate
from newsdesk.domain.ids import BoilerplateId
from newsdesk.ui.inspector.boilerplate_row import BoilerplateRow
from newsdesk.ui.theme.icons import Icons
from newsdesk.ui.widgets.growing_text import GrowingText

ENGLISH = Boilerplate(
    id=BoilerplateId(UUID(int=1)),
    language="en",
    text_md="**About us.** We help ports.",
    valid_from=date(2026, 1, 1),
)
FRENCH = replace(ENGLISH, id=BoilerplateId(UUID(int=2)), language="fr", text_md="À propos.")
COPY = ReleaseBoilerplate(
    kind=BoilerplateKind.ABOUT, text_md=ENGLISH.text_md, boilerplate_id=ENGLISH.id
)


@pytest.fixture
def row(qtbot: QtBot, icons: Icons) -> BoilerplateRow:
    row = BoilerplateRow(icons)
    qtbot.addWidget(row)
    show(row, COPY, ENGLISH, (ENGLISH,))
    row.set_open(is_open=True)
    with qtbot.waitExposed(row):
        row.show()
    return row


def show(
    row: BoilerplateRow,
    copy: ReleaseBoilerplate,
    origin: Boilerplate | None,
    offered: tuple[Boilerplate, ...],
    *,
    is_editable: bool = True,
) -> None:
    row.set_boilerplate(
        copy, origin=origin, offered=offered, language="en", is_editable=is_editable
    )


def link(row: BoilerplateRow, text: str) -> QPushButton:
    return next(one for one in row.findChildren(QPushButton) if one.text().startswith(text))


def said(row: BoilerplateRow, role: str) -> list[str]:
    labels = (one for one in row.findChildren(QLabel) if one.property("role") == role)
    return [label.text() for label in labels if label.isVisible()]


def test_it_shows_kind_and_first_words(row: BoilerplateRow) -> None:
    assert row.head.accessibleName() == "About us, About us. We help ports."
    show(row, replace(COPY, kind=BoilerplateKind.HELPLINE, text_md=" "), None, ())
    assert row.head.accessibleName() == "Help line, No text yet"


def test_its_text_is_typed_in_place(row: BoilerplateRow, qtbot: QtBot) -> None:
    field = row.findChild(GrowingText)
    assert field.text() == ENGLISH.text_md
    assert field.accessibleName() == "Text on this release"
    with qtbot.waitSignal(row.text_edited) as edited:
        qtbot.keyClicks(field, "x")
    assert edited.args == ["x" + ENGLISH.text_md]


def test_a_text_in_another_language_says_so_and_offers_the_right_one(
    row: BoilerplateRow, qtbot: QtBot
) -> None:
    assert said(row, "warning") == []
    show(row, replace(COPY, text_md=FRENCH.text_md, boilerplate_id=FRENCH.id), FRENCH, (ENGLISH,))
    assert said(row, "warning") == ["This text is in another language: Français."]
    with qtbot.waitSignal(row.text_chosen) as chosen:
        link(row, "Use the one in English").click()
    assert chosen.args == [ENGLISH]
    with qtbot.waitSignal(row.language_confirmed):
        link(row, "Keep this one").click()


def test_it_says_so_too_while_it_is_folded_and_there_is_no_other(row: BoilerplateRow) -> None:
    row.set_open(is_open=False)
    show(row, replace(COPY, boilerplate_id=FRENCH.id), FRENCH, ())
    assert len(said(row, "warning")) == 1
    assert not link(row, "Use the one").isVisible()
    assert link(row, "Keep this one").isVisible()


@pytest.mark.parametrize(
    ("text", "is_offered"),
    [(ENGLISH.text_md, False), (f" {ENGLISH.text_md}\n", False), ("Other.", True), (" ", False)],
)
def test_only_a_text_that_the_newsroom_has_not_can_be_kept(
    row: BoilerplateRow, text: str, is_offered: bool
) -> None:
    show(row, replace(COPY, text_md=text), ENGLISH, (ENGLISH,))
    assert link(row, "Keep for later").isVisible() == is_offered


def test_what_was_kept_is_said_until_the_text_is_changed(row: BoilerplateRow) -> None:
    row.say_kept()
    assert said(row, "ok") == ["Kept: new releases print this text."]
    show(row, replace(COPY, text_md="Other."), ENGLISH, (ENGLISH,))
    assert said(row, "ok") == []


def test_the_newsrooms_texts_are_a_menu_with_the_present_one_marked(
    row: BoilerplateRow, qtbot: QtBot
) -> None:
    other = replace(ENGLISH, id=BoilerplateId(UUID(int=3)), text_md="In short.")
    show(row, COPY, ENGLISH, (ENGLISH, other))
    menu = link(row, "Take from").menu()
    menu.aboutToShow.emit()
    assert [(action.text(), action.isChecked()) for action in menu.actions()] == [
        ("About us. We help ports.", True),
        ("In short.", False),
    ]
    with qtbot.waitSignal(row.text_chosen) as chosen:
        menu.actions()[1].trigger()
    assert chosen.args == [other]


def test_without_texts_nothing_can_be_taken(row: BoilerplateRow) -> None:
    show(row, COPY, None, ())
    assert not link(row, "Take from").isVisible()


def test_what_is_no_draft_is_only_read(row: BoilerplateRow) -> None:
    show(row, replace(COPY, text_md="Other."), FRENCH, (ENGLISH,), is_editable=False)
    assert row.findChild(GrowingText).isReadOnly()
    assert said(row, "warning") == []
    for text in ("Take from", "Keep for later", "Remove"):
        assert not link(row, text).isEnabled()


def test_its_text_is_gone_to(row: BoilerplateRow) -> None:
    row.set_open(is_open=False)
    row.focus_text()
    assert row.is_open()
    assert row.window().focusWidget() is row.findChild(GrowingText)
