"""The same Markdown read in one go, by Python-Markdown's own parser of blocks and definitions.

What it shares with newsdesk are the inline signs, the sanitiser and the numbering of notes; what it
knows nothing of are the splitter, the fences and definitions that finds, and the memory.
"""

import re
from typing import cast
from xml.etree.ElementTree import Element

from markdown.blockprocessors import ReferenceProcessor
from markdown.extensions.abbr import AbbrBlockprocessor
from markdown.extensions.fenced_code import FencedBlockPreprocessor
from markdown.extensions.footnotes import (
    FootnoteBlockProcessor,
    FootnoteExtension,
    FootnoteTreeprocessor,
)
from markdown.util import HTML_PLACEHOLDER_RE

from newsdesk.rendering.characters import as_lines, without_hidden
from newsdesk.rendering.dialect import Converted, Dialect, _OutermostProcessor
from newsdesk.rendering.footnotes import Numbering
from newsdesk.rendering.quotation_marks import ENGLISH
from newsdesk.rendering.sanitising import sanitise

_SPACE_BETWEEN_TAGS = re.compile(r">\s+<")


def without_space_between_tags(html: str) -> str:
    return _SPACE_BETWEEN_TAGS.sub("><", html.strip())


class WholeDocument:
    def __init__(self) -> None:
        self._dialect = Dialect(ENGLISH)
        markdown = self._dialect.markdown
        self._notes = FootnoteExtension()
        self._notes.md, self._notes.parser = markdown, markdown.parser
        self._dialect._notes = cast("set[str]", self._notes.footnotes)  # read and cleared alike
        blocks = markdown.parser.blockprocessors
        blocks.register(FootnoteBlockProcessor(self._notes), "footnote", 17)
        abbreviations = self._dialect._abbreviations
        blocks.register(AbbrBlockprocessor(markdown.parser, abbreviations), "abbr", 16)
        blocks.register(ReferenceProcessor(markdown.parser), "reference", 15)
        fences = _Fences(markdown, {"lang_prefix": "language-"})
        markdown.preprocessors.register(fences, "fenced_code_block", 25)
        markdown.treeprocessors.register(_Outermost(markdown), "outermost", 7.5)
        markdown.treeprocessors.register(_NotesFirst(self._notes), "footnote", 50)

    def render(self, source: str) -> str:
        converted = self._dialect.convert(without_hidden(as_lines(source)), None)
        numbering = Numbering()
        html = numbering.fill(converted.html, converted.cited)
        notes = dict(self._notes.footnotes)
        return html + "\n" + numbering.section(lambda label: self._note(notes[label]))

    def _note(self, source: str) -> Converted:
        """Render a note with the definitions of the document read last."""
        self._dialect._now = Converted()
        self._dialect._now.html = sanitise(self._dialect.markdown.convert(source))
        return self._dialect._now


class _NotesFirst(FootnoteTreeprocessor):
    """Learns what notes define before the text is read, as the footnotes extension does."""

    def run(self, root: Element) -> None:
        for source in list(self.footnotes.footnotes.values()):
            self.footnotes.parser.parseChunk(Element("div"), source)


class _Fences(FencedBlockPreprocessor):
    def run(self, lines: list[str]) -> list[str]:
        lines = super().run(lines)
        stash = cast("list[str]", self.md.htmlStash.rawHtmlBlocks)
        stash[:] = [html.replace("<pre>", '<pre dir="auto">', 1) for html in stash]
        return lines


class _Outermost(_OutermostProcessor):
    """Leaves the seats of fenced code without a direction: the code has its own."""

    def run(self, root: Element) -> None:
        super().run(root)
        for element in root:
            if HTML_PLACEHOLDER_RE.fullmatch(element.text or ""):
                del element.attrib["dir"]
