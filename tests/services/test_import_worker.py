import pickle
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from newsdesk.domain.errors import ImportProblem
from newsdesk.domain.gazetteer import Gazetteer
from newsdesk.importing.draft import Draft, ImportTools
from newsdesk.services import import_worker
from newsdesk.services.import_sources import SourceFile, SourceReader
from newsdesk.services.import_worker import End, read_one
from tests.services import reading_hazards

TOOLS = ImportTools(gazetteer=Gazetteer(()))


def read(path: Path) -> list[Draft | End]:
    with closing(SourceReader()) as reader:
        return list(read_one(SourceFile(str(path)), reader, TOOLS, keeps_dissection=True))


def test_a_file_gives_its_drafts_and_ends(tmp_path: Path) -> None:
    path = tmp_path / "one.txt"
    path.write_text("The harbour opens\n\nIt does.")
    draft, end = read(path)
    assert isinstance(draft, Draft)
    assert (draft.headline, draft.file_name) == ("The harbour opens", "one.txt")
    assert end == End()


def test_a_refusal_names_the_file_with_its_folder(tmp_path: Path) -> None:
    (end,) = read(tmp_path / "gone.txt")
    assert isinstance(end, End)
    assert end.refusal is not None
    assert end.refusal.source == str(tmp_path / "gone.txt")
    assert end.refusal.problem is ImportProblem.UNREADABLE
    assert not end.refusal.is_rest


def test_of_half_a_feed_the_rest_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "half.xml"
    path.write_text("<rss><item><title>One</title></item><item><title>Tw")
    draft, end = read(path)
    assert isinstance(draft, Draft)
    assert isinstance(end, End)
    assert end.refusal is not None
    assert (end.refusal.problem, end.refusal.is_rest) == (ImportProblem.DAMAGED, True)
    assert pickle.loads(pickle.dumps(end)).refusal.is_rest  # noqa: S301 - our own


def test_what_came_before_a_fault_stands(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(import_worker, "drafts", reading_hazards.hazardous)
    path = tmp_path / "one.txt"
    path.write_text("fail")
    *drafts, end = read(path)
    assert len(drafts) == 2
    assert isinstance(end, End)
    assert end.refusal is not None
    assert (end.refusal.problem, end.refusal.detail) == (ImportProblem.FAILED, "ZeroDivisionError")
    assert end.refusal.is_rest
    assert "Traceback" in end.fault


def test_a_reading_process_loads_neither_the_store_nor_the_window() -> None:
    asked = "import sys, newsdesk.services.import_worker; print(*sys.modules)"
    run = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True)
    loaded = {name.partition(".")[0] for name in run.stdout.split()}
    assert loaded.isdisjoint({"sqlalchemy", "alembic", "PySide6", "jinja2"})


def test_what_storing_needs_of_a_text_comes_with_its_draft() -> None:
    text = "The harbour of Genève opens. " * 20
    draft = Draft(language="en", headline="One", body_md=text)
    (((said, reckoned), (end, nothing)),) = import_worker._together([draft, End()])
    assert (said, end, nothing) == (draft, End(), ())
    assert reckoned == tuple(of(text) for of in import_worker._NEEDED)
    import_worker.remember("read elsewhere", reckoned)
    assert tuple(of("read elsewhere") for of in import_worker._NEEDED) == reckoned


def test_what_is_found_slowly_is_said_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    now = 0.0

    def found() -> Iterator[Draft]:
        nonlocal now
        for number in range(40):
            now += 2 if number < 3 else 0
            yield Draft(language="en", headline=str(number))

    monkeypatch.setattr(import_worker, "monotonic", lambda: now)
    said = [len(some) for some in import_worker._together(found())]
    assert said == [1, 1, 1, 16, 16, 5]
