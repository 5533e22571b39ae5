"""Who is said to say something: the name in the words around a quote."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from itertools import islice

from newsdesk.domain.language import base
from newsdesk.rendering.cjk_speakers import chinese_speaker, japanese_speaker
from newsdesk.rendering.name_words import HONORIFICS, ORGANISATIONS, PARTICLES, ROLES
from newsdesk.rendering.person_names import NameRun, folded_word, is_role, name_runs
from newsdesk.rendering.speech_words import PRONOUNS, SPEECH

# Marks that stand on a letter belong to its word: وعلّق.
_WORD = re.compile(r"(?:[^\W\d_][\u0300-\u036f\u064b-\u0652\u0670]*)+")
_WITHOUT_GAPS = frozenset({"zh", "ja"})  # no spaces between words
_MOST_NAMES = 200  # in one clause; one with more is a list
_FARTHEST = 300  # characters before a name that tell what it is to the others


def _words(*lines: str) -> frozenset[str]:
    return frozenset(word for line in lines for word in line.split())


_PREPOSITIONS = _words(
    "of with for from by to at in de del da do di von mit bei für zu avec pour par con com para a",
    "por du des au aux chez vom zum zur beim im dei della delle degli dello nel nella no na em dos",
    "das с от для к в на из",
)
_CONJUNCTIONS = _words("and y e et und и")
_ARTICLES = _words("the an la le les el los las il lo gli der die das dem den des o os as")
# Name who speaks at the beginning of a clause and right behind the verb: "as told by".
_OF_SPEAKERS = _words("by from for par pour por para per von für от для")
_OF_GROWN_ON = re.compile(r"(?:d|dell|dall)[’']")
_ROLE_PHRASE = re.compile(
    r"(?:The |Le |La |El |Il |Der |Die )?(?:[A-ZÀ-ÞА-Я][\w’'-]*(?: of | de )?\s?){1,5}"
)
_MOST_WORDS_OF_NAME = 4
_AR_DEFINITE = ("ال", "وال", "لل")
_AR_BEHIND_NAME = _words(
    "في على عن من إن أن بأن إلى خلال لـ قائلا قائلاً قائلة وهو وهي الذي التي مع بعد"
)
_AR_THAT = _words("إن أن أنه أنها إنه إنها أنهم إنهم بأن")
_AR_OFFICES = HONORIFICS | ROLES | ORGANISATIONS
_AR_CUT = re.compile(r"[،,:؛(«\"“.]")


@dataclass(frozen=True, slots=True)
class Verb:
    """A word or phrase of speech in a clause."""

    start: int
    end: int


def verbs(clause: str, language: str) -> list[Verb]:
    """Return the words of speech in a clause; for a language not in the tables, of any language."""
    if language in _WITHOUT_GAPS:
        return [Verb(*match.span()) for match in _glued(language).finditer(clause)]
    phrases = _phrases(language)
    words = [(folded_word(match[0]), *match.span()) for match in _WORD.finditer(clause)]
    found: list[Verb] = []
    for at, (word, start, _end) in enumerate(words):
        for phrase in phrases.get(word, ()):
            if [one[0] for one in words[at : at + len(phrase)]] == phrase:
                found.append(Verb(start, words[at + len(phrase) - 1][2]))
                break
    return found


@cache
def _phrases(language: str) -> dict[str, list[list[str]]]:
    """Return the phrases by their first word, longer ones first."""
    lines = [SPEECH[language]] if language in SPEECH else [*SPEECH.values()]
    by_first: dict[str, list[list[str]]] = {}
    for phrase in sorted({one for line in lines for one in line.split()}, key=len, reverse=True):
        words = [folded_word(word) for word in phrase.split("_")]
        by_first.setdefault(words[0], []).append(words)
    return by_first


@cache
def _glued(language: str) -> re.Pattern[str]:
    known = sorted(SPEECH[language].split(), key=len, reverse=True)
    return re.compile("|".join(map(re.escape, known)))


def names_pronoun(clause: str, language: str) -> bool:
    words = PRONOUNS.get(base(language), "").split()
    if base(language) in {"zh", "ja"}:
        return any(word in clause for word in words)
    own = set(re.findall(r"[\w-]+", clause.casefold()))
    return any(word in own or f"-{word}" in clause.casefold() for word in words)


def speaker_in(clause: str, language: str) -> str | None:
    """Return the name in a clause that says who speaks: `said Jane Roe, its president`."""
    match base(language):
        case "zh":
            return chinese_speaker(clause, [verb.start for verb in verbs(clause, "zh")])
        case "ja":
            return japanese_speaker(clause)
        case "ar" | "fa" | "ur":
            return _arabic(clause, language)
        case _:
            return _cased(clause, language)


def _cased(clause: str, language: str) -> str | None:
    said = verbs(clause, base(language))
    runs = list(_names(clause, language, said))
    whole = [run for run in runs if " " in run.text]
    titled = [run for run in runs if " " not in run.text and run.title]
    persons = [
        run for run in whole if not run.is_followed_by_role and not _is_object(clause, run, said)
    ]
    free = [run for run in persons if not follows_preposition(clause, run)]
    if free or persons:
        first = (free or persons)[0]
        earlier = [run for run in titled if run.start < first.start and not run.is_followed_by_role]
        return _with_title(clause, earlier[0]) if earlier and not free else first.text
    if titled:
        return _with_title(clause, titled[0])
    if single := _beside_verb(clause, runs, language):
        return single.text
    return _role_phrase(clause, language)


def _names(clause: str, language: str, said: list[Verb]) -> Iterator[NameRun]:
    """Return the names of a clause; the verb or "In" that begins it is capitalised, but no name."""
    for run in islice(name_runs(clause), _MOST_NAMES):
        if _is_only_verb(run, language):
            continue
        is_initial = not any(map(str.isalnum, clause[: run.start]))
        bare = _without_initial(run, said) if is_initial else run.text
        yield replace(run, text=bare, start=run.end - len(bare))


def _without_initial(run: NameRun, said: list[Verb]) -> str:
    # "Said" is a first name as well: then another word says that he speaks
    if len(said) == 1 and said[0].start == run.start:
        return run.text[said[0].end - run.start :].lstrip() or run.text
    word, _space, rest = run.text.partition(" ")
    is_preposition = word.casefold() in _PREPOSITIONS and word.casefold() not in PARTICLES
    return rest.lstrip() if is_preposition and rest.strip() else run.text


def _is_only_verb(run: NameRun, language: str) -> bool:
    """A verb that begins a sentence is capitalised like a name."""
    return any(verb.end - verb.start == len(run.text) for verb in verbs(run.text, base(language)))


def follows_preposition(clause: str, run: NameRun) -> bool:
    """`head of Acme Blue`: a name after "of" is seldom the speaker's."""
    words = clause[max(0, run.start - _FARTHEST) : run.start].split()
    while words and (words[-1][:1].isupper() or is_role(words[-1])):
        words.pop()
    return bool(words) and words[-1].casefold() in _PREPOSITIONS | _CONJUNCTIONS


def _is_object(clause: str, run: NameRun, said: list[Verb]) -> bool:
    """`said the head of Acme Blue`: what a preposition names is not who the verb is about."""
    if not said:
        return False  # "Statement by Jane Roe:"
    if _OF_GROWN_ON.match(run.text):
        return True
    before = list(_WORD.finditer(clause, max(0, run.start - _FARTHEST), run.start))
    while before and before[-1][0] in _ARTICLES:
        before.pop()
    if not before or before[-1][0].casefold() not in _PREPOSITIONS:
        return False
    preposition = before[-1]
    if not _ARTICLES.issuperset(clause[preposition.end() : run.start].split()):
        return False
    if any(verb.start <= preposition.start() < verb.end for verb in said):
        return False  # "according to"
    is_of_speaker = preposition[0].casefold() in _OF_SPEAKERS
    is_behind_verb = len(before) > 1 and any(verb.end == before[-2].end() for verb in said)
    return not (is_of_speaker and (len(before) == 1 or is_behind_verb))


def _with_title(clause: str, run: NameRun) -> str:
    words = clause[: run.start].split(" ")
    taken: list[str] = []
    for word in reversed([word for word in words if word]):
        key = folded_word(word)
        if not word[:1].isupper() or not (is_role(word) or key in HONORIFICS) or len(taken) == 3:
            break
        taken.insert(0, word)
    return " ".join([*taken, run.text])


def _beside_verb(clause: str, runs: list[NameRun], language: str) -> NameRun | None:
    """`Roe said`: one word alone is a name only right beside the verb."""
    said = verbs(clause, base(language))
    if not said or base(language) == "de":
        return None
    verb = said[0]
    for run in runs:
        is_first = run.end <= verb.start
        gap = clause[run.end : verb.start] if is_first else clause[verb.end : run.start]
        if not gap.strip() and len(run.text) > 2 and not run.text.isupper():
            return run
    return None


def _role_phrase(clause: str, language: str) -> str | None:
    """`The Prime Minister said`: an office that is written like a name."""
    is_said = bool(verbs(clause, base(language)))
    for match in _ROLE_PHRASE.finditer(clause):
        words = [word for word in match[0].split() if word[:1].isupper()]
        is_office = any(folded_word(word) in ROLES for word in words[1:] or words)
        is_other = any(folded_word(word) in ORGANISATIONS for word in words)
        if is_office and not is_other and len(words) > 1 and is_said:
            return match[0].strip()
    return None


def _arabic(clause: str, language: str) -> str | None:
    """No capitals: the name stands after the verb, before or after the office."""
    for verb in verbs(clause, base(language)) or [Verb(0, 0)]:
        for part in _AR_CUT.split(clause[verb.end :])[:3]:
            if name := _arabic_name(part.split()):
                return name
    return None


def _arabic_name(words: list[str]) -> str | None:
    """`مدير الميناء سامي منصور`: an office and what it is of stand before the name."""
    had_office = False
    while words and _is_arabic_office(words[0]):
        had_office = True
        words = words[1:]
    while had_office and len(words) > 2 and words[0].startswith(_AR_DEFINITE):
        words = words[1:]
        while words and _is_arabic_office(words[0]):
            words = words[1:]
    for at, word in enumerate(words):
        if word in _AR_BEHIND_NAME:
            words = words[:at]
            break
    if not 2 <= len(words) <= _MOST_WORDS_OF_NAME or any(map(_is_arabic_office, words)):
        return None
    is_clause = words[0] in _AR_THAT or words[0].startswith("لل")
    return None if is_clause else " ".join(words)


def _is_arabic_office(word: str) -> bool:
    key = folded_word(word)
    return any(one in _AR_OFFICES for one in (key, key.removeprefix("ل"), key.removeprefix("و")))
