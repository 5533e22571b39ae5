"""A fragment as a tree."""

from newsdesk.rendering.html_nodes import parsed


def test_a_fragment_becomes_elements_and_text() -> None:
    root = parsed('<p dir="auto">a<br>b &amp; <em class="x">c</em></p>tail')
    paragraph, tail = root.children
    assert tail == "tail"
    assert not isinstance(paragraph, str)
    assert paragraph.attributes == {"dir": "auto"}
    texts = [child for child in paragraph.children if isinstance(child, str)]
    assert texts == ["a", "b & "]
    line_break, emphasis = paragraph.elements
    assert line_break.tag == "br"
    assert (emphasis.css_class, emphasis.children) == ("x", ["c"])


def test_elements_of_a_kind_are_found_at_any_depth() -> None:
    root = parsed("<table><tr><td>1</td></tr><tbody><tr><td>2</td></tr></tbody></table>")
    assert [cell.children for cell in root.all("td")] == [["1"], ["2"]]


def test_what_is_not_well_formed_loses_no_words() -> None:
    root = parsed("</b><p>one<i>two</p>three")
    said: list[str] = []

    def read(node: object) -> None:
        for child in getattr(node, "children", []):
            if isinstance(child, str):
                said.append(child)
            read(child)

    read(root)
    assert said == ["one", "two", "three"]
