"""Datelines with one place and several, as they change while they are edited."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from newsdesk.domain.dateline import CountryInDateline, Dateline, DatelineStyle
from newsdesk.domain.gazetteer import place_id
from newsdesk.domain.newsroom import Newsroom
from newsdesk.domain.place import Place
from newsdesk.ui.inspector.dateline_section import DatelineSection
from newsdesk.ui.inspector.place_field import PlaceField
from newsdesk.ui.inspector.place_list import PlaceList
from newsdesk.ui.jobs.store import Store
from newsdesk.ui.session import ReleaseSession
from newsdesk.ui.theme.icons import Icons
from newsdesk.ui.widgets.field_note import FieldNote
from tests.ui.releases import release

S = DatelineStyle
DAY = date(2026, 5, 3)
ALT = Qt.KeyboardModifier.AltModifier
HOUSE = Newsroom(short_name="OSH", tz="Europe/Zurich")
KEYS = {
    "Geneva": "ch/geneva", "New York": "us/new-york", "Misrata": "ly/misrata",
    "Colombo": "lk/colombo", "New Delhi": "in/new-delhi", "Bangkok": "th/bangkok",
}  # fmt: skip


@pytest.fixture
def places(store: Store, qtbot: QtBot) -> dict[str, Place]:
    found: list[list[Place]] = []
    ids = [place_id(key) for key in KEYS.values()]
    store.read(lambda desk: desk.places.chosen(ids), found.append)
    qtbot.waitUntil(lambda: bool(found))
    return {place.city or "": place for place in found[0]}


@pytest.fixture
def section(
    store: Store,
    session: ReleaseSession,
    icons: Icons,
    now: Callable[[], datetime],
    qtbot: QtBot,
) -> DatelineSection:
    section = DatelineSection(session, store, icons, now)
    qtbot.addWidget(section)
    section.resize(280, 600)
    with qtbot.waitExposed(section):
        section.show()
    section.set_newsroom(HOUSE)
    session.open(release())
    return section


@pytest.fixture
def show(session: ReleaseSession, places: dict[str, Place]) -> Callable[..., None]:
    """Open a release whose dateline has these cities and parts."""

    def show(*cities: str, headline: str = "Harbour opens", **parts: Any) -> None:
        dateline = Dateline(places=tuple(places[city] for city in cities), **parts)
        session.open(release(dateline=dateline, headline=headline))

    return show


Show = Callable[..., None]


def result(section: DatelineSection) -> str:
    return section.findChild(QLabel, "dateline_result").text()


def line(section: DatelineSection, name: str) -> QLineEdit:
    return section.findChild(QLineEdit, f"dateline_{name}")


def dateline(session: ReleaseSession) -> Dateline:
    assert session.release is not None
    return session.release.dateline


def cities(session: ReleaseSession) -> list[str | None]:
    return [place.city for place in dateline(session).places]


def add(section: DatelineSection, qtbot: QtBot, text: str) -> None:
    field = section.findChild(PlaceField)
    field.setFocus()
    qtbot.keyClicks(field, text)
    qtbot.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: field.text() == "")


# The finished dateline --------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("cities", "parts", "finished"),
    [
        (["Geneva"], {}, "Geneva –"),
        (["Misrata"], {}, "Misrata, Libya –"),
        (["New York", "Geneva"], {}, "New York/Geneva –"),
        (["Colombo", "New Delhi", "Bangkok"], {}, "Colombo, New Delhi and Bangkok –"),
        (["Misrata"], {"style": S.IOM_COUNTRY}, "Libya –"),
        (["Misrata"], {"country": CountryInDateline.HIDDEN}, "Misrata –"),
        (["Geneva"], {"country": CountryInDateline.SHOWN}, "Geneva, Switzerland –"),
        (["Misrata"], {"style": S.UN, "date": DAY}, "MISRATA, Libya, 3 May 2026 –"),
        (["Geneva"], {"style": S.AP}, "GENEVA (OSH) —"),
        (["Geneva"], {"style": S.AP, "source": "ABC"}, "GENEVA (ABC) —"),
        (["Geneva"], {"style": S.REUTERS, "date": DAY}, "GENEVA, May 3 (OSH) -"),
        (
            ["Geneva"],
            {"style": S.APO, "date": DAY},
            "GENEVA, Switzerland, May 3, 2026/African Press Organization (APO)/ –",
        ),
        ([], {"style": S.CUSTOM, "custom_text": "At sea, 3 May"}, "At sea, 3 May –"),
        ([], {"style": S.NONE}, "No dateline: the text begins at once."),
        ([], {"style": S.CUSTOM}, "Write the words of the dateline."),
        ([], {}, "Add a place: the dateline begins with it."),
    ],
)
def test_the_finished_dateline_stands_below(
    section: DatelineSection, show: Show, cities: list[str], parts: dict[str, Any], finished: str
) -> None:
    show(*cities, **parts)
    assert result(section) == finished


def test_it_follows_the_headline_and_the_language(
    section: DatelineSection, session: ReleaseSession, show: Show
) -> None:
    show("Misrata")
    session.edit("Change headline", headline="Libya opens a harbour")
    assert result(section) == "Misrata –"
    session.edit("Change headline", headline="A harbour")
    session.edit("Change language", language="fr")
    assert result(section) == "Misrata, Libye –"
    assert section.findChild(PlaceList).names() == ("Misrata, Libye",)


def test_it_is_plain_text(section: DatelineSection, session: ReleaseSession) -> None:
    words = Dateline(style=S.CUSTOM, custom_text="<b>Bern</b>")
    session.open(release(dateline=words))
    label = section.findChild(QLabel, "dateline_result")
    assert label.text() == "<b>Bern</b> –"
    assert label.textFormat() is Qt.TextFormat.PlainText


def test_a_style_that_lacks_its_date_says_so(section: DatelineSection, show: Show) -> None:
    show("Geneva", style=S.UN)
    assert any("gives the date" in note.text() for note in section.findChildren(FieldNote))
    show("Geneva", style=S.UN, date=DAY)
    assert not any(note.text() for note in section.findChildren(FieldNote))


def test_nothing_is_rendered_before_it_is_seen(
    store: Store,
    session: ReleaseSession,
    icons: Icons,
    now: Callable[[], datetime],
    qtbot: QtBot,
    show: Show,
) -> None:
    section = DatelineSection(session, store, icons, now)
    qtbot.addWidget(section)
    show("Geneva")
    assert result(section) == ""
    section.show()
    assert result(section) == "Geneva –"


# Places -----------------------------------------------------------------------------------------


def test_places_are_added_by_name(
    section: DatelineSection, session: ReleaseSession, qtbot: QtBot
) -> None:
    add(section, qtbot, "colom")
    add(section, qtbot, "new delhi")
    add(section, qtbot, "bangk")
    qtbot.waitUntil(lambda: cities(session) == ["Colombo", "New Delhi", "Bangkok"])
    assert result(section) == "Colombo, New Delhi and Bangkok –"
    session.undo_stack.undo()
    assert cities(session) == ["Colombo", "New Delhi"]
    assert result(section) == "Colombo/New Delhi –"


@pytest.mark.parametrize(
    ("row", "key", "order"),
    [
        (2, Qt.Key.Key_Up, ["Colombo", "Bangkok", "New Delhi"]),
        (0, Qt.Key.Key_Down, ["New Delhi", "Colombo", "Bangkok"]),
    ],
)
def test_places_are_put_in_another_order(
    section: DatelineSection,
    session: ReleaseSession,
    show: Show,
    qtbot: QtBot,
    row: int,
    key: Qt.Key,
    order: list[str],
) -> None:
    show("Colombo", "New Delhi", "Bangkok")
    qtbot.keyClick(section.findChild(PlaceList).rows()[row], key, ALT)
    assert cities(session) == order
    assert result(section) == f"{order[0]}, {order[1]} and {order[2]} –"
    session.undo_stack.undo()
    assert cities(session) == ["Colombo", "New Delhi", "Bangkok"]


def test_a_place_is_removed(
    section: DatelineSection, session: ReleaseSession, show: Show, qtbot: QtBot
) -> None:
    show("New York", "Geneva")
    qtbot.keyClick(section.findChild(PlaceList).rows()[0], Qt.Key.Key_Delete)
    assert cities(session) == ["Geneva"]
    qtbot.keyClick(section.findChild(PlaceList).rows()[0], Qt.Key.Key_Delete)
    assert cities(session) == []
    assert section.findChild(PlaceField).hasFocus()


def test_a_place_is_there_only_once(
    section: DatelineSection, session: ReleaseSession, show: Show, qtbot: QtBot
) -> None:
    show("Geneva")
    add(section, qtbot, "geneva")
    qtbot.waitUntil(
        lambda: any("is there already" in n.text() for n in section.findChildren(FieldNote))
    )
    assert cities(session) == ["Geneva"]


def test_a_new_place_is_stored_and_stands_in_the_dateline(
    section: DatelineSection, session: ReleaseSession, qtbot: QtBot
) -> None:
    add(section, qtbot, "Samport")
    country = line(section, "place").parent().findChild(QLineEdit, "new_place_country")
    qtbot.waitUntil(country.isVisible)
    qtbot.keyClicks(country, "libya")
    qtbot.keyClick(country, Qt.Key.Key_Return)
    zone = section.findChild(QLineEdit, "new_place_zone")
    qtbot.waitUntil(lambda: zone.text() == "Africa/Tripoli")
    section.findChild(QWidget, "add_place").click()
    qtbot.waitUntil(lambda: cities(session) == ["Samport"])
    assert result(section) == "Samport, Libya –"
    assert not country.isVisible()
    assert section.findChild(PlaceField).hasFocus()


# The other parts --------------------------------------------------------------------------------


def test_a_date_is_typed_and_taken_away(
    section: DatelineSection, session: ReleaseSession, show: Show, qtbot: QtBot
) -> None:
    show("Geneva", style=S.UN)
    day = line(section, "date")
    qtbot.keyClicks(day, "3 may")
    qtbot.keyClick(day, Qt.Key.Key_Return)
    assert dateline(session).date == DAY
    assert result(section) == "GENEVA, 3 May 2026 –"
    day.clear()
    day.setModified(True)
    qtbot.keyClick(day, Qt.Key.Key_Return)
    assert dateline(session).date is None


@pytest.mark.parametrize(
    ("city", "today"), [("Geneva", date(2025, 3, 1)), ("Bangkok", date(2025, 3, 2))]
)
def test_today_is_the_day_at_the_first_place(
    section: DatelineSection,
    session: ReleaseSession,
    show: Show,
    qtbot: QtBot,
    city: str,
    today: date,
) -> None:
    section._now = lambda: datetime(2025, 3, 1, 22, 30, tzinfo=UTC)
    show(city, "New York")
    qtbot.keyClicks(line(section, "date"), "today")
    qtbot.keyClick(line(section, "date"), Qt.Key.Key_Return)
    assert dateline(session).date == today


@pytest.mark.parametrize(
    ("style", "seen"),
    [
        (S.IOM, {"place", "date", "style", "country"}),
        (S.IOM_COUNTRY, {"place", "date", "style"}),
        (S.UN, {"place", "date", "style", "country"}),
        (S.AP, {"place", "date", "style", "country", "source"}),
        (S.CUSTOM, {"date", "style", "custom"}),
        (S.NONE, {"date", "style"}),
    ],
)
def test_only_what_the_style_uses_is_asked_for(
    section: DatelineSection, show: Show, style: DatelineStyle, seen: set[str]
) -> None:
    show("Geneva", style=style)
    fields = [*section.findChildren(QLineEdit), *section.findChildren(QComboBox)]
    named = {field.objectName().removeprefix("dateline_") for field in fields if field.isVisible()}
    assert named == seen


def test_another_style_changes_the_dateline(
    section: DatelineSection, session: ReleaseSession, show: Show, qtbot: QtBot
) -> None:
    show("Misrata")
    qtbot.keyClick(section.findChild(QComboBox, "dateline_style"), Qt.Key.Key_Down)
    assert dateline(session).style is S.IOM_COUNTRY
    assert result(section) == "Libya –"


def test_the_country_is_shown_or_hidden_against_the_style(
    section: DatelineSection, session: ReleaseSession, show: Show, qtbot: QtBot
) -> None:
    show("Geneva")
    choice = section.findChild(QComboBox, "dateline_country")
    qtbot.keyClick(choice, Qt.Key.Key_Down)
    assert dateline(session).country is CountryInDateline.SHOWN
    assert result(section) == "Geneva, Switzerland –"


@pytest.mark.parametrize(
    ("name", "style", "part"), [("source", S.AP, "source"), ("custom", S.CUSTOM, "custom_text")]
)
def test_typing_a_text_is_one_step_to_undo_and_leaves_the_cursor(
    section: DatelineSection,
    session: ReleaseSession,
    show: Show,
    qtbot: QtBot,
    name: str,
    style: DatelineStyle,
    part: str,
) -> None:
    show("Geneva", style=style, **{part: "Aden"})
    field = line(section, name)
    field.setFocus()
    field.setCursorPosition(1)
    qtbot.keyClicks(field, "bc")
    assert getattr(dateline(session), part) == "Abcden"
    assert field.cursorPosition() == 3
    session.undo_stack.undo()
    assert getattr(dateline(session), part) == "Aden"
    assert field.text() == "Aden"


# As a section -----------------------------------------------------------------------------------


def test_showing_a_dateline_is_not_an_edit(
    section: DatelineSection, session: ReleaseSession, show: Show, qtbot: QtBot
) -> None:
    with qtbot.assertNotEmitted(session.edited):
        show("Geneva", "New York", style=S.AP, source="ABC", date=DAY)
    assert line(section, "date").text() == "3 May 2026"


def test_what_is_no_draft_can_only_be_read(
    section: DatelineSection, session: ReleaseSession, show: Show
) -> None:
    show("Geneva")
    session.set_writable(False)
    for field in (*section.findChildren(QLineEdit), *section.findChildren(QComboBox)):
        if field.isVisible():
            assert not field.isEnabled()
    session.set_writable(True)
    assert section.findChild(PlaceField).isEnabled()


@pytest.mark.parametrize(
    ("name", "style", "field"),
    [
        ("dateline", S.IOM, "dateline_place"),
        ("dateline", S.CUSTOM, "dateline_custom"),
        ("dateline", S.NONE, "dateline_style"),
        ("dateline.date", S.IOM, "dateline_date"),
        ("dateline.source", S.AP, "dateline_source"),
    ],
)
def test_a_field_is_gone_to_by_its_name(
    section: DatelineSection, show: Show, name: str, style: DatelineStyle, field: str
) -> None:
    show("Geneva", style=style)
    assert section.focus_field(name)
    assert section.findChild(QWidget, field).hasFocus()
    assert not section.focus_field("headline")


def test_every_field_has_a_name_for_screen_readers(section: DatelineSection) -> None:
    fields = [*section.findChildren(QLineEdit), *section.findChildren(QComboBox)]
    assert all(field.accessibleName() for field in fields)
    assert section.findChild(QLabel, "dateline_result").accessibleName() != ""
