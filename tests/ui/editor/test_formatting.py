"""The format buttons: before and after, with what is selected. See `selecting.py` for the marks."""

import pytest

from newsdesk.ui.editor.formats import TextFormat
from newsdesk.ui.editor.formatting import as_address, format_text
from tests.ui.editor.selecting import opened, shown

BOLD, ITALIC, LINK = TextFormat.BOLD, TextFormat.ITALIC, TextFormat.LINK
ADDING = {LINK, TextFormat.TABLE, TextFormat.FOOTNOTE, TextFormat.RULE}


def after(marked: str, text_format: TextFormat, address: str = "") -> str:
    cursor = opened(marked)
    format_text(cursor, text_format, address=address)
    return shown(cursor)


@pytest.mark.parametrize(
    ("before", "expected"),
    [
        ("a ⟦new⟧ pier", "a **⟦new⟧** pier"),
        ("a⟦ new ⟧pier", "a **⟦new⟧** pier"),
        ("a **⟦new⟧** pier", "a ⟦new⟧ pier"),
        ("a ⟦**new**⟧ pier", "a ⟦new⟧ pier"),
        ("a **new ⟦and⟧ long** pier", "a new ⟦and⟧ long pier"),
        ("a ⟦new **and** long⟧ pier", "a **⟦new and long⟧** pier"),
        ("a ⟦new **and⟧ long** pier", "a **⟦new and⟧ long** pier"),
        ("a ⟦new *and⟧ long* pier", "a **⟦new *and⟧ long*** pier"),
        ("a *⟦new⟧* pier", "a ***⟦new⟧*** pier"),
        ("a ***⟦new⟧*** pier", "a *⟦new⟧* pier"),
        ("a __⟦new⟧__ pier", "a ⟦new⟧ pier"),
        ("a ne¦w pier", "a **ne¦w** pier"),
        ("a new¦ pier", "a **new¦** pier"),
        ("a ¦new pier", "a **¦new** pier"),
        ("a **ne¦w** pier", "a ne¦w pier"),
        ("a ’don¦’t-say’ b", "a ’**don¦’t-say**’ b"),
        ("[ne¦w](x)", "[**ne¦w**](x)"),
        ("مح¦طّة", "**مح¦طّة**"),
        ("a, ¦ pier", "a, **¦** pier"),
        ("a  ¦  pier", "a  **¦**  pier"),
        ("a  **¦**  pier", "a  ¦  pier"),
        ("¦", "**¦**"),
        ("**¦**", "¦"),
        ("افتتاح ⟦محطة⟧ الميناء", "افتتاح **⟦محطة⟧** الميناء"),
        ("🚢 ⟦new⟧ pier", "🚢 **⟦new⟧** pier"),
        ("🚢 **⟦new 🚢⟧** pier", "🚢 ⟦new 🚢⟧ pier"),
        ("⟦- one\n- two⟧", "- **⟦one**\n- **two⟧**"),
        ("- **⟦one**\n- **two⟧**", "- ⟦one\n- two⟧"),
        ("- **⟦one**\n- two⟧", "- **⟦one**\n- **two⟧**"),
        ("## ⟦Head⟧", "## **⟦Head⟧**"),
        ("⟦one\n\ntwo⟧", "**⟦one**\n\n**two⟧**"),
    ],
)
def test_bold(before: str, expected: str) -> None:
    assert after(before, BOLD) == expected


@pytest.mark.parametrize(
    ("before", "expected"),
    [
        ("a ⟦new⟧ pier", "a *⟦new⟧* pier"),
        ("a *⟦new⟧* pier", "a ⟦new⟧ pier"),
        ("a _⟦new⟧_ pier", "a ⟦new⟧ pier"),
        ("a **⟦new⟧** pier", "a ***⟦new⟧*** pier"),
        ("a ***⟦new⟧*** pier", "a **⟦new⟧** pier"),
        ("a ne¦w pier", "a *ne¦w* pier"),
        ("¦", "*¦*"),
    ],
)
def test_italic(before: str, expected: str) -> None:
    assert after(before, ITALIC) == expected


@pytest.mark.parametrize(
    ("before", "address", "expected"),
    [
        ("the ⟦report⟧ says", "", "the [report](⟦https://⟧) says"),
        ("the repo¦rt says", "", "the [report](⟦https://⟧) says"),
        ("the ⟦report ⟧says", "https://example.org", "the [report](https://example.org)¦ says"),
        ("the  ¦", "", "the  [¦](https://)"),
        ("the  ¦", "https://example.org", "the  [¦](https://example.org)"),
        ("⟦https://example.org/a⟧", "", "[⟦https://example.org/a⟧](https://example.org/a)"),
        ("ask ⟦press@example.org⟧", "", "ask [⟦press@example.org⟧](mailto:press@example.org)"),
        ("see ⟦www.example.org⟧", "", "see [⟦www.example.org⟧](https://www.example.org)"),
        ("⟦one\ntwo⟧", "", "[one](⟦https://⟧)\ntwo"),
        ("🚢 ⟦pier⟧", "", "🚢 [pier](⟦https://⟧)"),
        ("the [repo¦rt](https://example.org) says", "", "the repo¦rt says"),
        ("the [report](https://exam¦ple.org) says", "", "the report¦ says"),
        ("the ⟦[report](https://example.org)⟧ says", "", "the ⟦report⟧ says"),
    ],
)
def test_link(before: str, address: str, expected: str) -> None:
    assert after(before, LINK, address) == expected


@pytest.mark.parametrize("text_format", list(TextFormat))
@pytest.mark.parametrize("before", ["one ⟦two⟧ three", "⟦one\n\ntwo⟧\nthree", "- o¦ne", "¦"])
def test_each_is_one_step_of_undo(text_format: TextFormat, before: str) -> None:
    cursor = opened(before)
    document = cursor.document()
    text = document.toPlainText()
    format_text(cursor, text_format)
    assert document.toPlainText() != text
    document.undo()
    assert document.toPlainText() == text
    assert not document.isUndoAvailable()


@pytest.mark.parametrize("text_format", sorted(set(TextFormat) - ADDING))
@pytest.mark.parametrize("before", ["one ⟦two⟧ three", "⟦one\n\ntwo⟧", "⟦واحد⟧ اثنان"])
def test_doing_it_again_takes_it_off(text_format: TextFormat, before: str) -> None:
    cursor = opened(before)
    format_text(cursor, text_format)
    format_text(cursor, text_format)
    assert shown(cursor) == before


@pytest.mark.parametrize(
    ("text", "address"),
    [
        (" https://example.org/a?b=c \n", "https://example.org/a?b=c"),
        ("www.example.org", "https://www.example.org"),
        ("press@example.org", "mailto:press@example.org"),
        ("mailto:press@example.org", "mailto:press@example.org"),
        ("see https://example.org", ""),
        ("javascript:alert(1)", ""),
        ("two words", ""),
        ("", ""),
    ],
)
def test_what_says_where_a_link_leads(text: str, address: str) -> None:
    assert as_address(text) == address
