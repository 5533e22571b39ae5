from dataclasses import replace
from datetime import UTC, datetime

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from newsdesk.domain.provenance import (
    Confidence,
    Finding,
    FindingKind,
    Provenance,
    SourceKind,
)
from newsdesk.ui.changes import ChangeHub
from newsdesk.ui.inspector.provenance_section import ProvenanceSection, facts, found_lines
from newsdesk.ui.jobs.store import Store
from newsdesk.ui.session import ReleaseSession
from newsdesk.ui.theme.icons import Icons
from tests.ui.releases import release


def finding(kind: FindingKind, *, is_sure: bool = True, flags: tuple[str, ...] = ()) -> Finding:
    return Finding(
        kind=kind,
        confidence=Confidence.HIGH if is_sure else Confidence.LOW,
        text=f"the {kind.value}",
        first_line=0,
        last_line=0,
        flags=flags,
    )


PAGE = Provenance(
    kind=SourceKind.FILE,
    file_name="harbour.txt",
    address="https://harbours.example.org/news/1",
    posted_local="2012-05-15T11:54",
    posted_tz="CET",
    imported_at=datetime(2026, 11, 25, 9, 30, tzinfo=UTC),
    findings=(
        finding(FindingKind.HEADLINE),
        finding(FindingKind.CONTACT),
        finding(FindingKind.CONTACT),
        finding(FindingKind.DATELINE, is_sure=False),
    ),
)


@pytest.fixture
def section(
    session: ReleaseSession, store: Store, hub: ChangeHub, icons: Icons, qtbot: QtBot
) -> ProvenanceSection:
    section = ProvenanceSection(session, store, hub, icons)
    qtbot.addWidget(section)
    return section


def texts(section: ProvenanceSection) -> list[str]:
    return [label.text() for label in section.findChildren(QLabel) if label.isVisibleTo(section)]


def test_every_kind_of_source_has_words_of_its_own(
    section: ProvenanceSection, session: ReleaseSession
) -> None:
    told: set[str] = set()
    for kind in SourceKind:
        session.open(release(provenance=(replace(PAGE, kind=kind),)))
        told.add(section.plain_text().splitlines()[0])
    assert len(told) == len(SourceKind)


def test_it_says_what_is_known_of_the_source() -> None:
    known = dict(facts(PAGE))
    assert known["File"] == "harbour.txt"
    assert known["Address"] == "https://harbours.example.org/news/1"
    assert known["Posted"] == "2012-05-15 11:54 CET"
    assert "November 2026" in known["Brought in"]


def test_a_pasted_text_has_neither_file_nor_address() -> None:
    pasted = Provenance(kind=SourceKind.PASTE, imported_at=PAGE.imported_at)
    assert [name for name, _ in facts(pasted)] == ["Brought in"]


def test_a_date_that_could_not_be_read_stands_as_it_was_printed() -> None:
    assert dict(facts(replace(PAGE, posted_local="Tue, mid-May", posted_tz=None)))["Posted"] == (
        "Tue, mid-May"
    )


def test_a_sample_is_called_one(section: ProvenanceSection, session: ReleaseSession) -> None:
    sample = replace(PAGE, address="newsdesk:sample/harbour-crews.md")
    session.open(release(provenance=(sample,)))
    assert "From: Sample newsroom" in section.plain_text()
    assert "newsdesk:" not in section.plain_text()


def test_what_was_found_is_counted_and_what_is_not_sure_says_so() -> None:
    assert [(line.text, line.state, line.is_sure) for line in found_lines(PAGE.findings)] == [
        ("Headline", "sure", True),
        ("Contact (2)", "sure", True),
        ("Dateline", "not sure", False),
    ]


def test_a_piece_that_was_taken_back_is_not_called_sure() -> None:
    (line,) = found_lines([finding(FindingKind.CONTACT, flags=("taken_back",))])
    assert (line.state, line.is_sure) == ("in the text", False)


def test_it_is_seen_only_where_there_is_something_to_tell(
    section: ProvenanceSection, session: ReleaseSession
) -> None:
    assert section.isHidden()
    session.open(release(provenance=(PAGE,)))
    assert not section.isHidden()
    assert {"harbour.txt", "Contact (2)", "not sure"} <= set(texts(section))
    session.open(release(2))
    assert section.isHidden()
    session.open(release(provenance=(PAGE,)))
    session.open(None)
    assert section.isHidden()


def test_nothing_of_another_source_stays(
    section: ProvenanceSection, session: ReleaseSession
) -> None:
    session.open(release(provenance=(PAGE, replace(PAGE, file_name="second.txt"))))
    assert "second.txt" in texts(section)
    session.open(release(2, provenance=(replace(PAGE, file_name="third.txt", findings=()),)))
    assert not {"harbour.txt", "second.txt", "Found in it"} & set(texts(section))


@pytest.mark.parametrize("by", ["button", "menu"])
def test_all_of_it_is_copied(section: ProvenanceSection, session: ReleaseSession, by: str) -> None:
    session.open(release(provenance=(PAGE,)))
    if by == "button":
        section.findChild(QToolButton).click()
    else:
        actions = [action for part in section.findChildren(QWidget) for action in part.actions()]
        next(action for action in actions if action.text() == "Copy").trigger()
    copied = QGuiApplication.clipboard().text().splitlines()
    assert copied[0] == "Read from a file"
    assert "Address: https://harbours.example.org/news/1" in copied
    assert "- Dateline, not sure" in copied


def test_it_is_gone_to_where_there_is_something(
    section: ProvenanceSection, session: ReleaseSession
) -> None:
    assert not section.focus_field("provenance")
    session.open(release(provenance=(PAGE,)))
    section.show()
    assert section.focus_field("provenance")
    assert section.window().focusWidget() is section.findChild(QToolButton)
    assert not section.focus_field("terms")
