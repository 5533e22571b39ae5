"""Sites that nobody is asked about any more."""

from dataclasses import replace
from pathlib import Path

import pytest

from newsdesk.desk import open_desk
from newsdesk.domain.changes import Subject
from newsdesk.domain.embargo import Embargo
from newsdesk.domain.errors import FieldError
from newsdesk.domain.provenance import Confidence, Finding, FindingKind, SourceKind
from newsdesk.importing.draft import Draft
from newsdesk.services.desk import Desk
from tests.services.conftest import Clock

PAGE = Draft(
    language="en",
    headline="Harbour crews train",
    address="https://www.example.org/news/crews?utm_source=mail",
    kind=SourceKind.PAGE,
)


def found(kind: FindingKind, confidence: Confidence) -> Draft:
    finding = Finding(kind=kind, confidence=confidence, text="", first_line=0, last_line=0)
    return replace(PAGE, findings=(finding,))


def test_a_site_is_remembered_once_by_its_host(desk: Desk) -> None:
    site, changes = desk.sites.remember("https://www.example.org/news/crews")
    assert site == "example.org"
    assert changes.subjects == {Subject.NEWSROOM}
    assert desk.sites.remember("http://EXAMPLE.org/")[1].subjects == set()
    assert desk.sites.all() == ("example.org",)


def test_what_was_decided_holds_for_everybody_with_this_newsroom(
    desk: Desk, tmp_path: Path, clock: Clock
) -> None:
    desk.sites.remember("https://example.org/")
    with open_desk(tmp_path / "newsroom", now=clock) as other:
        assert other.sites.all() == desk.sites.all()


def test_a_site_that_was_forgotten_is_asked_about_again(desk: Desk) -> None:
    desk.sites.remember("https://example.org/")
    assert desk.sites.covers(PAGE)
    assert desk.sites.forget("example.org").subjects == {Subject.NEWSROOM}
    assert desk.sites.forget("example.org").subjects == set()
    assert not desk.sites.covers(PAGE)


@pytest.mark.parametrize("address", ["", "  ", "mailto:press@example.org", "two words", "https://"])
def test_what_is_no_site_is_refused(desk: Desk, address: str) -> None:
    with pytest.raises(FieldError):
        desk.sites.remember(address)
    assert desk.sites.all() == ()


@pytest.mark.parametrize(
    "draft",
    [
        PAGE,
        found(FindingKind.DATELINE, Confidence.HIGH),
        found(FindingKind.QUOTE, Confidence.LOW),
    ],
)
def test_a_page_that_is_read_without_a_doubt_is_covered(desk: Desk, draft: Draft) -> None:
    desk.sites.remember("https://example.org/")
    assert desk.sites.covers(draft)


@pytest.mark.parametrize(
    "draft",
    [
        replace(PAGE, address="https://geneva.example.org/news/crews"),
        replace(PAGE, address="https://example.org.example.net/"),
        replace(PAGE, address=None),
        replace(PAGE, kind=SourceKind.FEED),
        replace(PAGE, kind=SourceKind.PASTE),
        replace(PAGE, headline=""),
        found(FindingKind.DATELINE, Confidence.LOW),
        found(FindingKind.EMBARGO, Confidence.HIGH),
        replace(PAGE, embargo=Embargo.until(Clock().now.replace(year=2027), "Europe/Zurich")),
    ],
)
def test_anything_else_is_shown_first(desk: Desk, draft: Draft) -> None:
    desk.sites.remember("https://example.org/")
    assert not desk.sites.covers(draft)


def test_sites_are_a_setting_like_any_other(desk: Desk) -> None:
    desk.newsroom.edit({"unasked_sites": "www.example.org; https://example.net:8080/a; "})
    assert desk.sites.all() == ("example.net:8080", "example.org")
    with pytest.raises(FieldError):
        desk.newsroom.edit({"unasked_sites": "not a host"})
    desk.newsroom.edit({"unasked_sites": ""})
    assert desk.sites.all() == ()
