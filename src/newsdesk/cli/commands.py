"""The table of commands."""

import argparse
from collections.abc import Callable

from newsdesk.cli import (
    backups,
    books,
    bulk,
    history,
    imports,
    media,
    moving,
    people,
    recovery,
    releases,
    search,
    spelling,
    statistics,
    templates,
    terms,
    verification,
)
from newsdesk.cli.inputs import UsageError

__all__ = ["COMMANDS", "UsageError"]

COMMANDS: dict[str, Callable[[argparse.Namespace], int]] = {
    "import": imports.import_,
    "new": releases.new,
    "list": releases.list_,
    "search": search.search,
    "searches": search.searches,
    "facets": search.facets,
    "show": releases.show,
    "edit": releases.edit,
    "revisions": history.revisions,
    "diff": history.diff,
    "restore-revision": history.restore_revision,
    "verify": verification.verify,
    "publish": releases.publish,
    "recall": releases.recall,
    "duplicate": releases.duplicate,
    "tag": bulk.tag,
    "language": bulk.language,
    "step": bulk.step,
    "trash": bulk.trash,
    "untrash": bulk.untrash,
    "empty-trash": bulk.empty_trash,
    "media": media.media,
    "recover": recovery.recover,
    "salvage": recovery.salvage,
    "export": releases.export,
    "contacts": books.contacts,
    "people": people.people,
    "stats": statistics.statistics,
    "places": books.places,
    "terms": terms.terms,
    "templates": templates.templates,
    "boilerplates": books.boilerplates,
    "snippets": books.snippets,
    "spelling": spelling.spelling,
    "words": spelling.own_words,
    "dictionaries": spelling.dictionaries,
    "backup": backups.backup,
    "backups": backups.backups,
    "restore": backups.restore,
    "move-newsroom": moving.move_newsroom,
    "newsroom": books.newsroom,
    "samples": books.samples,
}
"""Each takes the parsed words and returns the exit code."""
