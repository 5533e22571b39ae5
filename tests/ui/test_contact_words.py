from uuid import UUID

import pytest

from newsdesk.domain.contact import Contact, ContactPoint, PointKind
from newsdesk.domain.ids import ContactId
from newsdesk.ui.contact_words import (
    POINT_ICONS,
    initials,
    kind_name,
    name_of,
    office_line,
    point_text,
    search_words,
    typed_text,
)
from newsdesk.ui.theme.icons import NAMES

PHONE = ContactPoint(
    kind=PointKind.PHONE, value="+41225550140", display="+41 22 555 01 40", extension="203"
)


def contact(**fields: object) -> Contact:
    return Contact(id=ContactId(UUID(int=1)), **fields)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("name", "letters"),
    [
        ("Dana Whitlock", "DW"),
        ("dana maria whitlock", "DW"),
        ("Élise", "É"),
        ("OSH Geneva (press)", "OG"),
        ("نور الحلبي", "ن"),
        ("王小明", "王"),
        ("Анна Козлова", "АК"),
        ("", ""),
        ("+41 22", ""),
    ],
)
def test_a_name_is_shortened_to_what_stands_in_its_circle(name: str, letters: str) -> None:
    assert initials(name) == letters


@pytest.mark.parametrize("kind", PointKind)
def test_every_way_to_reach_somebody_has_a_name_and_an_icon(kind: PointKind) -> None:
    assert kind_name(kind)
    assert POINT_ICONS[kind] in NAMES


def test_a_number_is_shown_as_printed_with_its_extension() -> None:
    assert typed_text(PHONE) == "+41 22 555 01 40 ext. 203"
    assert point_text(PHONE) == "\u2066+41 22 555 01 40 ext. 203\u2069"


def test_an_office_stands_in_for_a_name_and_is_not_said_twice() -> None:
    desk = contact(office="Press desk", role_title="Duty officer", points=(PHONE,))
    assert name_of(desk) == "Press desk"
    assert office_line(desk) == "Duty officer"
    dana = contact(display_name="Dana", role_title="Head of Press", office="OSH Geneva")
    assert office_line(dana) == "Head of Press · OSH Geneva"


def test_somebody_without_role_and_office_is_known_by_a_number_that_is_public() -> None:
    hidden = ContactPoint(kind=PointKind.MOBILE, value="+41795550140", public=False)
    dana = contact(display_name="Dana", points=(hidden, PHONE))
    assert "555 01 40" in office_line(dana)
    assert office_line(contact(display_name="Dana", points=(hidden,))) == ""


def test_an_entry_is_found_by_role_office_number_and_address() -> None:
    mail = ContactPoint(kind=PointKind.EMAIL, value="dana@example.org")
    words = search_words(
        contact(display_name="Dana", role_title="Head", office="Geneva", points=(PHONE, mail))
    )
    for part in ("Head", "Geneva", "+41225550140", "555 01 40", "dana@example.org"):
        assert part in words
