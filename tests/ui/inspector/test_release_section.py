from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from newsdesk.domain.newsroom import Newsroom
from newsdesk.domain.release import Profile, Release
from newsdesk.ui.inspector.language_field import LanguageField
from newsdesk.ui.inspector.release_section import ReleaseSection
from newsdesk.ui.jobs.store import Store
from newsdesk.ui.session import ReleaseSession
from newsdesk.ui.theme.icons import Icons
from newsdesk.ui.widgets.field_note import FieldNote
from newsdesk.ui.widgets.growing_text import GrowingText
from tests.ui.releases import release


@pytest.fixture
def section(store: Store, session: ReleaseSession, icons: Icons, qtbot: QtBot) -> ReleaseSection:
    section = ReleaseSection(session, store, icons)
    qtbot.addWidget(section)
    section.resize(280, 900)
    with qtbot.waitExposed(section):
        section.show()
    session.open(release())
    return section


def line(section: ReleaseSection, name: str) -> QLineEdit:
    return section.findChild(QLineEdit, f"release_{name}")


def area(section: ReleaseSection, name: str) -> GrowingText:
    return section.findChild(GrowingText, f"release_{name}")


def unfold(section: ReleaseSection) -> None:
    section.findChild(QPushButton, "release_more").click()


def words(section: ReleaseSection) -> list[str]:
    return [note.text() for note in section.findChildren(FieldNote) if note.isVisible()]


def opened(session: ReleaseSession) -> Release:
    assert session.release is not None
    return session.release


def test_three_fields_are_seen_at_first_and_the_others_on_demand(section: ReleaseSection) -> None:
    assert section.findChild(LanguageField).isVisible()
    assert area(section, "abstract").isVisible()
    assert line(section, "slugline").isVisible()
    assert not line(section, "byline").isVisible()
    unfold(section)
    assert line(section, "byline").isVisible()
    unfold(section)
    assert not line(section, "byline").isVisible()


@pytest.mark.parametrize(
    ("name", "typed"), [("slugline", "ports"), ("byline", "Dana W"), ("symbol", "OSH/MA/133")]
)
def test_typing_in_a_line_is_one_step_to_undo(
    section: ReleaseSection, session: ReleaseSession, qtbot: QtBot, name: str, typed: str
) -> None:
    unfold(section)
    qtbot.keyClicks(line(section, name), typed)
    assert getattr(opened(session), name) == typed
    session.undo_stack.undo()
    assert getattr(opened(session), name) is None
    assert line(section, name).text() == ""


@pytest.mark.parametrize("name", ["abstract", "ednote"])
def test_typing_in_an_area_is_one_step_to_undo(
    section: ReleaseSection, session: ReleaseSession, qtbot: QtBot, name: str
) -> None:
    unfold(section)
    qtbot.keyClicks(area(section, name), "Nine ports")
    assert getattr(opened(session), name) == "Nine ports"
    session.undo_stack.undo()
    assert getattr(opened(session), name) is None
    assert area(section, name).text() == ""


def test_what_comes_back_leaves_the_cursor_where_it_is(
    section: ReleaseSection, session: ReleaseSession, qtbot: QtBot
) -> None:
    session.open(release(slugline="ports"))
    field = line(section, "slugline")
    field.setFocus()
    field.setCursorPosition(2)
    qtbot.keyClicks(field, "x")
    assert opened(session).slugline == "poxrts"
    assert field.cursorPosition() == 3


@pytest.mark.parametrize(
    ("length", "told"),
    [(60, "60 of 160"), (200, "200 of 320"), (330, "10 over the limit of 320")],
)
def test_the_abstract_is_measured(
    section: ReleaseSection, session: ReleaseSession, length: int, told: str
) -> None:
    session.open(release(abstract="a" * length))
    assert told in [label.text() for label in section.findChildren(QLabel)]


def test_the_language_is_changed_and_nothing_else(
    section: ReleaseSection, session: ReleaseSession, qtbot: QtBot
) -> None:
    section.set_newsroom(Newsroom(languages=("en", "ar")))
    with qtbot.waitSignal(session.edited) as edited:
        qtbot.keyClick(section.findChild(LanguageField), Qt.Key.Key_Down)
    assert edited.args == [frozenset({"language"})]
    assert opened(session).language == "ar"
    right = Qt.LayoutDirection.RightToLeft
    assert area(section, "abstract").layoutDirection() is right
    session.undo_stack.undo()
    assert section.findChild(LanguageField).language() == "en"


def test_kind_and_urgency_are_chosen(
    section: ReleaseSection, session: ReleaseSession, qtbot: QtBot
) -> None:
    unfold(section)
    kind = section.findChild(QComboBox, "release_profile")
    urgency = section.findChild(QComboBox, "release_urgency")
    assert [urgency.itemText(row) for row in (0, 1, 4, 8)] == [
        "1 – most urgent", "2", "5 – normal", "9 – least urgent",
    ]  # fmt: skip
    qtbot.keyClick(kind, Qt.Key.Key_Down)
    qtbot.keyClick(urgency, Qt.Key.Key_Up)
    assert opened(session).profile is Profile.STATEMENT
    assert opened(session).urgency == 4
    session.undo_stack.undo()
    session.undo_stack.undo()
    assert kind.currentText() == "Press release"
    assert urgency.currentText() == "5 – normal"


def test_hold_is_set_and_told_also_while_it_is_folded_away(
    section: ReleaseSection, session: ReleaseSession
) -> None:
    unfold(section)
    section.findChild(QCheckBox, "release_hold").click()
    assert opened(session).hold
    assert words(section) == []
    unfold(section)
    assert words(section) == ["On hold: not for publication until released."]
    session.undo_stack.undo()
    assert words(section) == []


def test_a_web_address_is_taken_once_it_is_one(
    section: ReleaseSection, session: ReleaseSession, qtbot: QtBot
) -> None:
    unfold(section)
    field = line(section, "web_url")
    qtbot.keyClicks(field, "example.org/ports")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert opened(session).web_url is None
    assert "begins with https://" in words(section)[0]
    session.edit("Change byline", byline="Dana")  # a change elsewhere
    assert field.text() == "example.org/ports"
    field.selectAll()
    qtbot.keyClicks(field, "https://example.org/ports")
    assert opened(session).web_url == "https://example.org/ports"
    assert words(section) == []


def test_half_an_address_is_forgotten_with_another_release(
    section: ReleaseSection, session: ReleaseSession, qtbot: QtBot
) -> None:
    unfold(section)
    qtbot.keyClicks(line(section, "web_url"), "example")
    qtbot.keyClick(line(section, "web_url"), Qt.Key.Key_Return)
    session.open(release(2))
    assert line(section, "web_url").text() == ""
    assert words(section) == []


def test_the_page_is_renamed(
    section: ReleaseSection,
    session: ReleaseSession,
    qtbot: QtBot,
    changed: Callable[..., Release],
) -> None:
    changed(lambda desk: desk.releases.new({"headline": "Quay opens"}))
    session.open(changed(lambda desk: desk.releases.new({"headline": "Crane arrives"})))
    unfold(section)
    slug = line(section, "slug")
    slug.selectAll()
    qtbot.keyClicks(slug, "quay-opens")
    qtbot.keyClick(slug, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: words(section) != [])
    assert opened(session).slug == "crane-arrives"
    section.findChild(QPushButton, "slug_suggestion").click()
    qtbot.waitUntil(lambda: opened(session).slug == "quay-opens-2")
    session.undo_stack.undo()
    assert slug.text() == "crane-arrives"


def test_showing_a_release_is_not_an_edit(
    section: ReleaseSection, session: ReleaseSession, qtbot: QtBot
) -> None:
    whole = release(
        2, language="fr", abstract="A", slugline="b", byline="C", ednote="D", urgency=1,
        symbol="E", web_url="https://example.org", hold=True, profile=Profile.OP_ED,
    )  # fmt: skip
    with qtbot.assertNotEmitted(session.edited):
        session.open(whole)
    assert area(section, "ednote").text() == "D"
    assert line(section, "web_url").text() == "https://example.org"
    assert section.findChild(QCheckBox, "release_hold").isChecked()


def test_what_is_no_draft_can_only_be_read(
    section: ReleaseSection, session: ReleaseSession
) -> None:
    session.set_writable(False)
    kinds = (QLineEdit, QComboBox, GrowingText)
    fields = [field for kind in kinds for field in section.findChildren(kind)]
    assert not any(field.isEnabled() for field in fields)
    assert section.findChild(QPushButton, "release_more").isEnabled()


@pytest.mark.parametrize(
    ("name", "field"),
    [
        ("release", "release_language"),
        ("abstract", "release_abstract"),
        ("slugline", "release_slugline"),
        ("byline", "release_byline"),
        ("slug", "release_slug"),
        ("ednote", "release_ednote"),
        ("hold", "release_hold"),
    ],
)
def test_a_field_is_gone_to_by_its_name(section: ReleaseSection, name: str, field: str) -> None:
    assert section.focus_field(name)
    assert section.findChild(QWidget, field).hasFocus()
    assert not section.focus_field("headline")


def test_every_field_has_a_name_for_screen_readers(section: ReleaseSection) -> None:
    kinds = (QLineEdit, QComboBox, GrowingText)
    fields = [field for kind in kinds for field in section.findChildren(kind)]
    assert all(field.accessibleName() for field in fields)
    assert section.findChild(QCheckBox, "release_hold").text() == "Hold"
