"""Where lines stand in the text field, and the caret in them."""

from newsdesk.ui.editor.markdown_editor import MarkdownEditor


def line_heights(editor: MarkdownEditor) -> set[float]:
    """Return how far lines stand from each other, in a text of short ones."""
    document = editor.document()
    document.size()  # lays out all of it
    layout = document.documentLayout()
    blocks = [document.findBlockByNumber(number) for number in range(document.blockCount())]
    tops = [layout.blockBoundingRect(block).top() for block in blocks]
    first = layout.blockBoundingRect(blocks[0])
    ends = [*tops[1:], document.size().height() - document.margin_px]
    assert first.top() == document.margin_px
    return {below - top for top, below in zip(tops, ends, strict=True)}


def put(editor: MarkdownEditor, position: int) -> None:
    cursor = editor.textCursor()
    cursor.setPosition(position)
    editor.setTextCursor(cursor)
