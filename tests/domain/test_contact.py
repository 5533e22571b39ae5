from dataclasses import replace
from uuid import UUID

from newsdesk.domain.contact import Contact, ContactPoint, PointKind, ReleaseContact
from newsdesk.domain.ids import ContactId

DESK = ContactPoint(kind=PointKind.PHONE, value="+41225550100")
MOBILE = ContactPoint(kind=PointKind.MOBILE, value="+41795550100", public=False)
MAIL = ContactPoint(kind=PointKind.EMAIL, value="noor@example.org")
NOOR = Contact(id=ContactId(UUID(int=3)), display_name="Noor Elm", points=(DESK, MOBILE, MAIL))


def test_a_release_prints_a_copy_that_knows_its_origin() -> None:
    copy = ReleaseContact.of(NOOR, group_label="In Samport")
    assert (copy.contact_id, copy.display_name, copy.group_label) == (
        NOOR.id,
        "Noor Elm",
        "In Samport",
    )


def test_what_is_not_public_or_withheld_is_not_exported() -> None:
    copy = ReleaseContact.of(NOOR)
    assert copy.exported_points == (DESK, MAIL)
    assert replace(copy, withheld=frozenset({DESK})).exported_points == (MAIL,)
    assert replace(copy, public=False).exported_points == ()


def test_numbers_and_addresses_are_told_apart() -> None:
    assert NOOR.phones == (DESK, MOBILE)
    assert NOOR.emails == (MAIL,)


def test_a_renewed_copy_follows_the_book_and_keeps_what_this_release_decided() -> None:
    copy = replace(
        ReleaseContact.of(NOOR, group_label="In Samport"), withheld=frozenset({DESK}), public=False
    )
    moved = replace(NOOR, office="OSH Paris", points=(replace(DESK, usage="days"), MAIL))
    renewed = copy.renewed(moved)
    assert (renewed.office, renewed.group_label, renewed.public) == (
        "OSH Paris",
        "In Samport",
        False,
    )
    assert renewed.points == moved.points
    assert renewed.withheld == {moved.points[0]}


def test_who_is_not_public_in_the_book_any_more_is_not_printed_either() -> None:
    assert not ReleaseContact.of(NOOR).renewed(replace(NOOR, public=False)).public


def test_a_copy_in_step_with_the_book_is_not_changed_by_renewing() -> None:
    copy = replace(ReleaseContact.of(NOOR), withheld=frozenset({MAIL}))
    assert copy.renewed(NOOR) == copy
