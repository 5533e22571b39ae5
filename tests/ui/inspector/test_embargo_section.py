"""Embargoes of drafts and of published releases, on a clock that the test sets."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QLabel, QLineEdit, QPushButton, QRadioButton
from pytestqt.qtbot import QtBot

from newsdesk.desk import open_desk
from newsdesk.domain.embargo import Embargo
from newsdesk.domain.newsroom import Newsroom
from newsdesk.domain.release import Release
from newsdesk.domain.revision import Reason
from newsdesk.domain.workflow import Action
from newsdesk.services.desk import Desk
from newsdesk.ui.inspector.embargo_section import EmbargoSection
from newsdesk.ui.jobs.store import Store
from newsdesk.ui.session import ReleaseSession
from newsdesk.ui.theme.icons import Icons
from tests.ui.releases import release

MARCH = datetime(2025, 3, 28, 9, 30, tzinfo=UTC)
SEATS = "Geneva; New York; Nairobi"
EMBARGO = Embargo.until(datetime(2025, 5, 3, 9, 0), "Europe/Berlin", city_label="Bonn")


@pytest.fixture
def now() -> Callable[[], datetime]:
    """A clock before both changes of the clocks of 2025."""
    return lambda: MARCH


@pytest.fixture
def newsroom(newsroom_folder: Path) -> Newsroom:
    with open_desk(newsroom_folder, writing=True) as desk:
        desk.newsroom.edit({"tz": "Europe/Zurich", "seats": SEATS})
        return desk.newsroom.get()


@pytest.fixture
def section(
    newsroom: Newsroom,
    store: Store,
    session: ReleaseSession,
    icons: Icons,
    now: Callable[[], datetime],
    qtbot: QtBot,
) -> EmbargoSection:
    section = EmbargoSection(session, store, icons, now)
    qtbot.addWidget(section)
    section.show()
    section.set_newsroom(newsroom)
    session.open(release())
    qtbot.waitUntil(lambda: len(section._clocks) == 4)
    return section


@pytest.fixture
def typed(section: EmbargoSection, qtbot: QtBot) -> Callable[[str, str], None]:
    def typed(name: str, text: str) -> None:
        field = section.findChild(QLineEdit, name)
        field.setFocus()
        field.selectAll()
        qtbot.keyClicks(field, text)
        qtbot.keyClick(field, Qt.Key.Key_Return)

    return typed


Typed = Callable[[str, str], None]


def switch(section: EmbargoSection) -> QCheckBox:
    return section.findChild(QCheckBox, "embargo_switch")


def said(section: EmbargoSection, name: str) -> str:
    label = section.findChild(QLabel, f"embargo_{name}")
    return label.text() if label.isVisible() else ""


def button(section: EmbargoSection, name: str) -> QPushButton:
    return section.findChild(QPushButton, f"embargo_{name}")


def embargo_of(session: ReleaseSession) -> Embargo | None:
    assert session.release is not None
    return session.release.embargo


# Drafts -----------------------------------------------------------------------------------------


def test_without_an_embargo_there_is_only_the_switch(section: EmbargoSection) -> None:
    assert not switch(section).isChecked()
    assert switch(section).text() == "Off"
    assert not section.findChild(QLineEdit, "embargo_day").isVisible()


def test_switched_on_it_ends_tomorrow_a_minute_past_midnight(
    section: EmbargoSection, session: ReleaseSession
) -> None:
    switch(section).click()
    assert embargo_of(session) == Embargo.until(datetime(2025, 3, 29, 0, 1), "Europe/Zurich")
    assert switch(section).text() == "On"
    assert section.findChild(QLineEdit, "embargo_day").hasFocus()


def test_switched_off_it_is_gone_and_comes_back_with_undo(
    section: EmbargoSection, session: ReleaseSession
) -> None:
    session.open(release(embargo=EMBARGO))
    switch(section).click()
    assert embargo_of(session) is None
    session.undo_stack.undo()
    assert embargo_of(session) == EMBARGO
    assert switch(section).isChecked()


def test_undoing_the_switch_shows_no_embargo(
    section: EmbargoSection, session: ReleaseSession
) -> None:
    switch(section).click()
    session.undo_stack.undo()
    assert embargo_of(session) is None
    assert not switch(section).isChecked()
    assert not section.findChild(QLineEdit, "embargo_day").isVisible()


def test_its_end_is_told_in_utc_and_at_each_seat(
    section: EmbargoSection, session: ReleaseSession
) -> None:
    session.open(release(embargo=EMBARGO))
    assert said(section, "elsewhere").splitlines() == [
        "07:00 UTC, Saturday 3 May 2025",
        "09:00 Geneva",
        "03:00 New York",
        "10:00 Nairobi",
    ]
    assert said(section, "left") == "Lifts in 35 d 21 h · local time (UTC+2)"


@pytest.mark.parametrize(
    ("day", "clock", "zone", "expected"),
    [
        ("3 May 2025", "09:00", "bonn", EMBARGO),
        (
            "2 July 2025",
            "00:01",
            "kathmandu",
            Embargo.until(datetime(2025, 7, 2, 0, 1), "Asia/Kathmandu", city_label="Kathmandu"),
        ),
        (
            "2 July 2025",
            "2359",
            "America/Bogota",
            Embargo.until(datetime(2025, 7, 2, 23, 59), "America/Bogota", city_label="Bogota"),
        ),
    ],
)
def test_what_is_typed_becomes_the_embargo(
    section: EmbargoSection,
    session: ReleaseSession,
    typed: Typed,
    qtbot: QtBot,
    day: str,
    clock: str,
    zone: str,
    expected: Embargo,
) -> None:
    switch(section).click()
    typed("embargo_zone", zone)
    qtbot.waitUntil(lambda: embargo_of(session).tz == expected.tz)
    typed("embargo_day", day)
    typed("embargo_time", clock)
    assert embargo_of(session) == expected


def test_a_time_that_the_clocks_jump_over_is_refused_in_words(
    section: EmbargoSection, session: ReleaseSession, typed: Typed
) -> None:
    switch(section).click()
    typed("embargo_day", "30 March 2025")
    before = embargo_of(session)
    typed("embargo_time", "02:30")
    assert "This time never happens" in said(section, "words")
    assert embargo_of(session) == before
    typed("embargo_time", "03:30")
    assert said(section, "words") == ""
    assert embargo_of(session) == Embargo.until(datetime(2025, 3, 30, 3, 30), "Europe/Zurich")


@pytest.mark.parametrize("fold", [0, 1])
def test_of_a_time_that_the_clocks_show_twice_one_is_asked_for(
    section: EmbargoSection, session: ReleaseSession, typed: Typed, fold: int
) -> None:
    switch(section).click()
    typed("embargo_day", "26 October 2025")
    before = embargo_of(session)
    typed("embargo_time", "02:30")
    assert "Which one is meant?" in said(section, "words")
    assert embargo_of(session) == before
    section.findChild(QRadioButton, f"embargo_fold_{fold}").click()
    assert said(section, "words") == ""
    chosen = embargo_of(session)
    assert chosen.fold == fold
    assert chosen.until_utc == datetime(2025, 10, 26, fold, 30, tzinfo=UTC)


def test_a_time_that_is_past_is_refused_in_words(
    section: EmbargoSection, session: ReleaseSession, typed: Typed
) -> None:
    switch(section).click()
    before = embargo_of(session)
    typed("embargo_day", "27 March 2025")
    assert "already be over" in said(section, "words")
    assert embargo_of(session) == before


def test_a_first_time_that_cannot_be_leaves_the_switch_on_and_writes_nothing(
    section: EmbargoSection, session: ReleaseSession
) -> None:
    section.set_newsroom(Newsroom(tz="Asia/Beirut"))  # on 30 March 2025 it skips 00:00 to 01:00
    section._now = lambda: datetime(2025, 3, 29, 9, 0, tzinfo=UTC)
    switch(section).click()
    assert embargo_of(session) is None
    assert switch(section).isChecked()
    assert "This time never happens" in said(section, "words")


def test_a_note_is_one_step_to_undo(
    section: EmbargoSection, session: ReleaseSession, qtbot: QtBot
) -> None:
    session.open(release(embargo=EMBARGO))
    qtbot.keyClicks(section.findChild(QLineEdit, "embargo_note"), "Wires only")
    assert embargo_of(session).note == "Wires only"
    session.undo_stack.undo()
    assert embargo_of(session) == EMBARGO
    assert section.findChild(QLineEdit, "embargo_note").text() == ""


def test_an_embargo_that_is_over_says_so(section: EmbargoSection, session: ReleaseSession) -> None:
    over = Embargo.until(datetime(2025, 3, 1, 9, 0), "Europe/Zurich")
    session.open(release(embargo=over))
    assert switch(section).text() == "Over"
    assert said(section, "left").startswith("It is over.")


def test_showing_an_embargo_is_not_an_edit(
    section: EmbargoSection, session: ReleaseSession, qtbot: QtBot
) -> None:
    with qtbot.assertNotEmitted(session.edited):
        session.open(release(embargo=EMBARGO))
        session.open(release(2))
    assert not switch(section).isChecked()


def test_what_was_refused_is_forgotten_with_another_release(
    section: EmbargoSection, session: ReleaseSession, typed: Typed
) -> None:
    session.open(release(embargo=EMBARGO))
    typed("embargo_time", "midnight")
    session.open(release(2, embargo=EMBARGO))
    assert said(section, "words") == ""
    assert section.findChild(QLineEdit, "embargo_time").text() == "09:00"


@pytest.mark.parametrize(
    ("name", "field"),
    [
        ("embargo", "embargo_day"),
        ("embargo.until_local", "embargo_day"),
        ("embargo.tz", "embargo_zone"),
        ("embargo.city_label", "embargo_city"),
        ("embargo.note", "embargo_note"),
    ],
)
def test_a_field_is_gone_to_by_its_name(
    section: EmbargoSection, session: ReleaseSession, name: str, field: str
) -> None:
    session.open(release(embargo=EMBARGO))
    assert section.focus_field(name)
    assert section.findChild(QLineEdit, field).hasFocus()
    assert not section.focus_field("headline")


def test_without_an_embargo_the_switch_is_gone_to(section: EmbargoSection) -> None:
    assert section.focus_field("embargo")
    assert switch(section).hasFocus()


def test_every_field_has_a_name_for_screen_readers(section: EmbargoSection) -> None:
    fields = [*section.findChildren(QLineEdit), switch(section)]
    assert all(field.accessibleName() for field in fields)


# Published releases -----------------------------------------------------------------------------


@pytest.fixture
def published(
    section: EmbargoSection, session: ReleaseSession, changed: Callable[..., Release]
) -> Release:
    def publish(desk: Desk) -> tuple[object, object]:
        draft, _ = desk.releases.new({"headline": "Harbour opens"}, body_md="It opened.")
        draft, _ = desk.releases.save(draft.with_embargo(EMBARGO, at=MARCH, by="dana"), Reason.SAVE)
        return desk.workflow.take(str(draft.id), Action.PUBLISH)

    published = changed(publish)
    session.open(published)
    return published


@pytest.mark.usefixtures("published")
def test_of_a_published_release_the_fields_are_locked(section: EmbargoSection) -> None:
    assert not switch(section).isEnabled()
    assert not section.findChild(QLineEdit, "embargo_day").isEnabled()
    assert button(section, "lift").isVisible()
    assert button(section, "shorten").isVisible()


@pytest.mark.usefixtures("published")
def test_a_running_embargo_is_lifted_after_it_was_confirmed(
    section: EmbargoSection, session: ReleaseSession, qtbot: QtBot
) -> None:
    button(section, "lift").click()
    assert embargo_of(session) == EMBARGO
    button(section, "confirm").click()
    qtbot.waitUntil(lambda: embargo_of(session).lifted_at == MARCH)
    assert switch(section).text() == "Lifted"
    assert "Lifted on Friday 28 March 2025 at 10:30" in said(section, "left")
    assert not button(section, "lift").isVisible()


@pytest.mark.usefixtures("published")
def test_a_running_embargo_is_shortened(
    section: EmbargoSection, session: ReleaseSession, typed: Typed, qtbot: QtBot
) -> None:
    button(section, "shorten").click()
    day = section.findChild(QLineEdit, "embargo_day")
    assert day.isEnabled()
    assert day.hasFocus()
    typed("embargo_day", "2 May 2025")
    assert embargo_of(session) == EMBARGO  # until it is confirmed
    button(section, "confirm").click()
    qtbot.waitUntil(lambda: embargo_of(session).until_local == datetime(2025, 5, 2, 9, 0))
    assert not day.isEnabled()


@pytest.mark.usefixtures("published")
def test_a_running_embargo_cannot_be_made_longer(
    section: EmbargoSection, session: ReleaseSession, typed: Typed, qtbot: QtBot
) -> None:
    button(section, "shorten").click()
    typed("embargo_day", "4 May 2025")
    assert "can only end earlier" in said(section, "words")
    button(section, "confirm").click()
    assert embargo_of(session) == EMBARGO
    button(section, "keep").click()
    assert section.findChild(QLineEdit, "embargo_day").text() == "3 May 2025"
    assert said(section, "words") == ""


@pytest.mark.usefixtures("published")
def test_an_embargo_that_runs_out_can_no_longer_be_lifted(
    section: EmbargoSection,
) -> None:
    section._now = lambda: EMBARGO.until_utc - timedelta(milliseconds=1)
    section._show_all()
    assert button(section, "lift").isVisible()
    assert section._tick.isActive()
    section._now = lambda: EMBARGO.until_utc
    section._tick.timeout.emit()
    assert not button(section, "lift").isVisible()
    assert switch(section).text() == "Over"
