import json
import os
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from newsdesk.cli.words import words
from newsdesk.domain.duplicate import Likeness
from newsdesk.domain.errors import (
    Cancelled,
    ExportError,
    FieldError,
    NewsdeskError,
    StorageError,
    StorageProblem,
)
from newsdesk.domain.provenance import Confidence, FindingKind
from newsdesk.services.desk import Desk
from newsdesk.services.import_batch import Outcome, bring_in
from newsdesk.services.import_reading import ReadingPlan
from newsdesk.services.import_report import problem_of, writing_report
from newsdesk.services.import_sources import Listing, listed
from newsdesk.services.taking_over import Fate

AT = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)
_TEXT = {"type": "string", "minLength": 1}
_COUNT = {"type": "integer", "minimum": 0}


def _object(**properties: object) -> dict[str, object]:
    return {
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }


def _or_null(schema: dict[str, object]) -> dict[str, object]:
    return {"anyOf": [{"type": "null"}, schema]}


_REFUSED = _object(problem=_TEXT, message=_TEXT)
_FINDING = _object(
    kind={"enum": [str(kind) for kind in FindingKind]},
    confidence={"enum": [str(confidence) for confidence in Confidence]},
    text={"type": "string"},
    first_line=_COUNT,
    last_line=_COUNT,
    flags={"type": "array", "items": _TEXT},
)
_DRAFT = _object(
    headline={"type": "string"},
    language=_TEXT,
    kind=_TEXT,
    findings={"type": "array", "items": _FINDING},
    unsure=_COUNT,
    release=_or_null(_object(id=_or_null({"type": "string", "format": "uuid"}), slug=_TEXT)),
    refused=_or_null(_REFUSED),
    duplicate=_or_null(
        _object(
            id={"type": "string", "format": "uuid"},
            headline={"type": "string"},
            why={"enum": [str(why) for why in Likeness]},
            containment={"type": "number", "minimum": 0, "maximum": 1},
        )
    ),
)
SCHEMA = _object(
    newsdesk=_TEXT,
    begun={"type": "string", "format": "date-time"},
    dry_run={"type": "boolean"},
    files={
        "type": "array",
        "items": _object(
            file=_TEXT, drafts={"type": "array", "items": _DRAFT}, refused=_or_null(_REFUSED)
        ),
    },
    taken_over={
        "type": "array",
        "items": _object(
            file=_TEXT,
            id=_TEXT,
            headline={"type": "string"},
            state=_TEXT,
            became={"enum": [fate.value for fate in Fate]},
            copy=_or_null(_TEXT),
            message=_or_null(_TEXT),
        ),
    },
    places={"type": "array", "items": _object(file=_TEXT, problem=_TEXT, message=_TEXT)},
    totals=_object(
        **dict.fromkeys(
            ("files", "done", "refused", "drafts", "stored", "not_stored", "left_alone"), _COUNT
        )
    ),
    stopped=_or_null(_REFUSED),
    ended={"type": "string", "format": "date-time"},
)


@pytest.fixture
def listing(tmp_path: Path) -> Listing:
    folder = tmp_path / "texts"
    (folder / "void").mkdir(parents=True)
    (folder / "1.txt").write_text("The “harbour” opens\n\nIt does.", encoding="utf-8")
    (folder / "2.txt").write_bytes(b"")
    (folder / "3.md").write_text("---\nheadline: Crews\nurgency: 99\n---\nThey train.\n")
    (folder / "broken.zip").write_bytes(b"PK")
    (folder / "photo.jpg").write_bytes(b"")
    return listed([folder, folder / "void"])


def outcomes(desk: Desk, listing: Listing) -> Iterator[Outcome]:
    plan = ReadingPlan(tools=desk.imports.tools(), processes=0)
    return bring_in(listing.files, plan, lambda drafts, _: desk.imports.store_all(drafts)[0])


def written(path: Path) -> dict[str, Any]:
    report = json.loads(path.read_text("utf-8"))
    checker = Draft202012Validator.FORMAT_CHECKER
    Draft202012Validator(SCHEMA, format_checker=checker).validate(report)
    return report


def test_it_says_of_every_file_what_was_found_and_what_became_of_it(
    desk: Desk, listing: Listing, tmp_path: Path
) -> None:
    path = tmp_path / "new" / "report.json"
    with writing_report(path, words) as report:
        report.begin(AT, is_dry_run=False)
        for outcome in outcomes(desk, listing):
            report.add(outcome)
        report.end(AT, listing)
    read = written(path)
    assert [Path(one["file"]).name for one in read["files"]] == ["1.txt", "2.txt", "3.md"]
    stored, empty, wrong = read["files"]
    (draft,) = stored["drafts"]
    release = desk.releases.get(draft["release"]["id"])
    assert (draft["headline"], draft["release"]["slug"]) == ("The “harbour” opens", release.slug)
    assert {found["kind"] for found in draft["findings"]} >= {"headline", "body", "language"}
    low = [found for found in draft["findings"] if found["confidence"] == "low"]
    assert draft["unsure"] == len(low)
    assert (empty["drafts"], empty["refused"]["problem"]) == ([], "empty")
    assert wrong["refused"] is None
    assert wrong["drafts"][0]["release"] is None
    assert wrong["drafts"][0]["refused"]["problem"] == "front_matter"
    assert "urgency" in wrong["drafts"][0]["refused"]["message"]
    assert [one["problem"] for one in read["places"]] == ["damaged", "empty"]
    assert read["totals"] == {
        "files": 3,
        "done": 3,
        "refused": 1,
        "drafts": 2,
        "stored": 1,
        "not_stored": 1,
        "left_alone": 1,
    }
    assert (read["stopped"], read["begun"]) == (None, "2026-03-02T09:30:00Z")


@pytest.mark.parametrize(
    ("reason", "problem"),
    [(Cancelled(), "cancelled"), (StorageError(StorageProblem.FULL, "disk"), "full")],
)
@pytest.mark.parametrize("taken", [0, 1, 2, 5])
def test_one_that_was_stopped_is_whole_as_far_as_it_goes(
    desk: Desk, listing: Listing, tmp_path: Path, reason: NewsdeskError, problem: str, taken: int
) -> None:
    path = tmp_path / "report.json"
    with writing_report(path, words) as report:
        report.begin(AT, is_dry_run=False)
        for outcome in [*outcomes(desk, listing)][:taken]:
            report.add(outcome)
        report.end(AT, listing, reason)
    read = written(path)
    assert read["stopped"]["problem"] == problem
    assert read["totals"]["done"] == {0: 0, 1: 0, 2: 1, 5: 3}[taken]


def test_a_name_that_is_no_text_is_written_as_json_can(desk: Desk, tmp_path: Path) -> None:
    listing = listed([tmp_path / "gone\udce9.txt"])
    path = tmp_path / "report.json"
    with writing_report(path, words) as report:
        report.begin(AT, is_dry_run=True)
        for outcome in outcomes(desk, listing):
            report.add(outcome)
        report.end(AT, listing)
    assert written(path)["files"][0]["file"].endswith("gone\udce9.txt")


def test_a_report_that_did_not_end_leaves_the_old_one(tmp_path: Path) -> None:
    path = tmp_path / "report.json"
    path.write_text("old")

    def break_off() -> None:
        with writing_report(path, words) as report:
            report.begin(AT, is_dry_run=False)
            raise BrokenPipeError("somebody else's trouble")

    with pytest.raises(BrokenPipeError):
        break_off()
    assert path.read_text() == "old"
    assert os.listdir(tmp_path) == ["report.json"]  # noqa: PTH208 - hidden files too


def test_a_report_that_cannot_be_written_is_said_before_anything_is_done(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with (
        pytest.raises(ExportError) as refused,
        writing_report(tmp_path / "file" / "report.json", words),
    ):
        pytest.fail("it began")
    assert refused.value.path == str(tmp_path / "file" / "report.json")


def test_a_report_that_cannot_be_finished_is_said(tmp_path: Path) -> None:
    path = tmp_path / "report.json"

    def write() -> None:
        with writing_report(path, words) as report:
            report.begin(AT, is_dry_run=False)
            path.mkdir()

    with pytest.raises(ExportError):
        write()


def test_every_problem_has_a_word_for_programs() -> None:
    assert problem_of(FieldError("text", "x")) == "field"
