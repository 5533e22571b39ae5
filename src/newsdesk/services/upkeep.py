"""Care for the open database, by whoever writes in it."""

from newsdesk.domain.changes import Changes
from newsdesk.services.workplace import Workplace


class UpkeepService:
    """Small work for a moment in which nothing else is to be stored."""

    def __init__(self, workplace: Workplace) -> None:
        self._database = workplace.database

    def checkpoint(self) -> tuple[None, Changes]:
        """Bring what is in the log into the file, as far as nobody still reads the state before.

        Raises:
            StorageError: it stays in the log, which is as safe.
        """
        self._database.checkpoint()
        return None, Changes()

    def distrust(self) -> tuple[None, Changes]:
        """Something stored is damaged: have all of it checked before it is opened the next time."""
        self._database.distrust()
        return None, Changes()

    def mend_index(self) -> tuple[None, Changes]:
        """Make the search index anew from the releases; raise `StorageError` if that fails."""
        with self._database.transaction() as work:
            work.rebuild_index()
        return None, Changes()
