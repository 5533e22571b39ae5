import pytest

from newsdesk.domain.provenance import Confidence, Finding, FindingKind
from newsdesk.importing.letters import Run, count, covered, passages_from, runs_of, within
from newsdesk.importing.lines import Paragraph, markdown_paragraphs, paragraphs
from newsdesk.importing.passages import Passage, standing

NOTES = Finding(
    kind=FindingKind.NOTES, confidence=Confidence.HIGH, text="x", first_line=0, last_line=0
)
BROKEN = "Ninety harbour workers have finished a course in night rescue, and\nsaid so."


def only(text: str, *, is_markdown: bool = False) -> Paragraph:
    (paragraph,) = markdown_paragraphs(text) if is_markdown else paragraphs(text)
    return paragraph


def whole(paragraph: Paragraph) -> list[Passage]:
    return [Passage(paragraph=paragraph, text=paragraph.text)]


@pytest.mark.parametrize(
    ("text", "is_markdown"),
    [
        ("One line", False), (BROKEN, False), ("- An item", False), ("## A heading ##", False),
        ("Title\n=====", True), ("- An item\n  of two lines", True), ("• 海风电力 公司", False),
    ],
)  # fmt: skip
def test_a_paragraph_that_is_parted_and_put_together_is_as_it_was(
    text: str, is_markdown: bool
) -> None:
    paragraph = only(text, is_markdown=is_markdown)
    size = count(paragraph.source)
    assert runs_of(whole(paragraph)) == [Run(0, size)]
    parted = [Run(0, size // 2, (NOTES,)), Run(size // 2, size)]
    passages = passages_from(paragraph, parted, is_markdown=is_markdown)
    assert runs_of(passages) == parted
    (piece,) = standing(passages, {NOTES})
    assert piece.text == paragraph.text
    assert passages_from(paragraph, [Run(0, size)], is_markdown=is_markdown) == whole(paragraph)


def test_what_stands_without_a_part_has_no_space_where_it_stood() -> None:
    paragraph = only(BROKEN)
    letters = count("Ninety harbour workers")
    runs = [Run(0, letters, (NOTES,)), Run(letters, count(BROKEN))]
    (piece,) = standing(passages_from(paragraph, runs, is_markdown=False), ())
    assert piece.text == "have finished a course in night rescue, and said so."


def test_a_bullet_alone_is_no_passage() -> None:
    paragraph = only("- An item")
    runs = [Run(0, 1, (NOTES,)), Run(1, count("- An item"))]
    assert [one.text for one in passages_from(paragraph, runs, is_markdown=False)] == ["An item"]


def test_a_part_of_the_source_covers_letters_of_the_paragraphs_it_meets() -> None:
    paragraph = only(BROKEN)
    first = count(BROKEN.partition("\n")[0])
    assert covered(paragraph, 0, 0, 0, None) == (0, first)
    assert covered(paragraph, 0, 7, 1, 4) == (count("Ninety"), first + count("said"))
    assert covered(paragraph, 1, 0, 9, None) == (first, count(BROKEN))
    assert covered(paragraph, 2, 0, 9, None) is None
    assert covered(paragraph, 0, 6, 0, 7) is None  # a space alone


def test_letters_stand_in_lines_from_place_to_place() -> None:
    lines = only(BROKEN).lines
    first = count(lines[0].text)
    found = [(line.number, start, end) for line, start, end in within(lines, 6, first + 4)]
    assert found == [(0, 7, len(lines[0].text)), (1, 0, 4)]
