"""Opens a newsroom to write in it, slowly where it is checked.

    python newsroom_opener.py {db}

`{db}` is as `store_writer.py` has it. On stdout `CHECKING` each time the check goes on, after which
it rests, so that there is time to be killed in; `READY` once the newsroom is open; `ERR - 0 <class>
<message>` and exit code 1 if that was refused.
"""

import argparse
import sys
import time

from store_writer import say, words_of
from stored_text import folder_of

from newsdesk.desk import open_desk
from newsdesk.domain.errors import NewsdeskError

_REST_S = 0.5


class Slowly:
    def report(self, _done: int, _total: int) -> None:
        say("CHECKING")
        time.sleep(_REST_S)


def main(words: list[str]) -> int:
    parser = argparse.ArgumentParser(prog="newsroom_opener.py")
    parser.add_argument("db", help="the data folder, or the newsdesk.sqlite in it")
    chosen = parser.parse_args(words)
    try:
        with open_desk(folder_of(chosen.db), writing=True, progress=Slowly()):
            say("READY")
    except NewsdeskError as error:
        say("ERR", "-", 0, *words_of(error))
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
