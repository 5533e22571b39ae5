"""Quotes in a body and who is quoted; titles, nicknames and scare quotes are not quotes."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import islice, pairwise

from newsdesk.domain.language import base
from newsdesk.domain.quote import FoundQuote
from newsdesk.rendering.cjk_speakers import bracketed_speaker, signing_speaker
from newsdesk.rendering.known_names import KnownNames
from newsdesk.rendering.person_names import NameRun, is_person_name, name_runs
from newsdesk.rendering.quote_paragraphs import running_paragraphs
from newsdesk.rendering.quote_spans import Span, spans
from newsdesk.rendering.speakers import Verb, follows_preposition, names_pronoun, speaker_in, verbs
from newsdesk.rendering.speech_words import REPORTING

_MOST_QUOTES = 1_000  # of a release; a text with more of them is none
_REACH = 300  # characters beside a quote that may say whose it is
_FEWEST_WORDS = 4  # said by somebody; shorter ones are single words held up
_FEWEST_WORDS_ALONE = 7  # with nobody beside it
_MOST_WORDS_AFTER = 32  # of a sentence of its own that says whose the quote before it was
_SENTENCE_END = re.compile(r"(?<=[.!?。！？])(?=\s|$|[\"“«„」])|(?<=[。！？])")
_ABBREVIATED = re.compile(
    r"(?:(?<![^\W\d_])[^\W\d_]|\b(?:Dr|Mr|Mrs|Ms|Prof|Sen|Rep|Gov|Gen|Col|Hon|St|Sr|Sra|Jr|Inc|Ltd"
    r"|Corp|Co|No|vs|Dott|Ing|Ph|Rev|Lt|Sgt|Capt|Dipl|Hr|Fr|Mme|bzw|ca|z|Nr))\.$"
)
_WIDE = re.compile(r"[\u3040-\u30ff\u4e00-\u9fff]")
_VERB_LAST = frozenset({"ja"})  # the name stands before the quote, the verb behind it
_VERB_LAST_REACH = 8
_UNCASED = frozenset({"zh", "ja", "ar"})  # without capitals: a name is told by what is beside it
_LONGEST_BRACKET = 120
_LONGEST_INSIDE = 1_000  # characters of a quote that may hold its attribution
_MOST_CLAUSES = 20
_MOST_SENTENCES = 6
_MOST_WORDS_BETWEEN = 12  # a verb and the quote behind it
_LAST_WORDS = 4  # before a quote, that may hold "that"
_MOST_WORDS_BEFORE = 5  # between a quote and the name of who said it
_NEAREST = 6
_NEAR = 40  # characters to a name that a clause begins with
_DASHES = " \t-–—―"
# Between dashes or commas inside a quote: «…, — подчеркнула Анна Петрова. — …»
_INSIDE = re.compile(
    r"(?:\s[-–—]\s(?P<dashed>[^-–—«»“”\"]{6,160}?)(?=[.,]?\s[-–—][\s.,]|$)"
    r"|,\s(?P<commas>[^,.«»“”\"–—]{8,100})(?=,\s))"
)
_AS_FOLLOWS = re.compile(r"次のように|以下のように|以下の通り|下記のように|如下")
_DIALOGUE = re.compile(
    r"[—–―]\s?(?P<words>[^—–―]{20,}?[,.!?…]?)\s[—–―]\s?(?P<clause>[^—–―]{6,160})"
)
_FARTHEST_VERB = 12  # characters before the verb of such a clause: "a souligné"
# "Para Jane Roe, directora, “…”"
_FOR = re.compile(
    r"(?:para(?: [oa]s?)?|pour(?: l[ae])?|für|per(?: il| la)?|по мнению|на взгляд)\s", re.IGNORECASE
)
_COMMAS = (",", "，", "、", "،", ";")


@dataclass(frozen=True, slots=True)
class _Pending:
    """A quote that is not over: the next paragraph opens another mark."""

    text: str
    speaker: str | None
    is_attributed: bool


@dataclass(frozen=True, slots=True)
class _Said:
    """What the words beside a quote say about it."""

    speaker: str | None
    rest: str = ""  # behind these words, up to the next quote


def find_quotes(body_md: str, language: str) -> tuple[FoundQuote, ...]:
    """Return the quotes of a Markdown body in order, each with the name as printed beside it."""
    found = _Finder(base(language)).run(running_paragraphs(body_md))
    return tuple(islice(found, _MOST_QUOTES))


class _Finder:
    """Goes through the paragraphs once; who spoke last is who "he" is."""

    def __init__(self, language: str) -> None:
        self._language = language
        self._last: str | None = None
        self._pending: _Pending | None = None
        self._names = KnownNames(())
        self._context = ""  # between the last quote and the one at hand

    def run(self, paragraphs: list[str]) -> Iterator[FoundQuote]:
        self._names = KnownNames(paragraphs)
        before = ""
        for at, paragraph in enumerate(paragraphs):
            following = paragraphs[at + 1] if at + 1 < len(paragraphs) else ""
            yield from self._in_paragraph(paragraph, before, following)
            before = paragraph
        yield from self._close()

    def _close(self) -> Iterator[FoundQuote]:
        pending, self._pending = self._pending, None
        if pending and (pending.is_attributed or self._is_long(pending.text)):
            yield FoundQuote(text=pending.text, speaker=pending.speaker)

    def _in_paragraph(self, text: str, before: str, following: str) -> Iterator[FoundQuote]:
        found = list(islice(spans(text), _MOST_QUOTES))
        if self._pending and not (found and found[0].start == 0):
            yield from self._close()
        if not found and (spoken := self._dialogue(text)):
            self._last = spoken.speaker
            yield spoken
        at = 0
        while at < len(found):
            quote, is_open, at = self._quote(text, found, at, before, following)
            if quote is None:
                continue
            if is_open:
                self._pending = _Pending(quote.text, quote.speaker, quote.speaker is not None)
            else:
                self._last = quote.speaker or self._last
                yield quote

    def _quote(
        self, text: str, found: list[Span], at: int, before: str, following: str
    ) -> tuple[FoundQuote | None, bool, int]:
        """Return the quote that begins with span `at`, whether it goes on, and the next span."""
        span = found[at]
        ahead = text[max(0, span.start - _REACH) : span.start]
        words, is_certain, speaker = span.text, False, None
        if span.start == 0 and self._pending:
            pending, self._pending = self._pending, None
            words, speaker = f"{pending.text} {words}", pending.speaker
            is_certain = pending.is_attributed
        if not span.is_closed:
            said = self._before(ahead, before)
            is_known = said is not None or self._opens_paragraph(span)
            name = speaker or (said.speaker if said else None)
            return (FoundQuote(text=words, speaker=name) if is_known else None), True, at + 1
        self._context = text[found[at - 1].end if at else 0 : span.start]
        if not at and not any(spans(before)):
            self._context = f"{before} {self._context}"
        said = self._after(text, found, at) if speaker is None else None
        if said is not None and said.speaker is None and self._language in _VERB_LAST:
            name = speaker_in(_last_sentence(ahead), self._language)
            said = replace(said, speaker=name)
        is_before = said is None
        said = said or self._before(ahead, before if span.start == 0 else "")
        if said is None or said.speaker is None:
            said = self._inside(words) or said
        if said is None:
            said = self._behind_sentence(text, span, words)
        if said is None and not is_certain:
            return self._unattributed(span, text, words, following), False, at + 1
        first, at = at, at + 1
        # "…," said X. "…": it goes on where only the name stood between
        while (
            at < len(found)
            and found[at].is_closed
            and self._is_bridge(text, found, at, said, is_before)
        ):
            words = f"{words} {found[at].text}"
            at, is_before = at + 1, True
        if not is_certain and not self._is_speech(words):
            return None, False, first + 1
        speaker = speaker or (said.speaker if said else None)
        return FoundQuote(text=words, speaker=speaker), False, at

    def _is_bridge(
        self, text: str, found: list[Span], at: int, said: _Said | None, is_before: bool
    ) -> bool:
        gap = text[found[at - 1].end : found[at].start]
        if is_before or said is None:
            return not gap.strip(" .,;…")
        return not said.rest.strip(_DASHES + ",，.。;:：") and len(found[at].text) > 1

    def _after(self, text: str, found: list[Span], at: int) -> _Said | None:
        """`…,” said Jane Roe.` and, as a sentence of its own, `…” Jane Roe said.`"""
        span = found[at]
        end = found[at + 1].start if at + 1 < len(found) else len(text)
        clause = text[span.end : min(end, span.end + _REACH)].lstrip()
        is_open = span.text.endswith(_COMMAS) or clause.startswith((*_COMMAS, "-", "–", "—", "―"))
        if not clause or clause.startswith((".", "。", ")", "）", "!", "?", ":")):
            return None
        if clause.startswith("(") and (who := self._in_bracket(clause)):
            return _Said(who)
        clause, rest = _first_sentence(clause.lstrip("".join(_COMMAS) + _DASHES))
        introduces = (
            at + 1 < len(found) and not rest.strip() and clause.rstrip().endswith((":", "："))
        )
        verb = next(iter(verbs(clause[:160], self._language)), None)
        if verb is None:
            is_open = is_open or (span.start == 0 and not rest.strip())
            return self._name_alone(clause, rest, is_open=is_open, words=span.text)
        # "… of the future” opened today, said the mayor": what goes on is no attribution
        is_close = clause[:1].islower() and verb.start <= _FARTHEST_VERB
        is_open = is_open or is_close or verb.start == 0 or bool(_WIDE.match(clause))
        goes_on = clause[:1].islower() or introduces
        if not is_open and (goes_on or not self._closes_speech(clause, verb)):
            return None
        return self._said(clause, rest)

    def _dialogue(self, text: str) -> FoundQuote | None:
        """`— The berth is open, — says Jane Roe.`: a dash instead of marks."""
        match = _DIALOGUE.match(text[:_LONGEST_INSIDE])
        said = verbs(match["clause"], self._language) if match else []
        if match is None or not said or said[0].start > _FARTHEST_VERB:
            return None
        name = speaker_in(match["clause"], self._language)
        is_quote = name and " " in name and self._is_long(match["words"])
        return FoundQuote(text=match["words"].rstrip(" ,"), speaker=name) if is_quote else None

    def _inside(self, words: str) -> _Said | None:
        """`“…, – says Jane Roe, director – …”`: a clause that begins with a verb and names who."""
        for match in islice(_INSIDE.finditer(words[:_LONGEST_INSIDE]), _MOST_CLAUSES):
            clause = match["dashed"] or match["commas"]
            verb = next(iter(verbs(clause, self._language)), None)
            if verb is None or verb.start > _FARTHEST_VERB:
                continue
            name = speaker_in(clause, self._language)
            if name and " " in name:
                return _Said(name)
        return None

    def _in_bracket(self, clause: str) -> str | None:
        """`“…” (Jane Roe, director)`"""
        inner = clause[1 : clause.find(")")] if ")" in clause[:_LONGEST_BRACKET] else ""
        first = next(name_runs(inner), None)
        is_name = first is not None and first.start == 0 and is_person_name(first.text)
        return first.text if first and is_name else None

    def _closes_speech(self, clause: str, verb: Verb) -> bool:
        """Tell `Jane Roe said.` from `Jane Roe said that sales rose.`"""
        following = clause[verb.end :].split()
        if following and following[0].casefold().strip(",") in REPORTING:
            return False
        words_before = len(clause[: verb.start].split())
        return words_before <= 14 and len(following) <= 6 <= _MOST_WORDS_AFTER

    def _name_alone(self, clause: str, rest: str, *, is_open: bool, words: str) -> _Said | None:
        """`…” – Jane Roe, director`"""
        if self._language in _UNCASED and (who := bracketed_speaker(clause)):
            return _Said(who, rest)
        first = next((run for run in name_runs(clause) if is_person_name(run.text)), None)
        if first is None or not self._is_long(words):
            return None
        if is_open and self._is_unknown_verb(clause, first):
            return _Said(first.text, rest)
        before = clause[: first.start].split()
        is_titled = first.start < _NEAREST or not any(word[0].islower() for word in before)
        if not is_titled or rest.strip():
            return None
        return _Said(first.text, rest) if is_open and len(clause) < 150 else None

    def _is_unknown_verb(self, clause: str, name: NameRun) -> bool:
        """`…”, teaches the cook Jane Roe, 29 years …`: small words, the name, then a pause."""
        before = clause[: name.start].split()
        if not 1 <= len(before) <= _MOST_WORDS_BEFORE or not clause[:1].islower():
            return False
        is_pause = clause[name.end :].lstrip()[:1] in {"", ",", ".", ";", "("}
        return is_pause and not follows_preposition(clause, name)

    def _before(self, gap: str, paragraph_before: str) -> _Said | None:
        """`Jane Roe said: “…”`, also at the end of the paragraph before."""
        clause = _last_sentence(gap)
        if not clause.strip():
            clause = _last_sentence(paragraph_before[-_REACH:])
            if not clause.rstrip().endswith((":", "：")):
                is_announced = self._language in _UNCASED and _AS_FOLLOWS.search(clause)
                return self._said(clause, "") if is_announced else None
        said = verbs(clause, self._language)
        verb = said[-1] if said else None
        if clause.rstrip().endswith((":", "：")):
            return self._before_colon(clause, verb)
        if verb is None:
            return self._for_whom(clause)
        return self._said(clause, "") if self._leads_to_quote(clause, verb) else None

    def _leads_to_quote(self, clause: str, verb: Verb) -> bool:
        """Tell `Jane Roe said that “…”` from `Jane Roe said much, and the “…” was closed`."""
        tail = clause[verb.end :].split()
        if self._language in _VERB_LAST and len(clause) - verb.end <= _VERB_LAST_REACH:
            return True
        reports = [word.casefold() in REPORTING for word in tail]
        if reports and reports[-1] and len(tail) <= _MOST_WORDS_AFTER:
            return True
        is_near = not tail or clause.rstrip().endswith(_COMMAS) or any(reports[-_LAST_WORDS:])
        return is_near and len(tail) <= _MOST_WORDS_BETWEEN

    def _before_colon(self, clause: str, verb: Verb | None) -> _Said | None:
        """`The mayor, Jane Roe: “…”`"""
        near = [run for run in islice(name_runs(clause), _MOST_CLAUSES) if run.start < _NEAR]
        is_name = any(" " in run.text or bool(run.title) for run in near)
        return self._said(clause, "") if verb or is_name else None

    def _for_whom(self, clause: str) -> _Said | None:
        """`Para Jane Roe, directora, “…”`"""
        preposition = _FOR.match(clause.lstrip())
        if preposition is None or not clause.rstrip().endswith(_COMMAS):
            return None
        # the last one: "Para a presidente do Instituto Tal, Jane Roe,"
        rest = clause.lstrip()[preposition.end() :]
        names = [run for run in name_runs(rest) if is_person_name(run.text)]
        is_near = bool(names) and names[0].start < _NEAR
        return _Said(names[-1].text) if is_near else None

    def _said(self, clause: str, rest: str) -> _Said:
        name = speaker_in(clause, self._language)
        if name is None and self._language == "de":
            name = self._names.surname_in(clause)
        if name and clause.strip(" :：") == name:
            name = self._names.whole(name)
        is_short = len(clause.split()) <= 6
        if name is None and (names_pronoun(clause, self._language) or is_short):
            name = self._named_since() or self._last
        return _Said(name, rest)

    def _behind_sentence(self, text: str, span: Span, words: str) -> _Said | None:
        """`Jane Roe said that it pays. “It pays for everybody in town.”`, at the end of it."""
        is_last = not text[span.end :].strip(" .")
        is_behind = span.start > 0 and self._context.rstrip().endswith((".", "。", "!", "?"))
        if not (is_last and is_behind and self._is_long(words)):
            return None
        name = self._named_since(is_verb_needed=True)
        return _Said(name) if name else None

    def _named_since(self, *, is_verb_needed: bool = False) -> str | None:
        """Return who is said to say something since the last quote, else who alone is named."""
        ends = [0, *_sentences(self._context), len(self._context)]
        sentences = [self._context[a:b] for a, b in pairwise(ends) if self._context[a:b].strip()]
        for sentence in reversed(sentences[-_MOST_SENTENCES:]):
            name = speaker_in(sentence, self._language) if verbs(sentence, self._language) else None
            if name and (" " in name or self._language in _UNCASED):
                return name
            if is_verb_needed:
                return None
        if not sentences or self._language in _UNCASED or self._language == "de":
            return None  # nouns look like names in German
        plain = _FOR.sub("", sentences[-1].strip())  # "Para Jane Roe, …"
        names = {run.text for run in name_runs(plain) if is_person_name(run.text)}
        return names.pop() if len(names) == 1 else None

    def _unattributed(self, span: Span, text: str, words: str, following: str) -> FoundQuote | None:
        """A quote that stands alone, with its name perhaps in the line below."""
        if not self._opens_paragraph(span) or not self._is_long(words):
            return None
        if text[span.end : span.end + _REACH].strip(" ."):
            return None
        name = following.strip(_DASHES)
        if self._language in _UNCASED and (who := signing_speaker(name)):
            return FoundQuote(text=words, speaker=who)
        if words[-1:].isalnum():
            return None
        first = next(name_runs(name), None) if len(name) < 120 else None
        is_name = first is not None and first.start == 0 and is_person_name(first.text)
        is_name = is_name and not name.endswith(".")
        return FoundQuote(text=words, speaker=first.text if first and is_name else None)

    def _opens_paragraph(self, span: Span) -> bool:
        return span.start == 0

    def _is_speech(self, words: str) -> bool:
        return _count(words) >= _FEWEST_WORDS

    def _is_long(self, words: str) -> bool:
        return _count(words) >= _FEWEST_WORDS_ALONE


def _count(text: str) -> int:
    """Return how many words; two Chinese or Japanese characters are about one."""
    return len(text.split()) + len(_WIDE.findall(text)) // 2


def _sentences(text: str) -> Iterator[int]:
    """Return where sentences end, not fooled by initials and abbreviations."""
    for match in _SENTENCE_END.finditer(text):
        if not _ABBREVIATED.search(text[max(0, match.start() - 8) : match.start()]):
            yield match.start()


def _first_sentence(text: str) -> tuple[str, str]:
    end = next(_sentences(text), len(text))
    return text[:end], text[end:]


def _last_sentence(text: str) -> str:
    ends = [end for end in _sentences(text.rstrip()) if end < len(text.rstrip())]
    return text[ends[-1] :] if ends else text
