"""A quote as a paragraph of a release: `“…,” said Jane Roe, director of the Harbour Office.`

`find_quotes` reads what is written here; it is the way back.
"""

import re
from dataclasses import dataclass

from newsdesk.rendering.attribution_words import AttributionForm, attribution_form
from newsdesk.rendering.name_words import HONORIFICS
from newsdesk.rendering.one_line import one_line
from newsdesk.rendering.person_names import folded_word
from newsdesk.rendering.quotation_marks import QuotationMarks
from newsdesk.rendering.quote_spans import Span, spans
from newsdesk.rendering.running_markdown import escaped
from newsdesk.rendering.speech_words import CJK_TITLES
from newsdesk.rendering.typography import quotation_marks

_NO_BREAK = "\N{NO-BREAK SPACE}"
_SPACES_OF_MARKS = " \N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}"
_EMPTY_LINES = re.compile(r"\n[ \t]*\n\s*")
_LINE_END = re.compile(r"\s*\n\s*")
_SINGLE = "‘’'‹›『"
_ASKS = ("?", "!", "…", "...", "？", "！", "؟", "—")
_SHORTENED = re.compile(r"(?:(?<![^\W\d_])[^\W\d_]\.){2,}$|\b(?:Inc|Ltd|Corp|Co|Jr|Sr|etc)\.$")
_INITIAL = re.compile(r"[^\W\d_]\.(?:-?[^\W\d_]\.)*")
_WIDE = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """Who is quoted, as printed."""

    name: str
    title: str = ""  # role and office in the release's language
    verb: str = ""  # one of the language's; empty is the usual one


def speech_verbs(language: str) -> tuple[str, ...]:
    """Return how a language says "said", the usual word first; empty: it is said by a dash."""
    return attribution_form(language).verbs


def title_line(role: str, office: str, language: str) -> str:
    """Return role and office as a language puts them beside a name."""
    role, office = one_line(role), one_line(office)
    form = attribution_form(language)
    if form.is_title_first:
        is_wide = _WIDE.search(role) and _WIDE.search(office)
        return office + role if is_wide else ", ".join(filter(None, (role, office)))
    return form.title_comma.join(filter(None, (role, office)))


def unbroken(name: str) -> str:
    """Return a name whose initials, `Dr.` and `M.` stand in one line with what they belong to."""
    first, *others = one_line(name).split(" ")
    whole = first
    before = first
    for word in others:
        is_short = _INITIAL.fullmatch(before) or folded_word(before) in HONORIFICS
        whole += (_NO_BREAK if is_short else " ") + word
        before = word
    return whole


def attributed_quote(words_md: str, who: Attribution, language: str) -> str:
    """Return the paragraphs, as Markdown, in which somebody says `words_md` in a language.

    Marks around the words are taken for granted; doubles inside become singles. Of several
    paragraphs each opens with a mark and the last one closes; who says it stands with the first.

    Raises:
        ValueError: there are no words, or nobody says them.
    """
    form, marks = attribution_form(language), quotation_marks(language)
    spoken = _paragraphs(words_md, marks, form)
    before, behind = _around(who, form)
    if not form.before:  # who says it closes the first paragraph
        closed, *others = spoken
        asks = closed.endswith(_ASKS)
        comma = form.comma if form.keeps_comma or not asks else ""
        closed = f"{_ended(closed, form)}{marks.right_double}{comma}{behind}"
        spoken = [closed, *others]
        if others:
            spoken[-1] += marks.right_double
    else:
        last = spoken[-1]
        behind = "" if behind == "." and last.endswith(_ASKS) else behind
        spoken[-1] = f"{_ended(last, form)}{marks.right_double}{behind}"
    opened = [marks.left_double + paragraph for paragraph in spoken]
    return "\n\n".join([before + opened[0], *opened[1:]])


def _around(who: Attribution, form: AttributionForm) -> tuple[str, str]:
    """Return what stands before the opening mark and behind the closing one."""
    name, title = escaped(unbroken(who.name)), escaped(one_line(who.title))
    if not name:
        raise ValueError("nobody is quoted")
    if not form.is_title_first:
        title = title and form.title_comma + title
    elif title and not form.title_comma and not title.endswith(CJK_TITLES):
        # nobody would see where the office ends and the name begins
        name, title = f"{name}（{title}）", ""
    else:
        title = title and title + form.title_comma
    words = {"verb": who.verb or next(iter(form.verbs), ""), "who": name, "title": title}
    before, behind = (text.format(**words) for text in (form.before, form.behind))
    return before, behind[:-1] if behind.endswith("..") else behind


def _paragraphs(words_md: str, marks: QuotationMarks, form: AttributionForm) -> list[str]:
    text = _without_own_marks(words_md.strip())
    found = [
        _with_inner_marks(form.join.join(_LINE_END.split(part.strip())), marks)
        for part in _EMPTY_LINES.split(text)
        if part.strip()
    ]
    if not found:
        raise ValueError("there is nothing to quote")
    return found


def _without_own_marks(text: str) -> str:
    """Take the marks off that somebody typed or copied with the words."""
    found = list(spans(text))
    is_whole = len(found) == 1 and found[0].start == 0 and found[0].end == len(text)
    return found[0].text if is_whole else text


def _with_inner_marks(text: str, marks: QuotationMarks) -> str:
    """Give what is quoted within a quote the marks of the second rank."""
    for span in reversed(list(spans(text))):
        if span.is_closed and text[span.start] not in _SINGLE:
            text = _replaced(text, span, f"{marks.left_single}{span.text}{marks.right_single}")
    return text


def _replaced(text: str, span: Span, inner: str) -> str:
    return text[: span.start] + inner + text[span.end :]


def _ended(text: str, form: AttributionForm) -> str:
    """Return what was said with the mark that stands before the closing one."""
    text = text.rstrip(_SPACES_OF_MARKS)
    if text.endswith(_ASKS):
        return text
    kept = text if _SHORTENED.search(text) else text.rstrip(form.drops)
    return kept if form.adds and kept.endswith(form.adds) else kept + form.adds
