"""The words of `newsdesk stats`."""

import argparse

from newsdesk.cli.statistics_words import add_words


def test_days_and_forms_are_optional() -> None:
    parser = argparse.ArgumentParser()
    add_words(parser)
    words = parser.parse_args(["--from", "2026-01-01", "--by", "theme"])
    assert (words.first, words.last, words.by, words.csv) == ("2026-01-01", None, "theme", False)
