"""A window in a process of its own, for stories in which it ends badly: `… FOLDER TEXT`.

It types the text into a new release, says so, and stays open.
"""

import sys
from pathlib import Path

from PySide6.QtWidgets import QApplication

from tests.drivers import WindowDriver


def main(folder: str, text: str) -> None:
    desk = WindowDriver(Path(folder))
    desk.skip_first_start()
    desk.new_release()
    desk.type_body(text)
    print("typed", flush=True)  # noqa: T201 - whoever started it waits for this
    QApplication.exec()


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2])
