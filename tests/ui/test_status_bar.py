"""What the line at the bottom says; above all that it never says "saved" too early."""

from datetime import UTC, datetime

import pytest
from PySide6.QtCore import QLocale, QTime
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from newsdesk.domain.errors import StorageError, StorageProblem
from newsdesk.rendering.counting import TextCounts
from newsdesk.ui.messages import words
from newsdesk.ui.session import ReleaseSession
from newsdesk.ui.status_bar import HEIGHT, StatusBar
from newsdesk.ui.theme.icons import Icons
from tests.ui.releases import AT, release


@pytest.fixture
def bar(session: ReleaseSession, icons: Icons, qtbot: QtBot) -> StatusBar:
    bar = StatusBar(session, icons)
    qtbot.addWidget(bar)
    bar.resize(1_000, HEIGHT)
    bar.show()
    return bar


def shown(bar: StatusBar) -> list[str]:
    return [label.text() for label in bar.findChildren(QLabel) if label.isVisible()]


def test_without_a_release_there_is_nothing_to_count(bar: StatusBar) -> None:
    assert "No release open" in shown(bar)
    assert not any("Line" in text for text in shown(bar))


def test_a_release_that_is_opened_is_as_it_is_stored(
    bar: StatusBar, session: ReleaseSession
) -> None:
    session.open(release())
    assert bar.text() == "All changes saved"


def test_it_says_saved_only_once_it_is(bar: StatusBar, session: ReleaseSession) -> None:
    session.open(release())
    said = [bar.text()]
    session.save_state_changed.connect(lambda: said.append(bar.text()))
    session.edit("Change headline", headline="Harbour closes")
    session.saving()
    assert session.release is not None
    session.stored(session.release, session.edits, AT)
    assert said[1:3] == ["Not saved yet", "Saving…"]
    assert said[-1].startswith("Saved ")
    assert not any(text.startswith("Saved") for text in said[:-1])


def test_a_key_during_a_save_is_not_saved(bar: StatusBar, session: ReleaseSession) -> None:
    session.open(release())
    session.edit("Change headline", headline="One")
    edits = session.edits
    session.saving()
    session.edit("Change headline", headline="Two")
    assert session.release is not None
    session.stored(session.release, edits, AT)
    assert bar.text() == "Not saved yet"


def test_the_time_of_a_save_is_read_on_the_clock_of_this_machine(
    bar: StatusBar, session: ReleaseSession
) -> None:
    session.open(release())
    session.edit("Change headline", headline="Harbour closes")
    assert session.release is not None
    at = datetime(2026, 11, 25, 12, 4, 31, tzinfo=UTC)
    session.stored(session.release, session.edits, at)
    here = at.astimezone()
    clock = QLocale().toString(QTime(here.hour, here.minute, here.second), "HH:mm:ss")
    assert bar.text() == f"Saved {clock}"


def test_a_failure_says_why_and_that_the_text_is_safe(
    bar: StatusBar, session: ReleaseSession
) -> None:
    session.open(release())
    error = StorageError(StorageProblem.FULL, "/newsroom")
    session.edit("Change headline", headline="Harbour closes")
    session.not_stored(error)
    assert bar.text() == f"Not saved: {words(error).title}. Your text is here in memory."


def test_a_failure_says_truly_where_the_text_is(bar: StatusBar, session: ReleaseSession) -> None:
    session.open(release())
    session.edit("Change headline", headline="Harbour closes")
    session.not_stored(StorageError(StorageProblem.FULL))
    session.journalled(None)
    beginning = "Not saved: The disk is full. Your text is in memory"
    assert bar.text() == f"{beginning} and in the draft journal."
    session.journalled(StorageError(StorageProblem.FULL))
    assert bar.text() == f"{beginning} only; the draft journal cannot be written."
    session.journalled(None)
    assert bar.text() == f"{beginning} and in the draft journal."
    session.open(release(2))
    session.not_stored(StorageError(StorageProblem.FULL))
    assert "journal" not in bar.text(), "nothing was typed into this one"


def test_words_and_reading_time_are_counted(bar: StatusBar, session: ReleaseSession) -> None:
    session.open(release())
    bar.set_counts(TextCounts(3, 17, 1))
    assert any("3 word" in text and "1 min" in text for text in shown(bar))
    bar.set_counts(TextCounts(920, 5_100, 4))
    said = next(text for text in shown(bar) if "920 word" in text)
    assert f"{QLocale().toString(5_100)} character" in said or "5100 character" in said
    assert "4 min" in said
    bar.set_counts(TextCounts(0, 0, 0))
    assert not any("min" in text for text in shown(bar))


def test_what_is_selected_is_said_to_be(bar: StatusBar, session: ReleaseSession) -> None:
    session.open(release())
    bar.set_counts(TextCounts(3, 17, 1), is_selection=True)
    assert any(text.startswith("Selected: 3 word") for text in shown(bar))


def test_it_says_where_the_cursor_is(bar: StatusBar, session: ReleaseSession, qtbot: QtBot) -> None:
    session.open(release())
    bar.set_cursor(3, 11)
    bar.set_cursor(3, 12)
    qtbot.waitUntil(lambda: "Line 3, column 12" in shown(bar))


def test_the_language_is_that_of_the_release(bar: StatusBar, session: ReleaseSession) -> None:
    session.open(release())
    assert "English" in shown(bar)
    session.edit("Change language", language="ar")
    assert "العربية" in shown(bar)
    session.open(None)
    assert "العربية" not in shown(bar)


def test_what_has_no_room_gives_way_before_the_counts(
    bar: StatusBar, session: ReleaseSession, qtbot: QtBot
) -> None:
    session.open(release())
    session.not_stored(StorageError(StorageProblem.FULL, "/newsroom"))
    bar.set_counts(TextCounts(128, 700, 1))
    bar.set_cursor(3, 12)
    assert bar.minimumSizeHint().width() < 420
    bar.resize(420, HEIGHT)
    qtbot.waitUntil(lambda: "Line 3, column 12" in shown(bar))
    cursor = next(one for one in bar.findChildren(QLabel) if one.text().startswith("Line"))
    qtbot.waitUntil(lambda: bar.rect().contains(cursor.geometry()))
    assert cursor.width() >= cursor.sizeHint().width()


def test_screen_readers_read_the_state_itself(bar: StatusBar) -> None:
    state = next(one for one in bar.findChildren(QLabel) if one.text() == bar.text())
    assert state.accessibleName() in ("", bar.text())


def test_the_language_is_the_releases_whatever_it_is_checked_with(
    bar: StatusBar, session: ReleaseSession
) -> None:
    session.open(release(language="fr"))
    bar.set_spelling("Français", "")
    session.open(release(language="en"))
    assert "English" in shown(bar)
    assert "Français" not in shown(bar)
