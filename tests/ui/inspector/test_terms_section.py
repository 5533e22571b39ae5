from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from newsdesk.domain.errors import StorageError, StorageProblem
from newsdesk.domain.vocabulary import Scheme, Term
from newsdesk.domain.workflow import State
from newsdesk.importing.newscodes import Concept, NewsCodes
from newsdesk.services.desk import Desk
from newsdesk.ui.changes import ChangeHub
from newsdesk.ui.inspector.terms_section import TermsSection
from newsdesk.ui.jobs.store import Store
from newsdesk.ui.session import ReleaseSession
from newsdesk.ui.theme.icons import Icons
from newsdesk.ui.widgets.completing_field import CompletingField
from newsdesk.ui.widgets.tag_chip import TagChip
from tests.ui.releases import release

Change = Callable[[Callable[[Desk], tuple[object, object]]], object]


@pytest.fixture
def section(
    sample_folder: Path,
    store: Store,
    session: ReleaseSession,
    hub: ChangeHub,
    icons: Icons,
    qtbot: QtBot,
) -> TermsSection:
    section = TermsSection(session, store, hub, icons)
    qtbot.addWidget(section)
    session.open(release())
    section.resize(288, 700)
    with qtbot.waitExposed(section):
        section.show()
    qtbot.waitUntil(lambda: bool(section._fields[Scheme.TAG]._known))
    return section


def line(section: TermsSection, name: str) -> CompletingField:
    return next(f for f in section.findChildren(CompletingField) if f.accessibleName() == name)


def enter(section: TermsSection, qtbot: QtBot, text: str, *, name: str = "Tags") -> None:
    qtbot.keyClicks(line(section, name), text)
    qtbot.keyClick(line(section, name), Qt.Key.Key_Return)


def filed(session: ReleaseSession) -> list[tuple[Scheme, str]]:
    assert session.release is not None
    return [(term.scheme, term.name("en")) for term in session.release.terms]


def test_a_known_word_is_added_at_once(
    section: TermsSection, session: ReleaseSession, qtbot: QtBot
) -> None:
    enter(section, qtbot, "Harbours")
    assert filed(session) == [(Scheme.TAG, "harbours")]
    session.undo_stack.undo()
    assert filed(session) == []


def test_new_words_join_the_vocabulary_and_the_release_in_one_step(
    section: TermsSection, session: ReleaseSession, changed: Change, qtbot: QtBot
) -> None:
    section._fields[Scheme.CATEGORY]._enter("Ships, Rescue at sea")
    qtbot.waitUntil(lambda: len(filed(session)) == 2)
    assert filed(session) == [
        (Scheme.CATEGORY, "Ships"),
        (Scheme.CATEGORY, "Rescue at sea"),
    ]
    assert session.undo_stack.count() == 1
    term = changed(lambda desk: desk.vocabularies.add(Scheme.CATEGORY, "Ships", "en"))
    assert session.release is not None
    assert session.release.terms[0] == term
    qtbot.waitUntil(lambda: len(section._fields[Scheme.CATEGORY]._known) == 3)


def test_words_are_added_in_the_order_they_were_typed(
    section: TermsSection, session: ReleaseSession, qtbot: QtBot
) -> None:
    section._fields[Scheme.TAG]._enter("tugs, harbours, cranes")
    qtbot.waitUntil(lambda: len(filed(session)) == 3)
    assert [name for _, name in filed(session)] == ["tugs", "harbours", "cranes"]


def test_no_word_is_filed_twice(
    section: TermsSection, session: ReleaseSession, qtbot: QtBot
) -> None:
    enter(section, qtbot, "harbours")
    enter(section, qtbot, "HARBOURS")
    assert filed(session) == [(Scheme.TAG, "harbours")]
    assert session.undo_stack.count() == 1


def test_a_word_that_comes_after_another_release_was_opened_is_not_filed_there(
    section: TermsSection, session: ReleaseSession, store: Store, qtbot: QtBot
) -> None:
    enter(section, qtbot, "tugs")
    session.open(release(2))
    qtbot.waitUntil(lambda: store.is_idle)
    assert filed(session) == []


def test_a_word_is_taken_away_with_delete_and_comes_back(
    section: TermsSection, session: ReleaseSession, qtbot: QtBot
) -> None:
    enter(section, qtbot, "harbours")
    chip = next(chip for chip in section.findChildren(TagChip) if not chip.isHidden())
    qtbot.keyClick(chip, Qt.Key.Key_Delete)
    assert filed(session) == []
    session.undo_stack.undo()
    assert filed(session) == [(Scheme.TAG, "harbours")]
    qtbot.keyClick(line(section, "Tags"), Qt.Key.Key_Backspace)
    assert filed(session) == []


def test_a_word_that_cannot_be_stored_is_given_back_with_the_reason(
    section: TermsSection, session: ReleaseSession, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    def refuse(_work: object, _then: object, otherwise: Callable[[StorageError], None]) -> None:
        otherwise(StorageError(StorageProblem.FULL))

    monkeypatch.setattr(section._store, "change", refuse)
    enter(section, qtbot, "tugs")
    assert line(section, "Tags").text() == "tugs"
    assert line(section, "Tags").accessibleDescription() == "The disk is full"
    assert filed(session) == []


def more(section: TermsSection) -> QPushButton:
    return section.findChild(QPushButton, "terms_more")


def test_the_rarer_vocabularies_wait_under_more(section: TermsSection, qtbot: QtBot) -> None:
    assert line(section, "Categories").isVisible()
    assert not line(section, "Regions").isVisible()
    qtbot.mouseClick(more(section), Qt.MouseButton.LeftButton)
    assert all(line(section, name).isVisible() for name in ("Themes", "Regions", "Countries"))
    assert more(section).text() == "Less"
    qtbot.mouseClick(more(section), Qt.MouseButton.LeftButton)
    assert not line(section, "Regions").isVisible()


def test_they_are_seen_where_there_is_something_in_them(
    section: TermsSection, session: ReleaseSession, changed: Change
) -> None:
    region = changed(lambda desk: desk.vocabularies.add(Scheme.REGION, "Maghreb", "en"))
    assert isinstance(region, Term)
    session.open(release(terms=(region,)))
    assert line(section, "Regions").isVisible()
    assert not more(section).isVisible()
    session.open(release(2))
    assert not line(section, "Regions").isVisible()
    assert more(section).isVisible()


def test_names_follow_the_language_of_the_release(
    section: TermsSection, session: ReleaseSession, changed: Change
) -> None:
    term = changed(lambda desk: desk.vocabularies.add(Scheme.TAG, "tugs", "en"))
    assert isinstance(term, Term)
    both = Term(
        id=term.id, scheme=term.scheme, qcode="tugs", names={"en": "tugs", "fr": "remorqueurs"}
    )
    session.open(release(terms=(both,)))
    session.edit("Change language", language="fr")
    shown = [chip.text() for chip in section.findChildren(TagChip) if not chip.isHidden()]
    assert shown == ["remorqueurs"]


def test_what_is_no_draft_is_only_read(section: TermsSection, session: ReleaseSession) -> None:
    session.open(release(state=State.PUBLISHED))
    assert not line(section, "Tags").isEnabled()
    session.open(release())
    assert line(section, "Tags").isEnabled()


@pytest.mark.parametrize(
    ("field", "label"),
    [
        ("terms", "Tags"),
        ("tags", "Tags"),
        ("categories", "Categories"),
        ("countries", "Countries"),
    ],
)
def test_its_fields_are_gone_to(section: TermsSection, field: str, label: str) -> None:
    assert section.focus_field(field)
    assert section.focusWidget() is line(section, label)


def test_other_fields_are_not_here(section: TermsSection) -> None:
    assert not section.focus_field("contacts")


def test_media_topics_are_offered_once_their_file_was_brought_in(
    section: TermsSection, session: ReleaseSession, changed: Change, qtbot: QtBot
) -> None:
    field = section._fields[Scheme.IPTC_MEDIATOPIC]
    assert field.isHidden()
    sea = Concept(
        uri="http://cv.iptc.org/newscodes/mediatopic/20000001",
        qcode="medtop:20000001",
        names={"en": "shipping"},
    )
    changed(
        lambda desk: desk.vocabularies.take_in(
            NewsCodes(scheme=Scheme.IPTC_MEDIATOPIC, concepts=(sea,))
        )
    )
    qtbot.waitUntil(lambda: not field.isHidden())
    field._enter("shipping, no such topic")
    assert filed(session) == [(Scheme.IPTC_MEDIATOPIC, "shipping")]
    assert field._note.text() == "Choose one that is offered."
