"""Text from outside, as the fields take it."""

import pytest
from PySide6.QtCore import QMimeData, QUrl

from newsdesk.ui.editor import transfer


def dragged(*, text: str = "", html: str = "", urls: tuple[str, ...] = ()) -> QMimeData:
    source = QMimeData()
    if text:
        source.setText(text)
    if html:
        source.setHtml(html)
    if urls:
        source.setUrls([QUrl(url) for url in urls])
    return source


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a\r\nb\rc\nd", "a\nb\nc\nd"),
        ("a\vb\fc\x85d\u2028e\u2029f", "a\nb\nc\nd\ne\nf"),
        ("a\x00b\x07c\x1bd\x7fe", "abcde"),
        ("a\ufffcb\ufdd0c", "abc"),
        ("a\tb", "a\tb"),
        ("a\u00a0b\u202fc\u00ad", "a\u00a0b\u202fc\u00ad"),
        ("\u200fعربي\u200e، \u200cنص", "\u200fعربي\u200e، \u200cنص"),
        ("ships 🚢 and 👩‍🚒", "ships 🚢 and 👩‍🚒"),
    ],
)
def test_pasted_text_loses_only_what_no_page_shows(text: str, expected: str) -> None:
    assert transfer.pasted(dragged(text=text)) == expected


def test_of_rich_text_the_words_are_taken() -> None:
    source = dragged(html="<p>One <b>bold</b></p><p>Two</p>")
    assert transfer.pasted(source) == "One bold\nTwo"


@pytest.mark.parametrize(
    ("text", "expected"),
    [("a\nb", "a b"), ("a \r\n\r\n  b", "a b"), ("\na\tb\n", "a b"), (" a ", " a ")],
)
def test_a_line_has_spaces_for_line_breaks(text: str, expected: str) -> None:
    assert transfer.pasted_line(dragged(text=text)) == expected


def test_a_stored_text_keeps_its_number_of_lines() -> None:
    assert transfer.opened("a\u2028b\r\nc\x00") == "a b\nc"


def test_files_are_told_from_links() -> None:
    assert transfer.is_files(dragged(urls=("file:///tmp/a.md",)))
    assert not transfer.is_files(dragged(urls=("https://example.org",)))
    assert not transfer.is_files(dragged(text="a"))


def test_spaces_without_end_are_cut_short() -> None:
    assert len(transfer.opened("a" + " " * 100_000 + "b")) == 10_002
