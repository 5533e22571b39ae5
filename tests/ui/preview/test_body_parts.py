import pytest

from newsdesk.rendering.blocks import SourceKind, split
from newsdesk.ui.preview.body_parts import changed, parts
from tests.rendering.release_grammar import ReleaseGrammar

NOTES = "[^1]: A note.\n\n[ref]: https://example.org"


def sources(text: str) -> list[str]:
    return [one.source for one in split(text) if one.kind in (SourceKind.TEXT, SourceKind.CODE)]


@pytest.mark.parametrize("seed", range(5))
def test_the_parts_have_the_blocks_of_the_whole(seed: int) -> None:
    body = ReleaseGrammar(seed, signs=0.1).text_of(40_000)
    found = list(parts(body, 6_000))
    assert len(found) > 4
    missing = set(sources(body)) - {source for part in found for source in sources(part)}
    assert len(missing) <= len(sources(body)) // 20  # what only the neighbours part: rendered later


def test_a_part_is_about_as_long_as_it_is_to_be() -> None:
    body = "\n\n".join(f"Paragraph {number} of a hundred." for number in range(100))
    assert {len(part) // 100 for part in parts(body, 500)} <= {2, 3, 4, 5}
    assert list(parts(body, 10_000)) == [f"{body}\n\n"]


def test_every_part_has_the_definitions() -> None:
    body = f"One[^1].\n\nTwo [ref].\n\n{NOTES}\n\nThree."
    assert [part.endswith(NOTES) for part in parts(body, 3)] == [True] * 3


def test_definitions_that_are_longer_than_a_part_come_with_none() -> None:
    body = "One[^1].\n\nTwo.\n\n" + "\n\n".join(f"[^{n}]: {'note ' * 20}" for n in range(400))
    assert max(len(part) for part in parts(body, 3)) < 20


def test_nothing_has_no_parts() -> None:
    assert list(parts("", 100)) == []
    assert list(parts(NOTES, 100)) == []


@pytest.mark.parametrize(
    ("before", "after", "new"),
    [
        ("", "a text", "a text"),
        ("a text", "a text", ""),
        ("a text", "a long text", "long "),
        ("a long text", "a text", ""),
        ("aaaa", "aaaaaa", "aa"),
        ("one two three", "one 2 three", "2"),
    ],
)
def test_what_changed_is_what_the_other_has_not(before: str, after: str, new: str) -> None:
    assert changed(before, after) == new
