"""How bringing texts in went, kept as a report."""

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from newsdesk.desk import open_desk
from newsdesk.domain.errors import Cancelled, ExportError, ImportProblem, ImportRefusedError
from newsdesk.services.import_batch import NotStored, Stored
from newsdesk.services.import_reading import FileEnd
from newsdesk.services.import_sources import Listing, SourceFile
from newsdesk.ui.jobs import import_account
from newsdesk.ui.jobs.import_account import BroughtIn, ImportAccount, name_of

AT = datetime(2026, 5, 3, 9, 30, tzinfo=UTC)
ONE, TWO = SourceFile("one.txt"), SourceFile("two.txt")
TEXT = b"Crews are ready\n\nGENEVA, 3 May 2026 - Ninety harbour workers have finished a course."


@pytest.fixture
def account(newsroom_folder: Path) -> ImportAccount:
    account = ImportAccount(AT, AT)
    account.listing = Listing((ONE, TWO), (), 0)
    with open_desk(newsroom_folder, writing=True) as desk:
        imported, _changes = desk.imports.store(desk.imports.read(TEXT, "one.txt"))
    account.add(FileEnd(ONE))
    account.add(FileEnd(TWO, ImportRefusedError(ImportProblem.EMPTY, "two.txt")))
    account.add(Stored(ONE, imported))  # settled after the end of its file
    account.add(NotStored(ONE, imported.draft, Cancelled()))
    return account


def test_the_report_has_each_file_once_with_all_that_became_of_it(
    account: ImportAccount, tmp_path: Path
) -> None:
    account.write(tmp_path / "report.json")
    report = json.loads((tmp_path / "report.json").read_text("utf-8"))
    assert [one["file"] for one in report["files"]] == ["one.txt", "two.txt"]
    first, second = report["files"]
    assert [bool(one["release"]) for one in first["drafts"]] == [True, False]
    assert first["drafts"][1]["refused"]["problem"] == "cancelled"
    assert second["refused"]["problem"] == "empty"
    assert report["totals"]["files"] == 2


def test_what_a_text_was_taken_apart_into_is_not_kept(account: ImportAccount) -> None:
    stored = next(one for one in account._by_file() if isinstance(one, Stored))
    assert stored.imported.draft.dissection is None
    assert stored.imported.draft.body_md == stored.imported.release.body_md == ""
    assert stored.imported.draft.findings


def test_of_very_many_the_report_is_the_same(
    account: ImportAccount, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    account.write(tmp_path / "few.json")
    monkeypatch.setattr(import_account, "_IN_MEMORY", 0)  # the others wait in a file
    again = ImportAccount(AT, AT)
    again.listing = account.listing
    for outcome in account._by_file():
        again.add(outcome)
    assert again._file is not None
    again.write(tmp_path / "many.json")
    assert (tmp_path / "many.json").read_text("utf-8") == (tmp_path / "few.json").read_text("utf-8")


def test_where_nothing_can_be_written_that_is_said(account: ImportAccount, tmp_path: Path) -> None:
    with pytest.raises(ExportError):
        account.write(tmp_path)  # a folder


def test_there_is_more_to_tell_of_several_than_of_one() -> None:
    assert not BroughtIn(skipped=("one.txt",)).has_more_to_tell
    assert BroughtIn(skipped=("one.txt", "two.txt")).has_more_to_tell
    assert name_of("folder/one.txt") == "one.txt"
