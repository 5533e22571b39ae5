"""The check that no word is lost must itself be able to fail."""

from collections import Counter
from dataclasses import replace

import pytest

from newsdesk.domain.provenance import Confidence, Finding, FindingKind
from newsdesk.importing.draft import Draft, ImportTools
from newsdesk.importing.surgeon import dissect
from tests.importing.kept_words import lost, words
from tests.importing.watchdog import TooLongError, allowed

SOURCE = """Home
Harbour opens in Samport

GENEVA, 3 May 2026 – The harbour opened today, the office said, and the harbour is cross-
border.

“It floats,” said Noor Elm, harbour master.

For more information, please contact:
Noor Elm, Tel: +41 22 555 01 40, Email: noor@example.org
"""


@pytest.fixture
def draft(tools: ImportTools) -> Draft:
    return dissect(SOURCE, tools=tools)


def test_a_whole_reading_loses_nothing(draft: Draft) -> None:
    assert lost(SOURCE, [draft]) == Counter()


def test_a_word_that_left_the_body_is_lost(draft: Draft) -> None:
    assert lost(SOURCE, [replace(draft, body_md=draft.body_md.replace("floats", ""))]) == Counter(
        ["floats"]
    )


def test_one_of_two_is_lost_though_the_other_stays(draft: Draft) -> None:
    shorter = replace(draft, body_md=draft.body_md.replace("harbour", "", 1))
    assert lost(SOURCE, [shorter]) == Counter(["harbour"])


@pytest.mark.parametrize("kind", [FindingKind.CONTACT, FindingKind.DATELINE, FindingKind.HEADLINE])
def test_what_was_taken_out_is_lost_with_its_finding(draft: Draft, kind: FindingKind) -> None:
    without = tuple(finding for finding in draft.findings if finding.kind is not kind)
    assert without != draft.findings
    assert lost(SOURCE, [replace(draft, findings=without)])


def test_what_is_only_remarked_on_is_not_kept_by_it(draft: Draft) -> None:
    """A quotation's finding repeats what is in the body; it does not stand in for it."""
    without = replace(draft, body_md="")
    assert {"floats", "opened"} <= set(lost(SOURCE, [without]))


def test_what_was_left_out_of_a_page_is_kept_by_its_finding(draft: Draft) -> None:
    finding = Finding(
        kind=FindingKind.FURNITURE,
        confidence=Confidence.HIGH,
        text="Subscribe now",
        first_line=0,
        last_line=0,
    )
    assert lost("Subscribe now", [draft]) == Counter(["subscribe", "now"])
    assert lost("Subscribe now", [replace(draft, findings=(*draft.findings, finding))]) == Counter()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("cross-\nborder", "cross-border"),
        ("Pa\u0308r", "Pär"),
        ("И\u0306од", "йод"),
        ("电\n话", "电话"),
        ("０３－５５", "03-55"),
        ("co\xadoperation", "cooperation"),
        ("**bold** and \\*", "bold and"),
        ("GENEVA", "Geneva"),
    ],
)
def test_how_a_word_is_written_makes_no_difference(one: str, other: str) -> None:
    assert words(one) == words(other)


@pytest.mark.parametrize(
    ("one", "other"), [("harbour", "harbours"), ("a b", "ab"), ("电话", "电"), ("12", "1 2")]
)
def test_another_word_is_another(one: str, other: str) -> None:
    assert words(one) != words(other)


def test_what_goes_on_for_long_is_ended() -> None:
    with pytest.raises(TooLongError), allowed(0.05):
        max(number for number in range(20_000_000))


def test_what_took_too_long_and_ended_is_told_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr("signal.SIGVTALRM", raising=False)
    with pytest.raises(TooLongError), allowed(0.001):
        sum(range(1_000_000))


def test_what_is_quick_enough_is_let_be() -> None:
    with allowed(5):
        total = sum(range(10))
    assert total == 45
