"""Writing a migration."""

import shutil
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import Column, String, Table, Uuid

from newsdesk.storage import sqlite
from newsdesk.storage.columns import Base
from newsdesk.storage.migrate import migrate
from newsdesk.storage.migrations.new import main, write
from newsdesk.storage.schema import MIGRATIONS, newest


@pytest.fixture
def migrations(tmp_path: Path) -> Path:
    ignored = shutil.ignore_patterns("__pycache__")
    return Path(shutil.copytree(MIGRATIONS, tmp_path / "migrations", ignore=ignored))


@pytest.fixture
def _another_table() -> Iterator[None]:
    """A table that no migration makes yet."""
    table = Table(
        "parade", Base.metadata, Column("id", Uuid(), primary_key=True), Column("route", String())
    )
    yield
    Base.metadata.remove(table)


def test_tables_in_step_give_a_migration_that_does_nothing(migrations: Path) -> None:
    number = newest() + 1
    script = write("Nothing at all!", migrations)
    assert script.name == f"{number:04}_nothing_at_all.py"
    assert "    pass\n" in script.read_text(encoding="utf-8")


@pytest.mark.usefixtures("_another_table")
def test_what_is_new_in_the_tables_is_written_down_and_can_be_run(migrations: Path) -> None:
    text = write("parades", migrations).read_text(encoding="utf-8")
    assert text.startswith('"""parades."""\n')
    assert f"down_revision = '{newest():04}'" in text
    assert "op.create_table('parade'" in text
    with closing(sqlite.in_memory()) as driver:
        migrate(driver, migrations)
        driver.execute("SELECT route FROM parade")


def test_it_asks_what_changed(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        main([])
    assert caught.value.code == 2
    assert "what" in capsys.readouterr().err
