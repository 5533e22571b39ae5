"""Notes of a text in HTML, whoever wrote it: a sign that leads to a note, which leads back to it.

Word, LibreOffice, Google Docs and the programs that make web pages name their anchors differently;
that two links lead to each other, and that the first of them is a mere sign, they have in common.
"""

import re
from collections import Counter
from collections.abc import Collection, Iterator
from itertools import count

from lxml.html import HtmlElement

from newsdesk.importing.html_markdown import Notes
from newsdesk.importing.html_tree import BLOCKS

_SIGN = re.compile(r"[\[(]?(?:\d{1,4}|[ivxlc]{1,6}|[a-z]|[*†‡§¶]{1,3})[\])]?\.?", re.IGNORECASE)
_BESIDE = re.compile(r"(?:file|x-msg|about|cid):[^#]*#", re.IGNORECASE)  # a place in the same text
_AROUND_NOTE = frozenset({"div", "li", "aside"})
_SCRIPTS = frozenset({"sup", "sub"})
_FURTHEST = 3  # elements between a link and the anchor that stands for it


def take_notes(root: HtmlElement, taken: Collection[str] = ()) -> Notes:
    """Return the notes of a tree, each moved to its end and without the link back.

    Args:
        taken: labels that are not free; notes are numbered from 1 in the order they are cited.
    """
    anchors = _anchors(root)
    found = list(_cited(root, anchors))
    if not found:
        return Notes()
    around = _counted_around({anchor for _, anchor, _ in found})
    numbers = (str(number) for number in count(1) if str(number) not in taken)
    labels: dict[HtmlElement, str] = {}
    notes: dict[HtmlElement, HtmlElement] = {}  # its anchor -> the block that it is
    for link, anchor, _back in found:
        if anchor not in labels:
            labels[anchor] = next(numbers)
            notes[anchor] = _whole(anchor, link, around)
    citations = {link: labels[anchor] for link, anchor, _ in found}
    _drop_rule(notes[found[0][1]])
    for link, _anchor, back in found:
        _empty(link)
        back.drop_tree()
    definitions: dict[HtmlElement, str] = {}
    for anchor, note in notes.items():
        definitions[_moved(note, root)] = labels[anchor]
    return Notes(citations, definitions)


def _anchors(root: HtmlElement) -> dict[str, HtmlElement]:
    anchors: dict[str, HtmlElement] = {}
    for element in root.iter("*"):
        for name in (element.get("id"), element.get("name")):
            if name:
                anchors.setdefault(name, element)
    return anchors


def _cited(
    root: HtmlElement, anchors: dict[str, HtmlElement]
) -> Iterator[tuple[HtmlElement, HtmlElement, HtmlElement]]:
    """Yield each link that cites a note, the anchor of the note, and its link back."""
    links = [(link, anchors.get(_place(link))) for link in root.iter("a")]
    backs: dict[HtmlElement, list[HtmlElement]] = {}  # what a link leads to -> such links
    for link, anchor in links:
        if anchor is not None:
            backs.setdefault(anchor, []).append(link)
    used: set[HtmlElement] = set()
    for link, anchor in links:
        if anchor is None or link in used or not _SIGN.fullmatch(_text(link)):
            continue
        note = _block(anchor)
        if note is None or note is root or _is_in(link, note):
            continue
        leading = (one for stands in _standing_for(link) for one in backs.get(stands, ()))
        back = next((one for one in leading if one not in used and _is_in(one, note)), None)
        if back is not None:
            used |= {link, back}
            yield link, anchor, back


def _place(link: HtmlElement) -> str:
    """Return the name of the place in the same text that a link leads to, "" for any other."""
    href = (link.get("href") or "").strip()
    href = _BESIDE.sub("#", href, count=1)
    return href[1:] if href.startswith("#") else ""


def _standing_for(link: HtmlElement) -> Iterator[HtmlElement]:
    """Yield what a link back may lead to: the link, an anchor in it, or what is close around it."""
    yield from link.iter("*")
    for above, _ in zip(link.iterancestors(), range(_FURTHEST), strict=False):
        if above.tag in BLOCKS:
            return
        yield above
    before = link.getprevious()
    if before is not None:
        yield before


def _text(element: HtmlElement) -> str:
    return " ".join("".join(element.itertext()).split())


def _is_in(element: HtmlElement, block: HtmlElement) -> bool:
    return element is block or any(above is block for above in element.iterancestors())


def _block(anchor: HtmlElement) -> HtmlElement | None:
    if anchor.tag in BLOCKS:
        return anchor
    return next((above for above in anchor.iterancestors() if above.tag in BLOCKS), None)


def _counted_around(anchors: Collection[HtmlElement]) -> Counter[HtmlElement]:
    """Return for each element how many notes it is around."""
    return Counter(above for anchor in anchors for above in anchor.iterancestors())


def _whole(anchor: HtmlElement, link: HtmlElement, around: Counter[HtmlElement]) -> HtmlElement:
    """Return all of a note: the block of its anchor, and what is around that and nothing else."""
    note = _block(anchor)
    assert note is not None
    above = note.getparent()
    while above is not None and above.tag in _AROUND_NOTE and around[above] == 1:
        if _is_in(link, above) or above.find("hr") is not None:
            break
        note, above = above, above.getparent()
    return note


def _drop_rule(note: HtmlElement) -> None:
    """Take away the line that parts the text from its notes."""
    place: HtmlElement | None = note
    for _ in range(2):
        if place is None:
            return
        before = place.getprevious()
        if before is not None and before.tag == "hr":
            before.drop_tree()
            return
        place = place.getparent()


def _empty(link: HtmlElement) -> None:
    """Leave of a sign the place where it stood, raised by nothing."""
    for above in link.iterancestors():
        if above.tag not in _SCRIPTS:
            break
        above.tag = "span"
    tail = link.tail
    link.clear()
    link.tag, link.tail = "span", tail


def _moved(note: HtmlElement, root: HtmlElement) -> HtmlElement:
    """Move what a note says to the end of the tree and return the block that it is there."""
    place = root.makeelement("div")
    place.text, note.text = note.text, None
    for child in list(note):
        place.append(child)
    if note is not root and note.getparent() is not None:
        note.drop_tree()
    body = root.find("body")
    (root if body is None else body).append(place)
    return place
