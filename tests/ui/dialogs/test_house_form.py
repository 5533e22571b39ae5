"""Who writes here, and how this house writes."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QByteArray, QLocale, Qt, QTimeZone
from PySide6.QtWidgets import QCheckBox, QComboBox, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from newsdesk.domain.dateline import DatelineStyle
from newsdesk.domain.gazetteer import place_id
from newsdesk.domain.newsroom import ArabicMonths, Digits, Newsroom
from newsdesk.ui.dialogs.house_form import HouseForm, house_of_this_machine, is_zone
from newsdesk.ui.inspector.style_field import style_example
from newsdesk.ui.jobs.store import Store
from newsdesk.ui.theme.icons import Icons
from newsdesk.ui.widgets.tag_chip import TagChip
from tests.ui.dialogs.house_texts import field, type_over

HOUSE = Newsroom(
    version=4,
    organisation="Office for Safe Harbours",
    short_name="OSH",
    mail_domain="example.org",
    site_url="https://harbours.example.org",
    dateline_style=DatelineStyle.UN,
    dateline_source="OSH/HQ",
    seats=(place_id("ch/geneva"),),
    has_immediate_release_line=True,
    end_mark="-30-",
    contact_intros={"en": "Ask:", "ru": "Вопросы:"},
    languages=("en", "fr", "pt-BR"),
    fallbacks={"fr": "en"},
    arabic_months=ArabicMonths.LEVANTINE,
    digits=Digits.ARABIC,
    tz="Europe/Zurich",
    has_approval_steps=True,
)


@pytest.fixture
def form(store: Store, icons: Icons, qtbot: QtBot) -> HouseForm:
    form = HouseForm(store, icons)
    qtbot.addWidget(form)
    form.set_newsroom(HOUSE)
    form.show()
    return form


def choose(form: QWidget, name: str, text: str) -> None:
    """Choose as a user does in the list of a combo box."""
    box = next(box for box in form.findChildren(QComboBox) if box.accessibleName() == name)
    index = box.findText(text)
    assert index >= 0, [box.itemText(number) for number in range(box.count())]
    box.setCurrentIndex(index)
    box.activated.emit(index)


def said(form: QWidget) -> list[str]:
    return [
        label.text()
        for label in form.findChildren(QLabel)
        if label.isVisible() and label.property("role") == "error"
    ]


@pytest.mark.parametrize("is_full", [False, True])
def test_what_is_shown_comes_back_as_it_was(
    store: Store, icons: Icons, is_full: bool, qtbot: QtBot
) -> None:
    form = HouseForm(store, icons, is_full=is_full)
    qtbot.addWidget(form)
    with qtbot.assertNotEmitted(form.edited), qtbot.assertNotEmitted(form.entry_finished):
        form.set_newsroom(HOUSE)
        assert form.values() == HOUSE
        form.set_newsroom(Newsroom())
        assert form.values() == Newsroom()


@pytest.mark.parametrize(
    ("name", "typed", "changes"),
    [
        ("Organisation", " Ministry of Ports ", {"organisation": "Ministry of Ports"}),
        ("Short name", "MoP", {"short_name": "MoP"}),
        ("Web address", "http://ports.example.org", {"site_url": "http://ports.example.org"}),
        ("Web address", "", {"site_url": ""}),
        ("End mark", "***", {"end_mark": "***"}),
    ],
)
def test_typing_is_an_edit(
    form: HouseForm, name: str, typed: str, changes: dict[str, str], qtbot: QtBot
) -> None:
    with qtbot.waitSignal(form.edited):
        type_over(field(form, name), typed or "x", qtbot)
    if not typed:
        qtbot.keyClick(field(form, name), Qt.Key.Key_Backspace)
    assert form.values() == replace(HOUSE, **changes)  # type: ignore[arg-type]


def test_leaving_a_field_that_was_changed_finishes_an_entry(form: HouseForm, qtbot: QtBot) -> None:
    type_over(field(form, "Organisation"), "Ports", qtbot)
    with qtbot.waitSignal(form.entry_finished):
        field(form, "Short name").setFocus()


def test_an_address_is_given_its_beginning(form: HouseForm, qtbot: QtBot) -> None:
    line = field(form, "Web address")
    type_over(line, "ports.example.org", qtbot)
    field(form, "Short name").setFocus()
    qtbot.waitUntil(lambda: line.text() == "https://ports.example.org")
    assert form.values().site_url == "https://ports.example.org"


@pytest.mark.parametrize(
    "typed", ["ftp://ports.example.org", "mailto:a@b.org", "a b c", "https://"]
)
def test_what_is_no_web_address_is_told_and_not_kept(
    form: HouseForm, typed: str, qtbot: QtBot
) -> None:
    line = field(form, "Web address")
    type_over(line, typed, qtbot)
    field(form, "Short name").setFocus()
    qtbot.waitUntil(lambda: said(form) != [])
    assert "https://" in said(form)[0]
    assert line.accessibleDescription() == said(form)[0]
    assert form.values().site_url == HOUSE.site_url
    assert not form.check()
    assert line.hasFocus()
    type_over(line, "h", qtbot)
    assert said(form) == []


def test_the_example_follows_the_style(form: HouseForm, qtbot: QtBot) -> None:
    with qtbot.waitSignal(form.entry_finished):
        choose(form, "House style of datelines", "Reuters")
    assert form.values().dateline_style is DatelineStyle.REUTERS
    shown = [label.text() for label in form.findChildren(QLabel)]
    assert style_example(DatelineStyle.REUTERS) in shown


def test_another_main_language_takes_the_place_of_the_first(form: HouseForm) -> None:
    choose(form, "Main language", "Español")
    assert form.values().languages == ("es", "fr", "pt-BR")


def test_a_further_language_that_becomes_the_main_one_changes_places(form: HouseForm) -> None:
    choose(form, "Main language", "Français")
    assert form.values().languages == ("fr", "en", "pt-BR")


def test_a_further_language_is_removed_with_a_key(form: HouseForm, qtbot: QtBot) -> None:
    chip = next(chip for chip in form.findChildren(TagChip) if chip.text() == "Français")
    with qtbot.waitSignal(form.entry_finished):
        qtbot.keyClick(chip, Qt.Key.Key_Delete)
    assert form.values().languages == ("en", "pt-BR")


def test_a_further_language_is_added_by_its_name(form: HouseForm, qtbot: QtBot) -> None:
    line = field(form, "Further languages")
    line.setFocus()
    qtbot.keyClicks(line, "russ")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert form.values().languages == ("en", "fr", "pt-BR", "ru")


def test_the_main_language_is_not_a_further_one_too(form: HouseForm, qtbot: QtBot) -> None:
    line = field(form, "Further languages")
    line.setFocus()
    qtbot.keyClicks(line, "english")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert form.values().languages == ("en", "fr", "pt-BR")


def test_a_zone_is_found_by_its_city(form: HouseForm, qtbot: QtBot) -> None:
    line = field(form, "Time zone of the desk")
    type_over(line, "Nairobi", qtbot)
    with qtbot.waitSignal(form.entry_finished):
        qtbot.keyClick(line, Qt.Key.Key_Return)
    assert form.values().tz == "Africa/Nairobi"


def test_a_zone_that_is_typed_whole_is_taken_when_the_field_is_left(
    form: HouseForm, qtbot: QtBot
) -> None:
    type_over(field(form, "Time zone of the desk"), "America/New York", qtbot)
    with qtbot.waitSignal(form.entry_finished):
        field(form, "Short name").setFocus()
    assert form.values().tz == "America/New_York"
    assert form.check()


@pytest.mark.parametrize("leaves", [True, False])
def test_a_zone_that_does_not_exist_is_told_and_not_kept(
    form: HouseForm, leaves: bool, qtbot: QtBot
) -> None:
    line = field(form, "Time zone of the desk")
    type_over(line, "Xyzzyville", qtbot)
    if leaves:
        field(form, "Short name").setFocus()
    else:
        qtbot.keyClick(line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: said(form) == ["There is no time zone “Xyzzyville”."])
    assert form.values().tz == "Europe/Zurich"
    assert not form.check()
    assert line.hasFocus()


def test_a_zone_that_was_emptied_is_the_one_before(form: HouseForm, qtbot: QtBot) -> None:
    line = field(form, "Time zone of the desk")
    line.setFocus()
    line.selectAll()
    qtbot.keyClick(line, Qt.Key.Key_Backspace)
    field(form, "Short name").setFocus()
    qtbot.waitUntil(lambda: line.text() == "Europe/Zurich")
    assert said(form) == []


def test_a_stored_version_is_taken_over_without_touching_a_field(
    form: HouseForm, qtbot: QtBot
) -> None:
    line = field(form, "Organisation")
    type_over(line, "Ports of", qtbot)
    form.set_version(5)
    qtbot.keyClicks(line, " call")
    assert (form.values().version, form.values().organisation) == (5, "Ports of call")


def test_every_field_has_a_label_and_a_name(store: Store, icons: Icons, qtbot: QtBot) -> None:
    form = HouseForm(store, icons, is_full=True)
    qtbot.addWidget(form)
    form.set_newsroom(HOUSE)
    labelled = {label.buddy() for label in form.findChildren(QLabel)}
    for line in form.findChildren(QLineEdit):
        assert line.accessibleName()
        assert line in labelled
    for box in form.findChildren(QComboBox):
        assert box.accessibleName()
        assert box in labelled


def test_no_two_labels_share_a_key(store: Store, icons: Icons, qtbot: QtBot) -> None:
    form = HouseForm(store, icons, is_full=True)
    qtbot.addWidget(form)
    texts = ["&Done", *(label.text() for label in form.findChildren(QLabel) if label.buddy())]
    texts += [box.text() for box in form.findChildren(QCheckBox)]
    keys = [text[text.index("&") + 1].lower() for text in texts if "&" in text]
    assert sorted(set(keys)) == sorted(keys)


def test_a_new_house_is_on_the_clock_of_this_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QTimeZone, "systemTimeZoneId", lambda: QByteArray(b"Africa/Cairo"))
    assert house_of_this_machine().tz == "Africa/Cairo"


@pytest.mark.parametrize("odd", [b"Etc/UTC", b"UTC", b"", b"Nowhere/Land", b"\xff"])
def test_a_machine_without_a_place_is_on_utc(odd: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QTimeZone, "systemTimeZoneId", lambda: QByteArray(odd))
    assert house_of_this_machine().tz == "UTC"


@pytest.mark.parametrize(
    ("locale", "language"), [("fr_CH", "fr"), ("C", "en"), ("is_IS", "en"), ("ar_JO", "ar")]
)
def test_a_new_house_writes_in_the_language_of_this_machine(
    locale: str, language: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QLocale, "system", lambda: QLocale(locale))
    assert house_of_this_machine().languages == (language,)


@pytest.mark.parametrize(
    ("name", "is_one"), [("Europe/Zurich", True), ("UTC", True), ("", False), ("../etc", False)]
)
def test_a_zone_is_told_from_any_other_word(name: str, is_one: bool) -> None:
    assert is_zone(name) == is_one
