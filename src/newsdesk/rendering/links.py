"""Links and images as newsdesk reads them.

A target that is not allowed leaves the link as it was typed: nothing to click, nothing fetched, and
nothing lost. A remote image becomes a link to it. Text and target are each found by one regular
expression: the stock scanner reads to the end of the paragraph for every bracket left open.
"""

import re
from collections.abc import Callable
from xml.etree.ElementTree import Element

from markdown.core import Markdown
from markdown.inlinepatterns import (
    AUTOLINK_RE,
    AUTOMAIL_RE,
    IMAGE_LINK_RE,
    IMAGE_REFERENCE_RE,
    LINK_RE,
    REFERENCE_RE,
    ImageInlineProcessor,
    ImageReferenceInlineProcessor,
    InlineProcessor,
    LinkInlineProcessor,
    ReferenceInlineProcessor,
    ShortImageReferenceInlineProcessor,
    ShortReferenceInlineProcessor,
)
from markdown.treeprocessors import InlineProcessor as TreeInlineProcessor
from markdown.util import INLINE_PLACEHOLDER_RE, AtomicString

from newsdesk.rendering.findings import FindingKind
from newsdesk.rendering.targets import is_image, is_link, is_remote_image

InlineMatch = tuple[Element | str | None, int | None, int | None]
_AS_TYPED: InlineMatch = (None, None, None)


CITED = "cited"
"""The attribute that holds the label of a citation until the HTML is sanitised."""

Report = Callable[[FindingKind], None]


def read_links(markdown: Markdown, report: Report) -> None:
    """Have `markdown` read links and images in newsdesk's way, telling `report` what it refuses."""
    for name, pattern, priority in (
        ("reference", _ReferenceLink(REFERENCE_RE, markdown), 170),
        ("link", _Link(LINK_RE, markdown), 160),
        ("image_link", _Image(IMAGE_LINK_RE, markdown), 150),
        ("image_reference", _ReferenceImage(IMAGE_REFERENCE_RE, markdown), 140),
        ("short_reference", _ShortReferenceLink(REFERENCE_RE, markdown), 130),
        ("short_image_ref", _ShortReferenceImage(IMAGE_REFERENCE_RE, markdown), 125),
        ("autolink", _Address(AUTOLINK_RE, markdown, prefix=""), 120),
        ("automail", _Address(AUTOMAIL_RE, markdown, prefix="mailto:"), 110),
    ):
        pattern.report = report
        markdown.inlinePatterns.register(pattern, name, priority)


def _inline_tree(markdown: Markdown) -> TreeInlineProcessor:
    tree = markdown.treeprocessors["inline"]
    assert isinstance(tree, TreeInlineProcessor)
    return tree


class _Reporting(InlineProcessor):
    report: Report


class _LinkSyntax(_Reporting, LinkInlineProcessor):
    """Text in brackets, which may hold two further levels of them; then a target in parentheses."""

    _PLAIN = r"[^\[\]]*+"
    _ONCE = rf"{_PLAIN}(?:\[{_PLAIN}\]{_PLAIN})*+"
    _TEXT = re.compile(rf"({_PLAIN}(?:\[{_ONCE}\]{_PLAIN})*+)\]")
    _TARGET = re.compile(
        r"\(\s*+(?:<(?P<angled>[^<>\n]*+)>|(?P<bare>(?:[^\s()]++|\([^\s()]*+\))*+))"
        r"(?:\s++(?P<title>\"[^\"]{0,999}+\"|'[^']{0,999}+'))?+\s*+\)"
    )

    def getText(self, data: str, index: int) -> tuple[str, int, bool]:  # noqa: N802
        found = self._TEXT.match(data, index)
        if not found:
            return "", index, False
        return INLINE_PLACEHOLDER_RE.sub(self._as_typed, found[1]), found.end(), True

    def _as_typed(self, placeholder: re.Match[str]) -> str:
        """Undo a citation, which is read before links are: it is a link, and none holds another."""
        stashed = _inline_tree(self.md).stashed_nodes.get(placeholder[1])
        label = stashed.get(CITED) if isinstance(stashed, Element) else None
        return placeholder[0] if label is None else f"[^{label}]"

    def getLink(self, data: str, index: int) -> tuple[str, str | None, int, bool]:  # noqa: N802
        found = self._TARGET.match(data, index)
        if not found:
            return "", None, index, False
        target = self.unescape(found["angled"] or found["bare"] or "").strip()
        title = found["title"] and " ".join(self.unescape(found["title"][1:-1]).split())
        return target, title, found.end(), True


class _AllowedLink(_LinkSyntax):
    ANCESTOR_EXCLUDES = ("a",)

    def handleMatch(self, m: re.Match[str], data: str) -> InlineMatch:  # noqa: N802
        link, start, end = super().handleMatch(m, data)
        if isinstance(link, Element) and not is_link(link.get("href", "")):
            self.report(FindingKind.REFUSED_TARGET)
            return _AS_TYPED
        return link, start, end


class _AllowedImage(_LinkSyntax):
    def handleMatch(self, m: re.Match[str], data: str) -> InlineMatch:  # noqa: N802
        image, start, end = super().handleMatch(m, data)
        if not isinstance(image, Element) or is_image(image.get("src", "")):
            return image, start, end
        if is_remote_image(image.get("src", "")) and not self._is_in_link():
            self.report(FindingKind.REMOTE_IMAGE)
            return _link_to(image), start, end
        self.report(FindingKind.REFUSED_TARGET)
        return _AS_TYPED

    def _is_in_link(self) -> bool:
        return "a" in _inline_tree(self.md).ancestors


def _link_to(image: Element) -> Element:
    address = image.get("src", "")
    link = Element("a", href=address)
    if title := image.get("title"):
        link.set("title", title)
    link.text = AtomicString(image.get("alt") or address)
    return link


class _Link(_AllowedLink, LinkInlineProcessor): ...


class _ReferenceLink(_AllowedLink, ReferenceInlineProcessor): ...


class _ShortReferenceLink(_AllowedLink, ShortReferenceInlineProcessor): ...


class _Image(_AllowedImage, ImageInlineProcessor): ...


class _ReferenceImage(_AllowedImage, ImageReferenceInlineProcessor): ...


class _ShortReferenceImage(_AllowedImage, ShortImageReferenceInlineProcessor): ...


class _Address(_Reporting):
    """A web or mail address between angle brackets."""

    ANCESTOR_EXCLUDES = ("a",)

    def __init__(self, pattern: str, markdown: Markdown, *, prefix: str) -> None:
        super().__init__(pattern, markdown)
        self._prefix = prefix

    def handleMatch(self, m: re.Match[str], data: str) -> InlineMatch:  # noqa: N802
        address = self.unescape(m[1])
        target = self._prefix + address.removeprefix(self._prefix)
        if not is_link(target):
            self.report(FindingKind.REFUSED_TARGET)
            return _AS_TYPED
        link = Element("a", href=target)
        link.text = AtomicString(address)
        return link, m.start(), m.end()
