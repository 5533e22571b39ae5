"""Reads what may be refused, and only that."""

from newsdesk.domain.errors import ImportRefusedError
from newsdesk.importing import drafts
from newsdesk.importing.draft import Draft, ImportTools
from tests.importing.watchdog import allowed


def read(
    raw: bytes, name: str, tools: ImportTools
) -> tuple[list[Draft], ImportRefusedError | None]:
    """Return the drafts that a file makes in the time allowed, and why there are no more."""
    found: list[Draft] = []
    with allowed():
        try:
            found.extend(drafts(raw, name, tools))
        except ImportRefusedError as error:
            return found, error
    return found, None
