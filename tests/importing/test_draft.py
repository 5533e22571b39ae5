from dataclasses import FrozenInstanceError, fields

import pytest

from newsdesk.domain.canonical import encode, to_json
from newsdesk.domain.release import Release
from newsdesk.importing.draft import Draft, ImportTools
from newsdesk.importing.surgeon import dissect

TEXT = (
    "GENEVA, 3 May 2026 – “The crews are ready for the winter,” said Jane Roe of the port office."
)


def test_a_draft_has_no_key_and_no_clock() -> None:
    names = {field.name for field in fields(Draft)}
    assert not names & {"id", "uri", "firstcreated", "versioncreated", "created_by", "state"}


def test_what_a_draft_says_a_release_can_hold() -> None:
    of_the_source = {
        "fields", "findings", "file_name", "kind", "address", "short_address",
        "posted_local", "posted_tz", "tags", "categories", "dissection", "source_state",
    }  # fmt: skip
    names = {field.name for field in fields(Draft)} - of_the_source
    assert names <= {field.name for field in fields(Release)}


def test_a_draft_cannot_be_changed(tools: ImportTools) -> None:
    draft = dissect(TEXT, tools=tools)
    with pytest.raises(FrozenInstanceError):
        draft.headline = "Another"  # pyright: ignore[reportAttributeAccessIssue]


def test_a_draft_can_be_printed_as_json(tools: ImportTools) -> None:
    assert b'"Geneva"' in to_json(encode(dissect(TEXT, tools=tools)))


def test_the_same_text_gives_the_same_draft(tools: ImportTools) -> None:
    assert dissect(TEXT, tools=tools) == dissect(TEXT, tools=tools)
