"""The words of the commands that find releases."""

import argparse

from newsdesk.cli.parser import build
from newsdesk.cli.parser_search import OPERATORS, add_search
from newsdesk.domain.search import Operator


def test_the_help_names_every_operator() -> None:
    assert all(f"{operator}:" in OPERATORS for operator in Operator)


def test_a_query_may_begin_with_what_is_left_out() -> None:
    words = build().parse_args(["search", "--ranked", "--", "-state:draft port"])
    assert (words.query, words.ranked) == ("-state:draft port", True)


def test_all_commands_are_added() -> None:
    names: list[str] = []

    def add(name: str, _what: str) -> argparse.ArgumentParser:
        names.append(name)
        return argparse.ArgumentParser()

    add_search(add)
    assert names == ["search", "searches", "facets"]
