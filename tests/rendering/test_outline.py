"""Headings and quotes of a body."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdesk.rendering.outline import OutlineKind, outline

_BODY = """Nine ports train together.

## What was *trained* ##

“We learned to bring people ashore in the dark, and to do it **quietly**,” said Dana Fischer,
head of training. They went on.

```
## no heading
> no quotation
```

> The sea does not wait
> for anybody.

Costs
-----

### Who pays

“The ports pay for the boats and for nothing else this year,” said Amir Haddad.
"""


def test_headings_and_quotes_are_found_with_their_lines() -> None:
    found = [(one.kind, one.line, one.level) for one in outline(_BODY, "en")]
    heading, quote = OutlineKind.HEADING, OutlineKind.QUOTE
    assert found == [
        (heading, 2, 2),
        (quote, 4, 0),
        (quote, 12, 0),
        (heading, 15, 2),
        (heading, 18, 3),
        (quote, 20, 0),
    ]


def test_they_are_in_plain_words() -> None:
    first, said, quoted, costs, pays, last = outline(_BODY, "en")
    assert [first.text, costs.text, pays.text] == ["What was trained", "Costs", "Who pays"]
    assert said.text.startswith("We learned to bring people ashore in the dark, and to do it")
    assert quoted.text == "The sea does not wait for anybody."
    assert (said.speaker, quoted.speaker, last.speaker) == ("Dana Fischer", "", "Amir Haddad")


def test_of_the_same_words_twice_each_is_at_its_place() -> None:
    said = "“We will be ready for the winter this year,” said Dana Fischer.\n\n"
    assert [one.line for one in outline(said + "Then again.\n\n" + said, "en")] == [0, 4]


def test_a_rule_below_a_paragraph_of_several_lines_makes_no_heading() -> None:
    assert outline("One\nTwo\n---\n\n| a | b |\n---\n", "en") == ()


def test_an_empty_body_has_none() -> None:
    assert outline("", "en") == ()


def test_long_ones_are_shortened() -> None:
    (one,) = outline("# " + "word " * 100, "en")
    assert len(one.text) <= 121
    assert one.text.endswith("…")


@pytest.mark.parametrize("language", ["en", "ar", "ja", ""])
@given(text=st.text(alphabet='a “”"#>-=`~\n*_[]«»,。', max_size=200))
def test_of_any_text_the_lines_are_in_it_and_rise(language: str, text: str) -> None:
    found = [one.line for one in outline(text, language)]
    assert found == sorted(found)
    assert all(0 <= line <= text.count("\n") for line in found)
