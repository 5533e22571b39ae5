"""Writes texts into a draft journal until it is stopped, and says what it was told.

    python journal_writer.py FOLDER --seed N --name X [--saves N]

FOLDER holds the journals of all runs. What is said is what `store_writer.py` says.
"""

import argparse
import random
import sys
from datetime import UTC, datetime
from itertools import count
from pathlib import Path
from uuid import UUID

from inventor import Inventor
from store_writer import say, words_of
from uuid6 import uuid7

from newsdesk.domain.errors import NewsdeskError
from newsdesk.domain.ids import FamilyId, ReleaseId
from newsdesk.domain.journal import JournalEntry
from newsdesk.domain.release import Release
from newsdesk.storage.journal import DraftJournal

_MOST_RELEASES = 3
_STORED = 0.3  # how often the database has a text before the next one comes


def main(words: list[str]) -> int:
    parser = argparse.ArgumentParser(prog="journal_writer.py")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--seed", type=int, required=True)
    parser.add_argument("--name", required=True, help="how the keys begin")
    parser.add_argument("--saves", type=int, help="close after so many")
    chosen = parser.parse_args(words)
    sys.stdout.reconfigure(encoding="utf-8")
    chance = random.Random(chosen.seed)  # noqa: S311 - the same again
    inventor = Inventor(chance)
    releases = [_blank() for _ in range(_MOST_RELEASES)]
    journal = DraftJournal(chosen.folder, _new_id)
    say("READY")
    for number in count(1) if chosen.saves is None else range(1, chosen.saves + 1):
        place = chance.randrange(_MOST_RELEASES)
        # every run has a journal of its own, and so keys of its own
        text = inventor.text(f"{chosen.name}{chosen.seed}-{place}", number)
        release = text.on(releases[place])
        say("TRY", text.key, text.number, text.sha256)
        try:
            journal.write(JournalEntry(release=release, at=datetime.now(UTC)))
        except NewsdeskError as error:
            say("ERR", text.key, text.number, *words_of(error))
            continue
        say("ACK", text.key, text.number, text.sha256)
        if chance.random() < _STORED:
            journal.mark_stored(release.id)
    journal.close()
    return 0


def _blank() -> Release:
    key, now = ReleaseId(_new_id()), datetime.now(UTC)
    return Release(
        id=key,
        slug=f"a-{key}",
        family_id=FamilyId(key),
        language="en",
        firstcreated=now,
        versioncreated=now,
        created_by="dana",
    )


def _new_id() -> UUID:
    return UUID(int=uuid7().int)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
