"""Markdown, with or without a front matter.

With one, what it says is taken and the body is left as it is. Without, the text is taken apart like
a plain one, but what stays in the body keeps its marks and line breaks.
"""

import re
import unicodedata
from dataclasses import replace
from itertools import islice

from newsdesk.domain.errors import ImportProblem, ImportRefusedError
from newsdesk.domain.fold import fold
from newsdesk.domain.provenance import Confidence, Finding, FindingKind
from newsdesk.importing.dateline import read_dateline
from newsdesk.importing.decoding import decoded, is_markup
from newsdesk.importing.draft import Draft, ImportTools
from newsdesk.importing.front_matter import FrontMatter, parted
from newsdesk.importing.front_matter_fields import FieldReader
from newsdesk.importing.language import language_of
from newsdesk.importing.lines import Paragraph, ParagraphKind, each_markdown_paragraph, width
from newsdesk.importing.surgeon import dissect
from newsdesk.importing.told import Told

SUFFIXES = (".md", ".markdown", ".mdown", ".mkd")
_LEVEL_ONE = re.compile(r" {0,3}#(?!#)")
_OPENING = 3  # paragraphs, of which the headline may be one
_SETEXT_ONE = re.compile(r"\s*=+\s*$")


def read(raw: bytes, name: str, tools: ImportTools) -> Draft:
    """Return the draft in a Markdown file.

    Raises:
        ImportRefusedError: it is no text, or its front matter cannot be read.
    """
    found = decoded(raw, name)
    text = found.text
    if is_markup(text):
        raise ImportRefusedError(ImportProblem.UNKNOWN_KIND, name)
    told = Told(guessed_encoding=found.guess)
    matter, body, first_line = parted(text, name)
    if matter is None:
        draft = dissect(text, tools=tools, name=name, is_markdown=True, told=told)
        if not draft.findings:  # nothing but characters that nobody can see
            raise ImportRefusedError(ImportProblem.EMPTY, name)
        return draft
    draft = _with_matter(matter, body, first_line, name, tools)
    return replace(draft, findings=(*told.findings(), *draft.findings))


def _with_matter(
    matter: FrontMatter, body: str, first_line: int, name: str, tools: ImportTools
) -> Draft:
    body = unicodedata.normalize("NFC", body)
    rest = each_markdown_paragraph(body)
    opening = tuple(islice(rest, _OPENING + 1))
    is_all, end = len(opening) <= _OPENING, body.rstrip().count("\n")
    reader = FieldReader(matter, tools)
    language, confidence = reader.language or _language((*opening, *rest), tools)
    draft = reader.draft(language)
    findings = list(reader.findings)
    headline = draft.headline
    title = next((one for one in opening[:_OPENING] if _is_level_one(one)), None)
    if title is not None and (not headline or fold(title.text) == fold(headline)):
        headline = headline or title.text
        body = _without_lines(body, title.first_line, title.last_line)
        findings.append(_finding(FindingKind.HEADLINE, title, first_line))
        opening = tuple(one for one in opening if one is not title)
    if opening:
        lead = opening[0]
        dateline = read_dateline(lead.text, language=language, tools=tools)
        if dateline is not None:
            findings.append(_finding(FindingKind.DATELINE, lead, first_line, is_sure=False))
        last_line = opening[-1].last_line if is_all else end
        findings.append(_body_finding(lead, last_line, first_line))
    findings.append(
        Finding(
            kind=FindingKind.LANGUAGE,
            confidence=confidence,
            text=language,
            first_line=0,
            last_line=first_line,
        )
    )
    return reader.finished(
        draft, headline=headline, body_md=body.strip("\n"), file_name=name, findings=findings
    )


def _language(paragraphs: tuple[Paragraph, ...], tools: ImportTools) -> tuple[str, Confidence]:
    running = [one.text for one in paragraphs if one.ends_sentence and width(one.text) > 60]
    return language_of(
        " ".join(running or [one.text for one in paragraphs]), tools.default_language
    )


def _is_level_one(paragraph: Paragraph) -> bool:
    if paragraph.kind is not ParagraphKind.HEADING:
        return False
    return bool(_LEVEL_ONE.match(paragraph.source) or _SETEXT_ONE.match(paragraph.lines[-1].text))


def _without_lines(text: str, first: int, last: int) -> str:
    lines = text.split("\n")
    return "\n".join([*lines[:first], *lines[last + 1 :]])


def _finding(
    kind: FindingKind, paragraph: Paragraph, first_line: int, *, is_sure: bool = True
) -> Finding:
    return Finding(
        kind=kind,
        confidence=Confidence.HIGH if is_sure else Confidence.LOW,
        text=paragraph.text[:300],
        first_line=paragraph.first_line + first_line,
        last_line=paragraph.last_line + first_line,
    )


def _body_finding(lead: Paragraph, last_line: int, first_line: int) -> Finding:
    return Finding(
        kind=FindingKind.BODY,
        confidence=Confidence.HIGH,
        text=lead.text[:120],
        first_line=lead.first_line + first_line,
        last_line=last_line + first_line,
    )
