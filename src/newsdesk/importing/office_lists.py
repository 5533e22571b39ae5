"""Lists of word processors as lists of HTML, each item in the list of its level.

Word writes a list as paragraphs that know their level and print their bullet; Word on the web and
Google Docs write each level, or each item, as a list of its own.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from lxml.html import HtmlElement

from newsdesk.importing.office_styles import StyleSheet

_LISTS = frozenset({"ul", "ol"})
_PARAGRAPHS = frozenset({"p", "div"})
_WORD = re.compile(r"(?P<id>l\d+)\s+level(?P<level>[1-9])")
_CLASS_LEVEL = re.compile(r"\blst-kix_\w+-(\d)\b")
_COUNTED = re.compile(r"\(?(?:[^\W_]{1,7}[.):、．])+(?:[^\W_]{1,3})?|\d{1,4}")
_LAST_NUMBER = re.compile(r"(\d{1,6})\D*$")
_LONGEST_BULLET = 2  # characters
_ITEM_CLASS = re.compile(r"\bmsolistparagraph", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Item:
    element: HtmlElement  # a `li`, not in the tree yet
    level: int
    kind: str  # "ul" or "ol"
    list_id: str = ""
    number: int | None = None  # as printed


def nest_lists(root: HtmlElement, sheet: StyleSheet) -> None:
    """Put the lists of a tree in order."""
    for wrapper in [*root.iter("div")]:
        if "listcontainerwrapper" in (wrapper.get("class") or "").lower():
            wrapper.drop_tag()
    for one in [*root.iter(*_LISTS)]:
        _take_in_lists(one)
    for parent in {child.getparent(): None for child in root.iter(*_PARAGRAPHS, *_LISTS)}:
        if parent is not None and parent.tag not in _LISTS:
            for run in [*_paragraph_runs(parent, sheet)]:
                _replace(parent, run, _nested(_word_items(run, sheet)))
            for run in [*_list_runs(parent)]:
                _replace(parent, run, _nested(_leveled_items(run)))


def word_level(element: HtmlElement, sheet: StyleSheet) -> re.Match[str] | None:
    """Return the list and the level of a paragraph of Word's, None if it is no item."""
    is_said = "mso-list" in (element.get("style") or "").lower()
    if not is_said and not _ITEM_CLASS.search(element.get("class") or ""):
        return None
    return _WORD.match(sheet.of(element).get("mso-list", ""))


def take_marker(element: HtmlElement, sheet: StyleSheet) -> str | None:
    """Take out the bullet or number that Word prints before an item; None: there is none."""
    for one in element.iterdescendants("span"):
        if sheet.of(one).get("mso-list") == "ignore":
            text = " ".join("".join(one.itertext()).split())
            if len(text) > _LONGEST_BULLET and not _COUNTED.fullmatch(text):
                one.drop_tag()  # it was never closed: the item itself is in it
                return None
            one.drop_tree()
            return text
    return None


# Word: paragraphs that know their level -----------------------------------------------------------


def _paragraph_runs(parent: HtmlElement, sheet: StyleSheet) -> Iterator[list[HtmlElement]]:
    """Yield what makes one list, or lists beside each other: empty paragraphs between may stand."""
    run: list[HtmlElement] = []
    blank: list[HtmlElement] = []
    last_id = ""
    for child in parent:
        found = word_level(child, sheet) if child.tag in _PARAGRAPHS else None
        if found is not None and (not blank or found["id"] == last_id):
            run += [*blank, child]
            blank = []
        elif found is not None:
            yield run
            run, blank = [child], []
        elif run and child.tag in _PARAGRAPHS and _is_blank(child):
            blank.append(child)
        elif run and not blank and _ITEM_CLASS.search(child.get("class") or ""):
            run.append(child)  # another paragraph of the item
        elif run:
            yield run
            run, blank = [], []
        last_id = found["id"] if found is not None else last_id
        if run and child.tail and child.tail.strip():
            yield run
            run, blank = [], []
    if run:
        yield run


def _word_items(run: Sequence[HtmlElement], sheet: StyleSheet) -> list[_Item]:
    items: list[_Item] = []
    for paragraph in run:
        found = word_level(paragraph, sheet)
        if found is not None:
            items.append(_word_item(paragraph, found, sheet))
        elif not _is_blank(paragraph):
            items[-1].element.append(_bare(paragraph))
    return items


def _word_item(paragraph: HtmlElement, found: re.Match[str], sheet: StyleSheet) -> _Item:
    marker = take_marker(paragraph, sheet)
    level = int(found["level"])
    if marker:
        is_counted = _COUNTED.fullmatch(marker) is not None
    else:
        said = sheet.number_format(found["id"], level)
        is_counted = said not in {None, "bullet", "image", "none"}
    number = _LAST_NUMBER.search(marker) if marker and is_counted else None
    item = paragraph.makeelement("li")
    item.append(_bare(paragraph))
    kind = "ol" if is_counted else "ul"
    return _Item(item, level, kind, found["id"], int(number[1]) if number else None)


def _bare(paragraph: HtmlElement) -> HtmlElement:
    """Return a paragraph as it goes elsewhere, a copy without the text behind it."""
    moved = paragraph.makeelement(paragraph.tag, dict(paragraph.attrib))
    moved.text = paragraph.text
    moved.extend(list(paragraph))
    return moved


def _is_blank(element: HtmlElement) -> bool:
    return not "".join(element.itertext()).strip() and element.find(".//img") is None


# Google Docs, Word on the web: lists that know their level ----------------------------------------


def _take_in_lists(one: HtmlElement) -> None:
    """Move a list that stands directly in another into the item before it."""
    for child in [*one]:
        if child.tag not in _LISTS:
            continue
        before = child.getprevious()
        if before is None or before.tag != "li":
            before = one.makeelement("li")
            one.insert(one.index(child), before)
        tail, child.tail = child.tail, None
        before.append(child)
        if tail and tail.strip():
            child.tail = tail


def _list_runs(parent: HtmlElement) -> Iterator[list[HtmlElement]]:
    """Yield lists beside each other that are on different levels, or have an item each."""
    run: list[HtmlElement] = []
    for child in parent:
        if child.tag in _LISTS and _level(child) is not None:
            run.append(child)
        elif run:
            yield from _if_any(run)
            run = []
        if child.tail and child.tail.strip():
            yield from _if_any(run)
            run = []
    yield from _if_any(run)


def _if_any(run: list[HtmlElement]) -> Iterator[list[HtmlElement]]:
    if len(run) > 1:
        yield run


def _level(one: HtmlElement) -> int | None:
    if found := _CLASS_LEVEL.search(one.get("class") or ""):
        return int(found[1]) + 1
    item = one.find("li")
    said = None if item is None else item.get("data-aria-level") or item.get("aria-level")
    return int(said) if said and said.isdecimal() and len(said) < 3 else None


def _leveled_items(run: Iterable[HtmlElement]) -> list[_Item]:
    items: list[_Item] = []
    for one in run:
        level, kind, start = _level(one) or 1, str(one.tag), one.get("start") or ""
        number = int(start) if start.isdecimal() and len(start) < 7 else None
        for child in [*one]:
            item = child if child.tag == "li" else one.makeelement("li")
            if item is not child:
                item.append(child)
            one_id = (item.get("data-listid") or "") if number is None else ""
            items.append(_Item(item, level, kind, one_id, number))
            number = None if number is None else number + 1
    return items


# One list in the other ----------------------------------------------------------------------------


def _nested(items: Sequence[_Item]) -> list[HtmlElement]:
    """Return lists side by side with the items, each below the last one of a lower level."""
    lists: list[HtmlElement] = []
    open_: list[tuple[_Item, HtmlElement]] = []  # an item and the list that it is in
    for item in items:
        beside: tuple[_Item, HtmlElement] | None = None
        while open_ and open_[-1][0].level >= item.level:
            beside = open_.pop()
        if beside is not None and _is_same_list(beside[0], item):
            beside[1].append(item.element)
            open_.append((item, beside[1]))
            continue
        within = item.element.makeelement(item.kind)
        if item.kind == "ol" and item.number not in {None, 1}:
            within.set("start", str(item.number))
        within.append(item.element)
        if open_:
            open_[-1][0].element.append(within)
        else:
            lists.append(within)
        open_.append((item, within))
    return lists


def _is_same_list(one: _Item, other: _Item) -> bool:
    return (one.kind, one.list_id) == (other.kind, other.list_id)


def _replace(parent: HtmlElement, old: Sequence[HtmlElement], new: Sequence[HtmlElement]) -> None:
    at, tail = parent.index(old[0]), old[-1].tail
    for one in old:
        parent.remove(one)
    for place, one in enumerate(new):
        parent.insert(at + place, one)
    new[-1].tail = tail
