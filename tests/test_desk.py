import subprocess
import sys
from pathlib import Path

import pytest

from newsdesk.desk import open_desk
from newsdesk.domain.errors import StorageError, StorageProblem


def test_a_desk_that_only_looks_makes_no_claim_on_the_newsroom(tmp_path: Path) -> None:
    with open_desk(tmp_path, writing=True) as writing:
        release, _ = writing.releases.new({"headline": "One"})
        with open_desk(tmp_path) as looking:
            assert looking.releases.get("one") == release
        with pytest.raises(StorageError) as refused, open_desk(tmp_path, writing=True):
            pass
    assert refused.value.problem is StorageProblem.LOCKED


def test_ids_are_of_the_kind_that_sorts_by_time(tmp_path: Path) -> None:
    with open_desk(tmp_path, writing=True) as desk:
        ids = [desk.releases.new({})[0].id for _ in range(5)]
    assert ids == sorted(ids)
    assert {one.version for one in ids} == {7}


def test_everything_lies_in_one_file_once_the_desk_is_closed(tmp_path: Path) -> None:
    with open_desk(tmp_path, writing=True) as desk:
        desk.releases.new({"headline": "One"})
    leftovers = {path.name for path in tmp_path.iterdir() if "sqlite" in path.name}
    assert leftovers == {"newsdesk.sqlite"}


def test_opening_a_newsroom_loads_nothing_that_one_format_alone_needs(tmp_path: Path) -> None:
    program = (
        "import sys; from pathlib import Path; from newsdesk.desk import open_desk\n"
        f"with open_desk(Path({str(tmp_path)!r}), writing=True): pass\n"
        "print(sorted({'pypdf', 'mammoth', 'trafilatura', 'chunspell'} & sys.modules.keys()))"
    )
    ran = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert ran.stdout.strip() == "[]"
