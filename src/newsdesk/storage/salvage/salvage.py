"""Reading out of a damaged database what can still be read, into a new one.

Works on a copy; the damaged files are only read. `SELECT *` ends at the first broken page: here
every table is walked from both ends, and what lies between is asked for row by row, by the numbers
that the indexes know. A file whose beginning is gone gets that of a sound one: see `pages.py`.
"""

import shutil
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from newsdesk.domain.errors import StorageError, StorageProblem
from newsdesk.domain.salvage import Salvage
from newsdesk.storage import sqlite
from newsdesk.storage.errors import files_in_words, in_words
from newsdesk.storage.salvage import pages
from newsdesk.storage.salvage.reassembly import Reassembly
from newsdesk.storage.schema import newest

_DERIVED = frozenset({"release_fingerprint", "alembic_version"})
_PROBED = 1_000_000  # rows between two readable ones that are asked for one by one
_AFTER_THE_LAST = 1_000  # rows behind the last known one that are asked for
_AT_ONCE = 500  # rows between two rests


def salvage(
    damaged: Path,
    target: Path,
    donors: Sequence[Path],
    reassembly: Reassembly,
    rest: Callable[[], None],
) -> Salvage:
    """Make a sound database at `target` of all that can be read in a damaged one.

    Args:
        target: nothing stands there; in a folder on the same disk.
        donors: sound copies of the same database, the best first: of their time is its schema.
        reassembly: makes whole releases of the rows.
        rest: called every now and then; what it raises ends it all.

    Raises:
        StorageError: nothing in it can be read, or the new one cannot be written.
    """
    with (
        files_in_words(target.parent),
        TemporaryDirectory(prefix="salvage-", dir=target.parent) as name,
    ):
        scratch = Path(name)
        fresh = scratch / "fresh.sqlite"
        with closing(sqlite.create(fresh)) as driver:
            reassembly.make(driver, newest())
        for attempt in _attempts([*donors, fresh]):
            copy = attempt.copy_of(damaged, scratch)
            part = scratch / "salvaged.sqlite"
            sqlite.remove(part)
            with in_words(target), closing(sqlite.create(part)) as driver:
                read = _read_over(copy, driver, reassembly, rest)
                found = reassembly.finish(driver, read.lost) if read.rows else None
            if found is not None:
                part.replace(target)
                return found
    raise StorageError(StorageProblem.CORRUPT, str(damaged), "nothing in it can be read")


@dataclass(frozen=True, slots=True)
class _Attempt:
    """A way to open the damaged file: as it is, without its log, with another one's beginning."""

    donor: Path | None
    has_log: bool

    def copy_of(self, damaged: Path, scratch: Path) -> Path:
        copy = scratch / "damaged.sqlite"
        sqlite.remove(copy)
        copy.with_name(f"{copy.name}-shm").unlink(missing_ok=True)
        shutil.copyfile(damaged, copy)
        if self.has_log:
            for file in sqlite.companions(damaged):
                shutil.copyfile(file, copy.with_name(file.name.replace(damaged.name, copy.name)))
        pages.pad(copy)
        if self.donor is not None:
            pages.graft(copy, self.donor)
        return copy


def _attempts(donors: Sequence[Path]) -> Iterator[_Attempt]:
    for donor in (None, *donors):
        yield _Attempt(donor, has_log=True)
        yield _Attempt(donor, has_log=False)


@dataclass(frozen=True, slots=True)
class _Reading:
    rows: int
    lost: int


def _read_over(
    copy: Path, target: sqlite3.Connection, reassembly: Reassembly, rest: Callable[[], None]
) -> _Reading:
    """Bring every row of a damaged file that can be read into an empty one; no rows: no good."""
    nothing = _Reading(0, 0)
    try:
        source = sqlite3.connect(copy, isolation_level=None)
    except sqlite3.Error:
        return nothing
    with closing(source):
        source.text_factory = _readable
        try:
            source.execute("PRAGMA trusted_schema=OFF")
            source.execute("PRAGMA cell_size_check=ON")
            schema = sqlite.schema_number(source)
            tables = {name for (name,) in source.execute(_TABLES)}
        except sqlite3.DatabaseError:
            return nothing
        if "release" not in tables or not 0 < schema <= newest():
            return nothing
        reassembly.make(target, schema)
        wanted = {name for (name,) in target.execute(_TABLES) if not sqlite.is_of_index(name)}
        total, lost = 0, 0
        target.execute("BEGIN")
        for name in sorted(wanted & tables - _DERIVED):
            table = _Table(source, name)
            total += table.read_into(target, rest)
            lost += table.lost
        target.execute("COMMIT")
    return _Reading(total, lost)


_TABLES = "SELECT name FROM sqlite_master WHERE type = 'table'"


class _Table:
    """A table of a damaged database. Its names come from the file, and are quoted."""

    def __init__(self, source: sqlite3.Connection, name: str) -> None:
        self._source = source
        self._name = name
        self.lost = 0  # rows that are known of and could not be read

    def read_into(self, target: sqlite3.Connection, rest: Callable[[], None]) -> int:
        """Return how many rows were taken over."""
        theirs = _columns(self._source, self._name)
        columns = [name for name in _columns(target, self._name) if name in theirs]
        if not columns:
            return 0
        marks = ", ".join("?" * len(columns))
        sentence = f"INSERT OR IGNORE INTO {_quoted(self._name)} ({_listed(columns)}) VALUES"
        kept = 0
        for count, row in enumerate(self._rows(columns)):
            if count % _AT_ONCE == 0:
                rest()
            kept += target.execute(f"{sentence} ({marks})", row[1:]).rowcount
        return kept

    def _rows(self, columns: Sequence[str]) -> Iterator[Sequence[object]]:
        """Yield every row that can be read: its number, then the columns."""
        said = f"SELECT rowid, {_listed(columns)} FROM {_quoted(self._name)} NOT INDEXED WHERE"  # noqa: S608
        low, high = 0, None
        with suppress(sqlite3.DatabaseError):
            for row in self._source.execute(f"{said} rowid > ? ORDER BY rowid", (low,)):
                yield row
                low = row[0]
            return
        with suppress(sqlite3.DatabaseError):
            for row in self._source.execute(f"{said} rowid > ? ORDER BY rowid DESC", (low,)):
                yield row
                high = row[0]
            return
        yield from self._between(f"{said} rowid = ?", low, high)

    def _between(self, sentence: str, low: int, high: int | None) -> Iterator[Sequence[object]]:
        known = {number for number in self._known() if low < number < (high or number + 1)}
        end = high or max(known, default=low) + _AFTER_THE_LAST
        numbers = known | set(range(low + 1, min(end, low + _PROBED)))
        for number in sorted(numbers):
            try:
                row = self._source.execute(sentence, (number,)).fetchone()
            except sqlite3.DatabaseError:
                self.lost += number in known
                continue
            if row is not None:
                yield row

    def _known(self) -> set[int]:
        """Return the numbers of rows that the indexes of the table know, from both ends."""
        found: set[int] = set()
        name = _quoted(self._name)
        with suppress(sqlite3.DatabaseError):
            indexes = [row[1] for row in self._source.execute(f"PRAGMA index_list({name})")]
            for index in indexes:
                columns = [row[2] for row in self._source.execute(_info(index)) if row[2]]
                for direction in ("ASC", "DESC"):
                    order = ", ".join(f"{_quoted(column)} {direction}" for column in columns)
                    said = f"SELECT rowid FROM {name} INDEXED BY {_quoted(index)} ORDER BY {order}"  # noqa: S608
                    with suppress(sqlite3.DatabaseError):
                        for (number,) in self._source.execute(said):
                            found.add(number)
        return found


def _info(index: str) -> str:
    return f"PRAGMA index_info({_quoted(index)})"


def _columns(driver: sqlite3.Connection, table: str) -> list[str]:
    try:
        return [row[1] for row in driver.execute(f"PRAGMA table_info({_quoted(table)})")]
    except sqlite3.DatabaseError:
        return []


def _listed(columns: Sequence[str]) -> str:
    return ", ".join(map(_quoted, columns))


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'


def _readable(text: bytes) -> str:
    return text.decode("utf-8", "replace")
