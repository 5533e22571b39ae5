import pytest

from newsdesk.cli.parser import build


def test_releases_are_named_by_ids_or_by_a_query() -> None:
    words = build().parse_args(["tag", "add", "Sea", "one", "two"])
    assert (words.what, words.name, words.ids, words.query) == ("add", "Sea", ["one", "two"], None)
    words = build().parse_args(["trash", "--query", "tag:sea"])
    assert (words.ids, words.query) == ([], "tag:sea")


@pytest.mark.parametrize("words", [["tag", "praise", "Sea"], ["empty-trash", "--old", "--yes"]])
def test_what_makes_no_sense_is_refused(words: list[str]) -> None:
    with pytest.raises(SystemExit):
        build().parse_args(words)
