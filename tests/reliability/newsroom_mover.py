"""Moves a newsroom to another folder.

    python newsroom_mover.py {db} FOLDER

`{db}` is as `store_writer.py` has it. On stdout `READY` when it begins and `MOVED` once all of it
is there; it rests at each step, so that there is time to be killed in. `ERR - 0 <class> <message>`
and exit code 1 if that was refused.
"""

import argparse
import sys
import time

from store_writer import say, words_of
from stored_text import folder_of

from newsdesk.desk import moving_of
from newsdesk.domain.errors import NewsdeskError

_REST_S = 0.02


def main(words: list[str]) -> int:
    parser = argparse.ArgumentParser(prog="newsroom_mover.py")
    parser.add_argument("db", help="the data folder, or the newsdesk.sqlite in it")
    parser.add_argument("target", help="where it is moved to")
    chosen = parser.parse_args(words)
    moving = moving_of(folder_of(chosen.db))
    say("READY")
    try:
        moving.move(chosen.target, lambda _done, _total: time.sleep(_REST_S))
    except NewsdeskError as error:
        say("ERR", "-", 0, *words_of(error))
        return 1
    say("MOVED")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
