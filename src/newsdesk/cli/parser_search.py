"""The words of the commands that find releases."""

import argparse
from collections.abc import Callable

from newsdesk.domain.facets import FACETS

AddCommand = Callable[[str, str], argparse.ArgumentParser]
"""Is called with the name of a command and what it does."""

_NAMES = "state: country: tag: theme: lang: contact: before: after: has: is:"
OPERATORS = f'words, "a phrase", -not, and {_NAMES}'


def add_search(add: AddCommand) -> None:
    command = add("search", "find releases, and show where it stands")
    command.add_argument("query", metavar="QUERY", help=OPERATORS)
    command.add_argument("--ranked", action="store_true", help="the best first, not the newest")
    command.add_argument("--limit", type=int, metavar="N", help="no more than these")
    command.add_argument("--trash", action="store_true", help="the trash instead of the library")
    command.add_argument("--saved", action="store_true", help="QUERY is the name of a saved search")

    command = add("searches", "list saved searches, keep, change, order or remove one")
    command.add_argument("--add", metavar="QUERY", help="keep it, under a --name of its own")
    command.add_argument("--edit", metavar="SEARCH", help="a name or an id")
    command.add_argument("--remove", metavar="SEARCH")
    command.add_argument("--name")
    command.add_argument("--query", metavar="QUERY", help="with --edit: what it looks for")
    command.add_argument("--move", type=int, metavar="N", help="with --edit: N places down, or -N")

    command = add("facets", "list what the library can be narrowed to, with how much each finds")
    command.add_argument("--by", choices=[one.value for one in FACETS], help="only these")
    command.add_argument("--language", default="en", metavar="TAG", help="of names; en by default")
