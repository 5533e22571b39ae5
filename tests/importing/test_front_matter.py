from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdesk.domain.errors import ImportProblem, ImportRefusedError
from newsdesk.importing.front_matter import FrontMatter, opens_front_matter, parted


@pytest.mark.parametrize(
    "raw",
    [
        b"---\nheadline: A\n",
        b"--- \nheadline:\n",
        b"\xef\xbb\xbf---\nheadline: A\n",
        b"---\r\nheadline: A\r\n",
        "---\nZwischenüberschrift: A\n".encode(),
        "---\n标题: A\n".encode(),
        b"---\npress contact: A\n",
        b"---\nheadline: " + "é".encode() * 300,  # the first bytes end inside a character
    ],
)
def test_a_front_matter_is_known_by_its_first_lines(raw: bytes) -> None:
    assert opens_front_matter(raw)


@pytest.mark.parametrize(
    "raw", [b"", b"---", b"---\n\nText", b"---\n- a", b"----\na: b", b"a: b\n---", b"\xff\xfe"]
)
def test_a_rule_above_a_text_is_no_front_matter(raw: bytes) -> None:
    assert not opens_front_matter(raw)


def test_a_front_matter_is_parted_from_the_text_below_it() -> None:
    matter, body, first_line = parted(
        "---\nheadline: A\ntags:\n  - b\n  - c\n---\n# A\n\nBody", "a.md"
    )
    assert matter == FrontMatter(
        values={"headline": "A", "tags": ["b", "c"]}, lines={"headline": 1, "tags": 2}
    )
    assert (body, first_line) == ("# A\n\nBody", 6)


@pytest.mark.parametrize("end", ["---", "...", "---  "])
@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r", "\u2028"])
def test_fences_and_line_ends_of_all_kinds_are_read(end: str, line_end: str) -> None:
    text = "\ufeff" + line_end.join(["---", "headline: A", end, "Body", ""])
    matter, body, first_line = parted(text, "a.md")
    assert matter is not None
    assert (matter.values, body, first_line) == ({"headline": "A"}, "Body\n", 3)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "---",
        "Body",
        "---\n---\nBody",
        "---\nheadline: A\nBody",
        "---\nnot a key\n---\nBody",
        "---\n- a\n- b: c\n---\nBody",
        "***\nheadline: A\n***\n",
    ],
)
def test_a_text_without_one_stays_whole(text: str) -> None:
    assert parted(text, "a.md") == (None, text, 0)


def test_values_come_as_yaml_has_them_under_names_that_are_words() -> None:
    matter, _body, _line = parted("---\nday: 2012-05-15\n12: 2\non: ~\n---\n", "a.md")
    assert matter is not None
    assert matter.values == {"day": date(2012, 5, 15), "12": 2, "True": None}


@pytest.mark.parametrize(
    "source",
    [
        "a: [1",
        "a: b: c",
        "a: 'open",
        "a: \tb\n\tc: d",
        "a: \x07",
        "a: 2012-13-45",
        "a: " + "9" * 5_000,
        "? [a]\n: b\nc: d",
        "a: &x 1\nb: *x",
        "a: " + "[" * 13 + "]" * 13,
        "a: " + "{b: " * 5_000,
        "a: " + "x" * 65_536,
        "a: !!python/object/apply:os.system ['echo']",
        "a: !!python/name:os.system",
    ],
)
def test_what_cannot_be_read_or_trusted_is_refused(source: str) -> None:
    with pytest.raises(ImportRefusedError) as refused:
        parted(f"---\n{source}\n---\nBody", "a.md")
    assert (refused.value.problem, refused.value.source) == (ImportProblem.FRONT_MATTER, "a.md")
    assert len(refused.value.detail) <= 200
    assert "\n" not in refused.value.detail


def test_values_stand_twelve_deep_and_no_deeper() -> None:
    def nested(lists: int) -> str:
        return f"---\na: {'[' * lists}1{']' * lists}\n---\n"

    matter, _, _ = parted(nested(10), "a.md")
    assert matter is not None
    with pytest.raises(ImportRefusedError) as refused:
        parted(nested(11), "a.md")
    assert refused.value.detail == "too deep"


def test_aliases_that_would_grow_without_end_are_refused() -> None:
    source = "a: &a [x, x]\n" + "".join(
        f"{name}: &{name} [*{before}, *{before}, *{before}]\n"
        for before, name in zip("abcdefghi", "bcdefghij", strict=True)
    )
    with pytest.raises(ImportRefusedError):
        parted(f"---\n{source}---\n", "a.md")


@given(st.text(max_size=200) | st.text("abc:- []{}'\"&*!#|>\n", max_size=120))
def test_any_text_is_parted_or_refused(source: str) -> None:
    text = f"---\nheadline: A\n{source}\n---\nBody"
    try:
        matter, body, first_line = parted(text, "a.md")
    except ImportRefusedError:
        return
    assert body.endswith("Body")
    assert (matter is None) == (first_line == 0)


@pytest.mark.parametrize("character", ["-", "\n", ":", "a", " ", "\ufeff"])
def test_a_megabyte_of_one_character_is_no_front_matter(character: str) -> None:
    assert not opens_front_matter(character.encode() * 1_000_000)
    matter, _body, first_line = parted(character * 1_000_000, "a.md")
    assert (matter, first_line) == (None, 0)


def test_a_quoted_key_stands_on_a_line_too() -> None:
    matter, _body, _line = parted("---\n\"q\": 1\na: 2\n'b c': 3\n---\n", "a.md")
    assert matter == FrontMatter(
        values={"q": 1, "a": 2, "b c": 3}, lines={"q": 1, "a": 2, "b c": 3}
    )
