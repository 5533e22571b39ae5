"""The number of the schema, read off the names of the migrations without loading any."""

from pathlib import Path

MIGRATIONS = Path(__file__).parent / "migrations"


def newest(migrations: Path = MIGRATIONS) -> int:
    """Return the number of the last migration, 0 if there is none."""
    scripts = (migrations / "versions").glob("[0-9][0-9][0-9][0-9]_*.py")
    return max((int(script.name[:4]) for script in scripts), default=0)
