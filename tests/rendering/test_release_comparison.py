"""What two states of a release differ in, in words that a desk reads."""

from dataclasses import replace
from typing import Any
from uuid import UUID

import pytest

from newsdesk.domain.boilerplate import BoilerplateKind, ReleaseBoilerplate
from newsdesk.domain.comparison import TextComparison
from newsdesk.domain.contact import ContactPoint, PointKind, ReleaseContact
from newsdesk.domain.dateline import Dateline, DatelineStyle
from newsdesk.domain.embargo import Embargo
from newsdesk.domain.ids import ContactId, MediaId, TermId
from newsdesk.domain.media import ReleaseMedia
from newsdesk.domain.newsroom import Newsroom
from newsdesk.domain.release import Release
from newsdesk.domain.vocabulary import Scheme, Term
from newsdesk.rendering.release_comparison import (
    ReleaseComparison,
    changed_fields,
    compare_releases,
)
from tests.storage.making import NOW, plain_release

KEY = UUID("018f2d5e-7c1a-7b3e-9d4f-0a1b2c3d4e5f")
PICTURE = MediaId(KEY)
PHONE = ContactPoint(kind=PointKind.PHONE, value="+41225550100", display="+41 22 555 01 00")


def compared(before: Release, **changes: Any) -> ReleaseComparison:
    after = replace(before, **changes)
    return compare_releases(before, after, Newsroom(), {PICTURE: "pier.jpg"})


def lines(text: TextComparison) -> list[str]:
    return ["".join(piece.text for piece in row.after) for row in text.rows if row.after]


@pytest.mark.parametrize(
    ("changes", "wanted"),
    [
        ({"headline": "Pier opens"}, ["Pier opens"]),
        ({"subheadline": "In May"}, ["In May"]),
        ({"urgency": 2}, ["2"]),
        ({"hold": True}, ["✓"]),
        ({"firstpublished": NOW}, [NOW.strftime("%Y-%m-%d %H:%M")]),
        (
            {"dateline": Dateline(style=DatelineStyle.CUSTOM, custom_text="GENEVA, 3 May")},
            ["GENEVA, 3 May", "custom"],
        ),
        (
            {"embargo": Embargo.until(NOW.replace(tzinfo=None), "Europe/Zurich", note="For print")},
            [NOW.strftime("%Y-%m-%d %H:%M Zurich (Europe/Zurich)"), "For print"],
        ),
        (
            {
                "contacts": (
                    ReleaseContact(display_name="Noor Elm", office="Trust", points=(PHONE,)),
                )
            },
            ["Noor Elm, Trust, +41 22 555 01 00"],
        ),
        (
            {"contacts": (ReleaseContact(display_name="Noor Elm", public=False, points=(PHONE,)),)},
            ["Noor Elm, [+41 22 555 01 00]"],  # it reaches no output
        ),
        (
            {"boilerplates": (ReleaseBoilerplate(kind=BoilerplateKind.ABOUT, text_md="About"),)},
            ["About"],
        ),
        (
            {
                "terms": (
                    Term(id=TermId(KEY), scheme=Scheme.TAG, qcode="a", names={"en": "ports"}),
                    Term(id=TermId(KEY), scheme=Scheme.THEME, qcode="b", names={"en": "climate"}),
                )
            },
            ["ports", "climate (theme)"],
        ),
        ({"media": (ReleaseMedia(media_id=PICTURE),)}, ["pier.jpg (body)"]),
        (
            {"media": (ReleaseMedia(media_id=PICTURE, caption="At night", credit="Noor Elm"),)},
            ["pier.jpg (body): At night · Noor Elm"],
        ),
    ],
)
def test_a_field_is_told_as_it_reads(changes: dict[str, Any], wanted: list[str]) -> None:
    (field,) = compared(plain_release(), **changes).fields
    assert field.name == next(iter(changes))
    assert lines(field.text) == wanted


def test_the_text_is_apart_from_the_fields() -> None:
    found = compared(plain_release(), body_md="The bridge was opened on Tuesday.")
    assert found.fields == ()
    assert not found.body.is_same
    assert not found.is_same


def test_the_desk_s_own_marks_are_no_difference() -> None:
    found = compared(plain_release(), starred=True, version=9, locked_by="dana", current_revision=4)
    assert found.is_same


def test_what_differs_in_nothing_that_anybody_reads_is_no_difference() -> None:
    release = plain_release(contacts=(ReleaseContact(display_name="Noor Elm"),))
    copied = ReleaseContact(display_name="Noor Elm", contact_id=ContactId(KEY))
    assert compared(release, contacts=(copied,)).is_same


def test_other_words_below_a_picture_are_a_difference_from_what_was_said_alone() -> None:
    unsaid = ReleaseMedia(media_id=PICTURE)
    said = replace(unsaid, caption="At night", credit="")
    reworded = replace(said, caption="By day")
    assert compared(plain_release(media=(unsaid,)), media=(said,)).is_same
    (field,) = compared(plain_release(media=(said,)), media=(reworded,)).fields
    assert lines(field.text) == ["pier.jpg (body): By day"]


def test_space_between_paragraphs_is_a_difference_without_words() -> None:
    found = compared(plain_release(body_md="A.\n\nB."), body_md="A.\n\n\nB.")
    assert found.body.is_same
    assert not found.is_same


def test_changed_fields_come_in_the_order_of_a_release() -> None:
    one = plain_release()
    other = replace(one, body_md="B", headline="H", starred=True)
    assert changed_fields(one, other) == ("headline", "body_md")
