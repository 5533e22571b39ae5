"""A window in a process of its own, for stories in which it ends badly: `… FOLDER TEXT`.

It types the text into a new release, says so, and stays open. With `--on-and-on FOLDER` it types
numbered words without a pause, and says each with the time by the clock that all processes share.
"""

import sys
import time
from itertools import count
from pathlib import Path

from PySide6.QtWidgets import QApplication

from tests.drivers import WindowDriver
from tests.hands import type_text


def main(folder: str, text: str) -> None:
    desk = _opened(folder)
    desk.type_body(text)
    print("typed", flush=True)  # noqa: T201 - whoever started it waits for this
    QApplication.exec()


def type_on_and_on(folder: str) -> None:
    desk = _opened(folder)
    desk.type_headline("Typed without a pause")
    desk.type_body("")
    for number in count():
        type_text(f"word{number:04} ")
        print(f"word{number:04} {time.monotonic()}", flush=True)  # noqa: T201 - as above


def _opened(folder: str) -> WindowDriver:
    desk = WindowDriver(Path(folder))
    desk.skip_first_start()
    desk.new_release()
    return desk


if __name__ == "__main__":
    if sys.argv[1] == "--on-and-on":
        type_on_and_on(sys.argv[2])
    else:
        main(sys.argv[1], sys.argv[2])
