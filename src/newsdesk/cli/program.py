"""The command line as a whole: words in, an exit code out."""

import argparse
import logging
import sys
from collections.abc import Sequence
from io import TextIOWrapper

from newsdesk.cli.output import INTERRUPTED, REFUSED, fall_silent, warn
from newsdesk.cli.parser import WindowCall, build, window_call
from newsdesk.domain.errors import NewsdeskError


def run(arguments: Sequence[str]) -> int:
    """Do what the words say and return the exit code: 0 done, 1 refused, 2 wrong usage."""
    _speak_utf_8()
    parser = build()
    if (for_window := window_call(arguments)) is not None:
        return _open_window(parser, for_window)
    words = parser.parse_args(arguments)
    if words.self_test is not None:
        from newsdesk.self_test import run as self_test  # noqa: PLC0415 - see below

        return self_test(words.self_test)
    if words.command is None:
        parser.print_help(sys.stderr)
        return 2
    from newsdesk import log, paths  # noqa: PLC0415 - see below

    running = log.start(paths.log_dir(words.data_dir))
    try:
        return _carry_out(words, parser)
    except Exception:
        logging.getLogger(__name__).exception("%s failed", words.command)
        raise  # a bug: whoever sees it is shown all of it
    finally:
        if running is not None:
            running.close()


def _open_window(parser: argparse.ArgumentParser, call: WindowCall) -> int:
    if missing := [str(file) for file in call.files if not file.exists()]:
        parser.error(f"there is no command and no file {missing[0]!r}")
    from newsdesk.app import run as open_window  # noqa: PLC0415 - see below

    return open_window(call.files, call.data_dir)


def _carry_out(words: argparse.Namespace, parser: argparse.ArgumentParser) -> int:
    # `--version` and `--help` must not wait for SQLAlchemy
    from newsdesk.cli.commands import COMMANDS, UsageError  # noqa: PLC0415
    from newsdesk.cli.words import words as wording  # noqa: PLC0415

    try:
        if words.use_folder_anyway:
            from newsdesk.desk import moving_of  # noqa: PLC0415 - see above

            moving_of(words.data_dir).allow()
        return COMMANDS[words.command](words)
    except UsageError as error:
        parser.error(str(error))
    except NewsdeskError as error:
        warn(wording(error))
        return REFUSED
    except KeyboardInterrupt:
        print("newsdesk: stopped; what was done before is kept.", file=sys.stderr)
        return INTERRUPTED
    except BrokenPipeError:
        fall_silent()
        return 0


def _speak_utf_8() -> None:
    """A release has letters that a Windows console's own encoding lacks."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
