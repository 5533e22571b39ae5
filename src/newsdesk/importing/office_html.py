"""HTML as word processors, mail programs and browsers put it on the clipboard, as clean Markdown.

What is meant is kept: headings, lists, tables, links, emphasis, notes. What is only there for the
program that wrote it is gone: styles, smart tags, conditional comments, what tracked changes have
deleted, comments in the margin, what is hidden.
"""

import re
from collections.abc import Collection
from dataclasses import dataclass

from lxml.html import HtmlElement

from newsdesk.importing.html_markdown import Notes, link_address, markdown_of_tree
from newsdesk.importing.html_notes import take_notes
from newsdesk.importing.html_tables import is_data
from newsdesk.importing.html_tree import BLOCKS, events, tree_of
from newsdesk.importing.lines import tidied
from newsdesk.importing.office_lists import nest_lists, take_marker
from newsdesk.importing.office_styles import StyleSheet, is_hidden, slant, weight

_CONDITION = re.compile(r"<!\[[^\[\]<>]{0,80}\]>")  # `<![if !supportLists]>`: what follows is shown
_START, _END = "<!--startfragment", "<!--endfragment"
_CONTEXT = re.compile(
    r"<(?P<closes>/?)(?P<name>ul|ol|table|tbody|thead|tr|blockquote)\b[^<>]*>", re.IGNORECASE
)
_STRONG = frozenset({"b", "strong"})
_STRESSED = frozenset({"i", "em", "cite", "dfn", "var"})
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_NO_PLACE_FOR_MARKS = frozenset({
    "html", "body", "table", "tbody", "thead", "tfoot", "tr", "ul", "ol", "dl", "hr", "br",
})  # fmt: skip
_STRUCTURE = _STRONG | _STRESSED | _HEADINGS | {"ul", "ol", "blockquote", "hr", "sup", "sub"}
_UNREAD = frozenset({"xml", "title", "meta", "link", "base", "del"})
_UNREAD_CLASSES = frozenset({
    "msodel", "msocommentreference", "msocomanchor", "msocomtxt", "msocomoff",
})  # fmt: skip
_COMMENTS = frozenset({"comment", "comment-list"})
_GOOGLE_COMMENT = re.compile(r"cmnt\d+|cmnt_ref\d+")
_TITLE_CLASSES = frozenset({"msotitle"})
_BORDER = re.compile(r"border[a-z-]*\s*:\s*(?!none|0|medium none)[^;]", re.IGNORECASE)
_GAPS = re.compile(" +\xa0[ \xa0]*|\xa0[ \xa0]+")  # a tab of Word is a row of such spaces
_LINE_ENDS = re.compile(r"\r\n?")
_LETTERS = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class OfficeText:
    """A text as Markdown."""

    markdown: str
    notes: str = ""  # its notes, defined; apart from the text, for they stand below all of it
    letters: str = ""  # of its words, to be held against the plain text beside it
    has_structure: bool = True  # it says more than its words do


def office_text(html: str, taken: Collection[str] = ()) -> OfficeText:
    """Return what a fragment of the clipboard, or all of a document, says.

    Args:
        taken: labels of notes that are not free.
    """
    root, notes = office_tree(html, taken)
    if root is None:
        return OfficeText("", has_structure=False)
    has_structure = bool(notes.citations) or _has_structure(root)
    letters = letters_of(_read_words(root))
    return OfficeText(*written(root, notes), letters, has_structure)


def office_tree(html: str, taken: Collection[str] = ()) -> tuple[HtmlElement | None, Notes]:
    """Return the tree of such a text, cleaned, and where its notes are; None: nothing is in it."""
    html = _LINE_ENDS.sub("\n", html)
    sheet = StyleSheet(html)
    root = tree_of(_CONDITION.sub("", _fragment(html)))
    if root is None:
        return None, Notes()
    _drop_unread(root, sheet)
    nest_lists(root, sheet)
    _read_styles(root, sheet)
    _tidy_tables(root)
    return root, take_notes(root, taken)


def written(root: HtmlElement, notes: Notes) -> tuple[str, str]:
    """Return the Markdown of such a tree, and apart from it that of its notes."""
    definitions = [_without(one) for one in notes.definitions]
    text = markdown_of_tree(root, notes=notes)
    below = (markdown_of_tree(one, notes=notes) for one in definitions)
    return _plainly_spaced(text), _plainly_spaced("\n".join(filter(None, below)))


def _plainly_spaced(markdown: str) -> str:
    return tidied(_GAPS.sub(" ", markdown))


def _read_words(root: HtmlElement) -> str:
    said: list[str] = []
    for event, element in events(root):
        if event == "start":
            said.append(element.text or "")
        elif element is not root:
            said.append(element.tail or "")
    return "".join(said)


def letters_of(text: str) -> str:
    """Return the letters and digits of a text in a row."""
    return "".join(_LETTERS.findall(text))


def _without(note: HtmlElement) -> HtmlElement:
    """Take a note out of the tree that it stands at the end of."""
    parent = note.getparent()
    if parent is not None:
        parent.remove(note)
    return note


def _fragment(html: str) -> str:
    """Return what was copied, without the page around it, in the lists and tables it stood in."""
    lowered = html.lower() if html.isascii() else _lowered(html)
    start = lowered.find(_START)
    if start < 0:
        return html[lowered.find("<") :] if lowered.startswith("version:") else html
    begins = html.find(">", start) + 1
    end = lowered.rfind(_END)
    body = max(lowered.rfind("<body", 0, start), 0)
    return _open_context(html[body:start]) + html[begins : end if end >= begins else len(html)]


def _lowered(html: str) -> str:
    """Return HTML with its tags in lower case, each letter where it stood."""
    return "".join(char.lower() if "A" <= char <= "Z" else char for char in html)


def _open_context(before: str) -> str:
    """Return the tags of the lists and tables that are open at the end of a source."""
    around: list[tuple[str, str]] = []
    for tag in _CONTEXT.finditer(before):
        name = tag["name"].lower()
        if not tag["closes"]:
            around.append((name, tag[0]))
        elif any(one == name for one, _ in around):
            while around.pop()[0] != name:
                pass
    return "".join(tag for _, tag in around)


# What nobody reads --------------------------------------------------------------------------------


def _drop_unread(root: HtmlElement, sheet: StyleSheet) -> None:
    for element in [*root.iter("*")]:
        if element is root or element.tag in {"html", "body"} or element.getparent() is None:
            continue
        if _is_unread(element, sheet):
            element.drop_tree()
        elif element.tag == "a" and (comment := _google_comment(element)) is not None:
            comment.drop_tree()


def _is_unread(element: HtmlElement, sheet: StyleSheet) -> bool:
    if element.tag in _UNREAD:
        return True
    classes = (element.get("class") or "").lower().split()
    if not _UNREAD_CLASSES.isdisjoint(classes):
        return True
    values = sheet.of(element)
    return (
        is_hidden(values)
        or values.get("mso-element") in _COMMENTS
        or values.get("mso-special-character") == "comment"
    )


def _google_comment(link: HtmlElement) -> HtmlElement | None:
    """Return what to drop of a comment of Google Docs: its sign, or all of it below the text."""
    name = link.get("id") or ""
    if not _GOOGLE_COMMENT.fullmatch(name) or not (link.get("href") or "").startswith("#cmnt"):
        return None
    around = "sup" if name.startswith("cmnt_ref") else "div"
    return next(link.iterancestors(around), link)


# What styles say ----------------------------------------------------------------------------------


def _read_styles(root: HtmlElement, sheet: StyleSheet) -> None:
    for element in [*root.iter("*")]:
        tag = str(element.tag)
        values = sheet.of(element)
        _name_heading(element, values)
        if tag in BLOCKS and values.get("mso-list"):
            _keep_number(element, sheet)
        bold, italic = weight(values), slant(values)
        if (tag in _STRONG and bold is False) or (tag in _STRESSED and italic is False):
            element.tag = "span"
        raised = values.get("vertical-align", "")
        if tag in _NO_PLACE_FOR_MARKS or element.tag in _HEADINGS:
            continue
        if raised in {"super", "sub"} and tag not in BLOCKS | {"sup", "sub"}:
            _wrap(element, "sup" if raised == "super" else "sub")
        if bold and tag not in _STRONG | {"th"}:
            _wrap(element, "strong")
        if italic and tag not in _STRESSED:
            _wrap(element, "em")


def _name_heading(element: HtmlElement, values: dict[str, str]) -> None:
    """Make a heading of a paragraph that is one by its role, its outline or its style's name."""
    if element.tag not in {"p", "div"} or any(child.tag in BLOCKS for child in element):
        return
    level = element.get("aria-level") if element.get("role") == "heading" else None
    level = level or values.get("mso-outline-level")
    if not level and not _TITLE_CLASSES.isdisjoint((element.get("class") or "").lower().split()):
        level = "1"
    if level and level in "123456":
        element.tag = f"h{level}"


def _keep_number(element: HtmlElement, sheet: StyleSheet) -> None:
    """Leave a heading its number and an item of a true list none: the list has them."""
    if element.tag == "li" or element.getparent() is None:
        take_marker(element, sheet)


def _wrap(element: HtmlElement, tag: str) -> None:
    """Put all that is in an element into another one in it."""
    if not len(element) and not (element.text or "").strip():
        return
    inner = element.makeelement(tag)
    inner.text, element.text = element.text, None
    inner.extend(list(element))
    element.append(inner)


# Tables -------------------------------------------------------------------------------------------


def _tidy_tables(root: HtmlElement) -> None:
    for table in root.iter("table"):
        if table.get("role") is None and _is_ruled(table):
            table.set("role", "table")
        if not is_data(table):
            continue
        first = next(table.iter("tr"), None)
        for one in [] if first is None else [*first.iter(*_STRONG)]:
            one.tag = "span"  # a head is bold by itself


def _is_ruled(table: HtmlElement) -> bool:
    """Tell whether a table shows its lines, or names its heads."""
    if table.get("border", "0") not in {"", "0"} or table.find(".//th") is not None:
        return True
    some = [table, *(cell for cell, _ in zip(table.iter("td"), range(4), strict=False))]
    return any(_BORDER.search(one.get("style") or "") for one in some)


# What is more than words --------------------------------------------------------------------------


def _has_structure(root: HtmlElement) -> bool:
    for event, element in events(root):
        if event != "start":
            continue
        is_said = bool("".join(element.itertext()).strip()) or element.tag == "hr"
        if element.tag in _STRUCTURE and is_said:
            return True
        if element.tag == "table" and is_data(element):
            return True
        if element.tag == "a" and _is_more_than_address(element):
            return True
    return False


def _is_more_than_address(link: HtmlElement) -> bool:
    address = link_address(link.get("href"), None)
    text = "".join(link.itertext()).strip()
    shown = text if "://" in text or "@" in text else f"https://{text}"
    plain = (address or "").removeprefix("mailto:").rstrip("/")
    return bool(text) and address is not None and plain != shown.rstrip("/")
