"""The settings of a newsroom that can wait."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from newsdesk.domain.newsroom import ArabicMonths, Digits, Newsroom, Paper
from newsdesk.ui.dialogs.house_details import HouseDetails
from newsdesk.ui.jobs.store import Store
from newsdesk.ui.theme.icons import Icons
from tests.ui.dialogs.house_texts import field, type_over

HOUSE = Newsroom(
    short_name="OSH", languages=("en", "fr"), contact_intros={"en": "Ask:", "ru": "Вопросы:"}
)
ENGLISH, FRENCH = "Line above the contacts, English", "Line above the contacts, Français"


@pytest.fixture
def details(store: Store, icons: Icons, qtbot: QtBot) -> HouseDetails:
    details = HouseDetails(store, icons)
    qtbot.addWidget(details)
    details.set_newsroom(HOUSE)
    details.show()
    return details


def test_what_nobody_touched_stays_as_it_was(details: HouseDetails) -> None:
    assert details.merged_over(HOUSE) == HOUSE


@pytest.mark.parametrize(
    ("typed", "domain"),
    [("example.org", "example.org"), ("@Example.ORG ", "example.org"), ("", "")],
)
def test_a_domain_is_what_follows_the_at_sign(
    details: HouseDetails, typed: str, domain: str, qtbot: QtBot
) -> None:
    type_over(field(details, "Mail domain"), typed or "x", qtbot)
    if not typed:
        qtbot.keyClick(field(details, "Mail domain"), Qt.Key.Key_Backspace)
    assert details.merged_over(HOUSE).mail_domain == domain
    assert details.check()


@pytest.mark.parametrize("typed", ["press@example.org", "example", "https://example.org", "a b.c"])
def test_what_is_no_domain_is_told_and_not_kept(
    details: HouseDetails, typed: str, qtbot: QtBot
) -> None:
    line = field(details, "Mail domain")
    type_over(line, typed, qtbot)
    assert details.merged_over(HOUSE).mail_domain == ""
    assert not details.check()
    assert line.hasFocus()
    assert "example.org" in line.accessibleDescription()


def test_an_empty_source_says_what_stands_in_its_place(details: HouseDetails) -> None:
    assert field(details, "Source in datelines").placeholderText() == "OSH"


def test_there_is_a_line_for_each_language_with_the_usual_words(details: HouseDetails) -> None:
    assert field(details, ENGLISH).text() == "Ask:"
    assert field(details, FRENCH).text() == ""
    assert "contacter" in field(details, FRENCH).placeholderText()


def test_a_line_is_kept_for_its_language_and_an_empty_one_is_the_usual(
    details: HouseDetails, qtbot: QtBot
) -> None:
    type_over(field(details, FRENCH), "Presse :", qtbot)
    type_over(field(details, ENGLISH), "x", qtbot)
    qtbot.keyClick(field(details, ENGLISH), Qt.Key.Key_Backspace)
    intros = details.merged_over(HOUSE).contact_intros
    assert intros == {"fr": "Presse :", "ru": "Вопросы:"}


def test_what_was_typed_stays_when_a_language_is_added(details: HouseDetails, qtbot: QtBot) -> None:
    type_over(field(details, FRENCH), "Presse :", qtbot)
    details.set_languages(("en", "ru", "fr"))
    assert field(details, FRENCH).text() == "Presse :"
    assert field(details, "Line above the contacts, Русский").text() == "Вопросы:"


@pytest.mark.parametrize(
    ("name", "text", "changes"),
    [
        ("Months", "مايو", {"arabic_months": ArabicMonths.EGYPTIAN}),
        ("Digits", "٠١٢٣٤٥٦٧٨٩", {"digits": Digits.ARABIC}),
        ("Paper", "US Letter", {"paper": Paper.LETTER}),
    ],
)
def test_choosing_how_arabic_is_written_finishes_an_entry(
    details: HouseDetails, name: str, text: str, changes: dict[str, object], qtbot: QtBot
) -> None:
    box = next(box for box in details.findChildren(QComboBox) if box.accessibleName() == name)
    box.setCurrentText(text)
    with qtbot.waitSignals([details.edited, details.entry_finished]):
        box.activated.emit(box.currentIndex())
    assert details.merged_over(HOUSE) == replace(HOUSE, **changes)  # type: ignore[arg-type]


def test_the_line_for_immediate_release_is_a_switch(details: HouseDetails, qtbot: QtBot) -> None:
    (box,) = details.findChildren(QCheckBox)
    with qtbot.waitSignals([details.edited, details.entry_finished]):
        qtbot.keyClick(box, Qt.Key.Key_Space)
    assert details.merged_over(HOUSE).has_immediate_release_line


def test_the_lines_follow_each_other_with_the_tab_key(details: HouseDetails, qtbot: QtBot) -> None:
    details.set_languages(("en", "ru", "fr"))
    first = field(details, ENGLISH)
    qtbot.waitUntil(first.isVisible)
    first.setFocus()
    qtbot.keyClick(first, Qt.Key.Key_Tab)
    assert field(details, "Line above the contacts, Русский").hasFocus()
    above = [label.text() for label in details.findChildren(QLabel) if label.isVisible()]
    assert above.index("English") < above.index("Русский") < above.index("Français")


def test_taking_a_language_away_leaves_no_line_behind(details: HouseDetails, qtbot: QtBot) -> None:
    details.set_languages(("fr",))
    qtbot.waitUntil(field(details, FRENCH).isVisible)
    names = [line.accessibleName() for line in details.findChildren(QLineEdit) if line.isVisible()]
    assert ENGLISH not in names
    assert details.merged_over(HOUSE).contact_intros["en"] == "Ask:"
