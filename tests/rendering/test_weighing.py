import pytest

from newsdesk.rendering.weighing import (
    DEEPEST,
    LONGEST,
    LONGEST_SET,
    MOST_PARTNERLESS,
    Weight,
    weigh,
)


def nested_list(levels: int) -> str:
    return "\n".join(f"{'    ' * level}- item" for level in range(levels))


@pytest.mark.parametrize(
    "source",
    [
        "word " * 3_000,
        nested_list(DEEPEST - 10),
        "> " * DEEPEST + "quote",
        "[" * MOST_PARTNERLESS,
        "[a](https://example.org) " * 600,
        "*a* " * 4_000,
        "**a** _b_ " * 1_000,
        "snake_case " * 1_000,
        "* item\n" * 2_000,
        "`a` " * 4_000,
        "|a|b|\n|-|-|\n" + "|1|2|\n" * 2_000,
        "term\n: text\n\n" * 1_000,
        "# Heading\ntext\n\n" * 1_000,
        "!" * 5_000,
    ],
)
def test_what_people_write_is_light(source: str) -> None:
    assert weigh(source) is Weight.LIGHT


def test_a_long_block_is_rendered_without_quotation_marks() -> None:
    assert weigh("a" * LONGEST_SET) is Weight.LIGHT
    assert weigh("a" * (LONGEST_SET + 1)) is Weight.LONG
    assert weigh("a" * LONGEST) is Weight.LONG


@pytest.mark.parametrize(
    "source",
    [
        "a" * (LONGEST + 1),
        ">" * (DEEPEST + 1),
        "> " * (DEEPEST + 1) + "quote",
        nested_list(DEEPEST + 1),
        "- " * (DEEPEST + 1) + "item",
        "> - " * (DEEPEST // 2 + 1) + "item",
        "text\n" + ">" * (DEEPEST + 1),
        "[" * (MOST_PARTNERLESS + 1),
        "![a " * (MOST_PARTNERLESS + 1),
        "[a] " * 300 + "[" * (MOST_PARTNERLESS + 1),
        "*a " * (MOST_PARTNERLESS + 1),
        "a* " * (MOST_PARTNERLESS + 1),
        "_a " * (MOST_PARTNERLESS + 1),
        "a_ " * (MOST_PARTNERLESS + 1),
        " ".join("`" * length for length in range(1, 320)),
        "a\n---\n" * 2_000,
        ": a\n" * 3_000,
        "# a\n" * 3_000,
    ],
)
def test_what_the_parser_cannot_bear_is_heavy(source: str) -> None:
    assert weigh(source) is Weight.HEAVY
