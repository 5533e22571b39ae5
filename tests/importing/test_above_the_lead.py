"""What stands above the lead."""

from datetime import UTC, date, datetime

import pytest

from newsdesk.domain.provenance import Confidence, Finding, FindingKind
from newsdesk.importing.contact_zone import ContactZone
from newsdesk.importing.draft import ImportTools
from newsdesk.importing.head import Head, HeadReader
from newsdesk.importing.lines import paragraphs, tidied
from newsdesk.importing.pieces import Piece, Pieces

LEAD = "GENEVA – Ninety crews finished their night course today, the office said in a statement."
PLAIN_LEAD = "Ninety crews finished their night course today, the office said in a statement."


def read(text: str, tools: ImportTools, language: str = "en") -> tuple[Head, Pieces]:
    pieces = Pieces([Piece(one, one.text) for one in paragraphs(tidied(text))])
    zone = ContactZone(pieces, tools.gazetteer)
    return HeadReader(pieces, language=language, tools=tools, zone=zone).read(), pieces


def headline_of(head: Head) -> str:
    return head.headline.value if head.headline else ""


def subheadlines_of(head: Head) -> list[str]:
    return [one.value for one in head.subheadlines]


def found(pieces: Pieces, kind: FindingKind) -> list[Finding]:
    return [finding for finding in pieces.findings if finding.kind is kind]


def furniture(pieces: Pieces) -> str:
    return "\n".join(finding.text for finding in found(pieces, FindingKind.FURNITURE))


@pytest.mark.parametrize("lead", [LEAD, PLAIN_LEAD], ids=["dateline", "none"])
def test_the_first_line_is_the_headline(lead: str, tools: ImportTools) -> None:
    head, pieces = read(f"Crews are ready\n\n{lead}", tools)
    assert (headline_of(head), head.lead) == ("Crews are ready", 1)
    assert pieces[head.lead].text == PLAIN_LEAD


@pytest.mark.parametrize("lead", [LEAD, PLAIN_LEAD], ids=["dateline", "none"])
def test_a_text_that_begins_with_its_lead_has_no_headline(lead: str, tools: ImportTools) -> None:
    head, _pieces = read(
        f"{lead}\n\nThe course took all winter, and it cost the office little.", tools
    )
    assert (headline_of(head), head.lead) == ("", 0)


def test_a_headline_printed_twice_is_taken_once(tools: ImportTools) -> None:
    head, pieces = read(f"Crews are ready\n\n3 May 2026, 11:54\n\nCrews are ready\n\n{LEAD}", tools)
    assert (headline_of(head), subheadlines_of(head)) == ("Crews are ready", [])
    assert [one.flags for one in found(pieces, FindingKind.HEADLINE)] == [(), ("repeated",)]


def test_a_headline_over_several_lines_is_one(tools: ImportTools) -> None:
    head, _pieces = read(f"PORT OFFICE TRAINS NINETY\nCREWS FOR THE WINTER\n\n{LEAD}", tools)
    assert headline_of(head) == "PORT OFFICE TRAINS NINETY CREWS FOR THE WINTER"
    head, _pieces = read(f"Port Office Trains Ninety Crews for the\nLong Winter\n\n{LEAD}", tools)
    assert headline_of(head) == "Port Office Trains Ninety Crews for the Long Winter"


def test_what_stands_between_headline_and_lead_is_a_subheadline(tools: ImportTools) -> None:
    head, _pieces = read(f"Crews are ready\n- Ninety have passed\n- Ten go on\n\n{LEAD}", tools)
    assert headline_of(head) == "Crews are ready"
    assert subheadlines_of(head) == ["Ninety have passed", "Ten go on"]


def test_a_list_is_no_headline(tools: ImportTools) -> None:
    head, _pieces = read(f"• Ninety crews have passed\n\n{LEAD}", tools)
    assert (headline_of(head), subheadlines_of(head)) == ("", ["Ninety crews have passed"])


def test_a_sentence_above_a_plain_lead_may_be_its_beginning(tools: ImportTools) -> None:
    head, pieces = read(f"The crews are ready.\n\n{PLAIN_LEAD}", tools)
    assert headline_of(head) == ""
    assert pieces[0].is_free
    assert [one.confidence for one in found(pieces, FindingKind.HEADLINE)] == [Confidence.LOW]


@pytest.mark.parametrize("headline", ["Port Buys Quay Works, Inc.", "CREWS ARE READY."])
def test_a_full_stop_that_ends_no_sentence_does_no_harm(headline: str, tools: ImportTools) -> None:
    assert headline_of(read(f"{headline}\n\n{PLAIN_LEAD}", tools)[0]) == headline


def test_a_menu_above_the_headline_is_dropped(tools: ImportTools) -> None:
    menu = "-\nWho we are\nWHO WE ARE The office has looked after harbours since 1951.\n"
    menu += "What we do\nWhat we do\n- Data and maps\n- Where we work"
    head, pieces = read(f"{menu}\nCrews are ready for the long winter\n{LEAD}", tools)
    assert headline_of(head) == "Crews are ready for the long winter"
    assert furniture(pieces) == menu
    assert subheadlines_of(head) == []


def test_a_headline_inside_the_menu_is_found(tools: ImportTools) -> None:
    menu = "Home\nAbout us\nNews\nCrews are ready for winter\nShare this article\nPrint"
    text = f"{menu}\n\n{PLAIN_LEAD}"
    head, pieces = read(text, tools)
    assert headline_of(head) == "Crews are ready for winter"
    assert "Share this article" in furniture(pieces)


@pytest.mark.parametrize(
    "label",
    [
        "FOR IMMEDIATE RELEASE", "Press Release No. 12/2026", "Communiqué de presse",
        "NOTA DE PRENSA", "Comunicato stampa", "Pressemitteilung", "Comunicado de imprensa",
        "ПРЕСС-РЕЛИЗ", "بيان صحفي", "新闻稿", "プレスリリース",
    ],
)  # fmt: skip
def test_what_kind_of_text_it_is_is_no_headline(label: str, tools: ImportTools) -> None:
    head, pieces = read(f"{label}\n\nCrews are ready\n\n{LEAD}", tools)
    assert headline_of(head) == "Crews are ready"
    assert furniture(pieces) == label


def test_labels_that_say_more_are_kept_as_fields(tools: ImportTools) -> None:
    head, _pieces = read(f"MEDIA ADVISORY\nOSH/MA/133\nHOLD FOR RELEASE\nCrews\n\n{LEAD}", tools)
    fields = {name: one.value for name, one in head.fields.items()}
    assert fields == {"profile": "media_advisory", "symbol": "OSH/MA/133", "hold": "true"}


def test_a_label_and_a_contact_on_one_line_are_parted(tools: ImportTools) -> None:
    text = f"FOR IMMEDIATE RELEASE    Contact: Jane Roe (202) 555-0133\nCrews are ready\n\n{LEAD}"
    head, pieces = read(text, tools)
    assert headline_of(head) == "Crews are ready"
    assert [piece.kind for piece in pieces.all[:2]] == [FindingKind.FURNITURE, FindingKind.CONTACT]


def test_a_timed_line_is_when_a_page_put_it_up(tools: ImportTools) -> None:
    head, pieces = read(f"Crews are ready\n\nMay 3rd, 2026 11:54:57 by Ann Stone\n\n{LEAD}", tools)
    assert head.posted is not None
    assert head.posted.value.local == "2026-05-03T11:54:57"
    assert head.byline is not None
    assert head.byline.value == "Ann Stone"
    assert head.byline.findings == head.posted.findings == tuple(found(pieces, FindingKind.POSTED))


def test_a_bare_date_is_that_of_the_release(tools: ImportTools) -> None:
    head, _pieces = read(f"May 3, 2026\n\nCrews are ready\n\n{LEAD}", tools)
    assert head.posted is None
    assert head.issued is not None
    assert head.issued.value.date == date(2026, 5, 3)


def test_place_and_date_on_a_line_of_their_own_are_the_dateline(tools: ImportTools) -> None:
    text = f"Berlin, 3. Mai 2026\n\nHafen eröffnet\n\n{PLAIN_LEAD}"
    head, _pieces = read(text, tools, language="de")
    assert headline_of(head) == "Hafen eröffnet"
    assert head.dateline is not None
    assert head.dateline.value.dateline.date == date(2026, 5, 3)


def test_an_embargo_line_is_taken_where_it_is_certain(tools: ImportTools) -> None:
    line = "Embargoed until 11:00 a.m. CET/ 10:00 a.m. GMT on 2 March 2026"
    head, pieces = read(f"{line}\n\nCrews are ready\n\n{LEAD}", tools)
    assert head.embargo is not None
    assert head.embargo.value.until_utc == datetime(2026, 3, 2, 10, tzinfo=UTC)
    head, pieces = read(f"{line.replace('10:00', '11:00')}\n\nCrews are ready\n\n{LEAD}", tools)
    assert head.embargo is None
    assert [one.confidence for one in found(pieces, FindingKind.EMBARGO)] == [Confidence.LOW]


def test_a_doubtful_dateline_stays_and_is_listed(tools: ImportTools) -> None:
    lead = "Jakarta IOM and the Indonesian government signed an agreement on Monday, they said."
    head, pieces = read(f"Agreement signed\n\n{lead}", tools)
    assert head.dateline is None
    assert pieces[head.lead].text == lead
    assert [one.flags for one in found(pieces, FindingKind.DATELINE)] == [("no_dash",)]
