"""What was made of a text elsewhere."""

from newsdesk.domain.text_memory import TextMemory


def test_it_makes_what_it_does_not_know() -> None:
    length = TextMemory(len)
    assert length("harbour") == length("harbour") == 7


def test_what_was_made_elsewhere_is_believed() -> None:
    length = TextMemory(len)
    length.keep("harbour", 70)
    length.keep("", 0)
    assert length("harbour") == 70
    assert length("harbours") == 8
    assert length("") == 0


def test_no_more_texts_are_remembered_than_are_read_ahead() -> None:
    number_of = TextMemory(lambda _text: -1)
    texts = [f"{number} " + "x" * 300_000 for number in range(20)]
    for number, text in enumerate(texts):
        number_of.keep(text, number)
        number_of.keep(text, number)  # counts once
    known = [number_of(text) for text in texts]
    assert known == [-1] * 14 + list(range(14, 20))  # the last ones, which are not stored yet


def test_of_a_very_long_text_what_was_made_is_believed_too() -> None:
    number_of = TextMemory(lambda _text: -1)
    for number, text in enumerate(("harbour", "x" * 3_000_000)):
        number_of.keep(text, number)
    assert number_of("x" * 3_000_000) == 1
