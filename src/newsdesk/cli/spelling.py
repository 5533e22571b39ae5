"""Commands on spelling: what is unknown, words of the house's own, and dictionaries."""

import argparse
from collections.abc import Iterable

from newsdesk.cli import shapes
from newsdesk.cli.inputs import UsageError
from newsdesk.cli.output import emit, table
from newsdesk.desk import open_desk
from newsdesk.domain.ids import ReleaseId
from newsdesk.services.dictionaries import Dictionary
from newsdesk.services.spelling import SpellingReport


def spelling(words: argparse.Namespace) -> int:
    if words.ignore is not None and words.heed is not None:
        raise UsageError("--ignore and --heed exclude each other")
    is_writing = words.ignore is not None or words.heed is not None
    with open_desk(words.data_dir, writing=is_writing) as desk:
        if is_writing:
            release_id: ReleaseId = desk.releases.get(words.id).id
            if words.ignore is not None:
                desk.spelling.ignore(release_id, words.ignore)
            if words.heed is not None:
                desk.spelling.heed(release_id, words.heed)
        report = desk.spelling.check(words.id, with_suggestions=words.suggest)
    emit(words, shapes.spelling(report), _told(report))
    return 0


def own_words(words: argparse.Namespace) -> int:
    if words.add is not None and words.remove is not None:
        raise UsageError("--add and --remove exclude each other")
    with open_desk(words.data_dir, writing=(words.add or words.remove) is not None) as desk:
        if words.add is not None:
            language = words.language or desk.newsroom.get().languages[0]
            rows = [desk.spelling.add_word(words.add, language)[0]]
        elif words.remove is not None:
            rows = [desk.spelling.remove_word(words.remove, words.language)[0]]
        else:
            rows = desk.spelling.words()
    lines = table([(row.language, row.word) for row in rows])
    emit(words, [shapes.plain(row) for row in rows], lines if rows else ["No words of your own."])
    return 0


def dictionaries(words: argparse.Namespace) -> int:
    if words.add is not None and words.remove is not None:
        raise UsageError("--add and --remove exclude each other")
    if words.language and words.add is None:
        raise UsageError("--language says what --add adds")
    with open_desk(words.data_dir, writing=(words.add or words.remove) is not None) as desk:
        if words.add is not None:
            rows = desk.dictionaries.add(words.add, words.language)[0]
        elif words.remove is not None:
            rows = [desk.dictionaries.remove(words.remove)[0]]
        else:
            rows = desk.dictionaries.all()
    lines = table([(row.tag, "added" if row.is_own else "", _origin(row)) for row in rows])
    emit(words, [shapes.dictionary(row) for row in rows], lines)
    return 0


def _told(report: SpellingReport) -> Iterable[str]:
    if report.dictionary is None:
        yield f"Not checked: there is no dictionary for {report.language}."
    elif not report.unknown:
        yield f"No unknown words ({report.dictionary})."
    else:
        yield from table(
            [
                (f"{one.field} {one.line}:{one.column}", one.word, ", ".join(one.suggestions))
                for one in report.unknown
            ]
        )


def _origin(dictionary: Dictionary) -> str:
    parts = (dictionary.name, dictionary.version, dictionary.licence)
    return ", ".join(filter(None, parts))
