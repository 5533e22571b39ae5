from dataclasses import fields, replace

import pytest

from newsdesk.domain.provenance import Confidence, Finding, FindingKind
from newsdesk.importing.draft import Draft, ImportTools
from newsdesk.importing.surgeon import dissect
from newsdesk.importing.taking_back import can_be_restored, restored
from newsdesk.importing.told import TOLD, Told

HEADLINE = "Harbour crews train for winter rescue"
LEAD = "Ninety harbour workers have finished a course in night rescue, the office said today."
TEXT = """\
Sea and coast

Published 2 May 2026, 11:54 by Ann Stone

Crews on the coast · Harbour crews train for winter rescue

A course in three ports

GENEVA, 3 May 2026 – Ninety harbour workers have finished a course in night rescue, the Office \
for Safe Harbours said today.

Tags: port, Rescue
"""
TOLD_ALL = Told(
    where="feed",
    headline=HEADLINE,
    subheadline="Ninety people, three ports",
    abstract="Ninety workers learned to rescue by night.",
    byline="Jonas Perret",
    slug="harbour-crews",
    language="en-GB",
    posted_local="2026-05-04T09:00:00",
    posted_tz="+02:00",
    address="https://example.org/harbour",
    short_address="https://example.org/?p=4",
    tags=("rescue", "winter"),
    categories=("Sea",),
)


def told(draft: Draft) -> list[Finding]:
    return [finding for finding in draft.findings if TOLD in finding.flags]


def test_what_was_told_is_preferred_over_what_is_read(tools: ImportTools) -> None:
    draft = dissect(TEXT, tools=tools, told=TOLD_ALL)
    assert (draft.headline, draft.abstract) == (HEADLINE, TOLD_ALL.abstract)
    assert draft.subheadline == "Ninety people, three ports; A course in three ports"
    assert (draft.byline, draft.slug, draft.language) == (
        "Jonas Perret",
        "harbour-crews",
        "en-GB",
    )
    assert (draft.posted_local, draft.posted_tz) == ("2026-05-04T09:00:00", "+02:00")
    assert (draft.address, draft.short_address) == (TOLD_ALL.address, TOLD_ALL.short_address)
    assert (draft.tags, draft.categories) == (("rescue", "winter", "port"), ("Sea",))
    assert draft.body_md.startswith("Ninety harbour workers")


def test_nothing_of_the_text_is_lost_where_something_was_told(tools: ImportTools) -> None:
    draft = dissect(TEXT, tools=tools, told=TOLD_ALL)
    kept = f"{draft.body_md} {' '.join(finding.text for finding in draft.findings)}"
    assert set(TEXT.split()) <= set(kept.split())


def test_what_was_told_is_listed_with_where_it_was_found(tools: ImportTools) -> None:
    said = replace(TOLD_ALL, places={"headline": "page_title"})
    findings = told(dissect(TEXT, tools=tools, told=said))
    found = {(finding.kind, finding.text): finding.flags for finding in findings}
    assert found[FindingKind.HEADLINE, HEADLINE] == (TOLD, "page_title")
    assert found[FindingKind.ADDRESS, "https://example.org/?p=4"] == (
        TOLD,
        "feed",
        "short_address",
    )
    assert found[FindingKind.TAGS, "rescue, winter"] == (TOLD, "feed")
    unsaid = {"where", "places", "posted_tz", "media", "guessed_encoding"}
    assert len(found) == len([one for one in fields(Told) if one.name not in unsaid])


def test_the_headline_that_was_told_is_found_below_its_kicker(tools: ImportTools) -> None:
    draft = dissect(TEXT, tools=tools, told=Told(where="feed", headline=HEADLINE))
    assert draft.headline == HEADLINE
    assert "Crews on the coast" not in draft.body_md
    headlines = [one for one in draft.findings if one.kind is FindingKind.HEADLINE]
    assert [one.text for one in headlines if TOLD not in one.flags] == [
        f"Crews on the coast · {HEADLINE}"
    ]
    furniture = [one.text for one in draft.findings if one.kind is FindingKind.FURNITURE]
    assert furniture == ["Sea and coast"]


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("A senate reception for the jubilee", "A senate reception for the jubilee"),
        ("Two words\n\nand three more", "Two words\n\nand three more"),
        ("Harbour crews train – for Winter Rescue!\n\nA few words.", "A few words."),
        (
            "A few words. \n\nHarbour crews train for winter",
            "A few words.\n\nHarbour crews train for winter",
        ),
    ],
    ids=["one line", "short lines", "other marks", "another headline below"],
)
def test_a_text_that_says_only_its_body_keeps_it(text: str, body: str, tools: ImportTools) -> None:
    draft = dissect(text, tools=tools, told=Told(headline=HEADLINE))
    assert (draft.headline, draft.body_md) == (HEADLINE, body)


def test_a_refused_finding_does_not_take_what_was_told_away(tools: ImportTools) -> None:
    draft = dissect(TEXT, tools=tools, told=TOLD_ALL)
    after = restored(draft, [one for one in draft.findings if can_be_restored(one)])
    for name in ("headline", "abstract", "byline", "posted_local", "posted_tz", "categories"):
        assert getattr(after, name) == getattr(TOLD_ALL, name)
    assert after.tags == ("rescue", "winter")
    assert after.subheadline == TOLD_ALL.subheadline
    assert HEADLINE in after.body_md
    assert told(after) == told(draft)


def test_what_was_told_cannot_be_put_back_into_a_text(tools: ImportTools) -> None:
    findings = told(dissect(TEXT, tools=tools, told=TOLD_ALL))
    assert findings
    assert all(one.confidence is Confidence.HIGH for one in findings)
    assert not any(can_be_restored(one) for one in findings)


def test_a_text_of_too_many_lines_has_what_was_told(tools: ImportTools) -> None:
    draft = dissect("word\n" * 10_001, tools=tools, told=TOLD_ALL)
    for name in ("headline", "abstract", "byline", "slug", "language", "tags", "address"):
        assert getattr(draft, name) == getattr(TOLD_ALL, name)
    assert draft.findings[-1].flags == ("too_many_lines",)


def test_a_time_that_was_told_without_zone_gets_none(tools: ImportTools) -> None:
    text = f"Published 2 May 2026, 11:54 CET\n\n{HEADLINE}\n\n{LEAD}"
    draft = dissect(text, tools=tools, told=Told(posted_local="2026-05-04"))
    assert (draft.posted_local, draft.posted_tz) == ("2026-05-04", None)
