"""What the window says of what was found in a text."""

from pathlib import Path

import pytest

from newsdesk.desk import open_desk
from newsdesk.domain.boilerplate import BoilerplateKind
from newsdesk.domain.errors import EmbargoProblem
from newsdesk.domain.provenance import Confidence, Finding, FindingKind
from newsdesk.importing import page_metadata
from newsdesk.importing.surroundings import BESIDE
from newsdesk.importing.taking_back import TAKEN_BACK as THEIR_TAKEN_BACK
from newsdesk.ui.dialogs.finding_words import (
    _NOTES,
    TAKEN_BACK,
    confidence_words,
    is_taken_back,
    kind_words,
    notes,
    shown_text,
)

OF_RELEASES = {
    EmbargoProblem.PAST,
    EmbargoProblem.ON_PUBLISHED,
    EmbargoProblem.WITH_SCHEDULE,
    EmbargoProblem.RUNNING,
}
TEXTS = sorted((Path(__file__).parents[2] / "importing" / "files").rglob("*.txt"))


def found(
    kind: FindingKind, *flags: str, text: str = "x", confidence: Confidence = Confidence.HIGH
) -> Finding:
    return Finding(
        kind=kind, confidence=confidence, text=text, first_line=0, last_line=0, flags=flags
    )


@pytest.mark.parametrize("kind", FindingKind)
def test_every_kind_has_a_name(kind: FindingKind) -> None:
    assert kind_words(found(kind)) != ""
    assert "_" not in kind_words(found(kind))


@pytest.mark.parametrize("kind", BoilerplateKind)
def test_a_standing_paragraph_is_called_what_it_is(kind: BoilerplateKind) -> None:
    assert kind_words(found(FindingKind.BOILERPLATE, kind)) != "Standing paragraph"
    assert notes(found(FindingKind.BOILERPLATE, kind)) == []


def test_a_field_is_called_by_its_name() -> None:
    assert kind_words(found(FindingKind.FIELD, "symbol")) == "Document symbol"


@pytest.mark.parametrize(
    "problem",
    [
        problem
        for problem in EmbargoProblem
        if problem not in ("past", "on_published", "with_schedule", "running")
    ],
)
def test_every_trouble_with_a_time_is_worded(problem: EmbargoProblem) -> None:
    (note,) = notes(found(FindingKind.EMBARGO, problem))
    assert note.text != problem.replace("_", " ")


def test_every_flag_of_the_samples_is_worded(newsroom_folder: Path) -> None:
    assert TEXTS
    said: set[str] = set()
    with open_desk(newsroom_folder) as desk:
        for path in TEXTS:
            for finding in next(desk.imports.drafts_in(path)).findings:
                if finding.kind is not FindingKind.QUOTE:
                    said |= {flag for flag in finding.flags if flag not in set(BoilerplateKind)}
    assert "no_phone" in said
    assert said - _NOTES.keys() - {"symbol", "told"} == set()


@pytest.mark.parametrize(
    ("flags", "name", "said"),
    [
        (("told", "wordpress", "state", "published"), "Where it stood",
         ["WordPress says so", "Published there; here it begins as a draft"]),
        (("told", "wordpress", "password"), "Password",
         ["WordPress says so", "It could be read with a password only"]),
        (("told", "mail", "from"), "Sent by", ["The mail says so"]),
        (("told", "document", "creator"), "Saved first by",
         ["The properties of the document say so"]),
        (("told", "feed", "source"), "Issued by", ["The feed says so"]),
        (("told", "wordpress", "slug"), "Short address", ["WordPress says so"]),
    ],
)  # fmt: skip
def test_what_is_said_outside_a_text_is_called_by_its_name(
    flags: tuple[str, ...], name: str, said: list[str]
) -> None:
    finding = found(FindingKind.FIELD, *flags)
    assert kind_words(finding) == name
    assert [note.text for note in notes(finding)] == said


def test_every_place_where_a_page_says_something_is_worded() -> None:
    places = {
        value
        for name, value in vars(page_metadata).items()
        if name.isupper() and not name.startswith("_") and isinstance(value, str)
    }
    assert {"json_ld", "html_lang"} <= places
    assert places | {"web_archive", BESIDE} <= _NOTES.keys()
    for place in places:
        (note,) = notes(found(FindingKind.HEADLINE, "told", place))
        assert not note.is_warning


def test_a_flag_that_nobody_worded_is_still_said() -> None:
    (note,) = notes(found(FindingKind.CONTACT, "two_names"))
    assert note.text == "two names"


def test_what_asks_for_a_look_is_told_from_what_informs() -> None:
    missing, done = notes(found(FindingKind.CONTACT, "no_phone", "email_obfuscated"))
    assert missing.text == "No phone number"
    assert missing.is_warning
    assert not done.is_warning


def test_a_quote_names_its_speaker() -> None:
    (named,) = notes(found(FindingKind.QUOTE, "Amir Sattar"))
    assert named.text == "Said by Amir Sattar"
    assert not named.is_warning
    (unnamed,) = notes(found(FindingKind.QUOTE, "nobody_named"))
    assert unnamed.is_warning


def test_a_language_is_shown_by_its_own_name() -> None:
    assert shown_text(found(FindingKind.LANGUAGE, text="ar")) == "العربية"
    assert shown_text(found(FindingKind.TAGS, text="ar")) == "ar"


def test_how_sure_it_is_stands_in_words() -> None:
    assert confidence_words(found(FindingKind.TAGS)) == "sure"
    assert confidence_words(found(FindingKind.TAGS, confidence=Confidence.LOW)) == "not sure"


def test_what_was_put_back_says_where_it_is() -> None:
    back = found(FindingKind.TAGS, TAKEN_BACK, confidence=Confidence.LOW)
    assert TAKEN_BACK == THEIR_TAKEN_BACK
    assert is_taken_back(back)
    assert confidence_words(back) == "in the text"
    assert notes(back) == []
