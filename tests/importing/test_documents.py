"""Releases of our own, in the shapes that releases really have, in ten languages.

`files/documents/` holds them, all in our own words with invented people; `truth.json` beside each
is what a careful person reads in it, in the shape of `/corpus/README.md` of the reference material.
A quotation that is broken by who said it counts once, with its first words.
"""

import sys
from collections import Counter
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path

import pytest

from newsdesk.importing import drafts
from newsdesk.importing.decoding import decode
from newsdesk.importing.draft import ImportTools
from tests.importing.corpus_score import Score
from tests.importing.kept_words import lost
from tests.importing.score_report import report, scored, source_of, total, truth_of

FOLDER = Path(__file__).parent / "files" / "documents"
DOCUMENTS = tuple(sorted(FOLDER.iterdir()))
LANGUAGES = {folder.name: truth_of(folder)["language"] for folder in DOCUMENTS}
PLAIN = {".txt", ".md"}
FLOOR = 0.90


@pytest.fixture(scope="module")
def scores(tools: ImportTools) -> Mapping[str, Score]:
    """The score of each document by its name."""
    return {folder.name: scored(folder, tools) for folder in DOCUMENTS}


def test_the_documents_reach_the_floor(
    scores: Mapping[str, Score], capsys: pytest.CaptureFixture[str]
) -> None:
    with capsys.disabled():
        sys.stdout.write("\n" + "\n".join(report("all documents", scores, LANGUAGES)) + "\n")
    right, labelled = total(scores.values())
    assert right / labelled >= FLOOR


@pytest.mark.parametrize("folder", DOCUMENTS, ids=lambda folder: folder.name)
def test_the_truth_quotes_its_document(folder: Path) -> None:
    """What is to be found stands in the source, where that is plain text, letter by letter."""
    source, truth = source_of(folder), truth_of(folder)
    if source.suffix not in PLAIN:
        assert truth["kind"] == source.suffix[1:]
        return
    text = "".join(decode(source.read_bytes(), source.name).split())
    quoted = [truth["headline"], truth["body_first_words"], truth["body_last_words"]]
    quoted += [quote["text_first_words"] for quote in truth["quotes"]]
    quoted += [contact["name"] for contact in truth["contacts"]]
    assert [one for one in quoted if one and "".join(one.split()) not in text] == []


@pytest.mark.parametrize(
    "folder",
    [folder for folder in DOCUMENTS if source_of(folder).suffix in PLAIN],
    ids=lambda folder: folder.name,
)
def test_no_word_of_a_plain_document_is_lost(folder: Path, tools: ImportTools) -> None:
    source = source_of(folder)
    raw = source.read_bytes()
    assert lost(decode(raw, source.name), drafts(raw, source.name, tools)) == Counter()


@pytest.mark.parametrize(
    "folder",
    [folder for folder in DOCUMENTS if "items" not in truth_of(folder)],
    ids=lambda folder: folder.name,
)
def test_an_embargo_is_read_to_the_minute(folder: Path, tools: ImportTools) -> None:
    source, expected = source_of(folder), truth_of(folder)["embargo"]
    embargo = next(drafts(source.read_bytes(), source.name, tools)).embargo
    assert (embargo and embargo.until_utc) == (expected and datetime.fromisoformat(expected))
