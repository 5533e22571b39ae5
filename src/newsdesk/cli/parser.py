"""The words of the command line. To add a command: a line here, a function in `commands`."""

import argparse
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from newsdesk import __version__
from newsdesk.cli import parser_order, parser_search
from newsdesk.cli.people_words import add_words as add_people_words
from newsdesk.cli.statistics_words import add_words as add_statistics_words
from newsdesk.domain.duplicate import Resolution
from newsdesk.domain.grouping import GroupBy
from newsdesk.domain.parting import Choice
from newsdesk.domain.query import ListOrder

EPILOG = "Exit codes: 0 done, 1 refused (in words on stderr), 2 wrong usage."


class _Parser(argparse.ArgumentParser):
    """One for which `--` behind an equals sign is a value as any other.

    That of Python 3.11 takes it away and hands on an empty list.
    """

    def _get_values(self, action: argparse.Action, arg_strings: list[str]) -> Any:
        if not (action.option_strings and action.nargs is None and arg_strings == ["--"]):
            return super()._get_values(action, arg_strings)
        value = self._get_value(action, "--")
        self._check_value(action, value)
        return value


def build() -> argparse.ArgumentParser:
    """Return the parser. What is for all commands may stand before or after their names."""
    parser = _Parser(
        prog="newsdesk",
        usage="%(prog)s [--data-dir DIR] [FILE ...]\n"
        "       %(prog)s [--data-dir DIR] COMMAND ... [--json]",
        description="The press officer's desk, offline. Without a command it opens the window, and "
        "brings FILEs in.",
        epilog=EPILOG,
    )
    parser.add_argument("--version", action="version", version=f"newsdesk {__version__}")
    parser.add_argument(
        "--self-test", type=Path, metavar="DIR", help="check this installation, using DIR"
    )
    parser.add_argument("--data-dir", type=Path, metavar="DIR", help="where the newsroom lies")
    parser.add_argument("--json", action="store_true", help="print JSON")
    parser.add_argument(
        "--use-folder-anyway",
        action="store_true",
        help="work in a cloud or network folder all the same; remembered for that folder",
    )
    everywhere = argparse.ArgumentParser(add_help=False)
    hidden = argparse.SUPPRESS
    everywhere.add_argument("--data-dir", type=Path, default=hidden, help=hidden)
    everywhere.add_argument("--json", action="store_true", default=hidden, help=hidden)
    everywhere.add_argument("--use-folder-anyway", action="store_true", default=hidden, help=hidden)
    subparsers = parser.add_subparsers(dest="command", metavar="COMMAND")
    _add_all(_Commands(subparsers.add_parser, everywhere))
    return parser


def command_names() -> frozenset[str]:
    names: set[str] = set()

    def note(name: str, **_what: object) -> argparse.ArgumentParser:
        names.add(name)
        return argparse.ArgumentParser()

    _add_all(_Commands(note, argparse.ArgumentParser(add_help=False)))
    return frozenset(names)


class _Commands:
    def __init__(
        self,
        add_parser: Callable[..., argparse.ArgumentParser],
        everywhere: argparse.ArgumentParser,
    ) -> None:
        self._add_parser = add_parser
        self._everywhere = everywhere

    def add(self, name: str, what: str) -> argparse.ArgumentParser:
        return self._add_parser(
            name, help=what, description=what, epilog=EPILOG, parents=[self._everywhere]
        )


def _add_all(commands: _Commands) -> None:
    _add_releases(commands)
    _add_history(commands)
    _add_recovery(commands)
    _add_steps(commands)
    _add_books(commands)
    parser_search.add_search(commands.add)
    parser_order.add_bulk(commands.add)
    parser_order.add_vocabularies(commands.add)
    parser_order.add_templates(commands.add)
    _add_spelling(commands)
    _add_backups(commands)


def _add_releases(commands: _Commands) -> None:
    command = commands.add("import", "bring texts in as drafts; say what was found and how sure")
    command.add_argument(
        "files",
        nargs="+",
        type=Path,
        metavar="FILE",
        help="a file, or a folder or ZIP of them, or what another newsdesk handed over (.newsdesk)",
    )
    command.add_argument("--dry-run", action="store_true", help="store nothing")
    command.add_argument(
        "--on-duplicate",
        choices=[resolution.value for resolution in Resolution],
        help="what becomes of a text that is here already, or nearly: skip, update it, or copy; "
        "by default only what is here word for word is left out",
    )
    command.add_argument(
        "--on-conflict",
        choices=[choice.value for choice in Choice],
        help="what becomes of a release in a bundle that both desks changed: keep mine, or theirs, "
        "on top of the other, which stays in the history; or both, one of them as a copy",
    )
    _add_password(command, "of bundles that have one; without it they are asked for")
    command.add_argument(
        "--report", type=Path, metavar="FILE", help="write down as JSON what became of each file"
    )

    command = commands.add("new", "begin a draft")
    command.add_argument("--template", metavar="NAME", help="from a template")
    _add_content(command)

    command = commands.add("list", "list releases, newest first")
    command.add_argument("--query", default="", metavar="QUERY", help=parser_search.OPERATORS)
    command.add_argument("--state", action="append", default=[])
    command.add_argument("--language")
    command.add_argument("--embargoed", action="store_true", help="those whose embargo runs now")
    command.add_argument("--trash", action="store_true", help="the trash instead of the library")
    command.add_argument(
        "--sort",
        default=ListOrder.UPDATED.value,
        choices=[order.value for order in ListOrder],
        help="the last change by default",
    )
    command.add_argument(
        "--group",
        choices=[by.value for by in GroupBy],
        help="below headings; a month is that of the date sorted by, in UTC",
    )
    command.add_argument("--count", action="store_true", help="how many there are of each kind")

    command = commands.add("show", "show a release")
    command.add_argument("id")
    command.add_argument("--revision", metavar="N", help="as it was then; the number, or now")
    how = command.add_mutually_exclusive_group()
    how.add_argument("--markdown", action="store_true", help="the text alone")
    how.add_argument("--html", action="store_true", help="the page as it would be exported now")

    command = commands.add("edit", "change a draft")
    command.add_argument("id")
    _add_content(command)

    command = commands.add("media", "list the pictures of a release, add one or say what they show")
    command.add_argument("id")
    what = command.add_mutually_exclusive_group()
    what.add_argument("--add", type=Path, metavar="FILE", help="JPEG, PNG, WebP or GIF")
    what.add_argument("--edit", metavar="HASH", help="the beginning of it, as it is listed")
    what.add_argument("--remove", metavar="HASH", help="out of the text; the file stays")
    command.add_argument("--alt", metavar="TEXT", help="what is seen, for who cannot see it")
    command.add_argument("--decorative", action="store_true", help="it says nothing")
    command.add_argument("--caption", metavar="TEXT", help="in the language of the release")
    command.add_argument("--credit", metavar="TEXT")


def _add_history(commands: _Commands) -> None:
    command = commands.add("revisions", "list what was kept of a release")
    command.add_argument("id")

    command = commands.add("diff", "compare two revisions of a release, word by word")
    command.add_argument("id")
    command.add_argument("before", metavar="A", help="the number of a revision, or now")
    command.add_argument("after", metavar="B", nargs="?", default="now", help="now by default")

    command = commands.add("restore-revision", "set a draft back to a revision, by a new one")
    command.add_argument("id")
    command.add_argument("number", metavar="N", type=int)

    commands.add("verify", "read all that is stored and tell whether it is what was stored")


def _add_password(command: argparse.ArgumentParser, what: str) -> None:
    """Take a password in a file: on the command line everybody on the machine could read it."""
    command.add_argument(
        "--password-file",
        metavar="FILE",
        help=f"its first line is the password {what}; - reads standard input",
    )


def _add_content(command: argparse.ArgumentParser) -> None:
    command.add_argument("--body-file", metavar="FILE", help="Markdown; - reads standard input")
    command.add_argument("--set", action="append", default=[], metavar="FIELD=VALUE")


def _add_recovery(commands: _Commands) -> None:
    commands.add("salvage", "read what can be read out of a damaged newsroom into a new one")

    command = commands.add("recover", "list texts that a sudden end left unstored, or decide one")
    command.add_argument("id", nargs="?", metavar="ID", help="as listed, or its beginning")
    command.add_argument("--list", action="store_true", help="what there is; so does no option")
    command.add_argument(
        "--keep",
        choices=("mine", "stored", "both"),
        help="what was typed, saved on top of what is stored, which stays in the history; "
        "what is stored; or both, what was typed as a copy",
    )


def _add_steps(commands: _Commands) -> None:
    command = commands.add("publish", "publish a release")
    command.add_argument("id")
    command.add_argument("--yes", action="store_true", help="answer yes to what would be asked")

    command = commands.add("recall", "take a published release back")
    command.add_argument("id")
    command.add_argument("--reason", default="")

    command = commands.add("duplicate", "begin a draft with the text of a release")
    command.add_argument("id")

    command = commands.add("export", "write releases as files")
    command.add_argument("ids", nargs="*", metavar="ID")
    command.add_argument("--query", metavar="TEXT", help="all that this finds")
    command.add_argument("--all", action="store_true")
    command.add_argument(
        "--format",
        default="html",
        help="html by default; bundle writes one file for another newsdesk, with the history",
    )
    command.add_argument(
        "--out", type=Path, required=True, metavar="DIR", help="for a bundle also FILE.newsdesk"
    )
    command.add_argument("--password", action="store_true", help="ask for one, for a bundle")
    _add_password(command, "of a bundle")


def _add_books(commands: _Commands) -> None:
    command = commands.add("contacts", "list the address book, add to it or take out of it")
    command.add_argument("--query", default="", metavar="TEXT")
    command.add_argument("--add", metavar="NAME", help="a new contact, or an office with --office")
    command.add_argument("--edit", metavar="CONTACT", help="a name, an e-mail address or an id")
    command.add_argument("--remove", metavar="CONTACT")
    command.add_argument("--name")
    command.add_argument("--office")
    command.add_argument("--role")
    command.add_argument("--phone", action="append")
    command.add_argument("--mobile", action="append")
    command.add_argument("--private-mobile", action="append", help="never exported")
    command.add_argument("--email", action="append")
    command.add_argument("--fax", action="append")
    command.add_argument("--whatsapp", action="append")
    command.add_argument("--web", action="append")
    command.add_argument("--languages", metavar="L; L", help="en; fr")
    either = argparse.BooleanOptionalAction
    command.add_argument("--public", action=either, help="whether it may leave the desk")
    command.add_argument("--active", action=either, help="whether it is still on duty")

    add_people_words(commands.add("people", "list people and contacts, change or merge them"))
    add_statistics_words(commands.add("stats", "say in figures what the office issued"))

    command = commands.add("places", "find places, add a place of your own or take it out")
    command.add_argument("--query", default="", metavar="TEXT")
    command.add_argument("--own", action="store_true", help="only your own")
    command.add_argument("--add", metavar="CITY")
    command.add_argument("--country", metavar="CODE", help="ISO 3166-1, two letters")
    command.add_argument("--tz", metavar="ZONE", help="IANA name, Europe/Zurich")
    command.add_argument("--admin1", metavar="STATE")
    command.add_argument("--remove", metavar="CITY")

    command = commands.add("boilerplates", "list standing paragraphs, add one or take one out")
    command.add_argument("--add", metavar="KIND")
    command.add_argument("--language")
    command.add_argument("--text-file", metavar="FILE", help="Markdown; - reads standard input")
    command.add_argument("--valid-from", metavar="DAY", help="2026-05-03; today by default")
    command.add_argument("--remove", metavar="ID")

    command = commands.add("snippets", "list snippets, add, change, order or remove one")
    command.add_argument("--add", metavar="NAME")
    command.add_argument("--edit", metavar="SNIPPET", help="a name or an id")
    command.add_argument("--remove", metavar="SNIPPET")
    command.add_argument("--name", help="with --edit: another name")
    command.add_argument("--text-file", metavar="FILE", help="Markdown; - reads standard input")
    command.add_argument("--language", metavar="L", help="for releases in it alone; '' for any")
    command.add_argument("--move", type=int, metavar="N", help="with --edit: N places down, or -N")

    command = commands.add("newsroom", "show the settings of the house, or change them")
    command.add_argument("--set", action="append", default=[], metavar="SETTING=VALUE")

    command = commands.add("samples", "set up the sample newsroom, or take it away")
    command.add_argument(
        "--remove", action="store_true", help="its releases to the trash, all else out of the books"
    )


def _add_spelling(commands: _Commands) -> None:
    command = commands.add("spelling", "list the words of a release that no dictionary knows")
    command.add_argument("id")
    command.add_argument("--suggest", action="store_true", help="and what may have been meant")
    command.add_argument("--ignore", metavar="WORD", help="leave a word as it is in this release")
    command.add_argument("--heed", metavar="WORD", help="check a word again that was ignored")

    command = commands.add("words", "list the words of the house's own, add one or take it out")
    command.add_argument("--add", metavar="WORD")
    command.add_argument("--remove", metavar="WORD")
    command.add_argument(
        "--language", metavar="L", help="of the word; the house's first by default"
    )

    command = commands.add("dictionaries", "list dictionaries, add one from a file or remove it")
    command.add_argument(
        "--add",
        type=Path,
        metavar="FILE",
        help="a .dic with its .aff beside it, .oxt, .xpi or .zip",
    )
    command.add_argument("--language", metavar="L", help="of the file, if its name does not say so")
    command.add_argument("--remove", metavar="L")


def _add_backups(commands: _Commands) -> None:
    command = commands.add("backup", "make a backup of the newsroom and check it")
    command.add_argument(
        "dest", nargs="?", type=Path, metavar="DEST", help="a folder; pictures are copied too"
    )

    commands.add("backups", "list the backups, the last one first, and what is in them")

    command = commands.add("restore", "go back to a backup; what there is now stays beside it")
    command.add_argument(
        "file", type=Path, metavar="FILE", help="a backup, or the name of one that is listed"
    )

    command = commands.add(
        "move-newsroom", "move the newsroom out of a cloud or network folder; the old one stays"
    )
    command.add_argument(
        "dest", nargs="?", type=Path, metavar="DEST", help="a folder; by default the usual one"
    )


@dataclass(frozen=True, slots=True)
class WindowCall:
    """The window is to open on the newsroom in `data_dir` and bring `files` in."""

    data_dir: Path | None
    files: tuple[Path, ...]


def window_call(arguments: Sequence[str]) -> WindowCall | None:
    """Return what to open; None if the words are a command, or ask for anything else.

    They are for the window where nothing but `--data-dir` and names of files is given.
    """
    rest, names = list(arguments), command_names()
    data_dir: Path | None = None
    files: list[Path] = []
    while rest:
        word = rest.pop(0)
        if word == "--data-dir" and rest:
            data_dir = Path(rest.pop(0))
        elif word.startswith("--data-dir="):
            data_dir = Path(word.partition("=")[2])
        elif word == "--":
            files += map(Path, rest)
            break
        elif word.startswith("-") or (not files and word in names):
            return None
        else:
            files.append(Path(word))
    return WindowCall(data_dir, tuple(files))
