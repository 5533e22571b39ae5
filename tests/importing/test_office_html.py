"""One release as five programs put it on the clipboard.

`word.html`, `outlook.html`, `word-online.html` and `google-docs.html` are written after the shape
of what these programs write. `libreoffice.html` is LibreOffice's own, by the filter that its
clipboard uses too: `soffice --headless --convert-to html libreoffice.fodt` (7.4). `harbour.md` is
what all of them say, `harbour.html` the same in plain elements, by hand; the headline of a release
being its only heading of the first order, those of a body begin at the second.
"""

import re
from pathlib import Path
from typing import TypeAlias

import pytest
from lxml import html as lxml_html
from lxml.html import HtmlElement

from newsdesk.importing.office_html import letters_of, office_text
from newsdesk.importing.tracking import tracked_links
from newsdesk.rendering.markdown import BlockRenderer

FILES = Path(__file__).parent / "files" / "office"
PROGRAMS = ("word", "outlook", "libreoffice", "google-docs", "word-online")
SKELETON = frozenset({
    "h1", "h2", "h3", "p", "ul", "ol", "li", "table", "tr", "th", "td", "a", "strong", "em", "sup",
    "blockquote",
})  # fmt: skip
Tree: TypeAlias = "list[str | tuple[str, Tree]]"


def said(source: str) -> str:
    """Return a clipboard's HTML as the Markdown that it is in the end, tracking taken away."""
    text = office_text(source)
    markdown = f"{text.markdown}\n\n{text.notes}\n" if text.notes else f"{text.markdown}\n"
    for link in reversed([*tracked_links(markdown)]):
        markdown = markdown[: link.start] + link.clean + markdown[link.end :]
    return markdown


def tree(element: HtmlElement) -> Tree:
    """Return what an element is made of: words, and the elements that mean something."""
    found: Tree = []
    add_words(found, element.text)
    for child in element:
        if child.get("role") != "doc-backlink":
            name = str(child.tag)
            if name == "sup":
                found.append((name, [child.text_content()]))
            elif name == "a":
                found.append((f"a {child.get('href')}", tree(child)))
            elif name in SKELETON and not (name == "p" and element.tag == "li"):
                found.append((name, tree(child)))
            else:
                found += tree(child)
        add_words(found, child.tail)
    return found


def add_words(found: Tree, text: str | None) -> None:
    words = " ".join((text or "").replace("\xa0", " ").split())
    if words:
        found.append(words)


def structure(source: str) -> Tree:
    return tree(lxml_html.fromstring(f"<div>{source}</div>"))


@pytest.mark.parametrize("program", PROGRAMS)
def test_what_a_program_copies_becomes_the_same_markdown(program: str) -> None:
    source = (FILES / f"{program}.html").read_text("utf-8")
    assert said(source) == (FILES / "harbour.md").read_text("utf-8")


@pytest.mark.parametrize("program", PROGRAMS)
def test_rendered_it_has_the_structure_that_was_copied(program: str) -> None:
    markdown = said((FILES / f"{program}.html").read_text("utf-8"))
    wanted = structure((FILES / "harbour.html").read_text("utf-8"))
    assert structure(BlockRenderer().render_body(markdown).html) == wanted


@pytest.mark.parametrize("program", PROGRAMS)
def test_nothing_of_the_program_is_left(program: str) -> None:
    text = said((FILES / f"{program}.html").read_text("utf-8")).lower()
    left = re.findall(r"mso|style|font|<[a-z!/]|&nbsp;|\[if |endif|not to be read|so\?", text)
    assert left == []


@pytest.mark.parametrize(
    ("html", "markdown"),
    [
        ("", ""),
        ("<b style='font-weight:normal'>one</b>", "one"),
        ("<span style='font-weight:600;font-style:oblique'>one</span>", "***one***"),
        ("<span style='font:italic bold 12pt Arial'>one</span>", "***one***"),
        ("<i style='font-style:normal'>one</i>", "one"),
        ("CO<span style='vertical-align:sub'>2</span>", "CO<sub>2</sub>"),
        (("<style>.c1{font-weight:700}.c2{display:none}</style>a <span class=c1>b</span>"
         "<span class=c2>c</span>"), "a **b**"),
        ("<p class=MsoTitle>One</p><p>two", "# One\n\ntwo"),
        ("<p>One.&nbsp; Two<span style='mso-tab-count:1'>&nbsp;&nbsp;&nbsp; </span>three&nbsp;",
         "One. Two three"),
        ("<p>« Oui&nbsp;! »&nbsp;<br>non", "« Oui\xa0! »  \nnon"),
        ("<p role=heading aria-level=3>One</p>", "### One"),
        ("<p>one<del>two</del><span class=msoDel>three</span><ins>four</ins>", "onefour"),
        (("<h1 style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>2.<span> "
         "</span></span>Ships</h1>"), "# 2\\. Ships"),
        ("<p>a<a href='file:///C:/clip.xml'>b</a>c", "abc"),
        ("<p>a <w:Sdt DocPart='1' ID='2'>chosen</w:Sdt><xml><w:View>Normal</w:View></xml>",
         "a chosen"),
        ("<!--[if gte vml 1]><v:shape>seen</v:shape><![endif]--><![if !vml]>one<![endif]>", "one"),
        ("x <!--StartFragment--> one <!--EndFragment--> y", "one"),
        ("<ol><!--StartFragment--><li>one<li>two<!--EndFragment--></ol>", "1. one\n2. two"),
        ("<ul><li>x</ul><ol start=3><!--StartFragment--><li>one<!--EndFragment--></ol>", "3. one"),
        (("<table border=1><tr><td>a<td>b<tr><td><a href='mailto:a@example.org'>A</a><td>c"
         "<tr><td><ul><li>one<li>two</ul><td>d</table>"),
         "| a | b |\n| --- | --- |\n| [A](mailto:a@example.org) | c |\n| - one<br>- two | d |"),
        ("<table><tr><td><p>one<td><ul><li>two</ul></table>", "one\n\n- two"),
        ("<p dir=rtl>قال<b> المدير</b> إن", "قال **المدير** إن"),
    ],
)  # fmt: skip
def test_what_is_meant_is_kept(html: str, markdown: str) -> None:
    assert office_text(html).markdown == markdown


@pytest.mark.parametrize(
    ("html", "has_structure"),
    [
        ("<div style='color:red'><span>one</span><br>two</div>", False),
        ("<p>one</p><p>two</p>", False),
        ("<pre>one\ntwo</pre>", False),
        ("<a href='https://example.org/a/'>example.org/a</a>", False),
        ("<a href='mailto:a@example.org'>a@example.org</a>", False),
        ("<a href='https://example.org/a'>one</a>", True),
        ("<a href='javascript:x()'>one</a>", False),
        ("<b> </b>one", False),
        ("<b>one</b>", True),
        ("<h2>one</h2>", True),
        ("<ul><li>one</ul>", True),
        ("<table border=1><tr><td>a<td>b</table>", True),
        ("<table border=1><tr><td>a</table>", False),
    ],
)
def test_what_says_no_more_than_its_words_is_told_from_what_does(
    html: str, has_structure: bool
) -> None:
    assert office_text(html).has_structure is has_structure


def test_labels_that_are_taken_are_left_alone() -> None:
    html = (FILES / "google-docs.html").read_text("utf-8")
    text = office_text(html, taken={"1", "3"})
    assert "[^2]" in text.markdown
    assert text.notes.startswith("[^2]: Winter")
    assert "\n[^4]: By Ana" in text.notes


def test_the_letters_are_those_of_what_is_read() -> None:
    html = "<style>p{}</style><p>One, <b>two</b><span style='display:none'>no</span> three"
    assert office_text(html).letters == letters_of("One two three")
