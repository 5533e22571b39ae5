"""Real releases, read as they lie about; the material is not part of the project."""

import json
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, cast

import pytest

from newsdesk.domain.canonical import encode
from newsdesk.domain.newsroom import Newsroom
from newsdesk.importing import drafts
from newsdesk.importing.draft import Draft, ImportTools
from newsdesk.rendering.dateline import dateline_words
from newsdesk.rendering.quotes import find_quotes
from tests.importing.corpus_score import Score, score

SEEDS = ("001", "002")
FLOOR = 0.95


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


@pytest.fixture(scope="module")
def scores(shared: Path, tools: ImportTools) -> Mapping[str, Score]:
    """The plain-text cases of the corpus by name."""
    found: dict[str, Score] = {}
    for source in sorted((shared / "corpus").glob("*/source.txt")):
        truth = json.loads((source.parent / "truth.json").read_text("utf-8"))
        draft = next(drafts(source.read_bytes(), source.name, tools))
        found[source.parent.name] = score(truth, shown(draft))
    assert found, "the corpus has no plain-text case"
    return found


def test_the_two_first_releases_are_read_without_a_fault(scores: Mapping[str, Score]) -> None:
    seeds = {name: one for name, one in scores.items() if name.startswith(SEEDS)}
    assert len(seeds) == len(SEEDS)
    assert {name: one.wrong for name, one in seeds.items()} == dict.fromkeys(seeds, ())


def test_the_plain_text_cases_reach_the_floor(
    scores: Mapping[str, Score], capsys: pytest.CaptureFixture[str]
) -> None:
    right = sum(max(0, one.right - one.costs) for one in scores.values())
    labelled = sum(one.labelled for one in scores.values())
    with capsys.disabled():
        sys.stdout.write("\n" + "\n".join(report(scores, right, labelled)) + "\n")
    assert right / labelled >= FLOOR


def report(scores: Mapping[str, Score], right: int, labelled: int) -> Iterator[str]:
    """Return the score of each case, of each field and of all, line by line."""
    fields: dict[str, tuple[int, int]] = {}
    for name, one in scores.items():
        yield f"{name:<28} {one.right:>3} of {one.labelled:>3}, costs {one.costs}: {one.share:.0%}"
        yield from (f"    {point.field}: {point.expected}" for point in one.wrong)
        for field, (points, of) in one.by_field().items():
            before = fields.get(field, (0, 0))
            fields[field] = (before[0] + points, before[1] + of)
    for field, (points, of) in fields.items():
        yield f"{field:<28} {points:>3} of {of:>3}"
    yield f"{'all plain-text cases':<28} {right:>3} of {labelled:>3}: {right / labelled:.1%}"
