import pytest

from newsdesk.importing.office_html import office_text


def item(words: str, level: int, marker: str = "·", list_id: str = "l0") -> str:
    """A paragraph of a list as Word writes it."""
    ignored = f"<span style='mso-list:Ignore'>{marker}<span>&nbsp;&nbsp; </span></span>"
    sign = f"<![if !supportLists]>{ignored}<![endif]>" if marker else ""
    style = f"text-indent:-18pt;mso-list:{list_id} level{level} lfo1"
    return f"<p class=MsoListParagraph style='{style}'>{sign}{words}</p>\n"


BLANK = "<p class=MsoNormal><o:p>&nbsp;</o:p></p>"


@pytest.mark.parametrize(
    ("html", "markdown"),
    [
        (item("a", 1) + item("b", 2, "o") + item("c", 3, "§") + item("d", 1),
         "- a\n    - b\n        - c\n- d"),
        (item("a", 2) + item("b", 1) + item("c", 2), "- a\n- b\n    - c"),
        (item("a", 1) + item("b", 4) + item("c", 2), "- a\n    - b\n    - c"),
        (item("a", 1, "3.") + item("b", 1, "4."), "3. a\n4. b"),
        (item("a", 1, "1.") + item("b", 2, "a)") + item("c", 2, "b)") + item("d", 1, "2."),
         "1. a\n    1. b\n    2. c\n2. d"),
        (item("a", 1, "(iv)"), "1. a"),
        (item("a", 1, "1.2."), "2. a"),
        (item("a", 1, "١."), "1. a"),
        (item("a", 1, "–") + item("b", 1, "1.", "l1"), "- a\n\n1. b"),
        (item("a", 1) + BLANK + item("b", 1), "- a\n- b"),
        (item("a", 1) + BLANK + "<p>text", "- a\n\ntext"),
        (item("a", 1) + "<p class=MsoListParagraph>more</p>" + item("b", 1),
         "- a\n\n    more\n\n- b"),
        (item("a", 1) + "text" + item("b", 1), "- a\n\ntext\n\n- b"),
        ("<style>@list l0:level1{mso-level-text:x}</style>" + item("a", 1, ""), "1. a"),
        (item("a", 1, ""), "- a"),
        ("<div><div>" + item("a", 1) + "</div>" + item("b", 1) + "</div>", "- a\n\n- b"),
        ("<table><tr><td>" + item("a", 1) + "</td></tr></table>", "- a"),
    ],
)  # fmt: skip
def test_paragraphs_that_know_their_level_become_lists(html: str, markdown: str) -> None:
    assert office_text(html).markdown == markdown


@pytest.mark.parametrize(
    ("html", "markdown"),
    [
        ("<ul><li>a</li><ul><li>b</li></ul><li>c</li></ul>", "- a\n    - b\n- c"),
        ("<ol><ul><li>b</li></ul></ol>", "1. - b"),
        (("<ul class='lst-kix_x1-0 start'><li>a</ul><ul class='lst-kix_x1-1'><li>b</ul>"
         "<ul class='lst-kix_x1-0'><li>c</ul>"), "- a\n    - b\n- c"),
        ("<ul><li aria-level=1>a<ul><li aria-level=2>b</ul></ul>", "- a\n    - b"),
        (("<div class=ListContainerWrapper><ol start=1><li data-aria-level=1>a</ol></div>"
         "<div class=ListContainerWrapper><ol start=2><li data-aria-level=1>b</ol></div>"),
         "1. a\n2. b"),
    ],
)  # fmt: skip
def test_lists_of_one_level_each_are_put_into_each_other(html: str, markdown: str) -> None:
    assert office_text(html).markdown == markdown
