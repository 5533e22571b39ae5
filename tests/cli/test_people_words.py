"""The words of `newsdesk people`."""

import argparse

from newsdesk.cli.people import _ACTIONS
from newsdesk.cli.people_words import ACTIONS, EXPORTS, add_words
from newsdesk.services.people_exchange import BookFormat


def test_each_action_is_done_and_each_format_written() -> None:
    assert set(ACTIONS) == set(_ACTIONS)
    assert set(EXPORTS) == {form.value for form in BookFormat}


def test_who_is_meant_stands_behind_the_action() -> None:
    parser = argparse.ArgumentParser()
    add_words(parser)
    words = parser.parse_args(["merge", "Pär Elm", "Par Elm", "--offices"])
    assert (words.action, words.keys, words.offices) == ("merge", ["Pär Elm", "Par Elm"], True)
    assert parser.parse_args([]).action == "list"
