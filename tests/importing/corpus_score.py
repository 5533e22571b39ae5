"""Scores what newsdesk reads in a source against what a careful person reads in it.

The rules are those of the corpus' own README: one point for each labelled field that is right,
minus one for each string of page noise in headline or body and for each headline, place, contact or
posted date found where there is none; divided by the number of labelled fields.

`shown` is a plain mapping as `newsdesk show --json` prints it.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from newsdesk.domain.fold import fold
from newsdesk.domain.language import base
from newsdesk.domain.us_states import ap_state

_QUOTES = str.maketrans(dict.fromkeys("“”„‟«»‹›＂〝〞「」『』", '"') | dict.fromkeys("‘’‚‛`´", "'"))
_DASHES = str.maketrans(dict.fromkeys("‐‑‒–—―−", "-"))
_INVISIBLE = str.maketrans(dict.fromkeys("\xad\u200b"))
_MARKUP = re.compile(
    r"\\(?=[^\w\s])|\*{1,3}|(?<!\w)_{1,3}|_{1,3}(?!\w)|^[ \t]*(?:#{1,6}|>|[-+])[ \t]+", re.M
)
_LINK = re.compile(r"!?\[([^\[\]]*)\]\([^()\s]*\)")
_NO_DIGIT = re.compile(r"\D")

Shown = Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """One labelled field, or one thing that should not be there."""

    field: str
    expected: str
    is_right: bool
    is_cost: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    points: tuple[Point, ...]

    @property
    def right(self) -> int:
        return sum(point.is_right for point in self.points if not point.is_cost)

    @property
    def labelled(self) -> int:
        return sum(not point.is_cost for point in self.points)

    @property
    def costs(self) -> int:
        return sum(point.is_cost for point in self.points)

    @property
    def share(self) -> float:
        return max(0, self.right - self.costs) / self.labelled if self.labelled else 1.0

    @property
    def wrong(self) -> tuple[Point, ...]:
        return tuple(point for point in self.points if point.is_cost or not point.is_right)

    def by_field(self) -> dict[str, tuple[int, int]]:
        """Return, for each field, how many are right and how many there are; costs count below."""
        counts: dict[str, tuple[int, int]] = {}
        for point in self.points:
            right, labelled = counts.get(point.field, (0, 0))
            counts[point.field] = (
                right + point.is_right - point.is_cost,
                labelled + (not point.is_cost),
            )
        return counts


def score(truth: Mapping[str, Any], shown: Shown) -> Score:
    """Return the score of one release."""
    parts = (_headline, _language, _dateline, _posted, _contacts, _terms, _body, _quotes, _noise)
    return Score(points=tuple(point for part in parts for point in part(truth, shown)))


def plain(text: str) -> str:
    """Return `text` as it is compared."""
    text = _MARKUP.sub("", _LINK.sub(r"\1", text.translate(_INVISIBLE)))
    return " ".join(text.replace("\xa0", " ").translate(_QUOTES).translate(_DASHES).split())


def _right(field: str, expected: str, *, is_right: bool) -> Point:
    return Point(field=field, expected=expected, is_right=is_right)


def _cost(field: str, found: str) -> Point:
    return Point(field=field, expected=f"not {found}", is_right=False, is_cost=True)


def _headline(truth: Mapping[str, Any], shown: Shown) -> Iterator[Point]:
    expected, found = truth.get("headline"), plain(shown.get("headline") or "")
    if expected:
        accepted = {plain(text) for text in (expected, *truth.get("headline_accept", ()))}
        yield _right("headline", expected, is_right=found in accepted)
    elif found:
        yield _cost("headline", found)


def _language(truth: Mapping[str, Any], shown: Shown) -> Iterator[Point]:
    if expected := truth.get("language"):
        yield _right("language", expected, is_right=base(shown["language"]) == base(expected))


def _dateline(truth: Mapping[str, Any], shown: Shown) -> Iterator[Point]:
    dateline = shown.get("dateline") or {}
    text = shown.get("dateline_text") or ""
    cities = [place for place in dateline.get("places", ()) if place.get("city")]
    if expected := truth.get("dateline_place"):
        is_right = _is_place(expected, cities, text)
        yield _right("dateline_place", expected, is_right=is_right)
    elif cities or (text and not dateline.get("places")):
        yield _cost("dateline_place", text or cities[0]["city"])
    if expected := truth.get("dateline_country"):
        named = {
            fold(name)
            for place in dateline.get("places", ())
            for name in place.get("country_names", {}).values()
        }
        yield _right("dateline_country", expected, is_right=fold(expected) in named)
    if expected := truth.get("dateline_date"):
        yield _right("dateline_date", expected, is_right=dateline.get("date") == expected)


def _is_place(expected: str, cities: Sequence[Mapping[str, Any]], text: str) -> bool:
    """The city must be the one, and its state too if both sides name one."""
    city, _comma, whole = (part.strip() for part in expected.partition(","))
    if not cities:
        return fold(text).startswith(fold(city))
    first = cities[0]
    named = {fold(name) for name in (first["city"], *first.get("names", {}).values())}
    state = ap_state(whole) if whole else None
    return fold(city) in named and (not state or first.get("admin1") in {None, state})


def _posted(truth: Mapping[str, Any], shown: Shown) -> Iterator[Point]:
    expected, found = truth.get("posted"), shown.get("posted") or ""
    if expected:
        yield _right("posted", expected, is_right=found[:10] == expected[:10])
    elif found:
        yield _cost("posted", found)


def _contacts(truth: Mapping[str, Any], shown: Shown) -> Iterator[Point]:
    expected: Sequence[Mapping[str, Any]] = truth.get("contacts", ())
    found: Sequence[Mapping[str, Any]] = shown.get("contacts", ())
    names = {fold(contact.get("name") or "") for contact in found}
    emails = {email.casefold() for contact in found for email in contact.get("emails", ())}
    phones = {_last_seven(phone) for contact in found for phone in contact.get("phones", ())}
    for contact in expected:
        if name := contact.get("name"):
            yield _right("contact_name", name, is_right=fold(name) in names)
        for email in contact.get("emails", ()):
            yield _right("contact_email", email, is_right=email.casefold() in emails)
        for phone in contact.get("phones", ()):
            yield _right("contact_phone", phone, is_right=_last_seven(phone) in phones)
    if not expected:
        for contact in found:
            yield _cost("contact_name", str(contact.get("name") or contact.get("office")))


def _last_seven(phone: str) -> str:
    return _NO_DIGIT.sub("", phone)[-7:]


def _terms(truth: Mapping[str, Any], shown: Shown) -> Iterator[Point]:
    for field in ("tags", "categories"):
        found = {fold(term) for term in shown.get(field, ())}
        for term in truth.get(field, ()):
            yield _right(field, term, is_right=fold(term) in found)


def _body(truth: Mapping[str, Any], shown: Shown) -> Iterator[Point]:
    body = plain(shown.get("body_md") or "")
    if first := truth.get("body_first_words"):
        yield _right("body_first_words", first, is_right=body.startswith(plain(first)))
    if last := truth.get("body_last_words"):
        accepted = [plain(text) for text in (last, truth.get("body_last_alt")) if text]
        yield _right("body_last_words", last, is_right=body.endswith(tuple(accepted)))


def _quotes(truth: Mapping[str, Any], shown: Shown) -> Iterator[Point]:
    found = [
        (plain(quote["text"]), fold(quote.get("speaker") or ""))
        for quote in shown.get("quotes", ())
    ]
    for quote in truth.get("quotes", ()):
        first, speaker = plain(quote["text_first_words"]), fold(quote["speaker"])
        is_right = any(text.startswith(first) and who == speaker for text, who in found)
        yield _right("quote", quote["text_first_words"], is_right=is_right)


def _noise(truth: Mapping[str, Any], shown: Shown) -> Iterator[Point]:
    text = plain(f"{shown.get('headline') or ''}\n{shown.get('body_md') or ''}")
    for noise in truth.get("must_not_contain", ()):
        if plain(noise) in text:
            yield _cost("must_not_contain", noise)
