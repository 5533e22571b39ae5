"""Saves releases through the real services until it is stopped, and says what it was told.

    python store_writer.py {db} --seed N --name X [--saves N]

`{db}` is the newsroom's data folder, made if need be, or the `newsdesk.sqlite` in one. On stdout,
unbuffered: `READY` once the newsroom is open; before each save `TRY <key> <seq> <sha256>`; after it
`ACK <key> <seq> <sha256>`, or `ERR <key> <seq> <class> <message>`, and it goes on. A newsroom that
cannot be opened is an `ERR` for `X` and exit code 1. After `--saves`, if that is given, it closes
the newsroom and ends.
"""

import argparse
import random
import sys
from contextlib import suppress
from itertools import count
from pathlib import Path

from inventor import Inventor, picture
from stored_text import StoredText, folder_of

from newsdesk.desk import open_desk
from newsdesk.domain.errors import NewsdeskError
from newsdesk.domain.media import PictureWords
from newsdesk.domain.query import ReleaseQuery
from newsdesk.domain.release import Release
from newsdesk.domain.revision import Reason
from newsdesk.services.desk import Desk

_MOST_RELEASES = 6
_PERMANENT = 0.2  # how often somebody saves by hand


class Writer:
    """Somebody at a desk who saves without a pause; the same texts for the same seed."""

    def __init__(self, desk: Desk, name: str, seed: int) -> None:
        self._desk = desk
        self._name = name
        self._chance = random.Random(seed)  # noqa: S311 - the same again
        self._inventor = Inventor(self._chance)
        self._stored: dict[str, Release] = {}
        self._look()

    def save(self) -> None:
        """Write something into one of the releases, save it, and say how that went."""
        key = f"{self._name}-{self._chance.randint(1, _MOST_RELEASES)}"
        stored = self._stored.get(key)
        number = StoredText.of(stored).number + 1 if stored else 1
        self.say_and_store(self._inventor.text(key, number))

    def say_and_store(self, text: StoredText) -> None:
        """Say what is tried, try it, and say what came of it."""
        say("TRY", text.key, text.number, text.sha256)
        if self.store(text):
            say("ACK", text.key, text.number, text.sha256)

    def store(self, text: StoredText) -> bool:
        """Return whether the services said it was saved; say so if they refused."""
        stored = self._stored.get(text.key)
        try:
            if "newsdesk-media:" in text.body_md:
                new = picture(text.number)
                self._desk.pictures.keep(new, PictureWords(alt="The quay"), "en")
            if stored is None:
                saved, _ = self._desk.releases.new(text.fields(), body_md=text.body_md)
            else:
                is_permanent = self._chance.random() < _PERMANENT
                reason = Reason.SAVE if is_permanent else Reason.AUTOSAVE
                saved, _ = self._desk.releases.save(text.on(stored), reason)
        except NewsdeskError as error:
            say("ERR", text.key, text.number, *words_of(error))
            self._look()
            return False
        self._stored[text.key] = saved
        return True

    def _look(self) -> None:
        """See what is stored; after a refusal that may be more than was said."""
        with suppress(NewsdeskError):
            releases = self._desk.releases
            stored = [releases.get(str(key)) for key in releases.ids(ReleaseQuery())]
            keyed = {StoredText.of(one).key: one for one in stored}
            self._stored = {
                key: one for key, one in keyed.items() if key.startswith(f"{self._name}-")
            }


def words_of(error: NewsdeskError) -> tuple[str, str]:
    said = " ".join(str(argument) for argument in error.args if argument)
    return type(error).__name__, " ".join(said.split())


def say(*words: object) -> None:
    sys.stdout.write(" ".join(str(word) for word in words) + "\n")  # in one piece
    sys.stdout.flush()


def main(words: list[str], writer: type[Writer] = Writer) -> int:
    parser = argparse.ArgumentParser(prog="store_writer.py")
    parser.add_argument("db", help="the data folder, or the newsdesk.sqlite in it")
    parser.add_argument("--seed", type=int, required=True)
    parser.add_argument("--name", required=True, help="how the keys begin")
    parser.add_argument("--saves", type=int, help="close after so many")
    chosen = parser.parse_args(words)
    sys.stdout.reconfigure(encoding="utf-8")
    folder: Path = folder_of(chosen.db)
    try:
        with open_desk(folder, writing=True) as desk:
            one = writer(desk, chosen.name, chosen.seed)
            say("READY")
            for _ in count() if chosen.saves is None else range(chosen.saves):
                one.save()
    except NewsdeskError as error:
        say("ERR", chosen.name, 0, *words_of(error))
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
