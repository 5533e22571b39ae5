"""Reads what runs left in a draft journal and says it, as `store_dump.py` does of a newsroom.

python journal_dump.py FOLDER
"""

import sys
from pathlib import Path

from store_writer import say
from stored_text import StoredText

from newsdesk.storage.journal import JournalFolder


def main() -> None:
    sys.stdout.reconfigure(encoding="utf-8")
    for line in sys.stdin:
        for left in JournalFolder(Path(line.rstrip("\n"))).left():
            text = StoredText.of(left.entry.release)
            say("ROW", text.key, text.number, text.sha256)
        say("OK")


if __name__ == "__main__":
    main()
