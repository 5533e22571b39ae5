import pytest

from newsdesk.ui.preview.pointed_place import place_in

SOURCE = (
    'The Harbour Cities Union "opened" the **Bouregreg** harbour\nstation -- the first of [its\n'
    "kind](https://example.org) -- after 14 years... and 3 weeks."
)


@pytest.mark.parametrize(
    ("around", "offset", "word"),
    [
        ("The Harbour Cities Union “opened” the ", 6, "rbour Cities"),
        ("The Harbour Cities Union “opened” the ", 29, 'ned" the'),
        ("Bouregreg", 4, "egreg**"),
        (" harbour\nstation – the first of ", 13, "ion -- the"),
        ("its\nkind", 5, "ind]"),
        (" – after 14 years… and 3 weeks.", 4, "fter 14"),
        (" – after 14 years… and 3 weeks.", 22, " 3 weeks"),
    ],
)
def test_the_place_is_found_although_the_page_is_set_otherwise(
    around: str, offset: int, word: str
) -> None:
    assert SOURCE[place_in(SOURCE, around, offset) :].startswith(word)


@pytest.mark.parametrize("around", ["", "something else entirely", "?"])
def test_words_that_are_not_there_mean_the_beginning(around: str) -> None:
    assert place_in(SOURCE, around, 0) == 0


def test_of_words_that_stand_twice_the_ones_around_decide() -> None:
    source = "the port of Tunis and the port of Sfax"
    assert place_in(source, "the port of Tunis and the port of Sfax", 28) == 28


def test_the_end_is_a_place() -> None:
    assert place_in("A short line", "A short line", 12) == 12
