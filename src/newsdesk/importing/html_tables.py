"""Tables of a page: which hold data, and what those look like in Markdown."""

from collections.abc import Callable, Iterator

from lxml.html import HtmlElement

from newsdesk.importing.html_tree import is_read

_MOST_COLUMNS = 60
_LONGEST_CELL = 400  # characters; a cell with more to say is a part of a page
_LAYOUT = frozenset(
    {
        "table",
        "ul",
        "ol",
        "dl",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "blockquote",
        "article",
        "section",
        "pre",
        "form",
    }
)


def is_data(table: HtmlElement) -> bool:
    """Tell a table of values from one that only puts things beside each other."""
    role = table.get("role")
    if role in {"presentation", "none"}:
        return False
    is_grid = False
    for element in table.iterdescendants():
        if element.tag == "table" or (role != "table" and _is_of_layout(element)):
            return False
        if element.tag == "tr" and not is_grid:
            is_grid = sum(child.tag in {"td", "th"} for child in element) > 1
        if element.tag == "td" and len("".join(element.itertext())) > _LONGEST_CELL:
            return False
    return is_grid


def _is_of_layout(element: HtmlElement) -> bool:
    """Tell whether a page puts an element beside others; a table that is said to be one may too."""
    is_address = element.tag == "a" and (element.get("href") or "").lower().startswith("mailto:")
    return is_address or element.tag in _LAYOUT


def table_markdown(table: HtmlElement, cell_text: Callable[[HtmlElement], str]) -> str:
    """Return a table with its first row as its head; each row is as wide as the widest.

    Args:
        cell_text: what a cell says, in lines.
    """
    rows = [row for row in _rows(table, cell_text) if any(row)]
    width = max(map(len, rows), default=0)
    lines = [f"| {' | '.join(row + [''] * (width - len(row)))} |" for row in rows]
    return "\n".join([*lines[:1], f"|{' --- |' * width}", *lines[1:]]) if width else ""


def _rows(table: HtmlElement, cell_text: Callable[[HtmlElement], str]) -> Iterator[list[str]]:
    below: dict[int, int] = {}  # column -> rows that a cell above still reaches into
    for element in table.iter("tr"):
        row: list[str] = []
        for cell in element:
            if cell.tag not in {"td", "th"} or not is_read(cell):
                continue
            _pass_over(row, below)
            across, down = _span(cell, "colspan"), _span(cell, "rowspan")
            for at in range(len(row), len(row) + across):
                below[at] = down - 1
            row += [_in_cell(cell_text(cell)), *[""] * (across - 1)]
        _pass_over(row, below)
        yield row


def _pass_over(row: list[str], below: dict[int, int]) -> None:
    while below.get(len(row), 0) > 0:
        below[len(row)] -= 1
        row.append("")


def _span(cell: HtmlElement, name: str) -> int:
    text = (cell.get(name) or "").strip()
    return min(max(int(text), 1), _MOST_COLUMNS) if text.isdecimal() and len(text) < 5 else 1


def _in_cell(text: str) -> str:
    lines = (line.strip() for line in text.replace("|", "\\|").split("\n"))
    return "<br>".join(filter(None, lines))
