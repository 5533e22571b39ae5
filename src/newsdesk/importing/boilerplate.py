"""Headings of standing text: about us, notes to editors, disclaimers."""

import re
from dataclasses import dataclass

from newsdesk.domain.boilerplate import BoilerplateKind
from newsdesk.importing.boilerplate_wording import (
    ABOUT,
    ABOUT_WHOLE,
    DISCLAIMERS,
    DISCLAIMERS_RUN_IN,
    NOTES,
)
from newsdesk.importing.wording import alternatives, words

_LONGEST_HEADING = 110
_LONGEST_NAME = 90
_ABOUT = re.compile(rf"(?:{alternatives(ABOUT)})(?:(?<=['’])|\s+|(?<=[关關][于於]))", re.IGNORECASE)
_ABOUT_WHOLE = re.compile(rf"(?:{alternatives(ABOUT_WHOLE)})\s?[:：]?", re.IGNORECASE)
_JAPANESE_ABOUT = re.compile(
    r"(?=.{0,40}(?:[A-Za-z]|株式会社|会社|グループ|機構|財団|協会|大学|法人|当社|[社省庁所]))"
    r"[^。、]{2,60}?(?:について|の概要)\s?[:：]?"
)
_NOTES = re.compile(rf"(?:{alternatives(NOTES)})(?!\w)\s?[:：.]?", re.IGNORECASE)
_DISCLAIMER = re.compile(rf"(?:{alternatives(DISCLAIMERS)})\s?[:：]?", re.IGNORECASE)
_DISCLAIMER_RUN_IN = re.compile(
    rf"(?:{alternatives(DISCLAIMERS_RUN_IN)})(?!\w)[^.!?:]{{0,60}}[:：]\s?", re.IGNORECASE
)
_MARKS_BEFORE, _MARKS_AFTER = " #*_■●◆◇▼•【<＜-", " #*_】>＞:：-"
_SMALL = words(
    "the of and for in on de la le les des du d l et y e del los las el da do dos das und der die",
    "das für di dei delle degli al & + - i и на по компании фонде группе банке программе проекте",
)
_ENDS_NAME = re.compile(r"\s?[:：]\s?|\s[–—-]{1,2}\s|(?<!\b[A-Z])\.\s+(?=[^\W\d_a-z]|«|\")")
_TEXT_BEHIND = re.compile(r"[:：]\s?(?!//)\S|\s[–—-]{1,2}\s.*[.!?。]$")
_STOPS = words("inc corp ltd co s.a jr st no mr dr")


@dataclass(frozen=True, slots=True, kw_only=True)
class BoilerplateHeading:
    """A heading, alone or with its text on the same line."""

    kind: BoilerplateKind
    is_alone: bool


def read_boilerplate(text: str) -> BoilerplateHeading | None:
    """Return what kind of standing text a paragraph begins."""
    bare = text[: _LONGEST_HEADING + 20].lstrip(_MARKS_BEFORE).rstrip(_MARKS_AFTER)
    if len(text) <= _LONGEST_HEADING:
        alone = _alone(bare, is_marked=text[:1] in "【■●◆")
        if alone is not None:
            return BoilerplateHeading(kind=alone, is_alone=True)
    head = text[:400]
    if (notes := _NOTES.match(head)) and notes[0].rstrip().endswith((":", "：")):
        return BoilerplateHeading(kind=BoilerplateKind.NOTES_TO_EDITORS, is_alone=False)
    if _DISCLAIMER_RUN_IN.match(head):
        return BoilerplateHeading(kind=BoilerplateKind.DISCLAIMER, is_alone=False)
    if _is_about_run_in(head.lstrip(_MARKS_BEFORE)):
        return BoilerplateHeading(kind=BoilerplateKind.ABOUT, is_alone=False)
    return None


def _alone(bare: str, *, is_marked: bool) -> BoilerplateKind | None:
    if _NOTES.fullmatch(bare):
        return BoilerplateKind.NOTES_TO_EDITORS
    if _DISCLAIMER.fullmatch(bare):
        return BoilerplateKind.DISCLAIMER
    if _ABOUT_WHOLE.fullmatch(bare) or _JAPANESE_ABOUT.fullmatch(bare):
        return BoilerplateKind.ABOUT
    if is_marked and bare.endswith("について"):
        return BoilerplateKind.ABOUT
    name = _after_about(bare)
    if name is None or bare.endswith(("?", "!", "。")) or _TEXT_BEHIND.search(name):
        return None
    return BoilerplateKind.ABOUT if _is_name(name.rstrip(".")) else None


def _is_about_run_in(head: str) -> bool:
    """`About Acme: Acme makes …`, `ABOUT ACME, LLP:Acme`, `Acerca de Acme Inc. Con sede …`"""
    name = _after_about(head)
    if name is None:
        return False
    for end in _ENDS_NAME.finditer(name[:_LONGEST_NAME]):
        named = name[: end.start()]
        last = named.split()[-1].casefold() if named.split() else ""
        if last in _STOPS and not end[0].strip().startswith((":", "：", ".")):
            continue
        return _is_name(named)
    return False


def _after_about(text: str) -> str | None:
    match = _ABOUT.match(text)
    return text[match.end() :] if match else None


def _is_name(text: str) -> bool:
    """Tell whether words after "About" name something: capitals, or a script without them."""
    parts = [word.strip(",;()\"“”«»'’®™") for word in text.split()]
    parts = [word for word in parts if word]
    if not 0 < len(parts) <= 12 or len(text) > _LONGEST_NAME:
        return False
    if not any(word[0].isupper() or not word[0].islower() for word in parts) or parts[0].isdigit():
        return False
    lower = [word for word in parts if word[0].islower() and word.casefold() not in _SMALL]
    return len(lower) * 2 <= len(parts) and not text.rstrip().endswith(",")
