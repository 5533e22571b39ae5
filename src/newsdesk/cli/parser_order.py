"""The words of the commands that keep a library in order."""

import argparse
from collections.abc import Callable
from pathlib import Path

AddCommand = Callable[[str, str], argparse.ArgumentParser]
"""Is called with the name of a command and what it does."""


def add_bulk(add: AddCommand) -> None:
    command = add("tag", "file releases under a tag or another term, or no longer")
    command.add_argument("what", choices=("add", "remove"))
    command.add_argument("name", metavar="NAME")
    _add_choice(command)
    command.add_argument("--scheme", default="tag", help="theme, category …; tag by default")
    command.add_argument("--language", metavar="L", help="of the name of a new one")

    command = add("language", "set the language of drafts")
    command.add_argument("language", metavar="LANGUAGE", help="en, fr, pt-BR …")
    _add_choice(command)

    command = add("step", "take a step of the workflow with each release that has it")
    command.add_argument("action", metavar="STEP", help="submit, withdraw, approve, edit …")
    _add_choice(command)
    command.add_argument("--yes", action="store_true", help="answer yes to what would be asked")

    for name, what in (
        ("trash", "put releases away that were never published"),
        ("untrash", "take releases out of the trash"),
    ):
        _add_choice(add(name, what))

    command = add("empty-trash", "erase the texts of what is in the trash, for good")
    how = command.add_mutually_exclusive_group()
    how.add_argument("--old", action="store_true", help="what has been there for 90 days")
    how.add_argument("--yes", action="store_true", help="all of it")


def add_vocabularies(add: AddCommand) -> None:
    command = add("terms", "list tags, themes and other terms, or put a vocabulary in order")
    command.add_argument("--scheme")
    command.add_argument("--language", metavar="L", help="of the names")
    command.add_argument("--add", metavar="NAME")
    command.add_argument("--rename", metavar="TERM", help="a name, a code or an id")
    command.add_argument("--name", help="with --rename: the new one")
    command.add_argument("--merge", metavar="TERM", nargs="+", help="make them another one")
    command.add_argument("--into", metavar="TERM", help="with --merge: that one")
    command.add_argument("--retire", metavar="TERM", help="offer it no longer")
    command.add_argument("--offer", metavar="TERM", help="offer it again")
    command.add_argument("--colour", metavar="TERM=COLOUR", help="red, teal …, or none")
    command.add_argument("--remove", metavar="TERM", help="one that no release is filed under")
    command.add_argument("--uses", metavar="TERM", help="list the releases filed under it")
    command.add_argument("--doubles", action="store_true", help="only those with one name")
    command.add_argument(
        "--import", dest="take_in", type=Path, metavar="FILE", help="JSON of IPTC's NewsCodes"
    )


def add_templates(add: AddCommand) -> None:
    command = add("templates", "list templates, add one, change or remove it")
    command.add_argument("--add", metavar="NAME")
    command.add_argument("--from", dest="from_release", metavar="ID", help="from a release")
    command.add_argument("--edit", metavar="TEMPLATE", help="a name or an id")
    command.add_argument("--remove", metavar="TEMPLATE")
    command.add_argument("--name")
    command.add_argument("--language", metavar="L")
    command.add_argument("--body-file", metavar="FILE", help="Markdown; - reads standard input")
    command.add_argument(
        "--set", action="append", default=[], metavar="FIELD=VALUE", help="'' takes it away"
    )
    command.add_argument(
        "--require", metavar="FIELDS", help="what publishing asks for: headline, contacts, tags …"
    )


def _add_choice(command: argparse.ArgumentParser) -> None:
    command.add_argument("ids", nargs="*", metavar="ID")
    command.add_argument("--query", metavar="TEXT", help="all that this finds")
