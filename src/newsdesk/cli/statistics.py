"""What the office issued, in figures."""

import argparse
import sys

from newsdesk.cli import shapes
from newsdesk.cli.inputs import day, one_of
from newsdesk.cli.output import emit, shown, table
from newsdesk.desk import open_desk
from newsdesk.domain.statistics import By, ReleaseStatistics
from newsdesk.rendering.statistics_words import (
    HEADINGS,
    duration_sentence,
    name_of,
    number,
    opening_sentence,
    period_words,
    sentence,
)


def statistics(words: argparse.Namespace) -> int:
    by = one_of(By, "--by", words.by) if words.by else None
    first = day("--from", words.first) if words.first else None
    last = day("--to", words.last) if words.last else None
    with open_desk(words.data_dir) as desk:
        figures = desk.statistics.figures(first, last, only_published=words.published)
        if words.html:
            print(desk.statistics.page(figures))
            return 0
        if words.csv:
            print(shown(desk.statistics.table(figures, by), sys.stdout), end="")
            return 0
    emit(words, shapes.statistics(figures, by), _lines(figures, by))
    return 0


def _lines(figures: ReleaseStatistics, by: By | None) -> list[str]:
    lines = [period_words(figures), opening_sentence(figures)]
    if by is None and figures.total:
        lines.append(duration_sentence(figures))
    for one in By if by is None else (by,):
        rows = [(name_of(one, row.key), number(row.number)) for row in figures.tables[one]]
        lines += ["", HEADINGS[one], sentence(figures, one), *table(rows)]
    return lines
