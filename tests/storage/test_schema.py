"""The number of the schema."""

from pathlib import Path

from newsdesk.storage.schema import MIGRATIONS, newest


def test_the_number_is_that_of_the_last_migration(tmp_path: Path) -> None:
    versions = tmp_path / "versions"
    versions.mkdir()
    for name in ("0001_first.py", "0012_last.py", "0003_notes.txt", "0099_old.pyc", "__init__.py"):
        (versions / name).touch()
    assert newest(tmp_path) == 12


def test_without_migrations_there_is_no_schema(tmp_path: Path) -> None:
    assert newest(tmp_path) == 0


def test_ours_has_a_first_one() -> None:
    assert newest() >= 1
    assert (MIGRATIONS / "env.py").is_file()
