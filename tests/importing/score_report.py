"""What a source was read as, scored against its truth and told case by case, field by field."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, cast

from newsdesk.domain.canonical import encode
from newsdesk.domain.errors import ImportRefusedError
from newsdesk.domain.fold import fold
from newsdesk.domain.newsroom import Newsroom
from newsdesk.importing import drafts
from newsdesk.importing.draft import Draft, ImportTools
from newsdesk.rendering.dateline import dateline_words
from newsdesk.rendering.quotes import find_quotes
from tests.importing.corpus_score import Score, score

_NOTHING = Draft(language="und")


def truth_of(folder: Path) -> Mapping[str, Any]:
    return json.loads((folder / "truth.json").read_text("utf-8"))


def source_of(folder: Path) -> Path:
    """Return the one source of a case."""
    (source,) = folder.glob("source.*")
    return source


def shown(draft: Draft) -> dict[str, Any]:
    """Return a draft in the shape of `newsdesk show --json`."""
    dateline = cast(dict[str, Any], encode(draft.dateline))
    words = dateline_words(
        draft.dateline, headline=draft.headline, language=draft.language, newsroom=Newsroom()
    )
    contacts = [
        {
            "name": contact.display_name or None,
            "office": contact.office,
            "role": contact.role_title,
            "phones": [point.value for point in contact.points if point.kind.is_number],
            "emails": [point.value for point in contact.points if point.kind == "email"],
        }
        for contact in draft.contacts
    ]
    quotes = find_quotes(draft.body_md, draft.language)
    return {
        "headline": draft.headline,
        "language": draft.language,
        "dateline": dateline,
        "dateline_text": words,
        "posted": draft.posted_local,
        "contacts": contacts,
        "tags": list(draft.tags),
        "categories": list(draft.categories),
        "body_md": draft.body_md,
        "quotes": [{"text": quote.text, "speaker": quote.speaker} for quote in quotes],
    }


def scored(folder: Path, tools: ImportTools) -> Score:
    """Return the score of one case; a source that is refused has nothing right."""
    truth, source = truth_of(folder), source_of(folder)
    found = list(_read(source, tools))
    items: Sequence[Mapping[str, Any]] = truth.get("items", ())
    if not items:
        return score(truth, shown(found[0] if found else _NOTHING))
    common = {name: truth[name] for name in ("language", "must_not_contain") if truth.get(name)}
    each = (score(common | _item(item), shown(_of(item, found))) for item in items)
    return Score(points=tuple(point for one in each for point in one.points))


def _read(source: Path, tools: ImportTools) -> Iterator[Draft]:
    try:
        yield from drafts(source.read_bytes(), source.name, tools)
    except ImportRefusedError:
        return


def _item(item: Mapping[str, Any]) -> dict[str, Any]:
    """Return an item's truth as that of a release; its `body` is what its text begins with."""
    body = {"body_first_words": item["body"]} if "body" in item else {}
    return {name: value for name, value in item.items() if value is not None} | body


def _of(item: Mapping[str, Any], found: Iterable[Draft]) -> Draft:
    """Return the draft that a feed's item became."""
    headline = fold(item["headline"])
    matching = [
        one for one in found if one.address == item["url"] or fold(one.headline) == headline
    ]
    return matching[0] if matching else _NOTHING


def total(scores: Iterable[Score]) -> tuple[int, int]:
    """Return the points reached and those that could be."""
    all_of_them = list(scores)
    return (
        sum(max(0, one.right - one.costs) for one in all_of_them),
        sum(one.labelled for one in all_of_them),
    )


def report(
    title: str, scores: Mapping[str, Score], languages: Mapping[str, str] | None = None
) -> Iterator[str]:
    """Return the score of each case, field, language (by case) and of all, line by line."""
    fields: dict[str, tuple[int, int]] = {}
    for name, one in scores.items():
        yield f"{name:<34} {one.right:>3} of {one.labelled:>3}, costs {one.costs}: {one.share:.0%}"
        yield from (f"    {point.field}: {point.expected}" for point in one.wrong)
        for field, (points, of) in one.by_field().items():
            before = fields.get(field, (0, 0))
            fields[field] = (before[0] + points, before[1] + of)
    yield from (f"{field:<34} {points:>3} of {of:>3}" for field, (points, of) in fields.items())
    for language in sorted(set((languages or {}).values())):
        right, labelled = total(
            one for name, one in scores.items() if languages and languages[name] == language
        )
        yield f"{language:<34} {right:>3} of {labelled:>3}: {right / labelled:.1%}"
    right, labelled = total(scores.values())
    yield f"{title:<34} {right:>3} of {labelled:>3}: {right / labelled:.1%}"
