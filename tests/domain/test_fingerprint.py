"""What two copies of a release have in common."""

import subprocess
import sys
from datetime import UTC, datetime

from newsdesk.domain.fingerprint import SKETCH, addresses_of, fingerprints, sketch
from newsdesk.domain.provenance import Provenance, SourceKind
from tests.domain.test_shingles import OPENING, OTHER
from tests.storage.making import plain_release

NUMBERED = " ".join(f"w{number}" for number in range(400))


def test_a_text_has_few_fingerprints_however_long_it_is() -> None:
    assert len(fingerprints("", NUMBERED, [])) == len(fingerprints("", OPENING, [])) == SKETCH


def test_texts_that_share_most_runs_share_most_fingerprints() -> None:
    edited = NUMBERED.replace("w200", "another")
    shared = fingerprints("One", NUMBERED, []) & fingerprints("Two", edited, [])
    assert len(shared) >= SKETCH - 2
    assert fingerprints("", OPENING, []).isdisjoint(fingerprints("", OTHER, []))


def test_a_piece_of_a_text_shares_some() -> None:
    half = " ".join(NUMBERED.split()[:200])
    assert fingerprints("", half, []) & fingerprints("", NUMBERED, [])


def test_a_short_text_is_known_by_its_headline_and_all_its_words() -> None:
    short = "Read more on our site."
    assert fingerprints("Bridge opens", short, []) == fingerprints(
        "BRIDGE OPENS", "read more, on our site", []
    )
    assert fingerprints("Bridge opens", short, []).isdisjoint(
        fingerprints("Bridge closes", short, [])
    )


def test_the_same_words_over_and_over_are_a_short_text() -> None:
    assert len(fingerprints("", "0 " * 500, [])) == 1


def test_an_empty_release_is_like_no_other() -> None:
    assert fingerprints("", " \n# \n", [None, ""]) == frozenset()


def test_a_page_counts_once_however_it_is_spelt() -> None:
    pages = ["https://example.org/a", "http://www.example.org/a/#top", "https://example.org/"]
    assert len(fingerprints("", "", pages)) == 1


def test_every_address_of_a_release_counts() -> None:
    source = Provenance(
        kind=SourceKind.PAGE,
        address="https://example.org/a",
        short_address="https://example.org/?p=1",
        imported_at=datetime(2026, 3, 2, tzinfo=UTC),
    )
    release = plain_release(web_url="https://example.org/b", provenance=(source, source))
    assert addresses_of(release) == (
        "https://example.org/b",
        "https://example.org/a",
        "https://example.org/?p=1",
    )


def test_they_are_the_same_on_every_machine_and_fit_their_column() -> None:
    """What is stored is compared with what another run makes, whose sets are in another order."""
    found = fingerprints("Short", "text", ["https://example.org/a"]) | fingerprints("", OPENING, [])
    assert all(-(2**63) <= number < 2**63 for number in found)
    code = (
        "from newsdesk.domain.fingerprint import fingerprints;"
        "from tests.domain.test_shingles import OPENING;"
        "print(*sorted(fingerprints('Short', 'text', ['https://example.org/a'])"
        " | fingerprints('', OPENING, [])))"
    )
    for seed in ("1", "2"):
        run = subprocess.run(
            [sys.executable, "-c", code],
            env={"PYTHONHASHSEED": seed, "PYTHONPATH": "."},
            capture_output=True,
            text=True,
            check=True,
        )
        assert [int(number) for number in run.stdout.split()] == sorted(found)


def test_half_a_letter_changes_nothing() -> None:
    broken = f"\ud800 {OPENING} \udfff"
    assert fingerprints("", broken, []) == fingerprints("", OPENING, [])
    assert len(fingerprints("\ud800", "\udfff", ["https://example.org/\ud800", "\ud800"])) == 2


def test_a_sketch_that_was_made_elsewhere_is_believed() -> None:
    made = sketch(NUMBERED)
    text = "read in another process " * 3
    assert sketch(text) == frozenset()
    sketch.keep(text, made)
    assert fingerprints("", text, []) == made
