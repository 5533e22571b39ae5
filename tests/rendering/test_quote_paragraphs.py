from newsdesk.rendering.quote_paragraphs import running_paragraphs


def test_headings_and_code_say_nothing() -> None:
    body = "## A heading\n\nOne line\nand the next.\n\n```\ncode\n```\n\n    more code\n"
    assert running_paragraphs(body) == ["One line and the next."]


def test_marks_of_markdown_are_left_out() -> None:
    body = "> **Bold** and [a link](https://example.org) and `code`.\n\n- one\n- two"
    assert running_paragraphs(body) == ["Bold and a link and code.", "one", "two"]
