import pytest

from newsdesk.domain.contact import Contact, ContactPoint, PointKind, ReleaseContact
from newsdesk.domain.errors import FieldError
from newsdesk.domain.vocabulary import Scheme
from newsdesk.services.desk import Desk
from newsdesk.services.import_books import ImportBooks

NOOR = ReleaseContact(
    display_name="Noor Elm",
    office="Harbour Trust",
    points=(ContactPoint(kind=PointKind.EMAIL, value="noor@example.org"),),
)


@pytest.fixture
def books(desk: Desk) -> ImportBooks:
    return ImportBooks(desk.imports._workplace)


def test_a_contact_is_entered_once_for_all_transactions(desk: Desk, books: ImportBooks) -> None:
    found: set[object] = set()
    for _ in range(2):
        with books.transaction() as work:
            found |= {books.contact(work, NOOR).contact_id for _ in range(3)}
    (entry,) = desk.contacts.all()
    assert found == {entry.id}


def test_it_is_known_whether_a_transaction_made_them_grow(books: ImportBooks) -> None:
    grown: list[bool] = []
    for _ in range(2):
        with books.transaction() as work:
            books.contact(work, NOOR)
        grown.append(books.has_grown)
    assert grown == [True, False]


def test_what_somebody_does_to_a_book_in_between_is_heeded(desk: Desk, books: ImportBooks) -> None:
    with books.transaction() as work:
        first = books.contact(work, NOOR).contact_id
        books.term(work, Scheme.TAG, "rescue", "en")
    desk.contacts.remove("Noor Elm")
    added, _ = desk.contacts.add(Contact(id=first, display_name="Noor Elm", office="Harbour Trust"))
    with books.transaction() as work:
        assert books.contact(work, NOOR).contact_id == added.id != first


def test_what_a_failed_step_entered_is_entered_again(desk: Desk, books: ImportBooks) -> None:
    def fail() -> None:
        with books.step(work):
            books.contact(work, NOOR)
            books.term(work, Scheme.TAG, "rescue", "en")
            raise FieldError("urgency", "99")

    with books.transaction() as work:
        with pytest.raises(FieldError):
            fail()
        with books.step(work):
            key = books.contact(work, NOOR).contact_id
            term = books.term(work, Scheme.TAG, "rescue", "en")
    assert [entry.id for entry in desk.contacts.all()] == [key]
    assert desk.vocabularies.all() == [term]


def test_what_a_failed_transaction_entered_is_entered_again(desk: Desk, books: ImportBooks) -> None:
    def fail() -> None:
        with books.transaction() as work:
            books.contact(work, NOOR)
            raise FieldError("urgency", "99")

    with pytest.raises(FieldError):
        fail()
    with books.transaction() as work:
        key = books.contact(work, NOOR).contact_id
    assert [entry.id for entry in desk.contacts.all()] == [key]


def test_a_name_alone_brings_all_that_the_address_book_knows(
    desk: Desk, books: ImportBooks
) -> None:
    with books.transaction() as work:
        key = books.contact(work, NOOR).contact_id
        named = books.contact(work, ReleaseContact(display_name="noor elm"))
        unknown = books.contact(work, ReleaseContact(display_name="Dana Ash"))
    assert (named.contact_id, named.office, named.points) == (key, NOOR.office, NOOR.points)
    assert unknown == ReleaseContact(display_name="Dana Ash")
    assert len(desk.contacts.all()) == 1


def test_many_releases_of_one_name_are_numbered_however_they_come(
    desk: Desk, books: ImportBooks
) -> None:
    draft = desk.imports.read(b"Crews train\n\nThey do.", "x.txt")
    slugs: list[str] = []
    for _ in range(3):
        with books.transaction() as work:
            for _ in range(2):
                slug = books.slug(work, "crews")
                slugs.append(slug)
                work.releases.save(desk.imports._release(draft, slug), dateline_text="")
        other = f"crews-{len(slugs) + 1}"  # somebody takes the next name meanwhile
        slugs.append(desk.releases.new({"headline": "Else", "slug": other})[0].slug)
    assert slugs == ["crews", *(f"crews-{number}" for number in range(2, 10))]


def test_terms_are_told_apart_by_their_kind(books: ImportBooks) -> None:
    with books.transaction() as work:
        tag = books.term(work, Scheme.TAG, "Rescue", "en")
        category = books.term(work, Scheme.CATEGORY, "Rescue", "en")
        assert books.term(work, Scheme.TAG, "rescue", "fr") == tag
    assert tag.id != category.id
