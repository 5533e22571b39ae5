"""Writes a migration: `dev.py migration "what changed in the tables"`.

What the present migrations make is compared with `storage/tables.py`; read the outcome before you
trust it.
"""

import argparse
import sys
from pathlib import Path

from alembic import command

from newsdesk.storage import sqlite
from newsdesk.storage.engine import engine_on
from newsdesk.storage.migrate import alembic_config
from newsdesk.storage.schema import MIGRATIONS, newest


def write(what: str, migrations: Path = MIGRATIONS) -> Path:
    """Write `versions/NNNN_what.py` and return it."""
    number = f"{newest(migrations) + 1:04}"
    driver = sqlite.in_memory()
    try:
        with engine_on(driver).connect() as connection:
            config = alembic_config(connection, migrations)
            command.upgrade(config, "head")
            command.revision(config, what, autogenerate=True, rev_id=number)
    finally:
        driver.close()
    (script,) = (migrations / "versions").glob(f"{number}_*.py")
    return script


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(prog="dev.py migration")
    parser.add_argument("what", help="what changed in the tables, in a few words")
    script = write(parser.parse_args(arguments).what)
    sys.stdout.write(f"{script}\nRead it, format it, and commit it with storage/tables.py.\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
