"""Colours of Markdown, read off the laid out lines."""

import pytest
from PySide6.QtGui import QFont, QTextCursor, QTextDocument, QTextFormat
from PySide6.QtWidgets import QPlainTextEdit
from pytestqt.qtbot import QtBot

from newsdesk import paths
from newsdesk.ui.editor.markdown_highlighter import MarkdownHighlighter
from newsdesk.ui.editor.table_source import width_of
from newsdesk.ui.theme import fonts
from newsdesk.ui.theme.theme import Theme


def theme(name: str) -> Theme:
    return Theme.from_toml((paths.resources() / "themes" / f"{name}.toml").read_text("utf-8"))


class Drawn:
    """A highlighted document; `look` says of each piece of a line how it is drawn."""

    def __init__(self, text: str) -> None:
        self.document = QTextDocument()
        self.document.documentLayout()  # without one Qt tells nobody of a change
        self.highlighter = MarkdownHighlighter(self.document, theme("light"))
        self.document.setPlainText(text)

    def look(self, line: int = 0, *, colours: Theme | None = None) -> list[tuple[str, str]]:
        values = (colours or theme("light")).colours
        names = {values[name]: name for name in ("text", "text2", "text3", "link", "code")}
        block = self.document.findBlockByNumber(line)
        units = block.text().encode("utf-16-le")
        looks: list[tuple[str, str]] = []
        for piece in block.layout().formats():
            words = units[2 * piece.start : 2 * (piece.start + piece.length)].decode("utf-16-le")
            how: list[str] = []
            if piece.format.hasProperty(QTextFormat.Property.ForegroundBrush):
                how.append(names[piece.format.foreground().color().name().upper()])
            if piece.format.fontWeight() == QFont.Weight.Bold:
                how.append("bold")
            if piece.format.fontItalic():
                how.append("italic")
            looks.append((words, " ".join(how)))
        return looks


@pytest.fixture(autouse=True)
def _application(qapp: object) -> None:
    """Brushes and fonts need one."""


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("plain, with - and 2 | 3", []),
        ("## Head ##", [("##", "text3"), (" Head", "text bold"), (" ##", "text3")]),
        ("#hashtag", []),
        ("a **b** c", [("**", "text3"), ("b", "bold"), ("**", "text3")]),
        ("a *b* c", [("*", "text3"), ("b", "italic"), ("*", "text3")]),
        ("***b***", [("***", "text3"), ("b", "bold italic"), ("***", "text3")]),
        (
            "**a *b* c**",
            [
                ("**", "text3"),
                ("a ", "bold"),
                ("*", "text3"),
                ("b", "bold italic"),
                ("*", "text3"),
                (" c", "bold"),
                ("**", "text3"),
            ],
        ),
        ("*ملائكة*", [("*", "text3"), ("*", "text3")]),
        ("🚢 **b**", [("**", "text3"), ("b", "bold"), ("**", "text3")]),
        ("see [it](https://example.org).", [("[it](https://example.org)", "link")]),
        ("![a pier](pier.jpg)", [("![a pier](pier.jpg)", "link")]),
        ("so[^1].", [("[^1]", "link")]),
        ("[^1]: Note", [("[^1]:", "link")]),
        ("run `a*b*c` now", [("`a*b*c`", "code")]),
        ("- item", [("-", "link bold")]),
        ("  12. item", [("12.", "link bold")]),
        ("> said", [("> ", "link bold"), ("said", "text2 italic")]),
        ("> قال", [("> ", "link bold"), ("قال", "text2")]),
        ("> - item", [("> -", "link bold"), (" item", "text2 italic")]),
        ("| a | b |", [("|", "text3"), ("|", "text3"), ("|", "text3")]),
        ("|---|--:|", [("|---|--:|", "text3")]),
        ("* * *", [("* * *", "text3")]),
        ("---", [("---", "text3")]),
    ],
)
def test_a_line_is_drawn(line: str, expected: list[tuple[str, str]]) -> None:
    assert Drawn(line).look() == expected


def test_fenced_code_is_code_until_the_same_fence() -> None:
    drawn = Drawn("```text\n**no**\n\n~~~\n````\n```\n**yes**")
    assert drawn.look(0) == [("```text", "text3")]
    assert drawn.look(1) == [("**no**", "code")]
    assert drawn.look(3) == [("~~~", "code")]
    assert drawn.look(4) == [("````", "code")]
    assert drawn.look(5) == [("```", "text3")]
    assert drawn.look(6)[1] == ("yes", "bold")


def test_what_follows_a_fence_changes_with_it() -> None:
    drawn = Drawn("```\n**b**")
    assert drawn.look(1) == [("**b**", "code")]
    cursor = QTextCursor(drawn.document)
    cursor.deleteChar()
    assert drawn.look(1)[1] == ("b", "bold")
    cursor.insertText("`")
    assert drawn.look(1) == [("**b**", "code")]


def test_another_theme_draws_all_of_it_anew() -> None:
    drawn = Drawn("## Head\n\n**b**")
    dark = theme("dark")
    drawn.highlighter.set_theme(dark)
    assert drawn.look(0, colours=dark)[0] == ("##", "text3")
    assert drawn.look(2, colours=dark)[0] == ("**", "text3")


def test_another_theme_is_drawn_in_time_in_a_shown_text(qtbot: QtBot) -> None:
    """Qt would lay everything out again after each line."""
    layouts: list[int] = []
    editor = QPlainTextEdit()
    qtbot.addWidget(editor)
    document = editor.document()
    highlighter = MarkdownHighlighter(document, theme("light"))
    editor.setPlainText("## Head\n\n**b**\n" * 20)
    document.documentLayout().documentSizeChanged.connect(lambda _size: layouts.append(1))
    highlighter.set_theme(theme("dark"))
    assert document.isLayoutEnabled()
    assert len(layouts) <= 1


def test_a_paragraph_that_nobody_reads_for_its_marks_is_left_plain() -> None:
    assert Drawn("**a " * 10_000).look() == []


def test_the_hash_of_an_image_is_quiet() -> None:
    drawn = Drawn("A ![quay](newsdesk-media:abc) and [page](newsdesk-media:abc)")
    assert drawn.look() == [
        ("![quay](", "link"),
        ("newsdesk-media:abc", "text3"),
        (")", "link"),
        ("[page](newsdesk-media:abc)", "link"),
    ]


@pytest.mark.parametrize("row", ["| 港口船舶 | x |", "| **港口** | x |", "| 항구 中 | x |"])
def test_wide_letters_keep_the_pipes_of_a_table_below_each_other(row: str) -> None:
    fonts.load(map(str, (paths.resources() / "fonts").rglob("*.ttf")))
    drawn = Drawn("")
    drawn.document.setDefaultFont(fonts.mono_font(14))
    drawn.document.setPlainText(f"{row}\n| {'-' * width_of(row[2:-6])} | x |")

    def pipe(line: int) -> float:
        block = drawn.document.findBlockByNumber(line)
        drawn.document.documentLayout().blockBoundingRect(block)
        x = block.layout().lineAt(0).cursorToX(block.text().rindex("x"))
        return x[0] if isinstance(x, tuple) else x

    assert pipe(0) == pytest.approx(pipe(1), abs=1)
