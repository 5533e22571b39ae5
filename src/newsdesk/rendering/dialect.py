"""The Markdown that newsdesk reads: Python-Markdown, with what a release needs changed.

Raw HTML is text. Bodies are pasted and imported from anywhere, and what a writer sees in the source
he must see on the page: a tag that vanishes, or a `</script>` that takes the rest with it, loses
words. The three tags that Markdown has no sign for (`<sub>`, `<sup>`, `<br>`) are read as signs.
Attribute lists hold `lang`, `dir` and `title` only, others are text. The page's first heading is
the headline, so a body's `#` is one level lower; without a space after it, it is a hashtag. A table
is as wide as its widest row, no cell is left out.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import cast
from xml.etree.ElementTree import Element

from markdown.blockprocessors import HashHeaderProcessor
from markdown.core import Markdown
from markdown.extensions.abbr import AbbrTreeprocessor
from markdown.extensions.attr_list import AttrListTreeprocessor
from markdown.extensions.def_list import DefListExtension
from markdown.extensions.sane_lists import SaneListExtension
from markdown.extensions.smarty import SmartyExtension, SubstituteTextPattern
from markdown.extensions.tables import TableExtension, TableProcessor
from markdown.inlinepatterns import InlineProcessor, SubstituteTagInlineProcessor
from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString

from newsdesk.rendering.definitions import Uses
from newsdesk.rendering.emphasis import EmphasisProcessor
from newsdesk.rendering.findings import FindingKind
from newsdesk.rendering.footnotes import SEAT_CLASS
from newsdesk.rendering.links import CITED, InlineMatch, read_links
from newsdesk.rendering.quotation_marks import QuotationMarks
from newsdesk.rendering.sanitising import sanitise

_APOSTROPHE = "’"  # in every language, whatever its closing single quotation mark is


@dataclass(slots=True)
class Converted:
    html: str = ""  # safe; citations are empty seats
    cited: list[str] = field(default_factory=list[str])  # a note's label for each seat
    findings: set[FindingKind] = field(default_factory=set[FindingKind])


class Dialect:
    """One `Markdown` instance, kept between conversions; not for two threads at once."""

    def __init__(self, quotes: QuotationMarks | None) -> None:
        """Without `quotes` straight quotes, dashes and dots stay as typed, which is faster."""
        # Also without quotes: the extension says which characters a backslash escapes.
        smarty = SmartyExtension(substitutions=_substitutions(quotes or QuotationMarks()))
        extensions = [TableExtension(), DefListExtension(), SaneListExtension(), smarty]
        self.markdown = Markdown(output_format="html", extensions=extensions)
        self._abbreviations: dict[str, str] = {}
        self._notes: set[str] = set()
        self._now = Converted()
        self._change_blocks()
        self._change_inlines()
        self._change_tree()
        if quotes:
            _keep_apostrophes(smarty, self.markdown)
        else:
            self.markdown.treeprocessors.deregister("smarty")

    def convert(self, source: str, uses: Uses | None) -> Converted:
        """Render one block on its own; may raise `RecursionError`, then this is worn out."""
        self._now = Converted()
        self.markdown.reset()
        self._abbreviations.clear()
        self._notes.clear()
        if uses:
            for found in uses.references:
                self.markdown.references[found.label] = found.target, found.title or ""
            self._abbreviations.update(uses.abbreviations)
            self._notes.update(uses.notes)
        self._now.html = sanitise(self.markdown.convert(source))
        return self._now

    def _change_blocks(self) -> None:
        markdown = self.markdown
        markdown.preprocessors.deregister("html_block")
        processors = markdown.parser.blockprocessors
        processors.deregister("reference")  # the splitter's, as notes and fences are
        processors.register(_SpacedHeadingProcessor(markdown.parser), "hashheader", 70)
        processors.register(
            _WideTableProcessor(markdown.parser, {"use_align_attribute": False}), "table", 75
        )

    def _change_inlines(self) -> None:
        patterns = self.markdown.inlinePatterns
        patterns.deregister("html")
        patterns.deregister("em_strong")
        read_links(self.markdown, self._report)
        patterns.register(_CitationProcessor(self._seat), "citation", 175)
        patterns.register(SubstituteTagInlineProcessor(r"(?i)<br ?/?>", "br"), "break", 98)
        patterns.register(_ScriptProcessor(r"<(sub|sup)>([^<>\n]{1,200})</\1>"), "script", 96)

    def _change_tree(self) -> None:
        tree = self.markdown.treeprocessors
        tree.register(EmphasisProcessor(self.markdown), "emphasis", 15)
        tree.register(_OutermostProcessor(self.markdown), "outermost", 7.5)
        tree.register(_AttributeProcessor(self.markdown), "attr_list", 8)
        tree.register(AbbrTreeprocessor(self.markdown, self._abbreviations), "abbr", 7)

    def _report(self, finding: FindingKind) -> None:
        self._now.findings.add(finding)

    def _seat(self, label: str) -> int | None:
        """Return the number of a new seat for a citation; None if no note has that label."""
        if label not in self._notes:
            return None
        self._now.cited.append(label)
        return len(self._now.cited) - 1


def _substitutions(quotes: QuotationMarks) -> dict[str, str]:
    return {
        "left-double-quote": quotes.left_double,
        "right-double-quote": quotes.right_double,
        "left-single-quote": quotes.left_single,
        "right-single-quote": quotes.right_single,
    }


def _keep_apostrophes(smarty: SmartyExtension, markdown: Markdown) -> None:
    """Tell apostrophes from closing marks, which are another sign in most languages."""
    for number, pattern in enumerate((r"(?<=\w)'(?=\w)", r"'(?=s\b)", r"(?<!\w)'(?=\d{2}s)")):
        apostrophe = SubstituteTextPattern(pattern, (_APOSTROPHE,), markdown)
        smarty.inlinePatterns.register(apostrophe, f"apostrophe-{number}", 60 - number)


class _SpacedHeadingProcessor(HashHeaderProcessor):
    RE = re.compile(
        r"(?:^|\n)(?P<level>#{1,6})(?=[ \n]|$)(?P<header>(?:\\.|[^\\#]|#+(?=[^#\n]))*?)#*(?:\n|$)"
    )


class _WideTableProcessor(TableProcessor):
    def run(self, parent: Element, blocks: list[str]) -> None:
        rows = blocks[0].split("\n")[2:]
        # The type stubs leave out the method, and that the separator is a list.
        split_row = cast("Callable[[str], list[str]]", self._split_row)  # pyright: ignore[reportUnknownMemberType, reportAttributeAccessIssue]
        columns = cast("list[str]", self.separator)
        widest = max((len(split_row(row.strip(" "))) for row in rows), default=0)
        columns += [""] * (widest - len(columns))
        super().run(parent, blocks)


class _CitationProcessor(InlineProcessor):
    def __init__(self, seat: Callable[[str], int | None]) -> None:
        super().__init__(r"\[\^([^\[\]\n]+)\]")
        self._seat = seat

    def handleMatch(self, m: re.Match[str], data: str) -> InlineMatch:  # noqa: N802
        seat = self._seat(m[1])
        if seat is None:
            return None, None, None
        citation = Element("sup", {"class": SEAT_CLASS, CITED: m[1]})
        citation.text = AtomicString(seat)
        return citation, m.start(), m.end()


class _ScriptProcessor(InlineProcessor):
    def handleMatch(self, m: re.Match[str], data: str) -> InlineMatch:  # noqa: N802
        script = Element(m[1])
        script.text = m[2]
        return script, m.start(), m.end()


class _AttributeProcessor(AttrListTreeprocessor):
    """Attribute lists of nothing but what the sanitiser lets through, so that none is lost."""

    _QUOTED = r"(?:\"[^\"\n{}]*\"|'[^'\n{}]*')"
    _ONE = (
        rf"(?:dir=(?:ltr|rtl|auto|\"(?:ltr|rtl|auto)\")|title={_QUOTED}"
        r"|lang=(?:[A-Za-z0-9-]{2,35}|\"[A-Za-z0-9-]{2,35}\"))"
    )
    _LIST = rf"\{{:? *({_ONE}(?: +{_ONE})* *)\}}"
    # The stubs call these final; the extension itself reads them off the instance.
    HEADER_RE = re.compile(rf" +{_LIST} *$")  # pyright: ignore[reportGeneralTypeIssues]
    BLOCK_RE = re.compile(rf"\n *{_LIST} *$")  # pyright: ignore[reportGeneralTypeIssues]
    INLINE_RE = re.compile(_LIST)  # pyright: ignore[reportGeneralTypeIssues]


class _OutermostProcessor(Treeprocessor):
    """Lets each block take its direction from its own first letter, and keeps `<h1>` out."""

    def run(self, root: Element) -> None:
        for element in root:
            if element.tag != "hr" and "dir" not in element.keys():  # noqa: SIM118 - no mapping
                element.set("dir", "auto")
        for heading in root.iter("h1"):
            heading.tag = "h2"
