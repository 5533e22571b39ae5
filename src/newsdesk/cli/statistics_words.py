"""The words of `newsdesk stats`."""

import argparse

from newsdesk.domain.statistics import By


def add_words(command: argparse.ArgumentParser) -> None:
    command.add_argument("--from", dest="first", metavar="DAY", help="2026-01-01")
    command.add_argument("--to", dest="last", metavar="DAY", help="2026-12-31, with it")
    command.add_argument("--published", action="store_true", help="only what was published")
    command.add_argument("--by", help=f"one of: {', '.join(By)}; all of them by default")
    how = command.add_mutually_exclusive_group()
    how.add_argument("--csv", action="store_true", help="as a table for a spreadsheet")
    how.add_argument("--html", action="store_true", help="as the page with its charts")
