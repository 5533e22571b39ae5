"""A newsroom in a folder that another program or machine has too: moved, or used all the same."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from newsdesk.domain.errors import StorageError, StorageProblem
from newsdesk.services.allowed_folders import AllowedFolders

_MOST = 100  # folders of one name, told apart by numbers

Report = Callable[[int, int], None]
Check = Callable[[Path], StorageError | None]


def _tell_nobody(_done: int, _total: int) -> None:
    pass


@dataclass(frozen=True, slots=True, kw_only=True)
class Moved:
    """Where a newsroom was, and still is as it was, and where it is now."""

    source: str
    target: str
    is_usual: bool  # whether that is the folder which newsdesk opens where none is named


class MovingService:
    """Works on a newsroom that is not open."""

    def __init__(
        self,
        source: Path,
        usual: Sequence[Path],
        allowed: AllowedFolders,
        problem_with: Check,
        is_free: Callable[[Path], bool],
        move: Callable[[Path, Report], None],
    ) -> None:
        """Tell it what it needs.

        Args:
            source: where the newsroom lies.
            usual: where a newsroom belongs on this machine, the best place first; the first one is
                opened where none is named.
            problem_with: returns why a folder cannot hold it.
            is_free: tells whether it may come into a folder.
            move: brings it there, whole and compared, and leaves `source` as it is.
        """
        self._source = source
        self._usual = tuple(usual)
        self._allowed = allowed
        self._problem_with = problem_with
        self._is_free = is_free
        self._move = move

    @property
    def destination(self) -> str:
        """Where it would be moved to: the first good folder that has no newsroom.

        Raises:
            StorageError: every folder of this account lies where none can be.
        """
        problem: StorageError | None = None
        for usual in self._usual:
            found = self._problem_with(usual)
            problem = problem or found
            if found is None:
                numbered = (usual.with_name(f"{usual.name}-{n}") for n in range(2, _MOST))
                for folder in (usual, *numbered):
                    if folder != self._source and self._is_free(folder):
                        return str(folder)
        raise problem or StorageError(StorageProblem.CANNOT_OPEN, str(self._usual[0]))

    def is_good(self, folder: str) -> bool:
        """Tell whether the newsroom may be moved to a folder; raise why it can lie in none such."""
        if problem := self._problem_with(Path(folder)):
            raise problem
        return Path(folder) != self._source and self._is_free(Path(folder))

    def move(self, folder: str = "", report: Report = _tell_nobody) -> Moved:
        """Move the newsroom; what it is moved from stays there as it is.

        Args:
            folder: where to; by default `destination`.
            report: told of bytes done and bytes in all; what it raises ends the work.

        Raises:
            StorageError: it could not be moved; nothing was changed where it is.
        """
        target = Path(folder or self.destination)
        self._move(target, report)
        return Moved(
            source=str(self._source), target=str(target), is_usual=target == self._usual[0]
        )

    def allow(self) -> None:
        """Use the folder all the same from now on, if it is one that others have too.

        Raises:
            ExportError: nobody can note that.
        """
        if self._problem_with(self._source) is not None:
            self._allowed.allow(str(self._source))
