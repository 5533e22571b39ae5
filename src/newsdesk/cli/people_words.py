"""The words of `newsdesk people`."""

import argparse
from pathlib import Path

ACTIONS = ("list", "add", "edit", "remove", "merge", "import", "export", "where-used", "duplicates")
EXPORTS = ("vcard3", "vcard4", "csv")


def add_words(command: argparse.ArgumentParser) -> None:
    command.add_argument("action", nargs="?", choices=ACTIONS, default="list")
    command.add_argument(
        "keys",
        nargs="*",
        metavar="PERSON",
        help="a name, an e-mail address or an id; for import a file; for merge first who is kept",
    )
    command.add_argument("--query", default="", metavar="TEXT", help="list those who have it")
    _add_card(command)
    _add_role(command)
    command.add_argument(
        "--offices", action="store_true", help="merge: one person, asked at each of the offices"
    )
    command.add_argument("--dry-run", action="store_true", help="import: store nothing")
    command.add_argument(
        "--doubtful", action="store_true", help="import: take what is doubtful too, as new"
    )
    command.add_argument("--format", choices=EXPORTS, default="vcard3", help="export")
    command.add_argument("--out", type=Path, metavar="FILE", help="export: where to")
    command.add_argument("--private", action="store_true", help="export: what is not public too")


def _add_card(command: argparse.ArgumentParser) -> None:
    command.add_argument("--name", help="with edit: another name")
    command.add_argument("--sort-name", metavar="NAME", help="as lists put it in order")
    command.add_argument("--variant", action="append", metavar="NAME", help="another spelling")
    command.add_argument("--quoted", action="store_true", help="add: nobody to be asked")
    command.add_argument("--office")
    command.add_argument("--role", help="as printed below a release")
    for option in ("phone", "mobile", "email", "fax", "whatsapp", "web"):
        command.add_argument(f"--{option}", action="append")
    command.add_argument("--private-mobile", action="append", help="never exported")
    command.add_argument("--languages", metavar="L; L", help="en; fr")
    command.add_argument("--hours", metavar="TEXT")
    command.add_argument("--tz", metavar="ZONE", help="IANA name, Europe/Zurich")
    either = argparse.BooleanOptionalAction
    command.add_argument("--public", action=either, help="whether it may leave the desk")
    command.add_argument("--active", action=either, help="whether it is still on duty")
    command.add_argument("--verified", action="store_true", help="all of it was right today")
    command.add_argument("--cover", metavar="PERSON", help="who answers instead; '' for nobody")
    command.add_argument("--cover-from", metavar="DAY")
    command.add_argument("--cover-to", metavar="DAY")


def _add_role(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--held", action="append", metavar="L=TITLE", help="a role to add, en=Director; repeatable"
    )
    command.add_argument("--at", default="", metavar="ORGANISATION", help="of the role")
    command.add_argument("--from", dest="held_from", metavar="DAY", help="its first day")
    command.add_argument("--to", dest="held_to", metavar="DAY", help="its last day")
