"""Makes a backup of a newsroom, or goes back to one.

    python backup_maker.py {db} [--restore FILE]

`{db}` is as `store_writer.py` has it. On stdout `READY` once the newsroom is open; `MADE` after a
backup was made, or `BACK` once the newsroom stands as it is in FILE, which takes closing and
opening it; `ERR - 0 <class> <message>` and exit code 1 if that was refused.
"""

import argparse
import sys

from store_writer import say, words_of
from stored_text import folder_of

from newsdesk.desk import open_desk
from newsdesk.domain.backup import BackupReason
from newsdesk.domain.errors import NewsdeskError


def main(words: list[str]) -> int:
    parser = argparse.ArgumentParser(prog="backup_maker.py")
    parser.add_argument("db", help="the data folder, or the newsdesk.sqlite in it")
    parser.add_argument("--restore", help="the backup to go back to")
    chosen = parser.parse_args(words)
    folder = folder_of(chosen.db)
    try:
        with open_desk(folder, writing=True) as desk:
            say("READY")
            if chosen.restore is None:
                desk.backups.make(BackupReason.ASKED)
                say("MADE")
                return 0
            desk.backups.restore(chosen.restore)
        with open_desk(folder, writing=True):
            say("BACK")
    except NewsdeskError as error:
        say("ERR", "-", 0, *words_of(error))
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
