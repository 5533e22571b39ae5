"""Writers that are wrong on purpose, to see that the suite finds them out.

    python wrong_writer.py {db} --seed N --name X [--saves N] --wrong HOW

`early` says `ACK` before anything is stored; `normal` and `off` set SQLite's `synchronous` lower
than it may be, which nothing but a cut of the power brings to light.
"""

import argparse
import sys

from store_writer import Writer, main, say
from stored_text import StoredText

from newsdesk.storage import sqlite

_SYNCHRONOUS = {"off": 0, "normal": 1}


class EarlyWriter(Writer):
    """Says it is saved before it is."""

    def say_and_store(self, text: StoredText) -> None:
        say("TRY", text.key, text.number, text.sha256)
        say("ACK", text.key, text.number, text.sha256)
        self.store(text)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(prog="wrong_writer.py", add_help=False)
    parser.add_argument("--wrong", choices=("early", *_SYNCHRONOUS), required=True)
    chosen, others = parser.parse_known_args(sys.argv[1:])
    if chosen.wrong in _SYNCHRONOUS:
        sqlite._WRITING["synchronous"] = _SYNCHRONOUS[chosen.wrong]
    sys.exit(main(others, EarlyWriter if chosen.wrong == "early" else Writer))
