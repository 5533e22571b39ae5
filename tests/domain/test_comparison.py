"""What two texts differ in: told in paragraphs and words, whatever the texts are."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdesk.domain.comparison import (
    Mark,
    TextComparison,
    compare,
    compare_parts,
    paragraphs,
)

_SIGNS = {Mark.SAME: "{0}", Mark.REMOVED: "[-{0}-]", Mark.ADDED: "{{+{0}+}}"}


def told(found: TextComparison) -> list[str]:
    return [
        "".join(_SIGNS[piece.mark].format(piece.text) for piece in row.pieces) for row in found.rows
    ]


@pytest.mark.parametrize(
    ("before", "after", "wanted"),
    [
        ("", "", []),
        ("One.", "One.", ["One."]),
        ("", "One.", ["{+One.+}"]),
        ("One.", "", ["[-One.-]"]),
        ("One two three.", "One two four.", ["One two [-three-]{+four+}."]),
        ("A.\n\nB.\n\nC.", "A.\n\nC.", ["A.", "[-B.-]", "C."]),
        ("A.\n\nC.", "A.\n\nB.\n\nC.", ["A.", "{+B.+}", "C."]),
        ("A.\n\nB.\n\nA.", "A.\n\nA.", ["A.", "[-B.-]", "A."]),
        (
            "The port opened on Monday.\n\nNobody was hurt there.",
            "Nobody was badly hurt there.",
            ["[-The port opened on Monday.-]", "Nobody was {+badly +}hurt there."],
        ),
        # what was moved is removed there and added here
        ("A one.\n\nB two.\n\nC three.", "B two.\n\nC three.\n\nA one.", None),
        # words that have nothing in common are two paragraphs, not one with other words
        ("Ships sail.", "Trains run late.", ["[-Ships sail.-]", "{+Trains run late.+}"]),
        # a comma or a space between two changed words is none that was kept
        (
            "It took nine months, ten days to build the pier",
            "It took eight weeks, two days to build the pier",
            ["It took [-nine months, ten -]{+eight weeks, two +}days to build the pier"],
        ),
        # a line that was joined differs in its end alone
        ("a long line\nof text", "a long line of text", ["a long line[-\n-]{+ +}of text"]),
        # scripts without spaces are told letter by letter
        ("他说今天开放新站。", "他说明天开放新站。", ["他说[-今-]{+明+}天开放新站。"]),
        (
            "افتتحت الوزارة المحطة",
            "افتتحت البلدية المحطة",
            ["افتتحت [-الوزارة -]{+البلدية +}المحطة"],
        ),
        # blank lines and the space at their ends are no paragraphs
        ("A.\n \n\t\n\nB.", "A.\n\nB.\n", ["A.", "B."]),
    ],
)
def test_texts_are_compared_by_paragraphs_and_words(
    before: str, after: str, wanted: list[str] | None
) -> None:
    found = compare(before, after)
    assert not found.is_coarse
    if wanted is not None:
        assert told(found) == wanted
    assert found.is_same == (paragraphs(before) == paragraphs(after))


def test_lines_of_a_list_are_compared_as_they_come() -> None:
    found = compare_parts(["Noor Elm, +41 22 555 01 40"], ["Noor Elm, +41 22 555 01 41", "Desk"])
    assert told(found) == ["Noor Elm, +41 22 555 01 [-40-]{+41+}", "{+Desk+}"]


texts = st.lists(
    st.sampled_from(
        ["a", "b", "A b c.", "A b d.", "x, y", "line\nend", " lead", "他今天", "\n", ""]
    )
).map("\n\n".join)


@given(texts | st.text(max_size=60), texts | st.text(max_size=60))
def test_both_texts_can_be_put_together_from_it(before: str, after: str) -> None:
    found = compare(before, after)
    for text, sides in (
        (before, [row.before for row in found.rows]),
        (after, [row.after for row in found.rows]),
    ):
        parts = ["".join(piece.text for piece in side) for side in sides]
        assert [part for part in parts if part] == paragraphs(text)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        pytest.param("a\n\n" * 350_000, "b\n\n" + "a\n\n" * 349_998 + "c", id="tiny paragraphs"),
        pytest.param("w " * 500_000, "v " * 500_000, id="one paragraph"),
        pytest.param("a b c " * 170_000, "b a c " * 170_000, id="words that come again"),
        pytest.param(
            "\n\n".join("a b c d e f " * 200 + str(n) for n in range(400)),
            "\n\n".join("b c a d f e " * 200 + f"{n} x" for n in range(400)),
            id="paragraphs that are all alike",
        ),
        pytest.param("x" * 1_000_000, "y" * 1_000_000, id="one word"),
    ],
)
def test_a_megabyte_made_to_take_for_ever_is_compared_more_coarsely(
    before: str, after: str
) -> None:
    found = compare(before, after)
    assert not found.is_same
    assert "".join(p.text for row in found.rows for p in row.after) == "".join(paragraphs(after))


def test_that_it_is_coarser_is_said() -> None:
    same, other = "a b c d e f " * 200, "b c a d f e " * 200
    found = compare(same * 5, other * 5)
    assert found.is_coarse
    assert [piece.mark for piece in found.rows[0].pieces] == [Mark.REMOVED, Mark.ADDED]


def test_one_change_in_a_long_text_is_told_in_its_words() -> None:
    base = [
        f"Paragraph {n} of the long report says what was found in port {n}." for n in range(9000)
    ]
    changed = [*base]
    changed[4000] = changed[4000].replace("found", "lost")
    found = compare("\n\n".join(base), "\n\n".join(changed))
    assert not found.is_coarse
    assert [line for line in told(found) if "[-" in line] == [
        "Paragraph 4000 of the long report says what was [-found -]{+lost +}in port 4000."
    ]
