from dataclasses import fields, replace

import pytest

from newsdesk.domain.provenance import Confidence, Finding, FindingKind
from newsdesk.importing.dissection import Dissection, Found
from newsdesk.importing.draft import Draft, ImportTools
from newsdesk.importing.surgeon import dissect

TEXT = """\
Crews are ready
Ninety have passed

GENEVA, 3 May 2026 – Ninety crews have finished a course in night rescue, the office said.

Tags: port, sea

Keywords: sea, rescue
"""


def dissection_of(text: str, tools: ImportTools) -> Dissection:
    dissection = dissect(text, tools=tools).dissection
    assert dissection is not None
    return dissection


def test_its_values_are_the_fields_of_the_draft(tools: ImportTools) -> None:
    draft = dissect(TEXT, tools=tools)
    assert draft.dissection is not None
    values = draft.dissection.values()
    assert values == {name: getattr(draft, name) for name in values}
    assert values.keys() < {field.name for field in fields(Draft)}


def test_a_value_rests_on_findings_of_its_text(tools: ImportTools) -> None:
    dissection = dissection_of(TEXT, tools)
    (headline,) = dissection.headline
    assert headline.value == "Crews are ready"
    assert [one.kind for one in headline.findings] == [FindingKind.HEADLINE]
    assert dissection.findings >= set(headline.findings)
    assert {one.kind for one in dissection.findings} == {
        FindingKind.HEADLINE, FindingKind.SUBHEADLINE, FindingKind.DATELINE, FindingKind.TAGS,
    }  # fmt: skip


def test_a_value_goes_with_any_of_its_findings(tools: ImportTools) -> None:
    dissection = dissection_of(TEXT, tools)
    place, date = dissection.headline[0].findings + dissection.subheadline[0].findings
    both = Found("Ready: ninety", (place, date))
    made = replace(dissection, headline=(*dissection.headline, both))
    assert made.values()["headline"] == "Ready: ninety"
    assert made.values({date})["headline"] == "Crews are ready"
    assert made.values({place})["headline"] == ""


@pytest.mark.parametrize(("number", "left"), [(0, ("sea", "rescue")), (1, ("port", "sea"))])
def test_terms_are_those_of_all_lines_that_hold(
    number: int, left: tuple[str, ...], tools: ImportTools
) -> None:
    dissection = dissection_of(TEXT, tools)
    assert dissection.values()["tags"] == ("port", "sea", "rescue")
    assert dissection.values(dissection.tags[number].findings)["tags"] == left


def test_what_is_of_no_finding_stays_in_the_body(tools: ImportTools) -> None:
    dissection = dissection_of(TEXT, tools)
    stranger = Finding(
        kind=FindingKind.BODY, confidence=Confidence.HIGH, text="", first_line=0, last_line=9
    )
    body = "Ninety crews have finished a course in night rescue, the office said."
    assert dissection.values({stranger})["body_md"] == body
