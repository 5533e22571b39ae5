from datetime import UTC, datetime
from uuid import UUID

import pytest

from newsdesk.domain.blanks import Blank, find_blanks, left_blank, next_blank
from newsdesk.domain.errors import ConfirmationKind, ConfirmationNeededError
from newsdesk.domain.ids import FamilyId, ReleaseId
from newsdesk.domain.release import Release
from newsdesk.domain.template import REQUIRABLE
from newsdesk.domain.workflow import Action, State, Step

NOW = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)


def release(**texts: str) -> Release:
    key = UUID(int=1)
    return Release(
        id=ReleaseId(key),
        slug="a",
        family_id=FamilyId(key),
        language="en",
        firstcreated=NOW,
        versioncreated=NOW,
        created_by="dana",
        **texts,  # type: ignore[arg-type]
    )


@pytest.mark.parametrize(
    ("text", "blanks"),
    [
        ("", []),
        ("No blank { here }", []),
        ("{{place}}", [Blank(0, 9, "place")]),
        ("In {{ the place }} and {{اسم}}.", [Blank(3, 18, "the place"), Blank(23, 30, "اسم")]),
        ("{{}} {{ a\nb }}", []),
        ("{{{a}}}", [Blank(1, 6, "a")]),
        ("{{" + "x" * 121 + "}}", []),
        ("{{" * 50_000, []),
    ],
)
def test_blanks_are_found_where_they_stand(text: str, blanks: list[Blank]) -> None:
    assert find_blanks(text) == blanks


def test_the_next_blank_begins_at_the_place_or_behind_it() -> None:
    text = "{{a}} {{b}}"
    assert next_blank(text, 0) == Blank(0, 5, "a")
    assert next_blank(text, 1) == Blank(6, 11, "b")
    assert next_blank(text, 7) is None


def test_what_is_not_filled_in_is_listed_once_then_what_is_required() -> None:
    draft = release(headline="{{who}} speaks", body_md="{{who}} said {{what}}", abstract="{{sum}}")
    assert left_blank(draft) == ["{{who}}", "{{sum}}", "{{what}}"]
    assert left_blank(release(headline="A"), REQUIRABLE) == list(REQUIRABLE[1:])


def test_publishing_asks_while_blanks_are_left() -> None:
    draft = release(headline="A", body_md="In {{place}}.")
    step = Step(action=Action.PUBLISH, at=NOW, by="dana")
    with pytest.raises(ConfirmationNeededError) as caught:
        draft.after(step, approval_steps=False)
    assert (caught.value.kind, caught.value.details) == (ConfirmationKind.BLANKS, ("{{place}}",))
    said_yes = Step(
        action=Action.PUBLISH, at=NOW, by="dana", confirmed=frozenset({ConfirmationKind.BLANKS})
    )
    assert draft.after(said_yes, approval_steps=False).state is State.PUBLISHED
