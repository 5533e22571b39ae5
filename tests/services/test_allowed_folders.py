"""What a person decided about a folder is remembered, for that folder alone."""

from pathlib import Path

import pytest

from newsdesk.domain.errors import ExportError
from newsdesk.services.allowed_folders import AllowedFolders


def test_a_folder_is_allowed_and_no_other(tmp_path: Path) -> None:
    path = tmp_path / "state" / "folders.json"
    folders = AllowedFolders(path)
    assert not folders.has("/srv/кirjä")
    folders.allow("/srv/кirjä")
    folders.allow("/mnt/office")
    kept = AllowedFolders(path)
    assert kept.has("/srv/кirjä")
    assert kept.has("/mnt/office")
    assert not kept.has("/srv")


@pytest.mark.parametrize(
    "content", ["", "[]", '{"folders": "/srv"}', '{"folders": [1, null]}', "[" * 9999]
)
def test_a_file_that_makes_no_sense_allows_nothing(tmp_path: Path, content: str) -> None:
    path = tmp_path / "folders.json"
    path.write_text(content)
    folders = AllowedFolders(path)
    assert not folders.has("/srv")
    folders.allow("/srv")
    assert folders.has("/srv")


def test_that_it_cannot_be_remembered_is_said(tmp_path: Path) -> None:
    (tmp_path / "state").write_text("a file where the folder should be")
    with pytest.raises(ExportError) as refused:
        AllowedFolders(tmp_path / "state" / "folders.json").allow("/srv")
    assert "folders.json" in refused.value.path
