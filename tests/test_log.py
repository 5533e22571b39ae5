import faulthandler
import logging
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from newsdesk import log

Start = Callable[[], log.Log | None]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "log"


@pytest.fixture
def start(folder: Path) -> Iterator[Start]:
    """Starts the log; what is open at the end is closed."""
    opened: list[log.Log] = []

    def start_and_remember() -> log.Log | None:
        if one := log.start(folder):
            opened.append(one)
        return one

    yield start_and_remember
    for one in reversed(opened):
        one.close()
    faulthandler.enable(sys.__stderr__)  # the test runner's, which `close` turned off


def read(folder: Path) -> str:
    return (folder / "newsdesk.log").read_text(encoding="utf-8")


def test_a_record_is_one_line_with_its_place_and_level(start: Start, folder: Path) -> None:
    start()
    logging.getLogger("newsdesk.storage").info("migrated to %s\nin one step", "0002")
    [line] = read(folder).splitlines()
    assert line.endswith("INFO newsdesk.storage: migrated to 0002\\nin one step")


def test_an_error_is_logged_without_its_words(
    start: Start, folder: Path, expected_warnings: list[logging.LogRecord]
) -> None:
    start()
    try:
        try:
            int("the headline under embargo")
        except ValueError as error:
            raise KeyError("and its lead") from error
    except KeyError:
        logging.getLogger("newsdesk").exception("cannot save")
    text = read(folder)
    assert "embargo" not in text
    assert "lead" not in text
    assert text.index("ValueError") < text.index("KeyError")
    assert "test_log.py" in text
    assert len(expected_warnings) == 1


@pytest.mark.usefixtures("expected_warnings")
def test_the_systems_own_errors_say_what_they_are(start: Start, folder: Path) -> None:
    start()
    try:
        (folder / "EMBARGOED-the-headline.html").read_bytes()
    except OSError:
        logging.getLogger("newsdesk").exception("cannot read")
    assert "FileNotFoundError: No such file" in read(folder)
    assert "EMBARGOED" not in read(folder)


def test_old_records_make_way(start: Start, folder: Path) -> None:
    start()
    for _ in range(700):
        logging.getLogger("newsdesk").info("%s", "x" * 10_000)
    files = sorted(path.name for path in folder.glob("newsdesk.log*"))
    assert files == ["newsdesk.log", *(f"newsdesk.log.{number}" for number in range(1, 5))]
    assert all((folder / name).stat().st_size <= 1_000_000 for name in files)


def test_a_folder_that_cannot_be_made_costs_the_log_only(tmp_path: Path) -> None:
    (tmp_path / "log").write_text("a file stands in its place", encoding="utf-8")
    assert log.start(tmp_path / "log") is None


def test_closing_leaves_the_root_logger_as_it_was(folder: Path) -> None:
    before = logging.root.level, list(logging.root.handlers)
    opened = log.start(folder)
    assert opened is not None
    assert (logging.root.level, logging.root.handlers) != before
    opened.close()
    faulthandler.enable(sys.__stderr__)
    assert (logging.root.level, logging.root.handlers) == before


def test_an_orderly_run_leaves_no_crash_behind(start: Start, folder: Path) -> None:
    first = start()
    assert first is not None
    first.close()
    second = log.start(folder)
    assert second is not None
    assert second.last_crash is None
    second.close()


def test_a_crash_is_found_by_the_next_run_and_only_by_that(start: Start, folder: Path) -> None:
    crash = (
        "import faulthandler, sys; from pathlib import Path; from newsdesk import log\n"
        "log.start(Path(sys.argv[1])); faulthandler._sigabrt()"
    )
    run = subprocess.run([sys.executable, "-c", crash, str(folder)], check=False)
    assert run.returncode != 0
    found = start()
    assert found is not None
    assert found.last_crash is not None
    assert "Fatal Python error" in found.last_crash.read_text(encoding="utf-8")
    found.close()
    again = start()
    assert again is not None
    assert again.last_crash is None
