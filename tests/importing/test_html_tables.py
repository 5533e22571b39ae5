import pytest
from lxml.html import HtmlElement

from newsdesk.importing.html_tables import is_data, table_markdown
from newsdesk.importing.html_tree import tree_of

DATA = "<tr><th>Year<th>Ships</tr><tr><td>2025<td>12</tr>"


def table(rows: str, attributes: str = "") -> HtmlElement:
    root = tree_of(f"<table {attributes}>{rows}</table>")
    assert root is not None
    return next(root.iter("table"))


def markdown(rows: str) -> list[str]:
    return table_markdown(table(rows), lambda cell: "\n".join(cell.itertext())).split("\n")


def test_rows_of_values_are_data() -> None:
    assert is_data(table(DATA))


@pytest.mark.parametrize(
    ("rows", "attributes"),
    [
        (DATA, "role=presentation"),
        ("<tr><td>one cell<tr><td>and one more", ""),
        (f"<tr><td>a<td><table>{DATA}</table>", ""),
        ("<tr><td><h2>Title</h2><td>b", ""),
        ("<tr><td>a<td><ul><li>b</ul>", ""),
        (f"<tr><td>a<td>{'a sentence of a page ' * 30}", ""),
        ("<tr><td>Jane Roe<td><a href='MAILTO:jane@example.org'>mail</a>", ""),
        ("", ""),
    ],
    ids=["said", "one column", "nested", "heading", "list", "prose", "contacts", "empty"],
)
def test_what_only_lays_out_a_page_is_no_data(rows: str, attributes: str) -> None:
    assert not is_data(table(rows, attributes))


def test_the_first_row_is_the_head() -> None:
    assert markdown(DATA) == ["| Year | Ships |", "| --- | --- |", "| 2025 | 12 |"]


def test_every_row_is_as_wide_as_the_widest() -> None:
    assert markdown("<tr><td>a<tr><td>b<td>c") == ["| a |  |", "| --- | --- |", "| b | c |"]


def test_cells_over_several_columns_and_rows_push_the_others() -> None:
    rows = "<tr><td rowspan=2>a<td colspan=2>b<tr><td>c<td>d<tr><td>e<td>f<td rowspan=9>g"
    assert markdown(rows) == [
        "| a | b |  |",
        "| --- | --- | --- |",
        "|  | c | d |",
        "| e | f | g |",
    ]


def test_lines_and_bars_in_a_cell_stay_in_it() -> None:
    assert markdown("<tr><td>a|b<td>c<br>d<tr><td>e<td>f")[0] == r"| a\|b | c<br>d |"


@pytest.mark.parametrize("span", ["1000000000", "-3", "x", "", "0", "9999"])
def test_a_span_is_never_wider_than_a_page(span: str) -> None:
    assert len(markdown(f"<tr><td colspan='{span}'>a<td rowspan='{span}'>b")[0]) < 400


def test_an_empty_table_is_nothing() -> None:
    assert markdown("<tr><td><td></tr>") == [""]
